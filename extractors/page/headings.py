"""Headings: which lines are headings, and at which level; and which lines are a table of contents.

A heading differs from the body text by size, weight, capitals or numbering, is short and is no sentence. Its level is the rank of
its look (size, then weight) among all headings of the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.page.lines import is_bold, segments, size_of
from schemas.page import Line
from schemas.record import Record

_PARAGRAPH = re.compile(
    r"^§+\s?\d+(?!\d)(?:\s?[a-z](?![a-zåäö]))?(?=\s*(?:$|[^a-zåäö\s]))|^\d{1,3}\s?§(?=\s+[A-ZÅÄÖ\d]|\s*$)|^[Pp]aragraf\s\d+(?!\d)(?=\s*(?:$|[^a-zåäö\s]))"
)
"""The number of a paragraph of minutes; `25 § lagen om ...` speaks of a law."""
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[A-ZÅÄÖ]")
_NUMBERING = re.compile(
    r"^(?:§+\s?\d+(?:\s?[a-z])?|\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.?|(?:bilaga|kapitel|not)\s\d+[.:]?)$", re.IGNORECASE
)
_CELL_GAP = 1.6
"""Font sizes of white space between two cells."""
_SENTENCE_END = re.compile(r"[.;,]$")
_FULL_STOP = re.compile(r"[a-zåäö%\d]{2}\.(?:$|\s[A-ZÅÄÖ])")
_LABEL_AND_VALUE = re.compile(r"^[^:]{2,50}:\s+\S")
"""`Medfinansiering 2026: 100 000 kronor`, in bold or not, is no heading."""
_NUMBER = re.compile(r"\d")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*\d+\s*$|…{2,}\s*\d+\s*$|_{4,}\s*\d+\s*$")
_PAGE_AT_END = re.compile(r"^(?P<label>.*[^\W\d_].*?)[\s.…]+(?P<page>\d{1,3})$")
_CONTENTS_TITLE = re.compile(
    r"^(?:innehåll(?:sförteckning|et)?|inneh[aå]llsf[oö]rteckning|contents|table of contents)\s*:?$", re.IGNORECASE
)
_RUNNING = 45
"""Characters of a line of running text, at least."""
_ENOUGH = 300
"""Characters of running text that tell what the body looks like."""
_LONGEST = 110
"""Characters of the longest heading."""
_LARGER = 1.1
"""How much larger than the body a heading's font is (times)."""
_LARGER_OCR = 1.3
"""The same where sizes are the heights of boxes."""
_STEPS = (1.0, 1.3, 1.6, 2.1)
"""Sizes that are told apart on scans, in sizes of the body."""
_NO_DEPTH = 9
"""Depth of a heading without a number."""


class Style(Record):
    """What the body text of a document looks like."""

    size: float
    """Font size of most letters, in points."""
    bold: bool = False
    """Whether most letters are bold."""
    measured: bool = True
    """False where sizes are only heights of boxes (OCR)."""


class Look(Record):
    """What a heading looks like; looks rank by size, then weight, then capitals."""

    size: float
    """Font size in half points (whole points for OCR)."""
    bold: bool
    """Bold."""
    capitals: bool
    """All letters are capitals."""
    depth: int = 0
    """On scans, how deep its numbering goes (`1.2` is 2); high without a number; 0 where sizes are known."""


def style_of(lines: Iterable[Line], *, measured: bool = True) -> Style:
    """Return the look of the body text: the size and weight of most letters of running text, else of all letters.

    Tables are often set smaller than the text and have more letters in all; then they must not make headings of the text.
    """
    given = list(lines)
    running = [line for line in given if len(line.text) >= _RUNNING and len(segments(line, gap=_CELL_GAP)) == 1]
    told = running if sum(len(line.text) for line in running) >= _ENOUGH else given
    words = [word for line in told for word in line.words]
    letters, bold = sum(len(word.text) for word in words), sum(len(word.text) for word in words if word.bold)
    sizes: Counter[float] = Counter()
    for line in running if told is running else [line for line in running if _is_sentence(line.text)] or given:
        for word in line.words:
            sizes[_rounded(word.size or word.box.height, measured=measured)] += len(word.text)
    size = max(sorted(sizes), key=lambda size: sizes[size]) if sizes else 10.0
    return Style(size=size, bold=2 * bold > letters, measured=measured)


def _is_sentence(text: str) -> bool:
    """Tell whether a line is surely running text: it ends or begins a sentence, and has more words than numbers."""
    words = text.split()
    spoken = sum(word[:1].islower() for word in words)
    return _FULL_STOP.search(text) is not None and 2 * spoken > len(words)


def look_of(line: Line, style: Style) -> Look | None:
    """Return the look of a line that is a heading by its own form, or None.

    Args:
        line: a line of text, no furniture.
        style: the body text of the document.
    """
    text = line.text.strip()
    if not _may_be_heading(text) or _is_parted(line):
        return None
    look = form_of(line, style)
    larger = look.size >= style.size * (_LARGER if style.measured else _LARGER_OCR)
    stands_out = larger or (look.bold and not style.bold and look.size >= 0.95 * style.size) or _PARAGRAPH.match(text)
    if not stands_out and not (look.capitals and len(text) > 3) and not _is_numbered(text):  # noqa: PLR2004  # longer capitals are words, shorter ones abbreviations
        return None
    sentence = _SENTENCE_END.search(text) or _LABEL_AND_VALUE.match(text)
    return look if larger or not sentence or _PARAGRAPH.match(text) else None


def form_of(line: Line, style: Style) -> Look:
    """Return the look of a line, whatever it is; on scans sizes are coarse steps, and the depth of a numbering ranks too."""
    text = line.text.strip()
    size, numbered = size_of(line), _NUMBERED.match(text)
    if style.measured:
        return Look(size=_rounded(size, measured=True), bold=is_bold(line), capitals=_is_capitals(text))
    step = max(step for step in _STEPS if step <= max(size / style.size, 1.0))
    depth = numbered[1].count(".") + 1 if numbered else _NO_DEPTH
    return Look(size=step * style.size, bold=is_bold(line), capitals=_is_capitals(text), depth=depth)


def _is_parted(line: Line) -> bool:
    """Tell whether a line has several cells, its numbering not counted: the header of a table, or a label and its value."""
    parts = segments(line, gap=_CELL_GAP)
    if len(parts) > 1 and _NUMBERING.match(" ".join(word.text for word in parts[0])):
        parts = parts[1:]
    return len(parts) > 1


def _may_be_heading(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    if len(text) > _LONGEST or (letters < 2 and not _PARAGRAPH.match(text)):  # noqa: PLR2004  # a heading has a word
        return False
    return letters >= sum(char.isdigit() for char in text) or _PARAGRAPH.match(text) is not None


def _is_numbered(text: str) -> bool:
    """Tell whether a text reads `2.1 Something short` (a single number alone is a list item as likely as a heading)."""
    found = _NUMBERED.match(text)
    return found is not None and "." in found[1] and len(text) < 70 and not text.endswith((".", ",", ":"))  # noqa: PLR2004  # characters; longer ones are sentences


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)  # noqa: PLR2004  # fewer capitals are an abbreviation


def levels_of(looks: Iterable[Look]) -> dict[Look, int]:
    """Return the level of each look, 1 for the largest; at most 6. Looks that differ by less than half a point share a level."""
    ranked = sorted(set(looks), key=lambda look: (-look.size, not look.bold, not look.capitals, look.depth))
    return {look: min(index + 1, 6) for index, look in enumerate(ranked)}


def _rounded(size: float, *, measured: bool) -> float:
    return round(size * 2) / 2 if measured else float(round(size))


def contents_of(lines: Sequence[Line], page_count: int) -> frozenset[int]:
    """Return the indexes of lines that make a table of contents.

    Entries end in dotted leaders and a page number, at least two on the page; or in a page number at the right, at least three
    in a row that never count down, under a title such as `Innehåll`; or at least five without a title.
    """
    title = next((index for index, line in enumerate(lines) if _CONTENTS_TITLE.match(line.text.strip())), None)
    leaders = [index for index, line in enumerate(lines) if _LEADERS.search(line.text)]
    marks: set[int] = set(leaders) if len(leaders) >= 2 else set()  # noqa: PLR2004  # one line of leaders is no table of contents
    enough = 3 if title is not None else 5
    for run in _runs(lines, page_count):
        if len(run) >= enough and (title is None or run[0] > title):
            marks.update(run)
    if marks and title is not None and title < min(marks):
        marks.add(title)
    if len(marks) > 1:
        marks.update(range(min(marks), max(marks)))
    return frozenset(marks)


def _runs(lines: Sequence[Line], page_count: int) -> list[list[int]]:
    """Runs of lines that end in page numbers at one right edge, never counting down; a line that wraps may stand between."""
    runs: list[list[int]] = [[]]
    page, edge = 0, 0.0
    for index, line in enumerate(lines):
        entry = _PAGE_AT_END.match(line.text.strip())
        value = int(entry["page"]) if entry else 0
        fits = entry is not None and page <= value <= page_count and len(_NUMBER.findall(entry["label"])) < 6  # noqa: PLR2004  # an entry with many numbers is a row of figures
        if fits and len(segments(line, gap=1.0)) >= 2 and (not runs[-1] or abs(line.box.x1 - edge) < 4):  # noqa: PLR2004  # label and page number; points off the right edge
            runs[-1].append(index)
            page, edge = value, line.box.x1
        elif runs[-1] and (entry is not None or index - runs[-1][-1] > 1):
            runs.append([])
            page = 0
    return [run for run in runs if run]
