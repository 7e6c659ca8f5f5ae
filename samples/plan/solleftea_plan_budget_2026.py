"""Plan and budget 2026-2027: amounts of initiatives in prose, and small ruled tables in kronor whose labels wrap around the figures."""

from __future__ import annotations

import typeset
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table, TableStyle

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=14.5, spaceAfter=8)
TIGHT = ParagraphStyle("tight", parent=BODY, spaceAfter=1)
H1 = ParagraphStyle(
    "h1",
    fontName="Helvetica-Bold",
    fontSize=16,
    leading=20,
    spaceBefore=4,
    spaceAfter=8,
    keepWithNext=1,
    textColor=colors.HexColor("#20405a"),
)
H2 = ParagraphStyle(
    "h2",
    fontName="Helvetica-Bold",
    fontSize=12.5,
    leading=16,
    spaceBefore=8,
    spaceAfter=5,
    keepWithNext=1,
    textColor=colors.HexColor("#20405a"),
)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=24, leading=30, spaceBefore=20, spaceAfter=6)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=22, bulletIndent=10, spaceAfter=4)
CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=11, leading=13.5)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Times-Bold")
RIGHT = ParagraphStyle("right", parent=CELL, alignment=TA_RIGHT)

Row = tuple[str, str, str, str]


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    """Draw header and footer."""
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(colors.HexColor("#555555"))
    canvas.drawString(71, 800, "Samordningsförbundet i Sollefteå")
    canvas.drawRightString(524, 800, "Verksamhetsplan och budget 2026-2027")
    canvas.setLineWidth(0.4)
    canvas.line(71, 794, 524, 794)
    canvas.drawRightString(524, 36, f"{page} ({pages})")


def prose(*texts: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Return paragraphs."""
    return [Paragraph(text, style) for text in texts]


def bullets(*texts: str) -> list[Flowable]:
    """Return items with bullets."""
    return [Paragraph(text, BULLET, bulletText="•") for text in texts]


def numbered(*texts: str) -> list[Flowable]:
    """Return numbered items."""
    return [Paragraph(text, BULLET, bulletText=f"{number}.") for number, text in enumerate(texts, start=1)]


def owner(*lines: tuple[str, str]) -> list[Flowable]:
    """Return the lines `Verksamhetsägare: ...` and `Förbundets finansiering 2026: ...` of an initiative."""
    return [*(Paragraph(f"<b>{label}</b> {value}", TIGHT) for label, value in lines), Spacer(1, 6)]


def kronor_table(
    head: Row, rows: list[Row], valign: str = "TOP", label_style: ParagraphStyle = CELL, label_width: float = 138
) -> list[Flowable]:
    """Return a ruled table; the figures stand on the first, middle or last line of a wrapped label (`valign`)."""
    width = (453 - label_width) / 3
    cells: list[list[object]] = [[Paragraph(text, HEAD) for text in head]]
    for label, *figures in rows:
        style = HEAD if label.startswith("Summa") else label_style
        cells.append([Paragraph(label, style), *figures])
    table = Table(cells, colWidths=[label_width, width, width, width], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("FONT", (1, 1), (-1, -1), "Times-Roman", 11),
                ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                ("VALIGN", (0, 0), (-1, -1), valign),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return [table, Spacer(1, 14)]


def about() -> list[Flowable]:
    """Return the title and what the body is."""
    return [
        Paragraph("Verksamhetsplan och budget 2026-2027", TITLE),
        Paragraph("Samordningsförbundet i Sollefteå", H2),
        Spacer(1, 14),
        Paragraph("Finsam och Samordningsförbundet i Sollefteå", H1),
        *prose(
            "Finsam är namnet på det samarbete som bygger på lagen (2003:1210) om finansiell samordning. Det gäller rehabilitering i vid mening: medicinska, sociala, psykologiska och arbetslivsinriktade åtgärder som hjälper en person att återfå sin förmåga och leva som andra. Flera aktörer delar ansvaret för varje persons rehabilitering.",
            "Försäkringskassan (FK) arbetar för att den enskilde ska kunna arbeta och Arbetsförmedlingen (AF) för att någon ska vilja anställa. Kommun och Region har ett bredare uppdrag som rör livskvalitet, hälsa och möjligheten att delta i samhället.",
            "Alla fyra ska alltså, var och en från sitt håll, hjälpa personer i yrkesverksam ålder att skaffa eller behålla förmågan att arbeta. De gemensamma pengarna bör i slutänden leda just dit.",
            "Samverkan är frivillig och sköts av ett samordningsförbund, där Försäkringskassan, Arbetsförmedlingen, regionen och kommunen är med. Förbundet är självständigt, har en egen styrelse och räknas som en myndighet, så att samma lagar gäller i de delar som passar. Det är mer än en rad projekt: det är en bestående struktur.",
            "Samordningsförbundet i Sollefteå bildades den 1 december 2005. Dess parter är Försäkringskassan, Arbetsförmedlingen, Sollefteå kommun och Region Västernorrland, som enligt lag äger 25 % vardera.",
            "Efter de allmänna valen, vart fjärde år, väljer kommunen och regionen nya ledamöter. Huvudmännen har antagit en förbundsordning. Förbundet vill ge sina fyra medlemmar ett större rum för samarbete och en plats att tillsammans pröva nya insatser.",
            "Insatserna är till för dem som har komplexa behov och behöver flera myndigheters hjälp för att kunna arbeta. Behoven kan vara psykiska, fysiska, sociala eller röra arbetet, ett i taget eller alla på en gång. Undersökningar visar att sjukdom, funktionshinder och lång arbetslöshet ökar risken att skickas runt mellan aktörer. Även den som saknar all offentlig försörjning hör till målgruppen.",
        ),
    ]


def organisation() -> list[Flowable]:
    """Return who does what, and the focus of the year."""
    return [
        Paragraph("Samordningsförbundets organisation", H1),
        Paragraph("Förbundsstyrelse", H2),
        *prose(
            "I styrelsen sitter fyra ledamöter och fyra ersättare. Sollefteå kommun, Region Västernorrland, Försäkringskassan och Arbetsförmedlingen har valt en av varje. Ledamoten bidrar med kunskap om sin organisation men talar inte för den. Styrelsen sätter mål och riktlinjer utifrån behoven i Sollefteå och bestämmer vad pengarna ska gå till.",
            "<b>Ordinarie ledamöter:</b> Monika Hällberg, Sollefteå kommun (ordf.) Jonas Rydén, Arbetsförmedlingen (vice ordf.) Solveig Norrsjö, Region Västernorrland, Karin Åslund, Försäkringskassan",
            "<b>Ersättare:</b> Annika Lindell, Sollefteå kommun Mattias Bergsten, Arbetsförmedlingen Elin Forshed, Region Västernorrland Petra Stenius, Försäkringskassan",
        ),
        Paragraph("Förbundschefen", H2),
        *prose(
            "Förbundschefen är anställd i kommunen, och förbundet köper tjänsten, som omfattar 75 %. Chefen leder arbetet för styrelsens räkning, verkställer beslut, sköter ekonomin och företräder förbundet som tjänsteman. Att utveckla samarbetet mellan medlemmarna och följa omvärlden hör till det viktigaste, liksom att föreslå nya aktiviteter.",
        ),
        Paragraph("Lokal Samverkansgrupp (Loksam)", H2),
        *prose(
            "Loksam är en grupp mellanchefer från parterna. Där talar man om gemensamma behov, yttrar sig om projekt som förbundet kan komma att betala och ger dem stöd hemma i organisationen. Gruppen är också förbundschefens bollplank. Den fungerar bara om parterna verkligen kommer dit.",
        ),
        Paragraph("Samverkansteam för individärenden", H2),
        *prose(
            "I samverkansteamet kan handläggare och vårdpersonal ta upp svåra ärenden som annars hamnar mellan myndigheterna. Personen själv ger skriftligt lov att sekretessen lyfts. Teamet samordnar insatser som stärker förmågan att arbeta. Förbundschefen kallar och är med.",
            "Alla fyra parter deltar: Arbetsförmedlingen och Försäkringskassan med var sin handläggare, regionen med koordinatorer från hälsocentralen och Vuxenpsykiatrin samt en kurator från habiliteringen. Kommunen skickar rehabcoacher från SamCoach, handläggare från Försörjningsstöd, en arbetskonsulent från Arbetsmarknadsenheten och en samordnare från Vuxenutbildningen.",
        ),
        Paragraph("Fokusområden 2026", H1),
        *prose(
            "Psykisk ohälsa håller många borta från arbete, egen inkomst och delaktighet. Parterna sätter därför unga som varken arbetar eller studerar högt under 2026. I den gruppen räknas unga upp till 29 år med funktionsnedsättning eller aktivitetsersättning in. Här krävs helhetssyn och nya modeller.",
            "Högt står också personer som både mår psykiskt dåligt och är beroende. De blir ofta utan hjälp. Parterna vill se insatser där arbete, stöd och återhämtning går ihop.",
            "Det tredje området är att göra förbundet känt: den som ser ett behov av samverkan ska veta vart man vänder sig.",
        ),
    ]


def goals() -> list[Flowable]:
    """Return the goals and the initiative that gets money for two years."""
    return [
        PageBreak(),
        Paragraph("Mål för verksamheten 2026", H1),
        *prose(
            "Förbundet ska hjälpa enskilda att kunna arbeta och hjälpa myndigheter att samverka. Det samordnar, sätter i gång och betalar insatser, både för individer och för strukturen. Pengar kan gå till projekt med slutdatum eller till sådant som pågår längre. Utgå alltid från personens behov och samhällets nytta.",
        ),
        Paragraph("Styrelsens mål för verksamheten", H2),
        *prose(
            "Styrelsen svarar för den finansiella samordningen inom Sollefteå kommun, så att medlemmarnas resurser räcker längre och fler återfår sin förmåga."
        ),
        *bullets(
            "Minst 8 informationsinsatser ska få medlemmarna att se förbundet som den självklara platsen för samverkan.",
            "Hemsidan ska utvecklas, bland annat med checklista och formulär, så att det blir lätt att höra av sig med en idé eller ett behov.",
        ),
        Paragraph("Finansiella mål", H2),
        *prose(
            "God ekonomisk hushållning betyder att förbundet inte skuldsätter sig och att något finns kvar för det oväntade när året är slut. Insatsens storlek bör motsvara vad medlemmarna kommit överens om."
        ),
        *bullets(
            "Årets medel ska användas ändamålsenligt och efter beslutad plan och budget.",
            "Sparat kapital ska komma målgruppen till del.",
            "Medlemsavgifterna ska bära förbundet, utan lån eller krediter.",
            "Det ingående egna kapitalet ska vara mindre än året före.",
        ),
        PageBreak(),
        Paragraph("Insatser som medfinansieras 2026-2027", H1),
        Paragraph("Steget Vidare", H2),
        *owner(
            ("Verksamhetsägare:", "Sollefteå kommun"),
            ("Medparter:", "Region Västernorrland, Arbetsförmedlingen, Försäkringskassan"),
            ("Förbundets medfinansiering 2026:", "1 370 000 kronor"),
            ("Förbundets medfinansiering 2027:", "1 370 000 kronor"),
        ),
        *prose(
            "<b>Kort beskrivning av verksamhet:</b> Arbetsmarknadsenheten ska bli navet i den arbetslivsinriktade rehabiliteringen, med insatser som passar var och en. Medarbetarna fick under 2025 lära sig reflexiv praktik efter den danska forskningen BIP (Beskæftigelses Indikator Projektet), ett sätt att arbeta som nu ska spridas i kommunen och hos parterna. Kärnan är att hålla fast vid arbete eller studier och samtidigt ta hand om hälsa, vägledning och praktik. Ingen ska längre hänvisas efter gissningar om hur ”liknande” personer brukar ha det. Framsteg ska mätas löpande ihop med deltagaren. Förbundet betalar den del som utvecklar: personal som arbetar troget efter IPS, Supported Employment och Case Management. IPS har stöd i forskning och hjälper den som mår psykiskt dåligt eller har en funktionsnedsättning att få ett vanligt jobb och stanna där.",
            "<b>Mål IPS:</b>",
        ),
        *numbered(
            "Minst 15 personer börjar en IPS-insats med coach under de 24 månaderna (5 personer 2026 och 10 personer 2027).",
            "Minst 10 av dem kommer ut i praktik hos en arbetsgivare.",
            "Coachen får kontakt med minst 50 arbetsgivare.",
            "Minst 80 % av deltagarna svarar i enkät eller intervju att insatsen hjälpt dem mot arbete.",
        ),
        *prose(
            "<b>Mål BIP:</b> Arbetssättet införs steg för steg med hjälp av en intern processledare, så att mötet med deltagarna blir bättre och resultaten likaså."
        ),
        *numbered(
            "Alla på AME och personal från minst 6 enheter går en introduktion.",
            "Minst 5 tydliga förändringar i arbetssätt är på plats.",
            "Minst 10 förslag eller lärdomar från personalen är samlade och nedskrivna när projektet slutar.",
            "Minst 8 handledningar hålls under projektet.",
        ),
    ]


def initiatives() -> list[Flowable]:
    """Return the initiatives of one year."""
    return [
        PageBreak(),
        Paragraph("Insatser som medfinansieras 2026", H1),
        Paragraph("Livstilslyftet", H2),
        *owner(
            ("Projektägare:", "Region Västernorrland"),
            ("Medpart", "Sollefteå kommun"),
            ("Förbundets finansiering 2026:", "90 327 kronor"),
        ),
        *prose(
            "<b>Kort beskrivning av verksamhet:</b> Stöd och handfasta verktyg för sömn, kost och motion, med deltagarens egen vardag som start. Den som mår bättre kommer också närmare arbete. Insatsen är för den som har lång väg dit och behöver mer än vad en myndighet ensam kan ge.",
            "<b>Mål:</b>",
        ),
        *bullets(
            "Målgruppen nås och får stödet som ett verktyg bland flera.",
            "Deltagarna får medel att må bättre i kropp och själ.",
            "De flesta tycker efter kursen att de kan gå vidare på egen hand.",
            "De flesta skattar sin livskvalitet högre.",
        ),
        Paragraph("Fokus Psykisk Hälsa (Psykiatriveckan)", H2),
        *owner(
            ("Projektägare:", "Sollefteå kommun"),
            ("Medpart:", "Region Västernorrland"),
            ("Förbundets finansiering 2026:", "70 000 kronor"),
        ),
        *prose(
            "<b>Kort beskrivning av verksamhet:</b> Föreläsningar och aktiviteter om psykisk hälsa mån-tors v. 45 2026, för den vars arbetsförmåga är nedsatt av psykisk ohälsa, för anhöriga och för parternas personal. Mer kunskap ska ge mindre skam.",
            "<b>Mål:</b>",
        ),
        *bullets(
            "Minst 6 föreläsningar eller aktiviteter hålls vecka 45 (2–5 november) 2026.",
            "Minst 150 deltagare kommer, alla tillfällen räknade.",
            "Minst 80 % säger i en enkät att de vet och förstår mer än förut.",
        ),
        Paragraph("SamCoach", H2),
        *owner(
            ("Verksamhetsägare:", "Sollefteå kommun"),
            ("Medparter:", "Försäkringskassan, Arbetsförmedlingen och Region Västernorrland"),
            ("Förbundets finansiering 2026:", "827 000 kronor"),
        ),
        *prose(
            "Styrelsen beslutade 2024-11-28 att insatsen får 827 tkr även under 2026.",
            "<b>Kort beskrivning av verksamhet:</b> SamCoach samordnar stödet för personer som kommer genom samverkansteamet. Två koordinatorer arbetar 2026 på handläggarnas uppdrag efter en handlingsplan som görs med deltagaren. Målgruppen är 16–64 år och behöver två eller flera myndigheter. Metoden är Supported Employment.",
        ),
        PageBreak(),
        Paragraph("Övriga insatser/aktiviteter", H1),
        Paragraph("Samverkansfrukost", H2),
        *owner(("Förbundets finansiering 2026:", "8 000 kronor")),
        *prose(
            "<b>Kort beskrivning:</b> Handläggare och chefer hos parterna äter frukost ihop utan dagordning, så att det formella samarbetet går lättare. Parterna bidrar med personalens tid. <b>Mål:</b> 6 tillfällen under året."
        ),
        Paragraph("Kompetenshöjande insatser till parternas personal", H2),
        *owner(("Förbundets finansiering 2026:", "15 000 kronor")),
        *prose(
            "<b>Kort beskrivning:</b> Pengar till utbildning som flera parter har nytta av, till exempel en tillfällig insats, en föreläsning eller ett seminarium. <b>Mål:</b> Parterna kommer in med minst 2 idéer, och de blir av."
        ),
        Paragraph("Hälsoinriktade aktiviteter till förbundets målgrupper", H2),
        *owner(("Förbundets finansiering 2026:", "15 000 kronor")),
        *prose(
            "<b>Kort beskrivning:</b> Föreläsningar och gruppaktiviteter, enstaka eller i omgångar, tillsammans med kommunen, regionen eller andra. På sikt ska de göra det lättare att arbeta."
        ),
        Paragraph("Kompetenshöjande och samverkansstärkande aktiviteter för samverkansteamet", H2),
        *owner(("Förbundets finansiering 2026:", "20 000 kronor")),
        *prose(
            "<b>Kort beskrivning:</b> Studiebesök, föreläsningar eller gemensamma arbetsdagar för teamets representanter. <b>Mål:</b> Minst en workshopdag och minst en aktivitet till under 2026."
        ),
        Paragraph("Kompetenshöjande eller samverkansstärkande aktivitet för chefsgruppen (Loksam)", H2),
        *owner(("Förbundets finansiering 2026:", "5 000 kronor")),
        *prose(
            "<b>Kort beskrivning:</b> En heldag med workshop, analys eller utblick för gruppens chefer. <b>Mål:</b> En sådan aktivitet genomförs under 2026."
        ),
        Paragraph("Strukturinriktat stöd", H2),
        *owner(("Förbundets medfinansiering 2026:", "förbundschefens tid, efter de behov som kommer fram")),
        *prose(
            "Den som frågar får hjälp med uppföljning, avvikelser i samverkan, aktiviteter för kunskap och motivation samt praktiska saker. Chefen ser också till att ansökningar stämmer med styrelsens mål."
        ),
        Paragraph("Uppföljning och utvärdering", H2),
        *prose(
            "Hur verksamhet och insatser följs upp står i Styrdokument för Samordningsförbundet i Sollefteå, en bilaga till planen. Den rymmer även internkontroll, risk- och väsentlighetsanalys och kommunikationsplan. Styrdokumentet beslutades på nytt samtidigt som planen, 2025-11-20."
        ),
    ]


ZERO = ("0 kr", "0 kr")
COSTS: list[Row] = [
    ("SamCoach", "-827 000 kr", *ZERO),
    ("Steget vidare", "-1 360 000 kr", "-1 360 000 kr", "0 kr"),
    ("Livstilslyftet", "-91 000 kr", *ZERO),
    ("Fokus Psykisk hälsa (v.45)", "-70 000 kr", *ZERO),
    ("Loksam", "-5 000 kr", *ZERO),
    ("Samverkansfrukost", "-8 000 kr", *ZERO),
    ("Kompetenshöjande insatser", "-15 000 kr", *ZERO),
    ("Hälsoinriktade aktiviteter till målgruppen", "-15 000 kr", *ZERO),
    ("Beredningsgruppen/ föreläsning", "-20 000 kr", *ZERO),
    ("Summa kostnader för insatser", "-2 411 000 kr", "-1 360 000 kr", "0 kr"),
]


def budget() -> list[Flowable]:
    """Return the budget: prose, then eight small tables."""
    return [
        PageBreak(),
        Paragraph("Budget 2026-2027", H1),
        *prose(
            "Budgeten för verksamhetsåret 2026 är 3 211 000 kronor och täcker insatser, projekt samt styrning och förvaltning. Statens bidrag blev känt den 20 november 2025: 1 378 000 kronor. Beloppet kommer ur en fördelningsmodell. Sollefteå kommun och Region Västernorrland lägger lika mycket som staten. De hade kunnat höja 2025 års nivå med 3 %, men det är statens del som styr. Driftbidragen från medlemmarna blir alltså 2 756 000 kronor för 2026, en minskning med 20 000 kr från 2025.",
            "Från verksamhetsår 2024 och tidigare finns ett eget kapital om 820 tkr. Helårsprognosen för 2025 säger att det växer med minst 100 tkr till.",
            "Med 2026 års medelstilldelning, 2 756 000 kr, och ett eget kapital som väntas bli 920 000 kr har förbundet 3 676 000 kr att röra sig med inför 2026.",
            "Nationella rådet och revisorerna rekommenderar att kapitalet är mindre än 20 % av medelstilldelningen, och förbundet har beslutat att komma dit. Budgeten har därför ett underskott om 455 tkr. Det egna kapitalet sjunker då till 465 tkr, vilket är 16,9 % av medelstilldelningen.",
        ),
        Paragraph("Verksamhetens intäkter", H2),
        *kronor_table(
            ("Medelstilldelning (driftbidrag)", "2026", "2027", "2028"),
            [
                ("Staten", "1 378 000 kr", "1 378 000 kr", "1 378 000 kr"),
                ("Kommun och region", "1 378 000 kr", "1 378 000 kr", "1 378 000 kr"),
                ("Summa driftbidrag", "2 756 000 kr", "2 756 000 kr", "2 756 000 kr"),
            ],
        ),
        Paragraph("Eget kapital", H2),
        *kronor_table(
            ("", "2026<br/>(prognos)", "2027<br/>(prognos)", "2028<br/>(prognos)"),
            [("Eget ingående kapital", "920 000 kr", "465 000 kr", "0")],
        ),
        PageBreak(),
        Paragraph("Verksamhetens kostnader", H2),
        *kronor_table(("Kostnader för Insatser", "2026", "2027", "2028"), COSTS, label_width=120),
        *kronor_table(
            ("Övriga kostnader", "2026", "2027", "2028"),
            [
                ("Kansli (inkl. ekonomihantering)", "-710 000 kr", "-710 000 kr", "-710 000 kr"),
                ("Styrelse", "-85 000 kr", "-85 000 kr", "-85 000 kr"),
                ("Summa styrelse och kansli", "-795 000 kr", "-795 000 kr", "-795 000 kr"),
            ],
            valign="BOTTOM",
            label_width=116,
        ),
        PageBreak(),
        *kronor_table(
            ("Övriga finansiella kostnader", "2026", "2027", "2028"),
            [
                ("Bankkostnader", "-5 000 kr", "-5 000 kr", "-5 000 kr"),
                ("Summa", "-5 000 kr", "-5 000 kr", "-5 000 kr"),
            ],
        ),
        *kronor_table(("Kostnader totalt", "2026", "2027", "2028"), [("Summa", "-3 211 000 kr", "-2 170 000 kr", "-5 000 kr")]),
        *kronor_table(
            ("Övrigt", "2026", "2027", "2028"),
            [
                ("Kvarvarande beslutsutrymme av medelstilldelning för året", "-455 000 kr", "596 000 kr", "1 966 000 kr"),
                ("Summa", "-455 000 kr", "596 000 kr", "1 966 000 kr"),
            ],
            valign="MIDDLE",
            label_style=RIGHT,
            label_width=124,
        ),
        *kronor_table(
            ("Årets resultat", "2026", "2026", "2027"), [("Beräknat resultat", "-455 000 kr", "1 072 000 kr", "1 966 000 kr")]
        ),
    ]


def story() -> list[Flowable]:
    """Return the whole plan."""
    return [*about(), *organisation(), *goals(), *initiatives(), *budget()]


def make() -> dict[str, bytes]:
    """Return the plan."""
    pdf = typeset.reportlab_pdf(story, furniture, title="Verksamhetsplan och budget 2026-2027", margins=(71, 62, 71, 66))
    return {"solleftea_plan_budget_2026.pdf": pdf}
