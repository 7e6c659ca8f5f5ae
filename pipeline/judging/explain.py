"""The likeliest cause of a difference, tried in a fixed order, and which misreadings of a printed number are plausible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.outcome import Message
from schemas.figure import Figure

CONFUSED = {
    "0": "86", "1": "7", "2": "", "3": "8", "4": "", "5": "6", "6": "580", "7": "1", "8": "360", "9": "",
}  # fmt: skip
"""Digits that OCR takes for one another."""
THOUSAND = Decimal(1000)
FEW = 3


class Cause(NamedTuple):
    """Why two statements may differ."""

    name: str
    """In English, for the check: `sign flipped`, `row missing`, ..."""
    message: Message
    """One sentence for readers."""


def cause_of(printed: Figure, expected: Decimal, rows: Mapping[str, Decimal], neighbours: Mapping[str, Decimal]) -> Cause | None:
    """Return the likeliest cause of `printed` standing where `expected` should.

    Args:
        printed: the figure that is accused.
        expected: what the arithmetic or the other statement gives.
        rows: values of rows that may have been left out or counted twice, by label.
        neighbours: values that stand beside or above and may have been copied by mistake, by header or label.
    """
    value = printed.value
    if value != 0 and value == -expected:
        return _cause("sign flipped", "Troligen fel tecken.", "Probably the wrong sign.")
    if 0 not in (value, expected) and (value == expected * THOUSAND or value * THOUSAND == expected):
        return _cause("unit slip", "Troligen fel enhet (en faktor 1 000).", "Probably the wrong unit (a factor of 1 000).")
    if transposed(printed, expected):
        return _cause("transposed digits", "Troligen omkastade siffror.", "Probably transposed digits.")
    return _row_cause(value - expected, rows) or _neighbour_cause(value, neighbours) or _slip(printed, expected)


def _cause(name: str, sv: str, en: str) -> Cause:
    return Cause(name, Message(sv, en))


def _row_cause(residual: Decimal, rows: Mapping[str, Decimal]) -> Cause | None:
    for label, value in rows.items():
        if value != 0 and residual == -value:
            return _cause("row missing", f"Troligen saknas raden ”{label}” i summan.", f"The row “{label}” is probably left out.")
        if value != 0 and residual == value:
            sv, en = f"Troligen är raden ”{label}” räknad två gånger.", f"The row “{label}” is probably counted twice."
            return _cause("row doubled", sv, en)
    return None


def _neighbour_cause(value: Decimal, neighbours: Mapping[str, Decimal]) -> Cause | None:
    for name, other in neighbours.items():
        if value != 0 and value == other:
            return _cause("neighbour's figure", f"Samma tal står under ”{name}”.", f"The same number stands under “{name}”.")
    return None


def _slip(printed: Figure, expected: Decimal) -> Cause | None:
    if expected in set(misreadings(printed)):
        return _cause("one digit", "En enda siffra skiljer.", "A single digit differs.")
    if abs(printed.value - expected) <= FEW * printed.quantum:
        return _cause("rounding", "Troligen avrundning eller en ändrad rad.", "Probably rounding or an amended row.")
    return None


def transposed(printed: Figure, expected: Decimal) -> bool:
    """Tell whether two neighbouring digits were swapped."""
    one, two = _digits(printed, printed.value), _digits(printed, expected)
    if one == two or len(one) != len(two) or (printed.value < 0) != (expected < 0):
        return False
    first = next(i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b)
    return one[:first] + one[first : first + 2][::-1] + one[first + 2 :] == two


def _digits(printed: Figure, value: Decimal) -> str:
    """Return the digits of `value` as they would be printed beside `printed`."""
    return (
        f"{abs(value) / printed.quantum:f}".rstrip("0").rstrip(".")
        if value % printed.quantum
        else f"{int(abs(value) / printed.quantum)}"
    )


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
