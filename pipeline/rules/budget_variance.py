"""An outcome or a forecast of a whole year that deviates from the year's budget by more than a threshold is worth reading.

A subtotal whose deviation is that of one item already named says nothing new.

The threshold is the user's: a share of the budget and an amount, both must be reached. An outcome of half a year is never held
against the budget of the whole year.

By hand: budget -697 tkr, forecast -485 tkr: 212 tkr, 30 % of the budget, lower: a notice at the default of 10 % and 10 tkr.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, make_check, make_finding
from pipeline.judging.row_identities import RESULT
from pipeline.judging.statements import is_full_year
from pipeline.judging.wording import amount_like, number, printed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "budget.variance"
SINCE_THE_START = re.compile(r"\back(?:um|\b)|\bsedan\b|\b(?:total|projekt)\w*budget|\bprojekt\w*kalkyl", re.IGNORECASE)
"""Columns of projects that run over several years: what was spent since they began, of what they may cost in all."""
WHOLE_YEAR = 366
"""Days; a budget that states no period is for its year."""


def check(archive: Archive, settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per row with a budget and a full year's outcome or forecast."""
    for document in archive.counted:
        own = settings.of(document)
        roles = document.row_roles
        pairs = list(_pairs(document))
        last = {budget.table_id: budget.row for budget, _ in pairs if roles[budget.table_id or "", budget.row or 0] == "total"}
        named: set[tuple[str | None, Decimal]] = set()
        for budget, actual in pairs:
            outcome = _outcome(document, budget, actual, own)
            is_subtotal = roles[budget.table_id or "", budget.row or 0] == "total" and budget.row != last[budget.table_id]
            deviation = (budget.table_id, actual.value - budget.value)
            if outcome.finding and is_subtotal and deviation in named:
                outcome = Outcome(
                    outcome.check.model_copy(update={"finding_id": None, "explanation": "one of its items deviates"})
                )
            elif outcome.finding:
                named.add(deviation)
            yield outcome


def _pairs(document: ArchiveDocument) -> Iterator[tuple[Figure, Figure]]:
    rows: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for (table_id, row, _), figure in sorted(document.figures_by_cell.items()):
        if (
            figure.unit == "SEK"
            and not SINCE_THE_START.search(figure.column_header)
            and document.row_roles.get((table_id, row)) in ("item", "total", "result")
            and figure.value_high is None
        ):
            rows[table_id, row].append(figure)
    for figures in rows.values():
        budget = _budget(figures)
        if budget is not None:
            same = [f for f in figures if f.fiscal_year == budget.fiscal_year and f.measure in (None, budget.measure)]
            actual = _actual(document, same)
            if actual is not None:
                yield budget, actual


def _budget(figures: list[Figure]) -> Figure | None:
    """Return the budget of the longest period: `Budget jan-mars` stands beside `Budget helår`."""
    budgets = [figure for figure in figures if figure.scenario == "budget"]
    return max(budgets, key=_days, default=None)


def _days(figure: Figure) -> int:
    if figure.period_start is None or figure.period_end is None:
        return WHOLE_YEAR
    return (figure.period_end - figure.period_start).days


def _actual(document: ArchiveDocument, figures: list[Figure]) -> Figure | None:
    """Return the full year's outcome, else the forecast."""
    outcomes = [figure for figure in figures if figure.scenario == "outcome" and is_full_year(figure, document)]
    forecasts = [figure for figure in figures if figure.scenario == "forecast"]
    return next(iter(outcomes + forecasts), None)


def _outcome(document: ArchiveDocument, budget: Figure, actual: Figure, settings: Settings) -> Outcome:
    difference = actual.value - budget.value
    is_large = abs(difference) >= settings.variance_amount
    share = abs(difference / budget.value) if budget.value else None
    finding = None
    if is_large and (share is None or share >= settings.variance_share):
        finding = _finding(document, budget, actual, share)
    check = make_check(
        about_figure(NAME, document, actual),
        [actual.figure_id, budget.figure_id],
        "exact" if finding is None else "explained",
        stated=actual.value,
        computed=budget.value,
        residual=difference,
        explanation="within the threshold" if finding is None else "deviates by more than the threshold",
        finding_id=finding.finding_id if finding else None,
    )
    return Outcome(check, finding)


def _finding(document: ArchiveDocument, budget: Figure, actual: Figure, share: Decimal | None) -> Finding:
    difference = actual.value - budget.value
    word = _direction(budget, actual)
    kind = Message("prognosen", "the forecast") if actual.scenario == "forecast" else Message("utfallet", "the outcome")
    percent = f" ({number(Decimal(round(share * 100)))} %)" if share is not None else ""
    name = f"{' '.join(actual.label.split()) or actual.subject or ''} {actual.fiscal_year}"
    size, stated, planned = amount_like(actual, abs(difference)), printed(actual), printed(budget)
    what = Message(f"{kind.sv} {stated}", f"{kind.en} {stated}")
    if _is_cost(budget, actual):
        what = Message(f"kostnaden enligt {kind.sv}, {stated},", f"the cost by {kind.en}, {stated},")
    message = Message(
        f"{name}: {what.sv} är {size}{percent} {word.sv} än budgeten {planned}.",
        f"{name}: {what.en} is {size}{percent} {word.en} than the budget {planned}.",
    )
    return make_finding(
        about_figure(NAME, document, actual),
        "notice",
        message,
        [evidence_of(actual, "stated"), evidence_of(budget, "other")],
        expected=budget.value,
        actual=actual.value,
        difference=difference,
    )


def _direction(budget: Figure, actual: Figure) -> Message:
    """Say which way an amount deviates: a cost that is printed with a minus is higher where it lies lower."""
    is_more = (actual.value > budget.value) != _is_cost(budget, actual)
    return Message("högre", "higher") if is_more else Message("lägre", "lower")


def _is_cost(budget: Figure, actual: Figure) -> bool:
    """Tell whether amounts are costs that are printed with a minus."""
    is_other = (actual.concept or "").startswith(("income", "result")) or RESULT.search(actual.label)
    return max(budget.value, actual.value) <= 0 and not is_other
