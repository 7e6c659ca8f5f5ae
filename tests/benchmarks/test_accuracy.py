"""The ruler of accuracy must tell right from wrong: every kind of error that a reader can make costs it something."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from benchmarks.scoring import (
    figures_alike,
    head_right,
    likeness,
    says_the_same,
    score_archive,
    score_decisions,
    score_figures,
    score_findings,
)
from benchmarks.truth import (
    ArchiveFinding,
    NearMiss,
    Statement,
    Truth,
    TruthBody,
    TruthDecision,
    TruthFigure,
    TruthFinding,
    resolved,
)
from schemas.decision import Decision
from schemas.document import Body, Classification
from schemas.figure import Figure
from schemas.finding import Evidence, Finding
from schemas.place import Box

BOX = Box(x0=1, top=1, x1=2, bottom=2)


def true_figure(**changes: Any) -> TruthFigure:
    """A row `Kansli`, budget 2025, -667 tkr on page 3."""
    fields = {
        "page": 3, "label": "Kansli", "column": "Budget 2025", "year": 2025, "scenario": "budget",
        "value": Decimal(-667000), "quantum": Decimal(1000), "raw": "-667", "origin": "table",
    }  # fmt: skip
    return TruthFigure.model_validate(fields | changes)


def read_figure(number: int = 1, **changes: Any) -> Figure:
    """The same, as extracted."""
    fields = {
        "figure_id": f"f{number}", "document_id": "d", "label": "Kansli", "column_header": "Budget 2025", "fiscal_year": 2025,
        "scenario": "budget", "value": Decimal("-667000.00"), "unit": "SEK", "quantum": Decimal(1000), "raw": "-667",
        "page": 3, "box": BOX, "origin": "table",
    }  # fmt: skip
    return Figure.model_validate(fields | changes)


def true_finding(**changes: Any) -> TruthFinding:
    """A total on page 4 that says -1 855 where the items give -1 858 (tkr)."""
    fields = {
        "rule": "table.total", "severity": "error", "pages": (4,), "year": 2025,
        "stated": Decimal(-1855000), "expected": Decimal(-1858000), "why": "items",
    }  # fmt: skip
    return TruthFinding.model_validate(fields | changes)


def raised(number: int = 1, page: int = 4, document_id: str = "d", **changes: Any) -> Finding:
    """The same, as raised."""
    value = changes.get("actual", Decimal(-1855000))
    fields = {
        "finding_id": f"x{number}", "rule": "table.total", "severity": "error", "fiscal_year": 2025,
        "message_sv": "Summa insatser", "message_en": "Summa insatser",
        "actual": Decimal(-1855000), "expected": Decimal(-1858000),
        "evidence": (Evidence(role="total", document_id=document_id, page=page, box=BOX, value=value),),
    }  # fmt: skip
    return Finding.model_validate(fields | changes)


def test_a_perfect_reading_scores_full() -> None:
    score = score_figures([true_figure()], [read_figure()])
    assert (score.truth, score.found, score.right, score.false) == (1, 1, 1, 0)
    assert score.missed == score.wrong == score.invented == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": Decimal(667000)},
        {"value": Decimal(-667)},
        {"page": 4},
        {"unit": "percent"},
        {"label": "Styrelse"},
        {"value_high": Decimal(-600000)},
    ],
)
def test_a_wrong_figure_is_a_miss_and_a_false_one(wrong: dict[str, Any]) -> None:
    score = score_figures([true_figure()], [read_figure(**wrong)])
    assert (score.found, score.right, score.false) == (0, 0, 1)
    assert len(score.missed) == len(score.invented) == 1


def test_an_unlisted_count_in_prose_is_not_false_but_an_amount_is() -> None:
    unlisted = read_figure(unit="count", origin="prose", value=Decimal(9))
    invented = read_figure(2, origin="prose", value=Decimal(9))
    assert score_figures([], [unlisted]).false == 0
    assert score_figures([], [unlisted, invented]).false == 1


def test_the_only_amount_left_in_prose_is_paired_whatever_its_words() -> None:
    truth = true_figure(origin="prose", label="tak för kapitalet")
    sentence = "Det får inte bli mer än så."
    assert score_figures([truth], [read_figure(origin="prose", label=sentence)]).found == 1
    two = [read_figure(1, origin="prose", label=sentence), read_figure(2, origin="prose", label="Något annat sägs här.")]
    assert score_figures([truth], two).found == 0


@pytest.mark.parametrize("wrong", [{"fiscal_year": 2024}, {"scenario": "outcome"}, {"fiscal_year": None}, {"scenario": None}])
def test_a_wrong_year_or_scenario_is_found_but_not_right(wrong: dict[str, Any]) -> None:
    score = score_figures([true_figure()], [read_figure(**wrong)])
    assert (score.found, score.right, score.false, len(score.wrong)) == (1, 0, 0, 1)


def test_year_and_scenario_that_the_truth_leaves_open_cost_nothing() -> None:
    score = score_figures([true_figure(year=None, scenario=None)], [read_figure(fiscal_year=1999)])
    assert score.right == 1


def test_one_figure_read_twice_is_right_once_and_false_once() -> None:
    score = score_figures([true_figure()], [read_figure(1), read_figure(2)])
    assert (score.found, score.false) == (1, 1)


def test_one_reading_does_not_answer_to_two_figures() -> None:
    score = score_figures([true_figure(), true_figure(column="Utfall 2025", scenario="outcome")], [read_figure()])
    assert (score.found, score.right, len(score.missed)) == (1, 1, 1)


def test_equal_values_in_two_columns_are_paired_by_their_columns() -> None:
    truth = [true_figure(), true_figure(column="Utfall 2024", year=2024, scenario="outcome")]
    found = [read_figure(1, column_header="Utfall 2024", fiscal_year=2024, scenario="outcome"), read_figure(2)]
    assert score_figures(truth, found).right == 2


def test_nothing_read_is_all_missed() -> None:
    score = score_figures([true_figure()], [])
    assert (score.found, score.right, score.false, score.missed) == (0, 0, 0, ("p3 Kansli / Budget 2025: -667 (2025 budget)",))


def test_a_subject_may_stand_for_the_label() -> None:
    wanted = true_figure(label="Förbrukade medel", subject="Loksam")
    assert figures_alike(wanted, read_figure(label="Loksam 2024", subject="Loksam")) == 100
    assert figures_alike(wanted, read_figure(label="Loksam 2024")) < 75


def test_words_of_the_truth_are_looked_for_in_a_whole_sentence() -> None:
    sentence = "Styrelsen beviljade det sammanlagt 91 000 kr, varav 22 750 kr belastade verksamhetsår 2024."
    assert likeness("Styrelsen beviljade det sammanlagt", sentence) == 100
    assert likeness("Kassa och bank", sentence) < 75
    assert likeness("Summa", "Summa insatser") < 75
    assert likeness("", sentence) == likeness("Kansli", "") == 0


def decision(text: str, **changes: Any) -> Decision:
    """A decided point of § 54 on page 2."""
    fields = {"decision_id": text, "document_id": "d", "paragraph": "54", "text": text, "kind": "grant", "page": 2, "box": BOX}
    return Decision.model_validate(fields | changes)


def test_decisions_need_paragraph_and_text_and_are_right_with_kind_and_page() -> None:
    truth = [TruthDecision(paragraph="54", text="Styrelsen beviljar 20 000 kr till Loksam.", kind="grant", page=2)]
    good = decision("Styrelsen beviljar 20 000 kr till Loksam")
    assert score_decisions(truth, [good]).model_dump() == {"truth": 1, "found": 1, "right": 1, "false": 0}
    assert score_decisions(truth, [decision(good.text, kind="note")]).model_dump() == {
        "truth": 1,
        "found": 1,
        "right": 0,
        "false": 0,
    }
    assert score_decisions(truth, [decision(good.text, paragraph="55")]).model_dump() == {
        "truth": 1,
        "found": 0,
        "right": 0,
        "false": 1,
    }
    assert score_decisions(truth, [decision("Ordföranden öppnar mötet")]).found == 0
    assert score_decisions(truth, [good, good]).false == 1


def test_a_finding_is_found_by_rule_page_and_values() -> None:
    assert says_the_same(true_finding(), raised())
    assert says_the_same(true_finding(stated=Decimal(1855000)), raised())
    assert says_the_same(true_finding(rule="statement.chain", other_rules=("table.total",)), raised())
    assert says_the_same(true_finding(subject="Summa insatser"), raised())


def test_an_identity_may_be_told_from_its_other_end_when_the_subject_is_the_same() -> None:
    other_end = raised(
        actual=Decimal(-2497000),
        expected=Decimal(335000),
        evidence=tuple(
            Evidence(role="item", document_id="d", page=4, box=BOX, value=Decimal(value)) for value in (-2497000, 2832000)
        ),
    )
    wanted = true_finding(stated=Decimal(2832000), expected=Decimal(0))
    assert not says_the_same(wanted, other_end)
    assert says_the_same(wanted.model_copy(update={"subject": "Summa insatser"}), other_end)
    assert not says_the_same(wanted.model_copy(update={"subject": "Kansli"}), other_end)


@pytest.mark.parametrize(
    "other",
    [
        true_finding(rule="table.row"),
        true_finding(pages=(5,)),
        true_finding(stated=Decimal(-2855000), expected=Decimal(-2858000)),
        true_finding(subject="Kansli"),
        true_finding(stated="2525", expected="2025"),
        true_finding(year=2024, expected=Decimal(-1859000)),
    ],
)
def test_a_finding_about_something_else_is_no_answer(other: TruthFinding) -> None:
    assert not says_the_same(other, raised())


def test_words_are_found_in_message_or_evidence() -> None:
    wanted = true_finding(rule="year.sane", stated="2525", expected="2025")
    assert says_the_same(wanted, raised(rule="year.sane", message_sv="Året 2525 är orimligt"))


def test_false_errors_misses_and_overstatements_are_counted() -> None:
    truth = [true_finding(), true_finding(pages=(9,)), true_finding(rule="ratio", severity="notice", pages=(7,), required=False)]
    findings = [raised(1), raised(2, page=6), raised(3, page=7, rule="ratio"), raised(4, page=6, severity="notice")]
    score = score_findings(truth, [], findings)
    assert (score.truth, score.found, score.extra, score.overstated) == (2, 1, 1, 1)
    assert (score.false_errors, score.false_others, len(score.missed), len(score.invented)) == (1, 1, 1, 2)


def test_an_error_on_a_near_miss_is_named_as_one() -> None:
    near = NearMiss(pages=(4,), stated=Decimal(-1855000), other=Decimal(-1858000), why="rounded items")
    score = score_findings([], [near], [raised()])
    assert score.false_errors == 1
    assert score.invented[0].endswith("[near miss: rounded items]")


def test_an_archive_finding_needs_two_of_its_documents() -> None:
    statements = (Statement(file="a.pdf", page=4, raw="2 816"), Statement(file="b.pdf", page=4, raw="2 776"))
    truth = [ArchiveFinding(rule="table.total", severity="error", statements=statements, why="differ")]
    both = raised(evidence=(*raised().evidence, *raised(document_id="e").evidence))
    files = {"d": "a.pdf", "e": "b.pdf"}
    assert score_archive(truth, [both], files).found == 1
    assert score_archive(truth, [raised()], files).missed == ("table.total a.pdf: differ",)


def test_kind_body_and_year_are_judged_apart() -> None:
    truth = Truth(kind="plan", body=TruthBody(name="Samordningsförbundet Exempel"), fiscal_year=2025, pages=1)
    body = Body(entity_id="x", name="Samordningsförbundet i Exempel")
    known = Classification(kind="plan", body=body, fiscal_year=2024)
    assert head_right(truth, known) == {"kind": True, "body": True, "when": False}
    other = Classification(kind="plan", body=Body(entity_id="y", name="Region Exempel"), fiscal_year=2025)
    assert head_right(truth, other) == {"kind": True, "body": False, "when": True}
    assert head_right(truth, Classification(kind="other", fiscal_year=2025)) == {"kind": False, "body": False, "when": True}


def test_a_scan_takes_its_figures_from_the_sample_that_it_names() -> None:
    first = Truth(kind="plan", body=TruthBody(name="A"), fiscal_year=2025, pages=3, figures=(true_figure(),))
    scan = Truth(kind="plan", body=TruthBody(name="A"), pages=4, same_as="a.pdf")
    truth = resolved("scan.pdf", {"a.pdf": first, "scan.pdf": scan})
    assert (truth.pages, truth.fiscal_year, truth.figures) == (4, 2025, first.figures)


@pytest.mark.parametrize("same_as", ["missing.pdf", "scan.pdf"])
def test_a_reference_that_leads_nowhere_is_refused(same_as: str) -> None:
    scan = Truth(kind="plan", body=TruthBody(name="A"), pages=4, same_as=same_as)
    with pytest.raises(ValueError, match="same_as"):
        resolved("scan.pdf", {"scan.pdf": scan})
