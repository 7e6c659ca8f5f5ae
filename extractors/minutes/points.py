"""The points of a decision: att-satser, numbered points, bullets and bare sentences, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.minutes.parts import Piece
from extractors.page.joining import join_lines, join_two
from schemas.page import Line
from schemas.place import Box, union
from schemas.record import Record

_BULLET = re.compile(
    r"^(?:[•●▪■□◦‣·∙○➢➤→✓*\u2043\u2219\uf000-\uf0ff]|[-–—−](?=\s|[Aa]tt\b|[A-ZÅÄÖ])|[oe©¢](?=\s[A-ZÅÄÖ(]|\satt\b))\s*"
)
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zåäö][.)])\s+")
_ATT = re.compile(r"^[Aa][Tt][Tt]\b")
_LEAD_END = re.compile(
    r"(?:\b(?:beslutar|beslutade|beslöt|besluta|föreslår|att|enhälligt|följande|härmed|dels|egen del|fullmäktige)\s?:?|:)$",
    re.IGNORECASE,
)
_BREAKS_BEFORE = re.compile(r"(?:[.,;:]|\b(?:samt|och|att|dels|beslutar|beslutade|besluta|fullmäktige))$", re.IGNORECASE)
_NOT_A_POINT = re.compile(
    r"^(?:(?:denna\s)?paragraf(?:en)?\s.{0,30}(?:justera|omedelbart)|beslutspunkt\w* .{0,60}justera|"
    r"omedelbar(?:t)? justera|punkten (?:är|förklaras) .{0,20}justera"
    r"|(?:bilaga|se bilaga|bilagor)\b.{0,40}$|mötet ajourneras|ajournering|.{2,80}(?:reserverar sig|"
    r"reserverade sig)\b|.{2,80}deltar (?:ej|inte) i "
    r"|(?:[A-ZÅÄÖ]{2,5}\s)?20\d\d[./]\d{2,5}(?:\s|$)|jäv\b|.{2,60}anmäler jäv|(?:under|vid) protokollet|_{3,}|"
    r"justera[sd]|\d+$|sida \d|.{0,20}enligt ovan\.?$|-{2,}$|.{0,3}$)",
    re.IGNORECASE,
)


_SPACE = 6.0
"""Points of a space before a word."""


class Point(Record):
    """One decided point."""

    text: str
    """The point without its bullet or number; NFC."""
    lead: str = ""
    """The sentence that it hangs from (`Styrelsen beslutar att`)."""
    page: int
    """Page that it begins on, from 1."""
    box: Box
    """Its box on that page."""


class _Draft(Record):
    """Lines that make a point."""

    lines: tuple[tuple[int, Line], ...]
    """(page, line)."""
    text: str
    """Joined."""
    marked: str = ""
    """`bullet`, `number`, `att`, `table` (which belongs to the point above) or empty."""


def points_of(pieces: Iterable[Piece]) -> tuple[Point, ...]:
    """Return the points of a decision section, in order."""
    drafts = _joined_drafts(pieces)
    lead = ""
    points: list[Point] = []
    for index, draft in enumerate(drafts):
        if _NOT_A_POINT.match(draft.text):
            continue
        if not draft.marked and _LEAD_END.search(draft.text) and index + 1 < len(drafts):
            lead = draft.text
            continue
        points.append(_point(draft, lead))
    return tuple(points)


def entries_of(pieces: Iterable[Piece]) -> tuple[Point, ...]:
    """Return the entries of a list under a label, whatever they say: bulleted, or a line each."""
    return tuple(_point(draft, "") for draft in _joined_drafts(pieces))


def _joined_drafts(pieces: Iterable[Piece]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for draft in (draft for piece in pieces for draft in _drafts(piece)):
        if draft.marked == "table" and drafts:
            lines = drafts[-1].lines + draft.lines
            drafts[-1] = drafts[-1].model_copy(update={"lines": lines, "text": f"{drafts[-1].text}\n{draft.text}"})
        elif _belongs(drafts, draft):
            drafts[-1] = _joined(drafts[-1], draft)
        else:
            drafts.append(draft)
    return drafts


def _drafts(piece: Piece) -> list[_Draft]:
    """Cut a piece where a line begins an att-sats, or a bullet or number."""
    if piece.block.kind == "table":
        return [_draft(piece, piece.lines, piece.text).model_copy(update={"marked": "table"})]
    groups: list[list[Line]] = []
    for line in piece.lines:
        begins = (
            not groups
            or _begins(line.text, groups[-1][-1].text, first=groups[0][0].text)
            or _is_next_att(piece, line, groups[-1])
        )
        if begins:
            groups.append([])
        groups[-1].append(line)
    whole = len(groups) == 1
    return [_draft(piece, group, piece.text if whole else join_lines(line.text for line in group)) for group in groups]


def _begins(text: str, above: str, *, first: str) -> bool:
    if _ATT.match(text):
        return _BREAKS_BEFORE.search(above) is not None or (_ATT.match(first) is not None and text[0].isupper())
    if _NUMBER.match(text):
        return _NUMBER.match(first) is not None or above.endswith((":", "."))
    return _BULLET.match(text) is not None and not text.startswith(("o ", "– ", "— "))


def _is_next_att(piece: Piece, line: Line, group: Sequence[Line]) -> bool:
    """Tell whether a line is the next att-sats: the one above ends short of the margin, though the word would have fitted."""
    if not (_ATT.match(line.text) and _ATT.match(group[0].text)):
        return False
    right = max(other.box.x1 for other in piece.lines)
    return group[-1].box.x1 + line.words[0].box.width + _SPACE < right


def _draft(piece: Piece, lines: Sequence[Line], text: str) -> _Draft:
    stripped, marked = _without_mark(text.strip())
    return _Draft(lines=tuple((piece.block.page, line) for line in lines), text=stripped, marked=marked)


def _without_mark(text: str) -> tuple[str, str]:
    for name, pattern in (("bullet", _BULLET), ("number", _NUMBER)):
        match = pattern.match(text)
        if match is not None and len(text) > match.end():
            return text[match.end() :].strip(), name
    return text, "att" if _ATT.match(text) else ""


def _belongs(drafts: Sequence[_Draft], draft: _Draft) -> bool:
    """Tell whether a draft carries on the point before it: a page break inside a sentence, or a list under a point."""
    if not drafts:
        return False
    last = drafts[-1]
    if not draft.marked and draft.text[:1].islower() and not last.text.endswith((".", ":")):
        return True
    left, own = last.lines[0][1].box.x0, draft.lines[0][1].box.x0
    if not last.marked:
        return False
    if last.text.endswith(":") and own > left + 4:
        return True
    if not draft.marked:
        return own > left + 4 and not draft.text.endswith(":")
    return draft.marked == "bullet" and last.marked == "number" and own > left + 4


def _joined(first: _Draft, second: _Draft) -> _Draft:
    return _Draft(lines=first.lines + second.lines, text=join_two(first.text, second.text), marked=first.marked)


def _point(draft: _Draft, lead: str) -> Point:
    page = draft.lines[0][0]
    text = re.sub(r"\s*[,;]?\s+(?:samt|och)$|[,;]$", "", draft.text)
    return Point(text=text, lead=lead, page=page, box=union(line.box for number, line in draft.lines if number == page))
