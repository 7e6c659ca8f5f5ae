"""What a page draws besides text: rulings, shaded rectangles, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import pypdfium2.raw as pdfium

from pipeline.reading.frame import Frame
from pipeline.reading.hidden import Layered, suspected
from pipeline.reading.styles import WHITE
from schemas.page import Ruling
from schemas.place import Box

THIN = 3.0
"""A filled rectangle at most this thick (points) is a drawn line ..."""
MIN_LENGTH = 4.0
"""... if it is at least this long, as every ruling must be."""
STRAIGHT = 1.0
"""A line may be off the horizontal or vertical by so many points."""
MAX_DEPTH = 6
"""Forms within forms are followed so deep."""

MAX_RULINGS, MAX_SHADES = 5_000, 2_000
"""More drawn things on one page are a drawing, not tables: the largest are kept."""
MAX_CLIP_SEGMENTS = 50
"""A clip of more segments is not looked at."""
MAX_COMPARED = 1_000_000
"""White lines are compared with shades only where so many comparisons are enough."""

T = TypeVar("T")
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shapes(NamedTuple):
    """The drawn things of a page, as displayed."""

    rulings: tuple[Ruling, ...]
    shades: tuple[Box, ...]
    image_boxes: tuple[Box, ...]
    path_count: int
    other_fills: bool
    """Whether coloured shapes other than plain rectangles are filled (white letters may stand on them)."""
    cut: bool
    """True when the page has more objects than were looked at."""
    suspects: tuple[Box, ...] = ()
    """Texts that may not be seen: drawn over later, or clipped away."""
    under_picture: int = 0
    """How many text objects lie under a later picture that covers half the page."""
    texts: int = 0
    """How many text objects there are."""


class _Budget:
    """How many objects and segments may still be looked at."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, count: int) -> bool:
        """Use up `count`; False when the budget is spent."""
        self.left -= count
        return self.left >= 0


class _Drawing:
    """Collects what the objects of a page draw."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.rulings: list[tuple[Ruling, bool]] = []
        self.shades: list[Box] = []
        self.images: list[Box] = []
        self.paths = 0
        self.other_fills = False
        self.order = 0
        self.texts: list[tuple[int, Any, Matrix]] = []
        self.clipped: list[Box] = []
        self.covers: list[Layered] = []
        self.pictures: list[Layered] = []

    def path(self, item: Any, matrix: Matrix, budget: _Budget) -> None:  # noqa: ANN401  # pypdfium2 has no types
        """Take one path object: strokes become rulings, filled rectangles become rulings or shades."""
        self.paths += 1
        count = pdfium.FPDFPath_CountSegments(item)
        if count <= 0 or not budget.take(count):
            return
        fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill_mode, stroked)
        if not fill_mode.value and not stroked.value:
            return
        fill = _colour(pdfium.FPDFPageObj_GetFillColor, item) if fill_mode.value else None
        if fill is not None and self.texts:
            self._cover(item, matrix, self.covers)
        stroke = _colour(pdfium.FPDFPageObj_GetStrokeColor, item) if stroked.value else None
        for points, straight in _subpaths(item, count, _times(_matrix(item), matrix), self.frame):
            if stroke is not None:
                self._stroke(points, white=stroke)
            if fill is not None:
                self._fill(points, white=fill, straight=straight)

    def image(self, item: Any, matrix: Matrix) -> None:  # noqa: ANN401  # pypdfium2 has no types
        """Take one picture."""
        box = self._bounds(item, matrix)
        if box is None:
            return
        self.images.append(box)
        if self.texts:
            self._cover(item, matrix, self.pictures)

    def text(self, item: Any, matrix: Matrix) -> None:  # noqa: ANN401  # pypdfium2 has no types
        """Take one text object."""
        self.texts.append((self.order, item, matrix))
        clip = pdfium.FPDFPageObj_GetClipPath(item)
        paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
        if paths > 0 and (box := self._bounds(item, matrix)) and _is_clipped_away(clip, paths, matrix, self.frame, box):
            self.clipped.append(box)

    def places(self) -> list[Layered]:
        """Return where the texts stand; nothing is asked for where nothing could cover them."""
        if not self.covers and not self.pictures:
            return []
        boxes = ((order, self._bounds(item, matrix)) for order, item, matrix in self.texts)
        return [Layered(order, box) for order, box in boxes if box is not None]

    def _cover(self, item: Any, matrix: Matrix, covers: list[Layered]) -> None:  # noqa: ANN401  # pypdfium2 has no types
        """Keep the place of something that is drawn over earlier texts, lines left aside."""
        box = self._bounds(item, matrix)
        if box is not None and min(box.width, box.height) > THIN:
            covers.append(Layered(self.order, box))

    def _bounds(self, item: Any, matrix: Matrix) -> Box | None:  # noqa: ANN401  # pypdfium2 has no types
        """Return the box of an object as displayed; None when it has none."""
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(item, *edges):
            return None
        left, bottom, right, top = (edge.value for edge in edges)
        return _box_of([self.frame.point(*_apply(matrix, x, y)) for x in (left, right) for y in (bottom, top)])

    def _stroke(self, points: list[tuple[float, float]], *, white: bool) -> None:
        for (xa, ya), (xb, yb) in pairwise(points):
            width, height = abs(xa - xb), abs(ya - yb)
            if max(width, height) < MIN_LENGTH or min(width, height) > STRAIGHT:
                continue
            ruling = Ruling(box=_box_of([(xa, ya), (xb, yb)]), horizontal=width >= height)
            self.rulings.append((ruling, white))

    def _fill(self, points: list[tuple[float, float]], *, white: bool, straight: bool) -> None:
        box = _box_of(points)
        if not straight or not _is_rectangle(points, box):
            self.other_fills = self.other_fills or not white
            return
        if min(box.width, box.height) <= THIN:
            if max(box.width, box.height) >= MIN_LENGTH:
                self.rulings.append((Ruling(box=box, horizontal=box.width >= box.height), white))
        elif not white:
            self.shades.append(box)


def shapes_of(page: Any, frame: Frame, limit: int) -> Shapes:  # noqa: ANN401  # pypdfium2 has no types
    """Return what a pypdfium2 page draws, looking at no more than `limit` objects and path segments."""
    drawing = _Drawing(frame)
    budget = _Budget(limit)
    for kind, item, matrix in _objects(_page_objects(page.raw), IDENTITY, budget, 0):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawing.path(item, matrix, budget)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.image(item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.text(item, matrix)
        drawing.order += 1
        if budget.left < 0:
            break
    page_box = Box(x0=0, top=0, x1=frame.width, bottom=frame.height)
    shades = [_clip(box, page_box) for box in drawing.shades if box.overlaps(page_box) and not _covers(box, page_box)]
    shades = _largest(dict.fromkeys(shades), MAX_SHADES, lambda box: box.width * box.height)
    lines = {ruling: None for ruling in _seen_rulings(drawing.rulings, shades) if page_box.contains_middle_of(ruling.box)}
    rulings = _largest(lines, MAX_RULINGS, lambda ruling: ruling.box.width + ruling.box.height)
    images = tuple(_clip(box, page_box) for box in drawing.images if box.overlaps(page_box))
    large = [item for item in drawing.pictures if 2 * item.box.width * item.box.height >= frame.width * frame.height]
    return Shapes(
        rulings=tuple(rulings),
        shades=tuple(shades),
        image_boxes=images,
        path_count=drawing.paths,
        other_fills=drawing.other_fills,
        cut=budget.left < 0 or len(rulings) < len(lines),
        suspects=suspected(
            drawing.places(), [*drawing.covers, *(item for item in drawing.pictures if item not in large)], drawing.clipped
        ),
        under_picture=_under(drawing.places(), large) if large else 0,
        texts=len(drawing.texts),
    )


def _under(texts: list[Layered], pictures: list[Layered]) -> int:
    """Return how many texts lie under a later picture that covers half the page (as some OCR programs lay their text)."""
    return sum(any(cover.order > text.order for cover in pictures) for text in texts)


def _is_clipped_away(clip: Any, paths: int, matrix: Matrix, frame: Frame, box: Box) -> bool:  # noqa: ANN401  # pypdfium2 has no types
    """Tell whether the middle of a text lies outside the bounds of one of the paths that it is clipped to."""
    for index in range(paths):
        points = []
        for number in range(min(MAX_CLIP_SEGMENTS, pdfium.FPDFClipPath_CountPathSegments(clip, index))):
            x, y = ctypes.c_float(), ctypes.c_float()
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, index, number), x, y)
            points.append(frame.point(*_apply(matrix, x.value, y.value)))
        if points and len(points) < MAX_CLIP_SEGMENTS and not _box_of(points).contains_middle_of(box):
            return True
    return False


def _seen_rulings(rulings: list[tuple[Ruling, bool]], shades: list[Box]) -> Iterator[Ruling]:
    """Yield the rulings that are seen: all that are not white, and white ones that part shades."""
    white = sum(is_white for _, is_white in rulings)
    look = white * len(shades) <= MAX_COMPARED
    for ruling, is_white in rulings:
        if not is_white or (look and any(_near(ruling.box, shade) for shade in shades)):
            yield ruling


def _largest(items: Iterable[T], count: int, size: Callable[[T], float]) -> list[T]:
    """Return the items in their order; only the largest `count` where there are more."""
    everything = list(items)
    if len(everything) <= count:
        return everything
    kept = sorted(range(len(everything)), key=lambda index: -size(everything[index]))[:count]
    return [everything[index] for index in sorted(kept)]


def _page_objects(raw: Any) -> Iterator[Any]:  # noqa: ANN401  # pypdfium2 has no types
    for index in range(pdfium.FPDFPage_CountObjects(raw)):
        yield pdfium.FPDFPage_GetObject(raw, index)


def _form_objects(form: Any) -> Iterator[Any]:  # noqa: ANN401  # pypdfium2 has no types
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        yield pdfium.FPDFFormObj_GetObject(form, index)


def _objects(items: Iterable[Any], matrix: Matrix, budget: _Budget, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    """Yield (type, object, matrix of its parent) with forms unfolded."""
    for item in items:
        if not budget.take(1):
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            yield from _objects(_form_objects(item), _times(_matrix(item), matrix), budget, depth + 1)
        else:
            yield kind, item, matrix


def _subpaths(item: Any, count: int, matrix: Matrix, frame: Frame) -> Iterator[tuple[list[tuple[float, float]], bool]]:  # noqa: ANN401  # pypdfium2 has no types
    """Yield (points as displayed, only straight lines?) for each subpath; closed ones return to their first point."""
    points: list[tuple[float, float]] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(frame.point(*_apply(matrix, x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if points:
        yield points, straight


def _colour(getter: Any, item: Any) -> bool | None:  # noqa: ANN401  # pypdfium2 has no types
    """Return whether an object's colour is white; None when it is fully transparent."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not getter(item, red, green, blue, alpha):
        return False
    if alpha.value == 0:
        return None
    return min(red.value, green.value, blue.value) >= WHITE


def _matrix(item: Any) -> Matrix:  # noqa: ANN401  # pypdfium2 has no types
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies `first`, then `then`."""
    if then is IDENTITY:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _box_of(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(x0=round(min(xs), 2), top=round(min(ys), 2), x1=round(max(xs), 2), bottom=round(max(ys), 2))


def _is_rectangle(points: list[tuple[float, float]], box: Box) -> bool:
    """Tell whether all points are corners of the box, and all four corners (or at least three) are there."""
    corners = set()
    for x, y in points:
        across = min(abs(x - box.x0), abs(x - box.x1))
        down = min(abs(y - box.top), abs(y - box.bottom))
        if across > STRAIGHT or down > STRAIGHT:
            return False
        corners.add((abs(x - box.x0) < abs(x - box.x1), abs(y - box.top) < abs(y - box.bottom)))
    return len(corners) >= 3 or min(box.width, box.height) <= STRAIGHT  # noqa: PLR2004  # three corners span an area


def _near(line: Box, shade: Box) -> bool:
    """Tell whether a line lies on or along a shade."""
    across = line.x0 <= shade.x1 + 1 and shade.x0 <= line.x1 + 1
    return across and line.top <= shade.bottom + 1 and shade.top <= line.bottom + 1


def _covers(box: Box, page: Box) -> bool:
    """Tell whether a rectangle is the page's background."""
    return box.width * box.height >= 0.9 * page.width * page.height


def _clip(box: Box, page: Box) -> Box:
    return Box(x0=max(box.x0, page.x0), top=max(box.top, page.top), x1=min(box.x1, page.x1), bottom=min(box.bottom, page.bottom))
