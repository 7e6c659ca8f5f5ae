"""Rows between filled rows are cells too, where the header is filled."""

from __future__ import annotations

from extractors.tables.zebra import with_rows_between
from schemas.page import Word
from schemas.place import Box


def _word(text: str, x1: float, row: int) -> Word:
    return Word(text=text, raw=text, box=Box(x0=x1 - 20, top=100 + 15 * row + 2, x1=x1, bottom=100 + 15 * row + 12))


def _fills(rows: list[int], first: float = 50.0) -> list[Box]:
    return [
        Box(x0=x0, top=100 + 15 * row, x1=x1, bottom=115 + 15 * row)
        for row in rows
        for x0, x1 in ((first, 200.0), (200.0, 300.0), (300.0, 400.0))
    ]


NUMBERS = [_word(text, x1, row) for row in range(1, 5) for text, x1 in (("120", 295.0), ("95", 395.0))]
HEADER = [_word("2025", 295.0, 0), _word("2024", 395.0, 0)]


def test_every_other_row_is_filled_and_the_last_one_is_not() -> None:
    fills = with_rows_between(_fills([0, 1, 3]), [*HEADER, *NUMBERS])
    assert {round(box.top) for box in fills} == {100, 115, 130, 145, 160}
    assert {(box.x0, box.x1) for box in fills if round(box.top) == 130} == {(50.0, 200.0), (200.0, 300.0), (300.0, 400.0)}


def test_rows_without_a_filled_header_are_left_to_their_figures() -> None:
    assert with_rows_between(_fills([1, 3]), [*HEADER, *NUMBERS]) == _fills([1, 3])


def test_a_row_whose_text_runs_over_the_columns_is_left_as_it_is() -> None:
    text = [_word("en", 198.0, 2), _word("kommentar", 221.0, 2), *NUMBERS]
    assert 130 not in {round(box.top) for box in with_rows_between(_fills([0, 1, 3]), [*HEADER, *text])}


def test_a_table_below_with_other_columns_is_another_one() -> None:
    below = _fills([4], first=60.0)
    fills = with_rows_between([*_fills([0, 1]), *below], [*HEADER, *NUMBERS[:2]])
    assert sorted(fills, key=str) == sorted([*_fills([0, 1]), *below], key=str)
