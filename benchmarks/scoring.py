"""How what was extracted from a sample is held against what a person read on its pages; pure functions over records.

A figure is *found* when page, value and unit are those of a figure on the page and the label or the subject is alike, and
*right* when year and scenario are so too (where the truth says them). Every extracted figure counts once, every true one too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rapidfuzz.fuzz import partial_ratio, ratio, token_set_ratio

from benchmarks.truth import ArchiveFinding, NearMiss, Truth, TruthBody, TruthDecision, TruthFigure, TruthFinding
from schemas.decision import Decision
from schemas.document import Body, Classification
from schemas.figure import Figure
from schemas.finding import Finding
from schemas.record import Record

ALIKE = 75.0
"""Likeness (0 to 100) from which two labels or names are taken for the same."""
SAME_TEXT = 85.0
"""Likeness from which two decided points are taken for the same."""
SENTENCE = 5
"""Words by which a label must be longer to be taken for a sentence that a short label may stand in."""

Key = tuple[int, Decimal, Decimal | None, str]


class FigureScore(Record):
    """How the figures of a document fared."""

    truth: int = 0
    """Figures on the pages."""
    extracted: int = 0
    """Figures that were extracted."""
    found: int = 0
    """True figures whose page, value, unit and label (or subject) were extracted."""
    right: int = 0
    """Those of them whose year and scenario are right too."""
    false: int = 0
    """Extracted figures that answer to no true one; counts in prose left out, of which the truth lists only a part."""
    missed: tuple[str, ...] = ()
    """True figures without an answer, in words."""
    wrong: tuple[str, ...] = ()
    """Found figures whose year or scenario is not right, in words."""
    invented: tuple[str, ...] = ()
    """The false ones, in words."""


class DecisionScore(Record):
    """How the decisions of a document fared."""

    truth: int = 0
    """Decided points on the pages."""
    found: int = 0
    """Those extracted with the right paragraph and text."""
    right: int = 0
    """Those of them with the right kind and page."""
    false: int = 0
    """Extracted decisions that answer to none."""


class FindingScore(Record):
    """How the findings fared."""

    truth: int = 0
    """True findings that must be raised."""
    found: int = 0
    """Those raised."""
    extra: int = 0
    """True findings that need not be raised and were."""
    overstated: int = 0
    """True findings raised as errors where a warning or a notice is due."""
    false_errors: int = 0
    """Errors that are not true."""
    false_others: int = 0
    """Warnings and notices that are not true."""
    missed: tuple[str, ...] = ()
    """What was not raised, in words."""
    invented: tuple[str, ...] = ()
    """What is not true, in words."""


def words_of(text: str) -> str:
    """Return the words of a label, in lower case, for comparing.

    >>> words_of("(varav arvode & soc.avg)")
    'varav arvode soc avg'
    """
    return " ".join(re.findall(r"\w+", text.casefold()))


def likeness(wanted: str, given: str) -> float:
    """Return how alike two labels are, 0 to 100; words of a long sentence may answer to a short label in it."""
    first, second = words_of(wanted), words_of(given)
    if not first or not second:
        return 0.0
    if len(second.split()) >= len(first.split()) + SENTENCE:
        return max(float(partial_ratio(first, second)), float(token_set_ratio(first, second)))
    return max(float(ratio(first, second)), float(token_set_ratio(first, second)) if len(first.split()) > 1 else 0.0)


def figures_alike(truth: TruthFigure, found: Figure) -> float:
    """Return the better likeness of label and subject; 0 where neither can be compared."""
    label = likeness(truth.label, found.label)
    if not truth.subject or not found.subject:
        return label
    return max(label, likeness(truth.subject, found.subject))


def score_figures(truth: Sequence[TruthFigure], found: Sequence[Figure]) -> FigureScore:
    """Pair true and extracted figures one to one, the most alike first, and count."""
    pairs = pair_figures(truth, found)
    wrong = [(i, j) for i, j in pairs if not _meaning_right(truth[i], found[j])]
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    false = [figure for j, figure in enumerate(found) if j not in used and not _may_be_unlisted(figure)]
    return FigureScore(
        truth=len(truth),
        extracted=len(found),
        found=len(pairs),
        right=len(pairs) - len(wrong),
        false=len(false),
        missed=tuple(_true_figure(figure) for i, figure in enumerate(truth) if i not in answered),
        wrong=tuple(f"{_true_figure(truth[i])} <> {found[j].fiscal_year} {found[j].scenario}" for i, j in wrong),
        invented=tuple(_extracted_figure(figure) for figure in false),
    )


def _may_be_unlisted(figure: Figure) -> bool:
    """Truth files list counts in prose only in part (`samples/README.md`)."""
    return figure.origin == "prose" and figure.unit in {"count", "ratio"}


def pair_figures(truth: Sequence[TruthFigure], found: Sequence[Figure]) -> list[tuple[int, int]]:
    """Return pairs (index in truth, index in found); each index stands in one pair at most.

    An amount in prose has a sentence for a label, which the truth puts in its own words: the only true and the only extracted
    amount left of a page, value and unit are the same.
    """
    by_key: dict[Key, list[int]] = defaultdict(list)
    for j, figure in enumerate(found):
        by_key[figure.page, figure.value, figure.value_high, figure.unit].append(j)
    candidates = [
        (-_closeness(wanted, found[j]), i, j)
        for i, wanted in enumerate(truth)
        for j in by_key.get((wanted.page, wanted.value, wanted.value_high, wanted.unit), ())
        if figures_alike(wanted, found[j]) >= ALIKE
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != pair[0] and j != pair[1] for pair in pairs):
            pairs.append((i, j))
    return pairs + _only_ones(truth, found, by_key, pairs)


def _only_ones(
    truth: Sequence[TruthFigure], found: Sequence[Figure], by_key: dict[Key, list[int]], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    left: dict[Key, list[int]] = defaultdict(list)
    for i, wanted in enumerate(truth):
        if i not in answered and wanted.origin == "prose" and wanted.unit in {"SEK", "percent"}:
            left[wanted.page, wanted.value, wanted.value_high, wanted.unit].append(i)
    free = {key: [j for j in by_key.get(key, ()) if j not in used and found[j].origin == "prose"] for key in left}
    return [(left[key][0], free[key][0]) for key in left if len(left[key]) == 1 and len(free[key]) == 1]


def score_decisions(truth: Sequence[TruthDecision], found: Sequence[Decision]) -> DecisionScore:
    """Pair decided points of the same paragraph by their text and count."""
    free = list(found)
    hits = right = 0
    for wanted in truth:
        same = [decision for decision in free if _digits(decision.paragraph) == _digits(wanted.paragraph)]
        best = max(same, key=lambda decision: likeness(wanted.text, decision.text), default=None)
        if best is None or likeness(wanted.text, best.text) < SAME_TEXT:
            continue
        free.remove(best)
        hits += 1
        right += best.kind == wanted.kind and best.page == wanted.page
    return DecisionScore(truth=len(truth), found=hits, right=right, false=len(free))


def score_findings(truth: Sequence[TruthFinding], near: Sequence[NearMiss], raised: Sequence[Finding]) -> FindingScore:
    """Hold the findings that one document alone gives against its true ones."""
    answers = [[finding for finding in raised if says_the_same(wanted, finding)] for wanted in truth]
    true_ids = {finding.finding_id for group in answers for finding in group}
    false = [finding for finding in raised if finding.finding_id not in true_ids]
    missed = [wanted for wanted, group in zip(truth, answers, strict=True) if wanted.required and not group]
    return FindingScore(
        truth=sum(wanted.required for wanted in truth),
        found=sum(wanted.required for wanted in truth) - len(missed),
        extra=sum(bool(group) and not wanted.required for wanted, group in zip(truth, answers, strict=True)),
        overstated=len(_overstated(truth, answers)),
        false_errors=sum(finding.severity == "error" for finding in false),
        false_others=sum(finding.severity != "error" for finding in false),
        missed=tuple(f"{wanted.rule} p{wanted.pages[0]} {wanted.stated} / {wanted.expected}: {wanted.why}" for wanted in missed),
        invented=tuple(_invented(finding, near) for finding in false),
    )


def says_the_same(truth: TruthFinding, finding: Finding) -> bool:
    """Tell whether a finding speaks of the true one: a rule, a page, the subject, the values (signs aside).

    An identity that fails may be told from either end: where the subject is the same, it is enough that the finding rests on the
    accused figure; else the accused figure must be its first evidence.
    """
    if finding.rule not in (truth.rule, *truth.other_rules):
        return False
    if not {evidence.page for evidence in finding.evidence} & set(truth.pages) or not _same_subject(truth, finding):
        return False
    if isinstance(truth.stated, str):
        return truth.stated in finding.message_sv or any(truth.stated in evidence.raw for evidence in finding.evidence)
    wanted = {abs(value) for value in (truth.stated, truth.expected) if isinstance(value, Decimal)}
    given = {abs(value) for value in (finding.actual, finding.expected) if value is not None}
    if len(wanted) > 1 and wanted <= given:
        return True
    years = {truth.year, finding.fiscal_year} - {None}
    rests_on = finding.evidence if truth.subject else finding.evidence[:1]
    return len(years) < 2 and abs(truth.stated) in given | {abs(item.value) for item in rests_on if item.value is not None}


def score_archive(truth: Sequence[ArchiveFinding], raised: Sequence[Finding], files: dict[str, str]) -> FindingScore:
    """Hold the findings that need several documents against the true ones; `files` gives the file of a document id.

    Only what must be raised is judged here: what is false is counted per document.
    """
    answers = [[finding for finding in raised if _archive_same(wanted, finding, files)] for wanted in truth]
    missed = [wanted for wanted, group in zip(truth, answers, strict=True) if wanted.required and not group]
    return FindingScore(
        truth=sum(wanted.required for wanted in truth),
        found=sum(wanted.required for wanted in truth) - len(missed),
        extra=sum(bool(group) and not wanted.required for wanted, group in zip(truth, answers, strict=True)),
        missed=tuple(f"{wanted.rule} {wanted.statements[0].file}: {wanted.why}" for wanted in missed),
    )


def head_right(truth: Truth, known: Classification) -> dict[str, bool]:
    """Return whether kind, body and year (or meeting date) were recognised."""
    return {
        "kind": truth.kind == known.kind,
        "body": truth.body is None or (known.body is not None and _same_body(truth.body, known.body)),
        "when": truth.meeting_date == known.meeting_date if truth.meeting_date else truth.fiscal_year == known.fiscal_year,
    }


def _same_body(truth: TruthBody, body: Body) -> bool:
    return likeness(truth.name, body.name) >= SAME_TEXT and truth.org_number in (None, body.org_number)


def _closeness(truth: TruthFigure, found: Figure) -> float:
    """Return the order in which pairs are made: how much of label, subject, column and meaning agrees."""
    names = likeness(truth.label, found.label) + likeness(truth.subject or "", found.subject or "")
    meaning = 100.0 if _meaning_right(truth, found) else 0.0
    return names + likeness(truth.column or "", found.column_header) + meaning


def _same_subject(truth: TruthFinding, finding: Finding) -> bool:
    """Tell whether the finding names the subject, in its field or in its message; true where the truth names none."""
    if truth.subject is None:
        return True
    names = (finding.subject or "", finding.message_sv, finding.message_en)
    return any(likeness(truth.subject, name) >= ALIKE for name in names)


def _meaning_right(truth: TruthFigure, found: Figure) -> bool:
    year = truth.year is None or truth.year == found.fiscal_year
    return year and (truth.scenario is None or truth.scenario == found.scenario)


def _overstated(truth: Sequence[TruthFinding], answers: Sequence[Sequence[Finding]]) -> set[str]:
    allowed: dict[str, bool] = defaultdict(bool)
    for wanted, group in zip(truth, answers, strict=True):
        for finding in group:
            allowed[finding.finding_id] |= finding.severity != "error" or wanted.severity == "error"
    return {finding_id for finding_id, fine in allowed.items() if not fine}


def _archive_same(truth: ArchiveFinding, finding: Finding, files: dict[str, str]) -> bool:
    places = {(files.get(evidence.document_id), evidence.page) for evidence in finding.evidence}
    hits = {(statement.file, statement.page) for statement in truth.statements} & places
    return finding.rule == truth.rule and len({file for file, _ in hits}) >= min(2, len({s.file for s in truth.statements}))


def _invented(finding: Finding, near: Iterable[NearMiss]) -> str:
    stated = {abs(value) for value in (finding.actual, finding.expected) if value is not None}
    known = [
        miss.why for miss in near if stated and stated <= {abs(v) for v in (miss.stated, miss.other) if isinstance(v, Decimal)}
    ]
    pages = ",".join(f"p{evidence.page}" for evidence in finding.evidence[:2])
    return f"{finding.severity} {finding.rule} {pages}: {finding.message_en}" + (f" [near miss: {known[0]}]" if known else "")


def _true_figure(figure: TruthFigure) -> str:
    column = f" / {figure.column}" if figure.column else ""
    return f"p{figure.page} {figure.label}{column}: {figure.raw} ({figure.year} {figure.scenario})"


def _extracted_figure(figure: Figure) -> str:
    return f"p{figure.page} {figure.label[:60]} / {figure.column_header}: {figure.raw} = {figure.value} {figure.unit}"


def _digits(text: str) -> str:
    return re.sub(r"[^\dA-Za-z]", "", text)
