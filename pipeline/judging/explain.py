"""Slips of the pen and of reading: what a printed number may have been meant to be, and which misreadings are plausible."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pipeline.judging.outcome import Message
from schemas.figure import Figure

CONFUSED = {
    "0": "86", "1": "7", "2": "", "3": "8", "4": "", "5": "6", "6": "580", "7": "1", "8": "360", "9": "",
}  # fmt: skip
"""Digits that OCR takes for one another."""
THOUSAND = Decimal(1000)
DIGITS = "0123456789"


class Cause(NamedTuple):
    """Why two statements may differ."""

    name: str
    """In English, for the check: `sign flipped`, `row missing`, ..."""
    message: Message
    """One sentence for readers."""


def slips_of(figure: Figure) -> Iterator[tuple[str, Decimal]]:
    """Yield what a figure may have been meant to be, likeliest slips of the pen first, each with its name."""
    value, step = figure.value, figure.quantum
    if value == 0 or step <= 0:
        return
    yield "sign flipped", -value
    yield "unit slip", value * THOUSAND
    yield "unit slip", value / THOUSAND
    digits = f"{int(abs(value) / step)}"
    sign = -1 if value < 0 else 1
    for i, (one, two) in enumerate(pairwise(digits)):
        if one != two:
            yield "transposed digits", sign * Decimal(digits[:i] + two + one + digits[i + 2 :]) * step
    for i in range(len(digits)):
        for other in DIGITS:
            if other != digits[i]:
                yield "one digit", sign * Decimal(digits[:i] + other + digits[i + 1 :]) * step
    yield from (("one digit", other) for other in misreadings(figure))


def misreadings(figure: Figure) -> Iterator[Decimal]:
    """Yield the values that one plausible confusion in reading may have turned into the printed one.

    One digit taken for another, doubled or lost before its twin, a stray digit, a lost or moved decimal comma.
    A lost minus is not among them: see `lost_minus`.
    """
    step = figure.quantum
    if step <= 0:
        return
    digits = f"{int(abs(figure.value) / step)}"
    sign = -1 if figure.value < 0 else 1
    for text in _edits(digits):
        yield sign * Decimal(text) * step
    yield from (figure.value / by for by in (100, 10) if figure.value / by % step == 0)


def _edits(digits: str) -> Iterator[str]:
    for i, digit in enumerate(digits):
        for other in CONFUSED[digit]:
            yield digits[:i] + other + digits[i + 1 :]
        if len(digits) > 1:
            yield digits[:i] + digits[i + 1 :]
        yield digits[: i + 1] + digit + digits[i + 1 :]


def lost_minus(figure: Figure) -> Decimal:
    """Return the value with the sign turned."""
    return -figure.value
