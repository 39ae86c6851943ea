"""Where each statement comes from as W3C PROV-JSON: document ← outlet, statement ← speaker, through its relays."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TextIO

from musnad.export.extras import optional
from musnad.model.story import Statement
from musnad.store.base import View


def write_prov(view: View, stream: TextIO) -> int:
    """Writes PROV-JSON; the number of statements. Relays act on behalf of the one they pass on."""
    document = optional("prov.model").ProvDocument()
    document.add_namespace("musnad", "urn:musnad:")
    for source in view.documents():
        document.entity(f"musnad:{_local(source.id)}", {"prov:label": source.title or source.uri})
        if source.outlet:
            document.agent(f"musnad:{_local(source.outlet)}", {"prov:label": source.outlet})
            document.wasAttributedTo(f"musnad:{_local(source.id)}", f"musnad:{_local(source.outlet)}")
    count = 0
    for statement in view.statements():
        _add_statement(document, statement)
        count += 1
    stream.write(document.serialize(format="json", indent=1) + "\n")
    return count


def _add_statement(document: Any, statement: Statement) -> None:
    content = statement.content.text if statement.content else statement.place.sentence.text
    name = f"musnad:{_local(statement.id)}"
    document.entity(name, {"prov:value": content, "musnad:stance": statement.stance})
    document.wasDerivedFrom(f"musnad:{_local(statement.place.document)}", name)
    voice = statement.voice
    speaker = voice.entity or voice.name
    chain = [agent for agent in (speaker, *voice.via) if agent]
    for agent in chain:
        document.agent(f"musnad:{_local(agent)}", {"prov:label": agent})
    if chain:
        document.wasAttributedTo(name, f"musnad:{_local(chain[0])}")
    for inner, outer in pairwise(chain):
        document.actedOnBehalfOf(f"musnad:{_local(outer)}", f"musnad:{_local(inner)}")


def _local(name: str) -> str:
    """A name that may stand behind a prefix: every sign but letters, digits and hyphens becomes a low line."""
    return "".join(letter if letter.isalnum() or letter == "-" else "_" for letter in name)
