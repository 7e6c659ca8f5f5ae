"""Files, folders and zip archives give their PDFs in one order; what gives none says why."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.discover import Found, Rejected, discover
from pipeline.errors import UsageError


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
