"""Rules around white: the mesh of a chart and the boxes of a form hold no table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.tables.rules import RuleGroup
from extractors.tables.words import has_digit, is_figure
from schemas.page import Word

LOWEST_ROW = 7.0
"""Points; lower bands are double rules."""
FEWEST_ROWS = 6
"""Bands of a mesh."""
FILLED = 0.5
"""Share of the bands that have words in a table."""
ROOM = 0.8
"""Of the height of a word: the space to write in below the name of a box."""
NEAR_TOP = 2.0
"""The space below is so many times that above, at least."""


class _Row(NamedTuple):
    """A band between two rules and the words in it."""

    top: float
    bottom: float
    words: list[Word]


def is_blank(group: RuleGroup, words: Sequence[Word]) -> bool:
    """Tell whether a group of rules holds no figures, and most bands nothing at all, or names above space to write in only."""
    if not words or any(is_figure(word.text) and has_digit(word.text) for word in words):
        return False
    ends = sorted({rule.at for rule in group.horizontal})
    rows = [
        _Row(top, bottom, [word for word in words if top < word.box.middle[1] < bottom])
        for top, bottom in pairwise(ends)
        if bottom - top > LOWEST_ROW
    ]
    filled = [row for row in rows if row.words]
    mesh = len(rows) >= FEWEST_ROWS and len(filled) < FILLED * len(rows)
    return mesh or (len(filled) > 1 and all(map(_has_room, filled)))


def _has_room(row: _Row) -> bool:
    above = min(word.box.top for word in row.words) - row.top
    below = row.bottom - max(word.box.bottom for word in row.words)
    return below > ROOM * min(word.box.height for word in row.words) and below > NEAR_TOP * max(above, 1.0)
