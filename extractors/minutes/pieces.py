"""A layout to pieces: blocks cut where a paragraph or a labelled section begins within them, without furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from extractors.minutes.labels import read_inline_label, read_label
from extractors.minutes.openers import read_opener
from extractors.minutes.parts import Piece
from extractors.page.joining import join_lines
from extractors.page.lines import is_bold, segments
from schemas.layout import Layout
from schemas.page import Block, Line

_OPENING = frozenset({"background", "proposal", "decision", "propose"})
"""Sections whose labels may stand at the same height of many pages, below the heading of a paragraph."""
_WIDE = 1.5
"""Font sizes of white space between a label in the margin and its text."""


def pieces_of(layout: Layout) -> tuple[Piece, ...]:
    """Return the text of a document in reading order, cut at paragraphs and labels; contents come line by line."""
    return tuple(piece for block in _in_place(layout.blocks) for piece in _pieces(block))


def _in_place(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with openings that were taken for furniture moved to where they stand among the others of their page."""
    ordered: list[Block] = []
    for _, on_page in groupby(blocks, key=lambda block: block.page):
        held = list(on_page)
        moved = [block for block in held if block.kind == "furniture" and _is_label(block)]
        kept = [block for block in held if block not in moved]
        for block in moved:
            below = (place for place, other in enumerate(kept) if other.kind != "furniture" and other.box.top > block.box.top)
            kept.insert(next(below, len(kept)), block)
        ordered += kept
    return ordered


def _is_label(block: Block) -> bool:
    line = block.lines[0]
    return len(block.lines) == 1 and is_bold(line) and read_label(line.text) in _OPENING


def _pieces(block: Block) -> list[Piece]:
    if block.kind == "furniture":
        return (
            [_piece(block, block.lines)]
            if _is_label(block) or (len(block.lines) == 1 and _is_repeated_opening(block.lines[0]))
            else []
        )
    if block.kind == "contents":
        return [_piece(block, (line,)) for line in block.lines]
    groups: list[list[Line]] = []
    apart = False
    for line in (part for whole in block.lines for part in _parts(whole)):
        begins = _stands_alone(line, first=not groups)
        if begins or apart or not groups:
            groups.append([])
        groups[-1].append(line)
        apart = begins
    if len(groups) == 1:
        return [Piece(block=block, lines=block.lines, text=block.text)]
    return [_piece(block, group) for group in groups]


def _is_repeated_opening(line: Line) -> bool:
    """Tell whether a line that looks like a header opens a paragraph: `§ 95` at one height on many pages."""
    opener = read_opener(line.text)
    return opener is not None and not opener.rest


def _parts(line: Line) -> Iterable[Line]:
    """Yield a line, or the label in its margin (or before its colon) and the text beside it."""
    parts = segments(line, gap=_WIDE)
    if len(parts) > 1 and read_label(" ".join(word.text for word in parts[0])) is not None:
        return (Line(words=parts[0]), Line(words=tuple(word for part in parts[1:] for word in part)))
    inline = read_inline_label(line.text)
    if inline is not None:
        count = len(line.text.removesuffix(inline[1]).split())
        return (Line(words=line.words[:count]), Line(words=line.words[count:]))
    return (line,)


def _stands_alone(line: Line, *, first: bool) -> bool:
    """Tell whether a line is the label of a section or the heading of a paragraph."""
    text = line.text.strip()
    if read_label(text) is not None:
        return first or is_bold(line) or len(text.split()) <= 3  # noqa: PLR2004 -- words of a plain label
    opener = read_opener(text)
    return opener is not None and (not opener.rest or is_bold(line))


def _piece(block: Block, lines: Sequence[Line]) -> Piece:
    return Piece(block=block, lines=tuple(lines), text=join_lines(line.text for line in lines))
