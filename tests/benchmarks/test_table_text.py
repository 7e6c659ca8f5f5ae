"""The ruler for made tables: what a table written as text shows and says."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.made.table_pages import load_pages
from benchmarks.made.table_text import TextTable
from benchmarks.made_tables import Count, neighbours, score_figures

SOURCE = """
    ! Nämnd ^2 | Utfall >2
    ! 2024 | 2023
    @ 2024 outcome | ?
    Kommunstyrelsen och/kansliet | -1 250 | (12,5)
    Andel, % | 4,5 % |
"""


def test_a_table_says_what_is_written() -> None:
    table = TextTable(SOURCE)
    assert table.header_rows == 2
    assert table.said == [
        ("Kommunstyrelsen och kansliet", 2024, "outcome", Decimal(-1_250_000)),
        ("Kommunstyrelsen och kansliet", None, None, Decimal(-12500)),
        ("Andel, %", 2024, "outcome", Decimal("4.5")),
    ]


def test_neighbours_look_over_blanks_and_spans() -> None:
    pairs = neighbours(TextTable(SOURCE).plain)
    assert pairs["utfall", "2023", "below"] == 1
    assert pairs["nämnd", "2024", "right"] == 1
    assert pairs["2023", "(12,5)", "below"] == 1
    assert ("andel,%", "", "right") not in pairs


def test_a_figure_under_another_label_is_missing_and_too_much() -> None:
    said = TextTable(SOURCE).said
    count, wrong = score_figures(said, [])
    assert count == Count(3, 0, 0)
    assert len(wrong) == 3


def test_pages_have_names_of_their_own_and_half_a_dozen_no_table() -> None:
    pages = load_pages()
    assert len({page.name for page in pages}) == len(pages)
    assert sum(not page.tables for page in pages) >= 6
