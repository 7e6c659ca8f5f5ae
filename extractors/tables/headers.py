"""Which rows of a grid are headers, and where one grid holds several tables with a header each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from extractors.tables.grid import Grid, GridCell, compact
from extractors.tables.words import DASH, has_digit, is_figure, text_of, with_lost_space
from extractors.tables.years import is_year
from schemas.place import union

MOST_HEADER_ROWS = 6
SHORT_CELL = 6
"""Words; header cells of text tables are no longer, and the cells below are, on average."""
COLUMN_NAME = re.compile(
    r"\(|belopp|benämning|post|text|konto|verksamhet(?:er)?\b|nämnd\b|kategori|namn\b|tkr|kr\b|mnkr|miljoner|tusen|år\b",
    re.IGNORECASE,
)
"""A corner that begins so names the label column, not the table."""

TEXT_COLUMN = re.compile(
    r"namn|parti|ledamot|ledamöter|ersättare|ersätter|närvar\w+|tjänstgör\w+|funktion|roll|mål|delmål|indikator|kommentar|status"
    r"|bedömning|resultat|analys|ansvar\w*|åtgärd(?:er)?|aktivitet(?:er)?|insats(?:er)?|uppdrag|ärende|beslut|datum|tid|plats|dnr"
    r"|diarienummer|beskrivning|anmärkning|risk|sannolikhet|konsekvens|kategori|typ|verksamhet|enhet|nämnd|anledning|år|klart?",
    re.IGNORECASE,
)
"""What columns of texts are called; two of these tell a header that is not bold."""


def header_count(grid: Grid) -> int:
    """Return how many rows on top are headers; 0 for a table that has none."""
    rows = _rows(grid)
    count = grid.header_rows
    if not any(_figures(row) for row in rows):
        return count or int(_text_header(rows))
    for row in range(count, min(MOST_HEADER_ROWS, grid.row_count - 1)):
        kind = _kind(rows[row])
        if kind == "header":
            count = row + 1
        elif kind == "values" or (kind == "label" and row and not _spans_all(rows[row], grid)):
            break
    return min(count, grid.row_count - 1)


def _rows(grid: Grid) -> list[list[GridCell]]:
    rows: list[list[GridCell]] = [[] for _ in range(grid.row_count)]
    for cell in grid.cells:
        rows[cell.row].append(cell)
    return rows


def _kind(cells: list[GridCell]) -> str:
    """Return `header` (texts, years), `values` (at least one figure) or `label` (nothing outside the first column)."""
    values = [text_of(cell.words) for cell in cells if cell.col > 0]
    if not values:
        return "label"
    dashes = [text for text in values if DASH.fullmatch(text)]
    if _figures(cells) or len(dashes) == len(values):
        return "values"
    return "header"


def _figures(cells: list[GridCell]) -> list[str]:
    """Return the figures outside the first column."""
    texts = [with_lost_space(text_of(cell.words)) for cell in cells if cell.col > 0]
    return [text for text in texts if is_figure(text) and has_digit(text) and not is_year(text)]


def _spans_all(cells: list[GridCell], grid: Grid) -> bool:
    return bool(cells) and cells[0].col_span >= grid.column_count


def _text_header(rows: list[list[GridCell]]) -> bool:
    """The first row of a table of texts is its header when its cells are short and bold, or much shorter than what follows."""
    first = rows[0]
    if len(first) <= 1 or any(has_digit(text_of(cell.words)) for cell in first):
        return False
    rest = [cell for row in rows[1:] for cell in row]
    short = max(len(cell.words) for cell in first) <= SHORT_CELL
    named = sum(TEXT_COLUMN.fullmatch(text_of(cell.words)) is not None for cell in first) > 1
    if short and (named or _heads_numbers(rows)):
        return True
    bold = all(word.bold for cell in first for word in cell.words)
    return short and (bold or sum(len(cell.words) for cell in rest) / max(1, len(rest)) > SHORT_CELL)


def _heads_numbers(rows: list[list[GridCell]]) -> bool:
    """Tell whether a column has a number or date in every row but the first."""
    below = [{cell.col: has_digit(text_of(cell.words)) for cell in row} for row in rows[1:]]
    return len(below) > 1 and any(cell.col > 0 and all(row.get(cell.col) for row in below) for cell in rows[0])


def stacked(grid: Grid) -> list[Grid]:
    """Split a grid before every row, below the first ones, that heads columns with years again."""
    rows = _rows(grid)
    first = header_count(grid)
    starts = [0]
    for row in range(max(first, 1), grid.row_count - 1):
        values = [text_of(cell.words) for cell in rows[row] if cell.col > 0]
        years = [text for text in values if is_year(text)]
        if len(years) > 0 and len(years) == len(values) and len(values) >= _usual(rows) - 1 and row > starts[-1] + 1:
            starts.append(_with_heading(rows, row))
    if len(starts) == 1:
        return [grid]
    return [_slice(grid, low, high) for low, high in pairwise([*starts, grid.row_count])]


def _usual(rows: list[list[GridCell]]) -> int:
    return max(len([cell for cell in row if cell.col > 0]) for row in rows)


def _with_heading(rows: list[list[GridCell]], row: int) -> int:
    """A row with a label alone directly above a header row belongs to it."""
    return row - 1 if _kind(rows[row - 1]) == "label" else row


def _slice(grid: Grid, low: int, high: int) -> Grid:
    cells = [
        replace(cell, row=cell.row - low, row_span=min(cell.row_span, high - cell.row))
        for cell in grid.cells
        if low <= cell.row < high
    ]
    box = union(cell.box for cell in cells)
    return compact(Grid(grid.page, box, cells, grid.ruled, min(grid.header_rows, high - low) if low == 0 else 0))


def own_title(grid: Grid, headers: int, unit_line: Callable[[str], str | None]) -> str:
    """Return the title that stands in the table itself: alone in its first row, or in the corner over the labels."""
    corner = [cell for cell in grid.cells if cell.row < headers and cell.col == 0]
    for cell in corner:
        text = text_of(cell.words)
        if unit_line(text) is None and not has_digit(text) and not COLUMN_NAME.match(text):
            return text
        if cell.row == 0 and _kind([other for other in grid.cells if other.row == 0]) == "label" and unit_line(text) is None:
            return text
    return ""
