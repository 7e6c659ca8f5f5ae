"""The chart understands the labels that Swedish bodies print, and nothing that only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from extractors.figures.concepts import load_chart

CHART = load_chart((Path(__file__).parents[3] / "schemas" / "chart.yaml").read_text(encoding="utf-8"))
VOCABULARY: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").with_stem("chart_vocabulary").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("concept", VOCABULARY)
def test_labels_are_understood(concept: str) -> None:
    found = {label: match.concept if (match := CHART.match(label)) else "none" for label in VOCABULARY[concept]}
    assert {label: other for label, other in found.items() if other != concept} == {}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Uppl kostn o förutb int", "liabilities.short.accrued"),
        ("Avskrivn. enligt plan", None),
        ("Periodens avskrivningar, mnkr", "cost.depreciation"),
        ("Skulder, avsättningar samt eget kapital", "equity_and_liabilities.total"),
        ("Utgående EK", "equity.closing"),
        ("Årets avsättningar", "provisions.new"),
        ("Bidrag till kommunen", None),
        ("Årets resultat som andel av intäkterna", None),
        ("Eget kapital inklusive ansvarsförbindelse", None),
        ("Eget kapital exkl pensionsåtagande", None),
        ("Not 4 Personalkostnader", None),
        ("Personalkostnader not 4", "cost.personnel"),
    ],
)
def test_another_wording_means_the_same_and_another_thing_does_not(label: str, expected: str | None) -> None:
    match = CHART.match(label)
    assert (match.concept if match else None) == expected
