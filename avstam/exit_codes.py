"""What the exit codes mean. Scripts may rely on them."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command."""

    SUCCESS = 0
    """All files were read; findings do not change the exit code unless `--fail-on` asks for it."""
    FAILED = 1
    """Something unforeseen went wrong; the message says what."""
    USAGE = 2
    """The command's words are wrong: an unknown option, a path that does not exist."""
    FINDINGS = 3
    """With `--fail-on SEVERITY`: there are findings of that severity or worse."""
    QUARANTINED = 4
    """Some files could not be read; they are listed in `quarantine`, everything else was finished."""
    ENVIRONMENT = 5
    """Something that must be installed or reachable is not; `avstam doctor` says what."""
    BUSY = 6
    """Another run has the warehouse open; try again when it is finished."""
