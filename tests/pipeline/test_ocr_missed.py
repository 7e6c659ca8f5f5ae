"""Ink that no word covers is found and read; what is no text is left alone."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.recognition.fuse import Seen
from pipeline.recognition.missed import completed, missed_spots, unread_share
from pipeline.recognition.montage import read_spots, sheet_of_spots
from schemas.page import Ruling
from schemas.place import Box

DPI = 200.0


def seen(text: str, x0: float, top: float, x1: float, bottom: float, confidence: float = 0.95) -> Seen:  # noqa: PLR0913, PLR0917  # a word with its box
    return Seen(text, x0, top, x1, bottom, confidence, bottom - top)


def page(*texts: tuple[int, int, str]) -> Image.Image:
    """Return a page of 800 by 600 pixels with texts whose top left corners are given."""
    image = Image.new("L", (800, 600), 255)
    draw = ImageDraw.Draw(image)
    for x, y, text in texts:
        draw.text((x, y), text, fill=0, font=ImageFont.load_default(28))
    return image


LABEL = seen("Hyra", 100, 100, 170, 132)


def test_figure_that_no_word_covers_is_a_spot() -> None:
    (spot,) = missed_spots(page((100, 100, "Hyra"), (500, 100, "-775")), [LABEL], (), DPI)
    assert 490 <= spot[0] <= 505
    assert 545 <= spot[2] <= 580


def test_page_read_whole_has_no_spot() -> None:
    assert missed_spots(page((100, 100, "Hyra")), [LABEL], (), DPI) == []


def test_word_read_with_little_confidence_is_read_again() -> None:
    doubtful = seen("GS", 495, 100, 570, 132, 0.27)
    assert len(missed_spots(page((100, 100, "Hyra"), (500, 100, "-775")), [LABEL, doubtful], (), DPI)) == 1


def test_lines_and_pictures_are_no_spots() -> None:
    image = page((100, 100, "Hyra"))
    draw = ImageDraw.Draw(image)
    draw.line((90, 200, 600, 200), fill=0, width=3)
    draw.line((300, 220, 300, 250), fill=0, width=4)
    draw.rectangle((400, 300, 600, 500), fill=0)
    rule = Ruling(box=Box(x0=90 * 0.36, top=199 * 0.36, x1=600 * 0.36, bottom=202 * 0.36), horizontal=True)
    assert missed_spots(image, [LABEL], (rule,), DPI) == []


def test_page_without_any_word_is_left_alone() -> None:
    assert missed_spots(page((500, 100, "-775")), [], (), DPI) == []


def test_found_words_stand_where_they_are_on_the_page() -> None:
    sheet = sheet_of_spots(page((500, 100, "-775")), [(495, 105, 570, 130)])
    assert sheet is not None
    (word,) = read_spots(sheet, [seen("-775", 30, 30, sheet.image.width - 30, sheet.image.height - 30)])
    assert word.text == "-775"
    assert abs((word.x0 + word.x1) / 2 - 532) < 3
    assert abs((word.top + word.bottom) / 2 - 117) < 3


def test_found_figure_takes_the_place_of_the_unread_word() -> None:
    doubtful = seen("GS", 495, 100, 570, 132, 0.27)
    assert completed([LABEL, doubtful], [seen("-775", 500, 102, 565, 130, 0.8)]) == (LABEL, seen("-775", 500, 102, 565, 130, 0.8))


@pytest.mark.parametrize("found", [("=", 0.55), ("ij", 0.5), ("7", 0.2)])
def test_what_is_no_clear_text_is_not_added(found: tuple[str, float]) -> None:
    assert completed([LABEL], [seen(found[0], 500, 102, 565, 130, found[1])]) == (LABEL,)


def test_a_word_that_was_read_stays() -> None:
    assert completed([LABEL], [seen("77", 102, 102, 168, 130, 0.99)]) == (LABEL,)


def test_share_of_what_was_not_read() -> None:
    assert unread_share([LABEL, LABEL._replace(confidence=0.2)], [(0, 0, 1, 1), (5, 5, 6, 6)]) == 0.75
