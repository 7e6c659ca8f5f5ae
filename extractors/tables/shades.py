"""Filled rectangles: which are cells, and which only colour the lines of text inside a cell."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.page import Ruling
from schemas.place import Box

MOST_SHADES = 500
"""A page with more filled rectangles than this is a drawing; they are all kept."""
MOST_LINES = 5
"""A cell has at most this many coloured lines."""
DRAWN = 0.1
"""Points; an edge has no breadth."""
SLACK = 1.5
"""Points by which an inner rectangle may stick out."""


def cell_shades(shades: Sequence[Box]) -> list[Box]:
    """Return the shades without those that stand above one another, a few only, inside another one."""
    if len(shades) > MOST_SHADES:
        return list(shades)
    by_top = sorted(set(shades), key=lambda box: (box.top, box.x0, box.x1, box.bottom))
    dropped = {line for box in by_top for line in _lines_inside(box, by_top)}
    return [box for box in by_top if box not in dropped]


def _lines_inside(outer: Box, shades: Sequence[Box]) -> list[Box]:
    inner = [box for box in shades if _holds(outer, box)]
    if not 0 < len(inner) <= MOST_LINES or outer.height > (MOST_LINES + 1) * min(box.height for box in inner):
        return []
    beside = any(a.x1 <= b.x0 or b.x1 <= a.x0 for a in inner for b in inner)
    return [] if beside else inner


def _holds(outer: Box, box: Box) -> bool:
    """Tell whether one box lies in another one, which is larger."""
    return (
        outer.x0 - SLACK <= box.x0
        and box.x1 <= outer.x1 + SLACK
        and outer.top - SLACK <= box.top
        and box.bottom <= outer.bottom + SLACK
        and box.width * box.height < outer.width * outer.height
    )


def shade_edges(shades: Sequence[Box]) -> list[Ruling]:
    """Return the four edges of every filled rectangle."""
    return [
        Ruling(box=Box(x0=x0, top=top, x1=x1, bottom=bottom), horizontal=top == bottom)
        for box in shades
        for x0, top, x1, bottom in _edges(box)
    ]


def without_shade_edges(rulings: Sequence[Ruling], shades: Sequence[Box]) -> tuple[Ruling, ...]:
    """Return the rulings that are not the edges of a filled rectangle; a rule with a breadth of its own was drawn as one."""
    edges = {tuple(map(round, edge)) for box in shades for edge in _edges(box)}
    return tuple(
        ruling for ruling in rulings if _key(ruling.box) not in edges or min(ruling.box.width, ruling.box.height) > DRAWN
    )


def _edges(box: Box) -> tuple[tuple[float, float, float, float], ...]:
    return (
        (box.x0, box.top, box.x1, box.top),
        (box.x0, box.bottom, box.x1, box.bottom),
        (box.x0, box.top, box.x0, box.bottom),
        (box.x1, box.top, box.x1, box.bottom),
    )


def _key(box: Box) -> tuple[int, ...]:
    return round(box.x0), round(box.top), round(box.x1), round(box.bottom)
