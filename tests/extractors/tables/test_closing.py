"""Figures that stand so near that only other rows, headers or sums tell where they part."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.tables.chunks import Chunk, Gaps, TextLine, chunk_line
from extractors.tables.closing import parted
from schemas.page import Word
from schemas.place import Box

LETTER = 5.0


def line(row: int, *texts: tuple[str, float]) -> TextLine:
    """Set texts of one line; each ends at its x, its words are a space apart."""
    words: list[Word] = []
    for text, end in texts:
        right = end
        for word in reversed(text.split(" ")):
            left = right - LETTER * len(word)
            words.append(Word(text=word, raw=word, box=Box(x0=left, top=14.0 * row, x1=right, bottom=14.0 * row + 10)))
            right = left - 2.5
    return chunk_line(sorted(words, key=lambda word: word.box.x0), Gaps(figure=4.0, cell=7.5))


def read(rows: Sequence[TextLine], headers: Sequence[TextLine] = ()) -> list[list[str]]:
    """Return the texts right of the labels after parting."""
    changed = parted(rows, headers)
    return [[chunk.text for chunk in changed.get(id(row), row).chunks[1:]] for row in rows]


GLUED = [("Norr", "45 360"), ("Väster", "52 298"), ("Öster", "12 221")]


def test_a_row_that_can_only_be_two_figures_parts_the_others() -> None:
    rows = [line(i, (label, 60), (text, 200)) for i, (label, text) in enumerate([*GLUED, ("Summa", "109 -79")])]
    assert [chunk.text for chunk in rows[-1].chunks] == ["Summa", "109", "-79"]
    assert read(rows) == [["45", "360"], ["52", "298"], ["12", "221"], ["109", "-79"]]


def test_a_figure_that_an_ocr_tore_proves_no_columns() -> None:
    rows = [line(i, (label, 60), (text, 200)) for i, (label, text) in enumerate([*GLUED, ("Summa", "1109 879")])]
    torn = TextLine([rows[-1].chunks[0], *(Chunk([word]) for word in rows[-1].words[1:])], 42, 52)
    assert read([*rows[:-1], torn])[0] == ["45 360"]


def test_two_names_above_part_figures_without_any_sum() -> None:
    rows = [line(i, (label, 60), (text, 200)) for i, (label, text) in enumerate(GLUED)]
    names = TextLine([Chunk([word]) for word in line(-1, ("A", 182.5), ("B", 200)).words], -14, -4)
    assert read(rows, [names]) == [["45", "360"], ["52", "298"], ["12", "221"]]
    assert read(rows) == [["45 360"], ["52 298"], ["12 221"]]


def test_sums_that_close_keep_a_figure_whole_under_two_names() -> None:
    whole = [("Norr", "645 360"), ("Väster", "252 798"), ("Öster", "12 121"), ("Summa", "910 279")]
    names = TextLine([Chunk([word]) for word in line(-1, ("A", 182.5), ("B", 200)).words], -14, -4)
    rows = [line(i, (label, 60), (text, 200)) for i, (label, text) in enumerate(whole)]
    assert all(len(row) == 1 for row in read(rows, [names]))


def test_figures_torn_at_a_wide_space_are_one_where_the_sums_say_so() -> None:
    torn = [("Norr", "1", "255"), ("Väster", "2", "870"), ("Öster", "12", "121"), ("Summa", "16", "246")]
    rows = [line(i, (label, 60), (left, 170), (right, 200)) for i, (label, left, right) in enumerate(torn)]
    assert read(rows) == [["1 255"], ["2 870"], ["12 121"], ["16 246"]]


@pytest.mark.parametrize("total", ["15", "17"])
def test_torn_figures_whose_sums_do_not_close_stay(total: str) -> None:
    torn = [("Norr", "1", "255"), ("Väster", "2", "870"), ("Öster", "12", "121"), ("Summa", total, "246")]
    rows = [line(i, (label, 60), (left, 170), (right, 200)) for i, (label, left, right) in enumerate(torn)]
    assert read(rows)[0] == ["1", "255"]


def test_a_torn_figure_that_begins_with_a_narrow_digit_proves_no_columns() -> None:
    rows = [line(i, (label, 60), (text, 200)) for i, (label, text) in enumerate(GLUED)]
    narrow = Word(text="1", raw="1", box=Box(x0=181.6, top=42, x1=183.4, bottom=52))
    label, last = line(3, ("Summa", 60), ("879", 200)).words
    assert read([*rows, TextLine([Chunk([label]), Chunk([narrow]), Chunk([last])], 42, 52)])[0] == ["45 360"]
