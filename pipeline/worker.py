"""What a worker process does with one document: read it, keep the result in the store, hand back a summary."""

from __future__ import annotations

from functools import cache

from pipeline.config import Options
from pipeline.document import Tools, process
from pipeline.gist import gist_of
from pipeline.reading.selection import Selection
from pipeline.store import Store
from pipeline.version import extractor_version
from schemas.document import Attachment, Extraction, Source
from schemas.problem import Problem
from schemas.record import Record
from schemas.run import Summary


class Job(Record):
    """One document to read, as it travels to a worker."""

    source: Source
    """The document."""
    store: str
    """Where the store is."""
    options: Options
    """How to read it."""
    pages: Selection = Selection()
    """Which of its pages."""
    lanes: int = 1
    """How many programs may run for it at once."""


def summary_key(document_id: str, options: Options) -> str:
    """Return where the summary of a document lies in the store."""
    return f"summaries/{extractor_version()}/{options.options_id}/{document_id[:2]}/{document_id}.json"


def kept_summary(store: Store, document_id: str, options: Options) -> Summary | None:
    """Return the summary of an earlier run; None when the document has to be read, be it because pages were given up."""
    kept = store.get(summary_key(document_id, options))
    if kept is None:
        return None
    try:
        summary = Summary.model_validate_json(kept)
    except ValueError:
        return None
    return None if summary.gave_up else summary


def work(job: Job) -> Summary:
    """Read one document whose original lies in the store; keep extraction, attachments and summary there."""
    store = Store(job.store)
    data = store.original(job.source.document_id) or b""
    extraction = process(job.source, data, job.options, _tools(job.store, job.options, job.lanes), job.pages)
    fatal = next((problem for problem in extraction.problems if problem.severity == "fatal"), None)
    attachments = _keep_attachments(store, data) if extraction.reading.attachments and not fatal else ()
    store.put_extraction(extraction, job.options.options_id)
    store.put_gist(gist_of(extraction), job.options.options_id)
    summary = summarise(extraction, fatal, attachments).model_copy(update={"gave_up": bool(job.pages.given_up)})
    store.put(summary_key(job.source.document_id, job.options), summary.model_dump_json().encode("utf-8"))
    return summary


def pages_in(job: Job) -> int:
    """Return the number of pages of a document; 0 when it cannot be opened."""
    from pipeline.read import count_pages  # noqa: PLC0415  # heavy, and only workers need it

    return count_pages(Store(job.store).original(job.source.document_id) or b"")


def try_pages(job: Job) -> None:
    """Do with some pages of a document all that is done with a whole one, and keep nothing but the answers of OCR."""
    data = Store(job.store).original(job.source.document_id) or b""
    process(job.source, data, job.options, _tools(job.store, job.options, job.lanes), job.pages)


def summarise(extraction: Extraction, fatal: Problem | None, attachments: tuple[Attachment, ...]) -> Summary:
    """Count what an extraction holds."""
    known = extraction.classification
    when = known.meeting_date.isoformat() if known.meeting_date else str(known.fiscal_year or "")
    pages = extraction.reading.pages
    return Summary(
        document_id=extraction.document_id,
        fatal=fatal,
        attachments=attachments,
        kind=known.kind,
        body=known.body.name if known.body else None,
        when=when,
        pages=len(pages),
        pages_ocr=sum(page.text_source == "ocr" for page in pages),
        pages_failed=sum(page.status == "failed" for page in pages),
        words_repaired=len(extraction.repairs),
        tables=len(extraction.tables),
        figures=len(extraction.figures),
        decisions=len(extraction.decisions),
        numbers=sum(count.number_count for count in extraction.counts),
        numbers_unread=sum(count.number_unread for count in extraction.counts),
        problems=extraction.problems,
    )


def _keep_attachments(store: Store, data: bytes) -> tuple[Attachment, ...]:
    """Keep the PDFs that a PDF embeds; other files are named in the reading and left alone."""
    from pipeline.read import embedded_files  # noqa: PLC0415  # heavy, and only workers need it

    return tuple(
        Attachment(file_name=name, document_id=store.put_original(inner))
        for name, inner in embedded_files(data)
        if inner[:1024].find(b"%PDF-") >= 0
    )


@cache
def _tools(store: str, options: Options, lanes: int) -> Tools:
    """Load word lists, the chart and the OCR engine once per worker."""
    from pipeline.tools import load_tools  # noqa: PLC0415  # heavy, and only workers need it

    return load_tools(Store(store), options, lanes)
