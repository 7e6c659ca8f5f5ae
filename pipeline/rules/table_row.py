"""The cells of a row obey the identity of the headers: outcome - budget = deviation, income + cost = net, parts = total.

Which way a deviation is counted is not printed; the way that most rows obey is taken, and the rule keeps silent where most
do not.

By hand: a row Intäkt 2 832, Kostnad -2 651, Netto 237. 2 832 - 2 651 = 181, not 237; with 2 888, which the rows above give,
it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.judging.outcome import Outcome
from pipeline.judging.table_judgement import judge_tables, outcomes
from schemas.archive import Archive, Settings

NAME = "table.row"


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per row and identity."""
    for document in archive.editions:
        yield from outcomes(judge_tables(document), NAME)
