"""Lines to running text: line breaks become spaces and hyphenation is undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SOFT = "\u00ad¬"
_HYPHENS = "-‐‑"
_KEPT_BEFORE = re.compile(
    r"(?:och|eller|samt|till|respektive|resp\.?|men|inte|som|men|liksom|alternativt|in|and|or)\b", re.IGNORECASE
)
"""Words after which `habiliterings-` keeps its hyphen: it stands for a shared last part."""
_WORD_PART = re.compile(rf"(\w+)[{_HYPHENS}]$")
_ACRONYM = re.compile(r"[A-ZÅÄÖ\d]{2,}$|^\w$|\d$")
"""A first part that keeps its hyphen: `IT-system`, `e-post`, `150-årsjubileum`."""


def join_lines(texts: Iterable[str]) -> str:
    """Return the lines of a paragraph as one NFC text.

    >>> join_lines(["samordnings-", "förbund och habiliterings-", "och rehabilitering"])
    'samordningsförbund och habiliterings- och rehabilitering'
    """
    joined = ""
    for text in texts:
        joined = join_two(joined, text.strip())
    return unicodedata.normalize("NFC", joined)


def join_two(before: str, after: str) -> str:
    """Join two pieces of running text that a line break, column break or page break parts."""
    if not before or not after:
        return before or after
    if before[-1] in _SOFT:
        return before[:-1] + after
    part = _WORD_PART.search(before, before.rfind(" ") + 1) if before[-1] in _HYPHENS else None
    if part is None or _KEPT_BEFORE.match(after) or not after[0].isalnum():
        return f"{before} {after}"
    if after[0].islower() and not _ACRONYM.search(part[1]):
        return before[:-1] + after
    return before + after
