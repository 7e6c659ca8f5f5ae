"""Minutes become meetings, decisions and who was there."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.context import DocumentContext
from schemas.decision import Decision
from schemas.layout import Layout
from schemas.meeting import Meeting
from schemas.page import Page
from schemas.problem import Problem


def extract(
    layout: Layout, pages: Sequence[Page], context: DocumentContext
) -> tuple[tuple[Meeting, ...], tuple[Decision, ...], tuple[Problem, ...]]:
    """Return the meeting, its decisions and what is wrong."""
    del layout, pages, context
    return (), (), ()
