"""`minutes.sequence` and `minutes.chain`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pipeline.rules import minutes_chain, minutes_sequence
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Finding
from schemas.meeting import Meeting
from tests.archives import archive, document


def minutes(date: dt.date, first: int, last: int, **fields: Any) -> ArchiveDocument:
    given = {
        "meeting_id": str(date),
        "document_id": str(date),
        "body": "Styrelsen",
        "meeting_date": date,
        "paragraph_first": first,
        "paragraph_last": last,
        "agenda_paragraphs": tuple(range(first, last + 1)),
        "body_paragraphs": tuple(range(first, last + 1)),
    }
    return document(str(date), kind="minutes", year=date.year, meetings=(Meeting.model_validate({**given, **fields}),))


def sequence(*documents: ArchiveDocument) -> list[Finding]:
    return [o.finding for o in minutes_sequence.check(archive(*documents), Settings()) if o.finding]


SEPTEMBER, OCTOBER = dt.date(2025, 9, 22), dt.date(2025, 10, 23)


def test_minutes_in_order_are_silent() -> None:
    assert sequence(minutes(SEPTEMBER, 51, 58), minutes(OCTOBER, 59, 66)) == []


def test_a_missing_paragraph() -> None:
    found = sequence(minutes(SEPTEMBER, 51, 58, body_paragraphs=(51, 52, 54, 55, 56, 57, 58)))
    assert {f.severity for f in found} == {"warning"}
    assert "§ 53 saknas i protokollet" in found[0].message_sv


def test_a_repeated_paragraph() -> None:
    found = sequence(minutes(SEPTEMBER, 51, 53, body_paragraphs=(51, 52, 52, 53)))
    assert [(f.severity, "§ 52" in f.message_sv) for f in found] == [("error", True)]


def test_a_gap_between_meetings_of_one_organ() -> None:
    found = sequence(minutes(SEPTEMBER, 51, 58), minutes(OCTOBER, 61, 66))
    assert [f.severity for f in found] == ["notice"]
    assert "§§ 59-60" in found[0].message_sv


def test_a_number_used_twice_in_a_year() -> None:
    assert [f.severity for f in sequence(minutes(SEPTEMBER, 51, 58), minutes(OCTOBER, 58, 66))] == ["warning"]


def test_a_new_year_begins_again() -> None:
    assert sequence(minutes(SEPTEMBER, 51, 58), minutes(dt.date(2026, 2, 3), 1, 9)) == []


def test_other_organs_count_for_themselves() -> None:
    assert sequence(minutes(SEPTEMBER, 51, 58), minutes(OCTOBER, 7, 9, body="Arbetsutskottet")) == []


def test_a_meeting_over_two_days_may_start_again_at_one() -> None:
    assert sequence(minutes(SEPTEMBER, 51, 58), minutes(OCTOBER, 1, 9)) == []


def chain(*documents: ArchiveDocument, today: dt.date | None = None) -> list[Finding]:
    return [o.finding for o in minutes_chain.check(archive(*documents), Settings(today=today)) if o.finding]


def test_minutes_referred_to_that_are_missing() -> None:
    found = chain(minutes(SEPTEMBER, 51, 58, previous_minutes_date=dt.date(2025, 8, 22), next_meeting_date=OCTOBER))
    assert sorted((f.severity, "2025-08-22" in f.message_sv) for f in found) == [("notice", False), ("notice", True)]
    assert len({f.finding_id for f in found}) == 2


def test_minutes_referred_to_that_are_there() -> None:
    first = minutes(SEPTEMBER, 51, 58, next_meeting_date=OCTOBER)
    second = minutes(OCTOBER, 59, 66, previous_minutes_date=SEPTEMBER)
    assert chain(first, second) == []


def test_a_meeting_that_has_not_yet_taken_place() -> None:
    assert chain(minutes(SEPTEMBER, 51, 58, next_meeting_date=OCTOBER), today=dt.date(2025, 10, 1)) == []
