"""The schema is the contract: tables, columns and keys as people's SQL expects them; types and comments in the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.load import open_warehouse
from pipeline.warehouse import tables, views
from pipeline.warehouse.shape import Table, Type, documentation

CONTRACT = {  # typed from the design of the warehouse: table -> (key, columns besides those of the key)
    "documents": (
        "document_id",
        (
            "file_name source_path kind entity_id entity_name org_number title fiscal_year period_start period_end meeting_date"
            " language page_count parent_document_id duplicate_of signed producer text_source words_repaired extractor_version"
            " ingested_at"
        ),
    ),
    "pages": (
        "document_id page",
        (
            "width height rotation text_source quality word_count repaired_count text number_count number_read number_furniture"
            " number_unread status problem"
        ),
    ),
    "repairs": ("repair_id", "document_id page x0 top x1 bottom raw repaired method confidence"),
    "tables": ("table_id", "document_id page x0 top x1 bottom title row_count column_count unit kind"),
    "cells": ("table_id row col", "document_id page x0 top x1 bottom text raw is_header row_span col_span"),
    "figures": (
        "figure_id",
        (
            "document_id entity_id concept subject label column_header fiscal_year period_start period_end scenario value unit"
            " quantum raw page x0 top x1 bottom table_id row col origin confidence repaired"
        ),
    ),
    "meetings": (
        "meeting_id",
        (
            "document_id entity_id body meeting_date start_time end_time place chair secretary adjusters paragraph_first"
            " paragraph_last next_meeting_date next_meeting_place previous_minutes_date"
        ),
    ),
    "attendance": ("meeting_id position", "name organisation role present deciding note"),
    "decisions": (
        "decision_id",
        (
            "document_id meeting_id meeting_date paragraph heading point_index text background kind amount subject fiscal_year"
            " reference page x0 top x1 bottom"
        ),
    ),
    "checks": (
        "check_id",
        (
            "rule verdict entity_id fiscal_year concept subject document_id table_id stated computed residual tolerance"
            " explanation finding_id"
        ),
    ),
    "findings": (
        "finding_id",
        (
            "rule severity status entity_id fiscal_year concept subject message_sv message_en expected actual difference"
            " tolerance first_seen_run last_seen_run"
        ),
    ),
    "finding_evidence": (
        "finding_id position",
        "role document_id page x0 top x1 bottom figure_id decision_id raw value",
    ),
    "reviews": ("review_id", "finding_id figure_id verdict corrected_value note author reviewed_at"),
    "coverage": (
        "coverage_id",
        "entity_id kind fiscal_year meeting_date paragraph_first paragraph_last state document_id reason",
    ),
    "quarantine": ("content_id", "file_name source_path reason detail seen_at"),
    "runs": (
        "run_id",
        (
            "started_at finished_at command version files_seen files_new files_quarantined pages figures decisions findings_new"
            " findings_resolved"
        ),
    ),
}
MONEY = {
    "figures": ["value", "value_high"],
    "decisions": ["amount"],
    "checks": ["stated", "computed", "residual", "tolerance"],
    "findings": ["expected", "actual", "difference", "tolerance"],
    "finding_evidence": ["value"],
    "reviews": ["corrected_value"],
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_database_has_every_table_column_and_key_of_the_contract(name: str) -> None:
    key, columns = (text.split() for text in CONTRACT[name])
    with open_warehouse(":memory:") as warehouse:
        found = warehouse.rows(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'avstam' AND table_name = %s"
            " ORDER BY ordinal_position",
            [name],
        )
        keys = warehouse.rows(
            "SELECT constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY' AND table_name = %s",
            [name],
        )
    assert [column for (column,) in found][: len(key + columns)] == key + columns, "contract columns come first, in order"
    assert keys == [(key,)]


@pytest.mark.parametrize("name", MONEY)
def test_money_is_decimal_with_two_places(name: str) -> None:
    with open_warehouse(":memory:") as warehouse:
        types = dict(
            warehouse.rows(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'avstam' AND table_name = %s",
                [name],
            )
        )
    assert {types[column] for column in MONEY[name]} == {"DECIMAL(18,2)"}


def test_no_amount_is_a_float() -> None:
    floats = {column.name for table in tables.ALL for column in table.columns if column.type is Type.REAL}
    assert floats == {"x0", "top", "x1", "bottom", "width", "height", "quality", "confidence", "score"}


@pytest.mark.parametrize("table", tables.ALL, ids=lambda table: table.name)
def test_every_table_and_column_says_what_it_holds(table: Table) -> None:
    with open_warehouse(":memory:") as warehouse:
        comments = dict(
            warehouse.rows(
                "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = 'avstam' AND table_name = %s", [table.name]
            )
        )
    assert [name for name in table.column_names if not comments[name] or not comments[name].endswith((".", ")", "`"))] == []


def test_the_documented_dictionary_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "warehouse.md"
    assert page.read_text(encoding="utf-8") == documentation((*tables.ALL, *views.EXPORTED)), "run `make docs`"
