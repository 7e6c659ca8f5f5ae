"""Pictures on a page whose own text is sound: a table pasted as a picture is read too, a photograph is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from pipeline.reading.layer import COVERED, Layer
from pipeline.recognition.recogniser import Picture, Recognition
from schemas.page import Page, Ruling, Word
from schemas.place import Box

MIN_SHARE = 0.03
"""Smaller pictures (share of the page) are logos and signatures."""
MIN_WIDTH, MIN_HEIGHT = 100.0, 25.0
"""Least size in points of a picture with text worth reading."""
WORDS_INSIDE = 3
"""A picture under so many words of the text layer is a background, or has been read."""
DARKEST_PAPER, PAPER, PAPER_SHARE = 150, 30, 0.4
"""Text stands on paper, white or grey: at least this light, and this share of the picture is within so many levels of it ..."""
INK, INK_SHARE = 0.62, (0.003, 0.3)
"""... and a share between these is darker than this share of the paper."""
SURE_WORDS, SURE = 4, 0.75
"""A reading with at least so many words, half of them this sure, is text."""
MARKED = 0.1
"""From this share of words read from pictures on, the page counts as read by OCR."""


def picture_boxes(layer: Layer) -> tuple[Box, ...]:
    """Return the boxes of pictures that may hold text which the text layer lacks."""
    area = layer.frame.width * layer.frame.height
    if layer.image_share >= COVERED and layer.invisible:
        return ()
    wide = [box for box in layer.shapes.image_boxes if box.width >= MIN_WIDTH and box.height >= MIN_HEIGHT]
    large = [box for box in wide if MIN_SHARE * area <= box.width * box.height < 0.9 * area]
    return tuple(box for box in dict.fromkeys(large) if _words_in(box, layer.words) < WORDS_INSIDE)


def pictures_in(boxes: Sequence[Box], image: Image.Image, dpi: float) -> Iterator[tuple[Box, Picture]]:
    """Yield those boxes of a rendered page that look like text, with what is seen in them."""
    for box in boxes:
        left, top, right, bottom = (round(edge * dpi / 72) for edge in (box.x0, box.top, box.x1, box.bottom))
        crop = image.crop((left, top, right, bottom))
        if looks_like_text(crop):
            yield box, (crop, dpi)


def with_pictures(page: Page, boxes: Sequence[Box], readings: Sequence[Recognition]) -> Page:
    """Return the page with the words and rulings of those pictures that hold text."""
    words, rulings = list(page.words), list(page.rulings)
    for box, found in zip(boxes, readings, strict=True):
        sure = sum(word.confidence >= SURE for word in found.words)
        if found.turn == 0 and len(found.words) >= SURE_WORDS and 2 * sure >= len(found.words):
            words += [word.model_copy(update={"box": _moved(word.box, box)}) for word in found.words]
            rulings += [Ruling(box=_moved(ruling.box, box), horizontal=ruling.horizontal) for ruling in found.rulings]
    added = len(words) - len(page.words)
    source = "ocr" if added >= MARKED * len(words) and added else page.text_source
    return page.model_copy(update={"words": tuple(words), "rulings": tuple(rulings), "text_source": source})


def looks_like_text(picture: Image.Image) -> bool:
    """Tell whether a grey picture is dark marks on light paper."""
    pixels = np.asarray(picture)
    if pixels.size == 0:
        return False
    paper = float(np.percentile(pixels, 90))
    dark = float((pixels < INK * paper).mean())
    is_paper = paper >= DARKEST_PAPER and float((pixels >= paper - PAPER).mean()) >= PAPER_SHARE
    return is_paper and INK_SHARE[0] <= dark <= INK_SHARE[1]


def without_words(image: Image.Image, words: Sequence[Word], dpi: float) -> Image.Image:
    """Return a rendered page with the words of its text layer painted white."""
    pixels = np.array(image)
    for word in words:
        x0, top, x1, bottom = (round(edge * dpi / 72) for edge in (word.box.x0, word.box.top, word.box.x1, word.box.bottom))
        pixels[max(0, top) : max(0, bottom), max(0, x0) : max(0, x1)] = 255
    return Image.fromarray(pixels)


def _words_in(box: Box, words: Sequence[Word]) -> int:
    return sum(box.contains_middle_of(word.box) for word in words)


def _moved(box: Box, origin: Box) -> Box:
    """Return a box of a picture as it lies on the page."""
    x, y = origin.x0, origin.top
    return Box(x0=round(box.x0 + x, 2), top=round(box.top + y, 2), x1=round(box.x1 + x, 2), bottom=round(box.bottom + y, 2))
