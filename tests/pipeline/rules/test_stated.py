"""`fact.static` and the headings and years of `year.sane`."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.rules import fact_static, year_sane
from schemas.archive import ArchiveDocument, Settings
from schemas.document import DocumentKind
from schemas.finding import Finding
from schemas.place import Box
from schemas.stated import Stated
from tests.archives import archive, document

BOX = Box(x0=0, top=0, x1=10, bottom=10)


def told(name: str, *facts: Stated, kind: DocumentKind = "plan", year: int = 2024) -> ArchiveDocument:
    return document(name, kind=kind, year=year).model_copy(update={"stated": facts})


def fact(concept: str, value: str, raw: str | None = None, below: tuple[int, ...] = ()) -> Stated:
    fields: dict[str, Any] = {
        "concept": concept,
        "value": value,
        "raw": raw or value,
        "years_below": below,
        "page": 3,
        "box": BOX,
    }
    return Stated.model_validate(fields)


def findings(rule: Any, *documents: ArchiveDocument) -> list[Finding]:
    return [outcome.finding for outcome in rule.check(archive(*documents), Settings()) if outcome.finding]


def test_two_founding_days_of_one_body() -> None:
    one = told("plan", fact("founded", "2005-12-01", "1 december 2005"))
    two = told("års", fact("founded", "2005-11-01", "1 november 2005"), kind="annual_report")
    (found,) = findings(fact_static, one, two)
    assert found.severity == "warning"
    assert "1 december 2005" in found.message_sv
    assert "1 november 2005" in found.message_sv
    assert findings(fact_static, one, told("års", fact("founded", "2005-12-01", "2005-12-01"))) == []


@pytest.mark.parametrize(
    ("raw", "value", "below", "count"),
    [
        ("7.2 Strukturstödjande insatser 2023", "2023", (2024,), 1),
        ("7.2 Strukturstödjande insatser 2024", "2024", (2024,), 0),
        ("7.2 Pågående insatser 2023", "2023", (2023, 2024), 0),
        ("Uppföljning av mål 2023", "2023", (), 0),
        ("Insatser inför 2025", "2025", (), 0),
    ],
)
def test_a_heading_left_over_from_the_plan_before(raw: str, value: str, below: tuple[int, ...], count: int) -> None:
    found = findings(year_sane, told("plan", fact("heading.year", value, raw, below)))
    assert [one.severity for one in found] == ["warning"] * count
    assert findings(year_sane, told("års", fact("heading.year", value, raw, below), kind="annual_report")) == []


def test_a_year_five_hundred_years_ahead() -> None:
    (found,) = findings(year_sane, told("års", fact("strange.year", "2525"), kind="annual_report"))
    assert "2525" in found.message_sv
