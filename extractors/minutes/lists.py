"""The lists that end a paragraph: papers that the decision rests on, annexes, and who gets the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.minutes.openers import take_reference
from extractors.minutes.parts import Piece, Section, SectionKind
from extractors.minutes.points import Point, entries_of
from extractors.page.joining import join_lines
from schemas.page import Line
from schemas.paragraph import ItemKind, ParagraphItem

_KINDS: dict[SectionKind, ItemKind] = {"documents": "document", "annexes": "annex", "sent": "recipient"}
_PARAGRAPH = re.compile(r"§\s?\d+(?:/\d{2,4})?(?:\s[A-ZÅÄÖ]{2,8}\b(?:-[A-ZÅÄÖ]+\b)?)?|\b[A-ZÅÄÖ]{2,6}\s§\s?\d+(?:/\d{2,4})?")
_BARE = re.compile(r"^(?:[-–—_.\s]+|sida\s\d+.*)$", re.IGNORECASE)
_REPORTED = re.compile(r"delege|delegat|anmäl|inkom", re.IGNORECASE)
"""Lists of what others decided or sent: no papers of the matter."""
_SHORT = 0.8
"""Part of the width of the widest line up to which a line ends by itself."""


def items_of(sections: Sequence[Section]) -> tuple[ParagraphItem, ...]:
    """Return the entries of the lists of a paragraph, in order."""
    entries = [
        (kind, entry)
        for section in sections
        if (kind := _KINDS.get(section.kind)) is not None and not _REPORTED.search(section.title)
        for entry in entries_of(_by_line(_before_voting_list(section.pieces)))
        if not _BARE.match(entry.text)
    ]
    return tuple(
        ParagraphItem(
            position=index, kind=kind, text=entry.text, reference=_reference(kind, entry), page=entry.page, box=entry.box
        )
        for index, (kind, entry) in enumerate(entries)
    )


def _before_voting_list(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces before the header of a voting list, which may follow the last list of a paragraph."""
    heads = (index for index, piece in enumerate(pieces) if {"ja", "nej"} <= set(piece.lines[0].text.lower().split()))
    return pieces[: next(heads, len(pieces))]


def _reference(kind: ItemKind, entry: Point) -> str | None:
    if kind == "recipient":
        return None
    match = _PARAGRAPH.search(entry.text)
    return match.group() if match else take_reference(entry.text)[0]


def _by_line(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces of lists; plain lines that end short of the margin are entries of their own."""
    for piece in pieces:
        if piece.block.kind == "list_item" or len(piece.lines) == 1:
            yield piece
            continue
        widest = max(line.box.width for line in piece.lines)
        groups: list[list[Line]] = []
        for line in piece.lines:
            ended = not groups or groups[-1][-1].box.width < _SHORT * widest or not groups[-1]
            if ended and line.text[:1].isupper():
                groups.append([line])
            elif groups:
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            yield piece.model_copy(update={"lines": tuple(group), "text": join_lines(line.text for line in group)})
