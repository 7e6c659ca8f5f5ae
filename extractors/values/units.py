"""Words for units in Swedish print: kronor and their multiples, percent, words for `about`."""

from __future__ import annotations

import re
from decimal import Decimal

from schemas.amount import Unit

_SCALES: tuple[tuple[str, Unit, Decimal], ...] = (
    (r"miljarder\s(?:kronor|kr|sek)|miljard\s(?:kronor|kr)|mdr\s?(?:kronor|kr)|md\s?kr|mdkr|mdsek|mdr", "SEK", Decimal(10**9)),
    (
        r"miljoner\s(?:kronorna|kronor|kr|sek)|miljon\s(?:kronor|kr)|milj(?:\.|oner)?\s?(?:kronor|kr)|mn\s?kr|mn\s?sek",
        "SEK",
        Decimal(10**6),
    ),
    (r"mkr|msek|m\skr|mnkr", "SEK", Decimal(10**6)),
    (r"tusen(?:tals?)?\s(?:kronorna|kronor|kr|sek)|1\s?000-tals?\s(?:kronor|kr)", "SEK", Decimal(1000)),
    (r"tkr|kkr|t\.?\s?kr|tsek|ksek", "SEK", Decimal(1000)),
    (r"kronorna|kronor|krona|kr|sek", "SEK", Decimal(1)),
    (r"öre|ore", "SEK", Decimal("0.01")),
    (r"procentenheter|procentenhet|procentenh\.?|%-enheter|procents?|%", "percent", Decimal(1)),
    (r"promille|‰", "percent", Decimal("0.1")),
)

UNITS = "(?:" + "|".join(pattern for pattern, _, _ in _SCALES) + ")"
"""Any unit word; use with re.IGNORECASE and a word boundary after it."""

APPROXIMATE = (
    r"(?:c:a|ca\.?|cirka|circa|omkring|ungefär|ungefärligen|ung\.?|uppskattningsvis|drygt|knappt|närmare|nästan|runt|kring"
    r"|minst|lägst|åtminstone|högst|maximalt|max\.?|som\smest|upp\still|uppemot|mer\sän|mindre\sän|över|[~≈<>≤≥])"
)
"""Words that say that the amount after them is not exact, for re.IGNORECASE."""

_SEARCH = re.compile(rf"(?<![\w]){UNITS}(?![\wåäö])|(?<=[(/ ])%|%", re.IGNORECASE)
_EACH = tuple((re.compile(pattern, re.IGNORECASE), unit, scale) for pattern, unit, scale in _SCALES)


def unit_of(word: str) -> tuple[Unit, Decimal] | None:
    """Return unit and scale when `word` as a whole is a unit.

    >>> unit_of("Mkr")
    ('SEK', Decimal('1000000'))
    """
    plain = re.sub(r"\s+", " ", word.strip().rstrip("."))
    for pattern, unit, scale in _EACH:
        if pattern.fullmatch(plain):
            return unit, scale
    return None


_AMOUNT_BEFORE = re.compile(r"(?<![\w/–-])(?!(?:19|20)\d\d\s)[\d\s]*\d(?:[.,]\d+)?\s?$")
"""A number before a unit, unless it is a year or the end of a date."""


def read_scale(text: str) -> tuple[Unit, Decimal] | None:
    """Return unit and scale stated anywhere in `text` (a column header, a table title, a unit cell); None without any.

    Kronor win over percent, and the first of several is taken: `Belopp i tkr (förändring i %)` is thousands of kronor. The unit
    of an amount (`Prognosen är 4,05 mnkr`) says nothing of other figures.

    >>> read_scale("Belopp i tkr")
    ('SEK', Decimal('1000'))
    """
    stated = (match[0] for match in _SEARCH.finditer(text) if not _AMOUNT_BEFORE.search(text[: match.start()]))
    found = [read for unit in stated if (read := unit_of(unit)) is not None]
    money = [read for read in found if read[0] == "SEK"]
    return next(iter(money or found), None)
