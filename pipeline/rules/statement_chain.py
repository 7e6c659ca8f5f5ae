"""A result that stands alone in its table is income less cost, as the other tables of the document state them for the year.

Checked only where at least one year of the document closes exactly, and against the costs as their rows give them where the
printed total was found wrong.

By hand: contributions 2 756 000 and costs -3 211 000 give -455 000, printed -455 000. In 2028 the costs of the rows are
-795 000 - 5 000 = -800 000; 2 756 000 - 800 000 = 1 956 000, printed 1 966 000: an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.grid import Ref
from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.table_judgement import Judged, judge_tables
from pipeline.judging.verdict import Judgement, judge_sum
from pipeline.judging.wording import amount_like, printed
from pipeline.judging.year_columns import repeated_years
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "statement.chain"
INCOMES = ("income.total", "income.contributions")
COSTS = ("cost.total",)
RESULTS = ("result.year", "result.remaining")
HALF = Decimal("0.5")
SOLID = 100


class Chain(NamedTuple):
    """One year's income, cost and result."""

    income: Figure
    cost: Figure
    result: Figure
    cost_value: Decimal
    """The cost as its rows give it, where the printed total is wrong."""


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per result and year."""
    for document in archive.editions:
        if document.classification.kind == "plan" and any(figure.concept in COSTS for figure in document.figures):
            chains = list(_chains(document, judge_tables(document)))
            if any(_is_solid(chain) for chain in chains):
                yield from (_outcome(document, chain) for chain in chains)


def _chains(document: ArchiveDocument, tables: Judged) -> Iterator[Chain]:
    insane = {table.table_id for table in document.tables if repeated_years(table)}
    stated = {identity.target for identity in tables.identities if identity.rule == "table.total" and len(identity.terms) > 1}
    by_year: dict[tuple[str, int], tuple[Ref, Figure]] = {}
    results: list[tuple[Ref, Figure]] = []
    for ref, figure in sorted(tables.figures.items(), key=lambda item: (item[1].page, item[1].box.top, item[1].box.x0)):
        if figure.fiscal_year is None or figure.unit != "SEK" or ref[0] in insane or figure.scenario in ("variance", "outcome"):
            continue
        if figure.concept in RESULTS and ref not in stated:
            results.append((ref, figure))
        elif figure.concept is not None:
            by_year[figure.concept, figure.fiscal_year] = (ref, figure)
    seen: set[tuple[int, Decimal]] = set()
    for ref, result in results:
        year = result.fiscal_year or 0
        income = next((by_year[name, year] for name in INCOMES if (name, year) in by_year), None)
        cost = next((by_year[name, year] for name in COSTS if (name, year) in by_year), None)
        if income and cost and len({ref[0], income[0][0], cost[0][0]}) > 1 and (year, result.value) not in seen:
            seen.add((year, result.value))
            yield Chain(income[1], cost[1], result, tables.corrected.value(cost[0]))


def _judge(chain: Chain, cost: Decimal) -> Judgement:
    quanta = [figure.quantum for figure in chain[:3]]
    computed = abs(chain.income.value) - abs(cost)
    return judge_sum(chain.result.value, computed, sum(quanta, Decimal(0)) * HALF, max(quanta))


def _is_solid(chain: Chain) -> bool:
    is_exact = _judge(chain, chain.cost.value).verdict == "exact"
    return is_exact and abs(chain.result.value) >= SOLID * chain.result.quantum


def _outcome(document: ArchiveDocument, chain: Chain) -> Outcome:
    about = about_figure(NAME, document, chain.result)
    key = [figure.figure_id for figure in chain[:3]]
    judgement = _judge(chain, chain.cost.value)
    if judgement.holds:
        return judged(about, key, judgement, chain.result.value)
    corrected = _judge(chain, chain.cost_value)
    if corrected.holds:
        explained = Judgement("explained", judgement.residual, judgement.tolerance, "follows from another figure")
        return judged(about, key, explained, chain.result.value)
    return judged(about, key, corrected, chain.result.value, _finding(document, chain, corrected))


def _finding(document: ArchiveDocument, chain: Chain, judgement: Judgement) -> Finding:
    figures = chain[:3]
    expected = chain.result.value - judgement.residual
    income, result = printed(chain.income), printed(chain.result)
    cost, total = amount_like(chain.cost, chain.cost_value), amount_like(chain.result, expected)
    difference, year = amount_like(chain.result, abs(judgement.residual)), chain.result.fiscal_year
    label = " ".join(chain.result.label.split())
    scanned = is_scanned(document, figures)
    return make_finding(
        about_figure(NAME, document, chain.result),
        "warning" if is_shaky(figures) or scanned else "error",
        Message(
            f"{label} {year}: intäkter {income} och kostnader {cost} ger {total}, men tryckt är {result}; "
            f"skillnaden är {difference}.",
            f"{label} {year}: income {income} and costs {cost} give {total}, but {result} is printed; "
            f"the difference is {difference}.",
        ),
        [evidence_of(chain.result, "stated"), evidence_of(chain.income, "item"), evidence_of(chain.cost, "item")],
        expected=expected,
        actual=chain.result.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )
