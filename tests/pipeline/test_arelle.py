"""Our arithmetic of intervals agrees with Arelle's Calculations 1.1, and differs where the design says so.

Needs a Python with `arelle-release`, named in AVSTAM_ARELLE (see `benchmarks/calculations.py`); skipped, and said so, without.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.judging.verdict import TRUNCATED, Statement, judge_same, judge_sum
from tests.archives import prose

PYTHON = os.environ.get("AVSTAM_ARELLE")
SCRIPT = Path(__file__).parents[2] / "benchmarks" / "calculations.py"
pytestmark = pytest.mark.skipif(not PYTHON, reason="AVSTAM_ARELLE names no Python with arelle-release")
Case = dict[str, Any]
CASES = 3000


def arelle(cases: list[Case]) -> list[bool]:
    lines = "\n".join(json.dumps(case) for case in cases)
    result = subprocess.run([str(PYTHON), str(SCRIPT)], input=lines, capture_output=True, text=True, check=True, env={})
    return [bool(json.loads(line)) for line in result.stdout.splitlines()]


def quantum(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def printed(rng: random.Random, value: Decimal, decimals: int) -> str:
    """Round a value to a step, now and then one step off."""
    step = quantum(decimals)
    return f"{(value / step).quantize(Decimal(1)) * step + rng.choice((0, 0, 0, 1, -1, 2)) * step:f}"


def made(rng: random.Random) -> Case:
    """Return a total and its items, each rounded for itself, so that about half the sums fit."""
    values = [Decimal(rng.randint(-10_000_000, 10_000_000)) / 10 for _ in range(rng.randint(1, 13))]
    weights = [rng.choice((1, 1, 1, -1)) for _ in values]
    total = sum((value * weight for value, weight in zip(values, weights, strict=True)), Decimal(0))
    places = [rng.choice((-3, -3, -2, 0, 1)) for _ in values]
    items = [
        [printed(rng, value, decimals), decimals, weight] for value, decimals, weight in zip(values, places, weights, strict=True)
    ]
    decimals = rng.choice((-3, 0, 1))
    return {"total": [printed(rng, total, decimals), decimals], "items": items}


def ours(case: Case) -> bool:
    value, decimals = case["total"]
    steps = [quantum(decimals), *(quantum(places) for _, places, _ in case["items"])]
    computed = sum((Decimal(item) * weight for item, _, weight in case["items"]), Decimal(0))
    return judge_sum(Decimal(value), computed, sum(steps, Decimal(0)) / 2, max(steps)).holds


def test_sums_are_judged_alike() -> None:
    rng = random.Random(11)  # noqa: S311  # cases of a test
    cases = [made(rng) for _ in range(CASES)]
    theirs = arelle(cases)
    assert [case for case, holds in zip(cases, theirs, strict=True) if ours(case) is not holds] == []
    assert CASES / 5 < sum(theirs) < CASES * 4 / 5


def statement(value: int, step: int) -> Statement:
    return Statement(Decimal(value), Decimal(value), Decimal(step), Decimal(step) / 2)


def duplicate(one: tuple[int, int | str], two: tuple[int, int | str]) -> Case:
    return {"total": [str(one[0]), one[1]], "items": [[str(two[0]), two[1], 1]]}


def test_two_statements_of_one_fact_are_judged_alike_where_they_meet() -> None:
    pairs = [(827_000, 826_600), (827_000, 827_500), (820_000, 820_526)]
    assert arelle([duplicate((one, -3), (two, 0)) for one, two in pairs]) == [True, True, False]
    verdicts = [judge_same(statement(one, 1000), statement(two, 1)) for one, two in pairs]
    assert all(verdict.holds for verdict in verdicts)


def test_a_number_that_was_cut_is_no_error_here_and_one_there() -> None:
    assert arelle([duplicate((827_000, -3), (827_900, 0))]) == [False]
    judgement = judge_same(statement(827_000, 1000), statement(827_900, 1))
    assert (judgement.holds, judgement.explanation) == (True, TRUNCATED)


def test_whole_kronor_in_running_text_are_exact_as_decimals_inf() -> None:
    assert prose("d", "91 000 kronor", 91_000).half_width == 0
    assert arelle([duplicate((91_000, "INF"), (91_000, "INF")), duplicate((91_000, "INF"), (91_001, "INF"))]) == [True, False]
