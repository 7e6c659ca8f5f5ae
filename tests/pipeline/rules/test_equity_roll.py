"""`equity.roll` within one document: what its tables state of one year's equity and result."""

from __future__ import annotations

from decimal import Decimal

from pipeline.rules import equity_roll
from schemas.archive import Settings
from schemas.finding import Finding
from tests.archives import archive, document

ROLL = {"Utgående eget kapital": "equity.closing", "Ingående eget kapital": "equity.opening", "Årets resultat": "result.year"}
OVERVIEW = "\n | 2025 | 2024\n~ Årets resultat | {result} | 40\nUtgående eget kapital | 1 100 | 1 000\n"
BALANCE = (
    "\n | 2025 | 2024\nIngående eget kapital | 1 000 | 960\n~ Årets resultat | 100 | 40\nUtgående eget kapital | 1 100 | 1 000\n"
)
INCOME = "\n | 2025 | 2024\n~ Årets resultat | 100 | 40\n"


def rolled(*drawings: str) -> list[Finding]:
    doc = document("årsredovisning", *drawings, scale=1000, concepts=ROLL)
    return [outcome.finding for outcome in equity_roll.check(archive(doc), Settings()) if outcome.finding]


def test_a_result_that_two_tables_state_and_a_third_does_not_is_wrong_there_alone() -> None:
    assert rolled(OVERVIEW.format(result="100"), BALANCE, INCOME) == []
    (found,) = rolled(OVERVIEW.format(result="110"), BALANCE, INCOME)
    assert (found.severity, found.actual, found.expected) == ("error", Decimal(110000), Decimal(100000))
    assert found.message_sv.startswith("Årets resultat 2025 i två tabeller: 110 tkr")


def test_what_another_year_states_or_is_far_off_stands_under_a_misread_header() -> None:
    assert rolled(OVERVIEW.format(result="40"), BALANCE, INCOME) == []
    assert rolled(OVERVIEW.format(result="11"), BALANCE, INCOME) == []


BEFORE = "\n | 2025 | 2024 | 2023\nUtgående eget kapital | 1 010 | 1 145 | 1 100\n~ Årets resultat | 70 | -135 | 45\n"


def test_a_balance_sheet_that_lists_equity_before_the_result_silences_only_itself() -> None:
    assert rolled(BEFORE) == []
    wrong = """
     | 2025 | 2024
    Ingående eget kapital | 1 010 | 1 145
    ~ Årets resultat | 70 | -135
    Utgående eget kapital | 1 090 | 1 010
    """
    assert [(f.actual, f.expected) for f in rolled(BEFORE, wrong)] == [(Decimal(1090000), Decimal(1080000))]
