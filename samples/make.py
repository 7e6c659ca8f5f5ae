"""Make all samples again: `python samples/make.py [NAME ...]`. The same script gives the same bytes.

Every `samples/<kind>/<name>.py` has `make() -> dict[str, bytes]`; its files are written beside it. With names, only these scripts run.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent


def scripts(names: list[str]) -> list[Path]:
    """Return the sample scripts in a fixed order, all or those named."""
    found = sorted(SAMPLES.glob("*/*.py"))
    return [path for path in found if not names or path.stem in names]


def made_by(script: Path) -> dict[str, bytes]:
    """Run a script's `make()`; it may import `typeset` and all other sample scripts by name."""
    for folder in (SAMPLES, *sorted({path.parent for path in scripts([])})):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(script.stem, script)
    if spec is None or spec.loader is None:
        msg = f"{script} cannot be imported"
        raise ImportError(msg)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files: dict[str, bytes] = module.make()
    return files


def main() -> None:
    """Write the files of all scripts and say which changed."""
    for script in scripts(sys.argv[1:]):
        for name, content in made_by(script).items():
            path = script.parent / name
            same = path.exists() and path.read_bytes() == content
            path.write_bytes(content)
            sys.stdout.write(f"{'same   ' if same else 'written'} {path.relative_to(SAMPLES)}\n")


if __name__ == "__main__":
    main()
