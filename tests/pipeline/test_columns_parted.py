"""Figures that OCR put into the wrong columns of a scanned table are parted anew where the sums leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from extractors.figures.context import DocumentContext
from extractors.page.layout import lay_out
from pipeline.document import ReadTables, read_tables
from schemas.document import Reading
from schemas.page import Page, TextSource
from tests.pipeline.test_arithmetic import COLUMNS, LABELS, PDF, TRUE, Eyes, Spot, word


def read(wrong: Mapping[Spot, tuple[str, float] | None], source: TextSource = "ocr") -> ReadTables:
    """Return what is made of a page on which some cells (row, column) were read otherwise: as (text, right edge), or not."""
    words = [word(header, col + 40, -1) for col, header in COLUMNS.items()]
    for row, label in enumerate(LABELS):
        words.append(word(label, 80 + 6 * len(label), row))
        for col in COLUMNS:
            text, right = wrong.get((row, col), (TRUE[col][row], col + 40)) or ("", 0)
            words += [word(text, right, row)] if text else []
    page = Page(number=1, width=595, height=842, text_source=source, words=tuple(words))
    reading = Reading(document_id="d", file_name="f.pdf", pages=(page,))
    context = DocumentContext(document_id="d", kind="annual_report", fiscal_year=2024)
    return read_tables(PDF, reading, lay_out(reading.pages), context, Eyes())


def values(found: ReadTables, row: int) -> list[int]:
    return [int(figure.value) for figure in sorted(found.figures, key=lambda one: one.box.x0) if figure.label == LABELS[row]]


@pytest.mark.parametrize("joined", ["-580-604", "-580 -604"])
def test_two_figures_read_as_one_are_parted_where_both_columns_and_the_row_then_hold(joined: str) -> None:
    found = read({(1, 300): (joined, 400), (1, 380): None})
    assert values(found, 1) == [-580, -604, -24]
    assert [(one.raw, one.repaired, one.method) for one in found.repairs] == [
        (joined, "-580", "arithmetic"),
        (joined, "-604", "arithmetic"),
    ]
    assert all(figure.raw == joined for figure in found.figures if figure.repaired)


def test_a_piece_of_a_figure_in_the_next_column_goes_back() -> None:
    found = read({(5, 300): ("-2 167 -2", 350), (5, 380): ("174", 420)})
    assert values(found, 5) == [-2167, -2174, -7]


def test_nothing_is_parted_where_the_sums_do_not_hold_then() -> None:
    assert read({(1, 300): ("-580-605", 400), (1, 380): None}).repairs == ()


def test_a_born_digital_page_is_never_parted() -> None:
    assert read({(1, 300): ("-580-604", 400), (1, 380): None}, "native").repairs == ()
