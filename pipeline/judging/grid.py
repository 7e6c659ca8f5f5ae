"""A table as arithmetic sees it: lines of figures, what kind each line is, and which cells could not be read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from schemas.archive import ArchiveDocument
from schemas.figure import Figure
from schemas.table import Column, Row, Table

Ref = tuple[str, int, int]
"""A cell: (table_id, row, col)."""

ADDED = ("SEK", "count")
SUM_LABEL = re.compile(r"^\W*(del)?(summa|summor|total[ta]?|s:a|sa:)\b|\b(totalt|summa)\W*$", re.IGNORECASE)
STATEMENT_LABEL = re.compile(
    r"^\W*(kassaflöde från|(årets|periodens) kassaflöde|medel från|verksamhetens (resultat|nettokostnad)|resultat (före|efter)"
    r"|likvida medel vid (årets|periodens) slut|(årets|periodens) resultat$)",
    re.IGNORECASE,
)
"""Lines of statements that follow from the lines above, though they are not called sums."""
COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
"""A number with a comma before three digits."""
SUB_LABEL = re.compile(r"^\W*(varav|därav)\b", re.IGNORECASE)
INCOME_LABEL = re.compile(r"intäkt|bidrag|medelstilldelning|avgifter från", re.IGNORECASE)
COST_LABEL = re.compile(r"kostnad|utgift|avskrivning|lämnade bidrag", re.IGNORECASE)
NAMELESS = ("unit.", "investment.project")
"""Concepts that say what kind of row it is, not whether it costs or earns."""


@dataclass(frozen=True)
class Line:
    """A row with figures."""

    row: int
    """Its index in the table."""
    label: str
    """Its label."""
    cells: dict[int, Ref]
    """Its figures that can be added, by column."""
    is_target: bool
    """Whether it states a sum or a result."""
    is_sum: bool
    """Whether its label says so in words (`Summa`, `Totalt`)."""
    opens_block: bool
    """Whether a heading stands between it and the line above."""
    is_cost: bool
    """Whether its concept or label is a cost."""
    is_income: bool = False
    """Whether its concept or label is an income."""


@dataclass(frozen=True)
class Grid:
    """One table of one document, with its figures."""

    document: ArchiveDocument
    """Where it stands."""
    table: Table
    """The table."""
    figures: dict[Ref, Figure]
    """Its figures, by cell."""

    @cached_property
    def unit(self) -> str:
        """The unit that most of its figures have."""
        counts = Counter(figure.unit for figure in self.figures.values())
        return max(sorted(counts), key=lambda unit: counts[unit], default="SEK")

    @cached_property
    def units(self) -> dict[int, str]:
        """The unit in which a column is added up: its own where most of its figures are money or counts, else the table's."""
        counts: dict[int, Counter[str]] = {}
        for ref, figure in self.figures.items():
            counts.setdefault(ref[2], Counter())[figure.unit] += 1
        return {
            col: next((unit for unit in ADDED if found[unit] * 2 > found.total()), self.unit) for col, found in counts.items()
        }

    @cached_property
    def columns(self) -> dict[int, Column]:
        """Columns that hold figures, by index."""
        used = {ref[2] for ref in self.figures}
        return {column.index: column for column in self.table.columns if column.index in used and column.kind == "figures"}

    @cached_property
    def unread(self) -> frozenset[Ref]:
        """Cells with digits that did not become a figure."""
        cells = {(self.table.table_id, cell.row, cell.col): cell.text for cell in self.table.cells if not cell.is_header}
        return frozenset(ref for ref, text in cells.items() if ref not in self.figures and any(c.isdigit() for c in text))

    @cached_property
    def ambiguous(self) -> frozenset[int]:
        """Columns that mix `1,538` with whole numbers: its comma may part thousands, the English way."""
        raws: dict[int, list[str]] = {}
        for ref, figure in self.figures.items():
            raws.setdefault(ref[2], []).append("".join(figure.raw.split()).lstrip("+-−–"))
        return frozenset(
            col
            for col, found in raws.items()
            if any(COMMA_THOUSANDS.fullmatch(raw) for raw in found) and sum(raw.isdigit() and raw != "0" for raw in found) > 1
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Rows with figures that take part in sums, in order; `varav` rows and rows of another unit left out."""
        by_row: dict[int, dict[int, Ref]] = {}
        for ref, figure in self.figures.items():
            if figure.unit == self.units[ref[2]] and ref[2] in self.columns and figure.value_high is None:
                by_row.setdefault(ref[1], {})[ref[2]] = ref
        lines: list[Line] = []
        opens = True
        for row in self.table.rows:
            cells = by_row.get(row.index)
            if cells and lines and self._continues(row, cells, lines[-1]):
                lines[-1] = replace(lines[-1], cells=dict(sorted({**lines[-1].cells, **cells}.items())))
            elif cells and not _is_subitem(row):
                lines.append(self._line(row, dict(sorted(cells.items())), opens=opens))
                opens = False
            elif row.role == "heading":
                opens = True
        return tuple(lines)

    def _continues(self, row: Row, cells: dict[int, Ref], above: Line) -> bool:
        """Tell whether a row of a scanned page is a piece of the row above: it has no label and fills what that leaves empty."""
        is_scanned = self.table.page in self.document.scanned_pages
        return is_scanned and not row.label.strip() and row.index == above.row + 1 and cells.keys().isdisjoint(above.cells)

    def _line(self, row: Row, cells: dict[int, Ref], *, opens: bool) -> Line:
        concept = next((self.figures[ref].concept for ref in cells.values()), None) or ""
        is_sum = bool(SUM_LABEL.search(row.label))
        is_cost = concept.startswith("cost") or (
            (not concept or concept.startswith(NAMELESS)) and bool(COST_LABEL.search(row.label))
        )
        return Line(
            row=row.index,
            label=row.label,
            cells=cells,
            is_target=row.role in ("total", "result") or is_sum or bool(STATEMENT_LABEL.match(row.label)),
            is_sum=is_sum,
            opens_block=opens,
            is_cost=is_cost,
            is_income=not is_cost and (concept.startswith("income") or bool(INCOME_LABEL.search(row.label))),
        )


def _is_subitem(row: Row) -> bool:
    return row.role in ("subitem", "header") or bool(SUB_LABEL.match(row.label))


def grids_of(document: ArchiveDocument) -> tuple[Grid, ...]:
    """Return the tables of a document that hold figures, in reading order."""
    by_table: dict[str, dict[Ref, Figure]] = {}
    for (table_id, row, col), figure in document.figures_by_cell.items():
        by_table.setdefault(table_id, {})[table_id, row, col] = figure
    tables = sorted(document.tables, key=lambda table: (table.page, table.box.top, table.box.x0, table.table_id))
    return tuple(Grid(document, table, by_table[table.table_id]) for table in tables if table.table_id in by_table)
