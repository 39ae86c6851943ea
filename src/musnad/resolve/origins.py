"""Whose words a record rests on once copies are known: a copied passage speaks with the voice of its original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol

from musnad.lang.ar.orthography import fold_key
from musnad.model.story import Place
from musnad.resolve.setting import outlet_origin


class Sourced(Protocol):
    """A record with a place and an origin."""

    @property
    def place(self) -> Place: ...
    @property
    def origin(self) -> str: ...


class Copy(NamedTuple):
    """A stretch of `document` that stands in `original`, which came out on `day` at `outlet`."""

    document: str
    start: int
    end: int
    original: str
    outlet: str
    day: int


class Origins:
    """Looks up the origin of records, with the copies of their documents (given by `copies`) in mind."""

    def __init__(self, copies: Callable[[Iterable[str]], Iterable[Copy]] | None = None) -> None:
        self._look_up = copies
        self._copies: dict[str, list[Copy]] = {}

    def learn(self, documents: Iterable[str]) -> None:
        """Looks up the copies in these documents, which must be done before their records are asked for."""
        unknown = set(documents) - self._copies.keys()
        if self._look_up is None or not unknown:
            return
        self._copies.update((document, []) for document in unknown)
        for copy in sorted(self._look_up(unknown), key=_order):
            self._copies[copy.document].append(copy)

    def __call__(self, record: Sourced) -> str:
        """The named voice where there is one, else the outlet of the earliest original, else the own outlet."""
        place = record.place
        if record.origin != outlet_origin(place.outlet, place.document):
            return record.origin
        for copy in self._copies.get(place.document, ()):
            if copy.start <= place.span.start < copy.end:
                return outlet_origin(copy.outlet, copy.original)
        return record.origin


def bases(records: Iterable[Sourced]) -> dict[str, str]:
    """Document → the one origin that it counts for in a group: an article is one source, whoever it quotes.

    That is its outlet if it tells the thing in its own voice, else an outlet or agency that it copies, else the speaker
    or relay that most documents share, so that articles which rest on the same words count once.
    """
    told: dict[str, dict[str, bool]] = {}
    for record in records:
        own = record.origin == outlet_origin(record.place.outlet, record.place.document)
        told.setdefault(record.place.document, {}).setdefault(record.origin, own)
    spread = Counter(origin for origins in told.values() for origin in origins)
    return {document: _basis(origins, spread) for document, origins in told.items()}


def _basis(origins: Mapping[str, bool], spread: Mapping[str, int]) -> str:
    copied = (origin for origin in origins if origin.startswith(("outlet:", "document:")))
    own = (origin for origin, is_own in origins.items() if is_own)
    return next(own, None) or next(copied, None) or max(origins, key=lambda origin: spread[origin])


def _order(copy: Copy) -> tuple[str, int, bool, str, int]:
    """By document, then the earliest original first; on one day agencies before those who take their texts."""
    return (copy.document, copy.day, not fold_key(copy.outlet).startswith("وكاله"), copy.original, copy.start)
