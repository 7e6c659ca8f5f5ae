"""Every style of table is read exactly from its text layer, and from a picture of the page nearly so."""

from __future__ import annotations

import io
from collections import Counter

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.page.layout import lay_out
from extractors.tables import find_tables
from pipeline.ocr import Tesseract
from pipeline.read import ReadOptions, read_pdf
from pipeline.recognition.reread import reread
from schemas.page import Page
from tests.extractors.tables.drawn import read_figures
from tests.extractors.tables.exhibits import EXHIBITS, Exhibit, Pen, Said

DPI = 200
SHARE_OF_SCANS = 0.97
"""Of the figures on all pictures together, to be found and to be right."""

each = pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.name)


def born_digital(exhibit: Exhibit) -> bytes:
    """Draw an exhibit with a text layer."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=exhibit.size, invariant=1)
    for draw in exhibit.draw:
        draw(Pen(canvas, exhibit.size[1]))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(pdf: bytes) -> bytes:
    """Return grey pictures of all pages at 200 dpi, without a text layer."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pypdfium2.PdfDocument(pdf):
        canvas.setPageSize(page.get_size())
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(picture), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pages_of(pdf: bytes, recogniser: Tesseract | None = None) -> tuple[Page, ...]:
    """Read a PDF as the pipeline does, doubtful figures of a picture twice."""
    reading, _ = read_pdf(pdf, "exhibit.pdf", ReadOptions(ocr="auto" if recogniser else "never"), recogniser)
    if recogniser is None:
        return reading.pages
    found = find_tables(reading.pages, lay_out(reading.pages), "doc")
    return reread(pdf, reading, found, recogniser)[0].pages


def said(exhibit: Exhibit, pages: tuple[Page, ...]) -> list[Said]:
    """Return what the figures on the pages say."""
    figures = read_figures(pages, exhibit.kind, exhibit.year)
    return [(figure.label, figure.fiscal_year, figure.scenario, figure.value) for figure in figures]


@each
def test_every_figure_of_a_text_layer_with_its_label_year_and_scenario(exhibit: Exhibit) -> None:
    assert sorted(map(str, said(exhibit, pages_of(born_digital(exhibit))))) == sorted(map(str, exhibit.said))


@pytest.mark.ocr
def test_nearly_every_figure_of_a_picture() -> None:
    recogniser = Tesseract()
    wanted = found = right = 0
    for exhibit in (exhibit for exhibit in EXHIBITS if len(exhibit.draw) == 1):
        truth = Counter(map(_plain, exhibit.said))
        read = Counter(map(_plain, said(exhibit, pages_of(scanned(born_digital(exhibit)), recogniser))))
        wanted += truth.total()
        found += read.total()
        right += (truth & read).total()
    assert right >= SHARE_OF_SCANS * wanted
    assert right >= SHARE_OF_SCANS * found


def _plain(said: Said) -> Said:
    """Return a figure with its label in lower case and no marks, which an OCR may misread."""
    return ("".join(filter(str.isalnum, said[0].casefold())), *said[1:])
