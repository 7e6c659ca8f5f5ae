"""How well misread words are mended: on hand-corrected truth, on text damaged by rule, and the harm done to sound text.

    python benchmarks/repair.py [--truth TSV ...] [--swedish FOLDER] [--english FOLDER] [--names FILE ...]
                                [--statutes FOLDER --part dev|test]

A truth file has a token a line, `read<TAB>right[<TAB>class[<TAB>sub-class[<TAB>note]]]`, a blank line at the end of each
text line; tokens whose note begins with `ambiguous` are read but not counted. The folders hold `.txt` files of sound
text: Swedish is damaged by rule and mended again, and everything is mended as it is (repair forced on) to count the harm.

`--statutes` takes the statutes from which the word lists were counted and uses only those that were left out: `dev` to
choose settings on, `test` to measure on. Plain ways to mend words are measured on the same truth in the same run.

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
from benchmarks.repair_baselines import PUBLISHED, System, systems
from pipeline.repair import load_words
from scripts.build_words import LINK, part_of

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
            f"{name:<42}{self.tokens:>8}{before:>9}{after:>9}{recall:>9}{precision:>10}"
            f"{self.harmed:>7}{harm:>8.2f}{self.numbers_harmed:>8}{speed:>10.0f}"
        )


HEADER = (
    f"{'':<42}{'tokens':>8}{'before%':>9}{'after%':>9}{'recall%':>9}{'changes%':>10}"
    f"{'harmed':>7}{'per1000':>8}{'numbers':>8}{'tokens/s':>10}"
)


def percent(part: int, whole: int) -> str:
    """Return a share in percent, `-` of nothing."""
    return f"{100 * part / whole:.2f}" if whole else "-"


def measure(lines: Sequence[Sequence[Token]], system: System) -> tuple[Score, list[tuple[Token, str]]]:
    """Return the score of one text and the tokens that came out wrong, with what they became."""
    text = "\n".join(" ".join(token.read for token in line) for line in lines)
    start = time.perf_counter()
    mended = system(text).split("\n")
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
    """Return the lines of a sound text, links and headers of Markdown left out."""
    rows = LINK.sub("]", path.read_text(encoding="utf-8")).splitlines()
    return [[Token(word, word) for word in row.split()] for row in rows if row.split()]


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


def run(name: str, texts: Sequence[list[list[Token]]], system: System, show: int) -> None:
    """Measure some texts together, print the row and some of what came out wrong."""
    results = [measure(lines, system) for lines in texts if lines]
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
    parser.add_argument("--statutes", type=Path)
    parser.add_argument("--part", choices=["dev", "test"], default="test")
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--show", type=int, default=0, help="so many wrong tokens of each row")
    arguments = parser.parse_args()
    words = load_words()
    start = time.perf_counter()
    words.log_share("och")
    print(f"loading: {time.perf_counter() - start:.2f} s\n{HEADER}")
    ours = systems(words)["avstam"]
    for path in arguments.truth:
        for name, system in systems(words).items():
            run(f"{path.stem}, {name}", [read_truth(path)], system, arguments.show if name == "avstam" else 0)
    if arguments.truth:
        print("\n".join(PUBLISHED))
    if arguments.swedish:
        run_swedish("Swedish", sorted(arguments.swedish.rglob("*.txt")), ours, arguments.show)
    if arguments.statutes:
        left_out = [path for path in sorted(arguments.statutes.rglob("*.md")) if part_of(path) == arguments.part]
        run_swedish(f"statutes ({arguments.part})", left_out, ours, arguments.show)
    if arguments.english:
        texts = [read_text(path) for path in sorted(arguments.english.rglob("*.txt"))]
        run("English, repair forced", texts, ours, arguments.show)
    for path in arguments.names:
        run(f"names {path.name}, repair forced", [read_text(path)], ours, arguments.show)


def run_swedish(name: str, paths: Sequence[Path], system: System, show: int) -> None:
    """Measure sound Swedish texts: damaged by rule in three ways, and as they are."""
    texts = {path.name: read_text(path) for path in paths}
    for mix in MIXES:
        run(f"{name}, damaged ({mix})", [damaged(lines, mix, file) for file, lines in texts.items()], system, show)
    run(f"{name}, sound, repair forced", list(texts.values()), system, show)


if __name__ == "__main__":
    main()
