"""The same body under different names: `Samordningsförbundet i X` and `Samordningsförbundet X`, with and without its number."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractors.folding import told_apart
from pipeline.matching.outline import Outline
from schemas.document import Body

LEFT_OUT = frozenset({"i", "for", "och", "av", "kommuns", "kommun"})


def name_key(name: str) -> tuple[str, ...]:
    """Return what a body's name has in common in all its spellings.

    >>> name_key("Samordningsförbundet i Örnsköldsvik") == name_key("Örnsköldsviks samordningsförbund")
    True
    """
    words = [re.sub(r"forbundet$", "forbund", word) for word in re.findall(r"[a-z0-9]+", _plain(told_apart(name)))]
    kept = [word for word in words if word not in LEFT_OUT]
    return tuple(sorted(word.removesuffix("s") for word in kept))


def shared_bodies(outlines: Iterable[Outline]) -> dict[str, Body]:
    """Return the body to use for every entity id: with an organisation number first, then that met most often.

    A name that lost its diacritics (`Alingsas` beside `Alingsås`) is never preferred to one that has them.
    """
    met: dict[tuple[str, ...], Counter[tuple[bool, str, str]]] = defaultdict(Counter)
    bodies: dict[tuple[bool, str, str], Body] = {}
    for outline in outlines:
        body = outline.classification.body
        if body is not None:
            token = (body.org_number is not None, body.entity_id, body.name)
            met[name_key(body.name)][token] += 1
            bodies[token] = body
    shared: dict[str, Body] = {}
    for counts in met.values():
        if len({entity for known, entity, _ in counts if known}) > 1:
            continue
        best = min(counts, key=lambda token: (not token[0], _lost(token[2], counts), -counts[token], token))
        shared.update({entity: bodies[best] for _, entity, _ in counts})
    return _with_numbers(shared)


def _with_numbers(shared: Mapping[str, Body]) -> dict[str, Body]:
    """Return the bodies; a committee named with its municipality (`X kommun, Y`) has the number that X states elsewhere."""
    known: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for body in shared.values():
        if body.org_number is not None:
            known[name_key(body.name.split(", ")[0])].add(body.org_number)
    result = {}
    for entity, body in shared.items():
        numbers = known[name_key(body.name.split(", ")[0])]
        lacks = body.org_number is None and ", " in body.name and len(numbers) == 1
        result[entity] = body.model_copy(update={"org_number": next(iter(numbers))}) if lacks else body
    return result


def _lost(name: str, counts: Iterable[tuple[bool, str, str]]) -> bool:
    """Tell whether another of the names is this one with diacritics."""
    return any(other != name and _plain(other) == name for _, _, other in counts)


def _plain(name: str) -> str:
    """Return a name without diacritics."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def with_shared_bodies(outlines: Sequence[Outline]) -> list[Outline]:
    """Return the outlines, each under the shared body."""
    shared = shared_bodies(outlines)
    result = []
    for outline in outlines:
        body = outline.classification.body
        better = shared.get(body.entity_id, body) if body else None
        if better != body:
            told = outline.classification.model_copy(update={"body": better})
            result.append(outline.model_copy(update={"classification": told}))
        else:
            result.append(outline)
    return result
