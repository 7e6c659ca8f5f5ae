"""Tables whose rows are ruled and whose columns are not: cells wrap, so that only the rules tell where a row ends.

The columns are the white that no line crosses. Rules that leave out the first columns part rows below one label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median

from extractors.tables.assemble import merged
from extractors.tables.chunks import Chunk, TextLine
from extractors.tables.framed import frames
from extractors.tables.grid import Grid, compact
from extractors.tables.judge import is_table
from extractors.tables.lattice import inside, read_lattice
from extractors.tables.rules import JOIN, RuleGroup, Segment
from extractors.tables.stream import Band, page_lines
from extractors.tables.words import goes_on, has_digit, is_figure, is_measured
from schemas.page import Word
from schemas.place import Box

FEWEST_ROWS = 3
HEADER_GAP = 1.2
"""Header lines above the first rule are not further apart than this many text heights."""
MOST_HEADERS = 4
MARGIN = 1.0
"""Points of white between words and a rule that is not drawn."""
MANY_LINES = 8
"""So many lines leave no white between columns by chance."""
NARROW = 0.45
"""White between columns of many lines, in text heights; the space in a figure is less."""
FILLED = 0.6
"""Share of the rows that must have texts in two columns."""


def row_ruled_grids(page: int, words: Sequence[Word], rules: Sequence[Segment]) -> list[Grid]:
    """Return the tables of a page in which rules alone tell the rows; `words` are those that stand in no other table."""
    grids = [_read(page, frame, words, rules) for frame in frames(rules)]
    return [grid for grid in grids if grid is not None]


def _read(page: int, frame: Sequence[Segment], words: Sequence[Word], rules: Sequence[Segment]) -> Grid | None:
    left, right = min(rule.start for rule in frame), max(rule.end for rule in frame)
    own = [word for word in words if left - JOIN < word.box.middle[0] < right + JOIN]
    lines = page_lines(own)
    ends = [rule.at for rule in frame]
    body = [line for line in lines if ends[0] < line.middle < ends[-1]]
    bands = _columns(body)
    borders = [left, *((a.x1 + b.x0) / 2 for a, b in pairwise(bands)), right]
    if len(body) >= MANY_LINES:
        lines = [_cut(line, borders[1:-1]) for line in lines]
        body = [line for line in lines if ends[0] < line.middle < ends[-1]]
    within = [
        rule
        for rule in rules
        if ends[0] - JOIN < rule.at < ends[-1] + JOIN and left - JOIN < rule.start < rule.end < right + JOIN
    ]
    rows = _rows(body, sorted({rule.at for rule in within}))
    if len(bands) <= 1 or not _told_by_rules(rows, bands, borders):
        return None
    headers = _headers([line for line in lines if line.middle < ends[0]], bands)
    top = min((line.top for line in headers), default=ends[0]) - MARGIN
    group = RuleGroup(
        (*within, *([Segment(top, left, right)] if headers else [])),
        tuple(Segment(x, top, ends[-1]) for x in borders),
    )
    box = Box(x0=left, top=top, x1=right, bottom=ends[-1])
    grid = replace(compact(read_lattice(page, group, inside(own, box))), header_rows=1 if headers else 0)
    return grid if is_table(grid) else None


def _columns(body: Sequence[TextLine]) -> list[Band]:
    """Return the columns: what the lines leave white between, even little of it where they are many."""
    if len(body) < MANY_LINES:
        return merged([chunk for line in body if len(line.chunks) > 1 for chunk in line.chunks])
    words = merged([Chunk([word]) for line in body for word in line.words])
    least = NARROW * median(line.bottom - line.top for line in body)
    bands: list[Band] = []
    for band in words:
        if bands and band.x0 - bands[-1].x1 < least:
            bands[-1].x1 = max(bands[-1].x1, band.x1)
        else:
            bands.append(band)
    return bands


def _cut(line: TextLine, borders: Sequence[float]) -> TextLine:
    """Return the line with its texts cut at the borders between columns, where no word runs over them."""
    parts: list[Chunk] = []
    for chunk in line.chunks:
        places = [sum(word.box.middle[0] > x for x in borders) for word in chunk.words]
        parts.extend(
            Chunk([word for word, _ in group]) for _, group in groupby(zip(chunk.words, places, strict=True), itemgetter(1))
        )
    return TextLine(parts, line.top, line.bottom)


def _rows(body: Sequence[TextLine], ends: Sequence[float]) -> list[list[TextLine]]:
    rows = [[line for line in body if above < line.middle < below] for above, below in pairwise(ends)]
    return [row for row in rows if row]


def _told_by_rules(rows: Sequence[Sequence[TextLine]], bands: Sequence[Band], borders: Sequence[float]) -> bool:
    """Tell whether the rules make the rows: some row has several lines, and no cell has figures under each other."""
    if len(rows) < FEWEST_ROWS or not any(len(row) > 1 for row in rows):
        return False
    measured = is_measured([word for row in rows for line in row for word in line.words])
    texts = [[_texts(row, band) for band in bands] for row in rows]
    if any(_stacked(cell, measured=measured) for row in texts for cell in row) or not all(
        _parts(line, borders) for row in rows for line in row
    ):
        return False
    return sum(sum(map(bool, row)) > 1 for row in texts) >= FILLED * len(texts)


def _texts(row: Sequence[TextLine], band: Band) -> list[str]:
    return [chunk.text for line in row for chunk in line.chunks if _over(chunk, band)]


def _over(chunk: Chunk, band: Band) -> bool:
    return min(chunk.x1, band.x1) > max(chunk.x0, band.x0)


def _parts(line: TextLine, borders: Sequence[float]) -> bool:
    """Tell whether no text of a line runs over a border between columns."""
    return not any(chunk.x0 < x < chunk.x1 for chunk in line.chunks for x in borders[1:-1])


def _in_columns(line: TextLine, bands: Sequence[Band]) -> bool:
    return all(sum(_over(chunk, band) for band in bands) <= 1 for chunk in line.chunks)


def _stacked(texts: Sequence[str], *, measured: bool) -> bool:
    """Tell whether several whole figures stand in one cell; `1 416` over `000` is one."""
    figures = [text for text in texts if is_figure(text) and has_digit(text)]
    return len(figures) > 1 and not goes_on(figures[0], figures[1:], measured=measured)


def _headers(above: Sequence[TextLine], bands: Sequence[Band]) -> list[TextLine]:
    """Return the lines right above the first rule that stand over single columns, two at least."""
    found: list[TextLine] = []
    for line in reversed(above[-MOST_HEADERS:]):
        size = line.bottom - line.top
        near = not found or found[0].top - line.bottom < HEADER_GAP * size
        if not near or not _in_columns(line, bands) or len(line.chunks) <= 1:
            break
        found.insert(0, line)
    return found
