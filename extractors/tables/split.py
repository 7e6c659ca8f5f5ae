"""Columns that a grid does not rule, and columns that only look ruled."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.tables.chunks import TextLine, chunk_line, gaps_of
from extractors.tables.grid import Grid, GridCell
from extractors.tables.stream import FLUSH, Band, figure_bands
from extractors.tables.words import has_digit, height, is_figure, text_lines, text_of
from extractors.tables.years import is_year
from schemas.page import Word

CLEAR = 0.75
"""The white between two columns, in text heights, that lets a cell be split."""
SHARE = 0.6
"""A column is split where this share of its cells has figures side by side."""


def split_spans(grid: Grid, edges: list[float]) -> Grid:
    """Split cells over several columns whose words stand clear of the column borders `edges` (x of each, left to right)."""
    cells: list[GridCell] = []
    for cell in grid.cells:
        parts = _by_column(cell, edges) if cell.col_span > 1 and cell.words else []
        cells.extend(parts if len(parts) > 1 else [cell])
    return replace(grid, cells=cells)


def _by_column(cell: GridCell, edges: list[float]) -> list[GridCell]:
    inner = edges[cell.col + 1 : cell.col + cell.col_span]
    if any(word.box.x0 < x - 1 and word.box.x1 > x + 1 for word in cell.words for x in inner):
        return []
    groups: dict[int, list[Word]] = {}
    for word in cell.words:
        groups.setdefault(cell.col + sum(1 for x in inner if word.box.middle[0] > x), []).append(word)
    if not _clear(groups):
        return []
    return [replace(cell, col=col, col_span=1, words=words) for col, words in sorted(groups.items())]


def _clear(groups: dict[int, list[Word]]) -> bool:
    """Tell whether there is white between neighbouring groups on every text line."""
    ordered = [groups[col] for col in sorted(groups)]
    size = height([word for words in ordered for word in words])
    for left, right in pairwise(ordered):
        for a in left:
            for b in right:
                level = min(a.box.bottom, b.box.bottom) - max(a.box.top, b.box.top)
                if level > 0.3 * size and b.box.x0 - a.box.x1 < CLEAR * size:
                    return False
    return True


def split_columns(grid: Grid) -> Grid:
    """Split columns in which most cells hold figures side by side."""
    for col in range(grid.column_count - 1, -1, -1):
        bands = _inner_bands(grid, col)
        if len(bands) > 1:
            grid = _cut(grid, col, bands)
    return grid


def _inner_bands(grid: Grid, col: int) -> list[Band]:
    lines = [_line(cell) for cell in grid.cells if cell.col == col and cell.col_span == 1 and cell.words]
    several = [line for line in lines if sum(1 for chunk in line.chunks if chunk.number) > 1]
    if len(several) <= 1 or len(several) < SHARE * (len(lines) - 1):
        return []
    if any(not chunk.figure for line in several for chunk in line.chunks[1:]):
        return []
    labelled = sum(1 for line in several if not line.chunks[0].figure) > len(several) / 2
    rows = several if labelled else [_with_blank(line) for line in several]
    bands = figure_bands(rows)
    if labelled:
        return [Band(min(line.x0 for line in lines), bands[0].x0 - 1, 1, figures=False), *bands]
    return bands


def _with_blank(line: TextLine) -> TextLine:
    return TextLine([line.chunks[0], *line.chunks], line.top, line.bottom)


def _line(cell: GridCell) -> TextLine:
    first = text_lines(cell.words)[0]
    return chunk_line(first, gaps_of([first], height(cell.words)))


def _cut(grid: Grid, col: int, bands: list[Band]) -> Grid:
    borders = [(left.x1 + right.x0) / 2 for left, right in pairwise(bands)]
    more = len(borders)
    cells: list[GridCell] = []
    for cell in grid.cells:
        if cell.col > col:
            cells.append(replace(cell, col=cell.col + more))
        elif cell.col + cell.col_span <= col:
            cells.append(cell)
        elif cell.col == col and cell.col_span == 1:
            cells.extend(_pieces(cell, borders))
        else:
            cells.append(replace(cell, col_span=cell.col_span + more))
    return replace(grid, cells=cells)


def _pieces(cell: GridCell, borders: list[float]) -> list[GridCell]:
    crossing = any(word.box.x0 < x - 1 and word.box.x1 > x + 1 for word in cell.words for x in borders)
    if crossing and len(cell.words) <= 1:
        return [replace(cell, col_span=len(borders) + 1)]
    groups: dict[int, list[Word]] = {}
    for word in cell.words:
        groups.setdefault(sum(1 for x in borders if word.box.middle[0] > x), []).append(word)
    return [replace(cell, col=cell.col + place, words=words) for place, words in sorted(groups.items())]


def split_headers(grid: Grid) -> Grid:
    """Split header cells over several columns where every line of them ends flush with the figures of single columns."""
    rights = _rights(grid)
    first = min((cell.row for cell in grid.cells if _is_value(cell)), default=0)
    cells: list[GridCell] = []
    for cell in grid.cells:
        cols = [col for col in range(cell.col, cell.col + cell.col_span) if col in rights]
        heads = cell.row + cell.row_span <= first and len(cols) > 1
        cells.extend((_flush_parts(cell, cols, rights) if heads else []) or [cell])
    return replace(grid, cells=cells)


def _is_value(cell: GridCell) -> bool:
    text = text_of(cell.words)
    return cell.col > 0 and has_digit(text) and is_figure(text) and not is_year(text)


def _rights(grid: Grid) -> dict[int, float]:
    """Return where the figures of each column end."""
    found: dict[int, list[float]] = {}
    for cell in grid.cells:
        if cell.col_span == 1 and _is_value(cell):
            found.setdefault(cell.col, []).append(cell.box.x1)
    return {col: median(edges) for col, edges in found.items() if len(edges) > 1}


def _flush_parts(cell: GridCell, cols: list[int], rights: dict[int, float]) -> list[GridCell]:
    """Return the cell in parts, one a column, the rest at the left as a label; nothing where the lines do not end flush."""
    parts: dict[int, list[Word]] = {}
    for line in text_lines(cell.words):
        waiting: list[Word] = []
        for word in line:
            if cell.col < cols[0] and waiting and word.box.x0 - waiting[-1].box.x1 > CLEAR * word.box.height:
                parts.setdefault(cell.col, []).extend(waiting)
                waiting = []
            waiting.append(word)
            col = next((col for col in cols if abs(word.box.x1 - rights[col]) < FLUSH), None)
            if col is not None:
                parts.setdefault(col, []).extend(waiting)
                waiting = []
        if waiting:
            return []
    return [replace(cell, col=col, col_span=1, words=words) for col, words in sorted(parts.items())] if len(parts) > 1 else []


def merge_columns(grid: Grid) -> Grid:
    """Join neighbouring columns that some cell covers both of and that no row uses separately."""
    col = 0
    while col + 1 < grid.column_count:
        if _one_column(grid, col):
            grid = _joined(grid, col)
        else:
            col += 1
    return grid


def _one_column(grid: Grid, col: int) -> bool:
    at = grid.at()
    covered = 0
    for row in range(grid.row_count):
        left, right = at.get((row, col)), at.get((row, col + 1))
        if left is not None and left is right:
            covered += left.col + left.col_span == col + 2 and left.col == col
        elif left is not None and right is not None:
            return False
    return covered > 0


def _joined(grid: Grid, col: int) -> Grid:
    cells = []
    for cell in grid.cells:
        if cell.col > col:
            cells.append(replace(cell, col=cell.col - 1))
        elif cell.col + cell.col_span > col + 1:
            cells.append(replace(cell, col_span=cell.col_span - 1))
        else:
            cells.append(cell)
    return replace(grid, cells=cells)
