"""Tables drawn to a PDF page in the styles of real reports, and read back as pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.figures.concepts import Chart, load_chart
from extractors.figures.context import DocumentContext
from extractors.figures.facts import describe, figures_of_table
from extractors.page.layout import lay_out
from extractors.tables import find_tables
from schemas.document import DocumentKind
from schemas.figure import Figure
from schemas.page import Page
from schemas.table import Table
from tests.pages import pages_from_pdf

Style = Literal["ruled", "plain", "sums"]
STYLES: tuple[Style, ...] = ("ruled", "plain", "sums")
LEFT, STEP, SIZE, LEADING = 70.0, 16.0, 10.0, 12.0
CHART: Chart = load_chart((Path(__file__).parents[3] / "schemas" / "chart.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class DrawnRow:
    """One row: its label over one or more lines, and its values; the values stand on line `at` of it (0.5: between two)."""

    label: str | tuple[str, ...]
    values: tuple[str, ...] = ()
    at: float = 0
    bold: bool = False
    indent: float = 0.0

    @property
    def lines(self) -> tuple[str, ...]:
        """The label's lines."""
        return (self.label,) if isinstance(self.label, str) else self.label


class Sheet:
    """A PDF in the making; y is counted downwards from the top of the page."""

    def __init__(self, width: float = 595.0, height: float = 842.0) -> None:
        """Begin with one empty page."""
        self.buffer = io.BytesIO()
        self.height = height
        self.canvas = Canvas(self.buffer, pagesize=(width, height), invariant=1)
        self.y = 80.0

    def text(self, text: str, x: float = LEFT, *, bold: bool = False, size: float = SIZE, step: float = STEP) -> None:
        """Write one line and go down."""
        self._put(text, x, self.y, bold=bold, size=size)
        self.y += step

    def _put(  # noqa: PLR0913  # what a text is drawn with
        self, text: str, x: float, y: float, *, bold: bool = False, size: float = SIZE, right: bool = False
    ) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a rule."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def table(  # what a table is drawn from
        self, headers: Sequence[Sequence[str]], rows: Sequence[DrawnRow], rights: Sequence[float], style: Style, corner: str = ""
    ) -> None:
        """Draw a table at the current height: `headers` by line, first line first; values flush right at `rights`."""
        top = self.y - 11
        ys = [top]
        for number, line in enumerate(headers):
            if corner and number == len(headers) - 1:
                self._put(corner, LEFT, self.y, bold=True)
            for x, text in zip(rights, line, strict=True):
                self._put(text, x, self.y, bold=True, right=True)
            self.y += LEADING
        ys.append(self.y - 8)
        self.y += STEP - LEADING
        for row in rows:
            self._row(row, rights, style)
            ys.append(self.y - 11)
        if style == "ruled":
            self._rules(ys, rights)
        self.y += 2 * STEP

    def _row(self, row: DrawnRow, rights: Sequence[float], style: Style) -> None:
        for number, text in enumerate(row.lines):
            self._put(text, LEFT + row.indent, self.y + number * LEADING, bold=row.bold)
        for x, text in zip(rights, row.values, strict=False):
            if text:
                self._put(text, x, self.y + row.at * LEADING, bold=row.bold, right=True)
        if style == "sums" and row.bold and row.values:
            self.line(LEFT, self.y - 10, rights[-1], self.y - 10)
        self.y += STEP + (len(row.lines) - 1) * LEADING

    def _rules(self, ys: Sequence[float], rights: Sequence[float]) -> None:
        xs = [LEFT - 4, *_borders(rights), rights[-1] + 4]
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.canvas.showPage()
        self.y = 80.0

    def pages(self, folder: Path) -> tuple[Page, ...]:
        """Return the pages as read back."""
        self.canvas.save()
        path = folder / "drawn.pdf"
        path.write_bytes(self.buffer.getvalue())
        return pages_from_pdf(path)


def _borders(rights: Sequence[float]) -> list[float]:
    width = rights[1] - rights[0] if len(rights) > 1 else 90.0
    return [right - width + 4 for right in rights]


def read_tables(pages: Sequence[Page], kind: DocumentKind = "other", year: int | None = None) -> list[Table]:
    """Find and describe the tables of pages."""
    context = context_of(kind, year)
    return [describe(table, context) for table in find_tables(pages, lay_out(pages), "doc")]


def context_of(kind: DocumentKind = "other", year: int | None = None) -> DocumentContext:
    """Return a context with the project's chart."""
    return DocumentContext(document_id="doc", kind=kind, fiscal_year=year, chart=CHART)


def read_figures(pages: Sequence[Page], kind: DocumentKind = "other", year: int | None = None) -> list[Figure]:
    """Return the figures of all tables of pages."""
    context = context_of(kind, year)
    return [figure for table in read_tables(pages, kind, year) for figure in figures_of_table(table, context)]


def grid_of(table: Table) -> list[list[str]]:
    """Return the texts of a table row by row; blank cells are empty."""
    rows = [[""] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row][cell.col] = cell.text
    return rows


def said(figures: Sequence[Figure]) -> set[tuple[str, int | None, str | None, Decimal]]:
    """Return (label, year, scenario, value) of figures."""
    return {(figure.label, figure.fiscal_year, figure.scenario, figure.value) for figure in figures}


styles = pytest.mark.parametrize("style", STYLES)
