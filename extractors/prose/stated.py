"""Facts in text that are no amounts: when the body was founded, years of headings, years that cannot be, names of annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.figures.context import DocumentContext
from extractors.prose import cues
from extractors.values.dates import find_dates, find_years
from schemas.layout import Layout
from schemas.page import Block
from schemas.place import Box, union
from schemas.stated import Stated

FOUNDED = cues.cue(r"\w*förbund(?:et)?\b(?:\s\S+){0,4}?\s(?:bildades|grundades|inrättades)\s(?:den\s)?$")
"""What stands between the name of a joint body and the day on which it was founded."""
STRANGE = re.compile(
    r"(?i:\b(?:under|år|hösten|våren|sommaren|vintern|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))"
    r"\s(?P<year>2[1-9]\d\d)(?=[.,;:)]?(?:\s[A-ZÅÄÖ(]|$))"
)
"""A year of a coming century at the end of a sentence or clause."""
NEAR_YEARS = range(-1, 3)
"""How far from the document's year a year is that one wrong digit may have hit."""
ANNEX = re.compile(
    r"(?i:bilaga)\s(?:(?i:nr)\.?\s)?(?P<number>\d{1,2}|[A-H])\b\s?[.:,–-]?\s"
    r"(?P<name>[^\W\d_].{3,}\.(?:pdf|docx?|xlsx?|pptx?)|[A-ZÅÄÖ].{3,}?[^.\s])(?:\s?\.{3,})?(?:\s\d{1,3})?$"
)
"""`Bilaga 1: Styrelsens reflektioner`, in a list, a table of contents or over the annex."""
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def stated(layout: Layout, context: DocumentContext) -> tuple[Stated, ...]:
    """Return the facts of a document in reading order."""
    everything = layout.text_blocks()
    blocks = [block for block in everything if block.kind != "contents"]
    return (*_founded(blocks), *_headings(blocks), *_strange(blocks, context), *_annexes(everything))


def _founded(blocks: Sequence[Block]) -> Iterator[Stated]:
    for block in blocks:
        for sentence in SENTENCE.split(_text(block)):
            dates = find_dates(sentence)
            if len(dates) == 1 and FOUNDED.search(cues.folded(sentence[: dates[0].start])):
                raw = sentence[dates[0].start : dates[0].end]
                yield _fact("founded", dates[0].date.isoformat(), raw, block, sentence)


def _headings(blocks: Sequence[Block]) -> Iterator[Stated]:
    for number, block in enumerate(blocks):
        years = find_years(_text(block))
        if block.kind == "heading" and len(years) == 1 and years[0].first == years[0].last:
            below = tuple(found.first for text in _section(blocks, number) for found in find_years(text))
            fact = _fact("heading.year", str(years[0].first), _text(block), block, _text(block))
            yield fact.model_copy(update={"years_below": below})


def _section(blocks: Sequence[Block], number: int) -> Iterator[str]:
    """Yield the texts from a heading to the next one of its level or above."""
    for block in blocks[number + 1 :]:
        if block.kind == "heading" and block.level <= blocks[number].level:
            return
        yield _text(block)


def _strange(blocks: Sequence[Block], context: DocumentContext) -> Iterator[Stated]:
    """Yield the years that one wrong digit made of a year near the document's own."""
    if context.fiscal_year is None:
        return
    near = [str(context.fiscal_year + offset) for offset in NEAR_YEARS]
    for block in blocks:
        for match in STRANGE.finditer(_text(block)):
            year = match["year"]
            if any(sum(a != b for a, b in zip(year, other, strict=True)) == 1 for other in near):
                yield _fact("strange.year", year, year, block, _text(block))


def _annexes(blocks: Iterable[Block]) -> Iterator[Stated]:
    """Yield the lines that begin with the number of an annex and name it."""
    for block in blocks:
        for line in block.lines:
            match = ANNEX.match(line.text.strip())
            if match is not None:
                number, name = match["number"].lower(), match["name"].strip()
                fact = {
                    "concept": "annex",
                    "value": number,
                    "raw": name,
                    "text": line.text[:300],
                    "page": block.page,
                    "box": line.box,
                }
                yield Stated.model_validate(fact)


def _fact(concept: str, value: str, raw: str, block: Block, text: str) -> Stated:
    return Stated.model_validate(
        {"concept": concept, "value": value, "raw": raw, "text": text[:300], "page": block.page, "box": _box(block, raw)}
    )


def _text(block: Block) -> str:
    return block.text or " ".join(line.text for line in block.lines)


def _box(block: Block, raw: str) -> Box:
    """Return the box of the words of `raw` on the line that holds most of them."""
    wanted = set(raw.split())
    found = [[word for word in line.words if word.text.strip(".,;:()") in wanted or word.text in wanted] for line in block.lines]
    best = max(found, key=len)
    return union(word.box for word in best) if best else block.box
