"""Attribution cues: the lexicon of words that say that somebody says something, and every form they are written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path

FOLDER = ("extract", "data", "claims")
FILES = ("verbs", "participles", "nouns", "adverbials", "impersonal")
VERSION = 24

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")


class Cue(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One entry of the lexicon.

    `frames` names what may follow: `clause` (أن، إن، بأن), `quote` (a colon or quotation marks), `object` (a noun
    phrase) or a folded preposition. `negated` is the stance under negation; empty if the negated cue states nothing.
    `impersonal` verbs may lack a speaker, `relay` verbs pass on, `attitude` verbs take their stance from their noun,
    `skips_object` leaves the object out of the content, `judges` lets blaming words accuse, `doubles` verbs take two
    objects («عدّها تهديداً»). A name after a `never_names` cue makes it none («اعترف بإسرائيل»); an object that begins
    with a word of `not_object` shows that the phrase before it was an object too («حمّل الشركة مسؤولية»). One of
    `requires` must follow. A `silent` cue without speaker is the writer's own («يذكر أن»). A `clausal` cue takes
    only a clause («ذهب إلى أن»). A `refusal` says what its speaker will not do, rather than what is not so. A cue
    that `repeats` («جدد») hands the word to a noun of saying behind it, if there is one («جدد رفضه»).
    A `carried` noun without a speaker of its own is the word of the subject of its verb («اكتفى بالقول إن»). An
    `owned` noun is a cue only where its speaker follows («اتهام باريس طهران بـ»). A `deed` or `refusal` is a
    statement only where a person says it; with a state or body it is an act. What `stipulates` is a paper, with
    which no later verb goes on. A cue that `addresses` somebody («حث») has the noun before its preposition for its
    object where it is joined to another verb of the same speaker. An `own` cue names its speaker by a pronoun («في
    رأيه»), that of an `author` cue is whoever writes («الأرجح عندي»). The genitive of a `patient` noun is whom it is
    aimed at («اتهام الوزير بالتزوير»).
    """

    id: str
    kind: str
    stance: str
    frames: tuple[str, ...] = ()
    negated: str = ""
    impersonal: bool = False
    relay: bool = False
    attitude: bool = False
    skips_object: bool = False
    judges: bool = False
    doubles: bool = False
    never_names: bool = False
    not_object: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    silent: bool = False
    clausal: bool = False
    refusal: bool = False
    repeats: bool = False
    carried: bool = False
    owned: bool = False
    deed: bool = False
    stipulates: bool = False
    addresses: bool = False
    own: bool = False
    author: bool = False
    patient: bool = False


class CueForm(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One written form of a cue; `tail` are the words that must follow for a cue of several words.

    `tense` is `p`, `i` or empty, `person` 1 or 3, `feminine` the gender the form agrees with, `pronoun` its suffix.
    `ambiguous` forms are nouns as often as verbs.
    """

    cue: int
    tail: tuple[str, ...] = ()
    tense: str = ""
    person: int = 3
    feminine: bool = False
    pronoun: str = ""
    ambiguous: bool = False


class Lexicon(msgspec.Struct, frozen=True, array_like=True):
    """All cues, and for each first word the forms that begin with it, the longest first."""

    cues: list[Cue]
    forms: dict[str, list[CueForm]]


@cache
def lexicon() -> Lexicon:
    """The attribution cues of the package, from the cache of compiled lexicons."""
    return compiled("claim-cues", Lexicon, [package_path(*FOLDER)], _build, VERSION)


@cache
def written_forms() -> frozenset[str]:
    """The folded words that a cue may begin with, also with و or ف before them."""
    forms = lexicon().forms
    joined = frozenset(prefix + form for form in forms for prefix in ("", "و", "ف"))
    return joined | {f"ل{form}" for form in forms if form[0] in "يت"}


@cache
def is_cue_verb(form: str) -> bool:
    """Whether a folded form, with or without و or ف, is a verb of the lexicon and nothing else."""
    table = lexicon()
    known = (*table.forms.get(form, ()), *(table.forms.get(form[1:], ()) if form[:1] in "وف" else ()))
    return any(table.cues[shape.cue].kind == "verb" and not shape.ambiguous and not shape.tail for shape in known)


@cache
def participle_forms() -> frozenset[str]:
    """The folded accusative participles of the lexicon that are nothing else («معتبرا»)."""
    table = lexicon()
    return frozenset(
        form
        for form, known in table.forms.items()
        if any(table.cues[k.cue].kind == "participle" and not k.ambiguous and not k.pronoun for k in known)
    )


def entries() -> Iterator[dict[str, Any]]:
    """Every entry of the cue files as written, with its `kind`."""
    for name in FILES:
        for row in load_yaml(package_path(*FOLDER, f"{name}.yaml")) or ():
            yield {"kind": name.removesuffix("s"), **row}


def _build() -> Lexicon:
    cues: list[Cue] = []
    forms: dict[str, list[CueForm]] = {}
    for row in entries():
        at = len(cues)
        cues.append(_cue(row))
        never = {fold_key(word) for word in row.get("never", ())}
        for words, form in _forms(row, at):
            if words in never:
                continue
            first, *tail = words.split(" ")
            forms.setdefault(first, []).append(msgspec.structs.replace(form, tail=tuple(tail)))
    for known in forms.values():
        known.sort(key=lambda form: -len(form.tail))
    return Lexicon(cues, forms)


def _cue(row: dict[str, Any]) -> Cue:
    return Cue(
        id=row["id"],
        kind=row["kind"],
        stance=row.get("stance", "assert"),
        frames=tuple(fold_key(frame) for frame in row.get("frames", ())),
        negated=row.get("negated", ""),
        impersonal=row.get("impersonal", False),
        relay=row.get("relay", False),
        attitude=row.get("attitude", False),
        skips_object=row.get("skips_object", False),
        judges=row.get("judges", False),
        doubles=row.get("doubles", False),
        never_names=row.get("never_names", False),
        requires=tuple(fold_key(word) for word in row.get("requires", ())),
        silent=row.get("silent", False),
        clausal=row.get("clausal", False),
        refusal=row.get("refusal", False),
        repeats=row.get("repeats", False),
        carried=row.get("carried", False),
        owned=row.get("owned", False),
        deed=row.get("deed", False),
        stipulates=row.get("stipulates", False),
        addresses=row.get("addresses", False),
        own=row.get("own", False),
        author=row.get("author", False),
        patient=row.get("patient", False),
        not_object=tuple(fold_key(word) for word in row.get("not_object", ())),
    )


def _forms(row: dict[str, Any], at: int) -> Iterator[tuple[str, CueForm]]:
    if row["kind"] == "verb":
        yield from _verb_forms(row, at)
    elif row["kind"] == "participle":
        yield from _participle_forms(row, at)
    elif row["kind"] == "noun":
        yield from _noun_forms(row, at)
    else:
        for form in row["forms"]:
            yield fold_key(form), CueForm(cue=at)


def _verb_forms(row: dict[str, Any], at: int) -> Iterator[tuple[str, CueForm]]:
    perfect, imperfect = (fold_key(form) if form else "" for form in row["verb"])
    ambiguous = {fold_key(form) for form in row.get("ambiguous", ())}
    rest = fold_key(row["with"]) if row.get("with") else ""
    inflected = [(f, "p", 3, fem) for f, fem in perfect_forms(perfect)] if perfect else []
    inflected += [(f, "i", person, fem) for f, person, fem in imperfect_forms(imperfect)] if imperfect else []
    for form, tense, person, feminine in inflected:
        shape = CueForm(cue=at, tense=tense, person=person, feminine=feminine, ambiguous=form in ambiguous)
        yield f"{form} {rest}".strip(), shape
        if row.get("suffixed") and not rest:
            for pronoun in _PRONOUNS:
                bound = msgspec.structs.replace(shape, pronoun=pronoun, ambiguous=False)
                yield with_pronoun(form, pronoun, tense), bound


def perfect_forms(lemma: str) -> Iterator[tuple[str, bool]]:
    """The third persons of a folded perfect («قال»: قالت، قالوا، قالا، قالتا), each with whether it is feminine."""
    yield lemma, False
    stem = lemma[:-1] if lemma[-1] in "يا" else lemma
    yield stem + "ت", True
    yield stem + "وا", False
    yield stem + "تا", True
    if lemma[-1] not in "يا":
        yield stem + "ا", False


def imperfect_forms(lemma: str) -> Iterator[tuple[str, int, bool]]:
    """The forms of a folded imperfect («يقول»), with and without the future س, each with person and gender."""
    stem = lemma[1:]
    short = stem[:-1] if stem[-1] in "يوا" else stem
    singular = [("ي" + stem, 3, False), ("ت" + stem, 3, True), ("ا" + stem, 1, False), ("ن" + stem, 1, False)]
    plural = [("ي" + short + "ون", 3, False), ("ي" + short + "وا", 3, False), ("ت" + stem + "ان", 3, True)]
    jussive = [("ي" + short, 3, False), ("ت" + short, 3, True)] if short != stem else []
    for form, person, feminine in [*singular, *plural, *jussive, ("ي" + stem + "ان", 3, False)]:
        yield form, person, feminine
        yield "س" + form, person, feminine


def with_pronoun(form: str, pronoun: str, tense: str) -> str:
    """A folded verb form with a suffix pronoun: «نفى» + «ها» is «نفاها», «قالوا» + «ه» is «قالوه»."""
    if form.endswith("وا"):
        return form[:-1] + pronoun
    if tense == "p" and form.endswith("ي"):
        return form[:-1] + "ا" + pronoun
    return form + pronoun


def _participle_forms(row: dict[str, Any], at: int) -> Iterator[tuple[str, CueForm]]:
    """The accusative forms of a participle: «مؤكداً، مؤكدة، مؤكدين، مؤكدتين، مؤكدات»; the bare «مؤكد» is no cue."""
    stem = fold_key(row["participle"])
    base = stem[:-1] if stem.endswith("ي") else stem
    feminine = stem + "ه"
    for form, fem in ((stem + "ا", False), (feminine, True), (base + "ين", False), (stem + "تين", True)):
        yield form, CueForm(cue=at, tense="a", feminine=fem, ambiguous=form == feminine)
        if row.get("suffixed"):
            for pronoun in ("ها", "هم", "ه"):
                bound = stem if form == stem + "ا" else stem + "ت"
                yield bound + pronoun, CueForm(cue=at, tense="a", pronoun=pronoun)


def _noun_forms(row: dict[str, Any], at: int) -> Iterator[tuple[str, CueForm]]:
    for written in row["forms"]:
        form = fold_key(written)
        yield form, CueForm(cue=at)
        if " " in form:
            continue
        if not form.endswith(("ه", "ات", "ا", "ين")):
            yield form + "ا", CueForm(cue=at)
        for definite in (f"ال{form}",):
            yield definite, CueForm(cue=at)
        stem = form[:-1] + "ت" if form.endswith("ه") else form
        for pronoun in ("ه", "ها", "هم", "هما"):
            yield stem + pronoun, CueForm(cue=at, pronoun=pronoun)
