"""Plain ways to mend misread words, to hold repair against: nothing, the commonest dotted form, the nearest word."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import wordfreq
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from pipeline.repair import repair_text
from pipeline.repair.keys import key_of
from pipeline.repair.mend import cased
from pipeline.repair.words import WordList

System = Callable[[str], str]
"""From a text to the text mended, line breaks and blanks kept."""
LETTERS = re.compile(r"[^\W\d_]+")
FOLD = str.maketrans("åäöÅÄÖ", "aaoAAO")
VOCABULARY = 50_000
"""So many of the commonest Swedish words are searched for the nearest one."""
SHORTEST = 3
"""Shorter words have too many near ones."""
NEAREST = 2
"""Edits that the nearest word may be away."""
PUBLISHED = (
    "Published for the whole of the same report (2,880 tokens, 76.3 % right before), not measured here:",
    "    hunspell, best suggestion        suggestions right half the time; accepts 23 % of the broken forms as words",
    "    symspellpy, two settings         88.9 / 90.8 % right after, 37 / 101 right tokens broken",
    "    character 6-gram                 96.8 %, 6 broken",
    "    best laboratory system           99.41 %, 3 broken",
)


def systems(words: WordList) -> dict[str, System]:
    """Return the systems by name, ours first."""
    return {
        "avstam": lambda text: repair_text(text, words),
        "leave as is": lambda text: text,
        "fold, most frequent form": lambda text: LETTERS.sub(lambda match: _most_frequent(match.group(), words), text),
        "nearest word (rapidfuzz)": lambda text: LETTERS.sub(lambda match: _nearest(match.group()), text),
    }


def _most_frequent(read: str, words: WordList) -> str:
    """Return the commonest word with the same letters but for dots and rings."""
    lower = read.lower().translate(FOLD)
    same = [(share, word) for word, share in words.entries(key_of(lower)) if word.lower().translate(FOLD) == lower]
    return cased(max(same)[1], read) if same else read


@cache
def _common() -> tuple[list[str], frozenset[str]]:
    listed = wordfreq.top_n_list("sv", VOCABULARY)
    return listed, frozenset(listed)


@cache
def _nearest(read: str) -> str:
    """Return the word itself if it is common, else the common word with the fewest edits."""
    listed, known = _common()
    if len(read) < SHORTEST or read.lower() in known:
        return read
    found = process.extractOne(read.lower(), listed, scorer=Levenshtein.distance, score_cutoff=NEAREST)
    return cased(found[0], read) if found else read
