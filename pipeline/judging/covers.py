"""Which rows a total covers: not printed, so plausible covers are tried and the columns together decide.

Rows are stacked as they come. A total takes rows off the stack and stands there in their place, so that nested totals, grand
totals and result rows are all sums of what is still on the stack.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.grid import Grid, Line, Ref
from pipeline.judging.identities import HALF, Identity, Values
from pipeline.judging.verdict import Judgement, judge_sum
from schemas.figure import Figure

ZERO = Decimal(0)
MANY = 3
SOLID_DIGITS = 3
NEARLY_SOLID = 5
NEAR = Decimal("0.05")
DEVIATION = re.compile(r"avvikelse|differens", re.IGNORECASE)
WAYS = ((1, -1), (-1, 1))
"""Signs of outcome and budget in the row that states their difference."""


@dataclass(frozen=True)
class Part:
    """Something on the stack: a row, or a total that stands for the rows it took."""

    line: Line
    """The row."""
    is_total: bool
    """Whether it stands for others."""


@dataclass(frozen=True)
class Cover:
    """Rows that a total may cover, each with its sign."""

    start: int
    """Where they begin on the stack."""
    parts: tuple[Part, ...]
    """The rows."""
    signs: tuple[int, ...]
    """Their signs."""
    natural: bool
    """Begins at a heading, after a total or at the top."""
    plain: bool
    """The items since the last total or heading, all added."""


@dataclass(frozen=True)
class Fit:
    """How well a cover closes over the columns."""

    cover: Cover
    """The cover."""
    closed: int
    """Columns that close and say something (not all zero)."""
    open: int
    """Columns that do not close."""
    solid: bool
    """Whether one closes on two terms or more and a number that chance does not hit."""

    @property
    def rank(self) -> tuple[bool, int, int, bool, bool, int]:
        """Sort key, best first when reversed."""
        return (self.solid, self.closed, -self.open, self.cover.plain, self.cover.natural, -len(self.cover.parts))

    @property
    def accepted(self) -> bool:
        """Tell whether the columns speak for this cover."""
        if not self.closed:
            return self.cover.plain and not self.open
        half = self.closed >= self.open
        if self.cover.plain:
            return half
        if self.cover.natural:
            return half and (self.closed > 1 or self.solid)
        return half and self.closed > 1 and self.solid


def total_identities(grid: Grid) -> tuple[Identity, ...]:
    """Return the identities of all totals and results of one table, those that the columns support."""
    stack: list[Part] = []
    identities: list[Identity] = []
    for line in grid.lines:
        difference = difference_fit(grid.figures, line, stack)
        if difference:
            identities.extend(readable(grid, identities_of(grid.figures, line, difference)))
            continue
        if not line.is_target or not stack:
            stack.append(Part(line, is_total=False))
            continue
        twice = printed_twice(grid.figures, line, stack)
        if twice:
            found = identities_of(grid.figures, line, twice.fit)
            identities.extend(replace(one, repeated=twice.again.cells.get(one.target[2])) for one in readable(grid, found))
            del stack[twice.fit.cover.start :]
            stack.append(Part(line, is_total=True))
            continue
        fit = best_fit(grid.figures, line, stack)
        if fit is None and not line.is_sum:
            stack.append(Part(line, is_total=False))
            continue
        start = fit.cover.start if fit else plain_start(stack)
        if fit:
            identities.extend(readable(grid, identities_of(grid.figures, line, fit)))
        else:
            identities.extend(unproven(grid, line, stack[start:]))
        del stack[start:]
        stack.append(Part(line, is_total=True))
    return tuple(identities)


def best_fit(figures: Mapping[Ref, Figure], line: Line, stack: Sequence[Part]) -> Fit | None:
    """Return the cover that the columns support best, or None; one that accuses never beats the plain one that does not."""
    fits = [fit_of(figures, line, cover) for cover in covers_of(stack, figures)]
    accepted = [fit for fit in fits if fit.accepted]
    if any(fit.cover.plain and not fit.open for fit in accepted):
        accepted = [fit for fit in accepted if not fit.open]
    return max(accepted, key=lambda fit: fit.rank, default=None)


def difference_fit(figures: Mapping[Ref, Figure], line: Line, stack: Sequence[Part]) -> Fit | None:
    """Return the two rows above a row called a deviation whose difference it states, either way round; None where it does not."""
    if not DEVIATION.search(line.label) or len(stack) < len(WAYS):
        return None
    rows = tuple(stack[-len(WAYS) :])
    fits = [fit_of(figures, line, Cover(len(stack) - len(WAYS), rows, way, natural=True, plain=False)) for way in WAYS]
    kept = [fit for fit in fits if fit.solid and fit.closed >= max(1, fit.open)]
    return max(kept, key=lambda fit: fit.rank, default=None)


class Twice(NamedTuple):
    """A sum that counts a row once which is printed twice."""

    fit: Fit
    """The sum without the second printing."""
    again: Line
    """The second printing."""


def printed_twice(figures: Mapping[Ref, Figure], line: Line, stack: Sequence[Part]) -> Twice | None:
    """Return the row printed twice without which a sum closes in every column, solidly, and closes in none with it."""
    start = plain_start(stack)
    parts = tuple(stack[start:])
    for i, part in enumerate(parts):
        if part.is_total or not any(_same_row(figures, part.line, other.line) for other in parts[:i]):
            continue
        kept = (*parts[:i], *parts[i + 1 :])
        once = fit_of(figures, line, Cover(start, kept, (1,) * len(kept), natural=True, plain=False))
        whole = fit_of(figures, line, Cover(start, parts, (1,) * len(parts), natural=True, plain=True))
        if once.solid and not once.open and not whole.closed:
            return Twice(once, part.line)
    return None


def _same_row(figures: Mapping[Ref, Figure], one: Line, two: Line) -> bool:
    """Tell whether two rows have the same label and the same figures, not all zero."""
    values = [{col: figures[ref].value for col, ref in line.cells.items()} for line in (one, two)]
    return (
        bool(one.label.strip()) and one.label.split() == two.label.split() and values[0] == values[1] and any(values[0].values())
    )


def plain_start(stack: Sequence[Part]) -> int:
    """Return where the items since the last total or heading begin."""
    start = len(stack) - 1
    while start > 0 and not stack[start].line.opens_block and not stack[start - 1].is_total and not stack[start].is_total:
        start -= 1
    return start


def covers_of(stack: Sequence[Part], figures: Mapping[Ref, Figure]) -> list[Cover]:
    """Return every plausible cover: each run of rows down to the total, and the totals alone."""
    plain = plain_start(stack)
    covers = []
    for start in range(len(stack)):
        parts = tuple(stack[start:])
        natural = start == 0 or stack[start].line.opens_block or stack[start - 1].is_total or stack[start].is_total
        signs = (1,) * len(parts)
        covers.append(Cover(start, parts, signs, natural=natural, plain=start == plain))
        by_kind = _signs_by_kind(parts, figures)
        if natural and by_kind != signs:
            covers.append(Cover(start, parts, by_kind, natural=True, plain=False))
    totals = tuple(part for part in stack if part.is_total)
    first = next((i for i, part in enumerate(stack) if part.is_total), 0)
    if 1 < len(totals) < len(stack) - first:
        covers.append(Cover(first, totals, (1,) * len(totals), natural=True, plain=False))
    return covers


def _signs_by_kind(parts: Sequence[Part], figures: Mapping[Ref, Figure]) -> tuple[int, ...]:
    """Return -1 for costs when costs are printed without a minus: result = income - cost."""
    refs = [ref for part in parts if part.line.is_cost for ref in part.line.cells.values()]
    costs = [figures[ref].value for ref in refs if figures[ref].scenario != "variance"]
    if not costs or min(costs) < 0 or all(part.line.is_cost for part in parts):
        return (1,) * len(parts)
    return tuple(-1 if part.line.is_cost else 1 for part in parts)


class Sum(NamedTuple):
    """One column of a cover held against its total."""

    judgement: Judgement
    """How they compare."""
    told: int
    """Terms other than zero."""


def fit_of(figures: Mapping[Ref, Figure], line: Line, cover: Cover) -> Fit:
    """Return how a cover closes in each column of the total."""
    closed = still_open = 0
    solid = False
    for col, target in line.cells.items():
        found = _column_sum(figures, cover, col, figures[target])
        if found is None:
            continue
        judgement = found.judgement
        if not judgement.holds or judgement.loose:
            still_open += not judgement.holds
        elif found.told:
            closed += 1
            solid = solid or (found.told > 1 and is_wide(figures[target], exact=judgement.verdict == "exact"))
    return Fit(cover, closed, still_open, solid)


def _column_sum(figures: Mapping[Ref, Figure], cover: Cover, col: int, target: Figure) -> Sum | None:
    """Return the sum of one column; a deviation may be added without the signs of its rows."""
    signed = [
        (sign, figures[part.line.cells[col]])
        for sign, part in zip(cover.signs, cover.parts, strict=True)
        if col in part.line.cells
    ]
    if not signed:
        return None
    found = _judge(signed, target)
    if target.scenario == "variance" and not found.judgement.holds and -1 in cover.signs:
        unsigned = _judge([(1, figure) for _, figure in signed], target)
        return unsigned if unsigned.judgement.holds else found
    return found


def _judge(signed: Sequence[tuple[int, Figure]], target: Figure) -> Sum:
    computed, steps, widest, told = ZERO, target.quantum, target.quantum, 0
    for sign, figure in signed:
        value, quantum = figure.value, figure.quantum
        computed += value if sign > 0 else -value
        steps += quantum
        widest = max(widest, quantum)
        told += value != 0
    return Sum(judge_sum(target.value, computed, steps * HALF, widest), told)


def is_wide(figure: Figure, *, exact: bool) -> bool:
    """Tell whether a number is wide (three digits; five where it is hit nearly) and not round: chance does not hit it."""
    digits = str(abs(int(figure.value / figure.quantum)))
    return len(digits) >= (SOLID_DIGITS if exact else NEARLY_SOLID) and len(digits.strip("0")) >= SOLID_DIGITS - 1


def identities_of(figures: Mapping[Ref, Figure], line: Line, fit: Fit) -> list[Identity]:
    """Return the identities of a total under the cover that fits; weak where one small or round column is all that closes."""
    cover = fit.cover
    weak = not (fit.solid or fit.closed > 1 or not fit.open)
    found = []
    for col, target in line.cells.items():
        pairs = zip(cover.signs, (part.line.cells for part in cover.parts), strict=True)
        terms = tuple((sign, cells[col]) for sign, cells in pairs if col in cells)
        if not terms:
            continue
        partial = any(part.is_total and col not in part.line.cells for part in cover.parts)
        if figures[target].scenario == "variance" and -1 in cover.signs:
            signed = [(sign, figures[ref]) for sign, ref in terms]
            if not _judge(signed, figures[target]).judgement.holds:
                plain = tuple((1, ref) for _, ref in terms)
                holds = _judge([(1, figures[ref]) for _, ref in plain], figures[target]).judgement.holds
                terms = plain if holds else terms
        found.append(Identity("table.total", target, terms, weak=weak, partial=partial))
    return found


def readable(grid: Grid, identities: Sequence[Identity]) -> list[Identity]:
    """Leave out the identities of columns in which a covered row has digits that were not read."""
    kept = []
    for identity in identities:
        table_id, last, col = identity.target
        first = min((ref[1] for _, ref in identity.terms if ref[0] == table_id), default=last)
        if not any(ref[2] == col and first <= ref[1] <= last for ref in grid.unread):
            kept.append(identity)
    return kept


def unproven(grid: Grid, line: Line, parts: Sequence[Part]) -> list[Identity]:
    """Return the plain sums of a row called `Summa` that closes nowhere: not sure, and only hoped for where they miss by much."""
    values = Values(grid.figures, {})
    found = []
    for col, target in line.cells.items():
        terms = tuple((1, part.line.cells[col]) for part in parts if col in part.line.cells)
        if len(terms) > 1:
            identity = Identity("table.total", target, terms, sure=False)
            near = len(terms) >= MANY and abs(values.judge(identity).residual) <= NEAR * abs(values.value(target))
            found.append(replace(identity, hoped=not near))
    return readable(grid, found)
