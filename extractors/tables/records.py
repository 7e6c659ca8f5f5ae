"""From a grid to the `Table` record."""

from __future__ import annotations

import unicodedata

from extractors.tables.grid import Grid, GridCell
from extractors.tables.headers import header_count, own_title
from extractors.tables.titles import Caption, unit_line
from extractors.tables.words import is_measured, raw_of, text_of, with_lost_space
from schemas.record import stable_id
from schemas.table import Cell, Column, Row, Table


def table_of(document_id: str, grid: Grid, caption: Caption) -> Table:
    """Return the table with cells, and rows and columns that have no meaning yet."""
    headers = header_count(grid)
    own = own_title(grid, headers, unit_line)
    return Table(
        table_id=stable_id("table", document_id, grid.page, grid.box.rounded()),
        document_id=document_id,
        page=grid.page,
        box=grid.box,
        title=own if own and not (caption.near and caption.title and not _is_row(grid, own)) else caption.title,
        unit=caption.unit,
        cells=tuple(_cell(cell, grid.page, headers) for cell in grid.cells),
        columns=tuple(Column(index=col) for col in range(grid.column_count)),
        rows=tuple(Row(index=row, role="header" if row < headers else "item") for row in range(grid.row_count)),
    )


def _is_row(grid: Grid, text: str) -> bool:
    """Tell whether `text` fills a row of the grid alone."""
    first = [cell for cell in grid.cells if cell.row == 0]
    return len(first) == 1 and text_of(first[0].words) == text


def _text(cell: GridCell) -> str:
    text = " ".join(map(text_of, (cell.words, *cell.rest)))
    return with_lost_space(text) if is_measured(cell.words) else text


def _cell(cell: GridCell, page: int, headers: int) -> Cell:
    return Cell(
        row=cell.row,
        col=cell.col,
        text=unicodedata.normalize("NFC", _text(cell)),
        raw=" ".join(map(raw_of, (cell.words, *cell.rest))),
        page=cell.page or page,
        box=cell.box,
        is_header=cell.row < headers,
        row_span=cell.row_span,
        col_span=cell.col_span,
        confidence=min(word.confidence for words in (cell.words, *cell.rest) for word in words),
        bold=all(word.bold for word in cell.words),
    )
