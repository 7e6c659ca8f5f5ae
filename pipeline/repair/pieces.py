"""The parts of a text that repair may change: runs of letters inside words, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.repair.keys import number_symbol
from pipeline.repair.regions import kept_lines

PIECE = re.compile(r"(?:[^\W_]|\ufffd|[|&](?=[a-zåäöé])|(?<=[a-zåäöé])[|&])+")
"""Letters and digits; `|` and `&` only beside a small letter, where they may be a misread `l` or `å`."""
ADDRESS = re.compile(r"@|://|\bwww\.|\w\.(?:se|com|org|nu|net|eu)\b", re.IGNORECASE)
CAMEL = re.compile(r"[a-zåäöé][B-HJ-ZÅÄÖ]")
"""A capital inside a word marks a brand, but for `I` and `A`, which are also misread small letters."""
ENDING = re.compile(r"(?:^|[/(])[-–]$")
"""Stands before an ending that is written alone (`föreläsning/-ar`)."""
HANGING = re.compile(r"[-–](?!\w)")
CONJUNCTIONS = frozenset(["och", "eller", "samt", "respektive", "men", "som", "till"])
"""Words before which a hyphen at a line end is no broken word."""
LETTER = re.compile(r"[^\W\d_]")
MISREAD_DIGITS = frozenset("01468")
"""Digits that a letter is read as; a word with any other digit is left alone."""
ENDS = ".!?:"
"""Signs after which a sentence (or a label's value) begins."""
ACRONYM = 4
"""Capitals up to this length are taken for an acronym unless capitals stand around them."""

Capital = Literal["none", "inside", "run"]
"""`inside` a sentence; in a `run` of words with capitals, as names are written."""
Spot = tuple[int, int, int, int]
"""Line, token in the line, first and last (excluded) letter in the token."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters: what is read, where, and whether it may be changed."""

    read: str
    spots: tuple[Spot, ...]
    """One place; two where a word is broken over a line end."""
    capital: Capital
    """What its capital, if it has one, tells: nothing at the beginning of a line or sentence, else that it may be a name."""
    closed: bool
    """A sentence ends after it."""
    open_to_change: bool
    """False for numbers, addresses, acronyms, single letters."""
    hangs: bool = False
    """A hyphen follows and nothing after it: the first part of a compound (`läs- och skrivstöd`)."""

    @property
    def symbol(self) -> str:
        """How the lists of neighbours know it."""
        return number_symbol(self.read) if self.read.isdigit() else self.read.lower()


def pieces_of(lines: Sequence[Sequence[str]]) -> list[Piece]:
    """Return the pieces of lines of tokens, in order; a word broken over a line end is one piece."""
    fixed = kept_lines(lines)
    found = [piece for line in range(len(lines)) for piece in _in_line(line, lines[line], fixed=line in fixed)]
    joined: list[Piece] = []
    for piece in found:
        if joined and _broken(joined[-1], piece, lines):
            joined[-1] = _join(joined[-1], piece)
        else:
            joined.append(piece)
    for index in range(len(joined) - 1):
        left, right = joined[index], joined[index + 1]
        if _named(left) and _named(right) and left.spots[-1][0] == right.spots[0][0] and not left.closed:
            joined[index] = replace(left, capital="run")
            joined[index + 1] = replace(right, capital="run")
    return joined


def _named(piece: Piece) -> bool:
    """Tell whether a piece is written as names are: a capital, then small letters."""
    return piece.read[0].isupper() and not piece.read.isupper()


def _in_line(line: int, tokens: Sequence[str], *, fixed: bool) -> Iterator[Piece]:
    """Yield the pieces of one line."""
    opening = True
    shouting = 2 * sum(len(token) > ACRONYM and token.isupper() for token in tokens) >= len(tokens)
    for index, token in enumerate(tokens):
        address = bool(ADDRESS.search(token))
        matches = list(PIECE.finditer(token))
        for match in matches:
            rest = token[match.end() :] if match is matches[-1] else token[match.end() : match.end() + 1]
            yield Piece(
                read=match.group(),
                spots=((line, index, *match.span()),),
                capital="none" if opening or not match.group()[0].isupper() else "inside",
                closed=any(sign in rest for sign in ENDS),
                open_to_change=not (fixed or address or ENDING.search(token[: match.start()]))
                and may_change(match.group(), shouting=shouting),
                hangs=bool(HANGING.match(token, match.end())),
            )
            opening = any(sign in rest for sign in ENDS)
        if not matches and token not in {"-", "–", ","}:
            opening = True


def may_change(read: str, *, shouting: bool = False) -> bool:
    """Tell whether a run of letters and digits can be a misread word; `shouting`: words in capitals stand around it."""
    letters = len(LETTER.findall(read))
    if letters == 0 or len(read) == 1 or CAMEL.search(read):
        return False
    digits = [letter for letter in read if letter.isdigit()]
    if any(digit not in MISREAD_DIGITS for digit in digits) or len(digits) > letters:
        return False
    if len(digits) > 1 and re.search(r"\d\d", read):
        return False
    acronym = letters > 1 and read.isupper() and (len(read) <= ACRONYM or bool(digits))
    return not acronym or (shouting and not digits)


def _broken(left: Piece, right: Piece, lines: Sequence[Sequence[str]]) -> bool:
    """Tell whether `left` ends its line with a hyphen and `right` goes on with a small letter on the next."""
    line, token, _, end = left.spots[-1]
    next_line, next_token, start, _ = right.spots[0]
    if next_line != line + 1 or next_token != 0 or start != 0 or token != len(lines[line]) - 1:
        return False
    return (
        lines[line][token][end:] in {"-", "\u00ad"}
        and right.read[:1].islower()
        and right.read not in CONJUNCTIONS
        and left.open_to_change
        and right.open_to_change
    )


def _join(left: Piece, right: Piece) -> Piece:
    return Piece(
        left.read + right.read, (*left.spots, *right.spots), left.capital, right.closed, open_to_change=True, hangs=right.hangs
    )
