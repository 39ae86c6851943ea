"""The subject, objects and prepositional phrases around a finite verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from musnad.extract.grammar.agreement import SUFFIXES, agrees, agrees_any, verb_reading
from musnad.extract.grammar.noun_bounds import is_dual_title
from musnad.extract.grammar.phrases import Chunks, Phrase
from musnad.extract.grammar.shapes import has_tanwin
from musnad.extract.word_lists import word_list
from musnad.lang.ar.morphology import Morph

if TYPE_CHECKING:
    from musnad.extract.grammar.clauses import Clauses

COUNTS = frozenset({"number", "quantifier", "relative_ambiguous"})  # the last is «ما لا يقل عن 40 شخصا»
REACH = 40  # phrases to either side of a verb in which its places are sought; keeps endless sentences linear


class VerbFrame(NamedTuple):
    """The places around a finite verb, as indices of phrases: -1 or empty where the sentence has none.

    `antecedent` is the noun that a relative clause describes, where it is the subject; `carried` tells that the subject
    is that of the verb before it.
    """

    verb: int
    subject: int = -1
    objects: tuple[int, ...] = ()
    prepositional: tuple[int, ...] = ()
    carried: bool = False
    topic: int = -1


def verb_frame(held: Clauses, verb: int) -> VerbFrame:
    after, prepositional = _after(held, verb)
    morph = verb_reading(held.made, held.made.phrases[verb])
    before = _topic(held, verb)
    plural = morph is not None and morph.number in ("p", "d")
    if (
        before >= 0
        and not _is_beside(held, verb, after)
        and not _is_accusative(held, before)
        and not _is_fronted(held, before, verb, after)
        and (plural or agrees_any(held.made, before, held.made.phrases[verb]))
    ):
        return VerbFrame(verb, before, after, prepositional, topic=before)
    pronoun = _pronoun(held, verb, morph)
    if pronoun >= 0:
        return VerbFrame(verb, pronoun, after, prepositional, topic=pronoun)
    antecedent = _antecedent(held, verb)
    if antecedent >= 0:
        resumed = bool(held.made.shapes[held.made.phrases[verb].head].pronoun) or _resumed(held, prepositional)
        if not resumed and _differs(held, antecedent, verb, after):
            return VerbFrame(verb, after[0], after[1:], prepositional)
        if not resumed or not after:
            return VerbFrame(verb, antecedent, after, prepositional)
        return VerbFrame(verb, after[0], (antecedent, *after[1:]), prepositional)
    behind = bool(after) and not plural and not _is_accusative(held, after[0])
    if behind and agrees_any(held.made, after[0], held.made.phrases[verb]):
        return VerbFrame(verb, after[0], after[1:], prepositional)
    earlier = _earlier_verb(held, verb)
    if earlier >= 0:
        known = held.known_frame(earlier)
        subject = known.subject if known else -1
        if subject >= 0 and not plural and not agrees(held.made, subject, morph):
            subject = -1
        return VerbFrame(verb, subject, after, prepositional, carried=True)
    if behind and after[0] == verb + 1 and held.made.mention_at[held.made.phrases[after[0]].head] is not None:
        return VerbFrame(verb, after[0], after[1:], prepositional)  # a name whose gender is guessed
    return VerbFrame(verb, -1, after, prepositional, carried=True)


def _differs(held: Clauses, antecedent: int, verb: int, after: tuple[int, ...]) -> bool:
    """«الهجوم الذي حمّلت واشنطن الحركة مسؤوليته»: whether a verb agrees with the noun behind it only."""
    if len(after) < 2 or after[0] != verb + 1 or agrees_any(held.made, antecedent, held.made.phrases[verb]):
        return False
    return agrees_any(held.made, after[0], held.made.phrases[verb])


def _is_beside(held: Clauses, verb: int, after: tuple[int, ...]) -> bool:
    """«أول مرة تستدعي فيها الجزائر سفيرها»: whether a verb tells of the noun before it, with its own subject behind."""
    made = held.made
    if not after or after[0] != verb + 2 or made.shapes[made.phrases[verb].first].joined:
        return False
    between = made.phrases[verb + 1]
    resumed = between.preposition in ("في", "خلال") and bool(made.shapes[between.head].pronoun)
    return resumed and agrees_any(made, after[0], made.phrases[verb])


def _is_accusative(held: Clauses, phrase: int) -> bool:
    """Whether a noun is written as an object («زيارة استغرقت يوماً»), so that it can be no subject."""
    made, noun = held.made, held.made.phrases[phrase]
    if noun.last > noun.head and is_dual_title(made.tokens[noun.head]):
        return False  # «وزيرا خارجية البلدين»
    return made.mention_at[noun.head] is None and not _is_counted(made, noun) and has_tanwin(made.tokens[noun.head])


def _is_counted(made: Chunks, phrase: Phrase) -> bool:
    """«1792 شخصاً قتلوا»: what is counted stands in the accusative whatever its part in the sentence."""
    return made.shapes[phrase.first].kind in COUNTS


def _after(held: Clauses, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bare and the prepositional noun phrases behind a verb in its own clause, up to the next verb."""
    made, clause = held.made, held.of[verb]
    bare: list[int] = []
    prepositional: list[int] = []
    for index in range(verb + 1, min(verb + REACH, len(made.phrases))):
        phrase = made.phrases[index]
        if held.of[index] != clause:
            if held.of[index] < clause:
                break
            continue
        kind = made.shapes[phrase.head].kind
        if phrase.kind == "verb" or kind == "stop":
            # «كان الوزير قد أعلن»: the auxiliary's subject is behind it, so is the verb's
            break
        if phrase.kind != "noun" or made.time_at[phrase.head] is not None:
            continue
        if made.shapes[phrase.first].joined and index > verb + 1 and not phrase.preposition:
            break
        (prepositional if phrase.preposition else bare).append(index)
    return tuple(bare), tuple(prepositional)


def _topic(held: Clauses, verb: int) -> int:
    """The bare noun phrase that the verb's clause begins with («إن بيونغ يانغ قد تحصل»),
    or that كان has before it; -1 if none.
    """
    made, clause, found = held.made, held.of[verb], -1
    if held.clauses[clause].kind == "relative" and verb == held.clauses[clause].opener + 1:
        return -1
    if made.shapes[made.phrases[verb].first].joined and not made.tokens[made.phrases[verb].first].form.startswith("ف"):
        return -1
    for index in range(verb - 1, max(-1, verb - REACH), -1):
        phrase = made.phrases[index]
        if held.of[index] != clause:
            if held.of[index] < clause:
                break
            continue
        kind = made.shapes[phrase.head].kind
        if phrase.kind == "verb" and kind != "auxiliary":
            # the noun phrase behind a verb is its own, unless a comma sets it off
            return found if found > 0 and made.shapes[made.phrases[found].first - 1].kind == "comma" else -1
        if kind == "stop":
            break
        if phrase.kind == "noun" and not phrase.preposition and made.time_at[phrase.head] is None:
            found = index
        if phrase.kind == "verb":
            break
    return found


def _is_fronted(held: Clauses, topic: int, verb: int, after: tuple[int, ...]) -> bool:
    """Whether the noun phrase before a verb is an adverbial («رداً على ذلك، انتقد الوزير»),
    so that the subject is behind it.
    """
    made, phrase = held.made, held.made.phrases[topic]
    head = phrase.head
    if made.mention_at[head] is not None or made.shapes[head].kind == "pronoun":
        return False
    form = made.tokens[head].form
    if (form.endswith("ا") and not made.shapes[head].definite and not _is_counted(made, phrase)) or form.startswith(
        ("نفس", "ذات")
    ):
        return True
    adjacent = bool(after) and after[0] == verb + 1
    comma = made.shapes[made.phrases[verb].first - 1].kind == "comma"
    embedded = any(held.of[index] != held.of[verb] for index in range(topic, verb))
    return adjacent and comma and not embedded


def _pronoun(held: Clauses, verb: int, morph: Morph | None) -> int:
    """The opener that carries the verb's subject («إنه دعا نظيره»); -1 where none does, or it stands for no one
    («أنه يجب»).
    """
    clause = held.clause(verb)
    if clause.kind != "that" or morph is None or morph.lemma in word_list("function_words", "impersonal_verbs"):
        return -1
    suffix = held.made.shapes[held.made.phrases[clause.opener].head].pronoun
    gender, number = SUFFIXES.get(suffix, ("", ""))
    first = all(held.made.phrases[index].kind != "verb" for index in range(clause.opener + 1, verb))
    fits = morph.number == number and morph.gender in (gender, "") and verb - clause.opener < REACH
    return clause.opener if number and first and fits else -1


def _antecedent(held: Clauses, verb: int) -> int:
    clause = held.clause(verb)
    if clause.kind != "relative" or clause.governor < 0:
        return -1
    if any(
        held.made.phrases[index].kind == "verb"
        for index in range(max(clause.opener, verb - REACH), verb)
        if held.of[index] == held.of[verb]
    ):
        return -1
    governor = clause.governor
    while (
        governor > 0
        and held.made.phrases[governor].kind != "noun"
        and held.made.shapes[held.made.phrases[governor].head].kind in ("comma", "quote", "close")
    ):
        governor -= 1
    return governor if held.made.phrases[governor].kind == "noun" else -1


def _resumed(held: Clauses, prepositional: tuple[int, ...]) -> bool:
    return any(held.made.shapes[held.made.phrases[index].first].pronoun for index in prepositional[:1])


def _earlier_verb(held: Clauses, verb: int) -> int:
    """The verb whose subject a verb without its own takes over:
    the one before it in its clause, else in the clause around it.
    """
    clause = held.of[verb]
    for _ in range(4):
        if clause < 0:
            break
        for index in range(verb - 1, max(-1, verb - REACH), -1):
            if held.of[index] == clause and held.made.phrases[index].kind == "verb":
                return index
        clause = held.clauses[clause].parent
    return -1
