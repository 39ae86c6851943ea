import pytest

from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.words import Word, word


def read(written: str) -> Word:
    return word(fold_key(written), written)


def verbs(written: str) -> list[Morph]:
    return [morph for morph in read(written).readings if morph.pos == "VERB"]


@pytest.mark.parametrize(
    ("written", "lemma", "features"),
    [
        ("ينفيان", "نفي", "ia3mdi"), ("ينفوا", "نفي", "ia3mpj"), ("سيستضيف", "استضاف", "ia3ms"), ("قالوا", "قال", "pa3mp"),
        ("يقولون", "قال", "ia3mpi"), ("أعلنتا", "اعلن", "pa3fd"), ("دعت", "دعا", "pa3fs"), ("رماه", "رمي", "pa3ms"),
        ("يبدؤون", "بدا", "ia3mpi"), ("التقى", "التقي", "pa3ms"), ("سنواصل", "واصل", "ia1p"), ("يرفض", "رفض", "ia3ms"),
        ("استضيفت", "استضاف", "pp3fs"), ("اتهموها", "اتهم", "pa3mp"), ("تلتقيان", "التقي", "ia3fdi"), ("جاءت", "جاء", "pa3fs"),
    ],
)  # fmt: skip
def test_a_verb_has_its_lemma_and_features(written: str, lemma: str, features: str) -> None:
    best = verbs(written)[0]
    assert best.lemma == lemma
    assert best.aspect + best.voice + best.person + best.gender + best.number + best.mood == features


@pytest.mark.parametrize("written", ["عقد", "قتل", "أصيب", "يعقد", "اعتقل"])
def test_both_voices_are_read_the_active_first_where_it_is_likelier(written: str) -> None:
    voices = [morph.voice for morph in verbs(written)]
    assert {"a", "p"} <= set(voices)


def test_the_future_is_marked() -> None:
    assert verbs("سيزور")[0].future
    assert not verbs("يزور")[0].future


@pytest.mark.parametrize(
    ("written", "kind", "verb"),
    [
        ("استضافة", "MASDAR", "استضاف"), ("اتهامات", "MASDAR", "اتهم"), ("زيارته", "MASDAR", "زار"), ("بتوقيع", "MASDAR", "وقع"),
        ("قصف", "MASDAR", "قصف"), ("مغادرة", "MASDAR", "غادر"), ("الانسحاب", "MASDAR", "انسحب"), ("وقف", "MASDAR", "وقف"),
        ("المتهمين", "PASSIVE", "اتهم"), ("المهاجمون", "ACTIVE", "هاجم"), ("مستضيف", "ACTIVE", "استضاف"),
        ("المعتقلين", "PASSIVE", "اعتقل"), ("احتلال", "MASDAR", "احتل"), ("إعادة", "MASDAR", "اعاد"), ("تسوية", "MASDAR", "سوي"),
    ],
)  # fmt: skip
def test_what_is_derived_from_a_verb_names_it(written: str, kind: str, verb: str) -> None:
    assert (kind, verb) in read(written).lemmas


@pytest.mark.parametrize(
    ("written", "lemma", "number"),
    [
        ("وزراء", "وزير", "p"), ("الصواريخ", "صاروخ", "p"), ("أعضاؤه", "عضو", "p"), ("قوات", "قوه", "p"), ("الرئيسان", "رييس", "d"),
        ("البلدين", "بلد", "d"), ("هجمات", "هجوم", "p"), ("قتلى", "قتيل", "p"), ("دول", "دوله", "p"), ("شهداء", "شهيد", "p"),
    ],
)  # fmt: skip
def test_plurals_and_duals_lead_to_the_singular(written: str, lemma: str, number: str) -> None:
    assert (lemma, number) in {(morph.lemma, morph.number) for morph in read(written).readings if morph.pos == "NOUN"}


@pytest.mark.parametrize(
    ("written", "pos", "lemma"),
    [
        ("الروسية", "ADJ", "روسي"), ("البريطانيين", "ADJ", "بريطاني"), ("من", "ADP", "من"), ("عليه", "ADP", "علي"),
        ("اللذان", "PRON", "الذي"), ("تلك", "DET", "ذلك"), ("لأن", "SCONJ", "ان"), ("عشرين", "NUM", "عشرون"), ("لم", "PART", "لم"),
        ("وكانت", "AUX", "كان"), ("واشنطن", "PROPN", "واشنطن"),
    ],
)  # fmt: skip
def test_other_parts_of_speech(written: str, pos: str, lemma: str) -> None:
    assert (pos, lemma) in read(written).lemmas


def test_the_hamza_chooses_between_readings() -> None:
    assert read("إعلام").readings[0].lemma == "اعلام"
    assert read("أعلام").readings[0].lemma == "علم"
    assert read("إن").readings[0].pos == "PART"
    assert read("أن").readings[0].pos == "SCONJ"


def test_a_word_that_no_table_knows_has_no_reading() -> None:
    assert read("ضظغطذ").readings == ()
