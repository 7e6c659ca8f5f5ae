"""Pages of tables in the styles of municipal reports, and pages without a table; their truth is what they are written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.made.table_text import TextTable

Part = str | TextTable
PLAIN = """
body{font:10pt Arial,'Nimbus Sans';margin:0} table{border-collapse:collapse;width:100%;margin:0 0 14pt}
td,th{padding:2pt 5pt;vertical-align:bottom} .v{text-align:right} .l{text-align:left} th{font-weight:bold}
.sum td{font-weight:bold} .head td{font-weight:bold} .in td.l{padding-left:16pt} .in2 td.l{padding-left:28pt}
th[colspan="2"],th[colspan="3"]{text-align:center} h2{font-size:14pt;margin:0 0 8pt} p{margin:0 0 8pt;line-height:1.35}
"""
SUM_RULES = ".sum td{border-top:.8pt solid #000} thead tr:last-child th{border-bottom:.8pt solid #000}"
GRID = "td,th{border:.6pt solid #444}"
ZEBRA = "tbody tr:nth-child(odd){background:#e6eef6}"
DARK = "th{background:#1f4e79;color:#fff}"
SERIF = "body{font-family:'Nimbus Roman',serif;font-size:10.5pt}"
CONDENSED = "body{font-family:'Nimbus Sans Narrow';font-size:9pt}"
PROSE = (
    "<p>Nämndens verksamhet har under året påverkats av högre priser och av att flera tjänster stått vakanta. Åtgärder har vidtagits "
    "inom samtliga enheter, och effekten väntas få genomslag under kommande år. Volymerna följer i stort den plan som antogs i "
    "november, med undantag för de köpta platserna som blivit fler än beräknat.</p>"
)


@dataclass(frozen=True)
class MadePage:
    """One document of one page or more."""

    name: str
    parts: tuple[Part, ...]
    css: str = ""
    kind: Literal["annual_report", "interim_report", "plan", "other"] = "annual_report"
    year: int = 2024
    page: str = "A4"
    rotate: int = 0
    """The page's /Rotate entry, undone by turning its content, so that it is displayed upright."""

    @property
    def tables(self) -> list[TextTable]:
        """The tables on it."""
        return [part for part in self.parts if isinstance(part, TextTable)]

    def html(self) -> str:
        """The document as HTML."""
        parts = [part.html() if isinstance(part, TextTable) else part for part in self.parts]
        return (
            f"<!doctype html><html lang=sv><meta charset=utf-8><title>{self.name}</title>"
            f"<style>@page{{size:{self.page};margin:20mm 18mm}}{PLAIN}{self.css}</style><body>{''.join(parts)}</body></html>"
        )


FOLLOW = """
    ! Nämnd, tkr ^2 | Utfall >2 | Budget | Avvikelse
    ! 2024 | 2023 | 2024 | mot budget
    @ 2024 outcome | 2023 outcome | 2024 budget | 2024 variance
    Kommunfullmäktige | -2 914 | -2 703 | -3 050 | 136
    Kommunstyrelsen | -118 407 | -112 655 | -116 900 | -1 507
    Bildningsnämnden | -702 318 | -681 040 | -699 510 | -2 808
    Omsorgsnämnden | -655 127 | -631 988 | -640 300 | -14 827
    Teknik- och fritidsnämnden | -97 066 | -99 213 | -98 400 | 1 334
    Miljönämnden | -7 481 | -7 020 | -7 600 | 119
    *Summa nämnder | -1 583 313 | -1 534 619 | -1 565 760 | -17 553
"""
GLUED = """
    ! | 2024 | 2023 | 2022
    @ 2024 outcome | 2023 outcome | 2022 outcome
    Bidrag | 2 026 | 1 255 | 1 118
    Avgifter | 874 | 1 031 | 902
    Försäljning | 1 300 | 214 | 655
    *Summa intäkter | 4 200 | 2 500 | 2 675
    Personal | -3 118 | -1 902 | -2 040
    Lokaler | -411 | -398 | -377
    *Summa kostnader | -3 529 | -2 300 | -2 417
"""
TIGHT = """
    ! Enhet | B | U | D
    @ ? | ? | ?
    Hemtjänst norr | 345 | 360 | -15
    Hemtjänst söder | 512 | 498 | 14
    Särskilt boende | 420 | 533 | -113
    Dagverksamhet | 208 | 208 | 0
    Natt | 640 | 655 | -15
    *Summa | 2 125 | 2 254 | -129
"""
ALL_GLUED = """
    ! Enhet (tkr) | Antal/kr
    @ ? | ? | ?
    Hemtjänst norr | 45 | 360
    Hemtjänst söder | 52 | 298
    Särskilt boende | 12 | 221
    *Summa | 109 | 879
    Dagverksamhet | 28 | 708
    Natt | 64 | 655
    *Summa | 92 | 1 363
"""
STATEMENT = """
    ! Resultaträkning, mnkr | Not | Bokslut/2024 | Budget/2024 | Bokslut/2023
    @ - | 2024 outcome | 2024 budget | 2023 outcome
    Verksamhetens intäkter | 1, 4 | 412,6 | 398,0 | 401,3
    Verksamhetens kostnader | 2 | -1 988,4 | -1 951,2 | -1 899,9
    Avskrivningar | 3 | -101,7 | -104,0 | -96,2
    *Verksamhetens nettokostnader | | -1 677,5 | -1 657,2 | -1 594,8
    Skatteintäkter | 5 | 1 302,8 | 1 299,5 | 1 251,0
    Generella statsbidrag och utjämning | 6 | 401,1 | 388,4 | 377,6
    *Verksamhetens resultat | | 26,4 | 30,7 | 33,8
    Finansiella intäkter | 7 | 12,9 | 8,0 | 10,1
    Finansiella kostnader | 8 | -14,2 | -15,5 | -9,7
    *Årets resultat | | 25,1 | 23,2 | 34,2
"""
INVEST = """
    ! Projekt (tkr) | Total-/budget | Utfall tidigare/år | Utfall/2024 | Budget/2024 | Kvar av/budget
    @ ? | ? | 2024 outcome | 2024 budget | ?
    #Bildningsnämnden >6
    ~Ny idrottshall vid Lindåsens/skola och förskola | 84 000 | 12 310 | 41 226 | 50 000 | 30 464
    ~Inventarier förskolor | 1 500 | | 988 | 1 500 | 512
    ~Lärplattor | 2 400 | 1 101 | 1 250 | 1 300 | 49
    #Teknik- och fritidsnämnden >6
    ~Reinvestering gator | 18 000 | | 17 204 | 18 000 | 796
    ~~varav beläggning | 9 000 | | 8 615 | 9 000 | 385
    ~Vattenledning Södra Åsen –/Kvarnbyn | 31 500 | 4 008 | 9 977 | 12 000 | 17 515
    *Summa investeringar | 137 400 | 17 419 | 70 645 | 82 800 | 49 336
"""
OVERVIEW = """
    ! Fem år i sammandrag | 2024 | 2023 | 2022 | 2021 | 2020
    @ 2024 outcome | 2023 outcome | 2022 outcome | 2021 outcome | 2020 outcome
    Antal invånare 31 december | 23 418 | 23 377 | 23 290 | 23 104 | 22 987
    Årets resultat, mnkr | 25,1 | 34,2 | 61,7 | 48,0 | 39,5
    Soliditet, % | 48,2 | 49,0 | 49,9 | 47,1 | 45,6
    Låneskuld, mnkr | 610,0 | 560,0 | 560,0 | 585,0 | 600,0
    Antal årsarbetare | 1 871 | 1 902 | 1 888 | 1 850 | 1 822
"""
BALANCE_LEFT = """
    ! Tillgångar, tkr | 2024 | 2023
    @ 2024 outcome | 2023 outcome
    Mark och byggnader | 1 120 400 | 1 088 310
    Maskiner | 61 225 | 58 790
    *Summa anläggningar | 1 181 625 | 1 147 100
    Förråd | 3 310 | 2 904
    Fordringar | 141 007 | 133 660
    Kassa och bank | 88 412 | 97 021
    *Summa tillgångar | 1 414 354 | 1 380 685
"""
BALANCE_RIGHT = """
    ! Skulder, tkr | 2024 | 2023
    @ 2024 outcome | 2023 outcome
    Eget kapital | 681 502 | 656 402
    Avsättningar | 71 330 | 69 017
    Långfristiga skulder | 402 110 | 390 225
    Kortfristiga skulder | 259 412 | 265 041
    *Summa skulder | 1 414 354 | 1 380 685
"""
PLAN = """
    ! Budget och plan (tkr) | Bokslut/2023 | Budget/2024 | Budget/2025 | Plan/2026 | Plan/2027
    @ 2023 outcome | 2024 budget | 2025 budget | 2026 plan | 2027 plan
    Skatteintäkter | 1 251 000 | 1 299 500 | 1 333 870 | 1 381 200 | 1 429 540
    Nämndernas ramar | -1 190 340 | -1 244 100 | -1 289 660 | -1 322 400 | -1 360 010
    Finansnetto | 400 | -7 500 | -9 125 | -11 300 | -12 750
    *Årets resultat | 61 060 | 47 900 | 35 085 | 47 500 | 56 780
"""
SPANS = """
    ! Verksamhet ^2 | Budget 2024 >3 | Utfall 2024 >2 | Diff ^2
    ! Intäkt | Kostnad | Netto | Intäkt | Kostnad
    @ 2024 budget | 2024 budget | 2024 budget | 2024 outcome | 2024 outcome | 2024 variance
    Politisk ledning | 0 | -4 110 | -4 110 | 12 | -4 205 | -83
    Förskola | 14 300 | -121 700 | -107 400 | 15 022 | -123 118 | -696
    Grundskola | 22 150 | -301 900 | -279 750 | 23 871 | -305 440 | -1 819
    Kulturskola | 890 | -7 250 | -6 360 | 811 | -7 002 | 169
    *Totalt | 37 340 | -434 960 | -397 620 | 39 716 | -439 765 | -2 429
"""
MERGED = """
    ! Område | Insats | Budget 2024 | Utfall 2024
    @ - | 2024 budget | 2024 outcome
    Individnivå ^3 | Vägen in | 1 250 000 | 1 198 400
    Coach i samverkan | 980 000 | 1 002 115
    Grön rehab | 410 000 | 377 900
    Strukturnivå ^2 | Utbildningsdagar | 120 000 | 88 240
    Processledare | 640 000 | 655 000
    *Summa | | 3 400 000 | 3 321 655
"""
GOALS = """
    ! Mål | Kommentar | Status
    Alla barn ska nå målen i/årskurs 3 | Andelen ökade jämfört med förra/läsåret, men två skolor ligger/under rikssnittet. | Delvis
    Hemtjänsten ska ha god/kontinuitet | En brukare möter i genomsnitt färre/personal än tidigare. | Uppnått
    Sjukfrånvaron ska minska | Frånvaron är oförändrad. | Ej uppnått
    Kommunen ska vara fossilfri/i sina transporter | Tolv bilar har bytts ut mot el, och/laddplatser har byggts vid/kommunhuset. | Delvis
"""
ATTENDANCE = """
    ! Namn | Parti | Närvarande | Ersätter
    Karin Östlund | S | X |
    Peder Wallin | M | X |
    Inger Åström | C | - |
    Tomas Björk | V | X | Inger Åström
    Sara Lindh | KD | X |
"""
NOTE = """
    ! Not 4 Övriga intäkter (tkr) | 2024-12-31 | 2023-12-31
    @ 2024 outcome | 2023 outcome
    Hyror och arrenden | 18 402 | 17 990
    Bidrag från staten 1) | 44 118 | 39 275
    Försäljning av exploateringsfastigheter | 6 030 | –
    varav tomter | 5 500 | –
    Realisationsvinster | 212* | 1 004
    *Summa | 68 762 | 58 269
"""
BRACKETS = """
    ! kr | Budget 2025 | Utfall jan–aug 2025 | Prognos 2025 | Avvikelse
    @ 2025 budget | 2025 outcome | 2025 forecast | 2025 variance
    Medlemsavgifter | 2 720 000 | 1 813 336 | 2 720 000 | 0
    Kansli | (1 690 000) | (1 075 412) | (1 655 000) | 35 000
    Styrelse | (85 000) | (31 250) | (70 000) | 15 000
    Insatser | (945 000) | (537 118) | (1 037 000) | (92 000)
    *Resultat | 0 | 169 556 | (42 000) | (42 000)
"""
PERCENTS = """
    ! Sjukfrånvaro | 2024 | 2023 | Förändring
    @ 2024 outcome | 2023 outcome | ?
    Kvinnor | 7,9 % | 8,4 % | -0,5 %
    Män | 4,6 % | 4,9 % | -0,3 %
    Anställda upp till 29 år | 6,2 % | 5,8 % | 0,4 %
    Anställda 30–49 år | 6,8 % | 7,1 % | -0,3 %
    Anställda över 50 år | 7,7 % | 8,3 % | -0,6 %
    *Total sjukfrånvaro | 7,1 % | 7,6 % | -0,5 %
"""
WRAPPED_FIGURES = """
    ! Post | Budget/2024 | Utfall/2024
    @ 2024 budget | 2024 outcome
    Statligt bidrag till/samverkan | 1 416/000 | 1 416/000
    Regionens andel | 708/000 | 708/000
    Kommunernas andel | 708/000 | 708/000
    *Summa | 2 832/000 | 2 832/000
"""
MIXED = """
    ! Nyckeltal | Utfall 2024 | Mål 2024 | Utfall 2023
    @ 2024 outcome | ? | 2023 outcome
    Nettokostnad per invånare, kr | 67 612 | 66 900 | 65 646
    Andel i procent av skatt, % | 98,4 | 98,0 | 97,25
    Antal brukare | 412 | 405 | 398,5
    Antal placerade barn | 31 | 28 | 33
"""
EMPTY = """
    ! Förening | Sökt 2024 | Beviljat 2024 | Utbetalt | Återkrav
    @ 2024 requested | 2024 granted | ? | ?
    Åsarps hembygdsförening | 40 000 | 25 000 | 25 000 |
    Lindby gymnastikförening | 118 500 | 90 000 | 90 000 |
    Kvarnens teatergrupp | 65 000 | | |
    Södra bygdens intresseförening | 30 000 | 30 000 | 15 000 |
    *Summa | 253 500 | 145 000 | 130 000 |
"""
LONG_ONE = """
    ! Verksamhet, tkr | Budget 2024 | Utfall 2024 | Avvikelse
    @ 2024 budget | 2024 outcome | 2024 variance
""" + "\n".join(f"{name} {number} | {3 + number % 4} {103 + 7 * number} | {3 + number % 4} {101 + 7 * number} | -2" for number, name in enumerate(
    ("Enhet Norr", "Enhet Söder", "Enhet Väster", "Enhet Öster") * 15, 1
))
MONTHS = """
    ! Månad | Utfall | Budget | Ack utfall | Ack budget
    @ ? | ? | ? | ?
    Januari | 11 203 | 11 000 | 11 203 | 11 000
    Februari | 10 874 | 11 000 | 22 077 | 22 000
    Mars | 11 655 | 11 000 | 33 732 | 33 000
    April | 10 998 | 11 000 | 44 730 | 44 000
"""
ONE_COLUMN = """
    ! Balanskravsutredning (tkr) | 2024
    @ 2024 outcome
    Årets resultat enligt resultaträkningen | 25 100
    Samtliga realisationsvinster | -212
    Orealiserade vinster i värdepapper | -1 030
    *Årets resultat efter balanskravsjusteringar | 23 858
    Medel till resultatutjämningsreserv | -4 000
    *Balanskravsresultat | 19 858
"""
SIDE_LABEL = """
    ! mnkr | Utfall/mar 2025 | Budget/mar 2025 | Avvikelse/mot budget | Årsbudget/2025 | Helårsprognos/2025
    @ 2025 outcome | 2025 budget | 2025 variance | 2025 budget | 2025 forecast
    Intäkter | 101,2 | 99,0 | 2,2 | 396,0 | 400,0
    Personalkostnader | -288,7 | -285,0 | -3,7 | -1 140,0 | -1 151,0
    Lokalkostnader | -40,1 | -41,0 | 0,9 | -164,0 | -163,0
    Övriga kostnader | -77,4 | -73,0 | -4,4 | -292,0 | -301,0
    *Nettokostnad | -305,0 | -300,0 | -5,0 | -1 200,0 | -1 215,0
"""


def table(source: str, scale: int = 1000, css: str = "") -> TextTable:
    """Return a table written as text."""
    return TextTable(source, scale, css)


def title(text: str) -> str:
    """Return a heading."""
    return f"<h2>{text}</h2>"


COLUMNS = "<div style='display:flex;gap:24pt;align-items:flex-start'>"
BARS = "".join(
    f"<text x='4' y='{40 + 30 * i}' font-size='10'>{name}</text><rect x='120' y='{30 + 30 * i}' width='{w}' height='14' fill='#4472c4'/>"
    f"<text x='{126 + w}' y='{41 + 30 * i}' font-size='10'>{value}</text>"
    for i, (name, w, value) in enumerate((("Förskola", 210, "24 %"), ("Grundskola", 280, "31 %"), ("Äldreomsorg", 240, "27 %"), ("Övrigt", 150, "18 %")))
)
CHART = f"<svg width='480' height='170'>{BARS}</svg>"
STACKED = (
    "<svg width='480' height='260'>"
    + "".join(f"<text x='10' y='{30 + 40 * i}' font-size='10'>{100 - 20 * i}</text><line x1='40' x2='470' y1='{26 + 40 * i}' y2='{26 + 40 * i}' stroke='#ccc'/>" for i in range(6))
    + "".join(
        f"<rect x='{60 + 100 * i}' y='{226 - h}' width='40' height='{h}' fill='#70ad47'/><text x='{66 + 100 * i}' y='{220 - h}' font-size='10'>{v}</text>"
        f"<text x='{62 + 100 * i}' y='246' font-size='10'>{2021 + i}</text>"
        for i, (h, v) in enumerate(((90, "45,2"), (120, "60,1"), (144, "72,0"), (136, "68,4")))
    )
    + "</svg>"
)
LEGEND = (
    "<svg width='480' height='120'>"
    + "".join(
        f"<rect x='{20 + 150 * (i % 3)}' y='{20 + 30 * (i // 3)}' width='10' height='10' fill='#{c}'/><text x='{36 + 150 * (i % 3)}' y='{29 + 30 * (i // 3)}' font-size='10'>{name}</text>"
        for i, (name, c) in enumerate((("0–6 år 12 %", "c00"), ("7–15 år 14 %", "0c0"), ("16–19 år 6 %", "00c"), ("20–64 år 49 %", "cc0"), ("65–79 år 13 %", "0cc"), ("80 år – 6 %", "c0c")))
    )
    + "</svg>"
)
CONTENTS = "".join(
    f"<p style='display:flex;margin:0'><span>{name}</span><span style='flex:1;border-bottom:1px dotted #999'></span><span>{page}</span></p>"
    for name, page in (("Förvaltningsberättelse", 4), ("Översikt över utvecklingen", 6), ("Resultaträkning", 21), ("Balansräkning", 22), ("Noter", 24), ("Investeringar", 31))
)
ADDRESSES = (
    "<div style='display:flex;gap:60pt'><p>Åsbo kommun<br>Box 112<br>471 80 Åsbo</p><p>Besök: Torget 4<br>Telefon: 0304-33 40 00<br>Org.nr 212000-1234</p>"
    "<p>kommun@asbo.example<br>Plusgiro 1 23 45-6<br>Bankgiro 123-4567</p></div>"
)
FORM = "".join(
    f"<p style='border:.6pt solid #000;padding:2pt 4pt;height:26pt;margin:0;width:{w}pt;display:inline-block'><small>{name}</small></p>"
    for name, w in (("Namn", 240), ("Personnummer", 180), ("Adress", 240), ("Postnummer och ort", 180), ("Datum", 120), ("Underskrift", 300))
)
LISTS = "<ol>" + "".join(f"<li>{text}</li>" for text in ("Kommunstyrelsen godkänner rapporten för 2024.", "Nämnden får 450 tkr ur anslaget.", "Protokollet justeras omedelbart.", "Ärendet återremitteras.")) + "</ol>"
AGENDA = "".join(f"<p style='margin:0'><span style='display:inline-block;width:60pt'>§ {n}</span><span style='display:inline-block;width:300pt'>{name}</span><span>{page}</span></p>" for n, name, page in ((41, "Val av justerare", 3), (42, "Ekonomisk rapport", 4), (43, "Remiss om trafik", 6), (44, "Delegationsbeslut", 7), (45, "Meddelanden", 9)))
TIMES = "<p>Öppettider</p>" + "".join(f"<p style='margin:0'><span style='display:inline-block;width:120pt'>{day}</span>{hours}</p>" for day, hours in (("Måndag–torsdag", "8.00–16.30"), ("Fredag", "8.00–15.00"), ("Lunch", "12.00–13.00")))
TWO_COLUMNS = f"<div style='columns:2;column-gap:20pt'>{PROSE * 4}</div>"

PAGES = (
    MadePage("follow_grid", (title("Driftredovisning"), table(FOLLOW), PROSE), GRID),
    MadePage("follow_zebra", (title("Driftredovisning"), table(FOLLOW), PROSE), ZEBRA + DARK),
    MadePage("follow_sums", (title("Driftredovisning"), PROSE, table(FOLLOW), PROSE), SUM_RULES + SERIF),
    MadePage("follow_plain", (title("Driftredovisning"), table(FOLLOW)), CONDENSED),
    MadePage("glued_near", (title("Verksamheten (tkr)"), table(GLUED, css="width:230pt")), "td,th{padding:2pt 1.2pt}"),
    MadePage("glued_nearer", (title("Verksamheten (tkr)"), table(GLUED, css="width:auto")), "td,th{padding:1pt 1pt} td.l{padding-right:8pt}" + SERIF),
    MadePage("glued_touching", (title("Verksamheten (tkr)"), table(GLUED, css="width:auto")), "td,th{padding:1pt 0} td.v,th.v{padding-left:2.4pt} td.l{padding-right:8pt}"),
    MadePage("glued_grid", (title("Verksamheten (tkr)"), table(TIGHT, css="width:auto")), "td,th{padding:1pt 0} td.v,th.v{padding-left:2.6pt} td.l{padding-right:8pt} .sum td{font-weight:normal} tr{border-bottom:.5pt solid #666}"),
    MadePage("glued_sums", (title("Verksamheten (tkr)"), table(TIGHT, css="width:auto")), "td,th{padding:1pt 0} td.v,th.v{padding-left:2.8pt} td.l{padding-right:8pt}" + SERIF),
    MadePage("statement_sums", (title("Resultaträkning"), table(STATEMENT, 1000000)), SUM_RULES),
    MadePage("statement_zebra", (table(STATEMENT, 1000000), PROSE), ZEBRA + SERIF),
    MadePage("invest_grid", (title("Investeringsredovisning"), table(INVEST)), GRID + CONDENSED),
    MadePage("invest_sums", (title("Investeringsredovisning"), table(INVEST)), SUM_RULES),
    MadePage("invest_top", (title("Investeringsredovisning"), table(INVEST)), "td{vertical-align:top}" + ZEBRA),
    MadePage("overview", (title("Översikt över verksamhetens utveckling"), table(OVERVIEW, 1000000), PROSE), SUM_RULES),
    MadePage("side_by_side", (title("Balansräkning 31 december"), COLUMNS, table(BALANCE_LEFT), table(BALANCE_RIGHT), "</div>"), "body{font-size:8.5pt}" + SUM_RULES),
    MadePage("plan", (title("Budget 2025 med plan 2026–2027"), table(PLAN), PROSE), SUM_RULES, "plan", 2025),
    MadePage("plan_landscape", (title("Budget 2025 med plan 2026–2027"), table(PLAN)), GRID + SERIF, "plan", 2025, "A4 landscape"),
    MadePage("spans_grid", (title("Verksamheten 2024, tkr"), table(SPANS)), GRID + "th{text-align:center}"),
    MadePage("spans_rules", (title("Verksamheten 2024, tkr"), table(SPANS)), "th{text-align:center} thead th[colspan='3'],thead th[colspan='2']{border-bottom:.7pt solid #000} .sum td{border-top:.7pt solid #000}"),
    MadePage("spans_plain", (title("Verksamheten 2024, tkr"), table(SPANS)), "th{text-align:center}" + ZEBRA),
    MadePage("merged_labels", (title("Insatser"), table(MERGED, 1)), GRID),
    MadePage("merged_middle", (title("Insatser"), table(MERGED, 1)), "td{vertical-align:middle} tr{border-bottom:.5pt solid #888}"),
    MadePage("goals_grid", (title("Måluppfyllelse"), table(GOALS)), GRID + ".v{text-align:left} td{vertical-align:top}"),
    MadePage("goals_lines", (title("Måluppfyllelse"), table(GOALS)), ".v{text-align:left} td{vertical-align:top} tr{border-bottom:.5pt solid #777}"),
    MadePage("goals_plain", (title("Måluppfyllelse"), table(GOALS)), ".v{text-align:left} td{vertical-align:top;padding-bottom:8pt}"),
    MadePage("attendance_grid", (title("Närvaro"), table(ATTENDANCE)), GRID + ".v{text-align:left}"),
    MadePage("attendance_plain", (title("Närvaro"), table(ATTENDANCE, css="width:400pt")), ".v{text-align:left}"),
    MadePage("note", (title("Noter"), table(NOTE), PROSE), SUM_RULES),
    MadePage("note_dark", (title("Noter"), table(NOTE), PROSE), DARK + SERIF),
    MadePage("brackets", (title("Delårsrapport"), table(BRACKETS, 1)), SUM_RULES, "interim_report", 2025),
    MadePage("percents", (title("Personal"), table(PERCENTS, 1), PROSE), ZEBRA),
    MadePage("percents_box", (f"<div style='float:right;width:270pt;border:1pt solid #888;padding:6pt;margin-left:10pt'>", table(PERCENTS, 1), "</div>", PROSE * 3), "body{font-size:9pt}"),
    MadePage("wrapped_plain", (title("Bidrag 2024, kr"), table(WRAPPED_FIGURES, 1, "width:230pt")), "td{vertical-align:top;padding-bottom:7pt}"),
    MadePage("wrapped_lines", (title("Bidrag 2024, kr"), table(WRAPPED_FIGURES, 1, "width:230pt")), "td{vertical-align:top} tr{border-bottom:.5pt solid #777}"),
    MadePage("mixed", (title("Nyckeltal"), table(MIXED, 1)), SUM_RULES),
    MadePage("empty_cells", (title("Föreningsbidrag, kr"), table(EMPTY, 1)), GRID),
    MadePage("empty_plain", (title("Föreningsbidrag, kr"), table(EMPTY, 1)), SUM_RULES),
    MadePage("long_repeated", (title("Enheterna"), table(LONG_ONE)), SUM_RULES),
    MadePage("long_once", (title("Enheterna"), table(LONG_ONE)), GRID + "thead{display:table-row-group}"),
    MadePage("balance_requirement", (title("Balanskrav"), PROSE, table(ONE_COLUMN)), SUM_RULES),
    MadePage("months", (title("Månadsuppföljning 2024, tkr"), table(MONTHS)), ZEBRA),
    MadePage("second_line_sums", (title("Ekonomisk uppföljning"), table(SIDE_LABEL, 1000000)), SUM_RULES, "interim_report", 2025),
    MadePage("second_line_dark", (title("Ekonomisk uppföljning"), table(SIDE_LABEL, 1000000)), DARK + ZEBRA + CONDENSED, "interim_report", 2025),
    MadePage("turned_headers", (title("Ekonomisk uppföljning"), table(SIDE_LABEL, 1000000)), "th.v span{writing-mode:vertical-rl;transform:rotate(180deg)} th.v{text-align:right}" + GRID, "interim_report", 2025),
    MadePage("rotate_90", (title("Driftredovisning"), table(FOLLOW)), SUM_RULES, rotate=90),
    MadePage("rotate_270", (title("Investeringsredovisning"), table(INVEST)), GRID, page="A4 landscape", rotate=270),
    MadePage("two_tables", (title("Resultat (tkr)"), table(GLUED), title("Nyckeltal"), table(MIXED, 1), PROSE), SUM_RULES),
    MadePage("none_chart", (title("Kostnadernas fördelning"), CHART, PROSE, LEGEND)),
    MadePage("none_stacked", (title("Nettokostnad, mnkr"), STACKED, PROSE)),
    MadePage("none_contents", (title("Innehåll"), CONTENTS, ADDRESSES)),
    MadePage("none_form", (title("Ansökan"), FORM, LISTS)),
    MadePage("none_agenda", (title("Ärenden"), AGENDA, TIMES)),
    MadePage("none_columns", (title("Året som gått"), TWO_COLUMNS)),
)
