"""Text that a page holds but does not show: drawn over later by a filled shape or a picture, or outside what it is clipped to.

The order and the clips of a page's objects give suspicions at little cost; a small rendering of the page decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from pipeline.reading.frame import Frame
from schemas.page import Word
from schemas.place import Box

MAX_COMPARED = 300_000
"""Texts are compared with what is drawn later only where so many comparisons are enough."""
DOTS_PER_POINT = 100 / 72
CONTRAST = 40
"""Grey levels between the lightest and the darkest spot of a word that is seen."""
MAX_PIXELS = 4_000_000
"""Larger pages are rendered smaller."""
MOST = 200
"""Text objects that are suspected one by one; where there are more, every word of the page is looked at."""


class Layered(NamedTuple):
    """A text or a cover, and the place of its object in the order of drawing."""

    order: int
    box: Box


def suspected(texts: Sequence[Layered], covers: Sequence[Layered], clipped: Sequence[Box]) -> tuple[Box, ...]:
    """Return the boxes of texts that something is drawn over later, and of those outside their clip."""
    if not covers or not texts or len(texts) * len(covers) > MAX_COMPARED:
        return tuple(clipped)
    late = [cover for cover in covers if cover.order > texts[0].order]
    later = np.array([[cover.order] for cover in late]) > np.array([text.order for text in texts])
    over = (later & _middles_in([cover.box for cover in late], [text.box for text in texts])).any(axis=0)
    return (*clipped, *(text.box for text, is_covered in zip(texts, over.tolist(), strict=True) if is_covered))


def _middles_in(boxes: Sequence[Box], others: Sequence[Box]) -> Any:  # noqa: ANN401  # an array of truth values
    """Tell for each of the boxes (rows) and each of the others (columns) whether the middle of the other lies in it."""
    x0, top, x1, bottom = (edge[:, None] for edge in _edges(boxes))
    left, upper, right, lower = _edges(others)
    x, y = (left + right) / 2, (upper + lower) / 2
    return (x0 <= x) & (x <= x1) & (top <= y) & (y <= bottom)


def _edges(boxes: Sequence[Box]) -> Any:  # noqa: ANN401  # an array of four rows
    return np.array([(box.x0, box.top, box.x1, box.bottom) for box in boxes]).reshape(-1, 4).T


def hidden_words(words: Sequence[Word], suspects: Sequence[Box], page: Any, frame: Frame) -> frozenset[int]:  # noqa: ANN401  # pypdfium2 has no types
    """Return which of the words (by index) stand in one of the boxes and leave no ink on the page as it is shown."""
    everywhere = len(suspects) > MOST
    near = None if everywhere else _middles_in(suspects, [word.box for word in words]).any(axis=0)
    doubtful = range(len(words)) if near is None else np.flatnonzero(near).tolist()
    if not doubtful:
        return frozenset()
    scale = min(DOTS_PER_POINT, (MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, rotation=frame.turn)
    try:
        pixels = np.asarray(bitmap.to_pil().convert("L"))
    finally:
        bitmap.close()
    return frozenset(index for index in doubtful if _is_blank(words[index].box, pixels, scale))


def _is_blank(box: Box, pixels: Any, scale: float) -> bool:  # noqa: ANN401  # an array of bytes
    """Tell whether there is no ink in a box of a rendered page."""
    left, top = max(0, int(box.x0 * scale)), max(0, int(box.top * scale))
    inside = pixels[top : max(top + 1, round(box.bottom * scale)), left : max(left + 1, round(box.x1 * scale))]
    return inside.size == 0 or int(inside.max()) - int(inside.min()) < CONTRAST
