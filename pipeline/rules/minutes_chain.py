"""Minutes that minutes refer to are in the archive, and so are those of the meeting that was announced.

A meeting after the day at which the archive ends, or after the date that the user gives, has not yet taken place. The archive
ends with the last meeting, the last day that a report covers, or the year in which a plan for the next one is decided. A meeting
between two of the organ whose paragraphs follow each other without a gap was moved: nothing is missing.

By hand: minutes of 2025-09-22 name the minutes of 2025-08-22 as the previous ones; the archive has none of that date: a notice.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.coverage.meetings import unbroken
from pipeline.judging.outcome import About, Message, Outcome, make_check, make_finding
from pipeline.judging.statements import fold
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Evidence
from schemas.meeting import Meeting
from schemas.place import Box

NAME = "minutes.chain"
YET_TO_COME = "the archive ends before it"
REPORTS = ("annual_report", "interim_report")
MOVED = "moved: the paragraphs run on without it"
TOP = Box(x0=0, top=0, x1=0, bottom=0)


def check(archive: Archive, settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per date of another meeting that minutes name."""
    held: dict[str, set[dt.date]] = defaultdict(set)
    told = [(document, meeting) for document in archive.counted for meeting in document.meetings]
    for document, meeting in told:
        if meeting.meeting_date is not None:
            held[document.entity_id or ""].add(meeting.meeting_date)
    spans, ends = unbroken(archive), _ends(archive)
    for document, meeting in told:
        dates = held[document.entity_id or ""]
        without = spans.get((document.entity_id or "", fold(meeting.body or "")), ())
        if meeting.previous_minutes_date is not None:
            yield _outcome(document, meeting, meeting.previous_minutes_date, dates, without, is_next=False)
        announced = meeting.next_meeting_date
        end = settings.today or ends[document.entity_id or ""]
        if announced is not None and announced >= end and announced not in dates:
            yield _yet_to_come(document, meeting, announced)
        elif announced is not None:
            yield _outcome(document, meeting, announced, dates, without, is_next=True)


def _ends(archive: Archive) -> dict[str, dt.date]:
    """Return, by body, the last day that its documents tell of."""
    ends: dict[str, dt.date] = defaultdict(lambda: dt.date.min)
    for document in archive.counted:
        told, entity = document.classification, document.entity_id or ""
        dates = [meeting.meeting_date for meeting in document.meetings]
        if told.kind == "plan" and told.fiscal_year:
            dates.append(dt.date(told.fiscal_year - 1, 12, 31))
        elif told.kind in REPORTS:
            dates.append(told.period_end)
        ends[entity] = max(ends[entity], *(date for date in dates if date), dt.date.min)
    return ends


def _yet_to_come(document: ArchiveDocument, meeting: Meeting, date: dt.date) -> Outcome:
    """Return the check of a meeting after the last one that the archive knows of, or after the day that the user gives."""
    about = About(NAME, document.entity_id, date.year, None, None, document.document_id)
    return Outcome(make_check(about, [meeting.meeting_id, date, True], "not_checkable", explanation=YET_TO_COME))


def _outcome(  # noqa: PLR0913  # one date that minutes name, and what is known of it
    document: ArchiveDocument,
    meeting: Meeting,
    date: dt.date,
    held: set[dt.date],
    without: Sequence[tuple[dt.date, dt.date]],
    *,
    is_next: bool,
) -> Outcome:
    about = About(NAME, document.entity_id, date.year, None, None, document.document_id)
    key = [meeting.meeting_id, date, is_next]
    if date in held:
        return Outcome(make_check(about, key, "exact"))
    if any(before < date < after for before, after in without):
        return Outcome(make_check(about, key, "explained", explanation=MOVED))
    mine = meeting.meeting_date or document.file_name
    if is_next:
        message = Message(
            f"Protokollet {mine} aviserar ett sammanträde {date}, men något protokoll därifrån finns inte i arkivet.",
            f"The minutes {mine} announce a meeting on {date}, but the archive has no minutes of it.",
        )
    else:
        message = Message(
            f"Protokollet {mine} hänvisar till protokollet {date}, som inte finns i arkivet.",
            f"The minutes {mine} refer to the minutes {date}, which are not in the archive.",
        )
    page = _page(document, meeting, is_next=is_next)
    evidence = Evidence(role="stated", document_id=document.document_id, page=page, box=TOP, raw=str(date))
    finding = make_finding(about, "notice", message, [evidence])
    finding = finding.model_copy(update={"finding_id": make_check(about, key, "exact").check_id})
    return Outcome(make_check(about, key, "inconsistent", finding_id=finding.finding_id), finding)


def _page(document: ArchiveDocument, meeting: Meeting, *, is_next: bool) -> int:
    """Return the page where the date most likely stands: of the first or the last decision of the meeting."""
    pages = [decision.page for decision in document.decisions if decision.meeting_id in (None, meeting.meeting_id)]
    return (max(pages) if is_next else min(pages)) if pages else 1
