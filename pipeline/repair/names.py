"""Names are changed only where the text lost its å ä ö elsewhere, and only as that loss explains.

Foreign names look like Swedish ones that lost their dots (`Marten`, `Dorte`); what else the text lost tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.repair.channel import Change
from pipeline.repair.pieces import Piece

DOTTED = frozenset("åäö")
LOST_WORDS = 2
"""So many different words must have been given their å ä ö back ..."""
LOST_SHARE = 0.02
"""... and they must be this share of all words: sound Swedish holds å ä ö in a quarter of its words."""
LOST_NAMES = 10
LOST_NAMES_SHARE = 0.05
"""Names by themselves tell it only by so many, and such a share: of foreign names one in a hundred looks like a Swedish one."""


def lost_dots(others: Sequence[str], names: Sequence[str], words: int) -> bool:
    """Tell whether a text lost its å ä ö: by what repair would put in for names and others, and how many words there are."""
    return _many(others, LOST_WORDS, LOST_SHARE * words) or _many(names, LOST_NAMES, LOST_NAMES_SHARE * words)


def _many(surfaces: Sequence[str], different: int, total: float) -> bool:
    dotted = [surface.lower() for surface in surfaces if DOTTED & set(surface.lower())]
    return len(set(dotted)) >= different and len(dotted) >= total


def written_as_name(piece: Piece) -> bool:
    """Tell whether a piece begins with a capital; words in capitals all through are headings, first parts are no names."""
    return piece.read[0].isupper() and not piece.read.isupper() and not piece.hangs


def is_written(piece: Piece) -> bool:
    """Tell whether a piece has letters enough to be a word."""
    return len(piece.read) > 1 and not piece.read.isdigit()


def explained(changes: Iterable[Change], *, lost: bool) -> bool:
    """Tell whether misreading explains a name: what no name holds was read, or å ä ö went in a text that `lost` them."""
    return all(true == read or is_odd(true, read) or (lost and true.lower() in DOTTED) for true, read in changes)


def is_odd(true: str, read: str) -> bool:
    """Tell whether no name holds what was read: a digit or sign, a capital for a small letter (`KarIsson`)."""
    return not read.isalpha() or (true.islower() and read.isupper())
