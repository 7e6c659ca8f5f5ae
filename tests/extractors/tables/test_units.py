"""The unit of a table: beside its headers, or told by the shape of its figures."""

from __future__ import annotations

from tests.extractors.tables.drawn import read_tables
from tests.pages import page_from_text

SILENT = """
    Tjänster                      Utfall      Budget      Resultat
    Ekonomi                         20,5        13,7           6,8
    Data                            35,8        34,3           1,5
    Stöd                            24,5        22,1           2,4
"""


def test_a_unit_in_the_line_of_the_outer_headers() -> None:
    drawing = """
        Resultat i sammandrag
        Belopp i mnkr                Period                Helår
                                Utfall    Budget    Prognos    Budget
        Intäkter                 373,6     375,7    1 513,3   1 506,8
        Kostnader               -360,5    -382,1   -1 550,7  -1 549,1
        """
    (table,) = read_tables([page_from_text(drawing)], "interim_report", 2026)
    assert {column.scale for column in table.columns if column.kind == "figures"} == {1_000_000}


def test_kronor_are_not_printed_with_one_decimal_where_the_text_speaks_of_millions() -> None:
    text = "Nämnden visar ett överskott på 19,5 miljoner kronor för perioden och personal 6 miljoner kronor."
    (table,) = read_tables([page_from_text(SILENT + "\n\n\n    " + text)], "interim_report", 2026)
    assert table.unit == "mnkr"


def test_head_counts_with_one_decimal_and_silent_documents_get_no_unit() -> None:
    text = "Nämnden visar ett överskott på 19,5 miljoner kronor för perioden och personal 6 miljoner kronor."
    heads = SILENT.replace("Tjänster  ", "Årsarbetare")
    assert [table.unit for table in read_tables([page_from_text(heads + "\n\n\n    " + text)], "interim_report", 2026)] == [None]
    assert [table.unit for table in read_tables([page_from_text(SILENT)], "interim_report", 2026)] == [None]


def test_the_unit_of_an_amount_in_the_sentence_above_is_not_the_tables() -> None:
    drawing = """
        Prognosen är 4,05 mnkr.
                              Budget 2025    Utfall 2025
        Samordnarteam           1 340 000        655 210
        Processledning            780 000        401 120
        Summa                   2 120 000      1 056 330
        """
    (table,) = read_tables([page_from_text(drawing)], "interim_report", 2025)
    assert {column.scale for column in table.columns if column.kind == "figures"} == {1}
    assert "Prognosen" not in (table.title or "")


def test_figures_with_one_decimal_are_thousands_where_all_other_tables_are() -> None:
    first = """
        Resultaträkning, tkr
                                  2025        2024
        Medlemsbidrag          7 240,0     7 010,0
        Kostnader             -7 015,3    -6 102,5
        """
    second = """
        Balansräkning
                                  2025        2024
        Fordringar               388,4       295,1
        Likvida medel          3 110,5     2 882,4
        Tillgångar totalt      3 498,9     3 177,5
        """
    tables = read_tables([page_from_text(first), page_from_text(second, number=2)], "annual_report", 2025)
    scales = [{column.scale for column in table.columns if column.kind == "figures"} for table in tables]
    assert scales == [{1000}, {1000}]
