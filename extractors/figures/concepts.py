"""The chart of concepts: which row label or phrase speaks of which kind of figure.

A label matches a concept by being one of its labels, by being one in other words (`extractors.figures.wordings`), by being one of
its labels with something added (`Driftbidrag från Staten` is driftbidrag, and `Staten` is left over as the subject), or by
holding one of its words. The longest match wins.
Case, spacing, punctuation, footnote marks and lost diacritics make no difference. A label that is not known is no error:
the caller keeps it as the subject.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Literal

import yaml

from extractors.figures.wordings import bag, is_share, wordings
from schemas.record import Record

Sign = Literal["+", "-", "0"]
PeriodKind = Literal["duration", "instant"]

_FOOTNOTE = re.compile(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\S)\s\d\)$")
_NOT_WORD = re.compile(r"[^0-9a-z%]+")
_ASIDE = re.compile(r"\([^()]*\)?")
_OF_YEAR = re.compile(r"(?:arets|periodens) ")
"""What a balance is not of: `Årets avsättning` is no balance."""
_SHARES = ("ratio.", "count.")
_FOLD = str.maketrans("åäöéèüæøáà", "aaoeeuaoaa")
_TOTAL = re.compile(r"^(?:summa|totalt|total|totala|s a|sa|summering)\s+")
_LINK = re.compile(
    r"^(?:(?:fran|till|for|av|om|i|pa|med|till|hos|och|samt|inkl|inklusive|per|the)\s+)+|\s+(?:och|samt|for|av|fran|till|i|med)$"
)
_BARE_TOTALS = frozenset({"summa", "totalt", "total", "s a", "sa", "summa totalt"})
_CONTRIBUTIONS = "income.contributions"
_NOTE = re.compile(r"\W*not\.?\s?\d{1,2}[.:]?\W*", re.IGNORECASE)
_PER_MEMBER = re.compile(
    r",?\s(?:fördela\w+\s)?(?:per|på|mellan)\s(?:respektive\s)?(?:medlem|part|kommun|huvudm|förbundsmedlem)\w*", re.IGNORECASE
)
_REWORDED = 0.88
"""Score of a label in other words."""
_INCOME_HEADINGS = frozenset({_CONTRIBUTIONS, "income.total", "income.operating"})


class Concept(Record):
    """One concept of the chart."""

    id: str
    """Dotted id."""
    sign: Sign = "0"
    """`+` income or asset, `-` cost, `0` either."""
    period: PeriodKind = "duration"
    """Of a period or at a date."""
    labels: tuple[str, ...] = ()
    """Whole labels."""
    words: tuple[str, ...] = ()
    """Words or phrases that may stand inside a label; a word that ends in `*` is the beginning of one."""
    within: tuple[str, ...] = ()
    """Words that turn the parent concept (the id without its last part) into this one."""


class ConceptMatch(Record):
    """How a label was understood."""

    concept: str
    """Id of the concept."""
    score: float
    """1 for a whole label, 0.9 with `Summa` before it, down to 0.5 for a word inside a long label."""
    subject: str | None = None
    """What the label says beyond the concept, as printed."""
    matched: str = ""
    """The label or word of the chart that decided."""


class Chart(Record):
    """All concepts."""

    concepts: tuple[Concept, ...] = ()
    """In the order of the file."""

    @cached_property
    def by_id(self) -> dict[str, Concept]:
        """Concepts by id."""
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def _labels(self) -> dict[str, str]:
        """Normalised label to concept id; the first concept that claims a label keeps it."""
        pairs = [(normal(label), concept.id) for concept in self.concepts for label in concept.labels]
        return {label: concept_id for label, concept_id in reversed(pairs) if label}

    @cached_property
    def _bags(self) -> dict[tuple[str, ...], str]:
        """The words of each label in any order to concept id, without those that labels of two concepts share."""
        found: dict[tuple[str, ...], set[str]] = {}
        for label, concept_id in self._labels.items():
            found.setdefault(bag(label), set()).add(concept_id)
        return {words: next(iter(claims)) for words, claims in found.items() if len(claims) == 1 and words}

    @cached_property
    def _words(self) -> tuple[tuple[str, re.Pattern[str], str], ...]:
        """(word, pattern, concept id), longest word first."""
        pairs = [(word, concept.id) for concept in self.concepts for word in concept.words]
        return _patterns(pairs)

    @cached_property
    def _within(self) -> dict[str, tuple[tuple[str, re.Pattern[str], str], ...]]:
        """Words that refine a concept, by its id."""
        pairs: dict[str, list[tuple[str, str]]] = {}
        for concept in self.concepts:
            parent = concept.id.rpartition(".")[0]
            pairs.setdefault(parent, []).extend((word, concept.id) for word in concept.within)
        return {parent: _patterns(words) for parent, words in pairs.items() if words}

    def natural_sign(self, concept_id: str | None) -> Sign:
        """Return the sign of a concept; `0` for one that the chart does not have."""
        concept = self.by_id.get(concept_id) if concept_id else None
        return concept.sign if concept else "0"

    def period_kind(self, concept_id: str | None) -> PeriodKind | None:
        """Return whether a concept is of a period or at a date; None when the chart does not have it."""
        concept = self.by_id.get(concept_id) if concept_id else None
        return concept.period if concept else None

    def match(self, label: str, *, section: str = "") -> ConceptMatch | None:
        """Return what `label` speaks of; None when no concept is known to be meant.

        Args:
            label: the label of a row, or a phrase.
            section: the heading that the row stands under. It gives `Summa` its meaning, and tells that a body named
                under income pays a contribution.
        """
        if section and normal(label) in _BARE_TOTALS:
            return self._match_total(section)
        for text, score in _forms(label):
            if text in self._labels:
                return self._refined(ConceptMatch(concept=self._labels[text], score=score, matched=text))
        inside = self._match_reworded(label) or self._match_inside(label)
        if inside is not None:
            return self._refined(inside)
        return self._match_payer(label, section) if section else None

    def _match_reworded(self, label: str) -> ConceptMatch | None:
        """Match a label whose words are those of one in the chart: abbreviated, in another order, with an aside."""
        whole = normal(label)
        for text in (form for start in (whole, normal(_ASIDE.sub(" ", label))) for form in wordings(start)):
            concept_id = self._labels.get(text) or self._bags.get(bag(text))
            if concept_id is None or (is_share(whole) and not concept_id.startswith(_SHARES)):
                continue
            if not (_OF_YEAR.match(whole) and not _OF_YEAR.match(text) and self.period_kind(concept_id) == "instant"):
                return ConceptMatch(concept=concept_id, score=_REWORDED, matched=text)
        return None

    def _match_inside(self, label: str) -> ConceptMatch | None:
        text = normal(label)
        for word, pattern, concept_id in self._words:
            found = pattern.search(text)
            if found is not None:
                if is_share(text) and not concept_id.startswith(_SHARES):
                    return None
                share = len(found[0]) / len(text)
                subject = _remainder(label, found.span())
                return ConceptMatch(concept=concept_id, score=round(0.5 + 0.35 * share, 3), subject=subject, matched=word)
        return None

    def _refined(self, match: ConceptMatch) -> ConceptMatch:
        """Replace a concept by a narrower one that the rest of the label names."""
        rest = normal(match.subject or "")
        hits = {concept_id for _, pattern, concept_id in self._within.get(match.concept, ()) if pattern.search(rest)}
        return match.model_copy(update={"concept": hits.pop()}) if len(hits) == 1 else match

    def _match_total(self, section: str) -> ConceptMatch | None:
        """Match a bare total by its heading; that of a note is the line of the statement that the note explains."""
        note = _NOTE.match(section)
        if note is not None:
            named = self.match(section[note.end() :])
            return named.model_copy(update={"score": 0.8, "subject": None}) if named and named.score >= _REWORDED else None
        for text in (f"summa {section}", section):
            if (concept_id := self._labels.get(normal(text))) is not None:
                return ConceptMatch(concept=concept_id, score=0.8, matched=normal(text))
        return None

    def _match_payer(self, label: str, section: str) -> ConceptMatch | None:
        """A body named under a heading of income pays a contribution."""
        note = _NOTE.match(section)
        heading = self.match(_PER_MEMBER.sub("", section[note.end() :] if note else section))
        if heading is None or heading.score < _REWORDED or heading.concept not in _INCOME_HEADINGS:
            return None
        payer = self._refined(ConceptMatch(concept=_CONTRIBUTIONS, score=0.7, subject=label, matched=normal(section)))
        return payer if payer.concept != _CONTRIBUTIONS else None


def _patterns(pairs: list[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    ordered = sorted(
        ((normal(word), word.endswith("*"), name) for word, name in pairs), key=lambda entry: (-len(entry[0]), entry)
    )
    return tuple(
        (word, re.compile(rf"\b{re.escape(word)}{'[a-z]*' if open_ended else ''}(?![a-z0-9])"), name)
        for word, open_ended, name in ordered
    )


def load_chart(yaml_text: str, *extensions: str) -> Chart:
    """Read a chart; a later text adds concepts, and labels and words to concepts with the same id.

    Args:
        yaml_text: the text of `schemas/chart.yaml`.
        extensions: texts of the same form.

    Raises:
        pydantic.ValidationError: when an entry has an unknown field or value.
        yaml.YAMLError: when a text is not YAML.
    """
    concepts: dict[str, Concept] = {}
    for text in (yaml_text, *extensions):
        for entry in yaml.safe_load(text) or ():
            new = Concept.model_validate(entry)
            old = concepts.get(new.id)
            concepts[new.id] = new if old is None else _joined(old, new)
    return Chart(concepts=tuple(concepts.values()))


def _joined(old: Concept, new: Concept) -> Concept:
    fields = {name: getattr(new, name) for name in new.model_fields_set & {"sign", "period"}}
    return old.model_copy(
        update={**fields, "labels": old.labels + new.labels, "words": old.words + new.words, "within": old.within + new.within}
    )


def normal(label: str) -> str:
    """Fold a label for comparison: case, spacing, punctuation, footnote marks and diacritics make no difference.

    >>> normal("Medelstilldelning (driftbidrag):*")
    'medelstilldelning driftbidrag'
    """
    plain = _FOOTNOTE.sub("", unicodedata.normalize("NFC", label)).casefold().translate(_FOLD)
    return _NOT_WORD.sub(" ", plain).strip()


def _forms(label: str) -> list[tuple[str, float]]:
    """Return the forms under which a label may be in the chart, best first, with their scores."""
    forms = [(normal(label), 1.0)]
    outside = normal(_ASIDE.sub(" ", label))
    inside = [normal(part) for part in re.findall(r"\(([^()]*)\)?", label)]
    forms += [(outside, 0.95)]
    forms += [(_TOTAL.sub("", text), 0.9) for text, _ in list(forms) if _TOTAL.match(text)]
    forms += [(part, 0.85) for part in inside]
    without_numbers = re.sub(r"\s*\b(?:(?:19|20)\d\d|\d+ ?%)(?![\w%])\s*", " ", outside).strip()
    return [*forms, (without_numbers, 0.9)]


def _remainder(label: str, span: tuple[int, int]) -> str | None:
    """Return what of `label` stands outside the normalised span, as printed; None when nothing worth a name does."""
    words = label.split()
    kept: list[str] = []
    position = 0
    for word in words:
        size = len(normal(word))
        start, end = position, position + size
        position = end + 1 if size else position
        if size and not (start < span[1] and span[0] < end):
            kept.append(word)
    text = " ".join(kept).strip(" ,.:;*-–()")
    while (shorter := _strip_link(text)) != text:
        text = shorter
    return text or None


def _strip_link(text: str) -> str:
    words = text.split()
    if words and _LINK.fullmatch(normal(words[0]) + " "):
        words = words[1:]
    if words and _LINK.fullmatch(normal(words[-1]) + " "):
        words = words[:-1]
    return " ".join(words).strip(" ,.:;*-–()")
