"""Entities over the store, in the store: who is merged into whom, and what that touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from musnad.model import Annotation
from musnad.model.story import Reason
from musnad.resolve.entities import EntityUse, merge, summarise_entity
from musnad.resolve.judgements import Corrections, reason
from musnad.store.encoding import entity_uses, use_row
from musnad.store.rows import Tables


class EntityStep:
    """`prepare` merges and tells which further documents speak of what was merged anew; `run` writes the entities."""

    def __init__(self, tables: Tables, corrections: Corrections) -> None:
        self.canon: dict[str, str] = {}
        self._tables = tables
        self._forced = [
            (_name(judgement.target), _name(judgement.value.get("with", "")), reason(judgement))
            for judgement in corrections.active
            if judgement.verdict == "merge" and judgement.target.startswith("entity:")
        ]
        self._split = {
            _name(judgement.target)
            for judgement in corrections.active
            if judgement.verdict == "split" and judgement.target.startswith("entity:")
        }
        self._touched: set[str] = set()

    def prepare(self, documents: Sequence[str], annotations: Sequence[Annotation]) -> set[str]:
        """Replaces the documents' uses and merges; the documents that use an entity whose merge has changed."""
        select = self._tables.select
        old = select("SELECT DISTINCT entity FROM entity_use WHERE document IN $values", documents)
        self._tables.delete("entity_use", "document", documents)
        self._tables.insert("entity_use", [use_row(use) for each in annotations for use in entity_uses(each)])
        new = select("SELECT DISTINCT entity FROM entity_use WHERE document IN $values", documents)
        named = {row[0] for row in [*old, *new]} | {name for one, other, _ in self._forced for name in (one, other)}
        family = self._family(named)
        before = self._members(family)
        merged = merge(self._uses(family), self._forced, self._split)
        changed = {name for name in family if before.get(name) != (merged[name][0] if name in merged else None)}
        self._tables.delete("entity_member", "entity", family)
        self._tables.insert("entity_member", [[name, *_packed(root)] for name, root in sorted(merged.items())])
        rows = select("SELECT entity, story_entity FROM entity_member WHERE entity IN $values", sorted(family))
        self.canon = dict(rows)
        self._touched = family | set(before.values())
        using = select("SELECT DISTINCT document FROM entity_use WHERE entity IN $values", sorted(changed))
        return {row[0] for row in using}

    def _family(self, named: set[str]) -> set[str]:
        """The named entities and all that share a key, a merge or a judgement with them."""
        family: set[str] = set()
        fresh = set(named)
        while fresh:
            family |= fresh
            found = self._tables.select(
                "SELECT DISTINCT entity FROM entity_use WHERE list_has_any(keys, (SELECT flatten(list(keys)) FROM"
                " entity_use WHERE entity IN $values AND len(keys) > 0))",
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
        query = (
            "SELECT any_value(body ORDER BY document) FROM entity_use WHERE entity IN $values"
            " GROUP BY entity, kind, name_ar, code, keys ORDER BY entity, name_ar, code"
        )
        return [msgspec.msgpack.decode(row[0], type=EntityUse) for row in self._tables.select(query, sorted(family))]

    def run(self) -> None:
        """Writes the story entities that were touched."""
        rows = self._tables.select(
            "SELECT coalesce(m.story_entity, u.entity), u.body FROM entity_use u LEFT JOIN entity_member m"
            " ON m.entity = u.entity WHERE u.entity IN $values ORDER BY u.document",
            sorted(self._touched),
        )
        uses: dict[str, list[EntityUse]] = {}
        for name, body in rows:
            uses.setdefault(name, []).append(msgspec.msgpack.decode(body, type=EntityUse))
        reasons = self._reasons(uses)
        self._tables.delete("entity", "id", sorted(self._touched | set(uses)))
        self._tables.insert("entity", [_row(name, uses[name], reasons.get(name, [])) for name in sorted(uses)])

    def _reasons(self, uses: Iterable[str]) -> dict[str, list[Reason]]:
        query = "SELECT story_entity, reason FROM entity_member WHERE story_entity IN $values ORDER BY entity"
        found: dict[str, list[Reason]] = {}
        for name, body in self._tables.select(query, sorted(uses)):
            found.setdefault(name, []).append(msgspec.msgpack.decode(body, type=Reason))
        return found


def _name(target: str) -> str:
    return target.removeprefix("entity:")


def _packed(root: tuple[str, Reason]) -> tuple[str, bytes]:
    return root[0], msgspec.msgpack.encode(root[1])


def _row(name: str, uses: Sequence[EntityUse], reasons: Sequence[Reason]) -> list[object]:
    ordered = sorted(uses, key=lambda use: (use.published or "9999", use.document))
    entity = summarise_entity(name, ordered, reasons)
    row = [name, entity.kind, entity.name, entity.name_ar, entity.code, entity.mentions, entity.documents]
    return [*row, msgspec.msgpack.encode(entity)]
