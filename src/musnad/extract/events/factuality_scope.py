"""Factuality that reaches further than its governor: to what is joined with an act, and to what is denied later."""

from __future__ import annotations

from musnad.extract.events.drafts import Draft
from musnad.extract.events.factuality_cues import cues
from musnad.extract.events.factuality_verbs import ALLEGING, Judged, verb_group
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import verb_reading

JOINED = 14  # tokens between two acts joined by «و»
CLOSE = 4  # tokens, no sign among them, within which a form that is verb and verbal noun is the latter
_SHARED = frozenset({"U", "PR+", "PR-", "PS+", "PS-", "CT-"})
_REFERS = frozenset({"وهو", "وهي", "الامر"})  # «وهو ما نفته»


def spread(drafts: list[Draft]) -> None:
    """Gives acts of one sentence the factuality of those that they are joined with, and takes back what is denied."""
    for index, draft in enumerate(drafts[1:], 1):
        before = drafts[index - 1]
        if draft.judged.value == "CT+" and before.judged.value in _SHARED and _is_joined(before, draft):
            draft.judged = before.judged
    if drafts and (at := _taken_back(drafts[0].scene)) >= 0:
        _take_back(drafts, at)


def look_ahead(drafts: list[Draft]) -> None:
    """Takes an act for open that is dated behind the article's day («يعقد الزعيمان قمة الشهر المقبل»), unless a
    perfect verb tells it.
    """
    for draft in drafts:
        published = draft.scene.reading.published(draft.scene.sentence)
        if draft.judged.value != "CT+" or not draft.when or not published or not draft.when[:4].isdigit():
            continue
        if "W" in draft.when or draft.when <= published[: len(draft.when)]:
            continue
        verb = draft.scene.verb_phrase(draft.trigger)
        morph = verb_reading(draft.scene.made, draft.scene.made.phrases[verb]) if verb >= 0 else None
        if morph is None or morph.aspect == "i":
            draft.judged = Judged("U", "dated ahead")


def _is_joined(before: Draft, draft: Draft) -> bool:
    """Whether two nouns name acts that «و» or «أو» joins under one governor («بطردهم ومصادرة ممتلكاتهم»)."""
    scene = draft.scene
    nominal = draft.nominal or _is_misread(before, draft)
    if not (before.nominal and nominal) or draft.judged.rule == "factive":
        return False
    if before.judged.rule.startswith("claim") or scene.is_cue(draft.trigger) or scene.is_cue(before.trigger):
        return False
    first, last = draft.trigger.first, before.trigger.last
    here, other = scene.made.shapes[first], scene.phrase(before.trigger.first)
    conjunction = first and scene.tokens[first - 1].form in ("او", "و")
    joined = here.joined or scene.made.shapes[scene.phrase(first).first].joined  # «وعلى السماح»
    if not (joined or conjunction) or first - last > JOINED:
        return False
    preposition = scene.phrase(first).preposition if scene.phrase(first).head == first else ""
    if preposition and preposition != other.preposition:
        return False
    between = range(last + 1, first)
    return not any(_parts(scene, at) for at in between)


def _is_misread(before: Draft, draft: Draft) -> bool:
    """Whether a verb joined right behind a noun's act is a verbal noun («باستقالة الحكومة وحل البرلمان»)."""
    scene, first = draft.scene, draft.trigger.first
    word = scene.tokens[first].word
    if word is None or not scene.made.shapes[first].joined or first - before.trigger.last > CLOSE:
        return False
    signs = any(scene.tokens[at].kind == "sign" for at in range(before.trigger.last + 1, first))
    return not signs and any(kind == "MASDAR" for kind, _ in word.lemmas)


def _parts(scene: Scene, at: int) -> bool:
    """Whether a token between two nouns parts them: a verb, a relative, the end of a clause."""
    return scene.phrase(at).kind == "verb" or scene.made.shapes[at].kind in ("stop", "relative", "subordinator")


def _taken_back(scene: Scene) -> int:
    """Where «وهو ما» takes back what was said before it («، وهو ما تنفيه بغداد»); -1 if nothing does."""
    made = scene.made
    for at in range(1, len(scene.tokens) - 2):
        if scene.tokens[at].form not in _REFERS or scene.tokens[at + 1].form not in ("ما", "الذي"):
            continue
        phrase = scene.phrase(at + 2)
        morph = verb_reading(made, phrase) if phrase.kind == "verb" else None
        if morph is None:
            continue
        negated = verb_group(scene, phrase).value == "CT-"
        if morph.lemma in (cues().takes_back_negated if negated else cues().takes_back):
            return at
    return -1


def _take_back(drafts: list[Draft], at: int) -> None:
    """What the last speaker before said happened, and another denies, is open; saying and accusing stay."""
    scene = drafts[0].scene
    end = scene.tokens[at].start
    said = max(
        (claim for claim in scene.claims if claim.cue.start < end), key=lambda claim: claim.cue.start, default=None
    )
    if said is None:
        return
    start = min(said.cue.start, said.content.start if said.content else said.cue.start)
    for draft in drafts:
        said_to_be = draft.judged.value == "CT+" and draft.judged.rule != "factive"
        telling = scene.is_cue(draft.trigger) or draft.trigger.entry.id in ALLEGING
        if start <= draft.trigger.start < end and said_to_be and not telling:
            draft.judged = Judged("U", "denied.thereafter", at)
