"""What people see in the terminal: progress on standard error, results on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from schemas.document import DocumentKind
from schemas.run import Entry, Located, Quarantined

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


def documents_table(entries: Iterable[Entry]) -> Table:
    """Return a table with a line for each document that was read."""
    table = Table(box=None, padding=(0, 1), header_style="bold", expand=False)
    table.add_column("document", overflow="fold", ratio=3)
    table.add_column("kind")
    table.add_column("body", overflow="fold", ratio=2)
    table.add_column("year / date")
    for name in ("pages", "OCRed", "repaired", "tables", "figures", "decisions", "unread"):
        table.add_column(name, justify="right")
    for entry in entries:
        summary = entry.summary
        if summary.fatal is None:
            counts = (
                summary.pages,
                summary.pages_ocr,
                summary.words_repaired,
                summary.tables,
                summary.figures,
                summary.decisions,
            )
            unread = f"{summary.numbers_unread}/{summary.numbers}"
            name = escape(entry.source.source_path)
            table.add_row(
                name,
                KINDS[summary.kind],
                escape(summary.body or "?"),
                summary.when or "?",
                *(str(count) for count in counts),
                unread,
            )
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


def _shortened(what: str, limit: int = 40) -> str:
    return what if len(what) <= limit else "…" + what[-limit:]
