"""The labels under which the parts of a paragraph stand (`Ärendebeskrivning`, `Beslutsgång`, `Beslut`), and what each opens."""

from __future__ import annotations

import re

from extractors.folding import fold
from extractors.minutes.parts import SectionKind

_ORGAN = r"(?:[a-z\-]+(?:\soch\s[a-z\-]+)?(?:styrelsens?|namndens?|utskottets?|fullmaktiges?|direktionens?|ledningens?)|motets?|forbundets?)"
_LABELS: tuple[tuple[SectionKind, str], ...] = (
    ("propose", rf"forslag till beslut i {_ORGAN}|{_ORGAN} forslag till (?:beslut i )?(?:kommun|region|forbunds)?\w*(?:fullmaktige|styrelsen|medlemmarna)"),
    ("propose", rf"{_ORGAN} (?:foreslar|foreslog)(?: \w+)? ?(?:kommun|region)?fullmaktige(?: att)?(?: besluta?r?)?(?: att)?"),
    ("proposal", rf"(?:\w+ )?forslag(?:et)? (?:till|pa) beslut(?: .*)?|(?:{_ORGAN}|forvaltningens|\w+kontorets|ordforandens|\w+chefens) (?:beslutsforslag|forslag)(?: till .*)?"),
    ("proposal", r"beslutsforslag|forslag|yrkanden?|(?:tillaggs|andrings|avslags)yrkanden?|forslag och yrkanden|forslag pa motet"),
    ("course", r"beslutsgang(?:en)?|propositions?ordning|propositionsgang|beslutsgang och .*|votering.*ordning|arendets gang.*"),
    ("vote", r"votering(?:sresultat|slista)?|omrostning(?:sresultat)?|omrostning|omrostningslista"),
    ("reservation", r"reservation(?:er)?|blank reservation|skriftlig reservation"),
    ("note", r"(?:protokolls)?anteckning(?:ar)?(?: till protokollet)?|sarskilt yttrande|sarskilda yttranden|ajournering"),
    ("jav", r"jav|delikatessjav|deltar (?:ej|inte) i .*|anmalan om jav"),
    ("documents", r"beslutsunderlag(?:et)?|underlag(?: for beslut)?|handlingar(?: i arendet)?|delegation(?:sbeslut|slista|er)|delegerade beslut|anmalda (?:beslut|delegationsbeslut|handlingar)|inkomna handlingar|bilag(?:a|or)|underlag till beslut|beslutsunderlag .*"),
    ("sent", r"expedieras(?: till)?|expediering(?:slista)?|beslutet? (?:ska )?(?:skickas|expedieras|delges|sands|meddelas|distribueras)(?: till)?|skickas till|(?:protokolls)?utdrag(?:et)? (?:skickas )?till|delges|kopia till|besluts?expediering|sands till|for kannedom|for verkstallighet"),
    ("decision", rf"(?:{_ORGAN} |omedelbart )?beslut(?:et)?(?: (?:i|vid|pa) .{{0,40}})?|(?:{_ORGAN}|motet|styrelsen|namnden|direktionen|stamman) (?:beslutar|beslutade|beslot)(?: foljande| for egen del| enhalligt)?(?: att)?|beslutas?(?: att)?|beslutades?(?: att)?"),
    ("background", r"arende(?:t|beskrivning(?:en)?)?|arendet i korthet|bakgrund(?:en)?|sammanfattning(?: av arendet)?|beredning(?:en)?|arendets beredning|information(?:en)?|yttrande|beskrivning(?: av arendet)?|forvaltningens (?:yttrande|bedomning|synpunkter)|bedomning|diskussion|overvaganden?|ekonomi(?:ska konsekvenser|sk bedomning)?|motivering(?:en)?|skal(?:en)? for beslutet|motiv(?:ering)? till beslut(?:et)?|redogorelse|tidigare beslut|anforanden?|inledande anforanden?|beslutsmotivering|lagstod|upplysningar?|barnkonsekvens\w*|barnets basta|inlagg|deltagande i debatten|\w+ inledande anforanden"),
    ("end", r"paragrafen (?:ar|forklaras) (?:omedelbart )?justerad|(?:denna )?paragraf(?:en)? (?:forklarades|forklaras|justeras|justerades) .*|omedelbar justering|hur man overklagar.*|overklagandehanvisning"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _LABELS)
_LONGEST = 90
"""Characters of the longest label."""
_INLINE = re.compile(
    r"^(?P<label>Beslut|BESLUT|Beslutsunderlag|Reservation|Jäv|Votering|Yrkanden?|Beslutsgång|Förslag till beslut|Expedieras till|"
    r"Bakgrund|Ärende(?:beskrivning|t)?)\s?[:.]\s+(?P<rest>\S.*)$"
)


def read_label(text: str) -> SectionKind | None:
    """Return what a line opens, or None where it is no label.

    >>> read_label("Kommunstyrelsens beslut"), read_label("Beslut fattades i går")
    ('decision', None)
    """
    text = text.strip()
    if len(text) > _LONGEST or not text[:1].isupper():
        return None
    folded = fold(text.rstrip(" :.…")).strip()
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(folded)), None)


def read_inline_label(text: str) -> tuple[SectionKind, str, str] | None:
    """Return (kind, label, rest) of a line such as `Beslut: Rapporten godkänns`, or None."""
    match = _INLINE.match(text)
    kind = read_label(match["label"]) if match else None
    return (kind, match["label"], match["rest"]) if match and kind else None
