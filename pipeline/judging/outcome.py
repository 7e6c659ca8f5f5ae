"""What a rule hands over: the check that it made and, where something is wrong, the finding that explains itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.verdict import Judgement
from schemas.archive import ArchiveDocument
from schemas.figure import Figure
from schemas.finding import Check, Evidence, Finding, Severity, Verdict
from schemas.record import stable_id

LOW_CONFIDENCE = 0.8


class Outcome(NamedTuple):
    """One identity that was looked at."""

    check: Check
    """Always there."""
    finding: Finding | None = None
    """Only where something is worth a reader's time."""


class About(NamedTuple):
    """What an outcome is about; goes into the check and the finding alike."""

    rule: str
    """Name of the rule."""
    entity_id: str | None = None
    """The body."""
    fiscal_year: int | None = None
    """The year."""
    concept: str | None = None
    """The concept."""
    subject: str | None = None
    """The subject."""
    document_id: str | None = None
    """The document, the first where there are several."""
    table_id: str | None = None
    """The table."""


class Message(NamedTuple):
    """The same sentence in two languages."""

    sv: str
    """Swedish."""
    en: str
    """English."""


def about_figure(rule: str, document: ArchiveDocument, figure: Figure) -> About:
    """Return what an outcome on `figure` is about."""
    return About(
        rule,
        document.entity_id,
        figure.fiscal_year if figure.fiscal_year is not None else document.classification.fiscal_year,
        figure.concept,
        figure.subject,
        document.document_id,
        figure.table_id,
    )


def evidence_of(figure: Figure, role: str) -> Evidence:
    """Return the place of a figure as evidence."""
    return Evidence(
        role=role,
        document_id=figure.document_id,
        page=figure.page,
        box=figure.box,
        figure_id=figure.figure_id,
        raw=figure.raw,
        value=figure.value,
    )


def make_check(about: About, key: Sequence[object], verdict: Verdict, **fields: object) -> Check:
    """Return a check whose id depends on the rule and `key` alone; `fields` are further fields of `Check`."""
    return Check.model_validate(
        {**about._asdict(), "check_id": stable_id("check", about.rule, *key), "verdict": verdict, **fields},
    )


def judged(about: About, key: Sequence[object], judgement: Judgement, stated: Decimal, finding: Finding | None = None) -> Outcome:
    """Return the outcome of a judgement, with the finding that was raised from it."""
    check = make_check(
        about,
        key,
        judgement.verdict,
        stated=stated,
        computed=stated - judgement.residual,
        residual=judgement.residual,
        tolerance=judgement.tolerance,
        explanation=judgement.explanation,
        finding_id=finding.finding_id if finding else None,
    )
    return Outcome(check, finding)


def make_finding(about: About, severity: Severity, message: Message, evidence: Sequence[Evidence], **fields: object) -> Finding:
    """Return a finding whose id depends on the rule and the evidence alone; `fields` are further fields of `Finding`."""
    what = about._asdict()
    for name in ("document_id", "table_id"):
        what.pop(name)
    places = [one.figure_id or one.decision_id or f"{one.document_id}:{one.page}:{one.box.rounded()}" for one in evidence]
    return Finding.model_validate(
        {
            **what,
            "finding_id": stable_id("finding", about.rule, *places, *([] if evidence else [about.document_id])),
            "severity": severity,
            "message_sv": message.sv,
            "message_en": message.en,
            "evidence": tuple(evidence),
            **fields,
        },
    )


def is_scanned(document: ArchiveDocument, figures: Sequence[Figure]) -> bool:
    """Tell whether any of the figures stands on a page that was read from an image."""
    return any(figure.page in document.scanned_pages for figure in figures)


def is_shaky(figures: Sequence[Figure]) -> bool:
    """Tell whether the reading or the meaning of any figure is too uncertain to accuse anybody."""
    return any(figure.confidence < LOW_CONFIDENCE for figure in figures)
