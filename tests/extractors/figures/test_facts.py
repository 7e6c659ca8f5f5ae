"""Meaning of tables: columns, rows, kinds, and the figures that come of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from extractors.figures.columns import describe_columns
from schemas.figure import Figure
from schemas.page import Page
from schemas.table import Table
from tests.extractors.tables.drawn import context_of, read_figures, read_tables
from tests.pages import page_from_text

FOLLOW_UP = """
Uppföljning i kronor och ören

                                 Budget       Utfall
SamSpåret                          -827         -414
Nya insatser                       -150         -100
Summa                              -977         -514

Styrelse                            -85          -23
Kansli                             -690         -175
Summa                              -775         -198
Resultat                         -1 752         -712
"""


def one_table(page: Page, kind: str = "other", year: int | None = None) -> Table:
    (table,) = read_tables([page], kind, year)  # type: ignore[arg-type]  # the kinds of the parametrised cases
    return table


def by_label(figures: list[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.label, []).append(figure)
    return found


def test_sums_get_their_concept_from_what_they_sum() -> None:
    figures = read_figures([page_from_text(FOLLOW_UP)], "interim_report", 2025)
    concepts = [(figure.label, figure.concept) for figure in figures if figure.scenario == "budget"]
    assert concepts == [
        ("SamSpåret", "cost.initiative"),
        ("Nya insatser", "cost.initiative"),
        ("Summa", "cost.initiatives.total"),
        ("Styrelse", "cost.board"),
        ("Kansli", "cost.office"),
        ("Summa", "cost.administration.total"),
        ("Resultat", "result.year"),
    ]


def test_a_figure_has_the_box_of_its_own_words() -> None:
    page = page_from_text(FOLLOW_UP)
    figure = next(figure for figure in read_figures([page], "interim_report", 2025) if figure.raw == "-1 752")
    words = [word for word in page.words if word.text in {"-1", "752"}]
    assert (figure.box.x0, figure.box.x1) == (words[0].box.x0, words[1].box.x1)
    assert figure.box.height == 10


def test_confidence_is_that_of_the_least_certain_word() -> None:
    page = page_from_text(FOLLOW_UP)
    words = tuple(word.model_copy(update={"confidence": 0.4}) if word.text == "752" else word for word in page.words)
    figures = read_figures([page.model_copy(update={"words": words})], "interim_report", 2025)
    assert [figure.confidence for figure in figures if figure.raw == "-1 752"] == [0.4]
    assert {figure.confidence for figure in figures if figure.raw != "-1 752"} == {1.0}


def test_the_unit_above_the_table_multiplies_its_figures() -> None:
    page = page_from_text("""
        Kostnader
        (mnkr)
                                   2024         2023
        Personal                  -12,5        -11,5
        Lokaler                    -2,0         -2,0
        Summa                     -14,5        -13,5
        """)
    table = one_table(page, "annual_report", 2024)
    assert table.title == "Kostnader"
    assert table.unit == "mnkr"
    first = read_figures([page], "annual_report", 2024)[0]
    assert (first.value, first.quantum) == (Decimal(-12_500_000), Decimal(100_000))


def test_a_table_without_a_unit_takes_the_one_in_which_the_text_states_its_figures() -> None:
    page = page_from_text("""
        Insatsen SamSpåret fick 827 000 kronor och Stegen fick 697 000 kronor av förbundet.
        Det är något mer än året innan, då de fick mindre.

                                 Budget       Utfall
        SamSpåret                  -827         -414
        Stegen                     -697         -100
        Summa                    -1 524         -514
        """)
    figures = read_figures([page], "interim_report", 2025)
    assert [figure.value for figure in figures][:2] == [Decimal(-827_000), Decimal(-414_000)]


def test_a_row_that_equals_all_rows_above_it_is_a_total_whatever_its_name() -> None:
    page = page_from_text(
        """
                                   2024         2023
        Intäkter
        Kommunen                  1 255        1 240
        Regionen                  1 256        1 230
        Staten                    2 511        2 470
        Parternas insats          5 022        4 940
        Kostnader
        Kansli                     -710         -700
        Styrelse                    -85          -80
        """,
        bold=("Intäkter", "Kostnader"),
    )
    table = one_table(page, "annual_report", 2024)
    assert [(row.label, row.role) for row in table.rows[1:]] == [
        ("Intäkter", "heading"),
        ("Kommunen", "item"),
        ("Regionen", "item"),
        ("Staten", "item"),
        ("Parternas insats", "total"),
        ("Kostnader", "heading"),
        ("Kansli", "item"),
        ("Styrelse", "item"),
    ]
    assert table.rows[7].section == "Kostnader"


def test_rows_indented_below_their_own_sum_are_not_added_again() -> None:
    page = page_from_text("""
                                   2024         2023
        Administration             -795         -780
          Kansli                   -710         -700
          Styrelse                  -85          -80
        Insatser                 -1 000         -900
        varav lokaler              -100         -100
        Summa                    -1 795       -1 680
        """)
    table = one_table(page, "annual_report", 2024)
    assert {row.label: row.role for row in table.rows[1:]} == {
        "Administration": "item",
        "Kansli": "subitem",
        "Styrelse": "subitem",
        "Insatser": "item",
        "varav lokaler": "subitem",
        "Summa": "total",
    }
    assert table.rows[2].level == 1


def test_budget_and_plan_years_of_a_plan() -> None:
    page = page_from_text("""
                        2024         2025         2026         2027
        Kansli          -690         -700         -710         -720
        Styrelse         -75          -80          -85          -85
        """)
    table = one_table(page, "plan", 2026)
    assert [column.scenario for column in table.columns[1:]] == ["outcome", None, "budget", "plan"]


def test_rows_named_after_a_scenario_say_it_where_the_columns_are_years() -> None:
    page = page_from_text("""
        Ekonomi (tkr)              2023         2024
        Nettokostnader             -700         -710
        Budget                     -680         -720
        Budgetavvikelse             -20           10
        """)
    figures = read_figures([page], "annual_report", 2024)
    assert [(figure.label, figure.scenario, figure.fiscal_year) for figure in figures] == [
        ("Nettokostnader", "outcome", 2023),
        ("Nettokostnader", "outcome", 2024),
        ("Budget", "budget", 2023),
        ("Budget", "budget", 2024),
        ("Budgetavvikelse", "variance", 2023),
        ("Budgetavvikelse", "variance", 2024),
    ]


def test_rows_below_a_heading_that_counts_are_counts() -> None:
    page = page_from_text("""
        Statistik                  2023         2024
        Antal besökare
        Simhallen                22 898       23 902
        Ishallen                  6 842        7 519
        """)
    assert {figure.unit for figure in read_figures([page], "annual_report", 2024)} == {"count"}


def test_projects_of_an_investment_table_are_no_initiatives() -> None:
    page = page_from_text("""
        Investeringar per projekt

                             Budget 2024    Utfall 2024
        Skolprojekt Norr          -700           -710
        Projekt hallen             -80            -85
        Summa projekt             -780           -795
        """)
    assert one_table(page, "annual_report", 2024).kind == "investment"
    concepts = {figure.concept for figure in read_figures([page], "annual_report", 2024) if figure.label != "Summa projekt"}
    assert concepts == {"investment.project"}


def test_an_inquiry_into_the_balance_requirement_is_known_by_its_lines() -> None:
    page = page_from_text("""
        Utredning (mnkr)                                 2023         2024
        Årets resultat enligt resultaträkningen          12,0          8,0
        Samtliga realisationsvinster                     -2,0         -1,0
        Årets resultat efter balanskravsjusteringar      10,0          7,0
        Balanskravsresultat                              10,0          7,0
        """)
    assert one_table(page, "annual_report", 2024).kind == "balance_requirement"


def test_columns_of_the_period_are_not_of_the_year() -> None:
    page = page_from_text("""
                          Utfall period   Budget period   Avvikelse   Prognos helår
        Kansli                 -700            -710           10           -2 100
        Styrelse                -80             -85            5             -250
        """)
    period = {"period_start": dt.date(2026, 1, 1), "period_end": dt.date(2026, 4, 30)}
    columns = describe_columns(one_table(page), context_of("interim_report", 2026).model_copy(update=period))
    assert [column.period_end.month for column in columns[1:] if column.period_end] == [4, 4, 12, 12]


def test_a_list_of_labels_and_values_says_in_its_labels_what_they_are() -> None:
    page = page_from_text(
        """
        Samtalsstödet

        Beviljade medel 2024                30 000 kr
        Förbrukade medel                   -15 700 kr
        Ej förbrukade medel                 14 300 kr
        """,
        bold=("Samtalsstödet",),
        sizes={"Samtalsstödet": 14.0},
    )
    assert one_table(page, "annual_report", 2024).kind == "facts"
    figures = read_figures([page], "annual_report", 2024)
    assert [(figure.scenario, figure.fiscal_year, figure.value, figure.subject) for figure in figures] == [
        ("granted", 2024, Decimal(30_000), "Samtalsstödet"),
        ("outcome", 2024, Decimal(-15_700), "Samtalsstödet"),
        ("variance", 2024, Decimal(14_300), "Samtalsstödet"),
    ]


def test_years_as_labels_give_the_year_and_are_no_figures() -> None:
    page = page_from_text("""
                           Tilldelning (tkr)
        2022                           2 838
        2023                           2 832
        2024                           2 832
        """)
    figures = read_figures([page], "annual_report", 2024)
    assert [(figure.fiscal_year, figure.value) for figure in figures] == [
        (2022, Decimal(2_838_000)),
        (2023, Decimal(2_832_000)),
        (2024, Decimal(2_832_000)),
    ]


def test_shares_and_counts_in_a_table_of_kronor() -> None:
    page = page_from_text("""
        Belopp i tkr                     2024         2023
        Eget kapital                      820          584
        Soliditet                        82 %         47 %
        Antal anställda                     3            2
        """)
    figures = by_label(read_figures([page], "annual_report", 2024))
    assert [(int(figure.value), str(figure.unit)) for figure in figures["Soliditet"]] == [(82, "percent"), (47, "percent")]
    assert [(int(figure.value), str(figure.unit)) for figure in figures["Antal anställda"]] == [(3, "count"), (2, "count")]
    assert [(int(figure.value), str(figure.unit)) for figure in figures["Eget kapital"]] == [(820_000, "SEK"), (584_000, "SEK")]


def test_dashes_and_blanks_are_no_figures() -> None:
    page = page_from_text("""
                                   2024         2023
        Räntor                        -           12
        Avgifter                      5
        Bidrag                       17           18
        """)
    figures = by_label(read_figures([page], "annual_report", 2024))
    assert [figure.raw for figure in figures["Räntor"]] == ["12"]
    assert [(figure.raw, figure.fiscal_year) for figure in figures["Avgifter"]] == [("5", 2024)]


def test_codes_before_the_names_are_no_figures() -> None:
    page = page_from_text("""
        Konto   Benämning               2024         2023
        3010    Bidrag                 1 255        1 240
        5010    Hyror                   -110         -105
        7010    Löner                   -785         -770
        """)
    figures = read_figures([page], "annual_report", 2024)
    assert [(figure.label, int(figure.value)) for figure in figures if figure.fiscal_year == 2024] == [
        ("Bidrag", 1255),
        ("Hyror", -110),
        ("Löner", -785),
    ]


def test_a_column_headed_by_a_number_of_people_counts_them() -> None:
    page = page_from_text(
        """
        Planerade insatser            Beviljat    Antal deltagare
        Klara steget                 1 250 000                 40
        Vägen in                     1 475 000                 55
        """
    )
    figures = by_label(read_figures([page], "plan", 2025))
    assert [(int(figure.value), str(figure.unit)) for figure in figures["Vägen in"]] == [(1475000, "SEK"), (55, "count")]


def test_a_misread_reference_makes_a_column_of_notes_no_amounts() -> None:
    page = page_from_text(
        """
        Resultaträkning             Not       2023        2022
        Intäkter                      1      4 216       4 103
        Kostnader                   2.3     -4 389      -3 870
        Ränta                         i         31           2
        Resultat                      5       -142         235
        """
    )
    table = one_table(page, "annual_report", 2023)
    assert [column.kind for column in table.columns] == ["label", "note", "figures", "figures"]


def test_a_committee_is_a_unit_with_income_cost_and_net_cost() -> None:
    page = page_from_text("""
        Driftredovisning per nämnd, tkr

                                     Intäkter     Kostnader      Netto
                                         2024          2024       2024
        Kommunstyrelsen                   120        -1 120     -1 000
        Barn- och utbildningsnämnden      300        -4 300     -4 000
        IT                                 50          -150       -100
        Summa                             470        -5 570     -5 100
        """)
    figures = read_figures([page], "annual_report", 2024)
    found = {(figure.subject, figure.measure): figure.concept for figure in figures}
    assert found["Kommunstyrelsen", "income"] == "unit.income"
    assert found["Barn- och utbildningsnämnden", "cost"] == "unit.cost"
    assert found["Barn- och utbildningsnämnden", "net"] == "unit.net"
    assert found["IT", "net"] == "unit.net"


def test_the_name_of_an_asset_is_an_asset_only_where_assets_stand() -> None:
    budget = page_from_text("""
        Investeringsbudget, tkr

                          Budget 2024    Utfall 2024
        Inventarier              -700           -710
        Fastigheter               -80            -85
        """)
    sheet = page_from_text("""
        Balansräkning, tkr

                             2024-12-31    2023-12-31
        Inventarier                 700           710
        Fastigheter                  80            85
        Summa tillgångar            780           795
        """)
    found = [{figure.concept for figure in read_figures([page], "annual_report", 2024)} for page in (budget, sheet)]
    assert found == [{"investment.project"}, {"assets.machinery", "assets.property", "assets.total"}]


def test_the_total_of_a_note_is_the_line_that_it_explains() -> None:
    page = page_from_text("""
        Noter, tkr

                                        2024       2023
        Not 1 Verksamhetens intäkter
        Medlemsavgifter                1 400      1 300
        Övriga bidrag                    100         90
        Summa                          1 500      1 390

        Not 2 Personalkostnader
        Löner                           -900       -800
        Sociala avgifter                -300       -250
        Summa                         -1 200     -1 050
        """)
    assert one_table(page, "annual_report", 2024).kind == "note"
    sums = [figure.concept for figure in read_figures([page], "annual_report", 2024) if figure.label == "Summa"]
    assert sums == ["income.operating", "income.operating", "cost.personnel", "cost.personnel"]


def test_a_line_may_refer_to_several_notes() -> None:
    page = page_from_text("""
        Resultaträkning, tkr

                                                       2024       2023
        Verksamhetens intäkter (not 1)                1 500      1 390
        Verksamhetens kostnader, not 2 och 3         -1 450     -1 300
        """)
    rows = one_table(page, "annual_report", 2024).rows
    assert [row.note for row in rows[1:]] == ["1", "2 och 3"]
    assert {figure.concept for figure in read_figures([page], "annual_report", 2024)} == {"income.operating", "cost.operating"}


def test_the_header_over_the_labels_says_what_the_rows_are() -> None:
    drawing = """
        Uppföljning 2024

        {}, tkr                   Budget 2024     Utfall 2024
        Hemtjänst                       4 100           4 200
        Särskilt boende                 5 100           5 000
        Summa                           9 200           9 200
        """
    units, initiatives = (
        read_figures([page_from_text(drawing.format(corner))], "annual_report", 2024) for corner in ("Verksamhet", "Projekt")
    )
    assert {figure.concept for figure in units if figure.label == "Hemtjänst"} == {"unit.net"}
    assert {figure.concept for figure in initiatives if figure.label == "Hemtjänst"} == {"cost.initiative"}


def test_who_pays_stands_under_a_note_of_contributions() -> None:
    page = page_from_text("""
        Not 1. Bidrag från medlemmar, tkr

                                  2024       2023
        Försäkringskassan          900        880
        Region Norr                450        440
        Avgift Norrstads kommun    450        440
        Summa                    1 800      1 760
        """)
    concepts = {figure.label: figure.concept for figure in read_figures([page], "annual_report", 2024)}
    assert concepts == {
        "Försäkringskassan": "income.contributions.state",
        "Region Norr": "income.contributions.region",
        "Avgift Norrstads kommun": "income.contributions.municipality",
        "Summa": "income.contributions",
    }
