"""Two statements of one fact: which figures speak of the same, with which sign, and how finely they are stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple, cast

from pipeline.judging.outcome import Message, is_scanned
from pipeline.judging.verdict import Judgement, Statement, common_step, judge_same
from pipeline.judging.wording import amount_like, place, printed
from schemas.archive import ArchiveDocument
from schemas.figure import Figure

PLANNED = frozenset({"budget", "granted", "plan"})
DONE = frozenset({"outcome"})
SIGNED = ("equity", "result", "ratio", "cash", "financial.net", "balance")
BALANCES = frozenset({"deficit", "surplus"})
FAR = 2
LAST_MONTH = 12


class Key(NamedTuple):
    """What a figure is about: equal keys are the same fact."""

    what: str
    """The subject (folded), or the concept with a `:` before it."""
    year: int
    """The year."""
    group: str
    """`planned`, `done`, `forecast` or `level` for balances."""


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Return a name without differences of case, spacing and punctuation.

    >>> fold("Fokus:  Psykisk hälsa (v45)")
    'fokus psykisk hälsa v45'
    """
    return " ".join(re.sub(r"[^\w]+", " ", name.casefold()).split())


def key_of(figure: Figure, document: ArchiveDocument) -> Key | None:
    """Return what a figure is about; None when that is not certain enough to compare."""
    if figure.unit != "SEK" or figure.fiscal_year is None or figure.measure == "income":
        return None
    if figure.change or figure.approximate or figure.value_high is not None:
        return None
    if figure.subject and figure.measure in BALANCES:
        return None  # what a committee misses or has left is neither its cost nor its grant
    group = _group(figure, document)
    if group is None:
        return None
    if figure.subject:
        return Key(fold(figure.subject), figure.fiscal_year, group)
    return Key(f":{figure.concept}", figure.fiscal_year, group) if figure.concept else None


def _group(figure: Figure, document: ArchiveDocument) -> str | None:
    concept = figure.concept or ""
    if figure.scenario in PLANNED:
        return "planned"
    if figure.scenario == "forecast":
        return "forecast"
    if concept.startswith("equity."):
        return "level" if figure.scenario in (None, "outcome") else None
    if figure.scenario in DONE:
        return "done" if is_full_year(figure, document) else None
    if figure.scenario is None and document.classification.kind == "plan":
        return "planned"
    return None


def is_full_year(figure: Figure, document: ArchiveDocument) -> bool:
    """Tell whether an outcome is about a whole year: its period ends in December, or its document is a year's report."""
    if figure.period_end is not None:
        return figure.period_end.month == LAST_MONTH
    year = document.classification.fiscal_year
    if document.classification.kind in {"annual_report", "audit_report"}:
        return True
    return year is not None and figure.fiscal_year is not None and figure.fiscal_year < year


def is_signed(figure: Figure) -> bool:
    """Tell whether the sign of a figure tells something: results and balances, not costs and grants."""
    return (figure.concept or "").startswith(SIGNED)


class Steps:
    """How finely each table states its figures: 1000 where every one in a table in kronor is a whole thousand."""

    def __init__(self, document: ArchiveDocument) -> None:
        """Take the figures of one document."""
        self._document = document

    @cached_property
    def _by_table(self) -> dict[str, Decimal]:
        known = self._document.reckoned.get("steps")
        if known is None:
            known = self._document.reckoned["steps"] = self._found()
        return cast("dict[str, Decimal]", known)

    def _found(self) -> dict[str, Decimal]:
        values: dict[str, list[Decimal]] = {}
        quanta: dict[str, Decimal] = {}
        for figure in self._document.figures:
            if figure.table_id is not None and figure.unit == "SEK":
                values.setdefault(figure.table_id, []).append(figure.value)
                quanta[figure.table_id] = min(quanta.get(figure.table_id, figure.quantum), figure.quantum)
        return {table_id: common_step(found, quanta[table_id]) for table_id, found in values.items()}

    def step(self, figure: Figure) -> Decimal:
        """Return the step of a figure."""
        if figure.table_id is None:
            return figure.quantum
        return max(figure.quantum, self._by_table.get(figure.table_id, figure.quantum))


def statement(figure: Figure, step: Decimal, *, signed: bool) -> Statement:
    """Return a figure as one side of a comparison, without its sign where signs are a matter of style."""
    low = figure.natural
    high = figure.value_high if figure.value_high is not None else low
    if not signed:
        low, high = sorted((abs(low), abs(high)))
    return Statement(low, high, step, figure.half_width)


def compare(stated: Figure, other: Figure, stated_step: Decimal, other_step: Decimal) -> Judgement:
    """Judge two figures that state the same fact; text says a deficit in words and prints it without a minus."""
    in_words = "prose" in (stated.origin, other.origin)
    signed = not in_words and (is_signed(stated) or is_signed(other))
    return judge_same(statement(stated, stated_step, signed=signed), statement(other, other_step, signed=signed))


def is_far(stated: Figure, other: Figure) -> bool:
    """Tell whether one is more than twice the other: then they hardly speak of the same."""
    one, two = sorted((abs(stated.value), abs(other.value)))
    return two > FAR * one


def keyed(document: ArchiveDocument) -> tuple[tuple[Key, Figure], ...]:
    """Return the figures of a document that can be compared, each with what it is about; found once however many rules ask."""
    known = document.reckoned.get("keyed")
    if known is None:
        pairs = ((key_of(figure, document), figure) for figure in document.figures)
        known = document.reckoned["keyed"] = tuple((key, figure) for key, figure in pairs if key is not None)
    return cast("tuple[tuple[Key, Figure], ...]", known)


def _other_name(figure: Figure) -> str | None:
    """Return the label of a row where it is not the name that the archive uses."""
    label = " ".join(figure.label.split())
    is_row = figure.origin == "table" and figure.subject and figure.column_header
    return label if is_row and label and fold(label) != fold(figure.subject or "") else None


def difference_message(
    name: Message, one: tuple[Figure, str], two: tuple[Figure, str], documents: Sequence[ArchiveDocument]
) -> Message:
    """Say that two places state different amounts.

    Args:
        name: what they are about.
        one: the accused figure and its file.
        two: the other figure and its file.
        documents: theirs, to say that a page was scanned.
    """
    names = [label for figure, _ in (one, two) if (label := _other_name(figure))]
    name = Message(*(f"{text} ({', '.join(names)})" if names else text for text in name))
    apart = abs(abs(one[0].value) - abs(two[0].value)) or abs(one[0].natural - two[0].natural)
    difference = amount_like(one[0], apart)
    first, second = (f"{printed(figure)} ({place(figure, file)})" for figure, file in (one, two))
    scanned = any(is_scanned(document, [one[0], two[0]]) for document in documents)
    tail = Message(" Sidan är skannad.", " The page was scanned.") if scanned else Message("", "")
    return Message(
        f"{name.sv}: {first} mot {second}; skillnaden är {difference}.{tail.sv}",
        f"{name.en}: {first} against {second}; the difference is {difference}.{tail.en}",
    )
