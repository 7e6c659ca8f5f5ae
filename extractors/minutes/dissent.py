"""What members had put on record of their own: reservations, notes, special opinions, disqualification, no part in a decision.

Under a label (`Reservation`) the persons named are those of the sentences below it; elsewhere a sentence must say so itself. What
the background tells of earlier meetings is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.minutes.mentions import mentions_in
from extractors.minutes.parts import Piece, Section, SectionKind
from extractors.minutes.people import NAME_BEFORE_PARTY
from schemas.page import Line
from schemas.paragraph import Reservation, ReservationKind
from schemas.place import union
from schemas.record import Record

_SAYS: tuple[tuple[ReservationKind, re.Pattern[str]], ...] = (
    ("disqualification", re.compile(r"\bjäv\b|\bjävig\w*", re.IGNORECASE)),
    (
        "abstention",
        re.compile(
            r"\b(?:deltar|deltog|medverka\w+)\s(?:ej|inte)\si\s|\b(?:ej|inte)\sdelta(?:r|git)?\si\sbeslut"
            r"|\b(?:avstår|avstod)\sfrån\satt\s(?:delta|rösta)|\blägger\sned\s\w*\s?röst",
            re.IGNORECASE,
        ),
    ),
    (
        "reservation",
        re.compile(r"\breserve?ra[dr]\w*\ssig\b|\breserve?rar\s(?:.{3,80}\s)?sig\b|\breservation(?:er)?\b", re.IGNORECASE),
    ),
    ("special_opinion", re.compile(r"\bsärskil[td]a?\syttranden?\b", re.IGNORECASE)),
    ("note", re.compile(r"\b(?:protokolls)?anteckning(?:ar|en)?\b|\btill\sprotokollet\b|\bröstförklaring\b", re.IGNORECASE)),
)
_UNDER: dict[SectionKind, ReservationKind] = {
    "reservation": "reservation",
    "note": "note",
    "disqualification": "disqualification",
}
_LABELLED = frozenset({"decision", "propose", "proposal", "course"})
"""Sections that show that the paragraph has labels, so that its background tells of others."""
_UNLABELLED_KINDS = frozenset({"reservation", "disqualification", "abstention", "special_opinion"})
_SENTENCES = re.compile(r"(?<=[a-zåäö)\d][.!?:])\s+(?=[A-ZÅÄÖ])")
_GROUP = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\wåäö-]*(?:partiet|demokraterna|gruppen|moderaterna|liberalerna|koalitionen)|[A-ZÅÄÖ]{1,3}-gruppen)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(rf"{NAME_BEFORE_PARTY}s\s\([^)]{{1,5}}\)\s(?:\w+\s)?(?:yrkande|förslag|motion|reservation)\w*")
"""Somebody else's motion: `Bo Alms (M) yrkande`."""
_NO_ONE = re.compile(
    r"\b(?:ingen|inga)\b.{0,30}\bjäv|\bjäv\w*\b.{0,40}\b(?:ingen|inga)\b|\binte\s(?:\w+\s)?jävi|\bjävsregl", re.IGNORECASE
)
"""Where it is said that nobody is disqualified."""


class _Sentence(Record):
    """A sentence with its piece."""

    text: str
    piece: Piece


def reservations_of(sections: Sequence[Section]) -> tuple[Reservation, ...]:
    """Return the persons who had something put on record in a paragraph, in order, one record for each and kind."""
    found: list[Reservation] = []
    seen: set[tuple[str, str]] = set()
    labelled = any(section.kind in _LABELLED for section in sections)
    for section in sections:
        for kind, sentence in _statements(section, labelled=labelled):
            for name, party in _who(sentence.text):
                if (kind, name) in seen:
                    continue
                seen.add((kind, name))
                found.append(_record(len(found), kind, (name, party), sentence))
    return tuple(found)


def _statements(section: Section, *, labelled: bool) -> Iterator[tuple[ReservationKind, _Sentence]]:
    """Yield the sentences that put something on record, with their kind."""
    own = _own_kind(section)
    for piece in _whole(section.pieces):
        for index, text in enumerate(_SENTENCES.split(piece.text)):
            kind = _kind(text)
            if section.kind == "background" and labelled and kind != "disqualification":
                continue
            if section.kind in {"proposal", "documents", "annexes", "sent"} or (
                kind == "disqualification" and _NO_ONE.search(text)
            ):
                continue
            sentence = _Sentence(text=text, piece=piece)
            if kind in _UNLABELLED_KINDS or (kind == "note" and own == "note" and index == 0):
                yield kind, sentence
            elif own is not None and index == 0 and _only_names(text):
                yield own, sentence


def _whole(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces; one that a line break left in the middle of a sentence comes with what follows it."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif re.search(r"\b[a-zåäö]+$", held.text) and held.block.kind != "heading":
            held = held.model_copy(update={"text": f"{held.text} {piece.text}"})
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _own_kind(section: Section) -> ReservationKind | None:
    if section.kind == "note" and "yttrande" in section.title.lower():
        return "special_opinion"
    if section.kind == "reservation" and "delta" in section.title.lower():
        return "abstention"
    return _UNDER.get(section.kind)


def _kind(text: str) -> ReservationKind | None:
    return next((kind for kind, pattern in _SAYS if pattern.search(text)), None)


def _only_names(text: str) -> bool:
    """Tell whether a text is a list of persons, or a person with what follows after a colon."""
    mentioned = mentions_in(text)
    length = sum(len(mention.name) + len(mention.party or "") + 5 for mention in mentioned)
    return bool(mentioned) and len(text.split(":", maxsplit=1)[0]) <= length + 40


def _who(text: str) -> list[tuple[str, str | None]]:
    mentioned = mentions_in(_OF_OTHERS.sub("", _before_motive(text)))
    if mentioned:
        return [(mention.name, mention.party) for mention in mentioned]
    group = _GROUP.search(text)
    return [(group["who"], None)] if group else []


def _before_motive(text: str) -> str:
    """Return a sentence without whose proposal it was in favour of (`till förmån för Bo Alms (M) förslag`)."""
    return re.split(r"\s(?:till\sförmån\sför|för\segna?|mot\sbifall|enligt|med\shänvisning|i\sförmån|i\shandläggning)\b", text)[0]


def _record(position: int, kind: ReservationKind, who: tuple[str, str | None], sentence: _Sentence) -> Reservation:
    lines: Sequence[Line] = sentence.piece.lines
    return Reservation(
        position=position,
        kind=kind,
        name=who[0],
        party=who[1],
        text=sentence.text,
        page=sentence.piece.block.page,
        box=union(line.box for line in lines),
    )
