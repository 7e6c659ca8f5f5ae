"""How minutes were adjusted, announced, signed and kept, and when the meeting was adjourned."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from extractors.folding import fold
from extractors.minutes.cover import Field
from extractors.minutes.schedule import without_times
from extractors.page.lines import lines_of, segments, size_of
from extractors.values.dates import find_dates
from schemas.page import Line, Page
from schemas.place import Box
from schemas.record import Record

_POSTED = re.compile(
    r"\b(?:uppsatt\w*|uppsattande|uppsattes|satts upp|sattes upp|anslagsdatum|anslaget (?:den )?(?=\d)|publicera[dt]\w*)\b"
)
_REMOVED = re.compile(r"\b(?:nedtag\w*|tas ned|tas ner|tages ned|avpublicera\w*|nedtages|nertag\w*)\b")
_BOARD = re.compile(r"\bpå\s(?P<where>[^.;]{0,80}?\banslagstavl\w*(?:,\s[\w.-]+\.\w{2,3})?)", re.IGNORECASE)
_HASH = re.compile(
    r"(?:\bSHA-?\d{1,3}|\bchecksumma|\bhash(?:summa|värde)?|\bdokumentnyckel|\bdokument-?id|\btransaktion(?:s-?id|snummer)?|\bsignatur-?id"
    r"|\bsignerings-?id|\bID-nummer|\bverifikations-?id|\breferensnummer)\s?[:=]?\s?"
    r"(?P<hash>(?=[A-Z0-9-]*\d)[A-F0-9]{8}(?:-?[A-F0-9]{4,}){2,}|[A-Z0-9]{5}(?:-[A-Z0-9]{5}){3,}|\d{18,24})",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"^(?:sid(?:a|an|nr|or)?\.?\s?:?\s?)?(?P<x>\d{1,3})\s?(?:av|/|\(|\[)\s?(?P<y>\d{1,3})\s?[)\]]?$", re.IGNORECASE
)
_EDGE = 0.14
"""Part of a page's height at its top and bottom where page numbers stand."""
_ADJOURNED = re.compile(
    r"\bajourner\w*[^\n]{0,60}?(?<!\d)(?P<ah>[0-2]?\d)[.:](?P<am>[0-5]\d)(?:\s?[-–—]\s?|\s(?:och|till|t\.?o\.?m\.?)\s|\s?–\s?)(?:kl\.?\s|klockan\s)?"
    r"(?P<bh>[0-2]?\d)[.:](?P<bm>[0-5]\d)",
    re.IGNORECASE,
)
_LINE = 2.0
"""Font sizes from a line to the next of the same value."""
_CLAUSE = re.compile(r"\s*(?:kl\.?|klockan)\s*$", re.IGNORECASE)


class _Dated(Record):
    """A date with its box."""

    date: dt.date
    box: Box


def adjustment_of(fields: Sequence[Field], pages: Sequence[Page], texts: Sequence[str]) -> dict[str, Any]:
    """Return the fields of a meeting about adjustment, announcement, signing, pages and adjournments, by name.

    Args:
        fields: the fields of the cover.
        pages: all pages of the document.
        texts: the texts of the body and of the cover, in order.
    """
    lines = [(page, line) for page in pages for line in lines_of(word for word in page.words if word.upright)]
    adjusted = " ".join(field.text for field in fields if field.key == "adjust_place")
    days = find_dates(adjusted)
    return {
        "adjusted_date": days[0].date if days else None,
        "adjusted_place": _CLAUSE.sub("", without_times(adjusted) or "").strip(" .,") or None,
        "notice_posted": _dated(lines, _POSTED),
        "notice_removed": _dated(lines, _REMOVED),
        "notice_place": next((" ".join(match["where"].split()) for text in texts if (match := _BOARD.search(text))), None),
        "kept_at": next((_near_label(field) for field in fields if field.key == "kept" and field.rows), None),
        "signature_hash": _signature(line.text for _, line in lines),
        "pages_claimed": _pages_claimed(lines),
        "adjournments": tuple(dict.fromkeys(time for text in texts for time in adjournments_in(text))),
    }


def _near_label(field: Field) -> str:
    """Return the lines of a short value that stand close below each other."""
    kept = [field.rows[0]]
    for row in field.rows[1:]:
        above, below = kept[-1][0], row[0]
        if not 0 < below.box.top - above.box.top < _LINE * above.size or below.box.x0 < above.box.x0 - _LINE:
            break
        kept.append(row)
    return " ".join(word.text for row in kept for word in row).strip(" .:,")


def adjournments_in(text: str) -> list[str]:
    """Return the adjournments that a text tells of.

    >>> adjournments_in("Mötet ajourneras mellan kl. 16.48 och 16.53.")
    ['16:48-16:53']
    """
    return [f"{int(match['ah']):02}:{match['am']}-{int(match['bh']):02}:{match['bm']}" for match in _ADJOURNED.finditer(text)]


def _signature(texts: Iterable[str]) -> str | None:
    """Return the checksum that stands in most lines; the first of equals."""
    found = Counter(match["hash"].upper() for text in texts for match in _HASH.finditer(text))
    return found.most_common(1)[0][0] if found else None


def _pages_claimed(lines: Sequence[tuple[Page, Line]]) -> int | None:
    """Return the number of pages that most page numbers name; those of a signing stamp count only where there are no others."""
    own: Counter[int] = Counter()
    stamped: Counter[int] = Counter()
    before = ""
    for page, line in lines:
        at_edge = line.box.top < _EDGE * page.height or line.box.bottom > (1 - _EDGE) * page.height
        for cell in segments(line, gap=1.0) if at_edge else ():
            match = _PAGES.match(" ".join(word.text for word in cell))
            if match is not None and int(match["x"]) <= int(match["y"]):
                (stamped if _HASH.search(before) or _HASH.search(line.text) else own)[int(match["y"])] += 1
        before = line.text
    counted = own or stamped
    return max(counted, key=lambda total: (counted[total], total)) if counted else None


def _dated(lines: Sequence[tuple[Page, Line]], pattern: re.Pattern[str]) -> dt.date | None:
    """Return the date nearest to words such as `Anslagets uppsättande`: to the right of them, a line above or below."""
    for page, line in lines:
        for cell in segments(line, gap=1.0):
            text = " ".join(word.text for word in cell)
            label = pattern.search(fold(text))
            if label is None:
                continue
            inline = find_dates(text[label.end() :]) or (find_dates(text) if len(find_dates(text)) == 1 else ())
            if inline:
                return inline[0].date
            near = _nearest(Line(words=cell), [other for number, other in lines if number is page])
            if near is not None:
                return near
    return None


def _nearest(label: Line, lines: Sequence[Line]) -> dt.date | None:
    size = size_of(label)
    dated = [
        _Dated(date=found[0].date, box=Line(words=cell).box)
        for line in lines
        if abs(line.box.top - label.box.top) < 3 * size
        for cell in segments(line, gap=1.0)
        if (found := find_dates(" ".join(word.text for word in cell)))
    ]
    right = [item for item in dated if item.box.x0 >= label.box.x0 - size]
    if not right:
        return None
    return min(right, key=lambda item: (item.box.x0 - label.box.x0) + 3 * abs(item.box.top - label.box.top)).date
