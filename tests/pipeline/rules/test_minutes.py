"""`minutes.sequence` and `minutes.chain`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pipeline.rules import minutes_chain, minutes_sequence, minutes_votes
from schemas.archive import ArchiveDocument, Settings
from schemas.finding import Finding
from schemas.meeting import Attendance, Meeting
from schemas.paragraph import Ballot, MinutesParagraph, Reservation, Vote
from schemas.place import Box
from tests.archives import archive, document

BOX = Box(x0=0, top=0, x1=1, bottom=1)


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
    assert [(f.severity, "2025-08-22" in f.message_sv) for f in found] == [("notice", True)]


def test_an_announced_meeting_is_missing_only_before_the_end_of_the_archive() -> None:
    first = minutes(SEPTEMBER, 51, 58, next_meeting_date=OCTOBER)
    assert chain(first) == []
    assert [f.severity for f in chain(first, today=dt.date(2025, 11, 1))] == ["notice"]
    assert [f.severity for f in chain(first, minutes(dt.date(2025, 11, 6), 67, 70))] == ["notice"]


def test_minutes_referred_to_that_are_there() -> None:
    first = minutes(SEPTEMBER, 51, 58, next_meeting_date=OCTOBER)
    second = minutes(OCTOBER, 59, 66, previous_minutes_date=SEPTEMBER)
    assert chain(first, second) == []


def test_a_meeting_that_was_moved_is_not_missed() -> None:
    first = minutes(SEPTEMBER, 51, 58, next_meeting_date=dt.date(2025, 10, 16))
    assert chain(first, minutes(OCTOBER, 59, 66)) == []
    assert [f.severity for f in chain(first, minutes(OCTOBER, 62, 66))] == ["notice"]
    assert [f.severity for f in chain(first, minutes(OCTOBER, 59, 66, body="Arbetsutskottet"))] == ["notice"]


def test_a_meeting_that_has_not_yet_taken_place() -> None:
    assert chain(minutes(SEPTEMBER, 51, 58, next_meeting_date=OCTOBER), today=dt.date(2025, 10, 1)) == []


def voted(*persons: str, yes: int, no: int, ballots: str = "", jav: str = "", scanned: bool = False) -> list[tuple[str, str]]:
    """Return (severity, message) about a vote in § 5; a person is `name` or `name §§ from-to`, a ballot `y`, `n` or `a`."""
    names = [person.partition(" ") for person in persons]
    attendance = tuple(
        Attendance(position=place, name=name, deciding=True, paragraphs=paragraphs or None)
        for place, (name, _, paragraphs) in enumerate(names)
    )
    said = {"y": "yes", "n": "no", "a": "abstain"}
    listed = tuple(Ballot(position=place, name=str(place), ballot=said[letter]) for place, letter in enumerate(ballots))
    vote = Vote(vote_id="v", position=0, text="", yes=yes, no=no, ballots=listed, page=1, box=BOX)
    away = tuple(Reservation(position=0, kind="disqualification", name=name, text="", page=1, box=BOX) for name in jav.split())
    paragraph = MinutesParagraph(position=0, paragraph="5", page=1, page_last=1, box=BOX, votes=(vote,), reservations=away)
    document = minutes(SEPTEMBER, 5, 5, attendance=attendance, paragraphs=(paragraph,))
    if scanned:
        document = document.model_copy(update={"scanned_pages": frozenset({1})})
    outcomes = minutes_votes.check(archive(document), Settings())
    return [(one.finding.severity, one.finding.message_sv) for one in outcomes if one.finding]


def test_votes_that_agree_with_attendance_and_list_are_silent() -> None:
    assert voted("A", "B", "C 1-4", "D 5-9", yes=2, no=1, ballots="yyn") == []
    assert voted("A", "B", "C", yes=1, no=1, jav="C") == []


def test_more_votes_than_persons_is_a_warning_and_fewer_a_notice() -> None:
    ((severity, message),) = voted("A", "B", yes=2, no=1)
    assert (severity, message) == ("warning", "§ 5: 3 röster räknades (2 ja, 1 nej, 0 avstår), men 2 personer var beslutande.")
    assert [one[0] for one in voted("A", "B", "C", "D", yes=2, no=1)] == ["notice"]
    assert [one[0] for one in voted("A", "B", yes=2, no=1, scanned=True)] == ["notice"]


def test_a_list_of_names_that_gives_other_counts() -> None:
    assert voted("A", "B", "C", yes=2, no=1, ballots="ynn") == [
        ("warning", "§ 5: röstlistan ger 1 ja (angivet 2), 2 nej (angivet 1).")
    ]


def test_extracts_are_no_gap_in_the_sequence() -> None:
    extract = minutes(SEPTEMBER, 53, 53, is_extract=True, paragraph_first=None, paragraph_last=None)
    assert sequence(extract, minutes(OCTOBER, 59, 66)) == []
