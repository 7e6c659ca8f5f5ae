"""One archive of many extractions: duplicates, repeated pages, names that mean the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest

from pipeline.match import build_archive
from pipeline.matching.subjects import words_of
from pipeline.rules import document_revision
from schemas.archive import Settings
from schemas.document import Attachment, Body, Classification, DocumentKind, Extraction, Reading
from schemas.figure import Figure
from schemas.page import Page, TextSource, Word
from schemas.place import Box
from tests.archives import BODY, draw_table, prose

TEXT = " ".join(f"ord{chr(97 + i % 26)}{chr(97 + i // 26)} sak{chr(97 + (i * 7) % 26)}" for i in range(60))


def page(text: str, number: int = 1, source: TextSource = "native") -> Page:
    words = []
    for i, part in enumerate(text.split()):
        box = Box(x0=10.0 * (i % 10), top=12.0 * (i // 10), x1=10.0 * (i % 10) + 9, bottom=12.0 * (i // 10) + 10)
        words.append(Word(text=part, raw=part, box=box))
    return Page(number=number, width=595, height=842, text_source=source, words=tuple(words))


def extraction(  # noqa: PLR0913  # what an extraction may need
    document_id: str,
    pages: Sequence[Page] = (),
    *,
    kind: DocumentKind = "annual_report",
    year: int | None = 2024,
    body: Body | None = BODY,
    signed: bool = False,
    attachments: Sequence[str] = (),
    figures: Sequence[Figure] = (),
    aliases: Sequence[tuple[str, str]] = (),
    drawing: str | None = None,
    meeting: dt.date | None = None,
    created: dt.datetime | None = None,
) -> Extraction:
    tables = [draw_table(document_id, drawing)] if drawing else []
    return Extraction(
        document_id=document_id,
        extractor_version="1",
        reading=Reading(
            document_id=document_id,
            file_name=f"{document_id}.pdf",
            pages=tuple(pages),
            signed=signed,
            created=created,
            attachments=tuple(Attachment(file_name=name, document_id=name) for name in attachments),
        ),
        classification=Classification(kind=kind, body=body, fiscal_year=year, meeting_date=meeting),
        tables=tuple(table for table, _ in tables),
        figures=(*figures, *(figure for _, found in tables for figure in found)),
        aliases=tuple(aliases),
    )


def duplicate_of(*extractions: Extraction) -> dict[str, str | None]:
    return {document.document_id: document.duplicate_of for document in build_archive(extractions).documents}


def test_a_scan_counts_less_than_the_born_digital_copy() -> None:
    misread = TEXT.replace("ordcb", "ordoh", 1)
    found = duplicate_of(extraction("a", [page(misread, source="ocr")]), extraction("b", [page(TEXT)]))
    assert found == {"a": "b", "b": None}


def test_a_signed_copy_with_a_stamp_counts_less_than_the_unsigned_one() -> None:
    found = duplicate_of(extraction("a", [page(TEXT + " Sida 1 av 12")], signed=True), extraction("b", [page(TEXT)]))
    assert found == {"a": "b", "b": None}


NUMBERS = " ".join(str(1000 + 37 * i) for i in range(60))


def test_a_scan_with_broken_words_is_known_by_its_numbers() -> None:
    broken = " ".join(word if i % 3 else word[:-1] + "x" for i, word in enumerate(TEXT.split()))
    scan = extraction("a", [page(f"{broken} {NUMBERS}", source="ocr")])
    assert duplicate_of(scan, extraction("b", [page(f"{TEXT} {NUMBERS}")])) == {"a": "b", "b": None}
    other = extraction("c", [page(f"{TEXT} {NUMBERS.replace('1', '2')}")])
    assert duplicate_of(scan, other) == {"a": None, "c": None}


@pytest.mark.parametrize("newer", ["a", "b"])
def test_the_newest_edition_counts_and_its_changes_are_a_notice(newer: str) -> None:
    drawing = " | Utfall 2024\nBibliotek | -13 123\nSumma | -{}\n"
    both = [
        extraction(
            name,
            [page(f"{TEXT} {NUMBERS} {total}")],
            drawing=drawing.format(total),
            created=dt.datetime(2026, 2, 1 + (name == newer), tzinfo=dt.UTC),
        )
        for name, total in (("a", 62079), ("b", 62049))
    ]
    archive = build_archive(both)
    older = "b" if newer == "a" else "a"
    assert {one.document_id: one.superseded_by for one in archive.documents} == {newer: None, older: newer}
    assert [one.document_id for one in archive.counted] == [newer]
    (outcome,) = document_revision.check(archive, Settings())
    assert outcome.finding is not None
    assert outcome.finding.severity == "notice"
    assert abs(outcome.finding.difference or 0) == Decimal(30)


def test_an_edition_without_changed_figures_raises_nothing() -> None:
    one = extraction("a", [page(f"{TEXT} {NUMBERS} 76")], created=dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
    two = extraction("b", [page(f"{TEXT} {NUMBERS} 77")], created=dt.datetime(2026, 2, 2, tzinfo=dt.UTC))
    outcomes = list(document_revision.check(build_archive([one, two]), Settings()))
    assert [(outcome.check.verdict, outcome.finding) for outcome in outcomes] == [("exact", None)]


def test_a_corrected_edition_is_no_duplicate() -> None:
    found = duplicate_of(extraction("a", [page(TEXT + " summa 62079")]), extraction("b", [page(TEXT + " summa 62051")]))
    assert found == {"a": None, "b": None}


def test_the_same_template_for_another_year_is_no_duplicate() -> None:
    found = duplicate_of(extraction("a", [page(TEXT)], year=2023), extraction("b", [page(TEXT)], year=2024))
    assert found == {"a": None, "b": None}


def test_minutes_embedded_in_their_signed_copy_are_read_once() -> None:
    date = dt.date(2025, 9, 22)
    annex = TEXT.replace("ord", "bilaga")
    signed = extraction("p", [page(TEXT), page(annex, 2)], kind="minutes", signed=True, attachments=["m"], meeting=date)
    minutes = extraction("m", [page(TEXT)], kind="minutes", meeting=date)
    assert duplicate_of(signed, minutes) == {"p": "m", "m": None}


def test_a_page_that_stands_twice_in_one_file_gives_its_figures_once() -> None:
    one = extraction(
        "a",
        [page(TEXT), page(TEXT.replace("ord", "annat"), 2), page(TEXT, 3)],
        figures=[prose("a", "5 kr", 5), prose("a", "5 kr", 5, page=3), prose("a", "7 kr", 7, page=2)],
    )
    assert [figure.page for figure in build_archive([one]).documents[0].figures] == [1, 2]


def test_order_of_input_changes_nothing() -> None:
    many = [extraction("a", [page(TEXT, source="ocr")]), extraction("b", [page(TEXT)]), extraction("c", [page(TEXT)])]
    assert build_archive(many) == build_archive(many[::-1])


def granted(document_id: str, subject: str, amount: int, year: int = 2025) -> Figure:
    return prose(document_id, f"{amount} kr", amount, subject=subject, fiscal_year=year, scenario="granted")


def subjects(*extractions: Extraction) -> list[set[str]]:
    documents = build_archive(extractions).documents
    return [{figure.subject or "" for figure in document.figures} for document in documents]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Fokus: Psykisk hälsa (v45)", "Fokus Psykisk Hälsa"),
        ("Livstilslyftet", "Livsstilslyftet"),
        ("Psykiatriveckan", "Fokus Psykisk hälsa (Psykiatriveckan)"),
        ("Loksam", "Loksam idéverkstad"),
        ("Norrlandskonferensen 2025", "Norrlandskonferensen (värdskap)"),
    ],
)
def test_names_of_one_initiative_are_matched(one: str, two: str) -> None:
    first, second = subjects(
        extraction("a", figures=[granted("a", one, 60000)]), extraction("b", figures=[granted("b", two, 60000)])
    )
    assert first == second


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Utbildningsdag", "Utbildning"),
        ("Folkhälsa", "Folkhälsoaktiviteter"),
        ("Resurslotsen", "Samtalsbyrån"),
        ("Projekt Norr", "Projekt Söder"),
        ("Team A", "Team B"),
    ],
)
def test_names_of_different_initiatives_are_not(one: str, two: str) -> None:
    first, second = subjects(
        extraction("a", figures=[granted("a", one, 60000)]), extraction("b", figures=[granted("b", two, 60000)])
    )
    assert first != second


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Kultur- och fritidsnämnd", "Kultur- och fritidsnämnden", True),
        ("Samverkansteam Norrstad", "Samverkansteamet Norrstad", True),
        ("Socialnämnden", "Socialnämndens stab", False),
        ("Samverkansteam Norrstad", "Samverkansteam Söderstad", False),
    ],
)
def test_names_that_differ_in_an_ending_are_one_whatever_their_amounts(one: str, two: str, *, same: bool) -> None:
    first, second = subjects(
        extraction("a", figures=[granted("a", one, 60000)]), extraction("b", figures=[granted("b", two, 71000)])
    )
    assert (first == second) is same


def test_a_name_contained_without_the_same_amount_is_uncertain() -> None:
    one = extraction("a", figures=[granted("a", "Psykiatriveckan", 60000)])
    two = extraction("b", figures=[granted("b", "Psykiatriveckan i länet", 70000)])
    archive = build_archive([one, two])
    assert [match.score for match in archive.subjects] == [0.7]
    first, second = subjects(one, two)
    assert first != second


def test_two_long_words_in_common_and_nearly_the_same_amount() -> None:
    one = extraction("a", figures=[granted("a", "Utvecklingsstrateg/Processtödjare Samverkan", 650000)])
    two = extraction("b", figures=[granted("b", "Processtöd/Utvecklingsstrateg/bitr. chef", 645000)])
    first, second = subjects(one, two)
    assert first == second
    far = extraction("b", figures=[granted("b", "Processtöd/Utvecklingsstrateg/bitr. chef", 545000)])
    first, second = subjects(one, far)
    assert first != second


def test_a_stated_alias_matches() -> None:
    one = extraction("a", figures=[granted("a", "Beredningsgruppen", 8000)], aliases=[("Beredningsgruppen", "Samverkansteamet")])
    two = extraction("b", figures=[granted("b", "Samverkansteamet", 9000)])
    first, second = subjects(one, two)
    assert first == second


def test_two_rows_of_one_table_are_never_the_same() -> None:
    drawing = """
     | Budget 2025
    Kompetenshöjande insatser | 15 000
    Kompetenshöjande insatser personal | 15 000
    """
    (first,) = subjects(extraction("a", drawing=drawing))
    assert len(first) == 2


def test_bodies_are_kept_apart() -> None:
    other = Body(entity_id="222000-9999", name="Annat förbund")
    one = extraction("a", figures=[granted("a", "Livstilslyftet", 60000)])
    two = extraction("b", figures=[granted("b", "Livsstilslyftet", 60000)], body=other)
    first, second = subjects(one, two)
    assert first != second


def test_words_that_tell_names_apart() -> None:
    assert words_of("Insatser för 2025 (v.45)") == ("insatser",)
