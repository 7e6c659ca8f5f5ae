"""Repair of a whole reading: which pages need it, and the record of each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.page.layout import lay_out
from pipeline.reading import lexicon
from pipeline.repair.damage import damaged_pages
from pipeline.repair.fonts import mend_fonts
from pipeline.repair.mend import Fix, Mender
from pipeline.repair.second import better_readings
from pipeline.repair.words import WordList
from schemas.document import Reading
from schemas.packed import Packed
from schemas.page import Page, Word
from schemas.record import stable_id
from schemas.repair import Repair

Changes = Mapping[tuple[int, int], Fix]
"""By page number and index of the word on the page."""


def repair_reading(reading: Reading, words: WordList) -> tuple[Reading, tuple[Repair, ...]]:
    """Return the reading with misread words mended and one record per change; sound pages are the very same objects.

    A font with wrong characters is undone first, then OCR words whose other reading is better are taken from it, then
    the pages that lost their å ä ö are mended together, as one text.
    """
    changes: dict[tuple[int, int], Fix] = dict(mend_fonts(reading.pages, words))
    changes |= {at: fix for at, fix in _second_readings(reading.pages, words).items() if at not in changes}
    pages = _changed(reading.pages, changes)
    damaged = damaged_pages(pages, lexicon.knows)
    if damaged:
        changes |= _mended([page for page in pages if page.number in damaged], words)
    if not changes:
        return reading, ()
    records = tuple(record for page in reading.pages for record in _records(reading.document_id, page, changes))
    return reading.model_copy(update={"pages": _changed(reading.pages, changes)}), records


def _changed(pages: Sequence[Page], changes: Changes) -> Sequence[Page]:
    """Return the pages with their changed words; the very same ones when none changed."""
    return Packed(_with_changes(page, changes) for page in pages) if changes else pages


def _second_readings(pages: Sequence[Page], words: WordList) -> dict[tuple[int, int], Fix]:
    """Return the words of OCR pages whose other reading is better."""
    read = [page for page in pages if page.text_source == "ocr"]
    return {(page.number, index): fix for page in read for index, fix in better_readings(page, words)}


def _mended(pages: Sequence[Page], words: WordList) -> dict[tuple[int, int], Fix]:
    """Return the changes of damaged pages, read line by line in reading order as one text."""
    places = {id(word): (page.number, index) for page in pages for index, word in enumerate(page.words)}
    lines = [line.words for block in lay_out(pages).blocks for line in block.lines]
    laid = {id(word) for line in lines for word in line}
    lines.extend((word,) for page in pages for word in page.words if id(word) not in laid)
    fixes = Mender(words).mend([[word.text for word in line] for line in lines])
    found = {places.get(id(lines[line][token])): fix for (line, token), fix in fixes.items()}
    return {at: fix for at, fix in found.items() if at is not None}


def _with_changes(page: Page, changes: Changes) -> Page:
    """Return the page with its changed words; the page itself when none changed."""
    if not any((page.number, index) in changes for index in range(len(page.words))):
        return page
    mended = tuple(_with_text(word, changes.get((page.number, index))) for index, word in enumerate(page.words))
    source = "repaired" if page.text_source == "native" else page.text_source
    return page.model_copy(update={"words": mended, "text_source": source})


def _with_text(word: Word, fix: Fix | None) -> Word:
    return word if fix is None else word.model_copy(update={"text": fix.text})


def _records(document_id: str, page: Page, changes: Changes) -> list[Repair]:
    """Return the records of one page's changes, in the order of its words."""
    return [
        Repair(
            repair_id=stable_id("repair", document_id, page.number, index, word.box.rounded(), word.raw),
            page=page.number,
            box=word.box,
            raw=word.raw,
            repaired=changes[page.number, index].text,
            method=changes[page.number, index].method,
            confidence=changes[page.number, index].confidence,
        )
        for index, word in enumerate(page.words)
        if (page.number, index) in changes
    ]
