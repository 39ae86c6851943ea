"""Statements on one matter: which belong together, who stands where, and how the matter stands."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from msgspec.structs import replace

from musnad.model.story import Matter, MatterStatus, Position, Reason, Statement
from musnad.resolve.cues import has
from musnad.resolve.dates import published_day
from musnad.resolve.judgements import merge_keys
from musnad.resolve.nodes import StatementNode
from musnad.resolve.origins import bases
from musnad.resolve.parting import part
from musnad.resolve.refs import MATTER, regroup
from musnad.resolve.reports import block_parties
from musnad.resolve.union import DisjointSets
from musnad.resolve.words import bare_stems, transfers

WINDOW = 60  # days that a matter may rest before the same words open a new one
SAME_PARTIES = 0.5  # share of parties two statements must have in common where no event says who gives to whom
EVENT_WORDS = 0.34  # overlap of content words asked of two statements on an event of the same type and parties
SAME_WORDS = 0.5  # overlap that joins statements by their words alone
CONTRARY = 0.34  # share of the longer content's words asked where a «لم» alone is to contradict another
SHARED = 3  # content words two statements must share before their overlap says anything
LONG = 8  # statements on one matter that link to link may join; longer chains run on from one thing to the next
MIDDLE = 0.2  # likeness to the middle of a matter that a statement of such a chain needs
_STATED = ("asserts", "hedges", "expects")
LABEL = 160  # characters of a label: two lines of a table


def same_matter(one: StatementNode, other: StatementNode) -> bool:
    """Whether two statements are on one matter, whatever they say of it."""
    if one.refers == other.id or other.refers == one.id:
        return True
    if one.bare or other.bare:
        return False
    shared = len(one.bag & other.bag)
    alike = shared / (min(len(one.bag), len(other.bag)) or 1)
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
    """A chain of statements, in order of publication, parted where it is too long to be on one matter.

    A denial that points back stays with the statement that it points to, as it may have no words of its own; so do
    statements of one transfer, and what people merged.
    """
    parts = part(nodes, MIDDLE, LONG)
    if len(parts) == 1:
        return parts
    sets = DisjointSets(node.id for node in nodes)
    first: dict[str, str] = {}
    for group in parts:
        for node in group:
            sets.union(node.id, group[0].id)
    for node in nodes:
        for key in _holding(node):
            sets.union(node.id, first.setdefault(key, node.id))
    whole: dict[str, list[StatementNode]] = {}
    for node in nodes:
        whole.setdefault(sets.find(node.id), []).append(node)
    return list(whole.values())


def _holding(node: StatementNode) -> Iterator[str]:
    """What keeps a statement with others, however they are worded."""
    yield from merge_keys(node)
    yield f"r:{node.id}"
    if node.refers:
        yield f"r:{node.refers}"
    if node.topic in transfers() and _of_fact(node):
        sides = [block_parties(block) for block in _transfers(node)]
        if not sides and node.statement.position == "denies" and len(node.parties) == 2:
            sides = [frozenset(node.parties)]
        yield from (f"t:{node.topic}:{'+'.join(sorted(side))}" for side in sides)


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
    dates = [each.place.published for each in statements if published_day(each.place.published) is not None]
    placed = [replace(node, statement=said) for node, said in zip(nodes, statements, strict=True)]
    faced = _faced(placed)
    denying = {node.id for node in placed if node.statement.position == "denies"}
    idle = denying - faced.keys() if _is_stated(placed) else set()
    return Matter(
        id=ref,
        label=_label(placed, {each for found in faced.values() for each in found}),
        topic=next((node.topic for node in nodes if node.topic), ""),
        entities=_common([node.parties for node in nodes]),
        statements=statements,
        asserted_by=_voices(statements, "asserts"),
        denied_by=_voices((each for each in statements if each.id not in idle), "denies"),
        hedged_by=_voices(statements, "hedges"),
        expected_by=_voices(statements, "expects"),
        status=matter_status(statements, {node.id for node in nodes if node.bare}, idle),
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
    if not node.negated or said.position != "asserts":
        return said.position
    telling = [each for each in nodes if each.statement.position in _STATED and not _says_no(each.statement)]
    if any(speaker(each.statement) == speaker(said) for each in telling):
        return said.position  # who tells the matter himself only says of something near it that it is not so
    return "denies" if any(_same_thing(node, each) for each in telling) else said.position


def _same_thing(one: StatementNode, other: StatementNode) -> bool:
    """Whether two statements say so much alike, and so little else, that a «لم» in one contradicts the other."""
    shared = len(one.bag & other.bag)
    return (
        shared >= SHARED
        and shared >= SAME_WORDS * min(len(one.bag), len(other.bag))
        and (shared >= CONTRARY * max(len(one.bag), len(other.bag)))
    )


def _says_no(statement: Statement) -> bool:
    """Whether the content is told with a «لم»: it then agrees with those who deny that it is so."""
    return has("negation", bare_stems(statement.content.text if statement.content else ""))


def _is_stated(nodes: Iterable[StatementNode]) -> bool:
    """Whether somebody states the matter, so that a denial has something to deny."""
    return any(node.statement.position in _STATED for node in nodes)


def _faced(nodes: Sequence[StatementNode]) -> dict[str, list[str]]:
    """Denial → the statements that it denies: another voice's, or the same one's in another article, on its matter.

    A matter that hangs together by many links may hold a denial of something beside it, and remarks about what was
    said («هذه التصريحات لا تخدم المنطقة»), which nobody denies.
    """
    stated = [node for node in nodes if node.statement.position in _STATED and not has("allegation", node.words[:2])]
    found = {}
    for denial in nodes:
        if denial.statement.position == "denies":
            no = _says_no(denial.statement)
            others = (each for each in stated if _other(denial.statement, each.statement))
            others = (each for each in others if no or denial.refers == each.id or not _says_no(each.statement))
            if denied := [each.id for each in others if same_matter(denial, each)]:
                found[denial.id] = denied
    return found


def _other(denial: Statement, stated: Statement) -> bool:
    return speaker(denial) != speaker(stated) or denial.place.document != stated.place.document


def _label(nodes: Sequence[StatementNode], faced: Container[str]) -> str:
    """What is stated, best what somebody denies; of a matter that is only denied, what the denial says."""
    stated = [node for node in nodes if node.statement.position == "asserts" and not node.bare]
    told = [node for node in nodes if node.statement.position not in ("asks", "denies")]
    kinds = ([node for node in nodes if node.id in faced], stated, told, [node for node in nodes if not node.bare])
    said = [node.statement for node in next((kind for kind in kinds if kind), nodes)]
    best = min(said, key=lambda each: abs(len((each.content or each.cue).text) - LABEL // 2))
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


def matter_status(
    statements: Sequence[Statement], bare: Container[str] = (), idle: Container[str] = ()
) -> MatterStatus:
    """How a matter stands: retracted if all who asserted it deny it later, contested if some deny it.

    `bare` are denials without a content of their own, that alone leave nothing denied; `idle` are those that deny
    nothing which is stated here.
    """
    asserting = {speaker(each) for each in statements if each.position in _STATED}
    denying = {speaker(each) for each in statements if each.position == "denies" and each.id not in idle}
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
