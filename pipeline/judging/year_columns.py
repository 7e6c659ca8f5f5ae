"""Tables whose columns are years, and those that print a year twice."""

from __future__ import annotations

from collections import Counter

from schemas.table import Column, Table

FEWEST = 3


def year_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of figures that nothing but their year tells apart; empty when there are none such."""
    columns = tuple(column for column in table.columns if column.kind == "figures")
    kinds = {(column.scenario if column.scenario != "plan" else "budget", column.measure, column.unit) for column in columns}
    is_plain = len(kinds) == 1 and all(column.fiscal_year and _is_bare(column) for column in columns)
    return columns if is_plain and len(columns) >= FEWEST else ()


def repeated_years(table: Table) -> bool:
    """Tell whether a table of years prints one of them twice."""
    return any(count > 1 for count in Counter(column.fiscal_year for column in year_columns(table)).values())


def _is_bare(column: Column) -> bool:
    """Tell whether a header says no more than its year."""
    return column.header.strip() == str(column.fiscal_year)
