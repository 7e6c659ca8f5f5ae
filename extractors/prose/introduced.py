"""The name that one sentence introduces and the next one takes up as `det`: `ett nytt initiativ, en praktikinformatör`."""

from __future__ import annotations

import re

_INTRODUCED = re.compile(
    r"\b\w*(?:initiativ|projekt|insats|aktivitet|satsning|förslag)(?:et|en)?,\s(?:en|ett)\s(?P<name>[\wåäöÅÄÖ-]{4,}(?:\s[\wåäöÅÄÖ-]+){0,3})\.$"
)
_TAKEN_UP = re.compile(
    r"\b(?:bevilja|godkän)\w*\s(?:det|den|detta|denna)\b|\b(?:det|den|detta|denna)\s(?:bevilja|godkän)\w*", re.IGNORECASE
)


def introduced(before: str, text: str) -> str | None:
    """Return the name of a new initiative that one sentence introduces and the next one grants an amount, taking it up as `det`.

    >>> introduced("Under året tillkom ett nytt initiativ, en praktikinformatör.", "Styrelsen beviljade det 91 000 kr.")
    'praktikinformatör'
    >>> introduced("Under året tillkom ett nytt initiativ, en praktikinformatör.", "Kansliet kostade 91 000 kr.")
    """
    found = _INTRODUCED.search(before.strip())
    return found["name"] if found and _TAKEN_UP.search(text) else None
