"""Kinds compete by score; the folder holds each kind once."""

from __future__ import annotations

from typing import get_args

import pytest

from extractors.kinds import KindModule, classify, kind_modules, scenario_of
from extractors.kinds import _winner as winner
from extractors.page.layout import lay_out
from schemas.document import Classification, DocumentKind, Reading
from schemas.problem import Problem
from tests.pages import page_from_text

BODY = "Samordningsförbundet Testbygden"


def _classify(drawing: str, title: str = "", file_name: str = "x.pdf") -> tuple[Classification, tuple[Problem, ...]]:
    pages = (page_from_text(f"{title}\n\n\n{drawing}", sizes={title: 20} if title else None, bold=["§"]),)
    return classify(Reading(document_id="0" * 64, file_name=file_name, pages=pages), lay_out(pages))


def test_every_kind_has_one_module() -> None:
    kinds = [module.KIND for module in kind_modules()]
    assert sorted(kinds) == sorted(get_args(DocumentKind))


def test_every_module_is_documented() -> None:
    assert all((module.__doc__ or "").strip() for module in kind_modules())


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Årsredovisning 2024", f"{BODY}\nFörvaltningsberättelse", "annual_report"),
        ("2025 Årsbokslut", f"{BODY}\nDriftredovisning", "annual_report"),
        ("Delårsrapport 2025", f"{BODY}\nPrognosen för året är ett underskott.", "interim_report"),
        ("Fördjupad månadsuppföljning april 2026", f"{BODY}\nHelårsprognos", "interim_report"),
        ("Ekonomisk rapport mars 2026", f"{BODY}\nPrognosen för helåret är ett underskott.", "interim_report"),
        ("Tertialrapport 2 2025", BODY, "interim_report"),
        ("Verksamhetsplan och budget 2026-2027", BODY, "plan"),
        ("Mål och budget 2025", f"{BODY}\nPlan 2026-2027", "plan"),
        ("Revisionsberättelse 2024", f"{BODY}\nVi har granskat styrelsen. Vi tillstyrker ansvarsfrihet.", "audit_report"),
        (
            "Protokoll",
            f"{BODY}\nSammanträdesdatum 2025-09-22\nNärvarande\nJusterare\n\n§ 51 Öppnande\nStyrelsen beslutar att",
            "minutes",
        ),
        (
            "Ekonomisk uppföljning 2026",
            f"Protokoll 2026-05-12\n{BODY}\n\n§ 20 2026.007\n\nBeslut\nNämnden beslutar att",
            "minutes",
        ),
        ("Månadsuppföljning 2026", f"{BODY}\nHandläggare: A B\nDiarienr: 1\nTjänsteskrivelse\n\nFörslag till beslut", "other"),
        ("Reglemente", f"{BODY}\nStyrelsen ska mötas.", "other"),
        ("Granskning av bokslut 2024", f"{BODY}\nPå uppdrag av revisorerna har vi granskat årsredovisningen.", "audit_report"),
        ("Inbjudan till en eftermiddag om vården", f"{BODY}\nProgram\nBudget 2026\nAnmälan senast i januari", "other"),
        ("Närvarolista", f"Bilaga 1\n{BODY}", "attachment"),
    ],
)
def test_a_kind_is_known_by_its_title_and_telltale_parts(title: str, text: str, kind: DocumentKind) -> None:
    classification, problems = _classify(text, title)
    assert classification.kind == kind, classification.scores
    assert classification.evidence
    assert not [problem for problem in problems if problem.code.startswith("kind.")]


def test_the_file_name_alone_makes_no_kind() -> None:
    classification, problems = _classify("Hej och tack för senast.", file_name="arsredovisning-2024-bokslut.pdf")
    assert classification.kind == "other"
    assert "kind.none" in {problem.code for problem in problems}


def test_a_document_without_body_or_year_says_so() -> None:
    _, problems = _classify("Resultaträkning", "Årsredovisning")
    assert {problem.code for problem in problems} == {"body.none", "year.none"}


def test_a_tie_is_listed_and_picks_nobody() -> None:
    kind, _, problem = winner({"plan": (5.0, ()), "minutes": (4.5, ()), "other": (0.0, ())})
    assert kind == "other"
    assert problem is not None
    assert problem.startswith("kind.tie")


def test_damaged_diacritics_make_no_difference() -> None:
    classification, _ = _classify("Samordningsforbundet Solleftea\nForvaltningsberattelse", "Arsredovisning 2024")
    assert classification.kind == "annual_report"
    assert classification.body is not None
    assert classification.body.entity_id == "samordningsforbundet-solleftea"


@pytest.mark.parametrize(
    ("kind", "year", "scenario"),
    [
        ("annual_report", 2024, "outcome"),
        ("annual_report", 2023, "outcome"),
        ("annual_report", 2025, "budget"),
        ("plan", 2024, "budget"),
        ("plan", 2026, "plan"),
        ("plan", 2022, "outcome"),
        ("interim_report", 2024, None),
        ("interim_report", 2023, "outcome"),
        ("minutes", 2024, None),
    ],
)
def test_a_bare_year_means_what_the_kind_says(kind: DocumentKind, year: int, scenario: str | None) -> None:
    assert scenario_of(kind, year, 2024) == scenario


def test_each_module_keeps_the_contract() -> None:
    def takes(module: KindModule) -> KindModule:
        return module

    assert all(callable(takes(module).score) and callable(module.scenario) for module in kind_modules())


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("Kommunstyrelsen", "Sammanträdesprotokoll\n\n§ 4 Val", "Sammanträdesprotokoll"),
        ("Årsredovisning för Testbygden", "Sammanfattning", "Årsredovisning för Testbygden"),
        ("Bygdarkivet", "Hej och tack för senast.", "Bygdarkivet"),
    ],
)
def test_a_heading_that_is_but_a_name_is_no_title_where_another_names_the_document(title: str, text: str, named: str) -> None:
    assert _classify(text, title)[0].title == named
