"""How amounts are written in messages: as printed where they were printed, else in the unit of their table."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from schemas.figure import Figure

THOUSAND = Decimal(1000)
MILLION = Decimal(1000000)
UNITS = {Decimal(1): "kr", THOUSAND: "tkr", MILLION: "mnkr"}
_LETTERS = re.compile(r"[a-zåäö%]", re.IGNORECASE)


def scale_of(figure: Figure) -> Decimal:
    """Return 1, 1000 or 1000000: what the printed number of `figure` was multiplied by."""
    text = re.sub(r"[^\d,.]", "", figure.raw.replace("−", "-")).strip(".,")
    text = re.sub(r"\.(?=\d{3}(\D|$))", "", text).replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return _likely_scale(figure.quantum)
    if number == 0:
        exponent = number.as_tuple().exponent
        scale = figure.quantum * 10 ** -int(exponent)
        return scale if scale in UNITS else Decimal(1)
    scale = abs(figure.value) / number
    return scale if scale in UNITS else _likely_scale(figure.quantum)


def _likely_scale(quantum: Decimal) -> Decimal:
    """Return the scale of a figure whose raw text was misread: a step of more than one krona is none of kronor."""
    return MILLION if quantum >= MILLION else THOUSAND if quantum > 1 else Decimal(1)


def number(value: Decimal, decimals: int = 0) -> str:
    """Write a number the Swedish way: groups of three, decimal comma, at least so many decimals.

    >>> number(Decimal("-1858.50"))
    '-1 858,5'
    """
    text = f"{value.normalize():f}" if value else "0"
    whole, _, fraction = text.lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    fraction = fraction.ljust(decimals, "0")
    return ("-" if value < 0 else "") + grouped + ("," + fraction if fraction else "")


def amount(value: Decimal, scale: Decimal = Decimal(1), decimals: int = 0) -> str:
    """Write an amount of kronor in the unit that `scale` stands for.

    >>> amount(Decimal(-1858000), Decimal(1000))
    '-1 858 tkr'
    """
    return f"{number(value / scale, decimals)} {UNITS.get(scale, 'kr')}"


def amount_like(figure: Figure, value: Decimal) -> str:
    """Write `value` in the unit in which `figure` was printed, with as many decimals."""
    if figure.unit == "percent":
        return f"{number(value)} %"
    if figure.unit != "SEK":
        return number(value)
    scale = scale_of(figure)
    step = figure.quantum / scale
    decimals = -int(step.normalize().as_tuple().exponent) if 0 < step < 1 else 0
    return amount(value, scale, decimals)


def printed(figure: Figure) -> str:
    """Write a figure as it was printed, with its unit; as it is taken where its reading was repaired."""
    if figure.repaired:
        return amount_like(figure, figure.value)
    raw = " ".join(figure.raw.replace("*", " ").split())
    if figure.unit != "SEK" or _LETTERS.search(raw):
        return raw
    return f"{raw} {UNITS.get(scale_of(figure), 'kr')}"


def place(figure: Figure, file_name: str) -> str:
    """Write where a figure stands: `report.pdf:p7`."""
    return f"{file_name}:p{figure.page}"
