"""Small PDFs made for tests with reportlab and pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
VERA = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
"""A font that every installation of reportlab has, with å ä ö § %."""


def drawn(*pages: Callable[[Canvas], object], size: tuple[float, float] = A4) -> bytes:
    """Return a PDF with one page per function, each drawing on its canvas (origin at the lower left)."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=True)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines(*texts: str, x: float = 72, y: float = 720, leading: float = 18) -> Callable[[Canvas], None]:
    """Return a page that prints the texts one below the other."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(texts):
            canvas.drawString(x, y - index * leading, text)

    return draw


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **options: object) -> bytes:
    """Return the PDF after `change` was done to it; `options` go to pikepdf's save."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, **options)  # type: ignore[arg-type]  # options of pikepdf by name
    return target.getvalue()


def with_unicode_font(canvas: Canvas, size: float = 11) -> None:
    """Use reportlab's own TrueType font, which can hold any character in its text layer."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    canvas.setFont("Vera", size)


def picture(
    texts: list[tuple[float, float, str]], *, dpi: int = 200, size: float = 12, page: tuple[float, float] = A4
) -> Image.Image:
    """Return a grey picture of a page with texts at (x, y from the top) in points."""
    scale = dpi / 72
    image = Image.new("L", (round(page[0] * scale), round(page[1] * scale)), 255)
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(VERA, round(size * scale))
    for x, y, text in texts:
        pen.text((x * scale, y * scale), text, fill=0, font=font)
    return image


def pictured(image: Image.Image, *, under: Callable[[Canvas], object] | None = None) -> Callable[[Canvas], None]:
    """Return a page that is covered by a picture, with an invisible text layer where `under` draws one."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        if under is not None:
            under(canvas)

    return draw


def invisible(*texts: str, x: float = 72, y: float = 720, leading: float = 18) -> Callable[[Canvas], None]:
    """Return a function that lays an invisible text layer (render mode 3), as OCR programs do."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(texts):
            thing = canvas.beginText(x, y - index * leading)
            thing.setTextRenderMode(3)
            thing.textOut(text)
            canvas.drawText(thing)

    return draw
