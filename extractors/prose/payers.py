"""Who pays, or whose share it is, where a sentence gives one amount for each: `staten 1 412 tkr, regionen 706 tkr`.

Texts are folded (`extractors.prose.cues.folded`); payers are told by the words right beside the amount only.
"""

from __future__ import annotations

import re

from extractors.prose import cues

CONTRIBUTIONS = "income.contributions"
_NAME = (
    r"(?:(?P<state>staten|statens|statligt?|statliga\smedel|forsakringskassan\w*|arbetsformedlingen\w*|fk|af)"
    r"|(?P<municipality>(?:[a-z]+s?\s)?kommun(?:en|ens|erna|ernas)?)|(?P<region>region(?:en|ens|erna)?(?:\s[a-z]+)?|landsting\w*))"
)
_BEFORE = re.compile(
    rf"(?:^|[,;:(+]|\boch|\bsamt|\bvarav|\bdar|\bfran|\bmen|\bmedan)\s?{_NAME}(?:s?\s(?:andel|del|bidrag|insats|driftbidrag))?"
    r"(?:\s(?:ar|med|star\sfor|bidrar\smed|bidrog\smed|betalar|ger|skjuter\still|har|satsar))?[:(\s–-]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^\s?\(?(?:fran\s|av\s)?{_NAME}(?=$|[\s,;.)])", re.IGNORECASE)
_PERSONS = re.compile(r"^\s(?P<who>kvinnor|man|flickor|pojkar)(?=$|[\s,;.)])", re.IGNORECASE)
_FROM = re.compile(rf"^\s?\(?(?:fran|av)\s{_NAME}(?=$|[\s,;.)])", re.IGNORECASE)


def payer_beside(before: str, after: str) -> str | None:
    """Return the concept of the contribution of the payer named right before an amount, or after it with `från`.

    >>> payer_beside(", regionen ", " och kommunen")
    'income.contributions.region'
    """
    match = _BEFORE.search(before) or _FROM.match(after)
    if match is None:
        return None
    kind = next((name for name in ("state", "municipality", "region") if match[name]), "")
    return f"{CONTRIBUTIONS}.{kind}"


def one_of_both(before: str, after: str) -> bool:
    """Tell whether a municipality and a region stand around one amount, so that it is not known whose it is."""
    around = f"{before} {after.split(',', maxsplit=1)[0]}"
    return (
        re.search(r"kommun", around, re.IGNORECASE) is not None
        and re.search(r"region|landsting", around, re.IGNORECASE) is not None
    )


def whose_share(text: str, before: str, after_start: int) -> str | None:
    """Return the party or group whose share a percentage or a count is, as printed (`FK`, `Region Norr`, `kvinnor`).

    Args:
        text: the sentence as printed.
        before: the folded text from the amount before to this one.
        after_start: where the text after the amount begins.
    """
    after = cues.folded(text[after_start:])
    match = _AFTER.match(after) or _PERSONS.match(after)
    if match is not None:
        name = match.groupdict().get("who") or next(match[kind] for kind in ("state", "municipality", "region") if match[kind])
        start = after_start + after.index(name)
        return text[start : start + len(name)].strip()
    named = _BEFORE.search(before)
    return None if named is None else next(named[kind] for kind in ("state", "municipality", "region") if named[kind]).strip()
