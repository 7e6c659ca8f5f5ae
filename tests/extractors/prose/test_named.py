"""A row's name before an amount, with nothing but a verb of costs between, says what the amount is about."""

from __future__ import annotations

import pytest

from extractors.prose.named import committee_before, named_before
from extractors.values.amounts import find_amounts

ROWS = {"Steget vidare", "IPS-teamet", "Grön rehab", "IPS", "Insatser"}


def subjects(text: str) -> list[str | None]:
    amounts = find_amounts(text)
    return [named_before(text, one, amounts[:index], ROWS) for index, one in enumerate(amounts)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Insatsen Steget vidare kostade 1 350 112 kronor och IPS-teamet 98 220 kronor.", ["Steget vidare", "IPS-teamet"]),
        ("Grön rehab: 860 000 kr, en minskning med 40 000 kr från 2025", ["Grön rehab", None]),
        ("grön rehab har beviljats totalt 860 000 kr", ["Grön rehab"]),
        ("Steget vidares lokaler kostade 12 000 kr", [None]),
        ("Steget vidare har lämnat tillbaka 12 000 kr", [None]),
        ("Insatser kostade 12 000 kr", [None]),
        ("Styrelsen avsatte 12 000 kr. Steget vidare får vänta.", [None]),
    ],
)
def test_only_a_verb_of_costs_may_stand_between(text: str, named: list[str | None]) -> None:
    assert subjects(text) == named


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kulturnämnden räknar med ett underskott på 3 200 tkr och miljö- och byggnadsnämnden ett överskott om 1 100 tkr.",
            [("Kulturnämnden", True), ("Miljö- och byggnadsnämnden", False)],
        ),
        ("Kommunstyrelsen visar per april ett prognostiserat överskott på totalt 2 mnkr.", [("Kommunstyrelsen", False)]),
        ("Nämnden för vård och omsorg redovisar ett underskott på 2 mnkr.", [("Nämnden för vård och omsorg", True)]),
        ("Tekniska nämnden går mot ett underskott på 2 mnkr.", [("Tekniska nämnden", True)]),
        ("Kommunen redovisar ett underskott på 2 mnkr.", [None]),
        ("Nämnden redovisar ett underskott på 2 mnkr.", [None]),
        ("Kulturnämnden, som tar över bibliotek med ett underskott på 2 mnkr, flyttar.", [None]),
        ("Kulturnämnden får 2 mnkr.", [None]),
    ],
)
def test_a_committee_before_its_surplus_or_deficit(text: str, said: list[tuple[str, bool] | None]) -> None:
    amounts = find_amounts(text)
    assert [committee_before(text, one, amounts[:index]) for index, one in enumerate(amounts)] == said
