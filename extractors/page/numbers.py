"""Account for every number on a page: read, furniture, or unread; the three add up to the count.

A numeric token is a word that holds a digit. It was *read* when it stands in the box of a figure or of a decision, is
*furniture* when it stands in a page header, footer, stamp or table of contents or is a date, a year, a paragraph, a
registry, organisation or telephone number, a time, a chapter of a law, a school form's grade, a name with a number in it, or
the number of a heading or list item, and is *unread* otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from schemas.document import PageCount
from schemas.page import Block, Page, Word
from schemas.place import Box

_DIGIT = re.compile(r"\d")
_FURNITURE = re.compile(
    r"""^[(\["”'’]*(?:
        (?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?(?:[-–./]\d\d?(?:[-–./]\d\d?)?)?   # years, year ranges, dates
      | \d{1,2}[./]\d{1,2}(?:[./-](?:\d\d){1,2})?                            # 22/9, 22.9.2025
      | \d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])                         # 260413
      | \d{1,2}[.:]\d\d(?:[-–]|[-–]\d{1,2}[.:]\d\d)?                         # times
      | (?:16)?\d{6}-\d{4}                                                   # organisation numbers
      | \d{2,4}-\d{5,}                                                       # telephone
      | §+\d+(?:[-–]\d+|\w*)                                                # §51, §§94-98
      | \d{1,4}:\d{1,4}                                                      # laws 2017:725, estates 1:98, lines 8:5
      | [A-ZÅÄÖ]{1,6}[-/ ]?\d{2,4}[/:.-]\d+\S*                               # registry numbers
      | (?:19|20)\d\d-\d{3,5}                                               # case 2026-316
      | [A-ZÅÄÖ]{2,6}-\d+                                                    # document BUN-011 of a case
      | \d{3,4}/\d+\S*
      | [^\W\d_]{2,}\d{1,4}                                                  # names: Microsoft365, maj26
      | \d+(?:\.\d+)*[.)]                                                    # list numbers
      | \d+\(\d+\)                                                           # 2(5)
      | (?:https?|www)\S*|\S+@\S+                                            # addresses
    )[,;:.)\]"”'’]*$""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"(?:§+|sida|sid|s\.|sidan|vecka|v\.?|not|bilaga|punkt|kap\.?|kapitel|tel\.?|telefon|dnr|nr|diarienr"
    r"|åk|årskurs|årskurserna|halvår|kvartal|tertial)[:.]?$",
    re.IGNORECASE,
)
"""What stands before a number that only names a place, a time or a grade."""
_CHAPTER = re.compile(r"kap(?:\.|itel)?,?$", re.IGNORECASE)
"""What stands after the number of a chapter: `11 kap. 16 §`."""
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,6}(?:-\d+)?[,.;)]?$")
"""A committee's short name, what stands after the number of its case: `2026.037 BMN`."""
_OF_PAGES = re.compile(r"\(\d{1,3}\)$")
_CASE = re.compile(r"[(•]?(?:19|20)\d\d\.\d{1,4}$")
_MONTH = re.compile(
    r"^(?:jan|feb|mars|april|maj|juni|juli|aug|sep|okt|nov|dec)\w*\.?,?$",
    re.IGNORECASE,
)


def is_numeric(word: Word) -> bool:
    """Tell whether the word holds a digit."""
    return _DIGIT.search(word.text) is not None


def account(
    pages: Sequence[Page],
    blocks: Iterable[Block],
    read_boxes: Iterable[tuple[int, Box]],
    references: Iterable[tuple[int, Box]] = (),
) -> tuple[PageCount, ...]:
    """Count the numbers of each page.

    Args:
        pages: the pages as read.
        blocks: the blocks of the whole document; furniture and contents are told by their kind.
        read_boxes: (page, box) of every figure, decision and other thing that was read.
        references: (page, box) of what refers to another place, such as the cells of a column of notes; furniture.

    Returns:
        One count per page, in page order; `number_read + number_furniture + number_unread == number_count`.
    """
    read: defaultdict[int, list[Box]] = defaultdict(list)
    for page, box in read_boxes:
        read[page].append(box)
    furniture: defaultdict[int, set[Box]] = defaultdict(set)
    leading: defaultdict[int, set[Box]] = defaultdict(set)
    for block in blocks:
        words = [word for line in block.lines for word in line.words]
        if block.kind in {"furniture", "contents"}:
            furniture[block.page].update(word.box for word in words)
        elif block.kind in {"heading", "list_item"}:
            leading[block.page].add(words[0].box)
    refer: defaultdict[int, list[Box]] = defaultdict(list)
    for page, box in references:
        refer[page].append(box)
    return tuple(
        _count(page, read[page.number], furniture[page.number] | leading[page.number], refer[page.number]) for page in pages
    )


def _count(page: Page, read: Sequence[Box], furniture: set[Box], references: Sequence[Box]) -> PageCount:
    words = sorted(page.words, key=lambda word: (round(word.box.top), word.box.x0))
    numbers = was_read = was_furniture = 0
    for index, word in enumerate(words):
        if not is_numeric(word):
            continue
        numbers += 1
        if _holds(read, word):
            was_read += 1
        elif word.box in furniture or _holds(references, word) or _looks_like_furniture(words, index):
            was_furniture += 1
    return PageCount(
        page=page.number,
        number_count=numbers,
        number_read=was_read,
        number_furniture=was_furniture,
        number_unread=numbers - was_read - was_furniture,
    )


def _holds(boxes: Sequence[Box], word: Word) -> bool:
    return any(box.contains_middle_of(word.box) for box in boxes)


def _looks_like_furniture(words: Sequence[Word], index: int) -> bool:
    text = words[index].text
    if _FURNITURE.match(text):
        return True
    before = words[index - 1].text if index else ""
    after = words[index + 1].text if index + 1 < len(words) else ""
    if _CASE.match(text) and _ABBREVIATION.match(after):
        return True
    short = len(text) <= len("31.")
    named_after = _MONTH.match(after) or _CHAPTER.match(after) or _OF_PAGES.match(after)
    return bool(_BEFORE.search(before) or (short and named_after))
