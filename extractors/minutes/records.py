"""Paragraphs become records: parts with their place, lists, votes, reservations, and what the agenda calls them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.minutes.dissent import reservations_of
from extractors.minutes.lists import items_of
from extractors.minutes.paragraphs import Body
from extractors.minutes.parts import Paragraph, Piece, Section
from extractors.minutes.votes import votes_of
from schemas.page import Page
from schemas.paragraph import MinutesParagraph, ParagraphPart
from schemas.place import Box, union

_AT_ONCE = re.compile(
    r"\b(?:paragraf(?:en|erna)?|punkt(?:en|erna)?|beslut(?:et|spunkt\w*)?|ärendet)\b.{0,60}\b(?:är|förklara\w+|justera\w+)\b.{0,25}\bjustera[dts]\w*"
    r"|\b(?:omedelbar(?:t)?|direkt)\s?juster\w+|\bjustera\w+\s(?:omedelbart|direkt)\b",
    re.IGNORECASE,
)


def records_of(
    body: Body, sections: Sequence[Sequence[Section]], pages: Sequence[Page], meeting_id: str, document_id: str
) -> tuple[MinutesParagraph, ...]:
    """Return the records of the paragraphs of minutes.

    Args:
        body: agenda and paragraphs.
        sections: the sections of each paragraph.
        pages: the pages of the document.
        meeting_id: for ids.
        document_id: for ids.
    """
    agenda = {opener.label: opener.rest for opener in body.agenda}
    return tuple(
        _record(index, paragraph, own, agenda).model_copy(
            update={"votes": votes_of(paragraph, own, pages, meeting_id, document_id)}
        )
        for index, (paragraph, own) in enumerate(zip(body.paragraphs, sections, strict=True))
    )


def _record(index: int, paragraph: Paragraph, sections: Sequence[Section], agenda: Mapping[str, str]) -> MinutesParagraph:
    opening = paragraph.opening
    last = paragraph.pieces[-1].block.page if paragraph.pieces else opening.block.page
    return MinutesParagraph(
        position=index,
        paragraph=paragraph.label,
        heading=paragraph.heading,
        reference=paragraph.reference,
        agenda_heading=agenda.get(paragraph.label),
        adjusted_at_once=any(_AT_ONCE.search(piece.text) for piece in paragraph.pieces),
        page=opening.block.page,
        page_last=last,
        box=_box([opening]),
        parts=_parts(sections),
        items=items_of(sections),
        reservations=reservations_of(sections),
    )


def _parts(sections: Sequence[Section]) -> tuple[ParagraphPart, ...]:
    placed = [section for section in sections if section.pieces or section.head]
    return tuple(
        ParagraphPart(
            position=index,
            kind=section.kind,
            title=section.title,
            text="\n".join(piece.text for piece in section.pieces),
            page=_pieces(section)[0].block.page,
            box=_box(_pieces(section)),
        )
        for index, section in enumerate(placed)
    )


def _pieces(section: Section) -> Sequence[Piece]:
    return [*([section.head] if section.head else []), *section.pieces]


def _box(pieces: Sequence[Piece]) -> Box:
    """Return the box around pieces on the page of the first."""
    page = pieces[0].block.page
    return union(line.box for piece in pieces if piece.block.page == page for line in piece.lines)
