"""Texts in a box of their own beside the text of a page: fact boxes and sidebars on a shade or in a frame.

The box says which words belong together, however narrow it is and wherever its lines stand. A shaded column of a table is none: a
text in a box runs on from line to line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.page.lines import lines_of
from extractors.values.amounts import is_figure_token
from schemas.page import Line, Page, Ruling, Word
from schemas.place import Box, union

_LEAST_LINES, _LEAST_WORDS = 4, 10
"""Fewest lines and words of a text in a box."""
_WIDEST = 0.6
"""Share of the page's width; a wider box is a background."""
_MOST = 200
"""A page with more shades or rules is a drawing, or a page of tables."""
_RUN_ON = 0.3
"""Share of the lines of the text that begin with a small letter: they carry on a sentence."""
_FIGURES = 0.3
"""Share of figures among the words of a table."""
_TOUCH = 2.0
"""Points between shades, or rules, that make one box."""
_INTO = 10.0
"""Points by which a line reaches under a box, and beyond it, that runs over the whole width."""


class BoxedText(NamedTuple):
    """A text in its own box."""

    box: Box
    lines: tuple[Line, ...]
    before: float
    """Height of the first line below that runs over the whole width; infinite where none does."""


def boxed_texts(page: Page, lines: Sequence[Line]) -> tuple[BoxedText, ...]:
    """Return the texts in boxes that stand beside other text, top to bottom; `lines` are those of the page, without furniture."""
    words = [word for line in lines for word in line.words]
    found = (_boxed(box, words, lines) for box in _boxes(page))
    texts = sorted((text for text in found if text is not None), key=lambda text: (text.box.top, text.box.x0, -text.box.bottom))
    return tuple(text for index, text in enumerate(texts) if not any(text.box.overlaps(other.box) for other in texts[:index]))


def _boxes(page: Page) -> list[Box]:
    """Return the shades and frames of a page that are narrower than its text."""
    shades = page.shades if len(page.shades) <= _MOST else ()
    frames = _frames(page.rulings) if len(page.rulings) <= _MOST else []
    boxes = [box for box in (*_stacked(shades), *frames) if box.width <= _WIDEST * page.width]
    drawn = [*shades, *(rule.box for rule in page.rulings[:_MOST])]
    return [box for box in boxes if not any(_continues(other, box) for other in drawn)]


def _continues(other: Box, box: Box) -> bool:
    """Tell whether another shade or a rule touches a box from the side, or runs through it: it is a part of a table."""
    if other.bottom < box.top - _TOUCH or other.top > box.bottom + _TOUCH:
        return False
    left, right = box.x0 - _TOUCH, box.x1 + _TOUCH
    beside = other.x0 < left <= other.x1 or other.x0 <= right < other.x1
    through = other.height < _TOUCH and other.x0 < box.x0 + _TOUCH and other.x1 > box.x1 - _TOUCH
    return beside or (through and box.top + _TOUCH < other.top < box.bottom - _TOUCH)


def _stacked(shades: Sequence[Box]) -> list[Box]:
    """Return shades with those joined that lie on one another (some programs shade line by line)."""
    joined: list[Box] = []
    for shade in sorted(shades, key=lambda box: (round(box.x0), round(box.x1), box.top)):
        last = joined[-1] if joined else None
        flush = last is not None and abs(last.x0 - shade.x0) + abs(last.x1 - shade.x1) < _TOUCH
        if last is not None and flush and shade.top - last.bottom < _TOUCH:
            joined[-1] = union((last, shade))
        else:
            joined.append(shade)
    return joined


def _frames(rulings: Sequence[Ruling]) -> list[Box]:
    """Return the boxes that two upright rules and two level ones frame."""
    upright = sorted((rule.box for rule in rulings if not rule.horizontal), key=lambda box: (box.x0, box.top))
    level = [rule.box for rule in rulings if rule.horizontal]
    pairs = (
        union((left, right))
        for index, left in enumerate(upright)
        for right in upright[index + 1 :]
        if abs(left.top - right.top) + abs(left.bottom - right.bottom) < _TOUCH
    )
    return [box for box in pairs if all(any(_closes(rule, box, at) for rule in level) for at in (box.top, box.bottom))]


def _closes(rule: Box, box: Box, at: float) -> bool:
    return abs(rule.middle[1] - at) < _TOUCH and rule.x0 < box.x0 + _TOUCH and rule.x1 > box.x1 - _TOUCH


def _boxed(box: Box, words: Sequence[Word], lines: Sequence[Line]) -> BoxedText | None:
    """Return the text in a box; None where it is no running text, or has none beside it."""
    inside = [word for word in words if box.contains_middle_of(word.box)]
    if len(inside) < _LEAST_WORDS or sum(is_figure_token(word.text) for word in inside) > _FIGURES * len(inside):
        return None
    beside = [word for word in words if box.top < word.box.middle[1] < box.bottom and not box.contains_middle_of(word.box)]
    own = lines_of(inside)
    run_on = sum(line.text[:1].islower() for line in own)
    if len(lines_of(beside)) < _LEAST_LINES or len(own) < _LEAST_LINES or run_on < _RUN_ON * len(own):
        return None
    below = (line.box.top for line in lines if line.box.top >= box.bottom and _runs_under(line, box))
    return BoxedText(box, own, min(below, default=float("inf")))


def _runs_under(line: Line, box: Box) -> bool:
    """Tell whether a line below a box reaches from beside it to under it."""
    under = min(line.box.x1, box.x1) - max(line.box.x0, box.x0) > _INTO
    return under and (line.box.x0 < box.x0 - _INTO or line.box.x1 > box.x1 + _INTO)
