"""Lines that may open a paragraph: `§ 51`, `§51 HEADING`, `Ks § 94`, `§ 16 a`, `51 §`, with or without a registry number."""

from __future__ import annotations

import re

from extractors.minutes.parts import Opener

_OPENER = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}\s)?(?:§\s?|"
    r"[Pp]aragraf\s)(?P<number>\d{1,3})(?:/(?:20)?\d\d(?!\d))?(?:\s?(?P<letter>[a-zåäö])(?=[\s.:]|$))?(?P<end>[.:)]?)"
    r"(?=\s|$|[A-ZÅÄÖ])\s*(?P<rest>.*)$|^(?P<before>\d{1,3})\s?§[.:]?(?=\s|$)\s*(?P<after>.*)$"
)
_NUMBERED = re.compile(r"^(?P<number>\d{1,2})[.)]?\s+(?P<rest>[A-ZÅÄÖ].{2,100})$")
_CODE = r"[A-ZÅÄÖ]{1,8}[a-zåäö]{0,3}"
_DNR = (
    rf"(?:{_CODE}[\s/-]?\s?)?(?:19|20)\d\d[.:/]\d{{1,6}}(?:[-./:]\d{{1,4}})?(?:[\s/-]{_CODE}\b)?"
    rf"|(?:{_CODE}[\s/-]?\s?)?(?:19|20)\d\d-(?!(?:19|20)\d\d(?!\d))\d{{3,6}}(?:[-./:]\d{{1,4}})?(?:[\s/-]{_CODE}\b)?"
    rf"|{_CODE}[\s/-]\s?(?:19|20)?\d\d[-./:]\d{{1,6}}(?:[-./:]\d{{1,4}})?"
)
_REFERENCE = re.compile(
    rf"(?:\(?\s?(?:[Dd]nr|[Dd]iarienr|[Dd]iarienummer|DNR|Ärendenr|Ärendenummer)\.?\s?:?\s*)?(?P<dnr>{_DNR})\)?\.?"
)
_AFTER_DNR = re.compile(
    r"(?:[Dd]nr|[Dd]iarienr|[Dd]iarienummer|DNR|Ärendenr|Ärendenummer)\.?\s?:?\s*(?P<dnr>\S{2,20}(?:\s[A-ZÅÄÖ]{2,6}\b)?)$"
)
_ITEM_OF_LIST = re.compile(r"^(?:[,;)/–-]|och\s|samt\s|i\s|[a-zåäö]|\d{4}-\d\d-\d\d|\d)")
_RANGE = re.compile(r"^(?:[-–]\s?\d|(?:och|samt)\s)")


def read_opener(text: str, *, loose: bool = False) -> Opener | None:
    """Return what a line opens, or None; `index` and `weight` are for the caller to fill in.

    Args:
        text: a line or a heading.
        loose: whether the rest may begin with a small letter, as entries of an agenda do.

    >>> read_opener("§ 42 2026.030 BMN").reference
    '2026.030 BMN'
    >>> read_opener("§ 45, 2026-03-02") is None, read_opener("§ 44-46 Dispenser") is None
    (True, True)
    """
    match = _OPENER.match(text.strip())
    if match is None:
        return None
    number = match["number"] or match["before"]
    rest = (match["rest"] or match["after"] or "").strip()
    reference, rest = take_reference(rest)
    if rest and _ITEM_OF_LIST.match(rest) and not (loose and rest[0].islower() and not _RANGE.match(rest)):
        return None
    return Opener(index=0, number=int(number), letter=match["letter"] or "", rest=rest, reference=reference)


def read_numbered(text: str) -> Opener | None:
    """Return what a heading such as `3. Ekonomisk rapport` opens, in minutes that use no paragraph sign."""
    match = _NUMBERED.match(text.strip())
    if match is None:
        return None
    reference, rest = take_reference(match["rest"])
    return Opener(index=0, number=int(match["number"]), rest=rest, reference=reference)


def take_reference(text: str) -> tuple[str | None, str]:
    """Return (registry number, rest) of a heading that begins or ends with one.

    >>> take_reference("Dnr KS 2025/12 Årsredovisning")
    ('KS 2025/12', 'Årsredovisning')
    """
    begins = _REFERENCE.match(text)
    if begins is not None and not text[begins.end() : begins.end() + 1].isalnum():
        return begins["dnr"].strip(), text[begins.end() :].strip()
    ends = _AFTER_DNR.search(text) or re.search(rf"\s\(?(?P<dnr>{_DNR})\)?$", text)
    if ends is not None and re.search(r"\d", ends["dnr"]):
        return ends["dnr"].strip(" ()"), text[: ends.start()].strip(" (,")
    return None, text
