"""What does not change is stated alike everywhere: the day on which a body was founded.

By hand: the annual report says that the association was founded on 1 November 2005, the plan says 1 December 2005: one of them
is wrong, a warning that names both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.judging.outcome import About, Message, Outcome, make_check, make_finding
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Evidence, Finding
from schemas.stated import Stated

NAME = "fact.static"

Told = tuple[ArchiveDocument, Stated]


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per body and fact that is stated more than once."""
    told: dict[str, list[Told]] = defaultdict(list)
    for document in archive.counted:
        for fact in document.stated:
            if fact.concept == "founded" and document.entity_id is not None:
                told[document.entity_id].append((document, fact))
    for entity, facts in sorted(told.items()):
        if len(facts) > 1:
            yield _outcome(entity, facts)


def _outcome(entity: str, facts: list[Told]) -> Outcome:
    about = About(NAME, entity, document_id=facts[0][0].document_id)
    key = [entity, "founded"]
    different = list({fact.value: (document, fact) for document, fact in reversed(facts)}.values())[::-1]
    if len(different) == 1:
        return Outcome(make_check(about, key, "exact"))
    finding = _finding(about, different)
    return Outcome(make_check(about, key, "inconsistent", finding_id=finding.finding_id), finding)


def _finding(about: About, different: list[Told]) -> Finding:
    told = [f"{fact.raw} ({document.file_name}:p{fact.page})" for document, fact in different]
    return make_finding(
        about,
        "warning",
        Message(
            f"Dagen då {_body(different)} bildades anges olika: {' mot '.join(told)}.",
            f"The day on which {_body(different)} was founded is stated differently: {' against '.join(told)}.",
        ),
        [
            Evidence(role="stated", document_id=document.document_id, page=fact.page, box=fact.box, raw=fact.raw)
            for document, fact in different
        ],
    )


def _body(different: list[Told]) -> str:
    body = different[0][0].classification.body
    return body.name if body else "förbundet"
