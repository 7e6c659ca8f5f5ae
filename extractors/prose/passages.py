"""Running text cut into passages: sentences, and lines that state one thing (`Medfinansiering: 827 000 kronor`).

A passage knows its words, so that an amount in it can be shown on the page, the headings above it, and the name of the
thing that a list of statements is about: its title line (`SamCoach – Individinriktad insats`), which is a heading or a
short line right above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.figures.titles import is_general
from extractors.page.joining import join_two
from extractors.values.amounts import find_amounts
from schemas.packed import Packed
from schemas.page import Block, Line, Word
from schemas.record import Record

_ABBREVIATION = re.compile(
    r"(?:\b(?:ca|c:a|ev|inkl|exkl|t\.?ex|bl\.?a|dvs|d\.v\.s|m\.?m|o\.?s\.?v|s\.?k|f\.?n|resp|max|min|kl|nr|st|tel|dnr|jfr|prel|ack|föreg"
    r"|fg|kap|^antal\s[a-zåäö]+|t\.?o\.?m|fr\.?o\.?m|p\.?g\.?a|a|o|e|v|s|jan|feb|apr|aug|sept?|okt|nov|dec)|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[A-ZÅÄÖ0-9–•\"”])|\s*[•▪\uf0b7]\s*")
_LABEL = re.compile(r"^[A-ZÅÄÖ][\wåäöÅÄÖ./()\- ]{1,45}:(?:\s|$)")
_STATEMENT = re.compile(r"^(?:[+=\-–•|]\s)?[A-ZÅÄÖ][^;!?]{2,120}$")
_FIELD = re.compile(
    r"(?:verksamhetsägare|projektägare|insatsägare|huvudman|medpart(?:er)?|parter|samverkansparter|ansvarig|samverkansansvarig|målgrupp|syfte|mål|verksamhet|kort\sbeskrivning|beskrivning|könsfördelning"
    r"|ev\.?|eventuell\w*|kommentar\w*|uppföljning|mått|hur|strategiskt\sområde|fokusområden?|typ\sav\s\w+|status|datum|plats|ledning|styrgrupp"
    r"|projekttid|projektperiod|tidsperiod|period|deltagare|antal|kontakt|(?:förbundets\s)?(?:med)?finansiering|bevilja\w*|förbruka\w*|sökt|budget|kostnad)(?!\w)",
    re.IGNORECASE,
)
"""Names of fields in the fact lists of initiatives: no titles."""
_ASKED = re.compile(r"^antal\s.*\d$", re.IGNORECASE)
"""A field that asks how many, its colon a full stop or left out."""
_ASIDE = re.compile(r"\([^()]*(?:\)|$)")
_PARTIES = re.compile(
    r"(?:(?:och|samt|[,/&])?\s*(?:kommun\w*|region\w*|försäkringskassan|arbetsförmedlingen|landstinget|polisen)\b\)?\s*)+",
    re.IGNORECASE,
)
"""The second line of a title that names the parties: no title by itself."""
_BULLET = re.compile(r"^[•▪\uf0b7\-–*]\s")
_TITLE_MAX = 110
_TITLE_WORDS = 14
_DANGLING = re.compile(r"\b(?:under|av|på|till|med|i|och|samt|ca|cirka|för|om|från)$", re.IGNORECASE)
"""A line after which something must follow."""
_LINES_APART = 2.2
"""Heights of a line that the next line of a sentence may be below it."""
_NEAR = 6
"""How many blocks below a title its statements may stand."""
_LOWEST = 99
"""The level of a title that is no heading."""


_HELD = 512
"""Passages, and blocks, of a long document that are held unpacked."""


class _Line(Line):
    """A line that knows its page."""

    page: int


class _Flow(NamedTuple):
    """A block, with the lines of the blocks that carry it on over page breaks."""

    block: Block
    lines: list[_Line]


class Passage(Record):
    """A sentence, or a line that states one thing."""

    text: str
    """Words joined by spaces, hyphenation at line ends undone."""
    spans: tuple[tuple[int, int], ...]
    """Start and end in `text` of each word; ends and starts touch where a hyphen was undone."""
    words: tuple[Word, ...]
    """The words."""
    pages: tuple[int, ...]
    """The page of each word, from 1 (a sentence may run over a page break)."""
    statement: bool = False
    """True for a line `label: amount`."""
    title: str = ""
    """The title line that stands close above, as printed; empty without one."""
    title_at: int = -1
    """Which block that is."""
    headings: tuple[str, ...] = ()
    """Headings above it, innermost first."""
    paragraph: int = 0
    """Passages with the same number come from the same block."""
    in_table: bool = False
    """True for a line in a block that may be a table."""

    def words_of(self, start: int, end: int) -> tuple[int, tuple[Word, ...]]:
        """Return the words that share a character with text[start:end], and their page; of two pages the first."""
        inside = [index for index, (first, last) in enumerate(self.spans) if first < end and start < last]
        page = self.pages[inside[0]]
        return page, tuple(self.words[index] for index in inside if self.pages[index] == page)


def passages_of(blocks: Iterable[Block], *, skip: Callable[[int, Word], bool] | None = None) -> Sequence[Passage]:
    """Cut blocks into passages.

    Args:
        blocks: the blocks of a document in reading order, without furniture.
        skip: tells for a page and a word whether the word was read elsewhere (in a table).

    Returns:
        The passages in reading order; headings give none unless they state an amount.
    """
    return Packed(_passages(Packed(_flows(blocks, skip), held=_HELD)), held=_HELD)


def _passages(flows: Sequence[_Flow]) -> Iterator[Passage]:
    headings: list[tuple[int, str]] = []
    title, title_at, title_level = "", -_NEAR, 0
    for index, (block, lines) in enumerate(flows):
        if block.kind == "heading" and not any(_states(line.text) or _is_field(line.text) for line in lines):
            text = _joined(lines)[0]
            headings = [entry for entry in headings if entry[0] < block.level] + [(block.level, text)]
            if not (title and block.level > title_level and is_general(text)):
                title, title_level = text, block.level
            title_at = index
            continue
        lead = _title_lines(lines, flows[index + 1].lines[0].text if index + 1 < len(flows) else "")
        if lead:
            title, title_at, title_level = _joined(lines[_after_year(lines[:lead]) : lead])[0], index, _LOWEST
        near = title if index - title_at <= _NEAR else ""
        above = tuple(text for _, text in reversed(headings))
        for statement, run in _runs(lines[lead:], apart=block.kind == "table"):
            yield from _cut(run, block, statement=statement, title=near, title_at=title_at, headings=above, paragraph=index)


def _flows(blocks: Iterable[Block], skip: Callable[[int, Word], bool] | None) -> Iterator[_Flow]:
    """Drop furniture and words read elsewhere, and join blocks that a page break parts."""
    last: _Flow | None = None
    for block in blocks:
        kept = [[word for word in line.words if skip is None or not skip(block.page, word)] for line in block.lines]
        lines = [_Line(words=tuple(words), page=block.page) for words in kept if words]
        if not lines or block.kind in {"furniture", "contents"}:
            continue
        if last and last.block.kind in {"paragraph", "list_item"} and (block.continues or _goes_on(last, block)):
            last.lines.extend(lines)
            continue
        if last:
            yield last
        last = _Flow(block, lines)
    if last:
        yield last


def _goes_on(flow: _Flow, block: Block) -> bool:
    """Tell whether a block that a short line or a misread gap cut off goes on in the middle of a sentence."""
    last, first = flow.lines[-1], block.lines[0]
    near = 0 <= first.box.top - last.box.top < _LINES_APART * last.box.height and first.box.x0 < last.box.x1
    said = last.text.rstrip()
    whole = said.endswith((".", "!", "?", ":", ";")) or _states(said)
    goes_on = first.text[:1].islower() or _DANGLING.search(said) is not None
    return block.kind == "paragraph" and last.page == block.page and near and not whole and goes_on


def _states(text: str) -> bool:
    """Tell whether a line is a statement: a short label, and an amount of money or percent at its end."""
    if not _STATEMENT.match(text.strip()) or len(_sentences(text)) > 1:
        return False
    amounts = [found for found in find_amounts(text) if found.amount.unit in {"SEK", "percent"}]
    if len(amounts) != 1 or not amounts[0].start:
        return False
    rest = text[amounts[0].end :].strip()
    return not rest or rest.startswith("(") or _LABEL.match(text) is not None


def _is_field(text: str) -> bool:
    """Tell whether a line is a field of a fact list (`Huvudman: kommunen`), which some layouts print like a heading."""
    return _FIELD.match(text) is not None and (":" in text or _ASKED.search(text) is not None)


def _title_lines(lines: Sequence[Line], following: str) -> int:
    """Return how many lines at the top of a block are a title: the lines above its first field, or a lone short line."""
    first = next((index for index, line in enumerate(lines) if _LABEL.match(line.text) or _states(line.text)), len(lines))
    second = lines[1].text if len(lines) > 1 else following
    if first == 0 and _FIELD.match(second) and not _states(lines[0].text):
        first = 1  # `Fokus: Psykisk hälsa` above `Medfinansiering: ...`
    if first == 0 or not _is_title(lines[:first]):
        return 0
    return first


def _after_year(lines: Sequence[Line]) -> int:
    """Return where the last title begins when one that ends in a year (`Insatser 2026-2027`) stands above it."""
    return max((index + 1 for index, line in enumerate(lines[:-1]) if re.search(r"\b20\d\d$", line.text.strip())), default=0)


def _is_title(lines: Sequence[Line]) -> bool:
    text = _ASIDE.sub("", " ".join(line.text for line in lines)).strip()
    if len(text) > _TITLE_MAX or len(text.split()) > _TITLE_WORDS or text.endswith((".", ":", ",", ";", "?")):
        return False
    named = text[:1].isupper() and _PARTIES.fullmatch(text) is None
    return named and not _BULLET.match(text) and not _FIELD.match(text) and not find_amounts(text)


def _runs(lines: Sequence[_Line], *, apart: bool) -> list[tuple[bool, list[_Line]]]:
    """Cut the lines of a block into runs of prose and single statements, in order; all `apart` in what may be a table."""
    runs: list[tuple[bool, list[_Line]]] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
        statement = _states(line.text) and not following[:1].islower()
        if apart or statement or not runs or runs[-1][0] or _LABEL.match(line.text) or _BULLET.match(line.text):
            runs.append((statement, [line]))
        else:
            runs[-1][1].append(line)
    return runs


def _joined(lines: Sequence[_Line]) -> tuple[str, list[tuple[int, int]], list[Word], list[int]]:
    """Join lines to one text; return it with the span of each word, the words and their pages."""
    text = ""
    spans: list[tuple[int, int]] = []
    words: list[Word] = []
    pages: list[int] = []
    for line in lines:
        for position, word in enumerate(line.words):
            before = text
            text = join_two(text, word.text) if position == 0 else f"{text} {word.text}"
            if len(text) < len(before) + len(word.text) and spans:
                spans[-1] = (spans[-1][0], len(text) - len(word.text))
            spans.append((len(text) - len(word.text), len(text)))
            words.append(word)
            pages.append(line.page)
    return text, spans, words, pages


def _cut(run: Sequence[_Line], block: Block, *, statement: bool, **known: object) -> Iterable[Passage]:
    text, spans, words, pages = _joined(run)
    for start, end in [(0, len(text))] if statement else _sentences(text):
        inside = [index for index, (first, last) in enumerate(spans) if first < end and start < last]
        if inside:
            yield Passage.model_validate(
                {
                    **known,
                    "text": text[start:end],
                    "spans": tuple((max(0, spans[index][0] - start), min(end, spans[index][1]) - start) for index in inside),
                    "words": tuple(words[index] for index in inside),
                    "pages": tuple(pages[index] for index in inside),
                    "statement": statement,
                    "in_table": block.kind == "table",
                }
            )


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return start and end of each sentence."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].strip() not in {"•", "▪", "\uf0b7"} and _ABBREVIATION.search(text[: match.start()].rstrip('"”’)*')):
            continue
        found.append((start, match.start()))
        start = match.end()
    return [(first, last) for first, last in [*found, (start, len(text))] if text[first:last].strip()]
