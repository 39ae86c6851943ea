"""A group of reports as one event of the story: date, participants, status, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from musnad.model.story import EventReport, EventStatus, Participant, Reason, StoryEvent
from musnad.resolve.dates import Stretch, iso, stretch
from musnad.resolve.nodes import EventNode
from musnad.resolve.origins import bases
from musnad.resolve.reports import SYMMETRIC

Origin = Callable[[EventReport], str]
_PRECISION = ("day", "range", "week", "month", "season", "year")
_NEGATIVE = frozenset({"CT-", "PR-", "PS-"})


def summarise_event(nodes: Sequence[EventNode], reasons: Iterable[Reason], origin: Origin) -> StoryEvent:
    """The event that these reports (in order of publication) tell; `origin` gives whose words a report rests on."""
    reports = [_with_origin(node.report, origin) for node in nodes]
    kinds = Counter(report.type for report in reports)
    sources, targets = _participants(nodes)
    date, end, precision = _date(nodes)
    basis = bases(reports)
    origins = tuple(dict.fromkeys(basis.values()))
    return StoryEvent(
        id=reports[0].id,
        type=_commonest(kinds),
        mode=_commonest(Counter(report.mode for report in reports if report.mode)),
        types=dict(sorted(kinds.items())) if len(kinds) > 1 else {},
        sources=sources,
        targets=targets,
        date=date,
        date_end=end,
        precision=precision,  # type: ignore[arg-type]
        location=_commonest(Counter(report.location for report in reports if report.location)) or None,
        status=status(reports),
        factuality=dict(sorted(Counter(report.factuality for report in reports).items())),
        by_source=_by_source(reports),
        denied_by=_denied_by(reports),
        reports=tuple(reports),
        documents=len({report.place.document for report in reports}),
        independent_sources=len(origins),
        origins=origins,
        ongoing=date is None and all(node.state for node in nodes),
        confidence=_confidence(reports, basis),
        reasons=tuple(reasons),
    )


def _with_origin(report: EventReport, origin: Origin) -> EventReport:
    from msgspec.structs import replace

    found = origin(report)
    return report if found == report.origin else replace(report, origin=found)


def _commonest(count: Counter[str]) -> str:
    return min(count, key=lambda name: (-count[name], name), default="")


def _participants(nodes: Sequence[EventNode]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Sources and targets with support; in symmetric events both ways of telling are turned to the commoner one."""
    sources: Counter[str] = Counter()
    targets: Counter[str] = Counter()
    lead = _lead(nodes)
    for node in nodes:
        left, right = node.report.sources, node.report.targets
        if lead and left and right and lead in {node.parties.get(each) for each in right}:
            left, right = right, left
        sources.update(left)
        targets.update(right)
    party = {name: state for node in nodes for name, state in node.parties.items()}
    _fold(sources, party)
    _fold(targets, party)
    _one_side(sources, targets, party)
    return _ranked(sources), _ranked(targets)


def _fold(side: Counter[str], party: Mapping[str, str]) -> None:
    """Counts the reports that name a state for the one who acts for it, where one is named on the same side."""
    for state in [name for name in side if party.get(name) == name]:
        acting = [name for name in side if name != state and party.get(name) == state]
        if acting:
            side[min(acting, key=lambda name: (-side[name], name))] += side.pop(state)


def _one_side(sources: Counter[str], targets: Counter[str], party: Mapping[str, str]) -> None:
    """Takes a party that was read on both sides from the one that fewer reports give it; sources win a tie."""
    for name in [*sources]:
        for other in [*targets]:
            same = name == other or party.get(name) == other or name == party.get(other)
            if same and name in sources and other in targets:
                side, gone = (sources, name) if targets[other] > sources[name] else (targets, other)
                del side[gone]


def _lead(nodes: Sequence[EventNode]) -> str:
    if nodes[0].report.type not in SYMMETRIC:
        return ""
    both = [node for node in nodes if node.report.sources and node.report.targets]
    count = Counter(node.parties.get(node.report.sources[0], "") for node in both)
    return max(count, key=lambda party: count[party], default="")  # the first to come at a tie


def _ranked(count: Counter[str]) -> tuple[Participant, ...]:
    return tuple(Participant(entity=name, support=count[name]) for name in sorted(count, key=lambda n: (-count[n], n)))


def _date(nodes: Sequence[EventNode]) -> tuple[str | None, str | None, str]:
    """The most precise date that most reports give, the earliest at a tie; what only looks back counts half."""
    found: Counter[Stretch] = Counter()
    for node in nodes:
        if days := stretch(node.report.time):
            found[days] += 2 if node.foreground else 1
    if not found:
        return None, None, "unknown"
    best = min(found, key=lambda days: (_PRECISION.index(days.precision), -found[days], days.low))
    first, last = iso(best.low), iso(best.high)
    if best.precision == "day":
        return first, None, "day"
    written = {"month": first[:7], "year": first[:4]}.get(best.precision, first)
    return written, last, best.precision


def denies(report: EventReport) -> bool:
    """Whether a report stands in a denial, or a voice says in it that the event did not happen."""
    return report.stance == "deny" or (report.factuality in _NEGATIVE and report.stance in (None, "assert", "accuse"))


def _denied_by(reports: Sequence[EventReport]) -> tuple[str, ...]:
    found = (voice_name(report) for report in _denials(reports))
    return tuple(dict.fromkeys(found))


def _denials(reports: Sequence[EventReport]) -> list[EventReport]:
    """The reports that deny. A voice that also tells the event only says of something near it that it is not so."""
    telling = {voice_name(report) for report in reports if _asserts(report)}
    return [each for each in reports if denies(each) and (each.stance == "deny" or voice_name(each) not in telling)]


def _asserts(report: EventReport) -> bool:
    return not denies(report) and report.factuality in ("CT+", "PR+") and report.stance not in ("predict", "promise")


def status(reports: Sequence[EventReport]) -> EventStatus:
    """How the event stands after all its reports."""
    denied, told = _denials(reports), any(report.factuality == "CT+" and _asserts(report) for report in reports)
    if denied:
        accused = any(report.stance in ("assert", "accuse") and not denies(report) for report in reports)
        return "contested" if told or accused else "denied"
    if told:
        return "asserted"
    expected = any(report.factuality == "PR+" or report.stance in ("predict", "promise") for report in reports)
    return "expected" if expected else "unconfirmed"


def voice_name(report: EventReport) -> str:
    """Who tells it: the speaker, else the outlet, else the document."""
    spoken = (report.voice.entity or report.voice.name) if report.voice else ""
    return spoken or report.place.outlet or report.place.document


def _by_source(reports: Sequence[EventReport]) -> dict[str, str]:
    """The last factuality that each voice gave; a denial shows as CT-."""
    return {voice_name(report): "CT-" if report.stance == "deny" else report.factuality for report in reports}


def _confidence(reports: Sequence[EventReport], basis: Mapping[str, str]) -> float:
    """1 minus the chance that every independent source was misread (noisy or over the best report of each source)."""
    best: dict[str, float] = {}
    for report in reports:
        source = basis[report.place.document]
        best[source] = max(best.get(source, 0.0), report.confidence)
    missed = 1.0
    for value in best.values():
        missed *= 1.0 - value
    return round(1.0 - missed, 4)
