"""The names and rare words that an archive spells right on its sound pages, as a word list for the pages that are damaged.

An extraction follows from a document's bytes and the options alone, so what other documents say can only come in as an option.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from extractors.page.quality import TRIMMED
from pipeline.repair.damage import SOUND_SHARE
from pipeline.repair.keys import key_of
from pipeline.repair.mend import KNOWN
from pipeline.repair.words import WordList

TIMES = 2
"""A word is listed when it was seen so many times."""
SHORTEST, LONGEST = 4, 40
"""Letters of a listed word."""
WRITTEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def archive_words(pages: Iterable[str], words: WordList, times: int = TIMES) -> list[str]:
    """Return the words of sound pages that repair does not know and would not take for known ones, in alphabetical order.

    Args:
        pages: the text of each page, line by line; pages that lost their å ä ö are passed over.
        words: what repair knows.
        times: how many times a word must be seen.
    """
    seen = Counter(word for page in pages if _is_sound(page) for word in _written(page))
    common = {word for word in seen if word.islower()}
    spelled: Counter[str] = Counter()
    for word, count in seen.items():
        spelled[word.lower() if word.lower() in common else word] += count
    return sorted(word for word, count in spelled.items() if count >= times and _is_rare(word, words))


def _is_sound(page: str) -> bool:
    letters = sum(map(str.isalpha, page))
    return sum(page.lower().count(letter) for letter in "åäö") > SOUND_SHARE * letters


def _written(page: str) -> Iterator[str]:
    """Yield the words of a page but for acronyms, words in capitals and the halves of words that a line end breaks."""
    broken = False
    for line in page.split("\n"):
        tokens = line.split()
        for token in tokens[broken:]:
            word = token.strip(TRIMMED)
            if WRITTEN.fullmatch(word) and SHORTEST <= len(word) <= LONGEST and word[1:].islower() and not token.endswith("-"):
                yield word
        broken = bool(tokens) and tokens[-1].endswith(("-", "\u00ad"))


def _is_rare(word: str, words: WordList) -> bool:
    """Tell whether no known word could be read as this one, nor this one be a misread one."""
    return all(share < KNOWN or entry.endswith("-") for entry, share in words.entries(key_of(word))) and not words.knows(word)
