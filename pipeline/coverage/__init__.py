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
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.coverage import ExpectedDocument

__all__ = ["UnreadName", "expected_documents", "gaps"]


def expected_documents(archive: Archive, settings: Settings, unread: Iterable[UnreadName] = ()) -> tuple[ExpectedDocument, ...]:
    """Return every document that should exist, in the order of bodies, years and kinds.

    Args:
        archive: all documents.
        settings: its `today` tells which announced meetings have taken place.
        unread: files that could not be read; one whose name fits a missing document explains it.
    """
    light = Archive(documents=tuple(map(_light, archive.documents)))
    slots = [*years_of(light), *meetings_of(light, settings.today), *annexes_of(archive)]
    return expected_of(with_unreadable(slots, unread, light))


def _light(document: ArchiveDocument) -> ArchiveDocument:
    """Return a document with its year and meetings alone: all documents are held at once."""
    told = document.classification.model_copy(update={"scores": {}, "evidence": ()}).slim()
    meetings = tuple(one.model_copy(update={"paragraphs": (), "attendance": ()}).slim() for one in document.meetings)
    nothing = {"tables": (), "figures": (), "decisions": (), "stated": ()}
    return document.model_copy(update={"classification": told, "meetings": meetings, **nothing}).slim()


def gaps(expected: Iterable[ExpectedDocument]) -> tuple[ExpectedDocument, ...]:
    """Return those that are missing or unreadable."""
    return tuple(one for one in expected if one.state in ("missing", "unreadable"))
