"""The organ that met, as printed at the top of its minutes."""

from __future__ import annotations

import re

from extractors.identity.committees import committee_of
from extractors.minutes.labels import read_label
from extractors.minutes.openers import read_opener
from schemas.layout import Layout

_ORGAN = re.compile(
    r"^(?:[A-ZÅÄÖ][\w\såäöé,-]{0,60}?)?(?:styrelsen|styrelse|nämnden|utskott(?:et)?|fullmäktige|direktionen|"
    r"förbund(?:et)?|beredningen|rådet)\b.{0,70}$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\s+(?:protokoll|sammanträdesprotokoll|styrelseprotokoll)\b.*$"
    r"|^(?:(?:sammanträdes|styrelse)?protokoll\b\s*)?(?:(?:fört\s)?(?:vid|från|för)\s)?(?:ordinarie\s)?(?:(?:styrelse)?(?:möte|sammanträde)\s(?:med|i|för|vid)?\s?)?"
    r"|\s+sammanträdes(?:datum|tid)\b.*$|,?\s*nr\s\d+.*$|\s+20\d\d-\d\d-\d\d$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[:.,]$|\d|^[^A-ZÅÄÖ]|\b(?:har|är|beslut\w*|lämna\w*|den|och en|som|ska|vid|enligt|protokoll\w*)\b|:")
"""What no name of an organ has: digits, verbs, an end of a clause."""
_TOP = 14


def organ_of(layout: Layout, first_page: int) -> str | None:
    """Return the organ by a line of the cover that names a board, committee or assembly, or None.

    Args:
        layout: the blocks of the document.
        first_page: the page of the first paragraph; the cover ends there.
    """
    for number in range(1, first_page + 1):
        for block in layout.on_page(number)[:_TOP]:
            if block.kind != "furniture" and (read_opener(block.text) or read_label(block.text)):
                break
            for candidate in (block.text, block.lines[0].text):
                text = _NOISE.sub("", candidate.strip())
                if _ORGAN.match(text) and not _NO_NAME.search(text):
                    return text
    return committee_of("minutes", layout)
