"""A row that is printed again carries the same figures.

Two rows are the same when they are about the same concept (the year's result and what remains of the year's money are one), stand
in different tables and agree exactly in all columns but one, on at least two different numbers that chance does not hit.

By hand: what remains is -455 000, 596 000 and 1 966 000 kr in one table, the result is -455 000, 1 072 000 and 1 966 000 in the
next: two of three are the same, so the second column is wrong in one of the tables.

A row that one table prints twice while its sum counts it once is wrong, too: 100 + 40 + 40 = 180, but the sum is 140 in every
column.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from pipeline.judging.covers import is_wide
from pipeline.judging.identities import Identity
from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.table_judgement import judge_tables
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
    for document in archive.editions:
        yield from _printed_twice(document)
        rows = _rows(document)
        for concept in sorted(rows):
            for one, two in combinations(rows[concept], 2):
                if one.table_id != two.table_id and len(one.figures) == len(two.figures):
                    yield from _compare(document, one, two)


def _printed_twice(document: ArchiveDocument) -> Iterator[Outcome]:
    """Yield one finding per row that stands twice above a sum that counts it once."""
    tables = judge_tables(document)
    found: dict[tuple[str, int], list[Identity]] = {}
    for identity in tables.identities:
        if identity.repeated is not None and tables.figures[identity.repeated].value != 0:
            found.setdefault(identity.repeated[:2], []).append(identity)
    for (table_id, row), identities in found.items():
        again = [tables.figures[one.repeated] for one in identities if one.repeated]
        label = " ".join(again[0].label.split())
        once = [tables.figures[ref] for one in identities for _, ref in one.terms if tables.figures[ref].label == again[0].label]
        figures = [*again, *once, *(tables.figures[one.target] for one in identities)]
        about = about_figure(NAME, document, again[0])
        finding = make_finding(
            about,
            "warning" if is_scanned(document, figures) or is_shaky(figures) else "error",
            Message(
                f"Raden ”{label}” står två gånger i tabellen med samma tal, men summan räknar den en gång.",
                f"The row “{label}” stands twice in the table with the same figures, but the sum counts it once.",
            ),
            [*(evidence_of(one, "stated") for one in again), *(evidence_of(one, "other") for one in figures[len(again) :])],
            expected=Decimal(0),
            actual=again[0].value,
            difference=again[0].value,
        )
        judgement = Judgement("inconsistent", again[0].value, again[0].quantum / 2, "row printed twice")
        yield judged(about, [table_id, row, "twice"], judgement, again[0].value, finding)


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
