"""Misread figures of OCRed pages are mended where the sums and another reading, or the sums alone, leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PIL import Image

from extractors.figures.context import DocumentContext
from extractors.page.layout import lay_out
from pipeline.arithmetic import READ, RECKONED
from pipeline.document import ReadTables, read_tables
from pipeline.recognition.recogniser import Recognition, RecognitionError, Spots
from schemas.document import Reading
from schemas.figure import CONFIRMED
from schemas.page import Page, TextSource, Word
from schemas.place import Box
from tests.pipeline.pdfs import drawn, lines

PDF = drawn(lines("en sida"))
LABELS = ("Hyra", "Resor", "Arvoden", "Revision", "Kansli", "Summa")
COLUMNS = {300: "Budget 2024", 380: "Utfall 2024", 460: "Avvikelse"}
TRUE = {
    300: ("-710", "-580", "-127", "-102", "-648", "-2 167"),
    380: ("-693", "-604", "-127", "-95", "-655", "-2 174"),
    460: ("17", "-24", "0", "7", "-7", "-7"),
}
Spot = tuple[int, int]


class Eyes:
    """A double that reads figures as it was told (row, column), all others as they are printed."""

    def __init__(self, first: Mapping[Spot, str] | None = None, second: Mapping[Spot, str] | None = None) -> None:
        self.told = (first or {}, second if second is not None else first or {})

    def figures(self, spots: Sequence[Spots], *, other: bool = False) -> list[tuple[str, ...] | RecognitionError]:
        return [self._figures(each, self.told[other]) for each in spots]

    def _figures(self, spots: Spots, told: Mapping[Spot, str]) -> tuple[str, ...]:
        assert spots.image.width == pytest.approx(595 * spots.dpi / 72, abs=3)
        places = [(round((box.top - 100) / 20), min(COLUMNS, key=lambda x: abs(x + 40 - box.x1))) for box in spots.boxes]
        return tuple(told.get((row, col), TRUE[col][row].replace(" ", "")) for row, col in places)

    def words(self, image: Image.Image, dpi: float = 200.0) -> Recognition:
        raise NotImplementedError

    def reread(self, image: Image.Image, box: Box, *, dpi: float = 200.0, digits_only: bool = False) -> tuple[str, float]:
        raise NotImplementedError


def word(text: str, right: float, row: int, confidence: float = 0.96) -> Word:
    box = Box(x0=right - 6 * len(text), top=100 + 20 * row, x1=right, bottom=110 + 20 * row)
    return Word(text=text, raw=text, box=box, confidence=confidence, size=10)


def read(
    wrong: Mapping[Spot, str],
    eyes: Eyes,
    source: TextSource = "ocr",
    *,
    confidence: float = 0.96,
    columns: Sequence[int] = (300, 380, 460),
) -> ReadTables:
    """Return what is made of a page on which some cells (row, column) were misread."""
    words = [word(header, col + 40, -1) for col, header in COLUMNS.items() if col in columns]
    for row, label in enumerate(LABELS):
        words.append(word(label, 80 + 6 * len(label), row))
        for col in columns:
            text = wrong.get((row, col), TRUE[col][row])
            words.append(word(text, col + 40, row, confidence if (row, col) in wrong else 0.96))
    page = Page(number=1, width=595, height=842, text_source=source, words=tuple(words))
    reading = Reading(document_id="d", file_name="f.pdf", pages=(page,))
    context = DocumentContext(document_id="d", kind="annual_report", fiscal_year=2024)
    return read_tables(PDF, reading, lay_out(reading.pages), context, eyes)


def printed(found: ReadTables, row: int, col: int) -> tuple[str, int, bool]:
    """Return (raw, value, repaired) of one cell."""
    figures = [one for one in found.figures if one.box.contains_middle_of(word(TRUE[col][row], col + 40, row).box)]
    assert len(figures) == 1
    return figures[0].raw, int(figures[0].value), figures[0].repaired


def test_a_reading_that_closes_the_sums_wins_over_the_first_and_leaves_its_record() -> None:
    found = read({(2, 380): "-147"}, Eyes({}, {(2, 380): "-177"}))
    assert printed(found, 2, 380) == ("-147", -127, True)
    (repair,) = found.repairs
    assert (repair.raw, repair.repaired, repair.method, repair.confidence) == ("-147", "-127", "arithmetic", READ)


@pytest.mark.parametrize("misread", ["-1277", "-121", "-1227", "-12"])
def test_one_slip_that_mends_the_sum_and_the_row_is_mended_though_no_reading_shows_it(misread: str) -> None:
    blind = Eyes({(2, 380): ""}, {(2, 380): "-9"})
    found = read({(2, 380): misread}, blind, confidence=0.8)
    assert printed(found, 2, 380) == (misread, -127, True)
    assert [repair.confidence for repair in found.repairs if repair.method == "arithmetic"] == [RECKONED]


def test_what_two_more_readings_confirm_is_what_the_document_says() -> None:
    found = read({(2, 380): "-121"}, Eyes({(2, 380): "-121"}))
    assert printed(found, 2, 380) == ("-121", -121, False)
    assert found.repairs == ()
    assert {figure.confidence for figure in found.figures if figure.raw == "-121"} == {CONFIRMED}


def test_a_minus_is_lost_only_where_a_reading_shows_it() -> None:
    assert printed(read({(4, 380): "655"}, Eyes({(4, 380): "655"}, {(4, 380): ""})), 4, 380) == ("655", 655, False)
    assert printed(read({(4, 380): "655"}, Eyes({(4, 380): "655"}, {(4, 380): "-655"})), 4, 380) == ("655", -655, True)


def test_a_single_column_that_closes_nowhere_is_mended_by_a_reading_and_by_nothing_less() -> None:
    assert printed(read({(2, 300): "-727"}, Eyes(), columns=[300]), 2, 300) == ("-727", -127, True)
    blind = Eyes({(2, 300): ""}, {(2, 300): "-9"})
    assert printed(read({(2, 300): "-727"}, blind, columns=[300]), 2, 300) == ("-727", -727, False)


def test_two_cells_are_mended_one_after_the_other() -> None:
    found = read({(0, 380): "-698", (3, 300): "-702"}, Eyes())
    assert printed(found, 0, 380)[1:] == (-693, True)
    assert printed(found, 3, 300)[1:] == (-102, True)


def test_where_two_cells_compete_nothing_is_changed() -> None:
    wrong = {(5, 300): "-2 161"}
    blind = Eyes({(row, 300): "" for row in range(6)}, {(row, 300): "-9" for row in range(6)})
    found = read(wrong, blind, columns=[300])
    assert [repair for repair in found.repairs if repair.method == "arithmetic"] == []


def test_a_born_digital_page_is_never_mended() -> None:
    found = read({(2, 380): "-147"}, Eyes(), "native")
    assert printed(found, 2, 380) == ("-147", -147, False)
    assert found.repairs == ()
