"""The picture of the network: which ties it shows, and that the same ties give the same bytes."""

from __future__ import annotations

from pathlib import Path

from musnad.analysis.network import Tie
from musnad.export.network_plot import MOST_ACTORS, chosen, plot_network


def tie(one: str, other: str, cooperation: float = 5.0, conflict: float = 0.0, sign: int = 1) -> Tie:
    return Tie(actors=(one, other), cooperation=cooperation, conflict=conflict, sign=sign, events=1)


def test_the_strongest_ties_choose_the_actors() -> None:
    weak = [tie("A", f"Z{number:02}", 1.0) for number in range(30)]
    shown = chosen([*weak, tie("Y", "X", 0.0, -40.0, -1)])
    assert shown[0].actors == ("Y", "X")
    assert len({actor for each in shown for actor in each.actors}) == MOST_ACTORS


def test_a_plot_is_the_same_every_time(tmp_path: Path) -> None:
    ties = [tie("RUS", "PRK"), tie("PRK", "KOR", 0.0, -8.0, -1), tie("KOR", "RUS", 2.0, -2.0, 0)]
    names = {"RUS": "روسيا", "PRK": "كوريا الشمالية", "KOR": "كوريا الجنوبية"}
    assert plot_network(ties, names, tmp_path / "one.svg") == 3
    plot_network(ties, names, tmp_path / "two.svg")
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    assert plot_network(ties, names, tmp_path / "one.png", "en") == 3
    assert (tmp_path / "one.png").read_bytes()[:4] == b"\x89PNG"
