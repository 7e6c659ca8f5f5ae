"""What holds for every page of every document: no page and no number is lost, and figures stand where they say."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.document import Extraction
from schemas.figure import Figure
from schemas.page import Page
from schemas.place import Box

SLACK = 1.0
"""Points by which a box may pass an edge: glyphs lean out of their line."""


def faults(extraction: Extraction, page_count: int) -> list[str]:
    """Return what is lost or out of place in a document of `page_count` pages; empty when all is well."""
    wanted = list(range(1, page_count + 1))
    pages = {page.number: page for page in extraction.reading.pages}
    if list(pages) != wanted or [count.page for count in extraction.counts] != wanted:
        return [f"pages {list(pages)}, counts of {[count.page for count in extraction.counts]}, wanted {page_count}"]
    lost = [
        f"page {count.page}: {count}, {numbers} words with digits"
        for count in extraction.counts
        if (numbers := _numbers(pages[count.page])) != count.number_count
        or count.number_read + count.number_furniture + count.number_unread != numbers
        or min(count.number_read, count.number_furniture, count.number_unread) < 0
    ]
    return lost + [fault for figure in extraction.figures for fault in _misplaced(figure, pages)]


def _numbers(page: Page) -> int:
    return sum(any(map(str.isdigit, word.text)) for word in page.words)


def _misplaced(figure: Figure, pages: dict[int, Page]) -> Iterator[str]:
    page = pages.get(figure.page)
    if page is None:
        yield f"{figure.raw!r} on page {figure.page}, which is not there"
    elif not _inside(figure.box, Box(x0=0, top=0, x1=page.width, bottom=page.height)):
        yield f"{figure.raw!r} beyond the edge of page {page.number}: {figure.box}"
    elif not any(_touch(word.box, figure.box) and any(map(str.isalnum, word.text)) for word in page.words):
        yield f"{figure.raw!r} where page {page.number} has no word: {figure.box}"


def _inside(box: Box, edge: Box) -> bool:
    horizontally = edge.x0 - SLACK <= box.x0 <= box.x1 <= edge.x1 + SLACK
    return horizontally and edge.top - SLACK <= box.top <= box.bottom <= edge.bottom + SLACK


def _touch(one: Box, two: Box) -> bool:
    return one.x0 < two.x1 and two.x0 < one.x1 and one.top < two.bottom and two.top < one.bottom
