"""Entities merged over the store by name, and what keeps them apart."""

from __future__ import annotations

from typing import Any

from musnad.model.story import Reason, Role
from musnad.resolve.entities import EntityUse, Named, merge, summarise_entity
from musnad.resolve.parties import party


def use(entity: str, name_ar: str, **fields: Any) -> EntityUse:
    return EntityUse(
        **{"document": f"d-{entity}", "kind": "person", "name": entity, "entity": entity, "name_ar": name_ar} | fields
    )


def test_spellings_of_one_name_are_merged_with_a_reason() -> None:
    merged = merge([use("kemal-aydin", "كمال آيدين", code="TUR"), use("kmal-aydin", "كمال أيدين", code="TUR")])
    assert set(merged) == {"kmal-aydin"}
    root, why = merged["kmal-aydin"]
    assert root == "kemal-aydin"
    assert why.rule == "entity.name"
    assert "كمال" in why.text


def test_kinds_countries_and_wikidata_items_keep_names_apart() -> None:
    assert not merge([use("a", "سليم حداد", code="QAT"), use("b", "سليم حداد", code="LBY")])
    assert not merge([use("a", "سليم حداد", wikidata="Q1"), use("b", "سليم حداد", wikidata="Q2")])
    assert not merge([use("a", "الوفاق", kind="organization"), use("b", "الوفاق", kind="place")])


def test_two_ministers_of_one_surname_stay_two() -> None:
    assert not merge([use("a", "سليم حداد"), use("b", "جمال حداد"), use("c", "حداد")])
    assert not merge([use("a", "كيم جونغ أون"), use("b", "كيم جونغ إيل")])


def test_people_may_merge_and_split() -> None:
    said = Reason(rule="judgement.merge", text="merge by نور", judgement="j1")
    assert merge([use("a", "سليم حداد"), use("b", "أبو فارس")], [("a", "b", said)]) == {"b": ("a", said)}
    assert not merge([use("a", "سليم حداد"), use("b", "سليم حدّاد")], split={"b"})


def test_summary_takes_the_own_name_and_orders_spellings_and_roles() -> None:
    names = [Named("b", "person", "B", "أبو فارس", None, "1"), Named("a", "person", "A", "سليم حداد", None, "2")]
    roles = [
        Role(code="QAT LEG", first="2024-05-02"),
        Role(code="QAT GOV", first="2024-01-02", documents=2),
        Role(code=""),
    ]
    entity = summarise_entity("a", names, roles, {"سليم حداد": 2, "حداد": 4}, 3, [])
    assert (entity.name, entity.name_ar, entity.code) == ("A", "سليم حداد", "QAT GOV")
    assert list(entity.spellings) == ["حداد", "سليم حداد"]
    assert [role.code for role in entity.roles] == ["QAT GOV", "QAT LEG"]
    assert (entity.mentions, entity.documents, entity.members) == (6, 3, ("a", "b"))


def test_party_is_the_state_where_one_is_known() -> None:
    assert party("salim-haddad", "QAT GOV", {}) == "QAT"
    assert party("KOR/army", "", {}) == "KOR"
    assert party("united-nations", "IGO", {}) == "united-nations"
    assert party("kmal", "", {"kmal": "kemal"}) == "kemal"
