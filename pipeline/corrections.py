"""What people corrected: a figure that somebody found misread, and gave the right value of, is judged by that value.

Only a dismissed finding corrects a reading. An accepted one says that the document itself is wrong: its figure stays what is
printed, and the finding stays. The figure in the warehouse is never changed; the review beside it says what is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.load import Warehouse
from schemas.archive import Archive, ArchiveDocument
from schemas.figure import CONFIRMED, Figure


def corrections(warehouse: Warehouse) -> dict[str, Decimal]:
    """Return the right values of figures that people found misread, by figure id; the last word on a figure counts."""
    rows = warehouse.rows(
        "SELECT r.figure_id, r.finding_id, r.verdict, r.corrected_value FROM avstam.reviews r ORDER BY r.reviewed_at, r.review_id"
    )
    by_finding: dict[str, tuple[str, Decimal]] = {}
    for figure_id, finding_id, verdict, value in rows:
        by_finding.pop(finding_id, None)
        if verdict == "dismissed" and figure_id is not None and value is not None:
            by_finding[finding_id] = (figure_id, Decimal(value))
    return dict(by_finding.values())


def with_corrections(archive: Archive, right: Mapping[str, Decimal]) -> Archive:
    """Return the archive with figures as people read them; sure, since a person looked at the page."""
    if not right:
        return archive
    documents = tuple(_corrected(document, right) for document in archive.documents)
    return Archive.model_construct(documents=documents, subjects=archive.subjects)


def _corrected(document: ArchiveDocument, right: Mapping[str, Decimal]) -> ArchiveDocument:
    if not any(figure.figure_id in right for figure in document.figures):
        return document
    figures = tuple(
        _read_as(figure, right[figure.figure_id]) if figure.figure_id in right else figure for figure in document.figures
    )
    fields = {name: getattr(document, name) for name in ArchiveDocument.model_fields}
    return ArchiveDocument.model_construct(**{**fields, "figures": figures})


def _read_as(figure: Figure, value: Decimal) -> Figure:
    return figure.model_copy(update={"value": value, "value_high": None, "confidence": CONFIRMED, "repaired": True})
