"""Persons named in running text: `Anna Ek (S), Bo Alm (M) och Cia Asp (V) reserverar sig`."""

from __future__ import annotations

import re

from extractors.minutes.people import NAME, NAME_BEFORE_PARTY
from schemas.record import Record

_WITH_PARTY = re.compile(rf"(?P<name>{NAME_BEFORE_PARTY})\s?\((?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,4}}|-|opol\.?)\)")
_TITLES = re.compile(
    r"^(?:(?:Ledamot(?:en|erna)?|Ordförande(?:n)?|Vice|Förste|Andre|Ersättar(?:en|e|na)|Även|Samtliga|Den|Mötes\w+"
    r"|Kommunalråd(?:et)?|För|Yrkande\w*|Reserva\w+|Jäv)\s+)+"
)
_LIST = re.compile(rf"(?P<names>{NAME}(?:(?:,|\soch|\ssamt)\s{NAME})*)")


class Mention(Record):
    """A person named in a sentence."""

    name: str
    """The name."""
    party: str | None = None
    """The party in brackets."""


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Return the persons of a sentence, in order: all with a party in brackets, else those of the first list of names.

    >>> [person.name for person in mentions_in("Mot beslutet reserverar sig Anna Ek (S) och Bo Alm (M).")]
    ['Anna Ek', 'Bo Alm']
    """
    found = [Mention(name=_plain(match["name"]), party=match["party"]) for match in _WITH_PARTY.finditer(text)]
    if not found:
        match = _LIST.search(text)
        names = re.split(r",\s|\soch\s|\ssamt\s", match["names"]) if match else []
        found = [Mention(name=_plain(name)) for name in names]
    return tuple({mention.name: mention for mention in found if " " in mention.name}.values())


def _plain(name: str) -> str:
    return _TITLES.sub("", name).strip()
