"""What stops the program: one base class, split into what may pass by itself and what will not.

Trouble with a document is never raised: it is a `Problem`, returned beside the good results.
"""

from __future__ import annotations


class AvstamError(Exception):
    """Base of all errors that end a command; the message says what is wrong and what to do."""


class TransientError(AvstamError):
    """May work when tried again: a locked warehouse, a network store that did not answer. Prefect retries these."""


class TerminalError(AvstamError):
    """Will not work however often it is tried: a wrong path, a missing program, a warehouse of another version."""


class UsageError(TerminalError):
    """The command's words are off."""


class EnvironmentBrokenError(TerminalError):
    """Something that must be installed is not there; the message names it. `avstam doctor` shows all."""
