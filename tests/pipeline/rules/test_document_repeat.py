"""`document.repeat`: pages that stand twice leave a check and count once."""

from __future__ import annotations

from pipeline.match import build_archive
from pipeline.rules import document_repeat
from schemas.archive import Settings
from schemas.document import Classification, Extraction, Reading
from schemas.page import Page, Word
from schemas.place import Box


def page(number: int, start: int) -> Page:
    """Return a page of 60 words that no other start gives."""
    boxes = [Box(x0=i % 10 * 50, top=i // 10 * 12, x1=i % 10 * 50 + 40, bottom=i // 10 * 12 + 10) for i in range(60)]
    texts = [f"ord{chr(97 + (start + i) % 26)}{start * 1000 + i}" for i in range(60)]
    words = tuple(Word(text=text, raw=text, box=box) for text, box in zip(texts, boxes, strict=True))
    return Page(number=number, width=595, height=842, words=words)


def checks(*starts: int) -> list[str | None]:
    reading = Reading(document_id="d", file_name="f.pdf", pages=tuple(page(i, start) for i, start in enumerate(starts, start=1)))
    extraction = Extraction(document_id="d", extractor_version="1", reading=reading, classification=Classification(kind="other"))
    found = list(document_repeat.check(build_archive([extraction]), Settings()))
    assert {outcome.finding for outcome in found} <= {None}
    return [outcome.check.explanation for outcome in found]


def test_each_repeated_page_is_told() -> None:
    assert checks(1, 2, 1, 2) == ["page 3 repeats page 1 and is read once", "page 4 repeats page 2 and is read once"]


def test_pages_that_differ_are_silent() -> None:
    assert checks(1, 2, 3) == []
