"""Which lines are the paragraphs of a meeting."""

from __future__ import annotations

from extractors.figures.context import DocumentContext
from extractors.minutes import extract
from extractors.page.layout import lay_out
from tests.extractors.minutes.minutes_of import read
from tests.pages import page_from_text


def test_agenda_and_body_are_told_apart_and_references_are_neither() -> None:
    meeting, decisions = read(
        """
        Dagordning

        § 44 Öppnande
        § 45 Ekonomi
        § 46 Avslut
        """,
        """
        § 44
        Öppnande

        Ordföranden öppnar mötet. Enligt § 12, 2025-03-02 gavs ett uppdrag, och enligt
        21 § i lagen ska det redovisas, se vidare i
        § 45 nedan.

        § 45
        EKONOMI UNDER ÅRETS
        FÖRSTA HALVA

        Beslut
        Rapporten godkänns.

        Beslutsunderlag
        § 3 AU Rapport

        § 46 Avslut

        Mötet avslutas.
        """,
        bold=("§ 44", "Öppnande", "§ 45", "EKONOMI", "FÖRSTA", "§ 46", "Beslut"),
    )
    assert meeting.agenda_paragraphs == (44, 45, 46)
    assert meeting.body_paragraphs == (44, 45, 46)
    assert [(d.paragraph, d.heading) for d in decisions] == [("45", "EKONOMI UNDER ÅRETS FÖRSTA HALVA")]


def test_a_letter_belongs_to_the_number() -> None:
    _, decisions = read(
        """
        § 16 Ekonomi

        Beslut
        Rapporten godkänns.

        § 16 a Tillägg

        Beslut
        Tillägget avslås.
        """,
        bold=("§", "Beslut"),
    )
    assert [d.paragraph for d in decisions] == ["16", "16 a"]


def test_annexes_give_no_paragraphs() -> None:
    meeting, decisions = read(
        """
        § 1 Öppnande

        Mötet öppnas.

        § 2 Plan

        Beslut
        Planen antas.

        Vid protokollet

        Eva Ek
        """,
        """
        Bilaga 1

        § 1 Ändamål

        Föreningens ändamål är att samverka.

        § 2 Beslut

        Styrelsen beslutar att samverka med andra.
        """,
        bold=("§", "Beslut", "Bilaga"),
    )
    assert meeting.body_paragraphs == (1, 2)
    assert [d.text for d in decisions] == ["Planen antas."]
    assert meeting.secretary == "Eva Ek"


def test_numbered_headings_stand_in_for_paragraphs() -> None:
    meeting, decisions = read(
        """
        1. Mötets öppnande

        Ordföranden hälsar välkommen.

        2. Ekonomisk rapport

        Chefen går igenom rapporten.

        Beslut
        Rapporten godkänns.

        3. Avslut

        Ordföranden avslutar mötet.
        """,
        bold=("1.", "2.", "3.", "Beslut"),
    )
    assert meeting.body_paragraphs == (1, 2, 3)
    assert [(d.paragraph, d.heading) for d in decisions] == [("2", "Ekonomisk rapport")]


def test_other_kinds_give_nothing_and_minutes_without_paragraphs_say_so() -> None:
    pages = [page_from_text("Ett brev utan paragrafer.")]
    assert extract(lay_out(pages), pages, DocumentContext(document_id="d", kind="plan")) == ((), (), ())
    _, decisions, problems = extract(lay_out(pages), pages, DocumentContext(document_id="d", kind="minutes"))
    assert decisions == ()
    assert [problem.code for problem in problems] == ["minutes.no_paragraphs"]


def test_an_extract_claims_one_paragraph_and_a_numbered_subheading_is_no_heading() -> None:
    meeting, decisions = read(
        """
        NÄMNDEN                Paragraf §67

        § 67
        Ansökningar
        3.1 Projekt Bron

        Ärendet bordläggs till nästa möte.
        """,
        bold=("§ 67", "Ansökningar", "3.1"),
    )
    assert (meeting.paragraph_first, meeting.paragraph_last, meeting.body_paragraphs) == (67, 67, (67,))
    assert [(d.heading, d.kind) for d in decisions] == [("Ansökningar", "postpone")]
