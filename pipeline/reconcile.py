"""Run every rule over the archive and order what they found; knows no rule.

Each body is judged by itself, so that time grows with the number of figures and memory with the largest body. Many bodies are
judged by several processes; what comes out is the same.
"""

from __future__ import annotations

import gc
import pickle
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from pipeline.judging.editions import told_once
from pipeline.judging.naming import with_lasting_ids
from pipeline.judging.outcome import Outcome
from pipeline.judging.parts import parts_of
from pipeline.rules import all_rules
from schemas.archive import Archive, Settings
from schemas.finding import Check, Finding

SEVERITY_ORDER = {"error": 0, "warning": 1, "notice": 2}
MANY = 200_000
"""Figures from which several processes are worth their start."""

Results = tuple[tuple[Check, ...], tuple[Finding, ...]]
Sent = tuple[list[tuple[object, ...]], tuple[Finding, ...]]
"""Results on their way from one process to another: of each check its values."""


def reconcile(archive: Archive, settings: Settings, workers: int = 1) -> Results:
    """Return all checks (by rule and id) and all findings (worst first).

    Args:
        archive: all documents.
        settings: thresholds and switches.
        workers: processes that share the work where there is much of it.
    """
    parts = parts_of(archive)
    if workers < 2 or sum(len(document.figures) for document in archive.documents) < MANY:  # noqa: PLR2004  # more than one
        return merged(_slim(_judge(part, settings)) for part in parts)
    with tempfile.TemporaryDirectory(prefix="avstam-") as folder:
        return merged(judge_spooled(spool(parts, Path(folder)), settings, workers))


def spool(parts: Iterable[Archive], folder: Path) -> list[Path]:
    """Write parts into a folder, unpacked, for processes that read them; return the files in order."""
    files = []
    for number, part in enumerate(parts):
        file = folder / f"{number:07d}.part"
        whole = part.model_copy(update={"documents": tuple(part.documents)})
        file.write_bytes(pickle.dumps(whole, protocol=pickle.HIGHEST_PROTOCOL))
        files.append(file)
    return files


def judge_spooled(files: Sequence[Path], settings: Settings, workers: int) -> Iterator[Results]:
    """Yield the checks and findings of each part, in order, judged by several processes."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin) as pool:
        for checks, findings in pool.map(partial(_judge_file, settings=settings), files, chunksize=4):
            yield tuple(Check.of_values(values) for values in checks), findings


def _begin() -> None:
    """Look for garbage only between parts: there is hardly any, and looking takes a sixth of the time."""
    gc.disable()
    gc.freeze()


def _judge_file(file: Path, settings: Settings) -> Sent:
    checks, findings = _judge(pickle.loads(file.read_bytes()), settings)  # noqa: S301  # written by `spool` of this very run
    gc.collect()
    return [check.as_values() for check in checks], findings


def _judge(archive: Archive, settings: Settings) -> Results:
    """Return what the rules say of one part, each check and finding once."""
    off = {entity: settings.of(document).disabled_rules for document in archive.documents if (entity := document.entity_id)}
    outcomes: list[Outcome] = []
    for rule in all_rules():
        if rule.NAME not in settings.disabled_rules or any(rule.NAME not in names for names in off.values()):
            found = rule.check(archive, settings)
            outcomes.extend(one for one in found if rule.NAME not in off.get(one.check.entity_id or "", settings.disabled_rules))
    outcomes = list(told_once(archive, outcomes))
    for document in archive.documents:
        document.reckoned.clear()
    by_check = {outcome.check.check_id: outcome.check for outcome in outcomes}
    by_finding = {outcome.finding.finding_id: outcome.finding for outcome in outcomes if outcome.finding is not None}
    checks, findings = with_lasting_ids(archive, by_check.values(), by_finding.values())
    return tuple(checks), tuple(findings)


def _slim(results: Results) -> Results:
    checks, findings = results
    return tuple(check.slim() for check in checks), findings


def merged(results: Iterable[Results]) -> Results:
    """Return the results of all parts as one, checks by rule and id, findings worst first."""
    checks: list[Check] = []
    findings: list[Finding] = []
    for some_checks, some_findings in results:
        checks.extend(some_checks)
        findings.extend(some_findings)
    return tuple(sorted(checks, key=lambda check: (check.rule, check.check_id))), tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, Decimal, str, int, str]:
    """Return the sort key: severity, then size of the difference, then body, year and id."""
    return (
        SEVERITY_ORDER[finding.severity],
        -abs(finding.difference or Decimal(0)),
        finding.entity_id or "",
        finding.fiscal_year or 0,
        finding.finding_id,
    )
