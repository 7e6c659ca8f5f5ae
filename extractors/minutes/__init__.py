"""Minutes become meetings, decisions and who was there."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.context import DocumentContext
from extractors.minutes.decisions import decisions_of
from extractors.minutes.meeting import meeting_of
from extractors.minutes.paragraphs import body_of
from extractors.minutes.pieces import pieces_of
from extractors.minutes.records import records_of
from extractors.minutes.sections import sections_of
from schemas.decision import Decision
from schemas.layout import Layout
from schemas.meeting import Meeting
from schemas.page import Page
from schemas.problem import Problem

__all__ = ["extract"]


def extract(
    layout: Layout, pages: Sequence[Page], context: DocumentContext
) -> tuple[tuple[Meeting, ...], tuple[Decision, ...], tuple[Problem, ...]]:
    """Return the meeting that a document is the minutes of, what it decided, and what is wrong.

    Args:
        layout: the blocks of the document.
        pages: its pages, for the lists and tables of who was there.
        context: its kind, body and date; documents of other kinds give nothing.
    """
    if context.kind != "minutes":
        return (), (), ()
    pieces = pieces_of(layout)
    body = body_of(pieces)
    meeting = meeting_of(layout, pages, pieces, body, context)
    sections = [sections_of(paragraph.pieces, meeting.body) for paragraph in body.paragraphs]
    decisions = tuple(
        decision
        for paragraph, own in zip(body.paragraphs, sections, strict=True)
        for decision in decisions_of(paragraph, own, meeting)
    )
    paragraphs = records_of(body, sections, pages, meeting.meeting_id, meeting.document_id)
    meeting = meeting.model_copy(update={"paragraphs": paragraphs})
    return (meeting,), decisions, _problems(meeting, context)


def _problems(meeting: Meeting, context: DocumentContext) -> tuple[Problem, ...]:
    if meeting.body_paragraphs:
        return ()
    message = "No numbered paragraphs were found in these minutes, so no decisions were read; look at the document."
    return (Problem(code="minutes.no_paragraphs", message=message, document_id=context.document_id),)
