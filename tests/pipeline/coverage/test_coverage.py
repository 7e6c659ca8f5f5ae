"""Which documents should exist: years between years, paragraphs between minutes, named meetings, unreadable files."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from benchmarks.made.documents import documents_of
from benchmarks.made.realise import extraction_of
from benchmarks.made.world import make_world
from pipeline.coverage import UnreadName, expected_documents, gaps
from pipeline.match import build_archive
from pipeline.rules import coverage as rule
from schemas.archive import ArchiveDocument, Settings
from schemas.coverage import REASONS, ExpectedDocument, reason_in_words
from schemas.document import DocumentKind
from schemas.meeting import Meeting
from tests.archives import archive, document

FEBRUARY, MAY, SEPTEMBER, DECEMBER = (dt.date(2025, month, 10) for month in (2, 5, 9, 12))


def report(year: int, kind: DocumentKind = "annual_report", **fields: Any) -> ArchiveDocument:
    return document(f"{kind}-{year}", kind=kind, year=year, page_count=10, **fields)


def minutes(date: dt.date, first: int, last: int, **fields: Any) -> ArchiveDocument:
    given = {"meeting_id": str(date), "document_id": str(date), "body": "Styrelsen", "meeting_date": date}
    span = {"paragraph_first": first, "paragraph_last": last}
    meeting = Meeting.model_validate({**given, **span, **fields})
    return document(f"protokoll-{date}", kind="minutes", year=date.year, meetings=(meeting,))


def lacking(*documents: ArchiveDocument, today: dt.date | None = None, unread: tuple[str, ...] = ()) -> list[ExpectedDocument]:
    names = [UnreadName(name, "read.encrypted") for name in unread]
    return list(gaps(expected_documents(archive(*documents), Settings(today=today), names)))


def years(*documents: ArchiveDocument) -> list[tuple[str | None, int | None]]:
    return [(one.kind, one.fiscal_year) for one in lacking(*documents)]


def test_years_between_are_expected_and_none_before_or_after() -> None:
    assert years(report(2019), report(2022)) == [("annual_report", 2020), ("annual_report", 2021)]
    assert years(report(2019), report(2020)) == []
    assert years(report(2020)) == []


def test_an_annual_report_is_expected_once_a_later_year_is_there() -> None:
    assert years(report(2021), report(2022, "interim_report")) == []
    assert years(report(2021), report(2023, "interim_report")) == [("annual_report", 2022)]


def test_a_plan_is_expected_for_every_year_that_is_reported_on() -> None:
    assert years(report(2021, "plan"), report(2022, "interim_report")) == [("plan", 2022)]


def test_what_a_body_never_published_is_not_expected() -> None:
    assert years(report(2020, "plan"), report(2021, "plan")) == []


def test_a_misread_year_opens_no_gap_of_centuries() -> None:
    assert years(report(1902), report(2022)) == []


def test_paragraphs_between_meetings() -> None:
    (gap,) = lacking(minutes(MAY, 10, 20), minutes(SEPTEMBER, 31, 40))
    assert (gap.kind, gap.meeting_date, gap.paragraph_first, gap.paragraph_last) == ("minutes", None, 21, 30)
    assert gap.reason == "paragraph_gap: protokoll-2025-05-10.pdf, protokoll-2025-09-10.pdf"


def test_a_meeting_that_is_named_inside_a_gap_is_told_once_with_its_paragraphs() -> None:
    held = minutes(FEBRUARY, 1, 9, next_meeting_date=MAY), minutes(SEPTEMBER, 21, 30, previous_minutes_date=MAY)
    (gap,) = lacking(*held)
    assert (gap.meeting_date, gap.paragraph_first, gap.paragraph_last) == (MAY, 10, 20)
    assert gap.reason == "referred_to: protokoll-2025-09-10.pdf"


def test_a_meeting_that_was_moved_is_not_missing() -> None:
    moved = MAY + dt.timedelta(days=4)
    assert lacking(minutes(FEBRUARY, 1, 9, next_meeting_date=MAY), minutes(moved, 10, 20)) == []


def test_the_announced_next_meeting_has_not_taken_place_until_the_user_says_so() -> None:
    last = minutes(SEPTEMBER, 21, 30, next_meeting_date=DECEMBER)
    assert lacking(last) == []
    assert [gap.meeting_date for gap in lacking(last, today=dt.date(2026, 1, 1))] == [DECEMBER]


def test_paragraphs_begin_anew_each_year_or_run_on() -> None:
    january = dt.date(2026, 1, 20)
    assert lacking(minutes(DECEMBER, 40, 48), minutes(january, 1, 8)) == []
    assert lacking(minutes(DECEMBER, 40, 48), minutes(january, 49, 55)) == []
    assert [(gap.paragraph_first, gap.paragraph_last) for gap in lacking(minutes(DECEMBER, 40, 48), minutes(january, 5, 9))] == [
        (1, 4)
    ]


def test_extracts_leave_no_gap() -> None:
    assert lacking(minutes(MAY, 10, 10, is_extract=True), minutes(SEPTEMBER, 31, 40)) == []


def test_files_of_one_day_are_extracts_of_one_meeting() -> None:
    one, other = minutes(MAY, 69, 69), minutes(MAY, 71, 71)
    assert lacking(one, other.model_copy(update={"document_id": "e" * 64})) == []


def test_another_organ_is_another_series() -> None:
    assert lacking(minutes(MAY, 10, 20), minutes(SEPTEMBER, 31, 40, body="Nämnden")) == []


def test_a_file_that_could_not_be_read_explains_what_is_missing() -> None:
    (gap,) = lacking(report(2019), report(2021), unread=("Arsredovisning_2020.pdf",))
    assert (gap.state, gap.fiscal_year, gap.reason) == (
        "unreadable",
        2020,
        "quarantined: Arsredovisning_2020.pdf, read.encrypted",
    )
    (gap,) = lacking(
        minutes(FEBRUARY, 1, 9), minutes(SEPTEMBER, 21, 30, previous_minutes_date=MAY), unread=("protokoll 250510.pdf",)
    )
    assert (gap.state, gap.meeting_date) == ("unreadable", MAY)


def test_a_file_that_fits_nothing_is_a_hole_of_its_own() -> None:
    assert [(gap.state, gap.entity_id) for gap in lacking(report(2019), unread=("x.pdf",))] == [("unreadable", None)]


def test_a_document_most_of_which_failed_is_unreadable_and_an_old_edition_superseded() -> None:
    half = report(2020, failed_pages=frozenset(range(1, 7)))
    old = report(2021, superseded_by="f" * 64)
    states = {one.fiscal_year: one.state for one in expected_documents(archive(half, old, report(2022)), Settings())}
    assert states[2020] == "unreadable"
    assert states[2022] == "present"
    assert ("superseded", 2021) in {(one.state, one.fiscal_year) for one in expected_documents(archive(old), Settings())}


def test_the_order_of_documents_changes_nothing_and_ids_are_distinct() -> None:
    documents = report(2019), report(2022), minutes(MAY, 10, 20), minutes(SEPTEMBER, 31, 40)
    one, two = (expected_documents(archive(*order), Settings()) for order in (documents, documents[::-1]))
    assert one == two
    assert len({expected.coverage_id for expected in one}) == len(one)


def test_a_gap_that_is_filled_keeps_its_id() -> None:
    before = {one.coverage_id for one in lacking(report(2019), report(2021))}
    after = {one.coverage_id for one in expected_documents(archive(report(2019), report(2020), report(2021)), Settings())}
    assert before <= after


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words_in_both_languages(reason: str) -> None:
    assert reason_in_words(f"{reason}: a.pdf", "sv").endswith("(a.pdf)")
    assert reason_in_words(reason, "sv") != reason_in_words(reason, "en")


def test_one_notice_tells_all_years_of_one_kind() -> None:
    outcomes = list(rule.check(archive(report(2015), report(2018), report(2018, "plan")), Settings()))
    (finding,) = [outcome.finding for outcome in outcomes if outcome.finding]
    assert (finding.severity, "2016, 2017" in finding.message_sv) == ("notice", True)
    assert sorted(outcome.check.verdict for outcome in outcomes) == ["exact", "inconsistent"]


def test_a_made_archive_is_complete_and_every_document_taken_out_is_missed() -> None:
    drawn = documents_of(make_world(3, 2016, 6))
    whole = [extraction_of(one) for one in drawn]
    assert gaps(expected_documents(build_archive(whole), Settings())) == ()
    for number, one in enumerate(drawn[7:-7], start=7):
        rest = build_archive(whole[:number] + whole[number + 1 :])
        (gap,) = gaps(expected_documents(rest, Settings()))
        assert (gap.kind, gap.fiscal_year, gap.meeting_date) == (one.kind, one.year, one.meeting_date), one.name
