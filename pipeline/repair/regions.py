"""The lines of a text that repair leaves alone: English ones, and those that kept their å ä ö."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from pipeline.repair.damage import FEW_LETTERS, SOUND_SHARE

ENGLISH = re.compile(
    r"the|of|and|to|is|this|that|with|by|or|as|be|which|not|from|any|are|was|were|have|has|its?|an|on|for|in", re.IGNORECASE
)
SWEDISH = re.compile(
    r"och|att|det|som|en|av|till|ett|den|med|[aäd]r|p[aå]|har|om|var|inte|de|kan|ska|vid|samt|ej|eller|sig|f[oöé]r|i",
    re.IGNORECASE,
)
"""Small words that tell English from Swedish, damaged or not."""
ENGLISH_TEXT = 8
"""A text with so many small words of English, and so many times those of Swedish, is English all through."""
WINDOW = 2
"""Lines before and after a line that tell its language."""
DOTTED = frozenset("åäö")


def kept_lines(lines: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the lines that are English or sound: nothing in them is changed."""
    return english_lines(lines) | sound_lines(lines)


def english_lines(lines: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the lines that stand in English text."""
    words = [[token.strip(".,;:()") for token in line] for line in lines]
    english = [sum(bool(ENGLISH.fullmatch(word)) for word in line) for line in words]
    swedish = [sum(bool(SWEDISH.fullmatch(word)) for word in line) for line in words]
    if sum(english) >= ENGLISH_TEXT and sum(swedish) < sum(english) / ENGLISH_TEXT:
        return frozenset(range(len(lines)))
    balance = [ours - theirs for ours, theirs in zip(english, swedish, strict=True)]
    around = [sum(balance[max(0, line - WINDOW) : line + WINDOW + 1]) for line in range(len(lines))]
    return frozenset(line for line, sums in enumerate(around) if sums >= 2)  # noqa: PLR2004  # one line that adds up may be chance


def sound_lines(lines: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the lines among whose nearest letters there are as many of å ä ö as sound Swedish has.

    The nearest lines that together hold `FEW_LETTERS` letters on both sides decide.
    """
    texts = ["".join(line).lower() for line in lines]
    letters = [0, *accumulate(sum(map(str.isalpha, text)) for text in texts)]
    dotted = [0, *accumulate(sum(letter in DOTTED for letter in text) for text in texts)]
    sound = set()
    first = last = 0
    for line in range(len(lines)):
        while first < line and letters[line] - letters[first + 1] >= FEW_LETTERS:
            first += 1
        last = max(last, line)
        while last + 1 < len(lines) and letters[last + 1] - letters[line + 1] < FEW_LETTERS:
            last += 1
        around = letters[last + 1] - letters[first]
        if around >= FEW_LETTERS and dotted[last + 1] - dotted[first] > SOUND_SHARE * around:
            sound.add(line)
    return frozenset(sound)
