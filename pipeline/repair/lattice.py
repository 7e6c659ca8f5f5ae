"""Which of its readings each word of a text takes, weighed with its neighbours: forward and backward over a lattice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.repair.keys import ending_of
from pipeline.repair.words import WordList

ENDING_WEIGHT = 0.7
"""How much the endings of neighbours say at most."""
PAIR_WEIGHT = 0.8
"""How much the neighbours say at most, against the word's own share."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of a piece."""

    surface: str
    """As it would stand in the text."""
    symbol: str
    """As the lists of neighbours know it."""
    channel: float
    """Log probability that it is read as it was."""
    prior: float
    """Log share of the word."""
    method: str
    """`lexicon`, `compound`, `document`, or `kept` for what was read."""


BREAK = Choice(".", ".", 0.0, math.log(0.05), "kept")
"""The end of a sentence."""


def weigh(columns: Sequence[Sequence[Choice]], words: WordList) -> list[list[float]]:
    """Return the posterior probability of every choice; the choices of a column add up to 1."""
    if not columns:
        return []
    steps = [_steps(before, after, words) for before, after in zip([[BREAK], *columns[:-1]], columns, strict=True)]
    forward: list[list[float]] = []
    for step in steps:
        before = forward[-1] if forward else [0.0]
        forward.append(
            _level([_sum([left + row[index] for left, row in zip(before, step, strict=True)]) for index in range(len(step[0]))])
        )
    backward = [0.0] * len(columns[-1])
    posteriors = [_normalise(forward[-1])]
    for index in range(len(columns) - 2, -1, -1):
        step = steps[index + 1]
        backward = _level([_sum([cost + right for cost, right in zip(row, backward, strict=True)]) for row in step])
        posteriors.append(_normalise([left + right for left, right in zip(forward[index], backward, strict=True)]))
    return posteriors[::-1]


def _steps(before: Sequence[Choice], after: Sequence[Choice], words: WordList) -> list[list[float]]:
    """Return the log weight of going from each choice of one column to each of the next."""
    if len(before) == 1 and len(after) == 1:
        return [[0.0]]
    return [[right.channel + _log_next(left.symbol, right, words) for right in after] for left in before]


def _log_next(previous: str, choice: Choice, words: WordList) -> float:
    """Return the log probability of a word after another: pairs seen, mixed with pairs of endings and the word's own share."""
    alone = math.exp(choice.prior)
    ending = ending_of(previous)
    if ending:
        share, trust = words.pair_share(ending, choice.symbol)
        if share:
            alone += ENDING_WEIGHT * trust * (share - alone)
        elif trust:
            alone *= 1 - ENDING_WEIGHT * trust
    alone *= _fit(previous, choice.symbol, words)
    share, trust = words.pair_share(previous, choice.symbol)
    weight = PAIR_WEIGHT * trust
    return math.log(weight * share + (1 - weight) * alone)


def _fit(previous: str, symbol: str, words: WordList) -> float:
    """Return how much more often than by chance words with this ending follow the one before."""
    ending = ending_of(symbol)
    usual = words.ending_share(ending) if ending else 0.0
    share, trust = words.pair_share(previous, ending) if usual else (0.0, 0.0)
    if not trust or not words.tells_endings(previous):
        return 1.0
    return 1 + ENDING_WEIGHT * trust * (share / usual - 1)


def _sum(logs: Sequence[float]) -> float:
    """Return the log of the sum of what the logs stand for."""
    if len(logs) == 1:
        return logs[0]
    top = max(logs)
    return top + math.log(sum(math.exp(value - top) for value in logs))


def _level(logs: list[float]) -> list[float]:
    """Return the logs with the greatest at 0, so that long texts do not run out of range."""
    top = max(logs)
    return [value - top for value in logs]


def _normalise(logs: Sequence[float]) -> list[float]:
    total = _sum(logs)
    return [math.exp(value - total) for value in logs]
