"""The command line, and the door for Python: `avstam.read` returns tables of the warehouse as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.frames import read

__all__ = ["read"]


def __getattr__(name: str) -> object:
    """Import pandas only when a table is read, so that the command line starts at once."""
    if name == "read":
        from pipeline.frames import read as found  # noqa: PLC0415  # slow to import

        return found
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
