"""The order of the work changes nothing: body by body, by several processes, documents in any order."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made.archive import make_archive
from pipeline import reconcile as module
from pipeline.judging.parts import parts_of
from pipeline.match import build_archive
from pipeline.reconcile import judge_spooled, merged, reconcile, spool
from schemas.archive import Archive, Settings
from schemas.document import Extraction
from tests.archives import document


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return make_archive(bodies=4, years=3, share=0.5, seed=6).extractions


@pytest.fixture(scope="module")
def archive(extractions: list[Extraction]) -> Archive:
    return build_archive(extractions)


def test_every_document_is_in_one_part_and_each_part_has_one_body(archive: Archive) -> None:
    parts = list(parts_of(archive))
    assert sorted(one.document_id for part in parts for one in part.documents) == sorted(
        one.document_id for one in archive.documents
    )
    assert [len({one.entity_id for one in part.documents}) for part in parts] == [1, 1, 1, 1]


def test_an_older_edition_stands_with_the_newer() -> None:
    new = document("new")
    old = document("old", superseded_by=new.document_id)
    other = old.classification.model_copy(update={"body": None})
    (part,) = parts_of(Archive(documents=(old.model_copy(update={"classification": other}), new)))
    assert len(part.documents) == 2


def test_the_order_of_documents_changes_nothing(archive: Archive, extractions: list[Extraction]) -> None:
    backwards = reconcile(build_archive(extractions[::-1]), Settings())
    assert backwards == reconcile(archive, Settings())
    assert backwards[1]


def test_several_processes_find_the_same(archive: Archive, tmp_path: Path) -> None:
    alone = reconcile(archive, Settings())
    together = merged(judge_spooled(spool(parts_of(archive), tmp_path), Settings(), workers=2))
    assert together == alone


def test_a_large_archive_is_shared_among_processes(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = reconcile(archive, Settings(), workers=2)
    monkeypatch.setattr(module, "MANY", 1)
    assert reconcile(archive, Settings(), workers=2) == alone
