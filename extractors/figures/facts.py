"""From a table's cells to figures with a meaning: concept, subject, year, period, scenario, value, unit, place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.figures.columns import describe_columns
from extractors.figures.context import DocumentContext
from extractors.figures.row_meanings import RowMeaning, meanings_of
from extractors.figures.table_kinds import kind_of
from extractors.figures.table_rows import describe_rows
from extractors.tables.words import has_digit
from extractors.tables.years import is_year
from extractors.values.amounts import parse_amount
from extractors.values.periods import read_header
from extractors.values.units import read_scale
from schemas.amount import Amount
from schemas.figure import Figure, Scenario
from schemas.record import stable_id
from schemas.table import Cell, Row, Table

PERCENT_ROW = re.compile(r"(?:\(|,\s|\bi\s)(?:%|procent)\)?\W*$|^[^\d%]*%$|^soliditet\b|\bi\s%", re.IGNORECASE)
COUNT_ROW = re.compile(r"antal\b|.*\b(?:antal|st)$|\(antal\)|.*\bårsarbet\w+", re.IGNORECASE)
COUNT_SECTION = re.compile(r"antal\b", re.IGNORECASE)
"""A heading (`Antal besökare`) that says what the rows below it count."""
SCENARIO_ROW = re.compile(
    r"(?:budget|utfall|prognos|bokslut|plan|(?:budget)?avvikelse|differens|diff)\.?(?:\s(?:helår|20\d\d))?", re.IGNORECASE
)
"""A row that is named after a scenario, in a table whose columns are years."""
UNIT_AT_END = re.compile(r"(?:\((?:i\s)?|,\s|\s)(?:tkr|kkr|mnkr|mkr|kr|kronor)\)?$", re.IGNORECASE)
BRACKETED = re.compile(r"\(\s?\d[\d\s.,]*[*†‡¹²³⁴⁵⁶⁷⁸⁹]*\s?\)[*†‡]*")
"""A number in brackets, footnote marks inside or outside."""


def describe(table: Table, context: DocumentContext) -> Table:
    """Return the table with the meaning of its columns and rows, its kind, and the unit as printed.

    >>> from schemas.place import Box
    >>> blank = Table(table_id="t", document_id="d", page=1, box=Box(x0=0, top=0, x1=1, bottom=1))
    >>> describe(blank, DocumentContext(document_id="d")).kind
    'text'
    """
    columns = describe_columns(table, context)
    rows = describe_rows(table, columns)
    kind = kind_of(table, columns, rows)
    rows = tuple(_fitting(row, kind) for row in rows)
    return table.model_copy(update={"columns": columns, "rows": rows, "kind": kind, "unit": table.unit or _printed_unit(table)})


def _fitting(row: Row, kind: str) -> Row:
    """Correct roles that depend on the kind: the year's result is an item of a balance sheet; texts have no totals."""
    if kind in {"text", "attendance"} and row.role != "header":
        return row.model_copy(update={"role": "text"})
    if row.role == "result" and kind == "balance_sheet":
        return row.model_copy(update={"role": "item"})
    return row


def _printed_unit(table: Table) -> str | None:
    texts = [cell.text for cell in table.cells if cell.is_header] + [table.title]
    for text in texts:
        found = re.search(r"\b(?:tkr|kkr|mnkr|mkr|kronor|kr|tusen|miljoner)\b", text, re.IGNORECASE)
        if found and read_scale(text) is not None:
            return found[0].lower()
    return None


def figures_of_table(table: Table, context: DocumentContext) -> tuple[Figure, ...]:
    """Return one figure per numeric cell of a described table, in order of rows and columns.

    A zero in a row without a label says nothing and gives no figure.

    Args:
        table: as `describe` returned it.
        context: kind, year and chart of the document.
    """
    meanings = meanings_of(table, context)
    figures = []
    for cell in sorted(table.cells, key=lambda item: (item.row, item.col)):
        column, row = table.columns[cell.col], table.rows[cell.row]
        if column.kind != "figures" or row.role == "header" or cell.is_header:
            continue
        amount = _amount(cell, table)
        if amount is not None and (row.label or amount.value):
            figures.append(_figure(table, cell, amount, meanings.get(row.index, RowMeaning()), context))
    return tuple(figures)


def _amount(cell: Cell, table: Table) -> Amount | None:
    column, row = table.columns[cell.col], table.rows[cell.row]
    unit, scale = column.unit, column.scale
    if unit == "SEK" and PERCENT_ROW.search(row.label):
        unit, scale = "percent", Decimal(1)
    elif unit == "SEK" and (COUNT_ROW.match(row.label) or COUNT_SECTION.match(row.section)):
        unit, scale = "count", Decimal(1)
    elif (ending := UNIT_AT_END.search(row.label)) is not None:
        unit, scale = read_scale(ending[0]) or (unit, scale)
    return parse_amount(cell.text.strip().strip("()") if _is_aside(cell, table) else cell.text, scale=scale, unit=unit)


def _is_aside(cell: Cell, table: Table) -> bool:
    """Tell whether a bracketed number is no minus but a second figure (`2 776 (2 801*)`) of the cell to its left."""
    if not BRACKETED.fullmatch(cell.text.strip()):
        return False
    header = table.columns[cell.col].header
    left = next((one for one in table.cells if one.row == cell.row and one.col == cell.col - 1), None)
    alone = all(BRACKETED.fullmatch(one.text.strip()) for one in table.cells if one.col == cell.col and not one.is_header)
    return left is not None and alone and table.columns[left.col].header == header and has_digit(left.text)


def _figure(table: Table, cell: Cell, amount: Amount, meaning: RowMeaning, context: DocumentContext) -> Figure:
    column, row = table.columns[cell.col], table.rows[cell.row]
    said = read_header(row.label, year=context.fiscal_year) if table.kind == "facts" or is_year(row.label) else None
    if SCENARIO_ROW.fullmatch(row.label) and read_header(column.header).scenario is None:
        said = read_header(row.label)
    if is_year(row.label) and said and not said.scenario:
        said = said.model_copy(update={"scenario": _scenario_of_list(meaning.concept, said.fiscal_year, context)})
    return Figure(
        figure_id=stable_id("figure", table.document_id, cell.page, cell.box.rounded(), cell.raw, "table"),
        document_id=table.document_id,
        concept=meaning.in_column(column.measure),
        subject=meaning.subject,
        label=row.label,
        column_header=column.header,
        fiscal_year=(said.fiscal_year if said else None) or column.fiscal_year,
        period_start=column.period_start,
        period_end=column.period_end,
        scenario=(said.scenario if said else None) or column.scenario,
        measure=column.measure,
        value=amount.value,
        value_high=amount.value_high,
        unit=amount.unit,
        quantum=amount.quantum,
        approximate=amount.approximate,
        raw=cell.raw,
        page=cell.page,
        box=cell.box,
        table_id=table.table_id,
        row=cell.row,
        col=cell.col,
        origin="table",
        confidence=cell.confidence,
        repaired=cell.raw != cell.text,
    )


def _scenario_of_list(concept: str | None, year: int | None, context: DocumentContext) -> Scenario | None:
    """Return what a year after the document's own says in a list of years: contributions are granted a year ahead."""
    own = context.fiscal_year
    if year is None or own is None or year <= own or context.kind == "plan":
        return None
    return "granted" if year == own + 1 and concept == "income.contributions" else "forecast"


def cells_of(figures: Sequence[Figure]) -> frozenset[tuple[int, int]]:
    """Return the places (row, column) of one table that gave figures."""
    return frozenset((figure.row, figure.col) for figure in figures if figure.row is not None and figure.col is not None)
