"""The chart of concepts: labels found, subjects left over, unknown labels left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures.concepts import Chart, load_chart, normal

TEXT = (Path(__file__).parents[3] / "schemas" / "chart.yaml").read_text(encoding="utf-8")
CHART = load_chart(TEXT)


def concept(label: str, section: str = "") -> str | None:
    match = CHART.match(label, section=section)
    return match.concept if match else None


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Driftbidrag", "income.contributions"),
        ("Medelstilldelning (driftbidrag)", "income.contributions"),
        ("Parternas insats", "income.contributions"),
        ("Driftbidrag från staten", "income.contributions.state"),
        ("Driftbidrag från Norrstads kommun", "income.contributions.municipality"),
        ("Driftbidrag från Region Norr", "income.contributions.region"),
        ("Försäkringskassan/Arbetsförmedlingen", "income.contributions.state"),
        ("Kansli (inkl. ekonomihantering)", "cost.office"),
        ("Summa styrelse och kansli", "cost.administration.total"),
        ("Summa kostnader för insatser", "cost.initiatives.total"),
        ("Summa totala kostnader", "cost.total"),
        ("SUMMA KOSTNADER:", "cost.total"),
        ("Verksamhetens nettokostnader", "cost.net"),
        ("Generella statsbidrag och utjämning", "income.state_grants"),
        ("Årets resultat 2026", "result.year"),
        ("= Balanskravsresultat", "result.balance_requirement"),
        ("Ränteintäkter (föregående år 12 tkr)", "income.interest"),
        ("Kassa och bank", "assets.cash"),
        ("Likvida medel vid årets slut", "cash.closing"),
        ("Summa eget kapital, avsättningar och skulder", "equity_and_liabilities.total"),
        ("Eget ingående kapital", "equity.opening"),
        ("Utgående eget kapital, kr", "equity.closing"),
        ("Eget kapital/medlemsintäkter", "ratio.equity_share"),
        ("Soliditet", "ratio.solidity"),
        ("Nettoomsättning", "income.net_sales"),
        ("Övriga externa kostnader", "cost.external"),
        ("Preliminär slutavräkning innevarande år", "income.tax.settlement"),
        ("Kommunal fastighetsavgift", "income.grants.property_fee"),
        ("Avgår: samtliga realisationsvinster", "balance.capital_gains"),
        ("Reservering av medel till resultatutjämningsreserv", "balance.reserve_in"),
        ("Användning av medel från resultatreserv", "balance.reserve_out"),
        ("Utgående anskaffningsvärde", "assets.cost.closing"),
        ("Skattekonto", "assets.receivables.tax_account"),
        ("Personalens källskatt", "liabilities.short.staff_taxes"),
        ("Semesterlöneskuld", "liabilities.short.holiday"),
        ("Upplupna pensionskostnader", "liabilities.short.pensions"),
        ("Pensionsförpliktelser som inte har tagits upp bland skulderna eller avsättningarna", "contingencies.pensions"),
        ("Amortering av långfristiga skulder", "cash.loans.repaid"),
        ("Investering i materiella anläggningstillgångar", "cash.investment.tangible"),
        ("Självfinansieringsgrad av investeringar", "ratio.self_financing"),
        ("Soliditet inklusive samtliga pensionsförpliktelser", "ratio.solidity_pensions"),
        ("Sjukfrånvaro (%)", "ratio.sick_leave"),
        ("Antal deltagare", "count.participants"),
    ],
)
def test_a_printed_label_is_known(label: str, expected: str) -> None:
    assert concept(label) == expected


@pytest.mark.parametrize(
    "label",
    [
        "Frukostmöten",
        "Kultur- och fritidsnämnden",
        "Biträdande förbundschef och processtöd",
        "",
        "2024",
        "(varav arvode)",
        "Totalt kommunen",
    ],
)
def test_an_unknown_label_is_left_to_the_caller(label: str) -> None:
    assert CHART.match(label) is None


@pytest.mark.parametrize(
    "label", ["Arets resultat", "ÅRETS  RESULTAT*", "årets resultat:", "Årets resultat¹", "A\u030arets resultat"]
)
def test_case_marks_spacing_and_lost_diacritics_make_no_difference(label: str) -> None:
    match = CHART.match(label)
    assert match is not None
    assert (match.concept, match.score) == ("result.year", 1.0)


def test_what_the_label_says_more_is_the_subject() -> None:
    match = CHART.match("Driftbidrag från Norrstads kommun")
    assert match is not None
    assert match.subject == "Norrstads kommun"
    assert match.score < 1


def test_the_section_gives_a_bare_total_and_a_payer_their_meaning() -> None:
    assert concept("Summa") is None
    assert concept("Summa", "Övriga finansiella kostnader") == "cost.financial"
    assert concept("Region Norr") is None
    assert concept("Region Norr", "Intäkter") == "income.contributions.region"
    assert concept("Region Norr", "Kostnader") is None


def test_natural_signs() -> None:
    assert [CHART.natural_sign(name) for name in ("income.total", "cost.board", "result.year", "unknown", None)] == [
        "+",
        "-",
        "0",
        "0",
        "0",
    ]
    assert CHART.period_kind("equity.closing") == "instant"


def test_no_label_is_claimed_by_two_concepts() -> None:
    owners: dict[str, set[str]] = {}
    for one in CHART.concepts:
        for label in one.labels:
            owners.setdefault(normal(label), set()).add(one.id)
    assert {label: ids for label, ids in owners.items() if len(ids) > 1} == {}


def test_ids_are_dotted_unique_and_every_label_finds_its_own_concept() -> None:
    ids = [one.id for one in CHART.concepts]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z_]+(?:\.[a-z_]+)*", one) for one in ids)
    wrong = [(label, one.id) for one in CHART.concepts for label in one.labels if concept(label) != one.id]
    assert wrong == []


def test_a_user_extends_the_chart() -> None:
    chart = load_chart(
        TEXT, "- id: cost.board\n  labels: [nämndens kostnader]\n- id: cost.horses\n  sign: '-'\n  labels: [hästar]\n"
    )
    assert chart.by_id["cost.board"].sign == "-"
    assert [match.concept for label in ("Nämndens kostnader", "Styrelse", "Hästar") if (match := chart.match(label))] == [
        "cost.board",
        "cost.board",
        "cost.horses",
    ]


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(pydantic.ValidationError):
        load_chart("- id: cost.board\n  label: [styrelse]\n")


@given(st.text(max_size=60))
def test_any_label_is_survived(label: str) -> None:
    match = CHART.match(label)
    assert match is None or match.concept in CHART.by_id
    assert Chart().match(label) is None


def test_contributions_by_member() -> None:
    assert concept("Norrstads kommun", "Förbundsbidrag per medlem, kronor") == "income.contributions.municipality"
    assert concept("Region Norr", "Not 2 Medlemsavgifter fördelade på parterna") == "income.contributions.region"
    assert concept("Norrstads kommun", "Kostnader per kommun") is None
