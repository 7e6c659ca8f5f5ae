"""Minutes drawn as text, read by the whole extractor."""

from __future__ import annotations

import datetime as dt

from extractors import minutes
from extractors.figures.context import DocumentContext
from extractors.page.layout import lay_out
from schemas.decision import Decision
from schemas.meeting import Meeting
from tests.pages import page_from_text

DAY = dt.date(2025, 9, 22)


def read(*drawings: str, bold: tuple[str, ...] = (), date: dt.date = DAY) -> tuple[Meeting, tuple[Decision, ...]]:
    """Return the meeting and the decisions of minutes; a drawing is a page."""
    pages = [page_from_text(drawing, number=index, bold=bold) for index, drawing in enumerate(drawings, start=1)]
    context = DocumentContext(document_id="d", kind="minutes", meeting_date=date)
    meetings, decisions, _ = minutes.extract(lay_out(pages), pages, context)
    return meetings[0], decisions


def points(*drawings: str, bold: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Return (paragraph, kind, text) of each decision."""
    return [(decision.paragraph, decision.kind, decision.text) for decision in read(*drawings, bold=bold)[1]]
