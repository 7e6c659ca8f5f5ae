"""Whose an amount is: initiatives by the names that the document's own tables give them, and committees that say what they miss.

Only wordings that leave nothing between the name and its amount but such a verb count: `Steget vidare kostade 1 350 112 kronor
och IPS-teamet 1 398 220 kronor`, `Grön rehab: 860 000 kr`. Anything else may speak of a part, a change or another thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from extractors.figures.titles import is_general
from extractors.values.amounts import FoundAmount

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

_COMMITTEE = re.compile(
    r"""(?:^|(?<=[\s(]))(?P<who>(?:nämnden\sför\s[a-zåäö]+(?:\soch\s[a-zåäö]+)?
        |(?:[a-zåäö]+-,\s)*(?:[a-zåäö]+-\s(?:och|samt)\s)?(?:tekniska\s|[a-zåäö]+)nämnden|kommunstyrelsen|regionstyrelsen))
        (?:\s(?!och\b|samt\b|\w*nämnd|\w*styrelse)[\w-]+){0,5}?\s(?P<misses>(?:budget)?underskott|(?:budget)?överskott)(?:et)?
        (?:\s(?:till|på|om|med|är|blir|cirka|ca|totalt|sammanlagt))+\s*$""",
    re.IGNORECASE | re.VERBOSE,
)


class Balance(NamedTuple):
    """A committee and on which side of its budget it ends."""

    committee: str
    deficit: bool


def committee_before(text: str, found: FoundAmount, before: Sequence[FoundAmount]) -> Balance | None:
    """Return the committee that says an amount to be its surplus or deficit (`Kulturnämnden räknar med ett underskott på`).

    Args:
        text: the sentence.
        found: the amount.
        before: the amounts left of it.
    """
    match = _COMMITTEE.search(_own_words(text, found, before))
    if match is None:
        return None
    who = match["who"]
    return Balance(who[:1].upper() + who[1:], "under" in match["misses"].lower())


def named_before(text: str, found: FoundAmount, before: Sequence[FoundAmount], names: Collection[str]) -> str | None:
    """Return the name whose cost or grant an amount is; None when the words between say anything else.

    Args:
        text: the sentence or statement line.
        found: the amount.
        before: the amounts left of it, whose words it cannot share.
        names: how the document's tables name their rows.
    """
    part = _own_words(text, found, before)
    for name in sorted((name for name in names if _is_name(name)), key=lambda item: (-len(item), item)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?\b)", part, re.IGNORECASE):
            if _COSTS.fullmatch(part[match.end() :]):
                return name
    return None


def _own_words(text: str, found: FoundAmount, before: Sequence[FoundAmount]) -> str:
    """Return the words from the amount before to this one."""
    return text[max((one.end for one in before if one.end <= found.start), default=0) : found.start]


def _is_name(name: str) -> bool:
    return len(name) >= _SHORTEST and not is_general(name)
