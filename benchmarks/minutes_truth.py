"""What a person typed from the pages of real minutes, and how well reading agrees with it.

The typed files hold names and sentences of other people and stay outside the project; `minutes_truth.json` holds a short hash of
each fact (a person with party and paragraphs, a paragraph with number and heading, a decided point, a date): enough to count.

    python benchmarks/minutes_truth.py TYPED_FOLDER    writes minutes_truth.json anew from typed files

A typed file has a fact a line: `file NAME`, `date 2026-06-01`, `time 14:00 17:20`, `span 94 110`, `body 94-110`, ...;
`A name|party|deciding 1, 0 or -|stands in for|paragraphs`; `P number|registry number|heading`; `D paragraph|kind|text`;
`R paragraph|kind|name`.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from schemas.decision import Decision
from schemas.meeting import Attendance, Meeting
from schemas.record import Record

STORED = Path(__file__).with_suffix(".json")
GROUPS = ("meeting", "attendance", "paragraphs", "decisions", "kinds", "reservations")
_LETTERS = {"A": "attendance", "P": "paragraphs", "D": "decisions", "R": "reservations"}
_DECIDING = {True: "1", False: "0", None: "-"}


class Tally(Record):
    """How one group of facts fared."""

    wanted: int = 0
    """Facts on the pages."""
    found: int = 0
    """Those that were read."""
    read: int = 0
    """Facts that were read, right or wrong."""


def plain(text: str) -> str:
    """Return the words of a text in lower case, so that hyphens of line breaks and punctuation do not count."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"(?<=[a-zåäö])-\s(?=[a-zåäö])", "", text).lower()))


def mark(*parts: str) -> str:
    """Return the short hash of a fact."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def typed_facts(text: str) -> tuple[str, dict[str, list[str]]]:
    """Return (file name, facts by group) of a typed file."""
    name = ""
    facts: dict[str, list[str]] = {group: [] for group in GROUPS}
    for line in text.splitlines():
        key, _, value = line.strip().partition(" ")
        if key == "file":
            name = value
        elif key in _LETTERS:
            _add_typed(facts, _LETTERS[key], value)
        elif key:
            facts["meeting"].append(f"{key} {value}")
    return name, facts


def _add_typed(facts: dict[str, list[str]], group: str, value: str) -> None:
    if group == "decisions":
        paragraph, kind, text = value.split("|", 2)
        facts["kinds"].append(f"{paragraph}|{kind}|{plain(text)}")
        value = f"{paragraph}|{plain(text)}"
    elif group == "paragraphs":
        number, reference, heading = value.split("|", 2)
        value = f"{number}|{reference}|{plain(heading)}"
    facts[group].append(value)


def read_facts(meeting: Meeting, decisions: Iterable[Decision]) -> dict[str, list[str]]:
    """Return the facts that were read, in the form of the typed ones."""
    facts: dict[str, list[str]] = {group: [] for group in GROUPS}
    facts["meeting"] = [f"{key} {value}" for key, value in _meeting(meeting).items() if value]
    facts["attendance"] = [_person(person) for person in meeting.attendance]
    facts["paragraphs"] = [f"{one.paragraph}|{one.reference or ''}|{plain(one.heading)}" for one in meeting.paragraphs]
    facts["reservations"] = [
        f"{paragraph.paragraph}|{one.kind}|{one.name}" for paragraph in meeting.paragraphs for one in paragraph.reservations
    ]
    for decision in decisions:
        facts["decisions"].append(f"{decision.paragraph}|{plain(decision.text)}")
        facts["kinds"].append(f"{decision.paragraph}|{decision.kind}|{plain(decision.text)}")
    return facts


def _person(person: Attendance) -> str:
    parts = (person.name, person.party or "", _DECIDING[person.deciding], person.substitute_for or "", person.paragraphs or "")
    return "|".join(parts)


def _meeting(meeting: Meeting) -> dict[str, str]:
    times = [f"{time:%H:%M}" for time in (meeting.start_time, meeting.end_time) if time]
    span = (meeting.paragraph_first, meeting.paragraph_last)
    return {
        "date": str(meeting.meeting_date or ""),
        "time": " ".join(times),
        "place": meeting.place or "",
        "organ": meeting.body or "",
        "chair": meeting.chair or "",
        "secretary": meeting.secretary or "",
        "adjusters": ";".join(meeting.adjusters),
        "span": f"{span[0]} {span[1]}" if span[0] is not None else "",
        "agenda": runs(meeting.agenda_paragraphs),
        "body": runs(meeting.body_paragraphs),
        "next": " ".join(str(part) for part in (meeting.next_meeting_date, meeting.next_meeting_place) if part),
        "previous": str(meeting.previous_minutes_date or ""),
        "adjourned": ",".join(meeting.adjournments),
        "adjusted": f"{meeting.adjusted_date} {meeting.adjusted_place}" if meeting.adjusted_date else "",
        "posted": str(meeting.notice_posted or ""),
        "removed": str(meeting.notice_removed or ""),
        "kept": meeting.kept_at or "",
        "pages": str(meeting.pages_claimed or ""),
    }


def runs(numbers: Sequence[int]) -> str:
    """Return numbers as runs.

    >>> runs((1, 2, 3, 5))
    '1-3,5'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in found)


def marks(facts: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the hashes of facts by group, sorted."""
    return {group: sorted(mark(group, fact) for fact in facts[group]) for group in GROUPS}


def compare(wanted: Mapping[str, Iterable[str]], read: Mapping[str, Iterable[str]]) -> dict[str, Tally]:
    """Hold hashes that were typed against hashes that were read."""
    tallies: dict[str, Tally] = {}
    for group in GROUPS:
        typed, got = Counter(wanted[group]), Counter(read[group])
        tallies[group] = Tally(wanted=typed.total(), found=(typed & got).total(), read=got.total())
    return tallies


def main() -> None:
    """Write the hashes of typed files."""
    typed = [typed_facts(path.read_text(encoding="utf-8")) for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    stored = {name: marks(facts) for name, facts in typed}
    STORED.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
