"""Where an event was, from the phrases behind it in its clause."""

from __future__ import annotations

from musnad.extract.events.scene import Scene
from musnad.extract.grammar.phrases import Phrase
from musnad.extract.names.heads import place_heads
from musnad.extract.triggers.layer import Trigger
from musnad.model import Mention

REACH = 8  # phrases behind a trigger in which its place is sought
# what is said has its speaker's place at most: a place behind another act is that act's
_SAID = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "AGREE"})
_LOCATIVE = frozenset({"في", "ب", "داخل", "قرب", "وسط"})


def event_place(scene: Scene, trigger: Trigger) -> Mention | None:
    """The first place in a locative phrase behind the trigger in its clause; None if the text names none."""
    made = scene.made
    clause, own = scene.clause_of(trigger.head), made.owner[trigger.last]
    for index in range(own, min(len(made.phrases), own + REACH)):
        phrase = made.phrases[index]
        if scene.held.of[index] != clause:
            continue
        if index > own and phrase.kind == "verb":
            break
        if trigger.entry.type in _SAID and phrase.first > trigger.last and _is_of_another(scene, trigger, phrase):
            return None
        if (
            phrase.preposition in _LOCATIVE
            and phrase.first > trigger.last
            and not _is_of_participle(scene, trigger, phrase)
        ):
            found = _named_place(scene, phrase)
            if found is not None:
                return found
    return None


def _named_place(scene: Scene, phrase: Phrase) -> Mention | None:
    """The place that a phrase names: its head, or behind a head that is a place too («في مطار البصرة»);
    None for other owners («بإرسال الولايات المتحدة»).
    """
    made = scene.made
    for at in range(phrase.head, phrase.last + 1):
        mention = made.mention_at[at]
        if mention is None or mention.kind not in ("place", "state") or mention.adjectival:
            continue
        word = scene.tokens[phrase.head].word
        of_place = word is not None and word.core in place_heads()
        if at == phrase.head or mention.kind == "place" or of_place or made.mention_at[phrase.head] is not None:
            return mention
    return None


def _is_of_another(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether another act stands between the trigger and a phrase."""
    return any(at in scene.trigger_at for at in range(trigger.last + 1, phrase.first))


def _is_of_participle(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase stands behind a definite participle of another noun («الطائرات المسجلة في قطر»)."""
    before = phrase.first - 1
    if before <= trigger.last + 1 or not scene.made.shapes[before].definite:
        return False
    return scene.tokens[before].form.startswith("الم") and scene.phrase(before).head != before
