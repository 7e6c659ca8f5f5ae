"""Ruled tables: a group of crossing rules becomes a grid of cells, with spans where a rule between two cells is missing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.grid import Grid, GridCell
from extractors.tables.rules import SNAP, RuleGroup, Segment, clusters
from extractors.tables.split import split_spans
from schemas.page import Word
from schemas.place import Box

NEAR = 2 * SNAP
MARGIN = 12.0
"""How far rules must reach past the outermost crossing rule, in points, for an open side to hold cells."""


def closed(group: RuleGroup) -> RuleGroup:
    """Return the group with the outer rules that an open-sided table does not draw."""
    box = group.box
    return RuleGroup(
        _closed(group.horizontal, group.vertical, box.top, box.bottom),
        _closed(group.vertical, group.horizontal, box.x0, box.x1),
    )


def _closed(along: Sequence[Segment], across: Sequence[Segment], low: float, high: float) -> tuple[Segment, ...]:
    """Add a rule at `low` and `high` where at least two crossing rules end there and none is drawn."""
    found = list(along)
    for edge in (low, high):
        reaching = [item.at for item in across if min(abs(item.start - edge), abs(item.end - edge)) < NEAR]
        if len(reaching) > 1 and all(abs(item.at - edge) > MARGIN for item in along):
            found.append(Segment(edge, min(reaching), max(reaching)))
    return tuple(sorted(found))


def read_lattice(page: int, group: RuleGroup, words: Sequence[Word]) -> Grid:
    """Return the grid that the rules draw, with the `words` that stand in it."""
    whole = closed(group)
    xs = places(whole.vertical)
    ys = places(whole.horizontal)
    owner = _owners(whole, xs, ys)
    cells = _cells(owner)
    _fill(cells, xs, ys, words)
    return split_spans(Grid(page, whole.box, _unique(cells), ruled=True), xs)


def _unique(cells: dict[tuple[int, int], GridCell]) -> list[GridCell]:
    seen: dict[int, GridCell] = {id(cell): cell for cell in cells.values()}
    return list(seen.values())


def places(items: Sequence[Segment]) -> list[float]:
    """Return where rules stand, each place once, ascending."""
    values = sorted(item.at for item in items)
    return [sum(values[i] for i in cluster) / len(cluster) for cluster in clusters(values, NEAR)]


def _owners(group: RuleGroup, xs: list[float], ys: list[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """Join unit cells that no rule separates; return the root of each."""
    parent = {(r, c): (r, c) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}

    def root(item: tuple[int, int]) -> tuple[int, int]:
        while parent[item] != item:
            item = parent[item]
        return item

    for r, c in list(parent):
        middle_x, middle_y = (xs[c] + xs[c + 1]) / 2, (ys[r] + ys[r + 1]) / 2
        if c + 2 < len(xs) and not _ruled(group.vertical, xs[c + 1], middle_y):
            parent[root((r, c + 1))] = root((r, c))
        if r + 2 < len(ys) and not _ruled(group.horizontal, ys[r + 1], middle_x):
            parent[root((r + 1, c))] = root((r, c))
    return {item: root(item) for item in parent}


def _ruled(items: Sequence[Segment], at: float, middle: float) -> bool:
    return any(abs(item.at - at) <= NEAR and item.start <= middle <= item.end for item in items)


def _cells(owner: dict[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], GridCell]:
    """Turn joined unit cells into spanning cells; a group that is no rectangle falls apart into runs along its rows."""
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for item, first in owner.items():
        groups.setdefault(first, []).append(item)
    cells: dict[tuple[int, int], GridCell] = {}
    for items in groups.values():
        for part in _rectangles(sorted(items)):
            r0, c0 = part[0]
            r1, c1 = part[-1]
            cell = GridCell(r0, c0, [], r1 - r0 + 1, c1 - c0 + 1)
            cells.update(dict.fromkeys(part, cell))
    return cells


def _rectangles(items: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    rows, cols = [r for r, _ in items], [c for _, c in items]
    if len(items) == (max(rows) - min(rows) + 1) * (max(cols) - min(cols) + 1):
        return [items]
    runs: list[list[tuple[int, int]]] = []
    for item in items:
        if runs and runs[-1][-1] == (item[0], item[1] - 1):
            runs[-1].append(item)
        else:
            runs.append([item])
    return _stacked(runs)


def _stacked(runs: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """Join runs of equal extent in rows below one another."""
    done: list[list[tuple[int, int]]] = []
    for run in runs:
        above = next(
            (part for part in done if part[-1] == (run[-1][0] - 1, run[-1][1]) and part[0][1] == run[0][1]),
            None,
        )
        if above is None:
            done.append(list(run))
        else:
            above.extend(run)
    return done


def _fill(cells: dict[tuple[int, int], GridCell], xs: list[float], ys: list[float], words: Sequence[Word]) -> None:
    for word in words:
        x, y = word.box.middle
        col, row = _slot(xs, x), _slot(ys, y)
        cell = cells.get((row, col)) if row is not None and col is not None else None
        if cell is not None:
            cell.words.append(word)


def _slot(edges: list[float], value: float) -> int | None:
    return next((i for i, (low, high) in enumerate(pairwise(edges)) if low <= value < high), None)


def inside(words: Sequence[Word], box: Box) -> list[Word]:
    """Return the words whose middle lies in the box."""
    return [word for word in words if box.contains_middle_of(word.box)]
