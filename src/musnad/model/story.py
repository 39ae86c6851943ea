"""The story that many annotations tell: merged records that stand on all the places they were read from.

Every record here has a short stable reference as its `id`. A merged record's reference is the one of its first report
(earliest published), and the reference of any of its members leads to it as well.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from musnad.model.claim import SourceClass, Stance
from musnad.model.document import PublishedBasis
from musnad.model.entity import EntityKind
from musnad.model.event import Factuality
from musnad.model.link import LinkKind
from musnad.model.quantity import Comparator
from musnad.model.span import Span

EventStatus = Literal["asserted", "denied", "contested", "expected", "unconfirmed"]
MatterStatus = Literal["uncontested", "contested", "denied", "retracted", "single-source"]
Position = Literal["asserts", "denies", "hedges", "expects", "asks"]
DatePrecision = Literal["day", "week", "month", "season", "year", "range", "unknown"]
Alignment = Literal["single", "agreement", "disagreement", "revision"]


class SourceDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One document of the store, without its text. `version` is the Musnad and lexicon version that read it."""

    id: str
    uri: str = ""
    outlet: str = ""
    title: str = ""
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    language: str = "ar"
    characters: int = 0
    version: str = ""
    added: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a record stands: document, the span itself, and the sentence around it; offsets in the document's text."""

    document: str
    outlet: str = ""
    published: str | None = None
    span: Span
    sentence: Span
    article: str = ""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks: an entity of the story, or only a name or class of speakers; `via` lists relays, outermost last.

    `joint` are the entities that speak together with the first.
    """

    entity: str | None = None
    name: str = ""
    joint: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    outlet: str = ""
    source_class: SourceClass = "named"


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why the machine, or a person by a judgement, joined or set something: a rule id and one sentence."""

    rule: str
    text: str = ""
    judgement: str | None = None


class EventReport(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of an event. `record` is its id in the annotation, `claim` the id of the statement it stands in.

    `time` is as read (ISO 8601 / TIMEX3). `foreground` is false for what the article only refers to. `origin` is whose
    words these are: equal origins count as one voice.
    """

    id: str
    record: str
    place: Place
    type: str
    mode: str = ""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    time: str | None = None
    location: str | None = None
    factuality: Factuality = "CT+"
    foreground: bool = True
    confidence: float = 1.0
    rule: str = ""
    claim: str | None = None
    stance: Stance | None = None
    voice: Voice | None = None
    origin: str = ""


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """An entity in a role of an event with the number of reports that name it there."""

    entity: str
    support: int = 1


class StoryEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event, however often it is reported. Reports are in order of publication, the first report first.

    `types` counts the reports by type where they disagree. `date` is ISO 8601: a day, `2024-06`, `2024`, or the
    first day of a longer stretch that ends with `date_end`; None if no report tells it. `factuality` counts reports by
    value, `by_source` gives the value by each voice's name. `ongoing` marks a state of affairs, such as a war that
    reports refer to, rather than an act. `origins` has one entry a source: see docs/resolution.md.
    """

    id: str
    type: str
    mode: str = ""
    types: dict[str, int] = {}
    sources: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    date: str | None = None
    date_end: str | None = None
    precision: DatePrecision = "unknown"
    location: str | None = None
    status: EventStatus = "asserted"
    factuality: dict[str, int] = {}
    by_source: dict[str, str] = {}
    denied_by: tuple[str, ...] = ()
    reports: tuple[EventReport, ...] = ()
    documents: int = 1
    independent_sources: int = 1
    origins: tuple[str, ...] = ()
    ongoing: bool = False
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()

    @property
    def first_report(self) -> EventReport:
        """The report published first."""
        return self.reports[0]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One attributed statement in its place. `voice` says who and through whom, `position` how it stands to the matter.

    `events` refer to the story events told inside `content`, `matter` to the matter it belongs to.
    """

    id: str
    record: str
    place: Place
    voice: Voice
    speaker: Span | None = None
    stance: Stance = "assert"
    position: Position = "asserts"
    cue: Span
    content: Span | None = None
    events: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    matter: str = ""
    origin: str = ""
    confidence: float = 1.0
    rule: str = ""


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """Statements on one matter, in order of publication. The four lists hold names of voices, each once.

    `label` is the content of the clearest statement, cut to a line; `topic` a word class such as `arms`, or empty.
    """

    id: str
    label: str
    topic: str = ""
    entities: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    hedged_by: tuple[str, ...] = ()
    expected_by: tuple[str, ...] = ()
    status: MatterStatus = "uncontested"
    since: str | None = None
    last: str | None = None
    events: tuple[str, ...] = ()
    documents: int = 1
    independent_sources: int = 1
    reasons: tuple[Reason, ...] = ()


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One quantity in its place, with who gives it (None: the outlet in its own words) and when it was published."""

    id: str
    record: str
    place: Place
    value: float
    high: float | None = None
    unit: str
    comparator: Comparator = "="
    approximate: bool = False
    of: str = ""
    voice: Voice | None = None
    claim: str | None = None
    events: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    origin: str = ""


class FigureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Figures for the same thing, in order of publication. `alignment` says whether they agree.

    `revision` means that one voice changed its own figure; `low` and `high` bound all values.
    """

    id: str
    unit: str
    of: str
    label: str = ""
    figures: tuple[Figure, ...] = ()
    alignment: Alignment = "single"
    low: float = 0.0
    high: float = 0.0
    documents: int = 1
    independent_sources: int = 1
    reasons: tuple[Reason, ...] = ()


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A code that an entity was read with, and the first and last publication dates of the documents that say so."""

    code: str
    first: str | None = None
    last: str | None = None
    documents: int = 1


class StoryEntity(msgspec.Struct, frozen=True, kw_only=True):
    """One actor or place over the whole store. `members` are the reader's ids that were merged into it.

    `spellings` counts every written form. `roles` are in order of time.
    """

    id: str
    name: str
    name_ar: str = ""
    kind: EntityKind
    code: str = ""
    wikidata: str | None = None
    members: tuple[str, ...] = ()
    spellings: dict[str, int] = {}
    roles: tuple[Role, ...] = ()
    mentions: int = 0
    documents: int = 0
    reasons: tuple[Reason, ...] = ()


class StoryLink(msgspec.Struct, frozen=True, kw_only=True):
    """A causal or conditional statement in its place; `from_event` and `to_event` refer to story events where known."""

    id: str
    record: str
    place: Place
    kind: LinkKind
    cue: Span
    from_: Span = msgspec.field(name="from")
    to: Span
    polarity: Literal["+", "-"] = "+"
    from_event: str | None = None
    to_event: str | None = None
    voice: Voice | None = None
    confidence: float = 1.0
    rule: str = ""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that one document shares with an earlier one: `copy` in the later, `original` in the earlier document.

    `similarity` is the Jaccard similarity of the folded word shingles. `whole` says that the articles as wholes are
    copies, `update` that the later one is a newer version of the same article.
    """

    id: str
    original: Place
    copy: Place
    similarity: float
    whole: bool = False
    update: bool = False


class StoryCluster(msgspec.Struct, frozen=True, kw_only=True):
    """Documents that tell one story, in order of publication, with what they have in common."""

    id: str
    label: str
    documents: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    entities: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
