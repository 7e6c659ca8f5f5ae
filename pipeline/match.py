"""Make one archive of many extractions: documents in a fixed order, duplicates marked, repeated pages dropped, names matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from pipeline.matching.bodies import with_shared_bodies
from pipeline.matching.duplicates import SCANNED, Repeats, find_repeats, repeated_pages
from pipeline.matching.extracts import find_extracts
from pipeline.matching.inherited import with_inherited_bodies
from pipeline.matching.subjects import match_subjects, renamed
from schemas.archive import Archive, ArchiveDocument
from schemas.document import Extraction

ABSURD = Decimal(10) ** 13
"""More kronor than any public body has: numbers that ran together in reading; no rule looks at them."""


def build_archive(extractions: Iterable[Extraction]) -> Archive:
    """Return the archive that the rules see."""
    unique = sorted({one.document_id: one for one in extractions}.values(), key=lambda one: one.document_id)
    ordered = sorted(with_inherited_bodies(with_shared_bodies(unique)), key=_order)
    repeats = _with_extracts(find_repeats(ordered), ordered)
    shared, subjects = match_subjects(one for one in ordered if one.document_id not in repeats.duplicates)
    documents = tuple(_document(one, repeats) for one in renamed(ordered, shared))
    return Archive(documents=documents, subjects=subjects)


def _with_extracts(repeats: Repeats, extractions: Sequence[Extraction]) -> Repeats:
    """Return the repeats with extracts of minutes among the duplicates; what counts is never itself a repeat."""
    extracts = {one: repeats.duplicates.get(whole, whole) for one, whole in find_extracts(extractions).items()}
    kept = {one: whole for one, whole in extracts.items() if one not in repeats.duplicates and one != whole}
    duplicates = {one: kept.get(whole, whole) for one, whole in repeats.duplicates.items()}
    return Repeats({**duplicates, **kept}, repeats.superseded)


def _document(extraction: Extraction, repeats: Repeats) -> ArchiveDocument:
    pages = extraction.reading.pages
    repeated = repeated_pages(pages)
    kept = frozenset(table.table_id for table in extraction.tables if table.page not in repeated)
    return ArchiveDocument(
        document_id=extraction.document_id,
        file_name=extraction.reading.file_name,
        classification=extraction.classification,
        scanned_pages=frozenset(page.number for page in pages if page.text_source in SCANNED),
        unread_pages=frozenset(count.page for count in extraction.counts if count.number_unread),
        page_count=len(pages),
        failed_pages=frozenset(page.number for page in pages if page.status == "failed"),
        repeated_pages=tuple(sorted(repeated.items())),
        tables=tuple(table for table in extraction.tables if table.table_id in kept),
        figures=tuple(
            figure
            for figure in extraction.figures
            if abs(figure.value) < ABSURD
            and (figure.table_id in kept if figure.table_id is not None else figure.page not in repeated)
        ),
        meetings=extraction.meetings,
        decisions=extraction.decisions,
        stated=tuple(fact for fact in extraction.stated if fact.page not in repeated),
        duplicate_of=repeats.duplicates.get(extraction.document_id),
        superseded_by=repeats.superseded.get(extraction.document_id),
    )


def _order(extraction: Extraction) -> tuple[str, int, str, str]:
    told = extraction.classification
    return told.body.entity_id if told.body else "", told.fiscal_year or 0, told.kind, extraction.document_id
