"""The layout of a document: its blocks in reading order, and the questions one asks of them."""

from __future__ import annotations

from functools import cached_property

from schemas.page import Block
from schemas.place import Box
from schemas.record import Record


class Layout(Record):
    """All blocks of a document in reading order, page furniture included."""

    blocks: tuple[Block, ...] = ()
    """Page after page; a paragraph that runs over a page break is two blocks, the second with `continues`."""

    def on_page(self, number: int) -> tuple[Block, ...]:
        """Return the blocks of a page, counted from 1, furniture included."""
        return self._by_page.get(number, ())

    def text_blocks(self) -> tuple[Block, ...]:
        """Return all blocks that are not furniture."""
        return tuple(block for block in self.blocks if block.kind != "furniture")

    def section_of(self, block: Block) -> tuple[Block, ...]:
        """Return the headings that a block stands under, outermost first; without the block itself.

        Raises:
            KeyError: when the block is not of this layout.
        """
        return self._sections[_first_word(block)]

    @cached_property
    def _by_page(self) -> dict[int, tuple[Block, ...]]:
        pages: dict[int, list[Block]] = {}
        for block in self.blocks:
            pages.setdefault(block.page, []).append(block)
        return {number: tuple(blocks) for number, blocks in pages.items()}

    @cached_property
    def _sections(self) -> dict[tuple[int, Box], tuple[Block, ...]]:
        sections: dict[tuple[int, Box], tuple[Block, ...]] = {}
        open_headings: list[Block] = []
        for block in self.blocks:
            if block.kind == "heading":
                while open_headings and open_headings[-1].level >= block.level:
                    open_headings.pop()
            sections[_first_word(block)] = tuple(open_headings)
            if block.kind == "heading":
                open_headings.append(block)
        return sections


def _first_word(block: Block) -> tuple[int, Box]:
    return block.page, block.lines[0].words[0].box
