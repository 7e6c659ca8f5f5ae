"""The gist of a document: what matching, reconciling and loading take of it, without the words of its pages.

Words are most of what a document takes in memory and in time to unpack; what is wanted of them is reckoned once, when the
document is read.
"""

from __future__ import annotations

from schemas.document import Extraction
from schemas.record import Record


class PageText(Record):
    """What the words of a page say."""

    page: int
    """The page, from 1."""
    word_count: int
    """How many words it has."""
    text: str
    """Its text line by line, after repair."""
    plain: str
    """Its words without case, accents and punctuation, in reading order, parted by spaces."""


class Gist(Record):
    """A document without its words."""

    extraction: Extraction
    """What the document gave; of its pages all but what was read and drawn on them."""
    texts: tuple[PageText, ...]
    """What its pages say, in their order."""
    sketch: tuple[int, ...] = ()
    """The smallest hashes of its runs of words: two texts share as large a part of them as they share of their runs."""
    repeated_pages: tuple[tuple[int, int], ...] = ()
    """(page, earlier page that it repeats)."""
