"""The meeting itself: when and where, who led and adjusted it, its paragraphs, the next meeting and the minutes before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.figures.context import DocumentContext
from extractors.minutes.adjustment import adjustment_of
from extractors.minutes.attendance import attendance_of
from extractors.minutes.cover import Field, fields_of
from extractors.minutes.organ import organ_of
from extractors.minutes.paragraphs import Body
from extractors.minutes.parts import Piece
from extractors.minutes.people import elected_adjusters, people_of
from extractors.minutes.schedule import digital_place, next_meeting, place_of, previous_minutes, times_of
from extractors.page.lines import lines_of, segments
from schemas.layout import Layout
from schemas.meeting import Attendance, Meeting
from schemas.page import Line, Page
from schemas.record import stable_id

_SPAN = re.compile(
    r"(?:§{1,2}|[Pp]aragrafer\s?:?)\s?(?:§{1,2}|[S$58]{2}(?=\s))?\s?(?P<first>\d{1,3})\s?(?:[-–—]|till)\s?§?\s?(?P<last>\d{1,3})\b(?!\s?(?:kommunallagen|lagen))"
)
"""The span of paragraphs; an OCR reads the signs before it as letters or digits (`S8 49-56`)."""
_ONE = re.compile(r"\bParagraf(?:er)?\s?:?\s?§{1,2}\s?(?P<first>(?P<last>\d{1,3}))\b")
"""An extract claims one paragraph."""
_EXTRACT = re.compile(r"^(?:protokollsutdrag|utdrag (?:ur|från) .{0,40}protokoll)", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:vid protokollet|vid pennan|underskrifter|justeras\b|protokollförare|sekreterare\b)", re.IGNORECASE)
_SIGNERS_MOST = 8
"""Names in a field of signatures, at most."""
_SIGNATURE_LINES = 20
"""Lines of signatures at the end, at most."""
_SIGNERS = re.compile(r"\s*§{1,2}.*$")


def meeting_of(layout: Layout, pages: Sequence[Page], pieces: Sequence[Piece], body: Body, context: DocumentContext) -> Meeting:
    """Return the meeting that minutes tell of."""
    first_page = pieces[body.start].block.page if body.start < len(pieces) else (pages[-1].number if pages else 1)
    lines = _cover_lines(layout, pieces, body, first_page)
    fields = fields_of(lines)
    signatures = fields_of(_closing_lines(layout, body))
    attendance = attendance_of(fields, [page for page in pages if page.number <= first_page])
    text = "\n".join(line.text for _, line in lines)
    span = _span(text)
    start, end = times_of(fields, text)
    date, place = next_meeting(pieces, context.meeting_date)
    return Meeting(
        meeting_id=stable_id("meeting", context.document_id, context.meeting_date),
        document_id=context.document_id,
        body=organ_of(layout, first_page),
        meeting_date=context.meeting_date,
        start_time=start,
        end_time=end,
        place=place_of(fields) or digital_place(text),
        chair=_person(fields, signatures, attendance, "chair", "ordförande"),
        secretary=_person(fields, signatures, attendance, "secretary", "sekreterare"),
        adjusters=_elected_or_signing(_adjusters((*fields, *signatures)), elected_adjusters(piece.text for piece in pieces)),
        paragraph_first=int(span["first"]) if span else None,
        paragraph_last=int(span["last"]) if span else None,
        agenda_paragraphs=tuple(opener.number for opener in body.agenda),
        body_paragraphs=tuple(paragraph.number for paragraph in body.paragraphs),
        next_meeting_date=date,
        next_meeting_place=place,
        previous_minutes_date=previous_minutes(pieces, context.meeting_date),
        attendance=attendance,
        is_extract=_is_extract(pieces, body, claimed=span is not None),
        **adjustment_of((*fields, *signatures), pages, [text, *(piece.text for piece in pieces)]),
    )


def _is_extract(pieces: Sequence[Piece], body: Body, *, claimed: bool) -> bool:
    """Tell whether a file is an extract: it says so, or it has one paragraph without agenda and span."""
    if any(_EXTRACT.search(piece.text) for piece in pieces[: body.start + 1]):
        return True
    return len(body.paragraphs) == 1 and not body.agenda and not claimed


def _span(text: str) -> re.Match[str] | None:
    """Return the span of paragraphs that the cover claims: the labelled one, or else the widest."""
    found = list(_SPAN.finditer(text))
    labelled = [
        match for match in found if re.search(r"paragraf\w*\s*:?\s*§{0,2}\s*$", text[: match.start("first")], re.IGNORECASE)
    ]
    widest = max(labelled or found, key=lambda match: int(match["last"]) - int(match["first"]), default=None)
    return widest or _ONE.search(text)


def _cover_lines(layout: Layout, pieces: Sequence[Piece], body: Body, first_page: int) -> list[tuple[int, Line]]:
    """Return the lines before the first paragraph, whole lines from margin to margin; furniture left out."""
    start = pieces[body.start].lines[0].box.top if body.start < len(pieces) else float("inf")
    words: dict[int, list[Line]] = {}
    for block in layout.blocks:
        if block.kind not in {"furniture", "contents"} and block.page <= first_page:
            words.setdefault(block.page, []).extend(block.lines)
    whole = [
        (page, line)
        for page, lines in sorted(words.items())
        for line in lines_of(word for line in lines for word in line.words if word.upright)
    ]
    return [(page, line) for page, line in whole if page < first_page or line.box.top < start]


def _closing_lines(layout: Layout, body: Body) -> list[tuple[int, Line]]:
    """Return the lines from the signatures after the last paragraph on."""
    if not body.paragraphs or not body.paragraphs[-1].pieces:
        return []
    last = body.paragraphs[-1].pieces[-1]
    lines = [
        (block.page, line)
        for block in layout.text_blocks()
        for line in block.lines
        if (block.page, line.box.top) >= (last.block.page, last.lines[0].box.top)
    ]
    start = next((index for index, (_, line) in enumerate(lines) if _SIGNED.match(line.text)), len(lines))
    return [item for item in lines[start : start + _SIGNATURE_LINES] if item[0] == lines[start][0]]


def _person(
    fields: Sequence[Field], signatures: Sequence[Field], attendance: Sequence[Attendance], key: str, role: str
) -> str | None:
    """Return a signer: as the cover says, by role among those present, or from the signatures at the end."""
    on_cover, signed = (
        [person.name for field in some if field.key == key for person in people_of(_names(field))]
        for some in (fields, signatures)
    )
    listed = [person.name for person in attendance if person.present is not False and _has_role(person, role)]
    return next(iter((*on_cover, *listed, *signed)), None)


def _has_role(person: Attendance, role: str) -> bool:
    said = f"{person.role or ''} {person.note or ''}".lower()
    return re.search(rf"(?<!vice )(?<!v )(?<!v\. )(?<!fullmäktiges )\b\w*(?:{role}|{role[:4]}\b)", said) is not None


def _names(field: Field) -> list[str]:
    """Return the names of a field, cut where white space parts several on a line."""
    cells = [" ".join(word.text for word in part) for row in field.rows if row for part in segments(Line(words=row), gap=1.0)]
    return [_SIGNERS.sub("", cell).strip(" .…_") for cell in cells][:_SIGNERS_MOST]


def _elected_or_signing(signing: tuple[str, ...], elected: tuple[str, ...]) -> tuple[str, ...]:
    """Return who adjusts: those whom the meeting elected where they are among those who sign (the chair signs, too)."""
    return elected if elected and set(elected) < set(signing) else signing or elected


def _adjusters(fields: Sequence[Field]) -> tuple[str, ...]:
    for key in ("adjusters_elected", "adjusters"):
        names = [person.name for field in fields if field.key == key for person in people_of(_names(field))]
        if names:
            return tuple(dict.fromkeys(names))
    return ()
