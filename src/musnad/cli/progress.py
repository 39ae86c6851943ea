"""How far a long command has come, on standard error and only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(label: str, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """A function to call with each step's state; it shows nothing where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda state: None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{label} …") as status:
        yield lambda state: status.update(f"{label} … {state}")
