"""Headings by size, weight, number or standing alone; tables of contents."""

from __future__ import annotations

import pytest

from extractors.page.headings import contents_of, look_of, style_of
from extractors.page.layout import lay_out
from extractors.page.lines import lines_of
from tests.pages import page_from_text

TEXT = (
    "Förbundet har under året arbetat med samverkan mellan parterna och\n"
    "fortsätter med det under nästa år enligt den plan som finns."
)


def _headings(drawing: str, **looks: object) -> list[tuple[str, int]]:
    page = page_from_text(drawing, **looks)  # type: ignore[arg-type]  # looks of words by name
    return [(block.text, block.level) for block in lay_out([page]).blocks if block.kind == "heading"]


def test_levels_follow_size_and_then_weight() -> None:
    drawing = f"Ekonomi\n\nUtfall\n\nPersonal\n{TEXT}"
    assert _headings(drawing, sizes={"Ekonomi": 18, "Utfall": 14}, bold=["Personal"]) == [
        ("Ekonomi", 1),
        ("Utfall", 2),
        ("Personal", 3),
    ]


def test_a_heading_over_two_lines_is_one() -> None:
    drawing = f"Revisionsberättelse för Testbygdens\nStad under 2024\n\n{TEXT}"
    sizes = {"Revisionsberättelse": 16.0, "Stad": 16.0}
    assert _headings(drawing, sizes=sizes) == [("Revisionsberättelse för Testbygdens Stad under 2024", 1)]


def test_a_table_in_small_print_makes_no_headings_of_the_text() -> None:
    rows = "\n".join(f"Insats nummer {number} i länet            1 2{number} 000" for number in range(10, 60))
    small = dict.fromkeys(("Insats", "nummer", "i", "länet", "000", "1"), 9)
    text = "\n".join([TEXT] * 3)
    assert _headings(f"{text}\n\n{rows}", sizes=small) == []


def test_a_short_text_over_a_large_table_in_small_print_is_no_heading() -> None:
    rows = "\n".join(f"Insats nummer {number} i länet            1 2{number} 000" for number in range(10, 40))
    small = dict.fromkeys(("Insats", "nummer", "i", "länet", "000", "1"), 8)
    assert _headings(f"Nämnden väntar ett underskott för hela det år som kommer.\n\n{rows}", sizes=small) == []


def test_where_fonts_tell_nothing_a_short_line_over_a_text_is_a_heading() -> None:
    assert _headings(f"{TEXT}\n\nUppdrag och mål\n{TEXT}\n\n1. Inledning\n\n{TEXT}") == [
        ("Uppdrag och mål", 1),
        ("1. Inledning", 1),
    ]


@pytest.mark.parametrize("line", ["§ 51", "§51 Mötets öppnande", "§§ 51-58", "51 § Val", "§ 12 a Val", "§ 20 2026.007 BUN"])
def test_the_number_of_a_paragraph_is_a_heading(line: str) -> None:
    (drawn,) = lines_of(page_from_text(line).words)
    assert look_of(drawn, style_of(lines_of(page_from_text(TEXT).words))) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Medfinansiering 2026: 1 370 000 kronor",
        "Budget 2025        Utfall 2025      Avvikelse",
        "2 816 000",
    ],
)
def test_amounts_and_rows_are_no_headings_even_in_bold(line: str) -> None:
    (drawn,) = lines_of(page_from_text(line, bold=[line]).words)
    assert look_of(drawn, style_of(lines_of(page_from_text(TEXT).words))) is None


@pytest.mark.parametrize("line", ["25 § lagen om finansiell samordning gäller för", "§ 68 behandlat ärendet."])
def test_a_law_or_a_reference_at_the_beginning_of_a_line_is_no_heading(line: str) -> None:
    (drawn,) = lines_of(page_from_text(line).words)
    assert look_of(drawn, style_of(lines_of(page_from_text(TEXT).words))) is None


def test_on_a_scan_the_numbering_ranks_headings_and_noisy_heights_do_not() -> None:
    drawing = f"1. Ekonomi\n\n{TEXT}\n\n1.1 Utfall\n\n{TEXT}\n\nStyrelsen\n\n{TEXT}\n\n1.2 Prognos\n\n{TEXT}"
    page = page_from_text(drawing, sizes={"Utfall": 10.6, "Prognos": 9.4, "Styrelsen": 10.9})
    blocks = lay_out([page.model_copy(update={"text_source": "ocr"})]).blocks
    levels = {block.text: block.level for block in blocks if block.kind == "heading"}
    assert levels == {"1. Ekonomi": 1, "1.1 Utfall": 2, "1.2 Prognos": 2, "Styrelsen": 3}


def test_entries_that_end_in_page_numbers_are_contents_under_a_title() -> None:
    lines = lines_of(page_from_text("Innehåll\nInledning       3\nEkonomi         7\nBilagor        11").words)
    assert contents_of(lines, page_count=12) == frozenset({0, 1, 2, 3})


def test_small_figures_are_no_contents() -> None:
    lines = lines_of(page_from_text("Deltagare\nKvinnor         3\nMän             7\nTotalt         10").words)
    assert contents_of(lines, page_count=12) == frozenset()
