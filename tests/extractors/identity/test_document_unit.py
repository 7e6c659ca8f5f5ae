"""A sentence that sets the unit of all amounts is found; sentences that only name a unit set nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.identity.document_unit import document_unit


@pytest.mark.parametrize(
    ("sentence", "scale"),
    [
        ("Alla belopp redovisas i tkr om inte annat anges.", 1000),
        ("Om inget annat anges är samtliga belopp i tusental kronor.", 1000),
        ("Beloppen anges i mnkr där ej annat framgår.", 1_000_000),
        ("Siffrorna i tabellerna är i kronor om inget annat sägs.", 1),
        ("Förbundet fick 827 tkr om inget annat sägs.", 1),
        ("Samtliga belopp i tabellen nedan är i tkr.", 1),
        ("Insatsen kostade 3 mnkr.", 1),
    ],
)
def test_the_unit_of_a_document(sentence: str, scale: int) -> None:
    assert document_unit(["Inledning.", sentence]) == ("SEK", Decimal(scale))


def test_two_rules_that_differ_set_nothing() -> None:
    rules = ["Alla belopp anges i tkr om inget annat sägs.", "Alla belopp anges i mnkr om inget annat sägs."]
    assert document_unit(rules) == ("SEK", Decimal(1))
