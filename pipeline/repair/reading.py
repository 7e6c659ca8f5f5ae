"""Repair of a whole reading: which pages need it, and the record of each change."""

from __future__ import annotations

import re

from extractors.quality import judge
from pipeline import lexicon
from pipeline.repair.words import FOLD, WordList
from schemas.document import Reading
from schemas.page import Page, Word
from schemas.record import stable_id
from schemas.repair import Repair

CORE = re.compile(r"[^\W\d_]+")


def repair_reading(reading: Reading, words: WordList) -> tuple[Reading, tuple[Repair, ...]]:
    """Return the reading with misread words mended and one record per change; sound pages are the very same objects."""
    pages: list[Page] = []
    repairs: list[Repair] = []
    for page in reading.pages:
        if page.text_source == "empty" or judge(page.words, lexicon.knows).verdict != "lost_diacritics":
            pages.append(page)
            continue
        mended, changes = _repair_page(reading.document_id, page, words)
        pages.append(mended)
        repairs.extend(changes)
    if not repairs:
        return reading, ()
    return reading.model_copy(update={"pages": tuple(pages)}), tuple(repairs)


def _repair_page(document_id: str, page: Page, words: WordList) -> tuple[Page, list[Repair]]:
    mended: list[Word] = []
    repairs: list[Repair] = []
    for word in page.words:
        text = repair_text(word.text, words)
        if text == word.text:
            mended.append(word)
            continue
        mended.append(word.model_copy(update={"text": text}))
        repair_id = stable_id("repair", document_id, page.number, word.box.rounded(), word.raw)
        repairs.append(
            Repair(
                repair_id=repair_id, page=page.number, box=word.box, raw=word.raw, repaired=text, method="lexicon", confidence=0.9
            )
        )
    source = page.text_source if page.text_source == "ocr" or not repairs else "repaired"
    return page.model_copy(update={"words": tuple(mended), "text_source": source}), repairs


def repair_text(text: str, words: WordList | None = None) -> str:
    """Return the text with misread words mended; line breaks and blanks are kept."""
    known = words or WordList()

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        better = known.by_fold.get(word.lower().translate(FOLD))
        if better is None or len(better) != len(word) or (word.isupper() and len(word) > 1):
            return word
        return better[0].upper() + better[1:] if word[0].isupper() else better

    return CORE.sub(mend, text)
