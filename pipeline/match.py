"""Make one archive of many extractions."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.archive import Archive, ArchiveDocument
from schemas.document import Extraction


def build_archive(extractions: Iterable[Extraction]) -> Archive:
    """Return the archive that the rules see: documents in a fixed order, duplicates marked, subjects matched."""
    documents = [_document(extraction) for extraction in extractions]
    return Archive(documents=tuple(sorted(documents, key=_order)))


def _document(extraction: Extraction) -> ArchiveDocument:
    scanned = {page.number for page in extraction.reading.pages if page.text_source in ("ocr", "repaired")}
    return ArchiveDocument(
        document_id=extraction.document_id,
        file_name=extraction.reading.file_name,
        classification=extraction.classification,
        scanned_pages=frozenset(scanned),
        tables=extraction.tables,
        figures=extraction.figures,
        meetings=extraction.meetings,
        decisions=extraction.decisions,
    )


def _order(document: ArchiveDocument) -> tuple[str, int, str, str]:
    year = document.classification.fiscal_year or 0
    return document.entity_id or "", year, document.classification.kind, document.document_id
