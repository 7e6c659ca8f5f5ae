"""Where columns of figures part: `512 498` is one figure or two, as the other rows show and as the sums close.

Figures are parted where another row has two there (`1 705 1 721` can be nothing else), or two names stand above; but not where
sums close before and no longer after. Pieces are joined (`1   255`) where sums close in every column only then.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractors.tables.chunks import Chunk, TextLine
from extractors.tables.words import GROUP_NEXT, GROUP_START, is_measured
from extractors.values.amounts import parse_amount

FLUSH = 1.5
"""Points by which right edges of one column may differ."""
FLUSH_OF_INK = 3.0
"""The same where an OCR measured them."""
LEAST_ROWS = 3
"""Rows from which pieces are joined."""


def parted(rows: Sequence[TextLine], headers: Sequence[TextLine] = ()) -> dict[int, TextLine]:
    """Return the lines, by id, in which figures are to be parted or joined; `rows` are the lines of one table, top first."""
    changed = list(rows)
    for edge in _edges(changed):
        apart = [_cut(line, edge) for line in changed]
        if any(a is not b for a, b in zip(apart, changed, strict=True)) and _right_cut(changed, apart, edge, headers):
            changed = apart
    whole = [_joined(line) for line in changed]
    if sum(a is not b for a, b in zip(whole, changed, strict=True)) >= LEAST_ROWS and _closes_better(whole, changed):
        changed = whole
    return {id(old): new for old, new in zip(rows, changed, strict=True) if new is not old}


def _flush(line: TextLine) -> float:
    return FLUSH_OF_INK if is_measured(line.words) else FLUSH


def _edges(rows: Sequence[TextLine]) -> list[float]:
    """Return where words end inside figures of several words, each place once, left to right."""
    ends = sorted(word.box.x1 for line in rows for chunk in line.chunks[1:] if chunk.figure for word in chunk.words[:-1])
    places: list[float] = []
    for end in ends:
        if not places or end - places[-1] > FLUSH_OF_INK:
            places.append(end)
    return places


def _cut(line: TextLine, edge: float) -> TextLine:
    """Return the line with the figure that has a word ending at `edge` cut there, if both parts are figures."""
    parts: list[Chunk] = []
    for chunk in line.chunks:
        place = next((i for i, word in enumerate(chunk.words[:-1], 1) if abs(word.box.x1 - edge) < _flush(line)), 0)
        left, right = Chunk(chunk.words[:place]), Chunk(chunk.words[place:])
        cut = place and chunk is not line.chunks[0] and chunk.figure and left.number and right.number
        parts.extend([left, right] if cut else [chunk])
    return line if len(parts) == len(line.chunks) else TextLine(parts, line.top, line.bottom)


def _right_cut(before: Sequence[TextLine], after: Sequence[TextLine], edge: float, headers: Sequence[TextLine]) -> bool:
    """Tell whether columns part at `edge`: no figure runs over it uncut, and another row, the header says so."""
    if any(chunk.x0 < edge < chunk.x1 - FLUSH_OF_INK for line in after for chunk in line.chunks[1:] if chunk.figure):
        return False
    cut = [new for old, new in zip(before, after, strict=True) if old is not new]
    right = max(_right_of(line, edge).x1 for line in cut)
    white = max(_right_of(line, edge).x0 for line in cut) - edge
    kept = [line for old, line in zip(before, after, strict=True) if old is line]
    proven = any(_has_both(line, edge, right) and not _reads_on(line, edge, white) for line in kept)
    return (proven or any(_has_both(line, edge, right) for line in headers)) and not _closes_better(before, after)


def _reads_on(line: TextLine, edge: float, white: float) -> bool:
    """Tell whether what begins right of `edge` may be the end of a figure that an OCR tore, no further off than in other rows."""
    after = _right_of(line, edge)
    return bool(GROUP_NEXT.fullmatch(after.words[0].text)) and after.x0 - edge < white + FLUSH_OF_INK


def _right_of(line: TextLine, edge: float) -> Chunk:
    return next(chunk for chunk in line.chunks if chunk.x1 > edge + FLUSH_OF_INK)


def _has_both(line: TextLine, edge: float, right: float) -> bool:
    """Tell whether texts of a line end at both places."""
    ends = [chunk.x1 for chunk in line.chunks]
    return all(any(abs(end - place) < _flush(line) for end in ends) for place in (edge, right))


def _joined(line: TextLine) -> TextLine:
    """Return the line with neighbours joined that read on as one figure (`1` and `255`)."""
    parts: list[Chunk] = []
    for chunk in line.chunks:
        last = parts[-1] if len(parts) > 1 else None
        if last and GROUP_START.fullmatch(last.text) and GROUP_NEXT.fullmatch(chunk.text):
            parts[-1] = Chunk([*last.words, *chunk.words])
        else:
            parts.append(chunk)
    return line if len(parts) == len(line.chunks) else TextLine(parts, line.top, line.bottom)


def _closes_better(one: Sequence[TextLine], other: Sequence[TextLine]) -> bool:
    """Tell whether sums close in every column of figures that only `one` has, and in none that only `other` has."""
    ours, theirs = _columns(one), _columns(other)
    new = [values for place, values in ours.items() if theirs.get(place) != values]
    old = [values for place, values in theirs.items() if ours.get(place) != values]
    return bool(new) and all(closes(values) for values in new) and not any(closes(values) for values in old)


def _columns(rows: Sequence[TextLine]) -> dict[int, list[Decimal | None]]:
    """Return the values of figures by where they end, row by row."""
    columns: dict[int, list[Decimal | None]] = {}
    places: list[float] = []
    for row, line in enumerate(rows):
        for chunk in line.chunks[1:]:
            amount = parse_amount(chunk.text) if chunk.number else None
            if amount is None:
                continue
            place = next((i for i, end in enumerate(places) if abs(end - chunk.x1) < FLUSH_OF_INK), len(places))
            places.extend([chunk.x1] if place == len(places) else [])
            columns.setdefault(place, [None] * len(rows))[row] = amount.value
    return {round(places[place]): values for place, values in columns.items()}


def closes(values: Sequence[Decimal | None]) -> bool:
    """Tell whether a figure is the sum of two others or more right above it.

    >>> closes([Decimal(3), Decimal(4), Decimal(7)])
    True
    """
    for end, total in enumerate(values):
        if not total:
            continue
        found, count = Decimal(0), 0
        for value in reversed(values[:end]):
            found, count = found + (value or 0), count + bool(value)
            if count > 1 and found == total:
                return True
    return False
