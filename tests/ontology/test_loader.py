"""The ontology: complete, labelled in both languages, and the only source of codes."""

from __future__ import annotations

from typing import get_args

import pytest

from musnad.model.claim import Stance
from musnad.model.document import ZoneKind
from musnad.model.entity import EntityKind
from musnad.model.event import Factuality
from musnad.model.link import LinkKind
from musnad.ontology import label, plover, roles, values


def test_plover_has_the_sixteen_types() -> None:
    assert len(plover()) == 16
    assert all(entry.definition.ar and entry.definition.en for entry in plover().values())


def test_weights_follow_the_quad_class() -> None:
    assert all((entry.weight > 0) == entry.quad.endswith("cooperation") for entry in plover().values())


def test_a_mode_may_continue_another_cameo_root_than_its_type() -> None:
    assert plover()["ASSAULT"].cameo_root("abduct") == "18"
    assert plover()["ASSAULT"].cameo_root() == "19"
    assert plover()["CONSULT"].cameo_root("visit") == "04"


@pytest.mark.parametrize(
    ("group", "literal"),
    [("stances", Stance), ("factuality", Factuality), ("kinds", EntityKind), ("zones", ZoneKind), ("links", LinkKind)],
)
def test_every_value_of_the_contract_has_labels(group: str, literal: object) -> None:
    assert set(values(group)) == set(get_args(literal))


def test_labels_in_both_languages() -> None:
    assert label("plover", "CONSULT.visit", "ar") == "زيارة"
    assert label("plover", "CONSULT.unheard-of", "en") == "consult"
    assert label("roles", "MIL", "en") == "military"
    assert label("roles", "XYZ", "en") == "XYZ"
    assert all(code.isupper() and len(code) == 3 for code in roles())


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("CONSULT.visit", "en", "visit"),
        ("THREATEN.arrest", "en", "threaten: arrest"),
        ("REQUEST.meet", "ar", "طلب: لقاء أو تفاوض"),
        ("THREATEN", "en", "threaten"),
        ("NIX.visit", "en", "NIX.visit"),
    ],
)
def test_what_is_only_threatened_or_asked_for_is_not_labelled_as_done(code: str, language: str, expected: str) -> None:
    assert label("plover", code, language) == expected  # type: ignore[arg-type]
