"""`avstam findings`, `show`, `repairs`, `words`, `changes`: read what was found, and what was mended on the way."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from avstam import options, screen
from avstam.exit_codes import ExitCode
from schemas.run import Filters, Located

RULE = Annotated[str | None, typer.Option("--rule", help="A rule (`table.total`) or its first part (`table`).")]
SEVERITY = Annotated[options.Severity | None, typer.Option("--severity", help="Only findings of this severity.")]
BODY = Annotated[str | None, typer.Option("--body", help="Organisation number, or part of the body's name.")]
YEAR = Annotated[int | None, typer.Option("--year", help="Fiscal year.")]
STATUS = Annotated[str, typer.Option("--status", help="open, accepted, dismissed, resolved, or all.")]
FORMAT = Annotated[options.Format, typer.Option("--format", help="How to print.")]

CSV_COLUMNS = (
    "finding_id",
    "severity",
    "rule",
    "status",
    "body",
    "fiscal_year",
    "message",
    "expected",
    "actual",
    "difference",
    "places",
)


def findings(  # noqa: PLR0913  # one parameter per option
    *,
    rule: RULE = None,
    severity: SEVERITY = None,
    body: BODY = None,
    year: YEAR = None,
    status: STATUS = "open",
    output: FORMAT = options.Format.table,
    as_json: options.JSON = False,
    lang: options.LANG = options.Language.sv,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
) -> None:
    """List findings, worst first.

    \b
    Examples:
      avstam findings --severity error --year 2025
      avstam findings --rule table --format csv > findings.csv
    """  # noqa: D301  # \b keeps the lines of the examples apart
    wanted = Filters(rule=rule, severity=severity, body=body, year=year, status=None if status == "all" else status)
    found = _find(warehouse, wanted)
    if as_json or output is options.Format.json:
        typer.echo(json.dumps([as_data(located) for located in found], ensure_ascii=False, indent=2))
    elif output is options.Format.csv:
        _write_csv(found, lang.value)
    else:
        screen.show_findings(found, lang.value)
        screen.out.print(f"{len(found)} findings")


def show(
    finding: Annotated[str, typer.Argument(help="Id of a finding, or its beginning.")],
    *,
    lang: options.LANG = options.Language.sv,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    as_json: options.JSON = False,
) -> None:
    """Show one finding with every place that it rests on.

    \b
    Example:
      avstam show 3fa94c
    """  # noqa: D301  # \b keeps the lines of the examples apart
    found = _find(warehouse, None, finding)
    if len(found) != 1:
        problem = "no finding has" if not found else f"{len(found)} findings have"
        screen.err.print(f"{problem} an id that begins with {finding}; `avstam findings` lists them.")
        raise typer.Exit(ExitCode.USAGE)
    if as_json:
        typer.echo(json.dumps(as_data(found[0]), ensure_ascii=False, indent=2))
        return
    screen.show_findings(found, lang.value)
    _print_evidence(found[0])


def repairs(  # noqa: PLR0913  # one per option of the command
    document: Annotated[str | None, typer.Argument(help="Part of a file name; all documents when none is given.")] = None,
    *,
    method: Annotated[str | None, typer.Option("--method", help="lexicon, compound, context, second_reading, font ...")] = None,
    below: Annotated[float | None, typer.Option("--below", help="Only changes less sure than this, 0 to 1.")] = None,
    output: FORMAT = options.Format.table,
    as_json: options.JSON = False,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
) -> None:
    """List the words whose reading was changed; the raw text is kept beside.

    \b
    Examples:
      avstam repairs arsredovisning --format csv
      avstam repairs --method context --below 0.95
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import repaired_words  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        found = repaired_words(opened, document, method=method, below=below)
    if as_json or output is options.Format.json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif output is options.Format.csv:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(found[0]) if found else ["file_name"])
        writer.writeheader()
        writer.writerows(found)
    else:
        for row in found:
            place = f"{row['file_name']}:p{row['page']}"
            screen.out.print(
                f"{place}  {row['raw']} → {row['repaired']}  ({row['method']}, {row['confidence']:.2f})",
                markup=False,
                soft_wrap=True,
            )
        screen.out.print(f"{len(found)} repairs")


def words(
    *,
    times: Annotated[int, typer.Option("--times", min=1, help="Only words seen so many times.")] = 2,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
) -> None:
    """List the names and rare words that the warehouse's sound pages spell alike, one a line, for `--words`.

    \b
    Example:
      avstam words > words.txt
      avstam run reports/ --words words.txt
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import native_pages  # noqa: PLC0415  # the same
    from pipeline.repair import load_words  # noqa: PLC0415  # the same
    from pipeline.repair.archive_words import archive_words  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        pages = native_pages(opened)
    for word in archive_words(pages, load_words(), times):
        typer.echo(word)


def _find(warehouse: str, filters: Filters | None, finding_id: str | None = None) -> list[Located]:
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import find  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        return find(opened, filters, finding_id)


def as_data(located: Located) -> dict[str, Any]:
    """Return a finding as plain data."""
    return {**located.finding.model_dump(mode="json"), "body": located.body, "places": located.places}


def _write_csv(found: Sequence[Located], language: str) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(CSV_COLUMNS)
    for located in found:
        finding = located.finding
        message = finding.message_sv if language == "sv" else finding.message_en
        known = {**dict(finding), "body": located.body, "message": message, "places": " ".join(located.places)}
        writer.writerow(["" if known[name] is None else known[name] for name in CSV_COLUMNS])


def _print_evidence(located: Located) -> None:
    """Print one line for each place, with the box in points from the page's top left."""
    for file, item in zip(located.files, located.finding.evidence, strict=True):
        value = "" if item.value is None else f" = {item.value:f}"
        screen.out.print(
            f"  {file}:p{item.page}  {item.role:<9} {item.raw}{value}  [{item.box.rounded()}]", markup=False, soft_wrap=True
        )


def changes(
    *,
    run: Annotated[str | None, typer.Option("--run", help="The run, as counted in `runs`; the last one by default.")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Also list, one by one, the facts of new documents.")] = False,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    as_json: options.JSON = False,
) -> None:
    """List the facts and findings that a run brought, changed or took away.

    \b
    Examples:
      avstam changes
      avstam changes --run 000007 --json
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import changes as changes_of  # noqa: PLC0415  # the same
    from pipeline.query import last_run  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        run_id = run.zfill(6) if run else last_run(opened)
        found = changes_of(opened, run_id, whole=whole) if run_id else []
    if as_json:
        typer.echo(json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False, indent=2))
        return
    screen.show_facts(found)
    counted = Counter(f"{one.change} {one.thing}s" for one in found)
    summary = ", ".join(f"{count} {what}" for what, count in counted.items())
    screen.out.print(f"run {run_id}: {summary or 'nothing changed'}")
