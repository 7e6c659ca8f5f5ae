"""Findings held against the errors that were planted: found or not, right or not, explained rightly or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.made.faults import HARD, Planted
from schemas.finding import Check, Evidence, Finding
from schemas.place import Box


@dataclass
class Tally:
    """How one kind of error fared."""

    planted: int = 0
    found: int = 0
    explained: int = 0
    """Found, with the right explanation first."""
    explainable: int = 0
    """Found, and an explanation is known for it."""
    accused: int = 0
    """Found, and the wrong figure itself is accused first."""


@dataclass
class Score:
    """How the findings of an archive fared."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    """By rule: findings of severity error, and those of them that rest on a planted error."""
    errors: int = 0
    right_errors: int = 0
    wrong: list[Finding] = field(default_factory=list)
    """Findings of severity error that no planted error explains."""
    missed: list[Planted] = field(default_factory=list)
    misexplained: list[tuple[Planted, str]] = field(default_factory=list)
    silent: int = 0
    """Misreadings planted."""
    accused_scans: list[Finding] = field(default_factory=list)
    """Errors raised about a mere misreading."""

    def add(self, other: Score) -> None:
        """Take in how another archive fared."""
        for name, tally in other.kinds.items():
            mine = self.kinds[name]
            for count in ("planted", "found", "explained", "explainable", "accused"):
                setattr(mine, count, getattr(mine, count) + getattr(tally, count))
        for rule, (errors, right) in other.rules.items():
            self.rules[rule] = [self.rules[rule][0] + errors, self.rules[rule][1] + right]
        self.errors += other.errors
        self.right_errors += other.right_errors
        self.silent += other.silent
        self.wrong += other.wrong
        self.missed += other.missed
        self.misexplained += other.misexplained
        self.accused_scans += other.accused_scans

    @property
    def precision(self) -> float:
        """Share of errors that rest on a planted error."""
        return self.right_errors / self.errors if self.errors else 1.0

    @property
    def recall(self) -> float:
        """Share of planted errors that were found."""
        planted = sum(tally.planted for tally in self.kinds.values())
        return sum(tally.found for tally in self.kinds.values()) / planted if planted else 1.0

    @property
    def explained(self) -> float:
        """Share of found errors with a known cause whose first explanation is right."""
        known = sum(tally.explainable for tally in self.kinds.values())
        return sum(tally.explained for tally in self.kinds.values()) / known if known else 1.0


def scored(planted: Sequence[Planted], checks: Iterable[Check], findings: Sequence[Finding], scanned: frozenset[str]) -> Score:
    """Return how the findings fared.

    Args:
        planted: what is wrong, where.
        checks: all checks, for the explanations.
        findings: all findings.
        scanned: documents that were scanned: a warning is enough there.
    """
    score = Score()
    causes = {check.finding_id: check.explanation or "" for check in checks if check.finding_id}
    by_document: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for document_id in {one.document_id for one in finding.evidence}:
            by_document[document_id].append(finding)
    right: set[str] = set()
    blamed: set[str] = set()
    for one in planted:
        touching = [finding for finding in by_document[one.document_id] if any(_touches(one, e) for e in finding.evidence)]
        right |= {finding.finding_id for finding in touching}
        if one.silent:
            score.silent += 1
            blamed |= {finding.finding_id for finding in touching}
            continue
        _tally(score, one, touching, causes, scanned)
    for finding in findings:
        if finding.severity != "error":
            continue
        score.errors += 1
        is_right = finding.finding_id in right - blamed
        score.right_errors += is_right
        score.rules[finding.rule][0] += 1
        score.rules[finding.rule][1] += is_right
        if finding.finding_id not in right:
            score.wrong.append(finding)
        elif finding.finding_id in blamed:
            score.accused_scans.append(finding)
    return score


def _tally(score: Score, one: Planted, touching: Sequence[Finding], causes: dict[str, str], scanned: frozenset[str]) -> None:
    tally = score.kinds[one.kind]
    tally.planted += 1
    found = [finding for finding in touching if finding.severity in one.severities or _is_excused(finding, one, scanned)]
    if not found:
        score.missed.append(one)
        return
    tally.found += 1
    tally.accused += any(_touches(one, finding.evidence[0]) for finding in found)
    if one.causes and one.severities == HARD:
        tally.explainable += 1
        told = [causes.get(finding.finding_id, "") for finding in found]
        if any(cause in one.causes for cause in told):
            tally.explained += 1
        else:
            score.misexplained.append((one, "; ".join(told)))


def _is_excused(finding: Finding, one: Planted, scanned: frozenset[str]) -> bool:
    """Tell whether a warning is enough: the document or another that the finding rests on was scanned."""
    return finding.severity == "warning" and not scanned.isdisjoint({one.document_id, *(e.document_id for e in finding.evidence)})


def _touches(one: Planted, evidence: Evidence) -> bool:
    if evidence.document_id != one.document_id:
        return False
    return any(place.page == evidence.page and _meets(place.box, evidence.box) for place in one.places)


def _meets(one: Box, two: Box) -> bool:
    return one.x0 <= two.x1 and two.x0 <= one.x1 and one.top <= two.bottom and two.top <= one.bottom
