"""Words that tell where a noun phrase begins, goes on or ends: titles, offices, somebody else's name, counts."""

from __future__ import annotations

from musnad.lang.ar.tokens import Token
from musnad.model import Mention

AT_LEAST = (frozenset({"لا"}), frozenset({"يقل", "تقل", "يزيد", "تزيد"}), frozenset({"عن", "علي"}))  # behind «ما»


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
    """«وزير خارجية فرنسا»: whether a word written like an adjective names an office."""
    from musnad.extract.actors.nouns import actor_nouns

    nouns = actor_nouns().get(token.form)
    return nouns is not None and nouns[0].id == "ministry"


def is_dual_title(token: Token) -> bool:
    """Whether a word is a title in the dual or plural («وزيرا»)."""
    from musnad.extract.actors.nouns import actor_nouns

    nouns = actor_nouns().get(token.form)
    return nouns is not None and nouns[0].number == "p"


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
