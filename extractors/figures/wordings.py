"""One label in several wordings: abbreviated, with the words in another order, with an aside that changes nothing.

Works on folded labels (`extractors.figures.concepts.normal`). Words that turn the meaning around (`från`, `till`, `före`,
`exklusive`) are never dropped, so that `Bidrag till föreningar` stays another thing than `Bidrag från föreningar`.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = {
    "inkl": "inklusive",
    "exkl": "exklusive",
    "exl": "exklusive",
    "o": "och",
    "samt": "och",
    "ek": "eget kapital",
    "ib": "ingaende balans",
    "ub": "utgaende balans",
    "ack": "ackumulerat",
    "kortfr": "kortfristiga",
    "langfr": "langfristiga",
    "uppl": "upplupna",
    "forutb": "forutbetalda",
    "forutbet": "forutbetalda",
    "kostn": "kostnader",
    "int": "intakter",
    "avskr": "avskrivningar",
    "adm": "administrativa",
    "nettokostn": "nettokostnader",
    "fin": "finansiella",
    "anl": "anlaggningstillgangar",
    "fk": "forsakringskassan",
    "af": "arbetsformedlingen",
    "jan": "januari",
    "dec": "december",
    "landstinget": "regionen",
    "landsting": "region",
}
_SILENT = frozenset({"och", "av", "den", "det", "de", "for", "pa", "i", "en", "ett", "balans"})
_MOVES = frozenset({"okning", "minskning", "forandring", "forandringar", "okningar", "minskningar"})
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{3})(ar|er|or)na$"), r"\1"),
    (re.compile(r"(ning|ering|tillgang)$"), r"\1ar"),
    (re.compile(r"(kostnad|intakt|skuld|utgift|avgift|inkomst)$"), r"\1er"),
    (re.compile(r"fordran$"), "fordringar"),
)
_TAX = r"(?:inklusive|exklusive) (?:sarskild )?(?:loneskatt|po(?: palagg)?|sociala avgifter|arvoden|moms)"
_ASIDES = (
    re.compile(r" ?\bnot(?:er)? \d{1,2}(?: (?:och )?\d{1,2})*$"),
    re.compile(r" (?:i )?(?:tkr|mnkr|mkr|kkr|kr|kronor|msek|tsek|sek)$"),
    re.compile(r" (?:m m|mm|m fl|etc|osv|med mera)$"),
    re.compile(r" (?:totalt|total|tot|summa)$"),
    re.compile(r"^(?:totalt|totala|total|tot|summa|s a|delsumma) "),
    re.compile(rf" {_TAX}$"),
    re.compile(r" (?:den )?31 (?:december|12)$"),
    re.compile(r" (?:i )?(?:%|procent)$"),
    re.compile(r"^(?:arets|periodens) "),
)
_SHARE = re.compile(
    r"%|\bprocent\w*|\bsom andel\b|\bandel (?:av|i)\b|\bper (?:invanare|capita)\b|\binvanare$|\bforhallande till\b|\butveckling\b"
)
"""What makes a label speak of a share, a rate or an amount per head, not of the amount itself."""


def spelled_out(text: str) -> str:
    """Write abbreviations out.

    >>> spelled_out("uppl kostn o forutb int")
    'upplupna kostnader och forutbetalda intakter'
    """
    return " ".join(_ABBREVIATIONS.get(word, word) for word in text.split())


def bag(text: str) -> tuple[str, ...]:
    """Return the words of a label in an order of their own, without those that say nothing, in one number and form.

    >>> bag("skulder och eget kapital") == bag("eget kapital och skulder")
    True
    >>> bag("okning minskning av kortfristiga fordringar") == bag("forandring kortfristiga fordringar")
    True
    """
    words = [_one_form(word) for word in spelled_out(text).split() if word not in _SILENT]
    moves = ["forandring"] if _MOVES.intersection(text.split()) else []
    return tuple(sorted(moves + [word for word in words if word not in {*_MOVES, "forandringar"}]))


def _one_form(word: str) -> str:
    for pattern, form in _ENDINGS:
        word = pattern.sub(form, word)
    return word


def wordings(text: str) -> list[str]:
    """Return a label spelled out, then with one aside (note, unit, `m.m.`, `totalt`, `årets`) after the other taken away.

    >>> wordings("loner m m tkr")
    ['loner m m tkr', 'loner m m', 'loner']
    """
    found = [spelled_out(text)]
    for _ in _ASIDES:
        shorter = next((short for aside in _ASIDES if (short := aside.sub("", found[-1]).strip()) != found[-1]), "")
        if not shorter:
            break
        found.append(shorter)
    return found


def is_share(text: str) -> bool:
    """Tell whether a folded label speaks of a share, a rate or an amount per head.

    >>> is_share("arets resultat i % av skatter och statsbidrag"), is_share("arets resultat")
    (True, False)
    """
    return _SHARE.search(text) is not None
