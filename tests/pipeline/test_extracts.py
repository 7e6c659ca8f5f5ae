"""Extracts of minutes are tied to the whole minutes and counted once."""

from __future__ import annotations

import datetime as dt

from pipeline.match import build_archive
from pipeline.matching.extracts import find_extracts
from schemas.document import Body, Classification, Extraction, Reading
from schemas.meeting import Meeting
from schemas.page import Page
from schemas.paragraph import MinutesParagraph, ParagraphPart
from schemas.place import Box

DAY = dt.date(2025, 9, 22)
BOX = Box(x0=0, top=0, x1=1, bottom=1)


def minutes(
    name: str, numbers: str, *, extract: bool, entity: str = "an-kommun-tekniska-namnden", **fields: object
) -> Extraction:
    """Return minutes of the technical committee with some paragraphs."""
    paragraphs = [
        MinutesParagraph(position=place, paragraph=number, heading=f"Ärende {number}", page=1, page_last=1, box=BOX)
        for place, number in enumerate(numbers.split())
    ]
    meeting = {"meeting_id": name, "document_id": name, "body": "Tekniska nämnden", "meeting_date": DAY, "is_extract": extract}
    told = Meeting.model_validate({**meeting, "paragraphs": tuple(paragraphs), **fields})
    page = Page(number=1, width=595, height=842)
    return Extraction(
        document_id=name,
        extractor_version="1",
        reading=Reading(document_id=name, file_name=f"{name}.pdf", pages=(page,)),
        classification=Classification(kind="minutes", body=Body(entity_id=entity, name=entity), meeting_date=DAY),
        meetings=(told,),
    )


WHOLE = minutes("whole", "5 6 7", extract=False)


def test_an_extract_gives_way_to_the_whole_minutes() -> None:
    extract = minutes("extract", "6", extract=True, entity="tekniska-namnden")
    assert find_extracts([extract, WHOLE]) == {"extract": "whole"}
    archive = build_archive([extract, WHOLE])
    assert [document.document_id for document in archive.counted] == ["whole"]


def test_a_misread_logo_does_not_part_an_extract_from_its_minutes() -> None:
    part = ParagraphPart(position=0, kind="decision", text="Taxan för vatten antas och gäller från årsskiftet.", page=1, box=BOX)
    whole, misread = (
        minutes(name, "6", extract=extract, entity=entity, is_extract=extract)
        for name, extract, entity in (("whole", False, "an-kommun-tekniska-namnden"), ("scan", True, "bd-stad-tekniska-namnden"))
    )
    with_text = [
        one.model_copy(update={"meetings": (one.meetings[0].model_copy(update={"paragraphs": (paragraph,)}),)})
        for one in (whole, misread)
        for paragraph in [one.meetings[0].paragraphs[0].model_copy(update={"parts": (part,)})]
    ]
    assert find_extracts(with_text) == {"scan": "whole"}


def test_of_two_extracts_of_one_paragraph_the_first_counts() -> None:
    assert find_extracts([minutes("b", "6", extract=True), minutes("a", "6", extract=True)]) == {"b": "a"}


def test_another_paragraph_day_organ_or_heading_is_no_extract_of_it() -> None:
    other = minutes("a", "9", extract=True)
    later = minutes("b", "6", extract=True, meeting_date=dt.date(2025, 10, 22))
    organ = minutes("c", "6", extract=True, body="Kommunstyrelsen")
    stranger = minutes("d", "6", extract=True, entity="on-kommun-tekniska-namnden")
    renamed = minutes("e", "6", extract=True)
    heading = renamed.meetings[0].paragraphs[0].model_copy(update={"heading": "Något helt annat"})
    meeting = renamed.meetings[0].model_copy(update={"paragraphs": (heading,)})
    renamed = renamed.model_copy(update={"meetings": (meeting,)})
    assert find_extracts([WHOLE, other, later, organ, stranger]) == {}
    assert find_extracts([WHOLE, renamed]) == {}
