"""From a region of lines to a grid: label columns, figure columns, header levels, rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.chunks import Chunk, TextLine
from extractors.tables.grid import Grid, GridCell, compact
from extractors.tables.levels import header_levels
from extractors.tables.rows import NEARER, LineCells, logical_rows
from extractors.tables.stream import Band, Region, is_seed
from schemas.page import Word
from schemas.place import union

CLEAR = 1.0
"""White, in text heights, between the name of a column without figures and its neighbours."""
SHARED = 0.5
"""A text column needs entries in this share of the rows."""


def columns_of(region: Region) -> list[Band]:
    """Return all columns from left to right: of labels, of figures, of text beside figures."""
    rows = [line for line in region.lines if is_seed(line)]
    left = region.bands[0].x0
    labels = _label_bands(region.lines, rows, left)
    right = [chunk for line in rows for chunk in line.chunks[1:] if not chunk.figure and chunk.x0 > left]
    extra = [chunk for chunk in right if all(_gap(chunk, band) > 0 for band in region.bands)]
    bands = [*labels, *region.bands, *merged(extra)]
    return sorted([*bands, *_empty(region, bands)], key=lambda band: band.x0)


def _empty(region: Region, bands: Sequence[Band]) -> list[Band]:
    """Return columns that have a name and no figure: a line of headers names all others, and one more beside them."""
    for line in region.headers:
        over = [chunk for chunk in line.chunks if chunk.x1 > region.bands[0].x0]
        free = [chunk for chunk in over if all(_gap(chunk, band) > CLEAR * (line.bottom - line.top) for band in bands)]
        if free and all(sum(_gap(chunk, band) < 0 for chunk in over) == 1 for band in region.bands):
            return [Band(chunk.x0, chunk.x1, 0) for chunk in free]
    return []


def _label_bands(lines: Sequence[TextLine], rows: Sequence[TextLine], left: float) -> list[Band]:
    chunks = [chunk for line in rows for chunk in line.chunks if chunk.x0 < left and chunk.x1 <= left + 2]
    bands = [band for band in merged(chunks) if band.count >= SHARED * len(rows)]
    if not bands:
        others = [chunk for line in lines for chunk in line.chunks if chunk.x0 < left]
        spread = merged(others)
        return [Band(spread[0].x0, spread[-1].x1, len(others), figures=False)] if spread else []
    bands[0].x0 = min([bands[0].x0] + [line.x0 for line in lines if line.x0 < left])
    return bands


def merged(chunks: Sequence[Chunk]) -> list[Band]:
    """Return the extents of chunks that overlap, left to right."""
    bands: list[Band] = []
    for chunk in sorted(chunks, key=lambda item: item.x0):
        if bands and chunk.x0 < bands[-1].x1:
            bands[-1].x1 = max(bands[-1].x1, chunk.x1)
            bands[-1].count += 1
        else:
            bands.append(Band(chunk.x0, chunk.x1, 1, figures=False))
    return bands


def _gap(chunk: Chunk, band: Band) -> float:
    return max(chunk.x0 - band.x1, band.x0 - chunk.x1)


def assemble(page: int, region: Region) -> Grid:
    """Return the grid of a region."""
    bands = columns_of(region)
    cells: list[GridCell] = []
    row = 0
    for level in header_levels(region.headers, bands, region.rules):
        cells.extend(GridCell(row, first, words, 1, last - first + 1) for (first, last), words in level.items())
        row += 1
    header_rows = row
    body = _body(region, bands)
    label_right = bands[1].x0 if len(bands) > 1 else bands[0].x1
    for logical in logical_rows(body, label_right - 4):
        cols = sorted({col for line in logical.lines for col in line.cells})
        cells.extend(GridCell(row, col, logical.words(col)) for col in cols)
        row += 1
    box = union(word.box for word in region.words)
    return compact(Grid(page, box, cells, ruled=False, header_rows=header_rows))


def _body(region: Region, bands: list[Band]) -> list[LineCells]:
    """Return the lines below the headers by column, with the rules that stand between them."""
    above = [0.0, *(line.middle for line in region.lines)]
    step = max((b.middle - a.middle for a, b in pairwise(region.lines)), default=0.0)
    below = [*(line.middle for line in region.lines[1:]), region.lines[-1].middle + step]
    body = []
    for upper, line, lower in zip(above, region.lines, below, strict=False):
        cells = _line_cells(line, bands, barrier=any(upper < rule.at < line.middle for rule in region.rules))
        cells.drawn_up = 0 < line.middle - upper < NEARER * (lower - line.middle)
        body.append(cells)
    return body


def _line_cells(line: TextLine, bands: list[Band], *, barrier: bool) -> LineCells:
    cells: dict[int, list[Word]] = {}
    for chunk in line.chunks:
        leads = chunk is line.chunks[0]
        cells.setdefault(column_of(chunk, bands, leads=leads), []).extend(chunk.words)
    return LineCells(cells, line.top, line.bottom, barrier)


def column_of(chunk: Chunk, bands: list[Band], *, leads: bool) -> int:
    """Return the column that a chunk stands in; `leads` is true for the first chunk of its line.

    Text that begins left of the figures is a label, unless it reaches the figures' column and another chunk is the label.
    """
    first = next((i for i, band in enumerate(bands) if band.figures), len(bands))
    left = first and first < len(bands) and chunk.x0 < bands[first].x0 - 2
    if left and not chunk.figure and (leads or chunk.x1 < bands[first].x0):
        starts = [i for i in range(first) if bands[i].x0 <= chunk.x0 + 3]
        return starts[-1] if starts else 0
    return min(range(len(bands)), key=lambda i: (_gap(chunk, bands[i]), i))
