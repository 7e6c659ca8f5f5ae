"""Words to text lines: which words stand on one line, left to right.

A line is a chain: from left to right, each word is compared with the end of the line so far, not with the whole line, so
that slightly skewed scans keep their lines; half the height of the lower of the two must overlap, so that superscripts and
mixed sizes stay together. Words turned against the reading direction never join upright ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from schemas.page import Line, Word
from schemas.place import union

_MIN_OVERLAP = 0.5
"""Share of the lower word's height that must overlap."""
_RAISED_GAP = 0.4
"""Word heights between a word and its superscript."""
_TURNED_GAP = 1.0
"""Word heights that may lie between two turned words of one line."""
_STRIP = 20.0
"""Height in points of a strip of the page."""
_LEADERS = re.compile(r"[._…]{4,}")


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """Return the lines of some words, top to bottom, each left to right; lines of turned words come last.

    The words may come in any order; all must be of one page. Lines run over the whole width: columns of prose are told
    apart by `extractors.page.reading_order`.
    """
    given = tuple(words)
    upright = _chains([word for word in given if word.upright])
    turned = _turned([word for word in given if not word.upright])
    return (*sorted((Line(words=tuple(chain)) for chain in upright), key=_position), *turned)


def _position(line: Line) -> tuple[float, float]:
    """Sort key: middle of the line, then left edge."""
    tops = [word.box.top + word.box.bottom for word in line.words]
    return round(median(tops) / 2, 1), line.words[0].box.x0


class _Chain(list[Word]):
    """A line in the making, with the band that the next word must meet."""

    top: float = 0.0
    bottom: float = 0.0


def _chains(words: list[Word]) -> list[_Chain]:
    chains: list[_Chain] = []
    strips: dict[int, set[int]] = defaultdict(set)
    for word in sorted(words, key=lambda word: (word.box.x0, word.box.top, word.box.x1, word.text)):
        best, most = None, 0.0
        top, bottom = word.box.top, word.box.bottom
        for index in sorted(set[int]().union(*(strips[strip] for strip in _strips(top, bottom)))):
            chain = chains[index]
            share = _overlap(top, bottom, chain.top, chain.bottom)
            if share >= _MIN_OVERLAP and share > most and not _covers(chain[-1], word):
                best, most = index, share
        if best is None:
            best = len(chains)
            chains.append(_Chain())
        chain = chains[best]
        chain.append(word)
        chain.top, chain.bottom = _band(chain)
        for strip in _strips(chain.top, chain.bottom):
            strips[strip].add(best)
    return chains


def _strips(top: float, bottom: float) -> range:
    """Return the numbers of the strips of a page that a band meets: only chains that were there are looked at."""
    return range(int(top // _STRIP), int(bottom // _STRIP) + 1)


def _band(chain: Sequence[Word]) -> tuple[float, float]:
    """Return top and bottom of the end of a chain: its last full-sized word (a superscript does not lead the line astray)."""
    last = chain[-1]
    for word in reversed(chain[-3:]):
        if word.box.height > 1.3 * last.box.height and last.box.x0 - word.box.x1 < _RAISED_GAP * word.box.height:
            return word.box.top, word.box.bottom
    return last.box.top, last.box.bottom


def _overlap(top: float, bottom: float, other_top: float, other_bottom: float) -> float:
    """Return the shared height as a share of the lower of two bands."""
    lower = min(bottom - top, other_bottom - other_top)
    return (min(bottom, other_bottom) - max(top, other_top)) / lower if lower > 0 else 0.0


def _covers(last: Word, word: Word) -> bool:
    """Tell whether two words lie on one another (rows that overlap, stamps), so that they cannot follow one another."""
    shared = min(last.box.x1, word.box.x1) - max(last.box.x0, word.box.x0)
    return shared > 0.5 * min(last.box.width, word.box.width) and shared > 0.3 * word.box.height


def _turned(words: list[Word]) -> list[Line]:
    """Return lines of turned words: those that share a strip of x and follow one another closely, bottom to top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (round(word.box.middle[0]), -word.box.bottom, word.box.x0, word.text)):
        last = lines[-1][-1] if lines else None
        if last is not None and last.box.x0 < word.box.middle[0] < last.box.x1 and _follows(last, word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(words=tuple(line)) for line in lines]


def _follows(last: Word, word: Word) -> bool:
    gap = last.box.top - word.box.bottom
    return -1.0 < gap <= _TURNED_GAP * max(last.box.width, 1.0)


def size_of(line: Line) -> float:
    """Return the font size of a line in points: the size of most of its letters."""
    return line.size


def is_bold(line: Line) -> bool:
    """Tell whether most letters of a line are bold; digits of page numbers and punctuation have no say."""
    letters = sum(len(word.text) for word in line.words if word.text[:1].isalnum())
    return letters > 0 and 2 * sum(len(word.text) for word in line.words if word.bold and word.text[:1].isalnum()) > letters


def in_parts(line: Line, gap: float = 1.5) -> Line:
    """Return a line that reads, stands and is cut by `segments` like another, with one word for each part: in less memory."""
    size = size_of(line)
    groups: list[list[Word]] = []
    for word in line.words:
        leaders = _LEADERS.fullmatch(word.text) is not None
        apart = (
            not groups or leaders or _LEADERS.fullmatch(groups[-1][-1].text) or word.box.x0 - groups[-1][-1].box.x1 > gap * size
        )
        if apart:
            groups.append([])
        groups[-1].append(word)
    return Line(words=tuple(_as_one(group, size) for group in groups)).slim()


def _as_one(words: Sequence[Word], size: float) -> Word:
    joined = {
        "text": " ".join(word.text for word in words),
        "raw": "",
        "box": union(word.box for word in words).slim(),
        "size": size,
    }
    return words[0].model_copy(update=joined).slim()


def segments(line: Line, gap: float = 1.5) -> tuple[tuple[Word, ...], ...]:
    """Cut a line where the white space is wider than `gap` font sizes; dotted leaders count as white space."""
    limit = gap * size_of(line)
    parts: list[list[Word]] = [[]]
    for word in line.words:
        if word.text.startswith((".", "_", "…")) and _LEADERS.fullmatch(word.text):
            parts.append([])
            continue
        if parts[-1] and word.box.x0 - parts[-1][-1].box.x1 > limit:
            parts.append([])
        parts[-1].append(word)
    return tuple(tuple(part) for part in parts if part)
