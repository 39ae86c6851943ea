"""Entities over the store, in the store: who is merged into whom, and what that touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from musnad.model.story import Reason, Role
from musnad.resolve.entities import EntityUse, Named, merge, summarise_entity
from musnad.resolve.judged_entities import entity_verdicts, judged_uses
from musnad.resolve.judgements import Corrections, reason
from musnad.store.encoding import entity_key_rows, use_row
from musnad.store.rows import Tables

# what a merge looks at; a document that brings nothing new of this changes no merge
_LOOKS = "entity, kind, name_ar, code, wikidata"


class EntityStep:
    """`prepare` merges and tells which further documents speak of what was merged anew; `run` writes the entities."""

    def __init__(self, tables: Tables, corrections: Corrections) -> None:
        self.canon: dict[str, str] = {}
        self._tables = tables
        said = [judgement for judgement in corrections.active if judgement.target.startswith("entity:")]
        self._forced = [
            (_name(judgement.target), _name(judgement.value.get("with", "")), reason(judgement))
            for judgement in said
            if judgement.verdict == "merge"
        ]
        self._verdicts = entity_verdicts(said)
        self._split = {_name(judgement.target) for judgement in said if judgement.verdict == "split"}
        self._judged = self._split.union(self._verdicts, *(pair[:2] for pair in self._forced))
        self._touched: set[str] = set()

    def prepare(self, documents: Sequence[str], uses: Mapping[str, Sequence[EntityUse]]) -> set[str]:
        """Replaces the documents' uses and merges; the documents that use an entity whose merge has changed."""
        old = self._looks(documents)
        if old:
            self._tables.delete("entity_use", "document", documents)
            self._tables.delete("entity_key", "document", documents)
        every = [use for each in uses.values() for use in judged_uses(each, self._verdicts)]
        new: set[tuple[Any, ...]] = {(use.entity, use.kind, use.name_ar, use.code, use.wikidata) for use in every}
        changed = (old ^ new) - self._known({look[0] for look in old ^ new})
        self._tables.insert("entity_use", [use_row(use) for use in every])
        self._tables.insert("entity_key", [row for use in every for row in entity_key_rows(use)])
        named = {str(look[0]) for look in (*old, *new)} | self._judged
        family = self._family({str(look[0]) for look in changed} | self._judged)
        before = self._members(family)
        merged = merge(self._uses(family), self._forced, self._split)
        moved = {name for name in family if before.get(name) != (merged[name][0] if name in merged else None)}
        self._tables.delete("entity_member", "entity", family)
        self._tables.insert("entity_member", [[name, *_packed(root)] for name, root in sorted(merged.items())])
        self.canon = self._members(named | family)
        self._touched = named | family | set(before.values())
        using = self._tables.select("SELECT DISTINCT document FROM entity_use WHERE entity IN $values", sorted(moved))
        return {row[0] for row in using}

    def _looks(self, documents: Iterable[str]) -> set[tuple[Any, ...]]:
        query = f"SELECT DISTINCT {_LOOKS} FROM entity_use WHERE document IN $values"
        return set(self._tables.select(query, documents))

    def _known(self, entities: Iterable[str]) -> set[tuple[Any, ...]]:
        query = f"SELECT DISTINCT {_LOOKS} FROM entity_use WHERE entity IN $values"
        return set(self._tables.select(query, sorted(entities)))

    def _family(self, named: set[str]) -> set[str]:
        """The named entities and all that share a key, a merge or a judgement with them."""
        family: set[str] = set()
        fresh = set(named)
        while fresh:
            family |= fresh
            found = self._tables.select(
                "SELECT DISTINCT entity FROM entity_key"
                " WHERE key IN (SELECT key FROM entity_key WHERE entity IN $values)",
                sorted(fresh),
            )
            roots = self._tables.select(
                "SELECT entity FROM entity_member WHERE story_entity IN (SELECT story_entity FROM entity_member"
                " WHERE entity IN $values)",
                sorted(fresh),
            )
            fresh = {row[0] for row in [*found, *roots]} - family
        return family

    def _members(self, family: Iterable[str]) -> dict[str, str]:
        query = "SELECT entity, story_entity FROM entity_member WHERE entity IN $values"
        return dict(self._tables.select(query, sorted(family)))

    def _uses(self, family: Iterable[str]) -> list[EntityUse]:
        """The family's entities by all that a merge looks at."""
        query = f"SELECT DISTINCT {_LOOKS} FROM entity_use WHERE entity IN $values ORDER BY ALL"
        return [
            EntityUse(document="", entity=entity, kind=kind, name="", name_ar=name_ar, code=code, wikidata=wikidata)
            for entity, kind, name_ar, code, wikidata in self._tables.select(query, sorted(family))
        ]

    def run(self) -> None:
        """Writes the story entities that were touched."""
        roots = self._roots()
        members = sorted(roots)
        said = _grouped(self._tables.named(_NAMES, members, roots))
        roles = _grouped(self._tables.named(_ROLES, members, roots))
        spelled = _grouped(self._tables.named(_SPELLINGS, members, roots))
        counts = dict(self._tables.named(_DOCUMENTS, members, roots))
        reasons = self._reasons(said)
        self._tables.delete("entity", "id", sorted(self._touched | set(said)))
        rows = []
        for name, found in sorted(said.items()):
            codes = [Role(code=code, documents=many, first=a, last=b) for code, many, a, b in roles.get(name, ())]
            forms = dict(spelled.get(name, ()))
            why = [*reasons.get(name, []), *self._changes(found)]
            entity = summarise_entity(name, [Named(*each) for each in found], codes, forms, counts[name], why)
            row = [name, entity.kind, entity.name, entity.name_ar, entity.code, entity.mentions, entity.documents]
            rows.append([*row, msgspec.msgpack.encode(entity)])
        self._tables.insert("entity", rows)

    def _changes(self, members: Iterable[tuple[Any, ...]]) -> list[Reason]:
        """Who changed the names, kind or role of these members."""
        said = (self._verdicts.get(each[0]) for each in members)
        found = {judgement.id: reason(judgement) for judgement in said if judgement is not None}
        return [found[name] for name in sorted(found)]

    def _roots(self) -> dict[str, str]:
        """Entity → story entity, for all members of the story entities that were touched."""
        own = self._members(self._touched)
        roots = {own.get(name, name) for name in self._touched}
        query = "SELECT entity, story_entity FROM entity_member WHERE story_entity IN $values"
        return {name: name for name in roots} | dict(self._tables.select(query, sorted(roots)))

    def _reasons(self, names: Iterable[str]) -> dict[str, list[Reason]]:
        query = "SELECT story_entity, reason FROM entity_member WHERE story_entity IN $values ORDER BY entity"
        found: dict[str, list[Reason]] = {}
        for name, body in self._tables.select(query, sorted(names)):
            found.setdefault(name, []).append(msgspec.msgpack.decode(body, type=Reason))
        return found


_NAMES = (
    "SELECT root, entity, kind, name, name_ar, wikidata, min(coalesce(published, '9999') || document) AS first"
    " FROM entity_use JOIN chosen USING (entity) GROUP BY ALL"
    " ORDER BY root, first, entity, kind, name, name_ar, wikidata"
)
_ROLES = (
    "SELECT root, code, count(DISTINCT document), min(published), max(published)"
    " FROM entity_use JOIN chosen USING (entity) GROUP BY root, code ORDER BY ALL"
)
_SPELLINGS = "SELECT root, text, count(*) FROM mention JOIN chosen USING (entity) GROUP BY root, text ORDER BY ALL"
_DOCUMENTS = "SELECT root, count(DISTINCT document) FROM entity_use JOIN chosen USING (entity) GROUP BY root"


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name, *rest in rows:
        found.setdefault(str(name), []).append(tuple(rest))
    return found


def _name(target: str) -> str:
    return target.removeprefix("entity:")


def _packed(root: tuple[str, Reason]) -> tuple[str, bytes]:
    return root[0], msgspec.msgpack.encode(root[1])
