"""The other reading of an OCR word, taken where it is a known word and the first is not."""

from __future__ import annotations

from extractors.quality import TRIMMED
from pipeline.repair.keys import key_of
from pipeline.repair.mend import Fix
from pipeline.repair.words import WordList
from schemas.page import Word

CONFIDENCE = 0.95


def better_reading(word: Word, words: WordList) -> Fix | None:
    """Return the reading to take instead of `word.text`; None to keep it.

    A reading wins when it is the same word but for glyphs that are often confused, is known, and the text is not.
    Words with digits are never changed here.
    """
    core = word.text.strip(TRIMMED)
    if not core.isalpha() or words.knows(core):
        return None
    for reading in word.readings:
        other = reading.strip(TRIMMED)
        if other != core and other.isalpha() and key_of(other) == key_of(core) and words.knows(other):
            return Fix(word.text.replace(core, other), "second_reading", CONFIDENCE)
    return None
