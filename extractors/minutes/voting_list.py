"""Voting lists with columns: names at the left, `Ja`, `Nej`, `Avstår` above the marks, a total at the bottom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pydantic import Field

from extractors.folding import fold
from extractors.minutes.parts import Paragraph
from extractors.page.lines import lines_of, segments
from schemas.page import Line, Page, Word
from schemas.paragraph import Ballot, BallotValue
from schemas.place import Box
from schemas.record import Record

_HEADERS: tuple[tuple[BallotValue, re.Pattern[str]], ...] = (
    ("yes", re.compile(r"ja(?:-?rost(?:er)?)?")),
    ("no", re.compile(r"nej(?:-?rost(?:er)?)?")),
    ("abstain", re.compile(r"avst(?:ar|od|\.)?|avstar|nedlagd")),
    ("absent", re.compile(r"fran(?:v(?:arande|\.)?)?")),
)
_MARK = re.compile(r"[xX×✓✔☒☑√⊠1]|\uf0fc|\uf0fe|JA|NEJ|Ja|Nej")
_TOTAL = re.compile(r"^(?:summa|totalt?|antal|resultat|s:a)\b", re.IGNORECASE)
_PARTY = re.compile(r"\(?(?P<party>[A-ZÅÄÖ][A-Za-zåäö]{0,2}|-)\)?$")
_BARE_PARTY = re.compile(r"\(?(?:S|M|C|L|V|KD|MP|SD|FP|Fi|FI)\)?")
_NEAR = 30.0
"""Points by which a mark may stand beside the middle of its header."""
_FAR = 45.0
"""Points below the last row after which the list has ended."""


class VotingList(Record):
    """A list of who voted how."""

    title: str = ""
    """The line above the header."""
    ballots: tuple[Ballot, ...] = ()
    """Who voted how."""
    totals: Mapping[str, int] = Field(default_factory=dict)
    """The printed totals."""
    page: int
    """Page that it begins on."""
    box: Box
    """Box of its header."""


class _Head(Record):
    """The header of a list: the x of each column."""

    line: Line
    columns: dict[str, float]
    left: float


def voting_lists(paragraph: Paragraph, pages: Sequence[Page]) -> tuple[VotingList, ...]:
    """Return the voting lists on the pages of a paragraph, from its heading to its last line."""
    first = paragraph.opening
    last = paragraph.pieces[-1] if paragraph.pieces else first
    start = (first.block.page, first.lines[0].box.top)
    end = (last.block.page, last.lines[-1].box.bottom)
    spanned = [page for page in pages if start[0] <= page.number <= end[0]]
    if not {"yes", "no"} <= {_header(word.text) for page in spanned for word in page.words}:
        return ()
    lines = [
        (page.number, line)
        for page in spanned
        for line in lines_of(word for word in page.words if word.upright)
        if start <= (page.number, line.box.top) and (page.number, line.box.top) <= end
    ]
    return lists_in(lines)


def lists_in(lines: Sequence[tuple[int, Line]]) -> tuple[VotingList, ...]:
    """Return the voting lists of lines in order; a header repeated on the next page carries the list on.

    Args:
        lines: (page, line), whole lines from margin to margin.
    """
    found: list[VotingList] = []
    head: _Head | None = None
    ended = True
    for index, (page, line) in enumerate(lines):
        new = _head(line)
        if new is not None:
            title = lines[index - 1][1].text if index and lines[index - 1][0] == page else ""
            if ended or head is None:
                found.append(VotingList(title=title, page=page, box=line.box))
            head, ended, bottom = new, False, (page, line.box.bottom)
            continue
        if head is None or ended:
            continue
        if page == bottom[0] and line.box.top - bottom[1] > _FAR:
            ended = True
            continue
        totals = _totals(line, head)
        if totals:
            found[-1], ended = found[-1].model_copy(update={"totals": totals}), True
            continue
        ballot = _ballot(line, head, len(found[-1].ballots))
        if ballot is not None:
            found[-1] = found[-1].model_copy(update={"ballots": (*found[-1].ballots, ballot)})
            bottom = (page, line.box.bottom)
    return tuple(one for one in found if len(one.ballots) > 1)


@lru_cache(maxsize=20_000)
def _header(text: str) -> BallotValue | None:
    """Return what a word stands over as a header of a voting list."""
    folded = fold(text).strip(":")
    return next((name for name, pattern in _HEADERS if pattern.fullmatch(folded)), None)


def _head(line: Line) -> _Head | None:
    columns: dict[str, float] = {}
    for word in line.words:
        key = _header(word.text)
        if key is not None:
            columns.setdefault(key, word.box.middle[0])
    if not {"yes", "no"} <= columns.keys() or len(line.words) > 9:  # noqa: PLR2004  # words of a header
        return None
    return _Head(line=line, columns=columns, left=min(columns.values()) - _NEAR)


def _ballot(line: Line, head: _Head, position: int) -> Ballot | None:
    marks = [word for word in line.words if _MARK.fullmatch(word.text) and _column(word, head) is not None]
    names = [word for word in line.words if word.box.x1 < min(mark.box.x0 for mark in marks)] if marks else []
    if len(marks) != 1 or not names:
        return None
    name, party = _person(names)
    key = _column(marks[0], head)
    return Ballot(position=position, name=name, party=party, ballot=key) if name and key else None


def _column(word: Word, head: _Head) -> BallotValue | None:
    key = min(head.columns, key=lambda name: abs(head.columns[name] - word.box.middle[0]))
    near = abs(head.columns[key] - word.box.middle[0]) < _NEAR
    return next((name for name, _ in _HEADERS if name == key), None) if near else None


def _person(words: Sequence[Word]) -> tuple[str, str | None]:
    """Return (name, party) of the words left of the mark: a number before the name and a role after it are left out."""
    cells = [" ".join(word.text for word in cell) for cell in segments(Line(words=tuple(words)), gap=1.2)]
    cells = [re.sub(r"^\d{1,3}[.)]?\s*", "", cell).strip(" ,") for cell in cells]
    cells = [cell for cell in cells if cell]
    if not cells:
        return "", None
    name, party = cells[0], None
    inline = _PARTY.search(name) if "(" in name or _BARE_PARTY.fullmatch(name.split()[-1]) else None
    if inline is not None and inline.start() > 0:
        name, party = name[: inline.start()].strip(" ,"), inline["party"]
    for cell in cells[1:]:
        if party is None and _BARE_PARTY.fullmatch(cell):
            party = cell.strip("()")
    return name.split(",")[0].strip(), party


def _totals(line: Line, head: _Head) -> dict[str, int]:
    """Return the printed totals of a line such as `Summa 29 18 2`."""
    if not _TOTAL.match(line.text):
        return {}
    numbers = [word for word in line.words if re.fullmatch(r"\d{1,3}", word.text)]
    found: dict[str, int] = {key: int(word.text) for word in numbers if (key := _column(word, head)) is not None}
    return found if {"yes", "no"} <= found.keys() else {}
