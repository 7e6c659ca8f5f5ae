"""Things that are counted in running text: `43 deltagare varav 30 kvinnor`, `Antal deltagare: 69`, `två (2) ansökningar`.

A number counts something when a plural follows it (`37 förskolor`), a part is taken (`37 av 45 åtgärder`), a label asks how
many (`Antal beslut: 12`), or a thing counted just before goes on (`2 personer från regionen, 3 från kommunen`). A number
that names one of a series (`steg 2`, `bilaga 3`, `årskurs 6`, `v. 45`, `Storgatan 4`) counts nothing, nor do ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extractors.values.dates import MONTHS
from extractors.values.numerals import NUMBER, SPACES, read_digits

_NO_NOUN = (
    rf"(?:{MONTHS}|kronor|kronorna|dollar|euro|\w*miljon\w*|\w*miljard\w*|tusen\w*|procent\w*|kap"
    r"|år\w*|\w*månad\w*|\w*veck(?:a|or|an|orna)|dag(?:ar|arna|en)?|timm(?:ar|arna|en)|minut(?:er|erna)|sekunder|klockan"
    r"|till|från|samt|minus|plus|eller|efter|under|över|utöver|sedan|även|igen|vilken|någon|annan|annars|innan|mellan|utan|redan|kommer|gäller|bör|finns|medan"
    r"|framför|inför|ovan|nedan|samman|tillsammans|åter|kvar|klar|däremot|härav|därav|varav|varför|därför|nästan|enligt|visar|ingår"
    r"|innehåller|beskriver|redovisar|avser|omfattar|innebär|används|anges|lämnas|har|hade|ska|kan|var|när|där|här|per|vid|denna"
    r"|detta|dessa|deras|betalar|arbetar|väljer|kostar|sker|blir|lever|bor|lagen|kommunallagen|förordningen|paragrafen|punkten|stycket|bilagan|sidan)(?![\wåäö])"
)
"""What may follow a number and is no thing counted."""
_SAME_IN_PLURAL = (
    r"(?:barn|beslut|besök|uppdrag|bidrag|avtal|krav|förslag|företag|fall|brott|anbud|samråd|förbund|lån|hem|jobb|steg|program|projekt"
    r"|bolag|fordon|djur|träd|rum|konto|team|dokument|exemplar|verk|hus|ärenden|möten|tillfällen|invånare|sökande|studerande|prov|test"
    r"|formulär|initiativ|intyg|incidents?|yttrande|kontor|bad|tal|svar|hushåll|protokoll|stycken|st|åa|medborgarförslag|klagomål"
    r"|överklaganden|fel|råd|bord|kvm|kvadratmeter|hektar|ton|kg|kilometer|km|meter|kWh|MWh|GWh|röster)"
)
_PLURAL = rf"[a-zåäöé-]*(?:[a-zåäö]{{2}}(?:or|ar|er|ir|orna|arna|erna|are|arna|ande|en|an|na|gånger)|{_SAME_IN_PLURAL})"
_DESCRIBING = rf"(?:(?!{_NO_NOUN})[a-zåäöé-]{{2,}}(?:a|e|al)[ ]){{0,2}}"
COUNTED = rf"(?-i:(?:st\.?[ ])?{_DESCRIBING}(?:[A-ZÅÄÖ]{{2,}}-)?(?!{_NO_NOUN}){_PLURAL})"
"""A phrase in the plural (`nya ansökningar`, `IPS-insatser`), whatever the flags."""

_NUMBERED = re.compile(
    r"""(?:§+|\b(?:kap(?:itel|itlet)?|punkt\w*|nr|nummer|sid(?:a|an|orna)?|s|v|vecka|veckorna|åk|årskurs\w*|klass|grupp|omgång|steg|etapp|fas
        |nivå|bilaga|tabell|tab|figur|fig|diagram|not|avsnitt|del|mål|kvartal|tertial|version|artikel|art|alternativ|alt|scenario|dnr
        |diarienummer|id|rum|hus|linje|riksväg|länsväg|väg|kl|klockan|tel|telefon|rad|kolumn|fråga|prop|sou|ds|moment|mom|stycke|halvår
        |läsår|år|ålder\w*|spår|zon|område|kod|konto|ansvar|ansvarskod|agenda|topp|lag|budgetsteg|prioritet|kategori|typ|kvarter|kv
        |paragraf\w*|plats(?:en)?|placering(?:en)?|rankad|rankas|(?-i:[A-ZÅÄÖ])\w*(?:gatan|vägen|torget|gränd|allén|stigen|backen|plan))\.?)[:]?\s$""",
    re.VERBOSE | re.IGNORECASE,
)
_AGES = re.compile(r"^\s?(?:-?\s?år|åring)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")

_ONE_TO_TWELVE = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_IN_WORDS = {"ett": 1, **{word: number for number, word in enumerate(_ONE_TO_TWELVE, start=1)}}
_BRACKETED = re.compile(rf"(?<!\w)(?P<word>{'|'.join(_IN_WORDS)})\s(?P<number>\(\d{{1,2}}\))(?=\s[a-zåäö])", re.IGNORECASE)
_BRACKET_FIRST = re.compile(r"^(?P<number>\(\d{1,2}\))(?=\s[a-zåäö])")
_ABOUT = r"(?:(?:ca\.?|cirka|omkring|drygt|knappt|närmare|nästan|totalt|minst|högst|sammanlagt)\s)*"
_ASKED = re.compile(
    rf"(?<!\w)(?P<what>antal(?:et)?\s[^:;.\d]{{2,60}}?)(?:\s(?:har\s)?(?:var|är|blev|varit|uppg(?:år|ick)\still|ökade\still|minskade\still)\s|[:.]\s*)"
    rf"{_ABOUT}(?P<number>{NUMBER})(?![\w/]|[.,:-]\d|\s?%)",
    re.VERBOSE | re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:^|[(,;]\s?)(?P<what>[A-ZÅÄÖ][^:;()\d]{{2,60}}(?:\s(?:19|20)\d\d)?):(?:\s+|(?<!\d:)){_ABOUT}(?P<number>{NUMBER})(?=\s*(?:$|[(),;]|\.\s*$))",
    re.VERBOSE,
)
_NO_COUNT = re.compile(
    r"\b(?:dnr|nr|nummer|tel\w*|fax|kl|tid|sid\w*|bilaga|paragraf\w*|id|kod|konto|version|post\w*|plats|datum|år|årtal|period|dag|not|"
    r"org\w*|bankgiro|plusgiro|ref\w*|diarie\w*|budget|utfall|prognos|mål\w*|punkt|fas|steg|nivå|etapp|belopp|summa|medel|kostnad\w*|intäkt\w*"
    r"|\w*finansiering|anslag|\w*resultat|kapital)\W*(?:(?:19|20)\d\d)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?<![\w.,:/§(-])(?P<number>{NUMBER})(?=[{SPACES}]av[{SPACES}]"
    rf"(?:(?:de|våra|totalt|sammanlagt|alla|samtliga|[a-zåäö]+s(?=[ ]\d))[{SPACES}])?"
    rf"(?:\d|dem\b|dessa\b|[a-zåäö]+(?:er|or|ar|na|en)\b))",
    re.VERBOSE,
)
_OF_THEM = re.compile(
    rf"(?<!\w)(?:av\s(?:dem|dessa)|därav|varav)\s(?:(?:var|är|har|hade|avser|avsåg|blev)\s)?{_ABOUT}(?P<number>{NUMBER})(?=[\s,;.)])(?!\s?(?:%|procent|miljo|miljard|tusen|[tkm]?kr|mnkr)|[.,]\d)",
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"(?:,|\boch|\bsamt|\bvarav|\bdärav|\(|\+)\s?{_ABOUT}(?P<number>{NUMBER})(?=\s(?:från|vid|i|på|inom|hos|män|kvinnor|nya|extra)\b)",
    re.VERBOSE | re.IGNORECASE,
)
_SOME = re.compile(rf"(?<![\w.,:/§-])(?P<number>\d{{2,4}})-tal\s(?P<thing>(?!{_NO_NOUN})[a-zåäö]+(?:[ ][a-zåäö]+)?)")
_TIMES = re.compile(r"(?<=[a-zåäö]{3}\s)(?P<number>[x×]\s?\d{1,2})(?=\s*(?:[,;)]|$))")
_LASTED = re.compile(
    rf"(?:varit|snitt|genomsnitt\w*|median\w*|medel\w*|längst|kortast|uppg(?:år|ick)\still|tiden\s(?:är|var))\s{_ABOUT}"
    rf"(?P<number>{NUMBER})\s(?P<thing>månader|veckor|dagar|timmar|minuter)\b",
    re.VERBOSE | re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?:^|[,(]|:\s|\boch|\bvarav)\s?(?P<number>1)\s(?P<thing>(?!{_NO_NOUN})[a-zåäö]{{4,}})(?=[\s,;.)])")
_MILLIONS = re.compile(
    rf"(?<![\w.,:/§])(?P<number>{NUMBER})\s(?P<scale>miljoner|tusen)\s(?P<thing>{COUNTED})(?![\wåäö])", re.VERBOSE | re.IGNORECASE
)
_MEAN = re.compile(
    rf"\b(?:medelvärde\w*|medelbetyg\w*|snittbetyg\w*|index\w*|\w*-?index|HME|NKI|NMI|värdet?(?:\sför\s\w+)?)\s(?:(?:på|är|var|om|för\s\w+|låg\spå|blev|uppg(?:år|ick)\still)\s)?"
    rf"(?P<number>(?!(?:19|20)\d\d(?!\d)){NUMBER})(?:[-–](?P<high>{NUMBER}))?(?![\w%]|[.,]\d|\s?(?:%|procent|kr|tkr|mnkr|mkr|miljon|tusen))",
    re.VERBOSE,
)


class Counted(NamedTuple):
    """A number that counts something, without a plural right after it."""

    start: int
    """Index of its first character."""
    end: int
    """Index after its last; the thing is not part of it."""
    value: Decimal
    """How many."""
    high: Decimal | None = None
    """The upper end of a range."""
    thing: str = ""
    """What is counted, as printed; empty where the sentence says it elsewhere."""
    about: bool = False
    """True for `ett 50-tal`."""
    mean: bool = False
    """True for a mean or an index: no things, but marks or points."""


def counts_something(text: str, start: int, number: str, after: str) -> bool:
    """Tell whether a number before a plural counts: it names no year, age, or one of a series.

    Args:
        text: the sentence.
        start: where the number begins.
        number: the number as printed.
        after: what follows it.

    >>> counts_something("Under steg 2 elever ...", 11, "2", " elever"), counts_something("Vi har 2 elever", 7, "2", " elever")
    (False, True)
    """
    if re.search(r"[^\W\d]\s?[-–]$", text[max(0, start - 3) : start]) and not text[:start].endswith((" -", " –")):
        return False  # `F-9`
    numbered = _NUMBERED.search(text[max(0, start - 40) : start])
    return numbered is None and _YEAR.fullmatch(number) is None and _AGES.match(after) is None


def further_counts(text: str, *, after_count: int | None = None) -> Iterator[Counted]:
    """Yield the numbers that count something though no plural follows them, form by form, possibly one twice.

    Args:
        text: a sentence, or a line that states one thing.
        after_count: where a thing counted before ends, if there is one; from there on a bare number may go on counting.
    """
    for match in _BRACKETED.finditer(text):
        if _IN_WORDS[match["word"].lower()] == int(match["number"].strip("()")):
            yield _counted(match)
    for pattern in (_BRACKET_FIRST, _PART, _OF_THEM, _TIMES, _SINGLE, _LASTED):
        for match in pattern.finditer(text):
            yield from _unless_numbered(text, match)
    yield from _asked(text)
    for match in _SOME.finditer(text):
        yield from (count._replace(about=True) for count in _unless_numbered(text, match))
    for match in _MILLIONS.finditer(text):
        counted = _counted(match)
        yield counted._replace(value=counted.value.scaleb(6 if match["scale"].lower() == "miljoner" else 3))
    for match in _MEAN.finditer(text):
        high = read_digits(match["high"] or "")
        yield _counted(match)._replace(high=high.value if high else None, end=match.end(), mean=True)
    if after_count is not None:
        for match in _GOES_ON.finditer(text, after_count):
            yield from _unless_numbered(text, match)


def _asked(text: str) -> Iterator[Counted]:
    """Yield the answers to labels that ask how many."""
    for pattern in (_ASKED, _LABELLED):
        for match in pattern.finditer(text):
            if not _NO_COUNT.search(match["what"]):
                yield from _unless_numbered(text, match, thing=match["what"].strip())


def _unless_numbered(text: str, match: re.Match[str], thing: str = "") -> Iterator[Counted]:
    if counts_something(text, match.start("number"), match["number"], text[match.end("number") :]):
        yield _counted(match, thing)


def _counted(match: re.Match[str], thing: str = "") -> Counted:
    numeral = read_digits(match["number"].strip("()x× "))
    groups = match.groupdict()
    end = match.end("thing") if groups.get("thing") else match.end("number")
    value = numeral.value if numeral else Decimal(0)
    return Counted(match.start("number"), end, value, thing=thing or groups.get("thing") or "")
