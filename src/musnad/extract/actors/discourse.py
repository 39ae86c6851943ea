"""What an article has spoken of so far: the actors in their order, who bears which title, which state it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.extract.actors.nouns import ActorNoun, actor_nouns
from musnad.extract.grammar.phrases import Chunks, Phrase, chunks
from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.word_lists import word_list
from musnad.lang.ar.orthography import fold_key
from musnad.model import Entity, Mention
from musnad.ontology.actor_codes import is_outlet, split_code

ACTOR_KINDS = frozenset({"person", "state", "organization", "group"})
BEARERS = 40  # how many bearers of a title are tried to either side; keeps long documents linear
OWN_PARTY = frozenset({"REB", "OPP", "UAF", "CRM", "PTY"})
NEAREST = 60  # referents before a place that are looked at
DOMINANT_SHARE = 0.4  # of the mentions of states; below it an article has no country of its own


class Referent(NamedTuple):
    """An actor where the text names or describes it («الحكومة العراقية»); `gender` is `m`, `f` or empty where unknown,
    `number` `s` or `p`; `named` tells a name from a description.
    """

    offset: int
    sentence: int
    entity: str
    kind: str
    gender: str
    number: str
    named: bool = True


class Title(NamedTuple):
    """A description of a person: «وزير الخارجية الروسي» is the title `minister` of `خارجيه` of RUS."""

    id: str
    office: str
    state: str
    former: bool


class Bearer(NamedTuple):
    """A person named with a title at `offset`."""

    offset: int
    title: Title
    entity: str


class Discourse:
    """The actors of a reading, made once; every question is asked from a place in the text,
    so that the order of questions is free.
    """

    def __init__(self, reading: Reading) -> None:
        self.entities = reading.entities
        self.referents: list[Referent] = []
        self.bearers: dict[str, list[Bearer]] = {}
        self.officials: dict[str, set[str]] = {}
        self.genders: dict[str, str] = {}
        self.countries: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self.acting: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self.movements: dict[str, str] = {}
        self.names: dict[str, set[str]] = {}
        self.groups: list[tuple[int, tuple[str, ...]]] = []
        self.couples: list[tuple[int, int, tuple[str, ...]]] = []
        for sentence in reading.read_sentences():
            self._learn(sentence)
        self._join_members()
        self.offsets = [referent.offset for referent in self.referents]
        self.dominant = {article: _dominant(counts) for article, counts in self.countries.items()}

    def party(self, actor: str) -> str:
        """Whom an actor acts for: its state, the movement it belongs to, or itself."""
        entity = self.entities.get(actor)
        if entity is None:
            return actor
        return self.movements.get(entity.code, party_of(entity)) if entity.kind == "person" else party_of(entity)

    def _join_members(self) -> None:
        """Counts the persons of a movement with it, where the article names just one with their code."""
        named: dict[str, set[str]] = {}
        for party in {party for counts in self.acting.values() for party in counts}:
            entity = self.entities.get(party)
            if entity is not None and entity.kind != "person" and entity.code.split(" ")[-1] in OWN_PARTY:
                named.setdefault(entity.code, set()).add(party)
        self.movements = {code: next(iter(ids)) for code, ids in named.items() if len(ids) == 1}
        for article, counts in self.acting.items():
            joined: Counter[str] = Counter()
            for party, count in counts.items():
                joined[self.party(party)] += count
            self.acting[article] = joined

    def _learn(self, sentence: SentenceReading) -> None:
        made = chunks(sentence)
        counts = self.countries[sentence.article]
        for mention in sentence.mentions:
            entity = self.entities.get(mention.entity)
            if state := state_of(entity):
                counts[state] += 1
            if mention.kind in ACTOR_KINDS and entity is not None and not is_outlet(entity.code):
                weight = 1 if mention.adjectival else 2
                self.acting[sentence.article][party_of(entity)] += weight
            if mention.kind in ACTOR_KINDS and not mention.adjectival:
                self.referents.append(referent := _referent(mention, sentence))
                self.genders[mention.entity] = referent.gender
                if mention.kind == "person" and entity is not None:
                    self.officials.setdefault(entity.code, set()).add(entity.id)
                self._learn_kind(made, mention)
        for phrase in made.phrases:
            self._learn_group(made, phrase)
            self._learn_couple(made, phrase, sentence.index)
            for head in phrase.heads:
                self._learn_title(made, head, _part_end(phrase.heads, head, phrase.last))

    def _learn_group(self, made: Chunks, phrase: Phrase) -> None:
        """Keeps who is named together: «السعودية والإمارات والبحرين ومصر»."""
        if len(phrase.heads) < 3:
            return
        parts = [made.mention_at[head : _part_end(phrase.heads, head, phrase.last) + 1] for head in phrase.heads]
        named = [next((m for m in part if m is not None and m.kind in ACTOR_KINDS), None) for part in parts]
        actors = tuple(dict.fromkeys(mention.entity for mention in named if mention is not None))
        if len(actors) > 2:
            self.groups.append((made.tokens[phrase.head].start, actors))

    def _learn_couple(self, made: Chunks, phrase: Phrase, sentence: int) -> None:
        """Keeps which two are named together as those who act or are acted on: «السويد وفنلندا»."""
        if len(phrase.heads) != 2 or phrase.preposition not in ("", "بين", "علي", "ل", "مع", "الي", "من"):
            return
        named = [made.mention_at[head] for head in phrase.heads]
        actors = tuple(m.entity for m in named if m is not None and m.kind in ACTOR_KINDS and not m.adjectival)
        if len(actors) == 2 and actors[0] != actors[1]:
            self.couples.append((made.tokens[phrase.head].start, sentence, actors))

    def couples_before(self, offset: int) -> list[tuple[int, tuple[str, ...]]]:
        """The sentences and actors of those who were named two by two before `offset`, the last first."""
        end = bisect_left(self.couples, offset, key=lambda couple: couple[0])
        return [(sentence, actors) for _, sentence, actors in reversed(self.couples[max(0, end - NEAREST) : end])]

    def together(self, offset: int, count: int) -> tuple[str, ...]:
        """The last so many actors that were named together before `offset`; empty if there were none."""
        end = bisect_left(self.groups, offset, key=lambda group: group[0])
        near = reversed(self.groups[max(0, end - NEAREST) : end])
        return next((actors for _, actors in near if len(actors) == count), ())

    def _learn_kind(self, made: Chunks, mention: Mention) -> None:
        """Keeps the words of a name and the noun right before it: «حركة حماس» is a حركة."""
        words = self.names.setdefault(mention.entity, set())
        at = bisect_left(made.tokens, mention.start, key=lambda token: token.end - 1)
        if at and made.mention_at[at - 1] is None and made.shapes[at - 1].kind == "word":
            words.add(noun_core(made, at - 1))
        while at < len(made.tokens) and made.mention_at[at] is mention:
            words.add(noun_core(made, at))
            at += 1

    def _learn_title(self, made: Chunks, head: int, last: int) -> None:
        noun, _ = noun_at(made, head)
        if noun is None or noun.kind != "title":
            return
        from musnad.extract.actors.coreference import name_behind

        person = next((m for m in made.mention_at[head : last + 1] if m is not None and m.kind == "person"), None)
        person = person or name_behind(made, head) or _named_behind_office(made, head, last)
        if person is not None:
            bearer = Bearer(person.start, title_of(made, head, last, noun, self.entities), person.entity)
            self.bearers.setdefault(noun.id, []).append(bearer)

    def add(self, described: list[Referent]) -> None:
        """Takes in whom the text describes without a name."""
        self.referents = sorted((*self.referents, *described), key=lambda referent: referent.offset)
        self.offsets = [referent.offset for referent in self.referents]

    def before(self, offset: int, sentences: int = 2, sentence: int = 0) -> list[Referent]:
        """The referents before `offset`, nearest first, from at most `sentences` sentences back."""
        end = bisect_left(self.offsets, offset)
        found = []
        for referent in reversed(self.referents[max(0, end - NEAREST) : end]):
            if sentence - referent.sentence > sentences:
                break
            found.append(referent)
        return found

    def state_before(self, offset: int, sentence: int) -> str:
        """The one state whose people or bodies a sentence named before `offset`; empty if it named none or several."""
        told = {state_of(self.entities.get(referent.entity)) for referent in self.before(offset, 0, sentence)}
        return told.pop() if len(told) == 1 else ""

    def bearer(self, title: Title, offset: int) -> str | None:
        """The person who bears a title in the article: the nearest before `offset`, else the first after it;
        None if none is sure.
        """
        known = self.bearers.get(title.id, [])
        here = bisect_left(known, offset, key=lambda bearer: bearer.offset)
        for bearer in reversed(known[max(0, here - BEARERS) : here]):
            if _fits(bearer, title, self.entities):
                return bearer.entity
        if not (title.state or title.office):
            return None
        return next((b.entity for b in known[here : here + BEARERS] if _fits(b, title, self.entities)), None)


def discourse(reading: Reading) -> Discourse:
    """The discourse of a reading, made once and kept on it."""
    if reading.discourse is None:
        from musnad.extract.actors.descriptions import describe

        reading.discourse = Discourse(reading)
        describe(reading, reading.discourse)
    return reading.discourse


def state_of(entity: Entity | None) -> str:
    """The alpha-3 code of the state that an entity is or acts for; empty if none."""
    return split_code(entity.code)[0] if entity is not None else ""


def party_of(entity: Entity) -> str:
    """Whom an entity acts for: its state, or itself where it fights or stands against one."""
    role = entity.code.split(" ")[-1]
    return entity.id if role in OWN_PARTY else state_of(entity) or entity.id


def noun_at(made: Chunks, at: int) -> tuple[ActorNoun | None, int]:
    """The actor noun at a token, of two words before one, and its last token."""
    nouns, core = actor_nouns(), noun_core(made, at)
    if core in _first_words() and at + 1 < len(made.tokens):
        found = nouns.get(f"{core} {noun_core(made, at + 1)}")
        if found:
            return found[0], at + 1
    found = nouns.get(core)
    return (found[0] if found else None), at


@cache
def _first_words() -> frozenset[str]:
    """The words that an actor noun of two words begins with."""
    return frozenset(noun.split(" ", 1)[0] for noun in actor_nouns() if " " in noun)


def nouns_at(made: Chunks, at: int) -> tuple[ActorNoun, ...]:
    """Every kind of actor noun that the word at a token can be."""
    return actor_nouns().get(noun_core(made, at)) or ()


def title_of(made: Chunks, head: int, last: int, noun: ActorNoun, entities: dict[str, Entity]) -> Title:
    """The title that the tokens from `head` to `last` describe a person by."""
    office, state, former = "", "", False
    for at in range(head + 1, last + 1):
        mention, core = made.mention_at[at], noun_core(made, at)
        if mention is not None and mention.kind != "person":
            state = state or state_of(entities.get(mention.entity))
        elif core in ("سابق", "سابقه", "اسبق", "راحل", "مخلوع"):
            former = True
        elif not office and mention is None and at == head + 1 and made.shapes[at].definite:
            office = core
    return Title(noun.id, office, state, former)


def noun_core(made: Chunks, at: int) -> str:
    """The word at a token without clitics, as the tables of nouns have it («حكومته» is a حكومة)."""
    word = made.tokens[at].word
    if word is None:
        return made.tokens[at].form
    core = word.core
    if word.enclitic and core.endswith("ت") and core not in actor_nouns():
        return f"{core[:-1]}ه"
    return core


def _named_behind_office(made: Chunks, head: int, last: int) -> Mention | None:
    """«وزير الأوقاف والشؤون الدينية يوسف ادعيس»: who holds an office of two names; None if nobody is named."""
    end = made.phrase_of(head).last
    joined = last > head and last + 1 <= end and made.shapes[last + 1].joined and made.shapes[last + 1].definite
    if not joined or made.mention_at[last + 1] is not None:
        return None
    return next((m for m in made.mention_at[last + 1 : end + 1] if m is not None and m.kind == "person"), None)


def _fits(bearer: Bearer, title: Title, entities: dict[str, Entity]) -> bool:
    known = bearer.title
    if known.id != title.id or known.former != title.former:
        return False
    if title.office and known.office and title.office != known.office:
        return False
    state = known.state or state_of(entities.get(bearer.entity))
    return not (title.state and state and title.state != state)


def _part_end(heads: tuple[int, ...], head: int, last: int) -> int:
    later = [other for other in heads if other > head]
    return later[0] - 1 if later else last


def _referent(mention: Mention, sentence: SentenceReading) -> Referent:
    gender, number = gender_of(mention)
    return Referent(mention.start, sentence.index, mention.entity, mention.kind, gender, number)


def gender_of(mention: Mention) -> tuple[str, str]:
    """The grammatical gender (`m`, `f`, empty if unknown) and number (`s`, `p`) of a name."""
    return _gender_of(mention.kind, mention.text)


@lru_cache(maxsize=100_000)
def _gender_of(kind: str, name: str) -> tuple[str, str]:
    text = fold_key(name)
    first = text.split(" ", 1)[0]
    if kind == "person":
        return ("f" if first in word_list("genders", "female") else "m"), "s"
    if kind == "state":
        return ("m" if text in word_list("genders", "masculine_states") else "f"), "s"
    people = first.startswith("ال") and first.endswith(("ون", "ين")) and " " not in text  # «الحوثيون»
    if kind == "group" or (people and first not in word_list("genders", "masculine_heads")):  # not «الكرملين»
        return "m", "p"
    if first in word_list("genders", "feminine_heads") or first.endswith("ه"):
        return "f", "s"
    return ("m" if first in word_list("genders", "masculine_heads") else ""), "s"


def _dominant(counts: Counter[str]) -> str:
    total = sum(counts.values())
    if not total:
        return ""
    state, count = counts.most_common(1)[0]
    return state if count >= 3 and count / total >= DOMINANT_SHARE else ""
