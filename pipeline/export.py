"""The warehouse as files that other programs read: CSV, JSON lines, Parquet, and XLSX where openpyxl is installed.

Equal content gives equal bytes: rows are sorted by key and nothing is dated. In CSV and XLSX a text that a spreadsheet would
take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it; amounts are
numbers and stay so.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args

from pipeline.errors import EnvironmentBrokenError
from pipeline.load import Warehouse
from pipeline.warehouse import tables, views
from pipeline.warehouse.database import DuckDb, Row, Value, copy_to_parquet
from pipeline.warehouse.difference import Scope, stored_rows
from pipeline.warehouse.shape import Table, Type, create_statements

Format = Literal["csv", "jsonl", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)

EXPORTED = (*tables.ALL, *views.EXPORTED)
"""What is written: every table, and the views that people want at once."""
FRICTIONLESS = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.MONEY: "number",
    Type.QUANTUM: "number",
    Type.DECIMALS: "number",
    Type.REAL: "number",
    Type.BOOLEAN: "boolean",
    Type.DATE: "date",
    Type.TIME: "time",
    Type.TIMESTAMP: "datetime",
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ROWS_OF_SHEET = 1_048_575
"""Rows that a sheet holds below its header; those after them go to a second sheet."""
LONGEST_CELL = 32767
"""Characters that a spreadsheet cell holds."""
_SAVED_AT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
XLSX_DATE = dt.datetime(2000, 1, 1)  # noqa: DTZ001  a fixed date without a zone, so that equal content gives equal bytes


def export(warehouse: Warehouse, folder: Path, format_: Format = "csv") -> tuple[Path, ...]:
    """Write every table, and the views of `views.EXPORTED`, to `folder` and return the files.

    XLSX is one file with a sheet per table; CSV comes with a Frictionless `datapackage.json`.

    Raises:
        EnvironmentBrokenError: XLSX was asked for and openpyxl is not installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if format_ == "xlsx":
        return (_write_xlsx(warehouse, folder / "avstam.xlsx"),)
    if format_ == "parquet":
        return _write_parquet(warehouse, folder)
    written = []
    for table in EXPORTED:
        path = folder / f"{table.name}.{format_}"
        rows = _sorted_rows(warehouse, table)
        path.write_bytes((_csv(table, rows) if format_ == "csv" else _json_lines(table, rows)).encode("utf-8"))
        written.append(path)
    if format_ == "csv":
        written.append(_write_data_package(folder))
    return tuple(written)


def harmless(value: Value) -> Value:
    """Return a text that no spreadsheet takes for a formula; everything else as it is.

    >>> harmless("=1+1"), harmless("-827 tkr"), harmless("SamCoach")
    ("'=1+1", "'-827 tkr", 'SamCoach')
    """
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _sorted_rows(warehouse: Warehouse, table: Table) -> list[Row]:
    """Return all rows by key, those of a view without one by all columns; sorted here, since databases order text differently."""
    rows = stored_rows(warehouse.database, table, Scope())
    if not table.key:
        return sorted(rows, key=lambda row: [(value is not None, str(value)) for value in row])
    return sorted(rows, key=lambda row: tuple(row[position] for position in table.key_positions))


def _csv(table: Table, rows: Sequence[Row]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.column_names)
    writer.writerows([_plain(harmless(value)) for value in row] for row in rows)
    return out.getvalue()


def _write_data_package(folder: Path) -> Path:
    """Describe the CSV files as a Frictionless Data Package: fields with type and meaning, keys."""
    resources = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "description": f"One row for {table.row}.",
            "schema": {
                "fields": [
                    {"name": column.name, "type": FRICTIONLESS[column.type], "description": column.comment}
                    | ({"trueValues": ["True"], "falseValues": ["False"]} if column.type is Type.BOOLEAN else {})
                    for column in table.columns
                ],
            }
            | ({"primaryKey": list(table.key)} if table.key else {}),
        }
        for table in EXPORTED
    ]
    package = {"name": "avstam", "profile": "tabular-data-package", "resources": resources}
    path = folder / "datapackage.json"
    path.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _json_lines(table: Table, rows: Sequence[Row]) -> str:
    named = (dict(zip(table.column_names, map(_plain, row), strict=True)) for row in rows)
    return "".join(json.dumps(values, ensure_ascii=False) + "\n" for values in named)


def _plain(value: Value) -> Value:
    """Return dates and times in ISO form and amounts as decimal text: a JSON number may be read as a float."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _write_parquet(warehouse: Warehouse, folder: Path) -> tuple[Path, ...]:
    between = DuckDb(":memory:")
    for statement in create_statements(EXPORTED):
        between.execute(statement)
    written = []
    for table in EXPORTED:
        between.insert(table, _sorted_rows(warehouse, table))
        path = folder / f"{table.name}.parquet"
        copy_to_parquet(between, f"SELECT * FROM {table.full_name}", path)  # noqa: S608  our own names
        written.append(path)
    between.close()
    return tuple(written)


def _write_xlsx(warehouse: Warehouse, path: Path) -> Path:
    if find_spec("openpyxl") is None:
        msg = "XLSX needs openpyxl, which is not installed. Install it with `pip install openpyxl`, or export as csv or parquet."
        raise EnvironmentBrokenError(msg)
    from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415  optional, ships no types

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = XLSX_DATE
    for table in EXPORTED:
        rows = _sorted_rows(warehouse, table)
        for number, start in enumerate(range(0, max(1, len(rows)), ROWS_OF_SHEET), start=1):
            sheet = book.create_sheet(table.name if number == 1 else f"{table.name} ({number})")
            sheet.freeze_panes = "A2"
            sheet.append(table.column_names)
            for row in rows[start : start + ROWS_OF_SHEET]:
                sheet.append([_cell(value) for value in row])
    packed = io.BytesIO()
    book.save(packed)
    path.write_bytes(_undated(packed.getvalue()))
    return path


def _cell(value: Value) -> Value:
    """Return a value that a cell can hold: control characters out, long texts cut."""
    if not isinstance(value, str):
        return value
    kept = "".join(sign for sign in value if sign >= " " or sign in "\t\n")
    return harmless(kept)[:LONGEST_CELL]


def _undated(data: bytes) -> bytes:
    """Return a zip with the same files, all of one date."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in _files(old):
            new.writestr(zipfile.ZipInfo(name, date_time=XLSX_DATE.timetuple()[:6]), _without_date(content), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_date(content: bytes) -> bytes:
    """Return a part of the workbook without the time when it was saved."""
    return _SAVED_AT.sub(rb"\g<1>2000-01-01T00:00:00Z", content) if b"<dcterms:modified" in content[:2000] else content


def _files(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in archive.namelist():
        yield name, archive.read(name)
