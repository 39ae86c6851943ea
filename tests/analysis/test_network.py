"""Dyads, ties, triads and shifts of a made story."""

from __future__ import annotations

from typing import cast

from tests.analysis.made_story import MadeView

from musnad.analysis.network import Dyad, Tie, dyads, shifts, ties, triads
from musnad.store.base import View

VIEW = cast(View, MadeView())


def test_dyads_stand_for_states_and_leave_out_what_is_only_expected() -> None:
    found = {(d.source, d.target, d.period): d for d in dyads(VIEW)}
    assert set(found) == {("RUS", "PRK", "2024-06"), ("PRK", "RUS", "2024-06"), ("PRK", "KOR", "2024-07")}
    assert found["RUS", "PRK", "2024-06"].cooperation > 0
    assert found["PRK", "KOR", "2024-07"].conflict < 0


def test_dyads_within_bounds() -> None:
    assert {d.period for d in dyads(VIEW, since="2024-07-01")} == {"2024-07"}
    assert {d.period for d in dyads(VIEW, before="2024-07-01")} == {"2024-06"}


def test_ties_join_both_directions_and_carry_a_sign() -> None:
    signs = {tie.actors: tie.sign for tie in ties(dyads(VIEW))}
    assert signs == {("PRK", "RUS"): 1, ("KOR", "PRK"): -1}


def test_a_tie_of_equal_weights_has_no_sign() -> None:
    mixed = Dyad(source="A", target="B", period="", cooperation=5, conflict=-4.5, events=("x", "y"))
    assert ties([mixed])[0].sign == 0


def test_triads_are_balanced_when_the_product_of_signs_is_positive() -> None:
    def tie(a: str, b: str, sign: int) -> Tie:
        return Tie(actors=(a, b), cooperation=1, conflict=-1, sign=sign, events=1)

    assert triads([tie("A", "B", 1), tie("B", "C", -1), tie("A", "C", -1)])[0].balanced
    assert not triads([tie("A", "B", 1), tie("B", "C", 1), tie("A", "C", -1)])[0].balanced
    assert triads([tie("A", "B", 1), tie("B", "C", 0), tie("A", "C", -1)]) == []


def test_shifts_need_events_on_both_sides() -> None:
    assert shifts(VIEW, "2024-07-01") == []
