"""The command line: one command per file beside this one, and what happens when something goes wrong."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from avstam import coverage, doctor, look, publish, review, run, screen
from avstam.exit_codes import ExitCode
from pipeline.errors import AvstamError, EnvironmentBrokenError, TransientError, UsageError
from pipeline.version import PACKAGE_VERSION

app = typer.Typer(
    name="avstam",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001  # typer's form of a callback
    if wanted:
        typer.echo(f"avstam {PACKAGE_VERSION}")
        raise typer.Exit


@app.callback()
def avstam(
    *, version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False
) -> None:
    """Read the published minutes, reports and plans of Swedish public bodies, and tell whether the figures agree.

    Exit codes: 0 success, 2 wrong usage, 3 findings (only with --fail-on), 4 some files quarantined, 5 environment broken,
    6 warehouse busy, 1 anything else.
    """


for command in (
    run.run,
    run.ingest,
    run.reconcile,
    look.findings,
    look.show,
    look.repairs,
    look.words,
    coverage.coverage,
    review.accept,
    review.dismiss,
    review.reopen,
    review.reviews,
    look.changes,
    publish.report,
    publish.export,
    publish.migrate,
    doctor.doctor,
):
    app.command()(command)


def main() -> None:
    """Run the command line; every foreseen error ends in one line on standard error and its exit code."""
    try:
        app()
    except AvstamError as error:
        screen.err.print(f"avstam: {error}", style="bold red", markup=False)
        sys.exit(code_of(error))


def code_of(error: AvstamError) -> ExitCode:
    """Return the exit code of an error."""
    if isinstance(error, UsageError):
        return ExitCode.USAGE
    if isinstance(error, EnvironmentBrokenError):
        return ExitCode.ENVIRONMENT
    return ExitCode.BUSY if isinstance(error, TransientError) else ExitCode.FAILED


if __name__ == "__main__":
    main()
