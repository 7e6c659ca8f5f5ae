"""Names that people write differently: which of them mean the same initiative, scored and explained.

Certain: the same words (case, punctuation, parentheses and years dropped); one word misspelt; an alias that a document states, or
a name in parentheses, with the same amount in the same year; a name contained in the other with the same amount in the same year,
or with two long words; two very long words in common and nearly the same amount in the same year. Two names on different rows of
one table are never the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from schemas.archive import SubjectMatch
from schemas.document import Extraction

CERTAIN = 0.9
LONG = 8
STEM = 6
BEGINNING = 4
ENDINGS = frozenset({"s", "n", "en", "et", "ar", "er", "or", "are", "jare", "na", "arna", "erna", "orna"})
MISSPELT = 2
CROWD = 60
VERY_LONG = 10
NEARLY = Decimal("0.05")
CONSIDERABLE = Decimal(50)
ROUND = Decimal(1000)
SMALL = frozenset({"och", "i", "för", "till", "av", "på", "med", "inom", "samt", "den", "det"})
PLANNED = ("budget", "granted", "plan")


@dataclass
class Name:
    """A name as documents of one body have it."""

    text: str
    """As written."""
    documents: set[str] = field(default_factory=set)
    """Where it occurs."""
    tables: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Rows that it names, by table."""
    amounts: set[tuple[int, Decimal]] = field(default_factory=set)
    """(year, amount in whole thousands) that were planned or granted."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without parentheses, years and small words."""
        return words_of(re.sub(r"\([^)]*\)?", " ", self.text))

    @property
    def inner(self) -> tuple[tuple[str, ...], ...]:
        """Names in its parentheses."""
        found = (words_of(part) for part in re.findall(r"\(([^)]*)\)", self.text))
        return tuple(words for words in found if words and len(max(words, key=len)) >= STEM)


class Score(NamedTuple):
    """How sure it is that two names mean the same, and why."""

    value: float
    reason: str


def words_of(text: str) -> tuple[str, ...]:
    """Return the words that tell names apart.

    >>> words_of("Fokus: Psykisk hälsa 2025, v.45")
    ('fokus', 'psykisk', 'hälsa')
    """
    words = re.findall(r"\w+", text.casefold())
    return tuple(word for word in words if word not in SMALL and not re.fullmatch(r"(19|20)\d\d|v|v?\.?\d\d?|\d+", word))


def match_subjects(
    bodies: Iterable[tuple[str, Sequence[Extraction]]],
) -> tuple[dict[tuple[str, str], str], tuple[SubjectMatch, ...]]:
    """Return the shared name of every (body, name) that has another one, and why names were taken to mean the same.

    Args:
        bodies: each body's id with its documents; a document without a body stands by itself under its own id.
    """
    shared: dict[tuple[str, str], str] = {}
    matches: list[SubjectMatch] = []
    for body_id, documents in bodies:
        names = _names(documents)
        aliases = {frozenset((words_of(a), words_of(b))) for one in documents for a, b in one.aliases}
        groups = {name: {name} for name in names}
        reasons: dict[str, Score] = {}
        for score, one, two in _scored(names, aliases):
            if score.value < CERTAIN:
                matches.append(SubjectMatch(subject=one, name=two, score=score.value, reason=score.reason))
            elif groups[one] is not groups[two] and not _apart(names, groups[one], groups[two]):
                merged = groups[one] | groups[two]
                groups.update(dict.fromkeys(merged, merged))
                reasons.setdefault(one, score)
                reasons.setdefault(two, score)
        for name, group in groups.items():
            chosen = min(group, key=lambda text: (-len(names[text].documents), len(text), text))
            if name != chosen:
                shared[body_id, name] = chosen
                why = reasons[name]
                matches.append(SubjectMatch(subject=chosen, name=name, score=why.value, reason=why.reason))
    return shared, tuple(sorted(set(matches), key=lambda match: (match.subject, match.name, match.reason)))


def _names(documents: Iterable[Extraction]) -> dict[str, Name]:
    names: dict[str, Name] = {}
    for document in documents:
        for figure in document.figures:
            if not figure.subject or (figure.origin == "prose" and figure.unit == "percent"):
                continue  # whose share it is (`FK`, `kvinnor`) is no name of an initiative
            name = names.setdefault(figure.subject, Name(figure.subject))
            name.documents.add(document.document_id)
            if figure.table_id is not None and figure.row is not None:
                name.tables[figure.table_id].add(figure.row)
            if figure.scenario in PLANNED and figure.fiscal_year is not None and figure.value != 0 and not figure.change:
                name.amounts.add((figure.fiscal_year, (abs(figure.value) / ROUND).quantize(Decimal(1))))
    return dict(sorted(names.items()))


def _scored(names: Mapping[str, Name], aliases: set[frozenset[tuple[str, ...]]]) -> list[tuple[Score, str, str]]:
    """Return the scored pairs of names, best first; a name contained in several others is certain of none."""
    found = [
        (score, one, two)
        for one, two in sorted(_pairs(names) | _alias_pairs(names, aliases))
        if (score := _score(names[one], names[two], aliases))
    ]
    contained = Counter(name for score, one, two in found if score.reason.startswith("name contained") for name in (one, two))
    result = []
    for score, one, two in found:
        is_vague = score.reason == "name contained" and max(contained[one], contained[two]) > 1
        result.append((Score(0.8, score.reason) if is_vague else score, one, two))
    return sorted(result, key=lambda item: (-item[0].value, item[1], item[2]))


def _pairs(names: Mapping[str, Name]) -> set[tuple[str, str]]:
    """Return the pairs of names that share the beginning of a word."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    for text, name in names.items():
        for words in (name.words, *name.inner):
            for word in words:
                by_stem[word[:BEGINNING]].add(text)
    return {(one, two) for group in by_stem.values() if len(group) <= CROWD for one in group for two in group if one < two}


def _alias_pairs(names: Mapping[str, Name], aliases: set[frozenset[tuple[str, ...]]]) -> set[tuple[str, str]]:
    """Return the pairs of names that a document equates."""
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text, name in names.items():
        by_words[name.words].append(text)
    pairs = (tuple(alias) for alias in aliases if len(alias) > 1)
    return {(min(a, b), max(a, b)) for one, two in pairs for a in by_words.get(one, ()) for b in by_words.get(two, ())}


def _score(one: Name, two: Name, aliases: set[frozenset[tuple[str, ...]]]) -> Score | None:
    mine, theirs = one.words, two.words
    if not mine or not theirs:
        return None
    same_amount = bool(one.amounts & two.amounts)
    score: Score | None = None
    if sorted(mine) == sorted(theirs):
        score = Score(1.0, "spelling")
    elif frozenset((mine, theirs)) in aliases:
        score = Score(0.98, "alias")
    elif mine in two.inner or theirs in one.inner:
        score = Score(0.95, "alias in parentheses, same amount") if same_amount else Score(0.85, "alias in parentheses")
    elif _misspelt(mine, theirs) or _inflected(mine, theirs):
        score = Score(0.95, "spelling")
    elif _shared_long(mine, theirs) and _near(one.amounts, two.amounts):
        score = Score(0.9, "two long words in common, nearly the same amount")
    elif _contained(*sorted((mine, theirs), key=len)):
        score = _contained_score(min(mine, theirs, key=len), same_amount=same_amount)
    return score


def _shared_long(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether the names have two very long words in common."""
    return sum(len(word) >= VERY_LONG and any(_same_word(word, other) for other in theirs) for word in mine) > 1


def _near(mine: set[tuple[int, Decimal]], theirs: set[tuple[int, Decimal]]) -> bool:
    """Tell whether the two were planned nearly the same considerable amount in some year."""
    return any(
        year == other_year and min(amount, other) >= CONSIDERABLE and abs(amount - other) <= NEARLY * amount
        for year, amount in mine
        for other_year, other in theirs
    )


def _contained_score(short: tuple[str, ...], *, same_amount: bool) -> Score:
    if same_amount:
        return Score(0.92, "name contained, same amount")
    is_telling = sum(len(word) >= LONG for word in short) > 1
    return Score(0.9 if is_telling else 0.7, "name contained")


def _misspelt(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether the names differ in one long word only, by a letter or two that are not its ending's meaning."""
    if len(mine) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(differing) != 1:
        return False
    one, two = differing[0]
    if min(len(one), len(two)) < LONG or one[0] != two[0]:
        return False
    return Levenshtein.distance(one, two, score_cutoff=MISSPELT) <= (MISSPELT if one[-1] == two[-1] else 1)


def _inflected(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether the names differ in the endings of long words only (`Socialnämnd`, `Socialnämnden`)."""
    return len(mine) == len(theirs) and all(_same_word(one, two) for one, two in zip(mine, theirs, strict=True))


def _contained(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether every word of the shorter name begins or is begun by a word of the longer one."""
    if not any(len(word) >= STEM for word in short):
        return False
    return all(any(_same_word(word, other) for other in long) for word in short)


def _same_word(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) >= LONG and long.startswith(short) and long[len(short) :] in ENDINGS)


def _apart(names: Mapping[str, Name], mine: set[str], theirs: set[str]) -> bool:
    """Tell whether names of the two groups stand on different rows of one table."""
    rows: dict[str, set[int]] = defaultdict(set)
    for text in mine:
        for table_id, numbers in names[text].tables.items():
            rows[table_id] |= numbers
    return any(rows.get(table_id, numbers) != numbers for text in theirs for table_id, numbers in names[text].tables.items())


def renamed(extraction: Extraction, body_id: str, shared: Mapping[tuple[str, str], str]) -> Extraction:
    """Return a document of a body with every subject under its shared name."""
    figures = tuple(
        figure.model_copy(update={"subject": shared[body_id, figure.subject]})
        if figure.subject and (body_id, figure.subject) in shared
        else figure
        for figure in extraction.figures
    )
    return extraction.model_copy(update={"figures": figures})
