"""What a meeting granted becomes figures: the amounts inside a decision are tied to it, with the one who gets them and the year.

`Styrelsen beviljar SamCoach 827 000 kr för 2026` is one; so is each row of a list or table under `Följande bidrag beviljas:`.
Fees are not granted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.folding import fold
from extractors.prose.statements import INITIATIVE
from extractors.values.amounts import FoundAmount, find_amounts
from schemas.decision import Decision
from schemas.figure import Figure

_KIND = r"(?:(?:insats|projekt|initiativ|verksamhet|aktivitet|satsning|arbetsmarknadsprojekt)(?:en|et|n)?|f[öo]r)\s"
_STOP = (
    r"(?=\s(?:för|under|år|avseende|som|enligt|i\sform|i\senlighet|med|till\soch\smed|från|ur|per|att|för\satt|och\s(?=\d)|samt|vid)\b"
    r"|\s?[,.;:(]|\s?$|\s(?:19|20)\d\d\b)"
)
_TO = re.compile(rf"\btill\s(?:{_KIND})?(?P<who>[^\d,.;:()]{{2,80}}?){_STOP}")
_FOR = re.compile(rf"\bför\s(?:{_KIND})?(?P<who>(?!år\b|perioden|att\b)[^\d,.;:()]{{2,80}}?){_STOP}")
_VERB = (
    r"(?:bevilja[srd]?e?s?|tillstyrk\w+|tilldela[srd]?e?s?|anvisa[srd]?e?s?|avsätt\w*|avsatt\w*|ge[rs]?|får|fick|erhåller|erhöll|anslå[rs]?"
    r"|finansiera[rs]?|stödj?er)"
)
_GETS = re.compile(rf"^(?:att\s)?(?P<who>.{{2,80}}?)\s{_VERB}\b", re.IGNORECASE)
_GIVES = re.compile(rf"\b{_VERB}\s(?:{_KIND})?(?P<who>[^\d,.;:]{{2,80}}?)$", re.IGNORECASE)
_BODY = re.compile(r"\bbeslut|\bforesla|(?:styrelsen|namnden|fullmaktige|utskottet|direktionen|forbundet|motet|forvaltningen)$")
_NOISE = re.compile(
    r"^(?:att|med|om|på|upp|högst|totalt|sammanlagt|ett|en|bidrag(?:et)?|medel|stöd|belopp(?:et)?|summan|ekonomiskt)\b\s?"
    r"|\s?\b(?:med|om|på|upp\still|högst|totalt|sammanlagt|ett|en|bidrag|medel|stöd|belopp|summan|ekonomiskt|och|samt|maximalt)$",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"^(?:summa|totalt?|s:a)\b", re.IGNORECASE)
_FEE = re.compile(r"avgift|taxa\b|vite|sanktion|\bhyra", re.IGNORECASE)
_NEAR = 60
"""Characters before an amount within which it is told to be a fee."""
_LONGEST_ENTRY = 120
"""Characters of an entry that is a name and an amount."""


def with_grants(decisions: Sequence[Decision], figures: Sequence[Figure]) -> tuple[tuple[Decision, ...], tuple[Figure, ...]]:
    """Return decisions and figures tied to each other.

    Args:
        decisions: what was decided, with its place.
        figures: the figures of tables and prose of the same document.
    """
    owners = {figure.figure_id: decision for figure in figures if (decision := _owner(figure, decisions)) is not None}
    told = {decision.decision_id: _recipients(decision) for decision in decisions if decision.kind == "grant"}
    linked = tuple(_linked(figure, owners.get(figure.figure_id), told) for figure in figures)
    return tuple(_with_subject(decision, told.get(decision.decision_id, ())) for decision in decisions), linked


def _owner(figure: Figure, decisions: Iterable[Decision]) -> Decision | None:
    """Return the decision in whose box a figure stands; the smallest of several."""
    around = [one for one in decisions if one.page == figure.page and one.box.contains_middle_of(figure.box)]
    return min(around, key=lambda one: one.box.width * one.box.height, default=None)


def _recipients(decision: Decision) -> list[tuple[FoundAmount, str | None]]:
    """Return the amounts of a decision with the one who gets each."""
    text = decision.text
    amounts = [found for found in find_amounts(text) if found.amount.unit == "SEK" and found.unit_printed]
    edges = [0, *(found.end for found in amounts)]
    starts = [*(found.start for found in amounts[1:]), len(text)]
    return [
        (found, recipient(text[edges[place] : found.start], text[found.end : starts[place]]))
        for place, found in enumerate(amounts)
        if not _FEE.search(text[max(0, found.start - _NEAR) : found.start])
    ]


def recipient(before: str, after: str) -> str | None:
    """Return who gets an amount, by the words before and after it, or None.

    >>> recipient("Styrelsen beviljar SamCoach ", " för 2026."), recipient("anvisar ", " till tekniska nämnden för 2026")
    ('SamCoach', 'tekniska nämnden')
    """
    gives = _GIVES.search(before.rstrip())
    gets = _GETS.match(before.strip(" -–•"))
    candidates = [
        gives["who"] if gives else None,
        gets["who"] if gets and not _BODY.search(fold(gets["who"])) else None,
        *(match["who"] for match in (_TO.search(after), _TO.search(before), _FOR.search(after), _FOR.search(before)) if match),
        _entry(before, after),
    ]
    return next((name for candidate in candidates if candidate and (name := _clean(candidate)) is not None), None)


def _entry(before: str, after: str) -> str | None:
    """Return the name of an entry such as `Ungdomskraft, 200 000 kr`."""
    if len(before) + len(after) > _LONGEST_ENTRY or re.search(rf"\b{_VERB}\b", before, re.IGNORECASE):
        return None
    return re.sub(r"\s(?:för|år)\s(?:år\s)?\d{4}.*$", "", before) or None


def _clean(text: str) -> str | None:
    name = text.strip(" ,.;:-–—•\"”“'")
    while (shorter := _NOISE.sub("", name).strip(" ,.;:-–—")) != name:
        name = shorter
    return name if len(name) > 1 and re.search(r"[a-zåäö]{2}|[A-ZÅÄÖ]{2}", name) else None


def _linked(figure: Figure, decision: Decision | None, told: dict[str, list[tuple[FoundAmount, str | None]]]) -> Figure:
    """Return a figure with its decision; one that is granted says so, with the one who gets it and the year."""
    if decision is None:
        return figure
    figure = figure.model_copy(update={"decision_id": decision.decision_id})
    if decision.kind != "grant" or figure.unit != "SEK" or figure.scenario not in {None, "granted"} or _TOTAL.match(figure.label):
        return figure
    named = [name for found, name in told[decision.decision_id] if found.amount.value == figure.value]
    if figure.origin == "prose" and not named:
        return figure
    subject = named[0] if figure.origin == "prose" and named[0] else figure.subject
    update = {
        "scenario": "granted",
        "subject": subject,
        "concept": figure.concept or (INITIATIVE if subject else None),
        "fiscal_year": figure.fiscal_year or decision.fiscal_year,
    }
    return figure.model_copy(update=update)


def _with_subject(decision: Decision, recipients: Sequence[tuple[FoundAmount, str | None]]) -> Decision:
    """Return a grant whose subject is the one who gets it, where there is one only."""
    names = {name for _, name in recipients if name}
    return decision.model_copy(update={"subject": names.pop()}) if len(names) == 1 and len(recipients) == 1 else decision
