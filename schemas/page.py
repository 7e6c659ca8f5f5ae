"""What was read from a page: words with boxes, rulings, lines, blocks, and how well it was read."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Literal

from pydantic import Field

from schemas.packed import Many
from schemas.place import Box, union
from schemas.record import Record

TextSource = Literal["native", "ocr", "repaired", "empty"]
PageStatus = Literal["read", "partly_read", "failed"]
BlockKind = Literal["heading", "paragraph", "list_item", "furniture", "table", "contents"]


class Word(Record):
    """One word as it stands on the page."""

    text: str
    """The word, NFC, after repair."""
    raw: str
    """The word exactly as the text layer or the OCR gave it, before repair."""
    box: Box
    """Its box."""
    confidence: float = 1.0
    """How sure the reading is, 0 to 1; 1 for a text layer."""
    size: float = 0.0
    """Font size in points (height of the box for OCR)."""
    bold: bool = False
    """Whether the font is bold."""
    upright: bool = True
    """False for text turned against the page's reading direction (rotated header cells)."""
    readings: tuple[str, ...] = ()
    """What other readings of the same spot gave (second OCR model, text layer)."""


class Ruling(Record):
    """A drawn straight line, or the edge of a drawn rectangle."""

    box: Box
    """Its box; height 0 (or nearly) for a horizontal rule, width 0 for a vertical one."""
    horizontal: bool
    """True for a horizontal rule."""


class Line(Record):
    """Words that stand on one text line, left to right."""

    words: tuple[Word, ...] = Field(min_length=1)
    """At least one word."""

    @cached_property
    def box(self) -> Box:
        """The box around all words."""
        return union(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join([word.text for word in self.words])

    @cached_property
    def size(self) -> float:
        """The font size in points: that of most letters."""
        weights: dict[float, int] = {}
        for word in self.words:
            size = round(word.size or word.box.height, 1)
            weights[size] = weights.get(size, 0) + len(word.text)
        return max(sorted(weights), key=lambda size: weights[size])


class Block(Record):
    """A run of lines that belong together in reading order: a heading, a paragraph, a list item, furniture."""

    kind: BlockKind
    """What it is. `furniture`: page header, footer, page number, stamp, signature line. `contents`: table of contents."""
    page: int
    """The page it begins on."""
    lines: Many[Line] = Field(min_length=1)
    """Its lines, in reading order."""
    level: int = 0
    """Heading level from 1 (largest); 0 for everything else."""
    text: str = ""
    """The text joined over line breaks with hyphenation undone; NFC."""
    continues: bool = False
    """True where it carries on the text of the block before it over a page or column break."""

    @property
    def box(self) -> Box:
        """The box around all its lines (all on `page`)."""
        return union(line.box for line in self.lines)


class Page(Record):
    """A page as it was read. Numbers are counted so that none is lost without being said."""

    number: int
    """Counted from 1."""
    width: float
    """In points, as displayed (after rotation)."""
    height: float
    """In points, as displayed."""
    rotation: int = 0
    """The page's /Rotate entry: 0, 90, 180 or 270."""
    turn: int = 0
    """Degrees clockwise by which the page as displayed was turned so that its text reads upright (a landscape table scanned
    sideways); 0 nearly always. `width`, `height` and all boxes are on the turned page; `displayed` leads back."""
    skew: float = 0.0
    """Degrees by which the picture of the (turned) page was rotated to be level before OCR; boxes of OCR words are on the level
    picture. 0 for a text layer."""
    text_source: TextSource = "native"
    """Where `words` come from."""
    quality: float = 1.0
    """How good the reading is, 0 to 1 (share of words that the language knows, weighted by confidence)."""
    words: tuple[Word, ...] = ()
    """All words, in no promised order."""
    other_words: tuple[Word, ...] = ()
    """The reading that was not chosen, where two were made."""
    rulings: tuple[Ruling, ...] = ()
    """Drawn lines and edges of drawn boxes."""
    shades: tuple[Box, ...] = ()
    """Filled rectangles (zebra rows, header cells)."""
    status: PageStatus = "read"
    """`failed` pages keep their number and have no words."""
    problem: str | None = None
    """Why a page was not (fully) read."""

    def displayed(self, box: Box) -> Box:
        """Return a box of this page as it lies on the page as displayed, that is before `turn` and before `skew` was undone."""
        if self.skew:
            box = self._skewed(box)
        if self.turn == 90:  # noqa: PLR2004  # degrees
            return Box(x0=box.top, top=self.width - box.x1, x1=box.bottom, bottom=self.width - box.x0)
        if self.turn == 180:  # noqa: PLR2004  # degrees
            return Box(x0=self.width - box.x1, top=self.height - box.bottom, x1=self.width - box.x0, bottom=self.height - box.top)
        if self.turn == 270:  # noqa: PLR2004  # degrees
            return Box(x0=self.height - box.bottom, top=box.x0, x1=self.height - box.top, bottom=box.x1)
        return box

    def _skewed(self, box: Box) -> Box:
        """Return the box around a box of the level picture, turned back around the middle of the page."""
        angle, x, y = math.radians(self.skew), self.width / 2, self.height / 2
        corners = [(across - x, down - y) for across in (box.x0, box.x1) for down in (box.top, box.bottom)]
        xs = [x + across * math.cos(angle) - down * math.sin(angle) for across, down in corners]
        ys = [y + across * math.sin(angle) + down * math.cos(angle) for across, down in corners]
        return Box(x0=round(min(xs), 2), top=round(min(ys), 2), x1=round(max(xs), 2), bottom=round(max(ys), 2))
