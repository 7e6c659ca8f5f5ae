"""The settings file of the rules: read from TOML, every mistake in it told with what is possible instead."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import UsageError
from pipeline.rules import all_rules
from schemas.archive import Settings, Thresholds

SWITCHES = ("disabled_rules", "enabled_rules")


def load_settings(path: Path) -> Settings:
    """Read thresholds and switches from a TOML file.

    Raises:
        UsageError: when the file cannot be read, is not TOML, or names a setting or a rule that does not exist; all mistakes
            are told at once.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = Settings.model_validate(given)
    except ValidationError as error:
        raise _refused(path, (_told(one["loc"], one["msg"], one["type"]) for one in error.errors())) from error
    except (OSError, ValueError) as error:
        raise _refused(path, [str(error)]) from error
    wrong = [mistake for place, switches in _switches(given) for mistake in _unknown_rules(place, switches)]
    if wrong:
        raise _refused(path, wrong)
    return settings


def _refused(path: Path, mistakes: Iterable[str]) -> UsageError:
    return UsageError(f"{path}: " + "; ".join(mistakes))


def _told(place: tuple[int | str, ...], message: str, kind: str) -> str:
    """Say what is wrong with one setting."""
    name = ".".join(str(part) for part in place)
    if kind != "extra_forbidden":
        return f"{name}: {message}"
    known = sorted(Thresholds.model_fields if place[0] == "bodies" else Settings.model_fields)
    return f"there is no setting {name}{_meant(str(place[-1]), known)}"


def _switches(given: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    yield "", given
    for body, own in given.get("bodies", {}).items():
        yield f"bodies.{body}.", own


def _unknown_rules(place: str, given: Mapping[str, Any]) -> Iterable[str]:
    known = [rule.NAME for rule in all_rules()]
    for switch in SWITCHES:
        for name in given.get(switch, ()):
            if name not in known:
                yield f"{place}{switch}: there is no rule {name}{_meant(name, known)}"


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f" (perhaps {near[0]})" if near else f" (known: {', '.join(known)})"
