"""`avstam accept`, `dismiss`, `reopen`: what people say of findings, kept through all later runs; `reviews` lists it."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from avstam import options, screen
from avstam.exit_codes import ExitCode
from pipeline.errors import UsageError

FINDING = Annotated[str, typer.Argument(help="Id of a finding, or its beginning.")]
NOTE = Annotated[str, typer.Option("--note", help="Why; shown in the report.")]
AUTHOR = Annotated[str | None, typer.Option("--author", envvar="AVSTAM_AUTHOR", help="Who says so; default: the user's name.")]
VALUE = Annotated[
    str | None,
    typer.Option(
        "--value", help="The right value of the accused figure, in kronor, beside what is printed; dismissed, it is judged by it."
    ),
]


def accept(
    finding: FINDING,
    *,
    note: NOTE = "",
    author: AUTHOR = None,
    value: VALUE = None,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
) -> None:
    """Say that a finding is right: the document is wrong, and somebody knows.

    \b
    Example:
      avstam accept 3fa94c --note "corrected in the next report" --author Anna
    """  # noqa: D301  # \b keeps the lines of the examples apart
    _review("accepted", finding, note, author, value, warehouse)


def dismiss(
    finding: FINDING,
    *,
    note: NOTE = "",
    author: AUTHOR = None,
    value: VALUE = None,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
) -> None:
    """Say that a finding is not worth anybody's time: a misreading, or no contradiction.

    \b
    Example:
      avstam dismiss 3fa94c --note "the page is blurred, it says 1 858" --value -1858000
    """  # noqa: D301  # \b keeps the lines of the examples apart
    _review("dismissed", finding, note, author, value, warehouse)


def reopen(
    finding: FINDING, *, note: NOTE = "", author: AUTHOR = None, warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE
) -> None:
    """Take back what was said of a finding; the earlier words are kept.

    \b
    Example:
      avstam reopen 3fa94c --note "looked again"
    """  # noqa: D301  # \b keeps the lines of the examples apart
    _review("reopened", finding, note, author, None, warehouse)


def reviews(*, as_json: options.JSON = False, warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE) -> None:
    """List what people said of findings and figures, the latest last.

    \b
    Example:
      avstam reviews --json
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import said  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        found = said(opened)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))
        return
    for row in found:
        value = "" if row["corrected_value"] is None else f", right value {row['corrected_value']:f}"
        what = f"{(row['finding_id'] or row['figure_id'] or '')[:8]}  {row['verdict']} by {row['author'] or '?'}"
        screen.out.print(
            f"{row['reviewed_at']:%Y-%m-%d %H:%M}  {what}{value}{': ' if row['note'] else ''}{row['note']}",
            markup=False,
            soft_wrap=True,
        )
    screen.out.print(f"{len(found)} reviews")


def _review(verdict: str, beginning: str, note: str, author: str | None, value: str | None, target: str) -> None:  # noqa: PLR0913, PLR0917  # one per option
    from pipeline.load import Review, open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import find  # noqa: PLC0415  # the same

    with open_warehouse(target) as warehouse:
        found = find(warehouse, None, beginning)
        if len(found) != 1:
            problem = "no finding has" if not found else f"{len(found)} findings have"
            screen.err.print(f"{problem} an id that begins with {beginning}; `avstam findings --status all` lists them.")
            raise typer.Exit(ExitCode.USAGE)
        finding = found[0].finding
        accused = finding.evidence[0].figure_id if finding.evidence else None
        warehouse.add_review(
            Review(
                finding_id=finding.finding_id,
                figure_id=accused if value is not None else None,
                verdict=verdict,
                corrected_value=_amount(value),
                note=note,
                author=author if author is not None else getpass.getuser(),
                reviewed_at=dt.datetime.now(tz=dt.UTC),
            )
        )
    screen.out.print(f"{finding.finding_id[:8]} {verdict}: {finding.message_en}", markup=False, soft_wrap=True)


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text.replace(" ", "").replace("−", "-").replace(",", "."))
    except InvalidOperation as error:
        msg = f"--value {text} is no amount; write it in kronor, for example -1858000"
        raise UsageError(msg) from error
