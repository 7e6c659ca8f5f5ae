"""Rows that a grid does not rule: a cell with many figures under each other is split where its neighbours have lines too."""

from __future__ import annotations

from dataclasses import replace

from extractors.tables.grid import Grid, GridCell
from extractors.tables.rows import LineCells, LogicalRow, logical_rows
from extractors.tables.words import GROUP_NEXT, extent, is_figure, text_lines
from schemas.page import Word

TWO = 2
"""Lines; a figure wraps into a second one, hardly into a third."""


def split_bands(grid: Grid) -> Grid:
    """Return the grid with every band of unruled rows split into its rows."""
    cells: list[GridCell] = []
    shift = 0
    moved: dict[int, int] = {}
    for row in range(grid.row_count):
        moved[row] = row + shift
        own = [cell for cell in grid.cells if cell.row == row and cell.row_span == 1 and cell.words]
        rows = _rows_of(own)
        if len(rows) > 1:
            shift += len(rows) - 1
            cells.extend(_parts(own, rows, moved[row]))
        else:
            cells.extend(replace(cell, row=moved[row]) for cell in own)
    cells.extend(_spanning(grid, moved))
    return replace(grid, cells=cells)


def _spanning(grid: Grid, moved: dict[int, int]) -> list[GridCell]:
    return [
        replace(cell, row=moved[cell.row], row_span=moved[cell.row + cell.row_span - 1] - moved[cell.row] + 1)
        for cell in grid.cells
        if cell.row_span > 1 and cell.words
    ]


def _rows_of(cells: list[GridCell]) -> list[LogicalRow]:
    """Return the logical rows inside one ruled band; one row when nothing speaks for more."""
    if len(cells) <= 1 or not _many_figures(cells):
        return []
    lines = [_line(line, cells) for line in text_lines([word for cell in cells for word in cell.words])]
    right = max(word.box.x1 for word in cells[0].words)
    return logical_rows(lines, right)


def _many_figures(cells: list[GridCell]) -> bool:
    """Tell whether some column has at least two whole figures under each other, and none only a wrapped figure."""
    counts = []
    for cell in cells:
        lines = text_lines(cell.words)
        texts = [" ".join(word.text for word in line) for line in lines]
        figures = sum(1 for text in texts if is_figure(text))
        if len(texts) > 1 and figures >= 0.6 * len(texts):
            if len(texts) == TWO and GROUP_NEXT.fullmatch(texts[1]):
                return False
            counts.append(figures)
    return bool(counts) and max(counts) > 1


def _line(words: list[Word], cells: list[GridCell]) -> LineCells:
    found: dict[int, list[Word]] = {}
    owner = {id(word): index for index, cell in enumerate(cells) for word in cell.words}
    for word in words:
        found.setdefault(owner[id(word)], []).append(word)
    return LineCells(found, *extent(words))


def _parts(cells: list[GridCell], rows: list[LogicalRow], first: int) -> list[GridCell]:
    return [
        replace(cell, row=first + offset, words=words)
        for offset, row in enumerate(rows)
        for index, cell in enumerate(cells)
        if (words := row.words(index))
    ]
