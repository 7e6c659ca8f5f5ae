"""Granted amounts become figures with who gets them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from extractors import minutes, prose
from extractors.figures.concepts import load_chart
from extractors.figures.context import DocumentContext
from extractors.figures.facts import describe, figures_of_table
from extractors.minutes.grants import recipient, with_grants
from extractors.page.layout import lay_out
from extractors.tables import find_tables
from schemas.decision import Decision
from schemas.figure import Figure
from tests.pages import page_from_text

CHART = load_chart((Path(__file__).parents[3] / "schemas" / "chart.yaml").read_text(encoding="utf-8"))


def read(drawing: str) -> tuple[tuple[Decision, ...], tuple[Figure, ...]]:
    """Return decisions and figures of minutes, tied to each other."""
    pages = [page_from_text(drawing, bold=("§", "Beslut"))]
    layout = lay_out(pages)
    context = DocumentContext(document_id="d", kind="minutes", meeting_date=dt.date(2025, 12, 1), chart=CHART)
    tables = [describe(table, context) for table in find_tables(pages, layout, "d")]
    in_tables = tuple(figure for table in tables for figure in figures_of_table(table, context))
    in_prose, _ = prose.figures_in_prose(layout, context, read=in_tables)
    decisions = minutes.extract(layout, pages, context)[1]
    return with_grants(decisions, in_tables + in_prose)


def granted(drawing: str) -> list[tuple[str | None, int | None, Decimal]]:
    """Return (subject, year, value) of each granted figure."""
    decisions, figures = read(drawing)
    ids = {decision.decision_id for decision in decisions}
    found = [figure for figure in figures if figure.scenario == "granted"]
    assert all(figure.decision_id in ids and figure.concept for figure in found if figure.label != "Summa")
    return [(figure.subject, figure.fiscal_year, figure.value) for figure in found if figure.label != "Summa"]


def test_a_grant_in_a_sentence_and_several_in_one() -> None:
    assert granted(
        """
        § 7 Medel

        Beslut
        1. Styrelsen beviljar SamCoach 827 000 kr för 2026.
        2. Att bevilja 150 000 kronor till insatsen Grön rehab för år 2026.
        3. Styrelsen anvisar 2,5 mnkr till vuxenskolan för 2026 och 1,5 mnkr till ungdomshuset.
        """
    ) == [
        ("SamCoach", 2026, Decimal(827000)),
        ("Grön rehab", 2026, Decimal(150000)),
        ("vuxenskolan", 2026, Decimal(2500000)),
        ("ungdomshuset", 2026, Decimal(1500000)),
    ]


def test_a_list_under_a_lead_sentence() -> None:
    assert granted(
        """
        § 8 Bidrag 2026

        Beslut
        Följande bidrag beviljas:
        - Ungdomskraft, 200 000 kr
        - Föreningen Må bra: 25 tkr
        """
    ) == [("Ungdomskraft", 2026, Decimal(200000)), ("Föreningen Må bra", 2026, Decimal(25000))]


def test_a_table_of_grants_is_one_decision_with_a_figure_for_each_row() -> None:
    drawing = """
        § 9 Föreningsbidrag 2026

        Beslut
        Föreningsbidrag för 2026 beviljas enligt följande:

        Förening              Sökt          Beviljat
        Byns IF               40 000        30 000
        Sjöns SK              25 000        20 000
        Summa                 65 000        50 000
        """
    assert granted(drawing) == [("Byns IF", 2026, Decimal(30000)), ("Sjöns SK", 2026, Decimal(20000))]
    decisions, figures = read(drawing)
    assert [decision.text.split("\n")[0] for decision in decisions] == ["Föreningsbidrag för 2026 beviljas enligt följande:"]
    assert [figure.value for figure in figures if figure.scenario == "requested"] == [40000, 25000, 65000]


def test_what_is_refused_or_charged_is_not_granted() -> None:
    assert (
        granted(
            """
            § 10 Bygglov

            Beslut
            Bygglov beviljas. Avgiften är 11 600 kr.
            Ansökan om 90 000 kr från Projekt X avslås.
            """
        )
        == []
    )


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        ("Ungdomskraft beviljas ", " för 2026.", "Ungdomskraft"),
        ("Att tilldela Kvinnojouren ett bidrag på ", ".", "Kvinnojouren"),
        ("Styrelsen beslutar bevilja ", " till projektet Nya steg, att betalas 2026", "Nya steg"),
        ("Avsätta ", " för kompetensutveckling under 2026", "kompetensutveckling"),
        ("att bevilja ", "", None),
    ],
)
def test_who_gets_an_amount(before: str, after: str, who: str | None) -> None:
    assert recipient(before, after) == who
