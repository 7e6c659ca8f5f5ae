"""Files that change from run to run: replaced, overwritten by something else, gone, back again; unread folders miss nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.archive import Gathered
from pipeline.config import Config, Options
from pipeline.load import open_warehouse
from pipeline.presence import compare
from pipeline.query import changes
from pipeline.run import run
from schemas.run import RunResult
from tests.pipeline.pdfs import drawn, lines

PLAN, MINUTES = ("plan", "2026"), ("minutes", "2025-09-22")


def gathered(places: dict[str, str], *, roots: tuple[str, ...] = ("/in",), unseen: tuple[str, ...] = ()) -> Gathered:
    return Gathered(places=places, roots=list(roots), unseen=list(unseen))


def test_a_new_edition_in_the_same_file_replaces_the_old_one() -> None:
    found = compare({"/in/plan.pdf": "old"}, gathered({"/in/plan.pdf": "new"}), {"old": PLAN, "new": PLAN}, prune=False)
    assert (found.replaced, found.missing, found.overwritten, found.leaving) == (["old"], [], [], ["old"])


def test_a_file_that_holds_something_else_now_leaves_the_old_document_alone() -> None:
    known, now = {"/in/latest.pdf": "old"}, gathered({"/in/latest.pdf": "new"})
    about = {"old": MINUTES, "new": ("minutes", "2025-10-23")}
    assert compare(known, now, about, prune=False).overwritten == ["/in/latest.pdf"]
    assert compare(known, now, about, prune=True).pruned == ["old"]


def test_two_documents_without_a_date_are_not_taken_for_editions() -> None:
    about = {"old": ("minutes", ""), "new": ("minutes", "")}
    assert compare({"/in/a.pdf": "old"}, gathered({"/in/a.pdf": "new"}), about, prune=False).leaving == []


@pytest.mark.parametrize("prune", [False, True])
def test_a_file_that_is_gone_is_named_and_taken_out_only_when_asked(prune: bool) -> None:  # noqa: FBT001  # a parameter of the test
    found = compare({"/in/a.pdf": "a", "/in/z.zip!b.pdf": "b"}, gathered({"/in/a.pdf": "a"}), {}, prune=prune)
    assert (found.missing, found.pruned) == (([], ["b"]) if prune else (["/in/z.zip!b.pdf"], []))


@pytest.mark.parametrize(
    "now",
    [
        gathered({}, roots=("/elsewhere",)),
        gathered({}, roots=("/inner",)),
        gathered({}, unseen=("/in",)),
        gathered({}, unseen=("/in/z.zip",)),
        gathered({"/in/moved.pdf": "a"}),
    ],
    ids=["another folder", "a folder with a longer name", "an empty or closed folder", "a damaged archive", "moved"],
)
def test_what_was_not_looked_for_or_is_there_still_is_not_missed(now: Gathered) -> None:
    assert compare({"/in/z.zip!a.pdf": "a"}, now, {}, prune=True).leaving == []


def plan(amount: str) -> bytes:
    """Return a plan of one page that grants an amount."""
    return drawn(
        lines(
            "Verksamhetsplan och budget 2026",
            "Samordningsförbundet Exempel",
            "Förbundet beslutar om insatser för verksamhetsåret 2026.",
            f"Till insatsen SamCoach beviljas {amount} kronor för 2026.",
            "Till insatsen Livslotsen beviljas 310 000 kronor för 2026.",
        )
    )


@pytest.mark.slow
def test_a_corrected_file_shows_the_amount_that_differs_and_what_was_known_stays(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    config = Config(store=str(tmp_path / "store"), warehouse=str(tmp_path / "w.duckdb"), options=Options(ocr="never"), workers=1)

    def do(*, prune: bool = False) -> RunResult:
        return run([inbox], config.model_copy(update={"prune": prune}))

    (inbox / "plan.pdf").write_bytes(plan("827 000"))
    first = do()
    (inbox / "plan.pdf").write_bytes(plan("828 000"))
    second = do()
    assert second.replaced == (first.entries[0].source.document_id,)
    assert [(one.thing, one.change, one.before, one.after) for one in second.changes if one.thing == "figure"] == [
        ("figure", "changed", "827000.00 SEK", "828000.00 SEK")
    ]
    assert do().changed is False
    with open_warehouse(config.warehouse, read_only=True) as warehouse:
        values = "SELECT value FROM avstam.{} WHERE value > 800000"
        assert [int(row[0]) for row in warehouse.rows(values.format("figures"))] == [828000]
        assert [int(row[0]) for row in warehouse.rows(values.format("figures_history"))] == [827000]
        assert warehouse.rows("SELECT count(*) FROM avstam.documents") == [(1,)]
    shutil.copy(inbox / "plan.pdf", tmp_path)
    (inbox / "other.pdf").write_bytes(plan("1 000 000"))
    (inbox / "plan.pdf").unlink()
    assert [Path(place).name for place in do().missing] == ["plan.pdf"]
    fifth = do(prune=True)
    assert len(fifth.pruned) == 1
    with open_warehouse(config.warehouse, read_only=True) as warehouse:
        assert warehouse.rows("SELECT count(*) FROM avstam.documents") == [(1,)]
        assert [(one.thing, one.change) for one in changes(warehouse, fifth.run_id) if one.thing == "document"] == [
            ("document", "gone")
        ]
