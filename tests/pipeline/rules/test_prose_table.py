"""`prose.table`: text and lists of facts against tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipeline.rules import prose_table
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Check, Finding
from tests.archives import archive, document

COSTS = """
 | Budget 2026 | Budget 2027
Steget | -1 360 000 | -1 360 000
Livsstil | -91 000 | 0
Coach | -827 000 | 0
"""


def told(subject: str, raw: str, value: int, year: int = 2026, **fields: Any) -> dict[str, Any]:
    return {"raw": raw, "value": value, "subject": subject, "fiscal_year": year, "scenario": "granted", **fields}


def run(*documents: ArchiveDocument) -> tuple[list[Check], list[Finding]]:
    outcomes = list(prose_table.check(archive(*documents), Settings()))
    return [o.check for o in outcomes], [o.finding for o in outcomes if o.finding]


def plan(*sentences: dict[str, Any]) -> ArchiveDocument:
    return document("plan", COSTS, kind="plan", year=2026, sentences=sentences)


def test_ten_thousand_kronor_differ() -> None:
    _, found = run(plan(told("Steget", "1 370 000 kronor", 1370000)))
    assert [(f.severity, f.actual, f.expected, f.difference) for f in found] == [
        ("error", Decimal(1370000), Decimal(-1360000), Decimal(10000))
    ]
    assert "1 370 000 kronor" in found[0].message_sv
    assert "-1 360 000 kr" in found[0].message_sv


def test_signs_are_a_matter_of_style() -> None:
    checks, found = run(plan(told("Coach", "827 000 kronor", 827000), told("Coach", "827 tkr", 827000)))
    assert [check.verdict for check in checks] == ["exact", "exact"]
    assert found == []


def test_rounded_up_to_whole_thousands_is_a_notice() -> None:
    _, found = run(plan(told("Livsstil", "90 327 kronor", 90327)))
    assert [f.severity for f in found] == ["notice"]


@pytest.mark.parametrize(
    "fields", [{"change": True}, {"approximate": True}, {"value_high": Decimal(1500000)}, {"scenario": "requested"}]
)
def test_changes_and_vague_amounts_are_not_compared(fields: dict[str, Any]) -> None:
    checks, _ = run(plan(told("Steget", "1 400 000 kr", 1400000, **fields)))
    assert checks == []


def test_another_year_is_another_fact() -> None:
    _, found = run(plan(told("Coach", "0 kr", 0, 2027), told("Coach", "827 000 kr", 827000, 2026)))
    assert found == []


def test_half_a_thousand_may_be_rounded_either_way() -> None:
    follow_up = "\n | Budget 2025 | Utfall 2025\nPraktik | -67 | -68\n"
    doc = document("delår", follow_up, kind="interim_report", scale=1000, sentences=[told("Praktik", "67 500 kr", 67500, 2025)])
    checks, found = run(doc)
    assert [check.verdict for check in checks] == ["within_rounding"]
    assert found == []


def test_an_outcome_of_half_a_year_is_not_the_years() -> None:
    follow_up = "\n | Utfall jun 2025\nCoach | -414\n"
    doc = document(
        "delår",
        follow_up,
        kind="interim_report",
        scale=1000,
        sentences=[told("Coach", "827 000 kr", 827000, 2025, scenario="outcome")],
    )
    assert run(doc) == ([], [])


def test_a_list_of_facts_is_held_against_the_follow_up() -> None:
    # 42 614 kr would be 43 tkr, not 44: 1 386 kr is more than one step.
    facts = "\n | Utfall 2024\nVecka | -42 614\n"
    thousands = document("års", facts, year=2024, table_kinds=["facts"])
    follow_up = document("års2", "\n | Utfall 2024\nVecka | -44\n", year=2024, scale=1000)
    merged = thousands.model_copy(
        update={"tables": (*thousands.tables, *follow_up.tables), "figures": (*thousands.figures, *follow_up.figures)}
    )
    _, found = run(merged)
    assert [(f.severity, f.actual) for f in found] == [("error", Decimal(-42614))]


def test_another_amount_beside_one_that_agrees_is_left_alone() -> None:
    checks, found = run(plan(told("Coach", "827 000 kr", 827000), told("Coach", "206 000 kr", 206000)))
    assert sorted(check.verdict for check in checks) == ["exact", "not_checkable"]
    assert found == []


@pytest.mark.parametrize("measure", ["deficit", "surplus"])
def test_what_a_committee_misses_or_has_left_is_not_its_cost(measure: str) -> None:
    checks, found = run(plan(told("Steget", "40 000 kr", 40000, scenario="budget", measure=measure)))
    assert (checks, found) == ([], [])
    assert run(plan(told("Steget", "1 340 000 kr", 1340000, scenario="budget")))[1] != []
