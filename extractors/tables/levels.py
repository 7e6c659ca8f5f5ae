"""Levels of headers: which columns each header text stands over, and which lines are one level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from extractors.tables.chunks import NOTE_WORD, Chunk, TextLine
from extractors.tables.rules import Segment
from extractors.tables.stream import Band
from schemas.page import Word

REACH_OF_NOTE = 25.0
"""Points; `Not` often stands hard at the end of the label column's header."""
SLACK = 8.0
"""Points by which a header may stand out over its columns."""
LEAST_GROUP = 2
"""Columns that an outer header names."""

ON_COLUMN = 5.0
"""Points; a text so near to an edge or the middle of a column stands over that column."""
UNNAMED = 15.0
"""Points that a column without a text above it counts for, when columns are shared among texts."""

Span = tuple[int, int]
"""First and last column."""
Edges = tuple[float, float]
"""Left and right edge."""


def header_levels(headers: Sequence[TextLine], bands: list[Band], rules: Sequence[Segment]) -> list[dict[Span, list[Word]]]:
    """Return header cells by (first column, last column), one dict per level.

    Lines of one level are joined; a line with a header over several columns is a level of its own.
    """
    levels: list[dict[Span, list[Word]]] = []
    open_level = False
    for number, line in enumerate(headers):
        below = headers[number + 1] if number + 1 < len(headers) else None
        groups = _groups(line, below, bands, rules)
        found: dict[Span, list[Word]] = {}
        for chunk in line.chunks:
            group = next((group for group in groups if _stands_over(chunk, group, bands)), None)
            for span, words in [(group, chunk.words)] if group else _spans(chunk, bands):
                found.setdefault(span, []).extend(words)
        spanning = any(last > first for first, last in found)
        if levels and open_level and not spanning:
            for span, words in found.items():
                levels[-1].setdefault(span, []).extend(words)
        else:
            levels.append(found)
        open_level = not spanning
    return levels


def _groups(line: TextLine, below: TextLine | None, bands: list[Band], rules: Sequence[Segment]) -> list[Span]:
    """Return the groups of columns that a header line names: over a rule that spans them, or over headers that repeat."""
    if below is None:
        return []
    over = [chunk for chunk in line.chunks if chunk.x1 > bands[_first_figures(bands)].x0]
    drawn = [span for rule in rules if line.middle < rule.at < below.middle if (span := _under(rule, bands))]
    groups = [*drawn, *_repeated(below, bands)]
    named = [group for group in groups if sum(_stands_over(chunk, group, bands) for chunk in over) == 1]
    if named and (len(named) == len(groups) or drawn):
        return named
    return _centred(line, below, bands)


def _first_figures(bands: list[Band]) -> int:
    return next((i for i, band in enumerate(bands) if band.figures), 0)


def _under(rule: Segment, bands: list[Band]) -> Span | None:
    """Return the columns of figures that a short rule spans, two at least and not all."""
    cols = [i for i, band in enumerate(bands) if band.figures and rule.start - SLACK < (band.x0 + band.x1) / 2 < rule.end + SLACK]
    first = _first_figures(bands)
    reaches_labels = first > 0 and rule.start < bands[first - 1].x1 - SLACK and rule.start < bands[first].x0 - REACH_OF_NOTE
    if len(cols) < LEAST_GROUP or len(cols) == len(bands) - first or reaches_labels:
        return None
    return cols[0], cols[-1]


def _repeated(line: TextLine, bands: list[Band]) -> list[Span]:
    """Return the groups of columns in which the same headers come again in the same order (`2024 2023 2024 2023`)."""
    first = _first_figures(bands)
    names = [""] * (len(bands) - first)
    for chunk in line.chunks:
        for (left, right), words in _spans(chunk, bands):
            if left == right >= first:
                names[left - first] = " ".join(word.text.lower() for word in words)
    if not names[:1] or not names[0]:
        return []
    starts = [i for i, name in enumerate(names) if name == names[0]]
    if len(starts) < LEAST_GROUP:
        return []
    pattern = names[: starts[1]]
    sizes = [_alike(names[start:end], pattern) for start, end in pairwise([*starts, len(names)])]
    if not all(pattern) or len(set(pattern)) < len(pattern):
        return []
    return [(first + i, first + i + size - 1) for i, size in zip(starts, sizes, strict=True) if size >= LEAST_GROUP]


def _alike(names: Sequence[str], pattern: Sequence[str]) -> int:
    """Return how many names from the first on are those of the pattern."""
    return next((i for i, (a, b) in enumerate(zip(names, pattern, strict=False)) if a != b), min(len(names), len(pattern)))


def _centred(line: TextLine, below: TextLine, bands: list[Band]) -> list[Span]:
    """Return the groups over whose middles the texts of a line stand, where one stands over no single column.

    The line below names every column; columns are shared among the texts so that each stands nearest to the middle of its own.
    """
    first = _first_figures(bands)
    places = [_extent(band, below) for band in bands[first:]]
    chunks = [chunk for chunk in line.chunks if chunk.x0 + chunk.x1 > 2 * bands[first].x0 - REACH_OF_NOTE]
    if not 0 < len(chunks) < len(places) or not all(place.named for place in places):
        return []
    if all(min(_off(chunk, [place]) for place in places) < ON_COLUMN for chunk in chunks):
        return []
    groups = _shared(chunks, places)
    return [(first + low, first + high) for low, high in groups if high > low]


class _Place(NamedTuple):
    """Where the figures of a column and its name stand."""

    figures: Edges
    name: Edges
    named: bool


def _extent(band: Band, below: TextLine) -> _Place:
    own = [chunk for chunk in below.chunks if min(chunk.x1, band.x1) > max(chunk.x0, band.x0)]
    if not own:
        return _Place((band.x0, band.x1), (band.x0, band.x1), named=False)
    return _Place((band.x0, band.x1), (own[0].x0, own[-1].x1), named=True)


def _off(chunk: Chunk, places: Sequence[_Place]) -> float:
    """Return by how much a text misses the middle of some columns; of a single one, the nearest edge or middle counts."""
    if len(places) == 1:
        (place,) = places
        edges = [(abs(chunk.x0 - x0), abs(chunk.x1 - x1), abs(chunk.x0 + chunk.x1 - x0 - x1) / 2) for x0, x1 in place[:2]]
        return min(map(min, edges))
    left = min(*places[0].figures, *places[0].name)
    right = max(*places[-1].figures, *places[-1].name)
    return abs(chunk.x0 + chunk.x1 - left - right) / 2


def _shared(chunks: Sequence[Chunk], places: Sequence[_Place]) -> list[Span]:
    """Share columns among texts, both from left to right, so that these are the least off in all; return those of each text."""
    best: list[tuple[float, list[Span]]] = [(UNNAMED * col, []) for col in range(len(places) + 1)]
    for chunk in chunks:
        before, best = best, [(inf, [])]
        for end in range(1, len(places) + 1):
            points, spans = best[-1][0] + UNNAMED, best[-1][1]
            for low in range(end):
                total = before[low][0] + _off(chunk, places[low:end])
                if total < points:
                    points, spans = total, [*before[low][1], (low, end - 1)]
            best.append((points, spans))
    return best[-1][1]


def _stands_over(chunk: Chunk, group: Span, bands: list[Band]) -> bool:
    return bands[group[0]].x0 - SLACK < (chunk.x0 + chunk.x1) / 2 < bands[group[1]].x1 + SLACK


def _spans(chunk: Chunk, bands: list[Band]) -> list[tuple[Span, list[Word]]]:
    """Return which columns a header chunk stands over; its words apart where each stands over a column of its own."""
    if len(bands) > 1 and len(chunk.words) > 1 and NOTE_WORD.fullmatch(chunk.words[-1].text):
        note, rest = Chunk(chunk.words[-1:]), Chunk(chunk.words[:-1])
        if not bands[0].figures and 0 <= _gap(note, bands[1]) < REACH_OF_NOTE:
            return [*_spans(rest, bands), ((1, 1), note.words)]
    over = [i for i, band in enumerate(bands) if min(chunk.x1, band.x1) - max(chunk.x0, band.x0) > 0]
    if len(over) <= 1:
        col = over[0] if over else min(range(len(bands)), key=lambda i: (_gap(chunk, bands[i]), i))
        return [((col, col), chunk.words)]
    nearest = [_nearest(word, bands) for word in chunk.words]
    apart = all(b.box.x0 - a.box.x1 > 0.25 * a.box.height for a, b in pairwise(chunk.words))
    if apart and set(nearest) == set(over) and nearest == sorted(nearest) and _own(chunk, bands, nearest):
        return [((i, i), [w for w, n in zip(chunk.words, nearest, strict=True) if n == i]) for i in over]
    return [((over[0], over[-1]), chunk.words)]


def _own(chunk: Chunk, bands: list[Band], nearest: list[int]) -> bool:
    """Tell whether each word overlaps its own column and no other."""
    return all(
        sum(1 for band in bands if min(word.box.x1, band.x1) > max(word.box.x0, band.x0)) <= 1
        for word, _ in zip(chunk.words, nearest, strict=True)
    )


def _nearest(word: Word, bands: list[Band]) -> int:
    x = word.box.middle[0]
    return min(range(len(bands)), key=lambda i: (max(bands[i].x0 - x, x - bands[i].x1, 0.0), i))


def _gap(chunk: Chunk, band: Band) -> float:
    return max(chunk.x0 - band.x1, band.x0 - chunk.x1)
