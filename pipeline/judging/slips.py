"""What a printed figure may have been before one slip in reading it, likeliest slips first.

By hand: `7011,12` may be `701,12` (a digit read twice), `7071,12` (1 for 7) or `70111,2` (the comma moved).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.explain import CONFUSED

DIGITS = "0123456789"
LIKELY = 1
"""Weight of a slip that OCR often makes: look-alike digits, a digit doubled or its twin lost, a lost decimal comma."""
POSSIBLE = 2
"""Weight of a slip that happens: any digit lost or added, a comma for a blank."""
SIGN = 3
"""Weight of a turned sign, which a document prints wrongly as often as a scan loses it."""
NUMBER = re.compile(r"[\d\s.,]*\d")


class Slip(NamedTuple):
    """A text that may have been misread."""

    text: str
    """What may be printed."""
    weight: int
    """LIKELY, POSSIBLE or SIGN: the smaller the likelier."""


def slips(text: str, decimals: int = 0) -> Iterator[Slip]:
    """Yield the texts that one slip may have turned into `text`, each once, likeliest first.

    Args:
        text: the figure as it was read.
        decimals: how many decimals the other figures of its column have.

    >>> [slip.text for slip in slips("11", decimals=0) if slip.weight == LIKELY]
    ['71', '1', '111', '17']
    """
    found = NUMBER.search(text)
    if found is None:
        return
    before, number, after = text[: found.start()], found[0], text[found.end() :]
    seen = {text}
    for weight, edits in ((LIKELY, _likely(number, decimals)), (POSSIBLE, _possible(number))):
        for edit in edits:
            whole = f"{before}{edit}{after}"
            if whole not in seen:
                seen.add(whole)
                yield Slip(whole, weight)
    turned = text.lstrip("-–− ") if text[:1] in "-–−" else f"-{text}"
    yield Slip(turned, SIGN)


def decimals_of(text: str) -> int:
    """Return how many decimals a printed figure has.

    >>> decimals_of("1 236,30")
    2
    """
    found = re.search(r",(\d{1,2})(?!\d)", text)
    return len(found[1]) if found else 0


def step_of(text: str) -> Decimal:
    """Return the step of the last printed digit: 0.01 for two decimals."""
    return Decimal(1).scaleb(-decimals_of(text))


def _likely(number: str, decimals: int) -> Iterator[str]:
    for i, digit in enumerate(number):
        if not digit.isdigit():
            continue
        for other in CONFUSED[digit]:
            yield number[:i] + other + number[i + 1 :]
        if number[i + 1 : i + 2] == digit:
            yield number[:i] + number[i + 1 :]
        yield number[: i + 1] + digit + number[i + 1 :]
    bare = number.replace(" ", "")
    if decimals and bare.isdigit() and len(bare) > decimals:
        yield f"{bare[:-decimals]},{bare[-decimals:]}"


def _possible(number: str) -> Iterator[str]:
    places = [i for i, digit in enumerate(number) if digit.isdigit()]
    for i in places:
        if len(places) > 1:
            yield number[:i] + number[i + 1 :]
    for i in [*places, len(number)]:
        yield from (number[:i] + digit + number[i:] for digit in DIGITS)
    bare = re.sub(r"[\s.,]", "", number)
    for i in range(1, len(bare)):
        yield f"{bare[:i]},{bare[i:]}"
    yield bare
