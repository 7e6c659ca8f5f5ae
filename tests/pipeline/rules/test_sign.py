"""`sign`: one figure against all others of its size, and rows unlike the others of their kind."""

from __future__ import annotations

import pytest

from pipeline.rules import sign
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Finding
from tests.archives import archive, document

CONCEPTS = {
    "Årets resultat": "result.year",
    "Bidrag": "income.contributions",
    "Övrigt": "income.other",
    "Hyra": "cost.premises",
    "Lön": "cost.staff",
    "Resor": "cost.other",
    "Arvode": "cost.board",
}
OVERVIEW = "kr | Utfall 2024 | Utfall 2023\nÅrets resultat | 236 500 | -117 094"


def annual(cash: str, *, scanned: bool = False) -> ArchiveDocument:
    tables = [f"kr | Utfall 2024 | Utfall 2023\nÅrets resultat | 236 5{n}0 | -117 09{n}" for n in range(2)]
    cash_flow = f"kr | Utfall 2024 | Utfall 2023\nÅrets resultat | 236 500 | {cash}"
    return document("års", *tables, cash_flow, year=2024, concepts=CONCEPTS, scanned=scanned)


def told(*documents: ArchiveDocument) -> list[Finding]:
    return [outcome.finding for outcome in sign.check(archive(*documents), Settings()) if outcome.finding]


@pytest.mark.parametrize(("scanned", "severity"), [(False, "error"), (True, "warning")])
def test_a_result_with_the_other_sign_than_two_of_its_size_is_wrong(*, scanned: bool, severity: str) -> None:
    (finding,) = told(annual("117 090", scanned=scanned))
    assert (finding.severity, finding.fiscal_year, finding.actual, finding.expected) == (severity, 2023, 117090, -117090)
    assert "117 090 kr (års.pdf:p1) har motsatt tecken mot -117 090 kr" in finding.message_sv


def test_the_same_sign_everywhere_is_silent_and_checked() -> None:
    outcomes = list(sign.check(archive(annual("-117 090")), Settings()))
    assert [outcome.finding for outcome in outcomes if outcome.finding] == []
    assert {outcome.check.verdict for outcome in outcomes} == {"exact"}


def test_another_amount_is_no_other_sign() -> None:
    assert told(annual("93 400")) == []


def test_two_statements_do_not_tell_which_one_is_wrong() -> None:
    tables = [f"kr | Utfall 2023\nÅrets resultat | {value}" for value in ("-117 094", "117 094")]
    assert told(document("års", *tables, year=2024, concepts=CONCEPTS)) == []


def test_an_income_with_a_minus_among_incomes_is_a_notice() -> None:
    (finding,) = told(document("års", "kr | Utfall 2024\nBidrag | 2 832 000\nÖvrigt | -7", year=2024, concepts=CONCEPTS))
    assert (finding.severity, finding.actual) == ("notice", -7)
    assert told(document("års", "kr | Utfall 2024\nBidrag | -2 832 000\nÖvrigt | -7", year=2024, concepts=CONCEPTS)) == []


def test_a_cost_without_a_minus_among_three_that_have_it_is_a_notice() -> None:
    rows = "kr | Utfall 2024\nHyra | -10 000\nLön | -400 000\nResor | {}\nArvode | -75 000"
    (finding,) = told(document("års", rows.format("6 500"), year=2024, concepts=CONCEPTS))
    assert (finding.severity, finding.actual) == ("notice", 6500)
    assert told(document("års", rows.format("-6 500"), year=2024, concepts=CONCEPTS)) == []
