"""The likeliest cause of a sum that does not hold: the total itself first, then one of its rows."""

from __future__ import annotations

import pytest

from pipeline.judging.causes import cause_of
from pipeline.judging.explain import Cause
from pipeline.judging.table_judgement import judge_tables
from tests.archives import document

ROWS = {"Praktik": "671", "Coach": "1 843", "Hyra": "964", "Resor": "250", "Summa": "3 728"}
TRUE = {2023: {"Praktik": "655", "Coach": "1 790", "Hyra": "917", "Resor": "133", "Summa": "3 495"}}


def cause(wrong: dict[str, str], *, scale: int = 1) -> Cause | None:
    """Return the cause told for the column of 2024, some figures of which are wrong; 671 + 1 843 + 964 + 250 = 3 728."""
    rows = {**ROWS, **wrong}
    lines = [f"{label} | {TRUE[2023][label]} | {rows[label]}" for label in ROWS]
    tables = judge_tables(document("f", "\n".join([" | Utfall 2023 | Utfall 2024", *lines]), scale=scale))
    (accusation,) = tables.accusations
    return cause_of(tables.values, tables.grids, accusation)


@pytest.mark.parametrize(
    ("wrong", "name", "told"),
    [
        ({"Summa": "-3 728"}, "sign flipped", "Troligen fel tecken."),
        ({"Summa": "3 278"}, "transposed digits", "Troligen omkastade siffror."),
        ({"Summa": "3 728 000"}, "unit slip", "Troligen fel enhet (en faktor 1 000)."),
        ({"Summa": "3 478"}, "row missing", "Troligen saknas raden ”Resor” i summan."),
        ({"Summa": "5 571"}, "row doubled", "Troligen är raden ”Coach” räknad två gånger."),
        ({"Summa": "3 798"}, "one digit", "En enda siffra skiljer."),
        ({"Summa": "3 495"}, "neighbour's figure", "Samma tal står under ”Utfall 2023”."),
        ({"Hyra": "-964"}, "sign flipped", "Raden ”Hyra” har troligen fel tecken."),
        ({"Hyra": "964 000"}, "unit slip", "Raden ”Hyra” har troligen fel enhet (en faktor 1 000)."),
        ({"Coach": "1 483"}, "transposed digits", "Raden ”Coach” har troligen omkastade siffror."),
        ({"Coach": "1 743"}, "one digit", "En enda siffra skiljer."),
        ({"Praktik": "655"}, "neighbour's figure", "Samma tal står under ”Utfall 2023” i raden ”Praktik”."),
    ],
)
def test_the_likeliest_cause(wrong: dict[str, str], name: str, told: str) -> None:
    found = cause(wrong)
    assert found is not None
    assert (found.name, found.message.sv) == (name, told)


def test_a_few_units_of_rounded_figures_are_rounding_before_anything_else() -> None:
    found = cause({"Summa": "3 731"}, scale=1000)
    assert found is not None
    assert found.name == "rounding"


def test_no_cause_is_made_up() -> None:
    assert cause({"Summa": "3 391"}) is None
