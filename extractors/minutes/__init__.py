"""Minutes become meetings, decisions and who was there."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.figures.context import DocumentContext
from extractors.minutes.annexes import first_annex_page
from extractors.minutes.decisions import decisions_of
from extractors.minutes.meeting import meeting_of
from extractors.minutes.paragraphs import Body, body_of
from extractors.minutes.parts import Piece
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
    pieces, body = _without_annexes(layout, pieces_of(layout), pages)
    meeting = meeting_of(layout, pages, pieces, body, context)
    sections = [sections_of(paragraph.pieces, meeting.body) for paragraph in body.paragraphs]
    decisions = tuple(
        decision
        for paragraph, own in zip(body.paragraphs, sections, strict=True)
        for decision in decisions_of(paragraph, own, meeting)
    )
    paragraphs = records_of(body, sections, pages, meeting.meeting_id, meeting.document_id)
    meeting = meeting.model_copy(update={"paragraphs": paragraphs})
    return (meeting,), decisions, (*_problems(meeting, context), *_ticks_problem(meeting, pages, context))


def _without_annexes(layout: Layout, pieces: Sequence[Piece], pages: Sequence[Page]) -> tuple[Sequence[Piece], Body]:
    """Return the pieces of the minutes and their paragraphs; annexes at the end are left out."""
    body = body_of(pieces)
    if not body.paragraphs:
        return pieces, body
    first, last = (body.paragraphs[place].opening.block.page for place in (0, -1))
    annexes = first_annex_page(layout, first, last, max(page.number for page in pages))
    if annexes is None:
        return pieces, body
    pieces = [piece for piece in pieces if piece.block.page < annexes]
    return pieces, body_of(pieces)


def _ticks_problem(meeting: Meeting, pages: Sequence[Page], context: DocumentContext) -> tuple[Problem, ...]:
    scanned = {page.number for page in pages if page.text_source == "ocr"}
    unsure = [person for person in meeting.attendance if person.present is None and person.page in scanned]
    if not unsure:
        return ()
    message = f"Of {len(unsure)} persons in the attendance list on a scanned page no tick was read; look at who was there."
    return (Problem(code="minutes.ticks", message=message, document_id=context.document_id, page=unsure[0].page),)


def _problems(meeting: Meeting, context: DocumentContext) -> tuple[Problem, ...]:
    if meeting.body_paragraphs:
        return ()
    message = "No numbered paragraphs were found in these minutes, so no decisions were read; look at the document."
    return (Problem(code="minutes.no_paragraphs", message=message, document_id=context.document_id),)
