"""Chunks: words of one text line that belong to one cell, judged by the gaps between them and the grammar of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.tables.words import extent, has_digit, is_figure, is_measured, joins, with_lost_space
from extractors.tables.years import is_date
from schemas.page import Word

WIDE_GAP = 0.75
"""A gap of this many font sizes separates cells; justified prose stays below."""
FIGURE_GAP = 0.5
"""The widest gap inside a printed figure, in font sizes."""

USUAL_GAP = 0.8
"""Wider gaps, in font sizes, are no spaces."""
FEWEST_GAPS = 2
NOTE_WORD = re.compile(r"not(?:er)?\.?", re.IGNORECASE)
"""Heads the column that refers to notes."""


@dataclass
class Chunk:
    """Words of one line that stand together."""

    words: list[Word]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].box.x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.box.x1 for word in self.words)

    @property
    def text(self) -> str:
        """The words joined by spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def figure(self) -> bool:
        """Whether it is one figure, or a dash in its place."""
        return is_figure(with_lost_space(self.text) if is_measured(self.words) else self.text)

    @property
    def number(self) -> bool:
        """Whether it is one figure with a digit."""
        return has_digit(self.text) and self.figure


@dataclass
class TextLine:
    """One text line as chunks, left to right."""

    chunks: list[Chunk]
    top: float
    bottom: float

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.chunks[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.chunks[-1].x1

    @property
    def words(self) -> list[Word]:
        """All words."""
        return [word for chunk in self.chunks for word in chunk.words]

    @property
    def text(self) -> str:
        """All words joined by spaces."""
        return " ".join(chunk.text for chunk in self.chunks)

    @property
    def middle(self) -> float:
        """Vertical middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Gaps:
    """The widest white inside a figure, and inside a cell, in points."""

    figure: float
    cell: float


def gaps_of(lines: Sequence[Sequence[Word]], size: float) -> Gaps:
    """Return the gaps of a page, from its font size and from the usual white between its words (wide in typewriter fonts)."""
    found = [b.box.x0 - a.box.x1 for line in lines for a, b in pairwise(line)]
    usual = [gap for gap in found if 0 < gap < USUAL_GAP * size]
    space = median(usual) if len(usual) >= FEWEST_GAPS else 0.0
    return Gaps(max(FIGURE_GAP * size, 1.15 * space), max(WIDE_GAP * size, 1.5 * space))


def chunk_line(words: Sequence[Word], gaps: Gaps) -> TextLine:
    """Split one text line into chunks."""
    chunks: list[Chunk] = []
    for word in words:
        if chunks and _continues(chunks[-1], word, gaps):
            chunks[-1].words.append(word)
        else:
            chunks.append(Chunk([word]))
    parts = [part for chunk in chunks for part in _split(chunk, gaps)]
    return TextLine(parts, *extent(words))


def _continues(chunk: Chunk, word: Word, gaps: Gaps) -> bool:
    last = chunk.words[-1]
    if chunk.figure and has_digit(chunk.text) and _could_begin(word.text):
        return joins(last, word, chunk.text, gaps.figure)
    return word.box.x0 - last.box.x1 <= gaps.cell


def _could_begin(text: str) -> bool:
    return is_figure(text) or text in {"+", "-", "–", "−", "—"}


def heads_alone(text: str) -> bool:
    """Tell whether a word is a full date, a year or the name of the column of notes: never part of a longer name."""
    return is_date(text) or NOTE_WORD.fullmatch(text) is not None


def _split(chunk: Chunk, gaps: Gaps) -> list[Chunk]:
    """Split figures that stand so near to each other that only the grammar tells them apart from one, and names of columns."""
    if len(chunk.words) > 1 and all(heads_alone(word.text) for word in chunk.words):
        return [Chunk([word]) for word in chunk.words]
    if chunk.figure or not all(_could_begin(word.text) for word in chunk.words):
        return [chunk]
    parts: list[Chunk] = []
    for word in chunk.words:
        if parts and joins(parts[-1].words[-1], word, parts[-1].text, gaps.figure):
            parts[-1].words.append(word)
        else:
            parts.append(Chunk([word]))
    return parts
