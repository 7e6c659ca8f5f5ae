"""Rules of statements: cash flow, balance sheet, notes, prior year, repeated rows, shares, granted amounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from pipeline.rules import (
    decision_figure,
    prior_year,
    ratio,
    statement_balance,
    statement_cash,
    statement_note,
    table_repeat,
    table_total,
)
from schemas.archive import ArchiveDocument, Settings
from schemas.decision import Decision
from schemas.finding import Finding
from schemas.place import Box
from tests.archives import archive, document

BOX = Box(x0=0, top=0, x1=10, bottom=10)
CASH = """
 | Utfall 2024 | Utfall 2023
Före rörelsekapital | 236,50 | -117,09
Fordringar | -5,21 | -2,32
Skulder | -487,57 | -137,05
=Kassaflöde från den löpande verksamheten | -256,28 | {}
Likvida medel vid årets slut | 980,03 | 1 236,30
"""
BALANCE = """
 | Utfall 2024 | Utfall 2023
Fordringar | 17,73 | 12,53
Kassa och bank | {} | 1 236,30
Summa tillgångar | 997,76 | 1 248,83
Eget kapital | 820,53 | 584,03
Skulder | 177,23 | 664,80
Summa eget kapital och skulder | {} | 1 248,83
"""
CONCEPTS = {
    "Likvida medel vid årets slut": "cash.closing",
    "Kassa och bank": "assets.cash",
    "Summa tillgångar": "assets.total",
    "Summa eget kapital och skulder": "equity_and_liabilities.total",
    "Årets resultat": "result.year",
    "Beräknat resultat": "result.year",
    "Kvarvarande": "result.remaining",
    "Verksamhetens kostnader": "cost.operating",
    "Eget kapital": "equity.closing",
    "Driftbidrag": "income.contributions",
    "Eget kapital/driftbidrag": "ratio.equity_share",
}


def drawn(
    name: str, *drawings: str, kinds: tuple[str, ...] = (), titles: Mapping[int, str] | None = None, **fields: Any
) -> ArchiveDocument:
    """Return a document whose tables have the given kinds and titles, and whose rows have their concepts and no subject."""
    plain = document(name, *drawings, concepts=CONCEPTS, **fields)
    tables = tuple(
        table.model_copy(update={"kind": kinds[i] if i < len(kinds) else table.kind, "title": (titles or {}).get(i, table.title)})
        for i, table in enumerate(plain.tables)
    )
    figures = tuple(figure.model_copy(update={"subject": None}) if figure.concept else figure for figure in plain.figures)
    return plain.model_copy(update={"tables": tables, "figures": figures})


def findings(rule: Any, *documents: ArchiveDocument) -> list[Finding]:
    return [outcome.finding for outcome in rule.check(archive(*documents), Settings()) if outcome.finding]


def test_a_flow_without_its_minus() -> None:
    (found,) = findings(statement_cash, drawn("års", CASH.format("256,46"), kinds=("cash_flow",), scale=1000))
    assert (found.rule, found.actual, found.expected) == ("statement.cash", Decimal(256460), Decimal(-256460))
    assert findings(statement_cash, drawn("års", CASH.format("-256,46"), kinds=("cash_flow",), scale=1000)) == []


def test_closing_cash_that_the_balance_sheet_does_not_have() -> None:
    flow = CASH.format("-256,46")
    kinds = ("cash_flow", "balance_sheet")
    right = drawn("års", flow, BALANCE.format("980,03", "997,76"), kinds=kinds, scale=1000)
    assert findings(statement_cash, right) == []
    wrong = drawn("års", flow, BALANCE.format("980,30", "997,76"), kinds=kinds, scale=1000)
    assert [abs(f.difference or 0) for f in findings(statement_cash, wrong)] == [Decimal(270)]


def test_two_sides_of_a_balance_sheet() -> None:
    found = findings(statement_balance, drawn("års", BALANCE.format("980,03", "979,76"), kinds=("balance_sheet",), scale=1000))
    assert {f.rule for f in found} == {"statement.balance"}
    assert Decimal(979760) in {f.actual for f in found}
    assert (
        findings(statement_balance, drawn("års", BALANCE.format("980,03", "997,76"), kinds=("balance_sheet",), scale=1000)) == []
    )


@pytest.mark.parametrize(("total", "count"), [("2 832", 0), ("2 823", 1)])
def test_a_note_and_its_line(total: str, count: int) -> None:
    line = "\n | Utfall 2024 | Utfall 2023\nIntäkter | 2 832 | 2 832\n"
    note = f"\n | Utfall 2024 | Utfall 2023\nStaten | 1 416 | 1 416\nKommunen | 1 416 | 1 416\nSumma | {total} | 2 832\n"
    plain = drawn("års", line, note, kinds=("income_statement", "note"), titles={1: "Not 2. Intäkter"})
    first = plain.tables[0]
    rows = tuple(row.model_copy(update={"note": "2"}) if row.label == "Intäkter" else row for row in first.rows)
    noted = plain.model_copy(update={"tables": (first.model_copy(update={"rows": rows}), *plain.tables[1:])})
    assert len(findings(statement_note, noted)) == count
    sections = tuple(row.model_copy(update={"section": "Not 2 Intäkter"}) for row in noted.tables[1].rows)
    one_table = noted.tables[1].model_copy(update={"rows": sections, "title": "Noter"})
    assert len(findings(statement_note, noted.model_copy(update={"tables": (noted.tables[0], one_table)}))) == count


@pytest.mark.parametrize(
    ("label", "printed", "severities"),
    [
        ("Årets resultat", "-117 094", []),
        ("Årets resultat", "-125 094", ["error"]),
        ("Verksamhetens kostnader", "-125 094", ["warning"]),
    ],
)
def test_the_column_of_the_year_before(label: str, printed: str, severities: list[str]) -> None:
    later = drawn("2024", f"\n | Utfall 2024 | Utfall 2023\n{label} | 236 500 | {printed}\n", kinds=("overview",), year=2024)
    earlier = drawn("2023", f"\n | Utfall 2023 | Utfall 2022\n{label} | -117 094 | 1 000\n", kinds=("overview",), year=2023)
    assert [f.severity for f in findings(prior_year, later, earlier)] == severities


@pytest.mark.parametrize(
    ("again", "count"),
    [("-455 000 | 1 072 000 | 1 966 000", 1), ("-455 000 | 596 000 | 1 966 000", 0), ("-455 000 | 1 072 000 | 1 955 000", 0)],
)
def test_a_row_that_is_printed_again(again: str, count: int) -> None:
    header = "\n | Budget 2026 | Budget 2027 | Budget 2028\n"
    plan = drawn("plan", f"{header}Kvarvarande | -455 000 | 596 000 | 1 966 000\n", f"{header}Beräknat resultat | {again}\n")
    found = findings(table_repeat, plan)
    assert [(f.severity, f.actual, f.expected) for f in found] == [("error", Decimal(1072000), Decimal(596000))] * count


@pytest.mark.parametrize(("share", "count"), [("29 %", 0), ("25 %", 1)])
def test_a_share_that_does_not_follow_from_the_amounts(share: str, count: int) -> None:
    drawing = (
        "\n | Utfall 2024 | Utfall 2023 | Utfall 2022\nDriftbidrag | 2 832 000 | 2 832 000 | 2 838 000\n"
        f"Eget kapital | 820 526 | 584 026 | 701 119\nEget kapital/driftbidrag | {share} | 21 % | 25 %\n"
    )
    found = findings(ratio, drawn("års", drawing))
    assert [(f.severity, f.expected) for f in found] == [("warning", Decimal("29.0"))] * count


@pytest.mark.parametrize(("amount", "count"), [(91000, 0), (90000, 1), (20000, 0)])
def test_a_grant_in_minutes_and_in_a_report(amount: int, count: int) -> None:
    told = {"raw": "91 000 kr", "value": 91000, "subject": "Praktik", "fiscal_year": 2024, "scenario": "granted"}
    decision = Decision(
        decision_id="b1", document_id="prot", paragraph="12", text="att bevilja medel", kind="grant", amount=Decimal(amount),
        subject="Praktik", fiscal_year=2024, meeting_date=dt.date(2024, 5, 2), page=2, box=BOX,
    )  # fmt: skip
    minutes = document("prot", kind="minutes", year=2024).model_copy(update={"decisions": (decision,)})
    found = findings(decision_figure, document("års", year=2024, sentences=[told]), minutes)
    assert [f.severity for f in found] == ["warning"] * count


def test_several_grants_of_one_point_are_held_each_against_the_report() -> None:
    told = [
        {"raw": "91 000 kr", "value": 91000, "subject": "Praktik", "fiscal_year": 2024, "scenario": "granted"},
        {"raw": "40 000 kr", "value": 40000, "subject": "Kaffe", "fiscal_year": 2024, "scenario": "granted"},
    ]
    decision = Decision(
        decision_id="b1", document_id="prot", paragraph="12", text="att bevilja medel", kind="grant", page=2, box=BOX
    )  # fmt: skip
    granted = [{**one, "decision_id": "b1"} for one in told]
    granted[1] |= {"raw": "50 000 kr", "value": 50000}
    minutes = document("prot", kind="minutes", year=2024, sentences=granted).model_copy(update={"decisions": (decision,)})
    found = findings(decision_figure, document("års", year=2024, sentences=told), minutes)
    assert [(f.subject, f.expected, f.actual) for f in found] == [("Kaffe", 50000, 40000)]


def test_a_sum_that_counts_a_row_of_another_table_is_a_warning() -> None:
    lines = "\n | Budget 2024 | Prognos 2024\nIntäkter | 951 | 900\nPersonal | -400 | -500\nLokaler | -430 | -440\n"
    whole = f"{lines}Finansnetto | 0 | -9\nÅrets resultat | 121 | -49\n"
    cut = lines + "Summa | 121 | {}\n"
    (found,) = findings(table_total, document("uppf", whole, cut.format("-49")))
    assert found.severity == "warning"
    assert "Finansnetto" in found.message_sv
    (other,) = findings(table_total, document("uppf", whole, cut.format("-47")))
    assert "Finansnetto" not in other.message_sv
