"""Amounts written in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.values.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value", "unit", "quantum"),
    [
        ("Det kostade fem miljoner kronor.", "5000000", "SEK", "1000000"),
        ("Vi fick en halv miljon kronor till.", "500000", "SEK", "100000"),
        ("Två och en halv miljoner kronor återstår.", "2500000", "SEK", "100000"),
        ("Nämnden sparar trehundra tusen kronor.", "300000", "SEK", "1000"),
        ("Avgiften är tvåhundrafemtio kronor.", "250", "SEK", "1"),
        ("Tjugofem procent svarade nej.", "25", "percent", "1"),
    ],
)
def test_an_amount_in_words_is_read(text: str, value: str, unit: str, quantum: str) -> None:
    (found,) = find_amounts(text)
    assert (found.amount.value, found.amount.unit, found.amount.quantum) == (Decimal(value), unit, Decimal(quantum))


def test_words_for_about_and_percentage_points_count_here_too() -> None:
    about, points = find_amounts("Ca tre miljoner kronor, och andelen steg två procentenheter.")
    assert about.amount.approximate
    assert points.points


@pytest.mark.parametrize("text", ["Det kostar en krona.", "Åtta kommuner deltog.", "Hundratals kronor.", "femkronor"])
def test_other_words_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == ()
