"""The report page: a reader who never saw the code finds what is wrong, where, and how the documents were read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.load import DocumentFacts, Review, Warehouse, open_warehouse
from pipeline.report import write_report
from pipeline.report.page import _breakable, render
from pipeline.report.texts import TEXTS, number, unbroken
from schemas.place import Box
from tests.extractions import NOW, archive_of, check, evidence, figure, finding, minutes

A, B = "a" * 64, "b" * 64
PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


class Crops:
    """Gives the same picture for everything and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, Box]] = []

    def __call__(self, document_id: str, page: int, box: Box) -> bytes | None:
        self.asked.append((document_id, page, box))
        return PIXEL


FINDINGS = (
    finding(A, "notice", severity="notice", rule="budget.variance", message_sv="Utfallet är lågt.", evidence=()),
    finding(A, "small", difference=Decimal(1000), message_sv="Ett litet fel."),
    finding(B, "large", difference=Decimal(-90000), message_sv="Ett stort <script>alert(1)</script> fel."),
    finding(A, "warning", severity="warning", rule="limit.equity", message_sv="Kapitalet är högt."),
)


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    with open_warehouse(":memory:") as opened:
        opened.begin_run("run", "1.0", NOW)
        for document_id in (A, B):
            facts = DocumentFacts(source_path=f"mapp/{document_id[:4]}.pdf", ingested_at=NOW)
            opened.load_document(minutes(document_id), facts)
        checks = [check(A, str(n)) for n in range(9)] + [check(A, "r", "within_rounding"), check(A, "i", "inconsistent")]
        opened.load_archive_results(archive_of(minutes(A), minutes(B)), checks, FINDINGS)
        bad = SimpleNamespace(
            content_id="q", file_name="q.pdf", source_path="mapp/q.pdf", reason="read.encrypted", detail="Locked."
        )
        opened.load_quarantine([bad], NOW)
        yield opened


def text_of(page: str) -> str:
    """Return the words of a page, tags and white space aside."""
    return re.sub("[ \n]+", " ", re.sub(r"<[^>]+>", " ", page.split("<main>")[1].split("<script>", maxsplit=1)[0]))


def test_findings_come_worst_first(warehouse: Warehouse) -> None:
    page = render(warehouse)
    order = re.findall(r'<article id="finding-finding-(\w+)"', page)
    assert order == ["large", "small", "warning", "notice"]


def test_a_finding_shows_both_statements_difference_place_and_printed_text(warehouse: Warehouse) -> None:
    words = text_of(render(warehouse))
    assert "Står −1\N{NO-BREAK SPACE}855\N{NO-BREAK SPACE}000" in words.replace(
        "−1\N{NO-BREAK SPACE}855\N{NO-BREAK SPACE}000 kr", ""
    )
    assert "Ställs mot −1\N{NO-BREAK SPACE}858\N{NO-BREAK SPACE}000" in words
    assert "aaaa.pdf:p1" in words
    assert "-1 855" in words


def test_the_summary_counts_checks_numbers_and_documents(warehouse: Warehouse) -> None:
    words = text_of(render(warehouse))
    assert "9 av 11 stämmer exakt" in words
    assert "1 stämmer inom avrundning" in words
    assert "1 stämmer inte" in words
    assert "aaaa.pdf 9 av 11 stämmer exakt, 1 stämmer inom avrundning, 1 stämmer inte Protokoll" in words
    assert "4 av 10 lästa som uppgifter" in words
    assert "2 dokument, 6 sidor" in words
    assert "2 sidor tolkade från bild" in words


def test_documents_repairs_problems_and_unreadable_files_are_listed(warehouse: Warehouse) -> None:
    words = text_of(render(warehouse))
    assert "Protokoll Exempelförbundet 2025-09-22 3 1 1 1 2 1 1 av 5" in words
    assert "Bilaqa Bilaga ordlista aaaa.pdf:p1" in words
    assert "mapp/q.pdf read.encrypted Locked." in words
    assert "aaaa.pdf:p3 page.failed Page 3 could not be read." in words


def test_what_documents_say_cannot_become_part_of_the_page(warehouse: Warehouse) -> None:
    page = render(warehouse)
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_needs_no_network(warehouse: Warehouse) -> None:
    page = render(warehouse, crop=Crops())
    assert re.findall(r'(?:src|href)="(?!#|data:image/png;base64,)[^"]*"', page) == []
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?://", page)


def test_each_finding_shows_its_place_with_the_figure_marked(warehouse: Warehouse) -> None:
    crops = Crops()
    page = render(warehouse, crop=crops)
    first = page.split("<article")[1]
    assert first.count('class="mark accused"') == 1
    assert first.count('class="mark other"') == 1
    assert 'alt="Utsnitt av bbbb.pdf, sida 1. ' in first
    assert (crops.asked[0][0], crops.asked[0][1]) == (B, 1)
    assert (crops.asked[0][2].x0, crops.asked[0][2].x1) == (0, 595)
    assert len(crops.asked) == len(set(map(str, crops.asked))), "a part of a page is drawn once"


def test_without_pictures_it_says_so(warehouse: Warehouse) -> None:
    assert "Bild av sidan saknas." in text_of(render(warehouse))
    assert "Bild av sidan saknas." in text_of(render(warehouse, crop=lambda _document, _page, _box: None))


def test_settled_findings_are_apart(warehouse: Warehouse) -> None:
    warehouse.add_review(Review(finding_id="finding-large", verdict="dismissed", reviewed_at=NOW))
    warehouse.load_archive_results(archive_of(minutes(A), minutes(B)), [], FINDINGS[1:])
    page = render(warehouse)
    assert re.findall(r'<article id="finding-finding-(\w+)"', page.split('class="settled"')[0]) == ["small", "warning"]
    assert "avfärdat" in page.split('class="settled"')[1]
    assert "åtgärdat" in page.split('class="settled"')[1]


def test_amounts_have_their_unit_and_the_reading_is_told(warehouse: Warehouse) -> None:
    share = figure(A, 7, "16.9", unit="percent", figure_id="share", repaired=True, page=2)
    warehouse.load_document(minutes(A, figures=(share,)), DocumentFacts(ingested_at=NOW))
    place = evidence(A, 300, "stated", "16,9 %", "16.9").model_copy(update={"figure_id": "share", "page": 2})
    odd = finding(A, "share", rule="ratio", evidence=(place,), actual=Decimal("16.9"), expected=Decimal("17.2"), difference=None)
    warehouse.load_archive_results(archive_of(minutes(A), minutes(B)), [], [odd])
    words = text_of(render(warehouse))
    assert "Står 16,9\N{NO-BREAK SPACE}%" in words
    assert "skannad sida" in words
    assert "rättad läsning" in words


def test_the_same_page_in_english(warehouse: Warehouse, tmp_path: Path) -> None:
    target = write_report(warehouse, tmp_path / "folder" / "report.html", language="en")
    page = target.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "The total is -1\N{NO-BREAK SPACE}855\N{NO-BREAK SPACE}tkr" in page
    assert "9 of 11 exact" in text_of(page)
    assert "stämmer" not in page.lower()


def test_the_same_warehouse_gives_the_same_page(warehouse: Warehouse) -> None:
    assert render(warehouse, crop=Crops()) == render(warehouse, crop=Crops())


def test_an_empty_warehouse_says_that_nothing_was_checked() -> None:
    with open_warehouse(":memory:") as empty:
        assert "Inga fynd, men inga samband kunde prövas heller." in text_of(render(empty))


def test_every_text_of_the_page_exists_in_both_languages() -> None:
    template = resources.files("pipeline.report").joinpath("report.html").read_text(encoding="utf-8")
    used = set(re.findall(r'\bt\("([a-z_.]+)"\)', template))
    assert used - set(TEXTS) == set()
    assert [key for key, (swedish, english) in TEXTS.items() if not swedish or not english] == []


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("ger 1 061 000 kr, men", "ger 1_061_000_kr, men"),
        ("år 2025 100 stycken", "år 2025_100 stycken"),
        ("16,9 % av 12 tkr", "16,9_% av 12_tkr"),
        ("punkt 3 kritiseras, 5 krona", "punkt 3 kritiseras, 5 krona"),
    ],
)
def test_amounts_in_messages_are_not_broken(printed: str, kept: str) -> None:
    assert unbroken(printed).replace("\N{NO-BREAK SPACE}", "_") == kept


def test_a_long_file_name_breaks_at_its_separators_and_stays_harmless() -> None:
    assert str(_breakable("a_b/<c>-d.pdf")) == "a_<wbr>b/<wbr>&lt;c&gt;-<wbr>d.pdf"


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [
        (Decimal("-1858000.00"), "−1\N{NO-BREAK SPACE}858\N{NO-BREAK SPACE}000", "−1,858,000"),
        (Decimal("0.50"), "0,50", "0.50"),
        (1234, "1\N{NO-BREAK SPACE}234", "1,234"),
    ],
)
def test_numbers_are_written_as_the_language_does(value: Decimal | int, swedish: str, english: str) -> None:
    assert (number(value, "sv"), number(value, "en")) == (swedish, english)
