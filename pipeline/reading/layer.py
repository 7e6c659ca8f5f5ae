"""The text layer of one page: words that are shown, words that are not, rulings, shades and pictures."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from pipeline.reading.frame import Frame, frame_of
from pipeline.reading.glyphs import Glyph, Glyphs, glyphs_of
from pipeline.reading.hidden import hidden_words
from pipeline.reading.shapes import Shapes, shapes_of
from pipeline.reading.words import words_of
from schemas.page import Word
from schemas.place import Box

EDGE = 1.0
"""Words may reach over the page's edge by so many points."""
MANY_SHADES = 300
"""On a page with more shades white letters are taken to stand on one."""
TURNED = 0.7
"""When this share of all glyphs runs another way, the page is turned ..."""
MIN_GLYPHS = 40
"""... if it has so many."""
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
    """Whether most words are an invisible layer, or lie under a picture of the page (made by an OCR program)."""
    cut: bool
    """Whether the page has more content than was looked at."""
    hidden: int = 0
    """How many words the page holds that are covered or clipped away; they are none of `words`."""


def read_layer(page: Any, number: int, limit: int, turn: int | None = None) -> Layer:  # noqa: ANN401  # pypdfium2 has no types
    """Return what a pypdfium2 page holds; no more than `limit` characters and `limit` objects are looked at.

    The page is turned by `turn` degrees clockwise from how it is displayed; None turns it so that its text is upright.
    """
    frame = frame_of(page, turn or 0)
    found = glyphs_of(page, frame, limit)
    if turn is None and (sideways := _sideways(found)):
        frame = frame_of(page, sideways)
        found = glyphs_of(page, frame, limit)
    shapes = shapes_of(page, frame, limit)
    share = _image_share(shapes.image_boxes, frame)
    keep_hidden = share >= COVERED
    glyphs, hidden = found.glyphs, sum([count for style, count in found.styles if not style.shown])
    if not keep_hidden and any(style.white or not style.shown for style, _ in found.styles):
        glyphs = [glyph for glyph in glyphs if _is_shown(glyph, shapes)]
    words = tuple([word for word in words_of(glyphs) if _on_page(word.box, frame)])
    unseen = hidden_words(words, shapes.suspects, page, frame) if shapes.suspects else frozenset()
    under = 2 * shapes.under_picture > shapes.texts
    return Layer(
        number=number,
        frame=frame,
        words=tuple([word for index, word in enumerate(words) if index not in unseen]) if unseen else words,
        shapes=shapes,
        image_share=share,
        invisible=keep_hidden and (under or 2 * hidden > len(glyphs)),
        cut=found.cut or shapes.cut,
        hidden=len(unseen),
    )


def _sideways(found: Glyphs) -> int:
    """Return by how many degrees clockwise the page must be turned so that nearly all of its text is upright; 0 mostly."""
    angles = Counter[int]()
    for style, count in found.styles:
        angles[style.angle] += count
    if len(found.glyphs) < MIN_GLYPHS or 2 * angles[0] > len(found.glyphs):
        return 0
    angle, count = angles.most_common(1)[0]
    return angle if angle in (90, 180, 270) and count >= TURNED * len(found.glyphs) else 0


def _is_shown(glyph: Glyph, shapes: Shapes) -> bool:
    """Tell whether a reader sees the glyph: not invisible, and not white unless it stands on something."""
    if not glyph.style.white:
        return glyph.style.shown
    return _on_something((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2, shapes)


def _on_page(box: Box, frame: Frame) -> bool:
    """Tell whether the middle of a word lies on the page."""
    x, y = box.middle
    return -EDGE <= x <= frame.width + EDGE and -EDGE <= y <= frame.height + EDGE


def _on_something(x: float, y: float, shapes: Shapes) -> bool:
    """Tell whether a point lies on a shade, a picture or a thick line."""
    if shapes.other_fills or len(shapes.shades) + len(shapes.image_boxes) > MANY_SHADES:
        return True
    boxes = (*shapes.shades, *shapes.image_boxes)
    return any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in boxes)


def _image_share(boxes: tuple[Box, ...], frame: Frame) -> float:
    """Return the share of the page under pictures (each strip of a scan counts), at most 1."""
    area = frame.width * frame.height
    return min(1.0, sum(box.width * box.height for box in dict.fromkeys(boxes)) / area) if area > 0 else 0.0
