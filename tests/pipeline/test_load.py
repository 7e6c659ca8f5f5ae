"""Loading: exactly once, whole or not at all, decimals to the last digit; the same on every kind of warehouse."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import duckdb
import psycopg
import pytest

from pipeline.export import export
from pipeline.load import (
    DocumentFacts,
    ExpectedDocument,
    Review,
    Warehouse,
    WarehouseBusyError,
    WarehouseError,
    open_warehouse,
)
from pipeline.report.page import render
from pipeline.warehouse import findings as load_findings
from pipeline.warehouse import tables
from pipeline.warehouse.database import Database
from pipeline.warehouse.difference import Change, Scope, stored_rows
from pipeline.warehouse.shape import Table, drop_view_statements
from schemas.archive import Archive, SubjectMatch
from schemas.document import Extraction
from tests.extractions import LATER, NOW, archive_of, check, evidence, figure, finding, minutes

A, B = "a" * 64, "b" * 64
FACTS = DocumentFacts(source_path="mapp/a.pdf", ingested_at=NOW)
AGAIN = DocumentFacts(source_path="mapp/a.pdf", ingested_at=LATER)


@pytest.fixture(params=["duckdb", "parquet", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty warehouse of each kind."""
    if request.param == "duckdb":
        return str(tmp_path / "avstam.duckdb")
    if request.param == "parquet":
        return f"parquet:{tmp_path / 'lager'}"
    url = str(request.getfixturevalue("postgres_url"))
    with psycopg.connect(url) as connection:
        connection.execute("DROP SCHEMA IF EXISTS avstam CASCADE")
    return url


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    with open_warehouse(":memory:") as opened:
        yield opened


def everything(warehouse: Warehouse, *, but: tuple[Table, ...] = (tables.RUNS, tables.RUN_TABLES)) -> dict[str, list[object]]:
    """Return every row of every table, sorted."""
    return {
        table.name: sorted(map(repr, stored_rows(warehouse.database, table, Scope()))) for table in tables.ALL if table not in but
    }


def load_all(warehouse: Warehouse, facts: DocumentFacts = FACTS, version: str = "1") -> None:
    """Do what a run does, with two documents."""
    first, second = minutes(A, version=version), minutes(B, version=version)
    warehouse.begin_run("run", version, facts.ingested_at)
    warehouse.load_document(first, facts)
    warehouse.load_document(second, facts)
    archive = archive_of(first, second)
    archive = Archive(
        documents=archive.documents, subjects=(SubjectMatch(subject="SamCoach", name="Samcoach", score=0.95, reason="spelling"),)
    )
    warehouse.load_archive_results(archive, [check(A), check(B, "two", "inconsistent")], [finding(A), finding(B, "two")])
    bad = SimpleNamespace(content_id="q", file_name="q.pdf", source_path="q.pdf", reason="read.encrypted", detail="Locked.")
    warehouse.load_quarantine([bad], facts.ingested_at)
    warehouse.load_coverage([ExpectedDocument(coverage_id="c", state="missing", kind="annual_report", fiscal_year=2024)])
    warehouse.load_files({"/mapp/a.pdf": A, "/mapp/b.pdf": B}, missing=["/mapp/b.pdf"])
    warehouse.end_run(facts.ingested_at, files_seen=3, files_new=2, files_quarantined=1)


def test_every_table_is_filled_and_read_back_as_it_was_given(target: str) -> None:
    with open_warehouse(target) as warehouse:
        load_all(warehouse)
        filled = {table.name: len(stored_rows(warehouse.database, table, Scope())) for table in tables.ALL}
        adjusters = warehouse.rows("SELECT adjusters, start_time FROM avstam.meetings WHERE document_id = %s", [A])
        value = warehouse.rows("SELECT value, quantum FROM avstam.figures ORDER BY figure_id")[0]
        run = warehouse.rows("SELECT files_seen, figures, findings_new, findings_resolved FROM avstam.runs")
    empty = [name for name, count in filled.items() if count == 0]
    assert empty == ["reviews", "refusals", *(table.name for table in tables.HISTORY.values())]
    assert (adjusters[0][0], adjusters[0][1].isoformat()) == ("Bo Al, Cia Asp", "09:30:00")
    assert value == (Decimal("-827000.00"), Decimal(1000))
    assert run == [(3, 4, 2, 0)]


def test_loading_the_same_archive_again_changes_no_row(target: str) -> None:
    with open_warehouse(target) as warehouse:
        load_all(warehouse)
    with open_warehouse(target) as warehouse:
        before = everything(warehouse)
        load_all(warehouse, AGAIN)
        assert everything(warehouse) == before
        assert warehouse.report.changed == 0
        assert warehouse.report.tables["figures"] == Change(unchanged=4)


def test_a_newer_reading_replaces_the_rows_of_its_document_and_no_others(target: str) -> None:
    with open_warehouse(target) as warehouse:
        load_all(warehouse)
        other = warehouse.rows("SELECT * FROM avstam.figures WHERE document_id = %s ORDER BY figure_id", [B])
        warehouse.begin_run("run", "2", LATER)
        better = (figure(A, 1, "-828000"), figure(A, 3, "5"))
        report = warehouse.load_document(minutes(A, version="2", figures=better), AGAIN)
        assert report.tables["figures"] == Change(inserted=1, updated=1, removed=1)
        assert report.tables["cells"] == Change(unchanged=3)
        assert warehouse.rows("SELECT value FROM avstam.figures WHERE document_id = %s ORDER BY figure_id", [A]) == [
            (Decimal(-828000),),
            (Decimal(5),),
        ]
        assert warehouse.rows("SELECT * FROM avstam.figures WHERE document_id = %s ORDER BY figure_id", [B]) == other
        history = warehouse.rows("SELECT value, replaced_in_run FROM avstam.figures_history ORDER BY figure_id")
        assert history == [(Decimal(-827000), "000002"), (Decimal("16.90"), "000002")]


class KilledError(RuntimeError):
    """Stands for a process that ends in the middle."""


def kill_at_write(monkeypatch: pytest.MonkeyPatch, database: Database, number: int) -> None:
    """Let the write with this number raise."""
    left = iter(range(number))

    def dying(original: Callable[..., None]) -> Callable[..., None]:
        def write(*arguments: object) -> None:
            if next(left, None) is None:
                raise KilledError
            original(*arguments)

        return write

    for name in ("insert", "delete"):
        monkeypatch.setattr(database, name, dying(getattr(database, name)))


@pytest.mark.parametrize("number", range(6))
def test_a_document_killed_at_any_write_is_as_it_was_and_the_next_run_completes_it(
    number: int, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse.load_document(minutes(A), FACTS)
    warehouse.begin_run("run", "2", LATER)
    before = everything(warehouse)
    better = minutes(A, version="2", figures=(figure(A, 1, "-828000"), figure(A, 3, "5")))
    with monkeypatch.context() as patch:
        kill_at_write(patch, warehouse.database, number)
        with pytest.raises(KilledError):
            warehouse.load_document(better, AGAIN)
    assert everything(warehouse) == before
    warehouse.load_document(better, AGAIN)
    with open_warehouse(":memory:") as undisturbed:
        undisturbed.load_document(minutes(A), FACTS)
        undisturbed.begin_run("run", "2", LATER)
        undisturbed.load_document(better, AGAIN)
        assert everything(warehouse) == everything(undisturbed)


def run_twice(target: str) -> None:
    """Do two runs, the second with better readings of all documents; done in a process that is killed, and again after it."""
    with open_warehouse(target) as warehouse:
        for number, facts in ((1, FACTS), (2, AGAIN)):
            finished = warehouse.rows(
                "SELECT 1 FROM avstam.runs WHERE run_id = %s AND finished_at IS NOT NULL", [f"{number:06d}"]
            )
            if finished:
                continue
            assert warehouse.begin_run("run", str(number), facts.ingested_at) == f"{number:06d}"
            extractions = [better(f"{name:064d}", number) for name in range(KILLED_DOCUMENTS)]
            for extraction in extractions:
                warehouse.load_document(extraction, facts)
            found = [finding(extraction.document_id, extraction.document_id[-2:]) for extraction in extractions[number:]]
            warehouse.load_archive_results(archive_of(*extractions), [], found)
            warehouse.end_run(facts.ingested_at, files_seen=0, files_new=0, files_quarantined=0)


KILLED_DOCUMENTS = 12


def better(document_id: str, number: int) -> Extraction:
    """Return what the run with this number reads of a document."""
    figures = (figure(document_id, 1, f"{number}000"), figure(document_id, number + 1, "5"))
    return minutes(document_id, version=str(number), figures=figures)


@pytest.mark.slow
def test_a_process_killed_at_random_leaves_whole_documents_and_the_next_run_completes_them(target: str, tmp_path: Path) -> None:
    moments = random.Random(1)  # noqa: S311  when to kill
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", f"from tests.pipeline.test_load import *; print(flush=True); run_twice({target!r})"],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout is not None
        process.stdout.readline()  # it has imported everything and begins to load
        time.sleep(moments.uniform(0.02, 0.8))
        process.kill()
        process.wait()
        process.stdout.close()
        with released(target) as warehouse:
            assert warehouse.rows(PARTIAL) == []
    run_twice(target)
    run_twice(str(tmp_path / "undisturbed.duckdb"))
    with open_warehouse(target) as killed, open_warehouse(str(tmp_path / "undisturbed.duckdb")) as undisturbed:
        assert everything(killed) == everything(undisturbed)
        assert everything(killed)["figures_history"], "the second run replaced what the first had read"


def released(target: str) -> Warehouse:
    """Open a warehouse whose writer was killed; a server notices that a moment later."""
    for _ in range(100):
        with suppress(WarehouseBusyError):
            return open_warehouse(target)
        time.sleep(0.1)
    return open_warehouse(target)


PARTIAL = """
SELECT document_id FROM (SELECT document_id FROM avstam.documents UNION SELECT document_id FROM avstam.pages) AS known
WHERE (SELECT count(*) FROM avstam.documents d WHERE d.document_id = known.document_id) <> 1
   OR (SELECT count(*) FROM avstam.pages p WHERE p.document_id = known.document_id) <> 3
   OR (SELECT count(*) FROM avstam.figures f WHERE f.document_id = known.document_id) <> 2"""
"""Documents of which a part is missing; each has three pages and two figures."""


def test_matched_subjects_are_what_the_figures_carry(warehouse: Warehouse) -> None:
    matched = tuple(figure.model_copy(update={"subject": "Gemensamt namn"}) for figure in minutes(A).figures)
    warehouse.load_document(minutes(A), FACTS, matched)
    assert warehouse.rows("SELECT DISTINCT subject FROM avstam.figures") == [("Gemensamt namn",)]
    assert warehouse.load_document(minutes(A), AGAIN, matched).changed == 0


def test_an_amount_keeps_every_digit(target: str) -> None:
    values = ["0.01", "-9999999999999999.99", "123456789012345.67", "16.9"]
    with open_warehouse(target) as warehouse:
        warehouse.load_document(minutes(A, figures=tuple(figure(A, n, value) for n, value in enumerate(values))), FACTS)
        assert [row[0] for row in warehouse.rows("SELECT value FROM avstam.figures ORDER BY figure_id")] == [
            Decimal(value) for value in values
        ]


def test_more_than_two_decimals_are_kept_beside_the_rounded_value(warehouse: Warehouse) -> None:
    rate = figure(A, 1, "21.745", unit="percent", quantum=Decimal("0.001"))
    warehouse.load_document(minutes(A, figures=(rate,)), FACTS)
    assert warehouse.rows("SELECT value, value_unrounded, quantum FROM avstam.figures") == [
        (Decimal("21.74"), Decimal("21.745"), Decimal("0.001"))
    ]


def test_what_does_not_fit_is_refused_with_its_reason_and_the_rest_is_loaded(target: str) -> None:
    figures = (figure(A, 1, "1e30"), figure(A, 2, "5"), figure(A, 2, "6"))
    with open_warehouse(target) as warehouse:
        report = warehouse.load_document(minutes(A, figures=figures), FACTS)
        assert warehouse.rows("SELECT value FROM avstam.figures") == [(Decimal(5),)]
        listed = warehouse.rows("SELECT message FROM avstam.problems WHERE code = 'load.refused' ORDER BY position")
    assert len(report.refused) == 2
    assert "does not fit DECIMAL(18,2)" in listed[0][0]
    assert "a second row with the same key" in listed[1][0]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"unit": "USD"}, "unit = USD: is none of SEK, percent, count, ratio"),
        ({"scenario": "dröm"}, "scenario = dröm: is none of budget"),
        ({"page": 0}, "page = 0: pages count from 1"),
        ({"quantum": Decimal(0)}, "quantum = 0.0000: the step of the last digit is more than 0"),
        ({"confidence": 1.5}, "confidence = 1.5: confidence is from 0 to 1"),
        ({"period_start": dt.date(2026, 1, 1)}, "the period ends before it begins"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_and_its_reason_kept_with_the_run(
    changes: dict[str, object], reason: str, warehouse: Warehouse
) -> None:
    odd = figure(A, 1, "5").model_copy(update=changes)
    warehouse.begin_run("run", "1", NOW)
    warehouse.load_document(minutes(A, figures=(odd, figure(A, 2, "6"))), FACTS)
    warehouse.end_run(NOW, files_seen=1, files_new=1, files_quarantined=0)
    assert warehouse.rows("SELECT value FROM avstam.figures") == [(Decimal(6),)]
    ((told,),) = warehouse.rows("SELECT reason FROM avstam.refusals WHERE run_id = '000001'")
    assert told.startswith(f"figures {A}-f1: ")
    assert reason in told


def test_a_document_whose_own_row_is_refused_is_quarantined_whole(target: str) -> None:
    odd = minutes(A)
    odd = odd.model_copy(update={"classification": odd.classification.model_copy(update={"kind": "poem"})})
    with open_warehouse(target) as warehouse:
        warehouse.load_document(minutes(A), FACTS)
        report = warehouse.load_document(odd, AGAIN)
        warehouse.load_quarantine([], LATER, released=[A])
        assert "kind = poem: is none of minutes" in report.refused[0]
        assert warehouse.rows("SELECT reason FROM avstam.quarantine") == [("load.refused",)]
        assert warehouse.rows("SELECT (SELECT count(*) FROM avstam.documents) + (SELECT count(*) FROM avstam.cells)") == [(0,)]
        warehouse.begin_run("run", "2", LATER)
        warehouse.load_document(minutes(A), AGAIN)


@pytest.mark.parametrize("value", ["1e16", "9999999999999999.999", "-1e16"])
def test_an_amount_that_does_not_fit_is_never_rounded_into_the_column(value: str, warehouse: Warehouse) -> None:
    report = warehouse.load_document(minutes(A, figures=(figure(A, 1, value),)), FACTS)
    assert len(report.refused) == 1
    assert warehouse.rows("SELECT * FROM avstam.figures") == []


def test_text_that_no_database_stores_is_marked_not_lost(target: str) -> None:
    odd = figure(A, 1, "5", raw="5\x00\ud800 kr", label="åäö")
    with open_warehouse(target) as warehouse:
        warehouse.load_document(minutes(A, figures=(odd,)), FACTS)
        assert warehouse.rows("SELECT raw, label FROM avstam.figures") == [("5�? kr", "åäö")]


def test_a_document_can_be_taken_out(warehouse: Warehouse) -> None:
    load_all(warehouse)
    warehouse.remove_document(A)
    for table in (tables.DOCUMENTS, tables.FIGURES, tables.CELLS, tables.PAGES):
        assert warehouse.rows(f"SELECT DISTINCT document_id FROM {table.full_name}") == [(B,)]  # noqa: S608  our own names
    assert warehouse.rows("SELECT count(*) FROM avstam.attendance") == [(2,)]


def status_of(warehouse: Warehouse, name: str) -> tuple[object, ...]:
    rows = warehouse.rows(
        "SELECT status, first_seen_run, last_seen_run FROM avstam.findings WHERE finding_id = %s", [f"finding-{name}"]
    )
    return rows[0] if rows else ()


def test_a_finding_lives_from_run_to_run(target: str) -> None:
    with open_warehouse(target) as warehouse:
        load_all(warehouse)
        archive = archive_of(minutes(A), minutes(B))
        warehouse.begin_run("run", "1", LATER)
        report = warehouse.load_archive_results(archive, [], [finding(A), finding(A, "three")])
        assert (report.findings_new, report.findings_resolved) == (["finding-three"], ["finding-two"])
        assert status_of(warehouse, "one") == ("open", "000001", "000002")
        assert status_of(warehouse, "two") == ("resolved", "000001", "000001")
        assert status_of(warehouse, "three") == ("open", "000002", "000002")
        warehouse.end_run(LATER, files_seen=0, files_new=0, files_quarantined=0)
        warehouse.begin_run("run", "1", LATER)
        report = warehouse.load_archive_results(archive, [], [finding(A), finding(A, "three"), finding(B, "two")])
        assert report.findings_new == ["finding-two"]
        assert status_of(warehouse, "two") == ("open", "000001", "000003")


def test_a_run_over_other_documents_resolves_nothing(warehouse: Warehouse) -> None:
    load_all(warehouse)
    report = warehouse.load_archive_results(archive_of(minutes(B)), [check(B, "two", "inconsistent")], [finding(B, "two")])
    assert report.findings_resolved == []
    assert status_of(warehouse, "one")[0] == "open"
    assert warehouse.rows("SELECT count(*) FROM avstam.checks") == [(2,)]


def test_many_checks_are_written_in_parts_and_those_that_are_gone_leave(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_findings, "MANY_CHECKS", 1)
    first, again = ([check(A).model_copy(update={"check_id": f"{digit}{name}"}) for digit in "09af"] for name in ("one", "two"))
    with open_warehouse(target) as warehouse:
        load_all(warehouse)
        archive = archive_of(minutes(A), minutes(B))
        warehouse.load_archive_results(archive, first, [])
        warehouse.load_archive_results(archive, [first[0], *again], [])
        stored = [row[0] for row in warehouse.rows("SELECT check_id FROM avstam.checks ORDER BY check_id")]
        assert [one for one in stored if not one.startswith("check-")] == ["0one", "0two", "9two", "atwo", "ftwo"]
        report = warehouse.load_archive_results(archive, [first[0], *again], [])
        assert report.tables["checks"] == Change(unchanged=5)


def test_a_finding_on_a_document_that_left_is_resolved(warehouse: Warehouse) -> None:
    load_all(warehouse)
    warehouse.remove_document(A)
    report = warehouse.load_archive_results(archive_of(minutes(B)), [], [finding(B, "two")])
    assert report.findings_resolved == ["finding-one"]


def test_what_a_person_said_survives_later_runs(target: str) -> None:
    with open_warehouse(target) as warehouse:
        load_all(warehouse)
        warehouse.add_review(
            Review(finding_id="finding-one", verdict="dismissed", note="Rätt ändå", author="AE", reviewed_at=NOW)
        )
        load_all(warehouse, AGAIN, version="2")
        assert status_of(warehouse, "one")[0] == "dismissed"
        assert warehouse.rows("SELECT note, author FROM avstam.reviews") == [("Rätt ändå", "AE")]
        warehouse.add_review(Review(finding_id="finding-one", verdict="reopened", reviewed_at=LATER))
        assert status_of(warehouse, "one")[0] == "open"


def test_evidence_that_moved_is_updated_with_its_finding(warehouse: Warehouse) -> None:
    load_all(warehouse)
    moved = finding(A, evidence=(evidence(A, 500, "total", "-1 855", "-1855000"),))
    report = warehouse.load_archive_results(archive_of(minutes(A), minutes(B)), [], [moved, finding(B, "two")])
    assert report.tables["finding_evidence"] == Change(updated=1, removed=1, unchanged=2)


def test_a_file_read_at_last_leaves_quarantine(warehouse: Warehouse) -> None:
    load_all(warehouse)
    warehouse.load_quarantine([], LATER, released=["q"])
    assert warehouse.rows("SELECT * FROM avstam.quarantine") == []


def test_two_runs_at_once_the_second_is_told_what_to_do(tmp_path: Path) -> None:
    path = str(tmp_path / "avstam.duckdb")
    with open_warehouse(path):
        code = f"from pipeline.load import open_warehouse; open_warehouse({path!r})"
        ended = run_python(code)
    assert ended.returncode != 0
    assert "is in use by another run. Wait until that has ended, or name another one with --warehouse" in ended.stderr


def test_a_file_may_be_called_as_the_schema(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path / "avstam.duckdb")) as warehouse:
        load_all(warehouse)
        assert warehouse.rows("SELECT count(*) FROM avstam.open_findings") == [(2,)]


def test_two_runs_at_once_on_postgresql(postgres_url: str) -> None:
    with open_warehouse(postgres_url), pytest.raises(WarehouseBusyError, match="in use by another run"):
        open_warehouse(postgres_url)
    with open_warehouse(postgres_url):
        open_warehouse(postgres_url, read_only=True).close()


def run_python(code: str) -> SimpleNamespace:
    """Run a few lines in a process of their own."""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return SimpleNamespace(returncode=ended.returncode, stderr=ended.stderr)


def test_a_warehouse_of_another_version_is_refused_and_left_alone(target: str) -> None:
    with open_warehouse(target) as warehouse:
        warehouse.database.execute("UPDATE avstam.schema_version SET version = 0")
    with pytest.raises(WarehouseError, match="no known version of avstam made"):
        open_warehouse(target)


def test_a_warehouse_without_a_new_table_or_column_gets_it_and_fills_it(target: str) -> None:
    changing = (
        tables.RUNS,
        tables.RUN_TABLES,
        tables.DOCUMENTS,
        tables.HISTORY["documents"],
        tables.FINDINGS,
        tables.HISTORY["findings"],
    )
    older = open_warehouse(target)
    load_all(older)
    before = everything(older, but=changing)
    for statement in (
        *drop_view_statements(tables.VERSIONED),
        "ALTER TABLE avstam.figures DROP COLUMN value_unrounded",
        "DROP TABLE avstam.problems",
        "UPDATE avstam.documents SET content_hash = 'of other columns'",
        "UPDATE avstam.schema_version SET declared = 'something else'",
    ):
        older.database.execute(statement)
    older.database.close()
    with open_warehouse(target) as warehouse:
        load_all(warehouse, AGAIN)
        assert everything(warehouse, but=changing) == before
        assert warehouse.rows("SELECT count(*) FROM avstam.figures_by_row") == [(4,)]


def test_reading_what_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="avstam run"):
        open_warehouse(str(tmp_path / "none.duckdb"), read_only=True)
    assert not (tmp_path / "none.duckdb").exists()


def test_reading_a_folder_that_is_not_there_says_the_same_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="avstam run"):
        open_warehouse(f"parquet:{tmp_path / 'none'}", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_warehouse_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7 " * 1000)
    with pytest.raises(WarehouseError, match="Check that it is one"):
        open_warehouse(str(path))
    assert path.read_bytes() == b"%PDF-1.7 " * 1000


def test_an_unreachable_database_is_named_without_its_password() -> None:
    with pytest.raises(WarehouseError) as caught:
        open_warehouse("postgresql://someone:hemligt@127.0.0.1:9/nothing")
    assert "hemligt" not in str(caught.value)


def test_parquet_files_hold_the_same_rows_and_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with open_warehouse(f"{tmp_path / name}/") as warehouse:
            load_all(warehouse)
    files = sorted(path.name for path in (tmp_path / "one").glob("*.parquet"))
    assert files == sorted(f"{table.name}.parquet" for table in tables.ALL)
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files)
    first = duckdb.read_parquet(str(tmp_path / "one" / "figures.parquet")).order("figure_id").fetchall()[0]
    assert Decimal("-827000.00") in first


def test_parquet_files_that_did_not_change_are_not_written_again(tmp_path: Path) -> None:
    with open_warehouse(f"{tmp_path}/") as warehouse:
        load_all(warehouse)
    before = (tmp_path / "figures.parquet").stat().st_mtime_ns
    with open_warehouse(f"{tmp_path}/") as warehouse:
        load_all(warehouse, AGAIN)
    assert (tmp_path / "figures.parquet").stat().st_mtime_ns == before


def test_report_and_exports_are_the_same_whatever_the_database(target: str, tmp_path: Path) -> None:
    pages, files = [], []
    for number, where in enumerate((":memory:", target)):
        with open_warehouse(where) as warehouse:
            load_all(warehouse)
            pages.append(render(warehouse))
            files.append([path.read_bytes() for path in export(warehouse, tmp_path / str(number), "csv")])
    assert pages[0] == pages[1]
    assert files[0] == files[1]


@pytest.mark.parametrize(
    "view", ["figures_wide", "figures_by_row", "budget_outcome", "decisions_with_amounts", "open_findings", "coverage_gaps"]
)
def test_views_answer_on_every_database(view: str, target: str) -> None:
    with open_warehouse(target) as warehouse:
        outcome = figure(A, 1, "-800000", scenario="outcome", col=2, figure_id="outcome")
        warehouse.load_document(minutes(A, figures=(*minutes(A).figures, outcome)), FACTS)
        warehouse.load_archive_results(archive_of(minutes(A)), [], [finding(A)])
        warehouse.load_coverage([ExpectedDocument(coverage_id="c", state="missing", kind="annual_report", fiscal_year=2024)])
        query = f"SELECT * FROM avstam.{view}"  # noqa: S608  our own names
        names = warehouse.database.names(query)
        rows = [dict(zip(names, row, strict=True)) for row in warehouse.rows(query)]
    if view == "budget_outcome":
        assert [(row["subject"], row["budget"], row["outcome"], row["difference"]) for row in rows] == [
            ("SamCoach", Decimal(-827000), Decimal(-800000), Decimal(27000))
        ]
    assert len(rows) == {"figures_wide": 2, "figures_by_row": 2}.get(view, 1)
