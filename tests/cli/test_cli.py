"""The command line, as a person uses it: what is printed, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from avstam.exit_codes import ExitCode
from tests.sample_files import HALF_YEAR, write_bad_files

ROOT = Path(__file__).resolve().parent.parent.parent


def avstam(*words: str | Path, folder: Path, path: str = "/usr/bin:/bin") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "avstam", *map(str, words)]
    environment = {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "HOME": str(folder)}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which `avstam run` was done once on one sample and the bad files."""
    folder = tmp_path_factory.mktemp("run")
    inbox = folder / "inbox"
    inbox.mkdir()
    write_bad_files(inbox)
    shutil.copy(HALF_YEAR, inbox)
    result = avstam("run", "inbox", "--ocr", "never", "--json", folder=folder)
    assert result.returncode == ExitCode.QUARANTINED, result.stderr
    (folder / "out.json").write_text(result.stdout, encoding="utf-8")
    return folder


def data_of(done: Path) -> dict[str, Any]:
    return dict(json.loads((done / "out.json").read_text(encoding="utf-8")))


def test_json_alone_stands_on_standard_output(done: Path) -> None:
    data = data_of(done)
    assert data["changed"] is True
    assert (done / data["warehouse"]).is_file()
    assert (done / data["report"]).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_bad_file_loses_nothing_of_the_others_and_is_kept_with_its_reason(done: Path, tmp_path: Path) -> None:
    data = data_of(done)
    assert {row["file_name"]: row["reason"] for row in data["quarantine"]} == write_bad_files(tmp_path)
    good = [document for document in data["documents"] if document["fatal"] is None]
    assert [document["file_name"] for document in good] == [HALF_YEAR.name]


def test_the_wrong_sum_of_the_forecast_column_is_found(done: Path) -> None:
    totals = [finding for finding in data_of(done)["findings"] if finding["rule"] == "table.total"]
    assert [(finding["severity"], finding["actual"], finding["expected"]) for finding in totals] == [
        ("error", "-1855000.00", "-1858000.00")
    ]
    assert totals[0]["places"] == [f"{HALF_YEAR.name}:p9"]
    assert "-1 855" in totals[0]["message_sv"]
    assert "-1 858" in totals[0]["message_en"]


def test_a_second_run_says_that_nothing_changed(done: Path) -> None:
    again = avstam("run", "inbox", "--ocr", "never", folder=done)
    assert again.returncode == ExitCode.QUARANTINED
    assert "Nothing changed" in again.stdout
    assert "table.total" in again.stdout
    assert "No such" not in again.stderr


def test_fail_on_asks_for_an_exit_code(done: Path) -> None:
    assert avstam("run", "inbox", "--ocr", "never", "--fail-on", "error", folder=done).returncode == ExitCode.FINDINGS


def test_findings_are_filtered_and_printed_in_three_forms(done: Path) -> None:
    as_json = avstam("findings", "--rule", "table", "--severity", "error", "--format", "json", folder=done)
    (found,) = json.loads(as_json.stdout)
    assert found["rule"] == "table.total"
    rows = list(csv.DictReader(io.StringIO(avstam("findings", "--rule", "table.total", "--format", "csv", folder=done).stdout)))
    assert [row["finding_id"] for row in rows] == [found["finding_id"]]
    assert avstam("findings", "--year", "1999", "--format", "json", folder=done).stdout.strip() == "[]"
    assert json.loads(avstam("findings", "--body", "sollefteå", "--format", "json", folder=done).stdout)
    assert "table.total" in avstam("findings", folder=done).stdout


def test_show_leads_to_every_place(done: Path) -> None:
    finding = next(finding for finding in data_of(done)["findings"] if finding["rule"] == "table.total")
    shown = avstam("show", finding["finding_id"][:10], folder=done)
    assert shown.returncode == ExitCode.SUCCESS
    assert shown.stdout.count(f"{HALF_YEAR.name}:p9") >= len(finding["evidence"])
    assert avstam("show", "ffffffffff", folder=done).returncode == ExitCode.USAGE


def test_export_and_report(done: Path) -> None:
    assert avstam("export", "tables", folder=done).returncode == ExitCode.SUCCESS
    assert (done / "tables" / "figures.csv").read_text(encoding="utf-8").startswith("figure_id,")
    assert avstam("report", "--lang", "en", "--report", "en.html", folder=done).returncode == ExitCode.SUCCESS
    assert '<html lang="en"' in (done / "en.html").read_text(encoding="utf-8")


def test_ingest_then_reconcile_gives_the_same_findings(done: Path) -> None:
    places = ("--store", "other/store", "--warehouse", "other/a.duckdb")
    (done / "other").mkdir()
    assert avstam("ingest", "inbox", "--ocr", "never", *places, folder=done).returncode == ExitCode.QUARANTINED
    second = avstam("reconcile", "--ocr", "never", "--json", *places, "--report", "other/r.html", folder=done)
    assert second.returncode == ExitCode.SUCCESS, second.stderr
    assert json.loads(second.stdout)["findings"] == data_of(done)["findings"]


def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    result = avstam("run", "nowhere", folder=tmp_path)
    assert result.returncode == ExitCode.USAGE
    assert "no such file or folder" in result.stderr


def test_a_folder_without_pdfs_is_said_and_does_not_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    result = avstam("run", "docs", folder=tmp_path)
    assert result.returncode == ExitCode.QUARANTINED
    assert "holds no PDF" in result.stdout


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in ("run", "findings", "show", "export", "doctor"))])
def test_help_names_examples_and_exit_codes(words: Sequence[str], tmp_path: Path) -> None:
    result = avstam(*words, folder=tmp_path)
    assert result.returncode == ExitCode.SUCCESS
    assert "avstam" in result.stdout
    assert ("Exit codes" if len(words) == 1 else "Example") in result.stdout


def test_doctor_names_what_is_missing(tmp_path: Path) -> None:
    result = avstam("doctor", "--json", "--warehouse", "postgresql://nobody@127.0.0.1:1/none", folder=tmp_path)
    assert result.returncode == ExitCode.ENVIRONMENT
    looked_at = {row["name"].strip(): row["ok"] for row in json.loads(result.stdout)}
    assert looked_at["Python"] is True
    assert looked_at["store"] is True
    assert looked_at["warehouse"] is False


def test_a_missing_program_ends_the_run_and_says_what_to_install(tmp_path: Path) -> None:
    result = avstam("run", HALF_YEAR, "--ocr", "always", folder=tmp_path, path=str(tmp_path))
    assert result.returncode == ExitCode.ENVIRONMENT, result.stderr
    assert "tesseract-ocr" in result.stderr


def test_repairs_are_listed_with_the_raw_word_beside(tmp_path: Path) -> None:
    damaged = HALF_YEAR.parent.parent / "annual_report" / "solleftea_arsredovisning_2024-scan-eng.pdf"
    assert avstam("run", damaged, "--ocr", "never", folder=tmp_path).returncode == ExitCode.SUCCESS
    found = json.loads(avstam("repairs", "scan-eng", "--json", folder=tmp_path).stdout)
    assert {"raw": "Arsredovisning", "repaired": "Årsredovisning"} in [
        {"raw": row["raw"], "repaired": row["repaired"]} for row in found
    ]
    assert all(row["raw"] != row["repaired"] and 0 < row["confidence"] <= 1 for row in found)
    assert "→" in avstam("repairs", folder=tmp_path).stdout
    chosen = json.loads(avstam("repairs", "--method", "context", "--below", "0.95", "--json", folder=tmp_path).stdout)
    assert chosen == [row for row in found if row["method"] == "context" and row["confidence"] < 0.95]
    assert 0 < len(chosen) < len(found)
    assert avstam("repairs", "no such file", "--json", folder=tmp_path).stdout.strip() == "[]"


def test_words_of_sound_pages_are_listed_for_repair(done: Path) -> None:
    listed = avstam("words", "--times", "1", folder=done)
    assert listed.returncode == ExitCode.SUCCESS, listed.stderr
    words = listed.stdout.split()
    assert words == sorted(set(words))
    assert set(avstam("words", folder=done).stdout.split()) < set(words)


def test_coverage_names_what_could_not_be_read(done: Path) -> None:
    listed = avstam("coverage", folder=done)
    assert listed.returncode == ExitCode.SUCCESS, listed.stderr
    assert "unreadable" in listed.stdout
    assert "not complete" in listed.stdout
    rows = json.loads(avstam("coverage", "--all", "--format", "json", folder=done).stdout)
    assert ("interim_report", 2025, "present") in {(row["kind"], row["fiscal_year"], row["state"]) for row in rows}
    assert data_of(done)["gaps"] == sum(row["state"] in {"missing", "unreadable"} for row in rows)


def test_what_two_people_say_of_a_finding_is_kept_through_later_runs(done: Path) -> None:
    places = ("--warehouse", "reviewed.duckdb")
    shutil.copy(done / data_of(done)["warehouse"], done / "reviewed.duckdb")
    finding = next(finding for finding in data_of(done)["findings"] if finding["rule"] == "table.total")["finding_id"]
    words = ("--note", "the page says 1 858", "--value", "-1 858 000")
    first = avstam("dismiss", finding[:10], "--author", "Anna", *words, *places, folder=done)
    assert first.returncode == ExitCode.SUCCESS, first.stderr
    assert avstam("accept", finding, "--author", "Bo", "--note", "it is wrong", *places, folder=done).returncode == 0
    again = avstam("reconcile", "--ocr", "never", "--json", *places, "--report", "reviewed.html", folder=done)
    assert finding not in {one["finding_id"] for one in json.loads(again.stdout)["findings"]}
    accepted = avstam("findings", "--status", "accepted", "--format", "json", *places, folder=done)
    assert [one["finding_id"] for one in json.loads(accepted.stdout)] == [finding]
    said = json.loads(avstam("reviews", "--json", *places, folder=done).stdout)
    assert [(one["verdict"], one["author"], one["corrected_value"]) for one in said] == [
        ("dismissed", "Anna", "-1858000.00"),
        ("accepted", "Bo", None),
    ]
    page = (done / "reviewed.html").read_text(encoding="utf-8")
    assert "Bo" in page
    assert "the page says 1 858" in page
    assert avstam("reopen", finding, *places, folder=done).returncode == ExitCode.SUCCESS
    open_now = json.loads(avstam("findings", "--format", "json", *places, folder=done).stdout)
    assert finding in {one["finding_id"] for one in open_now}
    assert avstam("accept", "ffffffffff", *places, folder=done).returncode == ExitCode.USAGE
    assert avstam("accept", finding, "--value", "much", *places, folder=done).returncode == ExitCode.USAGE
