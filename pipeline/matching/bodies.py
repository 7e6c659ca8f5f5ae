"""The same body under different names: `Samordningsförbundet i X` and `Samordningsförbundet X`, with and without its number."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from schemas.document import Body, Extraction

LEFT_OUT = frozenset({"i", "for", "och", "av", "kommuns", "kommun"})


def name_key(name: str) -> tuple[str, ...]:
    """Return what a body's name has in common in all its spellings.

    >>> name_key("Samordningsförbundet i Örnsköldsvik") == name_key("Örnsköldsviks samordningsförbund")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = [re.sub(r"forbundet$", "forbund", word) for word in re.findall(r"[a-z0-9]+", plain)]
    kept = [word for word in words if word not in LEFT_OUT]
    return tuple(sorted(word.removesuffix("s") for word in kept))


def shared_bodies(extractions: Iterable[Extraction]) -> dict[str, Body]:
    """Return the body to use for every entity id: the one with an organisation number, else the name met most often."""
    met: dict[tuple[str, ...], Counter[tuple[bool, str, str]]] = defaultdict(Counter)
    bodies: dict[tuple[bool, str, str], Body] = {}
    for extraction in extractions:
        body = extraction.classification.body
        if body is not None:
            token = (body.org_number is not None, body.entity_id, body.name)
            met[name_key(body.name)][token] += 1
            bodies[token] = body
    shared: dict[str, Body] = {}
    for counts in met.values():
        if len({entity for known, entity, _ in counts if known}) > 1:
            continue
        best = min(counts, key=lambda token: (not token[0], -counts[token], token))
        shared.update({entity: bodies[best] for _, entity, _ in counts})
    return shared


def with_shared_bodies(extractions: Sequence[Extraction]) -> list[Extraction]:
    """Return the extractions, each under the shared body."""
    shared = shared_bodies(extractions)
    result = []
    for extraction in extractions:
        body = extraction.classification.body
        better = shared.get(body.entity_id, body) if body else None
        if better != body:
            told = extraction.classification.model_copy(update={"body": better})
            result.append(extraction.model_copy(update={"classification": told}))
        else:
            result.append(extraction)
    return result
