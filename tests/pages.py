"""Pages for tests: drawn as text in the test itself, or read from a PDF in the plainest way."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pdfplumber

from schemas.page import Page, Ruling, Word
from schemas.place import Box

COLUMN = 6.0
"""Points from one character of a drawing to the next."""
ROW = 12.0
"""Points from one line of a drawing to the next."""
MARGIN = 50.0
"""Points to the left of the first character and above the first line."""
RULE = re.compile(r"[-─═]{4,}")


def page_from_text(  # noqa: PLR0913  # a test names only what it needs
    drawing: str,
    *,
    number: int = 1,
    bold: Iterable[str] = (),
    sizes: dict[str, float] | None = None,
    width: float = 595.0,
    height: float = 842.0,
) -> Page:
    """Turn a drawing into a page: a character is 6 points wide, a line 12 points high, `----` is a horizontal rule.

    Lines that hold one of the texts in `bold` are bold; a line that holds a key of `sizes` has that font size (10 otherwise).
    """
    words: list[Word] = []
    rulings: list[Ruling] = []
    marks = tuple(bold)
    for index, line in enumerate(textwrap.dedent(drawing).strip("\n").split("\n")):
        top = MARGIN + index * ROW
        size = next((points for text, points in (sizes or {}).items() if text in line), 10.0)
        for match in re.finditer(r"\S+", line):
            x0, x1 = MARGIN + match.start() * COLUMN, MARGIN + match.end() * COLUMN
            if RULE.fullmatch(match.group()):
                rulings.append(Ruling(box=Box(x0=x0, top=top + 6, x1=x1, bottom=top + 6), horizontal=True))
                continue
            box = Box(x0=x0, top=top + 10 - size, x1=x1, bottom=top + 10)
            words.append(
                Word(text=match.group(), raw=match.group(), box=box, size=size, bold=any(mark in line for mark in marks))
            )
    return Page(number=number, width=width, height=height, words=tuple(words), rulings=tuple(rulings))


def pages_from_pdf(path: Path | str, pages: Iterable[int] | None = None) -> tuple[Page, ...]:
    """Read words, rulings and shades with pdfplumber alone; no OCR, no repair. `pages` counts from 1, all by default."""
    with pdfplumber.open(path, pages=list(pages) if pages else None) as pdf:
        read = []
        for page in pdf.pages:
            read.append(_page(page))
            page.close()
        return tuple(read)


def _page(page: Any) -> Page:
    words = page.extract_words(
        extra_attrs=["fontname", "size"], x_tolerance_ratio=0.18, keep_blank_chars=False, use_text_flow=False
    )
    return Page(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        rotation=int(page.rotation or 0) % 360,
        text_source="native" if words else "empty",
        words=tuple(_word(word) for word in words),
        rulings=tuple(_rulings(page)),
        shades=tuple(_box(rect) for rect in page.rects if rect.get("fill") and rect["width"] > 3 and rect["height"] > 3),
    )


def _word(word: dict[str, Any]) -> Word:
    return Word(
        text=unicodedata.normalize("NFC", word["text"]),
        raw=word["text"],
        box=_box(word),
        size=float(word["size"]),
        bold=bool(re.search(r"bold|black|heavy|semibold", word["fontname"], re.IGNORECASE)),
        upright=bool(word.get("upright", True)),
    )


def _rulings(page: Any) -> Iterable[Ruling]:
    for edge in page.edges:
        yield Ruling(box=_box(edge), horizontal=edge["orientation"] == "h")


def _box(item: dict[str, Any]) -> Box:
    x0, x1 = sorted((float(item["x0"]), float(item["x1"])))
    top, bottom = sorted((float(item["top"]), float(item["bottom"])))
    return Box(x0=x0, top=top, x1=x1, bottom=bottom)
