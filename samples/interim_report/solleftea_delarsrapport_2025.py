"""Half-year report 2025: goals beside comments, one page per initiative, and a follow-up table with rules above its sums only."""

from __future__ import annotations

import typeset
from typeset import quoted as q

SETUP = """
#set document(title: "Delårsrapport 2025", author: "Samordningsförbundet i Sollefteå", date: none)
#set page(paper: "a4", margin: (left: 25mm, right: 25mm, top: 30mm, bottom: 25mm),
  header: context [#set text(8pt, font: "Bitstream Vera Sans", fill: rgb("#444"))
    #grid(columns: (1fr, auto), [Samordningsförbundet i Sollefteå], [Delårsrapport 2025-06-30])
    #v(-6pt) #line(length: 100%, stroke: 0.5pt + rgb("#2f6f8f"))],
  footer: context [#set align(center); #set text(8pt, font: "Bitstream Vera Sans")
    Sida #counter(page).display() av #counter(page).final().first()])
#set text(font: "Libertinus Serif", size: 11pt, lang: "sv", hyphenate: false)
#set par(leading: 0.58em, spacing: 1em)
#show heading: set text(font: "Bitstream Vera Sans", fill: rgb("#1f4e66"))
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(12pt)
#show heading: set block(above: 1.4em, below: 0.8em)
#set list(marker: [•], indent: 4mm)
"""

OPENING = (
    "Verksamheten för 2025 lades fast av styrelsen den 28 november 2024. Samtidigt valdes årets fokusområde: att stärka den psykiska hälsan hos de personer som förbundet finns till för.",
    "Förbundet arbetar både nära enskilda personer och med strukturen omkring dem. Fler ska kunna försörja sig genom arbete, och myndigheterna ska bli bättre på att arbeta tillsammans.",
    "Att må psykiskt dåligt hör till de vanligaste skälen till att någon saknar jobb och egen inkomst. Två grupper går därför först. Den ena är utrikes födda, som oftare mår dåligt både fysiskt och psykiskt. Den andra är unga (16-29 år) med funktionsnedsättning eller psykisk ohälsa, som i sin ålder är många bland dem som varken studerar eller arbetar.",
)
NOTES = (
    "Till och med 2025-06-30 har styrelsen hållit 3 sammanträden med protokoll, ett av dem som del av en heldag. Sara Kvist lämnade styrelsen under våren och Försäkringskassan utsåg Karin Åslund i hennes ställe. Bokföringen köps som tjänst av kommunens redovisningsenhet. Styrelsen reste under våren två gånger till Stockholm: till NNS konferensdag med årsmöte och till Finsamkonferensen. Vice ordföranden var med i Sundsvall i juni, då länets riksdagsledamöter bjöds in till ett möte.",
)
GOALS = (
    (
        "80 % av dem som deltar i individinriktade insatser ska anse att stödet varit till stor nytta. Mäts med enkät i varje insats.",
        "Alla insatser hade inte lämnat eller gjort sina enkäter när rapporten skrevs.",
    ),
    (
        "Mer än hälften av deltagarna ska själva märka att funktions- eller arbetsförmågan tagit steg framåt. Mäts med enkät i varje insats.",
        "Alla insatser hade inte lämnat eller gjort sina enkäter när rapporten skrevs.",
    ),
    (
        "Minst 2 aktiviteter som höjer kompetensen hos flera parter samtidigt ska hållas under året.",
        "Planeringen pågår. Loksam går nu igenom behoven hemma i varje organisation och för dem sedan samman. Samverkansteamet ordnar hösten 2025 digitala träffar där enheterna berättar om sina uppdrag.",
    ),
    (
        "Under 2025 ska ett lokalt analysteam växa fram, så att nya insatser vilar på en grundlig analys av målgrupper och behov.",
        "Chefsgruppen Loksam har träffats 4 gånger under 2025, varav 2 heldagar, för att samverka bättre och finna ett arbetssätt för analysen.",
    ),
)
BOARD_ON_GOALS = (
    "I stort tror styrelsen att målen går att nå. Enkäterna måste dock göras i alla individinsatser, annars vet ingen hur deltagarna upplever stödet. Styrelsen råder också varje medfinansierad insats att ha en egen handlingsplan för sina mål.",
)
LAW = (
    "Lag (2003:1210 om finansiell samordning, §21, kräver god ekonomisk hushållning av förbunden. Intäkterna i budgeten ska vara större än kostnaderna. Undantag är tillåtet när en resultatreserv används eller när synnerliga skäl finns.",
)
FINANCIAL = (
    (
        "Årets medel ska användas ändamålsenligt och efter beslutad verksamhetsplan och budget.",
        "Styrelsen verkar för målet och får en ekonomirapport vid varje möte.",
    ),
    (
        "Kapital som sparats från tidigare år ska komma målgruppen till del genom lämpliga insatser.",
        "Styrelsen verkar för att det egna kapitalet används så.",
    ),
    ("Förbundet bär sig på medlemsavgifterna och tar inga lån eller krediter.", "Inga lån eller krediter finns."),
    (
        "Det egna kapitalet ska vara högst 20 % av driftsbidraget. Med driftbidraget för 2025 bör det alltså inte överstiga 560 000 kr.",
        "Vid årets början, 2025-01-01, var det egna kapitalet 821 tkr. Målet är inte uppnått vid delåret.",
    ),
)
BOARD_ON_FORECAST = (
    "Prognosen för helåret pekar mot ett bättre resultat än budget. Det finns alltså utrymme för fler insatser och aktiviteter under 2025, om parterna ser behov som de vill lyfta. Också här påminner styrelsen om enkäterna, som bedömningen av målen hänger på. Håller prognosen växer det egna kapitalet sannolikt ännu mer under 2025. Styrelsen ska hösten 2025 följa ekonomin, bromsa en sådan ökning där det behövs och ta hänsyn till den när plan och budget för 2026 skrivs. Mer finns under rubriken kommentarer sist i rapporten.",
)
APPLICATIONS = (
    "Inför 2025 kom 3 större ansökningar om medfinansiering av individinriktade insatser, tillsammans 2 295 tkr. En av dem, där Sollefteå kommun är huvudpart, beviljades bara till en del (827tkr av totalt 1 448 tkr). En annan (om 697 tkr) skickades tillbaka till Region Västernorrland när budget och verksamhetsplan antogs. Regionen kompletterade den i december, och den 12 december beviljades 697 tkr för 2025.",
)


def paragraphs(texts: tuple[str, ...]) -> str:
    """Return paragraphs as typst markup."""
    return "\n\n".join(q(text) for text in texts) + "\n\n"


def heading(level: int, text: str) -> str:
    """Return a heading."""
    return "\n" + "=" * level + f" {q(text)}\n\n"


def goal_table(head: tuple[str, str], rows: tuple[tuple[str, str], ...], style: str) -> str:
    """Return a two-column text table: `grid` (all rules), `lines` (horizontal rules) or `zebra` (shading, no rules)."""
    stroke = {"grid": "0.5pt", "lines": "(x, y) => (top: 0.5pt, bottom: 0.5pt)", "zebra": "none"}[style]
    fill = '(x, y) => if y == 0 { rgb("#cfe3ec") } else if calc.even(y) { rgb("#eef5f8") }' if style == "zebra" else "none"
    cells = "".join(f"[{q(left)}], [{q(right)}],\n" for left, right in rows)
    return (
        f"#table(columns: (44%, 56%), stroke: {stroke}, fill: {fill}, inset: 5pt, align: left,\n"
        f"table.header([*{q(head[0])}*], [*{q(head[1])}*]),\n{cells})\n\n"
    )


def facts(rows: tuple[tuple[str, str], ...]) -> str:
    """Return lines of `Label: value`, as at the head of an initiative."""
    return "".join(f"*{q(label)}* {q(value)} \\\n" for label, value in rows) + "\n"


def described(rows: tuple[tuple[str, str], ...]) -> str:
    """Return an unruled list of labels and wrapped descriptions."""
    cells = "".join(f"[*{q(label)}*], [{q(value)}],\n" for label, value in rows)
    return f"#grid(columns: (32mm, 1fr), row-gutter: 7pt, {cells})\n#v(4mm)\n"


GOAL_HEAD = ("Mål", "Kommentarer vid delårsuppföljning")


def samcoach() -> str:
    """Return the page of SamCoach."""
    return (
        "#pagebreak()\n"
        + heading(2, "SamCoach – Individinriktad insats")
        + facts(
            (
                ("Verksamhetsägare:", "Sollefteå Kommun"),
                ("Medparter:", "Arbetsförmedlingen, Försäkringskassan och Region Västernorrland"),
                ("Medfinansiering:", "827 000 kronor"),
                ("Ev. budgetavvikelse:", "ingen väntas"),
            )
        )
        + described(
            (
                (
                    "Målgrupp:",
                    "Personer i arbetsför ålder som minst 2 av förbundets medlemmar behöver hjälpas åt att stödja på vägen mot arbete.",
                ),
                (
                    "Syfte:",
                    "Deltagaren ska få egen försörjning i någon form, högre livskvalitet och chans att leva självständigt. Den som står långt från arbetsmarknaden ska komma närmare den och kunna arbeta efter egen förmåga.",
                ),
                (
                    "Verksamhet:",
                    "En rehabiliteringssamordnare hjälper handläggaren att genomföra handlingsplanen ihop med deltagaren. Nya ärenden kommer genom beredningsgruppen, där alla fyra parter har handläggare.",
                ),
                (
                    "Deltagare:",
                    "Vid delåret fanns 41 aktiva uppdrag, och 4 ärenden väntade på sitt uppstartsmöte. Ungefär så här fördelar sig de parter som anmält: 41,5 % FK, 24,4 % AF, 14,6 % Region Västernorrland, 19,5 % Sollefteå kommun.",
                ),
                ("Könsfördelning:", "~ 61 % kvinnor, ~39 % män."),
            )
        )
        + goal_table(
            GOAL_HEAD,
            (
                (
                    "Av avslutade ärenden med målet egen försörjning ska 70% ha nått dit i någon form.",
                    "Enligt insatsen har 100 % av dessa ärenden nått egen försörjning.*",
                ),
                ("Målet ska vara nått i 85 % av uppdragen.", "Enligt insatsen har 97 % nått målet för sitt uppdrag.*"),
                (
                    "Varje myndighet ska en gång om året få säga sin mening om SamCoach.",
                    "Den insatsansvariga mötte styrelsen på sammanträdet i maj och tog emot synpunkter. I Loksam, där hon också är med, förs samtalet löpande. Målet är nått.",
                ),
            ),
            "lines",
        )
        + paragraphs(("* Här räknas inte 2 uppdrag som avslutades nästan genast, eftersom vården bedömdes kunna hjälpa bättre.",))
    )


def comorbidity() -> str:
    """Return the page of Samsjuklighetskoordinator."""
    return (
        "#pagebreak()\n"
        + heading(2, "Samsjuklighetskoordinator – Individinriktad insats")
        + facts(
            (
                ("Verksamhetsägare:", "Region Västernorrland"),
                ("Medparter:", "Sollefteå kommun"),
                ("Medfinansiering:", "697 000 kronor"),
                ("Ev. Budgetavvikelse:", "+ 212 000 kr (prognostiserad)"),
            )
        )
        + paragraphs(
            (
                "Sjukskrivningar gjorde att arbetet började senare än tänkt, och för januari – februari begärs inga pengar. Den som anställdes har dessutom lägre lön än ansökan räknade med. Därför väntas rekvisitionen för hela året stanna under det beviljade beloppet.",
            )
        )
        + described(
            (
                (
                    "Målgrupp:",
                    "Personer i arbetsför ålder med psykiatrisk samsjuklighet: svårigheter att tänka och planera tillsammans med skadligt bruk eller beroende. De behöver flera myndigheter i sin rehabilitering och har lång väg till arbete.",
                ),
                ("Syfte:", "Livet ska bli lättare och förmågan att fungera och arbeta större."),
                (
                    "Verksamhet:",
                    "Koordinatorn arbetar tätt intill deltagaren och tar reda på vad just den personen behöver. Hon samordnar stödet, hjälper till i det praktiska och håller ihop insatser som går in i varandra.",
                ),
                ("Antal deltagare.", "9"),
                ("Könsfördelning:", "22 % kvinnor, 78 % män"),
            )
        )
        + goal_table(
            GOAL_HEAD,
            (
                (
                    "Alla som samverkan gäller ska ha en samordnad individuell plan som utgår från vad personen kan och vill.",
                    "Vid delåret hade 78 % av deltagarna en sådan plan.",
                ),
                (
                    "Samordnat stöd ska ge den som har samsjuklighet större förmåga att fungera och arbeta.",
                    "Mäts med antal deltagare och med en enkät om stödet och de egna framstegen. Vid delåret svarade 78 % att livssituationen är bättre än när de började.",
                ),
                (
                    "En klar ordning för hur myndigheterna samverkar kring svår samsjuklighet ska tas fram och införas.",
                    "Broschyrer är klara, och personal och medborgare har fått information. Hållbara former för samverkan byggs upp.",
                ),
            ),
            "grid",
        )
    )


def lifestyle() -> str:
    """Return the page of Livstilslyftet."""
    return (
        "#pagebreak()\n"
        + heading(2, "Livstilslyftet – Individinriktad insats")
        + facts(
            (
                ("Verksamhetsägare:", "Region Västernorrland"),
                ("Medparter:", "Sollefteå kommun"),
                ("Medfinansiering:", "150 000 kronor"),
                ("Ev. Budgetavvikelse:", "Ingen väntas"),
            )
        )
        + described(
            (
                (
                    "Målgrupp:",
                    "Personer 18-67år med psykisk ohälsa och lång väg till arbete, som behöver mer hjälp än vanligt för att må bättre och på sikt kunna arbeta.",
                ),
                (
                    "Syfte:",
                    "Stöd och handfasta verktyg för sömn, kost, stress och rörelse. Genom små eller stora ändrade vanor ska deltagarna tycka att hälsan blivit bättre och skatta sin livskvalitet högre vid slutet än vid början.",
                ),
                (
                    "Verksamhet:",
                    "8 träffar á 2h med lunch och en uppföljning för varje grupp. Det blir 2 grupper, en på våren och en på hösten. Livstilsmedicin Österåsen ordnar och leder träffarna. Från kommunen (UTAS/ SamCoach/ AME) kommer personal som gör deltagarna trygga i början och som sedan hjälper dem att hålla fast vid nya vanor. Österåsen och kommunen talas vid hela tiden och anpassar dagarnas teman.",
                ),
                (
                    "Antal deltagare.",
                    "Omgång 1: 14 deltagare vid start, 10 vid avslut. Alla har inte kommit varje gång; i snitt var ca 50 % på plats, men inte samma personer.",
                ),
                ("Könsfördelning:", "14 % män, 86 % kvinnor, 20-61 år"),
                (
                    "Kommentar:",
                    "Närvaron, ca 50 % per tillfälle, borde kunna höjas, men ännu vet ingen riktigt hur. Samarbetet har varit gott, blandningen av åldrar har uppskattats och parternas kunskaper har fyllt i varandra.",
                ),
            )
        )
        + goal_table(
            GOAL_HEAD,
            (
                (
                    "Deltagarna ska tycka att hälsan blivit bättre genom ändrade vanor.",
                    "Enkäten visar något bättre hälsa på alla områden utom rollfunktion (att kunna utföra aktiviteter trots fysisk ohälsa, ~40 %, eller känslomässiga problem, ~15%).",
                ),
                (
                    "Livskvaliteten ska enligt deltagarna själva vara högre vid avslut än vid start.",
                    "Grupp 1 utvärderar på sin uppföljningsträff i augusti, grupp 2 i november.",
                ),
            ),
            "grid",
        )
    )


def placements() -> str:
    """Return the page of Praktikinformatör."""
    return (
        "#pagebreak()\n"
        + heading(2, "Praktikinformatör – Strukturinriktad insats")
        + facts(
            (
                ("Verksamhetsägare:", "Sollefteå kommun"),
                ("Medparter:", "Arbetsförmedlingen"),
                ("Medfinansiering:", "67 500 kr"),
                ("Ev. Budgetavvikelse:", "- 750 kr"),
            )
        )
        + described(
            (
                (
                    "Målgrupp:",
                    "Kommunens egna enheter, samt företag som går att nå där näringslivsenheten eller ortens företagarföreningar ordnar träffar.",
                ),
                (
                    "Syfte:",
                    "På lång sikt ska fler arbetsplatser ta emot den som behöver arbetsträna eller praktisera. På kort sikt ska de vara trygga med vad det innebär.",
                ),
                (
                    "Verksamhet:",
                    "Under projektet, nov 2024-juni 2025, samlades först kunskap in. Sedan hölls träffar hos de flesta kommunala verksamheter. De fick veta mer om vad AF kan erbjuda, som utbildningar och lönebidrag, och vilken hjälp en arbetsgivare kan räkna med från bland annat AME och Vuxenutbildningen.",
                ),
                (
                    "Kommentar:",
                    "Insatsen lyckades. De som fått besök kan mer och känner sig tryggare med praktikanter. Några vill ha utbildning för handledare, och den önskan är framförd inom kommunen.",
                ),
            )
        )
        + goal_table(
            GOAL_HEAD,
            (
                (
                    "Den som tagit del av insatsen ska vara tryggare och bättre förberedd när en praktikant kommer.",
                    "Målet är nått.",
                ),
                (
                    "Chefer som anställer ska förstå vilken reserv av arbetskraft kommunen har och hur man kan tänka på längre sikt när nya medarbetare behövs.",
                    "Målet är nått.",
                ),
            ),
            "lines",
        )
    )


ACTIVITIES = (
    "Norrlandskonferensen 2025 hålls i november på hotell Hallstaberget i Sollefteå. Förbundet är värd och har hjälp av en arbetsgrupp ur andra förbund i norr, som under våren setts digitalt många gånger, gjort enkäter och planerat.",
    "Samverkansfrukost ska ordnas vid 6 tillfällen under året. Till och med juni har 3 frukostar hållits.",
    "Aktiviteter för folkhälsa ska hållas. Ingen blev av under första halvåret, men några planeras för det andra.",
    "Minst en föreläsning ska under året öka kunskapen i ett ämne som parterna själva väljer.",
)


def other_activities() -> str:
    """Return the page of the smaller activities."""
    return (
        "#pagebreak()\n"
        + heading(2, "Fokus: Psykisk hälsa 2025 (Psykiatriveckan)")
        + facts(
            (
                ("Samverkansansvarig:", "Region Västernorrland och Sollefteå kommun"),
                ("Medfinansiering:", "70 000 kronor (Inga medel har begärts vid halvårsskiftet)"),
                ("Ev. Budgetavvikelse:", "Går inte att säga ännu, eftersom programmet inte är klart."),
            )
        )
        + paragraphs(
            (
                "Veckan är en kväll för alla i vecka 45 och en dag, i samma vecka, för dem som arbetar inom området. Arbetsgruppen har hållit 4 planeringsmöten under 2025, och programmet väntas vara klart i september.",
            )
        )
        + heading(2, "Övriga aktiviteter")
        + paragraphs(("Ur verksamhetsplanen för 2025:",))
        + "".join(f"- {q(text)}\n" for text in ACTIVITIES)
    )


HEAD = ("", "Budget", "Utfall", "Prognos\nhelår", "Prognos\nutfall\nmot\nbudget\nhelår")
ROWS = (
    ("Praktikinformatör", "-67", "-68", "-68", "-1"),
    ("SamCoach", "-827", "-414", "-827", "0"),
    ("Samsjuklighetskoordinator", "-697", "-193", "-485", "+212"),
    ("Livstilslyftet", "-150", "0", "-150", "0"),
    ("Fokus: Psykisk hälsa (v45)", "-70", "0", "-70", "0"),
    ("Analysteam och Loksam", "-22", "-6", "-15", "+7"),
    ("Samverkansfrukost", "-10", "-3", "-8", "+2"),
    ("Kompetenshöjande insats parternas personal", "-15", "0", "-15", "0"),
    ("Utbildningsdag för länet", "-10", "0", "-10", "0"),
    ("Folkhälsoaktiviteter", "-30", "0", "-30", "0"),
    ("Norrlandskonferensen (värdskap)", "-30", "0", "-30", "0"),
    ("Samverkansteamet/föreläsning", "-20", "-1", "-10", "+10"),
    ("Nya projekt/insatser", "-48", "-123", "-140", "-92"),
    ("Summa", "-1 996", "-808", "-1 855", "+138"),
    ("", "", "", "", ""),
    ("Styrelse", "-85", "-23", "-85", "0"),
    ("Kansli", "-690", "-175", "-690", "0"),
    ("Summa", "-775", "-198", "-775", "0"),
    ("", "", "", "", ""),
    ("Intäkter/medlemsavgifter", "2 776", "2 082", "2 776", "0"),
    ("Finansiella kostnader", "-5", "-1", "-5", "0"),
    ("Ränteintäkter (föregående år 56 tkr)", "0", "0", "-", "-"),
    ("", "", "", "", ""),
    ("Resultat", "0", "1 075", "138", "138"),
)


def cell(text: str, *, bold: bool = False) -> str:
    """Return one cell; line feeds become line breaks."""
    shown = " \\ ".join(q(line) for line in text.split("\n")) if text else ""
    return f"[*{shown}*]" if bold and text else f"[{shown}]"


def follow_up() -> str:
    """Return the budget table: no rules but those above (and below) its sums."""
    rows = [f"table.header({', '.join(cell(text, bold=True) for text in HEAD)}),"]
    for row in ROWS:
        total = row[0] in {"Summa", "Resultat"}
        rule = "table.hline(start: 1, stroke: 0.7pt),\n" if total else ""
        rows.append(rule + ", ".join(cell(text, bold=total) for text in row) + ",")
    return (
        "#pagebreak()\n"
        + heading(1, "Budgetuppföljning")
        + "#table(columns: (1fr, 18mm, 18mm, 20mm, 20mm), stroke: none, inset: (x: 3pt, y: 3.6pt),\n"
        + "align: (x, y) => if x == 0 { left } else { right + bottom },\n"
        + "\n".join(rows)
        + ")\n"
    )


COMMENTS = (
    "Budgeten, med det tillägg som beslutades i december, har ett resultat om 0 kr och lämnar 48 tkr att besluta om till nya projekt under 2025. Vid årets början, 2025-01-01, fanns 821 tkr i eget kapital. Enligt budget är det egna kapitalet 2025-12-31 alltjämt 821 tkr, men prognosen säger att det riskerar att växa under året.",
    "Under 2024 sattes pengar av till 2 platser, med resor och boende, på utbildningen ”från BIP till reflexiv praktik”. Anmälan öppnade 2024 och deltagare anmäldes, men kursen började först i februari 2025, då den nya budgeten redan var beslutad. Pengarna blev över 2024 och följde med in i 2025 som eget kapital. BIP har därför ingen post i budgeten 2025 utan tas av beslutsutrymmet om -48 tkr och av det egna kapitalet.",
    "För Samsjuklighetskoordinator begärs inget för januari – februari, eftersom arbetet på grund av sjukskrivningar började sent. Lönen blev också lägre än ansökan räknat med, och därför väntas den slutliga summan bli mindre än budgeten.",
    "Prognosen för helåret visar ett resultat som är bättre än budget. Tidigare år har även de små posterna gått med överskott mot budget. Med detta inräknat väntas årets resultat bli positivt med 100-138 tkr.",
    "Målet att det egna kapitalet ska ligga under 20 % av driftbidraget kräver att det minskas till ungefär 560 tkr. Håller prognosen finns gott om utrymme för fler insatser under 2025, om parterna ser lokala behov av samverkan eller av gemensam kompetens.",
    "I år har parterna ändå lämnat få eller inga ansökningar, fast behoven borde finnas. Kanske saknas tid och personal hemma hos parterna för att tänka ut och förankra förslag. Kanske vet man för lite om vad förbundet kan bidra med.",
    "Styrelsen behöver därför följa ekonomin hösten 2025. Antingen medfinansieras fler insatser i år, eller så tas ställning till om pengarna ska sparas till insatser nästa verksamhetsår.",
)


def make() -> dict[str, bytes]:
    """Return the report."""
    source = (
        SETUP
        + '#text(22pt, font: "Bitstream Vera Sans", fill: rgb("#1f4e66"))[*Delårsrapport 2025*]\n\n'
        + '#text(13pt, font: "Bitstream Vera Sans")[Samordningsförbundet i Sollefteå \\ 1 januari – 30 juni 2025]\n#v(6mm)\n'
        + heading(1, "Verksamheten")
        + paragraphs(OPENING)
        + heading(1, "Noteringar från första halvåret 2025")
        + paragraphs(NOTES)
        + "#pagebreak()\n"
        + heading(1, "Delårsuppföljning verksamhetsmål")
        + goal_table(("Verksamhetsmål", "Kommentarer vid delårsuppföljning"), GOALS, "grid")
        + heading(2, "Styrelsens kommentarer till måluppfyllelse och prognos")
        + paragraphs(BOARD_ON_GOALS)
        + heading(1, "Delårsuppföljning finansiella mål")
        + paragraphs(LAW)
        + goal_table(("Finansiella mål", "Kommentarer vid delårsuppföljning"), FINANCIAL, "zebra")
        + "#pagebreak()\n"
        + heading(2, "Styrelsens bedömning av måluppfyllelse och prognos")
        + paragraphs(BOARD_ON_FORECAST)
        + heading(1, "Delårsuppföljning insatser")
        + heading(2, "Medfinansierade insatser under 2025")
        + paragraphs(APPLICATIONS)
        + samcoach()
        + comorbidity()
        + lifestyle()
        + placements()
        + other_activities()
        + follow_up()
        + "#pagebreak()\n"
        + heading(1, "Kommentarer om helårsprognos och ekonomisk utveckling")
        + paragraphs(COMMENTS)
    )
    return {"solleftea_delarsrapport_2025.pdf": typeset.typst_pdf(source)}
