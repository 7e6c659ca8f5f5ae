"""Headers of columns and dates in text: what they mean, and what they leave open."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.dates import find_dates, find_years, last_day
from extractors.values.periods import HeaderMeaning, read_header


@pytest.mark.parametrize(
    ("text", "scenario", "year"),
    [
        ("Budget 2025", "budget", 2025),
        ("KF-budget", "budget", None),
        ("Periodens budget", "budget", None),
        ("BUDGET 2025", "budget", 2025),
        ("Utfall 2024", "outcome", 2024),
        ("Bokslut 2023", "outcome", 2023),
        ("Årsbokslut 2025", "outcome", 2025),
        ("Ack utfall", "outcome", None),
        ("Förbrukat", "outcome", None),
        ("Prognos helår", "forecast", None),
        ("2026 (prognos)", "forecast", 2026),
        ("Prognos fördjupad uppföljning 2026", "forecast", 2026),
        ("Beräknat utfall", "forecast", None),
        ("Plan 2026", "plan", 2026),
        ("Beviljat", "granted", None),
        ("Sökt", "requested", None),
        ("Äskat 2027", "requested", 2027),
        ("Avvikelse", "variance", None),
        ("Budgetavvikelse", "variance", None),
        ("Budget- avvikelse", "variance", None),
        ("Diff", "variance", None),
        ("Återstår", "variance", None),
        ("Prognos utfall mot budget helår", "variance", None),
        ("Utfall-Budget netto", "variance", None),
        ("Netto* Utfall- Budget", "variance", None),
        ("Ack budget", "budget", None),
        ("Prognos- avvikelse", "variance", None),
        ("Avvikelse / prognos", "variance", None),
        ("% av budget", "outcome", None),
        ("Kvarstår", "variance", None),
        ("Avv. prognos/ budget 2026", "variance", 2026),
        ("Budgetav vikelse", "variance", None),
        ("Förändring 2023/2024", "variance", None),
        ("Resultat förändringsinsatser", None, None),
        ("Medfinansiering 2026", "granted", 2026),
        ("2024", None, 2024),
        ("Medelstilldelning", None, None),
        ("Bokslut 2024 mnkr", "outcome", 2024),
    ],
)
def test_scenario_and_year_of_a_header(text: str, scenario: str | None, year: int | None) -> None:
    meaning = read_header(text)
    assert (meaning.scenario, meaning.fiscal_year) == (scenario, year)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Utfall jan-jun 2025", "2025-01-01", "2025-06-30"),
        ("januari–juni 2025", "2025-01-01", "2025-06-30"),
        ("1 januari – 31 december 2024", "2024-01-01", "2024-12-31"),
        ("2025-01-01--2025-06-30", "2025-01-01", "2025-06-30"),
        ("2024-12-31", "2024-12-31", "2024-12-31"),
        ("2024-08- 31", "2024-08-31", "2024-08-31"),
        ("Utfall jan- aug 2024", "2024-01-01", "2024-08-31"),
        ("Utfall per april", "2025-01-01", "2025-04-30"),
        ("Utfall t.o.m. april 2026", "2026-01-01", "2026-04-30"),
        ("Utfall ack april 2026", "2026-01-01", "2026-04-30"),
        ("Utfall mars", "2025-03-01", "2025-03-31"),
        ("T1", "2025-01-01", "2025-04-30"),
        ("Utfall tertial 2 2024", "2024-05-01", "2024-08-31"),
        ("Prognos helår", "2025-01-01", "2025-12-31"),
        ("Första halvåret", "2025-01-01", "2025-06-30"),
        ("Föreg. års utfall jan-apr", "2024-01-01", "2024-04-30"),
        ("Utfall 202604", "2026-01-01", "2026-04-30"),
    ],
)
def test_the_period_of_a_header_in_a_document_of_2025(text: str, start: str, end: str) -> None:
    meaning = read_header(text, year=2025)
    assert (meaning.period_start, meaning.period_end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_words_for_last_year_need_the_year_of_the_document() -> None:
    assert read_header("Föregående år").fiscal_year is None
    assert read_header("Föregående år").year_offset == -1
    assert read_header("föreg. år", year=2025).fiscal_year == 2024


@pytest.mark.parametrize(
    ("text", "measure"), [("Intäkt", "income"), ("Kostnad", "cost"), ("Netto", "net"), ("Nettokostnad", "net"), ("Utfall", None)]
)
def test_the_measure(text: str, measure: str | None) -> None:
    assert read_header(text).measure == measure


def test_levels_are_read_from_the_innermost_outwards() -> None:
    meaning = read_header("Budget 2024, Plan 2025-2026 (tkr) / Plan / 2025")
    assert (meaning.scenario, meaning.fiscal_year, meaning.scale) == ("plan", 2025, Decimal(1000))
    outer = read_header("Utfall 2024 / Kostnad")
    assert (outer.scenario, outer.fiscal_year, outer.measure) == ("outcome", 2024, "cost")


def test_note_columns_units_and_changes() -> None:
    assert read_header("Not").note
    assert not read_header("Notering").note
    assert read_header("%").unit == "percent"
    assert read_header("Förändring 2023-2024").change
    assert not read_header("Kommentar").known
    assert HeaderMeaning() == read_header("Aktivitet")


@pytest.mark.parametrize(
    "text",
    [
        "2025-09-22",
        "22 september 2025",
        "den 22/9 2025",
        "2025.09.22",
        "22.9.2025",
        "22 sept. 2025",
        "22:e september 2025",
        "22/9-2025",
    ],
)
def test_a_date_in_every_form(text: str) -> None:
    assert [found.date for found in find_dates(text)] == [dt.date(2025, 9, 22)]


@pytest.mark.parametrize("text", ["2025-13-01", "31 februari 2025", "250922", "1 378 2025", "222000-2063", "2024/123"])
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_six_digits_are_a_date_only_where_one_is_expected() -> None:
    assert [found.date for found in find_dates("sammanträde 250922", short=True)] == [dt.date(2025, 9, 22)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("plan 2026-2027", [(2026, 2027)]),
        ("läsåret 2024/25", [(2024, 2025)]),
        ("2024 års bidrag", [(2024, 2024)]),
        ("åren 2023 och 2024", [(2023, 2024)]),
        ("beslut 2025-11-20", []),
        ("lagen (2003:1210)", []),
        ("2024 kr", []),
        ("dnr 2024/123", []),
        ("Dnr KS 2024/12, budget 2025", [(2025, 2025)]),
    ],
)
def test_years_in_text(text: str, years: list[tuple[int, int]]) -> None:
    assert [(found.first, found.last) for found in find_years(text)] == years


MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
FORMS = st.sampled_from(["iso", "long", "short", "slash", "dots"])


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2049, 12, 31)), FORMS)
def test_a_date_is_written_and_read_back(date: dt.date, form: str) -> None:
    name = MONTHS[date.month - 1]
    texts = {
        "iso": date.isoformat(),
        "long": f"{date.day} {name} {date.year}",
        "short": f"{date.day} {name[:3]} {date.year}",
        "slash": f"{date.day}/{date.month} {date.year}",
        "dots": f"{date.year}.{date.month:02}.{date.day:02}",
    }
    assert [found.date for found in find_dates(f"Den {texts[form]} beslutades om 1 000 kr.")] == [date]


@given(st.integers(min_value=1990, max_value=2049), st.integers(min_value=1, max_value=12))
def test_the_day_after_the_last_day_of_a_month_is_a_first(year: int, month: int) -> None:
    day = last_day(year, month)
    assert (day.year, day.month) == (year, month)
    assert (day + dt.timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Utfall fg år", 2025),
        ("Fg prognos", None),
        ("Utfall perioden jämfört med samma period föregående år", None),
        ("Motsvarande period föregående år", 2025),
    ],
)
def test_the_year_before_is_that_of_the_column_not_of_what_it_is_compared_with(text: str, year: int | None) -> None:
    assert read_header(text, year=2026).fiscal_year == year


def test_a_column_of_the_period_so_far_says_so() -> None:
    assert read_header("Budget kostnader period").so_far
    assert not read_header("Budget helår").so_far
