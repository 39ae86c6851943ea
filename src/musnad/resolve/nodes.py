"""What one document gives to the story: its reports, statements and figures, with what they are compared by.

Nodes are made from one annotation alone; all that compares documents works on nodes.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from musnad.model.story import EventReport, Figure, Statement, StoryLink
from musnad.resolve.entities import EntityUse
from musnad.resolve.reprints import Fingerprint


class _Worded(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A node with the content words around it."""

    words: tuple[str, ...] = ()

    @cached_property
    def bag(self) -> frozenset[str]:
        """The words as a set; kept, since a node is compared with many."""
        return frozenset(self.words)


class EventNode(_Worded, frozen=True, kw_only=True):
    """An event report. `block` holds its type and parties: only reports of one block are ever joined by the machine.

    `low` and `high` are the days (ordinals) that its time covers, None if it has none; `day` the day of publication.
    `inherited` names the parties that the report took from its article, `parties` gives the party of each participant.
    `keys` are what candidates must share, `anchor` is the day they must be near (None: near to all).
    `trigger` are the stems of its trigger; `state` marks a state of affairs («الحرب», «التعاون») without a time of its
    own, `foreground` is false for what the article only looks back at.
    """

    report: EventReport
    block: str
    document: str
    keys: tuple[str, ...] = ()
    anchor: int | None = None
    day: int | None = None
    low: int | None = None
    high: int | None = None
    exact: bool = False
    remote: bool = False
    topic: str = ""
    trigger: tuple[str, ...] = ()
    state: bool = False
    foreground: bool = True
    inherited: str = ""
    parties: dict[str, str] = {}

    @cached_property
    def persons(self) -> dict[str, set[str]]:
        """The participants that are no parties themselves, such as ministers of a state, by party."""
        found: dict[str, set[str]] = {}
        for name, party in self.parties.items():
            if name != party and "/" not in name:
                found.setdefault(party, set()).add(name)
        return found

    @cached_property
    def id(self) -> str:
        """The reference of the report."""
        return self.report.id


class StatementNode(_Worded, frozen=True, kw_only=True):
    """A statement. `keys` are what candidates must share; `blocks` are those of the events told inside it.

    `negated` says that all of them are told as not having happened, `refers` is the statement that a denial
    («نفى ذلك») points back to, `bare` that it has no content of its own.
    """

    statement: Statement
    document: str
    keys: tuple[str, ...]
    blocks: tuple[str, ...] = ()
    day: int | None = None
    topic: str = ""
    parties: tuple[str, ...] = ()
    negated: bool = False
    bare: bool = False
    refers: str = ""

    @cached_property
    def id(self) -> str:
        """The reference of the statement."""
        return self.statement.id

    @property
    def anchor(self) -> int | None:
        """The day that candidates must be near."""
        return self.day


class FigureNode(_Worded, frozen=True, kw_only=True):
    """A figure with the parties, topic and events of its sentence."""

    figure: Figure
    document: str
    keys: tuple[str, ...]
    day: int | None = None
    topic: str = ""
    parties: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """The reference of the figure."""
        return self.figure.id

    @property
    def anchor(self) -> int | None:
        """The day that candidates must be near."""
        return self.day


class DocumentNode(_Worded, frozen=True, kw_only=True):
    """A document as a member of a story: its chief parties and the words of its title and first sentences.

    `acts` are block and mode of the acts between two parties that it tells most often, those after the first with a
    mode only.
    """

    document: str
    outlet: str
    label: str
    keys: tuple[str, ...]
    day: int | None = None
    parties: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The document's reference."""
        return self.document

    @property
    def anchor(self) -> int | None:
        """The day that candidates must be near."""
        return self.day


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """All that the story needs of one document: its nodes, the entities it names, the fingerprints of its text."""

    document: DocumentNode
    uses: tuple[EntityUse, ...] = ()
    marks: tuple[Fingerprint, ...] = ()
    events: tuple[EventNode, ...] = ()
    statements: tuple[StatementNode, ...] = ()
    figures: tuple[FigureNode, ...] = ()
    links: tuple[StoryLink, ...] = ()
