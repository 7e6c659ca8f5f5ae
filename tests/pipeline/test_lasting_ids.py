"""A finding keeps its id when its document is published anew: a page in front, rows further down, another file."""

from __future__ import annotations

import hashlib
import io
from functools import cache

import pikepdf
import pytest

from benchmarks.made.archive import make_archive
from pipeline.config import Options
from pipeline.document import process
from pipeline.match import build_archive
from pipeline.reconcile import reconcile
from pipeline.store import Store
from pipeline.tools import load_tools
from schemas.archive import Archive, ArchiveDocument, Settings
from schemas.document import Extraction, Source
from schemas.finding import Finding
from schemas.place import Box
from tests.sample_files import HALF_YEAR


@cache
def findings_of(front: int, folder: str) -> tuple[Finding, ...]:
    """Reconcile the half-year sample with some empty pages in front."""
    with pikepdf.open(HALF_YEAR) as pdf:
        for _ in range(front):
            pdf.add_blank_page(page_size=(595, 842))
            pdf.pages.insert(0, pdf.pages[-1])
            del pdf.pages[-1]
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    data = buffer.getvalue()
    source = Source(document_id=hashlib.sha256(data).hexdigest(), file_name=HALF_YEAR.name, source_path=HALF_YEAR.name)
    options = Options(ocr="never")
    extraction: Extraction = process(source, data, options, load_tools(Store(folder), options))
    return reconcile(build_archive([extraction]), Settings())[1]


def test_a_page_in_front_changes_the_places_and_no_id(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = str(tmp_path_factory.mktemp("store"))
    before, after = findings_of(0, folder), findings_of(1, folder)
    assert [one.finding_id for one in before] == [one.finding_id for one in after]
    assert len(before) > 1
    assert [one.evidence[0].page + 1 for one in before] == [one.evidence[0].page for one in after]
    assert {one.evidence[0].document_id for one in before}.isdisjoint(one.evidence[0].document_id for one in after)


def moved(document: ArchiveDocument) -> ArchiveDocument:
    """Return a document in another file, everything on it a page and some points further down."""
    key = hashlib.sha256(document.document_id.encode()).hexdigest()
    tables = {table.table_id: hashlib.sha256(table.table_id.encode()).hexdigest() for table in document.tables}
    return document.model_copy(
        update={
            "document_id": key,
            "tables": tuple(
                one.model_copy(update={"document_id": key, "table_id": tables[one.table_id], "page": one.page + 1})
                for one in document.tables
            ),
            "figures": tuple(
                one.model_copy(
                    update={
                        "document_id": key,
                        "figure_id": f"{one.figure_id}m",
                        "table_id": tables.get(one.table_id or ""),
                        "page": one.page + 1,
                        "box": lower(one.box),
                    }
                )
                for one in document.figures
            ),
            "decisions": tuple(one.model_copy(update={"document_id": key, "page": one.page + 1}) for one in document.decisions),
            "scanned_pages": frozenset(page + 1 for page in document.scanned_pages),
        }
    )


def lower(box: Box) -> Box:
    return Box(x0=box.x0, top=box.top + 20, x1=box.x1, bottom=box.bottom + 20)


def test_ids_of_all_rules_survive_that_every_document_comes_in_another_file() -> None:
    archive = build_archive(make_archive(bodies=4, years=4, share=1, seed=5).extractions)
    elsewhere = Archive(documents=tuple(map(moved, archive.documents)), subjects=archive.subjects)
    before, after = (reconcile(one, Settings())[1] for one in (archive, elsewhere))
    assert len({one.rule for one in before}) > 5
    assert {one.finding_id for one in before} == {one.finding_id for one in after}
    assert len({one.finding_id for one in before}) == len(before)


def test_checks_point_to_the_findings_that_were_raised_from_them() -> None:
    checks, findings = reconcile(build_archive(make_archive(bodies=2, years=3, share=1, seed=5).extractions), Settings())
    assert {check.finding_id for check in checks if check.finding_id} <= {one.finding_id for one in findings}
