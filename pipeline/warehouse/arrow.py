"""Rows as Arrow tables, in which money stays exact on its way into DuckDB and pandas; imported by those that write or analyse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from pipeline.warehouse.shape import Table, Type

ARROW_TYPES = {
    Type.TEXT: pa.string(),
    Type.INTEGER: pa.int32(),
    Type.MONEY: pa.decimal128(18, 2),
    Type.QUANTUM: pa.decimal128(18, 4),
    Type.DECIMALS: pa.decimal128(28, 8),
    Type.REAL: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.DATE: pa.date32(),
    Type.TIME: pa.time64("us"),
    Type.TIMESTAMP: pa.timestamp("us"),
}


def as_arrow(table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Return rows, whose values stand in the order of `names` (columns of a table), as an Arrow table."""
    types = {column.name: ARROW_TYPES[column.type] for column in table.columns}
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    arrays = [pa.array(values, type=types[name]) for name, values in zip(names, columns, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(names))
