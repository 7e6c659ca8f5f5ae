"""Facts in text that are no amounts: founding dates, years of headings, years that cannot be."""

from __future__ import annotations

import pytest

from extractors.figures.context import DocumentContext
from extractors.prose.stated import stated
from schemas.document import DocumentKind
from schemas.stated import Stated
from tests.extractors.prose.test_figures import layout_of


def read(text: str, *, kind: DocumentKind = "plan", year: int = 2024) -> list[Stated]:
    return list(stated(layout_of(text), DocumentContext(document_id="d", kind=kind, fiscal_year=year)))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Samordningsförbundet Norrstad bildades den 1 november 2005.", "2005-11-01"),
        ("Förbundet i Norrstad bildades 2005-11-01 och har fyra parter.", "2005-11-01"),
        ("Samordningsforbundet Norrstad bildades 1 november 2005.", "2005-11-01"),
    ],
)
def test_the_day_on_which_a_body_was_founded(sentence: str, value: str) -> None:
    (fact,) = read(sentence)
    assert (fact.concept, fact.value) == ("founded", value)
    assert "2005" in fact.raw


@pytest.mark.parametrize(
    "sentence",
    [
        "Lagen började gälla den 1 januari 2004.",
        "Nämnden bildades år 2018.",
        "Den 1 mars 2020 bildade förbundet en arbetsgrupp.",
        "Förbundet bildades 1 maj 2005 eller 1 juni 2005.",
    ],
)
def test_other_days_found_nothing(sentence: str) -> None:
    assert read(sentence) == []


def test_a_heading_carries_the_years_of_its_section() -> None:
    facts = read(
        "## 7.2 Insatser 2023\n\nBeviljat 2024: 890 tkr\n\n### Kansli\n\nBeslut 2024-01-02\n\n## 8. Mål\n\nUnder 2022 hände det."
    )
    assert [(fact.value, fact.years_below) for fact in facts] == [("2023", (2024,))]


@pytest.mark.parametrize(("sentence", "found"), [
    ("Arbetet går vidare under 2525. Det är viktigt.", ["2525"]),
    ("Priset ligger under 2525 kronor.", []),
    ("Det blir klart under 2025. Sedan är det slut.", []),
    ("Antalet sjönk till under 2500. Det är bra.", []),
])  # fmt: skip
def test_a_year_with_one_wrong_digit(sentence: str, found: list[str]) -> None:
    assert [fact.value for fact in read(sentence)] == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Bilaga 1 styrelsens reflektioner.pdf", ("1", "styrelsens reflektioner.pdf")),
        ("Bilaga 2: Resultat per insats ........ 14", ("2", "Resultat per insats")),
        ("Bilaga A Karta", ("a", "Karta")),
        ("Bilaga 1 visar utfallet för året.", None),
        ("Bilaga 3 Redovisas inte.", None),
        ("Se bilaga 1", None),
    ],
)
def test_lines_that_name_an_annex(line: str, found: tuple[str, str] | None) -> None:
    told = [(fact.value, fact.raw) for fact in read(line) if fact.concept == "annex"]
    assert told == ([found] if found else [])
