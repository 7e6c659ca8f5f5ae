"""The total of a note equals the line of the statement that refers to it.

By hand: the line `Verksamhetens intäkter, not 2` is 2 832 tkr, note 2 adds 1 416 + 708 + 708 = 2 832: agrees. Signs are
a matter of style. A note whose tables state several totals is not held against anything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.judging.linked import Link, judge_link, link_outcome
from pipeline.judging.outcome import Message, Outcome
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.table import Row, Table

NAME = "statement.note"
STATEMENTS = ("income_statement", "balance_sheet")
NOTE = re.compile(r"^\W*not\s*(?P<number>\d{1,2})\b", re.IGNORECASE)


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per line with a note and year."""
    for document in archive.editions:
        yield from _check_document(document)


def _check_document(document: ArchiveDocument) -> Iterator[Outcome]:
    totals = _totals(document)
    if not totals:
        return
    by_row: dict[tuple[str | None, int | None], list[Figure]] = defaultdict(list)
    for figure in document.figures:
        by_row[figure.table_id, figure.row].append(figure)
    for table in document.tables:
        if table.kind not in STATEMENTS:
            continue
        for row in table.rows:
            links = [
                Link(NAME, _name(row.label, row.note, figure), totals[key], figure, document, document, signed=False)
                for figure in by_row[table.table_id, row.index]
                if (key := (row.note or "", figure.fiscal_year or 0)) in totals and figure.unit == "SEK"
            ]
            if any(judge_link(link).holds for link in links):
                yield from (link_outcome(link) for link in links)


def _name(label: str, note: str | None, figure: Figure) -> Message:
    what = " ".join(label.split())
    return Message(f"{what} {figure.fiscal_year}: not {note} och raden", f"{what} {figure.fiscal_year}: note {note} and the line")


def _totals(document: ArchiveDocument) -> dict[tuple[str, int], Figure]:
    """Return the total of each note by its number and year, where there is just one."""
    found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for table in document.tables:
        totals = _total_rows(table)
        for figure in document.figures:
            if figure.table_id == table.table_id and figure.row in totals and figure.fiscal_year is not None:
                found[totals[figure.row], figure.fiscal_year].append(figure)
    return {key: figures[0] for key, figures in found.items() if len(figures) == 1}


def _total_rows(table: Table) -> dict[int, str]:
    """Return the row of the total of each note in a table, and the number of the note."""
    sections: dict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        note = NOTE.match(row.section) or NOTE.match(table.title)
        if note and row.role in {"item", "total", "result"}:
            sections[note["number"]].append(row)
    return {rows[-1].index: number for number, rows in sections.items() if len(rows) == 1 or rows[-1].role == "total"}
