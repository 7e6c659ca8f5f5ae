"""Decided points to records: under `Beslut`, or in the sentences of a short paragraph that has no labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.amounts import find_amounts
from extractors.dates import find_years
from extractors.minutes.parts import Paragraph, Section
from extractors.minutes.points import Point, points_of
from extractors.minutes.sections import sections_of
from extractors.minutes.verbs import kind_of
from schemas.decision import Decision
from schemas.meeting import Meeting
from schemas.record import stable_id

_ORGAN = (
    r"(?:[A-ZÅÄÖ][\wåäö-]*\s(?:och\s)?)?"
    r"[\wåäöÅÄÖ-]*(?:[Ss]tyrelsen|[Nn]ämnden|[Uu]tskottet|[Ff]ullmäktige|[Dd]irektionen|[Mm]ötet)"
)
_DECIDED = re.compile(
    rf"^(?:{_ORGAN})\s(?:beslutar|beslutade|beslöt|godkänner|godkände|fastställer|fastställde|utser|utsåg|väljer|"
    rf"valde|antar|antog)\b(?!\s(?:den\s)?\d)"
)
_PASSIVE = re.compile(
    r"\b(?:godkändes|godkänns|fastställdes|fastställs|lades till handlingarna|läggs till handlingarna|utsågs|utses|"
    r"valdes|beslutades|beslutas|antogs|antas|noteras|noterades)\b"
)
_BY_LIST = re.compile(rf"^(?:{_ORGAN})\s(?:beslutar|beslutade|beslöt)(?:\s\w+)?(?:\satt)?\s?:?$")
_LABELLED = {"decision", "propose", "proposal", "course"}
_LONG = 900
"""Characters of the longest paragraph without labels whose passive sentences are decisions."""


def decisions_of(paragraph: Paragraph, meeting: Meeting) -> tuple[Decision, ...]:
    """Return what the meeting decided in a paragraph, a record for each point."""
    sections = sections_of(paragraph.pieces, meeting.body)
    found: list[tuple[Point, str]] = []
    for section in sections:
        if section.kind in {"decision", "propose"}:
            found += [(point, _kind(point, section)) for point in points_of(section.pieces)]
    if not any(section.kind in _LABELLED for section in sections):
        found = [(point, kind_of(point.text, lead=point.lead)) for point in _unlabelled(sections)]
    background = " ".join(piece.text for section in sections if section.kind == "background" for piece in section.pieces)
    return tuple(_decision(paragraph, meeting, index, point, kind, background) for index, (point, kind) in enumerate(found))


def _kind(point: Point, section: Section) -> str:
    if section.kind == "propose" or kind_of(point.lead) == "propose":
        return "propose"
    return kind_of(point.text, lead=f"{section.title} {point.lead}")


def _unlabelled(sections: Sequence[Section]) -> list[Point]:
    """Return the decisions of a paragraph that has no `Beslut`: sentences in which the meeting decides."""
    pieces = [piece for section in sections if section.kind == "background" for piece in section.pieces]
    short = sum(len(piece.text) for piece in pieces) <= _LONG
    found: list[Point] = []
    for index, piece in enumerate(pieces):
        if _BY_LIST.match(piece.text):
            return found + list(points_of(pieces[index:]))
        if _DECIDED.match(piece.text) or (short and _PASSIVE.search(piece.text) and len(piece.text) < _LONG / 2):
            found += points_of([piece])
    return found


def _decision(  # noqa: PLR0913, PLR0917  # the parts of one record
    paragraph: Paragraph, meeting: Meeting, index: int, point: Point, kind: str, background: str
) -> Decision:
    years = find_years(point.text) or find_years(paragraph.heading)
    return Decision(
        decision_id=stable_id("decision", meeting.document_id, paragraph.label, index),
        document_id=meeting.document_id,
        meeting_id=meeting.meeting_id,
        meeting_date=meeting.meeting_date,
        paragraph=paragraph.label,
        heading=paragraph.heading,
        point_index=index,
        text=point.text,
        background=background,
        kind=kind,
        amount=_amount(point.text),
        subject=paragraph.heading or None,
        fiscal_year=years[0].first if years else None,
        reference=paragraph.reference,
        page=point.page,
        box=point.box,
    )


def _amount(text: str) -> Decimal | None:
    """Return the first amount of money in a point."""
    found = [item.amount for item in find_amounts(text) if item.amount.unit == "SEK" and item.unit_printed]
    return found[0].value if found else None
