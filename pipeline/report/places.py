"""Which parts of which pages a finding needs to show, and where on them its figures are marked.

Places that stand near one another on a page share one picture. A picture has the full width of the page and a margin above and
below; when the figure stands in a table whose header would be left out, the picture grows up to it or, when that is far, the
header comes as a strip of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.place import Box, union

MARGIN = 60.0
"""Points of context above and below."""
NEAR = 40.0
"""Pictures that would be closer than this become one."""
HEADER_REACH = 260.0
"""Points that a picture may grow upwards to take in the table's header."""
MARK_PADDING = 2.5


@dataclass(frozen=True)
class Spot:
    """A place to be marked."""

    document_id: str
    page: int
    box: Box
    accused: bool
    caption: str
    """What stands there, for the description of the picture."""
    header: Box | None = None
    """The header of its table on the same page."""


@dataclass(frozen=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True)
class View:
    """A part of a page with the spots that stand in it."""

    document_id: str
    page: int
    region: Box
    spots: tuple[Spot, ...]

    def mark(self, spot: Spot) -> str:
        """Return where a spot stands in the picture, as CSS percentages."""
        left = (spot.box.x0 - MARK_PADDING - self.region.x0) / self.region.width
        top = (spot.box.top - MARK_PADDING - self.region.top) / self.region.height
        width = (spot.box.width + 2 * MARK_PADDING) / self.region.width
        height = (spot.box.height + 2 * MARK_PADDING) / self.region.height
        return f"left:{left:.2%};top:{top:.2%};width:{width:.2%};height:{height:.2%}"


def views(spots: Iterable[Spot], sizes: dict[tuple[str, int], PageSize]) -> list[View]:
    """Return the pictures that show all spots, those of the accused figure first, then in the order of the spots."""
    by_page: dict[tuple[str, int], list[Spot]] = {}
    for spot in spots:
        by_page.setdefault((spot.document_id, spot.page), []).append(spot)
    groups = [(group, sizes[page]) for page, on_page in by_page.items() if page in sizes for group in _neighbours(on_page)]
    groups.sort(key=lambda item: not any(spot.accused for spot in item[0]))
    return [view for group, size in groups for view in _with_header(group, size)]


def _neighbours(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Return the spots of one page in groups, top down; groups whose pictures would nearly touch are one."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda spot: (spot.box.top, spot.box.x0)):
        groups.append([spot])
        while len(groups) > 1 and _top(groups[-1]) < max(other.box.bottom for other in groups[-2]) + MARGIN + NEAR:
            groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _header(spots: Sequence[Spot]) -> Box | None:
    """Return the table headers above the lowest of the spots."""
    lowest = max(spot.box.bottom for spot in spots)
    headers = [spot.header for spot in spots if spot.header is not None and spot.header.bottom <= lowest]
    return union(headers) if headers else None


def _top(spots: Sequence[Spot]) -> float:
    """Return where the picture of the spots begins: a margin above them, or the header of their table when it is in reach."""
    top = min(spot.box.top for spot in spots) - MARGIN
    header = _header(spots)
    if header is not None and 0 < top - header.top <= HEADER_REACH:
        return header.top - MARK_PADDING * 2
    return top


def _with_header(spots: Sequence[Spot], size: PageSize) -> list[View]:
    top, header = _top(spots), _header(spots)
    picture = _view(spots, spots[0], top, max(spot.box.bottom for spot in spots) + MARGIN, size)
    if header is None or header.top >= top:
        return [picture]
    return [_view([], spots[0], header.top - MARK_PADDING, header.bottom + MARK_PADDING, size), picture]


def _view(spots: Sequence[Spot], first: Spot, top: float, bottom: float, size: PageSize) -> View:
    top = min(max(top, 0.0), max(size.height - 1, 0.0))
    region = Box(x0=0.0, top=top, x1=size.width, bottom=max(min(bottom, size.height), top + 1))
    return View(document_id=first.document_id, page=first.page, region=region, spots=tuple(spots))
