"""Several pictures read side by side: each asks for one reading after the other, and requests of one stage are answered at once.

A page is a generator that yields what it wants read and gets the words back. In this way the order of a page's readings is
written as if there were no other page, and many pages share one run of the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from enum import IntEnum
from functools import partial
from typing import NamedTuple, TypeVar

from pipeline.recognition.engine import Request
from pipeline.recognition.fuse import Seen
from pipeline.recognition.recogniser import RecognitionError

T = TypeVar("T")


class Stage(IntEnum):
    """The readings of a page, in their order; what is wanted for an earlier stage is read first."""

    FIRST = 1
    TURNED = 2
    AGAIN = 3
    MISSED = 4
    SECOND = 5


class Wish(NamedTuple):
    """What a page wants read next."""

    stage: Stage
    request: Request


Steps = Generator[Wish, tuple[Seen, ...], T]
"""The readings of one picture; its value is the result."""
Answers = list[tuple[Seen, ...] | RecognitionError]


def in_step(readings: Sequence[Steps[T]], read: Callable[[Sequence[Request]], Answers]) -> list[T | RecognitionError]:
    """Return the result of each reading, or how it failed, in their order.

    Args:
        readings: one for each picture.
        read: answers requests, all at once.
    """
    results: dict[int, T | RecognitionError] = {}
    wishes: dict[int, Wish] = {}

    def go_on(index: int, step: Callable[[], Wish]) -> None:
        try:
            wishes[index] = step()
        except StopIteration as end:
            results[index] = end.value
        except RecognitionError as error:
            results[index] = error
        except (MemoryError, ValueError) as error:
            results[index] = RecognitionError(f"{type(error).__name__}: {error}")

    for index, reading in enumerate(readings):
        go_on(index, partial(next, reading))
    while wishes:
        stage = min(wish.stage for wish in wishes.values())
        asked = {index: wishes.pop(index).request for index in sorted(wishes) if wishes[index].stage == stage}
        for index, answer in zip(asked, read(list(asked.values())), strict=True):
            go_on(index, partial(_answered, readings[index], answer))
    return [results[index] for index in range(len(readings))]


def _answered(reading: Steps[T], answer: tuple[Seen, ...] | RecognitionError) -> Wish:
    """Hand a reading its answer and return what it wants next."""
    return reading.throw(answer) if isinstance(answer, RecognitionError) else reading.send(answer)
