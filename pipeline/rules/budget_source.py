"""The budget column of a follow-up equals the budget that was decided for that year, amendments counted.

By hand: the plan 2025 gives an initiative 827 000 kr; the half-year report 2025 has -827 tkr in its budget column: agrees. With
-837 tkr it differs by 10 tkr, unless minutes of that year grant the initiative 10 000 kr more. Where the archive holds no minutes
of the year an amendment cannot be ruled out, and the finding is a warning. Where a plan counts equity that it uses up as income,
its result and its sum of income are other things than those of a follow-up, and are not held against them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.statements import Key, Steps, compare, difference_message, fold, keyed
from pipeline.judging.verdict import Judgement
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "budget.source"
_EQUITY_USED = re.compile(
    r"\b(?:från|av|ur)\s(?:\w+\s)?(?:eget|egna)\s(?:kapital|medel)|\bianspråk|\b(?:sparade|balanserade|överförda)\smedel"
    r"|\böverför\w*\sfrån|\bfrån\stidigare\sår|\bresultatreserv|\bnyttja\w*\s(?:av\s)?(?:eget|egna)",
    re.IGNORECASE,
)
"""Labels of rows by which a plan takes equity for income."""
ITEM = "follows from one of its items"
FOLLOW_UPS = ("annual_report", "interim_report")


class Source(NamedTuple):
    """A decided budget figure and where it stands."""

    document: ArchiveDocument
    figure: Figure
    step: Decimal


class Decided(NamedTuple):
    """What the archive knows of decided budgets."""

    sources: dict[tuple[str, Key], list[Source]]
    """Budget figures of plans, by body and fact."""
    amendments: dict[tuple[str, str, int], set[Decimal]]
    """Amounts decided in minutes, by body, subject and year."""
    minutes: set[tuple[str, int]]
    """Bodies and years with minutes."""


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per budget figure of a follow-up that a plan can be held against."""
    decided = _decided(archive)
    for document in archive.counted:
        if document.classification.kind not in FOLLOW_UPS or document.entity_id is None:
            continue
        yield from _told_once(document, list(_checked(document, decided)))


def _checked(document: ArchiveDocument, decided: Decided) -> Iterator[Outcome]:
    steps = Steps(document)
    for key, figure in keyed(document):
        sources = decided.sources.get((document.entity_id or "", key))
        if sources and figure.origin == "table" and figure.scenario == "budget":
            yield _check_one(document, Source(document, figure, steps.step(figure)), sources, decided)


def _told_once(document: ArchiveDocument, outcomes: list[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes; a sum that differs by as much as one of its items says nothing new."""
    rows = {figure.figure_id: (figure.table_id or "", -1 if figure.row is None else figure.row) for figure in document.figures}
    off: set[tuple[str | None, Decimal]] = set()
    sums = []
    for one in outcomes:
        residual = abs(one.check.residual or Decimal(0))
        is_sum = one.finding is not None and document.row_roles.get(rows[one.finding.evidence[0].figure_id or ""]) == "total"
        if one.finding is not None and not is_sum:
            off.add((one.check.table_id, residual))
        sums.append(is_sum)
    for one, is_sum in zip(outcomes, sums, strict=True):
        if is_sum and (one.check.table_id, abs(one.check.residual or Decimal(0))) in off:
            yield Outcome(one.check.model_copy(update={"finding_id": None, "verdict": "explained", "explanation": ITEM}))
        else:
            yield one


def _decided(archive: Archive) -> Decided:
    decided = Decided(defaultdict(list), defaultdict(set), set())
    for document in archive.counted:
        entity = document.entity_id
        if entity is None:
            continue
        if document.classification.kind == "plan":
            steps = Steps(document)
            for key, figure in keyed(document):
                own = key.group == "planned" and key.year == document.classification.fiscal_year and figure.origin == "table"
                if own and not _counts_equity(figure, document):
                    decided.sources[entity, key].append(Source(document, figure, steps.step(figure)))
        decided.minutes.update((entity, one.meeting_date.year) for one in document.meetings if one.meeting_date)
        for subject, year, amount in _amendments(document):
            decided.minutes.add((entity, year))
            if amount is not None and subject:
                decided.amendments[entity, fold(subject), year].add(abs(amount))
    return decided


def _counts_equity(figure: Figure, document: ArchiveDocument) -> bool:
    """Tell whether a result or sum of income counts equity that is used up as income."""
    if not str(figure.concept).startswith(("result", "income.total")):
        return False
    column = (figure.table_id, figure.fiscal_year, figure.scenario)
    return any(
        (other.table_id, other.fiscal_year, other.scenario) == column and other.value and _EQUITY_USED.search(other.label)
        for other in document.figures
    )


def _amendments(document: ArchiveDocument) -> Iterator[tuple[str | None, int, Decimal | None]]:
    """Yield (subject, year, amount) of what the meetings of a document decided; without amount where none is named."""
    for decision in document.decisions:
        year = decision.fiscal_year or (decision.meeting_date.year if decision.meeting_date else None)
        if year is not None:
            yield decision.subject, year, decision.amount
    for figure in document.figures:
        if figure.decision_id is not None and figure.scenario == "granted" and figure.fiscal_year is not None:
            yield figure.subject, figure.fiscal_year, figure.value


def _check_one(document: ArchiveDocument, mine: Source, sources: list[Source], decided: Decided) -> Outcome:
    pairs = [(source, compare(mine.figure, source.figure, mine.step, source.step)) for source in sources]
    source, judgement = min(pairs, key=lambda pair: (not pair[1].holds, abs(pair[1].residual), pair[0].figure.figure_id))
    about = about_figure(NAME, document, mine.figure)
    key = [mine.figure.figure_id, source.figure.figure_id]
    if judgement.holds:
        return judged(about, key, judgement, mine.figure.value)
    entity, year = document.entity_id or "", mine.figure.fiscal_year or 0
    amounts = decided.amendments.get((entity, fold(mine.figure.subject or ""), year), set())
    if any(
        abs(abs(judgement.residual) - amount) <= mine.step or abs(abs(mine.figure.value) - amount) <= mine.step
        for amount in amounts
    ):
        explained = Judgement("explained", judgement.residual, judgement.tolerance, "amended by a decision in minutes")
        return judged(about, key, explained, mine.figure.value)
    return judged(
        about, key, judgement, mine.figure.value, _finding(mine, source, judgement, seen=(entity, year) in decided.minutes)
    )


def _finding(mine: Source, source: Source, judgement: Judgement, *, seen: bool) -> Finding:
    what = mine.figure.subject or mine.figure.label
    year = mine.figure.fiscal_year
    name = Message(
        f"{what}, budget {year}: uppföljningen och den beslutade budgeten", f"{what}, budget {year}: follow-up and decided budget"
    )
    told = difference_message(
        name,
        (mine.figure, mine.document.file_name),
        (source.figure, source.document.file_name),
        [mine.document, source.document],
    )
    if not seen:
        told = Message(
            f"{told.sv} Budgeten kan ha ändrats genom ett beslut som inte finns i arkivet.",
            f"{told.en} The budget may have been amended by a decision that is not in the archive.",
        )
    scanned = is_scanned(mine.document, [mine.figure]) or is_scanned(source.document, [source.figure])
    return make_finding(
        about_figure(NAME, mine.document, mine.figure),
        "error" if seen and not scanned and not is_shaky([mine.figure, source.figure]) else "warning",
        told,
        [evidence_of(mine.figure, "stated"), evidence_of(source.figure, "other")],
        expected=source.figure.value,
        actual=mine.figure.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )
