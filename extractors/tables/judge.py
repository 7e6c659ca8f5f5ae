"""Is it a table at all? Boxes around prose, charts, contents lists, address blocks and signatures are not."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import mean

from extractors.tables.grid import Grid, GridCell
from extractors.tables.words import has_digit, is_figure, text_lines, text_of
from extractors.tables.years import is_year

LEADER = re.compile(r"[.…·_]{4,}")
CONTACT = re.compile(r"@|www\.|https?:|(?<![\d–-])0\d{1,3}-\d\d(?:\d| \d)|\d{3} ?\d{2} [A-ZÅÄÖ]")
FEWEST_CELLS = 4
SHORT_BOX = 20
"""Words; one cell may hold nearly all words of a ruled table if they are no more than this."""
USUAL_LABEL = 12
"""Words; labels that are longer on average are prose."""
FLUSH = 4.0
"""Points by which the right edges of one column of figures may differ."""
LEAST_COLUMN = 2
LONGEST_PAGE_NUMBER = 4
LONGEST_CELL = 120
"""Words; a longer cell in an unruled table is prose."""


def is_table(grid: Grid) -> bool:
    """Decide whether a compact grid is a table."""
    if grid.row_count <= 1 or grid.column_count <= 1 or len(grid.cells) < FEWEST_CELLS:
        return False
    return _ruled_table(grid) if grid.ruled else _unruled_table(grid)


def _ruled_table(grid: Grid) -> bool:
    places = grid.row_count * grid.column_count
    covered = sum(cell.row_span * cell.col_span for cell in grid.cells)
    if covered < 0.2 * places:
        return False
    full_rows = sum(1 for row in range(grid.row_count) if len(_in_row(grid, row)) > 1)
    if full_rows <= 1:
        return False
    if is_chart(grid):
        return False
    words = [len(cell.words) for cell in grid.cells]
    return max(words) < 0.9 * sum(words) or max(words) < SHORT_BOX


def is_chart(grid: Grid) -> bool:
    """Tell whether the figures are the labels of axes or bars: none but steps of a scale, or no text at all."""
    columns = [_numbers(grid, col) for col in range(grid.column_count)]
    if all(is_figure(word.text) for cell in grid.cells for word in cell.words):
        return True
    known = [numbers for numbers in columns if len(numbers) >= FEWEST_CELLS]
    return bool(known) and all(_is_scale(numbers) for numbers in known)


def _numbers(grid: Grid, col: int) -> list[float]:
    texts = [text_of(cell.words).replace(",", ".").rstrip("%") for cell in grid.cells if cell.col == col]
    return [float(text) for text in texts if re.fullmatch(r"-?\d+(?:\.\d+)?", text)]


def _is_scale(numbers: list[float]) -> bool:
    steps = {round(b - a, 6) for a, b in pairwise(numbers)}
    return len(steps) == 1 and steps != {0.0} and abs(next(iter(steps))) != 1


def _in_row(grid: Grid, row: int) -> list[GridCell]:
    return [cell for cell in grid.cells if cell.row <= row < cell.row + cell.row_span]


def _unruled_table(grid: Grid) -> bool:
    texts = [text_of(cell.words) for cell in grid.cells]
    if sum(1 for text in texts if LEADER.search(text)) > 1 or any(CONTACT.search(text) for text in texts):
        return False
    body = [cell for cell in grid.cells if cell.col > 0 and cell.row >= grid.header_rows]
    figures = [cell for cell in body if is_figure(text_of(cell.words))]
    numbers = [cell for cell in figures if has_digit(text_of(cell.words))]
    if is_chart(grid) or len(figures) < 0.6 * len(body) or _too_few(grid, numbers) or _wordy(grid):
        return False
    return len({cell.col for cell in numbers}) > 1 or _single_column(grid, numbers)


def _names(text: str, col: int) -> bool:
    return not is_figure(text) or (col == 0 and is_year(text))


def _too_few(grid: Grid, numbers: list[GridCell]) -> bool:
    """One row of figures is enough only under a header, and with several columns; half of the rows have a label.

    Figures of which no two share a row or a column are the ends of bars.
    """
    rows, columns = {cell.row for cell in numbers}, {cell.col for cell in numbers}
    labelled = {cell.row for cell in grid.cells if cell.row in rows and _names(text_of(cell.words), cell.col)}
    if 2 * len(labelled) < len(rows) or len(numbers) == len(rows) == len(columns) > 1:
        return True
    return len(rows) == 0 or (len(rows) == 1 and (grid.header_rows == 0 or len(columns) == 1))


def _wordy(grid: Grid) -> bool:
    labels = [len(cell.words) for cell in grid.cells if cell.col == 0]
    return bool(labels) and (mean(labels) > USUAL_LABEL or max(labels) > LONGEST_CELL)


def _single_column(grid: Grid, numbers: list[GridCell]) -> bool:
    """One column of figures under each other with labels: amounts, not page numbers or list numbers."""
    texts = [text_of(cell.words) for cell in numbers]
    edges = [cell.box.x1 for cell in numbers]
    aligned = max(edges) - min(edges) < FLUSH
    if (
        aligned
        and len(texts) > LEAST_COLUMN
        and (is_year(texts[0]) or any(cell.col > 0 for cell in grid.cells if cell.row < grid.header_rows))
    ):
        return True
    amount_like = sum(
        1 for text in texts if re.search(r"\d[ \u00a0]\d{3}|kr|%|[.,]\d|[-–−]\d", text) or len(text) > LONGEST_PAGE_NUMBER
    )
    return aligned and amount_like >= 0.5 * len(texts) and len(texts) > 1


def lumped(grid: Grid) -> int:
    """Return how many lines of figures stand in a cell that holds another one already: a sign of rules that were not seen."""
    return sum(max(0, _figure_lines(cell) - 1) for cell in grid.cells)


def _figure_lines(cell: GridCell) -> int:
    lines = text_lines(cell.words)
    return sum(1 for line in lines if all(is_figure(word.text) for word in line))
