"""Light letters on dark bands (headers of tables) become dark letters on white, which the engine reads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.recognition.image import runs_of

SHADED = 200
"""Grey values below this are a band or ink."""
BLOCK = 8
"""Pixels; bands are looked for in blocks of so many each way."""
FILLED = 0.6
"""Share of shaded pixels that makes a block part of a band."""
LONGEST_SIDE = 40
"""A band is at least this part of the picture wide, as 1 / n ..."""
TALLEST_SIDE = 5
"""... and at most this part high."""
LOWEST = 3
"""Blocks; what is lower is a thick rule."""
CONTRAST = 45
"""Grey values between band and letters."""
LIGHT = (0.01, 0.45)
"""Share of a band that its letters cover."""
MOST_DARK = 0.015
"""Share of a band that may be darker than it is; with more, its letters are dark and read as they are."""

Pixels = NDArray[np.uint8]


def with_dark_letters(image: Image.Image) -> Image.Image:
    """Return a grey picture whose bands with light letters are inverted; the same picture where there are none."""
    grey = np.asarray(image)
    changed = None
    for top, bottom, left, right in _bands(grey):
        region = _inverted(grey[top:bottom, left:right])
        if region is not None:
            changed = np.array(grey) if changed is None else changed
            changed[top:bottom, left:right] = region
    return image if changed is None else Image.fromarray(changed)


def _bands(grey: Pixels) -> list[tuple[int, int, int, int]]:
    """Return (top, bottom, left, right) in pixels of the rectangles that are mostly shaded, wide and low."""
    rows, cols = grey.shape[0] // BLOCK, grey.shape[1] // BLOCK
    if not rows or not cols:
        return []
    blocks = (grey[: rows * BLOCK, : cols * BLOCK] < SHADED).reshape(rows, BLOCK, cols, BLOCK)
    filled = blocks.mean(axis=(1, 3)) > FILLED
    bands: list[list[int]] = []
    for row, first, last in zip(*(part.tolist() for part in runs_of(filled)), strict=True):
        if (last - first) * LONGEST_SIDE < cols:
            continue
        above = next((band for band in bands if band[1] == row and first < band[3] and band[2] < last), None)
        if above is None:
            bands.append([row, row + 1, first, last])
        else:
            above[1], above[2], above[3] = row + 1, min(above[2], first), max(above[3], last)
    low = [band for band in _merged(bands) if LOWEST <= band[1] - band[0] <= rows / TALLEST_SIDE]
    return [_grown(band, grey) for band in low]


def _merged(bands: list[list[int]]) -> list[list[int]]:
    """Join bands that overlap: large letters cut the blocks of one band."""
    done: list[list[int]] = []
    for band in bands:
        joined = band
        for other in [other for other in done if _overlap(other, band)]:
            done.remove(other)
            joined = [min(joined[0], other[0]), max(joined[1], other[1]), min(joined[2], other[2]), max(joined[3], other[3])]
        done.append(joined)
    return done


def _overlap(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _grown(band: list[int], grey: Pixels) -> tuple[int, int, int, int]:
    """Return a band in pixels, with the blocks at its rim that it fills in part."""
    top, bottom, left, right = (edge * BLOCK for edge in band)
    return max(0, top - BLOCK), min(grey.shape[0], bottom + BLOCK), max(0, left - BLOCK), min(grey.shape[1], right + BLOCK)


def _inverted(region: Pixels) -> Pixels | None:
    """Return the region with dark letters on white; None where its letters are dark, or no letters."""
    inner = region[BLOCK:-BLOCK, BLOCK:-BLOCK]
    ground = float(np.median(inner))
    light = float((inner > ground + CONTRAST).mean())
    dark = float((inner < ground - CONTRAST).mean())
    if ground > SHADED or not LIGHT[0] <= light <= LIGHT[1] or dark > MOST_DARK:
        return None
    shaded: Pixels = np.clip(255 - (region.astype(np.float32) - ground) * 255 / (255 - ground), 0, 255).astype(np.uint8)
    outside = _outside(region)
    shaded[outside] = region[outside]
    return shaded


def _outside(region: Pixels) -> NDArray[np.bool_]:
    """Return which pixels of the rim are the paper around the band: rows and columns that are mostly light."""
    light = region >= SHADED
    rows, cols = light.mean(axis=1) > FILLED, light.mean(axis=0) > FILLED
    rows[BLOCK:-BLOCK], cols[BLOCK:-BLOCK] = False, False
    return np.asarray(rows[:, None] | cols[None, :])
