"""Initiatives by the names that the document's own tables give them, where a sentence says what one costs or gets.

Only wordings that leave nothing between the name and its amount but such a verb count: `Steget vidare kostade 1 350 112 kronor
och IPS-teamet 1 398 220 kronor`, `Grön rehab: 860 000 kr`. Anything else may speak of a part, a change or another thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractors.amounts import FoundAmount
from extractors.titles import is_general

_SHORTEST = 4
"""Letters; shorter names are abbreviations that mean many things."""
_COSTS = re.compile(
    r"""s?\s*(?:[:–-]\s*|,\s*)?
        (?:(?:har|hade|ska|skall)\s)?
        (?:kosta\w*|får|fick|fått|beviljas|beviljade?s|beviljats|tilldelas|tilldelade?s|tilldelats|avsätts|avsattes|avsatts|budgeteras|budgeterats
          |använde|använt|förbrukade|förbrukat|finansieras|finansierats|beräknas\skosta)?
        (?:\s(?:med|totalt|sammanlagt|under\såret|för|helåret|helår|20\d\d|kostnader|på|om))*\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def named_before(text: str, found: FoundAmount, before: Sequence[FoundAmount], names: Collection[str]) -> str | None:
    """Return the name whose cost or grant an amount is; None when the words between say anything else.

    Args:
        text: the sentence or statement line.
        found: the amount.
        before: the amounts left of it, whose words it cannot share.
        names: how the document's tables name their rows.
    """
    begin = max((one.end for one in before if one.end <= found.start), default=0)
    part = text[begin : found.start]
    for name in sorted((name for name in names if _is_name(name)), key=lambda item: (-len(item), item)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?\b)", part, re.IGNORECASE):
            if _COSTS.fullmatch(part[match.end() :]):
                return name
    return None


def _is_name(name: str) -> bool:
    return len(name) >= _SHORTEST and not is_general(name)
