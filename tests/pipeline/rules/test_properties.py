"""Coherent tables with honest rounding raise no error; an error planted in a total is found and nothing else is accused."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.rules import table_row, table_total
from schemas.archive import Settings
from schemas.finding import Finding
from tests.archives import archive, document

THOUSAND = Decimal(1000)
Amounts = list[tuple[int, int]]

kronor = st.integers(min_value=-900_000, max_value=-1_500)
block = st.lists(st.tuples(kronor, kronor), min_size=2, max_size=12)


def tkr(value: int) -> int:
    """Round to thousands, a half away from zero."""
    return int((Decimal(value) / THOUSAND).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def draw(
    blocks: list[Amounts], income: tuple[int, int], wrong: dict[tuple[int, int], int] | None = None, *, rounded: bool
) -> str:
    """Return a follow-up with a total for each block and a result; `wrong` adds to totals by (block, column)."""
    show = tkr if rounded else int
    lines = ["Kostnader | Budget 2025 | Utfall 2025 | Avvikelse 2025"]
    totals: list[tuple[int, int]] = []
    for b, rows in enumerate(blocks):
        lines.append(f"# Del {b}")
        lines += [f"Rad {b}.{i} | {show(x)} | {show(y)} | {show(y - x)}" for i, (x, y) in enumerate(rows)]
        sums = sum(x for x, _ in rows), sum(y for _, y in rows)
        totals.append(sums)
        shown = [show(sums[0]), show(sums[1]), show(sums[1] - sums[0])]
        for column in range(3):
            shown[column] += (wrong or {}).get((b, column), 0)
        lines.append(f"Summa del {b} | {shown[0]} | {shown[1]} | {shown[2]}")
    lines.append("# Intäkter")
    lines.append(f"Bidrag | {show(income[0])} | {show(income[1])} | {show(income[1] - income[0])}")
    result = income[0] + sum(x for x, _ in totals), income[1] + sum(y for _, y in totals)
    lines.append(f"Årets resultat | {show(result[0])} | {show(result[1])} | {show(result[1] - result[0])}")
    return "\n".join(lines)


def findings(drawing: str, scale: int) -> list[Finding]:
    doc = archive(document("delår", drawing, scale=scale))
    outcomes = [*table_total.check(doc, Settings()), *table_row.check(doc, Settings())]
    return [outcome.finding for outcome in outcomes if outcome.finding]


@settings(max_examples=120, deadline=None)
@given(st.lists(block, min_size=1, max_size=4), st.tuples(st.integers(1_000_000, 9_000_000), st.integers(1_000_000, 9_000_000)))
@example(blocks=[[(-2000, -1500), (-1500, -103000), (-2000, -1500)]], income=(1_000_000, 1_000_000))
def test_honest_rounding_raises_nothing(blocks: list[Amounts], income: tuple[int, int]) -> None:
    assert [f.message_en for f in findings(draw(blocks, income, rounded=True), 1000)] == []


@settings(max_examples=120, deadline=None)
@given(
    st.lists(block, min_size=1, max_size=4),
    st.tuples(st.integers(1_000_000, 9_000_000), st.integers(1_000_000, 9_000_000)),
    st.data(),
)
def test_a_planted_error_in_a_total_is_found(blocks: list[Amounts], income: tuple[int, int], data: st.DataObject) -> None:
    place = data.draw(st.tuples(st.integers(0, len(blocks) - 1), st.integers(0, 1)))
    slip = data.draw(st.integers(2_000, 400_000) | st.integers(-400_000, -2_000))
    found = findings(draw(blocks, income, {place: slip}, rounded=False), 1)
    right = sum(row[place[1]] for row in blocks[place[0]])
    assert [(f.severity, f.actual, f.expected) for f in found] == [("error", Decimal(right + slip), Decimal(right))]
