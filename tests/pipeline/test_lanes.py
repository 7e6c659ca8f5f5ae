"""Pages of unequal length shared out among lanes: no lane waits long for another, and answers keep the order of the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw

from pipeline.recognition.lanes import balanced, in_lanes, strokes_of


def test_a_long_page_has_a_lane_to_itself() -> None:
    assert balanced([1, 1, 9, 1, 1], 2) == [[2], [0, 1, 3, 4]]
    assert balanced([4, 4, 4, 4, 4], 2) == [[0, 2, 4], [1, 3]]


def test_pages_without_ink_are_shared_out_too() -> None:
    assert balanced([0, 0, 0, 0], 2) == [[0, 2], [1, 3]]
    assert balanced([], 2) == []
    assert balanced([3], 0) == [[0]]


def test_answers_come_in_the_order_of_the_items() -> None:
    shares: list[tuple[str, ...]] = []

    def together(share: Sequence[str]) -> list[str]:
        shares.append(tuple(share))
        return [item.upper() for item in share]

    assert in_lanes(["a", "b", "c", "d"], [1, 1, 5, 1], 2, together) == ["A", "B", "C", "D"]
    assert sorted(shares) == [("a", "b", "d"), ("c",)]
    assert in_lanes([], [], 2, together) == []


def test_a_page_of_text_has_more_strokes_than_a_black_one() -> None:
    text, black = Image.new("L", (200, 200), 255), Image.new("L", (200, 200), 0)
    for x in range(10, 190, 10):
        ImageDraw.Draw(text).line((x, 20, x, 180), fill=0)
    assert strokes_of(text) > 100 > strokes_of(black) == 0
