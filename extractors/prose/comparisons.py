"""Amounts that are differences: `340 tkr lägre än budget` is a variance, `410 tkr lägre än föregående år` a change.

All texts are folded (`cues.folded`) and belong to one amount: what stands before it, and what follows.
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.prose import cues

Difference = Literal["variance", "change"]

_MORE = r"(?:mer|mindre|bättre|sämre|högre|lägre|större|färre|dyrare|billigare|starkare|svagare)"
_PLANNED = (
    r"(?:\w*budget\w*|\w*budgeterat|\w*prognos\w*|plan(?:en|erat|erade?s?)?|beräknat|beräknade?s?|beräkningen|förväntat|förväntade?s?|väntat"
    r"|(?:vad\ssom\s)?(?:avsatts|avsattes|beviljat\w*|beviljades|tilldelats)|avsatt|kommunbidraget|ramen|\w+ramen|anslaget)"
)
_EARLIER = (
    r"(?:(?:före|före?g\.?|förra|samma|motsvarande|tidigare|närmast)\w*|året\s(?:innan|före)|i\sfjol|(?:år\s)?(?:19|20)\d\d"
    r"|(?:\w+\s){0,3}(?:föregående|förra|tidigare)\s(?:år|året|period\w*))"
)
_THAN = cues.cue(rf"^\s(?:kronor\s)?{_MORE}\s(?:än\s|jämfört\smed\s|i\sförhållande\still\s)(?P<held>[^.,;()]*)")
_BESIDE = cues.cue(rf"^\s(?:kronor\s)?(?:över|under)\s(?:\w+\s)?{_PLANNED}(?!\w)")
_PAST_BUDGET = cues.cue(
    r"(?:över|under)(?:skr|st[ei]g)\w*\s(?:av\s)?(?:\w+\s){0,2}?\w*(?:budget|anslag|ram(?:en|ar)?\b|prognos)\w*(?:\s[a-z]+){0,4}\s[-–−+]?\s?$"
)
"""`överskred sin budget med`, `överskridande av budget uppgår till`."""
_IS_PLANNED = cues.cue(rf"^(?:\w+\s){{0,3}}?{_PLANNED}(?!\w)")
_IS_EARLIER = cues.cue(rf"^(?:\w+\s){{0,2}}?{_EARLIER}")


def difference(before: str, after: str) -> Difference | None:
    """Tell whether an amount is a difference from a plan or from another time; None for a level.

    >>> difference("Kostnaden blev ", " lagre an budget for 2025."), difference("Kostnaden blev ", " lagre an 2024.")
    ('variance', 'change')
    >>> difference("Forbundet har mer an ", " pa banken.")
    """
    if _PAST_BUDGET.search(before) or _BESIDE.match(after):
        return "variance"
    than = _THAN.match(after)
    if than is None:
        return None
    held = re.sub(r"\s+", " ", than["held"]).strip()
    if _IS_EARLIER.match(held) and not _IS_PLANNED.match(held.split(" ")[0]):
        return "change"
    return "variance" if _IS_PLANNED.match(held) else None
