"""Votes that were counted: the result as a sentence (`29 ja-röster mot 18 nej-röster`), what yes and no stood for, who voted how.

The persons stand in sentences (`Följande röstar ja: ...`) or in a list with a column for each answer (`voting_list`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.minutes.mentions import mentions_in
from extractors.minutes.parts import Paragraph, Piece, Section
from extractors.minutes.voting_list import VotingList, voting_lists
from extractors.page.joining import join_lines
from schemas.page import Page
from schemas.paragraph import Ballot, BallotValue, Vote
from schemas.place import Box, union
from schemas.record import Record, stable_id

_WORDS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton")
_ONE = {
    "ett": 1,
    "ingen": 0,
    "inga": 0,
    "inget": 0,
    "femton": 15,
    "sexton": 16,
    "sjutton": 17,
    "arton": 18,
    "nitton": 19,
    "tjugo": 20,
}
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | _ONE
_N = r"\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_CAST = r"(?:st(?:ycken)?\.?\s|ledam[oö]t(?:er)?\s|röst(?:er)?\s)?"
_TALLY: tuple[tuple[BallotValue, re.Pattern[str]], ...] = (
    (
        "yes",
        re.compile(
            rf"\b(?P<a>{_N})\s{_CAST}(?:ja\b(?:[\s-]?röst\w*)?|(?:röst\w*\s)?(?:för|på)\s?(?=\w+\s(?:förslag|bifall)))"
            rf"|\bja(?:[\s-]?röst\w*)?\s?[:=–-]?\s?(?P<b>\d{{1,3}})(?!\d|\s?[-–]\s?röst|\snej)",
            re.IGNORECASE,
        ),
    ),
    (
        "no",
        re.compile(
            rf"\b(?P<a>{_N})\s{_CAST}nej\b(?:[\s-]?röst\w*)?|\bnej(?:[\s-]?röst\w*)?\s?[:=–-]?\s?(?P<b>\d{{1,3}})(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "abstain",
        re.compile(
            rf"\b(?P<a>{_N})\s{_CAST}(?:som\s)?(?:avst[åo]\w*|nedlagda?(?:\sröst\w*)?|lade\sned)"
            rf"|\b(?:avst[åo]\w*|nedlagda?(?:\sröst\w*)?)(?:\sfrån\satt\srösta)?\s?[:=–-]?\s?(?P<b>\d{{1,3}})(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "absent",
        re.compile(
            rf"\b(?P<a>{_N})\s{_CAST}(?:var\s|är\s)?frånvarande|\bfrånvarande\s?[:=–-]?\s?(?P<b>\d{{1,3}})(?!\d)", re.IGNORECASE
        ),
    ),
)
_MEANS = re.compile(
    r"(?:\b(?P<yes>ja)|\b(?P<no>nej))(?:[\s-]?röst)?\s?(?::|=|innebär|betyder|är|för|till)\s?(?:bifall\still\s|att\s)?(?P<what>(?:(?!\bnej\b)[^.;\n]){3,200})"
    r"|(?:den|de)\s(?:som\s)?(?:vill\s|bifaller\s|stödjer\s|godkänner\s)?(?:bifalla\s|stödja\s|godkänna\s|att\s)?(?P<what2>[^.;\n]{3,160}?),?\s"
    r"rösta[r]?\s(?:(?P<yes2>ja)|(?P<no2>nej))\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:(?:följande\s(?:ledamöter\s)?)?rösta[rd]?e?\s|^|(?<=[.:)]\s))(?P<what>ja|nej|avst[åo]\w*)(?:[\s-]?röst(?:er)?)?(?:\savge[rs]\sav|\savlägges\sav|\savgavs\sav)?"
    r"(?:\sröstar)?(?:\sfrån\satt\srösta)?\s?:\s?(?:\d{1,3}(?:\sröst\w*)?\s?[:(]\s?)?(?P<names>[A-ZÅÄÖ][^:]{4,1500}?\([A-ZÅÄÖ]{1,3}\)(?=\)?\s*(?:\.|$|och\s(?:nej|avst)|[A-ZÅÄÖ][a-zåäö-]+\s(?:röst|avst)|Nej|NEJ|Avst|Följande)))",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[a-zåäö\d)][.!?])\s+(?=[A-ZÅÄÖ])|\n")
_HELD = frozenset({"vote", "course", "decision", "propose", "background", "end"})


class _Tally(Record):
    """A stated result."""

    text: str
    counts: dict[str, int]
    page: int
    box: Box


def votes_of(
    paragraph: Paragraph, sections: Sequence[Section], pages: Sequence[Page], meeting_id: str, document_id: str
) -> tuple[Vote, ...]:
    """Return the votes that were counted in a paragraph.

    Args:
        paragraph: the paragraph.
        sections: its sections.
        pages: the pages of the document, for voting lists with columns.
        meeting_id: the meeting, for ids.
        document_id: the document, for ids.
    """
    pieces = [piece for section in sections if section.kind in _HELD for piece in section.pieces]
    stated = _tallies(sections)
    lists = [*voting_lists(paragraph, pages)]
    text = join_lines(piece.text for piece in pieces)
    spoken = _spoken(text)
    votes: list[Vote] = []
    for index in range(max(len(stated), len(lists), 1 if spoken else 0)):
        tally = stated[index] if index < len(stated) else None
        listed = lists[index] if index < len(lists) else None
        ballots = listed.ballots if listed else (spoken if index == 0 else ())
        place = _place(tally, listed, pieces)
        counts = _counts(tally, listed, ballots)
        votes.append(
            Vote(
                vote_id=stable_id("vote", document_id, meeting_id, paragraph.label, index),
                position=index,
                text=tally.text if tally else (listed.title if listed else ""),
                **_meanings(text, index),
                **counts,
                ballots=ballots,
                page=place[0],
                box=place[1],
            )
        )
    return tuple(votes)


def _tallies(sections: Sequence[Section]) -> list[_Tally]:
    """Return stated results, each once; a result printed over several short lines (`Ja: 29`, `Nej: 18`) is one."""
    found: list[_Tally] = []
    for section in sections:
        if section.kind not in _HELD:
            continue
        for piece in section.pieces:
            for sentence in _SENTENCES.split("\n".join(line.text for line in piece.lines) if _is_column(piece) else piece.text):
                counts = _count(sentence)
                if not counts or (section.kind == "background" and not {"yes", "no"} <= counts.keys()):
                    continue
                found = _added(
                    found,
                    _Tally(text=sentence, counts=counts, page=piece.block.page, box=union(line.box for line in piece.lines)),
                )
    return [tally for tally in found if {"yes", "no"} <= tally.counts.keys()]


def _is_column(piece: Piece) -> bool:
    return sum(len(line.words) <= 4 for line in piece.lines) > len(piece.lines) / 2  # noqa: PLR2004  # words of `Ja: 29`


def _count(sentence: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key, pattern in _TALLY:
        match = pattern.search(sentence)
        if match is not None:
            printed = (match["a"] or match["b"]).lower()
            counts[key] = _NUMBERS[printed] if printed in _NUMBERS else int(printed)
    return counts


def _added(found: list[_Tally], new: _Tally) -> list[_Tally]:
    """Join a partial result to the one before it; leave out one that says the same again."""
    if found:
        last = found[-1]
        if not last.counts.keys() & new.counts.keys() and (
            {"yes", "no"} - last.counts.keys() or not {"yes", "no"} & new.counts.keys()
        ):
            joined = last.model_copy(update={"text": f"{last.text} {new.text}", "counts": {**last.counts, **new.counts}})
            return [*found[:-1], joined]
        if all(last.counts.get(key, value) == value for key, value in new.counts.items()):
            return [*found[:-1], last.model_copy(update={"counts": {**new.counts, **last.counts}})]
    return [*found, new]


def _meanings(text: str, index: int) -> dict[str, str | None]:
    """Return what yes and no stood for in the vote of that order."""
    yes: list[str] = []
    no: list[str] = []
    for match in _MEANS.finditer(text):
        what = (match["what"] or match["what2"]).strip(" ,:")
        if re.match(r"\d", what) or mentions_in(what.split(" ")[0]):
            continue
        (yes if match["yes"] or match["yes2"] else no).append(re.split(r"\s(?=nej\b)|\soch\snej", what, flags=re.IGNORECASE)[0])
    return {"yes_means": yes[index] if index < len(yes) else None, "no_means": no[index] if index < len(no) else None}


def _spoken(text: str) -> tuple[Ballot, ...]:
    """Return who voted how by lists of names in running text."""
    found: list[tuple[str, str | None, BallotValue]] = []
    for match in _LISTED.finditer(text):
        said = match["what"].lower()
        ballot: BallotValue = "yes" if said == "ja" else "no" if said == "nej" else "abstain"
        found += [(person.name, person.party, ballot) for person in mentions_in(match["names"])]
    unique = {name: (name, party, ballot) for name, party, ballot in reversed(found)}
    return tuple(
        Ballot(position=index, name=name, party=party, ballot=ballot)
        for index, (name, party, ballot) in enumerate(reversed(unique.values()))
    )


def _counts(tally: _Tally | None, listed: VotingList | None, ballots: Sequence[Ballot]) -> dict[str, int | None]:
    stated = dict(tally.counts) if tally else {}
    for key, value in (listed.totals if listed else {}).items():
        stated.setdefault(key, value)
    if ballots:
        for key in ("yes", "no", "abstain"):
            stated.setdefault(key, sum(ballot.ballot == key for ballot in ballots))
    return {key: stated.get(key) for key in ("yes", "no", "abstain", "absent")}


def _place(tally: _Tally | None, listed: VotingList | None, pieces: Sequence[Piece]) -> tuple[int, Box]:
    if tally is not None:
        return tally.page, tally.box
    if listed is not None:
        return listed.page, listed.box
    return pieces[0].block.page, pieces[0].block.box
