"""How good a text layer is: known words, å ä ö, impossible characters, letters torn apart or glued together.

A clean Swedish text has 4.7 to 6 % of å ä ö among its letters; one read by an English OCR has none. A sound layer
has few words outside the dictionary; a font without Unicode gives characters that no language uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from schemas.page import Word
from schemas.record import Record

Lexicon = Callable[[str], bool]
"""Tells whether a lower-case word is known."""
Verdict = Literal["good", "lost_diacritics", "broken", "empty"]

LOST_SHARE = 0.005
"""Below this share of å ä ö among the letters of a Swedish text they are lost."""
ENOUGH_WORDS = 40
"""So many Swedish-looking words make the share of å ä ö a proof."""
FEW_WORDS = 12
"""With so many, total absence together with folded words is a proof."""
BROKEN_KNOWN = 0.45
"""Below this share of known words a layer is no text ..."""
BROKEN_IMPOSSIBLE = 0.08
"""... nor above this share of impossible characters ..."""
FONT_IMPOSSIBLE = 0.015
"""... nor, in Swedish without any å ä ö, above this one: a font that shows them but names them wrongly ..."""
BROKEN_TORN = 0.3
"""... nor above this share of single letters and glued words."""
MIN_JUDGED = 8
"""Fewer words than this prove nothing about a layer."""
LONG_WORD = 28
"""Longer words are glued unless the dictionary knows them (Swedish compounds rarely reach it)."""
LETTERS = re.compile(r"[^\W\d_]+")
TRIMMED = ".,;:!?()[]{}\"'”“’‘»«–-/*•…§%&"
CID = re.compile(r"\(cid:\d+\)")
ODD_INSIDE = re.compile(r"[^\W\d_][!\"#$%*<>=?@\\^_`{|}~¤¦©®°±¶¿¬\ufffd][^\W\d_]")
IMPOSSIBLE = re.compile("[\\x00-\\x1f\\ue000-\\uf8ff\\ufffd]")
MARKER_WORDS = frozenset(
    ["och", "att", "det", "som", "en", "av", "med", "har", "inte", "till", "om", "den", "vid", "ska", "sida", "samt", "enligt"]
)
"""Words of Swedish that need no å ä ö: they tell the language even where those are lost."""
SHORT_WORDS = frozenset("aiouyåäöe&")
"""Single letters that are words, or parts of ordinary lists."""


class TextQuality(Record):
    """The parts of the judgement on a text layer, each 0 to 1, and the whole."""

    word_count: int = 0
    """Words with letters that were judged."""
    known: float = 0.0
    """Share of words that the language knows (compounds included where their parts are known)."""
    diacritics: float = 0.0
    """Share of å ä ö among letters."""
    swedish: bool = False
    """Whether the text looks Swedish."""
    impossible: float = 0.0
    """Share of characters that no text has: controls, U+FFFD, private use, `(cid:..)`, signs inside words."""
    torn: float = 0.0
    """Share of words that are single letters (text set with blanks between letters)."""
    glued: float = 0.0
    """Share of words that are too long to be one word."""
    score: float = 0.0
    """The whole, 0 to 1."""
    verdict: Verdict = "empty"
    """`empty` when there is nothing to judge."""


def judge(words: Sequence[Word], knows: Lexicon) -> TextQuality:
    """Return how good the reading `words` is, as text of a Swedish (or English) document."""
    texts = [word.text for word in words]
    cores = [core for core in (text.strip(TRIMMED) for text in texts) if _has_letter(core)]
    if not texts:
        return TextQuality()
    known = _share(len([core for core in cores if _is_known(core, knows)]), len(cores)) if cores else 1.0
    parts = TextQuality(
        word_count=len(cores),
        known=known,
        diacritics=_diacritics(cores),
        swedish=_is_swedish(cores),
        impossible=_impossible(texts),
        torn=_torn(texts),
        glued=_share(sum(len(core) > LONG_WORD and not _is_known(core, knows) for core in cores), len(cores)),
    )
    verdict = _verdict(parts, folded=_folded(cores, knows))
    return parts.model_copy(update={"verdict": verdict, "score": _score(parts, verdict)})


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _is_known(core: str, knows: Lexicon) -> bool:
    """Tell whether each run of letters of a word is known, is short or a name-like capital, or splits into known parts."""
    if knows(core.lower()):
        return True
    runs = LETTERS.findall(core.lower())
    if ODD_INSIDE.search(core):
        return False
    return all(knows(run) or (run_is_abbreviation(core, run)) or _is_compound(run, knows) for run in runs)


def run_is_abbreviation(core: str, run: str) -> bool:
    """Tell whether the word is an abbreviation in capitals (`SKR`, `BUN`)."""
    return len(run) <= 5 and core.isupper()  # noqa: PLR2004  # longer capitals are words


def _is_compound(run: str, knows: Lexicon) -> bool:
    """Tell whether a word splits in two known words of at least three letters, an s between allowed."""
    for cut in range(3, len(run) - 2):
        if knows(run[cut:]) and (knows(run[:cut]) or (run[cut - 1] == "s" and cut > 3 and knows(run[: cut - 1]))):  # noqa: PLR2004  # the part before a joining s has three letters
            return True
    return False


def _diacritics(cores: Sequence[str]) -> float:
    letters = "".join(cores).lower()
    return _share(sum(letters.count(letter) for letter in "åäö"), sum(map(str.isalpha, letters)))


def _is_swedish(cores: Sequence[str]) -> bool:
    """Tell whether one word in twenty is a small word of Swedish."""
    lower = [core.lower() for core in cores]
    return sum(core in MARKER_WORDS for core in lower) * 20 >= len(lower) > 0


def _impossible(texts: Sequence[str]) -> float:
    """Return the share of characters that no sound text has."""
    joined = " ".join(texts)
    cids = CID.findall(joined)
    rest = CID.sub("", joined) if cids else joined
    bad = len(IMPOSSIBLE.findall(rest)) + len(ODD_INSIDE.findall(joined)) + len(cids)
    return _share(bad, max(1, len(rest) - rest.count(" ") + len(cids)))


def _torn(texts: Sequence[str]) -> float:
    """Return the share of words that are single letters next to another single letter."""
    single = [len(text) == 1 and text.isalpha() for text in texts]
    pairs = sum(left and right for left, right in pairwise(single))
    return _share(pairs, len([text for text in texts if _has_letter(text)]))


def _has_letter(text: str) -> bool:
    return text.isalpha() or any(map(str.isalpha, text))


def _folded(cores: Sequence[str], knows: Lexicon) -> bool:
    """Tell whether words are seen that are known only with å ä ö (`for`, `aven`, `ar`, `kvarstar`)."""
    return sum(core.lower() in FOLDED and (not knows(core.lower()) or core.lower() in SURE) for core in cores) >= 2  # noqa: PLR2004  # one such word may be a name


SURE = frozenset(["ar", "pa", "fran", "nar", "maste", "ocksa", "aven", "fore", "ovrigt", "mote", "narvarande", "arende"])
FOLDED = SURE | frozenset(["forslag", "foljande", "forbund", "gors", "nagra", "atgard", "atgarder", "inkop", "utgar", "manad"])
"""Common Swedish words without their dots and rings."""


def _verdict(parts: TextQuality, *, folded: bool) -> Verdict:
    """Return the verdict that the parts add up to."""
    if parts.word_count == 0 and parts.impossible == 0:
        return "good"
    torn_or_glued = parts.torn + parts.glued > BROKEN_TORN
    unknown = parts.word_count >= MIN_JUDGED and parts.known < BROKEN_KNOWN
    if parts.impossible > BROKEN_IMPOSSIBLE or (parts.word_count >= MIN_JUDGED and torn_or_glued) or unknown:
        lost = unknown and parts.impossible <= BROKEN_IMPOSSIBLE and not torn_or_glued and parts.swedish and parts.diacritics == 0
        return "lost_diacritics" if lost else "broken"
    if parts.swedish and parts.impossible > FONT_IMPOSSIBLE and parts.diacritics < LOST_SHARE:
        return "broken"
    enough = ENOUGH_WORDS if not folded else FEW_WORDS
    if parts.swedish and parts.word_count >= enough and parts.diacritics < LOST_SHARE:
        return "lost_diacritics"
    return "good"


def _score(parts: TextQuality, verdict: Verdict) -> float:
    """Return the known share, lowered by impossible characters, torn and glued words and lost diacritics."""
    sound = max(0.0, 1 - 4 * parts.impossible) * max(0.0, 1 - parts.torn - parts.glued)
    return round(parts.known * sound * (0.8 if verdict == "lost_diacritics" else 1.0), 4)
