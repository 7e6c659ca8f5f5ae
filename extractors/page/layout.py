"""Pages to a layout: furniture taken out, flows put in reading order, blocks told apart, paragraphs followed over breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.page.beside_text import parted
from extractors.page.blocks import Draft, block_of, drafts_of
from extractors.page.furniture import Mark, furniture_of
from extractors.page.headings import Look, Style, levels_of, style_of
from extractors.page.joining import join_lines
from extractors.page.lines import in_parts
from extractors.page.reading_order import Flow, flows_of
from schemas.layout import Layout
from schemas.packed import Packed, Part
from schemas.page import Block, Line, Page

__all__ = ["Layout", "lay_out"]

_OPEN_END = re.compile(r"[\w,\-–)]$")


def lay_out(pages: Sequence[Page]) -> Layout:
    """Return the blocks of a whole document in reading order.

    Args:
        pages: the pages in order; pages without words give no blocks.
    """
    bare = [page.model_copy(update={"words": (), "other_words": (), "rulings": (), "shades": ()}).slim() for page in pages]
    parts = _parted(pages, bare)
    measured = sum(page.text_source == "ocr" for page in bare) * 2 <= len(bare)
    style = style_of((line for part in parts() for line in part.text), measured=measured)
    looks: set[Look] = set()
    drafted = Packed(_drafted(page, part, style, len(bare), looks) for page, part in zip(pages, parts(), strict=True))
    return Layout(blocks=tuple(_light(_blocks(bare, drafted, levels_of(looks)))))


class _Parts(NamedTuple):
    """The lines of a page."""

    text: tuple[Line, ...]
    """Those of the text."""
    furniture: tuple[Line, ...]
    """The others."""


class _Drafted(NamedTuple):
    """A page on which the blocks are known, but not the levels of headings."""

    drafts: list[Draft]
    furniture: tuple[Line, ...]


def _parted(pages: Iterable[Page], bare: Sequence[Page]) -> Callable[[], Iterator[_Parts]]:
    """Return what yields the lines of each page, as often as it is asked; `bare` are the pages without what is on them."""
    lines = Packed[tuple[tuple[Line, ...], tuple[Line, ...]]]()
    outlines: list[tuple[Line, ...]] = []
    for page in pages:
        lines.append(parted(page))
        outlines.append(tuple(map(in_parts, lines[-1][0])))
    marks = furniture_of(bare, outlines)
    return lambda: (_told(text, aside, number, marks) for number, (text, aside) in enumerate(lines))


def _told(text: Sequence[Line], aside: Sequence[Line], number: int, marks: Collection[Mark]) -> _Parts:
    """Tell the text of a page from its furniture."""
    inside = tuple(line for index, line in enumerate(text) if (number, index) not in marks)
    return _Parts(inside, (*(line for index, line in enumerate(text) if (number, index) in marks), *aside))


def _drafted(page: Page, part: _Parts, style: Style, page_count: int, looks: set[Look]) -> _Drafted:
    """Return the drafts of a page, and add the looks of its headings to `looks`."""
    drafts = [draft for flow in flows_of(page, part.text) for draft in _drafts(flow, style, page_count)]
    looks.update(draft.look for draft in drafts if draft.look is not None)
    return _Drafted(drafts, part.furniture)


def _blocks(pages: Sequence[Page], drafted: Iterable[_Drafted], levels: dict[Look, int]) -> Iterator[list[Block]]:
    """Yield the blocks of each page; where the first of a page carries on the last of the page before, it says so."""
    last: Block | None = None
    for page, (drafts, furniture) in zip(pages, drafted, strict=True):
        above, below = _furniture(page, furniture)
        inside = _followed(last, [block_of(draft, page.number, levels) for draft in drafts])
        last = inside[-1] if inside else last
        yield [*above, *inside, *below]


def _light(pages: Iterable[Sequence[Block]]) -> Iterator[Block]:
    """Yield blocks whose lines are packed, page by page, and unpacked when they are looked at."""
    lines = Packed[tuple[Sequence[Line], ...]]()
    for item, blocks in enumerate(pages):
        lines.append(tuple(block.lines for block in blocks))
        yield from (block.model_copy(update={"lines": Part(lines, item, part)}).slim() for part, block in enumerate(blocks))


def _drafts(flow: Flow, style: Style, page_count: int) -> list[Draft]:
    return [Draft("table", list(flow.lines))] if flow.ruled else drafts_of(flow.lines, style, page_count, standing=not flow.cell)


def _furniture(page: Page, lines: Sequence[Line]) -> tuple[list[Block], list[Block]]:
    """Return blocks of the furniture in the upper and the lower half of a page, a line each."""
    above: list[Block] = []
    below: list[Block] = []
    for line in lines:
        block = Block(kind="furniture", page=page.number, lines=(line,), text=join_lines([line.text]))
        (above if line.box.middle[1] < page.height / 2 else below).append(block)
    return above, below


def _followed(last: Block | None, blocks: list[Block]) -> list[Block]:
    """Mark the first block of a page that carries on the last one, furniture aside, of the pages before."""
    if last is None or not blocks or last.kind not in {"paragraph", "list_item"} or blocks[0].kind != "paragraph":
        return blocks
    if _OPEN_END.search(last.text) and (blocks[0].text[:1].islower() or last.text.endswith((",", "-"))):
        return [blocks[0].model_copy(update={"continues": True}), *blocks[1:]]
    return blocks
