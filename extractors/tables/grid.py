"""A table as rows and columns of cells that hold words, before it has a name and a meaning."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.page import Word
from schemas.place import Box, union


@dataclass
class GridCell:
    """A cell of a grid; `row`, `col` are its upper left position."""

    row: int
    col: int
    words: list[Word] = field(default_factory=list)
    row_span: int = 1
    col_span: int = 1
    page: int = 0
    rest: tuple[list[Word], ...] = ()
    """Its words on the next page, and those that follow."""

    @property
    def box(self) -> Box:
        """The box around its words; ValueError when it has none."""
        return union(word.box for word in self.words)


@dataclass
class Grid:
    """Cells of one table on one page; `box` surrounds rules and words."""

    page: int
    box: Box
    cells: list[GridCell]
    ruled: bool
    header_rows: int = 0
    """Rows on top that are known to be headers; 0 where not known."""

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return max((cell.col + cell.col_span for cell in self.cells), default=0)

    def at(self) -> dict[tuple[int, int], GridCell]:
        """Return the cell that covers each position."""
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        }


def compact(grid: Grid) -> Grid:
    """Return the grid without blank cells, and without rows and columns that no cell begins in."""
    filled = [cell for cell in grid.cells if cell.words]
    rows = _kept({cell.row for cell in filled})
    cols = _kept({cell.col for cell in filled})
    cells = [
        GridCell(
            row=rows[cell.row],
            col=cols[cell.col],
            words=cell.words,
            row_span=max(1, sum(1 for row in rows if cell.row <= row < cell.row + cell.row_span)),
            col_span=max(1, sum(1 for col in cols if cell.col <= col < cell.col + cell.col_span)),
            page=cell.page or grid.page,
            rest=cell.rest,
        )
        for cell in filled
    ]
    headers = sum(1 for row in rows if row < grid.header_rows)
    return Grid(grid.page, grid.box, sorted(cells, key=lambda cell: (cell.row, cell.col)), grid.ruled, headers)


def _kept(used: set[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(sorted(used))}
