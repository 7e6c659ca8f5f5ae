"""List items: which lines begin with a bullet, a number or letter set as a bullet, or a strange glyph that stands for one."""

from __future__ import annotations

import re

from schemas.page import Line, Word

_BULLET = re.compile(r"^(?:[•●▪■□◦‣·∙○◊►▶➢➤➔→✓✔❖*\u2043\u2219\u25aa\uf000-\uf0ff\ufffd]|[-–—])$")
_GLUED_BULLET = re.compile(r"^[•●▪■◦‣·➢➤✓❖\uf000-\uf0ff][\w\"”(]|^[-–][A-ZÅÄÖa-zåäö]{2,}")
_NUMBER_BULLET = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zåäö][.)])$")
_STRANGE = frozenset("oüØvqlnàÆ§xŸ¾¨")
"""Glyphs that stand where a symbol font had a bullet."""


def is_item(line: Line) -> bool:
    """Tell whether a line begins a list item."""
    first, rest = line.words[0], line.words[1:]
    if _GLUED_BULLET.match(first.text):
        return True
    if not rest:
        return False
    if _BULLET.match(first.text):
        return not rest[0].text[:1].isdigit() or first.text not in "-–—"
    if _NUMBER_BULLET.match(first.text):
        return not first.bold
    return first.text in _STRANGE and _is_apart(first, rest[0])


def is_numbered(line: Line) -> bool:
    """Tell whether a line begins with a number or letter set as a bullet."""
    return len(line.words) > 1 and _NUMBER_BULLET.match(line.words[0].text) is not None


def _is_apart(first: Word, second: Word) -> bool:
    """Tell whether a glyph stands apart from its text as bullets do."""
    return not second.text[:1].isdigit() and second.box.x0 - first.box.x1 > 0.5 * (second.size or second.box.height)
