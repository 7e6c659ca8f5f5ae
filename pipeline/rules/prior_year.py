"""The column of the year before in a year's report equals what the report of that year stated.

A total may have been put together otherwise since then (a warning); the year's result and the balance total may not (an error).

By hand: the report on 2024 prints costs of -2 983 tkr for 2023, the report on 2023 printed -2 983 378 kr: agrees. A result of
-117 tkr against -125 tkr is an error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.judging.linked import Link, judge_link, link_outcome
from pipeline.judging.outcome import Message, Outcome
from pipeline.judging.statements import is_far, is_signed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure

NAME = "prior_year"
TABLES = ("income_statement", "balance_sheet", "cash_flow", "overview")
FIRM = ("result.year", "assets.total", "equity_and_liabilities.total", "cash.closing")
LEFT_OUT = ("equity.closing", "equity.opening", "ratio", "count")
"""`equity.roll` judges equity."""


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per concept of an earlier year that its own report states, too."""
    reports: dict[tuple[str, int], ArchiveDocument] = {}
    for document in archive.counted:
        year = document.classification.fiscal_year
        if document.classification.kind == "annual_report" and document.entity_id and year is not None:
            reports.setdefault((document.entity_id, year), document)
    for (entity, year), later in sorted(reports.items()):
        earlier = reports.get((entity, year - 1))
        if earlier is not None:
            yield from _compare(later, earlier, year - 1)


def _compare(later: ArchiveDocument, earlier: ArchiveDocument, year: int) -> Iterator[Outcome]:
    own = _figures(earlier, year)
    for (kind, concept), figures in sorted(_figures(later, year).items()):
        others = own.get((kind, concept), [])
        if len({figure.value for figure in figures}) > 1 or not others:
            continue
        links = [_link(later, earlier, figures[0], other) for other in others]
        best = min(links, key=lambda link: (not judge_link(link).holds, abs(judge_link(link).residual), link.other.figure_id))
        if not is_far(best.stated, best.other) or judge_link(best).holds:
            yield link_outcome(best, "error" if concept in FIRM else "warning")


def _figures(document: ArchiveDocument, year: int) -> dict[tuple[str, str], list[Figure]]:
    """Return the outcomes of a year by kind of table and concept."""
    kinds = {table.table_id: table.kind for table in document.tables if table.kind in TABLES}
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in document.figures:
        is_outcome = figure.scenario in (None, "outcome") and figure.unit == "SEK" and not figure.subject
        concept = figure.concept
        is_level = is_outcome and figure.fiscal_year == year and figure.measure in (None, "net")
        if is_level and concept and not concept.startswith(LEFT_OUT) and figure.table_id in kinds:
            found[kinds[figure.table_id], concept].append(figure)
    return found


def _link(later: ArchiveDocument, earlier: ArchiveDocument, stated: Figure, other: Figure) -> Link:
    label, year = " ".join(stated.label.split()), stated.fiscal_year
    name = Message(
        f"{label} {year}: jämförelsesiffran och årets egen rapport",
        f"{label} {year}: comparative figure and the year's own report",
    )
    return Link(NAME, name, stated, other, later, earlier, signed=is_signed(stated))
