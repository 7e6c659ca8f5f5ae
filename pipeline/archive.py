"""The whole job over an archive: gather, read, load, reconcile, report; plain functions that know no orchestrator.

The command line calls `run`; `flows.py` calls the same steps as Prefect tasks. What was read before is not read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.config import Config
from pipeline.discover import Found, Rejected, discover, place_of
from pipeline.sandbox import Sandbox, Trouble
from pipeline.second_pass import read_in_parts
from pipeline.store import Store
from pipeline.worker import Job, kept_summary, work
from schemas.document import Source
from schemas.problem import Problem
from schemas.run import Entry, Quarantined, Summary

ATTACHMENT_DEPTH = 3
"""Embedded files of embedded files are followed this far; those below are listed."""

Progress = Callable[[str, int, int, str], None]
"""Called with (stage, done, total, what was just done)."""


def silent(stage: str, done: int, total: int, what: str) -> None:
    """Show nothing."""


@dataclass
class Gathered:
    """What was found: distinct documents in the order of their paths, and what gave nothing."""

    sources: list[Source] = field(default_factory=list)
    rejected: list[Quarantined] = field(default_factory=list)
    files: int = 0
    roots: list[str] = field(default_factory=list)
    """Full paths of what was named."""
    places: dict[str, str] = field(default_factory=dict)
    """The document that each file holds, by full path."""
    unseen: list[str] = field(default_factory=list)
    """Full paths of files, folders and archives that could not be looked into."""


def gather(paths: Sequence[Path], store: Store, progress: Progress = silent) -> Gathered:
    """Find the PDFs below `paths` and keep their bytes in the store; the same content twice is one document."""
    gathered = Gathered(roots=[place_of(path) for path in paths])
    known: set[str] = set()
    items = list(discover(paths))
    for number, item in enumerate(items, start=1):
        gathered.files += isinstance(item, Found)
        document_id = _keep(item, store, gathered)
        if document_id is not None and document_id not in known:
            known.add(document_id)
            gathered.sources.append(Source(document_id=document_id, file_name=item.file_name, source_path=item.source_path))
        progress("gather", number, len(items), item.source_path)
    return gathered


def _keep(item: Found | Rejected, store: Store, gathered: Gathered) -> str | None:
    if isinstance(item, Rejected):
        gathered.unseen.append(item.place)
        gathered.rejected.append(_quarantined(item.content_id, item.file_name, item.source_path, item.problem))
        return None
    try:
        data = item.load()
    except OSError as error:
        problem = Problem(
            code="discover.unreadable", message=f"The file cannot be read: {error}. Check its permissions.", severity="fatal"
        )
        rejected = Rejected(item.source_path, item.file_name, problem, item.place)
        gathered.unseen.append(item.place)
        gathered.rejected.append(_quarantined(rejected.content_id, item.file_name, item.source_path, problem))
        return None
    document_id = store.put_original(data)
    gathered.places[item.place] = document_id
    return document_id


def read(sources: Iterable[Source], config: Config, sandbox: Sandbox, progress: Progress = silent) -> list[Entry]:
    """Read the documents that are new, and those that they embed; return one entry for each, sorted by path.

    A document that fails, hangs or crashes its worker comes back with a fatal problem; the others are not touched by it.
    """
    store = Store(config.store)
    wave = list(sources)
    entries: list[Entry] = []
    seen: set[str] = set()
    for depth in range(ATTACHMENT_DEPTH + 2):
        done = list(_read_wave(wave, config, store, sandbox, progress)) if depth <= ATTACHMENT_DEPTH else _too_deep(wave)
        entries += done
        seen |= {entry.source.document_id for entry in done}
        children = sorted((child for entry in done for child in _children(entry)), key=_by_path)
        entries += [_again(child, entries) for child in children if child.document_id in seen]
        wave = list({child.document_id: child for child in reversed(children) if child.document_id not in seen}.values())
        if not wave:
            break
    return merge([entries])


def _too_deep(wave: Iterable[Source]) -> list[Entry]:
    """Return entries that say of embedded files that they are not read."""
    message = f"It is embedded more than {ATTACHMENT_DEPTH} levels deep and was not read. Take it out and name it by itself."
    return [
        Entry(
            source=source,
            summary=Summary(
                document_id=source.document_id,
                fatal=Problem(code="read.too_deep", message=message, severity="fatal", document_id=source.document_id),
            ),
            new=False,
        )
        for source in wave
    ]


def _again(child: Source, entries: Sequence[Entry]) -> Entry:
    """Return the entry of an embedded file that was read already, as it was found this time."""
    known = next(entry for entry in entries if entry.source.document_id == child.document_id)
    return known.model_copy(update={"source": child, "new": False})


def merge(parts: Iterable[Iterable[Entry]]) -> list[Entry]:
    """Join the entries of several chunks, sorted by path.

    A document that is a file of its own and also embedded in another keeps its own path and says which one embeds it.
    """
    grouped: dict[str, list[Entry]] = {}
    for entry in (entry for part in parts for entry in part):
        grouped.setdefault(entry.source.document_id, []).append(entry)
    return sorted((_one_of(entries) for entries in grouped.values()), key=lambda entry: _by_path(entry.source))


def _one_of(entries: Sequence[Entry]) -> Entry:
    first = min(entries, key=lambda entry: (entry.source.parent_document_id is not None, *_by_path(entry.source)))
    parents = sorted(entry.source.parent_document_id for entry in entries if entry.source.parent_document_id)
    source = first.source.model_copy(update={"parent_document_id": parents[0] if parents else None})
    return first.model_copy(update={"source": source, "new": any(entry.new for entry in entries)})


def _by_path(source: Source) -> tuple[str, str]:
    return source.source_path, source.document_id


def _read_wave(wave: Sequence[Source], config: Config, store: Store, sandbox: Sandbox, progress: Progress) -> Iterator[Entry]:
    new: list[Source] = []
    for source in wave:
        kept = kept_summary(store, source.document_id, config.options)
        if kept is not None:
            yield Entry(source=source, summary=kept, new=False)
        else:
            new.append(source)
    done = len(wave) - len(new)
    lanes = max(1, config.workers // max(1, len(new)))
    jobs = [Job(source=source, store=config.store, options=config.options, lanes=lanes) for source in new]
    pending = {sandbox.submit(work, job): job for job in jobs}
    progress("read", done, len(wave), "")
    failed: list[tuple[Job, Trouble]] = []
    while pending:
        finished, _ = wait(pending, return_when=FIRST_COMPLETED)
        for future in finished:
            job = pending.pop(future)
            summary, trouble = sandbox.outcome(future)
            if trouble is not None:
                failed.append((job, trouble))
            elif summary is not None:
                done += 1
                progress("read", done, len(wave), job.source.source_path)
                yield Entry(source=job.source, summary=summary, new=True)
    for job, trouble in failed:
        done += 1
        yield _second_chance(job, trouble, sandbox)
        progress("read", done, len(wave), job.source.source_path)


def _second_chance(job: Job, trouble: Trouble, sandbox: Sandbox) -> Entry:
    """Return what a document gives that hung, crashed or ate its memory when it was read at once."""
    source = job.source
    summary = read_in_parts(job, trouble, sandbox)
    return Entry(
        source=source,
        summary=summary or Summary(document_id=source.document_id, fatal=trouble.problem(source.document_id)),
        new=True,
    )


def _children(entry: Entry) -> Iterator[Source]:
    for attachment in entry.summary.attachments:
        yield Source(
            document_id=attachment.document_id,
            file_name=attachment.file_name,
            source_path=f"{entry.source.source_path}!{attachment.file_name}",
            parent_document_id=entry.source.document_id,
        )


def _quarantined(content_id: str, file_name: str, source_path: str, problem: Problem) -> Quarantined:
    return Quarantined(
        content_id=content_id, file_name=file_name, source_path=source_path, reason=problem.code, detail=problem.message
    )


def quarantine_of(entries: Iterable[Entry], rejected: Iterable[Quarantined]) -> list[Quarantined]:
    """Return every file that gave nothing, sorted by path."""
    fatal = [
        _quarantined(entry.source.document_id, entry.source.file_name, entry.source.source_path, entry.summary.fatal)
        for entry in entries
        if entry.summary.fatal is not None
    ]
    return sorted([*rejected, *fatal], key=lambda row: (row.source_path, row.content_id))
