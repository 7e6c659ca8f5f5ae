"""A drawn document as a real PDF, through reportlab: proves that what is planted is found from bytes to finding."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from benchmarks.made.drawing import Drawn, DrawnTable

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 60.0, 545.0
LINE = 16.0
UNITS = {1: "kr", 1000: "tkr", 1000000: "mnkr"}


def write_pdf(drawn: Drawn, folder: Path) -> Path:
    """Write a document into a folder and return the file; the same document gives the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    _front(canvas, drawn)
    for table in drawn.tables:
        _table(canvas, table)
    canvas.save()
    path = folder / f"{drawn.name}.pdf"
    path.write_bytes(buffer.getvalue())
    return path


def _front(canvas: Canvas, drawn: Drawn) -> None:
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(LEFT, HEIGHT - 90, drawn.title)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(LEFT, HEIGHT - 115, drawn.body.name)
    canvas.drawString(LEFT, HEIGHT - 132, f"Organisationsnummer {drawn.body.entity_id}")
    top = 190.0
    for sentence in drawn.sentences:
        if sentence.heading:
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(LEFT, HEIGHT - top, sentence.heading)
            top += 20
        canvas.setFont("Helvetica", 11)
        canvas.drawString(LEFT, HEIGHT - top, sentence.text)
        top += 32
    canvas.showPage()


def _table(canvas: Canvas, table: DrawnTable) -> None:
    """Draw a table on a page of its own: title, a ruled line of headers, rows."""
    count = len(table.headers)
    edges = [RIGHT - 82.0 * (count - 1 - i) for i in range(count)]
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(LEFT, HEIGHT - 80, table.title)
    top = 110.0
    canvas.setFont("Helvetica-Bold", 8)
    canvas.drawString(LEFT, HEIGHT - top, f"Belopp i {UNITS[table.scale]}")
    if table.notes:
        canvas.drawString(edges[0] - 110, HEIGHT - top, "Not")
    for edge, header in zip(edges, table.headers, strict=True):
        canvas.drawRightString(edge, HEIGHT - top, header)
    canvas.line(LEFT, HEIGHT - top - 4, RIGHT, HEIGHT - top - 4)
    for number, row in enumerate(table.rows):
        top += LINE
        canvas.setFont("Helvetica-Bold" if row.is_sum or not row.values else "Helvetica", 9)
        canvas.drawString(LEFT, HEIGHT - top, row.label)
        if row.note and table.notes:
            canvas.drawString(edges[0] - 110, HEIGHT - top, row.note)
        for col, edge in enumerate(edges[: len(row.values)]):
            canvas.drawRightString(edge, HEIGHT - top, table.text((number, col)))
    canvas.showPage()
