"""The public body whose document it is: its name by patterns and position, its organisation number where that is surely its own.

Names that differ in form (`i Sollefteå`, genitive, capitals, lost diacritics) give the same `entity_id`. A committee of a
municipality is a body of its own (`Borås kommun, Tekniska nämnden`), since its figures are not the municipality's. Members of
a body (state agencies, its municipalities) do not win over it: a federation named weighs more than a municipality.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from stdnum.se import orgnr

from extractors.folding import fold, slug_of, without_genitive
from extractors.identity.committees import committee_of
from extractors.identity.owners import SERIES, Sort, joint_names, printed_place, sort_of, with_genitive
from schemas.document import Body, DocumentKind, Reading
from schemas.layout import Layout
from schemas.page import Block

_WORD = r"[A-ZÅÄÖÉ][\wåäöé]+(?:[-/][A-ZÅÄÖÉ][\wåäöé]+)*"
_DIRECTION = r"(?:norra|södra|östra|västra|mellersta|centrala|inre|övre|nedre|nord(?:östra|västra)|syd(?:östra|västra))"
_PART = r"(?:län|nordost|nordväst|sydost|sydväst|norr|söder|öster|väster)\b(?!\s(?:om|ut)\b)"
_PLACE = rf"(?:{_DIRECTION}\s)?(?:(?:Två|Tre|Fyra|Fem|Sex|Sju)\s[a-zåäö]{{3,}}|{_WORD})(?:\s{_PART})?"
_NAME = rf"{_PLACE}(?:(?:\s(?:och|&|i)\s|,\s(?=[^\n]*\soch\s)|\s){_PLACE}){{0,5}}"
_LINK = r"(?:(?:i|för|inom|på|(?i:finsam))\s+){0,2}"
_FEDERATION = (
    r"(?i:samordnings|kommunal|kommun|kunskaps|räddnings\w*|raddnings\w*|brandförsvars|gymnasie\w*|vatten\w*|avlopps\w*|avfalls\w*|renhållnings|"
    r"utbildnings|trafik|kollektivtrafik|miljö\w*|vårds?|hjälpmedels|turism)(?i:f[öoé]rbund)"
)
_JOINT = r"(?i:räddningstjänst(?:en)?|tolkförmedling(?:en)?|överförmyndarsamverkan)"
"""What municipalities do together in bodies that are not called federations."""
_JOINT_BEGINS = re.compile(r"raddningstjanst|tolkformedling|overformyndarsamverkan|.*\b(?:brandkar|brandforsvar)s?$")
_PATTERNS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (3.0, re.compile(rf"\b(?P<kind>{_FEDERATION}(?i:et)?)\s+{_LINK}(?P<name>{_NAME})")),
    (3.0, re.compile(rf"\b(?P<before>{_WORD}(?:\s{_WORD})?)\s(?P<kind>{_FEDERATION})s?\b")),
    (2.0, re.compile(rf"\b(?P<kind>{_JOINT})\s+{_LINK}(?P<name>{_NAME})")),
    (1.5, re.compile(rf"\b(?P<before>{_WORD}(?:\s{_WORD})?)\s(?P<kind>(?i:brandkår|brandförsvar)|Räddningstjänst)s?\b")),
    (1.5, re.compile(rf"\b(?P<kind>(?i:finsam))\s+{_LINK}(?P<name>{_NAME})")),
    (1.0, re.compile(rf"\b(?P<before>{_WORD}(?:\s{_WORD})?)\s(?P<kind>(?i:kommun|stad))s?\b")),
    (0.8, re.compile(rf"\b(?P<kind>(?i:region))\s(?P<name>{_WORD}(?:\s{_WORD})?)")),
    (0.8, re.compile(rf"\b(?P<before>{_WORD}(?:\s(?i:läns))?)\s(?P<kind>(?i:landsting|landstinget))\b")),
    (0.8, re.compile(r"\b(?P<whole>(?:Västra\s)?[A-ZÅÄÖ][a-zåäö]+regionen)s?\b")),
    (0.8, re.compile(r"\b(?P<whole>Sveriges\s(?i:riksbank)|Riksbanken)s?\b")),
    (
        0.4,
        re.compile(r"\b(?P<whole>[A-ZÅÄÖ][a-zåäö]{3,}(?:verket|myndigheten|inspektionen|institutet|universitetet))s?\b"),
    ),
    (0.4, re.compile(rf"\b(?P<kind>Länsstyrelsen)\s+{_LINK}(?P<name>{_WORD}(?:\s{_WORD})?)")),
)
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        """
        adress aktuell alla andra annan antagen april arbetsformedlingen argentum arsbokslut arsredovisning augusti avser
        bada beslut beslutad besoksadress bilaga bilagor bokslut budget datum december delarsbokslut delarsrapport den
        denna dennas deras dessa det detta dnr egen ekonomi en epost ett februari finsam for forbundet forbundets
        forsakringskassan fram fran halvarsrapport handling har hela i ingen inledning januari juli juni kommun kommunen
        kommunens kommuner konto lag lagen maj mal mars medlem medlemmar mellan mer mindre nagon namnden nar nationella
        november nu och oktober om ordforande org organisation ovrig pa parterna per plan protokoll rapport region regionen
        rehabilitering respektive revision revisionsberattelse revisor sammantradesdatum sammantradesprotokoll
        samordningsforbund samordningsforbunden samordningsforbundet samt samtliga september sid sida sin som stad stadens
        staten styrelse styrelsen styrelseprotokoll summa svensk svenska tel telefon till under uppdrag ur utfall vad var
        vara varje vart verksamhet verksamhetsplan vi vid vilken mandag tisdag onsdag torsdag fredag lordag sondag mandagen
        tisdagen onsdagen torsdagen fredagen lordagen sondagen narvarande beslutande deltagare digitalt tid plats dag mote
        styrelsemote sammanfattning
        """,
    )
)
"""Folded words that begin with a capital beside `kommun`, `förbundet` and so on without being names."""
_OF_DOCUMENTS = re.compile(
    r"(?:berattelse|redovisning|rapport|bokslut|plan|budget|protokoll|rakning|kansli|kallelse|dagordning|forslag|uppfoljning|utdrag)(?:en|et|s)?$"
)
"""Folded words that follow a name in headers and are no part of it."""
_SMALL = re.compile(r"(?<=\s)(?:Kommun|Och|I|För|Inom)\b")
"""Words that a name in capitals does not tell to be small."""
_INNER = frozenset({"och", "&", "i", "norra", "södra", "östra", "västra", "mellersta", "centrala", "inre", "övre", "nedre"})
"""Words in the middle of a name that do not end one."""
_SAME = {"Riksbanken": "Sveriges riksbank"}
"""Short names of national bodies."""
_NUMBER = re.compile(r"(?<![\d-])(?:16)?(\d{6})[-–]?(\d{4})(?![\d-])")
_BESIDE = 90
"""Characters between a name and an organisation number that belongs to it."""
_PUBLIC = "2"
"""First digit of the numbers of state, regions, municipalities and federations."""
_TO = re.compile(r"^till(?:\s?:|\s*$)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:www\.|@|\b)([a-zåäö-]{3,})\.se\b")
_AS_MUNICIPALITY = re.compile(r"s?-?kommun$")
_OWN_FEDERATION = re.compile(r"\b(Samordningsförbundet|Räddningstjänstförbundet)(?:s\b|\b)")
_SPOKEN_LEAST = 3
"""How often a document speaks of its unnamed federation."""
_FURNITURE_MOST = 3
_TOP = 220.0
"""Points from the upper edge of the first page in which a document says whose it is."""
_SURE = 4.0
"""Weight of a place that says whose a document is: header, footer, top of the first page, heading there."""
_PARAGRAPH = re.compile(r"^(?:§+\s?\d+|\d+\s?§)")
"""What a meeting dealt with begins here: bodies named below are others as often as not."""
_JOINT_PRIOR = 2.5
_FEDERATED = 12.0
"""Votes of one sight of a federation, title or header, that says whose a document is: then no other joint body is looked for."""
_COUNCIL = re.compile(r"(?:kommun|region|stads|landstings)?fullmaktige\b")
"""The assembly of a municipality or region: what it decides, the body itself decides."""
_OF_PERSONS = re.compile(r"\([^()]{3,40}\)")
"""Behind a person's name stands who appointed him: a member of the body, not the body."""
_SHORTER = 0.6
"""Share of the sights of a short name that a longer one must have to be the name."""


def body_of(kind: DocumentKind, reading: Reading, layout: Layout) -> Body | None:
    """Return the body whose document it is, or None where no name of a body is found.

    Args:
        kind: the kind of document; only minutes are of a municipality's board as such.
        reading: the document (its pages' number).
        layout: its blocks.
    """
    sort = sort_of(layout)
    sights = _sights(layout)
    federated = any(votes >= _FEDERATED and _is_federation(name) for votes, name in sights)
    joint = [] if federated else [name for name in joint_names(layout) if not any(_names(name))]
    if joint:
        sights = _sights(layout, joint)
    owner = _owner(_fitting(sights, sort)) or _by_domain(layout, sort)
    if owner is not None and not _is_federation(owner) and sort != "municipality":
        owner = _unnamed_federation(layout, sights) or owner
    committee = None if owner is not None and _is_joint(owner, joint) else committee_of(kind, layout)
    if owner is not None and committee and _COUNCIL.match(fold(committee)):
        committee = None
    if owner is None:
        return Body(entity_id=slug_of(committee), name=committee) if committee else None
    number = _org_number(layout, owner, single=len(reading.pages) == 1)
    if committee:
        name = f"{owner}, {committee}"
        return Body(entity_id=slug_of(name), name=name, org_number=number)
    return Body(entity_id=number or slug_of(owner), name=owner, org_number=number)


def named_in_passing(body: Body, layout: Layout) -> bool:
    """Tell whether running text alone names a body, so that it need not be the document's own."""
    first = next((block.page for block in layout.text_blocks()), 0)
    weights = [
        _weight(block, first) for block in layout.blocks for _, name in _names(block.text) if slug_of(name) == body.entity_id
    ]
    return bool(weights) and max(weights) < _SURE


Sight = tuple[float, str]
"""Votes, name as printed."""


def _fitting(sights: list[Sight], sort: Sort | None) -> list[Sight]:
    """Return the sights of bodies that a document of its sort can be of; all where none fits."""
    fit = [(votes, name) for votes, name in sights if sort is None or _sort_of_name(name) == sort]
    return fit or sights


def _sort_of_name(name: str) -> Sort | None:
    plain = fold(name)
    if re.search(r"\b(?:kommun|stad)s?$", plain):
        return "municipality"
    if re.match(r"region\b|.*(?:regionen|landsting(?:et)?)$", plain):
        return "region"
    return (
        None if re.search(r"riksbank|verket$|myndigheten$|inspektionen$|institutet$|universitetet$|^lansst", plain) else "joint"
    )


def _sights(layout: Layout, joint: Iterable[str] = ()) -> list[Sight]:
    """Return each sight of a name of a body with its votes, which depend on its place.

    Args:
        layout: the blocks.
        joint: names of joint bodies that no pattern knows.
    """
    found: list[Sight] = []
    repeats: Counter[str] = Counter()
    first = next((block.page for block in layout.text_blocks()), 0)
    addressed = opened = False
    for block in layout.blocks:
        opened = opened or _PARAGRAPH.match(block.text) is not None
        if block.page == first and block.kind != "furniture":
            addressed = _TO.match(block.text.strip()) is not None or (addressed and block.kind != "heading")
        if block.kind == "furniture":
            repeats[block.text] += 1
        if (addressed and block.page == first) or repeats[block.text] > _FURNITURE_MOST:
            continue
        weight = 1.0 if opened and block.kind != "furniture" else _weight(block, first)
        text = _OF_PERSONS.sub(" ", block.text)
        found += [(weight * prior, name) for prior, name in _names(text)]
        found += [(weight * _JOINT_PRIOR, name) for name in joint if re.search(rf"\b{re.escape(name)}\b", text)]
    return found


def _weight(block: Block, first: int) -> float:
    if block.kind == "furniture":
        return 4.0
    if block.kind == "heading":
        return 8.0 if block.page == first else 2.0
    if block.page != first:
        return 1.0
    return 6.0 if block.box.bottom < _TOP else 3.0


def _names(text: str) -> Iterable[tuple[float, str]]:
    """Yield (prior, name) for each name in a text; a name of several words is yielded for each length it may have."""
    for prior, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            if groups.get("whole"):
                yield prior, _SAME.get(groups["whole"], groups["whole"])
            elif groups.get("name"):
                start = text[match.start("kind") : match.start("name")]
                yield from ((prior, f"{start}{name}") for name in _prefixes(groups["name"]))
            else:
                before = _trimmed(groups["before"])
                if before:
                    yield prior, f"{before} {groups['kind']}"


def _prefixes(name: str) -> Iterable[str]:
    """Yield the beginnings of a name, shortest first, up to the first word that is no name."""
    words = name.split()
    for end in range(1, len(words) + 1):
        if not _may_be_name(words[end - 1]) or fold(words[0]) in _NO_NAME:
            return
        if words[end - 1] not in _INNER and not words[end - 1].endswith(","):
            yield " ".join(words[:end])


def _may_be_name(word: str) -> bool:
    plain = fold(word.strip(","))
    return plain in {"och", "i"} or (plain not in _NO_NAME and _OF_DOCUMENTS.search(plain) is None)


def _trimmed(before: str) -> str:
    """Return the words before `kommun` that are a name: `I Alingsås` is `Alingsås`."""
    words = before.split()
    while words and fold(words[0]) in _NO_NAME:
        words.pop(0)
    return "" if any(fold(word) in _NO_NAME for word in words) else " ".join(words)


def _owner(sights: list[Sight]) -> str | None:
    """Return the name with most votes, as it is printed most often; a longer form wins where it is nearly as frequent."""
    votes: defaultdict[str, float] = defaultdict(float)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for weight, name in sights:
        slug = slug_of(name)
        votes[slug] += weight
        forms[slug][" ".join(name.split())] += 1
    if not votes:
        return None
    best = max(votes, key=lambda slug: (votes[slug], slug))
    while True:
        longer = [slug for slug in votes if slug.startswith(f"{best}-") and votes[slug] >= _SHORTER * votes[best]]
        if not longer:
            break
        best = max(longer, key=lambda slug: (votes[slug], slug))
    return _printed(forms[best])


def _printed(forms: Counter[str]) -> str:
    """Return the most frequent form, forms in capitals last; capitals alone are lowered."""
    best = max(
        forms, key=lambda form: (not form.isupper(), not _is_genitive(form), forms[form], fold(form) != form.lower(), form)
    )
    return _SMALL.sub(lambda word: word[0].lower(), best.title()) if best.isupper() else best


def _is_genitive(form: str) -> bool:
    """Tell whether a name ends in a genitive s (`Samordningsförbundet Örnsköldsviks`)."""
    last = fold(form).split()[-1]
    return without_genitive(last) != last


def _is_joint(name: str, joint: Iterable[str]) -> bool:
    """Tell whether a body is a federation or another joint body, whose board is the body itself."""
    return _is_federation(name) or name in joint or _JOINT_BEGINS.match(fold(name)) is not None


def _is_federation(name: str) -> bool:
    return "forbund" in fold(name) or fold(name).startswith("finsam")


def _unnamed_federation(layout: Layout, sights: list[Sight]) -> str | None:
    """Return `Samordningsförbundet X` where a document speaks of its federation without a name and X is its only municipality."""
    spoken = Counter(word for block in layout.text_blocks() for word in _OWN_FEDERATION.findall(block.text))
    municipalities = {slug_of(name): name for _, name in sights if name.lower().endswith("kommun")}
    if sum(spoken.values()) < _SPOKEN_LEAST or len(municipalities) != 1:
        return None
    federation = max(spoken, key=lambda word: (spoken[word], word))
    return f"{federation} {next(iter(municipalities.values())).rsplit(' ', 1)[0]}"


def _by_domain(layout: Layout, sort: Sort | None) -> str | None:
    """Return `X kommun` for the web address `x.se` on the first page or in the furniture of a municipality's document."""
    first = next((block.page for block in layout.text_blocks()), 0)
    texts = [block.text for block in layout.blocks if block.page == first or block.kind == "furniture"]
    found = Counter(_AS_MUNICIPALITY.sub("", name) for text in texts for name in _DOMAIN.findall(text))
    spoken = sort == "municipality" or any(
        re.search(r"\bkommunen?s?\b", block.text, re.IGNORECASE) for block in layout.text_blocks()
    )
    best = max(found, key=lambda name: (found[name], name), default=None)
    if not best or not spoken:
        return None
    return f"{with_genitive(printed_place(fold(best), layout) or best.title())} kommun"


def _org_number(layout: Layout, owner: str, *, single: bool) -> str | None:
    """Return the organisation number that stands by the owner's name, or in the furniture of a document that names the owner."""
    votes: Counter[str] = Counter()
    slug = slug_of(owner)
    first = next((block.page for block in layout.text_blocks()), 0)
    for block in layout.blocks:
        for match in _NUMBER.finditer(block.text):
            number = f"{match[1]}-{match[2]}"
            near = block.text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
            beside = [name for _, name in _names(near)]
            named = owner in near or any(slug_of(name).startswith(slug) for name in beside)
            alone = block.page == first and not beside and SERIES.get(match[1]) == _sort_of_name(owner)
            own = named or alone or (block.kind == "furniture" and not single)
            if own and number.startswith(_PUBLIC) and orgnr.is_valid(number):
                votes[number] += 1
    return max(votes, key=lambda number: (votes[number], number), default=None)
