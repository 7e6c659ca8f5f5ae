"""The rules of reconciliation: one module, one rule; every module of this folder is a rule and is registered by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Protocol, cast

from pipeline.judging.outcome import Outcome
from schemas.archive import Archive, Settings


class Rule(Protocol):
    """What a rule's module offers."""

    NAME: str
    """Its name in checks, findings and settings, e.g. `table.total`."""

    def check(self, archive: Archive, settings: Settings) -> Iterator[Outcome]:
        """Yield one outcome for every identity that was looked at."""
        ...


def all_rules() -> tuple[Rule, ...]:
    """Return every rule of this folder, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [cast("Rule", importlib.import_module(f"{__name__}.{name}")) for name in names]
    return tuple(sorted(modules, key=lambda module: module.NAME))
