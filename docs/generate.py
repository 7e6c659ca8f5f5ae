"""Make the pages of `docs/` that are rendered from the code: rules, kinds, exit codes, problems, settings, data dictionary.

python docs/generate.py          write them
python docs/generate.py --check  exit with 1 when a page is not up to date
"""

from __future__ import annotations

import ast
import inspect
import itertools
import re
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

from avstam.exit_codes import ExitCode
from extractors.kinds import kind_modules
from pipeline.rules import all_rules
from pipeline.warehouse import tables as warehouse_tables
from pipeline.warehouse import views as warehouse_views
from pipeline.warehouse.shape import documentation as dictionary
from schemas.archive import Settings, Thresholds

ROOT = Path(__file__).resolve().parent.parent
SETTINGS_HEAD = """# Settings of the rules

A TOML file, given with `--settings avstam.toml`. What it does not name keeps its default; a name that does not exist is refused.
What was set is kept with each run (`runs.settings`). A table `[bodies."..."]` changes thresholds and switches for one body, named
by its `entity_id` or its name. The rules and their names: [rules.md](rules.md). Made from `schemas/archive.py` by
`docs/generate.py`.

```toml
variance_share = 0.05
disabled_rules = ["year.sane", "budget.variance"]

[bodies."222000-2063"]
enabled_rules = ["budget.variance"]
equity_share = 0.25
equity_source = "styrelsens beslut 2024"
equity_from = 2024
```

| setting | default | for single bodies | meaning |
|---|---|---|---|
"""
CODE = re.compile(r"^(?:body|discover|kind|minutes|ocr|page|prose|read|repair|table|year)\.[a-z_]+$")


def rules() -> str:
    """Return the catalogue of rules: the docstring of each rule's module."""
    head = "# Rules of reconciliation\n\nMade from the docstrings of `pipeline/rules/` by `docs/generate.py`.\n"
    return "\n".join([head, *(f"## `{rule.NAME}`\n\n{documentation(rule)}\n" for rule in all_rules())])


def kinds() -> str:
    """Return the catalogue of document kinds."""
    head = "# Kinds of documents\n\nMade from the docstrings of `extractors/kinds/` by `docs/generate.py`.\n"
    return "\n".join([head, *(f"## `{kind.KIND}`\n\n{documentation(kind)}\n" for kind in kind_modules())])


def exit_codes() -> str:
    """Return the table of exit codes."""
    described = attribute_docstrings(ExitCode)
    lines = [f"| {code.value} | {code.name.lower()} | {described[code.name]} |" for code in ExitCode]
    head = "# Exit codes\n\nMade from `avstam/exit_codes.py` by `docs/generate.py`.\n\n| code | name | meaning |\n|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


def problems() -> str:
    """Return the list of problem codes, each with the sentence that users see (`…` stands for what varies)."""
    found = dict(sorted(problem_codes()))
    lines = [f"| `{code}` | {message} |" for code, message in found.items()]
    head = (
        "# Problems\n\nWhat can be wrong with a file or a document. They are listed in the table `problems` of the warehouse;\n"
        "fatal ones send the file to `quarantine`. Made from the code by `docs/generate.py`.\n\n| code | message |\n|---|---|\n"
    )
    return head + "\n".join(lines) + "\n"


def settings() -> str:
    """Return the table of settings, for all bodies and for single ones."""
    told = attribute_docstrings(Settings)
    lines = [
        f"| `{name}` | {_default(field.default)} | {'yes' if name in Thresholds.model_fields else ''} | {told[name]} |"
        for name, field in Settings.model_fields.items()
        if name != "bodies"
    ]
    return SETTINGS_HEAD + "\n".join(lines) + "\n"


def _default(value: object) -> str:
    return "" if value in (None, "") else "none" if value == frozenset() else f"`{value}`"


def warehouse() -> str:
    """Return the data dictionary."""
    return dictionary((*warehouse_tables.ALL, *warehouse_views.EXPORTED))


def documentation(module: object) -> str:
    """Return the docstring of a module."""
    return inspect.cleandoc(module.__doc__ or "") if isinstance(module, types.ModuleType) else ""


def attribute_docstrings(kind: type) -> dict[str, str]:
    """Return the strings that stand under the members of a class."""
    (tree,) = ast.parse(inspect.getsource(kind)).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    named = {}
    for member, text in itertools.pairwise(body):
        if not isinstance(text, ast.Expr) or not isinstance(text.value, ast.Constant):
            continue
        if isinstance(member, ast.Assign | ast.AnnAssign):
            name = member.targets[0] if isinstance(member, ast.Assign) else member.target
            named[ast.unparse(name)] = " ".join(str(text.value.value).split())
    return named


def problem_codes() -> Iterator[tuple[str, str]]:
    """Yield every problem code in the code with the message that stands beside it."""
    for path in sorted(path for part in ("extractors", "pipeline") for path in (ROOT / part).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                texts = [template(value) for value in (*node.args, *(word.value for word in node.keywords))]
                code = next((text for text in texts if CODE.match(text)), None)
                messages = [text for text in texts if " " in text]
                if code and messages:
                    yield code, messages[0].replace("|", "\\|")


def template(node: ast.expr) -> str:
    """Return a literal text; the varying parts of an f-string become `…`."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return ""


PAGES: dict[str, Callable[[], str]] = {
    "rules.md": rules,
    "kinds.md": kinds,
    "exit-codes.md": exit_codes,
    "problems.md": problems,
    "settings.md": settings,
    "warehouse.md": warehouse,
}


def main() -> int:
    """Write the pages, or check them."""
    stale = [name for name, make in PAGES.items() if read(name) != make()]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/{name} is not up to date: run `make docs`", file=sys.stderr)  # noqa: T201  # a program's output
        return 1 if stale else 0
    for name in stale:
        (ROOT / "docs" / name).write_text(PAGES[name](), encoding="utf-8")
    return 0


def read(name: str) -> str:
    """Return a page as it is on disk."""
    path = ROOT / "docs" / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
