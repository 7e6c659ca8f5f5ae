"""A meeting and who was there."""

from __future__ import annotations

import datetime as dt

from schemas.paragraph import MinutesParagraph
from schemas.place import Box
from schemas.record import Record


class Attendance(Record):
    """A person at (or listed for) a meeting."""

    position: int
    """Order in the list, from 0."""
    name: str
    """As printed, repaired."""
    organisation: str | None = None
    """Who appointed the person, or the party."""
    role: str | None = None
    """`ordförande`, `ledamot`, `ersättare`, `sekreterare`, ..."""
    present: bool | None = None
    """None when the document does not say."""
    deciding: bool | None = None
    """Whether the person took part in the decisions."""
    note: str | None = None
    """E.g. `ersätter ...`, `§§ 94-98`."""
    party: str | None = None
    """The party, where one is printed."""
    substitute_for: str | None = None
    """Whom the person stood in for."""
    paragraphs: str | None = None
    """Paragraphs that the person was there for (`94-98, 101`); None where nothing is said."""
    page: int | None = None
    """Page, from 1."""
    box: Box | None = None
    """Box of the entry."""


class Meeting(Record):
    """A meeting whose minutes were read."""

    meeting_id: str
    """Stable id."""
    document_id: str
    """The minutes."""
    body: str | None = None
    """The organ that met (`Samordningsförbundets styrelse`)."""
    meeting_date: dt.date | None = None
    """First day of the meeting."""
    start_time: dt.time | None = None
    """When it began."""
    end_time: dt.time | None = None
    """When it ended."""
    place: str | None = None
    """Where."""
    chair: str | None = None
    """Ordförande."""
    secretary: str | None = None
    """Sekreterare."""
    adjusters: tuple[str, ...] = ()
    """Justerare."""
    paragraph_first: int | None = None
    """First paragraph that the cover claims."""
    paragraph_last: int | None = None
    """Last paragraph that the cover claims."""
    agenda_paragraphs: tuple[int, ...] = ()
    """Paragraph numbers of the agenda, in order."""
    body_paragraphs: tuple[int, ...] = ()
    """Paragraph numbers found as headings in the body, in order."""
    next_meeting_date: dt.date | None = None
    """Announced next meeting."""
    next_meeting_place: str | None = None
    """Its place."""
    previous_minutes_date: dt.date | None = None
    """Date of the minutes referred to as previous."""
    attendance: tuple[Attendance, ...] = ()
    """Everybody listed."""
    paragraphs: tuple[MinutesParagraph, ...] = ()
    """The paragraphs of the body, in order."""
    is_extract: bool = False
    """True for an extract: one or a few paragraphs of the minutes in a file of their own."""
    adjournments: tuple[str, ...] = ()
    """Adjournments as `16:48-16:53`, in order."""
    adjusted_date: dt.date | None = None
    """Day on which the minutes were (or are to be) adjusted."""
    adjusted_place: str | None = None
    """Where they were adjusted."""
    notice_posted: dt.date | None = None
    """Day on which the adjustment was announced."""
    notice_removed: dt.date | None = None
    """Day on which the announcement was taken down."""
    notice_place: str | None = None
    """Where it was announced (`kommunens digitala anslagstavla`)."""
    kept_at: str | None = None
    """Where the minutes are kept (Förvaringsplats)."""
    signature_hash: str | None = None
    """The checksum or transaction number of a signing stamp, in capitals without spaces."""
    pages_claimed: int | None = None
    """The y of `sida x av y`."""
