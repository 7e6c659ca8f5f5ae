"""Letters of a word made plain: marks composed onto their letters, ligatures undone, characters that say nothing dropped."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.reading.glyphs import Glyph

BLANKS = frozenset(" \t\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
SOFT_HYPHEN = "\u00ad"
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


def is_mark(text: str) -> bool:
    """Tell whether a character is a diacritic to be set over a letter, combining or spacing."""
    return text in SPACING_MARKS or (not text.isascii() and unicodedata.combining(text[0]) > 0)


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
    inner = text.removesuffix(SOFT_HYPHEN).replace(SOFT_HYPHEN, "") + ("-" if text.endswith(SOFT_HYPHEN) else "")
    letters = (REPLACED.get(letter, letter) for letter in inner if letter not in NOTHING)
    shown = ("\ufffd" if unicodedata.category(letter[0]) == "Cc" else letter for letter in letters)
    return unicodedata.normalize("NFC", "".join(shown))
