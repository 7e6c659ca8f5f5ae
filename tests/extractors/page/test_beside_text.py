"""What stands beside or across the text: line numbers, text along the edge, watermarks; and what only looks so."""

from __future__ import annotations

import pytest

from extractors.page.beside_text import parted
from extractors.page.layout import lay_out
from schemas.page import Page, Ruling, Word
from schemas.place import Box
from tests.pages import page_from_text

NUMBERED = """
                        Berättelse

     1      Förbundet har under året samlat parterna
     2      kring gemensamma insatser. Arbetet följer
     3      planen och har kostat 2 310 tkr, vilket är
     4      mindre än året innan.

     5      Under våren flyttade verksamheten till nya
     6      lokaler. Det gav engångskostnader som inte
     7      fanns med i budgeten men ryms i resultatet.
     8      Hyran är lägre än förut.

     9      Styrelsen ser ljust på nästa år, eftersom
    10      parterna vill fortsätta och höja sina bidrag.
"""
AGENDA = """
            Dagordning

     1      Mötet öppnas
     2      Val av justerare
     3      Godkännande av dagordningen
     4      Föregående protokoll
     5      Ekonomisk rapport
     6      Verksamhetsplan
     7      Ansökan om medel
     8      Information
     9      Övriga frågor
    10      Mötet avslutas
"""


def turned(text: str, box: Box, size: float) -> Word:
    return Word(text=text, raw=text, box=box, size=size, upright=False)


def with_words(*words: Word, rulings: tuple[Ruling, ...] = ()) -> Page:
    page = page_from_text("Förbundet har fyra medlemmar och en styrelse.\nDen har sex ledamöter.")
    return page.model_copy(update={"words": (*page.words, *words), "rulings": rulings})


def aside(page: Page) -> list[str]:
    return [line.text for line in parted(page)[1]]


def test_numbers_of_lines_are_no_part_of_the_text() -> None:
    page = page_from_text(NUMBERED)
    assert aside(page) == [str(number) for number in range(1, 11)]
    layout = lay_out([page])
    assert layout.text_blocks()[1].text.startswith(
        "Förbundet har under året samlat parterna kring gemensamma insatser. Arbetet följer"
    )


def test_numbers_of_every_fifth_line() -> None:
    text = "och så fortsätter texten rad för rad,"
    drawing = "\n".join(f"{number if number % 5 == 0 else '':>6}      {text}" for number in range(1, 21))
    assert aside(page_from_text(drawing)) == ["5", "10", "15", "20"]


def test_numbers_of_an_agenda_are_text() -> None:
    assert aside(page_from_text(AGENDA)) == []


def test_a_word_set_aslant_over_the_text_is_a_watermark() -> None:
    assert aside(with_words(turned("UTKAST", Box(x0=90, top=270, x1=420, bottom=600), 90))) == ["UTKAST"]


def test_a_huge_word_over_the_text_is_a_watermark_and_a_large_heading_is_none() -> None:
    mark = Word(text="KOPIA", raw="KOPIA", box=Box(x0=50, top=20, x1=400, bottom=120), size=90)
    heading = mark.model_copy(update={"text": "Bokslut", "box": Box(x0=50, top=300, x1=400, bottom=400)})
    assert aside(with_words(mark, heading)) == ["KOPIA"]


def test_text_on_end_in_the_margin_is_furniture() -> None:
    assert aside(with_words(turned("Dokument-ID", Box(x0=18, top=300, x1=27, bottom=360), 7))) == ["Dokument-ID"]


@pytest.mark.parametrize("x", [18.0, 300.0])
def test_text_on_end_in_a_table_or_amid_the_text_is_text(x: float) -> None:
    rule = Ruling(box=Box(x0=15, top=280, x1=15, bottom=400), horizontal=False)
    assert aside(with_words(turned("Intäkter", Box(x0=x, top=300, x1=x + 9, bottom=360), 7), rulings=(rule,))) == []
