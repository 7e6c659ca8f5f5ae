"""Annex 2 of the minutes: the participants' reflections; numbered headings, with 3 twice, that are no paragraphs of minutes."""

from __future__ import annotations

import typeset
from typeset import quoted as q

SETUP = """
#set document(title: "Bilaga 2 Deltagarnas reflektioner", author: "", date: none)
#set page(paper: "a4", margin: 28mm)
#set text(font: "Bitstream Vera Sans", size: 9.5pt, lang: "sv", hyphenate: false)
#set par(leading: 0.65em, spacing: 1.1em)
#set list(marker: [•], indent: 5mm)
#show heading.where(level: 1): set text(14pt)
#show heading.where(level: 2): set text(11pt)
"""
Theme = tuple[str, tuple[str | tuple[str, ...], ...]]
THEMES: tuple[Theme, ...] = (
    (
        "1. Unga vuxna – en starkt prioriterad målgrupp",
        (
            "Många vill sätta unga vuxna först 2026. Det som sades oftast:",
            (
                "KAA räcker inte till. Fler unga behöver något, men för den som inte orkar studera finns nästan inget.",
                "Trycket är högre än förr på det som finns (KAA, SamCoach, UTAS, sökande till IM), och många unga vet inte vart de ska gå.",
                "Den som skriver in sig hos AF är ofta inte redo för ett jobb utan behöver förberedas mer eller annorlunda.",
            ),
            "Förslag:",
            (
                "Bygg ut KAA och öppna nya vägar.",
                "Ordna platser att träffas på, som en fritidsgård för unga vuxna.",
                "Samverka tydligare och tidigare.",
            ),
            "Slutsats: Alla är ense om att unga vuxna går först under 2026, med helhetssyn och nya modeller.",
        ),
    ),
    (
        "2. Stöd till personer med psykisk ohälsa och beroendeproblematik – mot arbete och återhämtning",
        (
            "Flera lappar handlar om dem som ofta blir utan:",
            (
                "Den som har ett skadligt bruk släpps inte in i insatser hos flera aktörer. Det måste ändras.",
                "Ansökan från Arbetsmarknadsenheten gäller just dem. Den föreslår IPS (Individual Placement and Support), en metod med stöd i forskning, här på orten.",
                'Projektet "Bostad först" kan också passa.',
            ),
            "Slutsats: Behovet av insatser där arbete, stöd och återhämtning går ihop är stort, och det finns projekt att bygga på under 2026.",
        ),
    ),
    (
        "3. Språkutveckling för utrikesfödda – mer än SFI",
        (
            "Svenskan öppnar för självständighet och hälsa. Men:",
            (
                "SFI passar inte alla, särskilt inte den som gått lite i skola eller lär bäst med händerna.",
                "Det saknas ställen där man övar språket på riktigt.",
            ),
            "Förslag:",
            (
                "Mycket övning: samtal, besök, grupper, mat, rollspel m.m.",
                "Språk, umgänge och hälsa på samma gång.",
                "Tydligare samarbete mellan AF, kommun, region, Försäkringskassan.",
            ),
            "Slutsats: Viljan är stark att finna fler vägar till språket.",
        ),
    ),
    (
        "3. Interna stuprör – hinder för att agera på idéer",
        (
            "Mellan aktörerna går samarbetet bra, för här känner man varandra. Hemma är det svårare:",
            (
                "Organisationen är delad i stuprör, och det är svårt att få fram idéer och projekt.",
                "Vem har mandat att hålla i det, från behov till ansökan?",
                "Tiden är knapp, och få kan söka medel eller leda utveckling.",
            ),
            "Önskemål:",
            ('En "utvecklingsfunktion" som hjälper till med ansökan.', "Mer stöd hemma för att göra idéer verkliga."),
            "Slutsats: Varje aktör måste ordna förutsättningar hos sig.",
        ),
    ),
    (
        "4. Samverkan fungerar – men behöver tid och struktur",
        (
            "Det som uppskattas:",
            (
                "Att man känner varandra, vet vem man ringer och löser saker ihop.",
                "Att få se mer än det egna.",
                "Att träffas på plats, vilket ger fler idéer än digitala möten.",
            ),
            "Förslag:",
            (
                "Fler samverkansdagar, gärna på våren, så att idéerna hinner bli något till nästa år.",
                "Forum där kunskap går mellan myndigheter och till styrelsen.",
                "Ta vara på tryggheten som uppstår.",
            ),
            "Slutsats: Samverkan är en styrka här, men behöver tid och uppföljning.",
        ),
    ),
    (
        "5. SamCoach",
        (
            "Flera säger om SamCoach:",
            ("Den klarar det som en myndighet ensam inte klarar, och den förändrar liv.",),
            "Slutsats: SamCoach bör finnas kvar och utvecklas.",
        ),
    ),
    (
        "6. Övriga viktiga medskick",
        (
            (
                "FC är en resurs och ett bollplank, i stort och smått.",
                "Beroende: personer med skadligt bruk har väntat länge nog.",
                "Kan den som är sjukskriven ha något meningsfullt att göra?",
                "Tänk långt: bevilja inte projekt för bara ett år i taget.",
                "Följ upp enkelt och sprid det som lyckats till andra kommuner.",
            ),
        ),
    ),
    (
        "Sammanfattande reflektion",
        (
            "Viljan är stark och samsynen bred. Tre grupper nämns mest: unga vuxna, personer med psykisk ohälsa och beroende, samt utrikesfödda som behöver mer språk.",
            "Samverkan fungerar på orten. För att idéer ska bli verklighet behöver varje organisation också stärka sig inifrån.",
            "Förbundet ses som avgörande för att insatser, samarbete och förändring ska bli av.",
        ),
    ),
)


def theme(heading: str, parts: tuple[str | tuple[str, ...], ...]) -> str:
    """Return one theme: paragraphs are strings, lists are tuples."""
    shown = [q(part) if isinstance(part, str) else "".join(f"- {q(item)}\n" for item in part) for part in parts]
    return f"\n== {q(heading)}\n\n" + "\n\n".join(shown) + "\n\n"


def make() -> dict[str, bytes]:
    """Return the annex."""
    source = (
        SETUP
        + f"= {q('Sammanställning av deltagarnas reflektioner – tematiskt och övergripande')}\n\n"
        + f"{q('Samordningsförbundets samverkansdag, 2025-09-22')} \\\nÖsteråsens livstilsmedicin\n\n"
        + q("Frågorna löd: Vad är viktigast att ta med från i dag? Vad bör gå först under 2026, och varför?")
        + "".join(theme(*item) for item in THEMES)
    )
    return {"solleftea_bilaga_2_deltagarnas_reflektioner.pdf": typeset.typst_pdf(source)}
