"""Drawn rules: edges snapped to straight segments, and groups of segments that touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.page import Ruling
from schemas.place import Box

SNAP = 2.5
"""Edges nearer than this, in points, are one rule (the two edges of a drawn line, for instance)."""
JOIN = 3.5
"""Pieces of a rule nearer than this are one piece, and a rule that ends this near to another touches it."""
SHORTEST = 4.0
"""Shorter rules are dots of a leader, ticks of a chart or parts of a drawn letter."""


@dataclass(frozen=True, order=True)
class Segment:
    """A straight rule; `at` is y of a horizontal one and x of a vertical one, `start`-`end` its extent along the other axis."""

    at: float
    start: float
    end: float

    def covers(self, value: float) -> bool:
        """Tell whether `value` lies within the extent."""
        return self.start - JOIN <= value <= self.end + JOIN


@dataclass(frozen=True)
class RuleGroup:
    """Horizontal and vertical rules that touch one another."""

    horizontal: tuple[Segment, ...]
    vertical: tuple[Segment, ...]

    @property
    def box(self) -> Box:
        """The box around all rules."""
        xs = [v.at for v in self.vertical] + [x for h in self.horizontal for x in (h.start, h.end)]
        ys = [h.at for h in self.horizontal] + [y for v in self.vertical for y in (v.start, v.end)]
        return Box(x0=min(xs), top=min(ys), x1=max(xs), bottom=max(ys))


def segments(rulings: Iterable[Ruling], *, horizontal: bool) -> tuple[Segment, ...]:
    """Return the rules of one direction, edges snapped and pieces joined, sorted by place."""
    found = sorted(_segment(ruling) for ruling in rulings if ruling.horizontal == horizontal)
    return tuple(
        sorted(
            joined
            for cluster in clusters([item.at for item in found], SNAP)
            for joined in _join([found[i] for i in cluster])
            if joined.end - joined.start >= SHORTEST
        )
    )


def _segment(ruling: Ruling) -> Segment:
    box = ruling.box
    if ruling.horizontal:
        return Segment(at=(box.top + box.bottom) / 2, start=box.x0, end=box.x1)
    return Segment(at=(box.x0 + box.x1) / 2, start=box.top, end=box.bottom)


def clusters(values: Sequence[float], reach: float) -> list[list[int]]:
    """Group the indices of ascending `values`: each is within `reach` of the group's first."""
    groups: list[list[int]] = []
    for index, value in enumerate(values):
        if groups and value - values[groups[-1][0]] <= reach:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _join(items: list[Segment]) -> list[Segment]:
    """Join overlapping pieces of one rule; their place is the mean, weighted by length."""
    at = sum(item.at for item in items) / len(items)
    joined: list[Segment] = []
    for item in sorted(items, key=lambda piece: piece.start):
        if joined and item.start <= joined[-1].end + JOIN:
            joined[-1] = Segment(at, joined[-1].start, max(joined[-1].end, item.end))
        else:
            joined.append(Segment(at, item.start, item.end))
    return joined


def touching(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> list[RuleGroup]:
    """Return the groups of rules that touch one another, top first; a rule that touches none is in no group."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, h in enumerate(horizontal):
        for j, v in enumerate(vertical):
            if h.covers(v.at) and v.covers(h.at):
                parent[root(len(horizontal) + j)] = root(i)
    members: dict[int, tuple[list[Segment], list[Segment]]] = {}
    for i, h in enumerate(horizontal):
        members.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(vertical):
        members.setdefault(root(len(horizontal) + j), ([], []))[1].append(v)
    groups = [RuleGroup(tuple(hs), tuple(vs)) for hs, vs in members.values() if hs and vs]
    return sorted(groups, key=lambda group: (group.box.top, group.box.x0))
