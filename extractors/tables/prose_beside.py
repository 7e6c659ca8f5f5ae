"""Running text beside a table: its lines stand at the heights of rows and are no labels of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.tables.chunks import Chunk, TextLine
from extractors.tables.words import extent

FEWEST_LINES = 4
"""Lines of running text."""
FEWEST_ROWS = 3
"""Rows of a table beside them."""
FEWEST_WORDS = 4
"""Words of a line of running text."""
FLUSH = 2.0
"""Points by which the lines of one text may begin apart."""
PITCH = 1.2
"""Lines of one text are not further apart than this many text heights."""
RUNS_ON = 0.5
"""Share of the lines beside rows that begin with a small letter: they carry on a sentence."""
LABELLED = 0.6
"""Share of the rows that have a label of their own."""


class _Piece(NamedTuple):
    """A chunk of running text, perhaps, and its line."""

    line: int
    chunk: Chunk


def without_prose(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines of a page without the running text that stands left or right of a table."""
    dropped = {id(piece.chunk) for side in (0, -1) for text in _texts(lines, side) for piece in _beside_rows(lines, text, side)}
    return [line for line in (_without(line, dropped) for line in lines) if line.chunks] if dropped else list(lines)


def _without(line: TextLine, dropped: set[int]) -> TextLine:
    kept = [chunk for chunk in line.chunks if id(chunk) not in dropped]
    if len(kept) in {0, len(line.chunks)}:
        return line if kept else TextLine([], line.top, line.bottom)
    return TextLine(kept, *extent([word for chunk in kept for word in chunk.words]))


def _texts(lines: Sequence[TextLine], side: int) -> list[list[_Piece]]:
    """Return runs of long chunks, first or last of their lines, that begin at one place and follow one another."""
    runs: list[list[_Piece]] = []
    for number, line in enumerate(lines):
        chunk = line.chunks[side]
        if len(chunk.words) < FEWEST_WORDS or chunk.figure:
            continue
        run = next((run for run in reversed(runs) if _follows(run[-1], lines, chunk, line)), None)
        if run is None:
            runs.append([_Piece(number, chunk)])
        else:
            run.append(_Piece(number, chunk))
    return [run for run in runs if len(run) >= FEWEST_LINES]


def _follows(last: _Piece, lines: Sequence[TextLine], chunk: Chunk, line: TextLine) -> bool:
    above = lines[last.line]
    return abs(last.chunk.x0 - chunk.x0) < FLUSH and line.top - above.bottom < PITCH * (line.bottom - line.top)


def _beside_rows(lines: Sequence[TextLine], text: Sequence[_Piece], side: int) -> list[_Piece]:
    """Return the pieces of a running text that stand beside rows with labels of their own; none if it is no such text."""
    rows = [(piece, [chunk for chunk in lines[piece.line].chunks if chunk is not piece.chunk]) for piece in text]
    rows = [(piece, others) for piece, others in rows if len(others) > 1]
    if len(rows) < FEWEST_ROWS:
        return []
    edge = min(others[0].x0 for _, others in rows) if side == 0 else max(others[-1].x1 for _, others in rows)
    within = [piece for piece in text if (piece.chunk.x1 < edge if side == 0 else piece.chunk.x0 > edge)]
    running = sum(piece.chunk.text[0].islower() for piece, _ in rows)
    labelled = sum(not others[0].figure and others[-1].figure for _, others in rows)
    return within if running >= RUNS_ON * len(rows) and labelled >= LABELLED * len(rows) else []
