"""What a read word may have been: words of the lexicon with its key, compounds of known parts, or just what it says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pipeline.repair.keys import key_of
from pipeline.repair.words import FIRST, WordList

UNKNOWN = math.log(1e-4)
"""The prior of a word that nobody knows ..."""
UNKNOWN_LETTER = -2.6
"""... and what each of its letters adds."""
JOINT = math.log(1e-3)
"""The prior of a compound that is in no list, beside those of its parts."""
HANGING = 5.0
"""How much more a part of a compound is worth where a hyphen hangs on it."""
FIRST_SHARE = -14.0
"""The log share of a first part that is no word by itself."""
GENITIVE = math.log(0.02)
"""The share of the genitive of a word, of which no list has it, beside that of the word."""
SEEN = math.log(3e-9)
"""First parts with a greater share were seen in compounds."""
SEEN_FIRST, UNSEEN_FIRST, COMMON_FIRST = 3.0, 8.0, 6.0
"""What is taken from half the log share of a first part that was seen, is only in the dictionary, is only a word."""
COMMON = math.log(1e-6)
"""From this share on any word may be a first part."""
SHORTEST_PART = 3
SHORT_ENDS = frozenset(["år", "års", "ås", "ö", "å"])
"""Ends of compounds that are shorter."""
DOUBTFUL = math.log(2e-6)
"""When no word with the key is more frequent, slipped letters are tried ..."""
RARE = math.log(1e-8)
"""... and when none is more frequent than this, compounds."""
TAKES_S = frozenset("dgmptv")
"""Words with these ends may take an `s` where another word follows (`kravs`)."""
LONGEST = 45
"""Longer strings are no words."""
MANY = 6
"""So many readings of a word are weighed."""
SLIPPED = "ie"
"""Letters that å ä ö are now and then read as, too common to share their key."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading: the word in the lexicon's spelling, its log prior and where it comes from."""

    word: str
    prior: float
    method: str


class Candidates:
    """The candidates of read words, remembered."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._seen: dict[tuple[str, bool], tuple[Candidate, ...]] = {}
        self._ends: dict[tuple[str, int], list[tuple[str, float]]] = {}

    def of(self, read: str, *, hangs: bool = False) -> tuple[Candidate, ...]:
        """Return the candidates of a run of letters (digits inside allowed), without the read form if it is unknown.

        One that `hangs` on a hyphen may also be the first part of a compound.
        """
        memo = (read, hangs)
        if memo not in self._seen:
            found = self._find(read) if len(read) <= LONGEST else ()
            self._seen[memo] = (*self._hanging(read.lower()), *found) if hangs and found else found
        return self._seen[memo]

    def _hanging(self, lower: str) -> Iterator[Candidate]:
        """Yield first parts of compounds with the key, and those of two parts."""
        for first, share in self._words.entries(key_of(lower + FIRST)):
            yield Candidate(first[: -len(FIRST)].lower(), share + HANGING, "lexicon")
        for cut in range(SHORTEST_PART, len(lower) - SHORTEST_PART + 1):
            lefts = self._firsts(lower[:cut])
            for right, share in self._firsts(lower[cut:]) if lefts else ():
                yield from (
                    Candidate(left + right, left_share + share + HANGING + JOINT, "compound") for left, left_share in lefts
                )

    def _find(self, read: str) -> tuple[Candidate, ...]:
        lower = read.lower()
        found = {word: Candidate(word, prior, "lexicon") for word, prior in self._fitting(lower, read)}
        if max((candidate.prior for candidate in found.values()), default=-99.0) < DOUBTFUL and len(read) > 1:
            for variant in variants(lower):
                found.update({word: Candidate(word, prior, "lexicon") for word, prior in self._fitting(variant, read)})
        if not found and lower.endswith("s") and len(read) > SHORTEST_PART:
            for word, prior in self._fitting(lower[:-1], read):
                found[word + "s"] = Candidate(word + "s", prior + GENITIVE, "lexicon")
        best = max((candidate.prior for candidate in found.values()), default=-99.0)
        if len(read) >= 2 * SHORTEST_PART and best < RARE:
            for word, prior in self._compounds(lower, 3):
                found.setdefault(word, Candidate(word, prior, "compound"))
            if not found and len(read) >= 3 * SHORTEST_PART:
                for variant in variants(lower, 1):
                    for word, prior in self._compounds(variant, 2):
                        found.setdefault(word, Candidate(word, prior, "compound"))
        return tuple(sorted(found.values(), key=lambda candidate: (-candidate.prior, candidate.word))[: 3 * MANY])

    def _fitting(self, lower: str, read: str) -> list[tuple[str, float]]:
        """Return words with the key; names only for words read with a capital or a digit first."""
        name = not read[0].islower()
        return [(word, prior) for word, prior in self._words.entries(key_of(lower)) if name or word[0].islower()]

    def _compounds(self, lower: str, parts: int) -> list[tuple[str, float]]:
        """Return compounds of at most `parts` parts: a first part of the lexicon, and an end that is a word or a compound."""
        memo = (lower, parts)
        if memo in self._ends:
            return self._ends[memo]
        made: dict[str, float] = {}
        for cut in range(SHORTEST_PART, len(lower) - 1):
            firsts = self._firsts(lower[:cut])
            for end, share in self._end(lower[cut:], parts) if firsts else ():
                for first, first_share in firsts:
                    prior = first_share + share + JOINT
                    made[first + end] = max(prior, made.get(first + end, -99.0))
        self._ends[memo] = sorted(made.items(), key=lambda item: -item[1])[: 2 * MANY]
        return self._ends[memo]

    def _firsts(self, lower: str) -> list[tuple[str, float]]:
        """Return first parts of compounds with the key: those seen in compounds, those of the dictionary, common words."""
        made = []
        for first, share in self._words.entries(key_of(lower + FIRST)):
            stem = first[: -len(FIRST)]
            made.append((stem.lower(), 0.5 * share - SEEN_FIRST if share > SEEN else self._unseen(stem)))
        firsts = {first for first, _ in made}
        common = [(word, share) for word, share in self._words.entries(key_of(lower)) if len(lower) > SHORTEST_PART]
        if lower.endswith("s") and len(lower) > SHORTEST_PART + 1:
            common += [(word + "s", share) for word, share in self._words.entries(key_of(lower[:-1])) if word[-1] in TAKES_S]
        for word, share in common:
            if share > COMMON and word not in firsts and word[0].islower():
                made.append((word, 0.5 * share - COMMON_FIRST))
        return sorted(made, key=lambda item: -item[1])[:MANY]

    def _unseen(self, stem: str) -> float:
        """Return the log prior of a first part that only the dictionary knows."""
        joined = stem.endswith("s") and len(stem) > SHORTEST_PART + 1
        alone = (self._words.log_share(stem[:-1]) if joined else None) or (None if joined else self._words.log_share(stem))
        return 0.5 * (FIRST_SHARE if alone is None else alone) - UNSEEN_FIRST

    def _end(self, lower: str, parts: int) -> list[tuple[str, float]]:
        words = [
            (word, share)
            for word, share in self._words.entries(key_of(lower))
            if word[0].islower() and (len(word) >= SHORTEST_PART or word in SHORT_ENDS)
        ]
        deeper = self._compounds(lower, parts - 1) if parts > 2 and not words and len(lower) >= 2 * SHORTEST_PART else []  # noqa: PLR2004  # a compound of two parts is the ordinary case
        return sorted([*words, *deeper], key=lambda item: -item[1])[:MANY]


def unknown_prior(read: str) -> float:
    """Return the log prior of a word that is in no list."""
    return UNKNOWN + UNKNOWN_LETTER * len(read)


def variants(lower: str, most: int = 2) -> list[str]:
    """Return the spellings with one (or two) of `i`, `e` taken for a lost letter."""
    places = [index for index, letter in enumerate(lower) if letter in SLIPPED]
    chosen = [pick for size in range(1, most + 1) for pick in combinations(places, size)]
    return ["".join("a" if index in pick else letter for index, letter in enumerate(lower)) for pick in chosen]
