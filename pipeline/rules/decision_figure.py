"""An amount that minutes grant equals what plans and reports say was granted.

By hand: the minutes of May grant an initiative 91 000 kr for 2024; the year's report says that it was granted 90 000 kr: 1 000 kr
differ, a warning, since a later decision may have changed the grant. Where only a plan budgets 90 000 kr for it, that is held
against all that minutes grant for the year, one by one and together, and a difference is a notice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.outcome import About, Message, Outcome, evidence_of, is_scanned, judged, make_finding
from pipeline.judging.statements import Steps, fold, statement
from pipeline.judging.verdict import Judgement, Statement, judge_same
from pipeline.judging.wording import amount, amount_like, place, printed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.decision import Decision
from schemas.figure import Figure
from schemas.finding import Evidence, Finding, Severity

NAME = "decision.figure"
FAR = 2


Fact = tuple[str | None, str, int]
"""Body, subject (folded) and year."""


class Granted(NamedTuple):
    """A figure of a plan or report that says what was granted, or what a plan budgets."""

    document: ArchiveDocument
    figure: Figure
    side: Statement


class Decided(NamedTuple):
    """An amount that a decision grants."""

    document: ArchiveDocument
    decision: Decision
    value: Decimal
    subject: str
    year: int
    figure: Figure | None
    """The figure of the amount, where it was read as one."""


def check(archive: Archive, settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per granted amount that another document states, too."""
    budgets = _budgets(archive)
    shared = {match.name: match.subject for match in archive.subjects if match.score >= settings.certain_match}
    granted: dict[tuple[str | None, str, int], list[Granted]] = defaultdict(list)
    for document in archive.counted:
        steps = Steps(document)
        for figure in document.figures:
            stated = figure.decision_id is None and figure.scenario == "granted" and _is_level(figure)
            if stated and figure.subject and figure.fiscal_year is not None:
                key = (document.entity_id, fold(figure.subject), figure.fiscal_year)
                granted[key].append(Granted(document, figure, statement(figure, steps.step(figure), signed=False)))
    planned: dict[Fact, list[Decided]] = defaultdict(list)
    for document in archive.counted:
        for decided in _decided(document):
            key = (document.entity_id, fold(shared.get(decided.subject, decided.subject)), decided.year)
            if granted.get(key):
                yield _outcome(decided, granted[key])
            elif key in budgets:
                planned[key].append(decided)
    for key, several in planned.items():
        yield from _against_budget(several, budgets[key])


def _budgets(archive: Archive) -> dict[Fact, list[Granted]]:
    """Return what plans budget for a subject in their first year."""
    found: dict[Fact, list[Granted]] = defaultdict(list)
    for document in archive.counted:
        if document.classification.kind != "plan":
            continue
        steps = Steps(document)
        for figure in document.figures:
            own = figure.scenario == "budget" and figure.fiscal_year == document.classification.fiscal_year
            if own and figure.subject and figure.decision_id is None and _is_level(figure) and figure.fiscal_year is not None:
                key = (document.entity_id, fold(figure.subject), figure.fiscal_year)
                found[key].append(Granted(document, figure, statement(figure, steps.step(figure), signed=False)))
    return found


def _against_budget(several: Sequence[Decided], budgets: Sequence[Granted]) -> Iterator[Outcome]:
    """Yield an outcome per grant, held against the budget; where all grants of the year together make it, each of them holds."""
    together = sum((decided.value for decided in several), Decimal(0))
    for decided in several:
        whole = _outcome(decided._replace(value=together), budgets, severity="notice")
        alone = _outcome(decided, budgets, severity="notice")
        yield alone if whole.finding is not None else whole


def _decided(document: ArchiveDocument) -> Iterator[Decided]:
    """Yield the amounts that the decisions of a document grant: each figure tied to one, else the only amount of a point."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in document.figures:
        if figure.decision_id is not None and figure.scenario == "granted" and _is_level(figure):
            figures[figure.decision_id].append(figure)
    for decision in document.decisions:
        if decision.kind != "grant":
            continue
        for figure in figures[decision.decision_id]:
            if figure.subject and figure.fiscal_year is not None:
                yield Decided(document, decision, abs(figure.value), figure.subject, figure.fiscal_year, figure)
        alone = not figures[decision.decision_id] and decision.amount is not None
        if alone and decision.subject and decision.fiscal_year is not None:
            value = abs(decision.amount or Decimal(0))
            yield Decided(document, decision, value, decision.subject, decision.fiscal_year, None)


def _is_level(figure: Figure) -> bool:
    return figure.unit == "SEK" and not figure.change and not figure.approximate and figure.value_high is None


def _outcome(decided: Decided, told: Sequence[Granted], severity: Severity = "warning") -> Outcome:
    value = decided.value
    side = Statement(value, value, Decimal(1), Decimal(0))
    pairs = [(one, judge_same(one.side, side)) for one in told]
    one, judgement = min(pairs, key=lambda pair: (not pair[1].holds, abs(pair[1].residual), pair[0].figure.figure_id))
    about = About(
        NAME, decided.document.entity_id, decided.year, one.figure.concept, one.figure.subject, one.document.document_id
    )
    source = decided.figure.figure_id if decided.figure is not None else decided.decision.decision_id
    key = [source, one.figure.figure_id]
    if judgement.holds:
        return judged(about, key, judgement, one.side.value)
    if max(value, one.side.value) > FAR * min(value, one.side.value):
        unknown = Judgement("not_checkable", judgement.residual, judgement.tolerance, "hardly the same grant")
        return judged(about, key, unknown, one.side.value)
    return judged(about, key, judgement, one.side.value, _finding(about, decided, one, severity))


def _finding(about: About, decided: Decided, one: Granted, severity: Severity) -> Finding:
    document, decision, value = decided.document, decided.decision, decided.value
    where = f"{document.file_name}:p{decision.page}, § {decision.paragraph}"
    difference = amount_like(one.figure, abs(one.side.value - value))
    told = f"{printed(one.figure)} ({place(one.figure, one.document.file_name)})"
    scanned = is_scanned(one.document, [one.figure])
    what = f"{one.figure.subject} {decided.year}"
    said = Message("budgeterat", "to be budgeted") if one.figure.scenario == "budget" else Message("beviljat", "to be granted")
    evidence = Evidence(
        role="other",
        document_id=document.document_id,
        page=decided.figure.page if decided.figure else decision.page,
        box=decided.figure.box if decided.figure else decision.box,
        figure_id=decided.figure.figure_id if decided.figure else None,
        decision_id=decision.decision_id,
        raw=amount(value),
        value=value,
    )
    return make_finding(
        about,
        severity,
        Message(
            f"{what}: {said.sv} är {told}, men beslutat är {amount(value)} ({where}); skillnaden är {difference}."
            + (" Sidan är skannad." if scanned else ""),
            f"{what}: {told} is said {said.en}, but {amount(value)} was decided ({where}); the difference is {difference}."
            + (" The page was scanned." if scanned else ""),
        ),
        [evidence_of(one.figure, "stated"), evidence],
        expected=value,
        actual=one.side.value,
        difference=one.side.value - value,
    )
