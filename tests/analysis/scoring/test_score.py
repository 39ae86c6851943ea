"""Small cases whose figures can be counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from musnad.analysis.scoring.layers import same_time
from musnad.analysis.scoring.names import Names, slug
from musnad.analysis.scoring.score import intervals, score_article
from musnad.analysis.scoring.sides import gold_side, system_side
from musnad.analysis.scoring.tally import Tally, b_cubed, merged

NAMES = Names({"vladimir-putin": {"state": "RUS", "aliases": ["putin"]}, "nato": {"aliases": ["otan"]}})


def at(start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": "x" * (end - start)}


def score(gold: dict[str, Any], system: dict[str, Any]) -> Tally:
    return score_article(gold_side(gold), system_side(system), NAMES)


def figures(tally: Tally, layer: str) -> tuple[float, float, float]:
    count = tally.counts[layer]
    return count.right, count.system, count.gold


def mention(start: int, end: int, entity: str = "RUS", kind: str = "state", **more: Any) -> dict[str, Any]:
    return {"text": at(start, end), "entity": entity, "kind": kind, **more}


def found(start: int, end: int, entity: str = "RUS", kind: str = "state") -> dict[str, Any]:
    return at(start, end) | {"entity": entity, "kind": kind}


ENTITIES = [
    {"id": "RUS", "code": "RUS", "name": "Russia"},
    {"id": "p", "code": "", "name": "Putin"},
    {"id": "x", "code": "IGO"},
]


def test_mentions_by_half_exact_and_kind() -> None:
    gold = {"mentions": [mention(0, 10), mention(20, 30), mention(40, 44)]}
    tally = score(gold, {"entities": ENTITIES, "mentions": [found(0, 10, kind="place"), found(20, 25), found(43, 60)]})
    assert figures(tally, "mentions") == (2, 3, 3)
    assert figures(tally, "mentions_exact") == (1, 3, 3)
    assert figures(tally, "mentions_typed") == (1, 3, 3)
    assert figures(tally, "state_code") == (2, 2, 2)
    assert sorted(line.split()[0] for line in tally.errors["mentions"]) == ["missed", "spurious"]


def test_mentions_nested_adjective_counts_for_nobody() -> None:
    body = mention(0, 20, "KOR/defense-ministry", "organization")
    gold = {"mentions": [body, mention(12, 20, "KOR", adj=True)]}
    assert figures(score(gold, {"mentions": [found(0, 20)]}), "mentions") == (1, 1, 1)
    assert figures(score({"mentions": [body]}, {"mentions": [found(0, 20), found(12, 20)]}), "mentions") == (1, 1, 1)


def test_furniture_is_out_of_scope_and_counted_by_characters() -> None:
    zone = {"kind": "promo", **at(100, 120)}
    tally = score({"zone_spans": [zone]}, {"zones": [zone | {"start": 110}], "mentions": [found(105, 109)]})
    assert figures(tally, "zones") == (10, 10, 20)
    assert figures(tally, "mentions") == (0, 0, 0)


def test_times_and_values() -> None:
    gold = {"times": [{"text": at(0, 5), "value": "2024-06-18"}, {"text": at(9, 14), "value": "2024-06-18/2024-06-20"}]}
    tally = score(gold, {"times": [at(0, 5) | {"value": "2024-06-17"}, at(9, 12) | {"value": "2024-06-18"}]})
    assert figures(tally, "times") == (2, 2, 2)
    assert figures(tally, "times_value") == (1, 2, 2)


@pytest.mark.parametrize(
    ("a", "b", "same"), [("2024", "2024", True), ("2024/2025", "2024", True), ("2024", "2025", False), ("", "", True)]
)
def test_same_time(a: str, b: str, same: bool) -> None:
    assert same_time(a, b) is same


def test_quantities_within_one_per_cent() -> None:
    gold = {
        "quantities": [
            {"text": at(0, 4), "value": 1000, "unit": "soldier"},
            {"text": at(9, 12), "value": 5, "unit": "USD"},
        ]
    }
    system = {"quantities": [at(0, 4) | {"value": 1009, "unit": "SOLDIER"}, at(9, 12) | {"value": 6, "unit": "USD"}]}
    assert figures(score(gold, system), "quantities") == (1, 2, 2)
    assert figures(score(gold, system), "quantities_unit") == (1, 2, 2)


def event(trigger: tuple[int, int], sources: list[str], targets: list[str], **more: Any) -> dict[str, Any]:
    return {"trigger": at(*trigger), "type": "CONSULT", "sources": sources, "targets": targets, **more}


def test_events_roles_go_by_state() -> None:
    gold = {"events": [event((0, 5), ["vladimir-putin"], ["PRK"], factuality="CT+", time="2024-06-18")]}
    system = {"entities": ENTITIES, "events": [event((2, 5), ["p"], [], factuality="U", time="2024-06-18")]}
    tally = score(gold, system)
    assert figures(tally, "event") == (1, 1, 1)
    assert figures(tally, "event_sources") == (1, 1, 1)
    assert figures(tally, "event_targets") == (0, 0, 1)
    assert figures(tally, "event_factuality") == (0, 1, 1)
    assert figures(tally, "event_time") == (1, 1, 1)
    assert figures(tally, "dyad") == (0, 1, 1)


def test_events_of_another_type_are_triggers_only() -> None:
    system = {"events": [event((0, 5), [], []) | {"type": "AID"}]}
    tally = score({"events": [event((0, 5), [], [])]}, system)
    assert figures(tally, "event_trigger") == (1, 1, 1)
    assert figures(tally, "event") == (0, 1, 1)


def claim(source: Any, cue: Any, content: Any, **more: Any) -> dict[str, Any]:
    return {"source": source, "cue": cue, "content": content, "stance": "assert", **more}


def test_claims_need_cue_or_half_the_content_and_a_source_that_fits() -> None:
    gold = {"claims": [claim(at(0, 5), at(6, 9), at(10, 50), stance="deny", entity="RUS")]}
    fits = {"entities": ENTITIES, "claims": [claim(None, at(6, 9), at(10, 30), stance="deny", entity="RUS")]}
    tally = score(gold, fits)
    assert figures(tally, "claims") == (1, 1, 1)
    assert figures(tally, "claim_denial") == (1, 1, 1)
    assert figures(tally, "claim_content_iou") == (0.5, 1, 1)
    assert figures(tally, "claim_source_state") == (1, 1, 1)
    assert figures(score(gold, {"claims": [claim(at(60, 65), at(6, 9), at(10, 50))]}), "claims") == (0, 1, 1)


def test_links_need_cue_and_both_ends() -> None:
    gold = {"links": [{"kind": "cause", "cue": at(10, 12), "from": at(0, 9), "to": at(13, 20)}]}
    assert figures(score(gold, {"links": [gold["links"][0] | {"kind": "enable"}]}), "links") == (1, 1, 1)
    assert figures(score(gold, {"links": [gold["links"][0] | {"to": at(30, 40)}]}), "links") == (0, 1, 1)


def test_nothing_against_nothing_is_zero_without_an_error() -> None:
    assert score({}, {}).scores()["mentions"] == (0, 0, 0, 0, 0)


def test_b_cubed_by_hand() -> None:
    # one gold entity split in two: precision 1, recall (2·2/3 + 1·1/3) / 3
    assert b_cubed([("a", "1"), ("a", "1"), ("a", "2")])[:2] == (1.0, round((2 * 2 / 3 + 1 / 3) / 3, 3))
    assert b_cubed([("a", "1"), ("b", "1")])[:2] == (0.5, 1.0)


def test_names_by_code_alias_and_slug() -> None:
    side = system_side({"entities": [*ENTITIES, {"id": "otan", "code": "IGO", "name": "?"}]})
    assert NAMES.system(side, "p") == "RUS"
    assert NAMES.system(side, "otan") == "nato"
    assert NAMES.system(side, "unknown") == ""
    assert NAMES.gold("RUS/kremlin") == "RUS"
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"


def test_intervals_hold_the_figure_and_stay_the_same() -> None:
    right = score({"mentions": [mention(0, 4)]}, {"mentions": [found(0, 4)]})
    wrong = score({"mentions": [mention(0, 4)]}, {"mentions": [found(9, 14)]})
    tallies = [right, wrong, right, right]
    low, high = intervals(tallies, 100)["mentions"]
    assert low < merged(tallies).scores()["mentions"].f1 < high
    assert intervals(tallies, 100) == intervals(tallies, 100)
