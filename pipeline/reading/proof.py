"""Does an invisible text layer say what the picture above it shows? Some of its words are cut out of the picture and read.

A layer may belong to another document, to another version, or to the page before. Its words look sound, so only the picture
tells. Figures and long words are looked at, spread over the page; few are enough, since a layer mostly errs in all or in none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PIL import Image
from rapidfuzz.fuzz import ratio

from pipeline.recognition.montage import Sheet, sheet_of_spots
from pipeline.recognition.recogniser import Recognition
from schemas.page import Word

EACH = 8
"""So many figures, and so many long words, are looked at."""
LEAST = 5
"""Fewer prove nothing."""
LONG = 5
"""Letters of a long word."""
DIGITS = (2, 9)
"""Least and most digits of a figure that is looked at."""
ALIKE = 60.0
"""Words are the same from this likeness on (0 to 100); figures must be equal."""
AGREE = 0.4
"""A layer of which a smaller share of the words agrees, or of the figures, says something else."""


class Proof(NamedTuple):
    """Words of a text layer, and a sheet of what the picture shows in their places."""

    words: tuple[Word, ...]
    sheet: Sheet


def proof_of(words: Sequence[Word], image: Image.Image, dpi: float) -> Proof | None:
    """Return the words to look at, cut out of the rendered page; None when there are too few."""
    chosen = (*_spread(words, _is_figure), *_spread(words, _is_long))
    if len(chosen) < LEAST:
        return None
    scale = dpi / 72
    spots = [tuple(round(edge * scale) for edge in (word.box.x0, word.box.top, word.box.x1, word.box.bottom)) for word in chosen]
    sheet = sheet_of_spots(image, [(x0, top, x1, bottom) for x0, top, x1, bottom in spots], 0)
    return Proof(chosen, sheet) if sheet else None


def differs(proof: Proof, found: Recognition, dpi: float) -> bool:
    """Tell whether what was read on the sheet, whose resolution is `dpi`, is something else than the words of the layer."""
    texts = ["".join(word.text for word in _on_row(proof.sheet, row, found, dpi / 72)) for row in range(len(proof.words))]
    same = [_is_same(word.text, text) for word, text in zip(proof.words, texts, strict=True)]
    figures = [agrees for word, agrees in zip(proof.words, same, strict=True) if _is_figure(word)]
    return _disagree(same) or _disagree(figures)


def _on_row(sheet: Sheet, row: int, found: Recognition, scale: float) -> list[Word]:
    """Return the words that were read in one row of a sheet, left to right."""
    strip = sheet.strips[row]
    top, bottom = strip.sheet_y / scale, (strip.sheet_y + strip.bottom - strip.top) / scale
    return sorted((word for word in found.words if top <= word.box.middle[1] <= bottom), key=lambda word: word.box.x0)


def _disagree(same: Sequence[bool]) -> bool:
    return len(same) >= LEAST and sum(same) < AGREE * len(same)


def _spread(words: Sequence[Word], fits: Callable[[Word], bool]) -> list[Word]:
    """Return a few of the words that fit, spread evenly over the page."""
    fitting = [word for word in words if word.upright and fits(word)]
    step = max(1, len(fitting) // EACH)
    return fitting[::step][:EACH]


def _is_figure(word: Word) -> bool:
    return DIGITS[0] <= len(_digits(word.text)) <= DIGITS[1] and not any(letter.isalpha() for letter in word.text)


def _is_long(word: Word) -> bool:
    return sum(letter.isalpha() for letter in word.text) >= LONG


def _is_same(said: str, seen: str) -> bool:
    """Tell whether a word of the layer is what the picture shows, marks over letters and signs left aside."""
    if any(letter.isalpha() for letter in said):
        return ratio(_folded(said), _folded(seen)) >= ALIKE
    return _digits(said) in _digits(seen)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _folded(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if letter.isalnum())
