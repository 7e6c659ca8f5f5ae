"""Tables whose header and every other row are filled: the rows between the filled ones are cells as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.words import has_digit, is_figure, text_lines
from extractors.tables.years import is_year
from schemas.page import Word
from schemas.place import Box, union

_TOUCH = 2.0
"""Points by which edges of neighbouring fills may differ."""
_TALLEST = 3.2
"""Heights of a filled row that an unfilled one may have (its label may wrap)."""
_LAST = 1.4
"""Heights of a filled row within which the last, unfilled row stands below it."""
_SPACE = 0.4
"""Of the height of a line: words no further apart are one text."""

Band = list[Box]
"""Fills side by side in one row, from left to right."""


def with_rows_between(shades: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """Return the fills with cells for the unfilled rows of every table whose filled rows begin with its header.

    Where the header is not filled, nothing is added: the rows alone would make a table without a header.
    """
    added: list[Box] = []
    for chain in _chains(_bands(shades), words):
        pairs = [(upper, lower) for upper, lower in pairwise(chain) if lower[0].top - upper[0].bottom > _TOUCH]
        gaps = [(upper, lower) for upper, lower in pairs if _free(upper, lower[0].top, shades, words)]
        if not gaps or _figures(union(chain[0]), words):
            continue
        added += [cell for upper, lower in gaps for cell in _between(upper, lower[0].top)]
        added += _last_row(chain, words)
    return [*shades, *added]


def _bands(shades: Sequence[Box]) -> list[Band]:
    bands: list[Band] = []
    for box in sorted(shades, key=lambda box: (round(box.top), round(box.bottom), box.x0)):
        last = bands[-1][-1] if bands else None
        same_row = last is not None and abs(last.top - box.top) < _TOUCH and abs(last.bottom - box.bottom) < _TOUCH
        if last is not None and same_row and abs(last.x1 - box.x0) < _TOUCH:
            bands[-1].append(box)
        else:
            bands.append([box])
    return [band for band in bands if len(band) > 1]


def _chains(bands: Sequence[Band], words: Sequence[Word]) -> list[list[Band]]:
    """Group bands with the same columns that follow one another, at most one row apart; a second header begins a new group."""
    chains: list[list[Band]] = []
    for band in sorted(bands, key=lambda band: band[0].top):
        chain = next((chain for chain in chains if _follows(chain[-1], band)), None)
        if chain is None or (len(chain) > 1 and _is_header(band, words)):
            chains.insert(0, [band])
        else:
            chain.append(band)
    return chains


def _follows(upper: Band, lower: Band) -> bool:
    gap = lower[0].top - upper[0].bottom
    few, many = sorted((_edges(upper), _edges(lower)), key=len)
    flush = abs(few[0] - many[0]) < _TOUCH and abs(few[-1] - many[-1]) < _TOUCH
    shared = all(min(abs(edge - other) for other in many) < _TOUCH for edge in few)
    return flush and shared and -_TOUCH < gap <= _TALLEST * max(upper[0].height, lower[0].height)


def _edges(band: Band) -> list[float]:
    return [box.x0 for box in band] + [band[-1].x1]


def _is_header(band: Band, words: Sequence[Word]) -> bool:
    """Tell whether a band names columns: words outside its first cell, and no figures."""
    named = any(box.contains_middle_of(word.box) for box in band[1:] for word in words)
    return named and not _figures(union(band), words)


def _free(band: Band, bottom: float, shades: Sequence[Box], words: Sequence[Word]) -> bool:
    """Tell whether the space below a band has no fill of its own, and no line of text runs over a border between columns."""
    area = Box(x0=band[0].x0, top=band[0].bottom, x1=band[-1].x1, bottom=bottom)
    if any(area.contains_middle_of(box) for box in shades):
        return False
    lines = text_lines([word for word in words if area.contains_middle_of(word.box)])
    pairs = [(a.box.x0, b.box.x1, b.box.x0 - a.box.x1 < _SPACE * a.box.height) for line in lines for a, b in pairwise(line)]
    return not any(near and left < box.x1 < right for box in band[:-1] for left, right, near in pairs)


def _between(band: Band, bottom: float) -> Band:
    return [box.model_copy(update={"top": box.bottom, "bottom": bottom}) for box in band]


def _last_row(chain: Sequence[Band], words: Sequence[Word]) -> Band:
    """Return cells for an unfilled row below the last filled one whose figures stand right under those of the rows above."""
    last = max(chain, key=len)
    bottom, height = chain[-1][0].bottom, chain[-1][0].height
    area = Box(x0=last[0].x0, top=bottom, x1=last[-1].x1, bottom=bottom + _LAST * height)
    edges = [word.box.x1 for band in chain for word in _figures(union(band), words)]
    below = [word for word in _figures(area, words) if any(abs(word.box.x1 - edge) < _TOUCH for edge in edges)]
    if not below:
        return []
    row = [box.model_copy(update={"bottom": bottom}) for box in last]
    return _between(row, max(word.box.bottom for word in below) + 1)


def _figures(area: Box, words: Sequence[Word]) -> list[Word]:
    inside = [word for word in words if area.contains_middle_of(word.box)]
    return [word for word in inside if is_figure(word.text) and has_digit(word.text) and not is_year(word.text)]
