"""Statements on one matter: which belong together, who stands where, and how the matter stands."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from msgspec.structs import replace

from musnad.model.story import Matter, MatterStatus, Position, Reason, Statement
from musnad.resolve.nodes import StatementNode
from musnad.resolve.origins import bases
from musnad.resolve.parting import part
from musnad.resolve.refs import MATTER, regroup
from musnad.resolve.reports import block_parties
from musnad.resolve.words import bag, overlap, transfers

WINDOW = 60  # days that a matter may rest before the same words open a new one
SAME_PARTIES = 0.5  # share of parties two statements must have in common where no event says who gives to whom
EVENT_WORDS = 0.34  # overlap of content words asked of two statements on an event of the same type and parties
SAME_WORDS = 0.5  # overlap that joins statements by their words alone
SHARED = 3  # content words two statements must share before their overlap says anything
LONG = 40  # statements on one matter that link to link may join; longer chains run through whole wars
MIDDLE = 0.2  # likeness to the middle of a matter that a statement of such a chain needs
LABEL = 160  # characters of a label: two lines of a table


def same_matter(one: StatementNode, other: StatementNode) -> bool:
    """Whether two statements are on one matter, whatever they say of it."""
    if one.refers == other.id or other.refers == one.id:
        return True
    if one.bare or other.bare:
        return False
    mine, theirs = bag(one.words), bag(other.words)
    alike, shared = overlap(mine, theirs), len(mine & theirs)
    if one.topic and one.topic == other.topic and one.topic in transfers() and _same_transfer(one, other):
        return True
    if one.topic and other.topic and one.topic != other.topic:
        return False
    both = _of_fact(one) is _of_fact(other)
    if both and shared >= 2 and alike >= EVENT_WORDS and one.topic == other.topic and _same_events(one, other):
        return True
    return shared >= SHARED and alike >= SAME_WORDS and bool(set(one.parties) & set(other.parties))


def _same_events(one: StatementNode, other: StatementNode) -> bool:
    """Whether both tell an event of one block; a war that everything refers to is none to tell matters by."""
    return any(block in other.blocks for block in one.blocks if not block.startswith("ASSAULT|"))


def _same_transfer(one: StatementNode, other: StatementNode) -> bool:
    """Whether both say of one transfer that it was made or not; what is feared, planned or asked for is another."""
    if not (_of_fact(one) and _of_fact(other)):
        return False
    given, taken = _transfers(one), _transfers(other)
    if given and taken:
        return bool(given & taken)
    if not given | taken and "hedges" in (one.statement.position, other.statement.position):
        return False  # what may be talked of is no delivery
    mine, theirs = set(one.parties), set(other.parties)
    common = mine & theirs
    if len(common) < 2 or len(common) / len(mine | theirs) < SAME_PARTIES:
        return False
    if "denies" not in (one.statement.position, other.statement.position):
        return False
    return mine == theirs or any(block_parties(block) <= common for block in given | taken)


def _of_fact(node: StatementNode) -> bool:
    return node.statement.position in ("asserts", "denies", "hedges")


def _transfers(node: StatementNode) -> set[str]:
    return {block for block in node.blocks if block.startswith("AID|") and len(block_parties(block)) == 2}


def matter_parts(nodes: Sequence[StatementNode]) -> list[list[StatementNode]]:
    """A chain of statements, in order of publication, parted where it is too long to be on one matter."""
    return part(nodes, MIDDLE, LONG)


def summarise_matter(
    nodes: Sequence[StatementNode], event_of: Callable[[str], str], origin: Callable[[Statement], str]
) -> Matter:
    """The matter of these statements in order of publication; `event_of` leads from a report to its story event."""
    ref = regroup(MATTER, nodes[0].id)
    statements = tuple(
        replace(
            node.statement,
            position=_position(node, nodes),
            matter=ref,
            origin=origin(node.statement),
            events=tuple(dict.fromkeys(event_of(report) for report in node.statement.events)),
        )
        for node in nodes
    )
    dates = [statement.place.published for statement in statements if statement.place.published]
    return Matter(
        id=ref,
        label=_label(statements),
        topic=next((node.topic for node in nodes if node.topic), ""),
        entities=_common([node.parties for node in nodes]),
        statements=statements,
        asserted_by=_voices(statements, "asserts"),
        denied_by=_voices(statements, "denies"),
        hedged_by=_voices(statements, "hedges"),
        expected_by=_voices(statements, "expects"),
        status=matter_status(statements, {node.id for node in nodes if node.bare}),
        since=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        events=tuple(dict.fromkeys(event for statement in statements for event in statement.events)),
        documents=len({statement.place.document for statement in statements}),
        independent_sources=len(set(bases(statements).values())),
        reasons=_reasons(nodes),
    )


def _position(node: StatementNode, nodes: Sequence[StatementNode]) -> Position:
    """An assertion that something did not happen denies what another voice says of the same event."""
    said = node.statement
    if not node.negated or said.stance != "assert":
        return said.position
    others = (each for each in nodes if speaker(each.statement) != speaker(said) and not each.negated)
    words = bag(node.words)
    against = (each for each in others if overlap(words, bag(each.words)) >= EVENT_WORDS)
    return "denies" if any(set(each.blocks) & set(node.blocks) for each in against) else said.position


def _label(statements: Iterable[Statement]) -> str:
    asserted = [each for each in statements if each.position != "denies"] or list(statements)
    best = min(asserted, key=lambda each: abs(len((each.content or each.cue).text) - LABEL // 2))
    text = " ".join((best.content or best.cue).text.split())
    return text if len(text) <= LABEL else text[:LABEL].rsplit(" ", 1)[0] + "…"


def _common(found: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    count: dict[str, int] = {}
    for parties in found:
        for party in parties:
            count[party] = count.get(party, 0) + 1
    return tuple(sorted(count, key=lambda party: (-count[party], party)))[:6]


def _voices(statements: Iterable[Statement], position: Position) -> tuple[str, ...]:
    found = (name for each in statements if each.position == position for name in (speaker(each), *each.voice.joint))
    return tuple(dict.fromkeys(found))


def speaker(statement: Statement) -> str:
    """The entity that speaks, else its name as written, else the outlet."""
    return statement.voice.entity or statement.voice.name or statement.place.outlet or statement.place.document


def matter_status(statements: Sequence[Statement], bare: Container[str] = ()) -> MatterStatus:
    """How a matter stands: retracted if all who asserted it deny it later, contested if some deny it.

    `bare` are denials without a content of their own, that alone leave nothing denied.
    """
    asserting = {speaker(each) for each in statements if each.position in ("asserts", "hedges", "expects")}
    denying = {speaker(each) for each in statements if each.position == "denies"}
    if denying and not asserting:
        return "single-source" if all(each.id in bare for each in statements) else "denied"
    if denying:
        return "retracted" if all(_took_back(name, statements) for name in asserting) else "contested"
    return "single-source" if len({each.origin for each in statements}) == 1 else "uncontested"


def _took_back(name: str, statements: Sequence[Statement]) -> bool:
    """Whether a voice that asserted it denies it in a later article; within one, somebody else was meant."""
    own = [each for each in statements if speaker(each) == name]
    last = own[-1]
    return last.position == "denies" and all(
        each.place.document != last.place.document for each in own if each.position != "denies"
    )


def _reasons(nodes: Sequence[StatementNode]) -> tuple[Reason, ...]:
    if len(nodes) < 2:
        return ()
    found = []
    if sum(node.topic in transfers() for node in nodes) > 1:
        found.append(Reason(rule="matter.transfer", text="the same thing handed over between the same parties"))
    if sum(bool(node.blocks) for node in nodes) > 1:
        found.append(Reason(rule="matter.event", text="events of the same type and parties told in like words"))
    if any(node.refers for node in nodes):
        found.append(Reason(rule="matter.refers", text="a denial points back to the statement before it"))
    return tuple(found) or (Reason(rule="matter.words", text="the same parties and content words"),)
