"""Verdicts, causes and wording, reckoned by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.judging.explain import misreadings
from pipeline.judging.verdict import LOOSE, ROUNDED_UP, TRUNCATED, Statement, common_step, judge_same, judge_sum
from pipeline.judging.wording import amount, amount_like, number, printed, scale_of
from tests.archives import prose


def statement(value: int, quantum: int, half: str) -> Statement:
    return Statement(Decimal(value), Decimal(value), Decimal(quantum), Decimal(half))


@pytest.mark.parametrize(
    ("stated", "verdict", "explanation"),
    [(1858, "exact", None), (1857, "within_rounding", None), (1855, "within_rounding", LOOSE), (1850, "inconsistent", None)],
)
def test_a_sum_of_thirteen_rounded_items(stated: int, verdict: str, explanation: str | None) -> None:
    # thirteen items and the total: 14 / 2 = 7 units
    judgement = judge_sum(Decimal(stated), Decimal(1858), Decimal(7), Decimal(1))
    assert (judgement.verdict, judgement.explanation) == (verdict, explanation)


@pytest.mark.parametrize(
    ("coarse", "step", "half", "verdict", "explanation"),
    [
        (821000, 1000, "500", "within_rounding", None),
        (820000, 1000, "500", "within_rounding", TRUNCATED),
        (819000, 1000, "500", "inconsistent", None),
        (821400, 1000, "0.5", "within_rounding", ROUNDED_UP),
        (820526, 1, "0.5", "exact", None),
        (820528, 1, "0.5", "inconsistent", None),
    ],
)
def test_two_statements_of_820_526_kronor(coarse: int, step: int, half: str, verdict: str, explanation: str | None) -> None:
    judgement = judge_same(statement(820526, 1, "0"), statement(coarse, step, half))
    assert (judgement.verdict, judgement.explanation) == (verdict, explanation)


def test_a_table_of_whole_thousands_is_stated_in_thousands() -> None:
    values = [Decimal(827000), Decimal(91000), Decimal(0), Decimal(70000)]
    assert common_step(values, Decimal(1)) == 1000
    assert common_step([*values, Decimal(90327)], Decimal(1)) == 1
    assert common_step(values[:2], Decimal(1)) == 1


def test_misreadings_of_a_doubled_digit() -> None:
    figure = prose("d", "7011,12", "7011120", quantum=Decimal(10))
    assert Decimal(701120) in set(misreadings(figure))
    assert Decimal(7110120) not in set(misreadings(figure))


@pytest.mark.parametrize(
    ("raw", "value", "scale", "text"),
    [
        ("-1 855", -1855000, 1000, "-1 855 tkr"),
        ("-1 360 000 kr", -1360000, 1, "-1 360 000 kr"),
        ("4,938", 4938000, 1000000, "4,938 mnkr"),
        ("2 816**", 2816000, 1000, "2 816 tkr"),
        ("827 tkr", 827000, 1000, "827 tkr"),
    ],
)
def test_a_figure_is_told_as_printed_with_its_unit(raw: str, value: int, scale: int, text: str) -> None:
    figure = prose("d", raw, value)
    assert scale_of(figure) == scale
    assert printed(figure) == text


def test_amounts_the_swedish_way() -> None:
    assert number(Decimal("1234567.50")) == "1 234 567,5"
    assert amount(Decimal(-1858000), Decimal(1000)) == "-1 858 tkr"
    assert amount_like(prose("d", "-1 855", -1855000, quantum=Decimal(1000)), Decimal(-1858000)) == "-1 858 tkr"
    in_millions = prose("d", "4,820", 4820000, quantum=Decimal(1000))
    assert amount_like(in_millions, Decimal(4830000)) == "4,830 mnkr"
