"""Judgements in the store: where their targets stand and which documents must be resolved again."""

from __future__ import annotations

import duckdb
import msgspec
from msgspec.structs import replace

from musnad.errors import NotFoundError, UsageError
from musnad.model import Judgement

# letter of a reference → table, its column of references
_TABLES = {"e": "event_report", "s": "claim", "f": "quantity"}
# what each kind of record can be told
_VERDICTS = {
    "e": ("accept", "reject", "retype", "change", "merge", "split"),
    **dict.fromkeys("sf", ("accept", "reject", "change", "merge", "split")),
    **dict.fromkeys("mn", ("accept", "merge", "split")),
    "entity": ("accept", "merge", "split"),
}
_NAMES = {
    "e": "an event", "s": "a statement", "m": "a matter", "f": "a figure", "n": "a group of figures",
    "entity": "an entity",
}  # fmt: skip
_CHANGEABLE = {
    "e": frozenset({"date", "sources", "targets", "place", "status"}),
    "s": frozenset({"speaker", "stance"}),
    "f": frozenset({"value", "unit"}),
}
_PLACE = frozenset({"document", "start", "end", "scope"})
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
    if target.startswith("entity:"):
        return judgement
    target = _member(target)
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
    kind = "entity" if judgement.target.startswith("entity:") else judgement.target[:1]
    allowed = _VERDICTS.get(kind)
    if allowed is not None and judgement.verdict not in allowed:
        problem = f"{judgement.verdict} has no effect on {_NAMES[kind]}"
        raise UsageError(problem, advice=f"possible here: {', '.join(allowed)}")
    if judgement.verdict != "change" or kind not in _CHANGEABLE:
        return
    known, found = _CHANGEABLE[kind], set(judgement.value) - _PLACE
    if not found or found - known:
        what = ", ".join(sorted(found - known)) or "nothing"
        raise UsageError(f"change of {what}", advice=f"{_NAMES[kind]} can be given another {', '.join(sorted(known))}")


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


def touched(connection: duckdb.DuckDBPyConnection, judgement: Judgement) -> list[str]:
    """The documents whose records a judgement changes."""
    if judgement.target.startswith("entity:"):
        names = [judgement.target[7:], judgement.value.get("with", "").removeprefix("entity:")]
        query = "SELECT DISTINCT document FROM entity_use WHERE entity IN (SELECT unnest(?::VARCHAR[])) ORDER BY 1"
        return [row[0] for row in connection.execute(query, [names]).fetchall()]
    value = judgement.value
    return [value[name] for name in ("document", "with_document") if name in value]
