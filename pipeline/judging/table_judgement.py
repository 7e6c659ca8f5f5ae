"""Judge all tables of a document by all their identities at once; `table.total` and `table.row` each tell their part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.judging.across_tables import cross_identities
from pipeline.judging.blame import Accusation, accuse
from pipeline.judging.causes import WEAK, cause_of
from pipeline.judging.covers import total_identities
from pipeline.judging.explain import Cause
from pipeline.judging.grid import Grid, Line, Ref, grids_of
from pipeline.judging.identities import Identity, Values
from pipeline.judging.outcome import (
    Message,
    Outcome,
    about_figure,
    evidence_of,
    is_scanned,
    is_shaky,
    judged,
    make_check,
    make_finding,
)
from pipeline.judging.row_identities import row_identities
from pipeline.judging.verdict import Judgement
from pipeline.judging.wording import amount_like, printed
from schemas.archive import ArchiveDocument
from schemas.figure import CONFIRMED, Figure
from schemas.finding import Finding, Severity, Verdict

SCANNED = Message("Sidan är skannad.", "The page was scanned.")
CONFIRMED_SCAN = Message(
    "Sidan är skannad; talet lästes om två gånger och var detsamma.",
    "The page was scanned; two more readings gave the same number.",
)
UNKNOWN = "which rows it covers is unknown"
AVERAGE = "perhaps an average, not a sum"
MINUS = Message(
    "Troligen fel tecken, i dokumentet eller i läsningen.",
    "Probably the wrong sign, in the document or in the reading.",
)
COLUMNS = ("kolumnernas summa", "the sum of the columns")
FEW_COLUMNS = 2
MAX_ITEMS = 40
STATEMENTS = {"cash_flow": "statement.cash", "balance_sheet": "statement.balance"}
FEWEST_ROWS = 3


@dataclass(frozen=True)
class Judged:
    """The tables of a document with everything that was found out about them."""

    document: ArchiveDocument
    """The document."""
    grids: Mapping[str, Grid]
    """Its tables, by table_id."""
    figures: Mapping[Ref, Figure]
    """All their figures."""
    identities: tuple[Identity, ...]
    """All identities."""
    corrected: Values
    """The figures with wrong ones replaced."""
    accusations: tuple[Accusation, ...]
    """Who was accused."""
    unknown: tuple[tuple[Grid, Line], ...]
    """Totals whose rows could not be told."""
    hoped: tuple[Identity, ...] = ()
    """Sums that only a misread digit could make hold."""

    @property
    def values(self) -> Values:
        """The figures as printed."""
        return Values(self.figures, {})


def judge_tables(document: ArchiveDocument) -> Judged:
    """Find and judge the identities of all tables of a document, once however many rules ask."""
    known = document.reckoned.get("tables")
    if not isinstance(known, Judged):
        known = document.reckoned["tables"] = _judge_tables(document)
    return known


def _judge_tables(document: ArchiveDocument) -> Judged:
    grids = grids_of(document)
    figures = {ref: figure for grid in grids for ref, figure in grid.figures.items()}
    totals = [identity for grid in grids for identity in total_identities(grid)]
    totals += cross_identities(grids, figures)
    found = (*totals, *(identity for grid in grids for identity in row_identities(grid)))
    ambiguous = {(grid.table.table_id, col) for grid in grids for col in grid.ambiguous}
    clear = [one for one in found if not any((ref[0], ref[2]) in ambiguous for ref in one.cells)]
    identities = tuple(one for one in clear if not one.hoped)
    scanned = frozenset(ref for ref, figure in figures.items() if figure.page in document.scanned_pages)
    sure = [identity for identity in identities if identity.sure]
    corrected, accusations = accuse(Values(figures, {}), sure, scanned)
    told = {(one.target[0], one.target[1]) for one in identities if one.rule == "table.total"}
    unknown = tuple(
        (grid, line)
        for grid in grids
        for line in grid.lines[1:]
        if line.is_target and (grid.table.table_id, line.row) not in told
    )
    by_id = {grid.table.table_id: grid for grid in grids}
    hoped = tuple(one for one in clear if one.hoped)
    return Judged(document, by_id, figures, identities, corrected, accusations, unknown, hoped)


def outcomes(judged_tables: Judged, rule: str) -> Iterator[Outcome]:
    """Yield the outcomes of the identities of one rule; the finding goes with the first identity that it rests on."""
    by_identity = {id(identity): one for one in judged_tables.accusations for identity in (*one.identities, *one.also)}
    findings = {id(one): _finding(judged_tables, one) for one in judged_tables.accusations}
    raised: set[str] = set()
    for identity in judged_tables.identities:
        if told_as(judged_tables, identity) != rule:
            continue
        accusation = by_identity.get(id(identity))
        finding = findings[id(accusation)] if accusation else None
        outcome = _outcome(judged_tables, identity, accusation, finding)
        is_first = finding is not None and finding.rule == rule and finding.finding_id not in raised
        if finding is not None and is_first:
            raised.add(finding.finding_id)
        yield outcome if accusation is None or is_first else Outcome(outcome.check)
    if rule == "table.total":
        for grid, line in judged_tables.unknown:
            figure = grid.figures[next(iter(line.cells.values()))]
            about = about_figure(rule, judged_tables.document, figure)
            key = [figure.figure_id, "unknown"]
            yield Outcome(make_check(about, key, "not_checkable", stated=figure.value, explanation=UNKNOWN))


def told_as(tables: Judged, identity: Identity) -> str:
    """Return the rule under which an identity is reported: sums of a cash flow or a balance sheet have names of their own."""
    kind = tables.grids[identity.target[0]].table.kind
    return STATEMENTS.get(kind, identity.rule) if identity.rule == "table.total" else identity.rule


def _outcome(tables: Judged, identity: Identity, accusation: Accusation | None, finding: Finding | None) -> Outcome:
    figure = tables.figures[identity.target]
    about = about_figure(told_as(tables, identity), tables.document, figure)
    key = [figure.figure_id, *(tables.figures[ref].figure_id for _, ref in identity.terms)]
    judgement = tables.values.judge(identity)
    if not identity.sure:
        return _unsure(tables, identity, judgement, key)
    if accusation is not None and _is_average(tables, accusation):
        judgement = Judgement("not_checkable", judgement.residual, judgement.tolerance, AVERAGE)
    elif accusation is not None:
        is_misread = accusation.misread == "misread digit"
        cause = accusation.misread if is_misread else _cause_name(_cause(tables, accusation)) or accusation.misread
        verdict: Verdict = "explained" if is_misread else "inconsistent"
        judgement = Judgement(verdict, judgement.residual, judgement.tolerance, cause)
    elif not judgement.holds and tables.corrected.judge(identity).holds:
        judgement = Judgement("explained", judgement.residual, judgement.tolerance, "follows from another figure")
    return judged(about, key, judgement, figure.value, finding)


def _unsure(tables: Judged, identity: Identity, judgement: Judgement, key: Sequence[object]) -> Outcome:
    """A row called `Summa` that closes in no column: a warning on a born-digital page, else not checkable."""
    figure = tables.figures[identity.target]
    about = about_figure(told_as(tables, identity), tables.document, figure)
    figures = [tables.figures[ref] for ref in identity.cells]
    if judgement.holds:
        return judged(about, key, judgement, figure.value)
    if is_scanned(tables.document, figures) or is_shaky(figures):
        return judged(about, key, Judgement("not_checkable", judgement.residual, judgement.tolerance, UNKNOWN), figure.value)
    accusation = Accusation(identity.target, figure.value - judgement.residual, (identity,))
    return judged(about, key, judgement, figure.value, _finding(tables, accusation, "warning"))


def _finding(tables: Judged, accusation: Accusation, severity: Severity = "error") -> Finding | None:
    if accusation.misread == "misread digit" or _is_average(tables, accusation):
        return None
    figure = tables.figures[accusation.ref]
    told = accusation.identities[0]
    figures = [tables.figures[ref] for ref in told.cells]
    scanned = is_scanned(tables.document, figures)
    if (
        accusation.misread
        or is_shaky(figures)
        or _is_doubtful(told, accusation, scanned=scanned, unread=figure.page in tables.document.unread_pages)
        or _is_far_off(tables, accusation)
        or _is_left_out(tables, accusation)
    ):
        severity = "warning"
    about = about_figure(told_as(tables, told), tables.document, figure)
    taking_part = dict.fromkeys(ref for identity in (told, *accusation.identities) for ref in identity.cells)
    others = [ref for ref in taking_part if ref != accusation.ref][:MAX_ITEMS]
    roles = {told.target: "total"}
    evidence = [evidence_of(figure, "stated"), *(evidence_of(tables.figures[ref], roles.get(ref, "item")) for ref in others)]
    return make_finding(
        about,
        severity,
        _message(tables, accusation, scanned=scanned),
        evidence,
        expected=accusation.expected,
        actual=figure.value,
        difference=figure.value - accusation.expected,
        tolerance=tables.values.judge(told).tolerance,
    )


def _is_doubtful(told: Identity, accusation: Accusation, *, scanned: bool, unread: bool) -> bool:
    """Tell whether something else than a wrong figure may be the matter.

    A covered sum prints nothing in this column, little speaks for the cover, a page was scanned and only one identity fails or
    some of its numbers became nothing, or the row disagrees while the column's sum holds with the printed figure.
    """
    is_weak = (told.weak or scanned) and len(accusation.identities) == 1
    is_weak = is_weak or (scanned and unread)
    return told.partial or is_weak or (told.rule == "table.row" and bool(accusation.kept))


def _stands_alone(tables: Judged, accusation: Accusation) -> bool:
    """Tell whether a stated sum is accused by its rows alone and no cause comes to mind."""
    told = accusation.identities[0]
    is_sum = told.rule == "table.total" and accusation.ref == told.target
    cause = _cause(tables, accusation)
    return is_sum and len(accusation.identities) == 1 and (cause is None or cause.name in WEAK)


def _is_average(tables: Judged, accusation: Accusation) -> bool:
    """Tell whether a stated sum lies among its own rows, all of one sign: a mean or a share, such as inhabitants per library."""
    told = accusation.identities[0]
    rows = [sign * tables.values.value(ref) for sign, ref in told.terms]
    if len(rows) < FEWEST_ROWS or min(rows) * max(rows) <= 0:
        return False
    return min(rows) <= tables.values.value(told.target) <= max(rows) and _stands_alone(tables, accusation)


def _is_far_off(tables: Judged, accusation: Accusation) -> bool:
    """Tell whether a stated sum is less than half or more than twice what its rows give, and nothing explains it."""
    stated, expected = tables.figures[accusation.ref].value, accusation.expected
    return abs(stated - expected) * 2 > max(abs(stated), abs(expected)) and _stands_alone(tables, accusation)


def _is_left_out(tables: Judged, accusation: Accusation) -> bool:
    """Tell whether the difference is a row that only another table of the page has: all sums over this one's cells lack it."""
    cause = _cause(tables, accusation)
    return cause is not None and cause.name == "row of another table"


def _cause(tables: Judged, accusation: Accusation) -> Cause | None:
    return cause_of(tables.values, tables.grids, accusation)


def _cause_name(cause: Cause | None) -> str | None:
    return cause.name if cause else None


def _message(tables: Judged, accusation: Accusation, *, scanned: bool) -> Message:
    figure = tables.figures[accusation.ref]
    told = accusation.identities[0]
    expected = amount_like(figure, accusation.expected)
    difference = amount_like(figure, abs(figure.value - accusation.expected))
    sv, en = _need(tables, told, accusation.ref)
    sv = f"{_name(figure)}: tryckt är {printed(figure)}, men {sv} {expected}; skillnaden är {difference}."
    en = f"{_name(figure)}: {printed(figure)} is printed, but {en} {expected}; the difference is {difference}."
    tails = [_support(tables, accusation)]
    cause = _cause(tables, accusation)
    if accusation.misread == "lost minus":
        tails.append(MINUS)
    elif cause:
        tails.append(cause.message)
    if scanned:
        tails.append(CONFIRMED_SCAN if figure.confidence == CONFIRMED else SCANNED)
    told_tails = [tail for tail in tails if tail]
    return Message(" ".join([sv, *(tail.sv for tail in told_tails)]), " ".join([en, *(tail.en for tail in told_tails)]))


def _name(figure: Figure) -> str:
    header = " ".join(figure.column_header.split())
    label = " ".join(figure.label.split()) or "Summa"
    return f"{label} ({header})" if header else label


def _need(tables: Judged, told: Identity, ref: Ref) -> tuple[str, str]:
    """Return in words what gives or needs the expected value."""
    if told.rule == "table.total" and ref == told.target:
        return "raderna ger", "the rows give"
    basis = _basis(tables, told)
    if ref == told.target:
        return f"{basis[0]} ger", f"{basis[1]} gives"
    if told.rule == "table.row":
        header = " ".join(tables.figures[told.target].column_header.split())
        return f"{header} = {told.word} kräver", f"{header} = {told.word} needs"
    return f"{basis[0]} kräver", f"{basis[1]} needs"


def _basis(tables: Judged, told: Identity) -> tuple[str, str]:
    if told.rule == "table.row":
        return (told.word, told.word) if len(told.terms) <= FEW_COLUMNS else COLUMNS
    label = " ".join(tables.figures[told.target].label.split())
    return f"summan ”{label}”", f"the total “{label}”"


def _support(tables: Judged, accusation: Accusation) -> Message | None:
    """Say which other identities need the expected value, or which ones agree with the printed one."""
    more = [one for one in accusation.identities[1:] if one.target != accusation.ref or one.rule == "table.row"]
    names = [_basis(tables, identity) for identity in more]
    if names:
        sv, en = _listed([one[0] for one in names], "och"), _listed([one[1] for one in names], "and")
        return Message(f"Även {sv} stämmer bara med det talet.", f"This number also makes {en} hold.")
    if accusation.also:
        return _also(tables, accusation)
    kept = [_basis(tables, identity) for identity in accusation.kept]
    if kept:
        sv, en = _listed([one[0] for one in kept], "och"), _listed([one[1] for one in kept], "and")
        return Message(
            f"{sv[0].upper()}{sv[1:]} stämmer med det tryckta, så felet kan ligga i en rad.",
            f"With the printed number {en} holds, so a row may be wrong instead.",
        )
    return None


def _also(tables: Judged, accusation: Accusation) -> Message:
    """Say which other sums of the row are off by as much: then its figures agree, and the rows above are to be looked at."""
    figures = {one.target: tables.figures[one.target] for one in accusation.also}
    told = ", ".join(f"{' '.join(one.column_header.split())} ({printed(one)})" for one in figures.values())
    return Message(
        f"Detsamma gäller {told}; radens tal stämmer sinsemellan, så en rad kan saknas eller ha ändrats.",
        f"The same holds for {told}; the figures of the row agree, so a row may be missing or was amended.",
    )


def _listed(names: Sequence[str], word: str) -> str:
    """Return names as a sentence lists them: `a, b and c`."""
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last
