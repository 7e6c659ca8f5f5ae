"""The report page says what the last run changed, in words of its language, and little where that is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pipeline.load import DocumentFacts, Warehouse, open_warehouse
from pipeline.report.page import render
from pipeline.report.texts import Language
from schemas.figure import Figure
from schemas.finding import Finding
from tests.extractions import LATER, NOW, archive_of, figure, finding, minutes

A, B = "a" * 64, "b" * 64
BEFORE = (figure(A, 1, "-827000"), figure(A, 2, "16.9", unit="percent", label="Andel", subject=None))
GONE = finding(A, "gone", message_sv="Ett fel på 5 kr.", message_en="An error of 5 SEK.")
FOUND = finding(A, "found", message_sv="Ett annat fel.", message_en="Another error.")


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    with open_warehouse(":memory:") as opened:
        run(opened, BEFORE, [GONE])
        yield opened


def run(warehouse: Warehouse, figures: tuple[Figure, ...], findings: list[Finding]) -> None:
    """Load one document as a run does."""
    warehouse.begin_run("run", "1", LATER)
    document = minutes(A, figures=figures)
    warehouse.load_document(document, DocumentFacts(source_path="a.pdf", ingested_at=NOW))
    warehouse.load_archive_results(archive_of(document), [], findings)
    warehouse.end_run(LATER, files_seen=1, files_new=1, files_quarantined=0)


def section(warehouse: Warehouse, language: Language = "sv") -> str:
    """Return the section of the page as HTML."""
    found = re.search(r'<section id="changes".*?</section>', render(warehouse, language=language), re.DOTALL)
    assert found is not None
    return found[0]


def text_of(html: str) -> str:
    """Return its words with single spaces; spaces that do not break are written `_`."""
    marked = html.replace("\N{NO-BREAK SPACE}", "_").replace("<wbr>", "")
    return " ".join(re.sub(r"<[^>]+>", " ", marked).replace(" ,", ",").split())


def test_after_the_first_run_all_is_new_and_nothing_is_listed(warehouse: Warehouse) -> None:
    assert text_of(section(warehouse)) == "Ändrat sedan förra körningen Detta var den första körningen: allt är nytt."


def test_a_run_that_changed_nothing_says_so_in_one_line(warehouse: Warehouse) -> None:
    run(warehouse, BEFORE, [GONE])
    assert text_of(section(warehouse)) == "Ändrat sedan förra körningen Inget har ändrats."
    assert text_of(section(warehouse, "en")) == "Changed since the last run Nothing has changed."


def test_new_changed_and_gone_facts_and_findings_are_counted_and_listed(warehouse: Warehouse) -> None:
    run(warehouse, (figure(A, 1, "-828000"), figure(A, 3, "5", label="Ny rad", subject=None)), [FOUND])
    shown = text_of(section(warehouse))
    assert "Fynd: 1 tillkom, 1 försvann · Siffror: 1 tillkom, 1 ändrades, 1 försvann" in shown
    assert "ändrades SamCoach, budget 2025 −827_000_kr −828_000_kr aaaa.pdf:p1" in shown
    assert "tillkom Ny rad, budget 2025 5_kr aaaa.pdf:p1" in shown
    assert "försvann Andel, budget 2025 16,9_% aaaa.pdf:p1" in shown
    assert "försvann Summa i tabell Ett fel på 5_kr." in shown
    assert "tillkom Summa i tabell Ett annat fel." in shown


def test_in_english_findings_and_amounts_are_english(warehouse: Warehouse) -> None:
    run(warehouse, (figure(A, 1, "-828000"), BEFORE[1]), [FOUND])
    shown = text_of(section(warehouse, "en"))
    assert "Findings: 1 new, 1 gone · Figures: 1 changed" in shown
    assert "changed SamCoach, budget 2025 −827,000_kr −828,000_kr" in shown
    assert "gone Total of a table An error of 5 SEK." in shown


def test_each_finding_that_is_listed_can_be_gone_to(warehouse: Warehouse) -> None:
    run(warehouse, BEFORE, [FOUND])
    page = render(warehouse)
    links = re.findall(r'href="#(finding-[^"]+)"', section(warehouse))
    assert len(links) == 2
    assert [link for link in links if f'id="{link}"' not in page] == []


@pytest.mark.parametrize(("number", "is_open"), [(20, True), (21, False)])
def test_many_changes_are_folded_away(number: int, is_open: bool, warehouse: Warehouse) -> None:  # noqa: FBT001  # pytest's
    more = tuple(figure(A, 10 + each, "5", label=f"Rad {each}") for each in range(number))
    run(warehouse, BEFORE + more, [GONE])
    assert ("<details open>" in section(warehouse)) is is_open


def test_what_is_not_listed_is_counted(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.report.page.MOST_CHANGES", 1)
    run(warehouse, (), [FOUND])
    html = section(warehouse)
    assert html.count("<tr>") == 2, "the header and one change"
    assert "+ 3 till; kommandot avstam changes visar alla" in text_of(html)
