"""Two tables beside each other: assets on the left, equity and liabilities on the right, each with its own headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.tables.chunks import Chunk, TextLine
from extractors.tables.words import extent

LEAST_ROWS = 3
"""Rows that have labels and figures on both sides."""
SHIFT = 4.0
"""Points by which the labels of the right table may be indented."""
HEADER_LINES = 5
"""Lines above the first row in which both tables have the same headers."""
YEARS = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?|\b(?:budget|utfall|bokslut|prognos|plan)\w*", re.IGNORECASE)


def apart(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the lines of a page as one list, or as several where two tables stand side by side: left, right, and the rest."""
    rows = [(index, chunk) for index, line in enumerate(lines) if (chunk := _second_label(line)) is not None]
    for first, label in rows:
        same = [index for index, chunk in rows if index >= first and abs(chunk.x0 - label.x0) < SHIFT]
        if len(same) < LEAST_ROWS:
            continue
        gutter = min(lines[index].chunks[_place(lines[index])].x0 for index in same) - 1
        top = _same_headers(lines, first, gutter)
        if top is not None:
            bottom = _bottom(lines, same[-1], gutter)
            return [list(lines[:top]), *_halves(lines[top:bottom], gutter), *apart(lines[bottom:])]
    return [list(lines)]


def _place(line: TextLine) -> int:
    """Return the place of the chunk that is a label right of figures and left of figures; 0 where there is none."""
    figures = [chunk.figure for chunk in line.chunks]
    places = [i for i in range(2, len(figures) - 1) if not figures[i] and figures[i - 1] and figures[i + 1]]
    evenly = len(places) == 1 and not figures[0] and len(figures) == 2 * places[0]
    return places[0] if evenly and sum(not figure for figure in figures) == len(places) + 1 else 0


def _second_label(line: TextLine) -> Chunk | None:
    place = _place(line)
    return line.chunks[place] if place and re.search(r"[^\W\d_]{3}", line.chunks[place].text) else None


def _same_headers(lines: Sequence[TextLine], first: int, gutter: float) -> int | None:
    """Return the index of the topmost header line, where the years and words over both tables are the same."""
    top = None
    for index in range(first - 1, max(-1, first - 1 - HEADER_LINES), -1):
        if _crosses(lines[index], gutter):
            break
        left, right = (YEARS.findall(" ".join(chunk.text for chunk in side)) for side in _sides(lines[index], gutter))
        if left and [text.lower() for text in left] == [text.lower() for text in right]:
            top = index
        elif top is not None and not _sides(lines[index], gutter)[1]:
            break
        elif top is not None:
            top = index
    return top


def _sides(line: TextLine, gutter: float) -> tuple[list[Chunk], list[Chunk]]:
    return [chunk for chunk in line.chunks if chunk.x0 < gutter], [chunk for chunk in line.chunks if chunk.x0 >= gutter]


def _crosses(line: TextLine, gutter: float) -> bool:
    return any(chunk.x0 < gutter < chunk.x1 for chunk in line.chunks)


def _bottom(lines: Sequence[TextLine], last: int, gutter: float) -> int:
    """Return the index after the last line of both tables: one of them may be longer."""
    end = last + 1
    while end < len(lines) and not _crosses(lines[end], gutter):
        line, above = lines[end], lines[end - 1]
        if line.top - above.bottom > 2 * (line.bottom - line.top) or not any(chunk.figure for chunk in line.chunks):
            break
        end += 1
    return end


def _halves(lines: Sequence[TextLine], gutter: float) -> list[list[TextLine]]:
    halves: tuple[list[TextLine], list[TextLine]] = ([], [])
    for line in lines:
        for half, side in zip(halves, _sides(line, gutter), strict=True):
            if side:
                half.append(TextLine(side, *extent([word for chunk in side for word in chunk.words])))
    return list(halves)
