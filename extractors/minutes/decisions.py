"""Decided points to records: under `Beslut`, or in the sentences of a short paragraph that has no labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.folding import fold
from extractors.minutes.parts import Paragraph, Section
from extractors.minutes.points import Point, points_of
from extractors.minutes.references import earlier_decisions, laws, responsible
from extractors.minutes.verbs import kind_of
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates, find_years
from schemas.decision import Decision
from schemas.meeting import Meeting
from schemas.record import stable_id

_ORGAN = (
    r"(?:[A-ZÅÄÖ][\wåäö-]*\s(?:och\s)?)?"
    r"[\wåäöÅÄÖ-]*(?:[Ss]tyrelsen|[Nn]ämnden|[Uu]tskottet|[Ff]ullmäktige|[Dd]irektionen|[Mm]ötet|[Ff]örbundet)"
)
_EARLIER = (
    r"(?!\s(?:(?:den|i|under)\s(?:\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\d|tidigare|redan"
    r"|vid\s(?:förra|föregående|senaste|sitt|sammanträde)))"
)
"""What follows where a decision of an earlier day is told of."""
_DECIDED = re.compile(
    rf"^(?:Att\b.{{0,60}}|(?P<organ>{_ORGAN})\s(?:beslutar|beslutade|beslöt|godkänner|godkände|fastställer|fastställde|utser|utsåg|väljer|valde"
    rf"|antar|antog|lägger|lade)\b{_EARLIER}|(?:Det\s)?[Bb]eslut(?:ades|as)\b{_EARLIER}|Beslöts\b{_EARLIER})"
)
_PASSIVE = re.compile(
    r"\b(?:godkändes|godkänns|fastställdes|fastställs|lades till handlingarna|läggs till handlingarna|utsågs|utses|valdes|väljs"
    r"|beslutades|beslutas|antogs|antas|bordläggs|bordlades|återremitteras|avslås|avslogs|beviljas|beviljades|bifalls)\b"
)
_BY_LIST = re.compile(rf"^(?P<organ>{_ORGAN})\s(?:beslutar|beslutade|beslöt)(?:\s\w+)?(?:\satt)?\s?:?$")
_SENTENCES = re.compile(r"(?<=[a-zåäö\d)][.!?])\s+(?=[A-ZÅÄÖ])")
_LABELLED = {"decision", "propose", "proposal", "course"}
_PERIOD = re.compile(r"\bperiod\w*\b|\bt\.?\s?o\.?\s?m\b|\d\s?[-–]\s?\d{1,2}\s\w+\s20", re.IGNORECASE)
_LONG = 900
"""Characters of the longest paragraph without labels whose passive sentences are decisions."""


def decisions_of(paragraph: Paragraph, sections: Sequence[Section], meeting: Meeting) -> tuple[Decision, ...]:
    """Return what the meeting decided in a paragraph, a record for each point.

    Args:
        paragraph: the paragraph.
        sections: its sections.
        meeting: the meeting.
    """
    found: list[tuple[Point, str]] = []
    for section in sections:
        if section.kind in {"decision", "propose"}:
            found += [(point, _kind(point, section)) for point in points_of(section.pieces)]
    if not any(section.kind in _LABELLED for section in sections):
        found = [(point, kind_of(point.text, lead=point.lead)) for point in _unlabelled(sections, meeting.body)]
    background = " ".join(piece.text for section in sections if section.kind == "background" for piece in section.pieces)
    return tuple(_decision(paragraph, meeting, index, point, kind, background) for index, (point, kind) in enumerate(found))


def _kind(point: Point, section: Section) -> str:
    if section.kind == "propose" or kind_of(point.lead) == "propose":
        return "propose"
    return kind_of(point.text, lead=f"{section.title} {point.lead}")


def _unlabelled(sections: Sequence[Section], body: str | None) -> list[Point]:
    """Return the decisions of a paragraph that has no `Beslut`: sentences in which the meeting decides."""
    pieces = [piece for section in sections if section.kind == "background" for piece in section.pieces]
    short = sum(len(piece.text) for piece in pieces) <= _LONG
    found: list[Point] = []
    for index, piece in enumerate(pieces):
        listed = _BY_LIST.match(piece.text)
        if listed is not None and _is_own(listed["organ"], body):
            return found + list(points_of(pieces[index:]))
        for sentence in _SENTENCES.split(piece.text):
            match = _DECIDED.match(sentence)
            decided = match is not None and (match["organ"] is None or _is_own(match["organ"], body))
            if decided or (short and _PASSIVE.search(sentence) and not sentence.endswith(":")):
                found += points_of([piece.model_copy(update={"text": sentence})])
    return found


def _is_own(organ: str, body: str | None) -> bool:
    """Tell whether an organ named in a sentence is the one that met: the same word, or its plain form."""
    name, own = fold(organ), fold(body or "")
    if not own or name in own or name.removesuffix("et") in own or name.endswith(("motet", "forbundet")):
        return True
    kinds = ("styrelse", "namnd", "utskott", "fullmaktige", "direktion")
    plain = name in {"styrelsen", "namnden", "utskottet", "fullmaktige", "direktionen"}
    return plain and not any(kind in own and kind not in name for kind in kinds)


def _decision(  # noqa: PLR0913, PLR0917  # the parts of one record
    paragraph: Paragraph, meeting: Meeting, index: int, point: Point, kind: str, background: str
) -> Decision:
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
        fiscal_year=_year(point.text) or _year(paragraph.heading),
        reference=paragraph.reference,
        page=point.page,
        box=point.box,
        responsible=responsible(point.text),
        earlier_decisions=earlier_decisions(point.text),
        laws=laws(point.text),
    )


def _year(text: str) -> int | None:
    """Return the year that a text is about: the first named, or that of a period given by its days."""
    years = find_years(text)
    if years:
        return years[0].first
    days = find_dates(text) if _PERIOD.search(text) else ()
    return days[-1].date.year if days else None


def _amount(text: str) -> Decimal | None:
    """Return the first amount of money in a point; None where a list under the point holds several."""
    found = [item for item in find_amounts(text) if item.amount.unit == "SEK" and item.unit_printed]
    if not found or (len(found) > 1 and ":" in text[: found[0].start]):
        return None
    return found[0].amount.value
