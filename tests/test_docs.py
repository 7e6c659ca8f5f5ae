"""The pages of `docs/` that are made from the code are up to date, and leave nothing out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_rule_and_kind_has_its_section() -> None:
    for folder, page in (("pipeline/rules", "rules.md"), ("extractors/kinds", "kinds.md")):
        modules = [path for path in (ROOT / folder).glob("*.py") if path.name != "__init__.py"]
        assert modules
        assert (ROOT / "docs" / page).read_text(encoding="utf-8").count("\n## ") == len(modules)
