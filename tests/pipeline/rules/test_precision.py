"""What must not be accused: other column groups, English thousands, contributions paid out, scans, subtotals of one item."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipeline.judging.wording import printed
from pipeline.rules import allocation, budget_variance, equity_roll, table_row, table_total
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Finding
from tests.archives import archive, document

GROUPS = """
 | Budget 2025 | Utfall 2025 | Avvikelse 2025 | Budget 2025 år | Utfall 2025 år | Avvikelse 2025 år
Inredning | 4 827 | 4 812 | 15 | 709 | 694 | 15
Garvaren | 2 575 | 2 340 | 235 | 388 | 153 | 235
Hafreborg | 3 124 | 3 059 | 65 | 539 | 474 | 65
Summa | 10 526 | 10 211 | {} | 1 636 | 1 321 | 315
"""


def findings(rule: Any, *documents: ArchiveDocument) -> list[Finding]:
    return [outcome.finding for outcome in rule.check(archive(*documents), Settings()) if outcome.finding]


def test_a_deviation_is_held_against_the_columns_of_its_own_group() -> None:
    assert findings(table_row, document("inv", GROUPS.format("315"))) == []
    wrong = document("inv", GROUPS.format("351"))
    found = findings(table_total, wrong) + findings(table_row, wrong)
    assert [(f.actual, f.expected) for f in found] == [(Decimal(351), Decimal(315))]


def test_a_column_that_mixes_commas_and_whole_thousands_is_not_judged() -> None:
    drawing = "\n | Utfall 2024 | Utfall 2023\nSverige | 538 | 600\nNorge | 520 | 400\nDanmark | 480 | 411\nSumma | {} | 1411\n"
    assert findings(table_total, document("ram", drawing.format("1,538"))) == []
    assert [f.actual for f in findings(table_total, document("ram", drawing.format("1583")))] == [Decimal(1583)]


@pytest.mark.parametrize(
    ("raw", "scale", "text"), [("0,0", 1000000, "0,0 mnkr"), ("0,000", 1000000, "0,000 mnkr"), ("0", 1000, "0 tkr")]
)
def test_a_zero_is_told_in_the_unit_of_its_column(raw: str, scale: int, text: str) -> None:
    (figure,) = document("x", f"\n | Utfall 2024\nDrift | {raw}\n", scale=scale).figures
    assert printed(figure) == text


def test_a_subtotal_of_one_item_raises_no_notice_of_its_own() -> None:
    drawing = (
        "\n | Budget 2024 | Utfall 2024\nVatten | -100 000 | -180 000\nAvfall | -50 000 | -50 000\n"
        "Summa avgifter | -150 000 | -230 000\n"
        "Skola | -300 000 | -390 000\nSumma skola | -300 000 | -390 000\nTotalt | -450 000 | -620 000\n"
    )
    found = findings(budget_variance, document("års", drawing, year=2024))
    assert [f.message_sv.split(" 2024")[0] for f in sorted(found, key=lambda f: f.evidence[0].box.top)] == [
        "Vatten",
        "Skola",
        "Totalt",
    ]


@pytest.mark.parametrize("drawing", [
    "\n | Utfall 2024\nDriftbidrag till föreningar | 250 000\n",
    "\n | Utfall 2024\nDriftbidrag kultur | 250 000\nDriftbidrag idrott | 340 000\n",
    "\n | Antal 2024\nDriftbidrag | 23\n",
])  # fmt: skip
def test_contributions_paid_out_are_no_allocation(drawing: str) -> None:
    names = ("Driftbidrag till föreningar", "Driftbidrag kultur", "Driftbidrag idrott", "Driftbidrag")
    told = {
        "raw": "2 832 000 kronor",
        "value": 2832000,
        "fiscal_year": 2024,
        "scenario": "outcome",
        "concept": "income.contributions",
    }
    plain = document("års", drawing, year=2024, concepts=dict.fromkeys(names, "income.contributions"), sentences=[told])
    figures = tuple(figure.model_copy(update={"subject": None}) for figure in plain.figures)
    assert findings(allocation, plain.model_copy(update={"figures": figures})) == []


@pytest.mark.parametrize(("scanned", "severity"), [(False, "error"), (True, "warning")])
def test_one_identity_on_a_scan_is_a_warning(*, scanned: bool, severity: str) -> None:
    drawing = "\n | Utfall 2021 | Utfall 2020\nResultat | -125 937 | 336 545\nKapital | 679 029 | 800 473\n"
    plain = document(
        "års", drawing, year=2021, scanned=scanned, concepts={"Resultat": "result.year", "Kapital": "equity.closing"}
    )
    assert [f.severity for f in findings(equity_roll, plain)] == [severity]
