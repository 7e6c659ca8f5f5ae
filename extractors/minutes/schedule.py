"""Times and places: when a meeting began and ended, where it was held, the next meeting and the minutes before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractors.minutes.cover import Field
from extractors.minutes.parts import Piece
from extractors.values.dates import MONTHS, find_dates, month_number

_CLOCK = r"(?P<{0}h>[01]?\d|2[0-3])[.:](?P<{0}m>[0-5]\d)"
_RANGE = re.compile(
    rf"(?<![\d.:-]){_CLOCK.format('a')}\s?(?:[-–—]|till|–)\s?(?:kl\.?\s?|klockan\s|ca\.?\s)?{_CLOCK.format('b')}(?!\d)"
)
_HOURS = re.compile(
    r"\b(?:kl\.?|klockan|tid:?)\s?(?P<ah>[01]?\d|2[0-3])(?:[.:](?P<am>[0-5]\d))?\s?[-–—]\s?(?P<bh>[01]?\d|2[0-3])(?:[.:](?P<bm>[0-5]\d))?(?![\d.:])",
    re.IGNORECASE,
)
"""A range whose minutes may be left out."""
_SINGLE = re.compile(rf"(?:\bkl\.?|\bklockan|\btid:?|öppnas|börjar)\s?{_CLOCK.format('a')}(?!\d)", re.IGNORECASE)
_ANY = re.compile(rf"(?<![\d.:-]){_CLOCK.format('a')}(?![\d-])")
_NOT_A_PLACE = re.compile(
    r"\bparagrafer?\b.*$|§.*$|\bajournering\w*.*$|\b(?:kl\b\.?|klockan|tid:)(?=\s|$|[.,\d])|\b(?:mån|tis|ons|tors|fre|lör|"
    r"sön)dag(?:en)?\b(?:\sden)?|(?<=\s)den$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\bnästa\s(?:\w+\s){0,2}?(?:sammanträde|möte|styrelsemöte|styrelsesammanträde|nämnd|nämndsammanträde|mötestid|gång)\w*"
    r"|\b(?:möts|sammanträder|träffas)\s(?:igen|åter)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<![\d-])(?P<day>[0-3]?\d)(?::?e|:a)?\s(?P<month>{MONTHS})\b(?!\s(?:19|20)\d\d)|"
    rf"(?<![\d/])(?P<day2>[0-3]?\d)/(?P<month2>1[0-2]|0?[1-9])(?![\d/])",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\bplats\s?:?\s+(?P<place>[^.;\n]{3,60})|\b(?:i|på)\s(?P<at>(?-i:[A-ZÅÄÖ])[\w åäöÅÄÖ,]{3,50})\.?$",
    re.IGNORECASE | re.MULTILINE,
)
_PREVIOUS = re.compile(
    r"föregående\s(?:mötes?\s|sammanträdes?\s)?(?:protokoll|möte|sammanträde)\w*|"
    r"protokoll(?:et)?\sfrån\s(?:föregående\s|förra\s|senaste\s)?(?:mötet|möte|sammanträdet|styrelsemötet|den)|"
    r"förra\smötets\sprotokoll",
    re.IGNORECASE,
)
_WINDOW = 120
"""Characters after the words within which a date is theirs."""
_DIGITAL = re.compile(
    r"\b(?:digitalt|distans)(?:\s?möte|\s?sammanträde|\smöte|\ssammanträde)?(?:[,\s]+(?:via|på|i|genom)\s(?:Microsoft\s)?(?:Teams|Zoom|Skype))?"
    r"|\b(?:via|på|i)\s(?:Microsoft\s)?(?:Teams|Zoom|Skype)\b",
    re.IGNORECASE,
)


def times_of(fields: Sequence[Field], text: str) -> tuple[dt.time | None, dt.time | None]:
    """Return (start, end) of a meeting; over adjournments the first start and the last end."""
    own = [field.text for field in fields if field.key in {"time", "place_time", "date", "place"}]
    for candidate in (*own, text):
        ranges = list(_RANGE.finditer(candidate)) or list(_HOURS.finditer(candidate))
        if ranges:
            return min(_time(found, "a") for found in ranges), max(_time(found, "b") for found in ranges)
    for candidate in own:
        single = _ANY.search(candidate)
        if single is not None:
            return _time(single, "a"), None
    found = _SINGLE.search(text)
    return (_time(found, "a") if found else None), None


def _time(match: re.Match[str], which: str) -> dt.time:
    return dt.time(int(match[f"{which}h"]), int(match[f"{which}m"] or 0))


def place_of(fields: Sequence[Field]) -> str | None:
    """Return where a meeting was held."""
    for key in ("place", "place_time"):
        for field in fields:
            if field.key == key:
                place = without_times(field.text)
                if place:
                    return place
    return None


def digital_place(text: str) -> str | None:
    """Return how a meeting was held that has no place, as printed: `Digitalt möte via Teams`."""
    found = _DIGITAL.search(text)
    return found[0].strip() if found else None


def without_times(text: str) -> str | None:
    """Return a text without dates and times of day, or None where nothing is left."""
    text = _HOURS.sub("", _RANGE.sub("", text))
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    text = _NOT_A_PLACE.sub("", _ANY.sub("", text))
    text = re.sub(r"(?:\s*,)+(?=\s*(?:,|$))|\s+(?=\s)", "", _NOT_A_PLACE.sub("", text.strip())).strip(" ,;.:-–")
    return text or None


def next_meeting(pieces: Sequence[Piece], meeting: dt.date | None) -> tuple[dt.date | None, str | None]:
    """Return (date, place) of the next meeting as announced; the year is that of the meeting, or the one after."""
    for index, piece in enumerate(pieces):
        match = _NEXT.search(piece.text)
        if match is None:
            continue
        following = [piece.text[match.end() :], *(later.text for later in pieces[index + 1 : index + 4])]
        joined = "\n".join(following)[: 2 * _WINDOW]
        day = _day(joined, meeting)
        if day is not None and (meeting is None or day > meeting):
            place = _PLACE.search(joined)
            return day, ((place["place"] or place["at"]).strip(" .,") if place else None)
    return None, None


def _day(text: str, meeting: dt.date | None) -> dt.date | None:
    full = find_dates(text)
    short = _DAY.search(text)
    if full and (short is None or full[0].start <= short.start()):
        return full[0].date
    if short is None or meeting is None:
        return None
    month = month_number(short["month"]) if short["month"] else int(short["month2"])
    day = int(short["day"] or short["day2"])
    for year in (meeting.year, meeting.year + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            return None
        if date > meeting:
            return date
    return None


def previous_minutes(pieces: Sequence[Piece], meeting: dt.date | None) -> dt.date | None:
    """Return the date of the minutes that are referred to as the previous ones."""
    for index, piece in enumerate(pieces):
        match = _PREVIOUS.search(piece.text)
        if match is None:
            continue
        joined = "\n".join([piece.text[match.start() :], *(later.text for later in pieces[index + 1 : index + 3])])[: 2 * _WINDOW]
        found = [date.date for date in find_dates(joined) if meeting is None or date.date < meeting]
        if found:
            return found[0]
    return None
