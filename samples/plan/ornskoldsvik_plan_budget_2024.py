"""Plan and budget 2024 of another body: granted amounts in prose, and one table in tkr without a single rule."""

from __future__ import annotations

import typeset
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table, TableStyle

BODY = ParagraphStyle("body", fontName="Vera", fontSize=9.5, leading=13, spaceAfter=7)
TIGHT = ParagraphStyle("tight", parent=BODY, spaceAfter=0)
H1 = ParagraphStyle("h1", fontName="Vera-Bold", fontSize=13, leading=17, spaceBefore=12, spaceAfter=6, keepWithNext=1)
H2 = ParagraphStyle("h2", fontName="Vera-Bold", fontSize=10.5, leading=14, spaceBefore=9, spaceAfter=3, keepWithNext=1)
TITLE = ParagraphStyle("title", fontName="Vera-Bold", fontSize=21, leading=27, spaceAfter=8)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=20, bulletIndent=8, spaceAfter=3)
GRANT = ParagraphStyle("grant", parent=TIGHT, keepWithNext=1)
DASH = ParagraphStyle("dash", parent=TIGHT, leftIndent=10, firstLineIndent=-10)


def furniture(canvas: Canvas, page: int, _pages: int) -> None:
    """Draw the body's name and the page number at the head, as the real ones have it."""
    canvas.setFont("Vera", 8)
    canvas.drawString(68, 803, "Örnsköldsviks samordningsförbund")
    canvas.drawRightString(527, 803, str(page))


def prose(*texts: str) -> list[Flowable]:
    """Return paragraphs."""
    return [Paragraph(text, BODY) for text in texts]


def bullets(*texts: str) -> list[Flowable]:
    """Return items with round bullets."""
    return [*(Paragraph(text, BULLET, bulletText="•") for text in texts), Spacer(1, 4)]


def dashes(*texts: str) -> list[Flowable]:
    """Return items with typed dashes."""
    return [*(Paragraph(f"- {text}", DASH) for text in texts), Spacer(1, 7)]


def granted(name: str, *lines: str) -> list[Flowable]:
    """Return the head of an initiative: its name and the lines on parties, time and grant."""
    return [Paragraph(name, H2), *(Paragraph(line, GRANT) for line in lines), Spacer(1, 6)]


def goal(name: str, *texts: str) -> list[Flowable]:
    """Return one activity goal with its labelled lines."""
    labels = ("Hur", "Mått", "Uppföljning", "Strategiskt område", "Fokusområden")
    body = [Paragraph(f"<b>{label}:</b> {text}", TIGHT) for label, text in zip(labels, texts, strict=True)]
    return [Paragraph(f"<b>{name}</b>", BULLET, bulletText="•"), *body, Spacer(1, 9)]


def opening() -> list[Flowable]:
    """Return sections 1 to 3."""
    return [
        Paragraph("Verksamhetsplan och budget 2024", TITLE),
        Paragraph("Samordningsförbundet Örnsköldsvik", H2),
        Paragraph("1. Inledning", H1),
        *prose(
            "Finsam är vardagsordet för lagen om finansiell samordning av rehabiliteringsinsatser, som började gälla den 1 januari 2004. Med stöd av den kan Kommun, Region, Arbetsförmedlingen och Försäkringskassan lägga samman resurser för välfärd och rehabilitering. De fyra bildar ett förbund och väljer själva hur de samarbetar.",
            "I förbundet kan parterna ta ett större ansvar ihop. Förbundet är en offentligrättslig juridisk person och bestämmer över sina pengar, men får inte utöva myndighet mot enskilda.",
            "Samordningsförbundet i Örnsköldsvik (222000-2063) bildades den 1 december 2004 av Örnsköldsviks kommun, Västernorrlands läns landsting, Försäkringskassan och Arbetsförmedlingen. Det svarar för den finansiella samordningen i kommunen. I styrelsen sitter fyra ledamöter och fyra ersättare, valda av huvudmännen.",
            "Länet har i dag 6 samordningsförbund och landet runt 75. Alla regioner är med i något, liksom drygt 270 av de 290 kommunerna.",
            "Grunden är lagen (2003:1210) och förbundsordningen, där ändamål och uppgifter står.",
        ),
        Paragraph("2. Programförklaring", H1),
        *prose(
            "Tillsammans utvecklar vi välfärden i Örnsköldsvik. Kommunen, Region Västernorrland, Försäkringskassan och Arbetsförmedlingen har fått uppdraget att samverka för en ännu bättre välfärd.",
            "Styrelsen, där alla fyra finns, vill göra samordningens värde tydligt. Målet är högre livskvalitet för den enskilde: varje människa har sin plats. Vi arbetar för självförsörjning, för psykisk hälsa och för att unga och nyanlända ska komma in i samhället. Allas förmåga ska tas till vara. Vi talar också om våld i nära relationer och hur det förebyggs, så att Örnsköldsvik blir jämställt och fritt från våld.",
        ),
        Paragraph("3. Förbundsstyrelsens uppdrag utifrån förbundsordningen", H1),
        *bullets(
            "Lägger fast mål och riktlinjer.",
            "Stöder samverkan mellan parterna.",
            "Betalar insatser enligt lagens 2 § inom parternas gemensamma ansvar.",
            "Bestämmer hur pengarna används.",
            "Svarar för att insatserna följs upp och utvärderas.",
            "Ser till att resurserna används bättre, främst för folkhälsan.",
            "Gör varje år en plan för de tre nästa åren, med en noggrann budget för det första.",
        ),
        *prose(
            "Myndigheter som samverkar kan göra mer för den som behöver flera av dem samtidigt. Insatserna ägs av myndigheterna och får pengar härifrån. Varje myndighet behåller sitt ansvar för individen; förbundet prioriterar och tillför det som ordinarie samarbete inte räcker till. Lokala behov och kunskaper styr.",
        ),
    ]


def direction() -> list[Flowable]:
    """Return sections 4 and 5."""
    return [
        Paragraph("4. Strategiska områden 2024", H1),
        *prose("Områdena visar förbundets möjligheter och är utgångspunkt när styrelsen prioriterar:"),
        *bullets(
            "Individens självförsörjning",
            "Främjande och förebyggande folkhälsoarbete",
            "Medlemmarnas resurser samordnas inom de mål som förbundet beslutat",
            "Hållbar samverkan: analys av behov, struktur, insatser, uppföljning",
        ),
        *prose("Under 2024 går följande före annat, utan inbördes ordning:"),
        *dashes(
            "Ungas och nyanländas etablering",
            "Psykisk hälsa",
            "Samarbetet när någon är sjukskriven och rehabiliteras",
            "Personer i långvarigt bidragsberoende",
            "Bättre lokala analyser, så att insatserna träffar rätt",
            "Förebygga våld i nära relationer; Jämställt Örnsköldsvik fritt från våld (JÖFFV)",
        ),
        Paragraph("5. Lokala Samverkansgruppen LSG", H1),
        *prose(
            "Förarbetena ser förbundet som ett fristående organ som gör samordning möjlig. Det ska alltså inte bara betala projekt utan även utveckla kultur, struktur och drivkrafter för samverkan. God kultur kännetecknas av partnerskap, nätverk och tillit, den uppmuntrar möten över gränserna och låter information flöda.",
            "Styrelsen har hjälp av en lokal samverkansgrupp (LSG) med verksamhetschefer från Örnsköldsviks kommun, Region Västernorrland, Arbetsförmedlingen, Försäkringskassan och Polisen. Alla större insatser förankras där. LSG bereder inte bara ärenden åt förbundet utan samverkar brett för hela orten. Arbetet följer 4 fokusområden, de 4 vägarna:",
        ),
        *dashes(
            "Vägen till hälsa",
            "Vägen till och genom arbetslivet",
            "Vägen till effektiv samverkan",
            "Vägen till smidiga övergångar",
        ),
        *prose(
            "Styrelsen har samma vägar som utgångspunkt. Dialog, tillit, delaktighet och helhetssyn präglar ledningen, och allt vilar på engagemanget ute i organisationerna. Samverkan ska märkas i varje myndighets egen planering. LSG får bjuda in andra verksamheter när det behövs.",
        ),
    ]


SELF, HEALTH = "Individens självförsörjning", "Främjande och förebyggande folkhälsoarbete"
DIALOGUE = "Samtal i styrelsen och LSG. I årsredovisningen för 2024 berättas hur det gått."


def aims() -> list[Flowable]:
    """Return section 6."""
    return [
        PageBreak(),
        Paragraph("6. Mål för förbundsstyrelsen 2024", H1),
        *prose(
            "Målen tas fram med LSG utifrån de fyra vägarna och de områden som styrelsen valt för 2024-2025.",
            "Det strategiska målet är en hållbar struktur, ständigt i utveckling, som möter människors behov av fördjupat stöd. Det mäts så: färre ska vara beroende av ersättning från det offentliga än året före (helårsekvivalenter mot befolkning i arbetsför ålder per kommun). Till det kommer några aktivitetsmål.",
        ),
        *goal(
            "Plattform U är ett samordningsteam med större bredd, som tar över där Resurslotsens beredningsgrupp slutar.",
            "Starta och samordna en utredning.",
            "Utredningen är klar senast i slutet av 2024.",
            "Löpande möten med berörda.",
            SELF,
            "Vägen till arbete, Vägen till smidiga övergångar",
        ),
        *goal(
            "Styrelse och medlemmar har blivit bättre på analys, så att fler når egen försörjning.",
            "Fortsätta med det gemensamma analysteamet, som visar läget för människor i utanförskap, och delta i SÖKA-projektet.",
            "Ekvivalenter från SCB, BAS på www.statistikdatabasen.scb.se, register hos varje myndighet, gruppens kunskap om målgrupperna, antal rekommendationer.",
            "På höstens planeringsdag med LSG.",
            f"{SELF}, samordnade resurser, hållbar samverkan",
            "Vägen till arbete, Vägen till effektiv samverkan, Vägen till smidiga övergångar",
        ),
        *goal(
            "Arbetet i Jämställt Örnsköldsvik fritt från våld stöds och samordnas.",
            "Samverkan, föreläsningar och utbildning för yrkesfolk och allmänhet.",
            "Antal deltagare, samt mätningar som görs i arbetet.",
            DIALOGUE,
            HEALTH,
            "Vägen till hälsa, Vägen till samverkan",
        ),
        *goal(
            "Lokal samverkan om psykisk hälsa och suicidprevention stöds och samordnas.",
            "Samverkan, föreläsningar och utbildning för yrkesfolk och allmänhet.",
            "Antal deltagare.",
            DIALOGUE,
            HEALTH,
            "Vägen till hälsa, Vägen till samverkan",
        ),
        *goal(
            "Arbetet i Resurslotsen Örnsköldsvik stöds och samordnas.",
            "Förbundet driver på, samordnar och stöder.",
            "Enkäter till ledning och beredning. Antal rapporter om hinder i systemen.",
            "Samtal med styrgrupp och beredningsgrupp.",
            SELF,
            "Vägen till arbete, Vägen till smidiga övergångar",
        ),
    ]


def for_individuals() -> list[Flowable]:
    """Return section 7.1."""
    return [
        PageBreak(),
        Paragraph("7. Verksamheter/insatser/projekt under 2024", H1),
        *prose(
            "Insatserna är av två slag: individstödjande och strukturstödjande. Var och en är förankrad i LSG, har en egen plan med mätbara mål och tänker på folkhälsan. Minst två parter ska vara med. Ett avtal med huvudmannen för ett eller flera år reglerar pengarna, och förbundet sitter med i styrgruppen.",
        ),
        Paragraph("7.1 Individstödjande insatser 2024:", H1),
        *granted(
            "Resurslotsen Örnsköldsvik",
            "(Kommunen, Arbetsförmedlingen, Regionen, Försäkringskassan",
            "Beviljat 2024: 100 000 kronor",
        ),
        *prose(
            "På den här arenan samordnas insatser enklare och snabbare, så att den enskilde når egen försörjning.",
            "<b>Syfte</b><br/>Rätt stöd i rätt tid. När behov och resurser kartläggs gemensamt går det fortare att komma i gång med rehabiliteringen. Samordningen fyller på de former som redan finns och ersätter dem inte. Varje person ska finna rätt plats, rätt aktör och rätt förutsättningar.",
            "<b>Mål</b>",
        ),
        *bullets(
            "Fler blir självförsörjande",
            "Färre i åldrarna 20-64 år försörjs med bidrag och ersättningar (helårsekvivalenter SCB)",
        ),
        *prose(
            "<b>Ledning/styrning</b><br/>Avtalet mellan parterna styr. Förbundet leder strategiskt. En styrgrupp med arbetsgivaransvar leder det dagliga.",
            "<b>Uppföljning</b>",
        ),
        *dashes(
            "Samtal mellan ledningsgruppen och styrelsen.",
            "En berättelse när året är slut.",
            "NNS Indikatorer för finansiell samordning.",
        ),
        *granted(
            "Plattform U/Arbetslivsinriktade rehabiliterande insatser kopplat till Resurslotsen",
            "(Kommunen, Regionen, Arbetsförmedlingen, Försäkringskassan)",
            "Projekttid:   2024-01-01 t.o.m 2024-12-31",
            "Beviljat 2024:       600 000 kronor",
        ),
        *prose(
            "<b>Syfte</b><br/>Plattform U coachar unga vuxna 16-30 år. Den som vill kan börja utan anvisning; vad personen behöver avgör sedan nästa steg. Här finns samtal, utbildning i block, prov på studier, praktik och förberedelse för arbete. En arbetsterapeut bedömer aktivitetsförmågan enligt särskilt uppdrag. Coacherna har gått 7tjugo och har två grupper i gång, vilket fortsätter under 2024.",
            "<b>Mål</b>",
        ),
        *bullets(
            "Fler platser för rehabilitering mot arbete skapas under 2024, ihop med kommun och arbetsförmedling.",
            "Alla som behöver 7tjugo får det, genom fler vägar in.",
        ),
        *prose("<b>Uppföljning/Utvärdering</b>"),
        *bullets(
            "Det kommunala aktivitetsansvaret följs varje tertial. Det gäller den som inte börjat, hoppat av eller saknar fullständiga betyg från gymnasiet, till dess att personen är 20 år.",
            "Deltagare räknas också i Uppföljning Finsam.",
            "Antalet bedömningar av aktivitetsförmåga registreras.",
        ),
        *prose(
            "<b>Ledning/Styrning</b><br/>Plattform U hör till kommunens arbetsmarknadsenhet, berättar en gång per år för LSG och styrelsen och har tät kontakt med förbundschef och utvecklingsstrateg, bland annat i den grupp som sköter kommunens KAA arbete.",
            "<b>Implementering</b><br/>Resultatet avgör om verksamheten ändras. Den ska styras av behoven hos unga vuxna som har svårt att få jobb.",
        ),
        *granted(
            "Samtalsbyrån för unga",
            "(Kommunen, Regionen)",
            "Projekttid:   2023-01-01 tom 2025-12-31",
            "Beviljat 2024:     310 000 kronor",
        ),
        *prose(
            "Här samlas arbetet för ungas psykiska hälsa. Samtalsbyrån och Ungdomsmottagningen delar lokaler på Bergsgatan 9. Den som är 16–30 år och vill ha råd eller stöd kan komma innan tankarna växer sig för stora, som ett steg före vården. Det finns enskilda samtal och nu även mindre grupper, och man får hjälp med till exempel oro och ångest eller blir lotsad vidare.",
            "<b>Mål</b><br/>En stabil och känd verksamhet som förebygger psykisk ohälsa hos unga vuxna 16–30 år.",
            "<b>Uppföljning/Utvärdering</b><br/>Besökarna svarar i InSurvey. Resultatet går till LSG en gång per termin och till styrelsen en gång per år. Insatsen räknas som volyminsats i Uppföljning Finsam.",
            "<b>Ledning/Styrning</b><br/>Elevhälsochefen inom Bildningsförvaltningen leder, i samråd med förbundschefen, LSG och styrelsen.",
        ),
        *granted(
            "Vidare Vy (Försäkringskassan, Kommunen och Regionen)",
            "Projekttid:  2024-01-01-2025-12-31",
            "Beviljat 2024:  595 000 kronor",
        ),
        *prose(
            "Projektet rehabiliterar den som har sjukpenning eller aktivitetsersättning och först behöver en tid i anpassad miljö med mycket stöd. Sedan väntar arbete, studier eller program hos arbetsförmedlingen.",
            "<b>Mål</b><br/>Deltagarna blir starkare och tiden som sjukskriven kortare.",
            "<b>Ledning och styrning</b><br/>I styrgruppen finns förbundschefen, enhetschef och samverkansansvarig från Försäkringskassan samt chef och handläggare eller arbetsterapeut från Startpunkten.",
            "<b>Uppföljning/utvärdering</b><br/>Styrgruppen följer upp två gånger per år. Varje år redovisas resultat och svårigheter för styrelsen och LSG. Volymen registreras i Uppföljning Finsam och för hand på Startpunkten.",
        ),
    ]


def for_structure() -> list[Flowable]:
    """Return section 7.2."""
    return [
        Paragraph("7.2 Strukturstödjande insatser 2023", H1),
        *granted(
            "Förbundschef inklusive kanslikostnader", "Projekttid:   2016-04-01 t.o.m löpande", "Beviljat 2024: 890 000 kronor"
        ),
        *prose(
            "Chefen ansvarar för det dagliga i förbundet och samordnar LSG. Funktionen, 100 %, har sin plats i Örnsköldsviks kommun men lyder under LSG och styrelsen. Kansliet omfattar bland annat hyra, IT, tele och dataskyddsombud."
        ),
        *granted(
            "Utvecklingsstrateg/Processtödjare Samverkan i Örnsköldsvik",
            "(Kommun, Region, Försäkringskassa, Arbetsförmedling, Polis)",
            "Projekttid:  2023-11-01 t.o.m löpande",
            "Beviljat 2024: 650 000 kronor",
        ),
        *prose(
            "Strategen stöder förbundets och LSG:s arbete, med plan och fyra fokusområden som karta: vägarna till hälsa, arbete, effektiv samverkan och smidiga övergångar. Också denna funktion är på 100 % och finns hos kommunen.",
            "Till uppgifterna hör:",
        ),
        *bullets(
            "Att samordna Resurslotsen.",
            "Att stödja LSG i frågor om psykisk hälsa.",
            "Att samla kunskap, se behov, länka samman myndigheter och hjälpa den som skriver en ansökan.",
            "Att samordna LSG:s strategi för psykisk hälsa och Psykeveckan.",
            "Att leda arbetsgrupper, kartlägga och utreda.",
            "Att delta i samordningen av JÖFFV.",
            "Metodstöd, till exempel Uppföljning Finsam, 7 Tjugo och 7 frågor om våld.",
            "Administration och kommunikation åt LSG.",
            "Att vara biträdande förbundschef.",
        ),
        *prose(
            "<b>Målgrupp</b><br/>Medarbetare och beslutsfattare i de myndigheter som arbetar med områdena ovan.",
            "<b>Mål</b><br/>Strategen är känd, samarbetet starkare, arbetet med de 4 vägarna effektivare, formerna hållbara och kunskapen om psykisk hälsa stor hos den som beslutar. Resurserna används väl, och arbetet mot våld följer sin plan.",
            "<b>Uppföljning/Utvärdering</b><br/>Samtal med LSG och styrelsen, berättelse vid årets slut, NNS Indikatorer och Uppföljning Finsam där det passar.",
            "<b>Ledning/Styrning</b><br/>LSG är styrgrupp, nära chefen och styrelsen. Förbundschefen hjälper till.",
        ),
        *granted("Psykeveckan Vecka 45", "Beviljat 2024: 100 000 kronor"),
        *prose(
            "Kommunen, regionen, Arbetsförmedlingen, Försäkringskassan, Svenska kyrkan, Pingstkyrkan, föreningar för anhöriga och brukare samt flera studieförbund ordnar veckan ihop. Den är till för yrkesfolk, anhöriga, föreningar och alla som bryr sig om möten mellan människor."
        ),
        *granted(
            "Jämställt Örnsköldsvik fritt från våld – Vi förbygger bäst tillsammans",
            "Beviljat 2024: 100 000 kronor till utbildning och stöd.",
        ),
        *prose("Ett arbete i hela kommunen, som drivs av förbundet, kommunen och Polisen Örnsköldsvik."),
        *granted("Kompetensutveckling i samverkan", "Beviljat 2024: 200 000 kronor"),
        *prose("Handläggare från olika myndigheter ska lära tillsammans inom de områden som förbundet prioriterar."),
        *granted("Representation vid regionala och nationella Finsamträffar", "Beviljat 2024: 50 000 kronor"),
        *prose("Styrelsen vill vara aktiv i nätverk i regionen och landet, så att finansiell samordning består och utvecklas."),
    ]


def evaluation() -> list[Flowable]:
    """Return section 8."""
    return [
        Paragraph("8. Uppföljning och utvärdering", H1),
        *prose(
            "Att följa upp insatserna hör till uppdraget. Under 2023 förändrades det nationella systemet, som Försäkringskassan har skött, kraftigt. Det gör det svårare att visa omfattning och resultat.",
            "<b>Bakgrund</b><br/>I nära 20 år har förbunden genom medlemmarna kunnat samla uppgifter om deltagare: kön, ålder, kommun, utbildning, försörjning och sysselsättning före och efter. År 2021 började ett nytt system byggas, då det gamla var slitet. År 2022 beslutade Försäkringskassan att inte ta det i drift. Juristerna hade läst lagen på nytt och ansåg att stödet för att hantera uppgifterna brast. Våren 2023 kom i stället ett mycket enkelt system som bara räknar nya deltagare efter juridiskt kön.",
            "<b>Konsekvenser för samordningsförbunden</b><br/>Från januari 2023 får medlemmarna inte samla uppgifter om individer. Det går inte att se hur många som gått vidare till arbete/studier, och lagens avsikt kan inte uppfyllas.",
            "<b>NNS arbete</b><br/>Nationella Nätverket för Samordningsförbund (NNS) har med förbunden och Nationella Rådet (NR) sökt en lösning. Socialdepartementet har sagt att Försäkringskassan gärna får komma med en hemställan. I slutet av oktober 2023 fanns ingen.",
            "Styrelsen ska ändå, så långt det går, se till att:",
        ),
        *dashes(
            "verksamheten är ändamålsenlig och effektiv",
            "rapporter om ekonomin går att lita på",
            "lagar och förordningar följs",
            "internkontrollen fungerar",
            "personuppgifter hanteras enligt GDPR",
            "insatser registreras i Uppföljning Finsam, som kom våren 2023",
            "förbundet är med i projektens styrgrupper",
        ),
        *prose("Nyttan av samverkan mäts också med NNS indikatorer, i styrelsen, LSG och projekten."),
    ]


def economy() -> list[Flowable]:
    """Return section 9 without the budget."""
    return [
        PageBreak(),
        Paragraph("9. Ekonomiska förutsättningar", H1),
        *prose(
            "Statens tilldelning är för 2024 densamma som 2023, 2 511 000 kronor. Med Kommunens och Regionens del blir det 5 022 000 kronor. Prognosen för 2023 ger dessutom ett eget kapital på cirka 370 000 kronor. Att disponera blir då totalt cirka 5,4 miljoner kronor. Lag (2003:1210) om finansiell samordning, 21 §, kräver god hushållning och att medlen ger god avkastning med säkerhet. Intäkterna ska överstiga kostnaderna, utom när synnerliga skäl finns, Lag (2004:775). Ett sådant skäl kan vara att kapitalet annars blir för stort. Samordningen behåller sitt förtroende bara om pengarna blir till god verksamhet för målgrupperna. Nationella rådet har därför en trappa för hur stort kapitalet rimligen får vara. För Örnsköldsvik rekommenderas högst 20 % av tilldelad budget. För verksamhetsåret 2024 budgeterar förbundet 5 022 000 kronor till insatser samt till styrning och förvaltning.",
            "Lagen kräver också finansiella mål för god hushållning. Man kan se det på två sätt: att hushålla i tiden, det vill säga väga pengar mot verksamhet, och över tiden, det vill säga väga behoven nu mot dem som kommer.",
        ),
        Paragraph("9.1 Finansiella mål 2023", H1),
        *bullets(
            "Styrelsen har strukturer och förmåga nog att leda och följa upp förbundet.",
            "Förbundet skuldsätter sig inte.",
            "Medlemmarnas pengar går till nyttig verksamhet och används effektivt.",
            "Målen står i proportion till pengarna som finns.",
            "Ekonomin sköts så att svängningar i resultatet kan mötas.",
            "Nationella rådets rekommendation följs: eget kapital på högst 20 procent.",
        ),
        Paragraph("9.2 Risk- och väsentlighetsanalys", H1),
        *prose(
            "Analysen visar vilka risker verksamheten har. I december varje år följs den upp, liksom planen för internkontroll och dataskyddet."
        ),
    ]


BUDGET = (
    ("Beslutad 2023-11-30", "", "Plan", "Plan"),
    ("Budget 2024, Plan 2025-2026 (tkr)", "2024", "2025", "2026"),
    ("", "", "", ""),
    ("Intäkter", "", "", ""),
    ("Region Västernorrland", "1255,5", "1255,5", "1255,5"),
    ("Örnsköldsviks Kommun", "1255,5", "1255,5", "1255,5"),
    ("Försäkringskassan/Arbetsförmedlingen", "2511", "2511", "2511"),
    ("Parternas insats", "5022", "5022", "5022"),
    ("", "", "", ""),
    ("Kostnader", "", "", ""),
    ("", "", "", ""),
    ("Administration", "", "", ""),
    ("Uppdragsersättning förbundschef 100 %*", "-785", "-790", "-795"),
    ("Kanslikostnader, hyra, dator, tele, dataskyddsombud", "-110", "-110", "-110"),
    ("Arvoden, ersättningar styrelsen", "-120", "-120", "-120"),
    ("Rese- och logikostnader", "-60", "-60", "-60"),
    ("Medlemsavgift NNS inklusive serviceavgift", "-18", "-18", "-18"),
    ("Sammanträdeskostnader", "0", "0", "0"),
    ("Övrig adm. Kostnader (Bank, hemsida, prenumerationer)", "-20", "-20", "-20"),
    ("Summa administration", "-1113", "-1118", "-1123"),
    ("", "", "", ""),
    ("Insatser", "", "", ""),
    ("Plattform U/Arbetsrehabiliterande insatser kopplat till Resurslotsen", "-600", "", ""),
    ("Resurslotsen Örnsköldsvik", "-100", "-100", "-100"),
    ("Samtalsbyrån för unga", "-310", "-310", "-310"),
    ("Vidare Vy", "-595", "-595", ""),
    ("Jämställt Örnsköldsvik fritt från våld JÖFFV", "-100", "-100", "-100"),
    ("Processtöd/Utvecklingsstrateg/biträdande förbundschef", "-645", "-650", "-655"),
    ("Psykeveckan V.45", "-100", "-100", "-100"),
    ("Kompetensutveckling i samverkan", "-200", "-100", "-100"),
    ("Kurs- och konferensavgifter", "-50", "-75", "-75"),
    ("Reserverade medel för nya aktiviteter", "-1209", "-1874", "-2459"),
    ("Summa insatser", "-3909", "-3904", "-3899"),
    ("", "", "", ""),
    ("Summa totala kostnader", "-5022", "-5022", "-5022"),
)
BOLD = {
    "Intäkter",
    "Parternas insats",
    "Kostnader",
    "Administration",
    "Summa administration",
    "Insatser",
    "Summa insatser",
    "Summa totala kostnader",
}


def budget() -> list[Flowable]:
    """Return the budget: right-aligned figures, no rules, bold sums, empty cells where a year has nothing."""
    table = Table(list(BUDGET), colWidths=[318, 47, 47, 47], rowHeights=16.5, hAlign="LEFT")
    bold = [i for i, row in enumerate(BUDGET) if row[0] in BOLD or i < 2]
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), "Vera", 8.5),
                ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                *(("FONT", (0, i), (-1, i), "Vera-Bold", 8.5) for i in bold),
            ]
        )
    )
    note = "* En förbundschef administrerar inte bara utan är ibland även processtöd."
    return [PageBreak(), table, Spacer(1, 8), Paragraph(note, ParagraphStyle("note", parent=TIGHT, fontSize=8))]


def story() -> list[Flowable]:
    """Return the whole plan."""
    return [*opening(), *direction(), *aims(), *for_individuals(), *for_structure(), *evaluation(), *economy(), *budget()]


def make() -> dict[str, bytes]:
    """Return the plan."""
    typeset.register_vera()
    pdf = typeset.reportlab_pdf(story, furniture, title="Verksamhetsplan och budget 2024", margins=(68, 62, 68, 52))
    return {"ornskoldsvik_plan_budget_2024.pdf": pdf}
