"""Files, folders and zip archives give their PDFs in one order; what gives none says why."""

from __future__ import annotations

import os
import socket
import zipfile
from pathlib import Path

import pytest

from pipeline.archive import gather
from pipeline.discover import FILE_LIMIT, Found, Rejected, discover
from pipeline.errors import UsageError
from pipeline.store import Store


def found(path: Path) -> list[str]:
    return [item.source_path for item in discover([path]) if isinstance(item, Found)]


def rejected(path: Path) -> list[str]:
    return [item.problem.code for item in discover([path]) if isinstance(item, Rejected)]


def test_a_folder_is_searched_below_and_in_order(tmp_path: Path) -> None:
    for name in ("b.pdf", "sub/a.PDF", "a.pdf", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    assert found(tmp_path) == ["a.pdf", "b.pdf", "sub/a.PDF"]


def test_a_zip_archive_gives_its_members_with_their_bytes(tmp_path: Path) -> None:
    archive = tmp_path / "old.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("x/one.pdf", b"1")
        target.writestr("readme.txt", b"2")
    items = [item for item in discover([tmp_path]) if isinstance(item, Found)]
    assert [(item.source_path, item.file_name, item.load()) for item in items] == [("old.zip!x/one.pdf", "one.pdf", b"1")]


def test_what_holds_no_pdf_says_so(tmp_path: Path) -> None:
    assert rejected(tmp_path) == ["discover.no_pdf"]
    (tmp_path / "bad.zip").write_bytes(b"PK no")
    assert rejected(tmp_path) == ["discover.bad_zip"]
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as target:
        target.writestr("a.txt", b"")
    assert rejected(tmp_path) == ["discover.no_pdf"]


def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        list(discover([tmp_path / "nowhere"]))


def test_a_damaged_member_is_an_os_error_when_loaded(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("one.pdf", b"x" * 100)
    data = bytearray(archive.read_bytes())
    data[45] ^= 0xFF
    archive.write_bytes(bytes(data))
    (item,) = discover([archive])
    assert isinstance(item, Found)
    with pytest.raises(OSError, match=r"one\.pdf"):
        item.load()


def test_pipes_folders_and_dead_links_are_named_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "dead.pdf").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "s.pdf"))
        items = {item.source_path: item.problem.code for item in discover([tmp_path]) if isinstance(item, Rejected)}
    assert items == {
        "pipe.pdf": "discover.no_file",
        "pipe.zip": "discover.no_file",
        "s.pdf": "discover.no_file",
        "dead.pdf": "discover.unreadable",
        "loop.pdf": "discover.unreadable",
    }
    assert rejected(tmp_path / "pipe.pdf") == ["discover.no_file"]


def test_a_file_that_vanishes_or_becomes_a_pipe_is_an_os_error_when_loaded(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-")
    items = [item for item in discover([tmp_path]) if isinstance(item, Found)]
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).unlink()
    os.mkfifo(tmp_path / "b.pdf")
    for item in items:
        with pytest.raises(OSError, match=r"No such file|no ordinary file"):
            item.load()


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.pdf").write_bytes(b"1")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert found(tmp_path) == ["sub/a.pdf"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert rejected(tmp_path) == ["discover.unreadable_folder"]


def test_names_that_are_no_utf8_and_very_long_names_can_be_kept(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bokf\xf6ring.pdf")).write_bytes(b"%PDF-1")
    (tmp_path / ("x" * 251 + ".pdf")).write_bytes(b"%PDF-2")
    gathered = gather([tmp_path], Store(str(tmp_path / "store")))
    assert [source.source_path for source in gathered.sources] == ["bokf\\xf6ring.pdf", "x" * 251 + ".pdf"]


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    assert rejected(tmp_path) == ["discover.too_large"]


def test_archives_in_archives_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        target.writestr("inner.zip", b"PK")
        target.writestr("../../etc/one.pdf", b"1")
    items = list(discover([tmp_path]))
    assert [(item.source_path, item.file_name) for item in items] == [
        ("a.zip!../../etc/one.pdf", "one.pdf"),
        ("a.zip!inner.zip", "inner.zip"),
    ]
    assert rejected(tmp_path) == ["discover.nested_zip"]


def test_no_more_is_unpacked_from_an_archive_than_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as target:
        for number in range(5):
            target.writestr(f"{number}.pdf", bytes(1000))
    monkeypatch.setattr("pipeline.discover.ARCHIVE_LIMIT", 3000)
    assert found(tmp_path) == ["a.zip!0.pdf", "a.zip!1.pdf", "a.zip!2.pdf"]
    assert rejected(tmp_path) == ["discover.archive_too_large"] * 2
    monkeypatch.setattr("pipeline.discover.MEMBER_LIMIT", 2)
    assert found(tmp_path) == ["a.zip!0.pdf", "a.zip!1.pdf"]
    assert rejected(tmp_path) == ["discover.too_many"]


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("one.pdf", bytes(10_000_000))
    archive.write_bytes(archive.read_bytes().replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    (item,) = discover([archive])
    assert isinstance(item, Found)
    with pytest.raises(OSError, match="CRC"):
        item.load()
