"""Minutes of made-up bodies drawn as real PDFs in several layouts, and read by the whole extractor."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors import minutes
from extractors.figures.context import DocumentContext
from extractors.kinds import classify
from extractors.page.layout import lay_out
from pipeline.read import ReadOptions, read_pdf
from schemas.decision import Decision
from schemas.meeting import Meeting

Row = str | tuple[str, ...]
"""A line of text (`*bold*`), or the cells of a line at the columns of its page."""
HEIGHT = A4[1]
STEP = 14.0


def pdf(
    pages: Sequence[Sequence[Row]], *, columns: Sequence[float] = (60, 190), header: Sequence[Row] = (), size: float = 10
) -> bytes:
    """Return a PDF: the rows of each page below a header; `{page}` and `{pages}` are filled in."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for number, rows in enumerate(pages, start=1):
        top = 40.0
        for row in (*header, "", *rows):
            cells = (row,) if isinstance(row, str) else row
            for x, cell in zip(columns, cells, strict=False):
                text = cell.replace("{page}", str(number)).replace("{pages}", str(len(pages)))
                bold = text.startswith("*") and text.endswith("*")
                canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
                canvas.drawString(x, HEIGHT - top, text.strip("*") if bold else text)
            top += STEP
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(data: bytes) -> tuple[Meeting, tuple[Decision, ...]]:
    """Return the meeting and decisions of a PDF, which must be known as minutes."""
    reading, _ = read_pdf(data, "protokoll.pdf", ReadOptions(ocr="never"), None)
    layout = lay_out(reading.pages)
    found, _ = classify(reading, layout)
    assert found.kind == "minutes", found.scores
    assert isinstance(found.meeting_date, dt.date)
    context = DocumentContext(document_id="d", kind="minutes", meeting_date=found.meeting_date)
    meetings, decisions, _ = minutes.extract(layout, reading.pages, context)
    return meetings[0], decisions
