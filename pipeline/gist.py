"""From a document to its gist: see `schemas.gist`."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.page.lines import lines_of
from pipeline.matching.duplicates import Fingerprint, plain_words, repeated_pages
from schemas.document import Extraction
from schemas.gist import Gist, PageText
from schemas.page import Page

NOTHING = {"words": (), "other_words": (), "rulings": (), "shades": ()}
"""What is left of the content of a page."""


def gist_of(extraction: Extraction) -> Gist:
    """Return the gist of a document; its pages are walked one by one."""
    reading = extraction.reading
    texts = page_texts(reading.pages)
    pages = tuple(page.model_copy(update=NOTHING) for page in reading.pages)
    return Gist(
        extraction=extraction.model_copy(update={"reading": reading.model_copy(update={"pages": pages})}),
        texts=texts,
        sketch=Fingerprint.of(texts).sketch,
        repeated_pages=tuple(sorted(repeated_pages(texts, [page.text_source == "native" for page in pages]).items())),
    )


def page_texts(pages: Iterable[Page]) -> tuple[PageText, ...]:
    """Return what the words of each page say."""
    return tuple(map(_page_text, pages))


def _page_text(page: Page) -> PageText:
    text = "\n".join(line.text for line in lines_of(page.words))
    return PageText(page=page.number, word_count=len(page.words), text=text, plain=" ".join(plain_words(page)))
