"""The ruler of decisions must tell found from missed, and reports from decisions."""

from __future__ import annotations

from benchmarks.minutes import paragraph_of, score, share
from schemas.decision import Decision
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
