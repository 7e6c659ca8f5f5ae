"""What was put on a page after it was made: filled form fields, stamps and typed notes become part of its content."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

WRITTEN = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET})
"""Kinds of annotations that a reader sees as text of the page; links, highlights and pop-ups are none."""
MOST = 5_000
"""A page with more annotations is left as it is."""


def opened_page(document: Any, number: int) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    """Return a page of a pypdfium2 document with what was written on it; the caller closes it.

    Raises:
        pypdfium2.PdfiumError: it cannot be opened.
        IndexError: there is no such page.
    """
    page = document[number - 1]
    if not _is_written_on(page) or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()  # the text of what was flattened is there from the next time on
    return document[number - 1]


def _is_written_on(page: Any) -> bool:  # noqa: ANN401  # pypdfium2 has no types
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    return 0 < count <= MOST and any(_kind(page, index) in WRITTEN for index in range(count))


def _kind(page: Any, index: int) -> int:  # noqa: ANN401  # pypdfium2 has no types
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return -1
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
