"""Two readings of one picture made one: where they agree it is surer, where they differ the better one wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from extractors.page.quality import TRIMMED, Lexicon
from schemas.page import Word
from schemas.place import Box

AGREED = 0.97
"""Confidence of a number that two readings agree on."""
DOUBTED = 0.6
"""Highest confidence of a number that they read differently."""
UNSURE = 0.75
"""Words below this confidence deserve a second reading."""
ONE_LETTER = 1.4
"""Widest cross, in its height."""
SIGNS = frozenset("%§–—−*~€$£©®°|=+<>/\\@#&_^{}[]")
"""Signs that a model without them replaces by letters or digits."""

_READ_DOUBLE = re.compile(r"^=(?=\d[\d.,]*$)")
"""A minus right before a number that was read as two strokes."""


class Seen(NamedTuple):
    """A word as one reading of a picture gives it, box in pixels."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    """0 to 1."""
    height: float
    """Height of its line in pixels."""


def needs_second(seen: Seen, knows: Lexicon) -> bool:
    """Tell whether a second reading decides something: figures, words of low confidence, unknown words that are not sure."""
    if any(letter.isdigit() for letter in seen.text):
        return True
    core = seen.text.strip(TRIMMED).lower()
    if not any(letter.isalpha() for letter in core):
        return seen.confidence < UNSURE
    return seen.confidence < UNSURE or (seen.confidence < 0.9 and not knows(core))  # noqa: PLR2004  # an unknown word has to be surer


def fuse(first: Seen, second: str | None, scale: float, knows: Lexicon) -> Word:
    """Return one word from the first reading and what the second model gave for the same spot.

    Args:
        first: the reading of the model that knows all signs.
        second: the other reading; None when none was made.
        scale: points per pixel.
        knows: tells whether a lower-case word is known.
    """
    raw, first = first.text, first._replace(text=first.text[0]) if is_tick(first) else first
    text, confidence = first.text, first.confidence
    readings: tuple[str, ...] = ()
    if second is not None and not _same(first.text, second):
        text, confidence = _decide(first, second, knows)
        readings = tuple(dict.fromkeys(unicodedata.normalize("NFC", item) for item in (first.text, second) if item))
    elif second is not None:
        floor = AGREED if _is_figure(first.text) else 0.9
        confidence = max(confidence, floor)
    box = Box(
        x0=round(first.x0 * scale, 2),
        top=round(first.top * scale, 2),
        x1=round(first.x1 * scale, 2),
        bottom=round(first.bottom * scale, 2),
    )
    return Word(
        text=_READ_DOUBLE.sub("-", unicodedata.normalize("NFC", text)),
        raw=raw,
        box=box,
        confidence=round(confidence, 4),
        size=round(first.height * scale, 2),
        readings=readings,
    )


def is_tick(seen: Seen) -> bool:
    """Tell whether two crosses are one, read as a small and a capital letter: they have the place of one letter only."""
    return seen.text in {"xX", "Xx"} and seen.x1 - seen.x0 < ONE_LETTER * (seen.bottom - seen.top)


def _same(first: str, second: str) -> bool:
    """Tell whether two readings agree, signs that the second model lacks left aside (`§ 77` against `877`)."""
    if first == second:
        return True
    pattern = "".join(".{1,2}" if letter in SIGNS else re.escape(letter) for letter in first)
    return any(letter.isalnum() for letter in first) and re.fullmatch(pattern, second) is not None


def _decide(first: Seen, second: str, knows: Lexicon) -> tuple[str, float]:
    """Return (text, confidence) where two readings differ."""
    if not second:
        return first.text, first.confidence
    if _is_figure(first.text) or any(letter in SIGNS for letter in first.text):
        same = _digits(first.text) == _digits(second) and not any(letter in SIGNS for letter in first.text + second)
        return first.text, first.confidence if same else min(first.confidence, DOUBTED)
    known_first, known_second = (knows(item.strip(TRIMMED).lower()) for item in (first.text, second))
    if known_second and not known_first and not _is_figure(second):
        return second, max(first.confidence, 0.8)
    return first.text, first.confidence


def _is_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def is_noise(seen: Seen) -> bool:
    """Tell whether a word is a drawn line, a speck or a crease rather than text."""
    if not seen.text.strip():
        return True
    if any(letter.isalnum() for letter in seen.text):
        return seen.confidence < 0.1 and len(seen.text) <= 2  # noqa: PLR2004  # one or two doubtful characters are dirt
    strokes = set(seen.text) <= set("|_—–-=~'`´.,:;\\/‘’\"")
    return strokes and (seen.confidence < 0.5 or set(seen.text) <= set("|_"))  # noqa: PLR2004  # half sure: a rule read as letters


def median_confidence(words: Sequence[Seen]) -> float:
    """Return the median confidence of words of at least two characters; 0 without any."""
    sure = sorted(word.confidence for word in words if len(word.text) > 1)
    return sure[len(sure) // 2] if sure else 0.0


def stands_on_end(words: Sequence[Seen]) -> bool:
    """Tell whether the words of a picture stand on end rather than lie.

    Tesseract reads text that runs up or down the page, but its boxes and rows then are of no use for tables.
    """
    long = [word for word in words if len(word.text) >= 4]  # noqa: PLR2004  # short words may be as tall as wide
    tall = [word.bottom - word.top > 1.3 * (word.x1 - word.x0) for word in long]
    return len(long) >= 5 and 2 * sum(tall) > len(long)  # noqa: PLR2004  # fewer do not tell
