"""`avstam doctor`: is everything here that reading needs, and what to install when it is not."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import typer

from avstam import options, screen
from avstam.exit_codes import ExitCode
from schemas.record import Record

DISK_WANTED = 1024**3
"""Bytes that should be free where the store lies."""


class Diagnosis(Record):
    """One thing that was looked at."""

    name: str
    """What was looked at."""
    ok: bool
    """Whether it is as it should be."""
    detail: str
    """What was found, or what to do."""


def doctor(
    *,
    warehouse: options.WAREHOUSE = options.DEFAULT_WAREHOUSE,
    store: options.STORE = options.DEFAULT_STORE,
    as_json: options.JSON = False,
) -> None:
    """Check Python, Tesseract, its languages, disk space, store and warehouse; exit with code 5 when something is missing.

    \b
    Example:
      avstam doctor --warehouse postgresql://user@localhost/finsam
    """  # noqa: D301  # \b keeps the lines of the examples apart
    found = [
        _python(),
        *_tesseract(),
        _disk(store),
        _attempt("store", lambda: _store(store)),
        _attempt("warehouse", lambda: _warehouse(warehouse)),
    ]
    if as_json:
        typer.echo(json.dumps([diagnosis.model_dump() for diagnosis in found], indent=2))
    else:
        for diagnosis in found:
            mark = "[green]ok[/green]     " if diagnosis.ok else "[bold red]missing[/bold red]"
            screen.out.print(f"{mark} {diagnosis.name:<20} {diagnosis.detail}")
    raise typer.Exit(ExitCode.SUCCESS if all(diagnosis.ok for diagnosis in found) else ExitCode.ENVIRONMENT)


def _python() -> Diagnosis:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Diagnosis(name="Python", ok=sys.version_info >= (3, 11), detail=f"{version} (3.11 or newer is needed)")


def _tesseract() -> list[Diagnosis]:
    """Look for the program and for the two models that read Swedish print."""
    from pipeline.recognition.engine import languages  # noqa: PLC0415  # imports the OCR library

    if shutil.which("tesseract") is None:
        return [
            Diagnosis(
                name="Tesseract",
                ok=False,
                detail="install it: apt-get install tesseract-ocr tesseract-ocr-script-latn tesseract-ocr-swe",
            )
        ]
    models = {"script/Latin": ("tesseract-ocr-script-latn", {"Latin", "script/Latin"}), "swe": ("tesseract-ocr-swe", {"swe"})}
    found = [Diagnosis(name="Tesseract", ok=True, detail=shutil.which("tesseract") or "")]
    for name, (package, names) in models.items():
        ok = bool(names & languages())
        found.append(
            Diagnosis(name=f"  language {name}", ok=ok, detail="installed" if ok else f"install it: apt-get install {package}")
        )
    return found


def _disk(store: str) -> Diagnosis:
    if "://" in store:
        return Diagnosis(name="disk", ok=True, detail="the store is not on this machine's disk")
    folder = Path(store).absolute()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Diagnosis(name="disk", ok=free >= DISK_WANTED, detail=f"{free / 1024**3:.1f} GB free (at least 1 GB is wanted)")


def _store(store: str) -> str:
    from pipeline.store import Store  # noqa: PLC0415  # imports fsspec

    opened = Store(store)
    opened.put("doctor", b"ok")
    if opened.get("doctor") != b"ok":
        msg = "what was written cannot be read back"
        raise OSError(msg)
    return f"{store} can be written and read"


def _warehouse(target: str) -> str:
    from pipeline.load import open_warehouse  # noqa: PLC0415  # imports the databases

    with open_warehouse(target) as warehouse:
        count = warehouse.rows("SELECT count(*) FROM avstam.documents")[0][0]
    return f"{target} can be opened; {count} documents"


def _attempt(name: str, check: Callable[[], str]) -> Diagnosis:
    """Run a check; whatever it raises is the diagnosis."""
    try:
        return Diagnosis(name=name, ok=True, detail=check())
    except Exception as error:  # noqa: BLE001  # a doctor reports, whatever is wrong
        return Diagnosis(name=name, ok=False, detail=str(error))
