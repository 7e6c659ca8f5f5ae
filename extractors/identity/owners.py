"""What kind of body a document's owner must be, and names of joint bodies that carry no word for what they are.

A municipality has a `kommunstyrelse`, a region a `regionstyrelse`, a joint body of municipalities a `direktion`; and the number
series of the tax authority part them too. A joint body may be called anything (`Sydarkivet`, `Bygdens Vatten`), so its name is
taken from where owners stand: before its number, before `är ett kommunalförbund`, or in the web address and on the page alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from typing import Literal

from stdnum.se import orgnr

from extractors.folding import fold, without_genitive
from schemas.layout import Layout
from schemas.page import Block

Sort = Literal["municipality", "region", "joint"]

SERIES: dict[str, Sort] = {"212000": "municipality", "232100": "region", "222000": "joint"}
"""First digits of the organisation numbers of each sort."""
_NUMBER = re.compile(r"(?<![\d-])(?:16)?(\d{6})[-–]?(\d{4})(?![\d-])")
_ORGANS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("municipality", re.compile(r"^(?:kommunstyrelsen|kommunfullmaktige)")),
    ("region", re.compile(r"^(?:regionstyrelsen|regionfullmaktige)")),
    ("joint", re.compile(r"^(?:forbunds)?direktionen\b|^forbunds(?:styrelsen|fullmaktige)")),
)
"""Organs that only one sort of body has."""
_JOINT_WORDS = re.compile(r"\b(?:medlemskommun\w*|kommunalforbund(?:et)?s?|forbundsordning\w*|forbundsdirekt\w*|direktionens?)\b")
_JOINT_LEAST = 2
"""How often a document speaks so before it may be a joint body's."""
_WORD = r"[A-ZÅÄÖ][\wåäöéÅÄÖ]+"
_PHRASE = rf"{_WORD}(?:\s(?:(?:och|i|&)\s)?{_WORD}){{0,3}}"
_IS_JOINT = re.compile(rf"\b(?P<name>{_PHRASE})(?:,?\s(?:är|utgör)\sett\s(?:\w+\s)?|,\s)kommunalförbund\b")
_ALONE = re.compile(rf"^(?P<name>{_PHRASE})(?:\s*[·|•,–].*|\s{{2,}}.*)?$")
_DOMAIN = re.compile(r"(?:www\.|@)([a-zåäö-]{3,})\.(?:se|nu|org)\b")
_NO_NAMES = re.compile(
    r"protokoll|redovisning|rapport|budget|plan\b|datum|direktion|styrelse|kommun\b|kommuns\b|sida|organisation|plats|innehall|"
    r"sammantrade|ordforande|beslut|bokslut|forslag|uppfoljning|^org\b|^region\b|narvaro|paragraf|justera|forvaltning|namnd"
)
"""Folded words that a name of a joint body does not have."""
_TO = re.compile(r"till\b")
"""Below stand those addressed."""
_TOP_BLOCKS = 8
"""Blocks at the top of the first page where the owner stands."""


def sort_of(layout: Layout) -> Sort | None:
    """Tell what sort of body owns a document: by its own number, else by the organ that met; None where neither tells."""
    return _by_number(layout) or _by_organ(layout)


def joint_names(layout: Layout) -> tuple[str, ...]:
    """Return the names that a joint body of municipalities may have by their place, none where no joint body is at work."""
    sort = sort_of(layout)
    text = fold("\n".join(block.text for block in layout.blocks))
    if sort not in {None, "joint"} or (sort is None and len(_JOINT_WORDS.findall(text)) < _JOINT_LEAST):
        return ()
    names = [match["name"] for block in layout.text_blocks() for match in _IS_JOINT.finditer(block.text)]
    alone = [found["name"] for line in _owner_lines(layout) if (found := _ALONE.match(line))]
    stems = {_bare(stem) for block in layout.blocks for stem in _DOMAIN.findall(block.text.lower())}
    names += [name for name in alone if sort == "joint" or _bare(name) in stems]
    return tuple(name for name in dict.fromkeys(names) if _may_be_joint(fold(name), text))


def _may_be_joint(name: str, text: str) -> bool:
    """Tell whether a folded name has no word of a document or organ and is not that of a municipality."""
    return _NO_NAMES.search(name) is None and re.search(rf"\b{re.escape(name)}s? (?:kommun|stad)", text) is None


def with_genitive(place: str) -> str:
    """Return a place as it stands before `kommun`.

    >>> with_genitive("Marbäck"), with_genitive("Umeå"), with_genitive("Borås")
    ('Marbäcks', 'Umeå', 'Borås')
    """
    return place if fold(place)[-1] in "aeiouysxz" else f"{place}s"


def printed_place(stem: str, layout: Layout) -> str | None:
    """Return the word of a document that a web address spells without its marks: `marback` is `Marbäck`."""
    found: Counter[str] = Counter()
    for block in layout.blocks:
        found.update(word for word in re.findall(_WORD, block.text) if without_genitive(fold(word)) == stem or fold(word) == stem)
    best = max(found, key=lambda word: (fold(word) == stem, found[word], word), default=None)
    return best if best is None or fold(best) == stem else best.removesuffix("s")


def _by_number(layout: Layout) -> Sort | None:
    """Return the sort whose number stands in the document's header, footer or beside nothing but the owner's address."""
    votes: Counter[Sort] = Counter()
    for block in _first_and_furniture(layout):
        for series, rest in _NUMBER.findall(block.text):
            if series in SERIES and orgnr.is_valid(series + rest):
                votes[SERIES[series]] += 1
    return votes.most_common(1)[0][0] if len(votes) == 1 else None


def _by_organ(layout: Layout) -> Sort | None:
    lines = [fold(line.text) for block in _top(layout) for line in block.lines]
    lines = list(takewhile(lambda line: not _TO.match(line), lines))
    return next((sort for line in lines for sort, pattern in _ORGANS if pattern.match(line)), None)


def _owner_lines(layout: Layout) -> Iterable[str]:
    """Yield the lines in which the owner stands alone: title, top of the first page, header and footer."""
    for block in (*_top(layout), *(block for block in layout.blocks if block.kind == "furniture")):
        yield from (line.text for line in block.lines)


def _top(layout: Layout) -> list[Block]:
    first = next((block.page for block in layout.text_blocks()), 0)
    return [block for block in layout.on_page(first) if block.kind != "contents"][:_TOP_BLOCKS]


def _first_and_furniture(layout: Layout) -> list[Block]:
    first = next((block.page for block in layout.text_blocks()), 0)
    return [block for block in layout.blocks if block.page == first or block.kind == "furniture"]


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))
