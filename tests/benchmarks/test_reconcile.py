"""The ruler of reconciliation: made archives agree, planted errors stand where they are said to, scoring can say no."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from benchmarks.made.archive import drawn_archive, make_archive
from benchmarks.made.drawing import DrawnRow, DrawnTable
from benchmarks.made.faults import HARD, KINDS, Planted, Spotted
from benchmarks.made.scored import scored
from benchmarks.made.world import make_world
from pipeline.match import build_archive
from pipeline.reconcile import reconcile
from schemas.archive import Settings
from schemas.finding import Check, Evidence, Finding
from schemas.place import Box

HERE = Box(x0=300, top=114, x1=360, bottom=124)
ELSEWHERE = Box(x0=300, top=400, x1=360, bottom=410)


def finding(box: Box, severity: str = "error") -> Finding:
    evidence = Evidence(role="stated", document_id="d", page=2, box=box)
    return Finding.model_validate(
        {
            "finding_id": "f",
            "rule": "table.total",
            "severity": severity,
            "message_sv": "",
            "message_en": "",
            "evidence": (evidence,),
        }
    )


def check(explanation: str) -> Check:
    return Check(check_id="c", rule="table.total", verdict="inconsistent", explanation=explanation, finding_id="f")


def planted(**fields: Any) -> Planted:
    return replace(Planted("sign", "d", "d.pdf", (Spotted(2, HERE),)), **fields)


def test_a_history_keeps_its_identities() -> None:
    world = make_world(7, 2018, 4)
    for before, after in zip(list(world.years.values()), list(world.years.values())[1:], strict=False):
        assert after.opening_equity == before.equity
        assert after.opening_cash == before.cash
        assert after.assets == after.equity + after.liabilities


def test_amounts_are_rounded_each_for_itself() -> None:
    table = DrawnTable("", ["2024"], [DrawnRow("a", [Decimal(1499)]), DrawnRow("b", [Decimal(-1500)])], scale=1000, decimals=0)
    assert [table.text((row, 0)) for row in (0, 1)] == ["1", "-2"]


def test_honest_archives_raise_no_error() -> None:
    made = make_archive(bodies=6, years=4, share=0, seed=3)
    checks, findings = reconcile(build_archive(made.extractions), Settings())
    assert [one.message_en for one in findings if one.severity == "error"] == []
    assert {one.rule for one in checks} >= {
        "table.total",
        "table.row",
        "prior_year",
        "equity.roll",
        "budget.source",
        "statement.note",
    }


def test_every_kind_of_error_finds_a_place() -> None:
    kinds = {told.kind for _, told in drawn_archive(bodies=40, years=5, share=1, seed=2) if told}
    assert kinds == set(KINDS)


def test_a_planted_error_is_printed_where_it_is_said_to_be() -> None:
    made = make_archive(bodies=4, years=4, share=1, seed=2)
    by_id = {one.document_id: one for one in made.extractions}
    totals = [one for one in made.planted if one.kind == "total.wrong"]
    assert totals
    for one in totals:
        (place,) = one.places
        raws = [figure.raw for figure in by_id[one.document_id].figures if figure.page == place.page and figure.box == place.box]
        assert len(raws) == 1


@pytest.mark.parametrize(
    ("findings", "recall", "precision"),
    [([finding(HERE)], 1, 1), ([finding(ELSEWHERE)], 0, 0), ([finding(HERE, "warning")], 0, 1), ([], 0, 1)],
)
def test_scoring_tells_found_from_missed(findings: list[Finding], recall: float, precision: float) -> None:
    score = scored([planted()], [], findings, frozenset())
    assert (score.recall, score.precision) == (recall, precision)


def test_a_warning_is_enough_on_a_scan() -> None:
    assert scored([planted()], [], [finding(HERE, "warning")], frozenset({"d"})).recall == 1


def test_an_error_about_a_misreading_is_not_right() -> None:
    score = scored([planted(silent=True)], [], [finding(HERE)], frozenset())
    assert (score.precision, len(score.accused_scans)) == (0, 1)


@pytest.mark.parametrize(("told", "share"), [("sign flipped", 1), ("row missing", 0), ("", 0)])
def test_the_first_explanation_counts(told: str, share: float) -> None:
    one = planted(causes=frozenset({"sign flipped"}), severities=HARD)
    assert scored([one], [check(told)], [finding(HERE)], frozenset()).explained == share
