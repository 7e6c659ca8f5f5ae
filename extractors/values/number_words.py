"""Amounts written in words: `fem miljoner kronor`, `en halv miljon kronor`, `tjugofem procent`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extractors.values.units import UNITS

_ONES = ("noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton").split()
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_VALUES = {"ett": 1, **{word: number for number, word in enumerate(_ONES)}} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_ONE = "|".join(sorted(["ett", *_ONES], key=len, reverse=True))
_TEN = "|".join(_TENS)
_WRITTEN = re.compile(
    rf"(?<![\w-])(?:(?P<hundreds>{_ONE})?(?P<hundred>hundra))?(?P<tens>{_TEN})?(?P<ones>{_ONE})?(?P<half>(?:\soch\sen)?\shalv)?"
    rf"\s(?P<unit>{UNITS})(?![\wåäö])",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"\s(?:{UNITS})(?![\wåäö])", re.IGNORECASE)
"""Sentences without a unit, nearly all, are not searched for numbers in words."""
HALF = Decimal("0.5")


class Written(NamedTuple):
    """A number in words with its unit."""

    start: int
    """Index of the first character."""
    end: int
    """Index after the last, unit included."""
    value: Decimal
    """In the printed unit: 5 for `fem miljoner kronor`."""
    step: Decimal
    """1, or 0.1 where a half is named."""
    unit: str
    """The unit as printed."""


def find_written(text: str) -> Iterator[Written]:
    """Yield the amounts in words, in order; a single krona is none (`en krona`).

    >>> [(found.value, found.unit) for found in find_written("Kostnaden blev två och en halv miljoner kronor.")]
    [(Decimal('2.5'), 'miljoner kronor')]
    """
    for match in _WRITTEN.finditer(text) if _UNIT.search(text) else ():
        value = _value(match)
        if value is not None and match["unit"].lower() != "krona":
            yield Written(match.start(), match.end(), value, Decimal("0.1") if match["half"] else Decimal(1), match["unit"])


def _value(match: re.Match[str]) -> Decimal | None:
    parts = [match[name].lower() for name in ("tens", "ones") if match[name]]
    if not parts and not match["hundred"]:
        return None
    hundreds = _VALUES[(match["hundreds"] or "ett").lower()] * 100 if match["hundred"] else 0
    whole = Decimal(hundreds + sum(_VALUES[part] for part in parts))
    if not match["half"]:
        return whole
    return whole + HALF if match["half"].lower().startswith(" och") else whole * HALF
