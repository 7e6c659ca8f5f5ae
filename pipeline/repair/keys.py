"""A key that words share when an OCR may take one for the other: all confusable glyphs fall into one class.

`fristående` and `fristdende`, `för`, `fér` and `féor`, `lån` and `1an` have equal keys, so that the lexicon finds the
right word by the key of the misread one.
"""

from __future__ import annotations

import re

CLASSES = str.maketrans(
    {
        **dict.fromkeys("åäàáâãæoöóòôõøœéèêëd4608&\ufffd", "a"),
        **dict.fromkeys("i1|íìîï", "l"),
        **dict.fromkeys("üúùû", "u"),
    }
)
PAIRS = (("rn", "m"), ("mb", "m"), ("ia", "a"), ("vv", "w"))
ENDING = 3
"""Letters of an ending."""
RUNS = re.compile("aa+")


def key_of(word: str) -> str:
    """Return the key of a word; case does not matter.

    >>> key_of("Sollefteå") == key_of("Sollefted")
    True
    """
    folded = word.lower()
    for pair, letter in PAIRS:
        if pair in folded:
            folded = folded.replace(pair, letter)
    return RUNS.sub("a", folded.translate(CLASSES))


def bucket_of(key: str) -> str:
    """Return the first three letters of a key: words are stored by them."""
    return key[:3]


def ending_of(word: str) -> str:
    """Return the ending that a long word shares with others of its kind (`~gen`), empty for short words and signs."""
    return "~" + word[-ENDING:] if len(word) > ENDING + 1 and word.isalpha() else ""


def number_symbol(number: str) -> str:
    """Return what a number counts as among neighbours: years apart from other numbers."""
    return "2000" if len(number) == 4 and number[:2] in {"18", "19", "20"} else "0"  # noqa: PLR2004  # digits of a year
