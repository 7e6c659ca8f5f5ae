"""Figures that a newer edition of a document prints otherwise than the older one are a revision: a notice, no contradiction.

The newest edition counts (the date of the file decides; a file called old is older); the older ones are left out of all rules but
this one. Figures are the same when table, row and column have the same names, or the sentence around them the same words.

By hand: the first edition of a report prints a total of -62 079 tkr, the second -62 049 tkr: one figure changed, by 30 tkr.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.judging.editions import figures_by_name
from pipeline.judging.outcome import About, Message, Outcome, evidence_of, make_check, make_finding
from pipeline.judging.wording import printed
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.figure import Figure
from schemas.finding import Finding

NAME = "document.revision"
NAMED = 5
SHOWN = 20


class Change(NamedTuple):
    """A figure in both editions."""

    old: Figure
    new: Figure


def check(archive: Archive, _settings: Settings) -> Iterator[Outcome]:
    """Yield one outcome per older edition."""
    by_id = {document.document_id: document for document in archive.documents}
    for old in archive.documents:
        if old.superseded_by is not None:
            yield _outcome(old, by_id[old.superseded_by])


def _outcome(old: ArchiveDocument, new: ArchiveDocument) -> Outcome:
    before, after = figures_by_name(old), figures_by_name(new)
    changes = [
        Change(before[key], figure) for key, figure in after.items() if key in before and before[key].value != figure.value
    ]
    about = About(NAME, new.entity_id, new.classification.fiscal_year, document_id=new.document_id)
    finding = _finding(about, old, new, changes) if changes else None
    verdict, note = ("explained", f"{len(changes)} figures revised") if finding else ("exact", "no figure changed")
    key = [old.document_id, new.document_id]
    return Outcome(
        make_check(about, key, verdict, explanation=note, finding_id=finding.finding_id if finding else None),  # type: ignore[arg-type]  # one of the verdicts, by the branch above
        finding,
    )


def _finding(about: About, old: ArchiveDocument, new: ArchiveDocument, changes: list[Change]) -> Finding:
    ordered = sorted(changes, key=lambda change: (change.new.page, change.new.box.top, change.new.box.x0))
    told = "; ".join(_told(change) for change in ordered[:NAMED]) + (" …" if len(ordered) > NAMED else "")
    count = len(ordered)
    first = ordered[0]
    return make_finding(
        about,
        "notice",
        Message(
            f"{new.file_name} är en nyare utgåva av {old.file_name}; {count} tal har ändrats: {told}.",
            f"{new.file_name} is a newer edition of {old.file_name}; {count} figures have changed: {told}.",
        ),
        [
            evidence
            for change in ordered[:SHOWN]
            for evidence in (evidence_of(change.new, "stated"), evidence_of(change.old, "other"))
        ],
        expected=first.old.value,
        actual=first.new.value,
        difference=first.new.value - first.old.value,
    )


def _told(change: Change) -> str:
    header = " ".join(change.new.column_header.split())
    label = " ".join(change.new.label.split()) if change.new.origin == "table" else ""
    name = f"{label} ({header})" if header and label else label or header or f"s. {change.new.page}"
    return f"{name} {printed(change.old)} → {printed(change.new)}"
