"""The title of a table: the nearest heading or caption above it; and the line that states its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.tables.words import height, text_lines
from extractors.values.amounts import find_amounts
from schemas.page import Block, Word
from schemas.place import Box

UNIT_LINE = re.compile(
    r"\(?\s*(?:(?:alla\s)?(?:belopp|siffror|värden)\s)?(?:anges\s)?(?:i\s)?(?P<unit>tkr|kkr|mnkr|mkr|kr|kronor|tusen\skr(?:onor)?|tusental\skr(?:onor)?"
    r"|miljoner\skr(?:onor)?|miljoner|procent|%|sek|tsek|msek)\.?\s*\)?[.:]?",
    re.IGNORECASE,
)
REACH = 3.0
"""A caption stands at most this many text heights above its table."""
NEAR_HEADING = 40.0
"""Points; a heading no further above the table is its own."""
SHORT_TITLE = 6
"""Words; a title that ends with a full stop is no longer."""
LONGEST_TITLE = 16
"""Words; longer lines are prose."""


@dataclass(frozen=True)
class Caption:
    """What stands above a table."""

    title: str = ""
    unit: str | None = None
    near: bool = True
    """False for a heading further up, which may speak of more than this table."""


def unit_line(text: str) -> str | None:
    """Return the unit of a line that states nothing else (`Belopp i tkr`, `(tkr)`); None for other lines."""
    found = UNIT_LINE.fullmatch(text.strip())
    return found["unit"].lower() if found else None


def caption_of(box: Box, words: Sequence[Word], headings: Sequence[Block], page: int) -> Caption:
    """Return title and unit line above `box`; `words` are those of the page outside tables, `headings` all of the document."""
    unit = None
    edge = box.top
    above = [word for word in words if word.box.bottom <= box.top + 2 and word.upright]
    for line in reversed(text_lines(above)):
        text = " ".join(word.text for word in line)
        size = height(line)
        bottom = max(word.box.bottom for word in line)
        if edge - bottom > REACH * size or not _near(box, line):
            break
        if unit is None and (stated := unit_line(text) or _unit_beside(line)):
            unit, edge = stated, min(word.box.top for word in line)
            continue
        if _is_fact(line):
            edge = min(word.box.top for word in line)
            continue
        if _may_title(text):
            return Caption(text, unit)
        break
    heading = _heading(headings, box, page)
    if heading is None:
        return Caption("", unit, near=False)
    near = heading.page == page and edge - heading.box.bottom < NEAR_HEADING
    return Caption(heading.text, unit, near)


def _unit_beside(line: Sequence[Word]) -> str | None:
    """Return the unit of money that stands in a line of its own but for headers some way off (`Belopp i mnkr     Helår`)."""
    first = [line[0]]
    for left, right in pairwise(line):
        if right.box.x0 - left.box.x1 > height(line):
            break
        first.append(right)
    stated = unit_line(" ".join(word.text for word in first)) if len(first) < len(line) else None
    return None if stated in {"%", "procent"} else stated


def _is_fact(line: Sequence[Word]) -> bool:
    """Tell whether a line is a label with a colon and, some way off, its value (`Typ av insats:    Strukturell`)."""
    return any(label.text.endswith(":") and value.box.x0 - label.box.x1 > height(line) for label, value in pairwise(line))


def _near(box: Box, line: Sequence[Word]) -> bool:
    return line[0].box.x0 < box.x1 and line[-1].box.x1 > box.x0 - 5


def _may_title(text: str) -> bool:
    words = text.split()
    if len(words) > LONGEST_TITLE or text.endswith((",", ";")) or (text.endswith(".") and find_amounts(text)):
        return False
    return (
        bool(re.search(r"[A-Za-zÅÄÖåäö]{3}", text))
        and (not text.endswith(".") or len(words) <= SHORT_TITLE)
        and not text[0].islower()
    )


def _heading(headings: Sequence[Block], box: Box, page: int) -> Block | None:
    """Return the last heading before the table in the document."""
    before = [block for block in headings if block.page < page or (block.page == page and block.box.bottom <= box.top + 3)]
    return before[-1] if before else None
