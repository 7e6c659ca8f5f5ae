"""Figures that a text layer and OCR both give for one spot: agreement makes them sure, a dispute is kept and said."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.page import Word

AGREED = 0.97
"""Confidence of a figure that both readings give."""
DOUBTED = 0.6
"""Highest confidence of a figure that they give differently."""


def confirmed(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Return `words` with the confidence of figures set by what `others` (another reading of the page) has in their place."""
    figures = [word for word in others if _digits(word.text)]
    return tuple(_weighed(word, figures) if _digits(word.text) else word for word in words)


def _weighed(word: Word, figures: Sequence[Word]) -> Word:
    """Return the word surer where the other reading agrees, doubted with both readings where it does not."""
    near = sorted(
        (other for other in figures if other.box.overlaps(word.box) and _level(other, word)), key=lambda other: other.box.x0
    )
    if not near:
        return word
    joined = "".join(other.text for other in near)
    if _digits(joined) == _digits(word.text) or any(_digits(other.text) == _digits(word.text) for other in near):
        return word.model_copy(update={"confidence": max(word.confidence, AGREED)})
    readings = tuple(dict.fromkeys((*(word.readings or (word.text,)), joined)))
    return word.model_copy(update={"confidence": min(word.confidence, DOUBTED), "readings": readings})


def _level(one: Word, other: Word) -> bool:
    """Tell whether two words stand on one line: the middle of one lies within the height of the other."""
    return other.box.top <= one.box.middle[1] <= other.box.bottom


def _digits(text: str) -> str:
    return "".join([letter for letter in text if letter.isdigit()])
