"""Years fit the document: those over the columns of a table differ where nothing else tells them apart, and all are of our time.

A heading of a plan that names the year before its own, over a section that does not, was left over from the last plan.

By hand: columns 2026, 2026, 2027 in a plan whose other tables have 2026, 2027, 2028: two columns say the same, a warning. A
column headed 2525 is five hundred years ahead, and so is `under 2525` in the text of a report on 2024. `7.2 Insatser 2023` in the
plan for 2024, over amounts granted for 2024: a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.judging.outcome import About, Message, Outcome, make_check, make_finding
from pipeline.judging.year_columns import repeated_years, year_columns
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Evidence
from schemas.stated import Stated
from schemas.table import Table

NAME = "year.sane"
FAR = 30
KINDS = {
    "plan": ("planen", "plan"),
    "annual_report": ("årsredovisningen", "annual report"),
    "interim_report": ("delårsrapporten", "interim report"),
}
PLANS = re.compile(r"mål|insats|budget|plan|aktivitet|projekt|satsning", re.IGNORECASE)
PAST = re.compile(
    r"uppfölj|jämför|sedan|\bök\w+|\bminsk\w+|utfall|resultat|prognos|bokslut|utvärder|läge|måluppfyll|redovis|avslut|beslut|förändr",
    re.IGNORECASE,
)


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per table whose columns are years."""
    for document in archive.counted:
        usual = Counter(years for table in document.tables if (years := _years(table)) and not repeated_years(table))
        for table in document.tables:
            if _years(table):
                yield _outcome(document, table, usual)
        for fact in document.stated:
            if fact.concept in ("heading.year", "strange.year"):
                yield _stated_outcome(document, fact)


def _stated_outcome(document: ArchiveDocument, fact: Stated) -> Outcome:
    own = document.classification.fiscal_year
    about = About(NAME, document.entity_id, own, document_id=document.document_id)
    key = [document.document_id, fact.page, fact.box.rounded(), fact.raw]
    if fact.concept == "heading.year" and not _is_left_over(document, fact):
        return Outcome(make_check(about, key, "exact"))
    kind = KINDS.get(document.classification.kind, ("dokumentet", "document"))
    if fact.concept == "heading.year":
        message = Message(
            f"Rubriken ”{fact.raw}” nämner {fact.value}, men {kind[0]} gäller {own}.",
            f"The heading “{fact.raw}” names {fact.value}, but the {kind[1]} is about {own}.",
        )
    else:
        message = Message(
            f"Årtalet {fact.value} i texten kan inte stämma; {kind[0]} gäller {own}.",
            f"The year {fact.value} in the text cannot be right; the {kind[1]} is about {own}.",
        )
    evidence = Evidence(role="stated", document_id=document.document_id, page=fact.page, box=fact.box, raw=fact.raw)
    finding = make_finding(about, "warning", message, [evidence])
    return Outcome(make_check(about, key, "inconsistent", finding_id=finding.finding_id), finding)


def _is_left_over(document: ArchiveDocument, fact: Stated) -> bool:
    """Tell whether a heading of a plan on what is planned names the year before, and nothing in its section does."""
    own, year = document.classification.fiscal_year, int(fact.value)
    if document.classification.kind != "plan" or own is None or year != own - 1 or year in fact.years_below:
        return False
    if fact.raw.rstrip().endswith("."):  # a sentence
        return False
    return PLANS.search(fact.raw) is not None and PAST.search(fact.raw) is None


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
