"""A warehouse of an earlier version is brought up to date with its data, whole or not at all; a later one is refused."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import duckdb
import psycopg
import pytest

from pipeline.load import WarehouseError, open_warehouse
from pipeline.warehouse import schema, tables
from pipeline.warehouse.database import Database, DuckDb, Postgres
from pipeline.warehouse.difference import Scope, stored_rows
from pipeline.warehouse.shape import SCHEMA_VERSION, statements_of

FROZEN = statements_of(Path(__file__).with_name("schema_1.sql").read_text(encoding="utf-8"))
A, B = "a" * 64, "b" * 64


@pytest.fixture(params=["duckdb", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A warehouse as the first version left it, with two documents and two runs."""
    if request.param == "duckdb":
        return first_version(str(tmp_path / "first.duckdb"))
    url = str(request.getfixturevalue("postgres_url"))
    with psycopg.connect(url) as server:
        server.execute("DROP SCHEMA IF EXISTS avstam CASCADE")
        for statement in FROZEN:
            server.execute(statement.encode())
    return url


def first_version(path: str) -> str:
    """Make a DuckDB file as the first version left it."""
    with duckdb.connect(path) as connection:
        for statement in FROZEN:
            connection.execute(statement)
    return path


def database_of(target: str) -> Database:
    return Postgres(target) if target.startswith("postgresql") else DuckDb(target)


def content(target: str) -> list[object]:
    """Return every column and row of a warehouse, as it lies there."""
    with closing(database_of(target)) as database:
        columns = database.rows(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'avstam' ORDER BY 1, 2"
        )
        names = sorted({table for table, _ in columns})
        return [columns, *(sorted(map(repr, database.rows(f"SELECT * FROM avstam.{name}"))) for name in names)]  # noqa: S608  # our names


def test_the_first_version_is_brought_up_to_date_with_its_data(target: str) -> None:
    with open_warehouse(target) as warehouse:
        assert warehouse.rows("SELECT version, declared FROM avstam.schema_version") == [(SCHEMA_VERSION, schema.declared())]
        figures = "SELECT value, known_from_run FROM avstam.figures WHERE document_id = %s ORDER BY figure_id"
        assert [(str(value), run) for value, run in warehouse.rows(figures, [A])] == [
            ("-828000.00", "000002"),
            ("5.00", "000002"),
        ]
        assert {run for _, run in warehouse.rows(figures, [B])} == {"000001"}
        history = "SELECT value, known_from_run, replaced_in_run FROM avstam.figures_history ORDER BY figure_id"
        assert [(str(value), *runs) for value, *runs in warehouse.rows(history)] == [
            ("-827000.00", "000001", "000002"),
            ("16.90", "000001", "000002"),
        ]
        for table in tables.ALL:
            names = warehouse.database.names(f"SELECT * FROM {table.full_name}")  # noqa: S608  our own names
            assert sorted(names) == sorted(table.column_names)
    with open_warehouse(target, read_only=True) as warehouse:
        assert warehouse.rows("SELECT count(*) FROM avstam.open_findings") == [(2,)]


def test_an_earlier_version_is_not_read_as_it_is(target: str) -> None:
    before = content(target)
    with pytest.raises(WarehouseError, match="avstam migrate"):
        open_warehouse(target, read_only=True)
    assert content(target) == before


def test_a_later_version_is_refused_and_left_alone(target: str) -> None:
    with closing(database_of(target)) as database:
        database.execute("UPDATE avstam.schema_version SET version = 999")
    before = content(target)
    with pytest.raises(WarehouseError, match="newer avstam"):
        open_warehouse(target)
    assert content(target) == before


class KilledError(RuntimeError):
    """Stands for a process that ends in the middle."""


def test_a_migration_that_ends_anywhere_is_completed_at_the_next_opening(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements = 0
    while statements < 2000:
        with closing(database_of(target)) as database:
            left = iter(range(statements))
            execute = database.execute

            def dying(sql: str, parameters: object = ()) -> None:
                if next(left, None) is None:  # noqa: B023  # used within this turn
                    raise KilledError
                execute(sql, parameters)  # type: ignore[arg-type]  # noqa: B023  # a double of the method

            with monkeypatch.context() as patch:
                patch.setattr(database, "execute", dying)
                try:
                    schema.prepare(database, read_only=False)
                except KilledError:
                    statements = statements * 2 + 1
                else:
                    break
        with pytest.raises(WarehouseError, match="avstam migrate"):
            open_warehouse(target, read_only=True)
    undisturbed = str(tmp_path / "undisturbed.duckdb")
    first_version(undisturbed)
    open_warehouse(undisturbed).close()
    with open_warehouse(target) as killed, open_warehouse(undisturbed) as whole:
        for table in tables.ALL:
            assert sorted(stored_rows(killed.database, table, Scope()), key=repr) == sorted(
                stored_rows(whole.database, table, Scope()), key=repr
            )


def test_every_version_has_its_step() -> None:
    assert all(schema.step(number) for number in range(schema.FIRST_VERSION + 1, SCHEMA_VERSION + 1))
