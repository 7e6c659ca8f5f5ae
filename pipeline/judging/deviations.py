"""Deviations from the budget that a text states, held against those of the tables.

`Fritidshem -38 tkr` under a table is what its rows called Fritidshem deviate by together: an income 2 436 better and a cost 2 474
worse give -38. A sentence that names no row is only confirmed, never accused; but no deviation is larger than every amount of the
tables: `ett överskott mot budget om 1 262 mnkr`, where the largest amount is 74 mnkr, was meant in another unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.covers import is_wide
from pipeline.judging.statements import fold
from pipeline.judging.verdict import Judgement, judge_sum
from schemas.archive import ArchiveDocument
from schemas.figure import Figure

HALF = Decimal("0.5")
THOUSAND = 1000
MANY = 10
"""Amounts in tables from which the largest one says how large amounts of the document are."""
DONE = ("outcome", "forecast")
SIGNS = "+-−–"


class Deviation(NamedTuple):
    """What rows of one name deviate by."""

    value: Decimal
    half: Decimal
    """Half the steps of the figures that it was reckoned from."""
    figures: tuple[Figure, ...]


class Stated(NamedTuple):
    """A deviation in text with the table's that comes nearest."""

    figure: Figure
    other: Deviation
    judgement: Judgement


def stated_deviations(document: ArchiveDocument) -> Iterator[Stated]:
    """Yield the deviations of a text that a row of a table can be held against, and those without a name that one confirms."""
    by_name = _deviations(document)
    everything = [one for found in by_name.values() for one in found]
    for figure in document.figures:
        if not _is_deviation(figure):
            continue
        named = by_name.get(fold(figure.subject), []) if figure.subject else []
        if named:
            yield _nearest(figure, named)
        elif not figure.subject and is_wide(figure, exact=True) and everything:
            nearest = _nearest(figure, everything)
            if nearest.judgement.holds and abs(nearest.judgement.residual) <= figure.quantum:
                yield nearest


def too_large(document: ArchiveDocument) -> Iterator[tuple[Figure, Figure]]:
    """Yield each deviation in text that exceeds every amount of the tables, and would not in a smaller unit, with the largest."""
    amounts = [figure for figure in document.figures if figure.origin == "table" and figure.unit == "SEK"]
    if len(amounts) < MANY:
        return
    largest = max(amounts, key=lambda figure: (abs(figure.value), figure.figure_id))
    for figure in document.figures:
        is_deviation = figure.origin == "prose" and figure.scenario == "variance" and figure.unit == "SEK"
        if is_deviation and abs(figure.value) > abs(largest.value) >= abs(figure.value) / THOUSAND:
            yield figure, largest


def _is_deviation(figure: Figure) -> bool:
    if figure.origin != "prose" or figure.unit != "SEK" or figure.approximate or figure.value_high is not None:
        return False
    signed = figure.scenario is None and figure.raw[:1] in SIGNS and bool(figure.subject)
    return figure.scenario == "variance" or signed


def _deviations(document: ArchiveDocument) -> dict[str, list[Deviation]]:
    """Return what rows deviate by, by their name: each for itself, and those of one name in one table together."""
    rows: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for (table_id, row, _), figure in sorted(document.figures_by_cell.items()):
        if figure.unit == "SEK" and figure.value_high is None:
            rows[table_id, row].append(figure)
    together: dict[tuple[str, str], list[Deviation]] = defaultdict(list)
    for (table_id, _), figures in rows.items():
        deviation = _deviation(figures)
        if deviation is not None:
            for name in {fold(figures[0].label), fold(figures[0].subject or figures[0].label)}:
                together[table_id, name].append(deviation)
    found: dict[str, list[Deviation]] = defaultdict(list)
    for (_, name), parts in together.items():
        found[name] += parts
        if len(parts) > 1:
            of_all = tuple(figure for part in parts for figure in part.figures)
            value, half = sum((p.value for p in parts), Decimal(0)), sum((p.half for p in parts), Decimal(0))
            found[name].append(Deviation(value, half, of_all))
    return found


def _deviation(figures: Sequence[Figure]) -> Deviation | None:
    """Return the deviation that a row prints, else its forecast or outcome less its budget."""
    printed = [figure for figure in figures if figure.scenario == "variance"]
    if printed:
        return Deviation(printed[-1].value, printed[-1].quantum * HALF, (printed[-1],))
    budgets = [figure for figure in figures if figure.scenario == "budget"]
    done = [figure for figure in figures if figure.scenario in DONE and budgets and figure.fiscal_year == budgets[0].fiscal_year]
    if len(budgets) != 1 or len(done) != 1:
        return None
    return Deviation(done[0].value - budgets[0].value, (done[0].quantum + budgets[0].quantum) * HALF, (done[0], budgets[0]))


def _nearest(figure: Figure, found: Sequence[Deviation]) -> Stated:
    """Return the deviation that comes nearest; text tells the sign in words."""
    pairs = [(one, _judge(figure, one)) for one in found]
    other, judgement = min(pairs, key=lambda pair: (not pair[1].holds, abs(pair[1].residual), pair[0].figures[0].figure_id))
    return Stated(figure, other, judgement)


def _judge(figure: Figure, other: Deviation) -> Judgement:
    return judge_sum(abs(figure.value), abs(other.value), figure.half_width + other.half, max(figure.quantum, other.half * 2))
