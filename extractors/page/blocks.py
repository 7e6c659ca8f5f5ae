"""A flow of lines to blocks: headings, paragraphs, list items, tables and tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractors.page.headings import Look, Style, contents_of, form_of, look_of
from extractors.page.items import is_item, is_numbered
from extractors.page.joining import join_lines
from extractors.page.lines import is_bold, segments, size_of
from extractors.page.tabular import table_runs
from schemas.page import Block, BlockKind, Line

_SENTENCE_END = re.compile(r"[.!?:;]['\"”)\]]*$")
_QUOTATION = re.compile(r"""^["“”»'’–].*["“”«»'’][.!?]?$""")
_QUOTED_LONG = 30
"""Characters of the longest heading that is but a name in quotation marks."""
_OWN_LINE = re.compile(r"§|\d+\.")
"""Headings that begin so never carry on another one."""
_STANDING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s)?[A-ZÅÄÖ][^.;]*[\w)”?]$")
"""What a heading set like the body text looks like."""
_WIDE_PITCH = 1.35
"""How much wider than usual the step between two lines of different paragraphs is (times)."""
_SCANNED = (0.6, 1.3)
"""Heights of lines of body text on scans, in sizes of the body."""
_SPREAD = 4.0
"""Font sizes of white space inside a line that no running text has."""
_LARGE = 1.2
"""Font sizes of the body from which lines of one look are one heading, however short."""
_STANDING_LONGEST = 70
"""Characters of the longest heading that is set like the body text."""
_LONG_TEXT = 90
"""Characters of the text that such a heading must stand over."""


class Draft(NamedTuple):
    """A block in the making."""

    kind: BlockKind
    lines: list[Line]
    look: Look | None = None
    """Set for headings."""


class Measure(NamedTuple):
    """How a flow is set."""

    pitch: float
    """Usual step between lines, in font sizes."""
    right: float
    """Right edge of its longest line."""
    style: Style
    """Body text of the document."""


def drafts_of(flow: Sequence[Line], style: Style, page_count: int, *, standing: bool = True) -> list[Draft]:
    """Cut one flow into drafts of blocks, in order.

    Args:
        flow: lines that follow one another, without furniture.
        style: the body text of the document.
        page_count: pages of the document; tables of contents point at no others.
        standing: whether short lines that stand over a text are headings.
    """
    contents = contents_of(flow, page_count)
    regions: dict[int, tuple[BlockKind, int]] = dict.fromkeys(contents, ("contents", 0))
    for number, run in enumerate(table_runs(flow)):
        if not contents.intersection(run):
            regions |= dict.fromkeys(run, ("table", number))
    text = [line for index, line in enumerate(flow) if index not in regions]
    measure = Measure(_usual_pitch(text, style), max((line.box.x1 for line in flow), default=0.0), style)
    drafts: list[Draft] = []
    for index, line in enumerate(flow):
        region = regions.get(index)
        if region is None:
            _add_text(drafts, line, measure)
        elif regions.get(index - 1) == region:
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft(region[0], [line]))
    drafts = [draft._replace(kind="paragraph", look=None) if _is_quotation(draft) else draft for draft in drafts]
    return _with_standing_headings(drafts, measure) if standing else drafts


def _is_quotation(draft: Draft) -> bool:
    """Tell whether what looks like a heading is words set large to catch the eye: a sentence in quotation marks."""
    text = " ".join(line.text for line in draft.lines)
    return draft.kind == "heading" and _QUOTATION.match(text) is not None and len(text) > _QUOTED_LONG


def _usual_pitch(flow: Sequence[Line], style: Style) -> float:
    """Return the usual step between lines in font sizes; 1.2 where there are too few lines."""
    sized = [(line.box.bottom, _type_size(line, style)) for line in flow]
    steps = sorted(
        (bottom - above) / size
        for (above, size_above), (bottom, size) in pairwise(sized)
        if abs(size_above - size) < 1 and 0 < bottom - above < 2.2 * size
    )
    return median(steps[: max(1, 2 * len(steps) // 3)]) if steps else 1.2


def _add_text(drafts: list[Draft], line: Line, measure: Measure) -> None:
    """Add a line to the last draft, or begin a new one with it."""
    look = look_of(line, measure.style)
    item = is_item(line)
    if drafts and not item and _carries_on(drafts[-1], line, look, measure):
        drafts[-1].lines.append(line)
    elif look is not None and not item:
        drafts.append(Draft("heading", [line], look))
    else:
        drafts.append(Draft("list_item" if item else "paragraph", [line]))


def _carries_on(draft: Draft, line: Line, look: Look | None, measure: Measure) -> bool:
    """Tell whether a line belongs to the draft above it."""
    above = draft.lines[-1]
    size, size_above = _type_size(line, measure.style), _type_size(above, measure.style)
    step = (line.box.bottom - above.box.bottom) / size
    if draft.kind in {"table", "contents"} or not 0 < step < measure.pitch * _WIDE_PITCH or _is_spread(above) or _is_spread(line):
        return False
    if draft.look is not None or look is not None:
        if look is None or look != draft.look or _OWN_LINE.match(line.text):
            return False
        return look.size >= _LARGE * measure.style.size or not _is_forced(above, line, measure.right)
    if abs(size_above - size) > 0.1 * size or is_bold(above) != is_bold(line):
        return _SENTENCE_END.search(above.text) is None and step < measure.pitch * 1.1
    if draft.kind == "list_item" and len(draft.lines) > 1 and line.box.x0 < above.box.x0 - 0.4 * size:
        return False
    return not _is_forced(above, line, measure.right)


def _type_size(line: Line, style: Style) -> float:
    """Return the font size of a line; on scans, where only heights are known (low for `av`, high for `fj`), the body's."""
    size = size_of(line)
    return style.size if not style.measured and _SCANNED[0] < size / style.size < _SCANNED[1] else size


def _is_spread(line: Line) -> bool:
    """Tell whether a line holds things set far apart (a label and its value, an address beside the text): no running text."""
    return len(segments(line, gap=_SPREAD)) > 1


def _is_forced(above: Line, line: Line, right: float) -> bool:
    """Tell whether the break between two lines was set by the writer: the next word would have found room."""
    room = right - above.box.x1
    needed = line.words[0].box.width + 1.5 * size_of(line)
    begins = line.words[0].text[:1]
    return room > needed and (_SENTENCE_END.search(above.text) is not None or not (begins.islower() or begins in '("”'))


def _with_standing_headings(drafts: list[Draft], measure: Measure) -> list[Draft]:
    """Return the drafts with short lines that stand over a longer text, set apart from what is above, as headings.

    Where fonts tell nothing (scans, plain typing) this is all that tells a heading.
    """
    result = list(drafts)
    for index, (draft, below) in enumerate(pairwise(drafts)):
        above = drafts[index - 1].lines[-1] if index else None
        if _stands_over(draft, below, above, measure):
            result[index] = Draft("heading", draft.lines, form_of(draft.lines[0], measure.style))
    return result


def _stands_over(draft: Draft, below: Draft, above: Line | None, measure: Measure) -> bool:
    line = draft.lines[0]
    if draft.kind not in {"paragraph", "list_item"} or len(draft.lines) > 1 or len(line.text) > _STANDING_LONGEST:
        return False
    if draft.kind == "list_item" and not (is_numbered(line) and below.kind == "paragraph"):
        return False
    if not _STANDING.match(line.text.strip()) or len(segments(line)) > 1 or below.kind not in {"paragraph", "list_item"}:
        return False
    if below.kind == "paragraph" and sum(len(other.text) for other in below.lines) < _LONG_TEXT:
        return False
    gap = float("inf") if above is None else (line.box.bottom - above.box.bottom) / _type_size(line, measure.style)
    begins = below.lines[0].text[:1]
    return (gap < 0 or gap >= measure.pitch * _WIDE_PITCH) and (begins.isupper() or below.kind == "list_item")


def block_of(draft: Draft, page: int, levels: dict[Look, int]) -> Block:
    """Return the finished block of a draft."""
    texts = [line.text for line in draft.lines]
    text = "\n".join(texts) if draft.kind in {"table", "contents"} else join_lines(texts)
    level = levels[draft.look] if draft.look else 0
    return Block(kind=draft.kind, page=page, lines=tuple(draft.lines), level=level, text=text)
