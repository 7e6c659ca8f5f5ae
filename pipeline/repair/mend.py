"""Misread words of one text mended: candidates weighed by a channel learnt from the text, by frequency and by neighbours.

Two passes: the first learns how this document's OCR confuses letters and which words it uses; the second decides.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.repair.candidates import Candidate, Candidates, unknown_prior
from pipeline.repair.channel import Change, Channel, changes_of
from pipeline.repair.lattice import BREAK, Choice, weigh
from pipeline.repair.names import explained, is_written, lost_dots, written_as_name
from pipeline.repair.pieces import Capital, Piece, pieces_of
from pipeline.repair.words import WordList

SURE = 0.5
"""A word is changed when its reading is at least this probable ..."""
SURE_OF_WORD = 0.8
"""... or this, when what was read is a word itself ..."""
SURE_OF_NAME = 0.9
"""... or has a capital inside a sentence ..."""
SURE_OF_CONTEXT = 0.9
"""... or would stay but for its neighbours."""
IMPOSSIBLE = 0.1
"""What was read is ruled out when it is less probable than this."""
KNOWN = math.log(1e-8)
"""Words count as words from this share on."""
MOST_TIMES = 20
"""One word teaches the channel at most so many times."""
LEARN = 0.8
"""Words at least this sure teach the channel and the document's own words."""
OWN_WEIGHT = 0.15
"""How much the document's own use of a word counts beside general frequency."""
CAPITAL = {"none": 0.0, "inside": math.log(0.03), "run": math.log(0.003)}
"""Log share of common words that are written with a capital, inside a sentence and among others with a capital."""
NAME_BONUS = 3.0
"""Unknown words with a capital inside a sentence are names more often than not."""
LONG_COMPOUND = 9
"""Capitalised words inside a sentence are compounds only from this length on."""
VERY_FREQUENT = math.log(1e-3)
"""Two signs that begin with a digit (`4r`) can only be such words (`är`)."""
NUMBER = math.log(0.03)
"""Share of numbers in running text."""
OTHER = math.log(1e-4)
"""Share of any other token that stays as it is."""
RANGE = 12.0
"""Choices whose log score is so much below the best are dropped."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a piece is taken for, and how sure that is."""

    choice: Choice
    sure: float
    """Its posterior."""
    kept: float
    """The posterior of what was read."""
    alone: Choice
    """What it would be taken for without its neighbours."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What a token becomes."""

    text: str
    method: str
    confidence: float


Form = tuple[str, Capital, bool]
"""What of a piece decides which readings it has: what is read, its capital, whether it hangs on a hyphen."""
Fixes = dict[tuple[int, int], Fix]
"""By (line, token)."""


class Mender:
    """Repairs one text; what it learns is of that text alone."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._candidates = Candidates(words)
        self._channel = Channel()
        self._own: Mapping[str, float] = {}
        self._total = 1.0
        self._seen: dict[Form, list[Choice]] = {}

    def mend(self, lines: Sequence[Sequence[str]]) -> Fixes:
        """Return the changed tokens of a text given as lines of tokens."""
        pieces = pieces_of(lines)
        self._learn_channel(pieces)
        self._learn_words(pieces, self._decide(pieces))
        changed = [
            (piece, decision)
            for piece, decision in zip(pieces, self._decide(pieces), strict=True)
            if decision.choice.surface != piece.read and decision.sure >= _needed(piece, decision, self._is_word)
        ]
        names = {piece for piece, decision in changed if self._is_name(piece, decision)}
        others = [decision.choice.surface for piece, decision in changed if piece not in names]
        named = [decision.choice.surface for piece, decision in changed if piece in names]
        lost = lost_dots(others, named, sum(map(is_written, pieces)))
        kept = [(piece, one) for piece, one in changed if piece not in names or self._explained(piece, one, lost=lost)]
        return _fixes(lines, kept)

    def _is_name(self, piece: Piece, decision: Decision) -> bool:
        """Tell whether a word is written as a name and would become one, or a word that is not common."""
        surface = decision.choice.surface
        if not written_as_name(piece) or decision.choice.method == "compound":
            return False
        return self._words.log_share(surface) is not None or not self._is_word(surface)

    def _explained(self, piece: Piece, decision: Decision, *, lost: bool) -> bool:
        aligned = self._channel.align(piece.read, decision.choice.surface)
        return aligned is not None and explained(changes_of(aligned[1]), lost=lost)

    def _is_word(self, read: str) -> bool:
        share = self._words.log_share(read.lower())
        return share is not None and share > KNOWN

    def _learn_channel(self, pieces: Sequence[Piece]) -> None:
        """Estimate the channel from the words that have one likely reading, neighbours left aside."""
        counts: Counter[Change] = Counter()
        for form, times in Counter(_form(piece) for piece in pieces if piece.open_to_change).items():
            choices = self._choices(form)
            top = max(choices, key=lambda choice: choice.channel + choice.prior)
            total = sum(math.exp(choice.channel + choice.prior - top.channel - top.prior) for choice in choices)
            aligned = self._channel.align(form[0], top.surface) if total < 1 / LEARN else None
            for change in changes_of(aligned[1]) if aligned else ():
                counts[change] += min(times, MOST_TIMES)
        self._channel = self._channel.learnt(counts)
        self._seen.clear()

    def _learn_words(self, pieces: Sequence[Piece], decided: Sequence[Decision]) -> None:
        """Remember which words the text uses."""
        own: Counter[str] = Counter()
        for piece, decision in zip(pieces, decided, strict=True):
            choice = decision.choice
            if piece.open_to_change and decision.sure >= LEARN and (choice.method != "kept" or self._words.knows(choice.surface)):
                own[choice.symbol] += 1
        self._own = own
        self._total = max(200.0, own.total())
        self._seen.clear()

    def _decide(self, pieces: Sequence[Piece]) -> list[Decision]:
        """Return for each piece what it is taken for."""
        columns: list[Sequence[Choice]] = []
        at: list[int] = []
        for piece in pieces:
            at.append(len(columns))
            columns.append(self._choices(_form(piece)) if piece.open_to_change else [_kept(piece)])
            if piece.closed:
                columns.append([BREAK])
        posteriors = weigh(columns, self._words)
        return [_winner(columns[index], posteriors[index]) for index in at]

    def _choices(self, form: Form) -> list[Choice]:
        """Return the readings of a piece that come near the best one; what was read is always among them."""
        if form not in self._seen:
            read, capital, hangs = form
            found = {choice.surface: choice for choice in self._fitting(read, capital, hangs=hangs)}
            kept = self._as_read(read, capital)
            if read in found and found[read].prior >= kept.prior:
                kept = found[read]
            best = max((choice.channel + choice.prior for choice in found.values()), default=-99.0)
            near = [
                choice for choice in found.values() if choice.channel + choice.prior > best - RANGE and choice.surface != read
            ]
            self._seen[form] = [kept, *near]
        return self._seen[form]

    def _fitting(self, read: str, capital: Capital, *, hangs: bool) -> list[Choice]:
        made: dict[str, Choice] = {}
        for candidate in self._candidates.of(read, hangs=hangs):
            if not _allowed(read, candidate, capital):
                continue
            surface = cased(candidate.word, read)
            aligned = self._channel.align(read, surface)
            if aligned is None:
                continue
            prior = self._prior(candidate) + (CAPITAL[capital] if candidate.word[0].islower() else 0.0)
            choice = Choice(surface, candidate.word.lower(), aligned[0], prior, candidate.method)
            if surface not in made or prior > made[surface].prior:
                made[surface] = choice
        return list(made.values())

    def _prior(self, candidate: Candidate) -> float:
        """Return the log share of a word, the document's own use of it taken in."""
        used = self._own.get(candidate.word.lower(), 0.0)
        if not used:
            return candidate.prior
        return math.log((1 - OWN_WEIGHT) * math.exp(candidate.prior) + OWN_WEIGHT * used / self._total)

    def _as_read(self, read: str, capital: Capital) -> Choice:
        aligned = self._channel.align(read, read)
        prior = unknown_prior(read) + (0.0 if capital == "none" else NAME_BONUS)
        return Choice(read, read.lower(), aligned[0] if aligned else -5.0, prior, "kept")


def _form(piece: Piece) -> Form:
    return piece.read, piece.capital, piece.hangs


def _kept(piece: Piece) -> Choice:
    return Choice(piece.read, piece.symbol, 0.0, NUMBER if piece.symbol.isdigit() else OTHER, "kept")


def _allowed(read: str, candidate: Candidate, capital: Capital) -> bool:
    """Tell whether a candidate may be taken: names by the list only, digits only inside words that are known for sure."""
    if candidate.method == "compound" and (capital != "none" or any(letter.isdigit() for letter in read)):
        return len(read) >= LONG_COMPOUND
    return len(read) > 2 or not read[0].isdigit() or candidate.prior > VERY_FREQUENT  # noqa: PLR2004  # `6r`, `4r`: one digit and one letter


def _winner(choices: Sequence[Choice], posterior: Sequence[float]) -> Decision:
    best = max(range(len(choices)), key=lambda index: (posterior[index], -index))
    alone = max(range(len(choices)), key=lambda index: (choices[index].channel + choices[index].prior, -index))
    return Decision(choices[best], posterior[best], posterior[0], choices[alone])


def cased(word: str, read: str) -> str:
    """Return a word of the lexicon in the case of what was read (`ÅRSREDOVISNING`, `Årsredovisning`)."""
    letters = [letter for letter in read if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return word.upper()
    return word[0].upper() + word[1:] if read[0].isupper() else word


def _fixes(
    lines: Sequence[Sequence[str]],
    changed: Sequence[tuple[Piece, Decision]],
) -> Fixes:
    """Return what each token becomes: its changed pieces put in their places."""
    edits: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    notes: dict[tuple[int, int], Fix] = {}
    for piece, decision in changed:
        choice, sure = decision.choice, decision.sure
        method = "context" if choice != decision.alone else choice.method
        for (line, token, start, end), text in _placed(piece, choice.surface):
            edits.setdefault((line, token), []).append((start, end, text))
            before = notes.get((line, token))
            note = Fix("", method, round(sure, 4))
            notes[line, token] = note if before is None or sure < before.confidence else before
    return {at: replace(notes[at], text=_edited(lines[at[0]][at[1]], changes)) for at, changes in edits.items()}


def _needed(piece: Piece, decision: Decision, is_word: Callable[[str], bool]) -> float:
    """Return how probable a reading must be for a piece to be changed."""
    if decision.alone.surface == piece.read:
        return SURE_OF_CONTEXT
    if decision.kept > IMPOSSIBLE and is_word(piece.read):
        return SURE_OF_WORD
    return SURE if piece.capital == "none" else SURE_OF_NAME


def _placed(piece: Piece, surface: str) -> list[tuple[tuple[int, int, int, int], str]]:
    """Return which text goes where; nothing for a broken word whose halves cannot be told apart."""
    if len(piece.spots) == 1:
        return [(piece.spots[0], surface)]
    if len(surface) != len(piece.read):
        return []
    placed = []
    taken = 0
    for spot in piece.spots:
        size = spot[3] - spot[2]
        if surface[taken : taken + size] != piece.read[taken : taken + size]:
            placed.append((spot, surface[taken : taken + size]))
        taken += size
    return placed


def _edited(token: str, changes: Sequence[tuple[int, int, str]]) -> str:
    for start, end, text in sorted(changes, reverse=True):
        token = token[:start] + text + token[end:]
    return token
