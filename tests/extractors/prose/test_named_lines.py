"""Lines of statements that a sentence names; and sentences that only seem to."""

from __future__ import annotations

import pytest

from tests.extractors.prose.test_figures import read


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("Verksamhetens nettokostnader uppgick till 812,3 mnkr.", "cost.net"),
        ("Under 2025 uppgick skatteintäkterna till 640 mnkr.", "income.taxes"),
        ("Skatteintäkterna och de generella statsbidragen blev 830,4 mnkr.", "income.taxes_and_grants"),
        ("Kommunens långfristiga skulder uppgår till 305 mnkr.", "liabilities.long"),
        ("Vid årets slut var soliditeten 48,2 procent.", "ratio.solidity"),
        ("Soliditeten uppgår till 48,2 %.", "ratio.solidity"),
        ("Finansnettot blev 3,1 mnkr.", "financial.net"),
        ("Balansomslutningen uppgick till 1 203 tkr.", "assets.total"),
        ("Balanskravsresultatet uppgår till 12,0 mnkr.", "result.balance_requirement"),
        ("Nettoinvesteringarna beräknas uppgå till 67,4 mnkr.", "investment.net"),
        ("Personalkostnaderna uppgick till totalt 1 240 tkr.", "cost.personnel"),
        ("Avskrivningarna blev 5,4 mnkr för 2025, en ökning med 2 procent.", "cost.depreciation"),
    ],
)
def test_a_line_and_a_verb_and_an_amount(sentence: str, concept: str) -> None:
    assert read(sentence, kind="annual_report", year=2025)[0].concept == concept


@pytest.mark.parametrize(
    "text",
    [
        "Skolans personalkostnader blev 5 mnkr.",
        "Personalkostnaderna för projektet Bron uppgick till 300 tkr.",
        "Koncernens skatteintäkter uppgick till 640 mnkr.",
        "Bolagets soliditet är 30 procent.",
        "Av nettokostnaderna är 4 mnkr skolans.",
        "# Socialnämnden\n\nNettokostnaden uppgick till 210 mnkr.",
        "# Räddningstjänst\n\nPersonalkostnaderna uppgick till 12 mnkr.",
        "# Koncernen\n\nBalansomslutningen uppgick till 900 mnkr.",
        "Personalkostnaderna uppgick till 300 tkr för verkstaden.",
        "Lokalhyran är 4 tkr per månad.",
        "Personalkostnaderna blev 300 tkr lägre än budget.",
        "Skatteintäkterna ökade med 20 mnkr.",
    ],
)
def test_anything_else_is_not_the_line_of_the_body(text: str) -> None:
    assert [figure.concept for figure in read(text, kind="annual_report", year=2025)] == [None]


def test_headings_about_the_economy_leave_the_line_to_the_body() -> None:
    (figure,) = read("# Driftredovisning\n\nNettokostnaden uppgick till 210 mnkr.", kind="annual_report", year=2025)
    assert (figure.concept, figure.fiscal_year, figure.scenario) == ("cost.net", 2025, "outcome")


def test_a_budget_that_belongs_to_the_next_amount_is_not_this_ones() -> None:
    spent, budget = read("Av bygget har 3,2 mnkr av budgeterade 5,0 mnkr använts.", kind="annual_report", year=2025)
    assert (spent.scenario, budget.scenario) != ("budget", "budget")
    assert budget.scenario == "budget"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Medelstilldelningen minskade med 112 tkr till 820 tkr.",
            [("income.contributions", None, True), ("income.contributions", "outcome", False)],
        ),
        ("Av budgeterade 900 tkr har 640 tkr använts.", [(None, "budget", False), (None, "outcome", False)]),
        ("Ansvarsförbindelsen för pensioner uppgår till 310 mnkr.", [("contingencies.pensions", "outcome", False)]),
        (
            "Verksamhetens kostnader uppgick till 4 173 tkr, vilket är 227 tkr lägre än budget.",
            [("cost.operating", "outcome", False), (None, "variance", False)],
        ),
        ("Semesterlöneskulden är 211 tkr.", [("liabilities.short.holiday", "outcome", False)]),
        ("Årets kassaflöde blev -240 tkr.", [("cash.flow.year", "outcome", False)]),
    ],
)
def test_level_change_and_variance_side_by_side(sentence: str, expected: list[tuple[str | None, str | None, bool]]) -> None:
    found = read(sentence, kind="annual_report", year=2025)
    assert [figure.concept for figure in found] == [concept for concept, _, _ in expected]
    assert [figure.change for figure in found] == [change for _, _, change in expected]
    told = [(figure.scenario, scenario) for figure, (_, scenario, _) in zip(found, expected, strict=True) if scenario]
    assert all(said == wanted for said, wanted in told)
