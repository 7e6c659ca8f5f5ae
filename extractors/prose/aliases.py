"""Names that a document itself equates: `Beredningsgruppen (numera Samverkansteamet)`, `X, tidigare Y`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"[A-ZÅÄÖ][\wåäöÅÄÖ/&-]*"
_NAME = rf"{_WORD}(?:\s(?:och|i|för|av|på|till)\s{_WORD}|\s{_WORD}|\s\d{{1,2}}(?!\d))*"
_JOINED = r"(?:numera|nu(?=\s[A-ZÅÄÖ])|tidigare|f\.?\s?d\.?|före\sdetta|även\skalla[dt]|också\skalla[dt])"
_ALIAS = re.compile(
    rf"(?P<one>{_NAME})(?:\s\(|,\s|\s)(?:som\s)?(?:{_JOINED})(?:\s(?:kallad|kallat|heter|hette|benämnd|namnet|kallas))?[\s:]+[\"”’]?(?P<two>{_NAME})"
)
_ABBREVIATED = re.compile(rf"(?P<one>{_NAME})\s\((?P<two>[A-ZÅÄÖ][A-ZÅÄÖ0-9]{{1,6}})\)")


def aliases_in(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names that the texts equate, each pair once, in order.

    An abbreviation counts only when its letters begin the words of the name or stand in it in this order.

    >>> aliases_in(["Beredningsgruppen Norr (numera Samverkansteamet) träffas."])
    (('Beredningsgruppen Norr', 'Samverkansteamet'),)
    """
    found: dict[tuple[str, str], None] = {}
    for printed in texts:
        text = re.sub(r"\s+", " ", printed)
        for match in _ALIAS.finditer(text):
            found[(match["one"], match["two"])] = None
        for match in _ABBREVIATED.finditer(text):
            if _abbreviates(match["two"], match["one"]):
                found[(match["one"], match["two"])] = None
    return tuple(pair for pair in found if pair[0] != pair[1])


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether the letters of `short` stand in `name` in order, beginning with its first letter."""
    letters = iter(name.upper())
    return short[0] == name[0].upper() and all(letter in letters for letter in short)
