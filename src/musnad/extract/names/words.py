"""Which words may be parts of a person's name."""

from __future__ import annotations

from functools import cache

from musnad.extract.names.scan import Found
from musnad.extract.names.tagger import CLITICS, person_words
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import load_tsv, package_path

_ARAB = frozenset("بن ابن بنت ابو ابي ال بو ولد عبد ام بالحاج بلحاج الحاج ايت اغ".split())  # noqa: SIM905
_WESTERN = frozenset("دي فون فان دا دير لو دو دوس دل".split())  # noqa: SIM905
PARTICLES = _ARAB | _WESTERN
ENDINGS = frozenset({"بالحاج", "بلحاج", "الحاج"})  # particles that may also close a name: «رضا بالحاج»
PRONOUNS = frozenset("ه ها هم هما هن نا كم كن".split())  # noqa: SIM905
GOES_ON = frozenset("الله الدين الرحمن الرحمان الاسلام الحق".split())  # noqa: SIM905


@cache
def given_names() -> frozenset[str]:
    """Folded given names, written by hand."""
    return frozenset(fold_key(row[0]) for row in load_tsv(package_path("extract", "data", "names", "given_names.tsv")))


def is_unknown(token: Token) -> bool:
    return token.kind == "word" and token.word is not None and token.word.unknown and len(token.form) > 2


def is_strong(token: Token) -> bool:
    return token.form in given_names() or (
        is_unknown(token) and (token.form in person_words() or not token.form.startswith("ال"))
    )


def is_likely(token: Token) -> bool:
    return (
        token.kind == "word"
        and not is_verb(token)
        and not is_common(token)
        and (
            token.form in PARTICLES
            or token.form in GOES_ON
            or is_unknown(token)
            or token.form in person_words()
            or is_family(token)
        )
    )


def is_common(token: Token) -> bool:
    """Whether a word is one of the language, with a pronoun or the accusative («ضيفه», «سفيرا»), or follows names."""
    if token.form in after_names():
        return True
    readings = token.word.readings if token.word else ()
    if not readings or readings[0].pos == "PROPN" or token.form in given_names() or token.word is None:
        return False
    return token.word.enclitic in PRONOUNS or (token.form.endswith("ا") and readings[0].pos in ("NOUN", "ADJ"))


def is_family(token: Token) -> bool:
    """Whether a definite word looks like a family name: «الأنصاري», «الطاهري», «المرتضى»."""
    form = token.form
    return (
        form.startswith("ال")
        and form not in after_names()
        and len(form) > 4
        and (form.endswith("ي") or form[2:] in given_names() or form in person_words())
    )


def is_noun(token: Token) -> bool:
    return token.kind == "word" and len(token.form) > 2 and not is_verb(token)


def is_surname(token: Token, held: Found | None) -> bool:
    """Whether a word after a lone given name is its family name: «يوسف الشاهد», «صفوان ثابت», «ميشيل أوباما»."""
    if held is not None and not (
        gives_way(held) or (held.first == held.last and (held.kind in ("person", "organization") or held.use == "city"))
    ):
        return False
    if token.kind != "word" or token.form in after_names() or is_verb(token):
        return False
    if token.form.startswith("ال"):
        return True
    readings = token.word.readings if token.word else ()
    noun = not readings or readings[0].pos in ("ADJ", "PROPN") or token.form in person_words()
    return noun and (not has_clitic(token) or token.form in person_words()) and not token.form.endswith("ا")


@cache
def after_names() -> frozenset[str]:
    """Folded words that follow a name and are no part of it."""
    path = package_path("extract", "data", "names", "after_names.tsv")
    return frozenset(fold_key(row[0]) for row in load_tsv(path))


def has_clitic(token: Token) -> bool:
    return token.word is not None and bool(token.word.proclitics)


def is_verb(token: Token) -> bool:
    readings = token.word.readings if token.word else ()
    return bool(readings) and readings[0].pos == "VERB" and token.form not in given_names()


def gives_way(found: Found) -> bool:
    return found.weak or found.use == "adj"


def clitics_of_name(token: Token) -> int:
    """How many letters of a name's first word are clitics: «ويوسف», «لمحمد»; none for a known name."""
    form = token.form
    if form in given_names() or form in person_words() or form[:1] not in CLITICS or len(form) < 4:
        return 0
    known = form[1:] in given_names() or form[1:] in person_words()
    return 1 if known or (form[0] in "وف" and token.word is not None and token.word.core_start == 1) else 0
