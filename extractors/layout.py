"""Pages to a layout: furniture taken out, flows put in reading order, blocks told apart, paragraphs followed over breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.beside_text import parted
from extractors.blocks import Draft, block_of, drafts_of
from extractors.furniture import furniture_of
from extractors.headings import Style, levels_of, style_of
from extractors.joining import join_lines
from extractors.reading_order import Flow, flows_of
from schemas.layout import Layout
from schemas.page import Block, Line, Page

__all__ = ["Layout", "lay_out"]

_OPEN_END = re.compile(r"[\w,\-–)]$")


def lay_out(pages: Sequence[Page]) -> Layout:
    """Return the blocks of a whole document in reading order.

    Args:
        pages: the pages in order; pages without words give no blocks.
    """
    halves = [parted(page) for page in pages]
    lines = [text for text, _ in halves]
    marks = furniture_of(pages, lines)
    texts = [
        tuple(line for index, line in enumerate(lines[number]) if (number, index) not in marks) for number in range(len(pages))
    ]
    measured = sum(page.text_source == "ocr" for page in pages) * 2 <= len(pages)
    style = style_of((line for page_lines in texts for line in page_lines), measured=measured)
    drafts = [
        [draft for flow in flows_of(page, page_lines) for draft in _drafts(flow, style, len(pages))]
        for page, page_lines in zip(pages, texts, strict=True)
    ]
    levels = levels_of(look for page_drafts in drafts for _, _, look in page_drafts if look is not None)
    blocks: list[Block] = []
    for number, page in enumerate(pages):
        taken = [line for index, line in enumerate(lines[number]) if (number, index) in marks]
        above, below = _furniture(page, [*taken, *halves[number][1]])
        blocks += above
        blocks += _followed(blocks, [block_of(draft, page.number, levels) for draft in drafts[number]])
        blocks += below
    return Layout(blocks=tuple(blocks))


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


def _followed(before: Sequence[Block], blocks: list[Block]) -> list[Block]:
    """Mark the first block of a page that carries on the last one of the page before."""
    last = next((block for block in reversed(before) if block.kind != "furniture"), None)
    if last is None or not blocks or last.kind not in {"paragraph", "list_item"} or blocks[0].kind != "paragraph":
        return blocks
    if _OPEN_END.search(last.text) and (blocks[0].text[:1].islower() or last.text.endswith((",", "-"))):
        return [blocks[0].model_copy(update={"continues": True}), *blocks[1:]]
    return blocks
