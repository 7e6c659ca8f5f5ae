"""A table that goes on at the top of the next page is one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.tables.grid import Grid, GridCell
from extractors.tables.headers import header_count
from extractors.tables.titles import Caption
from extractors.tables.words import is_figure, text_of
from schemas.page import Word
from schemas.place import Box

CARRIED_ON = re.compile(r"[\s,(–—-]*\bforts(?:\.|ättning)?\)?\s*$", re.IGNORECASE)
SHIFT = 15.0
"""Columns of the next page may stand this far off, in points."""


@dataclass
class Part:
    """A table as found on one page, and what stands around it there."""

    grid: Grid
    caption: Caption
    first: bool
    """Nothing but furniture above it on its page."""
    last: bool
    """Nothing but furniture below it on its page."""
    scrap: bool = False
    """No table by itself: the end of a row that begins on the page before, if anything."""


def alone(box: Box, words: Sequence[Word], others: Sequence[Box], *, above: bool) -> bool:
    """Tell whether no words outside tables and no other table stand above (or below) the box."""
    places = [word.box for word in words] + list(others)
    return not any(place.bottom <= box.top + 2 if above else place.top >= box.bottom - 2 for place in places)


def joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Join each part to the one that it continues."""
    open_part: Part | None = None
    for part in parts:
        if open_part is not None and (_ends(open_part, part) if part.scrap else _continues(open_part, part)):
            open_part = _append(open_part, part)
            continue
        if part.scrap:
            continue
        if open_part is not None:
            yield open_part
        open_part = part
    if open_part is not None:
        yield open_part


def _ends(before: Part, after: Part) -> bool:
    """Tell whether a scrap holds the end of the cells of a table's last row."""
    pages = {cell.page or before.grid.page for cell in before.grid.cells}
    last = before.grid.row_count - 1
    return before.last and after.grid.page == max(pages) + 1 and _runs_on(before.grid, after.grid, last, 0)


def _continues(before: Part, after: Part) -> bool:
    pages = {cell.page for cell in before.grid.cells}
    told = _is_carried_on(before.caption.title, after.caption.title)
    if after.grid.page != max(pages) + 1 or not before.last or not (after.first or told):
        return False
    if before.grid.column_count != after.grid.column_count:
        return False
    return _same_columns(before.grid, after.grid) and (_repeats(before.grid, after.grid) or not _own_header(after.grid))


def _is_carried_on(before: str, after: str) -> bool:
    """Tell whether a title says that its table carries on the one of the other title (`Driftredovisning, forts.`)."""
    found = CARRIED_ON.search(after)
    return found is not None and after[: found.start()].strip().casefold() in {"", before.strip().casefold()}


def _edges(grid: Grid) -> list[tuple[float, float]]:
    edges = []
    for col in range(grid.column_count):
        boxes = [cell.box for cell in grid.cells if cell.col == col and cell.col_span == 1]
        edges.append((min(box.x0 for box in boxes), max(box.x1 for box in boxes)) if boxes else (0.0, 0.0))
    return edges


def _same_columns(before: Grid, after: Grid) -> bool:
    pairs = zip(_edges(before), _edges(after), strict=True)
    return all((a[1] == 0.0 or b[1] == 0.0) or min(abs(a[0] - b[0]), abs(a[1] - b[1])) < SHIFT for a, b in pairs)


def _header_texts(grid: Grid) -> list[str]:
    count = header_count(grid)
    return [text_of(cell.words).lower() for cell in grid.cells if cell.row < count]


def _repeats(before: Grid, after: Grid) -> bool:
    return bool(_header_texts(after)) and _header_texts(before) == _header_texts(after)


def _own_header(grid: Grid) -> bool:
    return header_count(grid) > 0


def _append(before: Part, after: Part) -> Part:
    skip = header_count(after.grid) if not after.scrap and _repeats(before.grid, after.grid) else 0
    last = before.grid.row_count - 1
    runs_on = _runs_on(before.grid, after.grid, last, skip)
    shift = last + 1 - skip - runs_on
    moved: list[GridCell] = [replace(cell, row=cell.row + shift) for cell in after.grid.cells if cell.row >= skip]
    kept = [_with_rest(cell, moved, last) if runs_on else cell for cell in before.grid.cells]
    new = [cell for cell in moved if not runs_on or cell.row > last or not _at(before.grid, last, cell.col)]
    return Part(replace(before.grid, cells=[*kept, *new]), before.caption, before.first, after.last)


def _at(grid: Grid, row: int, col: int) -> GridCell | None:
    return next((cell for cell in grid.cells if (cell.row, cell.col) == (row, col) and cell.row_span == 1), None)


def _runs_on(before: Grid, after: Grid, last: int, first: int) -> bool:
    """Tell whether the cells of the last row go on in the first row of the next page: texts only, in small letters."""
    rest = [cell for cell in after.cells if cell.row == first]
    if not rest or any(cell.row_span > 1 or cell.col_span > 1 for cell in rest):
        return False
    upper = [_at(before, last, cell.col) for cell in rest]
    texts = [text_of(cell.words) for cell in rest]
    ended = [cell is None or text_of(cell.words).endswith((".", ":", "!", "?")) for cell in upper]
    small = all(text[0].islower() for text in texts)
    return small and not all(ended) and not any(is_figure(text) for text in texts)


def _with_rest(cell: GridCell, moved: Sequence[GridCell], last: int) -> GridCell:
    """Return a cell of the last row with its words on the next page."""
    rest = next((other for other in moved if (other.row, other.col) == (last, cell.col)), None)
    if rest is None or cell.row != last:
        return cell
    return replace(cell, rest=(*cell.rest, rest.words))
