"""What the warehouse keeps of a page's words: how many they are, and what they say line by line.

Words are most of what a document takes in memory. Where many documents are matched before the first is loaded, these texts and
the documents without their words are all that has to be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from extractors.lines import lines_of
from schemas.document import Extraction
from schemas.page import Page


class PageText(NamedTuple):
    """The words of a page."""

    word_count: int
    """How many."""
    text: str
    """Line by line, after repair."""


PageTexts: TypeAlias = Mapping[int, PageText]
"""By page, from 1."""


def page_texts(pages: Iterable[Page]) -> PageTexts:
    """Return what the words of each page say."""
    return {page.number: PageText(len(page.words), "\n".join(line.text for line in lines_of(page.words))) for page in pages}


def without_words(extraction: Extraction) -> Extraction:
    """Return a document whose pages keep all but what was read and drawn on them."""
    nothing = {"words": (), "other_words": (), "rulings": (), "shades": ()}
    pages = tuple(page.model_copy(update=nothing) for page in extraction.reading.pages)
    return extraction.model_copy(update={"reading": extraction.reading.model_copy(update={"pages": pages})})
