"""Disjoint sets and components do not depend on order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from musnad.resolve.union import DisjointSets

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12)


@given(PAIRS, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_unions(pairs: list[tuple[str, str]], random: object) -> None:
    one, other = DisjointSets("abcdefgh"), DisjointSets("abcdefgh")
    shuffled = sorted(pairs, key=lambda pair: hash((pair, 7)))
    for pair in pairs:
        one.union(*pair)
    for left, right in shuffled:
        other.union(right, left)
    assert one.groups() == other.groups()
    assert all(one.find(member) == min(group) for group in one.groups() for member in group)
