"""What tells the kind of a document: its title, opening, headings, furniture and text, folded; and signs looked for in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from extractors.folding import fold
from extractors.identity.document_title import title_of, titles_of
from schemas.document import Reading
from schemas.layout import Layout
from schemas.page import Block
from schemas.record import Record

Where = Literal["title", "opening", "heading", "furniture", "text", "file"]

_OPENING = 1500
"""Characters of the first page that are its opening."""


class Clues(Record):
    """Folded text of a document by place (lower case, no diacritics), lines parted by line feeds."""

    title: str = ""
    """The title, and what else is set in large type on the first pages."""
    opening: str = ""
    """The beginning of the first page that has words, furniture included."""
    heading: str = ""
    """All headings."""
    furniture: str = ""
    """Headers, footers and stamps, each wording once."""
    text: str = ""
    """All text without furniture."""
    file: str = ""
    """The file's name; weak evidence."""
    page_count: int = 0
    """Number of pages."""

    def where(self, place: Where) -> str:
        """Return the text of one place."""
        return str(getattr(self, place))


class Sign(Record):
    """Something that speaks for a kind, or with a negative weight against it."""

    where: Where
    """The place that it is looked for in."""
    pattern: str
    """A regular expression over folded text; `^` and `$` match at lines."""
    weight: float
    """What one sight of it adds to the score."""
    least: int = 1
    """How many sights it takes."""


def clues_of(reading: Reading, layout: Layout) -> Clues:
    """Gather the clues of a document."""
    return Clues(
        title=fold("\n".join(filter(None, (title_of(reading, layout), *titles_of(layout))))),
        opening=fold(_lines(_first_page(layout))[:_OPENING]),
        heading=fold(_lines(block for block in layout.blocks if block.kind == "heading")),
        furniture=fold("\n".join(sorted({block.text for block in layout.blocks if block.kind == "furniture"}))),
        text=fold(_lines(layout.text_blocks())),
        file=re.sub(r"[-_.]+", " ", fold(reading.file_name)),
        page_count=len(reading.pages),
    )


def _first_page(layout: Layout) -> tuple[Block, ...]:
    first = next((block.page for block in layout.text_blocks()), None)
    return () if first is None else layout.on_page(first)


def _lines(blocks: Iterable[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def weigh(clues: Clues, signs: Iterable[Sign]) -> tuple[float, tuple[str, ...]]:
    """Return the sum of the weights of all signs that are seen, and what was seen, strongest first."""
    score, seen = 0.0, []
    for sign in signs:
        hits = re.findall(sign.pattern, clues.where(sign.where), re.MULTILINE)
        if len(hits) >= sign.least:
            score += sign.weight
            first = re.search(sign.pattern, clues.where(sign.where), re.MULTILINE)
            printed = " ".join(first.group().split())[:60] if first else ""
            seen.append((sign.weight, f"{sign.where}: {printed}" + (f" (x{len(hits)})" if sign.least > 1 else "")))
    seen.sort(key=lambda item: (-abs(item[0]), item[1]))
    return score, tuple(f"{text} ({weight:+g})" for weight, text in seen)
