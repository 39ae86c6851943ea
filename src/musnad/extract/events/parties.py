"""The article's two parties as the participants of what they do together («المفاوضات»,
«الهدنة») where the text leaves them out.
"""

from __future__ import annotations

from collections import Counter

from musnad.extract.actors.discourse import ACTOR_KINDS, Discourse, discourse
from musnad.extract.events.drafts import Draft
from musnad.extract.events.repeats import is_given
from musnad.model import Entity

# an article's second party has at least so many points (2 a name, 1 an adjective) and so much of all; a dyad is four
MAIN_COUNT, MAIN_SHARE, RIVALS, DYAD = 5, 0.08, 5, 4

OF_ALL = frozenset({"retreat.restraint"})
BESIDE = frozenset({"IGO", "MED", "NGO", "BUS", "MNC"})  # named beside the two without being a side


def fill_parties(drafts: list[Draft]) -> None:
    """Gives events that two parties share, and lack one or both, the two parties that the article is about."""
    if not drafts:
        return
    reading = drafts[0].scene.reading
    articles: dict[int, list[Draft]] = {}
    for draft in drafts:
        articles.setdefault(draft.scene.sentence.article, []).append(draft)
    for article, inside in articles.items():
        known = discourse(reading)
        parties = main_parties(known.acting.get(article, Counter()), _dyads(inside, known), reading.entities)
        for draft in inside:
            if parties and not (draft.source.actors and draft.target.actors) and _is_theirs(draft, parties, known):
                _fill(draft, parties, known)


def main_parties(counts: Counter[str], dyads: Counter[frozenset[str]], entities: dict[str, Entity]) -> tuple[str, ...]:
    """The pair that is named and deals with each other most, in the order of the text; empty where none stands out."""
    total = sum(counts.values())
    ranked = [party for party, count in counts.most_common(RIVALS) if party in entities and count >= MAIN_COUNT]
    pairs = [(one, two) for at, one in enumerate(ranked) for two in ranked[at + 1 :]]
    pairs = [pair for pair in pairs if min(counts[party] for party in pair) / total >= MAIN_SHARE]
    if not pairs:
        return ()
    best = max(pairs, key=lambda pair: min(counts[party] for party in pair) + DYAD * dyads[frozenset(pair)])
    order = list(counts)
    return tuple(sorted(best, key=order.index))


def _dyads(drafts: list[Draft], known: Discourse) -> Counter[frozenset[str]]:
    """How often the sentences themselves tell of two parties dealing with each other."""
    found: Counter[frozenset[str]] = Counter()
    for draft in drafts:
        if "source" in draft.filled or "target" in draft.filled:
            continue
        for source in draft.source.actors:
            for target in draft.target.actors:
                found[frozenset((known.party(source), known.party(target)))] += 1
    return found


def _fill(draft: Draft, parties: tuple[str, ...], known: Discourse) -> None:
    if not draft.trigger.entry.frame.joint or not draft.nominal:
        return
    told = {known.party(actor) for actor in (*draft.source.actors, *draft.target.actors)}
    if not told:
        if _others_named(draft, parties, known):
            return
        draft.fill("source", parties[:1], "main parties")
        draft.fill("target", parties[1:], "main parties")
        return
    others = tuple(party for party in parties if party not in told)
    if len(others) == 1 and not draft.source.actors:
        draft.fill("source", others, "other party")


def _is_theirs(draft: Draft, parties: tuple[str, ...], known: Discourse) -> bool:
    """Whether an act can be that of the two: one known («المفاوضات») or told where one of them is named.

    Restraint is asked of everyone.
    """
    if draft.trigger.entry.id in OF_ALL:
        return False
    named = {known.party(mention.entity) for mention in draft.scene.sentence.mentions}
    return is_given(draft) or bool(named & set(parties))


def _others_named(draft: Draft, parties: tuple[str, ...], known: Discourse) -> bool:
    """Whether the act's sentence names somebody else than the two, without both of them: then the act may be theirs.

    Who speaks, mediates or hosts for others does not count.
    """
    claim, named = draft.claim, set[str]()
    speaker = known.party(claim.entity) if claim is not None and claim.entity else ""
    for mention in draft.scene.sentence.mentions:
        entity = known.entities.get(mention.entity)
        if mention.kind in ACTOR_KINDS and entity is not None and entity.code.split(" ")[-1] not in BESIDE:
            named.add(known.party(mention.entity))
    return bool(named - {speaker, *parties}) and not set(parties) <= named
