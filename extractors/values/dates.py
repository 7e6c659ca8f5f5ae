"""Dates and years in Swedish text: `2025-09-22`, `den 22 september 2025`, `22/9 2025`, `2025.09.22`, `2026-2027`."""

from __future__ import annotations

import datetime as dt
import re

from extractors.values.numerals import HAS_DIGIT
from schemas.record import Record

MONTHS = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|jul(?:i)?|aug(?:usti)?|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""The name of a month, in full or cut short, for re.IGNORECASE."""
YEAR = r"(?:19[89]\d|20[0-9]\d)"
"""A year that a document may be about."""

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"""(?<![\d/.:])(?:
        (?P<y1>{YEAR})[-./–](?P<m1>0?[1-9]|1[0-2])[-./–](?P<d1>{_DAY})
      | (?<!-)(?P<d2>{_DAY})(?::?e|:a|\.)?\s?(?P<name>{MONTHS})\.?,?\s(?:år\s)?(?P<y2>{YEAR})
      | (?<!-)(?P<d3>{_DAY})[/.](?P<m3>0?[1-9]|1[0-2])[\s./-]\s?(?:år\s)?(?P<y3>{YEAR})
    )(?![\d])""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\d/.:-])(?P<y>\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d-]|\s\d{3})")
_YEARS = re.compile(
    rf"""(?<![\d:/.,-])(?P<first>{YEAR})(?:(?:\s?[-–/]\s?|\s(?:och|till)\s)(?P<second>{YEAR}|\d\d(?![\d-]))(?!-\d))?
        (?!\d|[:,.]\d|[-/]\d|\s?(?:kr|tkr|mnkr|kronor|%)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_REGISTRY = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|[äa]rendenr|[äa]rendenummer)[\s.:]*(?:[a-zåäö]{1,6}[\s-]?)?$", re.IGNORECASE
)
"""What stands before a year that is part of a registry number."""


class FoundDate(Record):
    """A date in running text."""

    start: int
    """Index of its first character."""
    end: int
    """Index after its last."""
    date: dt.date
    """The day."""


class FoundYears(Record):
    """A year, or a range of years, in running text; dates are not among them."""

    start: int
    """Index of the first character."""
    end: int
    """Index after the last."""
    first: int
    """The year, or the first of a range."""
    last: int
    """The same year, or the last of the range."""


def month_number(name: str) -> int:
    """Return 1 to 12 for the name of a month (at least its first three letters).

    >>> month_number("Sept")
    9
    """
    return "janfebmaraprmajjunjulaugsepoktnovdec".index(name[:3].lower()) // 3 + 1


def find_dates(text: str, *, short: bool = False) -> tuple[FoundDate, ...]:
    """Find the dates in running text, in order.

    Args:
        text: any text.
        short: whether six digits (`250922`) may be a date; ask for it only where a date is expected.

    >>> [found.date.isoformat() for found in find_dates("den 22/9 2025 och 3 maj 2024")]
    ['2025-09-22', '2024-05-03']
    """
    if not HAS_DIGIT.search(text):
        return ()
    found = [read for match in _DATE.finditer(text) if (read := _read_date(match)) is not None]
    if short:
        found += [read for match in _SHORT.finditer(text) if (read := _read_short(match)) is not None]
    return tuple(sorted(found, key=lambda date: date.start))


def _read_date(match: re.Match[str]) -> FoundDate | None:
    year = match["y1"] or match["y2"] or match["y3"]
    month = month_number(match["name"]) if match["name"] else int(match["m1"] or match["m3"])
    return _checked(match, int(year), month, int(match["d1"] or match["d2"] or match["d3"]))


def _read_short(match: re.Match[str]) -> FoundDate | None:
    return _checked(match, 2000 + int(match["y"]), int(match["m"]), int(match["d"]))


def _checked(match: re.Match[str], year: int, month: int, day: int) -> FoundDate | None:
    try:
        return FoundDate(start=match.start(), end=match.end(), date=dt.date(year, month, day))
    except ValueError:
        return None


def find_years(text: str) -> tuple[FoundYears, ...]:
    """Find years and ranges of years that are not parts of dates, amounts or registry numbers (`Dnr KS 2026/12`), in order.

    >>> [(found.first, found.last) for found in find_years("plan 2026-2027, beslut 2025-11-20, 2024 års bidrag")]
    [(2026, 2027), (2024, 2024)]
    """
    dates = find_dates(text)
    found: list[FoundYears] = []
    for match in _YEARS.finditer(text):
        if any(date.start < match.end() and match.start() < date.end for date in dates) or _REGISTRY.search(
            text[: match.start()]
        ):
            continue
        first = int(match["first"])
        second = match["second"]
        last = first if second is None else int(second if len(second) > 2 else match["first"][:2] + second)  # noqa: PLR2004 -- 2026/27
        found.append(FoundYears(start=match.start(), end=match.end(), first=first, last=max(first, last)))
    return tuple(found)


def last_day(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
