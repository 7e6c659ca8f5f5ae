"""Which openers are the paragraphs of the meeting and which are its agenda: numbers count up, and the body has the text.

An agenda entry is followed by little text and its number comes again. A reference to another paragraph in a list of documents
breaks the sequence. The body is the chain of openers with most weight whose numbers count up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.minutes.agenda import agenda_pages, whole_entries
from extractors.minutes.labels import read_label
from extractors.minutes.openers import read_numbered, read_opener, take_reference
from extractors.minutes.parts import Opener, Paragraph, Piece
from extractors.page.lines import is_bold, size_of
from schemas.record import Record

_ENTRY_ONLY = 0.1
"""Weight of what may be an entry of an agenda, never a heading."""
_LITTLE = 220
"""Characters after an agenda entry, at most (its own heading included)."""
_LEADERS = re.compile(r"(?:[\s.…_]{3,}|\s)\d{1,3}$|[.…_\s]+$")
_END = re.compile(
    r"^(?:vid protokollet|rätt utdrag|rätt avskriv|utdragets? riktighet|underskrifter|justeras\b"
    r"|justeringspersoner?s? underskrift|protokollförare|bilaga\s?\d*\b.{0,40}$)",
    re.IGNORECASE,
)
_HEADING_LENGTH = 200
_GAP = 1.6
"""Font sizes between two lines of one heading."""


class Body(Record):
    """The paragraphs of the minutes."""

    agenda: tuple[Opener, ...] = ()
    """Entries of the agenda, in order."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Paragraphs, in order."""
    start: int = 0
    """Index of the first piece that belongs to the body."""


def body_of(pieces: Sequence[Piece]) -> Body:
    """Return agenda and paragraphs; empty where the document has no numbered paragraphs."""
    every = pieces
    openers = _openers(pieces)
    if not any(opener.weight > 0 for opener in openers):
        openers = _numbered(pieces)
    pieces = every[: _end_of(pieces, openers)]
    openers = [opener for opener in openers if opener.index < len(pieces)]
    agenda = [opener for place, opener in enumerate(openers) if _is_agenda(openers, place, pieces)]
    chain = _chain([opener for opener in openers if opener not in agenda and opener.weight != _ENTRY_ONLY])
    if not chain and len(agenda) == len(openers):
        chain, agenda = _chain(agenda), []
    first = chain[0].index if chain else len(every)
    entries = _chain([opener for opener in agenda if opener.index < first])
    ends = [*(opener.index for opener in chain[1:]), len(pieces)]
    paragraphs = tuple(_paragraph(opener, pieces[opener.index : end]) for opener, end in zip(chain, ends, strict=False))
    return Body(agenda=whole_entries(entries, every), paragraphs=paragraphs, start=first)


def _end_of(pieces: Sequence[Piece], openers: Sequence[Opener]) -> int:
    """Return the index of the piece at which the minutes end: signatures or an annex after the last number."""
    for index in range(len(pieces)):
        if not _is_end(pieces, index):
            continue
        before = [opener.number for opener in openers if opener.index < index and opener.weight > _ENTRY_ONLY]
        if not before or not any(read_label(earlier.text) for earlier in pieces[openers[0].index : index]):
            continue
        goes_on = any(opener.index > index and 0 < opener.number - max(before) <= 2 for opener in openers)  # noqa: PLR2004  # one § may be lost to the reading
        if not goes_on:
            return index
    return len(pieces)


def _is_end(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a piece reads like the beginning of the signatures, or of an annex at the top of a page."""
    piece = pieces[index]
    if not _END.match(piece.text) or (piece.block.kind != "heading" and len(piece.text) >= 60):  # noqa: PLR2004  # characters; longer ones are sentences
        return False
    return not piece.text.lower().startswith("bilaga") or _heads_a_page(pieces, index)


def _openers(pieces: Sequence[Piece]) -> list[Opener]:
    found: list[Opener] = []
    listed_on = agenda_pages(pieces)
    section = None
    for index, piece in enumerate(pieces):
        label = read_label(piece.text)
        if label is not None:
            section = label
        opener = read_opener(_entry(piece), loose=piece.block.kind in {"heading", "contents"} or piece.block.page in listed_on)
        if opener is None:
            continue
        weight = _weight(opener, piece, listed=section in {"documents", "annexes", "sent"})
        found.append(opener.model_copy(update={"index": index, "weight": weight}))
        if weight > 1:
            section = None
    return found


def _entry(piece: Piece) -> str:
    return _LEADERS.sub("", piece.text) if piece.block.kind == "contents" else piece.text


def _weight(opener: Opener, piece: Piece, *, listed: bool) -> float:
    """Say how much speaks for the heading of a paragraph; below 0 it is rather a reference."""
    if not opener.rest:
        return 2.5
    if opener.rest[0].islower():
        return _ENTRY_ONLY
    bold = is_bold(piece.lines[0])
    if len(opener.rest) > _HEADING_LENGTH:
        return -1.0
    return 1.0 + (0.5 if opener.reference else 0) + (0.5 if bold else 0) - (2.0 if listed and not bold else 0)


def _numbered(pieces: Sequence[Piece]) -> list[Opener]:
    """Openers without a paragraph sign: numbered headings."""
    found = [
        opener.model_copy(update={"index": index})
        for index, piece in enumerate(pieces)
        if piece.block.kind in {"heading", "contents"} or is_bold(piece.lines[0])
        if (opener := read_numbered(_entry(piece))) is not None
    ]
    return found if len(found) > 2 else []  # noqa: PLR2004 -- fewer are no sequence


def _is_agenda(openers: Sequence[Opener], place: int, pieces: Sequence[Piece]) -> bool:
    """Tell whether an opener is an entry of the agenda: contents, or little text after it and its number comes again."""
    opener = openers[place]
    if pieces[opener.index].block.kind == "contents":
        return True
    end = next((later.index for later in openers[place + 1 :] if later.label != opener.label), len(pieces))
    after = pieces[opener.index + 1 : min(end, opener.index + 12)]
    if any(read_label(piece.text) for piece in after if piece.block.page == pieces[opener.index].block.page):
        return False
    same_page = [piece for piece in after if piece.block.page == pieces[opener.index].block.page]
    again = any(later.label == opener.label and later.weight > 0 for later in openers[place + 1 :])
    return again and len(opener.rest) + sum(len(piece.text) for piece in same_page) <= _LITTLE


def _chain(openers: Sequence[Opener]) -> list[Opener]:
    """Return the openers whose numbers count up and whose weights add to most; steps other than 1 cost a little."""
    best: list[tuple[float, int]] = []
    for place, opener in enumerate(openers):
        before = [(best[earlier][0] + _step(openers[earlier], opener), earlier) for earlier in range(place)]
        value, earlier = max((item for item in before if item[0] > 0), default=(0.0, -1), key=lambda item: (item[0], -item[1]))
        best.append((value + opener.weight, earlier))
    last = max(range(len(best)), key=lambda place: (best[place][0], -place), default=-1)
    chain: list[Opener] = []
    while last >= 0:
        chain.append(openers[last])
        last = best[last][1]
    return [opener for opener in reversed(chain) if opener.weight > 0]


def _step(before: Opener, after: Opener) -> float:
    key, next_key = (before.number, before.letter), (after.number, after.letter)
    if next_key <= key:
        return -1e6
    gap = after.number - before.number
    return 0.5 if gap <= 1 else -0.4 * min(gap, 8)


def _paragraph(opener: Opener, pieces: Sequence[Piece]) -> Paragraph:
    """Return a paragraph; `pieces` begin with its opener. The same number printed again on a later page is left out."""
    own = [piece for index, piece in enumerate(pieces) if index == 0 or not _repeats(piece, opener)]
    heading, reference, rest = _heading(opener, own)
    return Paragraph(
        number=opener.number,
        label=opener.label,
        heading=heading,
        reference=reference,
        opening=own[0],
        pieces=tuple(_until_end(rest)),
    )


def _repeats(piece: Piece, opener: Opener) -> bool:
    again = read_opener(piece.text)
    return again is not None and again.label == opener.label and not again.rest


def _heading(opener: Opener, pieces: Sequence[Piece]) -> tuple[str, str | None, Sequence[Piece]]:
    heading, reference = opener.rest, opener.reference
    rest, last = list(pieces[1:]), pieces[0]
    while rest and rest[0].block.page == last.block.page:
        found, remaining = take_reference(rest[0].text)
        if found is not None and not remaining and reference is None:
            reference = found
        elif (read_label(rest[0].text) is None or (not heading and _may_be_matter(rest))) and (
            _first_heading(heading, rest[0]) or _goes_on(heading, last, rest[0])
        ):
            heading = f"{heading} {rest[0].text}".strip()
        else:
            break
        last = rest.pop(0)
    found, remaining = take_reference(heading)
    return (remaining, found, rest) if reference is None and found and remaining else (heading, reference, rest)


def _may_be_matter(pieces: Sequence[Piece]) -> bool:
    """Tell whether a label right after a bare number is the heading of the matter: `Anmälda beslut`, then a label of its own."""
    return read_label(pieces[0].text) == "documents" and (len(pieces) == 1 or is_bold(pieces[0].lines[0]))


def _first_heading(heading: str, piece: Piece) -> bool:
    return (
        not heading
        and len(piece.text) <= _HEADING_LENGTH
        and piece.block.kind != "list_item"
        and not piece.text.endswith((".", ":"))
    )


def _goes_on(heading: str, last: Piece, piece: Piece) -> bool:
    """Tell whether a piece is the next line of a heading that wraps: same look, close below."""
    above, below = last.lines[-1], piece.lines[0]
    if not heading or piece.text[0].isdigit() or piece.block.kind == "list_item" or abs(size_of(above) - size_of(below)) > 0.5:  # noqa: PLR2004  # points: the same size of letters
        return False
    close = 0 <= below.box.top - above.box.top <= _GAP * size_of(above)
    same = (heading.isupper() and piece.text.isupper()) or (is_bold(above) and is_bold(below) and not piece.text.endswith("."))
    return close and same and len(heading) + len(piece.text) <= _HEADING_LENGTH


def _until_end(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Cut the signatures and annexes that follow a last paragraph without labels."""
    return pieces[: next((index for index in range(len(pieces)) if _is_end(pieces, index)), len(pieces))]


def _heads_a_page(pieces: Sequence[Piece], index: int) -> bool:
    return index == 0 or pieces[index - 1].block.page < pieces[index].block.page
