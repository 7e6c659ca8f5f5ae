"""An amount in running text, or in a list of facts, equals the table's amount for the same fact.

The same fact: one document, the same subject (or concept), the same year, planned against planned and done against done. Signs
are a matter of style for costs and grants. Less than one step of the coarser statement is never an error.

By hand: the text grants an initiative 1 370 000 kronor for 2026, the budget table has -1 360 000 kr. The table is stated in whole
thousands; 1 370 000 - 1 360 000 = 10 000 is more than one step: error. 90 327 kr in the text against 91 000 kr in that table is
less than one step: rounded up, a notice. What an audit report tells of a year is held against that year's annual report in the
same way.

A deviation from the budget in text equals that of the table's row; none is larger than all amounts of the tables.

By hand: `Fritidshem -38 tkr`; the rows of that name deviate by 2 436 and -2 474, together -38: agrees. `Ett överskott mot budget
om 1 262 mnkr` where the largest amount is 73 mnkr: a warning, and 1 262 tkr may be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.judging.deviations import Stated, stated_deviations, too_large
from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, is_shaky, judged, make_finding
from pipeline.judging.statements import Key, Steps, compare, difference_message, fold, is_far, keyed
from pipeline.judging.verdict import ROUNDED_UP, Judgement
from pipeline.judging.wording import amount, amount_like, printed, scale_of
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding, Severity

NAME = "prose.table"
THOUSAND = 1000
ENOUGH = 2
"""Deviations of a page that agree with its tables, from which one that does not is told of."""
FEW_NAMES = 2


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per statement in text that a table can be held against."""
    for document in archive.counted:
        yield from _check_document(document, archive.other_names)
        yield from _deviations(document)
    yield from _check_audits(archive)


def _check_audits(archive: Archive) -> Iterator[Outcome]:
    """Hold what an audit report tells of a year against the tables of the annual report that it is about."""
    reports: dict[tuple[str | None, int | None], list[ArchiveDocument]] = defaultdict(list)
    for document in archive.counted:
        if document.classification.kind == "annual_report" and document.entity_id:
            reports[document.entity_id, document.classification.fiscal_year].append(document)
    for audit in archive.counted:
        about = reports.get((audit.entity_id, audit.classification.fiscal_year), [])
        if audit.classification.kind != "audit_report" or len(about) != 1:
            continue
        (report,) = about
        in_tables: dict[Key, list[Figure]] = defaultdict(list)
        for key, figure in keyed(report):
            if figure.origin == "table":
                in_tables[key].append(figure)
        steps = Steps(report)
        for key, figure in keyed(audit):
            if figure.origin == "prose" and key in in_tables:
                yield from _check_fact(audit, steps, [figure], in_tables[key], report)


def _check_document(document: ArchiveDocument, names: Mapping[str, tuple[str, ...]]) -> Iterator[Outcome]:
    facts = {table.table_id for table in document.tables if table.kind == "facts"}
    in_text: dict[Key, list[Figure]] = defaultdict(list)
    in_tables: dict[Key, list[Figure]] = defaultdict(list)
    for key, figure in keyed(document):
        is_text = figure.origin == "prose" or figure.table_id in facts
        (in_text if is_text else in_tables)[key].append(figure)
    steps = Steps(document)
    for key, told in in_text.items():
        if key in in_tables:
            for outcome in _check_fact(document, steps, told, in_tables[key]):
                yield _with_names(outcome, names)


def _deviations(document: ArchiveDocument) -> Iterator[Outcome]:
    """Yield the deviations from the budget that a text states: a warning at most, where most of the page agree."""
    stated = list(stated_deviations(document))
    for one in stated:
        about = about_figure(NAME, document, one.figure)
        key = [one.figure.figure_id, *(figure.figure_id for figure in one.other.figures), "deviation"]
        same_page = [other for other in stated if other.figure.page == one.figure.page and other is not one]
        agreeing = sum(other.judgement.holds for other in same_page)
        judgement, finding = one.judgement, None
        if not judgement.holds and (agreeing < ENOUGH or agreeing < len(same_page)):
            judgement = Judgement("not_checkable", judgement.residual, judgement.tolerance, "perhaps another deviation")
        elif not judgement.holds:
            finding = _deviation_finding(document, one)
        yield judged(about, key, judgement, abs(one.figure.value), finding)
    for figure, largest in too_large(document):
        finding = _too_large(document, figure, largest)
        judgement = Judgement("inconsistent", abs(figure.value) - abs(largest.value), figure.half_width, "unit slip")
        yield judged(about_figure(NAME, document, figure), [figure.figure_id, "size"], judgement, abs(figure.value), finding)


def _deviation_finding(document: ArchiveDocument, one: Stated) -> Finding:
    figure = one.figure
    table, apart = amount_like(figure, one.other.value), amount_like(figure, abs(one.judgement.residual))
    page, other_page = figure.page, one.other.figures[0].page
    name = figure.subject or " ".join(figure.label.split())
    return make_finding(
        about_figure(NAME, document, figure),
        "warning",
        Message(
            f"{name}: avvikelsen mot budget är {printed(figure)} i texten (s. {page}) men {table} i tabellen (s. {other_page}); "
            f"skillnaden är {apart}.",
            f"{name}: the deviation from the budget is {printed(figure)} in the text (p. {page}) but {table} in the table "
            f"(p. {other_page}); the difference is {apart}.",
        ),
        [evidence_of(figure, "prose"), *(evidence_of(other, "table") for other in one.other.figures)],
        expected=one.other.value,
        actual=figure.value,
        difference=one.judgement.residual,
        tolerance=one.judgement.tolerance,
    )


def _too_large(document: ArchiveDocument, figure: Figure, largest: Figure) -> Finding:
    meant = amount(figure.value / THOUSAND, max(Decimal(1), scale_of(figure) / THOUSAND))
    told, most = printed(figure), printed(largest)
    return make_finding(
        about_figure(NAME, document, figure),
        "warning",
        Message(
            f"Avvikelsen mot budget anges till {told} (s. {figure.page}), mer än det största beloppet i dokumentets tabeller, "
            f"{most} (s. {largest.page}). Troligen fel enhet: {meant}.",
            f"The deviation from the budget is given as {told} (p. {figure.page}), more than the largest amount in the tables, "
            f"{most} (p. {largest.page}). Probably the wrong unit: {meant}.",
        ),
        [evidence_of(figure, "stated"), evidence_of(largest, "other")],
        expected=figure.value / THOUSAND,
        actual=figure.value,
        difference=figure.value - figure.value / THOUSAND,
    )


def _with_names(outcome: Outcome, names: Mapping[str, tuple[str, ...]]) -> Outcome:
    """Say in a finding under which other names its subject is known, for a reader who looks for one of them on the page."""
    finding = outcome.finding
    if finding is None or not finding.subject:
        return outcome
    spelt = {fold(name): name for name in reversed(names.get(finding.subject, ())) if fold(name) != fold(finding.subject)}
    if not spelt:
        return outcome
    told = ", ".join(f"”{name}”" for name in list(spelt.values())[::-1][:FEW_NAMES])
    also = {
        "message_sv": f"{finding.message_sv} Kallas också {told}.",
        "message_en": f"{finding.message_en} Also called {told}.",
    }
    return Outcome(outcome.check, finding.model_copy(update=also))


def _check_fact(
    document: ArchiveDocument, steps: Steps, told: list[Figure], stated: list[Figure], report: ArchiveDocument | None = None
) -> Iterator[Outcome]:
    """Judge what text tells by the nearest statement of tables, those of `report` where that is another document."""
    pairs = [(figure, *_nearest(steps, figure, stated)) for figure in told]
    confirmed = any(judgement.holds for _, _, judgement in pairs)
    for figure, other, judgement in pairs:
        about = about_figure(NAME, document, figure)
        key = [figure.figure_id, other.figure_id]
        if not judgement.holds and (confirmed or (is_far(figure, other) and not figure.subject)):
            note = "another statement in the text agrees" if confirmed else "hardly the same fact"
            unknown = Judgement("not_checkable", judgement.residual, judgement.tolerance, note)
            yield judged(about, key, unknown, figure.value)
        else:
            yield judged(about, key, judgement, figure.value, _finding((document, report or document), figure, other, judgement))


def _nearest(steps: Steps, figure: Figure, stated: list[Figure]) -> tuple[Figure, Judgement]:
    """Return the table's statement that comes nearest to the text."""
    judged_pairs = [(other, compare(figure, other, steps.step(figure), steps.step(other))) for other in stated]
    return min(judged_pairs, key=lambda pair: (not pair[1].holds, abs(pair[1].residual), pair[0].figure_id))


def _finding(
    documents: tuple[ArchiveDocument, ArchiveDocument], figure: Figure, other: Figure, judgement: Judgement
) -> Finding | None:
    document, report = documents
    about = about_figure(NAME, document, figure)
    subject = figure.subject or " ".join(other.label.split())
    if judgement.holds:
        if judgement.explanation != ROUNDED_UP or max(figure.quantum, other.quantum) >= THOUSAND:
            return None
        severity: Severity = "notice"
        name = Message(f"{subject} {figure.fiscal_year}, uppåt avrundat", f"{subject} {figure.fiscal_year}, rounded up")
    else:
        doubtful = (
            is_shaky([figure, other]) or is_far(figure, other) or is_scanned(document, [figure]) or is_scanned(report, [other])
        )
        severity = "warning" if doubtful else "error"
        name = Message(f"{subject} {figure.fiscal_year}: texten och tabellen", f"{subject} {figure.fiscal_year}: text and table")
    return make_finding(
        about,
        severity,
        difference_message(name, (figure, document.file_name), (other, report.file_name), documents),
        [evidence_of(figure, "prose"), evidence_of(other, "table")],
        expected=other.value,
        actual=figure.value,
        difference=judgement.residual,
        tolerance=judgement.tolerance,
    )
