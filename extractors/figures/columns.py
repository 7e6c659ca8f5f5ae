"""What the columns of a table mean: header levels joined, kind, year, period, scenario, measure, unit, scale."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.figures.context import DocumentContext
from extractors.tables.words import has_digit, is_figure
from extractors.tables.years import is_year
from extractors.values.amounts import is_nothing
from extractors.values.dates import last_day
from extractors.values.periods import HeaderMeaning, find_years, read_header
from extractors.values.units import read_scale
from schemas.amount import Unit
from schemas.figure import Scenario
from schemas.table import Cell, Column, ColumnKind, Table

NOTE_CELL = re.compile(r"(?:not\.?\s)?\d{1,2}(?:\s?[,;.&–-]\s?\d{1,2}){0,4}(?:\s?[a-z])?", re.IGNORECASE)
"""What stands in a column of notes."""
COUNTED_HEADER = re.compile(r"^antal\b|/\s*antal\b|^st\.?$|\båa\b", re.IGNORECASE)
"""Heads a column of things that are counted."""
COUNTED_TABLE = re.compile(r"\bantal\b|\bdeltagar\w+|\bbesök\w*|\bpersonalvolym\w*|\bårsarbet\w+", re.IGNORECASE)
"""Titles of tables of things that are counted, where no unit is printed."""
LONGEST_FIGURE = 40
"""Characters; a longer text is no figure, whatever it begins with."""
FLUSH = 2.0
"""Points by which edges that are flush may differ."""


def header_texts(table: Table) -> list[list[str]]:
    """Return the header levels of each column, top first; a level that spans several columns belongs to each."""
    headers = [cell for cell in table.cells if cell.is_header and not _is_title(cell, table)]
    rows = sorted({cell.row for cell in headers})
    levels: list[list[str]] = [[] for _ in range(table.column_count)]
    for row in rows:
        for col, text in _level(headers, row, last=row == rows[-1]).items():
            if text not in levels[col][-1:]:
                levels[col].append(text)
    return levels


def _is_title(cell: Cell, table: Table) -> bool:
    return cell.col_span == table.column_count > 1


def _level(headers: Sequence[Cell], row: int, *, last: bool) -> dict[int, str]:
    cells = [cell for cell in headers if cell.row <= row < cell.row + cell.row_span]
    found = {col: cell.text for cell in cells for col in range(cell.col, cell.col + cell.col_span)}
    outer = [cell for cell in cells if cell.col > 0 and cell.row_span == 1]
    if last or not outer:
        return found
    below = {cell.col: cell for cell in headers if cell.row == row + 1 and cell.col > 0 and cell.col_span == 1}
    for col, cell in below.items():
        if col not in found and _grouped(below, outer):
            found[col] = min(outer, key=lambda above: _apart(above, cell)).text
    return found


def _grouped(below: dict[int, Cell], outer: Sequence[Cell]) -> bool:
    """Tell whether outer headers stand over groups of columns: the columns measure things, or each group has as many."""
    if any(read_header(cell.text).measure for cell in below.values()):
        return True
    return len(outer) > 1 and len(below) > len(outer) and len(below) % len(outer) == 0 and not _aligned(below, outer)


def _aligned(below: dict[int, Cell], outer: Sequence[Cell]) -> bool:
    """Tell whether every outer header stands exactly over one column, flush with it on one side."""
    return all(
        any(min(abs(cell.box.x1 - above.box.x1), abs(cell.box.x0 - above.box.x0)) < FLUSH for cell in below.values())
        for above in outer
    )


def _apart(above: Cell, cell: Cell) -> float:
    return max(above.box.x0 - cell.box.middle[0], cell.box.middle[0] - above.box.x1, 0.0)


def describe_columns(table: Table, context: DocumentContext) -> tuple[Column, ...]:
    """Return the columns with their meaning; what a header does not say comes from title, caption and document."""
    levels = header_texts(table)
    kinds = [_kind(table, col, levels[col]) for col in range(table.column_count)]
    corner = " / ".join(text for col, texts in enumerate(levels) if kinds[col] == "label" for text in texts)
    columns = tuple(_column(table, col, kinds[col], levels[col], corner, context) for col in range(table.column_count))
    return tuple(_of_same_period(column, columns) for column in columns)


def _of_same_period(column: Column, columns: Sequence[Column]) -> Column:
    """Give a variance whose header names no time the period of all other columns, where they share one."""
    silent = column.scenario == "variance" and read_header(column.header) == HeaderMeaning(scenario="variance")
    others = {
        (other.period_start, other.period_end) for other in columns if other.kind == "figures" and other.scenario != "variance"
    }
    if not silent or len(others) != 1:
        return column
    start, end = others.pop()
    return column.model_copy(update={"period_start": start, "period_end": end})


def _kind(table: Table, col: int, levels: Sequence[str]) -> ColumnKind:
    cells = [cell for cell in table.cells if cell.col == col and not cell.is_header]
    texts = [cell.text for cell in cells]
    header = " ".join(levels)
    if col > 0 and read_header(header).note and 2 * sum(1 for text in texts if NOTE_CELL.fullmatch(text)) >= len(texts):
        return "note"
    figures = sum(1 for text in texts if is_figure(text) or is_nothing(text))
    if col == 0:
        years = all(is_year(text) for text in texts)
        if years or figures < len(texts):
            return "label"
        return "text" if _named_right_of(table) else "figures"
    if not texts:
        return "figures" if any(has_digit(text) for text in levels) else "text"
    return "figures" if figures * 2 >= len(texts) or _mostly_numbers(texts) else "text"


def _named_right_of(table: Table) -> bool:
    """Tell whether the second column names the rows, so that numbers in the first are codes of accounts or units."""
    names = [cell.text for cell in table.cells if cell.col == 1 and not cell.is_header]
    return sum(1 for text in names if re.search(r"[^\W\d_]{3}", text)) * 2 > len(names)


def _mostly_numbers(texts: Sequence[str]) -> bool:
    return sum(1 for text in texts if re.match(r"[-–−+(]?\s?\d", text)) * 2 > len(texts) and max(map(len, texts)) < LONGEST_FIGURE


def _column(  # noqa: PLR0913, PLR0917  # one column of one table: what it is, and what surrounds it
    table: Table, col: int, kind: ColumnKind, levels: Sequence[str], corner: str, context: DocumentContext
) -> Column:
    header = " / ".join(levels)
    if kind != "figures":
        return Column(index=col, header=header, kind=kind)
    said = read_header(header, year=context.fiscal_year)
    around = [read_header(text, year=context.fiscal_year) for text in (corner, table.title)]
    year = said.fiscal_year or next((read.fiscal_year for read in around if read.fiscal_year), _document_year(context))
    outer = next((found for text in (corner, table.title) if (found := scenario_in(text, year))), None)
    scenario = said.scenario or outer or _scenario(year, context)
    start, end = _period(said, year, scenario, context)
    unit, scale = unit_of_column(table, said, corner, context, header)
    return Column(
        index=col,
        header=header,
        kind=kind,
        fiscal_year=year,
        period_start=start,
        period_end=end,
        scenario=scenario,
        measure=said.measure,
        unit=unit,
        scale=scale,
    )


def scenario_in(text: str, year: int | None) -> Scenario | None:
    """Return the scenario that a title or corner gives to the columns of a year.

    One scenario holds for all years; of several (`Budget 2024, plan 2025-2026`) the one that is printed before the year.
    """
    parts = [(read_header(part).scenario, find_years(part)) for part in re.split(r"[,;/]|\boch\b|\s(?=[A-ZÅÄÖ])", text)]
    named = [(scenario, years) for scenario, years in parts if scenario is not None]
    if len({scenario for scenario, _ in named}) == 1:
        return named[0][0]
    return next((s for s, years in named for found in years if year and found.first <= year <= found.last), None)


def _document_year(context: DocumentContext) -> int | None:
    """Columns such as `Budget | Utfall | Prognos` are about the document's year."""
    return context.fiscal_year if context.kind in {"annual_report", "interim_report", "plan"} else None


def _scenario(year: int | None, context: DocumentContext) -> Scenario | None:
    """A column of a bare year is outcome in a report, and budget or plan in a plan.

    A plan is made before the year ahead of its own has ended: of that year it may tell a budget or a forecast.
    """
    if context.kind in {"annual_report", "interim_report"}:
        return "outcome"
    if context.kind == "plan" and year is not None and context.fiscal_year is not None:
        if year < context.fiscal_year:
            return "outcome" if year < context.fiscal_year - 1 else None
        last = context.period_end.year if context.period_end else context.fiscal_year
        return "budget" if year <= last else "plan"
    return None


def _period(
    said: HeaderMeaning, year: int | None, scenario: Scenario | None, context: DocumentContext
) -> tuple[dt.date | None, dt.date | None]:
    if said.period_start or said.period_end:
        return said.period_start, said.period_end
    of_year = scenario == "outcome" and year == context.fiscal_year
    if context.kind == "interim_report" and (of_year or said.so_far) and context.period_start and context.period_end:
        return _in_year(context.period_start, year), _in_year(context.period_end, year)
    if year is None:
        return None, None
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _in_year(day: dt.date, year: int | None) -> dt.date:
    """Return the same day of another year; the last of February for the leap day."""
    if year is None or year == day.year:
        return day
    return last_day(year, day.month) if day == last_day(day.year, day.month) else day.replace(year=year)


def unit_of_column(
    table: Table, said: HeaderMeaning, corner: str, context: DocumentContext, said_by: str = ""
) -> tuple[Unit, Decimal]:
    """Return unit and scale: of the header, else of the label column's header, the caption, the title, the document."""
    if said.unit is not None:
        return said.unit, said.scale or Decimal(1)
    if COUNTED_HEADER.search(said_by):
        return "count", Decimal(1)
    labels = [cell.text for cell in table.cells if cell.col == 0 and not cell.is_header]
    for text in (corner, table.unit or "", table.title, *labels):
        stated = read_scale(text)
        if stated is not None and stated[0] == "SEK":
            return stated
    if any(COUNTED_TABLE.search(text) for text in (corner, table.title)):
        return "count", Decimal(1)
    return context.default_unit, context.default_scale
