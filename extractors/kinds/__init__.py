"""Kinds of documents, one module each, found by scanning this folder; they compete by score for a document.

A module has `KIND`, `score(clues) -> (score, evidence)` and `scenario(year, fiscal_year) -> Scenario | None`. A tie or no match
gives kind `other` and a problem that says so, never a silent pick.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from extractors.identity.bodies import body_of, named_in_passing
from extractors.identity.clues import Clues, clues_of
from extractors.identity.document_title import title_of
from extractors.identity.timing import timing_of
from schemas.document import Classification, DocumentKind, Reading
from schemas.figure import Scenario
from schemas.layout import Layout
from schemas.problem import Problem

__all__ = ["KindModule", "classify", "kind_modules", "scenario_of"]

LEAST = 3.0
"""The lowest score that makes a kind."""
MARGIN = 0.75
"""How far the winner must be ahead of the next."""


class KindModule(Protocol):
    """What each module of this folder offers."""

    KIND: DocumentKind

    def score(self, clues: Clues) -> tuple[float, tuple[str, ...]]:
        """Return how much speaks for the kind, and what."""

    def scenario(self, year: int, fiscal_year: int | None) -> Scenario | None:
        """Say what a column headed by a bare year means in this kind."""


@cache
def kind_modules() -> tuple[KindModule, ...]:
    """Return all kinds of this folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast("KindModule", importlib.import_module(f"{__name__}.{name}")) for name in names)


def scenario_of(kind: DocumentKind, year: int, fiscal_year: int | None) -> Scenario | None:
    """Say what a column headed by a bare year means in a document of some kind."""
    return next(module.scenario(year, fiscal_year) for module in kind_modules() if kind == module.KIND)


def classify(reading: Reading, layout: Layout) -> tuple[Classification, tuple[Problem, ...]]:
    """Tell what a document is, of whom and when, with evidence; problems where that is not certain.

    Args:
        reading: the document as read; its file name is weak evidence, never enough on its own.
        layout: its blocks.
    """
    clues = clues_of(reading, layout)
    results = {module.KIND: module.score(clues) for module in kind_modules()}
    kind, evidence, problem = _winner(results)
    body = body_of(kind, reading, layout)
    timing = timing_of(kind, reading, layout)
    problems = [problem] if problem else []
    if body is None:
        problems.append(f"body.none|No public body is named as the owner of {reading.file_name}; figures cannot be compared")
    if timing.fiscal_year is None and timing.meeting_date is None and kind != "other":
        problems.append(f"year.none|No year or meeting date was found in {reading.file_name}; figures cannot be compared")
    classification = Classification(
        kind=kind,
        scores={name: round(score, 2) for name, (score, _) in results.items()},
        evidence=evidence,
        body=body,
        body_in_passing=body is not None and named_in_passing(body, layout),
        title=title_of(reading, layout),
        **timing.model_dump(),
    )
    return classification, tuple(_problem(text, reading.document_id) for text in problems)


def _winner(results: dict[DocumentKind, tuple[float, tuple[str, ...]]]) -> tuple[DocumentKind, tuple[str, ...], str | None]:
    """Return the kind, its evidence, and `code|message` where there is none or a tie."""
    ranked = sorted(results, key=lambda kind: (-results[kind][0], kind))
    best, second = ranked[0], ranked[1]
    score, evidence = results[best]
    if score < LEAST:
        return "other", evidence, f"kind.none|No kind of document fits (best: {best}, {score:g} points); it is kept as other"
    if score - results[second][0] < MARGIN:
        tied = f"{best} {score:g} and {second} {results[second][0]:g} points"
        return "other", evidence, f"kind.tie|Two kinds fit about as well ({tied}); it is kept as other"
    return best, evidence, None


def _problem(text: str, document_id: str) -> Problem:
    code, message = text.split("|", 1)
    return Problem(code=code, message=message, document_id=document_id)
