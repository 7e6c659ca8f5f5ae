"""Where the minutes end and annexes begin: pages at the end that lack the header and footer that those of the minutes share."""

from __future__ import annotations

import re
from collections import Counter

from schemas.layout import Layout

_SHARED = 0.6
"""Share of the pages of the minutes on which a line of furniture stands that all of them should have."""
_LEAST = 2
"""Pages of the minutes that must share it."""
_LAST_PAGE = re.compile(r"\b(?P<x>\d{1,3})\s?(?:\(\s?|av\s|/\s?)(?P<y>\d{1,3})\)?")
_STAMP = re.compile(r"sha-?\d|signer|transaktion|dokumentnyckel|\bid\b", re.IGNORECASE)


def first_annex_page(layout: Layout, first: int, last: int, page_count: int) -> int | None:
    """Return the page on which annexes begin, or None.

    Args:
        layout: the blocks of the document.
        first: the page of the first paragraph.
        last: the page of the last paragraph's heading.
        page_count: the number of pages.
    """
    lines = {number: _furniture(layout, number) for number in range(first, page_count + 1)}
    counted = Counter(text for number in range(first, last + 1) for text in lines[number])
    least = max(_LEAST, _SHARED * (last - first + 1))
    shared = {text for text, count in counted.items() if count >= least}
    everywhere = {text for text in shared if all(text in own for own in lines.values())}
    telling = shared - everywhere
    if telling:
        without = [number for number in range(last + 1, page_count + 1) if len(telling & lines[number]) * 2 < len(telling)]
        tail = _tail(without, page_count)
        if tail is not None:
            return tail
    ended = next((number for number in range(last, page_count) if _is_last(layout, number)), None)
    return ended + 1 if ended is not None else None


def _furniture(layout: Layout, number: int) -> frozenset[str]:
    """Return the lines of furniture of a page, digits masked."""
    lines = (line.text for block in layout.on_page(number) if block.kind == "furniture" for line in block.lines)
    return frozenset(re.sub(r"\d+", "#", text.lower()) for text in lines)


def _tail(pages: list[int], page_count: int) -> int | None:
    """Return the first of the pages that run on to the end of the document."""
    start = page_count + 1
    while start - 1 in pages:
        start -= 1
    return start if start <= page_count else None


def _is_last(layout: Layout, number: int) -> bool:
    """Tell whether a page says that it is the last of the minutes: `5 (5)`; signing stamps count the whole file."""
    for block in layout.on_page(number):
        for line in block.lines if block.kind == "furniture" else ():
            match = _LAST_PAGE.search(line.text)
            if match is not None and match["x"] == match["y"] and not _STAMP.search(line.text):
                return True
    return False
