"""The shape of the project: what may import what, how large things may grow, how they may be called."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline import version

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for part in ("avstam", "extractors", "pipeline", "schemas") for path in (ROOT / part).rglob("*.py"))
LONG = {"pipeline/warehouse/tables.py"}  # the declaration of all tables: data rather than code
VAGUE = {"helpers", "utils", "util", "common", "misc", "base", "stuff", "lib"}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_imports_go_downward() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_of_a_size_that_one_can_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400 or path.relative_to(ROOT).as_posix() in LONG
    assert path.stem not in VAGUE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = (node.end_lineno or 0) - node.lineno + 1
            documentation = len((ast.get_docstring(node) or "").splitlines())
            assert body - documentation <= 42, f"{node.name} has {body} lines"


def test_every_exemption_gives_its_reason_on_its_line() -> None:
    bare = re.compile(r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])\s*$")
    files = [path for part in (".", "docs", "scripts") for path in (ROOT / part).glob("*.py")]
    files += [path for part in ("tests", "samples", "benchmarks") for path in (ROOT / part).rglob("*.py")]
    for path in SOURCES + files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            assert not bare.search(line), f"{path.relative_to(ROOT)}:{number}"


def test_every_part_that_extractions_depend_on_exists() -> None:
    for part in version._PARTS:
        assert version._files(ROOT / part), part


def test_the_version_covers_all_that_an_extraction_is_made_with() -> None:
    """Whatever `pipeline.document` imports, directly or not; how things are kept and what errors say changes no extraction."""
    covered = {file for part in version._PARTS for path in ROOT.glob(part) for file in version._files(path)}
    apart = {ROOT / "pipeline" / name for name in ("__init__.py", "errors.py", "store.py", "version.py")}
    assert sorted(reached("pipeline.document", "pipeline.tools") - covered - apart) == []


def reached(*modules: str) -> set[Path]:
    """Return the files of the modules that some modules import, directly or not."""
    found: set[Path] = set()
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        stem = ROOT / Path(*name.split("."))
        path = stem.with_suffix(".py") if stem.with_suffix(".py").is_file() else stem / "__init__.py"
        if path.is_file() and path not in found:
            found.add(path)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module:
                    waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def test_every_package_is_named_for_installation() -> None:
    named = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"])
    parts = ("avstam", "extractors", "pipeline", "schemas")
    there = {
        path.parent.relative_to(ROOT).as_posix().replace("/", ".")
        for part in parts
        for path in (ROOT / part).rglob("__init__.py")
    }
    assert there == named


def test_nothing_but_flows_and_the_command_line_knows_the_orchestrator() -> None:
    below = [path for path in SOURCES if path.relative_to(ROOT).parts[0] != "avstam"]
    assert not [path for path in below if any(name.split(".")[0] in {"prefect", "flows"} for name in imported(path))]


def test_only_the_reader_opens_pdfs_and_only_ocr_runs_tesseract() -> None:
    for path in SOURCES:
        names = {name.split(".")[0] for name in imported(path)}
        place = path.relative_to(ROOT).as_posix()
        if "pytesseract" in names:
            assert re.match(r"pipeline/(ocr|recognition/\w+)\.py", place), place
        if names & {"pypdfium2", "pikepdf"}:
            assert re.match(r"pipeline/(read|reading/\w+|report/crops)\.py", place), place


def test_extractors_know_no_files_clocks_or_frames() -> None:
    forbidden = {"os", "pathlib", "time", "pandas", "random", "subprocess", "pypdfium2", "pikepdf"}
    for path in (path for path in SOURCES if path.relative_to(ROOT).parts[0] == "extractors"):
        assert not imported(path) & forbidden, path


def test_no_path_of_a_machine_and_no_package_host_is_tracked() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    host = re.compile(rb"files\.pythonhosted|pypi\.org|registry\.npmjs|--index-url|--extra-index-url")
    home = re.compile(rb"(?<![\w.])/(?:work|root|home/\w+)/")
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and path.suffix not in {".pdf", ".png"} and path != Path(__file__):
            data = path.read_bytes()
            assert not home.search(data), name
            assert not host.search(data), name
