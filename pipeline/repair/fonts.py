"""Fonts whose å ä ö come out as other characters, the same ones all through: recognised as a substitution and undone.

Regular and bold are fonts of their own with tables of their own; one for which too little speaks borrows the other's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extractors.page.quality import TRIMMED
from pipeline.repair.mend import Fix
from pipeline.repair.words import WordList
from schemas.page import Page, Word

STRANGE = re.compile(r"Ã.|[^\w .,;:!?()/\"'”“’‘»«–—&%§+*=<>@€°•…-]|[^\W\da-zA-ZåäöÅÄÖ_]")
"""What may stand for a lost letter: neither a letter of Swedish nor a common sign (`Ã¥`: UTF-8 read as Latin-1)."""
LETTERS = "åäöÅÄÖ"
ENOUGH = 8
"""So many different words must become known ..."""
OVERWHELMING = 0.8
"""... and they must be this share of all words with the character."""
MOST = 8
"""So many strange characters at most are looked at, the most frequent first."""
NEVER, UNLIKELY, FAR = -30.0, -19.0, 3.0
"""Log shares: of an unknown word; least mean of the words that tell of a rare character; by which the best letter leads."""
CONFIDENCE = 0.99
UNSHOWN = "\ufffd"
"""What reading puts for a control character; the raw text tells them apart."""

At = tuple[int, int]
"""Page number and index of a word on its page."""


def mend_fonts(pages: Sequence[Page], words: WordList) -> dict[At, Fix]:
    """Return the words whose strange characters are undone, by page and index; nothing without overwhelming evidence."""
    groups = [_strange_words(pages, bold=bold) for bold in (False, True)]
    tables = [substitution(Counter(core for text in group.values() for core in _cores(text)), words) for group in groups]
    fixes: dict[At, Fix] = {}
    for group, table, other in zip(groups, tables, tables[::-1], strict=True):
        fixes |= _undone_words(group, table or other)
    return fixes


def _strange_words(pages: Sequence[Page], *, bold: bool) -> dict[At, str]:
    """Return the words of one weight that hold strange characters, as the text layer has them."""
    found: dict[At, str] = {}
    for page in pages:
        if page.text_source == "native":
            texts = {(page.number, index): _as_given(word) for index, word in enumerate(page.words) if word.bold == bold}
            found |= {at: text for at, text in texts.items() if STRANGE.search(text)}
    return found


def _as_given(word: Word) -> str:
    """Return the text of a word, control characters as the text layer has them."""
    return word.raw if UNSHOWN in word.text and len(word.raw) == len(word.text) else word.text


def _undone_words(group: Mapping[At, str], table: Mapping[str, str]) -> dict[At, Fix]:
    fixes = {}
    for at, given in group.items():
        if table and any(character in given for character in table) and any(map(str.isalpha, given)):
            fixes[at] = Fix(_undone(given, table), "font", CONFIDENCE)
    return fixes


def _cores(text: str) -> Iterator[str]:
    """Yield a word without the signs around it, if it holds strange characters beside letters."""
    core = text.strip(TRIMMED.replace("{", "").replace("}", "").replace("[", "").replace("]", ""))
    if STRANGE.search(core) and any(map(str.isalpha, core)) and not any(map(str.isdigit, core)):
        yield core


def substitution(seen: Mapping[str, int], words: WordList) -> dict[str, str]:
    """Return which strange characters stand for which letters, from words that hold them."""
    times = Counter(strange for core, count in seen.items() for strange in STRANGE.findall(core) for _ in range(count))
    strange = [character for character, _ in times.most_common(MOST) if len(_alone(character, seen)) >= ENOUGH]
    votes = {character: _votes(character, seen, words) for character in strange}
    table: dict[str, str] = {}
    for character in strange:
        total = sum(STRANGE.findall(core) == [character] * len(STRANGE.findall(core)) for core in seen if character in core)
        for letter, known in votes[character].most_common(1):
            if known >= ENOUGH and known >= OVERWHELMING * total and letter not in table.values():
                table[character] = letter
    return _with_rarer(table, seen, words)


def _alone(character: str, seen: Mapping[str, int]) -> list[str]:
    """Return the different words that hold the character and no other strange one: the word lists are not needed for it."""
    return [core for core in seen if character in core and not STRANGE.search(core.replace(character, ""))]


def _votes(character: str, seen: Mapping[str, int], words: WordList) -> Counter[str]:
    """Return for each letter how many words with no other strange character become known with it."""
    votes: Counter[str] = Counter()
    for core in _alone(character, seen):
        votes.update(
            letter for letter in LETTERS if _right_place(core, character, letter) and words.knows(core.replace(character, letter))
        )
    return votes


def _right_place(core: str, character: str, letter: str) -> bool:
    """Tell whether the case of the letter fits its place: capitals begin words or stand among capitals."""
    if letter.islower():
        return not core.replace(character, "").isupper() or len(core) <= len(character) + 1
    return core.replace(character, "").isupper() or core.startswith(character)


def _with_rarer(table: dict[str, str], seen: Mapping[str, int], words: WordList) -> dict[str, str]:
    """Return the table with rarer characters, once some are certain: each the letter that makes by far the likeliest words."""
    left = [character for core in seen for character in STRANGE.findall(core) if character not in table]
    for character in dict.fromkeys(left) if table else ():
        held = [_undone(core, table) for core in seen if character in core]
        likely = sorted(
            (_log_likelihood(character, letter, held, words), letter) for letter in LETTERS if letter not in table.values()
        )
        runner_up = likely[-2][0] if len(likely) > 1 else len(held) * NEVER
        if likely and likely[-1][0] > max(runner_up + FAR, len(held) * UNLIKELY):
            table[character] = likely[-1][1]
    return table


def _log_likelihood(character: str, letter: str, cores: Sequence[str], words: WordList) -> float:
    """Return the log probability of the words with the letter in place of the character."""
    total = 0.0
    for core in cores:
        word = core.replace(character, letter)
        share = max((words.log_share(form) or NEVER for form in (word, word.lower())), default=NEVER)
        total += share if _right_place(core, character, letter) else NEVER
    return total


def _undone(text: str, table: Mapping[str, str]) -> str:
    for character, letter in table.items():
        text = text.replace(character, letter)
    return text
