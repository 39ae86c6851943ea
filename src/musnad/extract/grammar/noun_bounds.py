"""Words that tell where a noun phrase begins, goes on or ends: titles, offices, somebody else's name, counts."""

from __future__ import annotations

from musnad.extract.word_lists import word_list
from musnad.lang.ar.tokens import Token
from musnad.model import Mention

AT_LEAST = (frozenset({"لا"}), frozenset({"يقل", "تقل", "يزيد", "تزيد"}), frozenset({"عن", "علي"}))  # behind «ما»

FAR = 2.0  # log10: by how much likelier a noun must be to be no verb before a title at the head of a sentence
VOICED = 8  # tokens in which «عن» stands behind «عبر» and its subject


def behind_at_least(tokens: list[Token], first: int) -> int:
    """«ما لا يقل عن 40 شخصا»: the token behind the words for at least, or at most, that begin at `first`;
    the number of tokens where there are none.
    """
    forms = [token.form for token in tokens[first + 1 : first + 1 + len(AT_LEAST)]]
    told = len(forms) == len(AT_LEAST) and all(form in words for form, words in zip(forms, AT_LEAST, strict=True))
    return first + 1 + len(AT_LEAST) if told else len(tokens)


def is_in_charge(title: Token, complement: Token) -> bool:
    """«القائم بالأعمال الفرنسي»: whether two words are one title."""
    return complement.form in ("بالاعمال", "باعمال") and title.form.endswith(("قايم", "قايمه"))


def is_office(token: Token) -> bool:
    """«وزير خارجية فرنسا», «ناقلة نفط», «أمين عام حركة»: whether a word written like an adjective names an office or a
    belonging, or is part of a title.
    """
    from musnad.extract.actors.nouns import actor_nouns

    if token.form == "عام":
        return True
    nouns = actor_nouns().get(token.form)
    return nouns is not None and (nouns[0].id == "ministry" or nouns[0].kind == "belonging")


def is_dual_title(token: Token) -> bool:
    """Whether a word is a title in the dual or plural («وزيرا»)."""
    from musnad.extract.actors.nouns import actor_nouns

    nouns = actor_nouns().get(token.form)
    return nouns is not None and nouns[0].number == "p"


def is_described(token: Token, mention: Mention | None, behind: Token) -> bool:
    """«قصف إسرائيلي», «رفض أميركي»: whether a word that may be a verb is its verbal noun, with an adjective of a state.

    «قتل فلسطيني» is a verb: those who are killed or seized are called by their people.
    """
    if mention is None or not mention.adjectival or token.word is None or token.word.proclitics or token.word.enclitic:
        return False
    if behind.word is None or behind.word.definite or behind.word.core.endswith(("ين", "ون", "يه", "ان", "ا")):
        return False
    masdars = [morph for morph in token.word.readings if morph.derived == "masdar" and morph.lemma == token.form]
    return bool(masdars) and masdars[0].verb not in word_list("control", "bodily")


def is_other(token: Token, mention: Mention | None) -> bool:
    """«استدعت كابل القائم بالأعمال», «سمّت القاهرة عمرو موسى»: whether a name or title behind a state's name is
    somebody else's.
    """
    if mention is not None:
        return not mention.adjectival
    from musnad.extract.actors.nouns import actor_nouns

    word = token.word
    if word is None or not word.definite:
        return False
    return word.core in actor_nouns() or word.core.endswith(("ين", "ون"))


def tells_of(token: Token, mention: Mention | None) -> bool:
    """Whether a word begins a person's name or title, as the subject of a verb before it does."""
    if mention is not None:
        return mention.kind == "person" and not mention.adjectival
    from musnad.extract.actors.nouns import actor_nouns

    nouns = actor_nouns().get(token.word.core) if token.word is not None else None
    return nouns is not None and nouns[0].kind == "title"


def may_tell(token: Token) -> bool:
    """«وجه رئيس الجمهورية برقية»: whether a word can be a verb of the past, if a noun is not far likelier."""
    if token.word is None or token.word.proclitics or token.word.enclitic:
        return False
    verbs = [morph.weight for morph in token.word.readings if morph.pos == "VERB" and morph.aspect == "p"]
    others = [morph.weight for morph in token.word.readings if morph.pos not in ("VERB", "AUX")]
    return bool(verbs) and max(verbs) > max(others, default=0.0) - FAR


def is_purpose(token: Token, preposition: str) -> bool:
    """«سافر ليبحث الأزمة»: whether «ل» stands before a verb of the present, not a noun."""
    if preposition != "ل" or token.word is None:
        return False
    readings = token.word.readings
    return bool(readings) and all(morph.pos == "VERB" and morph.aspect == "i" for morph in readings)


def is_voiced(tokens: list[Token], names: list[Mention | None], at: int) -> bool:
    """Whether a particle is a verb: «وعبر الحزب عن قلقه», with «عن» behind its subject, or «هنأ» before a person."""
    form, behind = tokens[at].form.lstrip("وف"), [token.form for token in tokens[at + 1 : at + VOICED]]
    if form == "هنا":
        return bool(behind) and tells_of(tokens[at + 1], names[at + 1])
    return form == "عبر" and "عن" in behind and "،" not in behind[: behind.index("عن")]
