"""Meetings and decisions become rows: who was there, paragraphs with their parts, votes and reservations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.warehouse import minutes_tables as tables
from pipeline.warehouse.fields import fields_of
from pipeline.warehouse.shape import Table
from schemas.document import Extraction
from schemas.meeting import Meeting
from schemas.paragraph import MinutesParagraph

Named = tuple[Table, Mapping[str, Any]]
"""A table and the values of one of its rows, by column."""


def minutes_values(extraction: Extraction, entity_id: str | None) -> Iterator[Named]:
    """Yield the rows of what the minutes of one document hold; nothing for other documents."""
    for meeting in extraction.meetings:
        lists = {"adjusters": ", ".join(meeting.adjusters), "adjournments": ", ".join(meeting.adjournments) or None}
        yield tables.MEETINGS, {**fields_of(meeting), **lists, "entity_id": entity_id}
        for person in meeting.attendance:
            yield tables.ATTENDANCE, {**fields_of(person), "meeting_id": meeting.meeting_id}
        for paragraph in meeting.paragraphs:
            yield from _paragraph(meeting, paragraph)
    for decision in extraction.decisions:
        lists = {"earlier_decisions": "; ".join(decision.earlier_decisions) or None, "laws": "; ".join(decision.laws) or None}
        yield tables.DECISIONS, {**fields_of(decision), **lists}


def _paragraph(meeting: Meeting, paragraph: MinutesParagraph) -> Iterator[Named]:
    shared = {"document_id": meeting.document_id, "meeting_id": meeting.meeting_id, "paragraph": paragraph.paragraph}
    yield tables.PARAGRAPHS, {**fields_of(paragraph), **shared}
    for table, records in (
        (tables.PARAGRAPH_PARTS, paragraph.parts),
        (tables.PARAGRAPH_ITEMS, paragraph.items),
        (tables.RESERVATIONS, paragraph.reservations),
        (tables.VOTES, paragraph.votes),
    ):
        for record in records:
            yield table, {**fields_of(record), **shared}
    for vote in paragraph.votes:
        for ballot in vote.ballots:
            yield tables.BALLOTS, {**fields_of(ballot), "vote_id": vote.vote_id, "document_id": meeting.document_id}
