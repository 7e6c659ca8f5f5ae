"""Words of a table in reading order: text lines, spaces, and which words look like figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from extractors.tables.years import is_year
from schemas.page import Page, Word

STRAY = re.compile(r"[|¦_\[\]{}]+")
"""What an OCR makes of a rule."""
QUOTES = "\"'´`’‘“”°"
"""What an OCR makes of a mark in the corner of a cell of figures."""
SPECK = 0.55
"""A letter lower than this share of the usual height is a speck."""
_DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+|\d+)(?:[.,:]\d+)*"
_UNITS = r"(?:%|kr|SEK|tkr|mnkr|kronor|st|:-)?"
_SIGNS = r"[+\-–−—±]?\s?(?:[$€£]\s?)?"
FIGURE = re.compile(
    rf"{_SIGNS}[(\[]?{_SIGNS}{_DIGITS}\s?{_UNITS}[*]{{0,3}}[)\]]?[-–−]?[*¹²³⁴⁵⁶⁷⁸⁹⁰†]{{0,3}}(?:\d?\))?(?:\s?\(\d+(?:[.,]\d+)?\s?%\))?",
    re.IGNORECASE,
)
LEADER = re.compile(r"(?:\.\s?|…){4,}$|^(?:\.|…){4,}$|_{4,}$")
"""Dots or lines that lead from a label to its figures."""
SHARE = re.compile(r"\(\d+(?:[.,]\d+)?\s?%\)")
"""A share in brackets belongs to the number before it."""
DASH = re.compile(r"[-–−—]{1,2}|\.{1,3}|n\.?a\.?|:", re.IGNORECASE)
"""What stands for no figure."""
UNIT = re.compile(r"kr\.?|tkr|mnkr|mkr|%|st|:-|SEK|kronor", re.IGNORECASE)
SIGN = re.compile(r"[+\-–−—±]")
GROUP_START = re.compile(r"[(]?[+\-–−—±]?[(]?\d{1,3}")
LOST_SPACE = re.compile(r"[(]?[+\-–−—]?\d{1,6}(?: \d{3})*")
"""A figure as far as an OCR read it, perhaps without the first of its spaces (`1416 000`)."""
GROUP_NEXT = re.compile(r"\d{3}(?:[.,]\d+)?[)%\-–−*]{0,4}")
INK = 1.5
"""A text layer's box is so many times as high as the ink of a figure, and ink is what an OCR measures."""
BEARING = 0.12
"""Of the height of a line: the white beside the ink of a 1."""
MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"


def usable_words(page: Page) -> list[Word]:
    """Return the words that can stand in a cell: those of an OCR without strokes that were rules."""
    words = [
        _without_leader(word) for word in page.words if word.text.strip() not in {"", "."} and not LEADER.fullmatch(word.text)
    ]
    if page.text_source in {"ocr", "repaired"}:
        least = SPECK * median(word.box.height for word in words) if words else 0.0
        return [_without_strokes(word) for word in words if not STRAY.fullmatch(word.text) and not _is_speck(word, least)]
    return [word for word in words if word.text != "|"]


def _is_speck(word: Word, least: float) -> bool:
    """Tell whether a letter or digit is so low that it was no letter: a corner mark, a bit of a rule."""
    return word.box.height < least and len(word.text) == 1 and word.text.isalnum()


def _without_leader(word: Word) -> Word:
    """Cut off the dots that lead from a label to its figures; a dot is about half as wide as a letter."""
    found = LEADER.search(word.text)
    if found is None or found.start() == 0:
        return word
    kept, dots = found.start(), len(word.text) - found.start()
    box = word.box.model_copy(update={"x1": word.box.x0 + word.box.width * kept / (kept + dots / 2)})
    return word.model_copy(update={"text": word.text[:kept], "box": box})


def _without_strokes(word: Word) -> Word:
    text = word.text.strip("|¦")
    if FIGURE.fullmatch(text.strip(QUOTES)):
        text = text.strip(QUOTES)
    if text in {"(0", "0)"}:
        text = "0"
    return word if text == word.text else word.model_copy(update={"text": text})


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Group words into text lines by vertical overlap, top first, each line from left to right."""
    lines: list[list[Word]] = []
    ends: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda item: (item.box.middle[1], item.box.x0)):
        middle, half = word.box.middle[1], word.box.height / 2
        if lines and _same_line(ends[-1], middle, half):
            lines[-1].append(word)
            top, bottom = ends[-1]
            if word.box.height > bottom - top:
                ends[-1] = (word.box.top, word.box.bottom)
        else:
            lines.append([word])
            ends.append((word.box.top, word.box.bottom))
    return [sorted(line, key=lambda item: item.box.x0) for line in lines]


def _same_line(ends: tuple[float, float], middle: float, half: float) -> bool:
    top, bottom = ends
    return abs((top + bottom) / 2 - middle) < 0.7 * max(half, (bottom - top) / 2) or (
        top < middle < bottom and abs((top + bottom) / 2 - middle) < 0.7 * half
    )


def is_measured(words: Sequence[Word]) -> bool:
    """Tell whether the boxes of words are the ink that an OCR saw, and not those of a font."""
    return 2 * sum(word.confidence < 1 for word in words) > len(words)


def height(words: Sequence[Word]) -> float:
    """Return the usual height of words in points, as a text layer gives it (ink is lower); 10 when there are none."""
    if not words:
        return 10.0
    return median(word.box.height for word in words) * (INK if is_measured(words) else 1.0)


def extent(words: Sequence[Word]) -> tuple[float, float]:
    """Return top and bottom of the words of a line, with the white that a font has above and below its ink."""
    white = (INK - 1) / 2 * median(word.box.height for word in words) if is_measured(words) else 0.0
    return min(word.box.top for word in words) - white, max(word.box.bottom for word in words) + white


_WRAPPED_DATE = re.compile(r"(?<=\b(?:19|20)\d\d-\d\d-)\s(?=\d\d\b)|(?<=\b(?:19|20)\d\d-)\s(?=[01]\d-\d\d\b)")
"""The line break in `2024-12-` over `31`."""


def text_of(words: Iterable[Word]) -> str:
    """Join the words of a cell: lines by a space, without undoing hyphens at line ends that a name may need."""
    if all(not word.upright for word in words):
        return " ".join(word.text for word in _turned(words))
    joined = " ".join(word.text for line in text_lines(words) for word in line)
    return _WRAPPED_DATE.sub("", joined)


def with_lost_space(text: str) -> str:
    """Return a figure whose first space an OCR lost (`1416 000`) with the space; other texts as they are.

    >>> with_lost_space("-2776 000")
    '-2 776 000'
    """
    found = re.fullmatch(r"([(]?[+\-–−—]?)(\d{1,3})(\d{3})((?: \d{3})+[)]?(?: ?kr)?)", text)
    if found is None or is_year(found[2] + found[3]):
        return text
    return f"{found[1]}{found[2]} {found[3]}{found[4]}"


def raw_of(words: Iterable[Word]) -> str:
    """Like `text_of`, as read before repair."""
    return " ".join(word.raw for line in text_lines(words) for word in line)


def _turned(words: Iterable[Word]) -> list[Word]:
    """Reading order of words that run upwards: columns from left to right, from the bottom up."""
    return sorted(words, key=lambda word: (round(word.box.x0 / 6), -word.box.bottom))


def is_figure(text: str) -> bool:
    """Tell whether the text of a cell is one printed number (with sign, spaces, unit, mark), or a dash in its place."""
    stripped = text.strip()
    return bool(FIGURE.fullmatch(stripped) or DASH.fullmatch(stripped))


def goes_on(upper: str, lower: Sequence[str], *, measured: bool) -> bool:
    """Tell whether a figure goes on in the lines below it: `1 416` over `000`; an OCR may have lost its first space."""
    whole = is_figure(" ".join((upper, *lower))) or (measured and LOST_SPACE.fullmatch(upper) is not None and not is_year(upper))
    return whole and all(map(GROUP_NEXT.fullmatch, lower))


def has_digit(text: str) -> bool:
    """Tell whether the text has any digit."""
    return any(char.isdigit() for char in text)


def _narrow_ink(left: Word, right: Word) -> float:
    """Return the white that belongs to a digit 1 on either side of a gap, where boxes are ink: a 1 is as broad as others."""
    if left.confidence == 1:
        return 0.0
    return BEARING * INK * left.box.height * (left.text.endswith("1") + right.text.startswith("1"))


def joins(left: Word, right: Word, before: str, space: float) -> bool:
    """Tell whether `right` may continue the figure whose text so far is `before` and whose last word is `left`.

    `space` is the widest gap, in points, that can stand inside a figure.
    """
    if right.box.x0 - left.box.x1 - _narrow_ink(left, right) > space:
        return False
    if SHARE.fullmatch(right.text):
        return has_digit(before)
    if SIGN.fullmatch(before.strip()):
        return bool(re.match(r"\d", right.text))
    if UNIT.fullmatch(right.text) or re.fullmatch(r"[*)†]{1,3}", right.text):
        return has_digit(before)
    if left.confidence < 1 and LOST_SPACE.fullmatch(before) and (right.text == "000" or not is_year(before)):
        return bool(GROUP_NEXT.fullmatch(right.text))
    groups = before.split()
    first = groups[1:] if SIGN.fullmatch(groups[0]) else groups
    return bool(
        GROUP_NEXT.fullmatch(right.text)
        and GROUP_START.fullmatch(first[0])
        and all(re.fullmatch(r"\d{3}", group) for group in first[1:])
    )
