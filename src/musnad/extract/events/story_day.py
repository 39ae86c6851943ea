"""The day of the news goes on for what its parties say and agree there, until the article tells another time."""

from __future__ import annotations

from bisect import bisect_left

from musnad.extract.events.drafts import Draft
from musnad.extract.events.repeats import states
from musnad.extract.events.time import day_of, token_at
from musnad.extract.grammar.agreement import verb_reading
from musnad.model import Entity

SAID = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONSULT"))
DAY = len("2024-06-18")
LEAD = 3  # sentences of an article in which the day of the news is told
BULLETS = ("-", "–", "•", "*")  # before the points of the news above its first sentence
OPENS = 4  # tokens at the head of a sentence in which a time sets the scene
GOES_ON = 4  # sentences without another act of the day behind which a story has left it


def told_news(drafts: list[Draft]) -> Draft | None:
    """The first act of the body that a verb tells with its day, in the first sentences; None if there is none."""
    body = [d for d in drafts if d.scene.sentence.zone == "body" and d.scene.tokens[0].form not in BULLETS]
    for draft in body:
        if draft.scene.sentence.index - body[0].scene.sentence.index >= LEAD:
            return None
        own = draft.time is not None or draft.filled.get("time") in ("within", "same act")
        if own and len(draft.when or "") == DAY and draft.judged.value == "CT+":
            return draft
    return None


def carry_day(drafts: list[Draft], news: Draft, entities: dict[str, Entity]) -> None:
    """Dates what the parties of the news, themselves and as told by the narrator, said or agreed behind it; nothing
    where an act of others, an earlier past («كان قد») or another date stands between.
    """
    if news.when is None:
        return
    parties = states((*news.source.actors, *news.target.actors), entities)
    others, live = _other_times(drafts, news.when), news
    for draft in drafts:
        if draft.trigger.start <= news.trigger.start:
            continue
        if draft.when is None and _is_told_on(draft) and _is_of(draft, parties, entities):
            near = draft.scene.sentence.index - live.scene.sentence.index <= GOES_ON
            at = bisect_left(others, live.trigger.start)
            if near and (at == len(others) or others[at] > draft.trigger.start):
                draft.when, draft.filled["time"] = news.when, "day of the news"
        if draft.when == news.when:
            live = draft


def _other_times(drafts: list[Draft], day: str) -> list[int]:
    """Where the article goes to another day: at a verb that has one, or a sentence that opens with one."""
    verbs = [d.trigger.start for d in drafts if not d.nominal and d.when is not None and not day.startswith(d.when)]
    scenes = {id(draft.scene): draft.scene for draft in drafts}
    opened = [
        scene.sentence.start
        for scene in scenes.values()
        for time in scene.sentence.times[:1]
        if time.value[:1].isdigit() and not day.startswith(day_of(time.value))
        if token_at(scene, time.start) < OPENS
    ]
    return sorted(verbs + opened)


def _is_told_on(draft: Draft) -> bool:
    """Whether the narrator tells a statement as the next thing done: a perfect in a main clause, no «كان قد»."""
    scene = draft.scene
    if draft.nominal or draft.claim is not None or draft.judged.value != "CT+" or draft.type not in SAID:
        return False
    clause = scene.clause_of(draft.trigger.head)
    if scene.sentence.zone != "body" or scene.held.clauses[clause].kind != "main":
        return False
    verb = scene.verb_phrase(draft.trigger)
    if verb < 0:
        return False
    phrase = scene.made.phrases[verb]
    morph = verb_reading(scene.made, phrase)
    before = range(max(0, phrase.first - GOES_ON), phrase.head)
    earlier = any(scene.made.shapes[at].kind == "auxiliary" for at in before)
    return morph is not None and morph.aspect == "p" and not earlier


def _is_of(draft: Draft, parties: set[str], entities: dict[str, Entity]) -> bool:
    mine = states(draft.source.actors, entities)
    return bool(mine) and mine <= parties
