"""Hold the decisions read from real minutes against a published list of them.

    python benchmarks/minutes.py FOLDER DECISIONS.json [--details]

FOLDER holds the PDFs, DECISIONS.json a list of {file, ref, type, quote}. A decision is found when the points read from its
paragraph hold at least 90 % of its words; things that the minutes only report (any type but `beslut`) must not be among them.
The list is other people's work: where it looks wrong the page decides, so look at what is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import minutes_truth
from extractors import kinds, minutes
from extractors.figures.context import DocumentContext
from extractors.page.layout import lay_out
from pipeline.read import ReadOptions, read_pdf
from schemas.decision import Decision
from schemas.meeting import Meeting
from schemas.record import Record

ENOUGH = 0.9
"""Share of the words of a quote that make it found."""
_HEADS = re.compile(r"^(?:Förslag till beslut i \w+|\d{1,2}\.)\s*$", re.MULTILINE)


class Score(Record):
    """How the list fared."""

    listed: int = 0
    """Decisions in the list, each once."""
    found: int = 0
    """Those that were read."""
    missed: tuple[str, ...] = ()
    """Those that were not: file, paragraph, quote."""
    reported: tuple[str, ...] = ()
    """Things only reported that were read as decisions."""
    unlisted: tuple[str, ...] = ()
    """Decisions read that the list does not have: look at the page."""
    read: int = 0
    """Points read in files of the list."""


def words_of(text: str) -> Counter[str]:
    """Return the words of a text in lower case, numbers of points left out."""
    return Counter(re.findall(r"\w+", re.sub(r"(?m)^\s*\d{1,2}\.\s", " ", _HEADS.sub(" ", text)).lower()))


def share(quote: str, texts: Iterable[str]) -> float:
    """Return the share of the words of `quote` that stand in `texts`."""
    wanted = words_of(re.sub(r"Förslag till beslut i \w+", " ", quote))
    held: Counter[str] = Counter()
    for text in texts:
        held += words_of(text)
    return (wanted & held).total() / max(wanted.total(), 1)


def paragraph_of(ref: str) -> str:
    """Return the paragraph of a reference such as `§95 KOMMUNSTYRELSEN 2026-06-01`."""
    match = re.match(r"§\s?(\d+(?:\s?[a-z]\b)?)", ref)
    return match[1] if match else ref


def score(entries: Sequence[dict[str, Any]], decisions: dict[str, Sequence[Decision]]) -> Score:
    """Hold a list against the decisions read from each file."""
    points: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for file, read in decisions.items():
        for decision in read:
            points[file, decision.paragraph].append(decision)
    wanted: dict[tuple[str, str, str], str] = {(e["file"], paragraph_of(e["ref"]), e["quote"]): e["type"] for e in entries}
    own = {key: quote_type for key, quote_type in wanted.items() if quote_type == "beslut"}
    missed = [key for key in own if share(key[2], (point.text for point in points[key[:2]])) < ENOUGH]
    reported = [
        key
        for key, quote_type in wanted.items()
        if quote_type != "beslut" and any(_same(point.text, key[2]) for point in points[key[:2]])
    ]
    covered = defaultdict(str)
    for file, paragraph, quote in own:
        covered[file, paragraph] += " " + quote
    unlisted = [
        f"{file} § {paragraph} p{point.page}: {point.text}"
        for (file, paragraph), found in points.items()
        for point in found
        if share(point.text, [covered[file, paragraph]]) < ENOUGH
    ]
    return Score(
        listed=len(own),
        found=len(own) - len(missed),
        missed=tuple(f"{file} § {paragraph}: {quote}" for file, paragraph, quote in missed),
        reported=tuple(f"{file} § {paragraph}: {quote}" for file, paragraph, quote in reported),
        unlisted=tuple(unlisted),
        read=sum(len(found) for found in points.values()),
    )


def _same(point: str, quote: str) -> bool:
    return share(point, [quote]) >= ENOUGH and share(quote, [point]) >= ENOUGH


def read_minutes(path: Path) -> tuple[Meeting | None, tuple[Decision, ...]]:
    """Return the meeting and the decisions of one PDF; nothing is OCRed."""
    reading, _ = read_pdf(path.read_bytes(), path.name, ReadOptions(ocr="never"), None)
    layout = lay_out(reading.pages)
    classification, _ = kinds.classify(reading, layout)
    context = DocumentContext(document_id=path.stem, kind=classification.kind, meeting_date=classification.meeting_date)
    meetings, decisions, _ = minutes.extract(layout, reading.pages, context)
    return (meetings[0] if meetings else None), decisions


def score_typed(read: Mapping[str, tuple[Meeting | None, Sequence[Decision]]], typed: Path | None) -> Iterator[str]:
    """Yield what agrees with what a person typed, a line for each group of facts; what differs where typed files are given."""
    stored = json.loads(minutes_truth.STORED.read_text(encoding="utf-8"))
    totals = dict.fromkeys(minutes_truth.GROUPS, minutes_truth.Tally())
    for name, wanted in stored.items():
        meeting, decisions = read[name]
        facts = minutes_truth.read_facts(meeting, decisions) if meeting else {group: [] for group in minutes_truth.GROUPS}
        for group, tally in minutes_truth.compare(wanted, minutes_truth.marks(facts)).items():
            before = totals[group]
            totals[group] = minutes_truth.Tally(**{key: getattr(before, key) + getattr(tally, key) for key in dict(tally)})
    for group, total in totals.items():
        recall, precision = total.found / max(total.wanted, 1), total.found / max(total.read, 1)
        yield f"{group:13} {total.found}/{total.wanted} found ({recall:.1%}), {total.read} read (precision {precision:.1%})"
    for path in sorted(typed.glob("*.txt")) if typed else ():
        name, wanted = minutes_truth.typed_facts(path.read_text(encoding="utf-8"))
        meeting, decisions = read[name]
        facts = minutes_truth.read_facts(meeting, decisions) if meeting else {}
        for group in minutes_truth.GROUPS:
            mine, theirs = Counter(facts.get(group, [])), Counter(wanted[group])
            yield from (f"{name} {group}: missed   {fact}" for fact in theirs - mine)
            yield from (f"{name} {group}: invented {fact}" for fact in mine - theirs)


def main() -> None:
    """Print the score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("decisions", type=Path)
    parser.add_argument("--details", action="store_true", help="list what is missed and what the list does not have")
    parser.add_argument("--typed", type=Path, help="folder of typed truth (see minutes_truth.py), to list what differs")
    options = parser.parse_args()
    entries = json.loads(options.decisions.read_text(encoding="utf-8"))
    files = sorted({entry["file"] for entry in entries})
    stored = json.loads(minutes_truth.STORED.read_text(encoding="utf-8"))
    read = {file: read_minutes(options.folder / file) for file in sorted({*files, *stored})}
    result = score(entries, {file: read[file][1] for file in files})
    print(f"decisions listed {result.listed}, found {result.found} ({result.found / max(result.listed, 1):.1%})")
    print(f"points read {result.read}, not in the list {len(result.unlisted)}, only reported but read {len(result.reported)}")
    print("\ntyped from the pages:", *score_typed(read, options.typed), sep="\n")
    if options.details:
        for title, lines in (("missed", result.missed), ("not in the list", result.unlisted), ("reported", result.reported)):
            print(f"\n{title}:", *(line.replace("\n", " ")[:200] for line in lines), sep="\n  ")


if __name__ == "__main__":
    main()
