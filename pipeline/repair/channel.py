"""How likely an OCR makes one string of glyphs of another, and how that is learnt from a document.

Each document has its own mix of confusions (`å` lost to `a` or `d`, `ö` to `o`, `é` or `6`), so that the general mix is
only where the estimate begins.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

Table = dict[str, dict[str, float]]
"""By true letters: the logarithm of the probability of what they are read as."""
Change = tuple[str, str]
"""True letters, read letters."""

NAMELESS = "\ufffd"
"""A glyph that its font gives no character for."""
LOST: dict[str, dict[str, float]] = {
    "å": {
        "a": 0.75,
        "å": 0.03,
        "d": 0.14,
        "ad": 0.01,
        "é": 0.005,
        "4": 0.01,
        "i": 0.004,
        "o": 0.003,
        "e": 0.002,
        "ao": 0.002,
        "da": 0.002,
        "éd": 0.001,
        "éa": 0.001,
        "&": 0.004,
        "8": 0.001,
        "A": 0.002,
        NAMELESS: 0.01,
    },
    "ä": {
        "a": 0.7,
        "ä": 0.03,
        "d": 0.14,
        "i": 0.05,
        "é": 0.03,
        "ia": 0.005,
        "ad": 0.003,
        "4": 0.005,
        "e": 0.004,
        "li": 0.001,
        "da": 0.003,
        "éd": 0.003,
        "id": 0.001,
        "éa": 0.002,
        "ai": 0.0005,
        "ii": 0.002,
        "A": 0.001,
        NAMELESS: 0.01,
    },
    "ö": {
        "o": 0.72,
        "ö": 0.03,
        "é": 0.15,
        "6": 0.04,
        "éo": 0.02,
        "0": 0.004,
        "e": 0.003,
        "oé": 0.002,
        "d": 0.002,
        "ii": 0.001,
        "é6": 0.002,
        "6é": 0.001,
        "o6": 0.001,
        "6o": 0.001,
        "éd": 0.0003,
        "a": 0.003,
        NAMELESS: 0.01,
    },
    "Å": {"A": 0.92, NAMELESS: 0.01, "Å": 0.03, "4": 0.003, "O": 0.001},
    "Ä": {"A": 0.92, NAMELESS: 0.01, "Ä": 0.03, "4": 0.002},
    "Ö": {"O": 0.89, NAMELESS: 0.01, "Ö": 0.03, "0": 0.02, "6": 0.01, "é": 0.001, "É": 0.005},
}
"""The general mix for the letters that an English model does not know."""
CONFUSED: dict[str, dict[str, float]] = {
    "l": {"1": 1e-3, "i": 2e-4, "I": 3e-4, "|": 1e-4},
    "i": {"l": 1e-4, "1": 1e-4, "í": 1e-4},
    "I": {"l": 1e-3, "1": 1e-3, "|": 3e-4},
    "m": {"rn": 2e-4, "mb": 2e-4},
    "rn": {"m": 2e-4},
    "vv": {"w": 2e-3},
    "a": {"d": 3e-5, "á": 1e-4, "à": 1e-4, "4": 1e-6},
    "o": {"é": 1e-5, "ó": 1e-4, "0": 2e-4, "6": 1e-5},
    "e": {"é": 1e-4},
    "é": {"é": 0.9, "e": 0.08},
    "u": {"ü": 1e-4},
    "ü": {"ü": 0.3, "u": 0.6},
}
"""Confusions of other letters: what is left is for reading them right."""
TWO = {"rn": "m", "vv": "w"}
"""Two letters that are read as one."""
RIGHT = math.log(0.998)
MOST_DOUBLE = 0.004
"""Two glyphs for one letter are never thought more frequent than this, or than in the general mix."""
STRENGTH = 20.0
"""So many readings of a letter weigh as much as the general mix."""

SHORTEST_DOUBLE = 3
"""In shorter words no letter is read as two."""

Link = tuple["Link", str, str] | None


class Channel:
    """The probabilities of one document."""

    def __init__(self, lost: Mapping[str, Mapping[str, float]] = LOST) -> None:
        self.table: Table = {
            true: {read: math.log(share) for read, share in reads.items()} for true, reads in {**CONFUSED, **lost}.items()
        }

    def align(self, read: str, true: str) -> tuple[float, Link] | None:
        """Return the log probability that `true` is read as `read`, and the chain of changes; None when it cannot be."""
        front: dict[int, tuple[float, Link]] = {0: (0.0, None)}
        pending: dict[int, tuple[float, Link]] = {}
        for index, letter in enumerate(true):
            after: dict[int, tuple[float, Link]] = pending
            pending = {}
            for at, (score, link) in front.items():
                reads = self.table.get(letter)
                if letter == read[at : at + 1] and (reads is None or letter not in reads):
                    _keep(after, at + 1, score + RIGHT, link)
                for shown, cost in reads.items() if reads else ():
                    if read.startswith(shown, at) and (len(shown) == 1 or len(true) >= SHORTEST_DOUBLE):
                        _keep(after, at + len(shown), score + cost, (link, letter, shown))
                two = true[index : index + 2]
                if two in TWO and read.startswith(TWO[two], at):
                    _keep(pending, at + 1, score + self.table[two][TWO[two]], (link, two, TWO[two]))
            front = after
            if not front and not pending:
                return None
        return front.get(len(read))

    def learnt(self, counts: Mapping[Change, float]) -> Channel:
        """Return the channel re-estimated from counted changes, the general mix counting as some readings."""
        totals: Counter[str] = Counter()
        for (true, _), count in counts.items():
            totals[true] += count  # type: ignore[assignment]  # Counter takes floats
        lost: dict[str, dict[str, float]] = {}
        for true, reads in LOST.items():
            weight = totals[true] + STRENGTH
            seen = {read: (counts.get((true, read), 0.0) + STRENGTH * share) / weight for read, share in reads.items()}
            lost[true] = {
                read: share if len(read) == 1 else min(share, max(MOST_DOUBLE, reads[read])) for read, share in seen.items()
            }
        return Channel(lost)


def _keep(front: dict[int, tuple[float, Link]], at: int, score: float, link: Link) -> None:
    """Keep the better of two ways to the same place."""
    if at not in front or score > front[at][0]:
        front[at] = score, link


def changes_of(link: Link) -> list[Change]:
    """Return the changes of a chain, first to last."""
    changes: list[Change] = []
    while link is not None:
        link, true, read = link
        changes.append((true, read))
    return changes[::-1]
