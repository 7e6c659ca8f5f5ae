"""What a page draws besides text: rulings, shaded rectangles, and how much of it pictures cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import pypdfium2.raw as pdfium

from pipeline.reading.frame import Frame
from pipeline.reading.hidden import Layered, suspected
from pipeline.reading.objects import (
    COUNT_OF_PATH,
    FILL,
    STROKE,
    Budget,
    Clips,
    Item,
    bounds,
    box_of,
    draw_mode,
    is_white,
    items_of,
    subpaths,
)
from schemas.page import Ruling
from schemas.place import Box

THIN = 3.0
"""A filled rectangle at most this thick (points) is a drawn line ..."""
MIN_LENGTH = 4.0
"""... if it is at least this long, as every ruling must be."""
STRAIGHT = 1.0
"""A line may be off the horizontal or vertical by so many points."""
MAX_RULINGS, MAX_SHADES = 5_000, 2_000
"""More drawn things on one page are a drawing, not tables: the largest are kept."""
MAX_COMPARED = 1_000_000
"""White lines are compared with shades only where so many comparisons are enough."""

T = TypeVar("T")


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
        self.texts: list[tuple[int, Item]] = []
        self.clips = Clips(frame)
        self.clipped: list[Box] = []
        self.covers: list[Layered] = []
        self.pictures: list[Layered] = []

    def path(self, item: Item, budget: Budget) -> None:
        """Take one path object: strokes become rulings, filled rectangles become rulings or shades."""
        self.paths += 1
        count = COUNT_OF_PATH(item.address)
        if count <= 0 or not budget.take(count):
            return
        filled, stroked = draw_mode(item.address)
        if not filled and not stroked:
            return
        fill = is_white(FILL, item.address) if filled else None
        if fill is not None and self.texts:
            self._cover(bounds(item, self.frame), self.covers)
        stroke = is_white(STROKE, item.address) if stroked else None
        for points, straight in subpaths(item, count, self.frame):
            if stroke is not None:
                self._stroke(points, white=stroke)
            if fill is not None:
                self._fill(points, white=fill, straight=straight)

    def image(self, item: Item) -> None:
        """Take one picture."""
        box = bounds(item, self.frame)
        if box is None:
            return
        self.images.append(box)
        if self.texts:
            self._cover(box, self.pictures)

    def text(self, item: Item) -> None:
        """Take one text object."""
        self.texts.append((self.order, item))
        if box := self.clips.clipped_away(item):
            self.clipped.append(box)

    def places(self, before: int) -> list[Layered]:
        """Return where the texts stand that are drawn before the object at `before`: only those can be covered by it."""
        boxes = ((order, bounds(item, self.frame)) for order, item in self.texts if order < before)
        return [Layered(order, box) for order, box in boxes if box is not None]

    def _cover(self, box: Box | None, covers: list[Layered]) -> None:
        """Keep the place of something that is drawn over earlier texts, lines left aside."""
        if box is not None and min(box.width, box.height) > THIN:
            covers.append(Layered(self.order, box))

    def _stroke(self, points: list[tuple[float, float]], *, white: bool) -> None:
        for (xa, ya), (xb, yb) in pairwise(points):
            width, height = abs(xa - xb), abs(ya - yb)
            if max(width, height) < MIN_LENGTH or min(width, height) > STRAIGHT:
                continue
            ruling = _ruling(box_of([(xa, ya), (xb, yb)]), horizontal=width >= height)
            self.rulings.append((ruling, white))

    def _fill(self, points: list[tuple[float, float]], *, white: bool, straight: bool) -> None:
        box = box_of(points)
        if not straight or not _is_rectangle(points, box):
            self.other_fills = self.other_fills or not white
            return
        if min(box.width, box.height) <= THIN:
            if max(box.width, box.height) >= MIN_LENGTH:
                self.rulings.append((_ruling(box, horizontal=box.width >= box.height), white))
        elif not white:
            self.shades.append(box)


def shapes_of(page: Any, frame: Frame, limit: int) -> Shapes:  # noqa: ANN401  # pypdfium2 has no types
    """Return what a pypdfium2 page draws, looking at no more than `limit` objects and path segments."""
    drawing = _Drawing(frame)
    budget = Budget(limit)
    for item in items_of(page, budget):
        if item.kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawing.path(item, budget)
        elif item.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.image(item)
        elif item.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.text(item)
        drawing.order += 1
        if budget.left < 0:
            break
    page_box = Box(x0=0, top=0, x1=frame.width, bottom=frame.height)
    shades = [_clip(box, page_box) for box in drawing.shades if box.overlaps(page_box) and not _covers(box, page_box)]
    shades = _largest(dict.fromkeys(shades), MAX_SHADES, lambda box: box.width * box.height)
    lines = {ruling: None for ruling in _seen_rulings(drawing.rulings, shades) if page_box.contains_middle_of(ruling.box)}
    rulings = _largest(lines, MAX_RULINGS, lambda ruling: ruling.box.width + ruling.box.height)
    images = tuple(_clip(box, page_box) for box in drawing.images if box.overlaps(page_box))
    large, small = _parted(drawing.pictures, lambda cover: 2 * cover.box.width * cover.box.height >= frame.width * frame.height)
    covers = [*drawing.covers, *small]
    return Shapes(
        rulings=tuple(rulings),
        shades=tuple(shades),
        image_boxes=images,
        path_count=drawing.paths,
        other_fills=drawing.other_fills,
        cut=budget.left < 0 or len(rulings) < len(lines),
        suspects=suspected(drawing.places(_last(covers)), covers, drawing.clipped),
        under_picture=len(drawing.places(_last(large))),
        texts=len(drawing.texts),
    )


def _last(covers: Iterable[Layered]) -> int:
    """Return the place in the order of drawing of the last of them; 0 where there are none."""
    return max((cover.order for cover in covers), default=0)


def _parted(items: Iterable[T], fits: Callable[[T], bool]) -> tuple[list[T], list[T]]:
    """Return the items that fit, and the others."""
    everything = list(items)
    return [item for item in everything if fits(item)], [item for item in everything if not fits(item)]


def _ruling(box: Box, *, horizontal: bool) -> Ruling:
    return Ruling.of_values((box, horizontal))


def _seen_rulings(rulings: list[tuple[Ruling, bool]], shades: list[Box]) -> Iterator[Ruling]:
    """Yield the rulings that are seen: all that are not white, and white ones that part shades."""
    look = sum(white for _, white in rulings) * len(shades) <= MAX_COMPARED
    for ruling, white in rulings:
        if not white or (look and any(_near(ruling.box, shade) for shade in shades)):
            yield ruling


def _largest(items: Iterable[T], count: int, size: Callable[[T], float]) -> list[T]:
    """Return the items in their order; only the largest `count` where there are more."""
    everything = list(items)
    if len(everything) <= count:
        return everything
    kept = sorted(range(len(everything)), key=lambda index: -size(everything[index]))[:count]
    return [everything[index] for index in sorted(kept)]


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
