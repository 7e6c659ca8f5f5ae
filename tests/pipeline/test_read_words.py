"""Words from glyphs that are typed here: marks over letters, ligatures, columns, letters set apart, text on end."""

from __future__ import annotations

import pytest

from pipeline.reading.glyphs import Glyph
from pipeline.reading.styles import Style
from pipeline.reading.words import words_of

PLAIN = Style(size=10, bold=False, angle=0, shown=True, white=False)


def glyph(text: str, x: float, *, y: float = 100, wide: float = 5, style: Style = PLAIN) -> Glyph:
    return Glyph(text, x, y - 8, x + wide, y + 2, x, y, style)


def row(text: str, x: float = 0, *, y: float = 100, step: float = 5) -> list[Glyph]:
    """Glyphs 5 points wide, one every `step` points."""
    return [glyph(letter, x + step * index, y=y) for index, letter in enumerate(text)]


def texts(glyphs: list[Glyph]) -> list[str]:
    return [word.text for word in words_of(glyphs)]


@pytest.mark.parametrize(("mark", "whole"), [("\u0308", "ä"), ("¨", "ä"), ("\u030a", "å"), ("˚", "å")])
def test_mark_over_the_letter_before_is_composed_and_raw_is_kept(mark: str, whole: str) -> None:
    glyphs = [glyph("r", 0), glyph("a", 5), glyph(mark, 5.5, wide=4), glyph("d", 10)]
    (word,) = words_of(glyphs)
    assert (word.text, word.raw) == (f"r{whole}d", f"ra{mark}d")


def test_mark_that_is_drawn_before_its_letter_is_composed() -> None:
    assert texts([glyph("f", 0), glyph("¨", 5.5, wide=4), glyph("o", 5), glyph("r", 10)]) == ["för"]


def test_mark_without_width_after_its_letter() -> None:
    assert texts([glyph("o", 0), glyph("\u0308", 5, wide=0), glyph("n", 5)]) == ["ön"]


def test_apostrophe_like_mark_beside_a_letter_is_left_alone() -> None:
    assert texts([glyph("a", 0), glyph("´", 5, wide=3), glyph("s", 8)]) == ["a´s"]


@pytest.mark.parametrize(("parts", "whole"), [("fi", "fi"), ("ff", "ff"), ("ffi", "ffi")])
def test_parts_of_a_ligature_share_one_spot(parts: str, whole: str) -> None:
    assert texts([*(glyph(letter, 0) for letter in parts), glyph("n", 5)]) == [whole + "n"]


def test_narrow_blanks_part_figures() -> None:
    for blank in "\u00a0\u202f\u2009":
        assert texts(row(f"2{blank}832")) == ["2", "832"]


def test_zero_width_characters_are_dropped() -> None:
    assert texts(row("en\u200b")) == ["en"]


def test_soft_hyphen_inside_goes_and_at_the_end_stays_as_a_hyphen() -> None:
    assert texts(row("Bok\u00adslut")) == ["Bokslut"]
    assert texts(row("Bok\u00ad")) == ["Bok-"]


def test_control_character_is_shown_as_unreadable_with_raw_kept() -> None:
    (word,) = words_of(row("f\x05r"))
    assert (word.text, word.raw) == ("f\ufffdr", "f\x05r")


def test_figures_of_two_columns_with_a_small_gap_are_two_words() -> None:
    assert texts(row("123", 0) + row("456", 17)) == ["123", "456"]


def test_pieces_of_a_word_drawn_out_of_order_are_joined() -> None:
    assert texts(row("hetens", 35) + row("Annat", 0, y=300) + row("Verksam", 0)) == ["Annat", "Verksamhetens"]


def test_figures_set_apart_are_never_one_word() -> None:
    assert texts(row("12345", step=7)) == ["1", "2", "3", "4", "5"]


def test_letters_set_apart_are_one_word_up_to_a_wider_gap() -> None:
    assert texts(row("BUDGET", 0, step=7) + row("PLAN", 50, step=7)) == ["BUDGET", "PLAN"]


def test_text_on_end_is_read_upward_and_marked() -> None:
    on_end = Style(size=10, bold=False, angle=90, shown=True, white=False)
    glyphs = [
        Glyph(letter, 92, 195 - 5 * index, 102, 200 - 5 * index, 100, 200 - 5 * index, on_end)
        for index, letter in enumerate("Helår")
    ]
    (word,) = words_of(glyphs)
    assert (word.text, word.upright) == ("Helår", False)
    assert (word.box.top, word.box.bottom) == (175, 200)


def test_word_printed_twice_is_read_once_wherever_it_comes() -> None:
    assert texts(row("Summa") + row("annat", y=300) + row("Summa", 0.5)) == ["Summa", "annat"]
