"""Exit codes of every command, and how an error becomes one."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.errors import MusnadError

OK = 0
ERROR = 1
USAGE = 2
NOTHING_FOUND = 3
PARTLY_FAILED = 4
INTERRUPTED = 130


def code_of(error: MusnadError) -> int:
    """The exit code that stands for an error."""
    from musnad.errors import NotFoundError, UsageError

    if isinstance(error, UsageError):
        return USAGE
    return NOTHING_FOUND if isinstance(error, NotFoundError) else ERROR


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"musnad: {message}".replace("\n", " "), file=sys.stderr)


def silence_stdout() -> None:
    """After a reader like `head` has gone, or on a full disk: nothing more is written, not even as Python closes."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
