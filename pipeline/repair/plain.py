"""Repair of plain text, for measuring and for text without pages."""

from __future__ import annotations

import re

from pipeline.repair.mend import Mender
from pipeline.repair.words import WordList, load_words

TOKEN = re.compile(r"\S+")


def repair_text(text: str, words: WordList | None = None) -> str:
    """Return the text with misread words mended, whether it looks damaged or not; line breaks and blanks are kept."""
    rows = text.split("\n")
    lines = [TOKEN.findall(row) for row in rows]
    by_line: dict[int, dict[int, str]] = {}
    for (line, token), fix in Mender(words or load_words()).mend(lines).items():
        by_line.setdefault(line, {})[token] = fix.text
    return "\n".join(_filled(row, by_line[number]) if number in by_line else row for number, row in enumerate(rows))


def _filled(row: str, texts: dict[int, str]) -> str:
    """Return a row with tokens replaced, the blanks between them kept."""
    made: list[str] = []
    end = 0
    for index, match in enumerate(TOKEN.finditer(row)):
        made.extend((row[end : match.start()], texts.get(index, match.group())))
        end = match.end()
    return "".join(made) + row[end:]
