"""The actors that noun phrases, titles, pronouns and pairs stand for, resolved within the article."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.actors.anaphora import body_before, by_form, nearest, pair
from musnad.extract.actors.discourse import (
    ACTOR_KINDS,
    Discourse,
    discourse,
    noun_at,
    noun_core,
    nouns_at,
    state_of,
)
from musnad.extract.actors.nouns import ActorNoun
from musnad.extract.actors.offices import by_body, by_title, country_of, known_state
from musnad.extract.grammar.agreement import SUFFIXES
from musnad.extract.grammar.clauses import clauses
from musnad.extract.grammar.phrases import Chunks, Phrase, chunks
from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.word_lists import word_list
from musnad.model import Mention


class Resolved(NamedTuple):
    """The actors of a noun phrase, how they were found (`name`, `title`, `body`, `owner`, `pair`, `pronoun`,
    `anaphor`) and its span.
    """

    actors: tuple[str, ...]
    how: str = ""
    start: int = 0
    end: int = 0

    @property
    def direct(self) -> bool:
        """Whether the phrase itself names the actors."""
        return self.how in ("name", "title", "body", "owner", "place")


NOTHING = Resolved(())


class Reach(NamedTuple):
    """What else a phrase may stand for: `places` («قصف رفح»), a capital for its state,
    `owners` («نيات طهران» for طهران).
    """

    places: bool = False
    capitals: bool = False
    owners: bool = False


PLAIN, OWNERS = Reach(), Reach(owners=True)
MEMBERS = frozenset({"title", "official", "body", "pair", "belonging"})
COUNTRY = frozenset({"بلاد", "بلد", "دوله", "وطن"})  # «بلاده»
COUNTS = ((3, "three"), (4, "four"), (5, "five"), (6, "six"))
_LATTER = {"الاخيره": "f", "الاخير": "m"}


def phrase_actors(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> tuple[str, ...]:
    """The entity ids that a phrase stands for, in the order of the text; empty where none is sure."""
    return resolve(reading, sentence, phrase).actors


def resolve(reading: Reading, sentence: SentenceReading, phrase: Phrase, reach: Reach = PLAIN) -> Resolved:
    """The actors of a whole phrase; places count as actors only where asked for («قصف رفح»)."""
    if phrase.kind != "noun":
        return _speaking(reading, sentence, phrase)
    found: list[str] = []
    how = ""
    heads = phrase.heads or (phrase.head,)
    for index, head in enumerate(heads):
        last = heads[index + 1] - 1 if index + 1 < len(heads) else phrase.last
        part = resolve_part(reading, sentence, head, last, reach)
        found += [actor for actor in part.actors if actor not in found]
        how = how or part.how
    made = chunks(sentence)
    if not found:
        return resolve_member(reading, sentence, phrase.head)
    return Resolved(tuple(found), how, made.tokens[phrase.head].start, made.tokens[phrase.last].end)


def resolve_member(reading: Reading, sentence: SentenceReading, head: int) -> Resolved:
    """«قيادي في حماس», «مئات من أنصار التيار»: people without a name of their own act for whom they belong to."""
    made = chunks(sentence)
    noun, _ = noun_at(made, head)
    own, after = made.phrase_of(head), made.owner[head] + 1
    if noun is None or noun.kind not in MEMBERS or own.heads[-1:] != (own.head,) or after >= len(made.phrases):
        return NOTHING
    group = made.phrases[after]
    if group.preposition not in ("في", "من", "لدي") or made.shapes[group.head].kind not in ("word", "quantifier"):
        return NOTHING
    last = group.heads[1] - 1 if len(group.heads) > 1 else group.last
    found = resolve_part(reading, sentence, group.head, last, OWNERS)
    if found.how == "pair" and noun.kind != "belonging":
        return found  # «السلطات في الدول الثلاث»
    entity = reading.entities.get(found.actors[0]) if len(found.actors) == 1 else None
    belongs = group.preposition == "من" or noun.kind != "belonging"  # «وفد من روسيا», not «مواقع في روسيا»
    fits = entity is not None and belongs and (entity.kind in ("organization", "group") or group.preposition == "من")
    return found._replace(how="owner", start=made.tokens[head].start) if fits else NOTHING


def _speaking(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> Resolved:
    """Whom the pronoun of «إنه» stands for: the subject of the verb before it where the two agree, else the nearest."""
    made = chunks(sentence)
    if made.shapes[phrase.head].kind != "complementizer" or not (pronoun := made.shapes[phrase.head].pronoun):
        return NOTHING
    held, index = clauses(sentence), made.owner[phrase.head]
    before = made.phrases[index - 1] if index else phrase
    if before.kind == "noun" and before.preposition == "عن":
        found = resolve(reading, sentence, before)  # «نقلت الوكالة عن الكرملين أنه سيرد»
        if takes_up_subject(reading, sentence, phrase.head, pronoun, found.actors):
            return found._replace(how="pronoun")
    verb = held.verb_governing(index)
    subject = held.frame(verb).subject if verb >= 0 else -1
    if 0 <= subject < index:
        found = resolve(reading, sentence, made.phrases[subject])
        if takes_up_subject(reading, sentence, phrase.head, pronoun, found.actors):
            return found._replace(how="pronoun")
    return by_pronoun(reading, sentence, phrase.head, pronoun)


def takes_up_subject(
    reading: Reading, sentence: SentenceReading, token: int, pronoun: str, actors: tuple[str, ...]
) -> bool:
    """Whether the pronoun of a token agrees with actors named before it, as the text names them."""
    gender, number = SUFFIXES.get(pronoun, ("", ""))
    if len(actors) > 1:
        return number in ("p", "d")
    before = discourse(reading).before(sentence.tokens[token].start, 1, sentence.index)
    return any(r.entity in actors and r.gender in (gender, "") and r.number == number for r in before)


def resolve_antecedent(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> Resolved:
    """The actors that a relative clause speaks of: those of the phrase, or of the innermost noun in it that has any."""
    found = resolve(reading, sentence, phrase)
    start = phrase.head + 1
    while not found.actors and start <= phrase.last and start - phrase.head < 8:
        found = resolve_part(reading, sentence, start, phrase.last)
        start += 1
    return found


def resolve_part(reading: Reading, sentence: SentenceReading, head: int, last: int, reach: Reach = PLAIN) -> Resolved:
    """The actors of the noun phrase without coordination from its head to `last`."""
    made, known = chunks(sentence), discourse(reading)
    actors, how = _part(reading, sentence, made, known, head, last, reach)
    if not actors:
        return NOTHING
    return Resolved(actors, how, made.tokens[head].start, made.tokens[last].end)


def _part(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, head: int, last: int, reach: Reach
) -> tuple[tuple[str, ...], str]:
    mention = made.mention_at[head]
    if mention is not None:
        # «الفلسطينيين»: a people, for its state
        return ((mention.entity,), "owner") if mention.adjectival else _named(reading, mention, reach)
    here = made.shapes[head]
    if here.kind == "pronoun" or (here.pronoun and here.kind == "preposition"):
        form = here.pronoun or made.tokens[head].form
        return by_form(known, sentence, made.tokens[head].start, form[1:] if here.joined and not here.pronoun else form)
    if here.kind not in ("word", "quantifier"):
        return (), ""
    if head == last and here.definite and (gender := _LATTER.get(made.tokens[head].form.lstrip("وف"))):
        latter = nearest(known, sentence, made.tokens[head].start, gender, "s")
        return ((latter.entity,), "anaphor") if latter else ((), "")
    noun, end = noun_at(made, head)
    if noun is not None and noun.id == "judiciary" and end + 1 < len(made.tokens):
        noun = noun if made.tokens[end + 1].form != "علي" else None  # «القضاء على الوباء»
    person = _mention(made, end, last, "person")
    if noun is None and made.shapes[head].definite and (count := _counted(made, head)):
        return known.together(made.tokens[head].start, count), "pair"
    if noun is None:
        if person is not None and _is_apposition(made, head, person):
            return (person.entity,), "name"
        return _belonging(reading, sentence, made, known, head, last, reach)
    if noun.kind in ("title", "official"):
        person = person or name_behind(made, head)
        if person is not None:
            return (person.entity,), "name"
    found = _by_noun(reading, sentence, made, known, noun, head, last)
    return found if found[0] else _belonging(reading, sentence, made, known, head, last, reach)


def _by_noun(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, noun: ActorNoun, head: int, last: int
) -> tuple[tuple[str, ...], str]:
    offset = made.tokens[head].start
    kinds = {other.kind: other for other in nouns_at(made, head)} | {noun.kind: noun}
    owner = _owner(reading, sentence, made, known, head, last)
    if made.shapes[head].definite and (count := _counted(made, head)):
        return known.together(offset, count), "pair"
    if "pair" in kinds and (made.shapes[head].definite or made.shapes[head].pronoun):
        # «الرئيسان التركي والروسي»: whose they are tells who they are
        return (owner, "owner") if owner and last > head else (pair(known, sentence, offset, kinds["pair"].id), "pair")
    if noun.kind == "title":
        return by_title(known, made, noun, head, last, owner)
    if noun.kind == "official":
        return (owner, "owner") if owner else ((), "")
    if "body" in kinds:
        found = by_body(reading, sentence, made, known, kinds["body"], head, last, owner)
        if found[0] or "anaphor" not in kinds:
            return found
    if "belonging" in kinds and owner:
        state = country_of(known, owner[0]) if kinds["belonging"].id in COUNTRY else ""
        return (state,) if state else owner, "owner"
    if "anaphor" in kinds and made.shapes[head].definite and last == head:
        return body_before(known, sentence, offset, kinds["anaphor"]), "anaphor"
    return (), ""


def _counted(made: Chunks, head: int) -> int:
    """«الدول الأربع»: how many are meant, from three to six; 0 where no number follows."""
    if head + 1 >= len(made.tokens) or noun_core(made, head) not in word_list("nouns", "several"):
        return 0
    number = noun_core(made, head + 1)
    return next((count for count, name in COUNTS if number in word_list("nouns", name)), 0)


def _named(reading: Reading, mention: Mention, reach: Reach) -> tuple[tuple[str, ...], str]:
    if mention.kind in ACTOR_KINDS:
        return (mention.entity,), "name"
    if mention.kind != "place":
        return (), ""
    if reach.capitals and mention.rule.startswith("capital"):
        state = state_of(reading.entities.get(mention.entity))
        if state and known_state(reading, state):
            return (state,), "name"
    return ((mention.entity,), "place") if reach.places else ((), "")


def _mention(made: Chunks, first: int, last: int, kind: str) -> Mention | None:
    return next(
        (m for m in made.mention_at[first : last + 1] if m is not None and m.kind == kind and not m.adjectival), None
    )


def name_behind(made: Chunks, head: int) -> Mention | None:
    """The person named behind a title and its complement: «المدير العام للوكالة رافاييل غروسي»;
    None if there is none.
    """
    index = made.owner[head]
    own = made.phrases[index]
    if own.heads and own.heads[-1] != head:
        return None
    for phrase in made.phrases[index + 1 : index + 5]:
        if made.shapes[phrase.head].kind == "comma":
            continue
        if phrase.kind != "noun" or phrase.preposition not in ("", "ل", "باسم", "في", "لدي", "ب", "الي"):
            return None
        person = _mention(made, phrase.head, phrase.last, "person")
        if person is not None:
            last = made.mention_at[phrase.heads[1] - 1 if len(phrase.heads) > 1 else phrase.last]  # «سمير ووفد معه»
            return (
                person
                if last is person and (not phrase.preposition or person.start > made.tokens[phrase.head].end)
                else None
            )
        if not phrase.preposition:
            return None
    return None


def _is_apposition(made: Chunks, head: int, person: Mention) -> bool:
    """«القيادي يحيى السنوار», «ضيفه الفرنسي إيمانويل ماكرون»: behind a definite word and its adjectives, a person."""
    here = made.shapes[head]
    closed = bool(here.pronoun) or (here.definite and not here.preposition)
    return closed and person.start > made.tokens[head].end


def _owner(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, head: int, last: int
) -> tuple[str, ...]:
    """The actor that the noun at `head` belongs to: an adjective of state, a genitive, or its suffix pronoun."""
    for at in range(head + 1, last + 1):
        mention = made.mention_at[at]
        if mention is not None and mention.kind in ACTOR_KINDS:
            return (mention.entity,)
    if pronoun := made.shapes[head].pronoun:
        if noun_core(made, head) in word_list("control", "others"):
            return ()  # «جارتها الجنوبية», «حليفته»: somebody else than whom the pronoun means
        own = _subjects_own(reading, sentence, made, head, pronoun) if noun_core(made, head) in COUNTRY else ()
        return own or by_form(known, sentence, made.tokens[head].start, pronoun)[0]
    if last > head and not made.shapes[head].definite:
        following = made.shapes[head + 1]
        if following.kind == "word" and (following.definite or following.pronoun):
            return _part(reading, sentence, made, known, head + 1, last, PLAIN)[0]
    return ()


def _subjects_own(
    reading: Reading, sentence: SentenceReading, made: Chunks, head: int, pronoun: str
) -> tuple[str, ...]:
    """«أبلغ المستشار الأذربيجاني السفير الهندي قلق بلاده»: the verb's subject, where the pronoun agrees with it."""
    held, own = clauses(sentence), made.owner[head]
    verb = held.verb_before(own)
    subject = held.frame(verb).subject if verb >= 0 else -1
    if not 0 <= subject < own or (own == subject + 1 and made.phrases[own].preposition):
        return ()  # «كثيرون من بلادهم»: the noun tells whom the subject belongs to, not the other way round
    actors = resolve(reading, sentence, made.phrases[subject]).actors
    return actors if actors and takes_up_subject(reading, sentence, head, pronoun, actors) else ()


def _belonging(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, head: int, last: int, reach: Reach
) -> tuple[tuple[str, ...], str]:
    """The owner of any noun, or the place in its phrase («سوق الكرادة»), as far as asked for."""
    if reach.owners and (owner := _owner(reading, sentence, made, known, head, last)):
        return owner, "owner"
    place = _mention(made, head, last, "place") if reach.places else None
    return ((place.entity,), "place") if place is not None else ((), "")


def other_pair(reading: Reading, sentence: SentenceReading, head: int, taken: tuple[str, ...]) -> Resolved:
    """The two that a pair («البلدين») stands for where none of them can be one of `taken`; nobody if it is no pair."""
    made = chunks(sentence)
    noun = next((noun for noun in nouns_at(made, head) if noun.kind == "pair"), None)
    if noun is None:
        return NOTHING
    at = made.tokens[head]
    actors = pair(discourse(reading), sentence, at.start, noun.id, taken)
    return Resolved(actors, "pair", at.start, at.end) if actors else NOTHING


def by_pronoun(
    reading: Reading, sentence: SentenceReading, token: int, pronoun: str, taken: tuple[str, ...] = ()
) -> Resolved:
    """The actors of the suffix pronoun of a token; none of `taken`, since an act is seldom done to its doer."""
    at = sentence.tokens[token]
    actors, how = by_form(discourse(reading), sentence, at.start, pronoun, taken)
    return Resolved(actors, how, at.start, at.end) if actors else NOTHING
