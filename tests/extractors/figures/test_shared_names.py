"""Rows without a concept of their own that the rest of the document tells to be initiatives."""

from __future__ import annotations

from extractors.figures.facts import figures_of_table
from extractors.figures.shared_names import with_shared_names
from tests.extractors.tables.drawn import context_of, read_tables
from tests.pages import page_from_text

COSTS = """
        Budgetuppföljning 2024, tkr

                                      Budget 2024     Utfall 2024
        Kompassen                             900             880
        Första steget                         600             590
        Övriga kostnader                       40              30
        Kansli                                700             690
        Summa                               2 240           2 190
        """
LISTED = """
        Insatser 2024, tkr

                                      Budget 2024     Utfall 2024
        Kompassen                             900             880
        Andra vägen                           300             290
        Summa insatser                      1 200           1 170
        """


def read(*texts: str, name: str = "") -> dict[str, str | None]:
    pages = [page_from_text(text, number=number) for number, text in enumerate(texts, start=1)]
    context = context_of("annual_report", 2024).model_copy(update={"entity_name": name})
    tables = read_tables(pages, "annual_report", 2024)
    figures = [figure for table in tables for figure in figures_of_table(table, context)]
    return {figure.label: figure.concept for figure in with_shared_names(tables, figures, context)}


def test_an_initiative_listed_in_one_table_is_one_in_all() -> None:
    found = read(COSTS, LISTED)
    assert found["Kompassen"] == "cost.initiative"
    assert found["Första steget"] is None


def test_a_joint_body_spends_on_initiatives_what_its_office_does_not_cost() -> None:
    found = read(COSTS, name="Samordningsförbundet Sjöbygden")
    assert (found["Kompassen"], found["Första steget"]) == ("cost.initiative", "cost.initiative")
    assert found["Övriga kostnader"] == "cost.other"
    assert found["Kansli"] == "cost.office"


def test_another_body_does_not() -> None:
    assert read(COSTS, name="Räddningstjänsten Kusten")["Kompassen"] is None
