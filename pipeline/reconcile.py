"""Run every rule over the archive and order what they found; knows no rule."""

from __future__ import annotations

from decimal import Decimal

from pipeline.judging.naming import with_lasting_ids
from pipeline.judging.outcome import Outcome
from pipeline.rules import all_rules
from schemas.archive import Archive, Settings
from schemas.finding import Check, Finding

SEVERITY_ORDER = {"error": 0, "warning": 1, "notice": 2}


def reconcile(archive: Archive, settings: Settings) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    """Return all checks (by rule and id) and all findings (worst first)."""
    off = {entity: settings.of(document).disabled_rules for document in archive.documents if (entity := document.entity_id)}
    outcomes: list[Outcome] = []
    for rule in all_rules():
        if rule.NAME not in settings.disabled_rules or any(rule.NAME not in names for names in off.values()):
            found = rule.check(archive, settings)
            outcomes.extend(one for one in found if rule.NAME not in off.get(one.check.entity_id or "", settings.disabled_rules))
    by_check = {outcome.check.check_id: outcome.check for outcome in outcomes}
    by_finding = {outcome.finding.finding_id: outcome.finding for outcome in outcomes if outcome.finding is not None}
    checks, findings = with_lasting_ids(archive, by_check.values(), by_finding.values())
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
