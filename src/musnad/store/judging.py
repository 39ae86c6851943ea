"""Judgements in the store: where their targets stand and which documents must be resolved again."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import msgspec
from msgspec.structs import replace

from musnad.errors import NotFoundError, UsageError
from musnad.model import Annotation, Entity, Judgement
from musnad.resolve.judged_entities import FIELDS, entity_verdicts
from musnad.resolve.judgements import ENTITY, ON_ENTITIES, judged_entities

# letter of a reference → table, its column of references
_TABLES = {"e": "event_report", "s": "claim", "f": "quantity"}
# what each kind of record can be told
_VERDICTS = {
    "e": ("accept", "reject", "retype", "change", "merge", "split"),
    **dict.fromkeys("sf", ("accept", "reject", "change", "merge", "split")),
    **dict.fromkeys("mn", ("accept", "merge", "split")),
    "entity": ("accept", "reject", "change", "merge", "split"),
}
_NAMES = {
    "e": "an event", "s": "a statement", "m": "a matter", "f": "a figure", "n": "a group of figures",
    "entity": "an entity",
}  # fmt: skip
_CHANGEABLE = {
    "e": frozenset({"date", "sources", "targets", "place", "status"}),
    "s": frozenset({"speaker", "stance"}),
    "f": frozenset({"value", "unit"}),
    "entity": frozenset(FIELDS),
}
_REPORT = frozenset({"date", "sources", "targets", "place", "factuality"})  # what one report alone can be given
_PLACE = frozenset({"document", "start", "end", "scope", "members", "entities"})
_ACTORS = ("sources", "targets", "speaker", "place")  # what names entities
_GROUPS = {"m": "s", "n": "f"}


def stored(connection: duckdb.DuckDBPyConnection, judgement_id: str) -> Judgement:
    """The judgement of this id; raises NotFoundError."""
    row = connection.execute("SELECT body FROM judgement WHERE id = ?", [judgement_id]).fetchone()
    if row is None:
        raise NotFoundError(f"no judgement {judgement_id}", advice="see `musnad judgements --all`")
    return msgspec.msgpack.decode(row[0], type=Judgement)


def active(connection: duckdb.DuckDBPyConnection) -> list[Judgement]:
    """The judgements that were not undone."""
    rows = connection.execute("SELECT body FROM judgement WHERE undone IS NULL ORDER BY made, id").fetchall()
    return [msgspec.msgpack.decode(row[0], type=Judgement) for row in rows]


def located(connection: duckdb.DuckDBPyConnection, judgement: Judgement) -> Judgement:
    """The judgement with the place of its target (and of the record it merges with); raises NotFoundError."""
    target, value = judgement.target, dict(judgement.value)
    _refuse_unknown(judgement)
    if target.startswith(ENTITY):
        return replace(judgement, value=value | _members(connection, judgement))
    target = _member(target)
    if told := _entities(connection, value):
        value["entities"] = told
    if "document" not in value:
        value |= _place(connection, target, "")
    if judgement.verdict == "merge":
        if "with" not in value:
            raise UsageError("a merge names the other record", advice='give value={"with": REFERENCE}')
        value["with"] = _member(value["with"])
        if "with_document" not in value:
            value |= _place(connection, value["with"], "with_")
    return replace(judgement, target=target, value=value)


def _refuse_unknown(judgement: Judgement) -> None:
    """Raises UsageError for a verdict that would have no effect on this kind of record."""
    kind = "entity" if judgement.target.startswith(ENTITY) else judgement.target[:1]
    allowed = _VERDICTS.get(kind)
    if allowed is not None and judgement.verdict not in allowed:
        problem = f"{judgement.verdict} has no effect on {_NAMES[kind]}"
        raise UsageError(problem, advice=f"possible here: {', '.join(allowed)}")
    if judgement.verdict != "change" or kind not in _CHANGEABLE:
        return
    known = _REPORT if judgement.value.get("scope") == "report" else _CHANGEABLE[kind]
    found = set(judgement.value) - _PLACE
    if not found or found - known:
        what = ", ".join(sorted(found - known)) or "nothing"
        raise UsageError(f"change of {what}", advice=f"{_NAMES[kind]} can be given another {', '.join(sorted(known))}")


def _members(connection: duckdb.DuckDBPyConnection, judgement: Judgement) -> dict[str, str]:
    """The ids that are merged into the entity now, kept for verdicts that change what is read of them.

    Raises NotFoundError for an entity that no article names.
    """
    name = judgement.target.removeprefix(ENTITY)
    if judgement.verdict not in ON_ENTITIES:
        return {}
    query = "SELECT entity FROM entity_member WHERE story_entity = ? UNION SELECT entity FROM mention WHERE entity = ?"
    found = [row[0] for row in connection.execute(f"{query} ORDER BY 1", [name, name]).fetchall()]
    if not found and "members" not in judgement.value:
        raise NotFoundError(f"no entity {name}", advice="see `musnad actors`")
    return {"members": ",".join(found)} if "members" not in judgement.value else {}


def _entities(connection: duckdb.DuckDBPyConnection, value: dict[str, str]) -> str:
    """The entities that a judgement names, as they are read where they are named: its article may not name them."""
    if "entities" in value:
        return value["entities"]
    wanted = [name for field in _ACTORS for name in value.get(field, "").split(",") if name]
    query = (
        "SELECT DISTINCT ON (entity) entity, kind, name, name_ar, code FROM entity_use"
        " WHERE entity IN (SELECT unnest(?::VARCHAR[])) ORDER BY entity, published DESC NULLS LAST, document"
    )
    rows = connection.execute(query, [wanted]).fetchall() if wanted else []
    found = [Entity(id=row[0], kind=row[1], name=row[2], name_ar=row[3], code=row[4]) for row in rows]
    return msgspec.json.encode(found).decode() if found else ""


def _member(ref: str) -> str:
    """The reference of a group's first member."""
    return _GROUPS.get(ref[:1], ref[:1]) + ref[1:]


def _place(connection: duckdb.DuckDBPyConnection, ref: str, prefix: str) -> dict[str, str]:
    table = _TABLES.get(ref[:1])
    if table is None:
        raise UsageError(f"{ref} can't be judged", advice="name an event, statement, matter, figure or entity:ID")
    row = connection.execute(f"SELECT document, start_at, end_at FROM {table} WHERE ref = ?", [ref]).fetchone()
    if row is None:
        raise NotFoundError(f"no record {ref}", advice="references stand in the first column of `musnad events`")
    return {f"{prefix}document": row[0], f"{prefix}start": str(row[1]), f"{prefix}end": str(row[2])}


def judged_among(connection: duckdb.DuckDBPyConnection, annotations: Iterable[Annotation]) -> set[str]:
    """The documents that people have said something of already, or of an entity that they name."""
    said = active(connection)
    known = {each.value["document"] for each in said if "document" in each.value}
    names = entity_verdicts(said).keys()
    return {
        each.document.id
        for each in annotations
        if each.document.id in known or any(entity.id in names for entity in each.entities)
    }


def touched(connection: duckdb.DuckDBPyConnection, judgement: Judgement) -> list[str]:
    """The documents whose records a judgement changes."""
    if judgement.target.startswith(ENTITY):
        names = [*judged_entities(judgement), judgement.value.get("with", "").removeprefix(ENTITY)]
        # of a rejected entity there is no use any more, but what was read of it stays
        query = " UNION ".join(
            f"SELECT document FROM {table} WHERE entity IN (SELECT unnest($names::VARCHAR[]))"
            for table in ("entity_use", "mention")
        )
        return [row[0] for row in connection.execute(f"{query} ORDER BY 1", {"names": names}).fetchall()]
    value = judgement.value
    return [value[name] for name in ("document", "with_document") if name in value]
