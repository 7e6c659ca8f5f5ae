"""A layout to pieces: blocks cut where a paragraph or a labelled section begins within them, without furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.joining import join_lines
from extractors.lines import is_bold, segments
from extractors.minutes.labels import read_inline_label, read_label
from extractors.minutes.openers import read_opener
from extractors.minutes.parts import Piece
from schemas.layout import Layout
from schemas.page import Block, Line

_WIDE = 1.5
"""Font sizes of white space between a label in the margin and its text."""


def pieces_of(layout: Layout) -> tuple[Piece, ...]:
    """Return the text of a document in reading order, cut at paragraphs and labels; contents come line by line."""
    return tuple(piece for block in layout.blocks for piece in _pieces(block))


def _pieces(block: Block) -> list[Piece]:
    if block.kind == "furniture":
        opener = read_opener(block.lines[0].text)
        return [_piece(block, block.lines)] if opener is not None and not opener.rest and len(block.lines) == 1 else []
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
