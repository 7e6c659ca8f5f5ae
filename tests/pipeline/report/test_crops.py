"""Pictures of parts of pages: the right part, also of turned pages, small, and None for what cannot be drawn."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.report.crops import DOTS_PER_POINT, WIDEST, PdfCrops
from schemas.place import Box


def pdf(*, rotation: int = 0, width: float = 595, height: float = 842) -> bytes:
    """Return a page with a black square of 50 points whose upper left corner stands at (100, 200) of the page as displayed."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    if rotation:
        canvas.setPageRotation(rotation)
    x, y = {0: (100, height - 250), 90: (200, 100)}[rotation]
    canvas.rect(x, y, 50, 50, stroke=0, fill=1)
    canvas.save()
    return out.getvalue()


def picture(data: bytes | None, box: Box, page: int = 1) -> Image.Image:
    crops = PdfCrops(lambda _: data)
    drawn = crops("a", page, box)
    crops.close()
    assert drawn is not None
    return Image.open(io.BytesIO(drawn)).convert("L")


def brightness(image: Image.Image, x: float, y: float) -> int:
    value = image.getpixel((int(x * DOTS_PER_POINT), int(y * DOTS_PER_POINT)))
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("rotation", [0, 90])
def test_the_box_is_cut_from_the_page_as_displayed(rotation: int) -> None:
    image = picture(pdf(rotation=rotation), Box(x0=90, top=180, x1=190, bottom=280))
    assert image.size == pytest.approx((100 * DOTS_PER_POINT, 100 * DOTS_PER_POINT), abs=1)
    assert brightness(image, 35, 45) < 10
    assert [brightness(image, x, y) > 245 for x, y in ((5, 45), (65, 45), (35, 15), (35, 75))] == [True] * 4


def test_a_wide_page_is_drawn_smaller() -> None:
    assert picture(pdf(width=3000), Box(x0=0, top=150, x1=3000, bottom=300)).width == pytest.approx(WIDEST, abs=1)


def test_a_strip_of_a_page_takes_few_bytes() -> None:
    drawn = PdfCrops(lambda _: pdf())("a", 1, Box(x0=0, top=100, x1=595, bottom=300))
    assert drawn is not None
    assert len(drawn) < 5000


@pytest.mark.parametrize("data", [None, b"", b"not a PDF", pdf()[:200]])
def test_what_cannot_be_drawn_gives_none(data: bytes | None) -> None:
    assert PdfCrops(lambda _: data)("a", 1, Box(x0=0, top=0, x1=10, bottom=10)) is None


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_is_not_there_gives_none(page: int) -> None:
    assert PdfCrops(lambda _: pdf())("a", page, Box(x0=0, top=0, x1=10, bottom=10)) is None


def test_a_box_outside_the_page_gives_none() -> None:
    assert PdfCrops(lambda _: pdf())("a", 1, Box(x0=0, top=900, x1=595, bottom=990)) is None


def test_only_the_last_few_documents_stay_open() -> None:
    asked: list[str] = []

    def originals(document_id: str) -> bytes:
        asked.append(document_id)
        return pdf()

    crops = PdfCrops(originals)
    for document_id in ["a", "a", *"bcdefg", "a"]:
        crops(document_id, 1, Box(x0=0, top=0, x1=10, bottom=10))
    crops.close()
    assert asked == ["a", *"bcdefg", "a"]
