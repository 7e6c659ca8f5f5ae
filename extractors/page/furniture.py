"""Page furniture: headers, footers, page numbers, signing stamps and signature lines, which are no part of the text.

A line is furniture by its wording (`Sida 1 av 12`, `2 (5)`, a signing stamp, `Justerarnas signatur`), or because lines of like
wording (digits masked) stand at the same height near the edge of several pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extractors.page.lines import segments
from extractors.page.signing_pages import is_signing_page
from schemas.page import Line, Page

_STAMP = re.compile(
    r"""^\(?(?:digitalt\s|elektroniskt\s)?signerat(?:\sav)?,?\s.*(?:sha-?\s?\d{3}|[0-9a-f]{16})
      | \bsha-?\s?(?:256|512)\b
      | ^(?:signerat|signed)\s(?:document|dokument)\b.*(?:\bid\b|[0-9a-f]{8})
      | ^(?:penneo|scrive|assently|visma\saddo|comfact|docusign)\b.*(?:nyckel|key|id\b|transaktion|dokument|document|envelope)
      | ^(?:transaktion|dokument|document)(?:s|snyckel|\s?id)?\s?(?:id)?:?\s?[0-9a-f-]{12,}
      | ^(?:detta\sdokument|dokumentet)\s(?:är|har)\s(?:digitalt|elektroniskt)\s(?:signer|underteckn)""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"""^(?:(?:justerar(?:nas?|ens|es|e)|justerandes?|ordförandens?|ordförandes?|sekreterarens?|sekreterares?)(?:\s(?:sign(?:atur(?:er)?|\.)?))\s*:?
      | sign(?:ering|atur)?\.?(?:\s(?:av))?\sjusterare(?:\spå\svarje\ssida)?
      | utdragsbestyrkande | utdragsbestyrkning | utdraget\sbestyrks? | bestyrkes? | expedierat | sign\.?
      )(?:[\s:._…]*|\s.*(?:utdragsbestyrkande|sign\.?|signatur))$""",
    re.VERBOSE | re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"""^[-–\s|]*(?:(?:sida|sid|sidan|sidnr|page|s)\.?\s?:?\s?)?\d{1,4}\s?(?:\(\s?\d{1,4}\s?\)|/\s?\d{1,4}|av\s\d{1,4}|of\s\d{1,4})[-–\s|]*$
      | ^[-–\s|]*(?:sida|sid|sidan|page)\.?\s?:?\s?\d{1,4}[-–\s|]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTED = re.compile(
    r"§|(?:bilaga|tabell|diagram|figur|kapitel|avsnitt|not|mål|punkt|ärende)\s\d|\d{1,2}(?:\.\d{1,2})*\.?\s+[^\W\d_]{3}",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d\s?(?:kr|tkr|kkr|mnkr|mkr|kronor|%|procent)\b|\d\s?%", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^[-–\s|]*(\d{1,3})[-–\s|]*$")
_ROMAN = re.compile(r"^[ivx]{1,5}$")
_EDGE = 0.2
"""Share of the page's height, above and below, where repeated lines may be furniture."""
_NEAR_EDGE = 0.12
"""The same for page numbers."""
_HEIGHT_SLACK = 7.0
"""Points by which a repeated line may move from page to page."""
_FEW_PAGES = 5
"""Pages of a document in which two alike lines make a header."""
_DENSITY = 0.5
"""Share of the pages from the first to the last with a header that have it (half where it alternates)."""
_USUAL = 0.4
"""Share of all pages from which a header is one wherever other pages have text."""
_COPY_LINES = 6
"""Lines of the shortest page that may be told as a copy of another."""
_COPY_SHARE = 0.7
"""Share of its lines that a copy has in common with its original."""
_TIGHT = 0.9
"""Line heights: a table's repeated header stands closer to its rows than this."""

Mark = tuple[int, int]
"""Index of a page in the sequence, index of a line on it."""


def furniture_of(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> frozenset[Mark]:
    """Return which lines are furniture.

    Args:
        pages: the pages.
        lines: the lines of each page, top to bottom, in the same order as `pages`.
    """
    marks = {
        (number, index)
        for number, page in enumerate(pages)
        for index, line in enumerate(lines[number])
        if is_furniture_by_wording(line, page)
    }
    marks |= {(number, index) for number, page in enumerate(lines) if is_signing_page(page) for index in range(len(page))}
    marks |= _page_numbers(pages, lines)
    marks |= _repeated(pages, lines)
    return frozenset(marks)


def is_furniture_by_wording(line: Line, page: Page) -> bool:
    """Tell whether one line, on its own, is a stamp, a signature line or a page number near the edge."""
    text = line.text.strip()
    if _STAMP.search(text) or _SIGNATURE.match(text):
        return True
    middle = line.box.middle[1] / page.height
    return not _NEAR_EDGE < middle < 1 - _NEAR_EDGE and _PAGE_NUMBER.match(text) is not None


def _page_numbers(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> set[Mark]:
    """Bare numbers near the edge that count up with the pages (or a lone `1` on the edge of a single page)."""
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, line in enumerate(lines[number]):
            bare = _BARE_NUMBER.match(line.text)
            if bare and not _NEAR_EDGE < line.box.middle[1] / page.height < 1 - _NEAR_EDGE:
                found[int(bare[1]) - page.number].append((number, index))
    alone = len(pages) == 1
    return {mark for shift, marks in found.items() if len(marks) > 1 or (alone and shift == 0) for mark in marks}


def _repeated(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> set[Mark]:
    """Lines near the edge whose masked text stands at the same height on pages that follow on one another."""
    found: defaultdict[tuple[str, bool], list[tuple[float, Mark]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, line in enumerate(lines[number]):
            top, bottom = line.box.top, page.height - line.box.bottom
            if min(top, bottom) < _EDGE * page.height and not _is_text(line) and not _heads_a_table(lines[number], index):
                found[_masked(line.text), top <= bottom].append((min(top, bottom), (number, index)))
    originals = _originals(lines)
    marks: set[Mark] = set()
    for (_, from_top), places in found.items():
        for group in _close(places):
            numbers = {number for number, _ in group}
            if not _is_dense({originals[number] for number in numbers}, len(pages)):
                continue
            if len(numbers) >= _USUAL * len(pages) or not _in_text_area(group, pages, lines, from_top=from_top):
                marks.update(group)
    return marks


def _is_text(line: Line) -> bool:
    """Tell whether a line is a label, a numbered heading or states an amount: alike on many pages, and text all the same."""
    text = line.text.strip()
    return text.endswith(":") or _COUNTED.match(text) is not None or _MONEY.search(text) is not None


def _in_text_area(group: Sequence[Mark], pages: Sequence[Page], lines: Sequence[Sequence[Line]], *, from_top: bool) -> bool:
    """Tell whether most other pages have text where the lines of a group stand: what repeats there is part of the text."""

    def height(number: int, line: Line) -> float:
        return line.box.top if from_top else pages[number].height - line.box.bottom

    own = {number for number, _ in group}
    at = height(group[0][0], lines[group[0][0]][group[0][1]])
    others = [number for number in range(len(pages)) if number not in own and lines[number]]
    taken = [number for number in others if any(abs(height(number, line) - at) < _HEIGHT_SLACK for line in lines[number])]
    return 2 * len(taken) > len(others)


def _is_dense(numbers: set[int], page_count: int) -> bool:
    """Tell whether pages with one line are so many, and follow so closely on one another, that it is a header or footer."""
    least = 2 if page_count <= _FEW_PAGES else 3
    return len(numbers) >= least and len(numbers) >= _DENSITY * (max(numbers) - min(numbers) + 1)


def _originals(lines: Sequence[Sequence[Line]]) -> list[int]:
    """Return for each page the first page that says the same: a file may hold a document twice, signed and unsigned."""
    texts = [frozenset(_masked(line.text) for line in page) for page in lines]
    return [
        next(
            earlier
            for earlier, other in enumerate(texts[: number + 1])
            if earlier == number or (len(text) >= _COPY_LINES and len(text & other) >= _COPY_SHARE * max(len(text), len(other)))
        )
        for number, text in enumerate(texts)
    ]


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text.strip().lower()))


def _close(places: list[tuple[float, Mark]]) -> list[list[Mark]]:
    """Group marks whose heights differ little from the one before."""
    groups: list[list[Mark]] = []
    last = float("-inf")
    for height, mark in sorted(places):
        if height - last > _HEIGHT_SLACK:
            groups.append([])
        groups[-1].append(mark)
        last = height
    return groups


def _heads_a_table(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line of several cells stands tight on lines of several cells: a header that a table repeats on each page."""
    if len(segments(lines[index])) < 3 or index + 1 >= len(lines):  # noqa: PLR2004  # three parts side by side: a row of stamps or cells
        return False
    below = lines[index + 1]
    gap = below.box.top - lines[index].box.bottom
    return gap < _TIGHT * lines[index].box.height and len(segments(below)) >= 3  # noqa: PLR2004  # the same
