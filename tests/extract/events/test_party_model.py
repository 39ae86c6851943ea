"""The model of participants that the sentence leaves out."""

from __future__ import annotations

import pytest

from musnad import annotate
from musnad.extract.annotate import layers
from musnad.extract.events.layer import draft_events
from musnad.extract.events.party_features import Question
from musnad.extract.events.party_ledger import Ledger, ledgers
from musnad.extract.events.party_model import likelihood, shipped
from musnad.extract.reading import Reading
from musnad.model import Document

TEXT = (
    "اتهمت كينيا الصومال بإيواء مسلحين. وردت مقديشو بأن كينيا انتهكت مجالها الجوي. "
    "وهددت كينيا الصومال بإغلاق الحدود. وقالت كينيا إنها طردت سفير الصومال. وقالت الصحف إن كينيا أعلنت رفضها أي تنازل."
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    reading = Reading(Document(id="x", text=TEXT))
    for layer in layers():
        layer(reading)
    return ledgers(draft_events(reading, {}))[0]


def test_the_ledger_counts_who_deals_with_whom(ledger: Ledger) -> None:
    assert ledger.ranked[:2] == ["KEN", "SOM"]
    assert ledger.directed["KEN", "SOM"] >= 4
    assert set(ledger.partners["KEN"]) == {"SOM"}


def test_a_party_of_the_other_role_is_no_candidate(ledger: Ledger) -> None:
    at = next(at for at, sources in enumerate(ledger.sources) if sources == ("KEN",))
    question = Question(ledger, at, "target")
    assert "KEN" not in question.candidates()
    assert "SOM" in question.candidates()
    assert "target|partner=high" in question.features("SOM")
    assert all(feature.startswith("target|") for feature in question.features("SOM"))


def test_likelihood_is_the_logistic_of_the_weights() -> None:
    share, best = likelihood(["a", "b", "c"], {"a": 1.0, "b": -1.0, "d": 9.0})
    assert share == 0.5
    assert best == "a"


def test_no_weights_fill_nothing_and_filled_roles_say_why() -> None:
    reading = Reading(Document(id="x", text=TEXT))
    for layer in layers():
        layer(reading)
    assert not any(how.startswith("likely") for d in draft_events(reading, {}) for how in d.filled.values())
    filled = [
        draft for draft in draft_events(reading) if any(how.startswith("likely") for how in draft.filled.values())
    ]
    assert filled
    for draft in filled:
        assert not set(draft.source.actors) & set(draft.target.actors)


def test_what_the_model_fills_in_is_less_sure_than_what_is_told() -> None:
    events = annotate(TEXT).events
    likely = [event for event in events if any("likely" in item.rule for item in event.evidence)]
    told = [event for event in events if event not in likely and event.sources and event.targets]
    assert likely
    assert told
    assert max(event.confidence for event in likely) < max(event.confidence for event in told)


def test_an_article_without_parties_stays_empty() -> None:
    assert all(not event.sources for event in annotate("تواصلت الاحتجاجات. وتجددت المطالب.").events)


def test_every_weight_belongs_to_a_role() -> None:
    assert {feature.partition("|")[0] for feature in shipped()} == {"source", "target"}
