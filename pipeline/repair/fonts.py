"""Fonts whose å ä ö come out as other characters, the same ones all through: recognised as a substitution and undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extractors.quality import TRIMMED
from pipeline.repair.damage import SOUND_SHARE, lost_share
from pipeline.repair.mend import Fix
from pipeline.repair.words import WordList
from schemas.page import Page

STRANGE = re.compile(r"Ã.|[^\w\s.,;:!?()/\"'”“’‘»«–—&%§+*=<>@€°•…-]|[^\W\da-zA-ZåäöÅÄÖ_]")
"""What may stand for a lost letter: neither a letter of Swedish nor a common sign (`Ã¥`: UTF-8 read as Latin-1)."""
LETTERS = "åäöÅÄÖ"
ENOUGH = 8
"""So many different words must become known ..."""
OVERWHELMING = 0.8
"""... and they must be this share of all words with the character."""
MOST = 8
"""So many strange characters at most are looked at, the most frequent first."""
CONFIDENCE = 0.99


def mend_fonts(pages: Sequence[Page], words: WordList) -> dict[tuple[int, int], Fix]:
    """Return the words whose strange characters are undone, by page and index; nothing without overwhelming evidence."""
    suspects = [page for page in pages if page.words and page.text_source == "native" and lost_share(page.words)[0] < SOUND_SHARE]
    seen = Counter(core for page in suspects for word in page.words for core in _cores(word.text))
    table = substitution(seen, words)
    if not table:
        return {}
    fixes = {}
    for page in suspects:
        for index, word in enumerate(page.words):
            text = _undone(word.text, table) if any(letter in word.text for letter in table) else word.text
            if text != word.text and any(letter.isalpha() for letter in word.text):
                fixes[page.number, index] = Fix(text, "font", CONFIDENCE)
    return fixes


def _cores(text: str) -> Iterator[str]:
    """Yield a word that holds strange characters beside letters."""
    if not text.isalpha() or not text.isascii():
        core = text.strip(TRIMMED.replace("{", "").replace("}", "").replace("[", "").replace("]", ""))
        if STRANGE.search(core) and any(letter.isalpha() for letter in core) and not any(letter.isdigit() for letter in core):
            yield core


def substitution(seen: Mapping[str, int], words: WordList) -> dict[str, str]:
    """Return which strange characters stand for which letters, from words that hold them."""
    times = Counter(strange for core, count in seen.items() for strange in STRANGE.findall(core) for _ in range(count))
    strange = [character for character, count in times.most_common(MOST) if count >= ENOUGH]
    votes = {character: _votes(character, seen, words) for character in strange}
    table: dict[str, str] = {}
    for character in strange:
        total = sum(STRANGE.findall(core) == [character] * len(STRANGE.findall(core)) for core in seen if character in core)
        for letter, known in votes[character].most_common(1):
            if known >= ENOUGH and known >= OVERWHELMING * total and letter not in table.values():
                table[character] = letter
    return _with_rarer(table, strange, seen, words)


def _votes(character: str, seen: Mapping[str, int], words: WordList) -> Counter[str]:
    """Return for each letter how many words with no other strange character become known with it."""
    votes: Counter[str] = Counter()
    for core in seen:
        if character in core and not STRANGE.search(core.replace(character, "")):
            votes.update(
                letter
                for letter in LETTERS
                if _right_place(core, character, letter) and words.knows(core.replace(character, letter))
            )
    return votes


def _right_place(core: str, character: str, letter: str) -> bool:
    """Tell whether the case of the letter fits its place: capitals begin words or stand among capitals."""
    if letter.islower():
        return not core.replace(character, "").isupper() or len(core) <= len(character) + 1
    return core.replace(character, "").isupper() or core.startswith(character)


def _with_rarer(table: dict[str, str], strange: Sequence[str], seen: Mapping[str, int], words: WordList) -> dict[str, str]:
    """Return the table with the letters that words with two strange characters tell of, once some are certain."""
    left = [character for character in strange if character not in table]
    free = [letter for letter in LETTERS if letter not in table.values()]
    if not table or not left:
        return table
    cores = [_undone(core, table) for core in seen if any(character in core for character in left)]
    for character, letter in ((character, letter) for character in left for letter in free):
        held = [core for core in cores if character in core and _right_place(core, character, letter)]
        known = sum(words.knows(core.replace(character, letter)) for core in held)
        if known >= ENOUGH / 2 and known >= OVERWHELMING * len(held) and letter not in table.values() and character not in table:
            table[character] = letter
    return table


def _undone(text: str, table: Mapping[str, str]) -> str:
    for character, letter in table.items():
        text = text.replace(character, letter)
    return text
