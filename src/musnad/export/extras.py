"""Optional packages, asked for by name where an export needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from musnad.errors import MissingExtraError


def optional(module: str, extra: str = "exports") -> Any:
    """The module, or MissingExtraError that names the extra to install."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(module.split(".")[0], extra) from error
