"""The title of a document: what is set largest on its first page with text."""

from __future__ import annotations

import re

from extractors.lines import size_of
from schemas.document import Reading
from schemas.layout import Layout
from schemas.page import Block

_JUNK = re.compile(
    r"^microsoft (?:word|excel|powerpoint)|\.(?:docx?|pdf|xlsx?|pptx?|indd|odt)$|^untitled|^namnlös|^[\W\d_]*$", re.IGNORECASE
)
_YEARS_ONLY = re.compile(r"^(?:år\s)?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?$", re.IGNORECASE)
_DATE_ONLY = re.compile(r"^[\d\s.,:/–-]+$")
_LONGEST = 160
"""Characters of the longest title."""
_FIRST_PAGES = 2
"""Pages with text that may hold the title."""
_TOP_BLOCKS = 5
"""How many blocks at the top of the first page may be titles though they look like body text."""


def title_of(reading: Reading, layout: Layout) -> str | None:
    """Return the document's title as printed, or what the file says of itself, or None."""
    headings = [block for block in _first_blocks(layout) if block.kind == "heading" and _is_title(block)]
    if headings:
        page = headings[0].page
        largest = max(_size(block) for block in headings if block.page == page)
        first = next(block for block in headings if block.page == page and _size(block) >= largest - 0.5)
        return _with_years(first, layout)
    stated = (reading.pdf_title or "").strip()
    if stated and not _JUNK.search(stated):
        return stated
    return next((block.text for block in _first_blocks(layout) if _is_title(block)), None)


def _with_years(block: Block, layout: Layout) -> str:
    """Return the text of a title, with the years that stand alone below it (`2026-2027`)."""
    blocks = layout.on_page(block.page)
    after = blocks[blocks.index(block) + 1 :][:1]
    return " ".join([block.text, *(below.text for below in after if _YEARS_ONLY.match(below.text))])


def titles_of(layout: Layout) -> tuple[str, ...]:
    """Return what may be titles: headings of the first two pages with text, and short lines at the very top of the first."""
    blocks = _first_blocks(layout)
    first = blocks[0].page if blocks else 0
    found = [block.text for block in blocks if block.kind == "heading" and block.page == first]
    found += [block.text for block in blocks if block.kind == "heading" and block.page != first and block.level <= 2]  # noqa: PLR2004  # a deeper heading names a part, not the document
    top = [block for block in layout.on_page(first) if block.kind in {"paragraph", "furniture"}][:_TOP_BLOCKS]
    found += [block.text for block in top if len(block.text) < _LONGEST // 2 and len(block.lines) <= 2]  # noqa: PLR2004  # a title takes two lines at most
    return tuple(dict.fromkeys(found))


def _first_blocks(layout: Layout) -> list[Block]:
    """Return the blocks of the first two pages that have text."""
    numbers = sorted({block.page for block in layout.text_blocks()})[:_FIRST_PAGES]
    return [block for block in layout.text_blocks() if block.page in numbers]


def _is_title(block: Block) -> bool:
    return len(block.text) <= _LONGEST and not _DATE_ONLY.match(block.text) and sum(map(str.isalpha, block.text)) > 3  # noqa: PLR2004  # three letters are a list mark or an abbreviation


def _size(block: Block) -> float:
    return max(size_of(line) for line in block.lines)
