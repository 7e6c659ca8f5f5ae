"""Pages of a PDF rendered once more, sharper, as their words were read: turned and made level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from PIL import Image

from pipeline.reading.choice import ReadOptions, render
from pipeline.reading.file import open_file
from pipeline.reading.frame import frame_of
from schemas.page import Page

SHARP = 400
"""Resolution of the second look."""


def page_pictures(data: bytes, pages: Sequence[Page], dpi: int = SHARP) -> Iterator[tuple[Page, Image.Image, float]]:
    """Yield (page, grey picture, its resolution) for the given pages; a page that cannot be rendered is left out."""
    opened, _ = open_file(data)
    if opened is None:
        return
    document = pdfium.PdfDocument(opened.data)
    try:
        for page in pages:
            shown = document[page.number - 1]
            try:
                image, real = render(shown, frame_of(shown, page.turn), ReadOptions(dpi=dpi))
            except (pdfium.PdfiumError, MemoryError, ValueError):
                continue
            finally:
                shown.close()
            level = image.rotate(page.skew, resample=Image.Resampling.BICUBIC, fillcolor=255) if page.skew else image
            yield page, level, real
    finally:
        document.close()
