"""Doubtful figures of tables on scanned pages are read again; a figure counts when two readings agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from PIL import Image, ImageFont

from extractors.page.layout import lay_out
from extractors.tables import find_tables
from extractors.values.amounts import parse_amount
from pipeline.ocr import Tesseract
from pipeline.recognition.montage import sheet_of_spots, whitened
from pipeline.recognition.recogniser import RecognitionError, Spots
from pipeline.recognition.reread import doubts_of, reread, settle
from schemas.document import Reading
from schemas.page import Page, Word
from schemas.place import Box
from schemas.table import Table
from tests.pipeline.pdfs import drawn, lines

FIGURES = ["-710", "-580", "-127", "-102", "-648", "-412"]
LABELS = ["Hyra", "Resor", "Arvoden", "Revision", "Kansli", "Övrigt"]


class Again:
    """A double that gives the figures it was told, by the page's row, and remembers what it was asked."""

    def __init__(self, first: Mapping[int, str], second: Mapping[int, str] | None = None, *, fails: bool = False) -> None:
        self.first, self.second, self.fails = first, second or first, fails
        self.asked: list[tuple[int, bool]] = []

    def figures(self, spots: Sequence[Spots], *, other: bool = False) -> list[tuple[str, ...] | RecognitionError]:
        return [RecognitionError("engine crashed") if self.fails else self._figures(each, other) for each in spots]

    def _figures(self, spots: Spots, other: bool) -> tuple[str, ...]:  # noqa: FBT001  # a double's own
        assert spots.image.width == pytest.approx(595 * spots.dpi / 72, abs=3)
        rows = [round((box.top - 100) / 20) for box in spots.boxes]
        self.asked += [(row, other) for row in rows]
        return tuple((self.second if other else self.first).get(row, "") for row in rows)


def cell(text: str, x0: float, row: int, *, confidence: float = 0.97, readings: tuple[str, ...] = ()) -> Word:
    box = Box(x0=x0, top=100 + 20 * row, x1=x0 + 6 * len(text), bottom=110 + 20 * row)
    return Word(text=text, raw=text, box=box, confidence=confidence, size=10, readings=readings)


def scan(**changes: Word) -> tuple[Reading, tuple[Table, ...]]:
    """Return a scanned page with a table of six rows, some figures of which (`row2=...`) are read as told."""
    words = [cell("Konto", 80, -1), cell("2024", 300, -1), cell("2023", 400, -1)]
    for row, (label, figure) in enumerate(zip(LABELS, FIGURES, strict=True)):
        words += [cell(label, 80, row), changes.get(f"row{row}", cell(figure, 300, row)), cell("-5", 406, row)]
    page = Page(number=1, width=595, height=842, text_source="ocr", words=tuple(words))
    reading = Reading(document_id="d", file_name="f.pdf", pages=(page,))
    return reading, find_tables(reading.pages, lay_out(reading.pages), "d")


PDF = drawn(lines("en sida"))


def texts(reading: Reading) -> list[str]:
    words = [word for word in reading.pages[0].words if 290 < word.box.x0 < 390 and word.box.top > 95]
    return [word.text for word in sorted(words, key=lambda word: word.box.top)]


def test_wrong_reading_gives_way_to_one_that_two_readings_agree_on() -> None:
    reading, tables = scan(row2=cell("GS", 300, 2, confidence=0.3))
    again, repairs = reread(PDF, reading, tables, Again({2: "-127"}))
    assert texts(again) == FIGURES
    (repair,) = repairs
    assert (repair.raw, repair.repaired, repair.method, repair.page) == ("GS", "-127", "second_reading", 1)
    assert next(word for word in again.pages[0].words if word.text == "-127").raw == "GS"


def test_second_models_first_reading_counts_so_that_one_more_is_enough() -> None:
    reading, tables = scan(row2=cell("+121", 300, 2, confidence=0.6, readings=("+121", "-127")))
    double = Again({2: "-127"})
    again, repairs = reread(PDF, reading, tables, double)
    assert texts(again) == FIGURES
    assert len(repairs) == 1
    assert double.asked == [(2, False)]


def test_confirmed_reading_becomes_sure_and_is_no_repair() -> None:
    reading, tables = scan(row2=cell("-127", 300, 2, confidence=0.6, readings=("-127", "-721")))
    again, repairs = reread(PDF, reading, tables, Again({2: "-127"}))
    assert repairs == ()
    assert min(word.confidence for word in again.pages[0].words) >= 0.95


def test_where_no_two_agree_the_first_stays_with_little_confidence_and_all_readings() -> None:
    reading, tables = scan(row2=cell("-121", 300, 2, confidence=0.6, readings=("-121", "-721")))
    again, repairs = reread(PDF, reading, tables, Again({2: "-127"}, {2: "-177"}))
    word = next(word for word in again.pages[0].words if word.text == "-121")
    assert repairs == ()
    assert word.confidence <= 0.5
    assert set(word.readings) == {"-121", "-721", "-127", "-177"}


def test_lost_minus_comes_back_only_when_both_readings_see_it() -> None:
    reading, tables = scan(row2=cell("127", 304, 2))
    assert texts(reread(PDF, reading, tables, Again({2: "-127"}))[0]) == FIGURES
    assert "127" in texts(reread(PDF, reading, tables, Again({2: "-127"}, {2: "127"}))[0])
    assert "127" in texts(reread(PDF, reading, tables, Again({2: "127"}))[0])


def test_crash_leaves_the_first_reading() -> None:
    reading, tables = scan(row2=cell("GS", 300, 2, confidence=0.3))
    again, repairs = reread(PDF, reading, tables, Again({}, fails=True))
    assert again.pages == reading.pages
    assert repairs == ()


def test_sure_page_and_page_with_text_layer_are_not_rendered() -> None:
    double = Again({})
    reading, tables = scan()
    assert reread(b"no pdf", reading, tables, double) == (reading, ())
    reading, tables = scan(row2=cell("GS", 300, 2, confidence=0.3))
    native = reading.model_copy(update={"pages": (reading.pages[0].model_copy(update={"text_source": "native"}),)})
    assert reread(b"no pdf", native, tables, double) == (native, ())
    assert double.asked == []


def test_labels_and_headers_are_no_doubts() -> None:
    reading, tables = scan()
    doubtful = tuple(
        word.model_copy(update={"confidence": 0.3}) if word.text in {*LABELS, "2024"} else word for word in reading.pages[0].words
    )
    page = reading.pages[0].model_copy(update={"words": doubtful})
    assert not any(doubts_of((page,), find_tables((page,), lay_out((page,)), "d")).values())
    assert tables


@pytest.mark.parametrize(
    ("first", "answers"),
    [("-193", ("193", "193")), ("2t:", ("2", "2")), ("-44", ("", "")), ("1255,5", ("12555", "1255"))],
)
def test_reading_that_loses_something_or_is_alone_never_wins(first: str, answers: tuple[str, ...]) -> None:
    word = cell(first, 300, 0, confidence=0.6)
    assert settle([word], answers, negative=False)[0] is None


@pytest.mark.parametrize(("first", "answer"), [("2 816**", "2816"), ("+15", "15"), ("-42 614 kr", "-42614")])
def test_blanks_units_and_footnote_marks_are_no_dispute(first: str, answer: str) -> None:
    assert settle([cell(first, 300, 0, confidence=0.6)], (answer,), negative=False) == (None, 0.95)


def test_stray_stroke_goes() -> None:
    assert settle([cell("134,9|", 300, 0, confidence=0.6)], ("134,9",), negative=False)[0] == "134,9"


def test_shade_becomes_paper_and_light_letters_dark() -> None:
    shaded = Image.new("L", (20, 20), 200)
    shaded.paste(20, (5, 5, 9, 15))
    assert whitened(shaded).getpixel((0, 0)) == 255
    dark = Image.new("L", (20, 20), 40)
    dark.paste(250, (5, 5, 9, 15))
    assert whitened(dark).getpixel((0, 0)) == 255
    assert int(str(whitened(dark).getpixel((6, 8)))) < 60
    middling = Image.new("L", (20, 20), 130)
    assert whitened(middling).getpixel((0, 0)) == 255


@pytest.mark.ocr
def test_tesseract_reads_figures_in_boxes_on_shade() -> None:
    from PIL import ImageDraw  # noqa: PLC0415  # only this test draws

    page = Image.new("L", (1600, 900), 225)
    draw = ImageDraw.Draw(page)
    for row, text in enumerate(["-775", "-11", "1 236,30", "-117,09"]):
        draw.text((400, 100 + 120 * row), text, fill=20, font=ImageFont.load_default(44))
    boxes = [Box(x0=410 * 0.18, top=(105 + 120 * row) * 0.18, x1=590 * 0.18, bottom=(155 + 120 * row) * 0.18) for row in range(4)]
    for read in Tesseract(lanes=2).figures([Spots(page, boxes, 400), Spots(page, boxes, 400)]):
        assert not isinstance(read, RecognitionError)
        found = [amount.value for text in read if (amount := parse_amount(text))]
        assert found == [Decimal(-775), Decimal(-11), Decimal("1236.30"), Decimal("-117.09")]


def test_spots_on_rows_of_their_own_are_told_apart() -> None:
    spots = [(10, 10 + 60 * row, 60, 40 + 60 * row) for row in range(5)]
    sheet = sheet_of_spots(Image.new("L", (400, 400), 255), spots, 0)
    assert sheet is not None
    assert sheet.image.height > sheet.image.width
