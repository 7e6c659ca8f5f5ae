"""`prose.prose`, `statement.chain`, `year.sane`, and the folder of rules itself."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline import rules
from pipeline.rules import all_rules, prose_prose, statement_chain, table_repeat, year_sane
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Finding
from tests.archives import archive, document

FOLDER = Path(rules.__file__).parent
CONCEPTS = {
    "Summa driftbidrag": "income.contributions",
    "Summa kostnader": "cost.total",
    "Kvarvarande utrymme": "result.remaining",
    "Beräknat resultat": "result.year",
}


def findings(rule: Any, *documents: ArchiveDocument) -> list[Finding]:
    return [outcome.finding for outcome in rule.check(archive(*documents), Settings()) if outcome.finding]


def test_every_module_of_the_folder_is_a_rule_and_no_name_is_doubled() -> None:
    modules = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    names = [rule.NAME for rule in all_rules()]
    assert sorted(name.replace(".", "_") for name in names) == modules
    assert all(count == 1 for count in Counter(names).values())


def test_every_rule_says_in_words_what_it_checks_with_an_example_reckoned_by_hand() -> None:
    for rule in all_rules():
        text = rule.__doc__ or ""
        assert "By hand:" in text, rule.NAME
        assert re.search(r"\d", text.split("By hand:")[1]), rule.NAME


def told(raw: str, value: int, **fields: Any) -> dict[str, Any]:
    return {"raw": raw, "value": value, "subject": "Praktik", "fiscal_year": 2024, "scenario": "granted", **fields}


def test_two_amounts_for_one_grant() -> None:
    amounts = [told("91 000 kr", 91000), told("90 000 kr", 90000)]
    table = "\n | Budget 2025\nPraktik | -68 000\n"
    found = findings(prose_prose, document("års", table, year=2024, sentences=amounts))
    assert [(f.severity, f.difference) for f in found] == [("error", Decimal(-1000))]
    unnamed = findings(prose_prose, document("års", year=2024, sentences=amounts))
    assert [f.severity for f in unnamed] == ["warning"]


def test_one_grant_told_in_two_units() -> None:
    assert findings(prose_prose, document("års", year=2024, sentences=[told("91 tkr", 91000), told("90 750 kr", 90750)])) == []


def plan(remaining: str, *more: str) -> ArchiveDocument:
    income = "\n | 2026 | 2027 | 2028\nSumma driftbidrag | 2 756 000 | 2 756 000 | 2 756 000\n"
    cost = "\n | 2026 | 2027 | 2028\nSumma kostnader | -3 211 000 | -2 160 000 | -800 000\n"
    left = f"\n | 2026 | 2027 | 2028\nKvarvarande utrymme | {remaining}\n"
    return document("plan", income, cost, left, *more, kind="plan", year=2026, concepts=CONCEPTS)


def test_a_result_that_income_and_cost_do_not_give() -> None:
    found = findings(statement_chain, plan("-455 000 | 596 000 | 1 966 000"))
    assert [(f.severity, f.fiscal_year, f.expected, f.actual) for f in found] == [
        ("error", 2028, Decimal(1956000), Decimal(1966000))
    ]


def test_a_result_that_they_give() -> None:
    assert findings(statement_chain, plan("-455 000 | 596 000 | 1 956 000")) == []


def test_results_that_close_in_no_year_are_another_thing() -> None:
    assert findings(statement_chain, plan("-450 000 | 590 000 | 1 950 000")) == []


def test_a_year_printed_twice() -> None:
    odd = "\n | 2026 | 2026 | 2027\nBeräknat resultat | -455 000 | 1 072 000 | 1 966 000\n"
    found = findings(year_sane, plan("-455 000 | 596 000 | 1 956 000", odd))
    assert [f.severity for f in found] == ["warning"]
    assert "2026 2026 2027" in found[0].message_sv
    assert "2026 2027 2028" in found[0].message_sv


def test_years_as_they_should_be() -> None:
    assert findings(year_sane, plan("-455 000 | 596 000 | 1 956 000")) == []


def test_a_year_five_hundred_years_ahead() -> None:
    far = document("plan", "\n | 2026\nA | 1\n", kind="plan", year=2026)
    columns = tuple(
        c.model_copy(update={"fiscal_year": 2525 + c.index, "header": str(2525 + c.index)})
        for c in plan("1 | 2 | 3").tables[0].columns
    )
    table = (
        plan("1 | 2 | 3")
        .tables[0]
        .model_copy(update={"columns": (columns[0].model_copy(update={"kind": "label"}), *columns[1:])})
    )
    found = findings(year_sane, far.model_copy(update={"tables": (table,)}))
    assert ["2526" in f.message_en for f in found] == [True]


def test_one_year_over_columns_that_other_words_tell_apart() -> None:
    assert findings(year_sane, document("delår", "\n | Budget 2025 | Prognos 2025\nA | 1 | 2\n")) == []


def grant(text: str, *amounts: tuple[str, int], page: int) -> list[dict[str, Any]]:
    plain = {"label": text, "subject": None, "fiscal_year": 2024, "scenario": "granted", "page": page}
    return [{**plain, "raw": raw, "value": value} for raw, value in amounts]


def test_an_unnamed_grant_is_known_by_the_share_that_is_charged() -> None:
    first = grant("Det beviljades 91 000 kr, varav 22 750 kr belastade 2024.", ("91 000 kr", 91000), ("22 750 kr", 22750), page=4)
    again = grant("90 000 kr beviljades, 22 500 kr belastade året.", ("90 000 kr", 90000), ("22 500 kr", 22500), page=11)
    found = findings(prose_prose, document("års", year=2024, sentences=[*first, *again]))
    assert [(f.severity, f.actual, f.expected) for f in found] == [
        ("warning", Decimal(90000), Decimal(91000)),
        ("warning", Decimal(22500), Decimal(22750)),
    ]
    other = grant("90 000 kr beviljades, 30 000 kr belastade året.", ("90 000 kr", 90000), ("30 000 kr", 30000), page=11)
    assert findings(prose_prose, document("års", year=2024, sentences=[*first, *other])) == []


TWICE = """ | Budget 2024 | Utfall 2024
Hyra | 120 500 | 118 250
Resor | 40 300 | 43 175
{again}Arvode | 75 000 | 81 400
Summa | {sums}"""


def test_a_row_printed_twice_that_the_sum_counts_once_is_one_error() -> None:
    # 120 500 + 40 300 + 75 000 = 235 800; 118 250 + 43 175 + 81 400 = 242 825
    drawing = TWICE.format(again="Resor | 40 300 | 43 175\n", sums="235 800 | 242 825")
    (finding,) = findings(table_repeat, document("plan", drawing, year=2024))
    assert (finding.severity, finding.actual) == ("error", Decimal(40300))
    assert finding.message_sv == "Raden ”Resor” står två gånger i tabellen med samma tal, men summan räknar den en gång."


def test_a_row_printed_twice_and_counted_twice_or_printed_once_is_silent() -> None:
    twice = TWICE.format(again="Resor | 40 300 | 43 175\n", sums="276 100 | 286 000")
    assert findings(table_repeat, document("plan", twice, year=2024)) == []
    assert findings(table_repeat, document("plan", TWICE.format(again="", sums="235 800 | 242 825"), year=2024)) == []
