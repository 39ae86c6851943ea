"""When an act was by what the article tells around it: what it happens in, is counted from, repeats or heads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from musnad.extract.events.drafts import Draft
from musnad.extract.events.offsets import count_days
from musnad.extract.events.repeats import is_given, nearest, same_act, states
from musnad.extract.events.story_day import LEAD, carry_day, told_news
from musnad.extract.events.time import belongs_to, is_apart, time_words
from musnad.model import Entity

AROUND = 15  # phrases to either side of a verb in which its occasion stands
LONGEST = 40  # events of a sentence; in longer lists they do not date each other
FAR = 25  # events back to which a noun takes up an act of its type
_OPEN = ("U", "CT-", "PS+", "PS-", "PR-")
_TOLD = ("CT+", "CT-")

Entities = dict[str, Entity]


def fill_times(drafts: list[Draft], entities: Entities) -> None:
    """Takes from events the times that date another act, and gives those without a time what the article tells."""
    for draft in drafts:
        _give_back(draft)
    groups = (list(group) for _, group in groupby(drafts, key=lambda draft: id(draft.scene)))
    scenes = [group for group in groups if len(group) <= LONGEST]
    for scene in scenes:
        count_days(scene)
        _within(scene)
    _take_up(drafts, entities)
    for scene in scenes:
        count_days(scene)
        _within(scene)
        _beside(scene)
    for _, article in groupby(drafts, key=lambda draft: draft.scene.sentence.article):
        _heads_and_occasions(list(article), entities)
    for scene in scenes:
        _within(scene)


def _give_back(draft: Draft) -> None:
    """A time that stands with the verb above does not date what is asked for, planned or lasts."""
    if draft.time is None:
        return
    lasting = draft.trigger.entry.id in time_words().lasting and draft.nominal
    governed = draft.judged.value in _OPEN
    if (lasting or governed) and not belongs_to(draft.scene, draft.trigger, draft.time, draft.nominal):
        draft.time = draft.when = None


def _within(scene: list[Draft]) -> None:
    """Gives an act the time of the one that it happens in («دعا، خلال القمة التي عقدت أمس»), or of its sentence's verb
    («متهماً»).
    """
    for draft in scene:
        if draft.when is None and draft.nominal and draft.type == "CONSULT" and draft.judged.value == "CT+":
            holder = next((other for other in scene if other.when is not None and _holds_whole(draft, other)), None)
            if holder is not None and holder.when is not None:
                _date(draft, holder.when, "within")
            continue
        verb = _main_verb(draft, scene) if draft.trigger.form == "participle" else None
        if verb is not None and verb.when is not None and draft.judged.value == "CT+":
            _date(draft, verb.when, "main verb")
        elif draft.when is None and not draft.nominal and draft.judged.value in _TOLD:
            around = next((other for other in scene if _holds(other, draft)), None)
            if around is not None and around.when is not None:
                _date(draft, around.when, "within")


def _beside(scene: list[Draft]) -> None:
    """Gives a noun's act the one time of the dated acts before it in its clause («أسفرت الزيارة عن توقيع مذكرة»)."""
    for index, draft in enumerate(scene):
        if (
            not draft.nominal
            or draft.when is not None
            or draft.judged.value != "CT+"
            or draft.trigger.entry.id in time_words().lasting
            or is_apart(draft.scene, draft.trigger)
        ):
            continue
        clause = draft.scene.clause_of(draft.trigger.head)
        times = {
            other.when
            for other in scene[:index]
            if other.when is not None
            and other.judged.value == "CT+"
            and other.scene.clause_of(other.trigger.head) == clause
        }
        if len(times) == 1:
            _date(draft, times.pop(), "beside")


def _main_verb(draft: Draft, scene: list[Draft]) -> Draft | None:
    """The verb of the clause that an accusative participle describes the doer of; None if there is none."""
    made = draft.scene.made
    if made.shapes[draft.trigger.head].definite:
        return None
    clause = draft.scene.clause_of(draft.trigger.head)
    for other in reversed(scene):
        before = other.trigger.start < draft.trigger.start and other.scene.clause_of(other.trigger.head) == clause
        if before and not other.nominal and other.judged.value == "CT+":
            return other
    return None


def _holds_whole(draft: Draft, verb: Draft) -> bool:
    """Whether an undated meeting is that in which the act of a dated verb was done («حذّر، في اجتماع عقده،»)."""
    scene, trigger = draft.scene, draft.trigger
    if verb.nominal or verb.judged.value != "CT+" or trigger.entry.id in time_words().lasting:
        return False
    if verb.trigger.start > trigger.start or scene.clause_of(trigger.head) != scene.clause_of(verb.trigger.head):
        return False
    return scene.phrase(trigger.first).preposition in time_words().within


def _holds(other: Draft, draft: Draft) -> bool:
    """Whether a noun with a time names what the act of a verb happens in."""
    scene, trigger = draft.scene, other.trigger
    if other is draft or other.when is None or not other.nominal or other.judged.value != "CT+":
        return False
    if other.type not in ("CONSULT", draft.type) or other.trigger.entry.id in time_words().lasting:
        return False
    if scene.clause_of(trigger.head) != scene.clause_of(draft.trigger.head):
        return False
    return scene.phrase(trigger.first).preposition in time_words().within


def _take_up(drafts: list[Draft], entities: Entities) -> None:
    """Gives an event without a time of its own that of another mention of the same act; headlines come last."""
    order = sorted(enumerate(drafts), key=lambda pair: pair[1].scene.sentence.zone == "title")
    for index, draft in order:
        if draft.judged.value != "CT+" or draft.trigger.entry.id in time_words().lasting:
            continue
        if draft.when is not None and not _may_be_of_another(draft):
            continue
        others = _before(drafts, index) if draft.when is not None else _near(drafts, index)
        other = next((d for d in others if _tells_when(draft, d, entities)), None)
        if other is not None and other.when is not None:
            _date(draft, other.when, "same act")


def _may_be_of_another(draft: Draft) -> bool:
    """Whether a noun that takes up an act stands with a time that dates its verb («تسلمت أمس وثائق المصادقة»)."""
    here = draft.scene.made.shapes[draft.trigger.head]
    known = draft.nominal and here.definite and draft.time is not None and not draft.act_is_subject
    return known and not belongs_to(draft.scene, draft.trigger, draft.time, True)  # type: ignore[arg-type]


def _before(drafts: list[Draft], index: int) -> Iterator[Draft]:
    """The events of the sentences before, from the nearest on."""
    here = drafts[index].scene
    return (
        d for d in reversed(drafts[max(0, index - FAR) : index]) if d.scene is not here and _of_one(d, drafts[index])
    )


def _near(drafts: list[Draft], index: int) -> Iterator[Draft]:
    """The events of the article: of the sentence and the one before, then of the lead, then from the nearest on."""
    here = drafts[index]
    around = [other for other in nearest(drafts, index) if _of_one(other, here)]
    first = min((d.scene.sentence.index for d in around if d.scene.sentence.zone == "body"), default=0)
    at = here.scene.sentence.index
    yield from (d for d in around if at - 1 <= d.scene.sentence.index <= at)
    lead = (d for d in around if d.scene.sentence.index - first < LEAD)
    yield from sorted(lead, key=lambda d: d.trigger.start)
    yield from around


def _of_one(one: Draft, other: Draft) -> bool:
    return one.scene.sentence.article == other.scene.sentence.article


def _tells_when(draft: Draft, other: Draft, entities: Entities) -> bool:
    if other.when is None or other.judged.value not in _TOLD or other.type != draft.type:
        return False
    if _is_taken_up_next(draft, other):
        return True
    mine, its = _parties(draft, entities), _parties(other, entities)
    if (draft.nominal or draft.trigger.support >= 0) and is_given(draft):
        if same_act(draft, other):
            return all(not one or not two or one & two for one, two in zip(mine, its, strict=True))
        return draft.type == "ASSAULT" and bool(mine[0] & its[0]) and bool(mine[1] & its[1])
    if draft.scene.sentence.zone == "title":
        return bool(mine[0] & its[0]) and (same_act(draft, other) or bool(mine[1] & its[1]))
    return same_act(draft, other) and mine == its and bool(mine[0])


def _is_taken_up_next(draft: Draft, other: Draft) -> bool:
    """Whether the next sentence takes up the act of a verb by a noun with its doer («حذّر … وجاء تحذيره يوم الخميس»)."""
    next_ = other.scene.sentence.index == draft.scene.sentence.index + 1
    if draft.nominal or not other.nominal or not next_ or other.time is None:
        return False
    return bool(other.scene.made.shapes[other.trigger.head].pronoun) and same_act(draft, other)


def _heads_and_occasions(drafts: list[Draft], entities: Entities) -> None:
    """Gives the acts of headlines and what is said at the occasion of the news the day of the news."""
    news = told_news(drafts)
    if news is None or news.when is None:
        return
    carry_day(drafts, news, entities)
    day = last = news.when
    parties = _parties(news, entities)
    for draft in drafts:
        if draft.when is not None:
            last = draft.when if not draft.nominal else last
        elif draft.judged.value != "CT+" or draft.nominal:
            continue
        elif draft.scene.sentence.zone == "title" and parties[0] & states(draft.source.actors, entities):
            _date(draft, day, "headline")
        elif last != day or draft.scene.sentence.index < news.scene.sentence.index:
            continue
        elif _at_occasion(draft):
            _date(draft, day, "occasion")


def _at_occasion(draft: Draft) -> bool:
    """Whether a verb's clause names, as known, the conference, speech or meeting at which its act was done."""
    scene = draft.scene
    clause, own = scene.clause_of(draft.trigger.head), scene.made.owner[draft.trigger.head]
    first = max(0, own - AROUND)
    for index, phrase in enumerate(scene.made.phrases[first : own + AROUND], first):
        if scene.held.of[index] != clause or phrase.preposition not in time_words().within:
            continue
        word, here = scene.tokens[phrase.head].word, scene.made.shapes[phrase.head]
        if word is not None and (here.definite or here.pronoun) and word.core in time_words().occasions:
            return True
    return False


def _date(draft: Draft, when: str, reason: str) -> None:
    draft.when, draft.filled["time"] = when, reason


def _parties(draft: Draft, entities: Entities) -> tuple[set[str], set[str]]:
    return states(draft.source.actors, entities), states(draft.target.actors, entities)
