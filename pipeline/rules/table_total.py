"""A stated sum equals the sum of the rows that it covers.

Which rows it covers is not printed: the rows since the last sum or heading, all rows, or the sums alone, whatever closes in the
columns together. The columns that do not close under that cover are wrong, within rounding.

By hand: thirteen rows of a forecast column in tkr: -68 -827 -485 -150 -70 -15 -8 -15 -10 -30 -30 -10 -140 = -1 858.
Printed is -1 855. The other columns sum exactly, -1 858 less the budget of -1 996 is the printed deviation of 138, and the result
row uses -1 858: the sum is wrong by 3 tkr.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.judging.outcome import Outcome
from pipeline.judging.table_judgement import judge_tables, outcomes
from schemas.archive import Archive, Settings

NAME = "table.total"


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per sum and column."""
    for document in archive.editions:
        yield from outcomes(judge_tables(document), NAME)
