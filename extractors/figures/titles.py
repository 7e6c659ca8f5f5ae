"""Titles of initiatives and units: what of a title line is the name, and which headings are general and name nothing."""

from __future__ import annotations

import re

from extractors.values.dates import find_years

_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-zåäö]\)|[•\-–])\s+")
_TAIL = re.compile(r"\s[–-]\s\S*(?:\s\S+){0,2}$")
_KIND = re.compile(r"insats|projekt|aktivitet|verksamhet|strukturinriktad|individinriktad", re.IGNORECASE)
_PARTIES = re.compile(
    r"\s*\((?:[^()]*(?:kommun|region|försäkringskass|arbetsförmedl|landsting|polis|parter)[^()]*)(?:\)|$)", re.IGNORECASE
)
_GENERAL = re.compile(
    r"""^(?:(?:övriga|medfinansierade|finansierade|förbundets|pågående|nya|beslutade|individ\w*|struktur\w*|delårsuppföljning|våra|samtliga|andra)\s)*
        (?:insatser|aktiviteter|verksamhet(?:er|en)?|projekt|mål|syfte|målgrupp\w*|uppföljning\w*|utvärdering|bakgrund|inledning|sammanfattning
          |kommentar\w*|ekonomi\w*|budget\w*|resultat\w*|eget\skapital|noter?|organisation|styrning|ledning|innehåll|förutsättningar|beslut|ärende
          |finansier\w*|intäkter|kostnader|bilag\w*|fokusområden|plan|prognos|risk\w*|implementering|genomförande|föredragning|yrkande\w*
          |beskrivning|verksamhetsplan|årsredovisning|delårsrapport|förvaltningsberättelse|delårsbokslut|bokslut|uppdrag\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def bare_title(title: str) -> str:
    """Return the name in a title: without number, year, kind of initiative and the parties in parentheses.

    >>> bare_title("7.2 SamCoach – Individinriktad insats")
    'SamCoach'
    """
    name = _PARTIES.sub("", _NUMBERING.sub("", title.strip())).strip()
    tail = _TAIL.search(name)
    if tail and _KIND.search(tail[0]):
        name = name[: tail.start()]
    for years in reversed(find_years(name)):
        name = f"{name[: years.start].rstrip()} {name[years.end :].lstrip()}"
    return re.sub(r"\s+", " ", name).strip(" :–-,.*")


def is_general(title: str) -> bool:
    """Tell whether a title is a general heading (`Mål`, `Insatser 2026`) and names no initiative."""
    return _GENERAL.match(bare_title(title)) is not None
