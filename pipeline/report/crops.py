"""Pictures of parts of pages, rendered with pdfium and packed small."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable

import pypdfium2 as pdfium
from PIL import Image

from schemas.place import Box

Crop = Callable[[str, int, Box], bytes | None]
"""Called with document id, page (from 1) and box in points; returns a PNG or JPEG, or None when there is no picture."""
Originals = Callable[[str], bytes | None]
"""Called with a document id; returns the bytes of the PDF, or None when they are not at hand."""

DOTS_PER_POINT = 120 / 72
WIDEST = 1100
"""Pixels: wider pages are drawn smaller."""
COLOURS = 24
"""Enough for black text with smooth edges and a few tints."""
JPEG_QUALITY = 55
OPEN_DOCUMENTS = 6


class PdfCrops:
    """Renders parts of pages; keeps the last few documents open."""

    def __init__(self, originals: Originals) -> None:
        self._originals = originals
        self._open: OrderedDict[str, pdfium.PdfDocument | None] = OrderedDict()

    def __call__(self, document_id: str, page: int, box: Box) -> bytes | None:
        """Return a picture of `box`, clipped to the page; None when document or page cannot be drawn."""
        document = self._document(document_id)
        if document is None or not 1 <= page <= len(document):
            return None
        try:
            return _packed(_rendered(document, page, box))
        except (pdfium.PdfiumError, ValueError, MemoryError):
            return None

    def close(self) -> None:
        """Close all documents."""
        for document in self._open.values():
            if document is not None:
                document.close()
        self._open.clear()

    def _document(self, document_id: str) -> pdfium.PdfDocument | None:
        if document_id not in self._open:
            self._open[document_id] = _opened(self._originals(document_id))
            if len(self._open) > OPEN_DOCUMENTS:
                _, oldest = self._open.popitem(last=False)
                if oldest is not None:
                    oldest.close()
        self._open.move_to_end(document_id)
        return self._open[document_id]


def _opened(data: bytes | None) -> pdfium.PdfDocument | None:
    try:
        return pdfium.PdfDocument(data) if data is not None else None
    except pdfium.PdfiumError:
        return None


def _rendered(document: pdfium.PdfDocument, number: int, box: Box) -> Image.Image:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        left, top = max(box.x0, 0.0), max(box.top, 0.0)
        right, bottom = min(box.x1, width), min(box.bottom, height)
        scale = min(DOTS_PER_POINT, WIDEST / (right - left))
        bitmap = page.render(scale=scale, crop=(left, height - bottom, width - right, top), may_draw_forms=True)
        image: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        page.close()
    return image


def _packed(image: Image.Image) -> bytes:
    """Return the smaller of a PNG with few colours (drawn text) and a JPEG (scans)."""
    png, jpeg = io.BytesIO(), io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    if png.tell() < image.width * image.height / 16:
        return png.getvalue()
    image.convert("L").save(jpeg, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return min(png.getvalue(), jpeg.getvalue(), key=len)
