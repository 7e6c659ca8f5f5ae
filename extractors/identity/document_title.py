"""The title of a document: what is set largest on its first page with text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.page.lines import segments, size_of
from schemas.document import Reading
from schemas.layout import Layout
from schemas.page import Block

_JUNK = re.compile(
    r"^microsoft (?:word|excel|powerpoint)|\.(?:docx?|pdf|xlsx?|pptx?|indd|odt)$|^untitled|^namnlös|^[\W\d_]*$", re.IGNORECASE
)
_YEARS_ONLY = re.compile(r"^(?:år\s)?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?$", re.IGNORECASE)
_DATE_ONLY = re.compile(r"^[\d\s.,:/–-]+$")
_DOCUMENT_WORD = re.compile(
    r"protokoll|redovisning|rapport|berättelse|bokslut|budget|\bplan\b|\w{4,}plan(?:en)?\b|uppföljning|granskning|skrivelse|utlåtande|kallelse|"
    r"inbjudan|policy|riktlinje|reglemente|\bsammanträde\b|prognos",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:förslag till beslut|beslut|sammanfattning|innehåll\w*|bakgrund|inledning|ärendet|närvarande):?$", re.IGNORECASE
)
"""Headings of a part, which may be set larger than the title."""
_SMALL = re.compile(r"^(?:i|och|för|&|av|kommun|stad|\w*nämnden|\w*utskottet|direktionen)$", re.IGNORECASE)
"""Words of names of bodies without a capital."""
_MATTER = re.compile(r"(?:§+\s?\d|\d{1,3}\s?§|paragraf\s\d)", re.IGNORECASE)
"""What a meeting dealt with begins so; it may be a plan, and the document is its minutes."""
_LONGEST = 160
"""Characters of the longest title."""
_CELL_GAP = 1.6
"""Font sizes of white space between two cells of a header."""
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
        return _document_named(first, headings, layout) or _with_years(first, layout)
    stated = (reading.pdf_title or "").strip()
    if stated and not _JUNK.search(stated):
        return stated
    return next((block.text for block in _first_blocks(layout) if _is_title(block)), None)


def _document_named(largest: Block, headings: Sequence[Block], layout: Layout) -> str | None:
    """Return what names the document (`Protokoll`) where the largest heading is but a name or a part, else None."""
    if _DOCUMENT_WORD.search(largest.text) or not (_PART.match(largest.text) or is_name_only(largest.text)):
        return None
    others = [block.text for block in headings if block.page == largest.page and block is not largest]
    titles = [text for text in others if not _PART.match(text) and not is_name_only(text)]
    if _PART.match(largest.text) and titles:
        return titles[0]
    lines = [line for block in layout.on_page(largest.page)[:_TOP_BLOCKS] for line in block.lines]
    top = [" ".join(word.text for word in cell) for line in lines for cell in segments(line, gap=_CELL_GAP)]
    named = (text for text in (*others, *top) if _DOCUMENT_WORD.search(text))
    return next((text for text in named if len(text) <= _LONGEST and not text.endswith((".", ",", ":"))), None)


def is_name_only(text: str) -> bool:
    """Tell whether a heading is but the name of a body or organ: all words have capitals or are of names (`Miljönämnden`)."""
    words = text.split()
    return all(_SMALL.match(word) or (word[:1].isupper() and not word.isdigit()) for word in words) and len(words) < 7  # noqa: PLR2004  # words of the longest name


def _with_years(block: Block, layout: Layout) -> str:
    """Return the text of a title, with the years that stand alone below it (`2026-2027`)."""
    blocks = layout.on_page(block.page)
    after = blocks[blocks.index(block) + 1 :][:1]
    return " ".join([block.text, *(below.text for below in after if _YEARS_ONLY.match(below.text))])


def titles_of(layout: Layout) -> tuple[str, ...]:
    """Return what may be titles: headings of the first two pages with text, and short lines at the very top of the first."""
    blocks = _first_blocks(layout)
    first = blocks[0].page if blocks else 0
    headings = [block for block in blocks if block.kind == "heading" and not _MATTER.match(block.text)]
    found = [block.text for block in headings if block.page == first]
    found += [block.text for block in headings if block.page != first and block.level <= 2]  # noqa: PLR2004  # a deeper heading names a part, not the document
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
