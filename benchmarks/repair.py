"""How well misread words are mended: on hand-corrected truth, on text damaged by rule, and the harm done to sound text.

    python benchmarks/repair.py [--truth TSV ...] [--swedish FOLDER] [--english FOLDER] [--names FILE ...]

A truth file has a token a line, `read<TAB>right[<TAB>class[<TAB>sub-class[<TAB>note]]]`, a blank line at the end of each
text line; tokens whose note begins with `ambiguous` are read but not counted. The folders hold `.txt` files of sound
text: Swedish is damaged by rule and mended again, and everything is mended as it is (repair forced on) to count the harm.

Per row: tokens right before and after, share of broken tokens mended (recall), share of changes that are right
(precision), right tokens broken per 1,000 (harm), tokens with digits broken, tokens a second.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from pipeline.repair import load_words, repair_text
from pipeline.repair.words import WordList

MIXES: dict[str, dict[str, dict[str, float]]] = {
    "plain": {"å": {"a": 1}, "ä": {"a": 1}, "ö": {"o": 1}},
    "mixed": {
        "å": {"a": 0.81, "d": 0.16, "4": 0.03},
        "ä": {"a": 0.72, "d": 0.19, "i": 0.08, "é": 0.01},
        "ö": {"o": 0.78, "é": 0.16, "6": 0.03, "éo": 0.03},
    },
    "acute": {"å": {"a": 0.95, "é": 0.05}, "ä": {"a": 0.9, "é": 0.1}, "ö": {"o": 0.5, "é": 0.44, "6": 0.06}},
}
"""What letters are read as, in three documents of different kind."""


@dataclass(frozen=True)
class Token:
    """One token: as read, as it should be, and whether it counts."""

    read: str
    right: str
    counted: bool = True


@dataclass
class Score:
    """Counts of one measurement."""

    tokens: int = 0
    right_before: int = 0
    right_after: int = 0
    changed: int = 0
    changed_right: int = 0
    mended: int = 0
    harmed: int = 0
    numbers_harmed: int = 0
    seconds: float = 0.0

    def add(self, token: Token, result: str) -> None:
        """Count one token."""
        was, now = token.read == token.right, result == token.right
        self.tokens += 1
        self.right_before += was
        self.right_after += now
        self.changed += result != token.read
        self.changed_right += result != token.read and now
        self.mended += now and not was
        self.harmed += was and not now
        self.numbers_harmed += was and not now and any(letter.isdigit() for letter in token.right)

    def row(self, name: str) -> str:
        """Return the measurement as a line of the table."""
        broken = self.tokens - self.right_before
        before, after = percent(self.right_before, self.tokens), percent(self.right_after, self.tokens)
        recall, precision = percent(self.mended, broken), percent(self.changed_right, self.changed)
        harm, speed = 1000 * self.harmed / max(1, self.right_before), self.tokens / max(1e-9, self.seconds)
        return (
            f"{name:<34}{self.tokens:>8}{before:>9}{after:>9}{recall:>9}{precision:>10}"
            f"{self.harmed:>7}{harm:>8.2f}{self.numbers_harmed:>8}{speed:>10.0f}"
        )


HEADER = (
    f"{'':<34}{'tokens':>8}{'before%':>9}{'after%':>9}{'recall%':>9}{'changes%':>10}"
    f"{'harmed':>7}{'per1000':>8}{'numbers':>8}{'tokens/s':>10}"
)


def percent(part: int, whole: int) -> str:
    """Return a share in percent, `-` of nothing."""
    return f"{100 * part / whole:.2f}" if whole else "-"


def measure(lines: Sequence[Sequence[Token]], words: WordList) -> tuple[Score, list[tuple[Token, str]]]:
    """Return the score of one text and the tokens that came out wrong, with what they became."""
    text = "\n".join(" ".join(token.read for token in line) for line in lines)
    start = time.perf_counter()
    mended = repair_text(text, words).split("\n")
    score = Score(seconds=time.perf_counter() - start)
    wrong = []
    for line, result in zip(lines, mended, strict=True):
        for token, became in zip(line, result.split(), strict=True):
            if token.counted:
                score.add(token, became)
                if became != token.right:
                    wrong.append((token, became))
    return score, wrong


def read_truth(path: Path) -> list[list[Token]]:
    """Return the lines of a truth file."""
    lines: list[list[Token]] = [[]]
    for row in path.read_text(encoding="utf-8").splitlines():
        if not row.strip():
            lines.append([])
            continue
        fields = [*row.split("\t"), "", "", "", ""]
        lines[-1].append(Token(fields[0], fields[1], not fields[4].startswith("ambiguous")))
    return [line for line in lines if line]


def read_text(path: Path) -> list[list[Token]]:
    """Return the lines of a sound text."""
    return [[Token(word, word) for word in row.split()] for row in path.read_text(encoding="utf-8").splitlines() if row.split()]


def damaged(lines: Sequence[Sequence[Token]], mix: str, seed: str) -> list[list[Token]]:
    """Return the lines as an English OCR would read them; the same seed gives the same damage."""
    chance = random.Random(f"{mix} {seed}")  # noqa: S311  # no secret
    return [[Token("".join(_misread(token.right, MIXES[mix], chance)), token.right) for token in line] for line in lines]


def _misread(word: str, mix: dict[str, dict[str, float]], chance: random.Random) -> Iterator[str]:
    for letter in word:
        reads = mix.get(letter.lower())
        if reads is None:
            yield letter
        elif letter.isupper():
            yield max(reads, key=lambda read: reads[read]).upper()
        else:
            yield chance.choices(list(reads), list(reads.values()))[0]


def total(scores: Sequence[Score]) -> Score:
    """Return the sum of some scores."""
    whole = Score()
    for score in scores:
        for name, value in vars(score).items():
            setattr(whole, name, getattr(whole, name) + value)
    return whole


def run(name: str, texts: Sequence[list[list[Token]]], words: WordList, show: int) -> None:
    """Measure some texts together, print the row and some of what came out wrong."""
    results = [measure(lines, words) for lines in texts if lines]
    print(total([score for score, _ in results]).row(name))
    wrong = [item for _, items in results for item in items]
    for token, became in wrong[:: max(1, len(wrong) // max(1, show))][:show]:
        print(f"    {token.read} > {became}, right: {token.right}")


def main() -> None:
    """Read the arguments and print one row per measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--truth", type=Path, nargs="*", default=[])
    parser.add_argument("--swedish", type=Path)
    parser.add_argument("--english", type=Path)
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--show", type=int, default=0, help="so many wrong tokens of each row")
    arguments = parser.parse_args()
    words = load_words()
    start = time.perf_counter()
    words.log_share("och")
    print(f"loading: {time.perf_counter() - start:.2f} s\n{HEADER}")
    for path in arguments.truth:
        run(f"truth {path.name}", [read_truth(path)], words, arguments.show)
    if arguments.swedish:
        texts = {path.name: read_text(path) for path in sorted(arguments.swedish.rglob("*.txt"))}
        for mix in MIXES:
            run(f"Swedish, damaged ({mix})", [damaged(lines, mix, name) for name, lines in texts.items()], words, arguments.show)
        run("Swedish, sound, repair forced", list(texts.values()), words, arguments.show)
    if arguments.english:
        run(
            "English, repair forced",
            [read_text(path) for path in sorted(arguments.english.rglob("*.txt"))],
            words,
            arguments.show,
        )
    for path in arguments.names:
        run(f"names {path.name}, repair forced", [read_text(path)], words, arguments.show)


if __name__ == "__main__":
    main()
