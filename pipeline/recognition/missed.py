"""Ink that a reading of a page left out: its places are found on the picture, so that they can be read on a sheet of their own.

Tesseract's analysis of the layout drops cells of tables that stand alone, rows in boxes and rows on shades; the letters are
there, and no word covers them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from pipeline.recognition.fuse import Seen, is_noise
from pipeline.recognition.image import Mask, ink, runs_of
from schemas.page import Ruling

UNREAD = 0.45
"""A word below this confidence counts as not read."""
GRAIN = 5
"""Ink is looked at in squares of so many pixels."""
NEAR = 2
"""Squares between letters of one word or figure."""
HEIGHTS = (0.45, 1.8)
"""How tall a missed spot is, in heights of the page's words."""
SLENDER = 3.2
"""What is taller than so many times its width is a piece of a rule; a figure 1 is not."""
MOST = 400
"""A page with more missed spots is a picture, not text."""
CLEAR, SURE_LETTERS = 0.3, 0.6
"""Figures and letters of the second look below these confidences are left out."""
DASHES = frozenset("-–−—")
BORDER = 0.02
"""Share of the page's sides that is not looked at (edges of the scanner)."""

Spot = tuple[int, int, int, int]
"""x0, top, x1, bottom in pixels."""


def is_read(word: Seen) -> bool:
    """Tell whether a word counts as read."""
    return word.confidence >= UNREAD


def unread_share(seen: Sequence[Seen], spots: Sequence[Spot]) -> float:
    """Return the share of a page's words that were not read, missed spots among them."""
    unread = sum(not is_read(word) for word in seen) + len(spots)
    return unread / max(1, len(seen) + len(spots))


def missed_spots(image: Image.Image, seen: Sequence[Seen], rulings: Sequence[Ruling], dpi: float) -> list[Spot]:
    """Return where a grey picture has ink of the size of its words that no word covers; top first."""
    heights = sorted(word.height for word in seen if is_read(word) and len(word.text) > 1)
    if not heights:
        return []
    usual = heights[len(heights) // 2]
    mask = ink(image).copy()
    _blot(mask, seen, rulings, dpi)
    spots = [spot for spot in _spots(mask) if _is_text(mask, spot, usual)]
    return spots if len(spots) <= MOST else []


def _blot(mask: Mask, seen: Sequence[Seen], rulings: Sequence[Ruling], dpi: float) -> None:
    """Clear the mask of what was read, of drawn lines, and of the page's border."""
    for word in seen:
        if is_read(word):
            mask[max(0, round(word.top) - 3) : round(word.bottom) + 4, max(0, round(word.x0) - 4) : round(word.x1) + 5] = False
    for ruling in rulings:
        x0, x1 = (round(x * dpi / 72) for x in (ruling.box.x0, ruling.box.x1))
        top, bottom = (round(y * dpi / 72) for y in (ruling.box.top, ruling.box.bottom))
        mask[max(0, top - 2) : bottom + 3, max(0, x0 - 2) : x1 + 3] = False
    down, across = round(BORDER * mask.shape[0]), round(BORDER * mask.shape[1])
    mask[:down], mask[mask.shape[0] - down :], mask[:, :across], mask[:, mask.shape[1] - across :] = False, False, False, False


def _spots(mask: Mask) -> list[Spot]:
    """Return the boxes of connected ink, gaps inside words closed."""
    rows, columns = (side // GRAIN for side in mask.shape)
    squares = mask[: rows * GRAIN, : columns * GRAIN].reshape(rows, GRAIN, columns, GRAIN).sum(axis=(1, 3)) > 1
    closed = squares.copy()
    for step in range(1, NEAR + 1):
        closed[:, step:] |= squares[:, :-step]
    return [
        (max(0, x0) * GRAIN, top * GRAIN, max(x0 + 1, x1 - NEAR) * GRAIN, (bottom + 1) * GRAIN)
        for x0, top, x1, bottom in _connected(closed)
    ]


def _connected(squares: Mask) -> list[list[int]]:
    """Return [first column, first row, end column, last row] of each patch of squares that touch."""
    patches: list[list[int]] = []
    growing: list[tuple[int, int, int, list[int]]] = []
    for row, start, end in zip(*(part.tolist() for part in runs_of(squares)), strict=True):
        growing = [run for run in growing if run[0] >= row - 1]
        touching = [run[3] for run in growing if run[0] == row - 1 and run[1] <= end and start <= run[2]]
        patch = touching[0] if touching else [start, row, end, row]
        if not touching:
            patches.append(patch)
        patch[0], patch[2], patch[3] = min(patch[0], start), max(patch[2], end), row
        for other in touching[1:]:
            if other is not patch:
                _swallow(patch, other)
        growing.append((row, start, end, patch))
    return [patch for patch in patches if patch[2] > patch[0]]


def _swallow(patch: list[int], other: list[int]) -> None:
    """Join `other` to `patch` and empty it."""
    if other[2] > other[0]:
        patch[0], patch[1], patch[2] = min(patch[0], other[0]), min(patch[1], other[1]), max(patch[2], other[2])
    other[0], other[2] = 0, 0


def _is_text(mask: Mask, spot: Spot, usual: float) -> bool:
    """Tell whether a spot is as tall as words are and neither a speck nor a blot."""
    x0, top, x1, bottom = spot
    rows, columns = np.nonzero(mask[top:bottom, x0:x1])
    if len(rows) == 0:
        return False
    tall, wide = int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
    share = len(rows) / ((bottom - top) * (x1 - x0))
    return HEIGHTS[0] * usual <= tall <= min(HEIGHTS[1] * usual, SLENDER * wide) and 0.08 <= share <= 0.7  # noqa: PLR2004  # ink that fills less is dust, more is a picture


def completed(seen: Sequence[Seen], found: Sequence[Seen]) -> tuple[Seen, ...]:
    """Return the words of a page with those of the second look; unread words under them give way."""
    new = [word for word in found if _is_clear(word) and not any(_overlap(word, other) for other in seen if is_read(other))]
    kept = [word for word in seen if is_read(word) or not any(_overlap(word, other) for other in new)]
    return (*kept, *new)


def _is_clear(word: Seen) -> bool:
    """Tell whether a word of the second look is text: a figure, a dash in its place, or letters that are rather sure."""
    if is_noise(word) or word.confidence < CLEAR:
        return False
    return any(letter.isdigit() for letter in word.text) or word.text in DASHES or word.confidence >= SURE_LETTERS


def _overlap(one: Seen, other: Seen) -> bool:
    """Tell whether the middle of one word lies in the other."""
    return any(
        inner.x0 <= (outer.x0 + outer.x1) / 2 <= inner.x1 and inner.top <= (outer.top + outer.bottom) / 2 <= inner.bottom
        for inner, outer in ((one, other), (other, one))
    )
