"""Words from glyphs: neighbours on one baseline, split at blanks and gaps, never across columns."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.reading.glyphs import Glyph
from pipeline.reading.letters import BLANKS, NOTHING, clean, compose, is_mark
from schemas.page import Word
from schemas.place import Box

GAP = 0.15
"""A gap of this share of the font size ends a word."""
JOIN_GAP = 0.1
"""Pieces drawn apart belong together when they are closer than this share of the size."""
BACK = 0.25
"""A letter may begin this share of the size before the end of the last one (kerning) ..."""
MARK_BACK = 1.0
"""... and a diacritic, or a letter after one, this share."""
SHIFT = 0.18
"""Glyphs whose baselines differ by more than this share of the size are no neighbours (raised note marks)."""
SPACED = 0.08
"""Letters set at least this share of the size apart may be one spaced word ..."""
SPACED_LIMIT = 0.65
"""... and further apart than this they are not."""
SPACED_LETTERS = 4
"""So many single letters in a row make a spaced word."""
UNEVEN = 1.6
"""A gap this much wider than the gaps within a spaced word ends it."""
SAME_SPOT = 0.12
"""What is printed again within this share of the size is printed twice to look bold."""
LEAST_LEADER = 4
LEADER = re.compile(r"[.…_·]{4,}")
"""Dots from a title to its page number."""


class Piece:
    """A run of glyphs that touch; `u` runs along the text, `v` across it, in points."""

    __slots__ = ("blank_after", "blank_before", "glyphs", "size", "style", "u0", "u1", "v")

    def __init__(self, glyph: Glyph, u0: float, u1: float, v: float) -> None:
        """Begin with one glyph."""
        self.glyphs = [glyph]
        self.style = glyph.style
        self.size = glyph.style.size
        self.u0, self.u1, self.v = u0, u1, v
        self.blank_before = self.blank_after = False

    def takes(self, glyph: Glyph, u0: float, v: float) -> bool:
        """Tell whether the glyph continues this piece."""
        style, size = glyph.style, self.size
        if style is not self.style:
            if style.angle != self.style.angle:
                return False
            size = min(size, style.size)
        gap = u0 - self.u1
        if gap > GAP * size or abs(v - self.v) > SHIFT * size:
            return False
        last = self.glyphs[-1]
        if gap >= -BACK * size or self.same_glyph(glyph):
            return True
        return gap >= -MARK_BACK * size and (is_mark(glyph.text) or is_mark(last.text))

    def same_glyph(self, glyph: Glyph) -> bool:
        """Tell whether the character comes from the same printed glyph as the last one (a ligature)."""
        last = self.glyphs[-1]
        return glyph.style is last.style and glyph.x == last.x and glyph.y == last.y

    def repeats(self, glyph: Glyph) -> bool:
        """Tell whether the glyph is the last one printed again."""
        last = self.glyphs[-1]
        if last.text != glyph.text or self.same_glyph(glyph):
            return False
        reach = SAME_SPOT * self.size
        return abs(last.x - glyph.x) <= reach and abs(last.y - glyph.y) <= reach

    def add(self, glyph: Glyph, u1: float) -> None:
        """Continue with a glyph."""
        self.glyphs.append(glyph)
        self.u1 = max(self.u1, u1)
        if glyph.style is not self.style:
            self.size = max(self.size, glyph.style.size)

    def join(self, other: Piece) -> None:
        """Continue with a whole piece."""
        self.glyphs += other.glyphs
        self.u1 = max(self.u1, other.u1)
        self.size = max(self.size, other.size)
        self.blank_after = other.blank_after


def words_of(glyphs: Sequence[Glyph]) -> tuple[Word, ...]:
    """Return the words of a page in the order in which the page draws them."""
    pieces = _once(_pieces(glyphs))
    joined = _join_spaced(_join_touching(pieces))
    parts = (part for piece in joined for part in _without_leaders(piece.glyphs))
    return tuple(word for raw, part in parts if (word := _word(raw, part)) is not None)


def _along(glyph: Glyph) -> tuple[float, float, float]:
    """Return (u0, u1, v) of a glyph seen along its own text direction."""
    style = glyph.style
    cos, sin = math.cos(math.radians(style.angle)), -math.sin(math.radians(style.angle))
    v = glyph.y * cos - glyph.x * sin
    corners = [x * cos + y * sin for x in (glyph.x0, glyph.x1) for y in (glyph.top, glyph.bottom)]
    if style.angle % 90 == 0:
        return min(corners), max(corners), v
    u0 = glyph.x * cos + glyph.y * sin  # the box of a slanted glyph says too much
    return u0, u0 + min(max(corners) - min(corners), 0.5 * style.size), v


def _pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Return runs of touching glyphs, in drawing order. Runs once per character: kept lean."""
    pieces: list[Piece] = []
    current: Piece | None = None
    blank = False
    for glyph in glyphs:
        if glyph.text in BLANKS:
            blank = True
            continue
        if glyph.text in NOTHING:
            continue
        u0, u1, v = _along(glyph) if glyph.style.angle else (glyph.x0, glyph.x1, glyph.y)
        if current is not None:
            if current.repeats(glyph):
                continue
            if not blank and current.takes(glyph, u0, v):
                current.add(glyph, u1)
                continue
            current.blank_after = blank
        current = Piece(glyph, u0, u1, v)
        current.blank_before = blank
        pieces.append(current)
        blank = False
    return pieces


def _once(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces without those printed again on the same spot."""
    seen: dict[str, list[Piece]] = {}
    kept: list[Piece] = []
    for piece in pieces:
        same = seen.setdefault("".join([glyph.text for glyph in piece.glyphs]), [])
        reach = SAME_SPOT * piece.size
        if any(abs(other.u0 - piece.u0) <= reach and abs(other.v - piece.v) <= reach for other in same):
            continue
        same.append(piece)
        kept.append(piece)
    return kept


def _join_touching(pieces: list[Piece]) -> list[Piece]:
    """Join pieces that were drawn apart but touch on the same baseline, without a blank between."""
    order = sorted(range(len(pieces)), key=lambda index: (pieces[index].style.angle, round(pieces[index].v), pieces[index].u0))
    gone: set[int] = set()
    last: int | None = None
    for index in order:
        piece = pieces[index]
        if last is not None and _touch(pieces[last], piece):
            pieces[last].join(piece)
            gone.add(index)
            continue
        last = index
    return [piece for index, piece in enumerate(pieces) if index not in gone]


def _touch(left: Piece, right: Piece) -> bool:
    """Tell whether `right` continues `left`: no gap, or one no wider than those between the letters of a spaced word."""
    if left.style.angle != right.style.angle or left.blank_after or right.blank_before:
        return False
    size, gap = min(left.size, right.size), right.u0 - left.u1
    if abs(left.v - right.v) > SHIFT * size or not -SAME_SPOT * size <= gap <= SPACED_LIMIT * size:
        return False
    return gap <= JOIN_GAP * size or gap <= UNEVEN * _letter_gap(left, right)


def _letter_gap(left: Piece, right: Piece) -> float:
    """Return the median gap between the letters of two pieces of upright text; 0 unless all are letters set apart."""
    if left.style != right.style or left.style.angle or not all(glyph.text.isalpha() for glyph in left.glyphs + right.glyphs):
        return 0.0
    gaps = [after.x0 - before.x1 for piece in (left, right) for before, after in pairwise(piece.glyphs)]
    middle = statistics.median(gaps) if len(gaps) >= SPACED_LETTERS - 2 else 0.0
    return middle if middle >= SPACED * left.size else 0.0


def _join_spaced(pieces: list[Piece]) -> list[Piece]:
    """Join single letters set with even blanks (`P R O T O K O L L`) into words."""
    joined: list[Piece] = []
    start = 0
    for index in range(1, len(pieces) + 1):
        if index < len(pieces) and _letters_in_row(pieces[index - 1], pieces[index]):
            continue
        run = pieces[start:index]
        joined += _spaced_words(run) if len(run) >= SPACED_LETTERS else run
        start = index
    return joined


def _letters_in_row(left: Piece, right: Piece) -> bool:
    """Tell whether two pieces are single letters that follow each other on one line."""
    if not all(len(piece.glyphs) == 1 and piece.glyphs[0].text.isalpha() for piece in (left, right)):
        return False
    gap = right.u0 - left.u1
    same_line = left.style.angle == right.style.angle and abs(left.v - right.v) <= SHIFT * left.size
    return same_line and left.size == right.size and 0 <= gap <= 2 * left.size


def _spaced_words(run: list[Piece]) -> list[Piece]:
    """Split a row of single letters at its wide gaps and join the rest; unchanged when the gaps are uneven or wide."""
    gaps = [right.u0 - left.u1 for left, right in pairwise(run)]
    even = statistics.median(gaps)
    if even > SPACED_LIMIT * run[0].size:
        return run
    words = [run[0]]
    for piece, gap in zip(run[1:], gaps, strict=True):
        if gap <= UNEVEN * even:
            words[-1].join(piece)
        else:
            words.append(piece)
    return words


def _without_leaders(glyphs: list[Glyph]) -> list[tuple[str, list[Glyph]]]:
    """Return (text, glyphs) of a word, parted at leaders (`Resultat......12`), which become words of their own."""
    raw = "".join([glyph.text for glyph in glyphs])
    if len(raw) <= LEAST_LEADER or len(raw) != len(glyphs) or not LEADER.search(raw):
        return [(raw, glyphs)]
    cuts = sorted({0, len(raw), *(edge for match in LEADER.finditer(raw) for edge in match.span())})
    return [(raw[start:end], glyphs[start:end]) for start, end in pairwise(cuts)]


def _word(raw: str, glyphs: list[Glyph]) -> Word | None:
    """Return the word that the glyphs make; None when nothing is left to read."""
    text = raw if raw.isascii() and raw.isprintable() and "`" not in raw else clean(compose(glyphs))
    if not text:
        return None
    style = glyphs[0].style
    if all([glyph.style is style for glyph in glyphs]) and style.angle == 0:  # noqa: C419  # a list is quicker here
        box = Box(x0=glyphs[0].x0, top=glyphs[0].top, x1=max([glyph.x1 for glyph in glyphs]), bottom=glyphs[0].bottom)
        return Word(text=text, raw=raw, box=box.slim(), size=round(style.size, 2), bold=style.bold).slim()
    box = Box(
        x0=min(glyph.x0 for glyph in glyphs),
        top=min(glyph.top for glyph in glyphs),
        x1=max(glyph.x1 for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in glyphs),
    )
    bold = 2 * sum(glyph.style.bold for glyph in glyphs) > len(glyphs)
    size = max(glyph.style.size for glyph in glyphs)
    return Word(text=text, raw=raw, box=box.slim(), size=round(size, 2), bold=bold, upright=style.angle == 0).slim()
