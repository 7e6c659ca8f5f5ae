"""Every year between the first and the last has its plan, interim report and annual report, where a body publishes them.

What minutes leave out is told by `minutes.sequence` and `minutes.chain`; `avstam coverage` lists all of it. One notice tells all
years that a body lacks of one kind.

By hand: annual reports on 2019, 2020 and 2022, and a plan for 2024: the annual report on 2021 is missing, and so is the one on
2023, since a document about a later year is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.coverage import expected_documents
from pipeline.judging.outcome import About, Message, Outcome, make_check, make_finding
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.coverage import ExpectedDocument
from schemas.finding import Evidence, Finding, Verdict
from schemas.place import Box

NAME = "coverage"
NAMES = {"plan": ("plan och budget", "plan and budget"), "interim_report": ("delårsrapport", "interim report"),
         "annual_report": ("årsredovisning", "annual report")}  # fmt: skip
MOST = 10
"""Years that a notice names."""
TOP = Box(x0=0, top=0, x1=0, bottom=0)


def check(archive: Archive, settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per body and kind of document that comes once a year."""
    series: dict[tuple[str, str], list[ExpectedDocument]] = defaultdict(list)
    for one in expected_documents(archive, settings):
        if one.entity_id is not None and one.kind in NAMES:
            series[one.entity_id, one.kind].append(one)
    by_id = {document.document_id: document for document in archive.documents}
    for (entity, kind), expected in sorted(series.items()):
        yield _outcome(entity, kind, expected, by_id)


def _outcome(entity: str, kind: str, expected: Sequence[ExpectedDocument], by_id: dict[str, ArchiveDocument]) -> Outcome:
    missing = sorted({one.fiscal_year for one in expected if one.state == "missing" and one.fiscal_year is not None})
    there = [by_id[one.document_id] for one in expected if one.document_id]
    about = About(NAME, entity, missing[0] if missing else None, document_id=there[0].document_id)
    finding = _finding(about, kind, missing, there) if missing else None
    verdict: Verdict = "inconsistent" if finding else "exact"
    found = make_check(about, [entity, kind], verdict, finding_id=finding.finding_id if finding else None)
    return Outcome(found, finding)


def _finding(about: About, kind: str, missing: Sequence[int], there: Sequence[ArchiveDocument]) -> Finding:
    years = ", ".join(map(str, missing[:MOST])) + (" …" if len(missing) > MOST else "")
    body = there[0].classification.body
    name = body.name if body else about.entity_id
    sv, en = NAMES[kind]
    near = min(there, key=lambda one: (abs((one.classification.fiscal_year or 0) - missing[0]), one.document_id))
    evidence = Evidence(role="stated", document_id=near.document_id, page=1, box=TOP, raw=f"{kind} {years}")
    return make_finding(
        about,
        "notice",
        Message(f"{name}: {sv} för {years} finns inte i arkivet.", f"{name}: the archive has no {en} for {years}."),
        [evidence],
    )
