"""The equity of a coordination association is at most a fifth of its year's contributions.

Source: a recommendation of the national council (Nationella rådet för finansiell samordning), no law. Validity: every year, as
long as nothing else is set. The share, its source and the years that it applies to are settings (`equity_share`,
`equity_source`, `equity_from`, `equity_until`), also for a single body whose board has decided otherwise.

By hand: equity 820 526 and contributions 2 832 000: 820 526 / 2 832 000 = 29 %, more than 20 % (566 400): a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.judging.outcome import Message, Outcome, about_figure, evidence_of, make_check, make_finding
from pipeline.judging.wording import amount_like, number, printed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "limit.equity"
STEPS = (Decimal("0.1"), Decimal("0.01"), Decimal("0.001"))
"""Decimals of a share: more where fewer would print the limit itself."""
CONTRIBUTIONS = "income.contributions"
COUNCIL = Message("rekommendation av Nationella rådet", "a recommendation of the national council")


def check(archive: Archive, settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per report that states its year's equity and contributions."""
    for document in archive.counted:
        own = settings.of(document)
        if (
            _applies(document, own)
            and document.classification.kind in ("annual_report", "interim_report")
            and _is_association(document)
        ):
            equity, contributions = _equity(document), _contributions(document)
            if equity is not None and contributions is not None:
                yield _outcome(document, equity, contributions, own)


def _applies(document: ArchiveDocument, settings: Settings) -> bool:
    """Tell whether the limit is in force for the year of a document."""
    year = document.classification.fiscal_year
    return year is not None and (settings.equity_from or year) <= year <= (settings.equity_until or year)


def _is_association(document: ArchiveDocument) -> bool:
    body = document.classification.body
    return body is not None and "samordningsf" in body.name.casefold()


def _equity(document: ArchiveDocument) -> Figure | None:
    """Return the closing equity of a year's report, the opening one of an interim report."""
    concept = "equity.closing" if document.classification.kind == "annual_report" else "equity.opening"
    return _finest(document, concept, (None, "outcome"))


def _contributions(document: ArchiveDocument) -> Figure | None:
    scenarios = (None, "outcome") if document.classification.kind == "annual_report" else ("budget",)
    return _finest(document, CONTRIBUTIONS, scenarios)


def _finest(document: ArchiveDocument, concept: str, scenarios: tuple[str | None, ...]) -> Figure | None:
    year = document.classification.fiscal_year
    found = [
        figure
        for figure in document.figures
        if figure.concept == concept and figure.fiscal_year == year and figure.scenario in scenarios and _is_level(figure)
    ]
    return min(found, key=lambda figure: (figure.quantum, figure.figure_id), default=None)


def _is_level(figure: Figure) -> bool:
    return figure.unit == "SEK" and not figure.change and not figure.approximate and figure.value > 0


def _outcome(document: ArchiveDocument, equity: Figure, contributions: Figure, settings: Settings) -> Outcome:
    limit = settings.equity_share * contributions.value
    is_over = equity.interval().low > settings.equity_share * contributions.interval().high
    finding = _finding(document, equity, contributions, settings) if is_over else None
    check = make_check(
        about_figure(NAME, document, equity),
        [equity.figure_id, contributions.figure_id],
        "inconsistent" if finding else "exact",
        stated=equity.value,
        computed=limit,
        residual=equity.value - limit,
        explanation="over the recommended share" if finding else "within the recommended share",
        finding_id=finding.finding_id if finding else None,
    )
    return Outcome(check, finding)


def _finding(document: ArchiveDocument, equity: Figure, contributions: Figure, settings: Settings) -> Finding:
    limit = settings.equity_share * contributions.value
    exact, most = 100 * equity.value / contributions.value, number(100 * settings.equity_share)
    share = next((text for step in STEPS if (text := number(exact.quantize(step))) != most), most)
    source = Message(settings.equity_source, settings.equity_source) if settings.equity_source else COUNCIL
    told, year, over = printed(equity), equity.fiscal_year, amount_like(equity, limit)
    return make_finding(
        about_figure(NAME, document, equity),
        "warning",
        Message(
            f"Eget kapital {told} är {share} % av medelstilldelningen {year}, {printed(contributions)}; "
            f"högst {most} % ({over}) enligt {source.sv}.",
            f"Equity of {told} is {share} % of the contributions of {year}, {printed(contributions)}; "
            f"at most {most} % ({over}) according to {source.en}.",
        ),
        [evidence_of(equity, "stated"), evidence_of(contributions, "other")],
        expected=limit,
        actual=equity.value,
        difference=equity.value - limit,
    )
