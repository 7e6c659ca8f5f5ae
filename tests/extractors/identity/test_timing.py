"""When a document is about, from title, headings and text."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors.identity.timing import Timing, timing_of
from extractors.page.layout import lay_out
from schemas.document import DocumentKind, Reading
from tests.pages import page_from_text


def _timing(kind: DocumentKind, title: str, text: str = "", file_name: str = "x.pdf") -> Timing:
    pages = (page_from_text(f"{title}\n\n\n{text}", sizes={title: 20} if title else None),)
    return timing_of(kind, Reading(document_id="0" * 64, file_name=file_name, pages=pages), lay_out(pages))


def test_an_annual_report_covers_its_year_though_the_year_before_is_named_more_often() -> None:
    timing = _timing("annual_report", "Årsredovisning 2024", "Utfallet 2023 och budget 2023 jämförs med 2023 och 2025.")
    assert timing == Timing(fiscal_year=2024, period_start=dt.date(2024, 1, 1), period_end=dt.date(2024, 12, 31))


def test_without_a_title_the_text_tells_the_year() -> None:
    text = "Redovisningen avser räkenskapsåret 2024. Lagen (2018:597) gäller.\nFörbundet bildades 2005."
    assert _timing("annual_report", "", text).fiscal_year == 2024


@pytest.mark.parametrize(
    ("title", "text", "end"),
    [
        ("Delårsrapport januari-juni 2025", "", dt.date(2025, 6, 30)),
        ("Delårsrapport 2025-06-30", "", dt.date(2025, 6, 30)),
        ("Delårsrapport per 31 augusti 2025", "", dt.date(2025, 8, 31)),
        ("Delårsrapport mars 2026", "", dt.date(2026, 3, 31)),
        ("Månadsuppföljning ekonomi november 2017", "", dt.date(2017, 11, 30)),
        ("Tertialrapport 2 2025", "", dt.date(2025, 8, 31)),
        ("Halvårsrapport 2025", "", dt.date(2025, 6, 30)),
        ("Delårsuppföljning 2025", "Utfallet till och med april visas.", dt.date(2025, 4, 30)),
        ("Delårsuppföljning 2025", "Prognosen är osäker.", None),
    ],
)
def test_the_period_of_an_interim_report(title: str, text: str, end: dt.date | None) -> None:
    timing = _timing("interim_report", title, text)
    assert (timing.period_start, timing.period_end) == (dt.date(end.year if end else 2025, 1, 1), end)


def test_a_plan_begins_with_its_first_year() -> None:
    timing = _timing("plan", "Verksamhetsplan och budget 2026-2027", "Beslutad 2025-11-20. Utfall 2024 och 2025.")
    assert timing == Timing(fiscal_year=2026, period_start=dt.date(2026, 1, 1), period_end=dt.date(2027, 12, 31))


def test_minutes_are_of_the_day_of_the_meeting() -> None:
    text = "Sammanträdesdatum: 2025-09-22\nJusterat 2025-09-29\nFöregående protokoll 2025-06-10\nNästa möte 2025-11-20"
    assert _timing("minutes", "Styrelseprotokoll", text) == Timing(fiscal_year=2025, meeting_date=dt.date(2025, 9, 22))


def test_a_printed_date_in_words_counts_too() -> None:
    assert _timing("minutes", "Protokoll", "Styrelsens sammanträde den 4 januari 2016").meeting_date == dt.date(2016, 1, 4)


def test_earlier_minutes_named_in_a_paragraph_are_not_this_meeting() -> None:
    when = "Tid och plats  Torsdagen den 12 mars 2026, kl. 09.00-11.45"
    text = f"{when}\n\n§ 13 Föregående protokoll\n\nProtokoll från 2025-12-04 gås igenom."
    assert _timing("minutes", "Protokoll", text).meeting_date == dt.date(2026, 3, 12)


def test_a_mistyped_year_is_no_year() -> None:
    assert _timing("annual_report", "Årsredovisning", "Under 2525 hände mycket.").fiscal_year is None


def test_the_file_name_helps_only_where_the_page_is_silent() -> None:
    assert _timing("interim_report", "Uppföljning 2026", "", "uppfoljning-april-2026.pdf").period_end == dt.date(2026, 4, 30)
    assert _timing("interim_report", "Uppföljning mars 2026", "", "uppfoljning-april-2026.pdf").period_end == dt.date(2026, 3, 31)


def test_the_year_of_an_annex_is_that_of_its_title_alone() -> None:
    text = "Lillbys samverkansdag, 2025-09-22\n\nMånga vill mer 2026."
    assert _timing("attachment", "Sammanställning av svar", text).fiscal_year is None
    assert _timing("attachment", "Sammanställning av svar 2024", text).fiscal_year == 2024
