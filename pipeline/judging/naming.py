"""Ids of findings that last: they say what is stated of whom, not where it stands.

A person's word on a finding must survive that the document is published anew with a page in front, or that rows move: then the
file's hash, its pages and its boxes are others. So an id is made of the rule, the body and year, and for each place the
document's role (kind and period), the names over and beside the figure, and what is printed. Findings that are alike in all of
this are counted in the order of their pages. A figure that is printed otherwise is another finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.judging.statements import fold
from schemas.archive import Archive, ArchiveDocument
from schemas.decision import Decision
from schemas.figure import Figure
from schemas.finding import Check, Evidence, Finding
from schemas.record import stable_id

Named = Figure | Decision


def with_lasting_ids(archive: Archive, checks: Iterable[Check], findings: Iterable[Finding]) -> tuple[list[Check], list[Finding]]:
    """Return checks and findings under ids that do not depend on files, pages and boxes."""
    given = list(findings)
    documents = {document.document_id: document for document in archive.documents}
    things = _things(archive, given)
    keys = {finding.finding_id: _key(finding, documents, things) for finding in given}
    seen: Counter[tuple[str, ...]] = Counter()
    ids: dict[str, str] = {}
    for finding in sorted(given, key=_place):
        key = keys[finding.finding_id]
        ids[finding.finding_id] = stable_id("finding", *key, *([seen[key]] if seen[key] else []))
        seen[key] += 1
    renamed = [finding.model_copy(update={"finding_id": ids[finding.finding_id]}) for finding in given]
    return [_renamed(check, ids) for check in checks], renamed


def _renamed(check: Check, ids: Mapping[str, str]) -> Check:
    if check.finding_id is None:
        return check
    return check.model_copy(update={"finding_id": ids.get(check.finding_id)})


def _things(archive: Archive, findings: Sequence[Finding]) -> dict[str, Named]:
    """Return the figures and decisions that findings rest on, by id."""
    wanted = {one.figure_id or one.decision_id for finding in findings for one in finding.evidence}
    documents = {one.document_id for finding in findings for one in finding.evidence}
    things: dict[str, Named] = {}
    for document in archive.documents:
        if document.document_id in documents:
            things.update((one.figure_id, one) for one in document.figures if one.figure_id in wanted)
            things.update((one.decision_id, one) for one in document.decisions if one.decision_id in wanted)
    return things


def _place(finding: Finding) -> tuple[str, int, float, float, str]:
    if not finding.evidence:
        return "", 0, 0.0, 0.0, finding.finding_id
    first = finding.evidence[0]
    return first.document_id, first.page, first.box.top, first.box.x0, finding.finding_id


def _key(finding: Finding, documents: Mapping[str, ArchiveDocument], things: Mapping[str, Named]) -> tuple[str, ...]:
    about = (finding.rule, finding.entity_id or "", str(finding.fiscal_year or ""), finding.subject or "")
    accused, *others = [_evidence_key(one, documents, things) for one in finding.evidence] or [""]
    message = "" if finding.evidence else finding.message_en
    return (*about, message, accused, *sorted(others))


def _evidence_key(one: Evidence, documents: Mapping[str, ArchiveDocument], things: Mapping[str, Named]) -> str:
    document = documents.get(one.document_id)
    thing = things.get(one.figure_id or one.decision_id or "")
    name: tuple[object, ...] = ()
    if isinstance(thing, Figure):
        name = (thing.origin, fold(thing.label), fold(thing.column_header))
    elif thing is not None:
        name = ("decision", thing.paragraph, thing.point_index)
    role = _role(document) if document else ()
    return "\x1e".join(str(part) for part in (*role, *name, " ".join(one.raw.split())))


def _role(document: ArchiveDocument) -> tuple[object, ...]:
    """Return what a document is, whatever file it comes in."""
    told = document.classification
    return document.entity_id, told.kind, told.fiscal_year, told.period_end, told.meeting_date
