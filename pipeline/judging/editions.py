"""Older editions of a document: which of their figures the newer one prints otherwise, and what is still worth saying of them.

What both editions print alike is told of the newer one. By hand: the first edition prints a total of -62 079 whose rows give
-62 051, the second prints -62 049: the error is told of the first, with what the second says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.judging.outcome import Outcome
from pipeline.judging.wording import place, printed
from schemas.archive import Archive, ArchiveDocument
from schemas.figure import Figure
from schemas.finding import Finding

Key = tuple[str, str, str, int]
Accused = tuple[str, str, str]
"""Rule, document and figure of a finding."""


def figures_by_name(document: ArchiveDocument) -> dict[Key, Figure]:
    """Return the figures by what names them (table, row, column; for text its words); the n-th of the same names is counted."""
    titles = {table.table_id: table.title for table in document.tables}
    seen: Counter[tuple[str, str, str]] = Counter()
    found: dict[Key, Figure] = {}
    for figure in sorted(document.figures, key=lambda one: (one.page, round(one.box.top), one.box.x0)):
        label = re.sub(r"[\d\s]+", " ", figure.label) if figure.origin == "prose" else figure.label
        name = (titles.get(figure.table_id or "", ""), label, figure.column_header)
        found[*name, seen[name]] = figure
        seen[name] += 1
    return found


def told_once(archive: Archive, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes, without the findings on older editions that the newer one repeats; the others name the newer figure."""
    given = list(outcomes)
    newer = _newer_figures(archive)
    accused = {key for outcome in given if (key := _accused(outcome.finding)) is not None}
    for outcome in given:
        key = _accused(outcome.finding)
        if outcome.finding is None or key is None or key[2] not in newer:
            yield outcome
            continue
        document, figure = newer[key[2]]
        if (key[0], document.document_id, figure.figure_id) in accused:
            yield Outcome(outcome.check.model_copy(update={"finding_id": None}))
        else:
            yield Outcome(outcome.check, _with_newer(outcome.finding, document, figure))


def _accused(finding: Finding | None) -> Accused | None:
    first = finding.evidence[0] if finding and finding.evidence else None
    return (finding.rule, first.document_id, first.figure_id) if finding and first and first.figure_id else None


def _newer_figures(archive: Archive) -> Mapping[str, tuple[ArchiveDocument, Figure]]:
    """Return the newer edition's figure for each figure of an older edition, by the older one's id."""
    by_id = {document.document_id: document for document in archive.documents}
    found: dict[str, tuple[ArchiveDocument, Figure]] = {}
    for old in archive.documents:
        new = by_id.get(old.superseded_by or "")
        if new is not None:
            after = figures_by_name(new)
            found |= {one.figure_id: (new, after[name]) for name, one in figures_by_name(old).items() if name in after}
    return found


def _with_newer(finding: Finding, document: ArchiveDocument, figure: Figure) -> Finding:
    """Say what the newer edition prints in the place of an accused figure."""
    where = f"{printed(figure)} ({place(figure, document.file_name)})"
    is_same = figure.value == finding.actual
    word = ("står det också", "it is also printed as") if is_same else ("är det ändrat till", "it was changed to")
    update = {
        "message_sv": f"{finding.message_sv} Äldre utgåva; i den nyare {word[0]} {where}.",
        "message_en": f"{finding.message_en} An older edition; in the newer one {word[1]} {where}.",
    }
    return finding.model_copy(update=update)
