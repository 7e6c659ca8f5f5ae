"""Annex 1 of the minutes: the board's reflections, one page of prose."""

from __future__ import annotations

import typeset
from typeset import quoted as q

SETUP = """
#set document(title: "Bilaga 1 Styrelsens reflektioner", author: "", date: none)
#set page(paper: "a4", margin: 28mm)
#set text(font: "Libertinus Serif", size: 12pt, lang: "sv", hyphenate: false)
#set par(leading: 0.65em, spacing: 1.2em)
#show heading: set text(font: "Bitstream Vera Sans", size: 15pt)
"""
TEXTS = (
    "Styrelsen tyckte om dagen. Stämningen var god, samtalen uppfinningsrika och upplägget bra. Alla var engagerade, och frågorna i workshopen var så väl uttänkta att arbetet tog steg framåt.",
    "Det viktigaste som kom fram är att parterna ska fortsätta att använda FC, gärna mer än i dag. Förbundschefen kan hjälpa idéer att växa och få flera att förstå samma problem. Ingen fråga är för liten att ställa, menade styrelsen, för så hålls samtalet öppet.",
    "Några av frågorna ligger kanske utanför det som förbundet har i uppdrag, och en gräns kan behöva dras. Det ska dock inte hindra någon från att prata. Den som vill råder sig med FC även om annat, för det kan ge något längre fram.",
    "En del måste medlemmarna göra hemma hos sig. Utan tid och resurser där går det inte att kroka arm, och då blir förbundet aldrig den mötesplats det kunde vara.",
    "Till sist: fler behöver veta vad förbundet är och gör. Det ansvaret har inte bara förbundet och myndigheterna utan också ledamöterna själva. När de berättar för sina egna växer både förtroendet och nyttan.",
)


def make() -> dict[str, bytes]:
    """Return the annex."""
    source = (
        SETUP
        + "= Sammanställning av styrelsens reflektioner\n\n"
        + f"{q('Samordningsförbundets samverkansdag, 2025-09-22')} \\\nÖsteråsens livstilsmedicin\n\n"
        + "\n\n".join(q(text) for text in TEXTS)
    )
    return {"solleftea_bilaga_1_styrelsens_reflektioner.pdf": typeset.typst_pdf(source)}
