"""Tables and views of a warehouse as pandas DataFrames, with amounts that stay exact.

    import avstam
    budget = avstam.read("figures", scenario="budget", fiscal_year=2025)
    budget.groupby("subject").value.sum()

Columns have Arrow types: an amount is `decimal128`, sums of it are exact, and a missing value is `<NA>`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pyarrow as pa

from pipeline.config import Config
from pipeline.errors import UsageError
from pipeline.load import Warehouse, open_warehouse
from pipeline.warehouse import tables
from pipeline.warehouse.arrow import ARROW_TYPES
from pipeline.warehouse.database import Value
from pipeline.warehouse.shape import view_names

TABLES = {table.name: table for table in tables.ALL}
VIEWS = tuple(view_names(tables.VERSIONED))
DEFAULT_WAREHOUSE = Config().warehouse


def read(name: str, *, warehouse: str = DEFAULT_WAREHOUSE, as_of: str | int | None = None, **equal: Value) -> pd.DataFrame:
    """Return a table or view, rows sorted by key (views: by their columns).

    Args:
        name: of a table or view; `docs/warehouse.md` lists them with their columns.
        warehouse: DuckDB file, `postgresql://` URL or `parquet:FOLDER`.
        as_of: the number of a run: what was known after it, for tables that keep their history.
        **equal: only rows with these values, by column; a list or tuple allows any of its values, None finds missing ones.

    Raises:
        UsageError: there is no such table, view or column, or no history of it.
        WarehouseError: the warehouse cannot be opened.
    """
    source, condition, parameters = _source(name, as_of)
    with open_warehouse(warehouse, read_only=True) as opened:
        query = f"SELECT * FROM avstam.{source}"  # noqa: S608  # one of our own names
        names = [column for column in opened.database.names(query) if as_of is None or column != "replaced_in_run"]
        conditions = [condition]
        for column, value in equal.items():
            if column not in names:
                msg = f"{name} has no column {column}. It has: {', '.join(names)}."
                raise UsageError(msg)
            conditions.append(_equal(column, value, parameters))
        columns = ", ".join(f'"{column}"' for column in names)
        query = f"SELECT {columns} FROM avstam.{source} WHERE {' AND '.join(conditions)}"  # noqa: S608  # our names
        return _frame(opened, name, names, query, parameters)


def _source(name: str, as_of: str | int | None) -> tuple[str, str, list[Value]]:
    """Return the table or view to read, which of its rows, and the parameters of that condition."""
    if name not in TABLES and name not in VIEWS:
        msg = f"There is no table or view {name}. There are: {', '.join(sorted([*TABLES, *VIEWS]))}."
        raise UsageError(msg)
    if as_of is None:
        return name, "TRUE", []
    if name not in tables.HISTORY:
        msg = f"{name} keeps no history. These do: {', '.join(tables.HISTORY)}."
        raise UsageError(msg)
    run_id = f"{int(as_of):06d}"
    return f"{name}_versions", "known_from_run <= %s AND (replaced_in_run IS NULL OR replaced_in_run > %s)", [run_id, run_id]


def _equal(column: str, value: Value, parameters: list[Value]) -> str:
    """Return the condition that a column has a value, and add what it needs to `parameters`."""
    if value is None:
        return f'"{column}" IS NULL'
    wanted = list(value) if isinstance(value, list | tuple | set) else [value]
    parameters += wanted
    return f'"{column}" IN ({", ".join(["%s"] * len(wanted))})' if wanted else "FALSE"


def _frame(warehouse: Warehouse, name: str, names: Sequence[str], query: str, parameters: Sequence[Value]) -> pd.DataFrame:
    types: Mapping[str, object] = (
        {column.name: ARROW_TYPES[column.type] for column in TABLES[name].columns} if name in TABLES else {}
    )
    order = [names.index(key) for key in TABLES[name].key] if name in TABLES else range(len(names))
    rows = sorted(
        warehouse.rows(query, parameters), key=lambda row: [(row[position] is not None, row[position]) for position in order]
    )
    columns = zip(*rows, strict=True) if rows else ([] for _ in names)
    arrays = [pa.array(list(values), type=types.get(column)) for column, values in zip(names, columns, strict=True)]
    frame: pd.DataFrame = pa.Table.from_arrays(arrays, names=list(names)).to_pandas(types_mapper=pd.ArrowDtype)
    return frame
