"""What a decided point refers to: earlier decisions, laws, and who is to carry it out."""

from __future__ import annotations

import re

from extractors.values.dates import MONTHS

_ORGAN = (
    r"(?:[A-ZÅÄÖ]?[\wåäöÅÄÖ-]*(?:\soch\s[\wåäö-]+)?(?:styrelsens?|nämndens?|fullmäktiges?|direktionens?)(?:\sarbetsutskotts?)?|"
    r"[\wåäöÅÄÖ-]*utskottets?|[A-ZÅÄÖ]{2,6})"
)
_DAY = rf"(?:(?:19|20)\d\d-\d\d-\d\d|(?:den\s)?\d{{1,2}}\s(?:{MONTHS})\.?(?:\s(?:19|20)\d\d)?)"
_PARAGRAPH = r"§{1,2}\s?\d{1,3}(?:/(?:20)?\d\d)?(?:\s?[-–]\s?\d{1,3})?"
_EARLIER = re.compile(
    rf"(?:{_ORGAN}\s(?:beslut(?:ade)?\s)?(?:av\s|från\s)?)?{_DAY},?\s{_PARAGRAPH}(?:\s[A-ZÅÄÖ]{{2,6}}\b)?"
    rf"|{_PARAGRAPH}(?:,\s|\s){_DAY}|{_PARAGRAPH}\s[A-ZÅÄÖ]{{2,6}}\b(?:\s(?:19|20)\d\d-\d\d-\d\d)?|\b[A-ZÅÄÖ]{{2,6}}\s{_PARAGRAPH}(?!\s\w*lag)"
)
_SECTION = (
    r"(?:\d+\s?kap\.?(?:itlet)?\s?(?:\d+\s?[a-z]?(?:\s?[-–,]\s?\d+)?\s?§{1,2}|§{1,2}\s?\d+[a-z]?)?(?:\s\d+\sst\.?(?:ycket)?)?"
    r"|\d+\s?[a-z]?\s?§{1,2})"
)
_LAW = (
    r"(?:[A-ZÅÄÖ]?[\wåäö-]*(?:\soch\s[\wåäö-]+)?(?<!förs)(?<!ans)(?<!avs)(?<!ins)(?<!bo)(?<!nder)(?<!uts)lagen|[\wåäöÅ-]*balken|[\wåäöÅ-]+förordningen"
    r"|[Ll]ag(?:en)?(?=\s\((?:19|20)\d\d:\d)|KL\b|PBL\b|MB\b|LSS\b|SoL\b|OSL\b)(?:\s\((?:19|20)\d\d:\d{1,4}\))?"
)
_LAWS = re.compile(rf"(?:{_SECTION}\s(?:i\s)?)?(?:i\s)?{_LAW}(?:\s{_SECTION})?")
_RESPONSIBLE = (
    re.compile(
        r"^(?:att\s)?(?P<who>[^.,;]{2,80}?)\s(?:får|fick|ges|gavs|har)\s(?:i\s(?:förnyat\s)?)?uppdrag(?:et)?\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:ge|ger|gav)\s(?P<who>[^.,;]{2,80}?)\s(?:i\s)?uppdrag(?:et)?\b", re.IGNORECASE),
    re.compile(r"\b(?:uppdra[rsg]?s?|uppdrog|delegera[rs]?)\s(?:åt|till)\s(?P<who>[^.,;]{2,80}?)\s(?:att|för)\b", re.IGNORECASE),
    re.compile(r"\buppdra[rsg]?s?\s(?P<who>[^.,;]{2,60}?)\satt\b", re.IGNORECASE),
    re.compile(r"^(?:att\s)?(?P<who>[^.,;]{2,80}?)\s(?:ansvarar\sför|bemyndigas|uppdras)\b", re.IGNORECASE),
)


def earlier_decisions(text: str) -> tuple[str, ...]:
    """Return the earlier decisions that a text names, as printed.

    >>> earlier_decisions("Uppdraget från den 19 november 2025, § 70 är avslutat.")
    ('den 19 november 2025, § 70',)
    """
    return tuple(dict.fromkeys(match.group().strip() for match in _EARLIER.finditer(text)))


def laws(text: str) -> tuple[str, ...]:
    """Return the laws that a text names, with chapter and section.

    >>> laws("enligt 4 kap. 20 § kommunallagen (2017:725)")
    ('4 kap. 20 § kommunallagen (2017:725)',)
    """
    found = (match.group().strip().removeprefix("i ") for match in _LAWS.finditer(text))
    return tuple(dict.fromkeys(name for name in found if not name.isupper() and name != "SoL"))


def responsible(text: str) -> str | None:
    """Return who is to carry a point out, or None.

    >>> responsible("Förvaltningschefen får i uppdrag att ingå förlikning.")
    'Förvaltningschefen'
    """
    for pattern in _RESPONSIBLE:
        match = pattern.search(text)
        if match is not None:
            return re.sub(r"^.*\b(?:beslutar|beslutade)\s(?:att\s)?", "", match["who"]).strip() or None
    return None
