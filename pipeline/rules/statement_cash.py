"""The flow of a year is the sum of its parts, and opening cash + flow = closing cash = cash in the balance sheet.

By hand: -117,09 - 2,32 - 137,05 = -256,46 tkr, printed 256,46 in one line and -256,46 in the next: the first lacks its minus.
Opening 1 236,30 - 256,28 = 980,02, printed 980,03: rounding. The balance sheet has 980,03 as cash: agrees.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.judging.linked import Link, by_year, judge_link, link_outcome
from pipeline.judging.outcome import Message, Outcome
from pipeline.judging.table_judgement import judge_tables, outcomes
from schemas.archive import Archive, ArchiveDocument, Settings

NAME = "statement.cash"


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per sum of a cash flow statement, and one per closing cash and balance sheet."""
    for document in archive.editions:
        yield from outcomes(judge_tables(document), NAME)
        yield from _closing(document)


def _closing(document: ArchiveDocument) -> Iterator[Outcome]:
    """Hold the closing cash against the balance sheet, where that agrees in at least one year: some count placements as cash."""
    flows = by_year(document, "cash_flow", "cash.closing")
    balances = by_year(document, "balance_sheet", "assets.cash")
    links = [
        Link(
            NAME,
            Message(f"Likvida medel {year}: kassaflödet och balansräkningen", f"Cash {year}: cash flow and balance sheet"),
            figure,
            balances[year],
            document,
            document,
        )
        for year, figure in sorted(flows.items())
        if year in balances
    ]
    if any(judge_link(link).holds for link in links):
        yield from (link_outcome(link) for link in links)
