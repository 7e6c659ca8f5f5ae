"""A stated share follows from the amounts stated: equity of the year's contributions, equity of all assets.

In a table the amounts of the same column decide, and only where most columns agree; in text the amounts that the document states
for the year. Shares that are stated roughly (`ca 29 %`) are given a unit more.

By hand: equity 820 526 of contributions 2 832 000 is 28,97 %, printed 29 %: agrees. 465 000 of 2 756 000 is 16,87 %, printed
16,9 %: agrees; 19,6 % would be a warning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, is_scanned, judged, make_finding
from pipeline.judging.verdict import Judgement
from pipeline.judging.wording import number, place, printed
from schemas.amount import Interval
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding, Verdict

NAME = "ratio"
SHARES = {
    "ratio.equity_share": (("equity.closing", "equity.opening"), ("income.contributions",)),
    "ratio.solidity": (("equity.closing", "equity.total"), ("assets.total", "equity_and_liabilities.total")),
}
"""Share: what is divided, by what."""
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")


class Share(NamedTuple):
    """A stated share with the amounts that it should follow from."""

    share: Figure
    part: Figure
    whole: Figure
    judgement: Judgement


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per stated share whose amounts are known."""
    for document in archive.counted:
        by_table: dict[tuple[str | None, str | None], list[Share]] = defaultdict(list)
        for figure in document.figures:
            share = _share(document, figure) if figure.concept in SHARES and figure.unit == "percent" else None
            if share is not None:
                by_table[figure.table_id, figure.concept].append(share)
        for (table_id, _), shares in by_table.items():
            holding = sum(share.judgement.holds for share in shares)
            is_sure = table_id is None or 0 < 2 * holding >= len(shares)
            yield from (_outcome(document, share, is_sure=is_sure) for share in shares)


def _share(document: ArchiveDocument, figure: Figure) -> Share | None:
    """Return the share with the pair of amounts that fits it best; None where a part is unknown."""
    parts, wholes = SHARES[figure.concept or ""]
    found = [
        Share(figure, part, whole, _judge(figure, part, whole))
        for part in _amounts(document, figure, parts)
        for whole in _amounts(document, figure, wholes)
        if whole.natural > 0 and figure.value_high is None
    ]
    return min(found, key=lambda one: (not one.judgement.holds, abs(one.judgement.residual), one.part.figure_id), default=None)


def _amounts(document: ArchiveDocument, figure: Figure, concepts: Sequence[str]) -> list[Figure]:
    """Return the amounts of the figure's year and scenario: of its own table where it has any, else of the document."""
    found = [
        other
        for other in document.figures
        if other.concept in concepts and other.unit == "SEK" and other.fiscal_year == figure.fiscal_year and _is_level(other)
    ]
    own = [other for other in found if other.table_id == figure.table_id and other.table_id is not None]
    return own or found


def _is_level(figure: Figure) -> bool:
    return not figure.change and figure.value_high is None and not figure.subject and figure.fiscal_year is not None


def _judge(share: Figure, part: Figure, whole: Figure) -> Judgement:
    computed = HUNDRED * part.natural / whole.natural
    hundred = Interval(low=HUNDRED, high=HUNDRED)
    width = _wide(part) * hundred / _wide(whole)
    tolerance = width.half_width + share.quantum * (Decimal(1) if share.approximate else Decimal("0.5"))
    residual = share.value - computed
    verdict: Verdict = "within_rounding" if abs(residual) <= tolerance else "inconsistent"
    return Judgement(verdict, residual, tolerance)


def _wide(figure: Figure) -> Interval:
    """Return the interval of an amount; one stated roughly is given a step more."""
    half = figure.half_width + (figure.quantum if figure.approximate else 0)
    return Interval(low=figure.natural - half, high=figure.natural + half)


def _outcome(document: ArchiveDocument, one: Share, *, is_sure: bool) -> Outcome:
    about = about_figure(NAME, document, one.share)
    key = [one.share.figure_id, one.part.figure_id, one.whole.figure_id]
    judgement = one.judgement
    if not judgement.holds and not is_sure:
        judgement = Judgement("not_checkable", judgement.residual, judgement.tolerance, "perhaps a share of something else")
    finding = _finding(document, one) if judgement.verdict == "inconsistent" else None
    return judged(about, key, judgement, one.share.value, finding)


def _finding(document: ArchiveDocument, one: Share) -> Finding:
    computed = (one.share.value - one.judgement.residual).quantize(TENTH)
    file = document.file_name
    part, whole = (f"{printed(figure)} ({place(figure, file)})" for figure in (one.part, one.whole))
    scanned = is_scanned(document, [one.share, one.part, one.whole])
    year = one.share.fiscal_year
    return make_finding(
        about_figure(NAME, document, one.share),
        "warning",
        Message(
            f"Andelen {printed(one.share)} för {year} ({place(one.share, file)}): {part} av {whole} är {number(computed)} %."
            + (" Sidan är skannad." if scanned else ""),
            f"The share of {printed(one.share)} for {year} ({place(one.share, file)}): {part} of {whole} is {number(computed)} %."
            + (" The page was scanned." if scanned else ""),
        ),
        [evidence_of(one.share, "stated"), evidence_of(one.part, "item"), evidence_of(one.whole, "total")],
        expected=computed,
        actual=one.share.value,
        difference=one.judgement.residual,
        tolerance=one.judgement.tolerance,
    )
