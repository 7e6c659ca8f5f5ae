"""What people see in the terminal: progress on standard error, results on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import get_args

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from schemas.document import DocumentKind
from schemas.finding import Verdict
from schemas.run import FIRST_RUN, Changed, Entry, Located, Quarantined, RunResult, Summary

WIDE = 150
"""Columns from which the table of documents fits."""
MOST_DOCUMENTS = 100
"""Documents that are listed one by one."""

MOST_CHANGES = 20
"""Changes of facts that are listed after a run."""
FACTS = {"document", "figure", "meeting", "decision"}
CHANGE_STYLES = {"new": "green", "changed": "yellow", "gone": "red"}

Callback = Callable[[str, int, int, str], None]

STYLES = {"error": "bold white on red", "warning": "black on yellow", "notice": "black on cyan"}
STAGES = {
    "gather": "finding files",
    "read": "reading",
    "load": "loading",
    "reconcile": "reconciling",
    "report": "writing the report",
}
KINDS: dict[DocumentKind, str] = {
    "minutes": "minutes",
    "annual_report": "annual report",
    "interim_report": "interim report",
    "plan": "plan and budget",
    "audit_report": "audit report",
    "attachment": "attachment",
    "other": "other",
}

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


@contextmanager
def progress_bar() -> Iterator[Callback]:
    """Show a bar per stage on standard error; yields the callback that moves it."""
    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[what]}"),
    )
    with Progress(*columns, console=err, transient=False) as bar:
        tasks: dict[str, object] = {}

        def show(stage: str, done: int, total: int, what: str) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(STAGES.get(stage, stage), total=total or None, what="")
            shown = "" if done >= total else _shortened(what)
            bar.update(tasks[stage], completed=done, total=total or 1, what=escape(shown))  # type: ignore[arg-type]  # a TaskID

        yield show


def verdicts_told(counts: Mapping[str, int]) -> str:
    """Say how many checks ended how.

    >>> verdicts_told({"exact": 213, "within_rounding": 14, "inconsistent": 3, "not_checkable": 1})
    '213 of 231 identities exact, 14 within rounding, 3 inconsistent, 1 not checkable'
    """
    others = [name for name in get_args(Verdict) if name != "exact" and counts.get(name)]
    told = [f"{counts[name]} {name.replace('_', ' ')}" for name in others]
    return ", ".join([f"{counts.get('exact', 0)} of {sum(counts.values())} identities exact", *told])


def show_documents(entries: Sequence[Entry], copies: Mapping[str, str], verdicts: Mapping[str, Mapping[str, int]]) -> None:
    """Print what was read of each document, as a table where the terminal is wide enough, else two lines each.

    Args:
        entries: the documents of a run.
        copies: for a copy, the file whose figures and decisions count instead.
        verdicts: for a document, how many checks ended with which verdict.
    """
    read = [entry for entry in entries if entry.summary.fatal is None]
    if out.width >= WIDE:
        out.print(_documents_table(read[:MOST_DOCUMENTS], copies, verdicts))
    else:
        for entry in read[:MOST_DOCUMENTS]:
            out.print(Text(entry.source.source_path, style="bold"))
            copy_of = copies.get(entry.source.document_id)
            counted = f" · a copy: counted once, in {copy_of}" if copy_of else ""
            out.print(Padding(Text(_described(entry.summary) + counted), (0, 0, 0, 2)))
            if checked := verdicts.get(entry.source.document_id):
                out.print(Padding(Text(verdicts_told(checked)), (0, 0, 0, 2)))
    if len(read) > MOST_DOCUMENTS:
        out.print(f"… and {len(read) - MOST_DOCUMENTS} more; the report page lists all")


def _described(summary: Summary) -> str:
    """Return what a document is and gave, in one line."""
    parts = [KINDS[summary.kind], summary.body or "body unknown", summary.when or "year unknown"]
    parts += [f"{summary.pages} pages ({summary.pages_ocr} OCRed, {summary.words_repaired} words repaired)"]
    parts += [f"{summary.tables} tables", f"{summary.figures} figures", f"{summary.decisions} decisions"]
    return " · ".join([*parts, f"{summary.numbers_unread} of {summary.numbers} numbers unread"])


def _documents_table(entries: Sequence[Entry], copies: Mapping[str, str], verdicts: Mapping[str, Mapping[str, int]]) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="bold", expand=False)
    for name in ("document", "kind", "body", "year / date"):
        table.add_column(name, overflow="fold", no_wrap=name in {"kind", "year / date"})
    for name in ("pages", "OCRed", "repaired", "tables", "figures", "decisions", "unread"):
        table.add_column(name, justify="right", no_wrap=True)
    for entry in entries:
        summary = entry.summary
        counts = (summary.pages, summary.pages_ocr, summary.words_repaired, summary.tables, summary.figures, summary.decisions)
        copy_of = copies.get(entry.source.document_id)
        name = escape(entry.source.source_path) + (f" [dim](copy of {escape(copy_of)})[/dim]" if copy_of else "")
        if checked := verdicts.get(entry.source.document_id):
            name += f"\n[dim]{verdicts_told(checked)}[/dim]"
        known = (name, KINDS[summary.kind], escape(summary.body or "?"), summary.when or "?")
        table.add_row(*known, *(str(count) for count in counts), f"{summary.numbers_unread}/{summary.numbers}")
    return table


def totals_line(entries: Sequence[Entry]) -> str:
    """Return one sentence that says how much was read and how much was not."""
    read = [entry.summary for entry in entries if entry.summary.fatal is None]
    total = {name: sum(getattr(summary, name) for summary in read) for name in ("pages", "pages_ocr", "words_repaired", "tables")}
    total |= {
        name: sum(getattr(summary, name) for summary in read) for name in ("figures", "decisions", "numbers", "numbers_unread")
    }
    return (
        f"{len(read)} documents, {total['pages']} pages ({total['pages_ocr']} OCRed, {total['words_repaired']} words repaired): "
        f"{total['tables']} tables, {total['figures']} figures, {total['decisions']} decisions; "
        f"{total['numbers_unread']} of {total['numbers']} numbers left unread"
    )


def show_findings(found: Sequence[Located], language: str) -> None:
    """Print findings in the order given, each with its places."""
    for located in found:
        finding = located.finding
        head = Text.assemble(
            (f" {finding.severity} ", STYLES[finding.severity]),
            (f" {finding.rule}", "bold"),
            f"  {located.body or finding.entity_id or ''}{f' {finding.fiscal_year}' if finding.fiscal_year else ''}",
            (f"  {finding.finding_id[:8]}", "dim"),
        )
        out.print(head)
        message = finding.message_sv if language == "sv" else finding.message_en
        out.print(Padding(Text(message), (0, 0, 0, 2)))
        out.print(Padding(Text(", ".join(located.places), style="dim"), (0, 0, 1, 2)))


def show_quarantine(rows: Sequence[Quarantined]) -> None:
    """Print the files that could not be read, with their reasons."""
    for row in rows:
        out.print(
            Text.assemble((" quarantine ", "white on magenta"), f" {row.source_path}: ", (row.detail, "dim"), f" [{row.reason}]")
        )


def show_changes(result: RunResult) -> None:
    """Print what a run did to the warehouse: rows per table, files that came and went, facts that changed, refusals."""
    changed = {name: count for name, count in result.tables.items() if count.inserted or count.updated or count.removed}
    if changed:
        parts = [f"{name} +{one.inserted} ~{one.updated} -{one.removed}" for name, one in changed.items()]
        out.print(f"rows (+ inserted, ~ updated, - removed): {', '.join(parts)}")
    known = [one for one in result.changes if one.thing in FACTS and result.run_id != FIRST_RUN]
    show_facts(known[:MOST_CHANGES])
    if len(known) > MOST_CHANGES:
        out.print(f"… and {len(known) - MOST_CHANGES} more changes; `avstam changes` lists all")
    for place in result.missing:
        out.print(f"gone: {place}; what it states stays (--prune takes it out)", markup=False)
    for place in result.overwritten:
        out.print(f"another document: {place}; what the one before states stays (--prune takes it out)", markup=False)
    for reason in result.refused:
        out.print(Text.assemble((" refused ", "white on magenta"), f" {reason}"))


def show_facts(changes: Sequence[Changed]) -> None:
    """Print changes, one a line: what it is, where, what it said and says."""
    for one in changes:
        place = f"{one.file_name}{f':p{one.page}' if one.page else ''}" if one.file_name else ""
        texts = {"new": one.after, "gone": one.before, "changed": f"{one.before} → {one.after}"}
        said = "" if one.thing == "document" else f": {texts[one.change]}"
        line = f" {one.thing} {one.label or ''}{said}"
        out.print(Text.assemble((f"{one.change:>7}", CHANGE_STYLES[one.change]), _shortened_end(line), (f"  {place}", "dim")))


def _shortened_end(what: str, limit: int = 160) -> str:
    return what if len(what) <= limit else what[:limit] + "…"


def _shortened(what: str, limit: int = 40) -> str:
    return what if len(what) <= limit else "…" + what[-limit:]
