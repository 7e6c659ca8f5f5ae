"""The annual report: its script gives the committed bytes, its truth stands on its pages, the scans are what they claim to be."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest

from benchmarks.truth import load_truth, truth_path

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "annual_report"
REPORT = FOLDER / "solleftea_arsredovisning_2024.pdf"
SCAN = FOLDER / "solleftea_arsredovisning_2024-scan.pdf"
ENGLISH = FOLDER / "solleftea_arsredovisning_2024-scan-eng.pdf"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(REPORT.stem, REPORT.with_suffix(".py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages(pdf: Path) -> list[str]:
    """Return the text of each page with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def numbers(text: str) -> list[str]:
    """Return the digit groups of a text, `27,5` as one."""
    return re.findall(r"\d+(?:,\d+)?", text)


def test_the_script_gives_the_committed_bytes(script: ModuleType) -> None:
    pdf = script.born_digital()
    assert pdf == REPORT.read_bytes()
    assert script.pictures_only(script.scanned(pdf)) == SCAN.read_bytes()


def test_every_figure_of_the_truth_stands_on_its_page() -> None:
    texts = pages(REPORT)
    figures = load_truth(truth_path(REPORT)).all_figures()
    missing = [figure.raw for figure in figures if " ".join(figure.raw.split()) not in texts[figure.page - 1]]
    assert len(figures) > 400
    assert missing == []


def test_the_truth_holds_no_more_numbers_than_the_pages() -> None:
    texts = pages(REPORT)
    figures = load_truth(truth_path(REPORT)).all_figures()
    for number, text in enumerate(texts, start=1):
        printed = numbers(text)
        for group in {group for figure in figures if figure.page == number for group in numbers(figure.raw)}:
            told = sum(numbers(figure.raw).count(group) for figure in figures if figure.page == number)
            assert told <= printed.count(group), f"page {number}: {group} is told {told} times"


def test_the_scan_holds_no_text_and_the_other_one_lost_its_diacritics() -> None:
    assert set(pages(SCAN)) == {""}
    text = " ".join(pages(ENGLISH))
    swedish = sum(text.casefold().count(letter) for letter in "åäö")
    assert len(text) > 10000
    assert swedish / len(text) < 0.005


def test_the_english_text_has_the_misreading_and_the_page_has_not() -> None:
    assert "7011,12" in pages(ENGLISH)[9]
    assert "7011,12" not in pages(REPORT)[9]
    assert "701,12" in pages(REPORT)[9]


def test_files_stay_small() -> None:
    assert max(pdf.stat().st_size for pdf in FOLDER.glob("*.pdf")) < 2_600_000
