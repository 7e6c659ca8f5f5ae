"""The drawn objects of a page, straight from pdfium: forms unfolded, with bounds, colours, clips and the points of paths.

Objects are known by their address: calls with numbers cost a third of those with pointer objects, and a page has thousands.
They live as long as the page is open.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.reading.frame import Frame
from pipeline.reading.styles import ADDRESS, WHITE, address_of, quick
from schemas.place import Box

MAX_DEPTH = 6
"""Forms within forms are followed so deep."""
MAX_CLIP_SEGMENTS = 50
"""A clip of more segments is not looked at."""

Matrix = tuple[float, float, float, float, float, float]
Points = list[tuple[float, float]]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
INT, FLOATS, NUMBERS = ctypes.c_int, ctypes.c_float * 6, ctypes.c_uint * 4

COUNT_OF_PAGE = quick(pdfium.FPDFPage_CountObjects, INT, ADDRESS)
OBJECT_OF_PAGE = quick(pdfium.FPDFPage_GetObject, ADDRESS, ADDRESS, INT)
COUNT_OF_FORM = quick(pdfium.FPDFFormObj_CountObjects, INT, ADDRESS)
OBJECT_OF_FORM = quick(pdfium.FPDFFormObj_GetObject, ADDRESS, ADDRESS, INT)
KIND = quick(pdfium.FPDFPageObj_GetType, INT, ADDRESS)
MATRIX = quick(pdfium.FPDFPageObj_GetMatrix, INT, ADDRESS, ADDRESS)
BOUNDS = quick(pdfium.FPDFPageObj_GetBounds, INT, *[ADDRESS] * 5)
FILL = quick(pdfium.FPDFPageObj_GetFillColor, INT, *[ADDRESS] * 5)
STROKE = quick(pdfium.FPDFPageObj_GetStrokeColor, INT, *[ADDRESS] * 5)
DRAW_MODE = quick(pdfium.FPDFPath_GetDrawMode, INT, *[ADDRESS] * 3)
COUNT_OF_PATH = quick(pdfium.FPDFPath_CountSegments, INT, ADDRESS)
SEGMENT_OF_PATH = quick(pdfium.FPDFPath_GetPathSegment, ADDRESS, ADDRESS, INT)
SEGMENT_KIND = quick(pdfium.FPDFPathSegment_GetType, INT, ADDRESS)
SEGMENT_CLOSES = quick(pdfium.FPDFPathSegment_GetClose, INT, ADDRESS)
SEGMENT_POINT = quick(pdfium.FPDFPathSegment_GetPoint, INT, *[ADDRESS] * 3)
CLIP = quick(pdfium.FPDFPageObj_GetClipPath, ADDRESS, ADDRESS)
COUNT_OF_CLIP = quick(pdfium.FPDFClipPath_CountPaths, INT, ADDRESS)
COUNT_OF_CLIP_PATH = quick(pdfium.FPDFClipPath_CountPathSegments, INT, ADDRESS, INT)
SEGMENT_OF_CLIP = quick(pdfium.FPDFClipPath_GetPathSegment, ADDRESS, ADDRESS, INT, INT)


class Budget:
    """How many objects and segments may still be looked at."""

    def __init__(self, left: int) -> None:
        """Begin with so many."""
        self.left = left

    def take(self, count: int) -> bool:
        """Use up `count`; False when the budget is spent."""
        self.left -= count
        return self.left >= 0


class Item(NamedTuple):
    """One object."""

    kind: int
    """One of pdfium's FPDF_PAGEOBJ_ numbers."""
    address: int
    matrix: Matrix
    """From its parent's space to the page's user space; `IDENTITY` itself where the page is its parent."""


def items_of(page: Any, budget: Budget) -> Iterator[Item]:  # noqa: ANN401  # pypdfium2 has no types
    """Yield the objects of a pypdfium2 page in the order of drawing, forms unfolded, while the budget lasts."""
    return _unfolded(_members(page.raw, COUNT_OF_PAGE, OBJECT_OF_PAGE), IDENTITY, budget, 0)


def _unfolded(addresses: Iterable[int], matrix: Matrix, budget: Budget, depth: int) -> Iterator[Item]:
    for address in addresses:
        if not budget.take(1):
            return
        kind = KIND(address)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _members(address, COUNT_OF_FORM, OBJECT_OF_FORM)
            yield from _unfolded(inner, times(own_matrix(address), matrix), budget, depth + 1)
        else:
            yield Item(kind, address, matrix)


def _members(holder: Any, count: Callable[[int], int], member: Callable[[int, int], int]) -> Iterator[int]:  # noqa: ANN401  # pypdfium2 has no types
    address = holder if isinstance(holder, int) else address_of(holder)
    return map(member, repeat(address), range(count(address)))


def own_matrix(address: int) -> Matrix:
    """Return an object's own matrix."""
    values = FLOATS()
    return tuple(values) if MATRIX(address, ctypes.addressof(values)) else IDENTITY


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies `first`, then `then`."""
    if then is IDENTITY:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def displayed(points: Iterable[tuple[float, float]], matrix: Matrix, frame: Frame) -> Points:
    """Return where points of an object's space are displayed."""
    a, b, c, d, e, f = matrix
    return [frame.point(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def box_of(points: Points) -> Box:
    """Return the box around points."""
    xs, ys = zip(*points, strict=True)
    return Box.of_values((round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)))


def bounds(item: Item, frame: Frame) -> Box | None:
    """Return the box of an object as displayed; None when it has none."""
    edges = FLOATS()
    first, size = ctypes.addressof(edges), ctypes.sizeof(ctypes.c_float)
    if not BOUNDS(item.address, first, first + size, first + 2 * size, first + 3 * size):
        return None
    left, bottom, right, top = edges[:4]
    return box_of(displayed([(left, bottom), (left, top), (right, bottom), (right, top)], item.matrix, frame))


def draw_mode(address: int) -> tuple[int, int]:
    """Return (how a path is filled, whether its outline is drawn); 0 for no."""
    fill, stroke = INT(), INT()
    DRAW_MODE(address, ctypes.addressof(fill), ctypes.addressof(stroke))
    return fill.value, stroke.value


def is_white(getter: Callable[..., int], address: int) -> bool | None:
    """Return whether the colour that `getter` (FILL, STROKE) gives for an object is white; None when it is fully transparent."""
    values = NUMBERS()
    first, size = ctypes.addressof(values), ctypes.sizeof(ctypes.c_uint)
    if not getter(address, first, first + size, first + 2 * size, first + 3 * size):
        return False
    *channels, alpha = values
    return min(channels) >= WHITE if alpha else None


def subpaths(item: Item, count: int, frame: Frame) -> Iterator[tuple[Points, bool]]:
    """Yield (points as displayed, only straight lines?) for each subpath; closed ones return to their first point."""
    segments = list(map(SEGMENT_OF_PATH, repeat(item.address), range(count)))
    places = displayed(_points(segments), times(own_matrix(item.address), item.matrix), frame)
    points: Points = []
    straight = True
    for place, kind, closes in zip(places, map(SEGMENT_KIND, segments), map(SEGMENT_CLOSES, segments), strict=True):
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(place)
        if closes and points[0] != points[-1]:
            points.append(points[0])
    if points:
        yield points, straight


def _points(segments: list[int]) -> Iterator[tuple[float, float]]:
    """Return where segments end."""
    values = (ctypes.c_float * (2 * len(segments)))()
    first, step = ctypes.addressof(values), 2 * ctypes.sizeof(ctypes.c_float)
    xs = range(first, first + step * len(segments), step)
    ys = range(first + step // 2, first + step // 2 + step * len(segments), step)
    list(map(SEGMENT_POINT, segments, xs, ys))
    flat = iter(values[:])
    return zip(flat, flat, strict=True)


class Clips:
    """Tells which texts of a page lie outside what they are clipped to."""

    def __init__(self, frame: Frame) -> None:
        """Begin with how the page is displayed."""
        self._frame = frame
        self._boxes: dict[tuple[int, Matrix], Box | None] = {}

    def clipped_away(self, item: Item) -> Box | None:
        """Return the box of an object whose middle lies outside the bounds of one of the paths that it is clipped to."""
        clip = CLIP(item.address)
        paths = COUNT_OF_CLIP(clip) if clip else 0
        box = bounds(item, self._frame) if paths > 0 else None
        if box is None:
            return None
        clips = (self._box(clip, index, item.matrix) for index in range(paths))
        return box if any(around is not None and not around.contains_middle_of(box) for around in clips) else None

    def _box(self, clip: int, index: int, matrix: Matrix) -> Box | None:
        """Return the bounds of one path of a clip; None where it has no points, or too many.

        Objects that are clipped by the same path share its segments, so that the address of the first tells it.
        """
        key = SEGMENT_OF_CLIP(clip, index, 0), matrix
        if key not in self._boxes or not key[0]:
            count = min(MAX_CLIP_SEGMENTS, COUNT_OF_CLIP_PATH(clip, index))
            segments = list(map(partial(SEGMENT_OF_CLIP, clip, index), range(count)))
            points = displayed(_points(segments), matrix, self._frame)
            self._boxes[key] = box_of(points) if 0 < len(points) < MAX_CLIP_SEGMENTS else None
        return self._boxes[key]
