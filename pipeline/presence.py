"""Which file holds which document, as it changes from run to run: what was replaced by another file, and what is gone.

A file that holds another document than before, of the same kind and about the same year or meeting, is a new edition: the old
document leaves the warehouse, and what it stated stays in the history. Any other document whose file is no longer there stays,
since an archive outlives the folders that it was fed from; the run names it, and `--prune` takes it out as well. What is in a
folder or archive that could not be looked into is not missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.archive import Gathered
from pipeline.load import Warehouse
from schemas.run import Entry


@dataclass
class Presence:
    """What became of the files that were known before."""

    replaced: list[str] = field(default_factory=list)
    """Documents that gave way to another one in the same file."""
    missing: list[str] = field(default_factory=list)
    """Full paths of files that were there once and are gone, their documents still in the warehouse."""
    pruned: list[str] = field(default_factory=list)
    """Documents whose files are gone and that are taken out."""
    overwritten: list[str] = field(default_factory=list)
    """Full paths of files that hold something else now, the document that they held still in the warehouse."""

    @property
    def leaving(self) -> list[str]:
        """Documents that leave the warehouse."""
        return [*self.replaced, *self.pruned]


def compare(known: Mapping[str, str], gathered: Gathered, about: Mapping[str, tuple[str, str]], *, prune: bool) -> Presence:
    """Tell what became of the files that were known before.

    Args:
        known: the document of each file, by full path, as of the last run.
        gathered: what is there now.
        about: kind of a document and its year or meeting date, `""` where unknown.
        prune: whether documents whose files are gone leave.
    """
    presence = Presence()
    gone = _gone(known, gathered)
    held = {document_id for place, document_id in {**known, **gathered.places}.items() if place not in gone}
    for place, document_id in sorted(known.items()):
        if document_id in held or document_id in presence.leaving:
            continue
        if place in gathered.places and _same_thing(about.get(document_id), about.get(gathered.places[place])):
            presence.replaced.append(document_id)
        elif prune:
            presence.pruned.append(document_id)
        else:
            (presence.missing if place in gone else presence.overwritten).append(place)
    return presence


def _gone(known: Mapping[str, str], gathered: Gathered) -> set[str]:
    """Return the files that were known, were looked for, and are not there."""
    absent = (place for place in known if place not in gathered.places)
    return {place for place in absent if _within(place, gathered.roots) and not _within(place, gathered.unseen)}


def _within(place: str, roots: Sequence[str]) -> bool:
    return any(place == root or place.startswith((f"{root.rstrip('/')}/", f"{root}!")) for root in roots)


def _same_thing(old: tuple[str, str] | None, new: tuple[str, str] | None) -> bool:
    return old is not None and old == new and old[1] != ""


def settle(warehouse: Warehouse, gathered: Gathered, entries: Iterable[Entry], *, prune: bool) -> Presence:
    """Take out the documents that leave, with what they embed, and note which file holds which document now."""
    known = {row[0]: row[1] for row in warehouse.rows("SELECT place, document_id FROM avstam.files")}
    about = _about(warehouse, entries)
    presence = compare(known, gathered, about, prune=prune)
    for document_id in _with_embedded(warehouse, presence.leaving, set(gathered.places.values())):
        warehouse.remove_document(document_id)
    forgotten = _gone(known, gathered) - set(presence.missing)
    kept = {place: document_id for place, document_id in known.items() if place not in forgotten}
    warehouse.load_files({**kept, **gathered.places}, missing=presence.missing)
    return presence


def _about(warehouse: Warehouse, entries: Iterable[Entry]) -> dict[str, tuple[str, str]]:
    rows = warehouse.rows("SELECT document_id, kind, meeting_date, fiscal_year FROM avstam.documents")
    stored = {row[0]: (row[1], row[2].isoformat() if row[2] else str(row[3] or "")) for row in rows}
    read = {entry.source.document_id: (entry.summary.kind, entry.summary.when) for entry in entries if not entry.summary.fatal}
    return {**stored, **read}


def _with_embedded(warehouse: Warehouse, leaving: Sequence[str], held: set[str]) -> list[str]:
    """Return the documents that leave, and those that were found nowhere but in them."""
    inside = warehouse.rows("SELECT document_id, parent_document_id FROM avstam.documents WHERE parent_document_id IS NOT NULL")
    found = list(leaving)
    for document_id in found:  # grows while it is walked: what is embedded may embed
        found += [child for child, parent in inside if parent == document_id and child not in held and child not in found]
    return found
