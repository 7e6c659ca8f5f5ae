"""Words from glyphs: neighbours on one baseline, split at blanks and gaps, never across columns."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.reading.glyphs import Glyph
from pipeline.reading.letters import BLANKS, NOTHING, clean, compose, is_mark
from pipeline.reading.styles import Style
from schemas.page import Word
from schemas.place import Box

GAP = 0.15
"""A gap of this share of the font size ends a word."""
JOIN_GAP = 0.1
"""Pieces drawn apart belong together when they are closer than this share of the size."""
BACK = 0.25
"""A letter may begin this share of the size before the end of the last one (kerning) ..."""
SLANTED_GAP = 0.55
"""Widths of slanted letters are guessed: the next one of their word may begin this share of the size later."""
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

    __slots__ = ("back", "blank_after", "blank_before", "far", "glyphs", "one_style", "raw", "size", "style", "u0", "u1", "v")

    def __init__(self, glyph: Glyph, u0: float, u1: float, v: float) -> None:
        """Begin with one glyph."""
        self.glyphs = [glyph]
        self.style = glyph.style
        self.u0, self.u1, self.v = u0, u1, v
        self.raw = ""
        self.one_style = True
        self.blank_before = self.blank_after = False
        self._resize(glyph.style.size)

    def _resize(self, size: float) -> None:
        """Set the size, and with it how far back and how far on the next glyph may begin; slanted text needs a closer look."""
        self.size = size
        self.back = -BACK * size
        self.far = -math.inf if self.style.angle else GAP * size

    def takes(self, glyph: Glyph, u0: float, v: float) -> bool:
        """Tell whether the glyph continues this piece."""
        style, size = glyph.style, self.size
        if style is not self.style:
            if style.angle != self.style.angle:
                return False
            size = min(size, style.size)
        gap = u0 - self.u1
        if gap > GAP * size or abs(v - self.v) > SHIFT * size:
            return style.angle % 90 != 0 and 0 < gap <= SLANTED_GAP * size and abs(v - self.v) <= SHIFT * size
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
            self.one_style = False
            self._resize(max(self.size, glyph.style.size))

    def join(self, other: Piece) -> None:
        """Continue with a whole piece."""
        self.glyphs += other.glyphs
        self.raw += other.raw
        self.u1 = max(self.u1, other.u1)
        self.one_style = self.one_style and other.one_style and other.style is self.style
        self._resize(max(self.size, other.size))
        self.blank_after = other.blank_after


def words_of(glyphs: Sequence[Glyph]) -> tuple[Word, ...]:
    """Return the words of a page in the order in which the page draws them."""
    pieces = _once(_pieces(glyphs))
    return tuple([word for piece in _join_spaced(_join_touching(pieces)) for word in _words_in(piece)])


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
    current = Piece(NO_GLYPH, 0.0, -math.inf, math.nan)
    blank = False
    for glyph in glyphs:
        text, x0, _, x1, _, x, y, style = glyph
        if text in SKIPPED:
            blank = blank or text in BLANKS
            continue
        if style is current.style and y == current.v and current.back <= x0 - current.u1 <= current.far and not blank:
            last = current.glyphs[-1]
            if text != last.text or abs(x - last.x) > SAME_SPOT * current.size:  # the ordinary case first
                current.glyphs.append(glyph)
                current.u1 = max(current.u1, x1)
                continue
        if current.repeats(glyph):
            continue
        u0, u1, v = _along(glyph) if style.angle else (x0, x1, y)
        if not blank and current.takes(glyph, u0, v):
            current.add(glyph, u1)
            continue
        current.blank_after = blank
        current = Piece(glyph, u0, u1, v)
        current.blank_before = blank
        pieces.append(current)
        blank = False
    return pieces


SKIPPED = BLANKS | NOTHING
NO_GLYPH = Glyph("", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, Style(0.0, bold=False, angle=0, shown=False, white=False))


def _once(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces without those printed again on the same spot."""
    seen: dict[str, list[Piece]] = {}
    kept: list[Piece] = []
    for piece in pieces:
        piece.raw = "".join([glyph.text for glyph in piece.glyphs])
        same = seen.setdefault(piece.raw, [])
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
    """Join single letters set with even blanks (`P R O T O K O L L`) into words, with the digits that stand in their row."""
    joined: list[Piece] = []
    start = 0
    for index in range(1, len(pieces) + 1):
        if index < len(pieces) and _letters_in_row(pieces[index - 1], pieces[index]):
            continue
        run = pieces[start:index]
        spaced = len(run) >= SPACED_LETTERS and sum(piece.raw.isalpha() for piece in run) >= SPACED_LETTERS
        joined += _spaced_words(run) if spaced else run
        start = index
    return joined


def _letters_in_row(left: Piece, right: Piece) -> bool:
    """Tell whether two pieces are single letters or digits that follow each other on one line."""
    if not (len(left.glyphs) == len(right.glyphs) == 1 and left.raw.isalnum() and right.raw.isalnum()):
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


def _words_in(piece: Piece) -> Iterator[Word]:
    """Yield the word that a piece makes, parted at leaders (`Resultat......12`), which become words of their own."""
    raw, glyphs = piece.raw, piece.glyphs
    if len(raw) <= LEAST_LEADER or raw.isalnum() or len(raw) != len(glyphs) or not LEADER.search(raw):
        parts = [(raw, glyphs)]
    else:
        cuts = sorted({0, len(raw), *(edge for match in LEADER.finditer(raw) for edge in match.span())})
        parts = [(raw[start:end], glyphs[start:end]) for start, end in pairwise(cuts)]
    for part, inside in parts:
        if text := part if _is_plain(part) else clean(compose(inside)):
            yield _word(text, part, inside, one_style=piece.one_style)


def _is_plain(raw: str) -> bool:
    """Tell whether the text of a word is what its glyphs say: nothing to compose, to undo or to leave out."""
    return (raw.isascii() and raw.isprintable() and "`" not in raw) or PLAIN.issuperset(raw)


PLAIN = frozenset("".join(chr(code) for code in range(33, 127) if chr(code) != "`") + "åäöÅÄÖéÉüÜ§–”")


def _word(text: str, raw: str, glyphs: Sequence[Glyph], *, one_style: bool) -> Word:
    """Return the word that the glyphs make."""
    first, style = glyphs[0], glyphs[0].style
    right = max([glyph.x1 for glyph in glyphs])
    if style.angle == 0 and (one_style or all(glyph.style is style for glyph in glyphs)):
        return _made(text, raw, (first.x0, first.top, right, first.bottom), style.size, bold=style.bold, upright=True)
    edges = (min(glyph.x0 for glyph in glyphs), min(glyph.top for glyph in glyphs), right, max(glyph.bottom for glyph in glyphs))
    bold = 2 * sum(glyph.style.bold for glyph in glyphs) > len(glyphs)
    return _made(text, raw, edges, max(glyph.style.size for glyph in glyphs), bold=bold, upright=style.angle == 0)


def _made(text: str, raw: str, edges: tuple[float, float, float, float], size: float, *, bold: bool, upright: bool) -> Word:  # noqa: PLR0913  # as a word has them
    """Return a word of a text layer; its values are of the right types and not checked again."""
    return Word.of_values((text, raw, Box.of_values(edges), 1.0, round(size, 2), bold, upright, ()))
