"""From paths to findings: what one run does, in order, with a warehouse and a report page at the end."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from pipeline.archive import Gathered, Progress, gather, quarantine_of, read, silent
from pipeline.config import Config
from pipeline.corrections import corrections, with_corrections
from pipeline.coverage import UnreadName, expected_documents
from pipeline.errors import TransientError
from pipeline.load import DocumentFacts, LoadReport, Warehouse, open_warehouse
from pipeline.match import Shelf, archive_of
from pipeline.matching.inherited import as_classified
from pipeline.presence import settle
from pipeline.query import changes
from pipeline.reconcile import reconcile
from pipeline.sandbox import Sandbox
from pipeline.store import Store
from pipeline.version import PACKAGE_VERSION, code_version, extractor_version
from schemas.archive import Archive
from schemas.document import Extraction, Source
from schemas.finding import Check, Finding
from schemas.gist import Gist
from schemas.record import stable_id
from schemas.run import Entry, Quarantined, RunResult, TableCount

Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """Return the current time in UTC; the only clock of the pipeline, handed to `run` by its callers."""
    return dt.datetime.now(tz=dt.UTC)


def run(
    paths: Sequence[Path], config: Config, progress: Progress = silent, clock: Clock = now, *, rules: bool = True
) -> RunResult:
    """Do the whole job for `paths`: gather, read, load, reconcile (unless `rules` is False)."""
    gathered = gather(paths, Store(config.store), progress)
    with Sandbox(config.workers, config.limits) as sandbox:
        entries = read([*gathered.sources, *stale_sources(gathered, config)], config, sandbox, progress)
    return feed(entries, gathered, config, progress, clock, rules=rules)


def stale_sources(gathered: Gathered, config: Config) -> list[Source]:
    """Return the documents of the warehouse that another version read and that are not among `gathered`.

    They are read anew from the originals in the store, so that one warehouse never mixes versions.
    """
    store = Store(config.store)
    gathered_ids = {source.document_id for source in gathered.sources}
    with open_warehouse(config.warehouse) as warehouse:
        known = warehouse.rows(
            "SELECT document_id, file_name, source_path, parent_document_id FROM avstam.documents"
            " WHERE extractor_version <> %s ORDER BY source_path, document_id",
            [extractor_version()],
        )
    sources = [Source(document_id=row[0], file_name=row[1], source_path=row[2], parent_document_id=row[3]) for row in known]
    return [source for source in sources if source.document_id not in gathered_ids and store.original(source.document_id)]


def reconcile_warehouse(config: Config, progress: Progress = silent, clock: Clock = now) -> RunResult:
    """Reconcile all that is in the warehouse, whether something changed or not."""
    with open_warehouse(config.warehouse) as warehouse, tempfile.TemporaryFile() as room:
        run_id = warehouse.begin_run("reconcile", PACKAGE_VERSION, clock(), settings_told(config))
        sources = sources_of(warehouse, ())
        archive = load_documents(warehouse, shelf_of(sources, (), config, room), sources, progress, clock)
        checks, findings = reconcile_archive(warehouse, archive, config, progress)
        report = warehouse.end_run(clock(), files_seen=0, files_new=0, files_quarantined=0)
        return _result(warehouse, run_id, report, checks=count_verdicts(checks), findings=findings)


def feed(  # noqa: PLR0913  # the clock and the progress are handed in
    entries: Sequence[Entry],
    gathered: Gathered,
    config: Config,
    progress: Progress = silent,
    clock: Clock = now,
    *,
    rules: bool = True,
) -> RunResult:
    """Load what was read, reconcile the whole warehouse, load what was found; nothing is written when nothing changed."""
    quarantine = quarantine_of(entries, gathered.rejected)
    state = state_of(entries, quarantine, gathered, config) if rules else ""
    with open_warehouse(config.warehouse) as warehouse, tempfile.TemporaryFile() as room:
        if state and (right := corrections(warehouse)):
            state = stable_id(state, *(f"{figure} {value}" for figure, value in sorted(right.items())))
        unchanged = bool(state) and warehouse.last_state() == state
        run_id = warehouse.begin_run("run" if rules else "ingest", PACKAGE_VERSION, clock(), settings_told(config))
        found: dict[str, Any] = {"changed": not unchanged, "entries": tuple(entries), "quarantine": tuple(quarantine)}
        if unchanged:
            warehouse.count_unchanged()
        else:
            presence = settle(warehouse, gathered, entries, prune=config.prune)
            left = set(presence.leaving)
            staying = [one for one in entries if one.source.document_id not in left]
            sources = sources_of(warehouse, staying)
            archive = load_documents(warehouse, shelf_of(sources, staying, config, room), sources, progress, clock)
            released = [entry.source.document_id for entry in entries if entry.summary.fatal is None]
            warehouse.load_quarantine(quarantine, clock(), released)
            found |= {name: tuple(documents) for name, documents in vars(presence).items()}
            if rules:
                checks, findings = reconcile_archive(warehouse, archive, config, progress)
                found |= {"checks": count_verdicts(checks), "findings": findings}
        counts = {
            "files_seen": gathered.files + len(gathered.rejected),
            "files_new": sum(entry.new for entry in entries),
            "files_quarantined": len(quarantine),
        }
        report = warehouse.end_run(clock(), **counts, state=state)
        return _result(warehouse, run_id, report, **found)


def _result(warehouse: Warehouse, run_id: str, report: LoadReport, **parts: Any) -> RunResult:  # noqa: ANN401  # fields, checked by pydantic
    return RunResult(
        run_id=run_id,
        findings_new=len(report.findings_new),
        findings_still=max(0, len(parts.get("findings", ())) - len(report.findings_new)),
        findings_resolved=len(report.findings_resolved),
        rows_changed=report.changed,
        tables={name: TableCount.model_validate(vars(change)) for name, change in sorted(report.tables.items())},
        changes=tuple(changes(warehouse, run_id)),
        refused=tuple(report.refused),
        gaps=int(warehouse.rows("SELECT count(*) FROM avstam.coverage_gaps")[0][0]),
        **parts,
    )


def settings_told(config: Config) -> str:
    """Return the settings of the rules that a run was given, as JSON."""
    return config.settings.model_dump_json(exclude_defaults=True)


def state_of(entries: Iterable[Entry], quarantine: Iterable[Quarantined], gathered: Gathered, config: Config) -> str:
    """Return an id of everything that the warehouse's content depends on; equal means that there is nothing to do."""
    documents = [(entry.source.model_dump_json(), entry.summary.fatal is None, entry.summary.pages_failed) for entry in entries]
    bad = [row.model_dump_json() for row in quarantine]
    files = sorted(gathered.places.items())
    chosen = (config.options.options_id, config.settings.model_dump_json(), config.prune)
    return stable_id(code_version(), *chosen, documents, bad, files)


Sources: TypeAlias = Mapping[str, Source]
"""Where documents came from, by id."""


def shelf_of(sources: Sources, entries: Iterable[Entry], config: Config, room: BinaryIO) -> Shelf:
    """Return what is kept of every document, packed in `room`; `entries` were read just now and must be there."""
    shelf = Shelf(_gists(Store(config.store), sources, config), room)
    _refuse_holes(shelf.outlines, entries)
    return shelf


def load_documents(warehouse: Warehouse, shelf: Shelf, sources: Sources, progress: Progress, clock: Clock) -> Archive:
    """Load every readable document with the subjects that the whole archive shares, one by one, and return that archive."""
    archive = archive_of(shelf)
    moment = clock()
    for number, document in enumerate(archive.documents, start=1):
        source = sources[document.document_id]
        facts = DocumentFacts(
            source_path=source.source_path,
            parent_document_id=source.parent_document_id,
            duplicate_of=document.duplicate_of,
            superseded_by=document.superseded_by,
            ingested_at=moment,
        )
        gist = shelf.gist(document.document_id)
        extraction = as_classified(gist.extraction, document.classification)
        if document.duplicate_of is None:
            warehouse.load_document(_with(gist, extraction), facts, document.figures)
        else:
            warehouse.load_document(_with(gist, _without_facts(extraction)), facts, ())
        progress("load", number, len(archive.documents), source.source_path)
    return archive


def _with(gist: Gist, extraction: Extraction) -> Gist:
    return gist.model_copy(update={"extraction": extraction})


def _without_facts(extraction: Extraction) -> Extraction:
    """Return what is loaded of a copy: its pages and tables; what it states is that of the other and counts once, there."""
    return extraction.model_copy(update={"figures": (), "meetings": (), "decisions": ()})


def _refuse_holes(there: Collection[str], entries: Iterable[Entry]) -> None:
    """Never report success with a hole: what was read must be there to be loaded."""
    missing = [
        entry.source.source_path for entry in entries if entry.summary.fatal is None and entry.source.document_id not in there
    ]
    if missing:
        msg = (
            f"the result of {missing[0]} (and of {len(missing) - 1} more) is not in the store, although it was read just now. "
            "The store was emptied, or the program was changed while it ran: run it again."
        )
        raise TransientError(msg)


def reconcile_archive(
    warehouse: Warehouse, archive: Archive, config: Config, progress: Progress = silent
) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    """Run all rules over the archive and load what they found."""
    progress("reconcile", 0, 1, "")
    archive = with_corrections(archive, corrections(warehouse))
    checks, findings = reconcile(archive, config.settings, config.workers)
    warehouse.load_archive_results(archive, checks, findings)
    unread = [UnreadName(*row) for row in warehouse.rows("SELECT file_name, reason FROM avstam.quarantine")]
    warehouse.load_coverage(expected_documents(archive, config.settings, unread))
    progress("reconcile", 1, 1, "")
    return checks, findings


def count_verdicts(checks: Iterable[Check]) -> dict[str, int]:
    """Return how many checks ended with which verdict."""
    counted: dict[str, int] = {}
    for check in checks:
        counted[check.verdict] = counted.get(check.verdict, 0) + 1
    return dict(sorted(counted.items()))


def sources_of(warehouse: Warehouse, entries: Iterable[Entry]) -> dict[str, Source]:
    """Return the documents of the warehouse and the readable ones of this run."""
    rows = warehouse.rows(
        "SELECT document_id, file_name, source_path, parent_document_id FROM avstam.documents ORDER BY document_id"
    )
    known = {row[0]: Source(document_id=row[0], file_name=row[1], source_path=row[2], parent_document_id=row[3]) for row in rows}
    return known | {entry.source.document_id: entry.source for entry in entries if entry.summary.fatal is None}


def _gists(store: Store, sources: Iterable[str], config: Config) -> Iterator[Gist]:
    """Yield each document as it was read."""
    for document_id in sorted(sources):
        gist = store.gist(document_id, extractor_version(), config.options.options_id)
        if gist is not None:
            yield gist


def write_page(config: Config) -> Path:
    """Write the report page of all that is in the warehouse, with pictures from the originals in the store."""
    from pipeline.report.drawing import SandboxedCrops  # noqa: PLC0415  # only the report needs it
    from pipeline.report.page import write_report  # noqa: PLC0415  # imports the templates

    with Sandbox(config.workers, config.limits) as sandbox, open_warehouse(config.warehouse, read_only=True) as warehouse:
        crops = SandboxedCrops(config.store, sandbox)
        return write_report(warehouse, Path(config.report), crop=crops, language=config.language)
