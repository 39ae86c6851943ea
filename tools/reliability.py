"""How stated confidence and measured shares agree: as a Markdown table and as a plot."""

from __future__ import annotations

from typing import NamedTuple

SIDE, EDGE = 320, 40  # points: of the plot and of the margin around it
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"
 font-family="sans-serif" font-size="11" text-anchor="middle">
<path d="M40 360H360M40 360V40" stroke="#444"/>
<path d="M40 360L360 40" stroke="#bbb" stroke-dasharray="4"/>
<text x="200" y="396">stated confidence</text>
<text transform="translate(12 200) rotate(-90)">share of right records</text>"""


class Bin(NamedTuple):
    """The records whose stated confidence lies in one tenth: how many, what they state and how many are right."""

    low: float
    records: int
    stated: float
    right: float


def report(bins: list[Bin]) -> str:
    """The bins as a Markdown table."""
    head = "| stated confidence | records | stated, mean | right, share |\n| --- | --- | --- | --- |"
    rows = [f"| {b.low:.1f}–{b.low + 0.1:.1f} | {b.records} | {b.stated:.2f} | {b.right:.2f} |" for b in bins]
    return "\n".join([head, *rows])


def plot(bins: list[Bin]) -> str:
    """The bins as an SVG: stated confidence to the right, share of right records up, the diagonal where they agree."""
    most = max((b.records for b in bins), default=1)
    dots = [
        f'<circle fill="#1f6f8b" cx="{_x(b.stated)}" cy="{_y(b.right)}" r="{3 + 9 * (b.records / most) ** 0.5:.1f}"/>'
        for b in bins
    ]
    ticks = [f'<text x="{_x(t / 10)}" y="378">{t / 10}</text>' for t in range(0, 11, 2)]
    ticks += [f'<text x="28" y="{_y(t / 10) + 4}">{t / 10}</text>' for t in range(2, 11, 2)]
    return "\n".join([HEAD, *dots, *ticks, "</svg>\n"])


def _x(share: float) -> int:
    return round(EDGE + SIDE * share)


def _y(share: float) -> int:
    return round(EDGE + SIDE * (1 - share))
