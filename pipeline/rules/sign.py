"""A sign that contradicts every other reading of the same concept is wrong.

Results, cash and financial net that a body states of one year have one sign everywhere; a figure with the other sign is wrong
where at least two others have its size. Within a table, an income that is printed with a minus among incomes without one, or a
cost without a minus among at least three costs that have one, is worth reading (a notice): it may be a correction.

By hand: the result of 2023 is -117 094 in the overview, -117 tkr in the income statement and 117,09 tkr in the balance sheet:
three times about 117 thousand, twice below zero: the third is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.judging.outcome import (
    Message,
    Outcome,
    about_figure,
    evidence_of,
    is_scanned,
    is_shaky,
    judged,
    make_check,
    make_finding,
)
from pipeline.judging.statements import Key, Steps, keyed, statement
from pipeline.judging.verdict import Judgement, judge_same
from pipeline.judging.wording import place, printed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure

NAME = "sign"
SIGNED = ("result.", "financial.net", "cash.flow")
ENOUGH = 2
FEWEST_COSTS = 3
LEVELS = ("budget", "outcome", "forecast", "plan")


class Told(NamedTuple):
    """One statement of a fact."""

    document: ArchiveDocument
    figure: Figure
    steps: Steps


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per statement whose size two others have, and one per income or cost with the sign of the other kind."""
    facts: dict[tuple[str, Key], list[Told]] = defaultdict(list)
    for document in archive.counted:
        steps = Steps(document)
        for key, figure in keyed(document):
            if _is_signed(figure):
                facts[document.entity_id or document.document_id, key].append(Told(document, figure, steps))
        yield from _odd_rows(document)
    for _, told in sorted(facts.items()):
        yield from _compare(told)


def _is_signed(figure: Figure) -> bool:
    """Tell whether the sign of a figure says something: a result in a table that is no column of income or cost."""
    concept = figure.concept or ""
    return figure.origin == "table" and concept.startswith(SIGNED) and figure.measure in (None, "net") and figure.value != 0


def _compare(told: list[Told]) -> Iterator[Outcome]:
    """Judge each statement by those of its size: they have its sign, or all have the other one."""
    for one in told:
        alike = [other for other in told if other is not one and _same_size(one, other)]
        against = [other for other in alike if (other.figure.value < 0) != (one.figure.value < 0)]
        if len(alike) < ENOUGH:
            continue
        about = about_figure(NAME, one.document, one.figure)
        key = [one.figure.figure_id]
        if len(against) < len(alike):
            yield Outcome(make_check(about, key, "exact", stated=one.figure.value))
        else:
            yield _contradicted(one, against)


def _same_size(one: Told, other: Told) -> bool:
    sides = [statement(told.figure, told.steps.step(told.figure), signed=False) for told in (one, other)]
    return judge_same(*sides).holds


def _contradicted(one: Told, against: list[Told]) -> Outcome:
    figure = one.figure
    about = about_figure(NAME, one.document, figure)
    doubtful = any(is_scanned(told.document, [told.figure]) or is_shaky([told.figure]) for told in (one, *against))
    mine = f"{printed(figure)} ({place(figure, one.document.file_name)})"
    others = ", ".join(f"{printed(told.figure)} ({place(told.figure, told.document.file_name)})" for told in against)
    name = f"{' '.join(figure.label.split())} {figure.fiscal_year}"
    finding = make_finding(
        about,
        "warning" if doubtful else "error",
        Message(f"{name}: {mine} har motsatt tecken mot {others}.", f"{name}: {mine} has the opposite sign of {others}."),
        [evidence_of(figure, "stated"), *(evidence_of(told.figure, "other") for told in against)],
        expected=-figure.value,
        actual=figure.value,
        difference=2 * figure.value,
    )
    judgement = Judgement("inconsistent", 2 * figure.value, figure.quantum / 2, "sign flipped")
    return judged(about, [figure.figure_id], judgement, figure.value, finding)


def _odd_rows(document: ArchiveDocument) -> Iterator[Outcome]:
    """Yield a notice for each income or cost of a table whose sign is that of no other one of its column."""
    kinds = {table.table_id: table.kind for table in document.tables}
    columns: dict[tuple[str, int, str], list[Figure]] = defaultdict(list)
    for (table_id, row, col), figure in sorted(document.figures_by_cell.items()):
        kind = (figure.concept or "").partition(".")[0]
        is_level = figure.unit == "SEK" and figure.value != 0 and figure.scenario in LEVELS
        if (
            is_level
            and kind in ("income", "cost")
            and document.row_roles.get((table_id, row)) == "item"
            and kinds[table_id] != "cash_flow"
        ):
            columns[table_id, col, kind].append(figure)
    odd: dict[tuple[str, str], list[tuple[Figure, list[Figure]]]] = defaultdict(list)
    for (table_id, _, kind), figures in columns.items():
        below = [figure for figure in figures if figure.value < 0]
        above = [figure for figure in figures if figure.value > 0]
        few, usual = (below, above) if kind == "income" else (above, below)
        if few and len(usual) >= (1 if kind == "income" else FEWEST_COSTS):
            odd[table_id, kind].extend((figure, usual) for figure in few)
    for (_, kind), found in odd.items():
        if len({figure.row for figure, _ in found}) == 1:  # several rows of both signs are deviations
            yield from (_odd(document, figure, usual, kind) for figure, usual in found)


def _odd(document: ArchiveDocument, figure: Figure, usual: list[Figure], kind: str) -> Outcome:
    about = about_figure(NAME, document, figure)
    name = f"{' '.join(figure.label.split())} {figure.fiscal_year or ''}".strip()
    if kind == "income":
        message = Message(
            f"{name}: intäkten {printed(figure)} är tryckt med minus, till skillnad från tabellens övriga.",
            f"{name}: the income {printed(figure)} is printed with a minus, unlike the others of the table.",
        )
    else:
        message = Message(
            f"{name}: kostnaden {printed(figure)} är tryckt utan minus, till skillnad från tabellens övriga.",
            f"{name}: the cost {printed(figure)} is printed without a minus, unlike the others of the table.",
        )
    evidence = [evidence_of(figure, "stated"), *(evidence_of(one, "other") for one in usual[:FEWEST_COSTS])]
    finding = make_finding(about, "notice", message, evidence, actual=figure.value)
    fields = {"stated": figure.value, "explanation": "sign unlike the others of its kind", "finding_id": finding.finding_id}
    return Outcome(make_check(about, [figure.figure_id, kind], "explained", **fields), finding)
