"""What kind of body owns a document, and the names of joint bodies that no word tells."""

from __future__ import annotations

import pytest

from extractors.identity.bodies import body_of
from extractors.page.layout import lay_out
from schemas.document import Body, DocumentKind, Reading
from tests.pages import page_from_text


def _body(drawing: str, kind: DocumentKind = "minutes") -> Body:
    pages = (page_from_text(drawing, sizes={"RUBRIK": 20, "Årsredovisning": 20, "Protokoll": 20}),)
    body = body_of(kind, Reading(document_id="0" * 64, file_name="x.pdf", pages=pages), lay_out(pages))
    assert body is not None
    return body


def test_a_municipal_board_does_not_belong_to_the_joint_body_that_it_speaks_of() -> None:
    body = _body("""
        Norrby kommun
        Kommunstyrelsen

        § 7 Avgift till Räddningstjänsten Mellansjö

        Räddningstjänsten Mellansjö har lämnat sin budget. Räddningstjänsten Mellansjö betalas av fyra.
    """)
    assert body.entity_id == "norrby-kommun-kommunstyrelsen"


@pytest.mark.parametrize("name", ["Bygdarkivet", "Mellansjö Vatten", "Tolkservice Väst"])
def test_the_direction_of_a_joint_body_is_the_body(name: str) -> None:
    body = _body(f"""
        {name}
        Protokoll
        Direktionen

        Norrby kommun och Söderby kommun är medlemmar. Norrby kommun betalar hälften.
    """)
    assert body.name == name


def test_a_body_that_calls_itself_a_federation_is_one() -> None:
    body = _body(
        """
        Årsredovisning 2024

        Bygdarkivet är ett kommunalförbund för arkiv. Norrby kommun, Söderby kommun och Västby kommun är medlemskommuner.
        Bygdarkivet har sitt säte i Norrby. Bygdarkivet leds av en direktion.
        """,
        "annual_report",
    )
    assert body.name == "Bygdarkivet"


def test_a_number_of_the_series_for_federations_tells_the_joint_body() -> None:
    body = _body("Årsredovisning 2024\nBygdarkivet\n\nOrg.nr 222000-2063\n\nNorrby kommun har flest arkiv.", "annual_report")
    assert (body.name, body.org_number) == ("Bygdarkivet", "222000-2063")


def test_the_address_tells_whose_committee_it_is() -> None:
    body = _body("Miljönämnden\nProtokoll\n\n\nKommunen har webb www.osterby.se och kontor i Österby.")
    assert body.name == "Österby kommun, Miljönämnden"


def test_those_addressed_do_not_tell_the_owner() -> None:
    body = _body("Förslag till socialnämnden\n\nNorrby kommun", "other")
    assert body.entity_id == "norrby-kommun"


def test_a_name_in_capitals_alone_is_set_as_usual() -> None:
    assert _body("NORRBY KOMMUN\nRapport\n\nEkonomin i mars", "interim_report").name == "Norrby kommun"
