"""The committee or board of a municipality or region whose document it is, as named in title, header and opening."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from extractors.folding import fold
from schemas.document import DocumentKind
from schemas.layout import Layout

_PART = r"[a-zåäöA-ZÅÄÖ]+"
_OF = r"(?:s\s(?:arbets|[a-zåäö]+)utskott)?"
_COMMITTEE = re.compile(
    rf"""\b(?:
        [Nn]ämnden\sför\s{_PART}(?:\s(?:och|samt)\s{_PART})?
      | (?:{_PART}-,\s)*(?:{_PART}-\s(?:och|samt|,)\s)?(?:[Tt]ekniska\s)?(?:{_PART})?n[äa]mnden{_OF}
      | (?:kommun|region|stads|landstings)(?:styrelsen{_OF}|fullmäktige)
      | direktionen | fullmäktige
    )(?:\b|(?=s\s(?:sammanträde|protokoll|möte)))""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:till|från)\s(?:[\w-]+\s(?:och|samt)\s)?$", re.IGNORECASE)
"""Before a committee that gets or gave something and whose document it is not."""
_BOARDS = re.compile(r"styrelsen|fullmaktige|direktionen")
_TOP = 12
"""Blocks of the first page that are looked at."""
_SHORT = 120
"""Characters of the longest line that names the owner."""


def committee_of(kind: DocumentKind, layout: Layout) -> str | None:
    """Return the committee, or None; boards and assemblies count for minutes only (elsewhere they are the whole body)."""
    votes: Counter[str] = Counter()
    order: dict[str, int] = {}
    forms: dict[str, str] = {}
    for weight, text in _places(layout):
        for match in _COMMITTEE.finditer(text):
            form = " ".join(match.group().split())
            key = fold(form)
            if (
                _ADDRESSED.search(text[: match.start()])
                or key in {"namnden", "namndens"}
                or (kind != "minutes" and _BOARDS.search(key) and "utskott" not in key)
            ):
                continue
            votes[key] += weight
            order.setdefault(key, len(order))
            forms.setdefault(key, form)
    best = max(votes, key=lambda key: (votes[key], -order[key]), default=None)
    if best is None:
        return None
    form = forms[best].lower() if forms[best].isupper() else forms[best]
    return form[:1].upper() + form[1:]


def _places(layout: Layout) -> list[tuple[int, str]]:
    """Return (votes, text): the top of the first page, its short lines joined, and headers once each."""
    pages = sorted({block.page for block in layout.text_blocks()})[:2]
    places: list[tuple[int, str]] = []
    for number in pages:
        top = [block for block in layout.on_page(number) if block.kind not in {"contents", "table", "list_item"}][:_TOP]
        short = [block.text for block in top if len(block.text) <= _SHORT and not block.text.endswith(".")]
        places.append((4 if number == pages[0] else 2, " ".join(short)))
        places += [(6, block.text) for block in top if block.kind == "heading" and number == pages[0]]
    return [*places, (2, "\n".join(_running_headers(layout)))]


def _running_headers(layout: Layout) -> list[str]:
    """Return the furniture that stands on at least half of the pages."""
    pages = {block.page for block in layout.blocks}
    seen: defaultdict[str, set[int]] = defaultdict(set)
    for block in layout.blocks:
        if block.kind == "furniture":
            seen[block.text].add(block.page)
    return sorted(text for text, numbers in seen.items() if 2 * len(numbers) >= len(pages))
