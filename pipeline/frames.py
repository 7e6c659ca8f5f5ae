"""Tables and views of a warehouse as pandas DataFrames, with amounts that stay exact.

    from pipeline.frames import read
    figures = read(".avstam/warehouse.duckdb", "figures")
    figures[figures.scenario == "budget"].groupby("subject").value.sum()

Columns have Arrow types: an amount is `decimal128`, sums of it are exact, and a missing value is `<NA>`.
"""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from pipeline.errors import UsageError
from pipeline.load import Warehouse, open_warehouse
from pipeline.warehouse import tables
from pipeline.warehouse.database import ARROW_TYPES

VIEWS = ("figures_wide", "figures_by_row", "budget_outcome", "decisions_with_amounts", "open_findings", "coverage_gaps")
TABLES = {table.name: table for table in tables.ALL}


def read(target: str, name: str) -> pd.DataFrame:
    """Return a table or view of the warehouse at `target`, rows sorted by key (views: by their columns).

    Raises:
        UsageError: there is no such table or view.
        WarehouseError: the warehouse cannot be opened.
    """
    if name not in TABLES and name not in VIEWS:
        msg = f"There is no table or view {name}. There are: {', '.join(sorted([*TABLES, *VIEWS]))}."
        raise UsageError(msg)
    with open_warehouse(target, read_only=True) as warehouse:
        return _frame(warehouse, name)


def _frame(warehouse: Warehouse, name: str) -> pd.DataFrame:
    query = f"SELECT * FROM avstam.{name}"  # noqa: S608  one of our own names
    names = warehouse.database.names(query)
    types = {column.name: ARROW_TYPES[column.type] for column in TABLES[name].columns} if name in TABLES else {}
    order = TABLES[name].key_positions if name in TABLES else range(len(names))
    rows = sorted(warehouse.rows(query), key=lambda row: [(row[position] is not None, row[position]) for position in order])
    columns = zip(*rows, strict=True) if rows else ([] for _ in names)
    arrays = [pa.array(list(values), type=types.get(column)) for column, values in zip(names, columns, strict=True)]
    frame: pd.DataFrame = pa.Table.from_arrays(arrays, names=names).to_pandas(types_mapper=pd.ArrowDtype)
    return frame
