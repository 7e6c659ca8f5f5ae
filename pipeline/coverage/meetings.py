"""Minutes: what paragraphs leave out between two meetings, what minutes refer to, and what they announce.

The paragraphs of an organ run through the year. Where they run on without a gap from one meeting to the next, nothing is missing
in between, and a meeting that was announced for another day was moved. Nothing is expected after the last meeting that the
archive knows of, unless the user says which day it is, nor before the first one. Extracts of minutes leave no gap.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.coverage.slots import Slot
from pipeline.coverage.years import state_of
from pipeline.judging.statements import fold
from schemas.archive import Archive, ArchiveDocument
from schemas.meeting import Meeting

MOST_PARAGRAPHS = 400
"""A larger gap between two meetings comes from a misread number."""


class Held(NamedTuple):
    """A meeting whose minutes are there."""

    document: ArchiveDocument
    meeting: Meeting
    date: dt.date

    @property
    def span(self) -> tuple[int, int] | None:
        """First and last paragraph: of the cover, else of the body."""
        one = self.meeting
        if one.paragraph_first is not None and one.paragraph_last is not None:
            return one.paragraph_first, one.paragraph_last
        return (min(one.body_paragraphs), max(one.body_paragraphs)) if one.body_paragraphs else None


def meetings_of(archive: Archive, today: dt.date | None) -> Iterator[Slot]:
    """Yield one slot for each meeting whose minutes are there, and for each whose minutes are missing."""
    for document in archive.documents:
        if document.classification.kind == "minutes" and document.duplicate_of is None:
            yield from _present(document)
    organs = _organs(archive)
    known = _known_dates(organs)
    named: set[tuple[str, dt.date]] = set()
    for (entity, organ), held in organs.items():
        for slot in _missing(entity, organ, held, known[entity], today):
            if slot.date is None or (entity, slot.date) not in named:
                yield slot
            if slot.date is not None:
                named.add((entity, slot.date))


def unbroken(archive: Archive) -> dict[tuple[str, str], tuple[tuple[dt.date, dt.date], ...]]:
    """Return, by body and organ (folded), the dates of meetings between which no paragraph, so no meeting, is missing."""
    return {
        organ: tuple((before.date, after.date) for before, after in pairwise(held) if _runs_on(before, after))
        for organ, held in _organs(archive).items()
    }


def _organs(archive: Archive) -> dict[tuple[str, str], list[Held]]:
    """Return the meetings of each organ in the order of their dates."""
    organs: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for document in archive.counted:
        if document.classification.kind != "minutes" or document.entity_id is None:
            continue
        for meeting in document.meetings:
            if meeting.meeting_date is not None:
                organs[document.entity_id, fold(meeting.body or "")].append(Held(document, meeting, meeting.meeting_date))
    for held in organs.values():
        held.sort(key=lambda one: (one.date, one.span or (0, 0), one.document.document_id))
    return dict(sorted(organs.items()))


def _known_dates(organs: dict[tuple[str, str], list[Held]]) -> dict[str, set[dt.date]]:
    known: dict[str, set[dt.date]] = defaultdict(set)
    for (entity, _), held in organs.items():
        known[entity] |= {one.date for one in held}
    return known


def _present(document: ArchiveDocument) -> Iterator[Slot]:
    state, reason = state_of(document)
    told = document.classification
    if not document.meetings:
        yield Slot(
            document.entity_id, "minutes", state, reason,
            year=told.fiscal_year, date=told.meeting_date, document_id=document.document_id,
        )  # fmt: skip
    for meeting in document.meetings:
        date = meeting.meeting_date or told.meeting_date
        span = Held(document, meeting, dt.date.min).span or (None, None)
        yield Slot(
            document.entity_id, "minutes", state, reason, year=date.year if date else told.fiscal_year,
            organ=fold(meeting.body or ""), date=date, first=span[0], last=span[1], document_id=document.document_id,
        )  # fmt: skip


def _missing(entity: str, organ: str, held: list[Held], known: set[dt.date], today: dt.date | None) -> Iterator[Slot]:
    """Yield what an organ lacks: named meetings first, then gaps in the paragraphs that no named meeting explains."""
    last = max(held[-1].date, *known) if today is None else today
    named = dict(_named(held, known, last))
    for before, after in pairwise(held):
        span = _gap(before, after)
        inside = sorted(date for date in named if before.date < date < after.date)
        if span is None:
            for date in inside if _runs_on(before, after) else ():
                del named[date]
        elif len(inside) == 1:
            yield Slot(entity, "minutes", "missing", named.pop(inside[0]), after.date.year, organ, inside[0], *span)
        elif not inside:
            around = f"paragraph_gap: {before.document.file_name}, {after.document.file_name}"
            yield Slot(entity, "minutes", "missing", around, after.date.year, organ, None, *span)
    for date, reason in sorted(named.items()):
        yield Slot(entity, "minutes", "missing", reason, date.year, organ, date)


def _named(held: list[Held], known: set[dt.date], last: dt.date) -> Iterator[tuple[dt.date, str]]:
    """Yield the meetings that minutes name and that are not there, announced ones first, since a reference says more."""
    for one in held:
        date = one.meeting.next_meeting_date
        if date is not None and date not in known and one.date < date < last:
            yield date, f"announced: {one.document.file_name}"
    for one in held:
        date = one.meeting.previous_minutes_date
        if date is not None and date not in known and date < one.date:
            yield date, f"referred_to: {one.document.file_name}"


def _runs_on(before: Held, after: Held) -> bool:
    """Tell whether the paragraphs of two meetings of one year follow each other without a gap."""
    one, two = before.span, after.span
    return before.date.year == after.date.year and one is not None and two is not None and two[0] <= one[1] + 1


def _are_extracts(before: Held, after: Held) -> bool:
    """Tell whether the two leave paragraphs out on purpose; several files of one day are extracts of one meeting."""
    return before.meeting.is_extract or after.meeting.is_extract or before.date == after.date


def _gap(before: Held, after: Held) -> tuple[int, int] | None:
    """Return the paragraphs between two meetings that stand in no minutes; across years where numbers begin anew."""
    one, two = before.span, after.span
    if one is None or two is None or _are_extracts(before, after):
        return None
    starts_at = one[1] + 1 if before.date.year == after.date.year else 1
    is_continued = before.date.year != after.date.year and two[0] > one[1]
    if is_continued or not 0 < two[0] - starts_at <= MOST_PARAGRAPHS:
        return None
    return starts_at, two[0] - 1
