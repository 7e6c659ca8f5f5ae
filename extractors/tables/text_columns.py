"""Tables of texts without any rule: a line of names, and below each name texts that begin where it begins.

Two columns of such lines may be any page set in columns, so three are asked for, and more rows and usual names where the header
is not bold (an OCR does not tell, nor do all fonts).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from extractors.tables.chunks import Chunk, TextLine
from extractors.tables.grid import Grid, GridCell, compact
from extractors.tables.headers import TEXT_COLUMN
from extractors.tables.judge import CONTACT
from extractors.tables.stream import page_lines
from extractors.tables.words import has_digit
from schemas.page import Word
from schemas.place import union

FEWEST_COLUMNS = 3
FEWEST_ROWS = 3
FEWEST_UNSURE = 4
"""Rows that are asked for where no font tells the header."""
FLUSH = 3.0
"""Points by which texts of one column may begin apart."""
SHORT_NAME = 4
"""Words; names of columns are no longer."""
ROW_GAP = 2.5
"""Rows are not further apart than this many text heights."""
FILLED = 0.6
"""Share of the rows that must have texts in two columns, and of the columns that must be used by half of the rows."""
FILLED_UNSURE = 0.75
"""The same where no font tells the header."""
WIDER = 1.25
"""Rows are apart where the step between them is so many times that between lines."""


def text_grids(page: int, words: Sequence[Word]) -> list[Grid]:
    """Return the tables of texts on a page; `words` are those that stand in no other table."""
    lines = page_lines(words)
    grids: list[Grid] = []
    start = 0
    while start < len(lines):
        body = _body(lines, start) if _may_head(lines[start]) else []
        rows = _rows(body, _lefts(lines[start]))
        if _tabular(lines[start], rows):
            grids.append(_grid(page, lines[start], rows))
            start += len(body)
        start += 1
    return grids


def _lefts(header: TextLine) -> list[float]:
    return [chunk.x0 for chunk in header.chunks]


def _may_head(line: TextLine) -> bool:
    return len(line.chunks) >= FEWEST_COLUMNS and all(
        len(chunk.words) <= SHORT_NAME and not has_digit(chunk.text) and chunk.text[0].isupper() for chunk in line.chunks
    )


def _column(chunk: Chunk, lefts: Sequence[float]) -> int | None:
    """Return the column that a chunk begins flush with and stays in."""
    col = bisect_right(lefts, chunk.x0 + FLUSH) - 1
    right = lefts[col + 1] if col + 1 < len(lefts) else inf
    return col if col >= 0 and abs(chunk.x0 - lefts[col]) < FLUSH and chunk.x1 < right else None


def _body(lines: Sequence[TextLine], start: int) -> list[TextLine]:
    lefts = _lefts(lines[start])
    body: list[TextLine] = []
    for above, line in pairwise(lines[start:]):
        apart = line.top - above.bottom > ROW_GAP * (line.bottom - line.top)
        if apart or any(_column(chunk, lefts) is None for chunk in line.chunks):
            break
        body.append(line)
    return body


def _rows(body: Sequence[TextLine], lefts: Sequence[float]) -> list[list[TextLine]]:
    """Group lines into rows: by the steps between them, or where these are even, by texts in the first column."""
    steps = [line.middle - above.middle for above, line in pairwise(body)]
    least = min(steps, default=0.0)
    uneven = max(steps, default=0.0) > WIDER * least
    rows: list[list[TextLine]] = []
    for line, step in zip(body, [inf, *steps], strict=False):
        first = line.chunks[0]
        begins = step > WIDER * least if uneven else abs(first.x0 - lefts[0]) < FLUSH and not first.text[0].islower()
        if begins or not rows:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _tabular(header: TextLine, rows: Sequence[Sequence[TextLine]]) -> bool:
    words = [word for row in rows for line in row for word in line.words]
    lefts = _lefts(header)
    bold = all(word.bold for word in header.words) and not all(word.bold for word in words)
    plain = sum(TEXT_COLUMN.fullmatch(chunk.text) is not None for chunk in header.chunks) > 1
    if not (bold or plain) or len(rows) < (FEWEST_ROWS if bold else FEWEST_UNSURE):
        return False
    if CONTACT.search(" ".join(word.text for word in words)):
        return False
    filled = [{_column(chunk, lefts) for line in row for chunk in line.chunks} for row in rows]
    used = sum(2 * sum(col in row for row in filled) >= len(rows) for col in range(len(lefts)))
    share = FILLED if bold else FILLED_UNSURE
    return sum(len(row) > 1 for row in filled) >= share * len(rows) and used >= share * len(lefts)


def _grid(page: int, header: TextLine, rows: Sequence[Sequence[TextLine]]) -> Grid:
    lefts = _lefts(header)
    cells = [GridCell(0, col, chunk.words) for col, chunk in enumerate(header.chunks)]
    for number, row in enumerate(rows, 1):
        found: dict[int, list[Word]] = {}
        for line in row:
            for chunk in line.chunks:
                found.setdefault(_column(chunk, lefts) or 0, []).extend(chunk.words)
        cells.extend(GridCell(number, col, words) for col, words in sorted(found.items()))
    box = union(word.box for cell in cells for word in cell.words)
    return compact(Grid(page, box, cells, ruled=False, header_rows=1))
