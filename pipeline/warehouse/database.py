"""The two databases behind the warehouse, DuckDB and PostgreSQL, behind one small set of methods.

Statements are written once, with `%s` for parameters. Rows are tuples in the order of the table's columns. Whoever opens a
database for writing is alone: a second one gets `WarehouseBusyError` at once, with what to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import duckdb

from pipeline.errors import AvstamError, TerminalError, TransientError
from pipeline.warehouse.shape import Table

Value: TypeAlias = Any
Row: TypeAlias = tuple[Value, ...]

WRITER_LOCK = 0x61767374616D
"""The advisory lock that a writer holds in PostgreSQL (`avstam` in ASCII)."""


class WarehouseError(TerminalError):
    """The warehouse cannot be used; the message says why and what to do."""


class WarehouseBusyError(TransientError):
    """Another program has the warehouse open for writing; trying again later may help."""


class Database(Protocol):
    """What loading, exporting and reporting need from a database."""

    name: str
    """How to call it in messages; never holds a password."""

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> None:
        """Run a statement."""

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """Run a query and return all its rows."""

    def names(self, sql: str) -> list[str]:
        """Return the column names of a query."""

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Write new rows in bulk."""

    def delete(self, table: Table, keys: Sequence[Row]) -> None:
        """Remove the rows with these keys in bulk."""

    def transaction(self) -> Any:  # noqa: ANN401  a context manager; both drivers bring their own type
        """Everything in the block happens, or nothing."""

    def publish(self) -> None:
        """Let readers have what was written, where that takes more than a commit."""

    def close(self) -> None:
        """Let go of the database."""


class DuckDb:
    """One DuckDB file, or one in memory."""

    def __init__(self, path: str, *, read_only: bool = False) -> None:
        self.name = path
        self._connection = duckdb.connect(":memory:")
        try:  # under a name of our own: a file called avstam.duckdb would else be confused with the schema avstam
            self.execute(f"ATTACH '{_literal(path)}' AS warehouse{' (READ_ONLY)' if read_only else ''}")
        except duckdb.Error as error:
            self._connection.close()
            raise _opening_failed(path, error) from error
        self.execute("USE warehouse")

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> None:
        """Run a statement."""
        self._connection.execute(sql.replace("%s", "?"), list(parameters))

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """Run a query and return all its rows."""
        return self._connection.execute(sql.replace("%s", "?"), list(parameters)).fetchall()

    def names(self, sql: str) -> list[str]:
        """Return the column names of a query."""
        description = self._connection.execute(f"SELECT * FROM ({sql}) AS q LIMIT 0").description or []  # noqa: S608  # our own SQL in parentheses
        return [str(column[0]) for column in description]

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Write new rows through Arrow, so that no decimal becomes a float on the way."""
        with self._arrow(table, table.column_names, rows):
            self._connection.execute(f"INSERT INTO {table.full_name} BY NAME SELECT * FROM incoming")  # noqa: S608  our own names

    def delete(self, table: Table, keys: Sequence[Row]) -> None:
        """Remove the rows with these keys."""
        same = " AND ".join(f'incoming."{name}" = stored."{name}"' for name in table.key)
        with self._arrow(table, table.key, keys):
            self._connection.execute(f"DELETE FROM {table.full_name} AS stored USING incoming WHERE {same}")  # noqa: S608  # our own names

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit at the end of the block, roll back when it raises."""
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def publish(self) -> None:
        """Do nothing: what is committed can be read."""

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _arrow(self, table: Table, names: tuple[str, ...], rows: Sequence[Row]) -> Iterator[None]:
        from pipeline.warehouse.arrow import as_arrow  # noqa: PLC0415  # slow to import, and only needed to write

        self._connection.register("incoming", as_arrow(table, names, rows))
        try:
            yield
        finally:
            self._connection.unregister("incoming")


class ParquetFolder(DuckDb):
    """A folder of Parquet files, one per table, written when it is closed from a DuckDB file that stays in the folder.

    The hidden DuckDB file gives the folder transactions, a lock and reviews that survive; a Parquet file is replaced as a
    whole, and only when its content changed.
    """

    WORKING_FILE = ".avstam.duckdb"

    def __init__(self, folder: Path, tables: Sequence[Table], *, read_only: bool = False) -> None:
        if not read_only:
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder / self.WORKING_FILE), read_only=read_only)
        self.name = f"{folder}/"
        self._folder = folder
        self._tables = [] if read_only else tables

    def publish(self) -> None:
        """Write the Parquet files."""
        for table in self._tables:
            self._publish(table)

    def _publish(self, table: Table) -> None:
        target = self._folder / f"{table.name}.parquet"
        fresh = target.with_suffix(".parquet.new")
        columns = _list(table.column_names)
        copy_to_parquet(self, f"SELECT {columns} FROM {table.full_name} ORDER BY {_list(table.key)}", fresh)  # noqa: S608  # our own names
        if target.exists() and target.read_bytes() == fresh.read_bytes():
            fresh.unlink()
        else:
            os.replace(fresh, target)  # noqa: PTH105  atomic, also over an existing file


class Postgres:
    """A PostgreSQL database named by a URL."""

    def __init__(self, url: str, *, read_only: bool = False) -> None:
        import psycopg  # noqa: PLC0415  # slow to import, and DuckDB needs none of it

        self.name = str(psycopg.conninfo.conninfo_to_dict(url).get("dbname") or "postgresql")
        try:
            self._connection = psycopg.connect(url, autocommit=True)
        except psycopg.OperationalError as error:
            msg = f"PostgreSQL database {self.name} cannot be opened: {error}. Check host, user, password and that it exists."
            raise WarehouseError(msg) from error
        if not read_only:
            self._be_alone()

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> None:
        """Run a statement."""
        self._connection.execute(sql, parameters or None)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """Run a query and return all its rows."""
        return self._connection.execute(sql, parameters or None).fetchall()

    def names(self, sql: str) -> list[str]:
        """Return the column names of a query."""
        description = self._connection.execute(f"SELECT * FROM ({sql}) AS q LIMIT 0").description or []  # noqa: S608  # our own SQL in parentheses
        return [column.name for column in description]

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Write new rows with COPY."""
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {table.full_name} ({_list(table.column_names)}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def delete(self, table: Table, keys: Sequence[Row]) -> None:
        """Remove the rows with these keys."""
        types = {column.name: column.type.value for column in table.columns}
        arrays = ", ".join(f"%s::{types[name]}[]" for name in table.key)
        same = " AND ".join(f'incoming."{name}" = stored."{name}"' for name in table.key)
        keyed = f"unnest({arrays}) AS incoming({_list(table.key)})"
        self.execute(
            f"DELETE FROM {table.full_name} AS stored USING {keyed} WHERE {same}",  # noqa: S608  our own names
            [list(values) for values in zip(*keys, strict=True)],
        )

    def transaction(self) -> Any:  # noqa: ANN401  psycopg's own context manager
        """Commit at the end of the block, roll back when it raises."""
        return self._connection.transaction()

    def publish(self) -> None:
        """Do nothing: what is committed can be read."""

    def close(self) -> None:
        """Close the connection; the lock goes with it."""
        self._connection.close()

    def _be_alone(self) -> None:
        if self.rows("SELECT pg_try_advisory_lock(%s)", [WRITER_LOCK]) != [(True,)]:
            self.close()
            raise WarehouseBusyError(_busy(f"The PostgreSQL database {self.name}"))


def copy_to_parquet(database: DuckDb, query: str, target: Path) -> None:
    """Write the rows of a query to a Parquet file; equal rows in equal order give equal bytes."""
    database.execute(f"COPY ({query}) TO '{_literal(str(target))}' (FORMAT PARQUET, COMPRESSION ZSTD)")


def _list(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _literal(text: str) -> str:
    return text.replace("'", "''")


def _opening_failed(path: str, error: duckdb.Error) -> AvstamError:
    if "lock" in str(error):
        return WarehouseBusyError(_busy(f"The warehouse {path}"))
    if "does not exist" in str(error):
        return WarehouseError(missing(path))
    return WarehouseError(f"The warehouse {path} cannot be opened: {error}. Check that it is one and that it may be written.")


def missing(name: str) -> str:
    """Say that there is no warehouse and how to make one."""
    return f"There is no warehouse in {name}. Make one with `avstam run FOLDER`."


def _busy(what: str) -> str:
    return f"{what} is in use by another run. Wait until that has ended, or name another one with --warehouse."
