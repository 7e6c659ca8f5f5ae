"""What people corrected is judged by the value that they read; what they accepted stays as it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

import pytest

from pipeline.corrections import corrections, with_corrections
from pipeline.load import Warehouse
from pipeline.reconcile import reconcile
from schemas.archive import Settings
from tests.archives import archive, document

TABLE = """
 | Utfall 2024 | Utfall 2025
Praktik | -671 | -655
Coach | -1 843 | -1 790
Hyra | -964 | -917
Summa | -3 478 | -3 365
"""
"""The sum of 2025 is -3 362."""


class Said:
    """A warehouse that knows reviews only."""

    def __init__(self, *reviews: Sequence[object]) -> None:
        self.reviews = reviews

    def rows(self, sql: str, _parameters: Sequence[Any] = ()) -> list[Any]:
        assert "avstam.reviews" in sql
        return list(self.reviews)


def told(*reviews: Sequence[object]) -> dict[str, Decimal]:
    return corrections(cast("Warehouse", Said(*reviews)))


def test_a_figure_that_a_person_read_otherwise_is_judged_by_that() -> None:
    read = archive(document("rapport", TABLE, scale=1000, scanned=True))
    _, (finding,) = reconcile(read, Settings())
    accused = finding.evidence[0].figure_id or ""
    assert finding.actual == Decimal(-3365000)
    checks, findings = reconcile(with_corrections(read, {accused: Decimal(-3362000)}), Settings())
    assert findings == ()
    assert {check.verdict for check in checks} == {"exact"}
    assert next(one.value for one in read.documents[0].figures if one.figure_id == accused) == Decimal(-3365000)


@pytest.mark.parametrize(
    ("reviews", "right"),
    [
        ([("figure", "finding", "dismissed", Decimal("5.00"))], {"figure": Decimal(5)}),
        ([("figure", "finding", "accepted", Decimal("5.00"))], {}),
        ([("figure", "finding", "dismissed", Decimal("5.00")), (None, "finding", "reopened", None)], {}),
        (
            [("figure", "finding", "dismissed", Decimal("5.00")), ("figure", "finding", "dismissed", Decimal("6.00"))],
            {"figure": 6},
        ),
        ([(None, "finding", "dismissed", None)], {}),
    ],
)
def test_the_last_word_on_a_finding_counts(reviews: list[Sequence[object]], right: dict[str, Decimal]) -> None:
    assert told(*reviews) == right
