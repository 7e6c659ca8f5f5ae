"""The parts that minutes are taken apart into: pieces of text, sections, paragraphs; all with their place on the page."""

from __future__ import annotations

from schemas.packed import Many
from schemas.page import Block, Line
from schemas.paragraph import PartKind
from schemas.record import Record

SectionKind = PartKind
"""What a section is, as the records call it."""


class Piece(Record):
    """A run of lines of one block that begins no new section within itself."""

    block: Block
    """The block that the lines are taken from; its kind and place count."""
    lines: Many[Line]
    """The lines, at least one."""
    text: str
    """Their text, joined; NFC."""


class Section(Record):
    """A part of a paragraph under one label (`Beslut`, `Reservation`), or the text before the first label."""

    kind: SectionKind
    """What the label says."""
    title: str = ""
    """The label as printed; empty before the first."""
    head: Piece | None = None
    """The piece that the label stands in."""
    pieces: tuple[Piece, ...] = ()
    """Its text."""


class Opener(Record):
    """A line that may be the heading of a paragraph."""

    index: int
    """Index of its piece."""
    number: int
    """The number after the sign."""
    letter: str = ""
    """`a` of `16 a`."""
    rest: str = ""
    """What stands after the number (and after the registry number)."""
    reference: str | None = None
    """The registry number on the same line."""
    weight: float = 1.0
    """How much speaks for a heading."""

    @property
    def label(self) -> str:
        """Return the number as records keep it: `51`, `16 a`."""
        return f"{self.number} {self.letter}".strip()


class Paragraph(Record):
    """A numbered paragraph of the minutes."""

    number: int
    """Its number."""
    label: str
    """Its number with its letter."""
    heading: str = ""
    """Its heading."""
    reference: str | None = None
    """Its registry number."""
    opening: Piece
    """The piece with its number."""
    pieces: tuple[Piece, ...] = ()
    """All its text after the heading, furniture taken out."""
