"""Rules that end before their table does: a dark header and the first of many zebra bands are no table of their own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.grid import Grid
from extractors.tables.rules import SNAP
from extractors.tables.stream import Band, is_seed, page_lines
from extractors.tables.words import has_digit, is_figure, text_of
from extractors.tables.years import is_year
from schemas.page import Word
from schemas.place import Box

MOST_ROWS = 2
"""Rows of figures; rules around more of them are the table's."""
ROW_GAP = 25.0
"""Points within which the next row begins."""


def goes_on(grid: Grid, words: Sequence[Word]) -> bool:
    """Tell whether a row with figures in the same columns follows right below a grid that holds a header and hardly any rows."""
    if grid.row_count > MOST_ROWS + 4:
        return False
    columns = _figure_columns(grid)
    if not columns:
        return _heads_below(grid, words)
    if max(band.count for band in columns) > MOST_ROWS:
        return False
    box = grid.box
    reach = Box(x0=box.x0, top=box.bottom - SNAP, x1=box.x1, bottom=box.bottom + ROW_GAP)
    lines = page_lines([word for word in words if reach.contains_middle_of(word.box)])
    if not lines or not is_seed(lines[0]):
        return False
    figures = [chunk for chunk in lines[0].chunks[1:] if chunk.figure]
    own = [[band for band in columns if min(chunk.x1, band.x1) > max(chunk.x0, band.x0)] for chunk in figures]
    return len(figures) == len(columns) and all(len(bands) == 1 for bands in own) and lines[0].x0 < columns[0].x0


def _heads_below(grid: Grid, words: Sequence[Word]) -> bool:
    """Tell whether a grid of years and names alone is the header of the rows of figures that follow right below it."""
    if not any(is_year(text_of(cell.words)) for cell in grid.cells if cell.col > 0):
        return False
    box = grid.box
    reach = Box(x0=box.x0, top=box.bottom - SNAP, x1=box.x1, bottom=box.bottom + 2 * ROW_GAP)
    rows = [line for line in page_lines([word for word in words if reach.contains_middle_of(word.box)])[:2] if is_seed(line)]
    return any(sum(chunk.figure for chunk in line.chunks[1:]) > 1 for line in rows)


def _figure_columns(grid: Grid) -> list[Band]:
    """Return the extents of the columns that hold figures, with the number of these."""
    bands = []
    for col in range(grid.column_count):
        cells = [cell for cell in grid.cells if cell.col == col and cell.col_span == 1]
        texts = {cell.row: text_of(cell.words) for cell in cells}
        rows = {row for row, text in texts.items() if has_digit(text) and is_figure(text) and not is_year(text)}
        boxes = [cell.box for cell in cells if cell.row in rows]
        if boxes:
            bands.append(Band(min(box.x0 for box in boxes), max(box.x1 for box in boxes), len(boxes)))
    return bands
