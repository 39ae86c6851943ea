"""Musnad reads news coverage of a political story, Arabic first, and rebuilds the system it describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.errors import MusnadError
    from musnad.extract.annotate import annotate
    from musnad.extract.quadclass.model import quadclass
    from musnad.model import (
        Annotation,
        Claim,
        Document,
        Entity,
        Event,
        Link,
        Mention,
        Quantity,
        Span,
        Time,
    )
    from musnad.run.story import Story, read
    from musnad.store import open_store

__version__ = "0.1.0"
__all__ = [
    "Annotation",
    "Claim",
    "Document",
    "Entity",
    "Event",
    "Link",
    "Mention",
    "MusnadError",
    "Quantity",
    "Span",
    "Story",
    "Time",
    "__version__",
    "annotate",
    "open_store",
    "quadclass",
    "read",
]

# public name → where it lives; loaded on first use so that `import musnad` costs next to nothing
_RECORDS = ("Annotation", "Claim", "Document", "Entity", "Event", "Link", "Mention", "Quantity", "Span", "Time")
_LAZY = {
    "MusnadError": "musnad.errors",
    "Story": "musnad.run.story",
    "annotate": "musnad.extract.annotate",
    "open_store": "musnad.store",
    "quadclass": "musnad.extract.quadclass.model",
    "read": "musnad.run.story",
} | dict.fromkeys(_RECORDS, "musnad.model")


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'musnad' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
