"""The end of a table's last row, alone on the next page: one ruled row that by itself is no table."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.grid import Grid
from extractors.tables.lattice import closed, inside, places, read_lattice
from extractors.tables.rules import segments, touching
from schemas.page import Page, Word

EDGES = 2
"""Rules of one row: above and below it."""


def ruled_row(page: Page, words: Sequence[Word], columns: int) -> Grid | None:
    """Return the single ruled row of so many columns on top of a page, under nothing else; None where there is none.

    Args:
        page: the page after that on which a table ends.
        words: those of its words that are no furniture.
        columns: how many columns the table has.
    """
    groups = touching(segments(page.rulings, horizontal=True), segments(page.rulings, horizontal=False))
    if not groups or not words:
        return None
    group = closed(min(groups, key=lambda item: item.box.top))
    if min(word.box.top for word in words) < group.box.top - 1:
        return None
    if len(places(group.horizontal)) != EDGES or len(places(group.vertical)) != columns + 1:
        return None
    grid = read_lattice(page.number, group, inside(words, group.box))
    cells = [cell for cell in grid.cells if cell.words]
    return Grid(page.number, grid.box, cells, ruled=True) if cells else None
