"""The views, as people use them: what several documents state of one subject and year stands side by side, each thing once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pipeline.load import DocumentFacts, Warehouse, open_warehouse
from schemas.document import DocumentKind, Extraction
from schemas.figure import Figure
from tests.extractions import NOW, archive_of, figure, finding, minutes

PLAN, HALF, YEAR, OTHER = "a" * 64, "b" * 64, "c" * 64, "d" * 64
FACTS = DocumentFacts(ingested_at=NOW)


@pytest.fixture(params=["duckdb", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "duckdb":
        return str(tmp_path / "warehouse.duckdb")
    url = str(request.getfixturevalue("postgres_url"))
    with psycopg.connect(url) as connection:
        connection.execute("DROP SCHEMA IF EXISTS avstam CASCADE")
    return url


def report(document_id: str, kind: DocumentKind, *figures: Figure, year: int = 2025) -> Extraction:
    """Return a document that states nothing but these figures."""
    whole = minutes(document_id, figures=figures)
    known = whole.classification.model_copy(update={"kind": kind, "fiscal_year": year, "period_end": dt.date(year, 12, 31)})
    return whole.model_copy(update={"classification": known, "meetings": (), "decisions": ()})


def wide(warehouse: Warehouse, view: str = "figures_wide", **wanted: object) -> list[dict[str, Any]]:
    """Return the rows of a view that have the wanted values."""
    query = f"SELECT * FROM avstam.{view}"  # noqa: S608  # our names
    names = warehouse.database.names(query)
    rows = [dict(zip(names, row, strict=True)) for row in warehouse.rows(query)]
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def test_budget_outcome_and_forecast_of_several_documents_stand_side_by_side(target: str) -> None:
    half = figure(HALF, 1, "-400000", scenario="outcome", period_end=dt.date(2025, 6, 30))
    outcome = figure(YEAR, 1, "-810000", scenario="outcome", measure="net")
    documents = (
        report(PLAN, "plan", figure(PLAN, 1, "-827000")),
        report(HALF, "interim_report", half, figure(HALF, 2, "-800000", scenario="forecast")),
        report(YEAR, "annual_report", outcome, figure(YEAR, 2, "17000", scenario="variance", measure="net")),
    )
    with open_warehouse(target) as warehouse:
        for document in documents:
            warehouse.load_document(document, FACTS)
        (year,) = wide(warehouse, subject="SamCoach", period_end=dt.date(2025, 12, 31))
        (first_half,) = wide(warehouse, subject="SamCoach", period_end=dt.date(2025, 6, 30))
        (compared,) = wide(warehouse, "budget_outcome")
    assert [year[name] for name in ("budget", "outcome", "forecast", "variance", "statements", "disagree")] == [
        Decimal(-827000),
        Decimal(-810000),
        Decimal(-800000),
        Decimal(17000),
        4,
        False,
    ]
    assert (year["files"], year["outcome_figure_id"]) == ("aaaa.pdf, bbbb.pdf, cccc.pdf", f"{YEAR}-f1")
    assert (first_half["budget"], first_half["outcome"]) == (None, Decimal(-400000))
    assert (compared["difference"], round(compared["share"], 4)) == (Decimal(17000), 0.0206)


def test_a_copy_and_an_older_edition_do_not_count(target: str) -> None:
    with open_warehouse(target) as warehouse:
        warehouse.load_document(report(PLAN, "plan", figure(PLAN, 1, "-828000")), FACTS)
        warehouse.load_document(
            report(HALF, "plan", figure(HALF, 1, "-827000")), FACTS.model_copy(update={"superseded_by": PLAN})
        )
        warehouse.load_document(report(OTHER, "plan", figure(OTHER, 1, "-1")), FACTS.model_copy(update={"duplicate_of": PLAN}))
        (row,) = wide(warehouse)
    assert (row["budget"], row["statements"], row["disagree"], row["files"]) == (Decimal(-828000), 1, False, "aaaa.pdf")


def test_the_most_precise_statement_counts_and_one_that_rounding_does_not_explain_is_told(target: str) -> None:
    exact = figure(YEAR, 1, "-826600", quantum=Decimal(1))
    with open_warehouse(target) as warehouse:
        warehouse.load_document(report(PLAN, "plan", figure(PLAN, 1, "-827000")), FACTS)
        warehouse.load_document(report(YEAR, "annual_report", exact), FACTS)
        (row,) = wide(warehouse)
        assert (row["budget"], row["statements"], row["disagree"]) == (Decimal(-826600), 2, False)
        warehouse.load_document(report(OTHER, "interim_report", figure(OTHER, 1, "-829000")), FACTS)
        (row,) = wide(warehouse)
    assert (row["budget"], row["disagree"]) == (Decimal(-826600), True)


def test_a_document_about_the_very_year_is_preferred_to_a_later_comparison(target: str) -> None:
    restated = figure(OTHER, 1, "-801234", scenario="outcome", quantum=Decimal(1))
    with open_warehouse(target) as warehouse:
        warehouse.load_document(report(YEAR, "annual_report", figure(YEAR, 1, "-801000", scenario="outcome")), FACTS)
        warehouse.load_document(report(OTHER, "annual_report", restated, year=2026), FACTS)
        (row,) = wide(warehouse)
    assert row["outcome"] == Decimal(-801000)


def test_rows_that_one_concept_does_not_tell_apart_go_by_their_labels(target: str) -> None:
    lines = [
        figure(YEAR, number, value, subject=None, concept="liabilities.short.accrued", label=label)
        for number, value, label in ((1, "-1000", "Personalskatt"), (2, "-2000", "Upplupna löner"))
    ]
    with open_warehouse(target) as warehouse:
        warehouse.load_document(report(YEAR, "annual_report", *lines), FACTS)
        rows = wide(warehouse)
    assert {row["label"]: (row["budget"], row["disagree"]) for row in rows} == {
        "Personalskatt": (Decimal(-1000), False),
        "Upplupna löner": (Decimal(-2000), False),
    }


def test_bodies_years_and_units_are_never_mixed(target: str) -> None:
    figures = (figure(PLAN, 1, "-827000"), figure(PLAN, 2, "5", unit="percent"), figure(PLAN, 3, "-900000", fiscal_year=2026,
               period_start=dt.date(2026, 1, 1), period_end=dt.date(2026, 12, 31)))  # fmt: skip
    unknown = report(OTHER, "plan", figure(OTHER, 1, "-1000"))
    unknown = unknown.model_copy(update={"classification": unknown.classification.model_copy(update={"body": None})})
    with open_warehouse(target) as warehouse:
        warehouse.load_document(report(PLAN, "plan", *figures), FACTS)
        warehouse.load_document(unknown, FACTS)
        found = {(row["entity_id"], row["fiscal_year"], row["unit"]): row["budget"] for row in wide(warehouse)}
    assert found == {
        ("222000-2063", 2025, "SEK"): Decimal(-827000),
        ("222000-2063", 2025, "percent"): Decimal(5),
        ("222000-2063", 2026, "SEK"): Decimal(-900000),
        (None, 2025, "SEK"): Decimal(-1000),
    }


def test_the_examples_of_the_documentation_lead_from_a_value_to_its_page_and_box(target: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "warehouse.md").read_text(encoding="utf-8")
    to_figure, to_evidence, known = (part.split("```")[0] for part in page.split("```sql")[1:])
    with open_warehouse(target) as warehouse:
        warehouse.begin_run("run", "1", NOW)
        warehouse.load_document(minutes(PLAN), FACTS)
        warehouse.load_archive_results(archive_of(minutes(PLAN)), [], [finding(PLAN)])
        assert warehouse.rows(to_figure) == [
            ("SamCoach", Decimal(-827000), "aaaa.pdf", 1, 400.0, 220.0, 440.0, 230.0, "-827000", PLAN)
        ]
        assert [row[2:8] for row in warehouse.rows(to_evidence)] == [
            ("total", "aaaa.pdf", 1, 400.0, 300.0, 440.0),
            ("item", "aaaa.pdf", 1, 400.0, 280.0, 440.0),
        ]
        assert len(warehouse.rows(known)) == 2
