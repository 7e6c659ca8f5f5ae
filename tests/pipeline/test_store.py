"""The store keeps whole values under content ids, and survives damage."""

from __future__ import annotations

import datetime as dt
import errno
import gzip
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.archive import gather
from pipeline.gist import gist_of
from pipeline.store import Store, StoreError, content_id, extraction_key, gist_key
from schemas.document import Classification, Extraction, Reading
from schemas.figure import Figure
from schemas.page import Page, Word
from schemas.place import Box


def extraction(document_id: str) -> Extraction:
    reading = Reading(document_id=document_id, file_name="a.pdf", pages=())
    return Extraction(
        document_id=document_id, extractor_version="v1", reading=reading, classification=Classification(kind="other")
    )


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store") if request.param == "folder" else f"memory://{tmp_path.name}")


def test_what_is_put_can_be_got(store: Store) -> None:
    assert store.get("a/b") is None
    store.put("a/b", b"one")
    store.put("a/b", b"two")
    assert store.get("a/b") == b"two"


def test_an_original_is_kept_under_its_hash(store: Store) -> None:
    document_id = store.put_original(b"%PDF-1.7 x")
    assert document_id == content_id(b"%PDF-1.7 x")
    assert store.original(document_id) == b"%PDF-1.7 x"
    assert store.original("0" * 64) is None


def test_an_extraction_comes_back_equal_and_belongs_to_its_version_and_options(store: Store) -> None:
    kept = extraction("ab" * 32)
    store.put_extraction(kept, "o1")
    assert store.extraction(kept.document_id, "v1", "o1") == kept
    assert store.extraction(kept.document_id, "v2", "o1") is None
    assert store.extraction(kept.document_id, "v1", "o2") is None


@pytest.mark.parametrize("damage", [b"", b"not gzip", gzip.compress(b"{}"), gzip.compress(b'{"a": 1}')[:12]])
def test_a_damaged_extraction_counts_as_missing(store: Store, damage: bytes) -> None:
    kept = extraction("cd" * 32)
    store.put(extraction_key(kept.document_id, "v1", "o1"), damage)
    assert store.extraction(kept.document_id, "v1", "o1") is None


def test_a_kept_extraction_is_the_record_as_json(store: Store) -> None:
    page = Page(number=1, width=595, height=842, words=(Word(text="å", raw="!", box=Box(x0=0, top=0, x1=5, bottom=5)),))
    reading = Reading(document_id="ab" * 32, file_name="å.pdf", pages=(page, page), created=dt.datetime(2025, 2, 3, 4, 5))  # noqa: DTZ001  # local, as files say it
    figure = Figure(
        figure_id="f", document_id="ab" * 32, value=Decimal("1E+3"), unit="SEK", quantum=Decimal("0.10"), raw="1 000",
        page=1, box=page.words[0].box, origin="prose",
    )  # fmt: skip
    kept = extraction("ab" * 32).model_copy(update={"reading": reading, "figures": (figure,), "aliases": (("a", "b"),)})
    store.put_extraction(kept, "o1")
    packed = store.get(extraction_key(kept.document_id, kept.extractor_version, "o1"))
    assert packed is not None
    assert gzip.decompress(packed).decode() == kept.model_dump_json()


def test_a_gist_comes_back_equal_and_a_damaged_one_counts_as_missing(store: Store) -> None:
    kept = gist_of(extraction("ab" * 32))
    store.put_gist(kept, "o1")
    assert store.gist("ab" * 32, "v1", "o1") == kept
    assert store.gist("ab" * 32, "v1", "o2") is None
    store.put(gist_key("ab" * 32, "v1", "o1"), b"not gzip")
    assert store.gist("ab" * 32, "v1", "o1") is None


def test_the_same_extraction_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = Store(str(tmp_path / "one")), Store(str(tmp_path / "two"))
    for store in (first, second):
        store.put_extraction(extraction("ef" * 32), "o1")
    key = extraction_key("ef" * 32, "v1", "o1")
    assert first.get(key) == second.get(key)


def test_a_folder_of_a_store_keeps_its_keys_apart(store: Store) -> None:
    store.folder("ocr").put("k", b"inner")
    assert store.get("k") is None
    assert store.get("ocr/k") == b"inner"


def test_a_full_disk_is_said_with_what_to_do_and_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, value: bytes) -> None:
        del path, value
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store._fs, "pipe_file", full)
    with pytest.raises(StoreError, match=r"cannot be written .*No space left on device.* name another with --store"):
        store.put_original(b"%PDF-1.7 x")
    assert store.get("originals/x") is None


def test_a_full_disk_ends_gathering_and_does_not_accuse_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    store = Store(str(tmp_path / "store"))
    monkeypatch.setattr(store, "put", lambda *_: (_ for _ in ()).throw(StoreError("full")))
    with pytest.raises(StoreError):
        gather([tmp_path / "a.pdf"], store)
