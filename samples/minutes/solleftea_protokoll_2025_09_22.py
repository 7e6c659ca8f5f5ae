"""Minutes of a board: cover, attendance list with rotated headers, agenda with dotted leaders, §§ 51-58 in two styles of headings."""

from __future__ import annotations

import typeset
from typeset import quoted as q

SETUP = """
#set document(title: "Protokoll 2025-09-22", author: "Samordningsförbundet i Sollefteå", date: none)
#set text(font: "Libertinus Serif", size: 11.5pt, lang: "sv", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.95em)
#let head = context if counter(page).get().first() > 1 [
  #set text(9.5pt)
  #grid(columns: (1fr, auto, 30mm), row-gutter: 5pt, align: (left, left, right),
    [*PROTOKOLL*], [], [Sida],
    [Sammanträdesdatum], [#"2025-09-22"], [#counter(page).display() (5)])
  #v(-4pt) #line(length: 100%, stroke: 0.6pt)]
#let foot = context if counter(page).get().first() > 1 [
  #set text(9pt)
  #table(columns: (1fr, 1fr), rows: 11mm, stroke: 0.5pt, inset: 4pt, [Justerarnas signatur], [Utdragsbestyrkande])]
#set page(paper: "a4", margin: (left: 28mm, right: 25mm, top: 33mm, bottom: 38mm), header: head, footer: foot)
#let beside(label, value) = grid(columns: (48mm, 1fr), label, value)
"""

COVER = """
#align(center)[#text(15pt)[*Förbundsstyrelsen för Samordningsförbundet i Sollefteå*]]
#v(10mm)
#beside([Sammanträdesdatum:], [#"2025-09-22"])
#beside([Sammanträdestid:], [#"14.30-16.00"])
#beside([Sammanträdesplats:], [Österåsens livstilsmedicin, Sollefteå])
#v(4mm)
#beside([Beslutande:], [Enligt närvarolista])
#v(4mm)
#beside([], [§§ #"51-58"])
#v(6mm)
*Underskrifter*

Protokollet undertecknas av
#v(3mm)
#grid(columns: (30mm, 1fr, 30mm), row-gutter: 15mm,
  [Sekreterare], [Helena Ingvarsson Lööf], [§§ #"51-58"],
  [Ordförande], [Monika Hällberg], [§§ #"51-58"],
  [Justerare], [Solveig Norrsjö], [§§ #"51-58"])
#v(10mm)
#line(length: 100%, stroke: 0.6pt)
#align(center)[*BEVIS OM JUSTERING*]

Protokollet är justerat. Det har gjorts känt på kommunens digitala anslagstavla, #box[www.solleftea.se].
#v(3mm)
#beside([Myndighet:], [Samordningsförbundet i Sollefteå])
#beside([Protokollets \\ Förvaringsplats], [\\ Sollefteå Kommunhus, förbundets kontor])
#pagebreak()
"""

MEMBERS = (
    ("Monika Hällberg", "Sollefteå kommun"),
    ("Jonas Rydén", "Arbetsförmedlingen"),
    ("Karin Åslund", "Försäkringskassan"),
    ("Solveig Norrsjö", "Region Västernorrland"),
)
SUBSTITUTES = (
    ("Annika Lindell", "Sollefteå kommun"),
    ("Mattias Bergsten", "Arbetsförmedlingen"),
    ("Petra Stenius", "Försäkringskassan"),
    ("Elin Forshed", "Region Västernorrland"),
)


def person(name: str, detail: str, present: str = "", deciding: str = "", note: str = "") -> str:
    """Return one row of the attendance list."""
    return f"[{q(name)} \\ #text(9.5pt)[{q(detail)}]], [{present}], [{deciding}], [], [{note}],\n"


def attendance() -> str:
    """Return the attendance list; the headers of two narrow columns are rotated."""
    rows = (
        "[*Ordinarie styrelseledamöter*], [], [], [], [],\n"
        + "".join(person(name, f"Utsedd av {body}", deciding="X") for name, body in MEMBERS)
        + "[*Ersättare*], [], [], [], [],\n"
        + "".join(person(name, f"Utsedd av {body}") for name, body in SUBSTITUTES)
        + "[*Övriga*], [], [], [], [],\n"
        + person("Helena Ingvarsson Lööf", "Förbundschef", present="X", note="Sekreterare")
    )
    return (
        "#text(13pt)[*Närvaro-/tjänstgöringslista*]\n\n"
        "#table(columns: (1fr, 9mm, 9mm, 27mm, 36mm), stroke: 0.5pt, inset: 4.5pt, "
        "align: (x, y) => if x in (1, 2) { center + horizon } else { left },\n"
        "table.header([Namn], rotate(-90deg, reflow: true)[Närvarande], rotate(-90deg, reflow: true)[Beslutande], "
        "[Reservation \\ \\ §], [Anteckningar \\ \\ §]),\n"
        f"{rows})\n#pagebreak()\n"
    )


AGENDA = (
    ("§ 51 Föregående protokoll", 4),
    ("§ 52 Reflektion utifrån genomförd verksamhetsplaneringdag", 4),
    ("§ 53 Checklista och formulär", 4),
    ("§ 54 Påbörjat arbete med medelstilldelning inför 2026", 4),
    ("§ 55 Norrlandskonferensen 2025", 5),
    ("§ 56 förbundschefsdagar 2025", 5),
    ("§ 57 Övriga frågor", 5),
    ("§ 58 Nästa sammanträde", 5),
)


def agenda() -> str:
    """Return the agenda, each line with dots up to its page number."""
    lines = "".join(f"{q(text)} #box(width: 1fr, repeat[.]) {page} \\\n" for text, page in AGENDA)
    return (
        '#align(center)[#text(14pt)[*Dagordning*] \\ fastställd vid styrelsens sammanträde #"2025-09-22"]\n#v(8mm)\n'
        f"*Innehåll*\n\n#par(leading: 0.9em)[{lines}]\n#pagebreak()\n"
    )


def paragraph_above(number: int, heading: str) -> str:
    """Return a heading in the first style: the number centred on its own line, the capitals below."""
    return f"#v(5mm)\n#align(center)[*§ {number}*]\n*{q(heading.upper())}*\n\n"


def paragraph_beside(number: int, heading: str) -> str:
    """Return a heading in the second style: number and capitals on one line."""
    return f"#v(6mm)\n*§ {number} {q(heading.upper())}*\n\n"


def text(*lines: str) -> str:
    """Return paragraphs."""
    return "\n\n".join(q(line) for line in lines) + "\n\n"


def decision(point: str) -> str:
    """Return a decision."""
    return f"*Beslut*\n\n{q(point)}\n\n"


def body() -> str:
    """Return §§ 51-58."""
    return (
        "*SAMMANTRÄDETS ÖPPNANDE, VAL AV JUSTERINGSPERSON OCH DAGORDNING*\n\n"
        + text(
            "Ordföranden Monika Hällberg öppnar mötet och hälsar alla välkomna. Solveig Norrsjö får i uppdrag att justera protokollet."
        )
        + paragraph_above(51, "Föregående protokoll")
        + text("Alla ledamöter har fått protokollet från mötet 2025-08-22.")
        + decision("- Att protokollet från föregående möte godkänns och läggs till handlingarna.")
        + paragraph_above(52, "Reflektion utifrån genomförd verksamhetsplaneringdag")
        + text(
            "Styrelsen går igenom dagen: hur den lades upp och förbereddes, vad den innehöll och vilka samtal den gav.",
            "Se bilaga.",
        )
        + decision("-Att samtalen och de behov som kom fram följer med in i arbetet med verksamhetsplan 2026.")
        + paragraph_above(53, "Checklista och formulär")
        + text(
            "FC visar utkast till checklista och kontaktformulär. Styrelsen talar om vad som saknas, är oklart eller bör ändras."
        )
        + decision("- Att FC får i uppdrag att göra utkasten färdiga så som styrelsen önskar.")
        + paragraph_above(54, "Påbörjat arbete med medelstilldelning inför 2026")
        + text("FC berättar hur långt arbetet med medel för 2026 har kommit.")
        + decision("- Att styrelsen tackar för informationen, som läggs till handlingarna.")
        + "#pagebreak()\n"
        + paragraph_beside(55, "Norrlandskonferensen 2025")
        + text(
            "Konferensen hålls i Sollefteå 12-13 november 2025. Frågan är om fler än ordföranden och förbundschefen ska vara med för förbundet."
        )
        + decision("- Att den i styrelsen som vill får delta, och själv anmäler sig till FC.")
        + paragraph_beside(56, "förbundschefsdagar 2025")
        + text("Nationella rådet bjuder in till Förbundschefsdagar i Stockholm 10-11 november. Förbundschefen tänker inte åka.")
        + decision("- Att styrelsen tackar för informationen, som läggs till handlingarna.")
        + paragraph_beside(57, "Övriga frågor")
        + text("Inga övriga frågor")
        + paragraph_beside(58, "Nästa sammanträde")
        + "Nästa sammanträde 23 oktober. \\\nPlats: Kommunhuset Sollefteå\n"
    )


def make() -> dict[str, bytes]:
    """Return the minutes, without a structure tree."""
    source = SETUP + COVER + attendance() + agenda() + body()
    return {"solleftea_protokoll_2025_09_22.pdf": typeset.typst_pdf(source, tagged=False)}
