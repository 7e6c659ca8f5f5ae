"""Other readings of an OCR word (a second model, the page's text layer), taken where one is a known word and the first is not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from extractors.page.quality import TRIMMED
from pipeline.repair.keys import key_of
from pipeline.repair.mend import Fix
from pipeline.repair.words import WordList
from schemas.page import Page, Word

CONFIDENCE = 0.95
"""When two readings are the same word but for glyphs that are often confused."""
CONFIDENCE_APART = 0.85
"""When they differ by another letter."""
CERTAIN = 0.9
"""Words read with this confidence are not given up for a reading that differs by another letter."""
LONG = 5
"""Only words of so many letters may differ by another letter."""
SAME_PLACE = 0.6
"""Boxes that share so much of the wider one hold the same word."""


def better_readings(page: Page, words: WordList) -> Iterator[tuple[int, Fix]]:
    """Yield the words of an OCR page whose other reading is better, by index on the page."""
    layer = sorted(page.other_words, key=lambda word: word.box.top)
    tops = [word.box.top for word in layer]
    for index, word in enumerate(page.words):
        core = word.text.strip(TRIMMED)
        if core.isalpha() and len(core) > 1 and not words.knows(core):
            others = [other.text for other in _in_place(word, layer, tops) if dotted(other.text) >= dotted(core)]
            fix = _best(word, core, (*word.readings, *others), words)
            if fix is not None:
                yield index, fix


def dotted(text: str) -> int:
    """Return how many å ä ö a text has: a layer that lost them is no witness against them."""
    return sum(text.lower().count(letter) for letter in "åäö")


def _in_place(word: Word, layer: Sequence[Word], tops: Sequence[float]) -> Iterator[Word]:
    """Yield the words of another reading that stand where the word stands."""
    height = word.box.bottom - word.box.top
    for other in layer[bisect_left(tops, word.box.top - height) : bisect_left(tops, word.box.bottom)]:
        shared = min(word.box.x1, other.box.x1) - max(word.box.x0, other.box.x0)
        level = other.box.top <= word.box.middle[1] <= other.box.bottom
        if level and shared >= SAME_PLACE * max(word.box.x1 - word.box.x0, other.box.x1 - other.box.x0):
            yield other


def _best(word: Word, core: str, others: Sequence[str], words: WordList) -> Fix | None:
    """Return the likeliest known reading that is the same word but for a glyph; None to keep what was read first."""
    fitting = []
    for other in dict.fromkeys(others):
        read = other.strip(TRIMMED)
        sure = _agreement(word, core, read) if read.isalpha() and read != core and words.knows(read) else 0.0
        if sure:
            fitting.append((sure, words.log_share(read.lower()) or words.log_share(read) or -99.0, read))
    if not fitting:
        return None
    sure, _, read = max(fitting)
    return Fix(word.text.replace(core, read), "second_reading", sure)


def _agreement(word: Word, core: str, read: str) -> float:
    """Return how sure it is that two readings are one word; 0 when it is not."""
    if key_of(read) == key_of(core):
        return CONFIDENCE
    near = len(core) >= LONG and word.confidence < CERTAIN and Levenshtein.distance(core, read, score_cutoff=1) == 1
    return CONFIDENCE_APART if near else 0.0
