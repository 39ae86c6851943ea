"""Figures about the same thing lined up: do they agree, disagree, or did one voice revise its own?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from musnad.model.story import Alignment, Figure, FigureGroup, Reason
from musnad.resolve.nodes import FigureNode
from musnad.resolve.origins import bases
from musnad.resolve.refs import FIGURES, regroup
from musnad.resolve.words import overlap

WINDOW = 90  # days between two figures that may still be about one thing
EQUAL = 0.01  # relative difference up to which two values are the same number, as in the scorer
MORE = 0.25  # how far «أكثر من» reaches: who says more than three million does not mean five
ABOUT = 0.1  # how far «نحو» reaches on either side
RATIO = 8.0  # figures further apart than this are about different things, however alike the words
NEARBY = 3.0  # the same where only the things counted and the parties speak for it
PARAGRAPH = 400  # characters between the sentences of two figures that are told side by side
# units that say little of what is counted
_GENERIC = frozenset({
    "person", "people", "percent", "%", "country", "state", "city", "region", "ton", "tonne", "kg", "g", "km",
        "m", "m2",
    "km2", "litre", "l", "barrel", "month", "week", "group", "point", "degree",
})  # fmt: skip
# percentages, persons and small numbers are everywhere: only sentences that are nearly the same speak of one
TELLING, COMMON_WORDS, COMMON = 100, 0.5, 4
SAME_VALUE_WORDS, OTHER_VALUE_WORDS = 0.2, 0.3  # overlap of sentence words asked of equal and of different values


def same_thing(one: FigureNode, other: FigureNode) -> bool:
    """Whether two figures count the same thing of the same matter."""
    first, second = one.figure, other.figure
    if first.unit != second.unit or _same_sentence(first, second):
        return False
    shared = set(one.parties) & set(other.parties)
    if _near(first, second) and _counts(one, other) and _ratio(first, second) <= NEARBY:
        return True
    if not shared and (one.parties or other.parties):
        return False
    if _counted_alike(one, other):
        return True
    alike = overlap(one.bag, other.bag)
    if first.unit in _GENERIC or max(abs(first.value), abs(second.value)) < TELLING:
        if _ratio(first, second) > NEARBY:
            return False
        return alike >= COMMON_WORDS and len(one.bag & other.bag) >= COMMON
    if _close(first.value, second.value):
        return alike >= SAME_VALUE_WORDS
    if _ratio(first, second) > RATIO or first.approximate or second.approximate:
        return False
    enough = len(shared) >= 2 or set(one.parties) == set(other.parties)
    return enough and one.topic == other.topic and alike >= OTHER_VALUE_WORDS


def _counts(one: FigureNode, other: FigureNode) -> bool:
    """Whether both count things of one name («حاوية», «جندي»), which sums of money and persons do not tell."""
    generic = one.figure.unit in _GENERIC or (len(one.figure.unit) == 3 and one.figure.unit.isupper())
    return not generic and not set(one.counted).isdisjoint(other.counted)


def _counted_alike(one: FigureNode, other: FigureNode) -> bool:
    """Whether both give a number of the same things between the same parties («6700 حاوية», «11 ألف حاوية»)."""
    first, second = one.figure, other.figure
    if first.approximate or second.approximate or _ratio(first, second) > NEARBY:
        return False
    return len(set(one.parties) & set(other.parties)) >= 2 and _counts(one, other)


def _near(one: Figure, other: Figure) -> bool:
    """Whether the second stands a sentence or two after the first."""
    if one.place.document != other.place.document or one.approximate or other.approximate:
        return False
    return abs(one.place.sentence.start - other.place.sentence.start) <= PARAGRAPH


def _ratio(one: Figure, other: Figure) -> float:
    low, high = sorted((abs(one.value) or 1.0, abs(other.value) or 1.0))
    return high / low


def _same_sentence(one: Figure, other: Figure) -> bool:
    return one.place.document == other.place.document and one.place.sentence.start == other.place.sentence.start


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= EQUAL * max(abs(one), abs(other))


def split(nodes: Sequence[FigureNode]) -> list[list[FigureNode]]:
    """A component cut so that no two figures of one sentence stay together.

    The sentence with most figures gives the groups, each other figure goes to the nearest value that is free for it.
    """
    sentences: dict[tuple[str, int], list[FigureNode]] = {}
    for node in nodes:
        place = node.figure.place
        sentences.setdefault((place.document, place.sentence.start), []).append(node)
    seeds = max(sentences.values(), key=len)
    if len(seeds) == 1:
        return [list(nodes)]
    groups = [[seed] for seed in seeds]
    chosen = {seed.id for seed in seeds}
    for node in nodes:
        if node.id not in chosen:
            _assign(node, groups)
    order = {node.id: at for at, node in enumerate(nodes)}
    return [sorted(group, key=lambda node: order[node.id]) for group in groups]


def _assign(node: FigureNode, groups: list[list[FigureNode]]) -> None:
    free = [group for group in groups if not any(_same_sentence(node.figure, each.figure) for each in group)]
    nearest = min(free, key=lambda group: _difference(node, group[0]), default=None)
    if nearest is None:
        groups.append([node])
    else:
        nearest.append(node)


def _difference(one: FigureNode, other: FigureNode) -> float:
    return _ratio(one.figure, other.figure)


def summarise_figures(
    nodes: Sequence[FigureNode], event_of: Callable[[str], str], origin: Callable[[Figure], str]
) -> FigureGroup:
    """The group of these figures in order of publication."""
    figures = tuple(
        replace(
            node.figure,
            origin=origin(node.figure),
            events=tuple(dict.fromkeys(event_of(report) for report in node.figure.events)),
        )
        for node in nodes
    )
    bounds = [bound(figure) for figure in figures]
    return FigureGroup(
        id=regroup(FIGURES, nodes[0].id),
        unit=figures[0].unit,
        of=next((figure.of for figure in figures if figure.of), ""),
        label=_label(figures),
        figures=figures,
        alignment=alignment(figures),
        low=min(figure.value for figure in figures),
        high=max(figure.high or figure.value for figure in figures),
        documents=len({figure.place.document for figure in figures}),
        independent_sources=len(set(bases(figures).values())),
        reasons=(Reason(rule="figure.same-thing", text="the same unit, parties and words around"),)
        if bounds[1:]
        else (),
    )


def _label(figures: Sequence[Figure]) -> str:
    """The thing counted, as most figures name it; without one, the words of the first figure."""
    named = [figure.of for figure in figures if figure.of]
    return max(dict.fromkeys(named), key=named.count) if named else figures[0].place.span.text


def bound(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows: «أكثر من» reaches a quarter above, «نحو» a tenth to either side."""
    value, top = figure.value, figure.high or figure.value
    if figure.comparator == ">":
        return value, top * (1 + MORE)
    if figure.comparator == "<":
        return value * (1 - MORE), top
    slack = ABOUT if figure.comparator == "~" or figure.approximate else EQUAL
    return value * (1 - slack), top * (1 + slack)


def alignment(figures: Sequence[Figure]) -> Alignment:
    """Whether the figures agree; a revision is a later, different value of one and the same voice."""
    if len(figures) == 1:
        return "single"
    bounds = [bound(figure) for figure in figures]
    if max(low for low, _ in bounds) <= min(high for _, high in bounds):
        return "agreement"
    return "revision" if len({_voice(figure) for figure in figures}) == 1 else "disagreement"


def _voice(figure: Figure) -> str:
    if figure.voice:
        return figure.voice.entity or figure.voice.name
    return figure.origin
