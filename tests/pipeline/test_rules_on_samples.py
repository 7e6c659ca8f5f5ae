"""The samples, as a perfect reader would hand them over: every true inconsistency of these rules is found, no error is false."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.scoring import FindingScore, score_archive, score_findings
from benchmarks.truth import load_archive_truth, load_truths
from pipeline.match import build_archive
from pipeline.reconcile import reconcile
from pipeline.rules import all_rules
from schemas.archive import Settings
from schemas.finding import Finding
from tests.truth_archives import sample_extractions

SAMPLES = Path(__file__).parents[2] / "samples"
REQUIRED = (
    "table.total",
    "table.row",
    "prose.table",
    "budget.source",
    "equity.roll",
    "allocation",
    "budget.variance",
    "minutes.sequence",
)
LINKED = 1
"""A row that fails because of a cell of its own total is told with that total, not by a finding of its own."""


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    return reconcile(build_archive(sample_extractions(SAMPLES).values()), Settings())[1]


@pytest.fixture(scope="module")
def scores(findings: tuple[Finding, ...]) -> dict[str, FindingScore]:
    truths = {path.stem: truth for path, truth in load_truths(SAMPLES).items()}
    found = {}
    for name, extraction in sample_extractions(SAMPLES).items():
        own = [finding for finding in findings if {e.document_id for e in finding.evidence} == {extraction.document_id}]
        truth = [wanted for wanted in truths[name].findings if {wanted.rule, *wanted.other_rules} & set(REQUIRED)]
        known = {finding.finding_id for finding in own if finding.rule in REQUIRED}
        found[name] = score_findings(truth, truths[name].near_misses, [one for one in own if one.finding_id in known])
    return found


def test_no_error_is_false(scores: dict[str, FindingScore]) -> None:
    assert {name: score.invented for name, score in scores.items() if score.false_errors} == {}


def test_nothing_is_overstated(scores: dict[str, FindingScore]) -> None:
    assert {name: score.overstated for name, score in scores.items() if score.overstated} == {}


def test_every_true_inconsistency_is_found(scores: dict[str, FindingScore]) -> None:
    missed = [miss for score in scores.values() for miss in score.missed if miss.split()[0] in REQUIRED]
    assert len(missed) <= LINKED, missed


def test_what_several_documents_contradict_is_found(findings: tuple[Finding, ...]) -> None:
    truth = [wanted for wanted in load_archive_truth(SAMPLES / "archive.truth.yaml").findings if wanted.rule in REQUIRED]
    files = {one.document_id: one.reading.file_name for one in sample_extractions(SAMPLES).values()}
    score = score_archive(truth, findings, files)
    assert (score.found, score.missed) == (len(truth), ())


def test_findings_come_worst_first_and_ids_do_not_depend_on_order(findings: tuple[Finding, ...]) -> None:
    order = [{"error": 0, "warning": 1, "notice": 2}[finding.severity] for finding in findings]
    assert order == sorted(order)
    backwards = list(sample_extractions(SAMPLES).values())[::-1]
    assert reconcile(build_archive(backwards), Settings())[1] == findings


def test_a_rule_can_be_switched_off() -> None:
    archive = build_archive(sample_extractions(SAMPLES).values())
    names = frozenset(rule.NAME for rule in all_rules())
    assert reconcile(archive, Settings(disabled_rules=names)) == ((), ())
