"""One annotation to its nodes: all that the story needs of it, made once and compared ever after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from musnad.model import Annotation, Link
from musnad.model.story import StoryLink
from musnad.resolve.dates import published_day
from musnad.resolve.entities import entity_uses
from musnad.resolve.figures import figure_nodes
from musnad.resolve.nodes import Digest, DocumentNode, EventNode
from musnad.resolve.parties import FIRST_ARTICLE, distinct
from musnad.resolve.refs import LINK, ref
from musnad.resolve.reports import block_parties, event_nodes
from musnad.resolve.reprints import fingerprints
from musnad.resolve.setting import Setting
from musnad.resolve.statements import statement_nodes
from musnad.resolve.words import content_words

CHIEF_PARTIES = 4  # parties named most in the article that say what story it belongs to
CHIEF_ACTS = 3
KEY_WORDS = 4  # long words of a lead that serve as keys: copies share them, whoever was read in each
LABEL = 100  # characters of a label: a line of a list
LEAD = 400  # characters at the head of an article that tell its story; longer leads bring in background


def digest(annotation: Annotation, canon: Mapping[str, str] | None = None) -> Digest:
    """The nodes of a document; `canon` maps merged entity ids to the story entity's."""
    setting = Setting(annotation, canon or {})
    events = event_nodes(setting)
    return Digest(
        document=document_node(setting, events),
        uses=tuple(entity_uses(annotation)),
        marks=tuple(fingerprints(annotation.document.text)),
        events=events,
        statements=statement_nodes(setting, events),
        figures=figure_nodes(setting, events),
        links=tuple(_link(setting, link, events) for link in annotation.links),
    )


def document_node(setting: Setting, events: tuple[EventNode, ...]) -> DocumentNode:
    """The document as a member of a story."""
    document = setting.document
    count = Counter(setting.party_of(mention.entity) for mention in setting.annotation.mentions)
    chief = tuple(sorted(sorted(count, key=lambda each: (-count[each], each))[:CHIEF_PARTIES]))
    words = distinct((*content_words(document.title), *setting.stems.between(0, LEAD)))
    return DocumentNode(
        document=document.id,
        outlet=document.outlet,
        label=document.title or _first_line(document.text),
        keys=(*_keys(chief), *(f"w:{word}" for word in sorted(words, key=lambda w: (-len(w), w))[:KEY_WORDS])),
        day=published_day(document.published),
        parties=chief,
        words=words,
        acts=_acts(events),
    )


def _first_line(text: str) -> str:
    """The first line, cut after a word where it is a paragraph."""
    line = " ".join(text[:LEAD].strip().split("\n", 1)[0].split())
    return line if len(line) <= LABEL else line[:LABEL].rsplit(" ", 1)[0] + "…"


def _keys(chief: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{one}+{other}" for i, one in enumerate(chief) for other in chief[i + 1 :]) or chief


def _acts(events: tuple[EventNode, ...]) -> tuple[str, ...]:
    acts = Counter(
        f"{event.block}|{event.report.mode}"
        for event in events
        if len(block_parties(event.block)) > 1 and not event.state and event.report.place.article in FIRST_ARTICLE
    )
    often = sorted(acts, key=lambda act: -acts[act])[:CHIEF_ACTS]  # the first to come at a tie
    return tuple(act for at, act in enumerate(often) if not at or not act.endswith("|"))


def _link(setting: Setting, link: Link, events: tuple[EventNode, ...]) -> StoryLink:
    refs = {event.report.record: event.id for event in events}
    holding = [
        claim
        for claim in setting.annotation.claims
        if claim.content and claim.content.start <= link.cue.start and link.cue.end <= claim.content.end
    ]
    return StoryLink(
        id=ref(LINK, setting.document.id, link.cue.start, link.cue.end, link.from_.start, link.to.start),
        record=link.id,
        place=setting.place(link.cue),
        kind=link.kind,
        cue=link.cue,
        from_=link.from_,
        to=link.to,
        polarity=link.polarity,
        from_event=refs.get(link.from_event or ""),
        to_event=refs.get(link.to_event or ""),
        voice=setting.voice(holding[-1]) if holding else None,
        confidence=link.confidence,
        rule=link.rule,
    )
