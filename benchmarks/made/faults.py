"""Errors planted in drawn documents: which kinds there are, where one was put, and what a reader should be told of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.made.drawing import Drawn
from benchmarks.made.realise import box_of, document_id, sentence_box, table_page
from benchmarks.made.world import World
from schemas.place import Box

FREE = frozenset({"error", "warning", "notice"})
MILD = frozenset({"error", "warning"})
HARD = frozenset({"error"})


@dataclass(frozen=True)
class Spotted:
    """A printed place: page and box."""

    page: int
    box: Box


@dataclass(frozen=True)
class Planted:
    """One error in one document."""

    kind: str
    document_id: str
    file_name: str
    places: tuple[Spotted, ...]
    """Every place that prints something else than the truth."""
    causes: frozenset[str] = frozenset()
    """Explanations that name it rightly; empty where none is known for it."""
    severities: frozenset[str] = HARD
    """Severities of a finding that count as found."""
    silent: bool = False
    """True for what no `error` may be raised about: a misreading."""
    told: str = ""
    """For a person who looks into a miss."""


@dataclass
class Plant:
    """What planting needs."""

    rng: random.Random
    world: World
    drawn: Drawn


Faulty = tuple[Drawn, dict[str, Any]] | None
"""A document with an error, and further fields of `Planted`; None where there is no place for it."""
Kind = Callable[[Plant], Faulty]
KINDS: dict[str, Kind] = {}


def kind(name: str) -> Callable[[Kind], Kind]:
    """Register a kind of error."""

    def register(function: Kind) -> Kind:
        KINDS[name] = function
        return function

    return register


def plant(name: str, plant: Plant) -> tuple[Drawn, Planted] | None:
    """Return a document with an error of one kind, and where it is; None where the document offers no place for it."""
    found = KINDS[name](plant)
    if found is None:
        return None
    faulty, told = found
    places = tuple(differences(plant.drawn, faulty))
    extra = told.pop("places", ())
    return faulty, Planted(name, document_id(faulty), f"{faulty.name}.pdf", (*places, *extra), **told)


def differences(true: Drawn, faulty: Drawn) -> Iterator[Spotted]:
    """Yield every place where two documents of the same shape print differently."""
    for number, (one, two) in enumerate(zip(true.tables, faulty.tables, strict=True)):
        if len(one.rows) != len(two.rows):
            continue
        for row, values in enumerate(two.rows):
            for col in range(len(values.values)):
                if one.text((row, col)) != two.text((row, col)):
                    yield Spotted(table_page(number), box_of(two, (row, col)))
    for index, (first, second) in enumerate(zip(true.sentences, faulty.sentences, strict=True)):
        if first.text != second.text:
            yield Spotted(1, sentence_box(index))
