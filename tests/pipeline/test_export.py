"""Exports: the same rows in every format, harmless to spreadsheets, equal bytes for equal content."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.errors import EnvironmentBrokenError
from pipeline.export import FORMATS, Format, export, harmless
from pipeline.load import DocumentFacts, ExpectedDocument, Warehouse, open_warehouse
from pipeline.warehouse import tables, views
from pipeline.warehouse.shape import Table
from tests.extractions import NOW, archive_of, figure, finding, minutes

A = "a" * 64
FACTS = DocumentFacts(source_path="a.pdf", ingested_at=NOW)


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    figures = (
        figure(A, 1, "-827000", raw="-827", label="=HYPERLINK(1)"),
        figure(A, 2, "5", raw="+5", label='Åäö; "citat",\nny rad'),
    )
    with open_warehouse(":memory:") as opened:
        opened.load_document(minutes(A, figures=figures), FACTS)
        yield opened


def test_csv_has_every_row_and_amounts_to_the_last_decimal(warehouse: Warehouse, tmp_path: Path) -> None:
    export(warehouse, tmp_path, "csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["value"] for row in rows] == ["-827000.00", "5.00"]
    assert [row["label"] for row in rows] == ["'=HYPERLINK(1)", 'Åäö; "citat",\nny rad']
    assert [row["raw"] for row in rows] == ["'-827", "'+5"]
    assert rows[0]["period_start"] == "2025-01-01"


def test_csv_files_are_described_by_a_data_package(warehouse: Warehouse, tmp_path: Path) -> None:
    written = {path.name for path in export(warehouse, tmp_path, "csv")}
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} | {"datapackage.json"} == written
    for resource in package["resources"]:
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]
    figures = next(resource for resource in package["resources"] if resource["name"] == "figures")
    types = {field["name"]: field["type"] for field in figures["schema"]["fields"]}
    assert (types["value"], types["period_start"], types["repaired"]) == ("number", "date", "boolean")
    assert figures["schema"]["primaryKey"] == ["figure_id"]


VIEWS = {"figures_wide", "budget_outcome", "open_findings", "decisions_with_amounts", "coverage_gaps"}


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_views_are_exported_beside_the_tables(format_: Format, warehouse: Warehouse, tmp_path: Path) -> None:
    written = {path.name for path in export(warehouse, tmp_path, format_)}
    assert {f"{name}.{format_}" for name in VIEWS} <= written


def test_an_exported_view_says_what_the_view_says(warehouse: Warehouse, tmp_path: Path) -> None:
    outcome = figure(A, 2, "-800000", scenario="outcome", label="SamCoach")
    warehouse.load_document(minutes(A, figures=(figure(A, 1, "-827000"), outcome)), FACTS)
    warehouse.load_archive_results(archive_of(minutes(A)), [], [finding(A)])
    warehouse.load_coverage([ExpectedDocument(coverage_id="c", state="missing", kind="annual_report", fiscal_year=2024)])
    export(warehouse, tmp_path, "csv")
    (compared,) = _csv_rows(tmp_path / "budget_outcome.csv")
    assert (compared["budget"], compared["outcome"], compared["difference"]) == ("-827000.00", "-800000.00", "27000.00")
    assert [row["disagree"] for row in _csv_rows(tmp_path / "figures_wide.csv")] == ["False"]
    assert [row["file_name"] for row in _csv_rows(tmp_path / "open_findings.csv")] == ["aaaa.pdf"]
    assert [row["state"] for row in _csv_rows(tmp_path / "coverage_gaps.csv")] == ["missing"]
    assert {row["document_id"] for row in _csv_rows(tmp_path / "decisions_with_amounts.csv")} == {A}
    export(warehouse, tmp_path, "parquet")
    assert pq.read_table(tmp_path / "budget_outcome.parquet").column("difference").to_pylist() == [Decimal(27000)]


@pytest.mark.parametrize("view", views.EXPORTED, ids=lambda view: view.name)
def test_the_columns_of_a_view_are_declared_as_the_database_has_them(view: Table, warehouse: Warehouse) -> None:
    columns = warehouse.rows(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'avstam' AND table_name = %s"
        " ORDER BY column_index",
        [view.name],
    )
    assert tuple(name for name, _ in columns) == view.column_names
    found = {name: "DECIMAL" if kind.startswith("DECIMAL") else kind for name, kind in columns}
    declared = {column.name: column.type.value.split(" ")[0] for column in view.columns}
    assert found == {name: "DECIMAL" if kind.startswith("DECIMAL") else kind for name, kind in declared.items()}


def test_every_type_of_a_data_package_is_kept_by_its_rows(warehouse: Warehouse, tmp_path: Path) -> None:
    export(warehouse, tmp_path, "csv")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    wrong = []
    for resource in package["resources"]:
        rows = _csv_rows(tmp_path / resource["path"])
        fields = resource["schema"]["fields"]
        kept = {field["name"]: KEPT.get(field["type"], str) for field in fields}
        for row in rows:
            wrong += [(resource["name"], name) for name, value in row.items() if value and not _holds(kept[name], value)]
        key = resource["schema"].get("primaryKey", [])
        keys = [tuple(row[name] for name in key) for row in rows]
        assert not key or len(set(keys)) == len(keys)
    assert wrong == []


KEPT: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": Decimal,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "boolean": ("True", "False").index,
}


def _holds(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except (ValueError, ArithmeticError):
        return False
    return True


def _csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_json_lines_keep_amounts_as_text_and_texts_as_they_are(warehouse: Warehouse, tmp_path: Path) -> None:
    export(warehouse, tmp_path, "jsonl")
    rows = [json.loads(line) for line in (tmp_path / "figures.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (rows[0]["value"], rows[0]["raw"], rows[0]["repaired"], rows[0]["measure"]) == ("-827000.00", "-827", False, None)


def test_parquet_keeps_decimals(warehouse: Warehouse, tmp_path: Path) -> None:
    export(warehouse, tmp_path, "parquet")
    table = pq.read_table(tmp_path / "figures.parquet")
    assert table.column("value").to_pylist() == [Decimal("-827000.00"), Decimal("5.00")]
    assert str(table.schema.field("value").type) == "decimal128(18, 2)"


def test_xlsx_has_numbers_dates_and_no_formulas(warehouse: Warehouse, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="XLSX needs openpyxl")
    export(warehouse, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "avstam.xlsx")
    assert book.sheetnames == [table.name for table in (*tables.ALL, *views.EXPORTED)]
    header, first, _ = book["figures"].iter_rows()
    cells = dict(zip((cell.value for cell in header), first, strict=True))
    assert (cells["value"].value, cells["value"].data_type) == (-827000, "n")
    assert (cells["label"].value, cells["label"].data_type) == ("'=HYPERLINK(1)", "s")
    assert cells["period_start"].is_date


def test_rows_that_no_sheet_holds_go_to_a_second_one(
    warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="XLSX needs openpyxl")
    monkeypatch.setattr("pipeline.export.ROWS_OF_SHEET", 1)
    export(warehouse, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "avstam.xlsx")
    ids = [[row[0].value for row in book[name].iter_rows()] for name in ("figures", "figures (2)")]
    assert ids == [["figure_id", f"{A}-f1"], ["figure_id", f"{A}-f2"]]


def test_xlsx_without_openpyxl_says_what_to_install(
    warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.export.find_spec", lambda _: None)
    with pytest.raises(EnvironmentBrokenError, match="pip install openpyxl"):
        export(warehouse, tmp_path, "xlsx")


@pytest.mark.parametrize("format_", FORMATS)
def test_equal_content_gives_equal_bytes(format_: Format, tmp_path: Path) -> None:
    if format_ == "xlsx":
        pytest.importorskip("openpyxl", reason="XLSX needs openpyxl")
    extractions = [minutes("a" * 64), minutes("b" * 64)]
    written = []
    for order in (extractions, extractions[::-1]):
        with open_warehouse(":memory:") as warehouse:
            for extraction in order:
                warehouse.load_document(extraction, FACTS)
            folder = tmp_path / str(len(written))
            written.append([path.read_bytes() for path in export(warehouse, folder, format_)])
    assert written[0] == written[1]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_looks_like_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["SamCoach", "1-2", "", None, Decimal(-1), -1, 1.5, False])
def test_everything_else_stays_as_it_is(value: object) -> None:
    assert harmless(value) is value
