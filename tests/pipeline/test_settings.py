"""The settings file: thresholds and switches for all bodies and for single ones, every mistake told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.reconcile import reconcile
from pipeline.settings import load_settings
from schemas.archive import Archive, Settings
from schemas.finding import Finding
from tests.archives import BODY, archive, document

FILE = """
variance_amount = 5000
disabled_rules = ["year.sane", "budget.variance"]

[bodies."222000-0000"]
variance_share = 0.05
enabled_rules = ["budget.variance"]
equity_share = 0.3
equity_source = "styrelsens beslut 2024"
equity_from = 2024

[bodies."Annat förbund"]
disabled_rules = ["limit.equity"]
"""


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    path = tmp_path / "avstam.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def follow_up(year: int = 2024) -> Archive:
    """Return the report of one body: contributions 2 000 000, equity 500 000 (25 %), one row 6 % and 6 000 kr over budget."""
    drawing = f""" | Budget {year} | Utfall {year}
Driftbidrag | 2 000 000 | 2 000 000
Resor | -100 000 | -106 000
Kapital | 500 000 | 500 000"""
    concepts = {"Driftbidrag": "income.contributions", "Kapital": "equity.closing"}
    return archive(document("års", drawing, year=year, concepts=concepts))


def told(settings: Settings, year: int = 2024) -> list[Finding]:
    return [one for one in reconcile(follow_up(year), settings)[1] if one.rule in ("budget.variance", "limit.equity")]


def test_defaults_say_who_recommends_the_limit() -> None:
    (finding,) = told(Settings())
    assert (finding.rule, finding.expected) == ("limit.equity", Decimal(400000))
    assert "högst 20 % (400 000 kr) enligt rekommendation av Nationella rådet." in finding.message_sv


def test_a_body_has_thresholds_and_switches_of_its_own(settings_file: Path) -> None:
    (finding,) = told(load_settings(settings_file))
    assert (finding.rule, finding.difference) == ("budget.variance", Decimal(-6000))


def test_other_bodies_keep_what_holds_for_all(settings_file: Path) -> None:
    settings = load_settings(settings_file)
    (one,) = follow_up().documents
    other = one.classification.model_copy(update={"body": BODY.model_copy(update={"entity_id": "x", "name": "Annat Förbund"})})
    found = reconcile(Archive(documents=(one.model_copy(update={"classification": other}),)), settings)
    assert {check.rule for check in found[0]} & {"budget.variance", "limit.equity"} == set()


def test_a_limit_holds_in_the_years_that_it_is_valid_for() -> None:
    assert told(Settings(equity_from=2025)) == []
    assert told(Settings(equity_until=2023)) == []
    (finding,) = told(Settings(equity_from=2024, equity_until=2024, equity_source="ägarnas beslut"))
    assert "enligt ägarnas beslut." in finding.message_sv


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("varience_share = 0.1", "there is no setting varience_share (perhaps variance_share)"),
        ("variance_share = -1", "variance_share: Input should be greater than or equal to 0"),
        ('disabled_rules = ["tabel.total"]', "disabled_rules: there is no rule tabel.total (perhaps table.total)"),
        ('[bodies."X"]\nenabled_rules = ["limit"]', "bodies.X.enabled_rules: there is no rule limit"),
        ('[bodies."X"]\nequity = 1', "there is no setting bodies.X.equity"),
        ("variance_share 1", "Expected '=' after a key"),
    ],
)
def test_a_mistake_is_told_with_what_is_possible(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "avstam.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_settings_are_written_the_same_way_each_time(settings_file: Path) -> None:
    assert '"disabled_rules":["budget.variance","year.sane"]' in load_settings(settings_file).model_dump_json(
        exclude_defaults=True
    )
