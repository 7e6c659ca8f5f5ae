"""Plans, interim and annual reports: one of each a year, between the first and the last trace of a body.

Only kinds that the body has published at all are expected. An annual report is expected for every year that a later year's
document follows; a plan for every year up to the last that any document is about; an interim report, which no law asks of all
bodies, between the first and the last one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.coverage.slots import Slot
from schemas.archive import Archive, ArchiveDocument
from schemas.coverage import CoverageState
from schemas.document import DocumentKind

YEARLY: tuple[DocumentKind, ...] = ("plan", "interim_report", "annual_report")
LONGEST = 40
"""Years that one body's documents may span; a misread year opens no gap of centuries."""
HALF = 0.5


def years_of(archive: Archive) -> Iterator[Slot]:
    """Yield one slot for each document of a year that is there, and for each that is missing."""
    bodies: dict[str, list[ArchiveDocument]] = defaultdict(list)
    for document in archive.documents:
        if document.duplicate_of is not None:
            continue
        told = document.classification
        if told.kind in YEARLY:
            yield _present(document)
        if document.entity_id is not None and document.superseded_by is None:
            bodies[document.entity_id].append(document)
    for entity, documents in sorted(bodies.items()):
        for kind in YEARLY:
            yield from _missing(entity, kind, documents)


def _present(document: ArchiveDocument) -> Slot:
    told = document.classification
    state, reason = state_of(document)
    return Slot(document.entity_id, told.kind, state, reason, year=told.fiscal_year, document_id=document.document_id)


def state_of(document: ArchiveDocument) -> tuple[CoverageState, str]:
    """Return how a document that is there is, and why."""
    if document.superseded_by is not None:
        return "superseded", f"newer_edition: {document.superseded_by[:12]}"
    failed = len(document.failed_pages)
    if failed:
        state: CoverageState = "unreadable" if failed > HALF * document.page_count else "present"
        return state, f"pages_failed: {document.file_name}, {failed} / {document.page_count}"
    return "present", f"found: {document.file_name}"


def _missing(entity: str, kind: DocumentKind, documents: list[ArchiveDocument]) -> Iterator[Slot]:
    by_year: dict[int, list[str]] = defaultdict(list)
    for document in documents:
        year = document.classification.fiscal_year
        if document.classification.kind == kind and year is not None:
            by_year[year].append(document.file_name)
    if not by_year:
        return
    first, last = min(by_year), _last(kind, max(by_year), documents)
    if last - first > LONGEST:
        return
    for year in range(first, last + 1):
        if year not in by_year:
            near = min(by_year, key=lambda other: (abs(other - year), other))
            yield Slot(entity, kind, "missing", f"year_between: {by_year[near][0]}", year=year)


def _last(kind: DocumentKind, own: int, documents: list[ArchiveDocument]) -> int:
    """Return the last year for which a kind is expected."""
    told = [document.classification for document in documents if document.classification.kind in YEARLY]
    years = [one.fiscal_year for one in told if one.fiscal_year is not None]
    if kind == "annual_report":
        return max(own, max(years) - 1)
    return max(years) if kind == "plan" else own
