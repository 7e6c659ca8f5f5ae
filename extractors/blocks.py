"""A flow of lines to blocks: headings, paragraphs, list items, tables and tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.headings import Look, Style, contents_of, look_of
from extractors.joining import join_lines
from extractors.lines import is_bold, size_of
from extractors.tabular import table_runs
from schemas.page import Block, BlockKind, Line, Word

_BULLET = re.compile(r"^(?:[•●▪■□◦‣·∙○◊►▶➢➤➔→✓✔❖*\u2043\u2219\u25aa\uf000-\uf0ff\ufffd]|[-–—])$")
_GLUED_BULLET = re.compile(r"^[•●▪■◦‣·➢➤✓❖\uf000-\uf0ff][\w\"”(]|^[-–][A-ZÅÄÖa-zåäö]{2,}")
_NUMBER_BULLET = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zåäö][.)])$")
_STRANGE = frozenset("oüØvqlnàÆ§xŸ")
"""Letters that stand where a symbol font had a bullet."""
_SENTENCE_END = re.compile(r"[.!?:;]['\"”)\]]*$")
_WIDE_PITCH = 1.35
"""How much wider than usual the step between two lines of different paragraphs is (times)."""

Draft = tuple[BlockKind, list[Line], Look | None]
"""A block in the making: kind, lines, and for a heading its look."""


def drafts_of(flow: Sequence[Line], style: Style, page_count: int) -> list[Draft]:
    """Cut one flow into drafts of blocks, in order."""
    contents = contents_of(flow, page_count)
    tables = [run for run in table_runs(flow) if not contents.intersection(run)]
    in_table = {index: number for number, run in enumerate(tables) for index in run}
    pitch = _usual_pitch(flow)
    right = max((line.box.x1 for line in flow), default=0.0)
    drafts: list[Draft] = []
    for index, line in enumerate(flow):
        if index in contents or index in in_table:
            kind: BlockKind = "contents" if index in contents else "table"
            same = index > 0 and (index - 1 in contents if kind == "contents" else in_table.get(index - 1) == in_table[index])
            if same:
                drafts[-1][1].append(line)
            else:
                drafts.append((kind, [line], None))
            continue
        look = look_of(line, style)
        if drafts and _carries_on(drafts[-1], line, look, pitch, right):
            drafts[-1][1].append(line)
        elif look is not None and not _is_item(line):
            drafts.append(("heading", [line], look))
        else:
            drafts.append(("list_item" if _is_item(line) else "paragraph", [line], None))
    return drafts


def _usual_pitch(flow: Sequence[Line]) -> float:
    """Return the usual step between lines in font sizes; 1.2 where there are too few lines."""
    steps = [
        (below.box.bottom - above.box.bottom) / size_of(below)
        for above, below in pairwise(flow)
        if abs(size_of(above) - size_of(below)) < 1 and 0 < below.box.bottom - above.box.bottom < 2.2 * size_of(below)
    ]
    if not steps:
        return 1.2
    ordered = sorted(steps)
    return median(ordered[: max(1, 2 * len(ordered) // 3)])


def _carries_on(draft: Draft, line: Line, look: Look | None, pitch: float, right: float) -> bool:
    """Tell whether a line belongs to the draft above it."""
    kind, lines, draft_look = draft
    above = lines[-1]
    if kind in {"table", "contents"} or _is_item(line):
        return False
    step = (line.box.bottom - above.box.bottom) / size_of(line)
    if not 0 < step < pitch * _WIDE_PITCH:
        return False
    if kind == "heading" or look is not None:
        return look == draft_look and not _is_forced(above, line, right) and not re.match(r"§|\d+\.", line.text)
    if abs(size_of(above) - size_of(line)) > 0.1 * size_of(line) or is_bold(above) != is_bold(line):
        return _SENTENCE_END.search(above.text) is None and step < pitch * 1.1
    if len(lines) > 1 and line.box.x0 < above.box.x0 - size_of(line) and kind == "list_item":
        return False
    return not _is_forced(above, line, right)


def _is_forced(above: Line, line: Line, right: float) -> bool:
    """Tell whether the break between two lines was set by the writer: the next word would have found room."""
    room = right - above.box.x1
    needed = line.words[0].box.width + 1.5 * size_of(line)
    begins = line.words[0].text[:1]
    return room > needed and (_SENTENCE_END.search(above.text) is not None or not (begins.islower() or begins in '("”'))


def _is_item(line: Line) -> bool:
    """Tell whether a line begins a list item: a bullet, a number or letter with point or bracket, a strange glyph set apart."""
    first, rest = line.words[0], line.words[1:]
    if _GLUED_BULLET.match(first.text):
        return True
    if not rest:
        return False
    if _BULLET.match(first.text):
        return not rest[0].text[:1].isdigit() or first.text not in "-–—"
    if _NUMBER_BULLET.match(first.text):
        return not first.bold
    return first.text in _STRANGE and _is_apart(first, rest[0])


def _is_apart(first: Word, second: Word) -> bool:
    """Tell whether a glyph stands apart from its text as bullets do."""
    return not second.text[:1].isdigit() and second.box.x0 - first.box.x1 > 0.5 * (second.size or second.box.height)


def block_of(draft: Draft, page: int, levels: dict[Look, int]) -> Block:
    """Return the finished block of a draft."""
    kind, lines, look = draft
    texts = [line.text for line in lines]
    text = "\n".join(texts) if kind in {"table", "contents"} else join_lines(texts)
    return Block(kind=kind, page=page, lines=tuple(lines), level=levels[look] if look else 0, text=text)
