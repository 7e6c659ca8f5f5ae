"""Pictures shared out among lanes (runs of the engine that go on at once), so that all lanes end at about the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np
from PIL import Image

from pipeline.recognition.image import ink

S = TypeVar("S")
T = TypeVar("T")
SAMPLED = 4
"""One row of pixels of so many is looked at."""


def strokes_of(image: Image.Image) -> int:
    """Return about how many strokes a picture has: the time to read it grows with them."""
    rows = ink(image.convert("L"))[::SAMPLED]
    return int(np.count_nonzero(rows[:, 1:] != rows[:, :-1]))


def balanced(costs: Sequence[int], lanes: int) -> list[list[int]]:
    """Return the indexes of items for each lane, in order: the costliest first, each to the lane with least to do.

    >>> balanced([5, 1, 1, 1, 1, 1], 2)
    [[0], [1, 2, 3, 4, 5]]
    """
    shares: list[list[int]] = [[] for _ in range(max(1, lanes))]
    loads = [0] * len(shares)
    for index in sorted(range(len(costs)), key=lambda index: -costs[index]):
        lane = loads.index(min(loads))
        shares[lane].append(index)
        loads[lane] += max(1, costs[index])
    return [sorted(share) for share in shares if share]


def in_lanes(items: Sequence[S], costs: Sequence[int], lanes: int, together: Callable[[Sequence[S]], Sequence[T]]) -> list[T]:
    """Return what `together` gives for each item, shares of the items read at the same time.

    Args:
        items: what to read.
        costs: how long each will take, in any unit.
        lanes: how many shares there are at most.
        together: reads a share.
    """
    shares = balanced(costs, lanes)
    if not shares:
        return []
    with ThreadPoolExecutor(len(shares)) as pool:
        answers = list(pool.map(together, [[items[index] for index in share] for share in shares]))
    found = dict(pair for share, given in zip(shares, answers, strict=True) for pair in zip(share, given, strict=True))
    return [found[index] for index in range(len(items))]
