"""The text layer of one page: words that are shown, words that are not, rulings, shades and pictures."""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.read_glyphs import Frame, Glyph, frame_of, glyphs_of
from pipeline.read_shapes import Shapes, shapes_of
from pipeline.read_words import words_of
from schemas.page import Word
from schemas.place import Box

EDGE = 1.0
"""Words may reach over the page's edge by so many points."""
COVERED = 0.5
"""Pictures over this share of a page cover it (a scan with margins)."""


class Layer(NamedTuple):
    """What a page's own content gives."""

    number: int
    frame: Frame
    words: tuple[Word, ...]
    """Words that are shown; the invisible layer of an OCR program over a picture counts as shown."""
    shapes: Shapes
    image_share: float
    """Share of the page under pictures, 0 to 1."""
    invisible: bool
    """Whether most words are an invisible layer (made by an OCR program)."""
    cut: bool
    """Whether the page has more content than was looked at."""


def read_layer(page: Any, number: int, limit: int) -> Layer:  # noqa: ANN401 - pypdfium2 has no types
    """Return what a pypdfium2 page holds; no more than `limit` characters and `limit` objects are looked at."""
    frame = frame_of(page)
    shapes = shapes_of(page, frame, limit)
    glyphs, cut = glyphs_of(page, frame, limit)
    share = _image_share(shapes.image_boxes, frame)
    hidden = sum(not glyph.style.shown for glyph in glyphs)
    keep_hidden = share >= COVERED
    shown = [glyph for glyph in glyphs if _is_shown(glyph, frame, shapes, keep_hidden=keep_hidden)]
    return Layer(number, frame, words_of(shown), shapes, share, keep_hidden and 2 * hidden > len(glyphs), cut or shapes.cut)


def _is_shown(glyph: Glyph, frame: Frame, shapes: Shapes, *, keep_hidden: bool) -> bool:
    """Tell whether a reader sees the glyph, or sees the picture of which it is the reading."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    if not (-EDGE <= x <= frame.width + EDGE and -EDGE <= y <= frame.height + EDGE):
        return False
    if not glyph.style.shown:
        return keep_hidden
    if glyph.style.white:
        return keep_hidden or _on_something(x, y, shapes)
    return True


def _on_something(x: float, y: float, shapes: Shapes) -> bool:
    """Tell whether a point lies on a shade, a picture or a thick line."""
    boxes = (*shapes.shades, *shapes.image_boxes, *(ruling.box for ruling in shapes.rulings))
    return any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in boxes) or shapes.other_fills


def _image_share(boxes: tuple[Box, ...], frame: Frame) -> float:
    """Return the share of the page under pictures (each strip of a scan counts), at most 1."""
    area = frame.width * frame.height
    return min(1.0, sum(box.width * box.height for box in dict.fromkeys(boxes)) / area) if area > 0 else 0.0
