"""What kind of decision a sentence is, by its verbs."""

from __future__ import annotations

import re

from extractors.folding import fold

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "remit",
        (
            r"\baterremi\w+|\bremittera\w*|\bremitteras\b|\bpa remiss\b|\bhanskjut\w*|"
            r"\boverlamnas? till .{0,40}for (?:yttrande|beredning)|\blistas till\b|\blamna\w* .{0,80}for beredning"
        ),
    ),
    ("postpone", r"\bbordlagg\w+|\bbordlades\b|\bskjuts? upp\b|\bskjuta upp\b|\buppskjut\w+|\butga?r\b|\butga\b"),
    ("reject", r"\bavsla\w*|\bavslogs?\b|\bavvis\w+|\bnekas?\b|\bavstyrk\w+"),
    ("propose", r"\bforesla\w*.{0,60}\b\w*(?:fullmaktige|styrelsen|medlemmarna)\b"),
    (
        "approve",
        (
            r"\bgodkan\w*|\bstalla sig bakom\b|\bstaller sig bakom\b|\bgodtas?\b|"
            r"\btillstyrk\w*|\bbifall\w*|\bansvarsfrihet\b|\bbevilja\w*.{0,40}ansvarsfrihet"
        ),
    ),
    ("adopt", r"\banta(?:s|r|gs?|gits|gen|get)?\b|\bfaststall(?:a|er|s|de|des|ts)\b"),
    (
        "delegate",
        (
            r"\bi uppdrag\b|\buppdra(?:r|s|gs|gits)?\b|\buppdrag(?:et)? ges\b|\bdeleger\w+|\bge(?:r|s)? .{0,60}\b(?:ratt|mandat|"
            r"fullmakt)\b|\bbemyndiga\w*|\buppmana\w*"
        ),
    ),
    ("appoint", r"\butse\w*\b|\butsags?\b|\bvalj(?:a|er|s|es)?\b|\bval(?:des|ts)\b|\bentlediga\w*|\bnominera\w*|\badjungera\w*"),
    (
        "grant",
        (
            r"\bbevilja\w*|\banvisa\w*|\banslag\w*|\bavsatt\w*|\bavsatter\b|\btilldela\w*|\btillskjut\w*|"
            r"\bfordela\w*.{0,40}\b\w*(?:bidrag|medel|stod)\w*|"
            r"\bfinansiera\w*|\bge(?:r|s)?\b.{0,30}\bbidrag\b|dispens (?:ges|medges|beviljas)\b"
        ),
    ),
    (
        "note",
        (
            r"\btill handlingarna\b|\bnotera\w*|\binformationen\b|\bta(?:r|s|git)? .{0,30}del av\b|"
            r"\btill protokollet\b|\btackar for\b|\bmottas\b|\btas emot\b|\bkannedom\b|\bredovisning\w*"
        ),
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_FREEDOM = re.compile(r"ansvarsfrihet")


def kind_of(text: str, *, lead: str = "") -> str:
    """Return the kind of a decided point; `lead` is the sentence that its list hangs from.

    >>> kind_of("Att protokollet godkänns och läggs till handlingarna."), kind_of("bevilja 200 000 kr")
    ('approve', 'grant')
    """
    for candidate in (text, lead):
        folded = fold(candidate)
        found = [(match.start(), kind) for kind, pattern in _COMPILED if (match := pattern.search(folded))]
        if len(found) > 1 and min(found)[1] != "postpone":
            found = [pair for pair in found if pair[1] != "postpone"]  # `godkänns med tillägget att ärende 9 utgår`
        if found and min(found)[1] == "propose":
            return "propose"
        if _FREEDOM.search(folded):
            return "approve"
        if found:
            kinds = [kind for _, kind in found]
            return next(kind for kind, _ in _KINDS if kind in kinds)
    return "other"
