"""`prose.table`: deviations from the budget that a text states, held against the rows of the tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from pipeline.judging.outcome import Outcome
from pipeline.rules import prose_table
from schemas.archive import Settings
from tests.archives import archive, document

TABLE = """
 | Budget 2026 | Prognos 2026 | Avvikelse 2026
#Intäkter
Förskola | 49 033 | 54 240 | 5 207
Fritidshem | 23 358 | 25 794 | 2 436
Grundskola | 59 779 | 60 592 | 813
#Kostnader
Förskola | -390 887 | -389 855 | 1 032
Fritidshem | -124 425 | -126 899 | -2 474
Grundskola | -679 033 | -681 787 | -2 754
"""


def said(raw: str, value: int, subject: str | None, **fields: Any) -> dict[str, Any]:
    return {"raw": raw, "value": value, "subject": subject, "fiscal_year": 2026, "quantum": Decimal(1000), **fields}


def outcomes(*sentences: dict[str, Any]) -> list[Outcome]:
    doc = document("uppföljning", TABLE, scale=1000, year=2026, kind="interim_report", sentences=sentences)
    return list(prose_table.check(archive(doc), Settings()))


FITTING = (
    said("+6 239 tkr", 6239000, "Förskola"),
    said("-38 tkr", -38000, "Fritidshem"),
)


def test_rows_of_one_name_deviate_together() -> None:
    found = outcomes(*FITTING, said("-1 941 tkr", -1941000, "Grundskola"))
    assert Counter(one.check.verdict for one in found) == {"exact": 3}


def test_a_deviation_that_no_row_has_is_a_warning_where_the_others_of_the_page_agree() -> None:
    found = [one.finding for one in outcomes(*FITTING, said("-1 491 tkr", -1491000, "Grundskola")) if one.finding]
    assert [(one.severity, one.actual, one.expected) for one in found] == [("warning", Decimal(-1491000), Decimal(-1941000))]
    lone = outcomes(said("-1 491 tkr", -1491000, "Grundskola"))
    assert [(one.check.verdict, one.finding) for one in lone] == [("not_checkable", None)]


def test_a_deviation_larger_than_every_amount_is_in_the_wrong_unit() -> None:
    surplus = said("1 262 mnkr", 1262000000, None, scenario="variance", quantum=Decimal(1000000))
    (found,) = [one.finding for one in outcomes(surplus) if one.finding]
    assert found.severity == "warning"
    assert "Troligen fel enhet: 1 262 tkr." in found.message_sv
    assert outcomes(said("6 mnkr", 6000000, None, scenario="variance", quantum=Decimal(1000000))) == []
