"""A row that is printed again carries the same figures.

Two rows are the same when they are about the same concept (the year's result and what remains of the year's money are one), stand
in different tables and agree exactly in all columns but one, on at least two different numbers that chance does not hit.

By hand: what remains is -455 000, 596 000 and 1 966 000 kr in one table, the result is -455 000, 1 072 000 and 1 966 000 in the
next: two of three are the same, so the second column is wrong in one of the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from pipeline.judging.covers import is_wide
from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.verdict import Judgement
from pipeline.judging.wording import amount_like, printed
from pipeline.judging.year_columns import repeated_years
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "table.repeat"
FEWEST = 3
SAME = {"result.remaining": "result.year"}
RESULT = "result.year"


class Printed(NamedTuple):
    """A row of figures."""

    table_id: str
    figures: tuple[Figure, ...]
    is_insane: bool
    """Whether the years over its columns repeat, so that they tell nothing."""


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per figure of a row that is printed again."""
    for document in archive.counted:
        rows = _rows(document)
        for concept in sorted(rows):
            for one, two in combinations(rows[concept], 2):
                if one.table_id != two.table_id and len(one.figures) == len(two.figures):
                    yield from _compare(document, one, two)


def _rows(document: ArchiveDocument) -> dict[str, list[Printed]]:
    """Return the rows of results, by concept, in reading order."""
    insane = {table.table_id for table in document.tables if repeated_years(table)}
    cells: dict[tuple[str, str, int], list[Figure]] = {}
    for (table_id, row, _), figure in sorted(document.figures_by_cell.items(), key=lambda item: item[0]):
        concept = SAME.get(figure.concept or "", figure.concept)
        if concept == RESULT and figure.unit == "SEK" and not figure.subject and figure.value_high is None:
            cells.setdefault((concept, table_id, row), []).append(figure)
    found: dict[str, list[Printed]] = {}
    for (concept, table_id, _), figures in cells.items():
        if len(figures) >= FEWEST:
            found.setdefault(concept, []).append(Printed(table_id, tuple(figures), table_id in insane))
    return {concept: sorted(rows, key=_place) for concept, rows in found.items()}


def _place(row: Printed) -> tuple[int, float, str]:
    first = row.figures[0]
    return first.page, first.box.top, row.table_id


def _compare(document: ArchiveDocument, first: Printed, again: Printed) -> Iterator[Outcome]:
    pairs = list(zip(first.figures, again.figures, strict=True))
    if not (first.is_insane or again.is_insane) and any(_when(one) != _when(two) for one, two in pairs):
        return
    differing = [(one, two) for one, two in pairs if one.value != two.value]
    telling = {one.value for one, two in pairs if one.value == two.value and is_wide(one, exact=True)}
    if len(differing) > 1 or len(telling) < FEWEST - 1:
        return
    for one, two in pairs:
        about = about_figure(NAME, document, two)
        key = [two.figure_id, one.figure_id]
        if one.value == two.value:
            yield judged(about, key, Judgement("exact", two.value - one.value, two.quantum / 2), two.value)
        else:
            judgement = Judgement("inconsistent", two.value - one.value, two.quantum / 2)
            yield judged(about, key, judgement, two.value, _finding(document, one, two))


def _when(figure: Figure) -> tuple[object, ...]:
    return figure.fiscal_year, figure.scenario if figure.scenario != "plan" else "budget", figure.measure


def _finding(document: ArchiveDocument, first: Figure, again: Figure) -> Finding:
    scanned = is_scanned(document, [first, again])
    one, two = (" ".join(figure.label.split()) for figure in (first, again))
    year, difference = first.fiscal_year, amount_like(again, abs(again.value - first.value))
    return make_finding(
        about_figure(NAME, document, first)._replace(table_id=again.table_id),
        "warning" if scanned or is_shaky([first, again]) else "error",
        Message(
            f"{two} {year}: {printed(again)} mot {printed(first)} i raden ”{one}”, som är lika i alla andra kolumner; "
            f"skillnaden är {difference}." + (" Sidan är skannad." if scanned else ""),
            f"{two} {year}: {printed(again)} against {printed(first)} in the row “{one}”, which is equal in all other columns; "
            f"the difference is {difference}." + (" The page was scanned." if scanned else ""),
        ),
        [evidence_of(again, "stated"), evidence_of(first, "other")],
        expected=first.value,
        actual=again.value,
        difference=again.value - first.value,
    )
