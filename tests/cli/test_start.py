"""The command line starts at once: what only reading, writing or analysing needs is not imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SLOW = ("prefect", "pandas", "pyarrow", "numpy", "psycopg", "pypdfium2", "pdfplumber", "pikepdf", "pytesseract", "jinja2")


@pytest.mark.parametrize("words", [["--help"], ["findings", "--warehouse", "none.duckdb"]])
def test_nothing_slow_is_imported(words: list[str], tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['avstam', *sys.argv[1:]]\n"
        "from avstam.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('slow:', [name for name in {SLOW!r} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program, *words], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == "slow: []"
