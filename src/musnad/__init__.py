"""Musnad reads news coverage of a political story, Arabic first, and rebuilds the system that the coverage describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.extract.annotate import annotate

__version__ = "0.1.0"
__all__ = ["__version__", "annotate"]

# public name → where it lives; loaded on first use so that `import musnad` costs next to nothing
_LAZY = {"annotate": "musnad.extract.annotate"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'musnad' has no attribute {name!r}")
