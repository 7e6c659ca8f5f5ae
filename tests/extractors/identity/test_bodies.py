"""Whose document it is: names in any form give one id, members and suppliers do not win over the owner."""

from __future__ import annotations

import pytest

from extractors.folding import fold, slug_of
from extractors.identity.bodies import body_of, named_in_passing
from extractors.page.layout import lay_out
from schemas.document import Body, DocumentKind, Reading
from schemas.page import Page
from tests.pages import page_from_text


def _body(*drawings: str, kind: DocumentKind = "annual_report") -> Body | None:
    pages: tuple[Page, ...] = tuple(
        page_from_text(drawing, number=number, sizes={"RUBRIK": 20, "Årsredovisning": 20})
        for number, drawing in enumerate(drawings, 1)
    )
    return body_of(kind, Reading(document_id="0" * 64, file_name="x.pdf", pages=pages), lay_out(pages))


@pytest.mark.parametrize(
    "name",
    [
        "Samordningsförbundet i Sollefteå",
        "Samordningsforbundet Solleftea",
        "SAMORDNINGSFÖRBUNDET SOLLEFTEÅ",
        "Sollefteå samordningsförbund",
    ],
)
def test_forms_of_one_name_share_a_slug(name: str) -> None:
    assert slug_of(name) == "samordningsforbundet-solleftea"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Örnsköldsviks kommun", "ornskoldsvik-kommun"),
        ("Göteborgs Stad", "goteborg-stad"),
        ("Alingsås kommun", "alingsas-kommun"),
        ("Hofors kommun", "hofors-kommun"),
        ("Strängnäs kommun", "strangnas-kommun"),
        ("Habo kommun", "habo-kommun"),
        ("Håbo kommun", "haabo-kommun"),
        ("Samordningsförbundet Östra Östergötland", "samordningsforbundet-ostra-ostergotland"),
    ],
)
def test_a_genitive_goes_and_the_s_of_a_name_stays(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_folding_keeps_everything_but_marks_and_case() -> None:
    assert fold("Årsbokslut 2025, § 7 É") == "arsbokslut 2025, § 7 e"


def test_a_federation_wins_over_its_members() -> None:
    body = _body("""
        Årsredovisning 2024
        Samordningsförbundet Testbygden

        Medlemmar är Försäkringskassan, Arbetsförmedlingen, Lillby kommun,
        Storby kommun och Region Mellanland. Lillby kommun svarar för lokaler.
        Lillby kommun och Region Mellanland betalar var sin del.
    """)
    assert body is not None
    assert (body.entity_id, body.name) == ("samordningsforbundet-testbygden", "Samordningsförbundet Testbygden")


def test_the_number_beside_the_name_is_the_id() -> None:
    body = _body("""
        Årsredovisning 2024
        Samordningsförbundet Testbygden (222000-2063)

        Revision köps av Siffran AB, org.nr 556036-0793.
    """)
    assert body is not None
    assert (body.entity_id, body.org_number) == ("222000-2063", "222000-2063")


@pytest.mark.parametrize("number", ["556036-0793", "222000-2064"])
def test_a_supplier_s_number_or_a_false_one_does_not_count(number: str) -> None:
    body = _body(f"Årsredovisning 2024\nSamordningsförbundet Testbygden {number}")
    assert body is not None
    assert body.org_number is None


def test_twelve_digits_are_ten_with_a_prefix() -> None:
    body = _body("Samordningsförbundet Testbygden, organisationsnummer 162220002063")
    assert body is not None
    assert body.org_number == "222000-2063"


def test_a_committee_is_a_body_of_its_own() -> None:
    body = _body(
        """
        Barn- och
        ungdomsnämnden
        Protokoll
        2026-05-26

        Justeringen anslås på Lillby kommuns anslagstavla.
        """,
        kind="minutes",
    )
    assert body is not None
    assert (body.entity_id, body.name) == ("lillby-kommun-barn-ungdomsnamnden", "Lillby kommun, Barn- och ungdomsnämnden")


def test_the_board_of_a_municipality_is_the_municipality_except_in_minutes() -> None:
    drawing = "Kommunstyrelsen\nLillby kommun\n\nLillby kommun redovisar sin ekonomi för året."
    report, minutes = _body(drawing), _body(drawing, kind="minutes")
    assert report is not None
    assert minutes is not None
    assert (report.entity_id, minutes.entity_id) == ("lillby-kommun", "lillby-kommun-kommunstyrelsen")


@pytest.mark.parametrize("council", ["Kommunfullmäktige", "Fullmäktige"])
def test_minutes_of_the_council_are_the_municipality_s_own(council: str) -> None:
    body = _body(f"{council}\nLillby kommun\n\n{council} i Lillby kommun samlades i Folkets hus.", kind="minutes")
    assert body is not None
    assert (body.entity_id, body.name) == ("lillby-kommun", "Lillby kommun")


def test_a_federation_that_is_never_named_is_that_of_its_only_municipality() -> None:
    text = "Samordningsförbundets mål är samverkan. Samordningsförbundets styrelse består av fyra.\n"
    body = _body(text * 2 + "Lillby kommun är en av parterna.")
    assert body is not None
    assert body.entity_id == "samordningsforbundet-lillby"


def test_those_addressed_are_not_the_owner() -> None:
    assert _body("Till:\nLillby kommun\nStorby kommun") is None


def test_no_name_no_body() -> None:
    assert _body("Varje kommun och denna region får ett förbund.") is None


@pytest.mark.parametrize(
    "name",
    [
        "Samordningsförbundet södra Dalbygden",
        "Samordningsförbundet i norra Dalbygdens län",
        "Samordningsförbundet Dalbygdens län",
        "Samordningsförbundet Dalbygden nordost",
        "Samordningsförbundet Framtid i Dalby",
        "Samordningsförbundet FINSAM i Dalby",
        "Samordningsförbundet Finsam Dalby Näset",
        "Samordningsförbundet Tre älvar",
        "Samordningsförbundet Dalby, Näset, Vik Sund, Lunden och Berga",
        "Kommunalförbundet Hållplats i Dalby",
    ],
)
def test_names_of_federations_with_small_words_are_whole(name: str) -> None:
    body = _body(f"""
        {name}

        Årsredovisning 2023

        Förbundet bildades 2006 och styrelsen har haft fem möten under året.
        """)
    assert body is not None
    assert body.name == name


def test_where_a_federation_is_at_work_is_no_part_of_its_name() -> None:
    body = _body(
        """
        Samordningsförbundet Dalbygden

        Årsredovisning 2023

        Samordningsförbundet Dalbygden i Näset har haft fem möten. Samordningsförbundet Dalbygden har fyra medlemmar.
        """
    )
    assert body is not None
    assert body.name == "Samordningsförbundet Dalbygden"


def test_who_appointed_a_person_does_not_own_the_minutes() -> None:
    members = "\n".join(f"Person {number} (Älvby kommun), ledamot" for number in range(6))
    found = _body(f"Protokoll\nSamordningsförbundet Älvdalarna\n\n\n{members}", "Älvby kommun ansöker om medel.", kind="minutes")
    assert found is not None
    assert found.entity_id == "samordningsforbundet-alvdalarna"


def test_a_joint_rescue_service_is_a_body() -> None:
    found = _body("Delårsrapport\nRäddningstjänsten Mellansjö\n\nNorrby kommun och Söderby kommun är medlemmar.")
    assert found is not None
    assert found.name == "Räddningstjänsten Mellansjö"


@pytest.mark.parametrize(
    "name", ["Mellansjö Brandkår", "Storälvens brandförsvar", "Kunskapsförbundet Älvdalen", "Kommunförbundet Norrbygden"]
)
def test_joint_bodies_that_are_called_otherwise_are_bodies(name: str) -> None:
    found = _body(f"Årsredovisning 2024\n{name}\n\nNorrby kommun och Söderby kommun är medlemmar.")
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("drawing", "in_passing"),
    [
        ("Lillby kommun\n\n\nSvar på enkäten.", False),
        ("Svar på enkäten" + "\n\n" * 15 + "Den som bor i Lillby kommun svarade gärna.", True),
    ],
)
def test_a_body_that_running_text_alone_names_is_named_in_passing(drawing: str, in_passing: bool) -> None:  # noqa: FBT001  # a case
    layout = lay_out((page_from_text(drawing),))
    assert named_in_passing(Body(entity_id="lillby-kommun", name="Lillby kommun"), layout) is in_passing


def test_a_federation_is_not_outvoted_by_a_heading_that_stands_alone() -> None:
    body = _body("Årsredovisning\n\nSamordningsförbundet Ådalen, org.nr 222000-3418\n\nSammanfattning\n\nÅret var bra.")
    assert body is not None
    assert body.name == "Samordningsförbundet Ådalen"


def test_a_weekday_below_the_name_is_no_part_of_it() -> None:
    body = _body("Protokoll\nAnsta samordningsförbund\nTorsdag 6 februari 2025 kl. 9.00", kind="minutes")
    assert body is not None
    assert body.entity_id == "samordningsforbundet-ansta"
