"""A table found on a page: cells with boxes, and what its columns and rows mean."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from schemas.amount import Unit
from schemas.figure import Scenario
from schemas.place import Box
from schemas.record import Record

RowRole = Literal["header", "heading", "item", "subitem", "total", "result", "text"]
ColumnKind = Literal["label", "figures", "note", "text"]


class Cell(Record):
    """One cell; a spanning cell stands at its upper left position."""

    row: int
    """From 0."""
    col: int
    """From 0."""
    text: str
    """NFC, repaired, lines joined by a space."""
    raw: str
    """As read, before repair."""
    page: int
    """Page, from 1 (a table may run over pages)."""
    box: Box
    """The box around its words."""
    is_header: bool = False
    """True for column headers."""
    row_span: int = 1
    """Rows covered."""
    col_span: int = 1
    """Columns covered."""
    confidence: float = 1.0
    """Lowest confidence of its words."""
    bold: bool = False
    """Whether its words are bold."""


class Column(Record):
    """What a column means."""

    index: int
    """From 0."""
    header: str = ""
    """Header levels joined by ` / `, top first."""
    kind: ColumnKind = "figures"
    """`label`, `figures`, `note` (references such as `Not 3`), `text`."""
    fiscal_year: int | None = None
    """Year that its figures are about."""
    period_start: dt.date | None = None
    """First day; equal to `period_end` for a balance."""
    period_end: dt.date | None = None
    """Last day."""
    scenario: Scenario | None = None
    """Budget, outcome, ..."""
    measure: str | None = None
    """`income`, `cost`, `net` or None."""
    unit: Unit = "SEK"
    """Unit of its figures."""
    scale: Decimal = Decimal(1)
    """What printed numbers are multiplied by: 1000 for tkr, 1000000 for mnkr."""


class Row(Record):
    """What a row means."""

    index: int
    """From 0."""
    label: str = ""
    """Its label, wrapped lines joined."""
    role: RowRole = "item"
    """`total` also for unnamed sums; `heading` has no figures; `subitem`: `varav ...`, not added into totals."""
    level: int = 0
    """Indentation level from 0."""
    section: str = ""
    """The nearest heading above it in the table (or the table's title)."""
    note: str | None = None
    """A note number it refers to."""


class Table(Record):
    """A table. Its figures are `Figure` records with this `table_id`."""

    table_id: str
    """Stable id."""
    document_id: str
    """The document."""
    page: int
    """The page it begins on."""
    box: Box
    """Its box on that page."""
    title: str = ""
    """The heading or caption above it."""
    kind: str = "other"
    """`budget`, `follow_up`, `overview`, `income_statement`, `balance_sheet`, `cash_flow`, `note`, `allocation`, `operating`,
    `investment`, `balance_requirement`, `text`, `attendance`, `facts` (label and value lists), `other`."""
    unit: str | None = None
    """As printed: `tkr`, `kr`, `mnkr`, ..."""
    cells: tuple[Cell, ...] = ()
    """All non-blank cells."""
    columns: tuple[Column, ...] = ()
    """One per column."""
    rows: tuple[Row, ...] = ()
    """One per row."""

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.columns)
