"""Words become lines, left to right and top to bottom, whatever order they come in."""

from __future__ import annotations

import random

from extractors.page.lines import in_parts, lines_of, segments
from schemas.page import Word
from schemas.place import Box
from tests.pages import page_from_text


def _word(text: str, x0: float, top: float, size: float = 10, *, upright: bool = True) -> Word:
    box = Box(x0=x0, top=top, x1=x0 + 0.5 * size * len(text), bottom=top + size)
    return Word(text=text, raw=text, box=box, size=size, upright=upright)


def _texts(*words: Word) -> list[str]:
    return [line.text for line in lines_of(words)]


def test_words_of_a_row_are_one_line_left_to_right() -> None:
    page = page_from_text("""
        Intäkter        2 816     2 816
        Kostnader      -4 674    -4 671
    """)
    assert [line.text for line in lines_of(page.words)] == ["Intäkter 2 816 2 816", "Kostnader -4 674 -4 671"]


def test_order_of_words_does_not_matter() -> None:
    page = page_from_text("\n".join(f"rad {number} med  några   ord och {number * 7}" for number in range(30)))
    shuffled = list(page.words)
    random.Random(1).shuffle(shuffled)  # noqa: S311  # no secret
    assert lines_of(shuffled) == lines_of(page.words)


def test_a_superscript_stays_in_its_line_and_does_not_lead_the_next_word_astray() -> None:
    words = [_word("Resultat", 50, 100), _word("2", 91, 98, 5), _word("enligt", 96, 100), _word("not", 130, 100)]
    below = [_word("Nästa", 50, 112), _word("rad", 90, 112)]
    assert _texts(*words, *below) == ["Resultat 2 enligt not", "Nästa rad"]


def test_mixed_sizes_share_a_line() -> None:
    assert _texts(_word("Summa", 50, 100, 14), _word("tkr", 90, 103, 9), _word("100", 120, 102, 11)) == ["Summa tkr 100"]


def test_a_skewed_scan_keeps_its_lines() -> None:
    words = [_word(f"a{index}", 50 + 25 * index, 100 + 0.35 * index) for index in range(18)]
    words += [_word(f"b{index}", 50 + 25 * index, 112 + 0.35 * index) for index in range(18)]
    assert _texts(*words) == [" ".join(f"{row}{index}" for index in range(18)) for row in "ab"]


def test_two_small_lines_beside_a_large_word_stay_apart() -> None:
    words = [
        _word("2025", 50, 100, 24),
        _word("övre", 150, 100, 10),
        _word("raden", 175, 100),
        _word("nedre", 150, 113),
        _word("raden", 180, 113),
    ]
    assert _texts(*words) == ["2025 övre raden", "nedre raden"]


def test_turned_words_are_lines_of_their_own() -> None:
    turned = [
        Word(text=text, raw=text, box=Box(x0=20, top=top, x1=30, bottom=top + 20), size=10, upright=False)
        for text, top in (("på", 100.0), ("Signerat", 124.0))
    ]
    assert _texts(_word("Text", 50, 100), *turned) == ["Text", "Signerat på"]


def test_segments_are_parted_by_wide_white_space_and_by_dotted_leaders() -> None:
    (line,) = lines_of(page_from_text("Uppdrag och mål ........... 12   tkr").words)
    assert [" ".join(word.text for word in part) for part in segments(line)] == ["Uppdrag och mål", "12", "tkr"]


def test_a_line_in_parts_reads_stands_and_is_cut_alike() -> None:
    words = [
        _word("Uppdrag", 50, 100),
        _word("och", 90, 99),
        _word("mål", 108, 100),
        _word(".....", 126, 100),
        _word("12", 190, 100),
    ]
    (line,) = lines_of(words)
    short = in_parts(line)
    assert [word.text for word in short.words] == ["Uppdrag och mål", ".....", "12"]
    assert (short.text, short.box) == (line.text, line.box)
    assert [[word.text for word in part] for part in segments(short)] == [["Uppdrag och mål"], ["12"]]
