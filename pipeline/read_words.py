"""Words from glyphs: neighbours on one baseline, split at blanks and gaps, never across columns."""

from __future__ import annotations

import math
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.read_glyphs import Glyph
from schemas.page import Word
from schemas.place import Box

GAP = 0.18
"""A gap of this share of the font size ends a word."""
JOIN_GAP = 0.1
"""Pieces drawn apart belong together when they are closer than this share of the size."""
BACK = 0.6
"""A glyph may begin this share of the size before the end of the last one (kerning, marks)."""
SHIFT = 0.18
"""Glyphs whose baselines differ by more than this share of the size are no neighbours (raised note marks)."""
SPACED = 0.12
"""Letters all set at least this share of the size apart are one spaced word."""
SPACED_LIMIT = 0.65
"""Letters set further apart than this are no word."""
SPACED_LETTERS = 4
"""So many letters make a spaced word."""
SAME_SPOT = 0.12
"""A character printed again within this share of the size is the same character printed twice."""

BLANKS = frozenset(" \t\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
NOTHING = frozenset("\u200b\u200c\u200d\u2060\ufeff")
REPLACED = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "ft",
    "ﬆ": "st",
    "\u2010": "-",
    "\u2011": "-",
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf0d8": "•",
    "\uf02d": "-",
}
SPACING_MARKS = {"¨": "\u0308", "˚": "\u030a", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327"}


class Piece:
    """A run of glyphs that touch; `u` runs along the text, `v` across it."""

    def __init__(self, spot: Spot) -> None:
        """Begin with one glyph."""
        self.glyphs = [spot.glyph]
        self.angle = spot.glyph.style.angle
        self.u0, self.u1, self.v = spot.u0, spot.u1, spot.v
        self.size = spot.glyph.style.size
        self.blank_before = False
        self.blank_after = False

    def takes(self, spot: Spot, gap_share: float) -> bool:
        """Tell whether the glyph continues this piece."""
        size = max(self.size, spot.glyph.style.size)
        if spot.glyph.style.angle != self.angle or abs(spot.v - self.v) > SHIFT * size:
            return False
        gap = spot.u0 - self.u1
        return -BACK * size <= gap <= gap_share * min(self.size, spot.glyph.style.size)

    def add(self, spot: Spot) -> None:
        """Continue with a glyph."""
        self.glyphs.append(spot.glyph)
        self.u1 = max(self.u1, spot.u1)
        self.u0 = min(self.u0, spot.u0)
        self.size = max(self.size, spot.glyph.style.size)

    def join(self, other: Piece) -> None:
        """Continue with a whole piece."""
        self.glyphs += other.glyphs
        self.u1 = max(self.u1, other.u1)
        self.size = max(self.size, other.size)
        self.blank_after = other.blank_after


class Spot:
    """A glyph seen along its own text direction."""

    __slots__ = ("glyph", "u0", "u1", "v")

    def __init__(self, glyph: Glyph) -> None:
        """Project the glyph on its direction."""
        self.glyph = glyph
        angle = glyph.style.angle
        if angle == 0:
            self.u0, self.u1, self.v = glyph.x0, glyph.x1, glyph.y
            return
        cos, sin = math.cos(math.radians(angle)), -math.sin(math.radians(angle))
        self.v = glyph.y * cos - glyph.x * sin
        corners = [x * cos + y * sin for x in (glyph.x0, glyph.x1) for y in (glyph.top, glyph.bottom)]
        self.u0, self.u1 = min(corners), max(corners)
        if angle % 90:  # the box of a slanted glyph says too much
            self.u0 = glyph.x * cos + glyph.y * sin
            self.u1 = self.u0 + min(self.u1 - self.u0, 0.5 * glyph.style.size)


def words_of(glyphs: Sequence[Glyph]) -> tuple[Word, ...]:
    """Return the words of a page in the order in which the page draws them."""
    pieces = _pieces(_once(glyphs))
    joined = _join_spaced(_join_touching(pieces))
    return tuple(word for word in map(_word, joined) if word is not None)


def _once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the glyphs without those printed again on the same spot (bold by printing twice)."""
    seen: dict[tuple[str, int, int], tuple[float, float]] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        reach = SAME_SPOT * glyph.style.size
        cells = {(glyph.text, int((glyph.x + dx) // 3), int((glyph.y + dy) // 3)) for dx in (-reach, reach) for dy in (-reach, reach)}
        spots = (seen.get(cell) for cell in cells)
        if any(spot and abs(spot[0] - glyph.x) <= reach and abs(spot[1] - glyph.y) <= reach for spot in spots):
            continue
        seen[(glyph.text, int(glyph.x // 3), int(glyph.y // 3))] = (glyph.x, glyph.y)
        kept.append(glyph)
    return kept


def _pieces(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Return runs of touching glyphs, in drawing order."""
    pieces: list[Piece] = []
    current: Piece | None = None
    blank = False
    for glyph, gap_share in zip(glyphs, _gap_shares(glyphs), strict=True):
        if glyph.text in BLANKS:
            blank = True
            continue
        if glyph.text in NOTHING:
            continue
        spot = Spot(glyph)
        if current is not None and not blank and current.takes(spot, gap_share):
            current.add(spot)
            continue
        if current is not None:
            current.blank_after = blank
        current = Piece(spot)
        current.blank_before = blank
        pieces.append(current)
        blank = False
    return pieces


def _gap_shares(glyphs: Sequence[Glyph]) -> list[float]:
    """Return for each glyph the gap (share of size) that would part it from the one before; larger within spaced words."""
    shares = [GAP] * len(glyphs)
    start = 0
    for index in range(1, len(glyphs) + 1):
        if index < len(glyphs) and _same_run(glyphs[index - 1], glyphs[index]):
            continue
        spaced = _spaced_share(glyphs[start:index])
        if spaced:
            shares[start:index] = [spaced] * (index - start)
        start = index
    return shares


def _same_run(left: Glyph, right: Glyph) -> bool:
    """Tell whether two glyphs are letters of one style that follow each other on a line."""
    if not (left.text.isalpha() and right.text.isalpha()) or left.style is not right.style and left.style != right.style:
        return False
    size = left.style.size
    return left.style.angle == 0 and abs(left.y - right.y) <= SHIFT * size and -BACK * size <= right.x0 - left.x1 <= 2 * size


def _spaced_share(run: Sequence[Glyph]) -> float | None:
    """Return the gap that ends a word in a run of letters that are all set apart; None for ordinary runs."""
    if len(run) < SPACED_LETTERS:
        return None
    gaps = [(right.x0 - left.x1) / left.style.size for left, right in pairwise(run)]
    middle = statistics.median(gaps)
    if not SPACED <= middle <= SPACED_LIMIT or min(gaps) < middle / 2:
        return None
    return middle * 1.5


def _join_touching(pieces: list[Piece]) -> list[Piece]:
    """Join pieces that were drawn apart but touch on the same baseline, without a blank between."""
    order = sorted(range(len(pieces)), key=lambda index: (pieces[index].angle, round(pieces[index].v), pieces[index].u0))
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
    """Tell whether `right` continues `left` without a gap."""
    if left.angle != right.angle or left.blank_after or right.blank_before:
        return False
    size = min(left.size, right.size)
    return abs(left.v - right.v) <= SHIFT * size and -SAME_SPOT * size <= right.u0 - left.u1 <= JOIN_GAP * size


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
    same_line = left.angle == right.angle and abs(left.v - right.v) <= SHIFT * left.size
    return same_line and left.size == right.size and 0 <= gap <= 2 * left.size


def _spaced_words(run: list[Piece]) -> list[Piece]:
    """Split a row of single letters at its wide gaps and join the rest; unchanged when the gaps are uneven or wide."""
    gaps = [right.u0 - left.u1 for left, right in pairwise(run)]
    even = statistics.median(gaps)
    if even > SPACED_LIMIT * run[0].size:
        return run
    words = [run[0]]
    for piece, gap in zip(run[1:], gaps, strict=True):
        if gap <= 1.5 * even:
            words[-1].join(piece)
        else:
            words.append(piece)
    return words


def _word(piece: Piece) -> Word | None:
    """Return the word of a piece; None when nothing is left to read."""
    raw = "".join(glyph.text for glyph in piece.glyphs)
    text = clean(compose(piece.glyphs))
    if not text:
        return None
    glyphs = piece.glyphs
    box = Box(
        x0=min(glyph.x0 for glyph in glyphs),
        top=min(glyph.top for glyph in glyphs),
        x1=max(glyph.x1 for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in glyphs),
    )
    bold = 2 * sum(glyph.style.bold for glyph in glyphs) > len(glyphs)
    return Word(text=text, raw=raw, box=box, size=round(piece.size, 2), bold=bold, upright=piece.angle == 0)


def compose(glyphs: Sequence[Glyph]) -> str:
    """Return the text of the glyphs with marks composed onto the letter that they stand over (`a` + `¨` is `ä`)."""
    letters = [glyph.text for glyph in glyphs]
    for index, glyph in enumerate(glyphs):
        mark = SPACING_MARKS.get(glyph.text, glyph.text if unicodedata.combining(glyph.text[:1] or " ") else None)
        if mark is None:
            continue
        bases = [near for near in (index - 1, index + 1) if 0 <= near < len(glyphs) and letters[near].isalpha()]
        bases.sort(key=lambda near: -_overlap(glyph, glyphs[near]))
        for base in bases:
            whole = unicodedata.normalize("NFC", letters[base] + mark)
            if len(whole) == 1 and (glyph.text == mark or _overlap(glyph, glyphs[base]) > 0.3 * (glyph.x1 - glyph.x0)):
                letters[base], letters[index] = whole, ""
                break
    return unicodedata.normalize("NFC", "".join(letters))


def _overlap(mark: Glyph, base: Glyph) -> float:
    """Return how far the two boxes overlap along x, in points; negative when they are apart."""
    return min(mark.x1, base.x1) - max(mark.x0, base.x0)


def clean(text: str) -> str:
    """Return NFC text with ligatures, special hyphens and control characters replaced, soft hyphens undone."""
    if text.isascii() and text.isprintable():
        return text
    inner = text.removesuffix("\u00ad").replace("\u00ad", "") + ("-" if text.endswith("\u00ad") else "")
    letters = (REPLACED.get(letter, letter) for letter in inner if letter not in NOTHING)
    shown = ("\ufffd" if unicodedata.category(letter[0]) == "Cc" else letter for letter in letters)
    return unicodedata.normalize("NFC", "".join(shown))
