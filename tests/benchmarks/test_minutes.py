"""The ruler of decisions must tell found from missed, and reports from decisions."""

from __future__ import annotations

import datetime as dt

from benchmarks import minutes_truth
from benchmarks.minutes import paragraph_of, score, share
from schemas.decision import Decision
from schemas.meeting import Attendance, Meeting
from schemas.paragraph import MinutesParagraph
from schemas.place import Box

_BOX = Box(x0=0, top=0, x1=1, bottom=1)


def _decision(paragraph: str, text: str) -> Decision:
    return Decision(decision_id=text, document_id="d", paragraph=paragraph, text=text, page=1, box=_BOX)


def test_share_counts_words_once_and_leaves_out_numbers_of_points() -> None:
    assert share("1. Taxan antas.\n2. Avgiften höjs.", ["Taxan antas.", "Avgiften höjs."]) == 1
    assert share("Taxan antas", ["Avgiften höjs"]) == 0


def test_paragraph_of() -> None:
    assert paragraph_of("§95 STYRELSEN 2026-06-01") == "95"


def test_wrong_paragraph_is_missed_and_a_report_read_as_decision_is_told() -> None:
    entries = [
        {"file": "a.pdf", "ref": "§ 1", "type": "beslut", "quote": "Taxan antas."},
        {"file": "a.pdf", "ref": "§ 2", "type": "beslut", "quote": "Motionen avslås."},
        {"file": "a.pdf", "ref": "§ 1", "type": "beredning", "quote": "Utskottet har behandlat ärendet."},
    ]
    read = [
        _decision("1", "Taxan antas."),
        _decision("1", "Utskottet har behandlat ärendet."),
        _decision("3", "Motionen avslås."),
    ]
    result = score(entries, {"a.pdf": read})
    assert (result.listed, result.found, len(result.missed)) == (2, 1, 1)
    assert len(result.reported) == 1
    assert len(result.unlisted) == 2


def test_typed_facts_are_found_by_their_hashes_alone() -> None:
    typed = (
        "file a.pdf\ndate 2025-09-22\nbody 1-2\nA Eva Ek|S|1||\nP 1||Val\nD 1|appoint|Eva Ek väljs till sam-\nR 1|note|Bo Alm\n"
    )
    name, wanted = minutes_truth.typed_facts(typed)
    person = Attendance(position=0, name="Eva Ek", party="S", deciding=True)
    paragraph = MinutesParagraph(position=0, paragraph="1", heading="VAL", page=1, page_last=1, box=_BOX)
    meeting = Meeting(
        meeting_id="m", document_id="d", meeting_date=dt.date(2025, 9, 22), body_paragraphs=(1, 2, 4),
        attendance=(person, person.model_copy(update={"name": "Bo Alm"})), paragraphs=(paragraph,),
    )  # fmt: skip
    read = minutes_truth.read_facts(meeting, [_decision("1", "Eva Ek väljs till sam")])
    tallies = minutes_truth.compare(minutes_truth.marks(wanted), minutes_truth.marks(read))
    counts = {group: (tally.wanted, tally.found, tally.read) for group, tally in tallies.items()}
    assert name == "a.pdf"
    assert counts == {
        "meeting": (2, 1, 2),  # the paragraphs of the body differ
        "attendance": (1, 1, 2),
        "paragraphs": (1, 1, 1),
        "decisions": (1, 1, 1),
        "kinds": (1, 0, 1),
        "reservations": (1, 0, 0),
    }
