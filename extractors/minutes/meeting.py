"""The meeting itself."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.context import DocumentContext
from extractors.minutes.paragraphs import Body
from extractors.minutes.parts import Piece
from schemas.layout import Layout
from schemas.meeting import Meeting
from schemas.page import Page
from schemas.record import stable_id


def meeting_of(layout: Layout, pages: Sequence[Page], pieces: Sequence[Piece], body: Body, context: DocumentContext) -> Meeting:
    """Return the meeting."""
    del layout, pages, pieces
    return Meeting(
        meeting_id=stable_id("meeting", context.document_id, context.meeting_date),
        document_id=context.document_id,
        meeting_date=context.meeting_date,
        agenda_paragraphs=tuple(opener.number for opener in body.agenda),
        body_paragraphs=tuple(paragraph.number for paragraph in body.paragraphs),
    )
