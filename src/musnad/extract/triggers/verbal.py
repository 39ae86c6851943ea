"""Whether a word is what its pattern takes it for: a verb, a participle that stands for one, no person."""

from __future__ import annotations

from musnad.extract.triggers.index import GAP, LIKE_ARTICLE, Pattern, index, words
from musnad.extract.triggers.lexicon import SHADDA
from musnad.extract.triggers.scene import Scene
from musnad.lang.ar.tokens import Token

_NOMINAL = ("masdar", "noun")
# no verb stands behind these
BEFORE_NOUNS = frozenset(
    (
        "دون",
        "بدون",
        "بلا",
        "في",
        "علي",
        "عن",
        "الي",
        "بعد",
        "خلال",
        "منذ",
        "عقب",
        "اثر",
        "بسبب",
        "رغم",
        "لدي",
        "ضد",
        "حول",
        "بين",
        "نحو",
        "فور",
        "جراء",
    )
)


def fits_part_of_speech(pattern: Pattern, at: int, reach: int, scene: Scene) -> bool:
    """Whether the first word of a pattern on tokens `at` to `reach` is a verb or a noun as the pattern has it."""
    token = scene.tokens[at]
    if pattern.form == "noun" and _is_adjective_of(pattern, token):
        return False
    if pattern.form in _NOMINAL:
        return token.pos not in ("VERB", "AUX", "ADP") or _is_behind_preposition(at, scene)
    if not pattern.items[0].startswith("v:") or _is_verbal(at, scene):
        return True
    # in a phrase the words that follow tell more than the tag: «شاحنة فجر نفسه», «تعرض لهجوم»
    if _is_behind_preposition(at, scene):
        return False  # «دون تردد على العرض», «بعد تسلمه السلطة»
    if pattern.form == "multi" and reach - at == len(pattern.items) - 1 - pattern.items.count(GAP):
        return token.pos != "ADP"
    return pattern.form == "multi" and ("MASDAR", pattern.items[0][2:].rstrip(SHADDA)) in _lemmas(token)


def _is_adjective_of(pattern: Pattern, token: Token) -> bool:
    """Whether a word in ة is the feminine of an adjective that a noun is spelt like («الإصلاحات المقترحة»)."""
    word = token.word
    return (
        word is not None
        and word.feminine
        and word.readings[:1] != ()
        and word.readings[0].pos == "ADJ"
        and not pattern.items[0].endswith("ه")
    )


def _lemmas(token: Token) -> frozenset[tuple[str, str]]:
    return token.word.lemmas if token.word is not None and not token.word.definite else frozenset()


def _is_behind_preposition(at: int, scene: Scene) -> bool:
    return at > 0 and scene.tokens[at - 1].form.removeprefix("و") in BEFORE_NOUNS


def _is_verbal(at: int, scene: Scene) -> bool:
    token = scene.tokens[at]
    if token.word is None or _is_behind_preposition(at, scene):
        return False
    if token.word.definite and not token.word.form.startswith(LIKE_ARTICLE):
        return False
    if token.pos in ("VERB", "AUX"):
        return True
    # a tag is worth less than the place of a verb: the head of a clause
    before = scene.tokens[at - 1] if at else None
    if _is_relative(at, scene) or is_joined(token):
        return True
    return (
        before is None
        or before.form in words("before_verb")
        or (before.kind == "sign" and before.form not in "\"'")
        or token.word.proclitics[:1] in (("و",), ("ف",))
    )


def is_joined(token: Token) -> bool:
    """Whether a word is a verb only if its first letter is a conjunction: «فندد», which heads a clause."""
    word = token.word
    if word is None or word.proclitics or word.form[:1] not in ("و", "ف"):
        return False
    return all(morph.pos not in ("VERB", "AUX", "PROPN") for morph in word.readings)


def _is_relative(at: int, scene: Scene) -> bool:
    """Whether a verb with a suffix tells of the indefinite noun before it: «ادعاء نفته كابل»."""
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word if at else None
    if word is None or before is None or not word.enclitic or before.definite or before.enclitic:
        return False
    return scene.tokens[at - 1].pos == "NOUN" and all(morph.pos in ("VERB", "AUX") for morph in word.readings[:2])


def is_spoken(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether an act of speech is one: a participle is no person («المتهم»), an expert no political actor."""
    if pattern.form == "participle" and not _is_predicate(at, scene):
        return False
    if pattern.form not in ("verb", "participle") or pattern.entry.anyone:
        return True
    behind = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    reach = 2 if behind is not None and behind.definite else 3  # «أنذر الجيش سكان البلدة»: they are warned
    around = scene.known[max(0, at - 1) : at] + scene.known[at + 1 : at + reach]
    return all(index().observers.isdisjoint(each.keys) for each in around)


def _is_predicate(at: int, scene: Scene) -> bool:
    """Whether a participle stands for a verb: indefinite and no adjective of the noun before it («نائب معارض»)."""
    word = scene.tokens[at].word
    if word is None or word.definite:
        return False
    if word.core.endswith(("ي", "و")) and not word.enclitic:
        return False  # «مؤيدو الانقلاب» are people
    if not at or scene.tokens[at - 1].kind == "sign" or "و" in word.proclitics or word.core.endswith("ا"):
        return True
    if at + 1 < len(scene.tokens) and scene.tokens[at + 1].form.startswith("ايا"):
        return True  # «متهمة إياها»
    before = scene.tokens[at - 1].word
    if word.core.endswith("ه"):
        known = before is not None and (before.definite or bool(before.enclitic))  # «بلاده مستعدة»
        return known or scene.tokens[at - 1].pos in ("VERB", "AUX")
    return before is None or before.definite or scene.tokens[at - 1].pos != "NOUN"
