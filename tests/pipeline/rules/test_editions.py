"""Older editions agree with themselves or are told of; one error that two editions print is told once."""

from __future__ import annotations

from decimal import Decimal

from pipeline.reconcile import reconcile
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.finding import Finding
from tests.archives import archive, document

REPORT = """
 | Utfall 2025 | Budget 2025 | Avvikelse
Nämnd | -698 | -679 | -19
Bibliotek | -13 123 | -13 152 | 29
Fritid | -24 835 | -23 885 | -950
Summa totalt | {total} | -37 716 | -940
"""


def edition(name: str, total: str, newer: ArchiveDocument | None = None) -> ArchiveDocument:
    newer_id = newer.document_id if newer else None
    return document(name, REPORT.format(total=total), scale=1000, superseded_by=newer_id)


def told(*documents: ArchiveDocument) -> list[Finding]:
    found: Archive = archive(*documents)
    return [finding for finding in reconcile(found, Settings())[1] if finding.rule.startswith("table.")]


def test_an_error_that_the_newer_edition_mends_is_told_of_the_older_one() -> None:
    newer = edition("ny", "-38 656")
    (found,) = told(newer, edition("gammal", "-38 684", newer))
    assert (found.severity, found.actual, found.expected) == ("error", Decimal(-38684000), Decimal(-38656000))
    assert found.message_sv.endswith("Äldre utgåva; i den nyare är det ändrat till -38 656 tkr (ny.pdf:p1).")


def test_an_error_that_both_editions_print_is_told_of_the_newer_one() -> None:
    newer = edition("ny", "-38 684")
    older = edition("gammal", "-38 684", newer)
    (found,) = told(newer, older)
    assert {one.document_id for one in found.evidence} == {newer.document_id}
    checks, _ = reconcile(archive(newer, older), Settings())
    wrong = [check for check in checks if check.document_id == older.document_id and check.verdict == "inconsistent"]
    assert wrong
    assert all(check.finding_id is None for check in wrong)


def test_editions_that_agree_with_themselves_are_silent() -> None:
    newer = edition("ny", "-38 656")
    assert told(newer, edition("gammal", "-38 656", newer)) == []
