"""Stamps of signing services: each way of saying it is known, and minutes that speak of signing are not signed."""

from __future__ import annotations

import pytest

from pipeline.reading.signs import is_signed
from schemas.page import Page, Word
from schemas.place import Box


def page(text: str) -> Page:
    words = tuple(Word(text=part, raw=part, box=Box(x0=0, top=0, x1=1, bottom=1)) for part in text.split())
    return Page(number=1, width=100, height=100, words=words)


@pytest.mark.parametrize(
    "stamp",
    [
        "Signerat, SHA-256: 0af3",
        "Digitalt signerad av ordföranden",
        "Elektroniskt underskrivet 2026-02-01",
        "Elektroniskt undertecknat",
        "DIGITALLY SIGNED",
        "E-signerat med BankID",
        "Underskrifterna i detta dokument är giltiga",
        "Detta dokument är elektroniskt undertecknat",
        "Detta dokument är underskrivet",
        "Signed with Penneo",
        "Adobe Sign Transaction Number",
        "Scrive dokumentID 12",
        "Comfact Signature Referensnummer",
        "Visma Addo ID-nummer",
        "Penneo document key",
        "Verified transaktion 99",
        "Assently ID",
        "Egreement signering",
        "Oneflow ID",
        "Transaktions-ID: 1b2c3d4e5f60",
        "Envelope ID: 1b2c3d4e5f60",
        "Kuvert-id: 1b2c3d4e5f60",
    ],
)
def test_each_stamp_is_known(stamp: str) -> None:
    assert is_signed([page("Sammanträdesprotokoll"), page(f"Sida 2 {stamp}")])


@pytest.mark.parametrize("text", ["Underskrifter", "Protokollet ska signeras av justeraren", "Transaktioner med närstående", ""])
def test_talk_of_signing_is_no_stamp(text: str) -> None:
    assert not is_signed([page(text)])
