"""Two statements of one fact in the text of a document agree.

By hand: page 4 says that an initiative was granted 91 000 kr for 2024, page 11 says 90 000 kr; 1 000 kr differ and both are
stated in whole kronor: an error. Less than one step of the coarser statement is rounding. A subject that no table of the
document names may have been misunderstood: a warning at most. So is a grant that one place leaves without a name, known by the
share of it that is charged to the year: 22 750 of 91 000 kr and 22 500 of 90 000 kr are a quarter both times.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.statements import Key, Steps, compare, difference_message, fold, is_far, keyed
from pipeline.judging.verdict import Judgement
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "prose.prose"
MOST = Decimal("0.25")
NEARLY = Decimal("0.05")
GRANTED = re.compile(r"\bbevilj", re.IGNORECASE)
CHARGED = re.compile(r"\bbelasta", re.IGNORECASE)


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per further statement of a subject's amount in the text of a document."""
    for document in archive.counted:
        in_tables = {table.table_id for table in document.tables if table.kind != "facts"}
        settled: set[Key] = set()
        facts: dict[Key, list[Figure]] = defaultdict(list)
        for key, figure in keyed(document):
            if figure.table_id in in_tables:
                settled.add(key)
            elif figure.subject:
                facts[key].append(figure)
        named = {fold(figure.subject) for figure in document.figures if figure.subject and figure.table_id in in_tables}
        steps = Steps(document)
        for key, told in facts.items():
            if key not in settled and len(told) > 1:
                yield from _compare(document, steps, told, known=key.what in named)
        yield from _same_grants(document)


class Grant(NamedTuple):
    """A sentence that grants an amount and says how much of it is charged to the year."""

    whole: Figure
    part: Figure


def _same_grants(document: ArchiveDocument) -> Iterator[Outcome]:
    """Hold sentences on an unnamed grant against one another: nearly the same amount, and exactly the same share charged."""
    grants = list(_grants(document))
    for i, first in enumerate(grants):
        for again in grants[i + 1 :]:
            same_share = first.part.value * again.whole.value == again.part.value * first.whole.value
            apart = abs(again.whole.value - first.whole.value)
            names = {figure.subject for figure in (again.whole, first.whole) if figure.subject}
            if same_share and 0 < apart <= NEARLY * first.whole.value and len(names) <= 1 and not _settled(again, first):
                for one, two in zip(again, first, strict=True):
                    judgement = compare(one, two, one.quantum, two.quantum)
                    about = about_figure(NAME, document, one)
                    found = (
                        None
                        if judgement.holds
                        else _finding(document, one, two, judgement, known=False, name=next(iter(names), None))
                    )
                    yield judged(about, [one.figure_id, two.figure_id], judgement, one.value, found)


def _settled(one: Grant, two: Grant) -> bool:
    """Tell whether two grants are held against one another already, by their names and years."""
    return one.whole.subject is not None and (one.whole.subject, one.whole.fiscal_year) == (
        two.whole.subject,
        two.whole.fiscal_year,
    )


def _grants(document: ArchiveDocument) -> Iterator[Grant]:
    sentences: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in document.figures:
        is_plain = figure.unit == "SEK" and not figure.change and not figure.approximate and figure.value_high is None
        if figure.origin == "prose" and is_plain:
            sentences[figure.page, figure.label].append(figure)
    for (_, label), figures in sentences.items():
        if len(figures) == len(Grant._fields) and GRANTED.search(label) and CHARGED.search(label):
            whole, part = figures
            if 0 < part.value < whole.value:
                yield Grant(whole, part)


def _compare(document: ArchiveDocument, steps: Steps, told: list[Figure], *, known: bool) -> Iterator[Outcome]:
    """Hold each statement against the first; where a table states the fact too, `prose.table` judges."""
    first = told[0]
    for figure in told[1:]:
        judgement = compare(figure, first, steps.step(figure), steps.step(first))
        about = about_figure(NAME, document, figure)
        key = [figure.figure_id, first.figure_id]
        if judgement.holds:
            yield judged(about, key, judgement, figure.value)
        elif is_far(figure, first) or (not known and abs(judgement.residual) > MOST * abs(first.value)):
            unknown = Judgement("not_checkable", judgement.residual, judgement.tolerance, "hardly the same fact")
            yield judged(about, key, unknown, figure.value)
        else:
            yield judged(about, key, judgement, figure.value, _finding(document, figure, first, judgement, known=known))


def _finding(  # noqa: PLR0913  # what a finding tells
    document: ArchiveDocument, figure: Figure, first: Figure, judgement: Judgement, *, known: bool, name: str | None = None
) -> Finding:
    file = document.file_name
    subject = figure.subject or name
    what = f"{subject or 'Beviljat'} {figure.fiscal_year}"
    what = what[:1].upper() + what[1:]
    pair = [figure, first]
    return make_finding(
        about_figure(NAME, document, figure)._replace(subject=subject),
        "error" if known and not is_shaky(pair) and not is_scanned(document, pair) else "warning",
        difference_message(
            Message(f"{what}: två ställen i texten", f"{what}: two places in the text"), (figure, file), (first, file), [document]
        ),
        [evidence_of(figure, "prose"), evidence_of(first, "prose")],
        expected=first.value,
        actual=figure.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )
