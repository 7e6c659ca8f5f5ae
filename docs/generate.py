"""Make the pages of `docs/` that are rendered from the code: rules, kinds, exit codes, problems, data dictionary.

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
from pipeline.warehouse.shape import documentation as dictionary

ROOT = Path(__file__).resolve().parent.parent
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


def warehouse() -> str:
    """Return the data dictionary."""
    return dictionary(warehouse_tables.ALL)


def documentation(module: object) -> str:
    """Return the docstring of a module."""
    return inspect.cleandoc(module.__doc__ or "") if isinstance(module, types.ModuleType) else ""


def attribute_docstrings(kind: type) -> dict[str, str]:
    """Return the strings that stand under the members of a class."""
    (tree,) = ast.parse(inspect.getsource(kind)).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    named = {}
    for member, text in itertools.pairwise(body):
        if isinstance(member, ast.Assign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            named[ast.unparse(member.targets[0])] = " ".join(str(text.value.value).split())
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
