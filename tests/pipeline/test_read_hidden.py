"""What a page holds and does not show is not read, and the page says so; what stands on a shade is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.read import ReadOptions, read_pdf
from tests.pipeline.pdfs import drawn, lines

SEEN = lines("Budget 1 375 tkr", "Utfall 1 104 tkr")


def texts_and_codes(*draw: Callable[[Canvas], object]) -> tuple[list[str], list[str]]:
    def page(canvas: Canvas) -> None:
        for step in draw:
            step(canvas)

    reading, problems = read_pdf(drawn(page), "a.pdf", ReadOptions(ocr="never"), None)
    return [word.text for word in reading.pages[0].words], [problem.code for problem in problems]


def filled(grey: float, alpha: float = 1.0) -> Callable[[Canvas], None]:
    """Return a function that fills a box over the second line of `SEEN`."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(grey, alpha)
        canvas.rect(60, 697, 200, 18, stroke=0, fill=1)
        canvas.setFillGray(0)

    return draw


def pasted(canvas: Canvas) -> None:
    """Cover the second line of `SEEN` with a white picture."""
    canvas.drawImage(ImageReader(Image.new("L", (20, 4), 255)), 60, 697, 200, 18)


FIRST, BOTH = ["Budget", "1", "375", "tkr"], ["Budget", "1", "375", "tkr", "Utfall", "1", "104", "tkr"]


@pytest.mark.parametrize("cover", [filled(1), filled(0), filled(0.6), pasted])
def test_text_under_a_box_or_a_picture_is_not_read(cover: Callable[[Canvas], object]) -> None:
    assert texts_and_codes(SEEN, cover) == (FIRST, ["page.hidden_text"])


@pytest.mark.parametrize("draw", [[filled(0.8), SEEN], [SEEN, filled(0.5, 0.3)]])
def test_text_on_a_box_or_under_a_transparent_one_is_read(draw: list[Callable[[Canvas], object]]) -> None:
    assert texts_and_codes(*draw) == (BOTH, [])


@pytest.mark.parametrize(("right", "texts", "codes"), [(300, BOTH, []), (70, FIRST, ["page.hidden_text"])])
def test_text_outside_its_clip_is_not_read(right: float, texts: list[str], codes: list[str]) -> None:
    def clipped(canvas: Canvas) -> None:
        lines("Budget 1 375 tkr")(canvas)
        path = canvas.beginPath()
        path.rect(60, 690, right - 60, 30)
        canvas.clipPath(path, stroke=0, fill=0)
        lines("Utfall 1 104 tkr", y=702)(canvas)

    assert texts_and_codes(clipped) == (texts, codes)
