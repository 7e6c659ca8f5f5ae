"""The unit that a document sets for all its amounts: `Samtliga belopp anges i tkr om inget annat sägs`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from extractors.values.units import UNITS, read_scale
from schemas.amount import Unit

_OTHERWISE = (
    r"\b(?:om|där|såvida|när)\s+(?:inte|inget|ej|icke|ingenting)\s+(?:annat|något annat|annan\w*)\b|\bom\s+annat\s+(?:inte|ej)\b"
)
_STATED = re.compile(
    rf"\b(?:belopp|siffror|uppgifter|tal)\w*\s[^.:;]{{0,60}}?\bi\s+(?P<unit>{UNITS})(?!\w)|\bi\s+(?P<first>{UNITS})(?!\w)[^.:;]{{0,20}}",
    re.IGNORECASE,
)
_RULE = re.compile(_OTHERWISE, re.IGNORECASE)


def document_unit(texts: Iterable[str]) -> tuple[Unit, Decimal]:
    """Return unit and scale for figures whose table says none; kronor when the document sets none or sets two.

    Args:
        texts: the paragraphs of the document.

    >>> document_unit(["Samtliga belopp i rapporten anges i tkr om inget annat sägs."])
    ('SEK', Decimal('1000'))
    """
    found = {scale for text in texts for sentence in re.split(r"(?<=[a-zåäö])\.\s", text) for scale in _set_by(sentence)}
    return found.pop() if len(found) == 1 else ("SEK", Decimal(1))


def _set_by(sentence: str) -> Iterable[tuple[Unit, Decimal]]:
    if _RULE.search(sentence):
        match = _STATED.search(sentence)
        scale = read_scale(match["unit"] or match["first"]) if match else None
        if scale is not None and scale[0] == "SEK":
            yield scale
