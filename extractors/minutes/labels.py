"""The labels under which the parts of a paragraph stand (`Ärendebeskrivning`, `Beslutsgång`, `Beslut`), and what each opens."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.folding import fold
from extractors.minutes.parts import SectionKind

_BOARD = (
    r"(?:[a-z\-]+(?:\soch\s[a-z\-]+)?(?:styrelsens?|namndens?|utskottets?|fullmaktiges?|direktionens?)|styrelsens?|namndens?)"
)
_ORGAN = rf"(?:{_BOARD}|fullmaktiges?|direktionens?|utskottets?|motets?|stammans?|forbundets?|ledningens?)"
_HIGHER = r"(?:kommun|region|forbunds|landstings|stads)?(?:fullmaktige|styrelsen)|medlemmarna|fullmaktige"
_PROPOSER = rf"(?:{_ORGAN}|forvaltningens|\w+(?:kontorets|avdelningens|chefens|presidiets)|ordforandens|presidiets)"
_LABELS: tuple[tuple[SectionKind, tuple[str, ...]], ...] = (
    (
        "propose",
        (
            rf"forslag till beslut i {_ORGAN}",
            rf"{_ORGAN} forslag till (?:beslut i )?(?:{_HIGHER})",
            rf"{_ORGAN} (?:foreslar|foreslog)(?: att)? ?(?:{_HIGHER})(?: att)?(?: besluta?r?)?(?: foljande)?(?: att)?",
            rf"forslag till (?:{_HIGHER})",
        ),
    ),
    (
        "proposal",
        (
            r"(?:\w+ )?forslag(?:et)? (?:till|pa) beslut(?: (?:pa|vid|fran|under|av) .{1,50})?",
            rf"{_PROPOSER} (?:beslutsforslag|forslag)(?: till .{{1,50}})?",
            r"beslutsforslag|forslag(?: (?:pa|under) (?:motet|sammantradet))?|forslag och yrkanden|yrkanden och forslag",
            r"(?:\w+)?yrkanden?(?: .{1,30})?",
        ),
    ),
    (
        "course",
        (r"beslutsgang(?:en)?(?: och .*)?|propositions?ordning(?:en)?|propositionsgang|votering.*ordning|arendets gang.*",),
    ),
    ("vote", (r"votering(?:sresultat|slista)?|omrostning(?:sresultat|slista)?",)),
    (
        "reservation",
        (r"(?:blank |skriftlig )?reservation(?:er)?|(?:deltar|deltog) (?:ej|inte) i (?:beslutet|beslut|omrostningen)",),
    ),
    ("adjournment", (r"ajournering(?:ar)?",)),
    ("note", (r"(?:protokolls)?anteckning(?:ar)?(?: till protokollet)?|sarskil[td]a? yttranden?|notering",)),
    ("disqualification", (r"(?:delikatess)?jav|(?:anmalan om|anmald?t?) jav|jav(?:ig|sanmalan|sfragor)\w*",)),
    (
        "documents",
        (
            r"(?:besluts)?underlag(?:et)?(?: (?:for|till) beslut(?:et)?)?|handlingar(?: i arendet)?",
            r"delegation(?:sbeslut|slista|er)|delegerade beslut|anmalda .{1,30}|inkomna handlingar",
        ),
    ),
    ("annexes", (r"bilag(?:a|or)(?: till (?:paragrafen|beslutet|protokollet))?",)),
    (
        "sent",
        (
            r"(?:ska )?expedieras(?: till)?|(?:besluts)?expediering(?:slista)?(?: till)?|delges|kopia till",
            r"for kannedom|for verkstallighet",
            r"beslutet? (?:ska )?(?:skickas|expedieras|delges|sands|meddelas|distribueras|lamnas)(?: till)?",
            r"skickas till|sands till|(?:protokolls)?utdrag(?:et)?(?: skickas)? till",
        ),
    ),
    (
        "decision",
        (
            rf"(?:{_ORGAN} |omedelbart )?beslut(?:et)?(?: (?:i|vid|pa|av) .{{1,40}})?",
            rf"(?:{_ORGAN}) (?:beslutar|beslutade|beslot)(?: foljande| for egen del| enhalligt| darmed)*(?: att)?",
            r"beslutas?(?: att)?|beslutades(?: att)?",
        ),
    ),
    (
        "background",
        (
            r"arende(?:t|beskrivning(?:en)?)?|arendet i korthet|bakgrund(?:en)?|sammanfattning(?: av arendet)?|tidigare beslut",
            r"beredning(?:en)?|arendets beredning|information(?:en)?|yttrande|beskrivning(?: av arendet)?|diskussion|redogorelse",
            r"forvaltningens (?:yttrande|bedomning|synpunkter)|bedomning|overvaganden?|ekonomi(?:ska konsekvenser|sk bedomning)?",
            r"(?:besluts)?motivering(?:en)?|skal(?:en)? for beslutet|motiv(?:ering)? till beslut(?:et)?|lagstod|upplysningar?",
            r"anforanden?|(?:\w+ )?inledande anforanden?|inlagg|barnkonsekvens\w*|barnets basta|foredragning",
        ),
    ),
    (
        "end",
        (
            r"(?:denna )?paragraf(?:en)? (?:ar|forklara(?:s|des)|justera(?:s|des)).{0,40}",
            r"omedelbar justering|(?:hur man )?overklaga.{0,30}|overklagandehanvisning",
        ),
    ),
)
_COMPILED = tuple((kind, re.compile("|".join(patterns))) for kind, patterns in _LABELS)
_LONGEST = 90
"""Characters of the longest label."""
_NOT_INLINE = frozenset({"background", "end"})


def read_label(text: str) -> SectionKind | None:
    """Return what a line opens, or None where it is no label.

    >>> read_label("Kommunstyrelsens beslut"), read_label("Beslut fattades i går")
    ('decision', None)
    """
    text = text.strip().rstrip(" :.…")
    if len(text) > _LONGEST or not text[:1].isupper() or ":" in text:
        return None
    return _kind_of(text)


@lru_cache(maxsize=20_000)
def _kind_of(text: str) -> SectionKind | None:
    """Return what a text of the form of a label opens; remembered, since each line is asked about several times."""
    folded = fold(text)
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(folded)), None)


def read_inline_label(text: str) -> tuple[SectionKind, str] | None:
    """Return (kind, rest) of a line such as `Beslut: Rapporten godkänns`, or None.

    >>> read_inline_label("Beslut: Rapporten godkänns")
    ('decision', 'Rapporten godkänns')
    """
    label, colon, rest = text.partition(":")
    kind = read_label(label) if colon and rest.strip() else None
    return (kind, rest.strip()) if kind is not None and kind not in _NOT_INLINE else None
