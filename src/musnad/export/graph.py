"""The network of actors as GraphML or as dynamic GEXF, for Gephi and its kin."""

from __future__ import annotations

from typing import Any, BinaryIO

from musnad.analysis.naming import Naming
from musnad.analysis.network import Dyad, dyads, ties
from musnad.analysis.wording import Language
from musnad.export.extras import optional
from musnad.store.base import View


def write_graphml(view: View, stream: BinaryIO, *, language: Language = "ar") -> int:
    """Writes the undirected signed ties over all time as GraphML; the number of ties."""
    networkx = optional("networkx")
    graph = networkx.Graph()
    found = ties(dyads(view))
    for tie in found:
        graph.add_edge(
            *tie.actors, cooperation=tie.cooperation, conflict=tie.conflict, sign=tie.sign, events=tie.events
        )
    _name_nodes(graph, view, language)
    networkx.write_graphml(graph, stream)
    return len(found)


def write_gexf(view: View, stream: BinaryIO, *, language: Language = "ar") -> int:
    """Writes the directed dyads by month as dynamic GEXF, an edge for each month; the number of edges."""
    networkx = optional("networkx")
    graph = networkx.MultiDiGraph()
    found = [dyad for dyad in dyads(view) if dyad.period]
    for number, dyad in enumerate(found):
        graph.add_edge(dyad.source, dyad.target, key=str(number), **_edge(dyad))
    _name_nodes(graph, view, language)
    graph.graph["mode"] = "dynamic"
    networkx.write_gexf(graph, stream)
    return len(found)


def _edge(dyad: Dyad) -> dict[str, Any]:
    start = dyad.period if len(dyad.period) == 7 else f"{dyad.period[:4]}-01"
    return {
        "id": f"{dyad.source}-{dyad.target}-{dyad.period}",
        "start": f"{start}-01",
        "end": f"{_next_month(start)}-01",
        "weight": round(dyad.cooperation - dyad.conflict, 2),
        "cooperation": dyad.cooperation,
        "conflict": dyad.conflict,
    }


def _next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"


def _name_nodes(graph: Any, view: View, language: Language) -> None:
    naming = Naming(view.entity_names(), language)
    for node in graph.nodes:
        entity = naming.entities.get(node)
        graph.nodes[node].update(label=naming.name(node), kind=entity.kind if entity else "state")
