"""The agenda: which pages list it, and what it calls each paragraph where an entry takes several lines.

In agendas that are tables the number of an entry may stand in the middle of its lines, so that its text begins above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.minutes.labels import read_label
from extractors.minutes.openers import read_opener
from extractors.minutes.parts import Opener, Piece
from extractors.page.joining import join_two

_FEWEST = 3
"""Entries that make a list."""
_NEAR = 20.0
"""Points from the number of an entry to the line above that belongs to it."""


_LEEWAY = 1.5
"""Points by which the line above may be nearer: of two numbers as near the one below, which lacks its beginning, has it."""


def agenda_pages(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the pages that read like an agenda: several numbers with sign, and no label of a section."""
    entries = Counter(piece.block.page for piece in pieces if read_opener(piece.text, loose=True) is not None)
    labelled = {piece.block.page for piece in pieces if read_label(piece.text) in {"background", "decision", "propose", "sent"}}
    return frozenset(page for page, count in entries.items() if count >= _FEWEST and page not in labelled)


def whole_entries(entries: Sequence[Opener], pieces: Sequence[Piece]) -> tuple[Opener, ...]:
    """Return the entries of an agenda with all their lines.

    Args:
        entries: the openers of the agenda, in order.
        pieces: all pieces; `Opener.index` counts in them.
    """
    texts = [_above(entry, pieces) if place == 0 else "" for place, entry in enumerate(entries)]
    for place, entry in enumerate(entries):
        following = entries[place + 1] if place + 1 < len(entries) else None
        texts[place] = join_two(texts[place], entry.rest)
        for piece in _between(entry, following, pieces):
            owner = place + 1 if following is not None and _belongs_below(piece, entry, following, pieces) else place
            texts[owner] = join_two(texts[owner], piece.text)
    return tuple(entry.model_copy(update={"rest": text}) for entry, text in zip(entries, texts, strict=True))


def _between(entry: Opener, following: Opener | None, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces after an entry and before the next, on its page, close below each other."""
    end = following.index if following is not None else len(pieces)
    last = pieces[entry.index].lines[-1]
    found: list[Piece] = []
    for piece in pieces[entry.index + 1 : end]:
        if piece.block.page != pieces[entry.index].block.page or piece.lines[0].box.top - last.box.top > _NEAR:
            break
        found.append(piece)
        last = piece.lines[-1]
    return found


def _belongs_below(piece: Piece, entry: Opener, following: Opener, pieces: Sequence[Piece]) -> bool:
    """Tell whether a line between two entries belongs to the one below: its number stands beside its second line."""
    below = pieces[following.index]
    if below.block.page != piece.block.page or (following.rest and not following.rest[0].islower()):
        return False
    middle = piece.lines[0].box.top
    return below.lines[0].box.top - middle <= middle - pieces[entry.index].lines[0].box.top + _LEEWAY


def _above(entry: Opener, pieces: Sequence[Piece]) -> str:
    """Return the line right above the first entry, where the entry has no text beside its number."""
    if entry.index == 0 or (entry.rest and not entry.rest[0].islower()):
        return ""
    piece, own = pieces[entry.index - 1], pieces[entry.index]
    near = piece.block.page == own.block.page and own.lines[0].box.top - piece.lines[0].box.top < _NEAR
    return piece.text if near and piece.lines[0].box.x0 > own.lines[0].box.x0 else ""
