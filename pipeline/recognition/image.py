"""Pictures made fit for reading: which way up, how skewed, how noisy; and the long straight lines on them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from schemas.page import Ruling
from schemas.place import Box

Mask = NDArray[np.bool_]

DARK = 140
"""Grey values below this are ink."""
SKEW_REACH = 4.0
"""Skews up to so many degrees are looked for ..."""
SKEW_STEP = 0.1
"""... in such steps."""
MIN_SKEW = 0.25
"""Smaller skews are left as they are (Tesseract follows them)."""
SPECKLED = 0.06
"""More lone dots than this share of all ink is noise."""
GRAIN, GRAIN_STEP = 1.0, 8
"""Usual difference of neighbouring pixels in a grainy picture, 0 in a clean one; every so many rows are looked at."""
LINE_POINTS = (30.0, 14.0)
"""Shortest horizontal and vertical ruling, in points."""
TALLEST_LETTER = 45.0
"""Points; a vertical stroke that stands alone and is shorter may be a letter of a heading."""
TOUCH = 3.0
"""Points between lines that touch."""
LINE_THICK = 4.0
"""Thickest ruling, in points; what is thicker is a bar or a picture."""
LINE_DARK = 190
"""Lines may be paler than letters."""
FULL, PARTS = 0.95, 4
"""At least this share of a line is dark; it is looked for in so many parts."""
BESIDE = 0.25
"""A line has at most this share of ink along its sides; more is the edge of something."""
MAX_SEGMENTS = 20_000
"""A picture with more dark runs is a photograph."""


class Straightened(NamedTuple):
    """A picture fit for reading, and what was done to it."""

    image: Image.Image
    turn: int
    skew: float


def straighten(image: Image.Image, turn: int = 0) -> Straightened:
    """Return the grey picture turned by `turn` degrees clockwise, freed of noise and made level."""
    grey = image.convert("L")
    if turn:
        grey = grey.transpose(TURNS[turn])
    if is_grainy(grey) or is_speckled(ink(grey)):
        grey = grey.filter(ImageFilter.MedianFilter(3))
    skew = skew_of(ink(grey))
    if abs(skew) >= MIN_SKEW:
        grey = grey.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    else:
        skew = 0.0
    return Straightened(grey, turn, skew)


TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Turning clockwise by the key; Pillow counts the other way."""


def ink(image: Image.Image) -> Mask:
    """Return where a grey picture is dark."""
    return np.asarray(image) < DARK


def is_grainy(image: Image.Image) -> bool:
    """Tell whether most neighbouring pixels of a grey picture differ, also on blank paper: noise of a camera or a scanner."""
    pixels = np.asarray(image)[::GRAIN_STEP].astype(np.int16)
    return pixels.size > 0 and float(np.median(np.abs(np.diff(pixels, axis=1)))) >= GRAIN


def is_speckled(mask: Mask) -> bool:
    """Tell whether a notable share of the ink is lone dots."""
    total = int(mask.sum())
    if total < 1000 or mask.shape[0] < 3 or mask.shape[1] < 3:  # noqa: PLR2004  # pixels: too little ink to tell a direction
        return False
    around = np.zeros(mask.shape, dtype=np.uint8)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            if down or across:
                around += np.roll(mask, (down, across), (0, 1))
    return int((mask & (around == 0)).sum()) > SPECKLED * total


def skew_of(mask: Mask) -> float:
    """Return by how many degrees text lines fall to the right (clockwise); 0 when there is little text.

    The right angle makes the profile of rows sharpest: lines full, gaps empty.
    """
    ys, xs = np.nonzero(_text_only(mask)[::2, ::2])
    if len(xs) < 500:  # noqa: PLR2004  # too little ink to tell
        return 0.0
    if len(xs) > 150_000:  # noqa: PLR2004  # enough to tell
        ys, xs = ys[:: len(xs) // 100_000], xs[:: len(xs) // 100_000]
    rough = _sharpest(ys, xs, np.arange(-SKEW_REACH, SKEW_REACH + 0.01, 0.5))
    fine = _sharpest(ys, xs, np.arange(rough - 0.5, rough + 0.51, SKEW_STEP))
    return round(fine, 2)


def _text_only(mask: Mask) -> Mask:
    """Return the mask without its outermost border (black scanner edges)."""
    inner = mask.copy()
    margin = max(1, min(mask.shape) // 50)
    inner[:margin], inner[-margin:], inner[:, :margin], inner[:, -margin:] = False, False, False, False
    return inner


def _sharpest(ys: NDArray[np.intp], xs: NDArray[np.intp], angles: NDArray[np.float64]) -> float:
    """Return the angle (degrees) whose sheared row profile has the largest steps; the smallest of equals."""
    best, best_score = 0.0, -1.0
    for angle in sorted((float(value) for value in angles), key=abs):
        rows = np.round(ys - xs * math.tan(math.radians(angle))).astype(np.int64)
        profile = np.bincount(rows - rows.min()).astype(np.float64)
        score = float((np.diff(profile) ** 2).sum())
        if score > best_score * 1.0001:
            best, best_score = angle, score
    return best


def rulings_of(image: Image.Image, dpi: float) -> tuple[Ruling, ...]:
    """Return the long thin dark lines of a grey picture, boxes in points."""
    scale = 72 / dpi
    mask = np.asarray(image) < LINE_DARK
    across = _lines(mask, round(LINE_POINTS[0] / scale), round(LINE_THICK / scale))
    down = _lines(mask.T, round(LINE_POINTS[1] / scale), round(LINE_THICK / scale))
    found = [Ruling(box=_box(x0, y0, x1, y1, scale), horizontal=True) for x0, y0, x1, y1 in across]
    found += [Ruling(box=_box(y0, x0, y1, x1, scale), horizontal=False) for x0, y0, x1, y1 in down]
    edges = [
        np.array([_edges(ruling.box) for ruling in found if ruling.horizontal is flat]).reshape(-1, 4) for flat in (True, False)
    ]
    return tuple(ruling for ruling in found if ruling.horizontal or _is_drawn(ruling.box, *edges))


def _is_drawn(box: Box, across: NDArray[np.float64], down: NDArray[np.float64]) -> bool:
    """Tell a short vertical line of a table from an `l` in a heading: it touches a line across or goes on in another.

    `across` and `down` are the edges of all lines, a row each; compared at once, since a noisy page may have thousands.
    """
    if box.height >= TALLEST_LETTER:
        return True
    x0, top, x1, bottom = _edges(box)
    near = (across[:, 1] <= bottom + TOUCH) & (top - TOUCH <= across[:, 3])
    meets = near & (across[:, 0] - TOUCH <= x0) & (x1 <= across[:, 2] + TOUCH)
    apart = np.maximum(down[:, 1] - bottom, top - down[:, 3])
    other = (down != np.array((x0, top, x1, bottom))).any(axis=1)
    goes_on = other & (np.abs(down[:, 0] - x0) < TOUCH) & (apart <= TOUCH)
    return bool(meets.any() or goes_on.any())


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _box(x0: float, y0: float, x1: float, y1: float, scale: float) -> Box:
    return Box(x0=round(x0 * scale, 2), top=round(y0 * scale, 2), x1=round(x1 * scale, 2), bottom=round(y1 * scale, 2))


def _lines(mask: Mask, length: int, thick: int) -> list[tuple[int, int, int, int]]:
    """Return (x0, y0, x1, y1) of horizontal lines at least `length` and at most `thick` pixels."""
    if length < PARTS or mask.shape[1] <= length or mask.shape[0] <= 2 * thick:
        return []
    widened = mask.copy()
    widened[1:] |= mask[:-1]
    likely = _rows_with_runs(widened, length)
    sums = np.cumsum(np.pad(widened[likely], ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= FULL * length
    rows, starts, ends = runs_of(full)
    if len(rows) > MAX_SEGMENTS:
        return []
    rows = likely[rows]
    groups: list[list[int]] = []
    open_groups: list[list[int]] = []
    for y, x0, x1 in zip(rows.tolist(), starts.tolist(), (ends + length).tolist(), strict=True):
        open_groups = [group for group in open_groups if y - group[3] <= 2]  # noqa: PLR2004  # lines touch
        touching = next((group for group in open_groups if x0 < group[2] and group[0] < x1), None)
        if touching is None:
            groups.append([x0, y, x1, y])
            open_groups.append(groups[-1])
        else:
            touching[0], touching[2], touching[3] = min(touching[0], x0), max(touching[2], x1), y
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in groups if y1 - y0 <= thick and _stands_free(mask, x0, y0, x1, y1)]


def _rows_with_runs(mask: Mask, length: int) -> NDArray[np.intp]:
    """Return the rows that may hold a run of `length` pixels, nearly all dark: a quick look that misses none.

    Such a run covers at least two whole neighbouring parts (a quarter of it each), and what is light in it lies in one of them.
    """
    part = length // PARTS
    whole = mask.shape[1] // part
    dark = mask[:, : whole * part].reshape(mask.shape[0], whole, part).sum(axis=2, dtype=np.int32)
    full = dark >= part - math.ceil((1 - FULL) * length)
    found: NDArray[np.intp] = np.flatnonzero((full[:, 1:] & full[:, :-1]).any(axis=1))
    return found


def _stands_free(mask: Mask, x0: int, y0: int, x1: int, y1: int) -> bool:
    """Tell whether there is little ink close above and close below a horizontal line (letters may touch it here and there)."""
    above = mask[max(0, y0 - 4) : max(1, y0 - 2), x0:x1]
    below = mask[y1 + 3 : y1 + 5, x0:x1]
    return all(band.size == 0 or float(band.mean()) <= BESIDE for band in (above, below))


def runs_of(full: Mask) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Return (row, first, last + 1) of each run of True along the rows."""
    padded = np.pad(full, ((0, 0), (1, 1)))
    width = padded.shape[1]
    edges = np.flatnonzero(padded.ravel()[1:] != padded.ravel()[:-1]) + 1  # a run begins and ends, by turns
    return edges[::2] // width, edges[::2] % width - 1, edges[1::2] % width - 1


def without_lines(image: Image.Image, rulings: tuple[Ruling, ...], dpi: float, *, across: bool = False) -> Image.Image:
    """Return the picture with its long vertical lines painted white (they are read as `|`, `1` or `l`).

    With `across` the horizontal ones go too.
    """
    drawn = [ruling for ruling in rulings if across or not ruling.horizontal]
    if not drawn:
        return image
    pixels = np.array(image)
    for box, flat in ((ruling.box, int(ruling.horizontal)) for ruling in drawn):
        x0, x1 = math.floor(box.x0 * dpi / 72) - 1 + flat, math.ceil(box.x1 * dpi / 72) + 2 - flat
        y0, y1 = math.floor(box.top * dpi / 72) - flat, math.ceil(box.bottom * dpi / 72) + 1 + flat
        pixels[max(0, y0) : y1, max(0, x0) : x1] = 255
    return Image.fromarray(pixels)
