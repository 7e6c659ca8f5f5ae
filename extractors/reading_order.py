"""Reading order of a page: its lines cut into flows (a column, a cell of a ruled text table, a stretch of full-width text)."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.page import Line, Page

Flow = tuple[Line, ...]
"""Lines that follow one another, top to bottom."""


def flows_of(page: Page, lines: Sequence[Line]) -> tuple[Flow, ...]:
    """Return the flows of a page in reading order; `lines` are its lines without furniture."""
    del page
    return (tuple(lines),) if lines else ()
