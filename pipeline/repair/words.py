"""The words that repair knows, loaded when the first damaged page is seen."""

from __future__ import annotations

from functools import cached_property


class WordList:
    """A lexicon with frequencies; loading is put off until it is asked for something."""

    def __init__(self, own: tuple[str, ...] = ()) -> None:
        self.own = own

    @cached_property
    def shares(self) -> dict[str, float]:
        """Share of each lower-case word in running Swedish."""
        import wordfreq  # noqa: PLC0415 - half a second, only for damaged pages

        shares: dict[str, float] = dict(wordfreq.get_frequency_dict("sv", "large"))
        for word in self.own:
            shares.setdefault(word.lower(), 1e-6)
        return shares

    @cached_property
    def by_fold(self) -> dict[str, str]:
        """The most frequent word for each spelling without dots and rings."""
        best: dict[str, str] = {}
        for word, share in self.shares.items():
            key = word.translate(FOLD)
            if key not in best or share > self.shares[best[key]]:
                best[key] = word
        return best


FOLD = str.maketrans("åäöé", "aaoo")


def load_words(own: tuple[str, ...]) -> WordList:
    """Return the lexicon with the user's own words (names, places) added; costs nothing until it is used."""
    return WordList(own)
