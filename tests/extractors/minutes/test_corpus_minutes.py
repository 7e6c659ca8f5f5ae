"""Real minutes; the truth was typed from their rendered pages. Skipped where the corpus is absent."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from benchmarks import minutes_truth
from extractors import minutes
from extractors.figures.context import DocumentContext
from extractors.kinds import classify
from extractors.page.layout import lay_out
from pipeline.read import ReadOptions, read_pdf
from schemas.decision import Decision
from schemas.meeting import Meeting

CORPUS = Path(os.environ.get("AVSTAM_CORPUS", Path(__file__).parents[4] / "shared" / "corpus")) / "pdf"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is absent (AVSTAM_CORPUS)"),
]


@cache
def _read(name: str) -> tuple[Meeting, tuple[Decision, ...]]:
    (path,) = CORPUS.glob(f"{name}*")
    reading, _ = read_pdf(path.read_bytes(), path.name, ReadOptions(ocr="never"), None)
    layout = lay_out(reading.pages)
    found, _ = classify(reading, layout)
    context = DocumentContext(document_id="d", kind=found.kind, meeting_date=found.meeting_date)
    meetings, decisions, _ = minutes.extract(layout, reading.pages, context)
    return meetings[0], decisions


COVERS = (
    # beginning of the file's name, start, end, place, chair, secretary, adjuster, first and last paragraph, persons
    ("alingsas_BMN_2026-05-19_protokoll", "14:30", "16:16", "Skräddaren", "Lady", "Peter", "Sebastian", 41, 48, 22),
    ("alingsas_BUN_2018", "14:00", "16:25", "Sunnerö", "Per", "Magdalena", "Leif", 1, 9, 20),
    ("alingsas_KS_2026-06-01_protokoll", "14:00", "17:20", "Rådhuset, Alingsås", "Jan-Erik", "Ulrika", "Anton", 94, 110, 35),
)


@pytest.mark.parametrize("row", COVERS, ids=[row[0] for row in COVERS])
def test_cover(row: tuple[str, str, str, str, str, str, str, int, int, int]) -> None:
    name, start, end, place, chair, secretary, adjuster, first, last, persons = row
    meeting, _ = _read(name)
    assert (meeting.start_time, meeting.end_time) == (dt.time.fromisoformat(start), dt.time.fromisoformat(end))
    assert meeting.place == place
    assert (meeting.chair or "").split()[0] == chair
    assert (meeting.secretary or "").split()[0] == secretary
    assert [name.split()[0] for name in meeting.adjusters] == [adjuster]
    assert (meeting.paragraph_first, meeting.paragraph_last) == (first, last)
    assert meeting.agenda_paragraphs == meeting.body_paragraphs == tuple(range(first, last + 1))
    assert len(meeting.attendance) == persons


def test_who_decided_and_for_which_paragraphs() -> None:
    meeting, _ = _read("alingsas_KS_2026-06-01_protokoll")
    assert sum(person.deciding is True for person in meeting.attendance) == 17
    assert [person.note for person in meeting.attendance if person.note and "94-98" in person.note] == ["§§94-98"] * 5
    assert sum("ersätter" in (person.note or "") for person in meeting.attendance) == 3


POINTS = (
    # beginning of the file's name, points of each paragraph
    ("alingsas_TEN_2026-05-18_protokoll", {"26": 1, "27": 1, "28": 2, "29": 1}),
    ("alingsas_KS_2026-06-01_protokoll", {"98": 1, "102": 2, "105": 1, "106": 1, "107": 2, "108": 1, "110": 1}),
    ("alingsas_VON_2026", {"39": 3}),
    ("alingsas_KS_2026-06-01_ss68", {"68": 1}),
    ("riksbanken_protokoll-2020", {"5": 3}),
)


@pytest.mark.parametrize(("name", "points"), POINTS, ids=[row[0] for row in POINTS])
def test_points_of_paragraphs(name: str, points: dict[str, int]) -> None:
    counted = Counter(decision.paragraph for decision in _read(name)[1])
    assert {paragraph: counted[paragraph] for paragraph in points} == points


def test_information_and_lists_of_delegated_decisions_are_no_decisions() -> None:
    decided = {decision.paragraph for decision in _read("alingsas_KS_2026-06-01_protokoll")[1]}
    assert "94" not in decided
    assert "109" not in decided
    assert {decision.paragraph for decision in _read("alingsas_BMN_2026-05-19_protokoll")[1]}.isdisjoint({"41", "48"})


def test_kinds_of_real_decisions() -> None:
    kinds = {
        (decision.paragraph, decision.point_index): decision.kind for decision in _read("alingsas_KS_2026-06-01_protokoll")[1]
    }
    assert kinds["98", 0] == "remit"
    assert kinds["102", 0] == "adopt"
    assert kinds["102", 1] == "propose"
    assert kinds["107", 1] == "delegate"
    assert kinds["108", 0] == "approve"


@pytest.mark.parametrize("name", sorted(json.loads(minutes_truth.STORED.read_text(encoding="utf-8"))))
def test_everything_that_a_person_typed_from_the_pages(name: str) -> None:
    wanted = json.loads(minutes_truth.STORED.read_text(encoding="utf-8"))[name]
    meeting, decisions = _read(name)
    tallies = minutes_truth.compare(wanted, minutes_truth.marks(minutes_truth.read_facts(meeting, decisions)))
    wrong = {group: tally for group, tally in tallies.items() if not tally.wanted == tally.found == tally.read}
    assert wrong == {}
