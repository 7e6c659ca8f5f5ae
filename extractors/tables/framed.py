"""Tables of texts between horizontal rules: one above, one under the header, one below, and white between the columns."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from extractors.tables.assemble import column_of, merged
from extractors.tables.chunks import TextLine
from extractors.tables.grid import Grid, GridCell, compact
from extractors.tables.levels import header_levels
from extractors.tables.rules import Segment
from extractors.tables.stream import Band, page_lines
from schemas.page import Word
from schemas.place import Box

LEAST_RULES = 3
SHORTEST_RULE = 120.0
"""Points."""
SAME_EDGE = 6.0
"""Points by which the ends of rules of one table may differ."""
TALLEST_HEADER = 70.0
"""Points from the first rule to the second."""
WORDY = 6.0
"""Words; chunks that are longer on average are prose."""
SHARED = 0.4
"""Share of lines that must have words in two columns."""
FEWEST_LINES = 3


def framed_grids(page: int, words: Sequence[Word], rules: Sequence[Segment]) -> list[Grid]:
    """Return the tables of texts on a page; `words` are those that stand in no other table."""
    grids = []
    for frame in frames(rules):
        if frame[1].at - frame[0].at >= TALLEST_HEADER:
            continue
        grid = _read(page, frame, words)
        if grid is not None:
            grids.append(grid)
    return grids


def frames(rules: Sequence[Segment]) -> list[list[Segment]]:
    """Group long rules of equal extent; each group has its rules from top to bottom, three at least."""
    found: list[list[Segment]] = []
    for rule in sorted(rules):
        if rule.end - rule.start < SHORTEST_RULE:
            continue
        fitting = [frame for frame in found if _same_extent(frame[-1], rule)]
        if fitting:
            fitting[-1].append(rule)
        else:
            found.append([rule])
    return [frame for frame in found if len(frame) >= LEAST_RULES]


def _same_extent(a: Segment, b: Segment) -> bool:
    return abs(a.start - b.start) < SAME_EDGE and abs(a.end - b.end) < SAME_EDGE


def _read(page: int, frame: Sequence[Segment], words: Sequence[Word]) -> Grid | None:
    box = Box(x0=frame[0].start - 3, top=frame[0].at - 1, x1=frame[0].end + 3, bottom=frame[-1].at + 1)
    lines = page_lines([word for word in words if box.contains_middle_of(word.box)])
    headers = [line for line in lines if line.middle < frame[1].at]
    body = [line for line in lines if line.middle >= frame[1].at]
    bands = merged([chunk for line in body for chunk in line.chunks])
    if not headers or not _tabular(body, bands):
        return None
    cells = [
        GridCell(row, first, found, 1, last - first + 1)
        for row, level in enumerate(header_levels(headers, bands, ()))
        for (first, last), found in level.items()
    ]
    first_row = max(cell.row for cell in cells) + 1
    for offset, row in enumerate(_rows(body, bands, frame)):
        cells.extend(GridCell(first_row + offset, col, found) for col, found in sorted(row.items()))
    return compact(Grid(page, box, cells, ruled=False, header_rows=first_row))


def _tabular(body: Sequence[TextLine], bands: Sequence[Band]) -> bool:
    if len(bands) <= 1 or len(body) < FEWEST_LINES:
        return False
    several = sum(1 for line in body if len(line.chunks) > 1)
    return several >= SHARED * len(body) and mean(len(chunk.words) for line in body for chunk in line.chunks) < WORDY


def _rows(body: Sequence[TextLine], bands: list[Band], rules: Sequence[Segment]) -> list[dict[int, list[Word]]]:
    """Group lines into rows: a rule or words in the first column begin a new one."""
    rows: list[dict[int, list[Word]]] = []
    above = rules[1].at
    for line in body:
        found: dict[int, list[Word]] = {}
        for chunk in line.chunks:
            found.setdefault(column_of(chunk, bands, leads=chunk is line.chunks[0]), []).extend(chunk.words)
        ruled = any(above < rule.at <= line.middle for rule in rules)
        if not rows or ruled or 0 in found:
            rows.append({})
        for col, chunk_words in found.items():
            rows[-1].setdefault(col, []).extend(chunk_words)
        above = line.middle
    return rows
