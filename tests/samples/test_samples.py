"""The samples: complete, made again byte for byte, as their truth says, and without a sentence of anybody else."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from benchmarks.truth import ArchiveTruth, Statement, Truth, load_archive_truth, load_truth, truth_path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
DOCUMENTS = Path(os.environ.get("AVSTAM_DOCUMENTS", ROOT.parent / "shared" / "documents"))
PDFS = sorted(SAMPLES.glob("*/*.pdf"))
BORN_DIGITAL = [pdf for pdf in PDFS if "-scan" not in pdf.stem]
SCRIPTS = sorted(SAMPLES.glob("*/*.py"))
BORROWED = 8
FACTS = (  # names, headings and column headers: facts that a sample shares with its original
    "Bedömning av/grad av måluppfyllelse",
    "Bedömning av/ grad av måluppfyllelse",
    "Budget Utfall Prognos helår Prognos utfall mot budget helår",
    "Förbundets finansiering",
    "Förbundets medfinansiering",
    "Jämställt Örnsköldsvik fritt från våld",
    "Kompetenshöjande och samverkansstärkande aktiviteter för samverkansteamet",
    "Plattform U/Arbetsrehabiliterande insatser kopplat till Resurslotsen",
    "Plattform U/Arbetslivsinriktade rehabiliterande insatser kopplat till Resurslotsen",
    "Stöd till personer med psykisk ohälsa och beroendeproblematik",
    "Vägen till arbete",
    "Vägen till effektiv samverkan",
    "Vägen till hälsa",
    "Vägen till och genom arbetslivet",
    "Vägen till smidiga övergångar",
)

sys.path.insert(0, str(SAMPLES))
from make import made_by  # type: ignore[import-not-found]  # noqa: E402 (a script, not a package)


def name(path: Path) -> str:
    return path.stem


@cache
def page_texts(pdf: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(flat(page.get_textpage().get_text_bounded()) for page in document)


def flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\ufffe", "-").split())


@cache
def truth_of(pdf: Path) -> Truth:
    """Return the sample's own truth, or the one that it says counts for it."""
    truth = load_truth(truth_path(pdf))
    return load_truth(truth_path(pdf.with_name(truth.same_as))) if truth.same_as else truth


def test_there_are_samples_of_all_kinds() -> None:
    kinds = {load_truth(truth_path(pdf)).kind for pdf in PDFS}
    assert {"interim_report", "plan", "annual_report", "minutes", "attachment"} <= kinds


@pytest.mark.parametrize("pdf", PDFS, ids=name)
def test_each_sample_has_truth_and_a_line_on_its_origin(pdf: Path) -> None:
    assert load_truth(truth_path(pdf)).kind == pdf.parent.name
    assert len(pdf.with_suffix(".md").read_text(encoding="utf-8")) > 80


def test_no_truth_or_line_lacks_its_pdf() -> None:
    beside = [*SAMPLES.glob("*/*.truth.yaml"), *SAMPLES.glob("*/*.md")]
    stems = {path.name.removesuffix(".truth.yaml").removesuffix(".md") for path in beside}
    assert stems == {pdf.stem for pdf in PDFS}


QUICK = [script for script in SCRIPTS if script.parent.name != "annual_report"]


@pytest.mark.parametrize("script", QUICK, ids=name)
def test_a_script_gives_the_same_bytes_again(script: Path) -> None:
    made = made_by(script)
    assert made
    for file, content in made.items():
        assert content == (script.parent / file).read_bytes(), file


def test_every_pdf_of_a_quick_folder_has_a_script() -> None:
    folders = {script.parent for script in QUICK}
    assert {pdf.stem for pdf in PDFS if pdf.parent in folders} == {script.stem for script in QUICK}


@pytest.mark.parametrize("pdf", PDFS, ids=name)
def test_the_page_count_is_right(pdf: Path) -> None:
    assert len(page_texts(pdf)) == load_truth(truth_path(pdf)).pages


@pytest.mark.parametrize("pdf", BORN_DIGITAL, ids=name)
def test_every_figure_of_the_truth_stands_on_its_page(pdf: Path) -> None:
    pages = page_texts(pdf)
    missing = [
        (figure.page, figure.raw) for figure in truth_of(pdf).all_figures() if flat(figure.raw) not in pages[figure.page - 1]
    ]
    assert missing == []


@pytest.mark.parametrize("pdf", [pdf for pdf in BORN_DIGITAL if pdf.parent.name == "minutes"], ids=name)
def test_decisions_and_people_stand_on_their_pages(pdf: Path) -> None:
    pages, truth = page_texts(pdf), truth_of(pdf)
    assert len(truth.decisions) == 6
    assert len(truth.attendance) == 9
    assert [decision.text for decision in truth.decisions if decision.text not in pages[decision.page - 1]] == []
    assert [person.name for person in truth.attendance if person.name not in pages[1]] == []
    assert all(f"§ {number}" in " ".join(pages[3:5]) for number in range(51, 59))


@pytest.mark.parametrize("pdf", PDFS, ids=name)
def test_findings_and_near_misses_name_pages_that_exist(pdf: Path) -> None:
    truth = load_truth(truth_path(pdf))
    used = [page for finding in truth.findings for page in finding.pages]
    used += [page for near_miss in truth.near_misses for page in near_miss.pages]
    assert all(1 <= page <= truth.pages for page in used)


def test_embedded_files_are_those_of_the_truth_and_copies_of_samples() -> None:
    pdf = SAMPLES / "minutes" / "solleftea_protokoll_2025_09_22_signerat.pdf"
    with pikepdf.Pdf.open(pdf) as document:
        embedded = {name: document.attachments[name].get_file().read_bytes() for name in document.attachments}
    assert sorted(embedded) == sorted(load_truth(truth_path(pdf)).attachments)
    assert set(embedded.values()) <= {other.read_bytes() for other in PDFS}


def archive() -> ArchiveTruth:
    return load_archive_truth(SAMPLES / "archive.truth.yaml")


def stands(statement: Statement) -> bool:
    (pdf,) = [pdf for pdf in PDFS if pdf.name == statement.file]
    return flat(statement.raw) in page_texts(pdf)[statement.page - 1]


def test_every_statement_between_documents_stands_on_its_page() -> None:
    truth = archive()
    statements = [statement for finding in truth.findings for statement in finding.statements]
    statements += [statement for near_miss in truth.near_misses for statement in near_miss.statements]
    assert len(statements) > 10
    assert [statement for statement in statements if not stands(statement)] == []


def fold(text: str) -> str:
    lower = " ".join(text.lower().split())
    return "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))


def word_runs(text: str) -> set[tuple[str, ...]]:
    """Return all runs of eight words without a full stop, number, bracket or known fact between, accents folded."""
    folded = fold(text)
    for fact in FACTS:
        folded = folded.replace(fold(fact), " . ")
    runs: set[tuple[str, ...]] = set()
    run: list[str] = []
    for token in re.findall(r"[^\W\d_]+|[^\s,/\-]", folded):
        run = [*run, token] if token.isalpha() else []
        if len(run) >= BORROWED:
            runs.add(tuple(run[-BORROWED:]))
    return runs


def test_word_runs_ignore_line_ends_and_lost_accents() -> None:
    sentence = "Årets medel ska användas efter den plan\nsom styrelsen beslutat"
    assert word_runs(sentence) & word_runs("arets medel ska anvandas efter den plan som ...")
    assert not word_runs("ett två tre fyra. fem sex sju åtta 9 tio elva")


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"needs the real documents (AVSTAM_DOCUMENTS), not in {DOCUMENTS}")
@pytest.mark.parametrize("pdf", BORN_DIGITAL, ids=name)
def test_no_eight_words_in_a_row_come_from_a_real_document(pdf: Path) -> None:
    originals = [path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("00*.txt"))]
    assert originals
    theirs = set().union(*(word_runs(text) for text in originals))
    ours = word_runs("\n.\n".join(page_texts(pdf)))
    assert sorted(" ".join(run) for run in ours & theirs) == []
