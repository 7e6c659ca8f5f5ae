"""Ruled grids on a page: their cells, and whether they hold figures (read row by row) or text (read cell by cell)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.values.amounts import is_figure_token
from schemas.page import Page, Ruling, Word
from schemas.place import Box, union

_TOUCH = 3.0
"""Points between rulings that meet."""
_SAME = 2.5
"""Points between rulings that are one."""
_LONG = 0.5
"""Share of the grid's width that a rule between two rows spans."""
_SHORTEST = 6.0
"""Points of the shortest ruling that counts."""
_MOST_RULINGS = 3000
"""Pages with more are drawings."""
_UNITS = frozenset({"kr", "tkr", "mnkr", "kronor", "%", "st"})
_FIGURES = 0.6
"""Share of filled cells with figures that makes a column of figures."""


class Grid(NamedTuple):
    """A ruled grid with at least two columns and two rows."""

    box: Box
    """The whole of it."""
    rows: tuple[tuple[tuple[Word, ...], ...], ...]
    """Rows of cells of words; cells without a rule between them are one."""

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in it."""
        return tuple(word for row in self.rows for cell in row for word in cell)

    @property
    def holds_figures(self) -> bool:
        """Whether some column holds mostly figures (the first row, a header, has no say)."""
        columns: defaultdict[int, list[bool]] = defaultdict(list)
        for row in self.rows[1:]:
            for index, cell in enumerate(row):
                if cell:
                    columns[index].append(all(is_figure_token(word.text) or word.text in _UNITS for word in cell))
        return any(sum(column) >= max(1, _FIGURES * len(column)) for column in columns.values())


def grids_of(page: Page, words: Iterable[Word]) -> tuple[Grid, ...]:
    """Return the ruled grids of a page that hold words, top to bottom."""
    rulings = [ruling for ruling in page.rulings if max(ruling.box.width, ruling.box.height) >= _SHORTEST]
    if len(rulings) > _MOST_RULINGS or not any(not ruling.horizontal for ruling in rulings):
        return ()
    upright = [word for word in words if word.upright]
    grids = (_grid(group, upright) for group in _touching(rulings))
    return tuple(sorted((grid for grid in grids if grid is not None), key=lambda grid: (grid.box.top, grid.box.x0)))


def _touching(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Group rulings that meet, directly or through others."""
    groups: list[tuple[Box, list[Ruling]]] = []
    for ruling in sorted(rulings, key=lambda ruling: (ruling.box.top, ruling.box.x0, ruling.horizontal)):
        box, members = ruling.box, [ruling]
        apart: list[tuple[Box, list[Ruling]]] = []
        for other_box, other in groups:
            if _meets(box, other_box):
                box, members = union((box, other_box)), other + members
            else:
                apart.append((other_box, other))
        groups = [*apart, (box, members)]
    return [members for _, members in groups]


def _meets(one: Box, other: Box) -> bool:
    return (
        one.x0 <= other.x1 + _TOUCH
        and other.x0 <= one.x1 + _TOUCH
        and one.top <= other.bottom + _TOUCH
        and other.top <= one.bottom + _TOUCH
    )


def _grid(rulings: Sequence[Ruling], words: Sequence[Word]) -> Grid | None:
    box = union(ruling.box for ruling in rulings)
    across = [ruling for ruling in rulings if ruling.horizontal]
    down = [ruling for ruling in rulings if not ruling.horizontal]
    lengths: defaultdict[float, float] = defaultdict(float)
    for edge, ruling in _snapped(across, lambda ruling: ruling.box.top):
        lengths[edge] += ruling.box.width
    edges = [edge for edge in sorted(lengths) if lengths[edge] >= _LONG * box.width]
    tops = [box.top - 1, *(edge for edge in edges if box.top + _SAME < edge < box.bottom - _SAME), box.bottom + 1]
    breaks = _breaks(across, len(tops))
    xs = sorted({edge for edge, _ in _snapped(down, lambda ruling: ruling.box.x0)} | breaks)
    inner = [x for x in xs if box.x0 + _SAME < x < box.x1 - _SAME]
    inside = [word for word in words if box.contains_middle_of(word.box)]
    if len(tops) < 3 or not inner or not inside:  # noqa: PLR2004  # two rules frame one row, which is no table
        return None
    rows: list[list[Word]] = [[] for _ in tops[1:]]
    for word in inside:
        rows[min(max(bisect_right(tops, word.box.middle[1]) - 1, 0), len(rows) - 1)].append(word)
    cells = tuple(
        _cells(row, [x for x in inner if x in breaks or _parts(down, x, (top + bottom) / 2)])
        for row, top, bottom in zip(rows, tops, tops[1:], strict=False)
        if row
    )
    return Grid(box, cells) if any(len(row) > 1 for row in cells) else None


def _breaks(across: Sequence[Ruling], rows: int) -> set[float]:
    """Return where the rules of most rows are broken between two columns, though no vertical ruling stands there."""
    counts: defaultdict[float, int] = defaultdict(int)
    ordered = sorted(across, key=lambda ruling: (round(ruling.box.top), ruling.box.x0))
    for left, right in pairwise(ordered):
        if abs(left.box.top - right.box.top) <= _SAME and abs(right.box.x0 - left.box.x1) <= _TOUCH:
            counts[round(right.box.x0 / 4) * 4.0] += 1
    return {x for x, count in counts.items() if count >= max(2, _FIGURES * rows)}


def _snapped(rulings: Iterable[Ruling], edge: Callable[[Ruling], float]) -> list[tuple[float, Ruling]]:
    """Pair each ruling with the coordinate that it shares with its near neighbours."""
    pairs: list[tuple[float, Ruling]] = []
    last = shared = float("-inf")
    for ruling in sorted(rulings, key=edge):
        at = edge(ruling)
        if at - last > _SAME:
            shared = at
        last = at
        pairs.append((shared, ruling))
    return pairs


def _parts(down: Iterable[Ruling], x: float, y: float) -> bool:
    """Tell whether some vertical ruling at `x` crosses the height `y`."""
    return any(abs(ruling.box.x0 - x) <= _SAME and ruling.box.top - 1 <= y <= ruling.box.bottom + 1 for ruling in down)


def _cells(row: Sequence[Word], xs: Sequence[float]) -> tuple[tuple[Word, ...], ...]:
    cells: list[list[Word]] = [[] for _ in range(len(xs) + 1)]
    for word in row:
        cells[bisect_right(xs, word.box.middle[0])].append(word)
    return tuple(tuple(cell) for cell in cells)
