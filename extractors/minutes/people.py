"""Persons in lists: a name with party, role, the person stood in for and the paragraphs, as minutes print them on a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from schemas.record import Record

_WORD = r"(?:[A-ZÅÄÖÉÜ][\wåäöéüèáíóøæ’'`´-]*\.?|af|av|von|de|der|la|di|al|van|den|du|el|bin)"
NAME = rf"[A-ZÅÄÖÉÜ][\wåäöéüèáíóøæ’'-]*\.?(?:\s{_WORD}){{1,5}}"
"""A name of two words or more."""
NAME_BEFORE_PARTY = rf"[A-ZÅÄÖÉÜ][\wåäöéüèáíóøæ’'-]*\.?(?:\s{_WORD}){{0,5}}"
"""A name that a party follows, so that one word may do."""
_ENTRY = re.compile(rf"^(?P<name>{NAME})(?P<rest>.*)$")
_PARTY = re.compile(
    r"\((?P<party>S|M|C|L|V|KD|MP|SD|Fi|FI|FP|NyD|PP|M/KD|[A-ZÅÄÖ]{1,5}|-|opol\.?|partilös|oberoende|"
    r"[A-ZÅÄÖ][a-zåäö]{0,3}|[a-zåäö]{1,2})\)"
)
_PARTY_AHEAD = r"\((?:[A-ZÅÄÖ]{1,3}|Fi|-|[a-zåäö]{1,2})\)"
_PARAGRAPHS = re.compile(
    r"(?:(?:från|fr\.?o\.?m\.?|t\.?o\.?m\.?|del av|ej|deltar|tjänstgör|under|för|"
    r"punkt)\s)*§{1,2}\s?\d+(?:\s?[-–]\s?\d+|(?:,\s?|"
    r"\soch\s)(?:§\s?)?\d+)*(?:,?\s?(?:kl\.?\s?)?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?)?"
)
_REPLACES = re.compile(
    rf"(?:tjänstgör(?:ande)?\s)?(?:ersätter|ers\.?\sför|ersättare\sför|för|i\sstället\sför|tjg\.?\sers\.?\sför|"
    rf"istället\sför)\s(?P<who>{NAME})(?:\s\([\wÅÄÖåäö-]{{1,6}}\))?|\(?[Ee]rsätter\s(?:tom|vakant)\b[^()§]*(?:\([^)]*\)[^()§]*)?"
)
_HOW = re.compile(
    r"[,\s(]*\b(?:per\stelefon|(?:via|på)\s(?:länk|teams|zoom|distans)|digitalt|på\sdistans|(?:från|till|t\.o\.m\.|fr\.o\.m\.)\skl\.?\s?\d{1,2}[.:]\d\d"
    r"|kl\.?\s?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?|del\sav\s\w+|punkt(?:erna)?\s[A-ZÅÄÖ0-9](?:\s?-\s?[A-ZÅÄÖ0-9])?(?:(?:,|\soch)\s[A-ZÅÄÖ0-9]\b)*)\)?",
    re.IGNORECASE,
)
"""How or when a person took part."""
_ROLES = re.compile(
    r"ordförande|ledamot|ersättare|sekreterare|chef|direktör|ekonom|utredare|handläggare|strateg|controller|revisor|"
    r"samordnare|koordinator|kamrer|jurist|"
    r"ingenjör|arkitekt|planerare|projektledare|verksamhetsledare|processledare|rektor|kanslist|assistent|konsult|"
    r"praktikant|föredragande|adjungerad|facklig|"
    r"företrädare|ombud|representant|ansvarig|administratör|utvecklare|expert|telefon|teams|distans|länk|digitalt|råd\b",
    re.IGNORECASE,
)
_APPOINTED = re.compile(r"[,\s]*\b(?:utsedd|utses|vald)\sav\s(?P<who>.+)$", re.IGNORECASE)
"""Who appointed a person."""
_BODY = re.compile(
    r"(?:kommun|stad|region|landsting(?:et)?|försäkringskassan|arbetsförmedlingen|länsstyrelsen|myndigheten|verket|"
    r"förbundet|nämnden)$"
    r"|^(?:region|landstinget|försäkringskassan|arbetsförmedlingen|länsstyrelsen)\b",
    re.IGNORECASE,
)
"""Names of bodies that send a person to a board."""
_IN_BRACKETS = re.compile(r"^\s*\((?P<who>[^()]{3,60})\)")
"""What stands in brackets right behind a name."""
_AFTER_ROLE = re.compile(
    r"^,\s(?:[12]:?[ae]\s)?(?:vice\s|v\.?\s)?(?:ordförande|ordf\.?|ledamot|ersättare)\s\((?P<who>[^()]{3,60})\)", re.IGNORECASE
)
"""The same behind the role."""
_JOINER = re.compile(r"^(?:[Uu]tsedd\sav\b|[a-zåäö(§,]|-{1,3}$)")


_NAMES = rf"{NAME}(?:(?:,|\soch|\ssamt)\s{NAME})*"
_ELECTED = re.compile(
    rf"(?P<before>{_NAMES})(?:\s\([\wÅÄÖåäö-]+\))?\s(?:utses|utsågs|väljs|valdes|är utsedd|får i uppdrag)\b[^.]{{0,50}}juster"
    rf"|(?:utse|utser|utsåg|välja|väljer|valde|utses|utsågs|valdes)\s(?P<after>{_NAMES})(?:\s\([\wÅÄÖåäö-]+\))?\s(?:till|att)\s[^.]{{0,40}}juster"
)


_HOURS = re.compile(r",?\s?(?:kl\.?\s?)?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?$")


class Person(Record):
    """A person as a list names him or her."""

    name: str
    """The name."""
    organisation: str | None = None
    """Party or who appointed the person."""
    role: str | None = None
    """The role as printed."""
    note: str | None = None
    """`§§ 94-98`, `ersätter ...`."""
    party: str | None = None
    """The party in brackets."""
    replaces: str | None = None
    """Whom the person stands in for."""
    paragraphs: str | None = None
    """Paragraphs that the person is there for: `94-98, 101`."""


def people_of(lines: Iterable[str]) -> tuple[Person, ...]:
    """Return the persons of a list, a line each unless a line carries on the one before or names several."""
    found = (read_person(entry) for entry in _entries(lines))
    return tuple(person for person in found if person is not None)


def _entries(lines: Iterable[str]) -> list[str]:
    entries: list[str] = []
    for line in lines:
        text = line.strip(" •·●\uf0b7")
        if not text or re.fullmatch(r"[-–—_.\s]+", text):
            continue
        goes_on = entries and (
            entries[-1].count("(") > entries[-1].count(")") or _JOINER.match(text) or entries[-1].endswith((",", "-", " och"))
        )
        if goes_on and not (entries[-1].endswith(",") and _ENTRY.match(text)):
            entries[-1] = f"{entries[-1]} {text}"
        else:
            entries.append(text)
    return [part for entry in entries for part in _split(entry)]


def _split(entry: str) -> list[str]:
    """Cut a line that names several persons: after a closing party, or at commas between plain names."""
    parts = re.split(rf"(?<=\))(?:,\s|\soch\s|;\s|\s)(?={NAME}\s?\()|(?<=[a-zåäö]),\s(?={NAME}\s?{_PARTY_AHEAD})", entry)
    if len(parts) > 1:
        return _rejoined(parts)
    pieces = re.split(r"[,;]\s|\soch\s|\ssamt\s", entry.strip(" ,"))
    named = [
        piece
        for piece in pieces
        if re.fullmatch(rf"{NAME}(?:\s\([^)]*\))?", piece.strip()) and not _ROLES.search(piece) and not _BODY.search(piece)
    ]
    if len(pieces) > 1 and len(named) == len(pieces):
        return [piece.strip() for piece in pieces]
    return _with_roles(entry) if len(named) > 1 else [entry]


def _with_roles(entry: str) -> list[str]:
    """Cut `Anna Ek, sekreterare, Bo Alm, chef` before each name; anything but roles between the names leaves it whole."""
    found: list[str] = []
    for piece in re.split(r"[,;]\s", entry.strip(" ,")):
        if re.fullmatch(NAME, piece) and not _ROLES.search(piece) and not _BODY.search(piece):
            found.append(piece)
        elif found and (piece[:1].islower() or piece.startswith("§")):
            found[-1] = f"{found[-1]}, {piece}"
        else:
            return [entry]
    return found


def _rejoined(parts: Sequence[str]) -> list[str]:
    """Put back together what stands between `ersätter` and its name."""
    joined: list[str] = []
    for part in parts:
        if joined and re.search(r"(?:ersätter|för)$", joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def read_person(text: str) -> Person | None:
    """Return the person of an entry, or None where it begins with no name.

    >>> read_person("Irene Ek (S) §§99-110 ersätter Bo Ek (S)").note
    '§§99-110, ersätter Bo Ek (S)'
    """
    appointed = _APPOINTED.search(text)
    match = _ENTRY.match(text[: appointed.start()] if appointed else text)
    if match is None:
        return None
    name, rest = _without_role(match["name"].rstrip(" ,"), match["rest"])
    replaced = _REPLACES.search(rest)
    if replaced is not None:
        rest = rest[: replaced.start()] + " ".join(_PARAGRAPHS.findall(rest[replaced.end() :]))
    rest, sender = _bracketed(rest)
    rest, party = _taken(_PARTY, rest)
    notes = [found.group().strip() for found in _PARAGRAPHS.finditer(rest)]
    rest = _PARAGRAPHS.sub("", rest)
    rest, how = _taken(_HOW, rest)
    role = re.sub(r"\s+", " ", rest).strip(" ,;.()–-") or None
    sent, role = _sender(role) if rest.lstrip().startswith((",", "(")) else (None, role)
    notes += [replaced.group().lstrip("(")] if replaced else []
    notes += [how.group().strip(" ,()")] if how else []
    return Person(
        name=name,
        organisation=appointed["who"].strip(" .)") if appointed else (party["party"] if party else sender or sent),
        role=re.sub(r"[\s,;(]+$|^[\s,;)]+", "", role) or None if role else None,
        note=", ".join(notes) or None,
        party=party["party"] if party else None,
        replaces=replaced["who"].strip() if replaced and replaced["who"] else None,
        paragraphs=paragraphs_in(", ".join(note for note in notes if "§" in note)),
    )


def _bracketed(rest: str) -> tuple[str, str | None]:
    """Return what follows a name without the body in brackets that sent the person, and that body."""
    found = _IN_BRACKETS.match(rest) or _AFTER_ROLE.match(rest)
    if found is None or not _BODY.search(found["who"].strip()):
        return rest, None
    return rest[: found.start("who") - 1] + rest[found.end() :], found["who"].strip()


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, re.Match[str] | None]:
    """Return a text without what a pattern finds in it, and what it found."""
    found = pattern.search(text)
    return (text, None) if found is None else (text[: found.start()] + text[found.end() :], found)


def paragraphs_in(note: str) -> str | None:
    """Return the paragraphs of a note such as `§§ 94-98 och 101` as `94-98, 101`; None where some are left out (`ej § 5`).

    >>> paragraphs_in("§§ 94–98 och 101")
    '94-98, 101'
    """
    if re.search(r"\bej\b|\bdel\sav\b", note):
        return None
    found = re.findall(r"(\d+)(?:\s?[-–]\s?(\d+))?", _HOURS.sub("", note))
    return ", ".join(f"{first}-{last}" if last else first for first, last in found) or None


def _sender(role: str | None) -> tuple[str | None, str | None]:
    """Return (body, role) of what stands after a name and a comma."""
    parts = [part.strip() for part in (role or "").split(",") if part.strip()]
    bodies = [part for part in parts if _BODY.search(part)]
    return ", ".join(bodies) or None, ", ".join(part for part in parts if part not in bodies) or None


def _without_role(name: str, rest: str) -> tuple[str, str]:
    """Give back a capitalised role that was read as part of the name (`Anna Ek Ordförande`)."""
    words = name.split()
    for index, word in enumerate(words):
        if index > 1 and _ROLES.search(word):
            return " ".join(words[:index]), " ".join(words[index:]) + rest
    return name, rest


def elected_adjusters(texts: Iterable[str]) -> tuple[str, ...]:
    """Return whom a meeting elected to adjust its minutes, by the first sentence that says so.

    >>> elected_adjusters(["Eva Ek och Bo Alm utses att justera protokollet."])
    ('Eva Ek', 'Bo Alm')
    """
    for text in texts:
        match = _ELECTED.search(text)
        if match is not None:
            names = re.split(r",\s|\soch\s|\ssamt\s", match["before"] or match["after"])
            return tuple(name.strip() for name in names)
    return ()
