"""DataFrames from the warehouse: exact amounts, typed columns, rows in a fixed order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.frames import VIEWS, read
from pipeline.load import DocumentFacts, open_warehouse
from tests.extractions import NOW, figure, minutes

A = "a" * 64
FILLED = {
    "figures_wide": 1,
    "figures_by_row": 3,
    "decisions_with_amounts": 1,
    "changes": 6,
    "documents_versions": 1,
    "tables_versions": 1,
    "figures_versions": 3,
    "meetings_versions": 1,
    "decisions_versions": 1,
}
"""Rows of the views that are not empty after one document was loaded."""


@pytest.fixture
def target(tmp_path: Path) -> str:
    path = str(tmp_path / "warehouse.duckdb")
    with open_warehouse(path) as warehouse:
        figures = tuple(figure(A, number, "0.10") for number in range(3))
        warehouse.load_document(minutes(A, figures=figures), DocumentFacts(ingested_at=NOW))
    return path


def test_amounts_stay_exact_when_they_are_added(target: str) -> None:
    figures = read("figures", warehouse=target)
    assert figures.value.sum() == Decimal("0.30")
    assert str(figures.value.dtype) == "decimal128(18, 2)[pyarrow]"
    assert list(figures.figure_id) == [f"{A}-f{number}" for number in range(3)]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_read_also_when_it_is_empty(name: str, target: str) -> None:
    frame = read(name, warehouse=target)
    assert len(frame) == FILLED.get(name, 0)
    assert len(frame.columns) > 4


def test_a_name_that_is_none_gets_the_list_of_names(target: str) -> None:
    with pytest.raises(UsageError, match=r"figure; drop.*budget_outcome, cells"):
        read("figure; drop", warehouse=target)


def test_rows_are_chosen_by_the_values_of_their_columns(target: str) -> None:
    assert len(read("figures", warehouse=target, scenario="budget", row=[1, 2])) == 2
    assert len(read("figures", warehouse=target, measure=None)) == 3
    assert read("figures", warehouse=target, row=[]).empty
    with pytest.raises(UsageError, match="figures has no column colour"):
        read("figures", warehouse=target, colour="red")


def test_what_was_known_after_a_run_can_be_read_as_it_was(target: str) -> None:
    with open_warehouse(target) as warehouse:
        for value in ("1", "2"):
            warehouse.begin_run("run", value, NOW)
            warehouse.load_document(minutes(A, version=value, figures=(figure(A, 1, value),)), DocumentFacts(ingested_at=NOW))
            warehouse.end_run(NOW, files_seen=1, files_new=1, files_quarantined=0)
    assert [int(value) for value in read("figures", warehouse=target).value] == [2]
    assert [int(value) for value in read("figures", warehouse=target, as_of=1, scenario="budget").value] == [1]
    assert len(read("figures", warehouse=target, as_of=0)) == 3
    with pytest.raises(UsageError, match="cells keeps no history"):
        read("cells", warehouse=target, as_of=1)


def test_the_example_of_the_readme_runs_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = figure(A, 2, "-810000", scenario="outcome")
    with open_warehouse(".avstam/warehouse.duckdb") as warehouse:
        warehouse.begin_run("run", "1", NOW)
        warehouse.load_document(minutes(A, figures=(figure(A, 1, "-827000"), outcome)), DocumentFacts(ingested_at=NOW))
        warehouse.end_run(NOW, files_seen=1, files_new=1, files_quarantined=0)
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = readme.split("### From Python")[1].split("```python")[1].split("```")[0]
    exec(example, {})  # noqa: S102  # the very words of the README
    printed = capsys.readouterr().out.split()
    assert {"SamCoach", "-827000.00", "-810000.00", "17000.00"} <= set(printed)
