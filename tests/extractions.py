"""Small extractions, made by hand, for the tests of loading, exporting and reporting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from schemas.archive import Archive, ArchiveDocument
from schemas.decision import Decision
from schemas.document import Body, Classification, Extraction, PageCount, Reading
from schemas.figure import Figure
from schemas.finding import Check, Evidence, Finding
from schemas.meeting import Attendance, Meeting
from schemas.page import Page, Word
from schemas.paragraph import Ballot, MinutesParagraph, ParagraphItem, ParagraphPart, Reservation, Vote
from schemas.place import Box
from schemas.problem import Problem
from schemas.repair import Repair
from schemas.table import Cell, Column, Row, Table

NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 2, 3, 4, 5, 6, tzinfo=dt.UTC)
BODY = Body(entity_id="222000-2063", name="Exempelförbundet", org_number="222000-2063")


def box(x0: float = 400, top: float = 300, width: float = 40, height: float = 10) -> Box:
    """Return a box of the given size at a point of the page."""
    return Box(x0=x0, top=top, x1=x0 + width, bottom=top + height)


def word(text: str, x0: float = 50, top: float = 100) -> Word:
    """Return a word that was read as it is."""
    return Word(text=text, raw=text, box=box(x0, top, 8.0 * len(text)))


def figure(document_id: str, number: int, value: str, **changes: object) -> Figure:
    """Return a figure in tkr whose id is made of the document and `number`."""
    values: dict[str, object] = {
        "figure_id": f"{document_id}-f{number}",
        "document_id": document_id,
        "concept": "activity.individual",
        "subject": "SamCoach",
        "label": "SamCoach",
        "column_header": "Budget 2025",
        "fiscal_year": 2025,
        "period_start": dt.date(2025, 1, 1),
        "period_end": dt.date(2025, 12, 31),
        "scenario": "budget",
        "value": Decimal(value),
        "unit": "SEK",
        "quantum": Decimal(1000),
        "raw": value,
        "page": 1,
        "box": box(top=200 + 20 * number),
        "table_id": f"{document_id}-t",
        "row": number,
        "col": 1,
        "origin": "table",
    }
    return Figure.model_validate(values | changes)


def minutes(document_id: str = "a" * 64, *, version: str = "1", figures: tuple[Figure, ...] | None = None) -> Extraction:
    """Return an extraction with one row or more in every table."""
    if figures is None:
        figures = (figure(document_id, 1, "-827000"), figure(document_id, 2, "16.9", unit="percent", quantum=Decimal("0.1")))
    pages = (
        Page(number=1, width=595, height=842, quality=0.98, words=(word("Protokoll"), word("SamCoach", top=200))),
        Page(number=2, width=595, height=842, text_source="ocr", quality=0.8, words=(word("Bilaga"),)),
        Page(number=3, width=595, height=842, text_source="empty", status="failed", problem="The page is damaged."),
    )
    return Extraction(
        document_id=document_id,
        extractor_version=version,
        reading=Reading(document_id=document_id, file_name=f"{document_id[:4]}.pdf", pages=pages, producer="Skrivaren"),
        classification=Classification(
            kind="minutes", body=BODY, title="Protokoll", fiscal_year=2025, meeting_date=dt.date(2025, 9, 22)
        ),
        counts=(PageCount(page=1, number_count=5, number_read=2, number_furniture=2, number_unread=1),),
        repairs=(
            Repair(
                repair_id=f"{document_id}-r",
                page=1,
                box=box(),
                raw="Bilaqa",
                repaired="Bilaga",
                method="lexicon",
                confidence=0.9,
            ),
        ),
        tables=(table(document_id),),
        figures=figures,
        meetings=(meeting(document_id),),
        decisions=(decision(document_id),),
        problems=(Problem(code="page.failed", message="Page 3 could not be read.", document_id=document_id, page=3),),
    )


def table(document_id: str) -> Table:
    """Return a table with a header row and one row of figures."""
    cells = (
        Cell(row=0, col=1, text="Budget 2025", raw="Budget 2025", page=1, box=box(top=180), is_header=True),
        Cell(row=1, col=0, text="SamCoach", raw="SamCoach", page=1, box=box(50, 220, 70)),
        Cell(row=1, col=1, text="-827", raw="-827", page=1, box=box(top=220)),
    )
    return Table(
        table_id=f"{document_id}-t",
        document_id=document_id,
        page=1,
        box=Box(x0=50, top=180, x1=440, bottom=250),
        title="Budget",
        kind="budget",
        unit="tkr",
        cells=cells,
        columns=(Column(index=0, kind="label"), Column(index=1, header="Budget 2025")),
        rows=(Row(index=0, role="header"), Row(index=1, label="SamCoach")),
    )


def meeting(document_id: str) -> Meeting:
    """Return a meeting with two people."""
    return Meeting(
        meeting_id=f"{document_id}-m",
        document_id=document_id,
        body="Styrelsen",
        meeting_date=dt.date(2025, 9, 22),
        start_time=dt.time(9, 30),
        place="Rådhuset",
        chair="Anna Ek",
        adjusters=("Bo Al", "Cia Asp"),
        paragraph_first=50,
        paragraph_last=61,
        attendance=(
            Attendance(position=0, name="Anna Ek", role="ordförande", present=True, deciding=True),
            Attendance(position=1, name="Bo Al", present=None),
        ),
        paragraphs=(paragraph(document_id),),
    )


def paragraph(document_id: str) -> MinutesParagraph:
    """Return a paragraph with a vote and one of each kind of list."""
    place: Any = {"page": 1, "box": box()}
    return MinutesParagraph(
        position=0,
        paragraph="51",
        heading="Ansökan",
        page_last=1,
        parts=(ParagraphPart(position=0, kind="course", title="Beslutsgång", text="Ordföranden frågar.", **place),),
        items=(ParagraphItem(position=0, kind="recipient", text="Ekonomichefen", **place),),
        reservations=(Reservation(position=0, kind="reservation", name="Bo Al", text="Bo Al reserverar sig.", **place),),
        votes=(
            Vote(
                vote_id=f"{document_id}-v",
                position=0,
                text="1 ja, 0 nej",
                yes=1,
                no=0,
                ballots=(Ballot(position=0, name="Anna Ek", ballot="yes"),),
                **place,
            ),
        ),
        **place,
    )


def decision(document_id: str) -> Decision:
    """Return a grant of 90 000 kr."""
    return Decision(
        decision_id=f"{document_id}-d",
        document_id=document_id,
        meeting_id=f"{document_id}-m",
        meeting_date=dt.date(2025, 9, 22),
        paragraph="51",
        heading="Ansökan",
        text="Styrelsen beviljar 90 000 kr.",
        kind="grant",
        amount=Decimal(90000),
        page=1,
        box=box(),
    )


def finding(document_id: str = "a" * 64, name: str = "one", **changes: object) -> Finding:
    """Return a finding of severity error that rests on the first figure of a document."""
    values: dict[str, object] = {
        "finding_id": f"finding-{name}",
        "rule": "table.total",
        "severity": "error",
        "entity_id": BODY.entity_id,
        "fiscal_year": 2025,
        "message_sv": "Summan är -1 855 tkr, men raderna ger -1 858 tkr.",
        "message_en": "The total is -1 855 tkr, but the rows give -1 858 tkr.",
        "expected": Decimal(-1858000),
        "actual": Decimal(-1855000),
        "difference": Decimal(3000),
        "tolerance": Decimal(1000),
        "evidence": (
            evidence(document_id, 300, "total", "-1 855", "-1855000"),
            evidence(document_id, 280, "item", "-827", "-827000"),
        ),
    }
    return Finding.model_validate(values | changes)


def evidence(document_id: str, top: float, role: str, raw: str, value: str) -> Evidence:
    """Return a place on a page."""
    return Evidence(role=role, document_id=document_id, page=1, box=box(top=top), raw=raw, value=Decimal(value))


def check(document_id: str = "a" * 64, name: str = "one", verdict: str = "exact") -> Check:
    """Return a check of one document."""
    return Check.model_validate(
        {
            "check_id": f"check-{name}",
            "rule": "table.total",
            "verdict": verdict,
            "document_id": document_id,
            "stated": Decimal(100),
            "computed": Decimal(100),
        }
    )


def archive_of(*extractions: Extraction) -> Archive:
    """Return an archive of documents as they are, nothing matched."""
    return Archive(
        documents=tuple(
            ArchiveDocument(
                document_id=extraction.document_id,
                file_name=extraction.reading.file_name,
                classification=extraction.classification,
                figures=extraction.figures,
            )
            for extraction in extractions
        )
    )
