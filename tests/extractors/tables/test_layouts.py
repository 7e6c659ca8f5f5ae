"""Tables in the layouts of real reports, ruled, plain and with rules above sums only, are read back exactly."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from extractors.tables.words import is_figure
from tests.extractors.tables.drawn import DrawnRow as R
from tests.extractors.tables.drawn import Sheet, Style, grid_of, read_figures, read_tables, said, styles

FOUR = (300.0, 370.0, 440.0, 510.0)


@styles
def test_follow_up_with_a_header_over_several_lines(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    sheet.text("Uppföljning av budgeten", bold=True, size=14, step=30)
    headers = [("", "", "Prognos", "Prognos"), ("Budget", "Utfall", "helår", "mot budget")]
    rows = [
        R("Spåret vidare", ("-827", "-414", "-827", "0")),
        R("Må bra-gruppen (v44)", ("-70", "0", "-70", "0")),
        R("Nya projekt/insatser", ("-48", "-123", "-140", "-92")),
        R("Summa", ("-945", "-537", "-1 037", "-92"), bold=True),
        R("Styrelse", ("-85", "-23", "-85", "0")),
        R("Kansli", ("-1 690", "-175", "-1 690", "0")),
        R("Summa", ("-1 775", "-198", "-1 775", "0"), bold=True),
        R("Medlemsavgifter", ("2 720", "2 082", "2 720", "0")),
        R("Räntor", ("0", "0", "-", "-")),
        R("Resultat", ("0", "1 347", "-92", "-92"), bold=True),
    ]
    sheet.table(headers, rows, FOUR, style)
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "interim_report", 2025)
    assert [column.header for column in table.columns] == ["", "Budget", "Utfall", "Prognos helår", "Prognos mot budget"]
    assert [column.scenario for column in table.columns[1:]] == ["budget", "outcome", "forecast", "variance"]
    assert grid_of(table)[1:] == [[row.label, *row.values] for row in rows]
    assert [row.role for row in table.rows[1:]] == [
        "item", "item", "item", "total", "item", "item", "total", "item", "item", "result",
    ]  # fmt: skip
    assert table.title == "Uppföljning av budgeten"
    assert table.kind == "follow_up"
    assert ("Nya projekt/insatser", 2025, "outcome", Decimal(-123)) in said(read_figures(pages, "interim_report", 2025))


@styles
def test_wrapped_labels_with_the_figures_on_any_of_their_lines(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    sheet.text("Verksamhetens kostnader", bold=True, size=12, step=26)
    rows = [
        R("Stegvis framåt", ("-827 000 kr", "0 kr", "0 kr")),
        R(("Gemensam dag om", "psykisk hälsa"), ("-1 360 000 kr", "-1 360 000 kr", "0 kr")),
        R(("Kompetenshöjande", "insatser"), ("-15 000 kr", "0 kr", "0 kr"), at=1),
        R(("Kvarvarande utrymme", "av medel för", "året"), ("-455 000 kr", "596 000 kr", "1 966 000 kr"), at=1),
        R(("Summa kostnader för", "insatser"), ("-2 202 000 kr", "-1 360 000 kr", "0 kr"), bold=True),
    ]
    sheet.table([("2026", "2027", "2028")], rows, (300.0, 400.0, 500.0), style, corner="Kostnader för insatser")
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "plan", 2026)
    assert grid_of(table) == [
        ["Kostnader för insatser", "2026", "2027", "2028"],
        ["Stegvis framåt", "-827 000 kr", "0 kr", "0 kr"],
        ["Gemensam dag om psykisk hälsa", "-1 360 000 kr", "-1 360 000 kr", "0 kr"],
        ["Kompetenshöjande insatser", "-15 000 kr", "0 kr", "0 kr"],
        ["Kvarvarande utrymme av medel för året", "-455 000 kr", "596 000 kr", "1 966 000 kr"],
        ["Summa kostnader för insatser", "-2 202 000 kr", "-1 360 000 kr", "0 kr"],
    ]
    figures = said(read_figures(pages, "plan", 2026))
    assert ("Gemensam dag om psykisk hälsa", 2026, "budget", Decimal(-1_360_000)) in figures
    assert ("Kvarvarande utrymme av medel för året", 2028, "plan", Decimal(1_966_000)) in figures
    assert len(figures) == 15


@styles
def test_figures_in_the_middle_between_two_lines_of_a_label_and_headings_stay_what_they_are(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    rows = [
        R("Bidrag"),
        R(("Bidrag Försäkringskassan och", "Arbetsförmedlingen"), ("3 074 000", "3 001 250"), at=0.5),
        R(("Bidrag från Storskogens", "Kommunalförbund"), ("1 537 000", "1 500 625"), at=0.5),
        R("Avgifter"),
        R("Kursavgifter", ("922 200", "900 375")),
        R("Summa", ("5 533 200", "5 402 250"), bold=True),
    ]
    sheet.table([("2025", "2024")], rows, (330.0, 430.0), style)
    (table,) = read_tables(sheet.pages(tmp_path), "annual_report", 2025)
    assert grid_of(table) == [
        ["", "2025", "2024"],
        ["Bidrag", "", ""],
        ["Bidrag Försäkringskassan och Arbetsförmedlingen", "3 074 000", "3 001 250"],
        ["Bidrag från Storskogens Kommunalförbund", "1 537 000", "1 500 625"],
        ["Avgifter", "", ""],
        ["Kursavgifter", "922 200", "900 375"],
        ["Summa", "5 533 200", "5 402 250"],
    ]


@styles
def test_income_statement_with_a_note_column(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    sheet.text("2. Resultaträkning", bold=True, size=13, step=28)
    rows = [
        R("Verksamhetens intäkter", ("2", "2 832", "2 840")),
        R("Verksamhetens kostnader", ("3", "-2 650", "-2 983")),
        R("Avskrivningar", ("", "0,00", "0,00")),
        R("Verksamhetens resultat", ("", "182", "-143"), bold=True),
        R("Finansiella intäkter", ("4", "56", "36")),
        R("Årets resultat", ("", "238", "-107"), bold=True),
    ]
    sheet.table([("Not", "2024", "2023")], rows, (290.0, 390.0, 490.0), style, corner="Belopp i tkr")
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "annual_report", 2024)
    assert [column.kind for column in table.columns] == ["label", "note", "figures", "figures"]
    assert table.kind == "income_statement"
    assert table.rows[2].note == "3"
    figures = said(read_figures(pages, "annual_report", 2024))
    assert ("Verksamhetens kostnader", 2024, "outcome", Decimal(-2_650_000)) in figures
    assert ("Årets resultat", 2023, "outcome", Decimal(-107_000)) in figures
    assert len(figures) == 12


@styles
def test_overview_of_five_years_with_rows_in_percent_and_in_numbers(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    sheet.text("Verksamhetens utveckling", bold=True, size=13, step=28)
    rows = [
        R("Medlemsbidrag", ("2 832 000", "2 832 000", "2 838 000", "2 838 000", "2 838 000")),
        R("Årets resultat", ("236 500", "-117 094", "22 091", "-125 937", "336 545")),
        R("Soliditet", ("82 %", "47 %", "47 %", "43 %", "48 %")),
        R("Antal anställda", ("1", "0", "2", "0", "0")),
    ]
    sheet.table([("2024", "2023", "2022", "2021", "2020")], rows, (240.0, 308.0, 376.0, 444.0, 512.0), style)
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "annual_report", 2024)
    assert table.kind == "overview"
    figures = read_figures(pages, "annual_report", 2024)
    assert len(figures) == 20
    assert {figure.unit for figure in figures if figure.label == "Soliditet"} == {"percent"}
    assert [figure.value for figure in figures if figure.unit == "count"] == [1, 0, 2, 0, 0]
    assert ("Årets resultat", 2023, "outcome", Decimal(-117_094)) in said(figures)


@styles
def test_one_unit_for_all_and_plan_over_the_later_years(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    headers = [("", "Plan", "Plan"), ("2024", "2025", "2026")]
    rows = [
        R("Intäkter", bold=True),
        R("Regionen", ("1255,5", "1255,5", "1255,5")),
        R("Kommunen", ("1255,5", "1255,5", "1255,5")),
        R("Staten", ("2511", "2511", "2511")),
        R("Parternas insats", ("5022", "5022", "5022"), bold=True),
        R("Kostnader", bold=True),
        R("Ersättning till chefen 100 %*", ("-785", "-790", "-795")),
        R("Hyra, telefon, dator", ("-110", "", "-110")),
        R("Summa administration", ("-895", "-790", "-905"), bold=True),
    ]
    sheet.table(headers, rows, (340.0, 420.0, 500.0), style, corner="Budget 2024, plan 2025-2026 (tkr)")
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "plan", 2024)
    assert [(column.fiscal_year, column.scenario, column.scale) for column in table.columns[1:]] == [
        (2024, "budget", Decimal(1000)),
        (2025, "plan", Decimal(1000)),
        (2026, "plan", Decimal(1000)),
    ]
    roles = {row.label: row.role for row in table.rows}
    assert roles["Parternas insats"] == "total"
    assert roles["Kostnader"] == "heading"
    figures = said(read_figures(pages, "plan", 2024))
    assert ("Regionen", 2024, "budget", Decimal(1255500)) in figures
    assert ("Ersättning till chefen 100 %*", 2026, "plan", Decimal(-795_000)) in figures
    assert not [figure for figure in figures if figure[0].startswith("Hyra") and figure[1] == 2025]


@styles
def test_two_levels_of_headers_over_income_cost_and_net(tmp_path: Path, style: Style) -> None:
    sheet = Sheet()
    sheet.text("Driftredovisning", bold=True, size=13, step=28)
    headers = [("", "Utfall 2024", "", "Budget 2024", ""), ("Intäkt", "Kostnad", "Netto", "Netto", "Avvikelse")]
    rows = [
        R("Driftbidrag", ("2832", "0", "2832", "2832", "0")),
        R("Styrelse", ("0", "-102", "-102", "-65", "-37")),
        R("(varav arvode)", ("", "(-75)", "(-75)", "", "")),
        R("Kansli", ("0", "-648", "-648", "-2 667", "2 019")),
        R("Resultat", ("2832", "-750", "2 082", "100", "1 982"), bold=True),
    ]
    sheet.table(headers, rows, (240.0, 300.0, 360.0, 430.0, 500.0), style, corner="Belopp tkr")
    pages = sheet.pages(tmp_path)
    (table,) = read_tables(pages, "annual_report", 2024)
    assert [column.measure for column in table.columns[1:4]] == ["income", "cost", "net"]
    assert [column.scenario for column in table.columns[1:]] == ["outcome", "outcome", "outcome", "budget", "variance"]
    assert {row.label: row.role for row in table.rows}["(varav arvode)"] == "subitem"
    figures = said(read_figures(pages, "annual_report", 2024))
    assert ("Kansli", 2024, "budget", Decimal(-2_667_000)) in figures
    assert ("(varav arvode)", 2024, "outcome", Decimal(-75_000)) in figures


NOTES = (350.0, 440.0, 520.0)


def test_statements_under_each_other_with_notes_and_dates_that_nearly_touch_are_two_tables(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text("Resultaträkning", bold=True, size=14, step=24)
    income = [
        R("Intäkter", ("1", "6 148 000", "6 002 500")),
        R("Kostnader", ("2, 3", "-5 931 416", "-6 214 877")),
        R("Årets resultat", ("", "216 584", "-212 377")),
    ]
    sheet.table([("Not", "2025", "2024")], income, NOTES, "plain")
    sheet.text("Balansräkning", bold=True, size=14, step=24)
    balance = [
        R("Fordringar", ("4", "318 455", "402 118")),
        R("Kassa och bank", ("5", "1 962 340", "1 604 087")),
        R("Summa tillgångar", ("", "2 280 795", "2 006 205")),
    ]
    sheet.table([("Not", "2025-12-31", "2024-12-31")], balance, (380.0, 450.0, 508.0), "plain")
    first, second = read_tables(sheet.pages(tmp_path), "annual_report", 2025)
    for table, rows in ((first, income), (second, balance)):
        assert [column.kind for column in table.columns] == ["label", "note", "figures", "figures"]
        assert [column.fiscal_year for column in table.columns[2:]] == [2025, 2024]
        assert grid_of(table)[1:] == [[row.label, *row.values] for row in rows]


def test_dates_over_two_lines_head_their_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text("Balansräkning", bold=True, size=14, step=24)
    rows = [
        R("Fordringar", ("4", "318 455", "402 118")),
        R("Kassa och bank", ("5", "1 962 340", "1 604 087")),
        R("Summa tillgångar", ("", "2 280 795", "2 006 205")),
    ]
    sheet.table([("", "2025-12-", "2024-12-"), ("Not", "31", "31")], rows, NOTES, "plain")
    (table,) = read_tables(sheet.pages(tmp_path), "annual_report", 2025)
    assert [column.kind for column in table.columns] == ["label", "note", "figures", "figures"]
    assert [column.header for column in table.columns[2:]] == ["2025-12-31", "2024-12-31"]
    assert grid_of(table)[1:] == [[row.label, *row.values] for row in rows]


def test_a_line_of_years_and_names_over_a_label_that_wraps_is_a_header(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text("Nämndernas ekonomi", bold=True, size=14, step=24)
    rows = [
        R(("Hälso- och", "sjukvårdsnämnden"), ("-1 688", "-1 640", "-5 051", "-5 102"), at=0.5),
        R("Kulturnämnden", ("-62", "-59", "-187", "-186")),
        R("Summa", ("-1 750", "-1 699", "-5 238", "-5 288"), bold=True),
    ]
    headers = [("Januari-april", "", "Helår 2026", ""), ("2026", "2025", "Budget", "Prognos")]
    sheet.table(headers, rows, FOUR, "plain", corner="Mnkr")
    (table,) = read_tables(sheet.pages(tmp_path), "interim_report", 2026)
    assert grid_of(table)[-3:] == [
        ["Hälso- och sjukvårdsnämnden", *rows[0].values],
        *([row.label, *row.values] for row in rows[1:]),
    ]
    assert [column.fiscal_year for column in table.columns[1:]] == [2026, 2025, 2026, 2026]
    assert [column.scenario for column in table.columns[3:]] == ["budget", "forecast"]


@pytest.mark.parametrize("minus", ["-", "–", "−", "—"])
def test_any_dash_before_digits_is_a_minus(minus: str) -> None:
    assert is_figure(f"{minus}329,4")
