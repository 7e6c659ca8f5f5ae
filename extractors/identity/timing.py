"""When a document is about: fiscal year, period, meeting date; from title and headings first, then from the text.

Each year (month, date) that is named gets votes by where it stands; a title outweighs any number of sentences.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

from extractors.identity.document_title import title_of, titles_of
from extractors.values.dates import MONTHS, find_dates, find_years, last_day, month_number
from schemas.document import DocumentKind, Reading
from schemas.layout import Layout
from schemas.page import Block
from schemas.record import Record

_SENSIBLE = range(1990, 2061)
_TITLE, _TITLES, _HEADING, _FIRST_PAGE, _FILE = 100.0, 20.0, 3.0, 2.0, 0.25
"""Votes by place; a sentence has 1."""
_LEAST: dict[DocumentKind, float] = {"other": _TITLES, "attachment": _TITLE}
"""Weight that a place must have to name the year: what else stands in an annex may be about anything."""
_DATED = re.compile(
    r"(?:(?:(?:sammanträdes?|mötes)?(?:datum|dag|tid)|tid\soch\splats|plats\soch\stid)\b|sammanträde(?:t)?|\bmöte(?:t)?|protokoll)"
    r"\W*(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\W+)?(?:den\s)?$",
    re.IGNORECASE,
)
"""What stands right before the day of the meeting; `protokoll från` tells another meeting's."""
_HOUR = re.compile(r"\W*(?:kl(?:ockan)?\.?\s?)?\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_SECTION = re.compile(r"§\s?\d")
_OTHER_DATED = re.compile(
    r"(?:justerat|justering\w*|anslag\w*|anslaget|nedtag\w*|uppsatt|utskrift\w*|expedier\w*|överklag\w*|nästa\s\w+|kallelse|föregående\s\w+)\W.{0,40}$",
    re.IGNORECASE,
)
_INSIDE = 0.25
"""What a date counts behind the first paragraph's heading: it may be any meeting's."""
_ABOUT_YEAR = re.compile(
    r"(?:räkenskapsår|verksamhetsår|budgetår|redovisningsår)\w*\s(?:för\s)?(?P<a>20\d\d)|(?:för|avseende|under|budget|plan|bokslut)\s(?:år\s)?(?P<b>20\d\d)\b(?![-:]\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"\b(?:{MONTHS})\s?(?:20\d\d\s?)?(?:[-–−]+|till(?:\soch\smed)?|t\.?o\.?m\.?)\s?(?P<m>{MONTHS})\b", re.IGNORECASE
)
_UNTIL = re.compile(
    rf"\b(?:per|t\.?\s?o\.?\s?m\.?|till\soch\smed|fram\still|efter|utfall|delårs\w+|månads\w+|månad|prognos)"
    rf"\s(?:den\s|sista\s|siste\s|\d{{1,2}}(?::e|:a)?\s|[\w-]+\s)?(?P<m>{MONTHS})\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\b(?P<m>{MONTHS})\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:tertial\w*|t)\s?(?P<n>[123])\b|\b(?P<w>första|andra|tredje)\stertialet?\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:kvartal\w*|q|kv)\s?(?P<n>[1-4])\b|\b(?P<w>första|andra|tredje|fjärde)\skvartalet?\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:första\shalvåret?|halvårs\w*)\b", re.IGNORECASE)
_ORDER = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}


class Timing(Record):
    """When a document is about."""

    fiscal_year: int | None = None
    """Its year; the first of a plan."""
    period_start: dt.date | None = None
    """First day that it covers."""
    period_end: dt.date | None = None
    """Last day that it covers."""
    meeting_date: dt.date | None = None
    """Day of the meeting, for minutes."""


def timing_of(kind: DocumentKind, reading: Reading, layout: Layout) -> Timing:
    """Return when a document of a known kind is about; what is not known stays None."""
    if kind == "minutes":
        day = _meeting_date(layout)
        return Timing(fiscal_year=day.year if day else None, meeting_date=day)
    places = _places(reading, layout)
    years = _years(places, least=_LEAST.get(kind, 0.0), first=kind == "plan")
    if years is None or kind in {"other", "attachment"}:
        return Timing(fiscal_year=years[0] if years else None)
    first, last = years
    end = dt.date(last if kind == "plan" else first, 12, 31)
    if kind == "interim_report":
        month = _last_month(places, first)
        return Timing(fiscal_year=first, period_start=dt.date(first, 1, 1), period_end=last_day(first, month) if month else None)
    return Timing(fiscal_year=first, period_start=dt.date(first, 1, 1), period_end=end)


Places = list[tuple[float, str]]
"""Texts with the votes of what they name."""


def _places(reading: Reading, layout: Layout) -> Places:
    places: Places = []
    title = title_of(reading, layout)
    if title:
        places.append((_TITLE, title))
    places += [(_TITLES, text) for text in titles_of(layout)]
    first = next((block.page for block in layout.text_blocks()), 0)
    for block in layout.text_blocks():
        weight = _HEADING if block.kind == "heading" else _FIRST_PAGE if block.page == first else 1.0
        places.append((weight, block.text))
    places.append((_FILE, re.sub(r"[-_.]+", " ", reading.file_name)))
    return places


def _years(places: Places, *, least: float, first: bool) -> tuple[int, int] | None:
    """Return the year, or years, with most votes, in places of weight `least` or more; of a tie the later (`first`: earlier)."""
    votes: Counter[tuple[int, int]] = Counter()
    for weight, text in places:
        if weight < least:
            continue
        for found in find_years(text):
            if found.first in _SENSIBLE and found.last in _SENSIBLE and found.last - found.first < 6:  # noqa: PLR2004  # 2024-2029: longer spans are no plan's
                votes[found.first, found.last] += weight  # type: ignore[assignment]  # votes may be fractions
        for match in _ABOUT_YEAR.finditer(text):
            year = int(match["a"] or match["b"])
            votes[year, year] += weight  # type: ignore[assignment]  # keys of this vote are pairs of years
        if weight >= _TITLES:
            for date in find_dates(text):
                votes[date.date.year, date.date.year] += weight / 4  # type: ignore[assignment]  # the same
    sign = -1 if first else 1
    return max(votes, key=lambda years: (votes[years], sign * years[0], years[1]), default=None)


def _last_month(places: Places, year: int) -> int | None:
    """Return the month with whose end the period of an interim report ends; None when the text does not say."""
    votes: Counter[int] = Counter()
    for weight, text in places:
        for month in _months(text, year, alone=weight >= _TITLES or weight == _FILE):
            votes[month] += weight  # type: ignore[assignment]  # keys of this vote are months
    return max(votes, key=lambda month: (votes[month], month), default=None)


def _months(text: str, year: int, *, alone: bool) -> Iterable[int]:
    for found in find_dates(text):
        day = found.date
        if day.year == year and day == last_day(year, day.month) and day.month < 12:  # noqa: PLR2004  # the last day of December ends a full year
            yield day.month
    for pattern in (_RANGE, _UNTIL, *((_ALONE,) if alone else ())):
        for match in pattern.finditer(text):
            years = find_years(text[match.end() : match.end() + 6])
            if not years or years[0].first == year:
                yield month_number(match["m"])
    for pattern, months in ((_THIRD, 4), (_QUARTER, 3)):
        for match in pattern.finditer(text):
            yield months * (int(match["n"]) if match["n"] else _ORDER[match["w"].lower()])
    if _HALF.search(text):
        yield 6


def _meeting_date(layout: Layout) -> dt.date | None:
    """Return the day of the meeting: dates in headers and titles, beside `Sammanträdesdatum` and the like, then any on page 1."""
    votes: Counter[dt.date] = Counter()
    order: dict[dt.date, int] = {}
    text_pages = sorted({block.page for block in layout.blocks})[:2]
    inside = False
    for block in layout.blocks:
        inside = inside or (block.kind == "heading" and _SECTION.match(block.text) is not None)
        if block.page not in text_pages and block.kind != "furniture":
            continue
        for found in find_dates(block.text):
            if found.date.year not in _SENSIBLE:
                continue
            order.setdefault(found.date, len(order))
            about = (block.text[: found.start], block.text[found.end :])
            weight = _date_votes(block, about, block.page == text_pages[0]) * (_INSIDE if inside else 1.0)
            votes[found.date] += weight  # type: ignore[assignment]  # keys of this vote are dates
    return max(votes, key=lambda date: (votes[date], -order[date]), default=None)


def _date_votes(block: Block, about: tuple[str, str], first_page: bool) -> float:  # noqa: FBT001  # where the block stands, not how to work
    before, after = about
    if _OTHER_DATED.search(before):
        return 0.1
    if block.kind == "furniture":
        return 5.0 if first_page else 0.5
    labelled = _DATED.search(before[-40:]) is not None or _HOUR.match(after) is not None
    short = len(block.text) < 60  # noqa: PLR2004  # characters; a line that states a date is short
    return (4.0 if labelled else 0.0) + (2.0 if block.kind == "heading" or short else 0.5) * (1.0 if first_page else 0.5)
