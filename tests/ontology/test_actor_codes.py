"""Actor codes: who acts for a country, and who is only at home there."""

from __future__ import annotations

import pytest

from musnad.ontology.actor_codes import acts_for, ordered_code, split_code


@pytest.mark.parametrize(
    ("code", "ordered", "state"),
    [
        ("RUS GOV", "RUS GOV", "RUS"),
        ("PRK", "PRK", "PRK"),
        ("TUN LAB", "TUN LAB", "TUN"),
        ("YEM REB", "REB YEM", ""),
        ("REB YEM", "REB YEM", ""),
        ("USA MED", "MED USA", ""),
        ("IGO", "IGO", ""),
        ("REB", "REB", ""),
        ("", "", ""),
    ],
)
def test_country_stands_first_for_those_who_act_for_it(code: str, ordered: str, state: str) -> None:
    assert ordered_code(code) == ordered
    assert acts_for(code) == state


def test_split_code_in_either_order() -> None:
    assert split_code("REB YEM") == split_code("YEM REB") == ("YEM", ("REB",))
    assert split_code("USA GOV MIL") == ("USA", ("GOV", "MIL"))
