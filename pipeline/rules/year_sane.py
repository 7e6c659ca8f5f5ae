"""The years over the columns of a table differ where nothing else tells the columns apart, and are of our time.

By hand: columns 2026, 2026, 2027 in a plan whose other tables have 2026, 2027, 2028: two columns say the same, a warning. A
column headed 2525 is five hundred years ahead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.outcome import About, Message, Outcome, make_check, make_finding
from pipeline.year_columns import repeated_years, year_columns
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Evidence
from schemas.table import Table

NAME = "year.sane"
FAR = 30


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per table whose columns are years."""
    for document in archive.counted:
        usual = Counter(years for table in document.tables if (years := _years(table)) and not repeated_years(table))
        for table in document.tables:
            if _years(table):
                yield _outcome(document, table, usual)


def _years(table: Table) -> tuple[int, ...]:
    return tuple(column.fiscal_year for column in year_columns(table) if column.fiscal_year is not None)


def _outcome(document: ArchiveDocument, table: Table, usual: Counter[tuple[int, ...]]) -> Outcome:
    own = document.classification.fiscal_year
    years = _years(table)
    about = About(NAME, document.entity_id, own, None, None, document.document_id, table.table_id)
    key = [table.table_id]
    strange = [year for year in years if own is not None and abs(year - own) > FAR]
    if not strange and not repeated_years(table):
        return Outcome(make_check(about, key, "exact"))
    told = " ".join(str(year) for year in years)
    meant = next((other for other, _ in usual.most_common() if len(other) == len(years)), None)
    sv, en = f"Kolumnerna heter {told}.", f"The columns are headed {told}."
    if meant and not strange:
        other = " ".join(map(str, meant))
        sv, en = f"{sv} De andra tabellerna har {other}.", f"{en} The other tables have {other}."
    title = " ".join(table.title.split())
    message = Message(f"{title}: {sv}" if title else sv, f"{title}: {en}" if title else en)
    evidence = Evidence(role="stated", document_id=document.document_id, page=table.page, box=table.box, raw=told)
    finding = make_finding(about, "warning", message, [evidence])
    return Outcome(make_check(about, key, "inconsistent", finding_id=finding.finding_id), finding)
