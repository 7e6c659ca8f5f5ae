"""Pages of signing services: furniture as a whole, whichever service; pages that only speak of signing are text."""

from __future__ import annotations

import pytest

from extractors.page.layout import lay_out
from extractors.page.lines import lines_of
from extractors.page.numbers import account
from extractors.page.signing_pages import is_signing_page
from schemas.document import PageCount
from tests.pages import page_from_text

RECEIPT = """
    Verifikat
    Transaktion 09222115557545678901
    Dokument
    Protokoll 2025-03-12, 8 sidor
    Startades 2025-03-13 08:12:33 CET (+0100) av Anna Berg
    Signerare
    Anna Berg                        Karl Lund
    Personnummer 196501011234        Personnummer 195902021234
    Signerade 2025-03-13 08:15:10    Signerade 2025-03-14 16:40:02
    Detta verifikat är utfärdat av Scrive.
"""
SIGNATURES = """
    Dokumentet är signerat med Penneo för säker digital signering.
    ANNA BERG
    Ordförande
    Serienummer: 19650101xxxx
    IP: 193.181.xxx.xxx
    2025-03-13 07:15:10 UTC
    De digitala underskrifterna är säkrade med det kryptografiska hashvärdet.
"""
LOG = """
    Signeringsbevis
    Handlingarna har undertecknats den 13 mars 2025
    Protokoll.pdf (184 321 byte)
    SHA-512: 5f0c1b4a9d7e8c6b2a3d4e5f60718293a4b5c6d7e8f90123
    Anna Berg, BankID 2025-03-13 08:15:10, IP-adress 85.230.12.77
    2025-03-13 08:12:33 Underskriftsprocessen har skapats
    2025-03-14 16:40:02 Alla parter har undertecknat: 2 av 2
"""
ABOUT_SIGNING = """
    Styrelsen har infört elektroniska underskrifter med BankID.
    Protokollen signeras av ordföranden och en justerare.
    Det sparar tid för alla parter och papper åt förbundet.
    Bevis om signering förvaras av kansliet under tio år.
    Avtalet med leverantören löper till 2027-12-31.
"""
LAST_PAGE = (
    LOG
    + """
    § 14 Mötet avslutas
"""
)


@pytest.mark.parametrize(
    ("drawing", "told"), [(RECEIPT, True), (SIGNATURES, True), (LOG, True), (ABOUT_SIGNING, False), (LAST_PAGE, False)]
)
def test_page_of_a_signing_service_is_told(drawing: str, told: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert is_signing_page(lines_of(page_from_text(drawing).words)) is told


def test_all_of_it_is_furniture_with_its_numbers() -> None:
    pages = [page_from_text("§ 13 Bokslut\nStyrelsen godkänner bokslutet."), page_from_text(LOG, number=2)]
    layout = lay_out(pages)
    assert {block.kind for block in layout.on_page(2)} == {"furniture"}
    counts = account(pages, layout.blocks, [])
    assert counts[1] == PageCount(page=2, number_count=15, number_furniture=15)
