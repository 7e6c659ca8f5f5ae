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


@pytest.fixture
def target(tmp_path: Path) -> str:
    path = str(tmp_path / "warehouse.duckdb")
    with open_warehouse(path) as warehouse:
        figures = tuple(figure(A, number, "0.10") for number in range(3))
        warehouse.load_document(minutes(A, figures=figures), DocumentFacts(ingested_at=NOW))
    return path


def test_amounts_stay_exact_when_they_are_added(target: str) -> None:
    figures = read(target, "figures")
    assert figures.value.sum() == Decimal("0.30")
    assert str(figures.value.dtype) == "decimal128(18, 2)[pyarrow]"
    assert list(figures.figure_id) == [f"{A}-f{number}" for number in range(3)]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_read_also_when_it_is_empty(name: str, target: str) -> None:
    frame = read(target, name)
    assert len(frame) == {"figures_wide": 1, "figures_by_row": 3, "decisions_with_amounts": 1}.get(name, 0)
    assert len(frame.columns) > 5


def test_a_name_that_is_none_gets_the_list_of_names(target: str) -> None:
    with pytest.raises(UsageError, match=r"figure; drop.*budget_outcome, cells"):
        read(target, "figure; drop")
