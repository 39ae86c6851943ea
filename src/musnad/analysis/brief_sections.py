"""The sections of a brief, one function each, all of `Desk → list[Line]`."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice

import msgspec

from musnad.analysis.brief_page import Line
from musnad.analysis.contested import contested_first, sides_of, stance_of
from musnad.analysis.desk import Desk
from musnad.analysis.event_words import event_text
from musnad.analysis.wording import counted, date_at, full_date, full_number, published_date, told_by, wording
from musnad.model.story import Figure, FigureGroup, Matter, Statement, StoryEvent, StoryLink
from musnad.ontology import label
from musnad.ontology.actor_codes import split_code
from musnad.resolve.dates import iso, published_day

# A page that a person reads in five minutes: what is left out stands in the commands events, claims and numbers.
MOST_ACTORS = 12
MOST_EVENTS = 24
MOST_MATTERS = 8
MOST_GROUPS = 12
MOST_SPEAKERS = 8
MOST_STATEMENTS_EACH = 3
MOST_LINKS = 12

# A single small number («three states») is no figure to follow; disagreements are shown whatever their size.
LEAST_FIGURE = 10

# Below this confidence a lone report stays out of the page (it is in `musnad events`): most of what is below is
# wrong in its type or in a party (docs/confidence.md).
LEAST_CONFIDENCE = 0.3


def actors(desk: Desk) -> list[Line]:
    """Who takes part in most events, with how often as source and as target."""
    acts, suffers = Counter[str](), Counter[str]()
    first: dict[str, StoryEvent] = {}
    for event in desk.events:
        for counter, side in ((acts, event.sources), (suffers, event.targets)):
            for participant in side:
                counter[participant.entity] += 1
                first.setdefault(participant.entity, event)
    ranked = sorted(first, key=lambda e: (-(acts[e] + suffers[e]), desk.naming.name(e)))[:MOST_ACTORS]
    return [
        Line(
            lead=desk.naming.name(entity),
            text=_role(desk, entity),
            tail=" · ".join(
                wording("words", key, desk.language, count=counted("events", counter[entity], desk.language))
                for key, counter in (("as_source", acts), ("as_target", suffers))
                if counter[entity]
            ),
            citations=(desk.citations.cite(first[entity].first_report.place),),
            ref=entity,
        )
        for entity in ranked
    ]


def _role(desk: Desk, entity: str) -> str:
    known = desk.naming.entities.get(entity)
    if known is None or known.kind == "state" or not known.code:
        return ""
    country, sectors = split_code(known.code)
    words = [desk.naming.name(country)] if country else []
    return " · ".join(words + [label("roles", sector, desk.language) for sector in sectors])


def timeline(desk: Desk) -> list[Line]:
    """The most reported acts in order of time, those without a date where they were first reported.

    What has neither comes last, the most reported first; states of affairs («the war») are left out.
    """
    told = [e for e in desk.events if (e.sources or e.targets) and _is_sure(e) and not e.ongoing]
    weightiest = sorted(
        told, key=lambda e: (-e.independent_sources, -e.documents, -len(e.reports), -e.confidence, e.id)
    )
    chosen = weightiest[:MOST_EVENTS]
    return [_event_line(desk, event) for event in sorted(chosen, key=lambda e: (not _since(e), _since(e)))]


def _since(event: StoryEvent) -> str:
    """The event's date, else the day of its first report; empty if neither is known."""
    return event.date or _reported(event)


def _reported(event: StoryEvent) -> str:
    day = published_day(event.first_report.place.published)
    return iso(day) if day else ""


def _is_sure(event: StoryEvent) -> bool:
    return len(event.reports) > 1 or event.confidence >= LEAST_CONFIDENCE


def _event_line(desk: Desk, event: StoryEvent) -> Line:
    when = date_at(event.date, event.date_end, event.precision, desk.language)
    if not event.date and (reported := _reported(event)):
        when = wording("words", "reported", desk.language, date=full_date(reported, desk.language))
    return Line(
        lead=when,
        text=event_text(desk.naming, event),
        status=wording("status", event.status, desk.language),
        tail=told_by(event.documents, event.independent_sources, desk.language),
        citations=desk.citations.cite_all(report.place for report in event.reports),
        ref=event.id,
    )


def contested(desk: Desk) -> list[Line]:
    """Matters that somebody denies, with the words of each side."""
    found = [matter for matter in desk.matters if matter.status in ("contested", "denied", "retracted")]
    return [_matter_line(desk, matter) for matter in sorted(found, key=contested_first)[:MOST_MATTERS]]


def _matter_line(desk: Desk, matter: Matter) -> Line:
    chosen = sides_of(matter, lambda said: desk.speaker(said.voice, said.place))
    return Line(
        lead=full_date(matter.since, desk.language),
        text=matter.label,
        status=wording("status", matter.status, desk.language),
        details=tuple(_statement_line(desk, statement) for statement in chosen),
        citations=desk.citations.cite_all((s.place for s in chosen), most=2),
        ref=matter.id,
    )


def _statement_line(desk: Desk, statement: Statement) -> Line:
    content = statement.content.text if statement.content else statement.place.sentence.text
    return Line(
        lead=desk.speaker(statement.voice, statement.place),
        text=f"{wording('stance', stance_of(statement), desk.language)}: «{content}»",
        tail=desk.relays(statement.voice),
        citations=(desk.citations.cite(statement.place),),
        ref=statement.id,
    )


def sides(desk: Desk) -> list[Line]:
    """The statements of those who speak most and have a name, sharpest stances first."""
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for matter in desk.matters:
        for statement in matter.statements:
            if statement.place.document in desk.scope and statement.voice.entity in desk.naming.entities:
                by_speaker[desk.speaker(statement.voice, statement.place)].append(statement)
    ranked = sorted(by_speaker, key=lambda s: (-len({x.place.document for x in by_speaker[s]}), -len(by_speaker[s]), s))
    return [_speaker_line(desk, speaker, by_speaker[speaker]) for speaker in ranked[:MOST_SPEAKERS]]


def _speaker_line(desk: Desk, speaker: str, statements: list[Statement]) -> Line:
    statements.sort(key=lambda s: (s.stance == "assert", -s.confidence, s.place.published or "", s.id))
    distinct: dict[str, Statement] = {}
    for statement in statements:
        distinct.setdefault(statement.matter or statement.id, statement)
    chosen = islice(distinct.values(), MOST_STATEMENTS_EACH)
    details = (
        msgspec.structs.replace(_statement_line(desk, s), lead=published_date(s.place.published, desk.language))
        for s in chosen
    )
    return Line(lead=speaker, text="", details=tuple(details))


def numbers(desk: Desk) -> list[Line]:
    """Figures for the same thing that disagree or were revised, then the largest single ones with a source."""
    order = {"disagreement": 0, "revision": 1, "agreement": 2, "single": 3}
    groups = [g for g in desk.figures if g.alignment != "single" or g.high >= LEAST_FIGURE]
    groups.sort(key=lambda g: (order[g.alignment], -g.documents, -len(g.figures), not _is_sourced(g), -g.high, g.id))
    chosen = groups[:MOST_GROUPS]
    alone = sorted((g for g in chosen if g.alignment == "single"), key=lambda g: _spot(g.figures[0]))
    return [_figures_line(desk, group) for group in [*(g for g in chosen if g.alignment != "single"), *alone]]


def _spot(figure: Figure) -> tuple[str, int]:
    """Where a figure stands: those of one sentence are read together."""
    return figure.place.document, figure.place.span.start


def _is_sourced(group: FigureGroup) -> bool:
    return any(figure.voice and figure.voice.entity for figure in group.figures)


def _figures_line(desk: Desk, group: FigureGroup) -> Line:
    return Line(
        lead=group.label or group.of or group.unit,
        text="",
        status=wording("alignment", group.alignment, desk.language) if group.alignment != "single" else "",
        details=tuple(_figure_line(desk, figure) for figure in group.figures),
        ref=group.id,
    )


def _figure_line(desk: Desk, figure: Figure) -> Line:
    comparator = wording("comparator", figure.comparator, desk.language)
    words = " ".join(part for part in (comparator, full_number(figure.value), f"({figure.place.span.text})") if part)
    return Line(
        lead=desk.speaker(figure.voice, figure.place),
        text=words,
        tail=" · ".join(
            p for p in (published_date(figure.place.published, desk.language), desk.relays(figure.voice)) if p
        ),
        citations=(desk.citations.cite(figure.place),),
        ref=figure.id,
    )


def follows(desk: Desk) -> list[Line]:
    """Conditions first, then causes and means, as the coverage states them; «this» and bare names say too little."""
    order = {"condition": 0, "cause": 1, "prevent": 2, "enable": 3, "purpose": 4}
    ranked = sorted(
        (link for link in desk.links if all(len(end.text.split()) > 1 for end in (link.from_, link.to))),
        key=lambda link: (order[link.kind], -link.confidence, link.place.published or "", link.id),
    )
    distinct: dict[tuple[str, str], StoryLink] = {}
    for link in ranked:
        distinct.setdefault((link.from_.text, link.to.text), link)
    return [
        Line(
            lead=desk.speaker(link.voice, link.place) if link.voice else "",
            text=f"«{link.from_.text}» ← {wording('link', link.kind, desk.language)} ← «{link.to.text}»"
            if desk.language == "ar"
            else f"«{link.from_.text}» → {wording('link', link.kind, desk.language)} → «{link.to.text}»",
            citations=(desk.citations.cite(link.place),),
            ref=link.id,
        )
        for link in islice(distinct.values(), MOST_LINKS)
    ]
