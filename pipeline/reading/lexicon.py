"""The words that Swedish and English know, from wordfreq's lists, loaded once."""

from __future__ import annotations

from functools import cache


@cache
def known_words() -> frozenset[str]:
    """Return the lower-case words of Swedish (large list, without its rarest tail) and English (small list)."""
    import wordfreq  # noqa: PLC0415  # imported only when pages are read

    swedish = wordfreq.get_frequency_dict("sv", "large")
    english = wordfreq.get_frequency_dict("en", "small")
    return frozenset(word for word, share in swedish.items() if share >= RAREST) | frozenset(english)


RAREST = 5e-8
"""Rarer words of the Swedish list are mostly names and misprints."""


def knows(word: str) -> bool:
    """Tell whether a lower-case word is known."""
    return word in known_words()
