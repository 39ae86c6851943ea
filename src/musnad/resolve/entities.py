"""Readers' entities merged over the store by their names: never across kinds, never against what tells them apart.

Articles name the same person in several spellings, and the reader can only decide within one article. A key of the
folded name proposes; its parts, kind, code and wikidata dispose.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from musnad.lang.ar.names import compare, name_key, parts
from musnad.model import Annotation
from musnad.model.entity import EntityKind
from musnad.model.story import Reason, Role, StoryEntity
from musnad.resolve.union import DisjointSets


class EntityUse(msgspec.Struct, frozen=True, kw_only=True):
    """One entity as one document has it."""

    document: str
    entity: str
    kind: EntityKind
    name: str
    name_ar: str = ""
    code: str = ""
    wikidata: str | None = None
    published: str | None = None


def entity_uses(annotation: Annotation) -> Iterator[EntityUse]:
    """The entities that a document names."""
    for entity in annotation.entities:
        yield EntityUse(
            document=annotation.document.id,
            entity=entity.id,
            kind=entity.kind,
            name=entity.name,
            name_ar=entity.name_ar,
            code=entity.code,
            wikidata=entity.wikidata,
            published=annotation.document.published,
        )


def merge(
    uses: Iterable[EntityUse], forced: Iterable[tuple[str, str, Reason]] = (), split: Container[str] = ()
) -> dict[str, tuple[str, Reason]]:
    """Entity id → the id that it is merged into, with the reason; ids that stay themselves are left out.

    `forced` pairs were joined by people, the ids of `split` taken apart by them.
    """
    ordered = sorted(uses, key=lambda use: (use.entity, use.name_ar, use.code, use.wikidata or ""))
    first = {use.entity: use for use in reversed(ordered)}
    sets = DisjointSets(first)
    by_key: dict[tuple[str, str], list[EntityUse]] = {}
    for use in ordered:
        for key in keys(use) if use.entity not in split else ():
            by_key.setdefault((use.kind, key), []).append(use)
    for sharing in by_key.values():
        _join(sharing, sets)
    said = {one: why for one, _, why in forced} | {other: why for _, other, why in forced}
    for one, other, _ in forced:
        if one in first and other in first:
            sets.union(one, other)
    roots = {name: sets.find(name) for name in first}
    return {
        name: (root, said.get(name) or _reason(first[name], first[root]))
        for name, root in roots.items()
        if root != name
    }


def _join(sharing: Sequence[EntityUse], sets: DisjointSets) -> None:
    """Joins those of one key that nothing tells apart; one that is told apart from any before it stays alone."""
    for at, other in enumerate(sharing):
        before = [each for each in sharing[:at] if each.entity != other.entity]
        if before and not any(apart(other, each) for each in before):
            sets.union(before[0].entity, other.entity)


def keys(use: EntityUse) -> list[str]:
    """Keys under which an entity may be found; a single name is no ground for a merge of persons."""
    if use.kind == "state":
        return []
    if use.wikidata:
        return [use.wikidata]
    if not use.name_ar or (use.kind == "person" and len(parts(use.name_ar)) < 2):
        return []
    return [name_key(use.name_ar)]


def apart(one: EntityUse, other: EntityUse) -> bool:
    """Whether something says that two of one name are two: another country, or another wikidata item."""
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return True
    if one.code[:3] and other.code[:3] and one.code[:3] != other.code[:3]:
        return True
    return not compare(one.name_ar, other.name_ar).same


def _reason(one: EntityUse, root: EntityUse) -> Reason:
    if one.wikidata and one.wikidata == root.wikidata:
        return Reason(rule="entity.wikidata", text=f"the same Wikidata item {one.wikidata}")
    why = "; ".join(compare(one.name_ar, root.name_ar).reasons)
    return Reason(rule="entity.name", text=f"«{one.name_ar}» and «{root.name_ar}»: {why}")


class Named(NamedTuple):
    """A name that a member of a story entity was read with, and the first document (with its date) that has it."""

    entity: str
    kind: EntityKind
    name: str
    name_ar: str
    wikidata: str | None
    first: str


def summarise_entity(
    entity: str,
    names: Sequence[Named],
    roles: Sequence[Role],
    spellings: Mapping[str, int],
    documents: int,
    reasons: Iterable[Reason],
) -> StoryEntity:
    """The story entity of these names (of all members, the earliest first), codes and written forms."""
    own = next((each for each in names if each.entity == entity), names[0])
    coded = [role for role in roles if role.code]
    return StoryEntity(
        id=entity,
        name=own.name,
        name_ar=own.name_ar or next((each.name_ar for each in names if each.name_ar), ""),
        kind=own.kind,
        code=min(coded, key=lambda role: (-role.documents, role.code)).code if coded else "",
        wikidata=next((each.wikidata for each in names if each.wikidata), None),
        members=tuple(sorted({each.entity for each in names})),
        spellings=dict(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
        roles=tuple(sorted(coded, key=lambda role: (role.first or "", role.code))),
        mentions=sum(spellings.values()),
        documents=documents,
        reasons=tuple(reasons),
    )
