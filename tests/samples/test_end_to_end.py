"""The whole pipeline on the samples, held against what a person typed from their pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.accuracy import SAMPLES, Sample, extract, measure, measure_archive
from benchmarks.scoring import says_the_same
from benchmarks.truth import load_archive_truth, load_truths
from pipeline.config import Options
from pipeline.match import build_archive
from pipeline.reconcile import reconcile
from pipeline.store import Store
from pipeline.tools import load_tools
from schemas.archive import Settings
from schemas.document import Extraction
from tests.conservation import faults

TRUTHS = load_truths(SAMPLES)
BORN_DIGITAL = sorted(path for path in TRUTHS if "-scan" not in path.stem)
SCANS = sorted(path for path in TRUTHS if "-scan" in path.stem)
FIRST_RULES = {
    "table.total", "table.row", "prose.table", "budget.source",
    "equity.roll", "allocation", "budget.variance", "minutes.sequence",
}  # fmt: skip
STILL_MISSED = {("solleftea_arsredovisning_2024.pdf", "table.row", 11)}
"""Row Resultat 2023: the income 0 and the cost -2983 cannot give -117; the income itself is accused, as a wrong total."""


@pytest.fixture(scope="module")
def extractions(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Extraction]:
    """Read every born-digital sample once, without OCR."""
    options = Options(ocr="never")
    tools = load_tools(Store(str(tmp_path_factory.mktemp("store"))), options)
    return {path: extract(Sample(path=path, truth=TRUTHS[path]), options, tools) for path in BORN_DIGITAL}


@pytest.mark.parametrize("path", BORN_DIGITAL, ids=lambda path: path.stem)
def test_what_the_first_rules_speak_of_is_found_and_no_error_is_false(path: Path, extractions: dict[Path, Extraction]) -> None:
    truth = TRUTHS[path]
    result = measure(Sample(path=path, truth=truth), extractions[path], Settings())
    assert result.findings.false_errors == 0
    _, raised = reconcile(build_archive([extractions[path]]), Settings())
    missed = {
        (path.name, wanted.rule, wanted.pages[0])
        for wanted in truth.findings
        if wanted.required and wanted.rule in FIRST_RULES and not any(says_the_same(wanted, finding) for finding in raised)
    }
    assert missed <= STILL_MISSED


@pytest.mark.parametrize("path", BORN_DIGITAL, ids=lambda path: path.stem)
def test_figures_and_decisions_are_read(path: Path, extractions: dict[Path, Extraction]) -> None:
    result = measure(Sample(path=path, truth=TRUTHS[path]), extractions[path], Settings())
    assert result.figures.right >= 0.92 * result.figures.truth
    assert result.decisions.found == result.decisions.right == result.decisions.truth
    assert result.decisions.false == 0
    table = [figure for figure in TRUTHS[path].all_figures() if figure.origin == "table"]
    read = {(figure.page, figure.value, figure.fiscal_year) for figure in extractions[path].figures}
    assert sum((figure.page, figure.value, figure.year) in read for figure in table) >= 0.99 * len(table)


@pytest.mark.parametrize("path", BORN_DIGITAL, ids=lambda path: path.stem)
def test_no_page_or_number_is_lost_and_figures_stand_where_they_say(path: Path, extractions: dict[Path, Extraction]) -> None:
    assert faults(extractions[path], TRUTHS[path].pages) == []


def test_what_only_all_documents_together_show_is_found(extractions: dict[Path, Extraction]) -> None:
    score = measure_archive(load_archive_truth(SAMPLES / "archive.truth.yaml"), list(extractions.values()), Settings())
    assert score.found == score.truth > 0


@pytest.mark.ocr
@pytest.mark.slow
@pytest.mark.parametrize("path", SCANS[:1], ids=lambda path: path.stem)
def test_a_scan_raises_no_false_error(path: Path, tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed")
    options = Options()
    sample = Sample(path=path, truth=TRUTHS[path])
    result = measure(sample, extract(sample, options, load_tools(Store(str(tmp_path)), options)), Settings())
    assert result.findings.false_errors == 0
    assert all(result.head.values())
    assert result.figures.right >= 0.85 * result.figures.truth
