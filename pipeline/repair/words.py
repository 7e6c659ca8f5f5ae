"""The words that repair knows, with how frequent they are and which follow which; read when the first damaged page is seen.

The lists lie compressed in `data/`, by the first letters of the words' keys, so that only the parts that a document
asks for are ever taken apart.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterable
from functools import cached_property
from importlib import resources

from pipeline.repair.keys import bucket_of, key_of

Entry = tuple[str, float]
"""A word as the list writes it (names with their capital), and the natural logarithm of its share in running text."""

TYPED = {"domain.txt": 2e-6, "typed_names.txt": 4e-7, "places.txt": 1e-7, "names.txt": 1e-7, "foreign_names.txt": 3e-8}
"""Plain lists, one word a line, and the least share that their words are given."""
OWN_SHARE = 1e-5
"""The least share of the user's own words."""
RARE_SHARE = 2e-9
"""The share of a word that only the dictionary knows."""
DOUBTED = 0.3
"""Rare words of the frequency list that no dictionary knows count for this much."""
RARE_LEVEL = 68
"""From this level (-10 log10 of the share) on a word is rare."""
ALL = "*"
"""The first word of the pair list that holds how many words were counted."""
FIRST = "-"
"""Marks a first part of compounds (`samordnings-`)."""


class WordList:
    """A lexicon with frequencies; costs nothing until it is asked for something."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        self._own = tuple(own)
        self._entries: dict[str, list[Entry]] = {}
        self._told: dict[str, bool] = {}

    def entries(self, key: str) -> list[Entry]:
        """Return all words with this key; first parts of compounds have `-` at the end of word and key."""
        if key not in self._entries:
            self._entries[key] = self._load(key)
        return self._entries[key]

    def log_share(self, word: str) -> float | None:
        """Return the natural logarithm of the word's share in running text; None when it is not known as written."""
        return next((share for entry, share in self.entries(key_of(word)) if entry == word), None)

    def knows(self, word: str) -> bool:
        """Tell whether the word is known as written, or in lower case, or with a capital."""
        return any(entry in (word, word.lower()) or entry == word.lower().capitalize() for entry, _ in self.entries(key_of(word)))

    def pair_share(self, first: str, second: str) -> tuple[float, float]:
        """Return which share of the words after `first` is `second`, and how much that is worth, 0 to 1."""
        total, followers = self._followers(first)
        return (followers.get(second, 0) / total, total / (total + 300)) if total else (0.0, 0.0)

    def tells_endings(self, first: str) -> bool:
        """Tell whether the list holds which endings follow a word."""
        if first not in self._told:
            self._told[first] = any(second.startswith("~") for second in self._followers(first)[1])
        return self._told[first]

    def ending_share(self, ending: str) -> float:
        """Return which share of all words has an ending; 0 when it is rare."""
        return self._followers(ending)[0] / self._followers(ALL)[0]

    def _followers(self, first: str) -> tuple[int, dict[str, int]]:
        known = self._pairs.get(first)
        if known is None:
            return 0, {}
        if isinstance(known, str):
            lines = known.split("\n")
            counts = (line.split(" ") for line in lines[1:])
            known = int(lines[0].split(" ")[1]), {second: int(count) for second, count in counts}
            self._pairs[first] = known
        return known

    @cached_property
    def _pairs(self) -> dict[str, str | tuple[int, dict[str, int]]]:
        return {block[: block.index(" ")]: block for block in _text("pairs.xz").split("\n\n")}

    @cached_property
    def _sources(self) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        statutes, frequent, dictionary = (_blocks(name) for name in ("statutes.xz", "wordfreq.xz", "hunspell.xz"))
        return statutes, frequent, dictionary

    @cached_property
    def _typed(self) -> dict[str, list[tuple[str, float]]]:
        """The plain lists and the user's own words, by key."""
        by_key: dict[str, list[tuple[str, float]]] = {}
        lists = [(word, share) for name, share in TYPED.items() for word in _text(name).split()]
        for word, share in [*lists, *((word, OWN_SHARE) for entry in self._own for word in entry.split())]:
            by_key.setdefault(key_of(word), []).append((word, share))
        return by_key

    def _load(self, key: str) -> list[Entry]:
        """Return the words of one key, the sources' shares taken together."""
        statutes, frequent, dictionary = (_line(source.get(bucket_of(key), ""), key) for source in self._sources)
        shares: dict[str, float] = {}
        spelled = {word.lower() for word in dictionary}
        for word, level in (item.split(":") for item in frequent):
            doubt = DOUBTED if int(level) >= RARE_LEVEL and word not in spelled else 1.0
            shares[word] = doubt * 0.5 * 10 ** (-int(level) / 10)
        for word, level in (item.split(":") for item in statutes):
            shares[word] = shares.get(word, 0.0) + 0.5 * 10 ** (-int(level) / 10)
        for word in dictionary:
            shares.setdefault(word, max(RARE_SHARE, shares.get(word.lower(), 0.0)))
        for word, share in self._typed.get(key, ()):
            shares[word] = max(share, shares.get(word, 0.0))
        return [(word, math.log(share)) for word, share in shares.items()]


def _line(bucket: str, key: str) -> list[str]:
    """Return the words of a key's line in a bucket."""
    start = bucket.find(f"\n{key} ")
    if start < 0:
        return []
    end = bucket.find("\n", start + 1)
    return bucket[start + len(key) + 2 : end if end > 0 else None].split(" ")


def _text(name: str) -> str:
    """Return a data file as text."""
    data = resources.files("pipeline.repair").joinpath("data", name).read_bytes()
    return (lzma.decompress(data) if name.endswith(".xz") else data).decode("utf-8")


def _blocks(name: str) -> dict[str, str]:
    """Return the blocks of a compressed list by their first line."""
    return {block.partition("\n")[0]: block for block in _text(name).split("\n\n")}


def load_words(own: tuple[str, ...] = ()) -> WordList:
    """Return the lexicon with the user's own words (names, places) added; it is read when it is first asked."""
    return WordList(own)
