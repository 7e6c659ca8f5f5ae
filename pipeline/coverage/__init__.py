"""Which documents should exist, and which of them the archive lacks: a run never says complete with a hole.

What is expected follows from what is there: years between years, paragraphs between minutes, meetings that minutes name, lists of
annexes. Nothing is expected before the first or after the last trace of a body, and no kind of document that the body has never
published.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.coverage.annexes import annexes_of
from pipeline.coverage.meetings import meetings_of
from pipeline.coverage.slots import expected_of
from pipeline.coverage.unreadable import UnreadName, with_unreadable
from pipeline.coverage.years import years_of
from schemas.archive import Archive, Settings
from schemas.coverage import ExpectedDocument

__all__ = ["UnreadName", "expected_documents", "gaps"]


def expected_documents(archive: Archive, settings: Settings, unread: Iterable[UnreadName] = ()) -> tuple[ExpectedDocument, ...]:
    """Return every document that should exist, in the order of bodies, years and kinds.

    Args:
        archive: all documents.
        settings: its `today` tells which announced meetings have taken place.
        unread: files that could not be read; one whose name fits a missing document explains it.
    """
    slots = with_unreadable([*years_of(archive), *meetings_of(archive, settings.today), *annexes_of(archive)], unread, archive)
    return expected_of(slots)


def gaps(expected: Iterable[ExpectedDocument]) -> tuple[ExpectedDocument, ...]:
    """Return those that are missing or unreadable."""
    return tuple(one for one in expected if one.state in ("missing", "unreadable"))
