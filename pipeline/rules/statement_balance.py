"""In a balance sheet every sum follows from its lines, and assets equal equity, provisions and liabilities together.

By hand: 236,50 + 584,03 + 0 + 177,23 = 997,76 tkr, and the assets are 17,73 + 980,03 = 997,76 tkr: both sides agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.judging.linked import Link, by_year, link_outcome
from pipeline.judging.outcome import Message, Outcome
from pipeline.judging.table_judgement import judge_tables, outcomes
from schemas.archive import Archive, ArchiveDocument, Settings

NAME = "statement.balance"


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per sum of a balance sheet, and one per year for its two sides."""
    for document in archive.editions:
        yield from outcomes(judge_tables(document), NAME)
        yield from _sides(document)


def _sides(document: ArchiveDocument) -> Iterator[Outcome]:
    assets = by_year(document, "balance_sheet", "assets.total")
    for year, figure in sorted(by_year(document, "balance_sheet", "equity_and_liabilities.total").items()):
        if year in assets:
            name = Message(
                f"Balansräkningen {year}: eget kapital och skulder mot tillgångar",
                f"Balance sheet {year}: equity and liabilities against assets",
            )
            yield link_outcome(Link(NAME, name, figure, assets[year], document, document, signed=False))
