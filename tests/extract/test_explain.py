from __future__ import annotations

import pytest

import musnad
from musnad.errors import NotFoundError
from musnad.extract.explain import explain

TEXT = "يتوقع خبراء أن تزور المستشارة الألمانية أنغيلا ميركل الصين غدا. وقال محلل إن الزيارة مهمة."


def test_explain_names_rule_roles_and_cue() -> None:
    annotation = musnad.annotate(TEXT, "2016-05-10")
    told = explain(annotation, "v1")
    assert told.rule == annotation.events[0].rule
    assert {role.part: role.actors for role in told.roles} == {"source": ("angela-merkel",), "target": ("CHN",)}
    assert told.factuality == "PR+"
    assert told.factuality_cue is not None
    assert told.factuality_cue.text == "يتوقع"
    assert {chunk.role for chunk in told.chunks} >= {"trigger", "source", "target", "factuality"}


def test_explain_says_what_came_from_the_context() -> None:
    annotation = musnad.annotate(TEXT, "2016-05-10")
    told = explain(annotation, "v2")
    assert all("same act" in role.why for role in told.roles)


def test_explain_agrees_with_the_record() -> None:
    annotation = musnad.annotate(TEXT, "2016-05-10")
    for event in annotation.events:
        told = explain(annotation, event.id)
        assert [role.actors for role in told.roles] == [event.sources, event.targets]
        assert told.factuality == event.factuality


def test_explain_an_unknown_event() -> None:
    with pytest.raises(NotFoundError):
        explain(musnad.annotate(TEXT, "2016-05-10"), "v99")
