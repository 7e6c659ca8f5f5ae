"""What stands beside or across the text of a page and is no part of it: line numbers, text along the edge, watermarks.

Line numbers are a column of numbers that count up with the lines, left of all text; the lines themselves run on from one to the
next, which a numbered list does not. Text on end near the edge of the page is a stamp or a form's name. A word set aslant, or one
much larger than the text that lies over other words, is a watermark (`UTKAST`) or a stamp.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.page.lines import lines_of
from schemas.page import Line, Page, Word

_STEPS = {1: 8, 5: 3}
"""How far line numbers are apart, and the fewest of them."""
_COUNTING = 0.8
"""Share of the numbers that follow on the one above, and of the lines that have one."""
_FLUSH = 3.0
"""Points by which the edges of line numbers may differ."""
_APART = 0.4
"""Font sizes of white space between a line number and its line."""
_RUN_ON = 0.2
"""Share of numbered lines that begin with a small letter: they carry on a sentence."""
_EDGE = 0.09
"""Share of the page's width, left and right, that is margin."""
_ASLANT = 1.5
"""Font sizes: the box of a word set aslant is wider and higher than this."""
_HUGE = 2.5
"""A watermark's size, in sizes of the text."""
_COVERED = 3
"""It lies over at least so many words."""


def parted(page: Page) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of text of a page, and the lines of what stands beside or across it, each top to bottom."""
    lines = lines_of(page.words)
    aside = {id(word) for word in (*_line_numbers(lines), *_across(page), *_on_edge(page))}
    if not aside:
        return lines, ()
    text = lines_of(word for word in page.words if id(word) not in aside)
    return text, lines_of(word for word in page.words if id(word) in aside)


def _line_numbers(lines: Sequence[Line]) -> list[Word]:
    """Return the words that number the lines of a page."""
    firsts = [index for index, line in enumerate(lines) if _is_count(line.words[0])]
    numbers = _column([lines[index].words[0] for index in firsts])
    inside = [line for line in lines if numbers and numbers[0].box.top <= line.box.middle[1] <= numbers[-1].box.bottom]
    return numbers if _is_numbering(numbers, inside) else []


def _is_count(word: Word) -> bool:
    return word.upright and len(word.text) <= 4 and word.text.isdecimal()  # noqa: PLR2004  # digits of a line number


def _column(numbers: Sequence[Word]) -> list[Word]:
    """Return the numbers that are flush with the leftmost on one side."""
    if not numbers:
        return []
    least = min(numbers, key=lambda word: word.box.x0).box
    by_left = [word for word in numbers if abs(word.box.x0 - least.x0) < _FLUSH]
    by_right = [word for word in numbers if abs(word.box.x1 - least.x1) < _FLUSH]
    return max(by_right, by_left, key=len)


def _is_numbering(numbers: Sequence[Word], lines: Sequence[Line]) -> bool:
    """Tell whether a column of numbers counts the lines of a text that runs on, and stands left of all of it."""
    steps = [int(after.text) - int(before.text) for before, after in pairwise(numbers)]
    step = max(_STEPS, key=steps.count)
    if len(numbers) < _STEPS[step] or steps.count(step) < _COUNTING * len(steps):
        return False
    own = {id(word) for word in numbers}
    texts = [line.words[1:] if id(line.words[0]) in own else line.words for line in lines]
    texts = [words for words in texts if words]
    edge, size = max(word.box.x1 for word in numbers), median(word.size or word.box.height for word in numbers)
    if not texts or min(words[0].box.x0 for words in texts) < edge + _APART * size:
        return False
    if len(numbers) * step < _COUNTING * len(lines):
        return False
    return sum(words[0].text[:1].islower() for words in texts) >= _RUN_ON * len(texts)


def _across(page: Page) -> list[Word]:
    """Return words set aslant, and huge ones that lie over the text."""
    aslant = [word for word in page.words if not word.upright and min(word.box.width, word.box.height) > _ASLANT * word.size > 0]
    sizes = [word.size for word in page.words if word.size]
    least = _HUGE * median(sizes) if sizes else 0.0
    huge = [word for word in page.words if word.upright and word.size > least]
    return [*aslant, *(word for word in huge if sum(_lies_over(word, other) for other in page.words) >= _COVERED)]


def _lies_over(word: Word, other: Word) -> bool:
    return other.size < word.size / 2 and word.box.contains_middle_of(other.box)


def _on_edge(page: Page) -> list[Word]:
    """Return words on end in the margins, unless a rule stands outside of them (the first column of a table)."""
    turned = [word for word in page.words if not word.upright and word.box.height > word.box.width]
    left, right = _EDGE * page.width, (1 - _EDGE) * page.width
    found = [word for word in turned if word.box.x1 < left or word.box.x0 > right]
    if not found:
        return []
    upright = [rule.box for rule in page.rulings if not rule.horizontal]
    return [word for word in found if not any(_outside(box.x0, box.top, box.bottom, word, page.width) for box in upright)]


def _outside(x: float, top: float, bottom: float, word: Word, width: float) -> bool:
    """Tell whether an upright rule stands beside a word, between it and the edge of the page."""
    beside = top < word.box.middle[1] < bottom
    return beside and (x <= word.box.x0 if word.box.x0 < width / 2 else x >= word.box.x1)
