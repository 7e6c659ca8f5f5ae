"""The grammar of a Swedish printed number: sign, grouping, decimals; no unit.

Digits are grouped in threes by one space (of any width) or by full stops, decimals follow a comma (or a full stop where
no grouping could be meant). `2 83 200` and `007` are no numbers. A minus is `-`, `−`, `–`, a pair of parentheses or a
trailing `-`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from schemas.record import Record

SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f"
"""What may stand between groups of digits, as the inside of a character class."""
MINUS_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
"""Hyphens, dashes and the minus sign."""
MINUS = re.escape(MINUS_SIGNS)
"""The same, as the inside of a character class."""

DIGITS = rf"""(?:
    [1-9]\d{{0,2}}(?:[{SPACES}]\d{{3}})+(?![{SPACES}]?\d)    # 1 378 000
  | [1-9]\d{{0,2}}(?:\.\d{{3}})+(?![\d.])                     # 1.378.000
  | [1-9]\d{{0,2}}(?:,\d{{3}}){{2,}}(?![\d,])                # 1,378,000
  | (?:0|[1-9]\d*)(?!\d)                                      # 2832
)"""
"""The whole part of a number, for re.VERBOSE."""
HAS_DIGIT = re.compile(r"\d")
"""Sentences without a digit, most of them, are not searched for numbers."""
NUMBER = rf"{DIGITS}(?:(?:,|(?<=\d)\.(?!\d{{3}}(?!\d)))\d{{1,4}}(?![\d]))?"
"""A number without sign, for re.VERBOSE."""

_GROUPING = re.compile(rf"[{SPACES}]")
_WHOLE = re.compile(rf"(?:{NUMBER})", re.VERBOSE)
_SIGNED = re.compile(
    rf"""(?:
        (?P<sign>[+±{MINUS}])?[{SPACES}]?(?P<bare>{NUMBER})(?P<trailing>[{MINUS}])?
      | \([{SPACES}]?[{MINUS}]?(?P<enclosed>{NUMBER})[{SPACES}]?\)
    )""",
    re.VERBOSE,
)


class Numeral(Record):
    """A number as printed, before any unit."""

    value: Decimal
    """With its sign."""
    step: Decimal
    """The step of the last printed digit: 1, 0.1, 0.01, ..."""


def read_digits(text: str) -> Numeral | None:
    """Read `text` as one unsigned number; None when it is anything else.

    >>> read_digits("1 236,30")
    Numeral(value=Decimal('1236.30'), step=Decimal('0.01'))
    >>> read_digits("2 83 200") is None
    True
    """
    if not _WHOLE.fullmatch(text):
        return None
    plain = _GROUPING.sub("", text)
    if re.search(r"\.\d{3}(?:\.|,|$)", plain) and not plain.startswith("0."):
        plain = plain.replace(".", "")
    elif plain.count(",") > 1:
        plain = plain.replace(",", "")
    value = Decimal(plain.replace(",", "."))
    exponent = value.as_tuple().exponent
    return Numeral(value=value, step=Decimal(1).scaleb(int(exponent)))


def read_signed(text: str) -> Numeral | None:
    """Read `text` as one number with an optional sign; None when it is anything else.

    >>> read_signed("(827)").value
    Decimal('-827')
    """
    found = _SIGNED.fullmatch(text.strip())
    if found is None or (found["sign"] and found["trailing"]):
        return None
    numeral = read_digits(found["bare"] or found["enclosed"])
    if numeral is None:
        return None
    negative = bool(found["enclosed"] or found["trailing"]) or is_minus(found["sign"])
    return Numeral(value=-numeral.value if negative and numeral.value else numeral.value, step=numeral.step)


def is_minus(sign: str | None) -> bool:
    """Tell whether `sign` (one character, or spaces around one) is a minus of any shape."""
    return sign is not None and sign.strip() != "" and sign.strip() in MINUS_SIGNS
