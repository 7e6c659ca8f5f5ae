"""What the last run changed: facts and findings that are new, changed or gone, for the report page.

The first run of a warehouse is told apart: everything is new then, and nothing is listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from pipeline.load import Warehouse
from pipeline.query import THINGS, changes
from pipeline.report.texts import Language, amount, text
from schemas.run import FIRST_RUN, Changed

CHANGES = ("new", "changed", "gone")
LONGEST_TEXT = 160
"""Characters shown of what a decision or a meeting said."""


@dataclass(frozen=True)
class Changes:
    """What the last run changed, findings first, then by file and page."""

    found: tuple[Changed, ...] = ()
    figures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Subject, label, scenario and year of the figures among them, by id."""
    first: bool = False
    """Whether the run was the first one, before which nothing was known."""

    @property
    def counts(self) -> list[tuple[str, dict[str, int]]]:
        """Return how many of each kind of thing are new, changed and gone; kinds of which nothing changed are left out."""
        found = Counter[tuple[str, str]]((one.thing, one.change) for one in self.found)
        counted = [(thing, {change: found[thing, change] for change in CHANGES}) for thing in THINGS]
        return [(thing, numbers) for thing, numbers in counted if any(numbers.values())]


def read_changes(warehouse: Warehouse, run_id: str | None) -> Changes:
    """Read what the run with this id changed; nothing where there was no run."""
    if run_id is None or run_id == FIRST_RUN:
        return Changes(first=run_id is not None)
    rows = warehouse.rows(
        "SELECT figure_id, subject, label, scenario, fiscal_year FROM avstam.figures_versions"
        " WHERE figure_id IN (SELECT thing_id FROM avstam.changes WHERE run_id = %s AND thing = 'figure')"
        " ORDER BY replaced_in_run, known_from_run",
        [run_id],
    )
    names = ("subject", "label", "scenario", "fiscal_year")
    figures = {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}
    return Changes(tuple(changes(warehouse, run_id)), figures)


def name_of(one: Changed, known: Changes, language: Language) -> str:
    """Say what a change is about: `SamCoach, utfall 2025`."""
    if one.thing == "finding":
        return text(f"rule.{one.label}", language)
    if one.thing == "document":
        return text(f"kind.{one.label}", language)
    if one.thing != "figure":
        return one.label or ""
    figure = known.figures[one.thing_id]
    scenario = text(f"scenario.{figure['scenario']}", language) if figure["scenario"] else ""
    when = " ".join(part for part in (scenario, str(figure["fiscal_year"] or "")) if part)
    return ", ".join(part for part in (figure["subject"] or figure["label"], when) if part)


def said(one: Changed, what: str | None, messages: Mapping[str, str], language: Language) -> str:
    """Return what a thing said: a figure with its unit, a finding in the language of the page, a long text shortened.

    Args:
        one: the change.
        what: its `before` or `after`.
        messages: what the findings say, by id.
        language: of the page.
    """
    if what is None or one.thing == "document":
        return ""
    if one.thing == "finding":
        return messages.get(one.thing_id, what)
    if one.thing == "figure":
        value, _, unit = what.partition(" ")
        return amount(Decimal(value), unit, language)
    return what if len(what) <= LONGEST_TEXT else f"{what[:LONGEST_TEXT]}…"


def words_for(known: Changes, messages: Mapping[str, str], language: Language) -> dict[str, Any]:
    """Return the functions with which the page puts changes into words: `name_of(change)` and `said(change, what)`."""
    return {
        "name_of": partial(name_of, known=known, language=language),
        "said": partial(said, messages=messages, language=language),
    }
