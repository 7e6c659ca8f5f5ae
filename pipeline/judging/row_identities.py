"""Which columns of a table are sums or differences of others: read from the headers, confirmed by most of the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.grid import Grid, Line
from pipeline.judging.identities import HALF, Identity, Values
from schemas.table import Column

VARIANCE = re.compile(r"avvik|differens|\bdiff\b|återstå|kvar\b|\bmot\b.*budget|budget\s*[-–−]\s*|[-–−]\s*budget", re.IGNORECASE)
RESULT = re.compile(r"\b\w*resultat(?:et)?\b|\b(?:över|under)skott", re.IGNORECASE)
"""A better result is a larger one, though a better cost is a smaller one."""
TOTAL = re.compile(r"\b(totalt?|summa|tot)\b", re.IGNORECASE)
WORDS = (("outcome", "utfall"), ("outcome", "bokslut"), ("forecast", "prognos"), ("budget", "budget"))
DONE = ("outcome", "forecast")
PLANNED = ("budget", "plan", "outcome")
ENOUGH = 2
ZERO = Decimal(0)


class Formula(NamedTuple):
    """`target` is the signed sum of other columns."""

    target: int
    """Column that states it."""
    terms: tuple[tuple[int, int], ...]
    """(sign, column)."""
    may_turn: bool = False
    """Whether rows may count it the other way round."""


@dataclass(frozen=True)
class Meaning:
    """What matters of a column here."""

    index: int
    """Its index."""
    scenario: str | None
    """Budget, outcome, forecast, variance."""
    year: int | None
    """Its year."""
    measure: str | None
    """Income, cost, net."""
    header: str
    """Its header."""


def row_identities(grid: Grid) -> tuple[Identity, ...]:
    """Return the identities between the cells of each row that the headers promise and most rows obey."""
    found: list[Identity] = []
    for formulas in _formulas(grid):
        ranked = [(_support(grid, formula), formula) for formula in formulas]
        best = max(ranked, key=lambda pair: (pair[0][0] - 2 * pair[0][1], -_distance(pair[1])), default=None)
        if best and best[0][0] >= max(ENOUGH, 2 * best[0][1]):
            found.extend(_identities(grid, best[1]))
    return tuple(found)


def _formulas(grid: Grid) -> Iterator[list[Formula]]:
    """Yield the formulas between columns of one unit: money is not added to counts."""
    for unit in dict.fromkeys(grid.units[col] for col in grid.columns):
        yield from _candidates([_meaning(column) for col, column in grid.columns.items() if grid.units[col] == unit])


def _distance(formula: Formula) -> int:
    """Return how far the columns of a formula lie from the one that states it."""
    return sum(abs(formula.target - col) for _, col in formula.terms)


def _meaning(column: Column) -> Meaning:
    scenario: str | None = column.scenario
    if VARIANCE.search(column.header):
        scenario = "variance"
    if scenario is None:
        scenario = next((name for name, word in WORDS if word in column.header.lower()), None)
    return Meaning(column.index, scenario, column.fiscal_year, column.measure, column.header)


def _candidates(columns: Sequence[Meaning]) -> Iterator[list[Formula]]:
    """Yield, per column that may state a sum, the formulas that it may obey."""
    for target in columns:
        if target.scenario == "variance":
            yield _differences(target, columns)
        elif target.measure == "net":
            yield _nets(target, columns)
        elif TOTAL.search(target.header):
            yield _sums(target, columns)


def _differences(target: Meaning, columns: Sequence[Meaning]) -> list[Formula]:
    """Return the differences that a deviation may state: of the columns since the deviation before it, else of all."""
    measures = {target.measure} if target.measure in ("income", "cost") else {None, "net"}
    if not {"income", "cost"} <= {column.measure for column in columns}:
        measures = {None, "income", "cost", "net"}
    usable = [column for column in columns if column.scenario != "variance" and column.measure in measures]
    before = max((c.index for c in columns if c.scenario == "variance" and c.index < target.index), default=-1)
    group = [column for column in usable if before < column.index < target.index]
    return _pairs(target, group) or _pairs(target, usable)


def _pairs(target: Meaning, usable: Sequence[Meaning]) -> list[Formula]:
    return [
        Formula(target.index, ((1, done.index), (-1, planned.index)), may_turn=True)
        for done in usable
        for planned in usable
        if done is not planned and done.scenario in DONE and planned.scenario in PLANNED
    ]


def _nets(target: Meaning, columns: Sequence[Meaning]) -> list[Formula]:
    same = [c for c in columns if c.scenario == target.scenario and c.year == target.year]
    incomes = [c.index for c in same if c.measure == "income"]
    costs = [c.index for c in same if c.measure == "cost"]
    return [Formula(target.index, ((1, i), (sign, c))) for i in incomes for c in costs for sign in (1, -1)]


def _sums(target: Meaning, columns: Sequence[Meaning]) -> list[Formula]:
    left = [column.index for column in columns if column.index < target.index]
    right = [column.index for column in columns if column.index > target.index]
    return [Formula(target.index, tuple((1, index) for index in side)) for side in (left, right) if len(side) > 1]


def _identity(line: Line, formula: Formula) -> Identity | None:
    terms = tuple((sign, line.cells[col]) for sign, col in formula.terms if col in line.cells)
    if formula.target not in line.cells or len(terms) < len(formula.terms):
        return None
    return Identity("table.row", line.cells[formula.target], terms)


def _support(grid: Grid, formula: Formula) -> tuple[int, int]:
    """Return how many rows with a stated sum other than zero obey a formula, and how many rows break it.

    A difference to zero tells nothing. It may be counted either way from one row to the next: good or bad, not more or less.
    """
    obey = fail = 0
    for line in grid.lines:
        cells = line.cells
        if formula.target not in cells or not all(col in cells for _, col in formula.terms):
            continue
        target = grid.figures[cells[formula.target]]
        terms = [(sign, grid.figures[cells[col]]) for sign, col in formula.terms]
        computed = sum((figure.value if sign > 0 else -figure.value for sign, figure in terms), ZERO)
        tolerance = sum((figure.quantum for _, figure in terms), target.quantum) * HALF
        holds = abs(target.value - computed) <= tolerance
        holds = holds or (formula.may_turn and abs(target.value + computed) <= tolerance)
        telling = sum(figure.value != 0 for _, figure in terms)
        obey += holds and target.value != 0 and telling > formula.may_turn
        fail += not holds
    return obey, fail


def _identities(grid: Grid, formula: Formula) -> Iterator[Identity]:
    """Yield the identity of each row, counted the way that most rows of its kind count."""
    values = Values(grid.figures, {})
    word = _word(grid, formula)
    pairs = [(line, identity) for line in grid.lines if (identity := _identity(line, formula))]
    votes: Counter[tuple[str, bool]] = Counter()
    for line, identity in pairs:
        if values.value(identity.target) != 0 and formula.may_turn:
            turned = _turn(identity)
            votes[_kind(values, line, identity)] += values.judge(identity).holds - values.judge(turned).holds
    overall = sum(votes.values())
    for line, identity in pairs:
        vote = votes[_kind(values, line, identity)] or overall
        chosen = _turn(identity) if vote < 0 else identity
        yield Identity("table.row", chosen.target, chosen.terms, word)


def _turn(identity: Identity) -> Identity:
    return Identity("table.row", identity.target, tuple((-sign, ref) for sign, ref in identity.terms))


def _kind(values: Values, line: Line, identity: Identity) -> tuple[str, bool]:
    """Return what the way of counting may hang on: result, cost, income or none; printed with a minus or not."""
    level = next((values.value(ref) for _, ref in identity.terms if values.value(ref) != 0), Decimal(0))
    kind = "result" if RESULT.search(line.label) else "cost" if line.is_cost else "income" if line.is_income else ""
    return kind, level < 0


def _word(grid: Grid, formula: Formula) -> str:
    headers = {column.index: " ".join(column.header.split()) or f"kolumn {column.index + 1}" for column in grid.table.columns}
    first, *rest = formula.terms
    text = ("−" if first[0] < 0 else "") + headers.get(first[1], "")
    return text + "".join((" + " if sign > 0 else " − ") + headers.get(col, "") for sign, col in rest)
