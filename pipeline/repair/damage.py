"""Which pages need repair: those whose å ä ö are gone; sound pages are never touched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.page.quality import FOLDED, LOST_SHARE, TRIMMED, Lexicon, judge
from schemas.page import Page, Word

SOUND_SHARE = 0.02
"""A page with more of å ä ö among its letters is sound."""
FEW_LETTERS = 200
"""Pages with fewer letters prove nothing by themselves: the document's other pages decide."""
FOLDED_TIMES = 3
"""So many common words without their dots show that a page with some å ä ö is damaged in part ..."""
FOLDED_SHARE = 0.5
"""... when they are at least this share of all such words."""
NAMELESS_INSIDE = re.compile(r"[^\W\d_]\ufffd|\ufffd[^\W\d_]")
MANY_NAMELESS = 8
"""So many words with nameless glyphs beside letters show a broken font."""
UNFOLDED = {
    "ar": "är år",
    "pa": "på",
    "fran": "från",
    "nar": "när",
    "maste": "måste",
    "ocksa": "också",
    "aven": "även",
    "fore": "före",
}


def damaged_pages(pages: Sequence[Page], knows: Lexicon) -> frozenset[int]:
    """Return the numbers of the pages whose words lost their å ä ö."""
    shares = {page.number: lost_share(page.words) for page in pages}
    certain = {page.number for page in pages if _is_damaged(page, shares[page.number], knows)}
    sound = {
        number
        for number, (share, letters) in shares.items()
        if letters >= FEW_LETTERS and number not in certain and share > LOST_SHARE
    }
    if len(certain) <= len(sound):
        return frozenset(certain)
    short = {number for number, (share, letters) in shares.items() if 0 < letters < 2 * FEW_LETTERS and share < LOST_SHARE}
    return frozenset(certain | short)


def lost_share(words: Sequence[Word]) -> tuple[float, int]:
    """Return the share of å ä ö among the letters, and how many letters there are."""
    text = "".join([word.text for word in words]).lower()
    letters = sum(map(str.isalpha, text))
    dotted = text.count("å") + text.count("ä") + text.count("ö")
    return (dotted / letters if letters else 0.0), letters


def _is_damaged(page: Page, share: tuple[float, int], knows: Lexicon) -> bool:
    if share[1] == 0 or share[0] > SOUND_SHARE:
        return False
    return judge(page.words, knows).verdict == "lost_diacritics" or _partly_damaged(page.words) or _nameless(page.words)


def _partly_damaged(words: Sequence[Word]) -> bool:
    """Tell whether most of the common words with å ä ö stand without them."""
    seen = [word.text.strip(TRIMMED).lower() for word in words]
    right = {word for words in UNFOLDED.values() for word in words.split()}
    lost = sum(word in FOLDED for word in seen)
    return lost >= FOLDED_TIMES and lost >= FOLDED_SHARE * (lost + sum(word in right for word in seen))


def _nameless(words: Sequence[Word]) -> bool:
    """Tell whether many words hold a glyph that the font gives no character for."""
    return sum(bool(NAMELESS_INSIDE.search(word.text)) for word in words) >= MANY_NAMELESS
