"""What all sample scripts share: fonts that every machine has, page furniture, and PDFs that come out the same each time.

A sample script stands beside its PDF and has one function, `make() -> dict[str, bytes]`: file names and their content.
Only fonts that come inside the two wheels are used (typst: Libertinus Serif, DejaVu Sans Mono; reportlab: Bitstream Vera Sans and
the base-14 fonts), since a system font would make the bytes depend on the machine.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import reportlab
import typst
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

SERIF = "Libertinus Serif"
"""A serif face for typst."""
SANS = "Bitstream Vera Sans"
"""A sans-serif face for typst."""

_FONT_FOLDER = Path(reportlab.__file__).parent / "fonts"
_VERA = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf", "Vera-BoldItalic": "VeraBI.ttf"}

Furniture = Callable[[Canvas, int, int], None]
"""Draws header and footer on a canvas, given the page and the number of pages; origin at the lower left."""


def typst_pdf(source: str, *, tagged: bool = True) -> bytes:
    """Return the PDF of typst markup; `tagged` keeps the structure tree (real PDFs come with and without)."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(_FONT_FOLDER)])
    compiler = typst.Compiler(source.encode(), font_paths=fonts)
    pdf = compiler.compile(format="pdf", timestamp=0, pdf_tags=tagged)
    if not isinstance(pdf, bytes):
        msg = "typst gave no single PDF"
        raise TypeError(msg)
    return pdf


def quoted(text: str) -> str:
    """Return text as a typst string in code, so that no character of it is markup and `-` stays a hyphen."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}";'


def register_vera() -> None:
    """Make Bitstream Vera Sans known to reportlab as Vera, Vera-Bold, Vera-Italic, Vera-BoldItalic (embedded, with å ä ö)."""
    for name, file in _VERA.items():
        pdfmetrics.registerFont(TTFont(name, str(_FONT_FOLDER / file)))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="Vera-Bold", italic="Vera-Italic", boldItalic="Vera-BoldItalic")


def reportlab_pdf(
    story: Callable[[], list[Flowable]],
    furniture: Furniture,
    *,
    title: str,
    margins: tuple[float, float, float, float] = (71, 71, 71, 71),
    page_size: tuple[float, float] = A4,
) -> bytes:
    """Return the PDF of a story of flowables; `margins` are left, top, right, bottom in points.

    The story is typeset twice, since header and footer may state the number of pages.
    """
    left, top, right, bottom = margins
    width, height = page_size
    frame = Frame(left, bottom, width - left - right, height - top - bottom, 0, 0, 0, 0)

    def typeset(pages: int) -> tuple[bytes, int]:
        out = io.BytesIO()
        document = BaseDocTemplate(out, pagesize=page_size, title=title, author="", creator="", invariant=1, lang="sv-SE")
        template = PageTemplate("page", [frame], onPage=lambda canvas, doc: furniture(canvas, doc.page, pages))
        document.addPageTemplates([template])
        document.build(story())
        return out.getvalue(), document.page

    return typeset(typeset(0)[1])[0]
