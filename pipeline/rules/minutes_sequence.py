"""The paragraphs of minutes run without gap or repeat, in one meeting and to the next; cover, agenda and body agree.

Extracts of single paragraphs are no minutes of their own and are left out.

By hand: a cover that says §§ 51-58 has 58 - 51 + 1 = 8 paragraphs. A body 51, 52, 54, ..., 58 lacks 53: a warning. The next
meeting of the same organ in the same year begins with § 59; if it begins with § 61, minutes with §§ 59-60 are missing: a notice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.judging.outcome import About, Message, Outcome, make_check, make_finding
from pipeline.judging.statements import fold
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Evidence, Finding, Severity, Verdict
from schemas.meeting import Meeting
from schemas.place import Box

NAME = "minutes.sequence"
NOWHERE = Box(x0=0, top=0, x1=0, bottom=0)
Told = tuple[ArchiveDocument, Meeting]


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield the outcomes of every meeting and of every pair of meetings that follow each other."""
    by_organ: dict[tuple[str, str, int], list[Told]] = defaultdict(list)
    for document in archive.counted:
        for meeting in document.meetings:
            if meeting.is_extract:
                continue
            yield from _within(document, meeting)
            if meeting.meeting_date is not None and document.entity_id is not None and _span(meeting):
                organ = (document.entity_id, fold(meeting.body or ""), meeting.meeting_date.year)
                by_organ[organ].append((document, meeting))
    for _, told in sorted(by_organ.items()):
        told.sort(key=lambda pair: (str(pair[1].meeting_date), pair[1].paragraph_first or 0, pair[1].meeting_id))
        for before, after in pairwise(told):
            yield _between(before, after)


def _span(meeting: Meeting) -> tuple[int, int] | None:
    """Return the first and last paragraph: of the cover, else of the body."""
    if meeting.paragraph_first is not None and meeting.paragraph_last is not None:
        return meeting.paragraph_first, meeting.paragraph_last
    return (min(meeting.body_paragraphs), max(meeting.body_paragraphs)) if meeting.body_paragraphs else None


def _within(document: ArchiveDocument, meeting: Meeting) -> Iterator[Outcome]:
    body = meeting.body_paragraphs
    if not body:
        return
    repeated = sorted(number for number, count in Counter(body).items() if count > 1)
    yield _outcome(document, meeting, "repeat", repeated, ("förekommer mer än en gång", "occurs more than once"), "error")
    span = _span(meeting) or (min(body), max(body))
    missing = sorted(set(range(span[0], span[1] + 1)) - set(body))
    yield _outcome(document, meeting, "gap", missing, ("saknas i protokollet", "is missing from the minutes"), "warning")
    if meeting.paragraph_first is not None and meeting.paragraph_last is not None:
        outside = sorted(number for number in set(body) if not span[0] <= number <= span[1])
        words = (f"ligger utanför försättsbladets §§ {span[0]}-{span[1]}", f"lies outside the cover's §§ {span[0]}-{span[1]}")
        yield _outcome(document, meeting, "cover", outside, words, "warning")
    if meeting.agenda_paragraphs:
        only_agenda = sorted(set(meeting.agenda_paragraphs) - set(body))
        yield _outcome(
            document, meeting, "agenda", only_agenda, ("står bara i dagordningen", "stands in the agenda only"), "warning"
        )
        only_body = sorted(set(body) - set(meeting.agenda_paragraphs))
        yield _outcome(document, meeting, "body", only_body, ("saknas i dagordningen", "is missing from the agenda"), "notice")


def _outcome(  # noqa: PLR0913, PLR0917  # one sentence in two languages about some paragraphs
    document: ArchiveDocument,
    meeting: Meeting,
    name: str,
    wrong: Sequence[int],
    words: tuple[str, str],
    severity: Severity,
) -> Outcome:
    about = _about(document, meeting)
    finding = None
    if wrong:
        listed = ", ".join(f"§ {number}" for number in wrong)
        when = meeting.meeting_date or document.file_name
        message = Message(f"Protokollet {when}: {listed} {words[0]}.", f"Minutes {when}: {listed} {words[1]}.")
        finding = make_finding(about, severity, message, _evidence([(document, meeting)], name, wrong))
    verdict: Verdict = "inconsistent" if wrong else "exact"
    check = make_check(about, [meeting.meeting_id, name], verdict, finding_id=finding.finding_id if finding else None)
    return Outcome(check, finding)


def _about(document: ArchiveDocument, meeting: Meeting) -> About:
    year = meeting.meeting_date.year if meeting.meeting_date else document.classification.fiscal_year
    return About(NAME, document.entity_id, year, None, None, document.document_id)


def _evidence(told: Sequence[Told], name: str, wrong: Sequence[int]) -> list[Evidence]:
    """Point at the minutes; the paragraphs themselves where decisions say on which page they stand."""
    raw = f"{name} " + ", ".join(map(str, wrong))
    found = []
    for document, _ in told:
        near = [
            decision
            for decision in document.decisions
            if decision.paragraph in {str(n + step) for n in wrong for step in (-1, 0)}
        ]
        page, box = (near[0].page, near[0].box) if near else (1, NOWHERE)
        found.append(Evidence(role="stated", document_id=document.document_id, page=page, box=box, raw=raw))
    return found


def _between(before: Told, after: Told) -> Outcome:
    first_span, second_span = _span(before[1]), _span(after[1])
    last = first_span[1] if first_span else 0
    first = second_span[0] if second_span else 0
    about = _about(*after)
    finding: Finding | None = None
    if first > last + 1:
        dates = (before[1].meeting_date, after[1].meeting_date)
        gap = f"§ {last + 1}" if first == last + 2 else f"§§ {last + 1}-{first - 1}"
        message = Message(
            f"Mellan protokollen {dates[0]} (till § {last}) och {dates[1]} (från § {first}) saknas {gap}.",
            f"Between the minutes {dates[0]} (to § {last}) and {dates[1]} (from § {first}) {gap} are missing.",
        )
        finding = make_finding(about, "notice", message, _evidence([after, before], "next", [first, last]))
    elif first <= last and first != 1:
        message = Message(
            f"Protokollet {after[1].meeting_date} börjar med § {first}, men {before[1].meeting_date} slutade med § {last}.",
            f"The minutes {after[1].meeting_date} begin with § {first}, but {before[1].meeting_date} ended with § {last}.",
        )
        finding = make_finding(about, "warning", message, _evidence([after, before], "next", [first, last]))
    verdict: Verdict = "inconsistent" if finding else "exact"
    key = [before[1].meeting_id, after[1].meeting_id]
    return Outcome(make_check(about, key, verdict, finding_id=finding.finding_id if finding else None), finding)
