"""The vocabulary of Swedish sentences about money: which words name a concept, a scenario, a change, a direction."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from schemas.figure import Scenario

_FOLD = str.maketrans("åäöéÅÄÖÉ", "aaoeAAOE")


def folded(text: str) -> str:
    """Return `text` without diacritics, each character in its place; cues know only such text.

    Scans often lose the diacritics, and what is left is still plain enough to be understood.
    """
    return text.translate(_FOLD)


@cache
def cue(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that is searched in folded text, case ignored."""
    return re.compile(folded(pattern), re.IGNORECASE)


def _words(pattern: str) -> re.Pattern[str]:
    return cue(rf"(?<![\w]){pattern}")


class Cue(NamedTuple):
    """A phrase that names a concept."""

    concept: str
    """`equity` and `ratio` are settled by the rest of the sentence; the others are ids of the chart."""
    pattern: re.Pattern[str]
    """The phrase."""


CONCEPTS: tuple[Cue, ...] = (
    Cue(
        "income.contributions",
        _words(
            r"(?:statens|kommunens|regionens|parternas|medlemmarnas|huvudmännens)\s(?:bidrag|andel|insats)(?!\w|\sav\s(?!\w*(?:bidrag|tilldel)))"
            r"|(?:statlig\w*\s)?(?:medelstilldelning\w*|tilldelning\w*|tilldelade\smedel|drifts?bidrag\w*|medlemsbidrag\w*|medlemsavgift\w*)"
            r"|(?:parterna|medlemmarna|huvudmännen)\s(?:har\s)?(?:beslutat|beslutade|enats)\s(?:om|att\sbidra\smed)"
            r"|(?:parterna|medlemmarna|huvudmännen)\s(?:bidrar|bidrog)\smed|(?:har\s)?bidragit\smed"
            r"|(?:bidrag(?:en|et)?|avgifter(?:na)?)\sfrån\s(?:samtliga\s|alla\s)?(?:parterna|medlemmar(?:na)?|huvudmännen)"
        ),
    ),
    Cue(
        "equity",
        _words(
            r"(?:eget|egna)(?:\s(?:ingående|utgående|prognostiserat?\w*|upparbetade?\w*|beräknat?\w*|samlade?\w*|ackumulerade?\w*))?\skapital\w*"
            r"|(?:samla[dt]\w*|upparbeta[dt]\w*|ackumulera[dt]\w*)\s(?:eget\s|egna\s)?kapital\w*"
            r"|kapitalet|ett\skapital"
        ),
    ),
    Cue(
        "result.year",
        _words(r"(?:resultat(?:et)?(?![\w])|årsresultat\w*|underskott\w*|överskott\w*|minusresultat\w*|plusresultat\w*)"),
    ),
    Cue(
        "cost.total",
        _words(
            r"(?:budgeterar|budgeten(?:\sför\s(?:\w+\s)?\d{4})?\s(?:är|uppgår\still|omfattar|omsluter)|(?:totala|sammanlagda|samlade)\s(?:\w+\s)?kostnad\w*|kostnader(?:na)?\stotalt|(?:de\s)?totala\skostnaderna)"
        ),
    ),
    Cue("income.total", _words(r"(?:(?:totala|sammanlagda|samlade)\sintäkt\w*|intäkter(?:na)?\stotalt)")),
    Cue(
        "resources.total",
        _words(r"(?:medelsutrymme\w*|disponib\w+\s(?:budget|medel|belopp|utrymme)|att\sdisponera|att\sröra\ssig\smed)"),
    ),
    Cue("result.remaining", _words(r"beslutsutrymme\w*")),
    Cue("income.interest", _words(r"ränteintäkt\w*")),
    Cue("cost.financial", _words(r"finansiella\skostnader(?:na)?")),
    Cue("assets.cash", _words(r"likvida\smedel")),
    Cue("assets.total", _words(r"balansomslutning\w*|summa\stillgångar|totala\stillgångar(?:na)?")),
)

EQUITY = next(pattern for concept, pattern in CONCEPTS if concept == "equity")
"""Phrases for equity."""

SCENARIOS: tuple[tuple[Scenario, re.Pattern[str]], ...] = (
    (
        "variance",
        _words(
            r"(?:budgetavvik\w*|avvik\w*|(?:gent)?emot\s(?:\w+\s)?budget\w*|jämfört\smed\s(?:\w+\s)?budget\w*|än\s(?:\w+\s)?budget\w*|mot\sbudget\w*)"
        ),
    ),
    (
        "requested",
        _words(r"(?:ansök\w*|medelsansök\w*|återremitter\w*|återtog\w*|(?:drogs|skickades)\stillbaka|sökt\w*|äsk\w*|begär\w*)"),
    ),
    ("granted", _words(r"(?:bevilj\w*|(?:parterna|medlemmarna|huvudmännen)\s(?:har\s)?beslut\w*\som)")),
    (
        "forecast",
        _words(
            r"(?:\w*prognos\w*|räkna[rs]?\s(?:\w+\s)?med|beräknas|beräknade?\s(?:\w+\s)?kostnad\w*|förväntas|förväntat|väntas|pekar\spå|bedöms\sbli|riskerar|beräknat\sresultat|ser\sut\satt)"
        ),
    ),
    (
        "outcome",
        _words(
            r"(?:förbruka\w*|utfall\w*|utföll|uppgick|redovisade|rekvirera\w*|fick|erhöll\w*|blev(?=\s(?:\w+\s){0,2}$)|belasta\w*|kostade|använts|(?:ut)?nyttjats|(?:som\s)?(?:var|fanns)\skvar\sfrån|förbrukades|betalades\sut)"
        ),
    ),
    ("budget", _words(r"(?:\w*budget\w*|avsätt\w*|avsatt\w*|avsattes|planera\w*)")),
)

GOAL = _words(r"(?:ska|skall|bör|skulle(?!\skunna)|förväntas)(?!\w)")
"""Signs that a share or a count is wished for, not measured."""
AIM = _words(r"(?:mål|målet|målsättning\w*)(?!\w)")
"""Words for a goal; it may have been reached."""
REACHED = _words(r"(?:(?:upp)?nått|(?:upp)?nåddes|ligger\s(?:över|under)\smålet)(?!\w)")
"""A goal was reached: what is said of it was measured."""
ASKED_OR_GRANTED_LATER = cue(
    r"(?:\b(?P<requested>drogs\stillbaka|återremitter\w*|skickades\stillbaka|avslogs)|\b(?P<granted>bevilj\w*))"
)
"""What happened to an application, said at the end of its sentence."""
SHORT_OF_BUDGET = cue(r"(?:över|under)skott\s$|avvik\w*\s$|(?:negativ|positiv)t?\s(?:utfall|resultat|netto)\s$|överdrag\s$")
"""What makes `mot budget` a variance (`ett överskott mot budget på`)."""
PROPOSED_GRANT = cue(r"\bföresl(?:år|og|ås|ogs|agit|agits)\b(?:(?!\bbesl|\bbeviljade|\bbeviljar)[^;])*\bbevilja(?:s|ts)?\b")
"""A grant that somebody proposes: nothing is granted yet."""
GIVEN = cue(r"\b(?:fick|får)\s(?:\w+\s){0,2}$")
"""What stands before an amount that somebody was given."""
APPLIED = cue(r"ansökning|äskande")
"""Things counted that were asked for."""
APPLICATION = cue(r"ansök|återremitter|äskande|\binsats|\bprojekt")
"""A sentence about an application: what it `fick` was granted."""
BASE_YEAR = cue(r"(?:19|20)\d\d\sårs\s\w+(?:\s\w+)?\s(?:med|om)\s$")
"""A year whose level is raised: the change is of the next."""
YEAR_BESIDE = cue(
    r"^\s(?:\((?=20\d\d\))|(?:år|(?:under|för|avseende|inför)(?:\sår)?)\s)?(?P<year>20\d\d)(?=$|[\s,;.)])(?!\s(?:\d|kr|tkr|mnkr))"
)
"""The year right after an amount (`5 personer 2026 och 10 personer 2027`)."""
THE_AIM = cue(r"\bmål(?:et|värdet|nivån|sättningen)?\s(?:är\s|var\s|på\s|om\s)?$")
"""What makes an amount the goal itself (`över målet på 85 %`)."""
OF_TOTAL = cue(r"\bbevilj.*\bav\s(?:totalt|sökta|ansökta)\s$")
"""What stands between a part that was granted and the whole that was asked for."""
AGAINST_BUDGET = cue(r"\b(?:mot|än|jämfört\smed)\s(?:\w+\s){0,2}budget\w*(?:\spå|\som|\smed)?\s*$")
"""What stands between an amount and the budgeted amount that it is held against: two levels, no variance."""
NOW_AT = cue(r"^\s(?:och\s\w+\s)?till\s(?:totalt\s)?$")
"""What stands between a change and the level that it led to (`minskade med 112 tkr till 820 tkr`)."""
OF_BUDGET = cue(r"^\W*(?:av|utav)\s(?:\w+\s){0,2}\w*budget\w*")
"""How a sentence begins that tells how much of a budget was used."""
OF_NEXT = cue(r"\b(?:av|mot|än|jämfört\smed)\s(?:\w+\s){0,2}\w*budget\w*(?:\s(?:på|om))?\s$")
"""What stands after an amount and belongs to the next one (`3 mnkr av budgeterade 5 mnkr`)."""
NOT_USED = _words(r"(?:ej|inte|o)\s?(?:förbruk|utnyttj|nyttj|använ|rekvir)\w*")
"""Money that was granted and not used: the difference of two figures."""
CHANGE = _words(
    r"(?:minskning\w*|ökning\w*|minska[rtd]?\w*|öka[rtd]?\w*|höj(?:a|s|t|er|ning)\w*|sänk\w*|uppräkning\w*|räkna\w*\supp|uppräkna\w*"
    r"|förändring\w*|bygg(?:a|s|er|as)\spå|byggas\spå|växer|växa|stiger|stiga|sjunker|sjunka|förstärk\w*|tillskott\w*|besparing\w*|förbättra[ts]\w*|försämra[ts]\w*|(?:förbättring|försämring)\w*)"
)
"""Words for a change; the amount is one only when it follows `med`, `om` or `på`."""
CHANGE_AMOUNT = cue(r"\b(?:med|om|på|motsvarande)\s(?:totalt\s|sammanlagt\s|ytterligare\s|hela\s|[~+]\s?)*(?:\w+\s){0,2}$")
"""What stands between a word for change and its amount, at the end."""
AND_SO = cue(r"^\s(?:\w+\s){0,5}?(?:och|samt|respektive)\s(?:med\s)?$")
"""What joins an amount to the one before it (`med 89 procent för heldag och 90 procent`)."""
RAISED_BY = cue(r"(?:höj\w*|sänk\w*|ök\w*|minsk\w*)(?:\s\w+){0,3}\smed\s(?:ca\s)?\d[^.;]*$")
"""A change of the amount before, in the same clause."""
MOVES = _words(r"(?:arbeta\w*\sned|minsk\w*|sjunk\w*|väx\w*|stig\w*)")
"""Words for equity that goes up or down to an amount."""
HAS_EQUITY = cue(
    r"(?:^\W*|[,;]\s|\b(?:och|samt|att|det|förbundets|kommunens|regionens)\s)(?:samlade\s|totala\s)?(?:eget|egna)\skapital(?:et)?\s"
    r"(?:uppgår|uppgick|är|var|blev)\s(?:därmed\s|därefter\s|nu\s|då\s|således\s|efter\s(?:detta|årets\sresultat)\s)?(?:till\s)?(?:totalt\s)?$"
)
"""What says how much equity the body itself has; a word more (`bolagets`, `inklusive`) may make it something else."""
LOSS = _words(r"(?:underskott\w*|minusresultat\w*|negativt\s(?:\w+\s)?resultat|förlust\w*)")
"""A result below zero, whatever sign is printed."""
HYPOTHETICAL = _words(r"(?:skulle(?!\sinnebära)|idealfördelning\w*|fördelningsmodell\w*)")
"""What would be, not what is."""
TOTAL = _words(
    r"(?:totalt|sammanlagt|sammantaget|tillsammans|med\b.*\bblir\sdet|(?:från|av)\s(?:\w+\s)?(?:medlemmarna|parterna|huvudmännen|förbundsmedlemmarna|medlemsparterna))"
)
"""Words that say that all payers are meant."""
PARTY = _words(r"(?:kommun\w*|region\w*|part(?:er|ern\w+)|medlem\w*|huvudm[aä]n\w*)")
"""Those who pay for a joint body."""
STATE = _words(r"(?:staten|statens|statlig\w*)")
"""The state as a payer."""
PAYER = cue(
    r"(?:från|av)\s(?:\S+\s)?(?P<from>kommun|region|landsting)\w*|(?P<does>kommun|region|landsting)\w*\s(?:\S+\s){0,3}(?:bidrar|bidrog)"
    r"|(?P<whose>kommun|region|landsting)(?:en|ens|s)\s(?:bidrag|andel|del|insats|tilldelning|medelstilldelning|driftbidrag)"
)
"""A municipality or a region as the payer."""
LIMIT = _words(r"(?:överstig\w*|understig\w*)")
"""Words for a limit; here only equity has one."""
TARGET = _words(r"(?:överstig\w*|understig\w*|målet|målnivå\w*|finansiella?\smål\w*|rekommend\w*|som\shögst|högst|maximalt)")
"""A limit or an aim for equity."""
OPENING = _words(
    r"(?:ingående|vid\s(?:års|årets\s|verksamhetsårets\s)(?:ingång|början|skifte)|inför|ingången|(?:gick|går)\sin\si\s(?:verksamhets)?året)"
)
"""The beginning of a year."""
CLOSING = _words(r"(?:utgående|vid\s(?:årets|verksamhetsårets)\s?(?:utgång|slut)|utgången|från\stidigare\s\w*år|bokslut\w*)")
"""The end of a year."""
WHOLE_BODY = _words(
    r"(?:\w*förbund\w*|budget(?:en)?\b|årets|periodens|delårets|helår\w*|verksamhetsåret|kommunen\b|kommunens|bolaget\w*|regionen\b|koncern\w*)"
)
"""Signs that a result is that of the whole body."""
PART_OF_BODY = _words(
    r"(?:\w*nämnd\w*|avdelning\w*|\w*enhet(?:en|er|erna|s)?\b|förvaltning\w*|sektor\w*|område\w*|verksamheten\b|verksamheterna|insats(?:en|erna)?\b"
    r"|projekt\w*|aktivitet\w*|skola\w*|kontor\w*|avsnitt\w*|poster\w*|ledning\w*|enhet\w*)"
)
"""Signs that it is that of a part."""
REFERENCE = cue(
    r"(?:\bsom|\bän|\bjämfört\smed|\bsedan|\bfrån|\bmot|\bgentemot|\btill\sskillnad\smot|\bår(?:en|et)?\sföre)\s(?:under\s|år\s)?$"
)
"""What stands before a year that an amount is only compared with."""
LAST_YEAR = _words(r"(?:föregående\sår|föreg\.?\sår|året\s(?:innan|före)|i\sfjol|förra\såret)")
"""The year before."""
HELD_AGAINST = cue(r"^[\s,]*\(?(?:(?:vilket\s(?:kan|ska)\s)?(?:att\s)?jämför(?:as?|t)\smed|mot)?\s?$")
"""What stands between an amount and that of the year before."""
OF_LAST_YEAR = cue(
    r"^[\s,]*\(?(?:(?:att\s)?jämför(?:as?|t)\smed\s|mot\s)?(?:föregående|föreg\.?|fg\.?|förra)\s(?:år|året)s?:?\s*$"
)
"""What stands between an amount and that of the year before, which it is said to be."""
PARTITIVE = cue(r"\b(?:av|utav|utöver|förutom|exklusive|andel\sav)\s(?:\w+\s){0,2}$")
"""What stands before a phrase that names the whole of which the amount is a part."""
PAID_OUT = cue(r"^\s(?:till|i|för)\s(?!\w*förbund|\d{4}|år|verksamhetsår|perioden)\w+")
"""What follows the word for a contribution when the body pays it to somebody else (`medlemsavgiften till nätverket`)."""
BREAK = cue(r"\b(?:varav|därav|av\svilka|av\svilket|där|inklusive|exklusive|varvid|men|medan)\b|;")
"""Where a new thought begins inside a sentence."""
RATE = cue(r"^\s?(?:/|per\s(?!(?:den\s)?\d|\w+\s\d{4}))")
"""A price per piece, hour or month follows."""
