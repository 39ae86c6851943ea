"""The signed network as a picture: who stands with whom, how strongly, over a span of time.

Arabic labels are shaped and ordered by matplotlib itself (3.11 and later).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt
from pathlib import Path
from typing import Any

from musnad.analysis.network import Tie
from musnad.analysis.wording import Language, wording
from musnad.export.extras import optional

SUFFIXES = (".png", ".svg", ".pdf")
MOST_ACTORS = 16  # actors of a picture that can still be read; the strongest ties choose them
_COLOURS = {1: "#1b7837", -1: "#b2182b", 0: "#8c8c8c"}  # friendly, hostile, mixed
_DASHES: dict[int, Any] = {1: "-", -1: "--", 0: ":"}  # so that the signs are told apart without colour
_FONTS = ["Noto Naskh Arabic", "Noto Sans Arabic", "Amiri", "Arial", "Tahoma", "DejaVu Sans"]


def plot_network(ties: Sequence[Tie], names: Mapping[str, str], path: Path, language: Language = "ar") -> int:
    """Draws the strongest ties into a file (PNG, SVG or PDF by its suffix); how many ties it shows.

    `names` gives the label of each actor. Raises MissingExtraError without matplotlib.
    """
    optional("matplotlib", "plots")
    import matplotlib
    from matplotlib.figure import Figure

    shown = chosen(ties)
    places = _circle(sorted({actor for tie in shown for actor in tie.actors}))
    with matplotlib.rc_context({"font.family": _families(), "svg.hashsalt": "musnad", "svg.fonttype": "path"}):
        figure = Figure(figsize=(9, 9.6), layout="constrained")
        axes = figure.add_subplot()
        for tie in reversed(shown):
            _draw_tie(axes, tie, places)
        for actor, (x, y) in places.items():
            _draw_actor(axes, names.get(actor, actor), x, y)
        axes.set(xlim=(-1.35, 1.35), ylim=(-1.3, 1.3), aspect="equal")
        axes.axis("off")
        axes.set_title(wording("network", "title", language), fontsize=15)
        axes.legend(handles=_legend(language), loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=3, frameon=False)
        figure.text(0.5, 0.004, wording("network", "scale", language), ha="center", fontsize=8, color="#555555")
        figure.savefig(path, metadata=_undated(path), dpi=150)
    return len(shown)


def _families() -> list[str]:
    """The fonts of the list that are there; the last one comes with matplotlib and has Arabic letters."""
    from matplotlib.font_manager import fontManager

    there = set(fontManager.get_font_names())
    return [name for name in _FONTS if name in there]


def chosen(ties: Sequence[Tie]) -> list[Tie]:
    """The ties between the actors of the strongest ties, the strongest first."""
    ranked = sorted(ties, key=lambda tie: (-weight(tie), tie.actors))
    actors: dict[str, None] = {}
    for tie in ranked:
        if len(actors | dict.fromkeys(tie.actors)) <= MOST_ACTORS:
            actors |= dict.fromkeys(tie.actors)
    return [tie for tie in ranked if set(tie.actors) <= actors.keys()]


def weight(tie: Tie) -> float:
    """The whole weight of a tie, both ways and of both signs."""
    return tie.cooperation - tie.conflict


def _circle(actors: Sequence[str]) -> dict[str, tuple[float, float]]:
    return {
        actor: (cos(pi / 2 - 2 * pi * at / len(actors)), sin(pi / 2 - 2 * pi * at / len(actors)))
        for at, actor in enumerate(actors)
    }


def _draw_tie(axes: Any, tie: Tie, places: Mapping[str, tuple[float, float]]) -> None:
    (x, y), (other_x, other_y) = (places[actor] for actor in tie.actors)
    width = min(9.0, 0.8 + 0.55 * sqrt(weight(tie)))
    axes.plot(
        [x, other_x], [y, other_y], color=_COLOURS[tie.sign], linestyle=_DASHES[tie.sign], linewidth=width, alpha=0.75,
        solid_capstyle="round", zorder=1,
    )  # fmt: skip


def _draw_actor(axes: Any, label: str, x: float, y: float) -> None:
    axes.scatter([x], [y], s=120, color="#222222", zorder=2)
    side = "center" if abs(x) < 0.2 else "left" if x > 0 else "right"
    axes.text(1.1 * x, 1.1 * y, label, ha=side, va="center", fontsize=12, zorder=3)


def _legend(language: Language) -> list[Any]:
    from matplotlib.lines import Line2D

    words = {1: "friendly", -1: "hostile", 0: "mixed"}
    return [
        Line2D(
            [], [], color=_COLOURS[sign], linestyle=_DASHES[sign], linewidth=3, label=wording("network", word, language)
        )
        for sign, word in words.items()
    ]


def _undated(path: Path) -> dict[str, None] | None:
    """No date in the file, so that the same story draws the same bytes."""
    return {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(path.suffix.lower())
