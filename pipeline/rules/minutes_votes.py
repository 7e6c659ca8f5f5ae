"""Votes that were counted agree with who was there and with the list of who voted how.

The votes of a paragraph (yes, no and abstained) are as many as the persons who decided in it, those with jäv left out. More votes
than persons cannot be; fewer may be explained by somebody who had left. Where the minutes list who voted how, the list gives the
counts. On scanned pages a difference may be misread and is a notice.

By hand: 13 persons decide; 8 yes, 5 no and 0 abstained are 13: agrees. With 9 yes there are 14 votes for 13 persons: a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.judging.outcome import About, Message, Outcome, make_check, make_finding
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Evidence, Severity
from schemas.meeting import Attendance, Meeting
from schemas.paragraph import MinutesParagraph, Vote

NAME = "minutes.votes"


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield the outcomes of every vote."""
    for document in archive.counted:
        for meeting in document.meetings:
            for paragraph in meeting.paragraphs:
                for vote in paragraph.votes:
                    yield from _of_list(document, meeting, paragraph, vote)
                    yield from _of_attendance(document, meeting, paragraph, vote)


def _of_list(document: ArchiveDocument, meeting: Meeting, paragraph: MinutesParagraph, vote: Vote) -> Iterator[Outcome]:
    """Hold the stated counts against the list of names."""
    if not vote.ballots:
        return
    listed: Counter[str] = Counter(ballot.ballot for ballot in vote.ballots)
    stated = {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
    wrong = {key: count for key, count in stated.items() if count is not None and count != listed[key]}
    words = {"yes": ("ja", "yes"), "no": ("nej", "no"), "abstain": ("avstår", "abstaining")}
    told = [
        ", ".join(f"{listed[key]} {words[key][language]} (angivet {count})" for key, count in wrong.items())
        for language in (0, 1)
    ]
    message = Message(
        f"§ {paragraph.paragraph}: röstlistan ger {told[0]}.",
        f"§ {paragraph.paragraph}: the voting list gives {told[1].replace('angivet', 'stated')}.",
    )
    yield _outcome(document, meeting, vote, "list", ("warning", message) if wrong else None)


def _of_attendance(document: ArchiveDocument, meeting: Meeting, paragraph: MinutesParagraph, vote: Vote) -> Iterator[Outcome]:
    """Hold the number of votes against the persons who decided."""
    deciding = [person for person in meeting.attendance if person.deciding and _is_there(person, paragraph.paragraph)]
    if vote.yes is None or vote.no is None or not deciding:
        return
    away = {one.name for one in paragraph.reservations if one.kind == "disqualification"}
    persons = len({person.name for person in deciding} - away)
    votes = vote.yes + vote.no + (vote.abstain or 0)
    severity: Severity = "warning" if votes > persons else "notice"
    message = Message(
        f"§ {paragraph.paragraph}: {votes} röster räknades ({vote.yes} ja, {vote.no} nej, {vote.abstain or 0} avstår), men"
        f" {persons} personer var beslutande.",
        f"§ {paragraph.paragraph}: {votes} votes were counted ({vote.yes} yes, {vote.no} no, {vote.abstain or 0} abstained), but"
        f" {persons} persons were deciding.",
    )
    yield _outcome(document, meeting, vote, "attendance", (severity, message) if votes != persons else None)


def _is_there(person: Attendance, paragraph: str) -> bool:
    """Tell whether a person was there for a paragraph; True where nothing is said."""
    number = int(paragraph.split(maxsplit=1)[0])
    spans = [part.split("-") for part in (person.paragraphs or "").split(", ") if part]
    return not spans or any(int(span[0]) <= number <= int(span[-1]) for span in spans)


def _outcome(
    document: ArchiveDocument, meeting: Meeting, vote: Vote, name: str, wrong: tuple[Severity, Message] | None
) -> Outcome:
    year = meeting.meeting_date.year if meeting.meeting_date else None
    about = About(NAME, document.entity_id, year, None, None, document.document_id)
    key = [vote.vote_id, name]
    if wrong is None:
        return Outcome(make_check(about, key, "exact"))
    severity: Severity = "notice" if vote.page in document.scanned_pages else wrong[0]
    evidence = Evidence(role="stated", document_id=document.document_id, page=vote.page, box=vote.box, raw=vote.text)
    finding = make_finding(about, severity, wrong[1], [evidence])
    finding = finding.model_copy(update={"finding_id": make_check(about, key, "exact").check_id})
    return Outcome(make_check(about, key, "inconsistent", finding_id=finding.finding_id), finding)
