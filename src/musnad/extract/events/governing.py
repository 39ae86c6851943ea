"""Who does the act that a verbal noun names by the verb that it depends on: «قررت واشنطن دعم كييف»."""

from __future__ import annotations

from musnad.extract.actors.discourse import discourse, noun_core, nouns_at
from musnad.extract.actors.nouns import ActorNoun, actor_nouns
from musnad.extract.events.control import control
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import SUFFIXES, verb_reading
from musnad.extract.grammar.shapes import has_tanwin
from musnad.extract.grammar.verb_frames import VerbFrame

PERFORMED = frozenset({"", "عن", "ب", "في", "علي", "الي"})  # «قام بزيارة», «أعرب عن قلقه»

ADVERBIAL = frozenset({"في", "ب", "خلال", "بعد", "قبل", "عقب", "اثر", "منذ", "قرب"})


def governor(scene: Scene, first: int, definite: bool, told: bool = False) -> int:
    """The phrase whose actors do the act that the noun at token `first` names, by its verb's lemma; -1 if none.

    `told` is a noun that is no verbal noun, or an act of two sides: with the article it is only spoken of
    («أعلن الوزير الاتفاق», «استجاب للمطالب»).
    """
    own = scene.made.owner[first]
    verb = scene.held.verb_before(own)
    if verb < 0:
        return -1
    morph, frame = verb_reading(scene.made, scene.made.phrases[verb]), scene.held.frame(verb)
    if morph is None or own == frame.subject:
        return -1
    governed = scene.phrase(first).preposition
    if _is_only_told(scene, first, morph.lemma, governed):
        return -1
    if not _depends(scene, verb, own, frame, bool(governed)):
        return -1
    if morph.lemma in control("object") and governed and frame.objects:
        return frame.objects[0]
    if morph.lemma in control("allow"):
        allowed = (at for at in frame.prepositional if at < own and scene.made.phrases[at].preposition == "ل")
        return next(allowed, -1)
    if told and definite and (governed == "ل" or morph.lemma in control("tell")):
        return -1
    return frame.subject if governed == "ل" or _controls(morph.lemma, governed, definite) else -1


def _is_only_told(scene: Scene, first: int, lemma: str, governed: str) -> bool:
    """Whether the verb's subject tells of an act of violence, or of losses, of others («أعلن الجيش مقتل جنديين»)."""
    act, word = scene.trigger_at.get(first), scene.tokens[first].word
    if lemma in control("comment") and governed == "علي":
        return True
    if act is None or act.entry.type != "ASSAULT":
        return False
    if lemma in control("witness") or (word is not None and word.core in control("losses")):
        return True  # «شهدت باريس هجمات»
    return lemma in control("tell") and governed not in ("", "عن")  # «أعلن مقتل جنديين في هجوم»


def sufferer(scene: Scene, first: int) -> int:
    """The phrase whose actors the act is done to, by its verb («تواجه كوريا الشمالية عقوبات»); -1 if none."""
    own = scene.made.owner[first]
    verb = scene.held.verb_before(own)
    if verb < 0:
        return -1
    morph, frame = verb_reading(scene.made, scene.made.phrases[verb]), scene.held.frame(verb)
    if morph is None or morph.lemma not in control("suffer") or own == frame.subject:
        return -1
    return frame.subject if _depends(scene, verb, own, frame, bool(scene.phrase(first).preposition)) else -1


def teller_of_losses(scene: Scene, head: int) -> int:
    """The subject of the verb that tells of the loss of soldiers without saying whose («أعلن الجيش مقتل جنديين»);
    -1 if none.
    """
    word, own = scene.tokens[head].word, scene.made.owner[head]
    verb = scene.held.verb_before(own)
    morph = verb_reading(scene.made, scene.made.phrases[verb]) if verb >= 0 else None
    if word is None or word.core not in control("losses") or morph is None or morph.lemma not in control("tell"):
        return -1
    others = [at - 1 for at in scene.made.phrases[own].heads if at > head]
    last = others[0] if others else scene.made.phrases[own].last
    lost = next((at for at in range(head + 1, last + 1) if scene.made.shapes[at].kind == "word"), -1)
    told = lost == last and any(noun.id in ("army", "police") for noun in _counted_nouns(scene, lost))
    bare = told and not scene.made.shapes[lost].definite and not scene.made.shapes[lost].pronoun
    return scene.held.frame(verb).subject if bare else -1


def _counted_nouns(scene: Scene, at: int) -> tuple[ActorNoun, ...]:
    """What a word counts, with the ending of the accusative or without («14 جندياً»)."""
    return nouns_at(scene.made, at) or actor_nouns().get(noun_core(scene.made, at).removesuffix("ا")) or ()


def exchangers(scene: Scene, first: int) -> int:
    """The phrase of those who do the act to each other, by its verb («تبادلت الهند وباكستان القصف»); -1 if none."""
    verb = scene.held.verb_before(scene.made.owner[first])
    morph = verb_reading(scene.made, scene.made.phrases[verb]) if verb >= 0 else None
    if morph is None or morph.lemma not in control("exchange"):
        return -1
    return scene.held.frame(verb).subject


def traveller(scene: Scene, first: int) -> VerbFrame | None:
    """The frame of the verb of travel that a visit goes with («وصل إلى طهران في زيارة»); None if there is none."""
    if scene.phrase(first).preposition not in ("في", "ب"):
        return None
    verb = scene.held.verb_before(scene.made.owner[first])
    morph = verb_reading(scene.made, scene.made.phrases[verb]) if verb >= 0 else None
    return scene.held.frame(verb) if morph is not None and morph.lemma in control("travel") else None


def meanwhile(scene: Scene, first: int) -> int:
    """The subject of the verb that a meeting is told beside («قال الوزير بعد لقاء مع نظيره»); -1 if there is none."""
    if scene.phrase(first).preposition not in ("بعد", "قبل", "عقب", "خلال", "اثناء", "لدي", "اثر"):
        return -1
    verb = scene.held.verb_before(scene.made.owner[first])
    return scene.held.frame(verb).subject if verb >= 0 else -1


def reason_of(scene: Scene, first: int) -> int:
    """The subject of the verb that an act in the accusative tells the reason of («استدعى سفيره احتجاجاً على القرار»);
    -1 if there is none.
    """
    own = scene.made.owner[first]
    here, verb = scene.made.shapes[first], scene.held.verb_before(own)
    if verb < 0 or here.definite or here.preposition or here.joined or not has_tanwin(scene.tokens[first]):
        return -1
    frame, morph = scene.held.frame(verb), verb_reading(scene.made, scene.made.phrases[verb])
    beside = own not in (frame.subject, *frame.objects[:1]) or scene.made.shapes[first - 1].kind == "comma"
    roused = morph is not None and morph.lemma in control("rouse")
    return frame.subject if beside and not roused else -1


def fits(scene: Scene, verb: int, actors: tuple[str, ...]) -> bool:
    """Whether a verb agrees with actors told before, as the article speaks of them."""
    morph = verb_reading(scene.made, scene.made.phrases[verb])
    if morph is None or morph.person not in ("", "3"):
        return False
    if morph.number in ("p", "d"):
        return len(actors) > 1
    gender = discourse(scene.reading).genders.get(actors[0], "")
    return not gender or not morph.gender or gender == morph.gender


def goes_on(scene: Scene, first: int) -> bool:
    """Whether the pronoun of the noun at a token is the subject that the sentence's first verb goes on with, as is that
    of a noun joined to the verb's object («وجددت تضامنها مع باريس ووقوفها إلى جانبها»).
    """
    own = scene.made.owner[first]
    verb = scene.held.verb_before(own)
    actors, morph = scene.carried.actors, verb_reading(scene.made, scene.made.phrases[verb]) if verb >= 0 else None
    first_verb = verb >= 0 and not scene.held.of[verb] and not scene.held.of[own] and scene.held.verb_before(verb) < 0
    if len(actors) != 1 or morph is None or not first_verb:
        return False
    frame, pronoun = scene.held.frame(verb), scene.made.shapes[first].pronoun
    object_first = own == verb + 1 == frame.subject and morph.lemma in control("perform")  # «وجدد تضامنه»
    if (frame.subject >= 0 and not object_first) or SUFFIXES.get(pronoun) != (morph.gender, "s"):
        return False
    governed = own in (*frame.objects[:1], *frame.prepositional[:1]) or object_first
    heads = [scene.made.phrases[at].head for at in (verb + 1, *frame.objects[:1])]
    joined = scene.made.shapes[first].joined and any(scene.made.shapes[head].pronoun == pronoun for head in heads)
    return (governed or joined) and fits(scene, verb, actors)


def owner_of_plan(scene: Scene, first: int) -> int:
    """The phrase right before an act that tells whose plan it is («قرار واشنطن إعادة إدراج الجماعة»); -1 if none."""
    before = scene.made.owner[first] - 1
    if before < 0 or scene.phrase(first).preposition not in ("", "ب", "ل", "علي", "في"):
        return -1
    phrase = scene.made.phrases[before]
    word = scene.tokens[phrase.head].word
    return before if phrase.kind == "noun" and word is not None and word.core in control("plan") else -1


def asked_for(scene: Scene, first: int) -> bool:
    """Whether a preposition leads from the asking to the act («دعا طهران إلى الوقف»)."""
    return scene.phrase(first).preposition in ("الي", "ب", "علي")


def _controls(lemma: str, governed: str, definite: bool) -> bool:
    """Whether the subject of a verb does the act that the verb has as its object or behind a preposition."""
    if lemma in control("perform") and governed in PERFORMED:
        return True
    return lemma in control("intend") and (bool(governed) or not definite)


def _depends(scene: Scene, verb: int, own: int, frame: VerbFrame, governed: bool) -> bool:
    """Whether only the verb's subject and object, times and adverbs stand between a verb and a noun it governs.

    Before a bare object prepositional phrases may stand too, before a governed one those of place and time.
    """
    allowed = scene.made.phrases[own].preposition == "ب"  # «سمح للفريق بزيارة المنشأة»
    places, own_preposition = {frame.subject, *frame.objects[:1]}, scene.made.phrases[own].preposition
    for index in range(verb + 1, own):
        phrase = scene.made.phrases[index]
        if phrase.kind != "noun" or index in places or scene.made.time_at[phrase.head] is not None:
            continue
        adverbial = phrase.preposition in ADVERBIAL and phrase.preposition != own_preposition
        if adverbial and index == own - 1 and answers_to(scene, scene.made.phrases[own].first):
            return False
        if (governed and not adverbial and not (allowed and phrase.preposition == "ل")) or not phrase.preposition:
            return False
    return True


def answers_to(scene: Scene, first: int) -> bool:
    """Whether the act at token `first` is what another act answers («توعد بالرد على اغتيال القائد»)."""
    own = scene.made.owner[first]
    if own < 1 or scene.made.phrases[own].preposition != "علي":
        return False
    before = scene.made.phrases[own - 1]
    word = scene.tokens[before.head].word
    return before.kind == "noun" and word is not None and word.core in control("answers")
