"""`avstam coverage`: which documents should exist, and which of them are missing or unreadable."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape

from avstam import look, options, screen
from schemas.coverage import ExpectedDocument, reason_in_words

STYLES = {"present": "green", "missing": "bold red", "unreadable": "bold magenta", "superseded": "dim"}
ALL = Annotated[bool, typer.Option("--all", help="Also those that are there.")]
COLUMNS = tuple(ExpectedDocument.model_fields)


def coverage(  # noqa: PLR0913  # one parameter per option
    *,
    everything: ALL = False,
    body: look.BODY = None,
    year: look.YEAR = None,
    output: look.FORMAT = options.Format.table,
    as_json: options.JSON = False,
    lang: options.LANG = options.Language.sv,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
) -> None:
    """List documents that should exist and are missing or unreadable: years, meetings, paragraphs.

    \b
    Example:
      avstam coverage --body Sollefteå --all
    """  # noqa: D301  # \b keeps the lines of the examples apart
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases
    from pipeline.query import body_names, expected  # noqa: PLC0415  # the same

    with open_warehouse(warehouse, read_only=True) as opened:
        found = expected(opened, body=body, year=year)
        names = body_names(opened)
    shown = found if everything else [one for one in found if one.state in ("missing", "unreadable")]
    if as_json or output is options.Format.json:
        typer.echo(json.dumps([one.model_dump(mode="json") for one in shown], ensure_ascii=False, indent=2))
    elif output is options.Format.csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(COLUMNS)
        writer.writerows([getattr(one, name) for name in COLUMNS] for one in shown)
    else:
        for one in shown:
            name = names.get(one.entity_id or "", one.entity_id or "body unknown")
            screen.out.print(f"[{STYLES[one.state]}]{one.state:<10}[/] {line(one, lang.value, name)}", soft_wrap=True)
        screen.out.print(summary(found))


def line(one: ExpectedDocument, language: str, name: str) -> str:
    """Return one expected document in a line, markup escaped."""
    kind = screen.KINDS[one.kind] if one.kind else "document"
    span = ""
    if one.paragraph_first is not None:
        is_one = one.paragraph_first == one.paragraph_last
        span = f" § {one.paragraph_first}" if is_one else f" §§ {one.paragraph_first}-{one.paragraph_last}"
    when = one.meeting_date or one.fiscal_year or ""
    return escape(f"{name}, {kind} {when}{span}: {reason_in_words(one.reason or '', language)}")


def summary(found: Sequence[ExpectedDocument]) -> str:
    """Return how many of the expected documents are there; `complete` only where none is missing."""
    counted = Counter[str](one.state for one in found)
    told = ", ".join(f"{counted[state]} {state}" for state in STYLES if counted[state])
    is_complete = not counted["missing"] and not counted["unreadable"]
    return f"{len(found)} documents expected: {told or 'none'}; {'complete' if is_complete else 'not complete'}"
