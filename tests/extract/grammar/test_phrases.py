from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.grammar.phrases import actors, chunks, phrases
from musnad.extract.reading import Reading, SentenceReading

Read = Callable[[str], Reading]


@pytest.fixture
def first_sentence(read: Read) -> Callable[[str], SentenceReading]:
    return lambda text: next(read(text).read_sentences())


@pytest.fixture
def shown(read: Read) -> Callable[[str], list[str]]:
    """Noun phrases as «preposition:words», verbs as «v:words»; other chunks left out."""

    def show(text: str) -> list[str]:
        sentence, found = next(read(text).read_sentences()), []
        for phrase in phrases(sentence):
            words = text[sentence.tokens[phrase.first].start : sentence.tokens[phrase.last].end]
            if phrase.kind != "other":
                found.append(f"{'v' if phrase.kind == 'verb' else phrase.preposition}:{words}")
        return found

    return show


def test_phrases_cover_every_token_once(first_sentence: Callable[[str], SentenceReading]) -> None:
    sentence = first_sentence("قال وزير الدفاع (أمس) إن «القوات» لن تنسحب من المدينة، وإنها باقية.")
    covered = [at for phrase in phrases(sentence) for at in range(phrase.first, phrase.last + 1)]
    assert covered == list(range(len(sentence.tokens)))


def test_phrases_title_and_name_are_one_phrase(shown: Callable[[str], list[str]]) -> None:
    text = "استقبل الرئيس المصري عبد الفتاح السيسي وزير الخارجية التركي هاكان فيدان."
    assert shown(text) == [
        "v:استقبل",
        ":الرئيس المصري عبد الفتاح السيسي",
        ":وزير الخارجية التركي هاكان فيدان",
    ]


def test_phrases_idafa_chain_with_adjectives(shown: Callable[[str], list[str]]) -> None:
    assert shown("انتقد رئيس لجنة الدفاع قرار الحكومة.") == ["v:انتقد", ":رئيس لجنة الدفاع", ":قرار الحكومة"]


def test_phrases_coordination_has_several_heads(first_sentence: Callable[[str], SentenceReading]) -> None:
    sentence = first_sentence("وقعت روسيا والصين وإيران اتفاقية جديدة.")
    subject = phrases(sentence)[1]
    assert [sentence.tokens[head].form for head in subject.heads] == ["روسيا", "والصين", "وايران"]


def test_phrases_prepositions_of_several_words(shown: Callable[[str], list[str]]) -> None:
    assert "من قبل:من قبل الشرطة" in shown("اعتقل الناشط من قبل الشرطة.")


def test_phrases_verb_group_takes_its_particles(shown: Callable[[str], list[str]]) -> None:
    assert shown("لم تنسحب القوات.")[0] == "v:لم تنسحب"
    assert shown("قد تنسحب القوات.")[0] == "v:قد تنسحب"


def test_phrases_a_name_is_not_a_preposition_and_a_noun(shown: Callable[[str], list[str]]) -> None:
    assert shown("لبنان وإسرائيل تتفاوضان.")[0] == ":لبنان وإسرائيل"


def test_phrases_quantifiers_yield_the_counted_noun(first_sentence: Callable[[str], SentenceReading]) -> None:
    sentence = first_sentence("وقعت كل من موسكو وبكين الاتفاق.")
    phrase = phrases(sentence)[1]
    assert sentence.tokens[phrase.head].form == "موسكو"


@pytest.mark.parametrize("text", ["", "،", "«", "((((", "و", "123", "abc", "\u0640", "لا لا لا", "في", "من قبل"])
def test_phrases_any_text(read: Read, text: str) -> None:
    for sentence in read(text).read_sentences():
        assert len(chunks(sentence).owner) == len(sentence.tokens)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("زار الرئيس الروسي فلاديمير بوتين بكين.", "الرييس", ("vladimir-putin",)),
        ("اتهمت طهران روسيا وأوكرانيا بالتصعيد.", "روسيا", ("RUS", "UKR")),
        ("فرقت الشرطة التونسية المتظاهرين.", "الشرطه", ("TUN/police",)),
        ("اشترى الرجل كتابا جديدا.", "الرجل", ()),
        ("أثار القرار غضبا واسعا.", "القرار", ()),
    ],
)
def test_actors_of_a_phrase(read: Read, text: str, head: str, expected: tuple[str, ...]) -> None:
    reading = read(text)
    sentence = next(reading.read_sentences())
    phrase = next(p for p in phrases(sentence) if sentence.tokens[p.head].form == head)
    assert actors(reading, sentence, phrase) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقد وزيرا خارجية فرنسا وإيطاليا اجتماعاً.", ":وزيرا خارجية فرنسا وإيطاليا"),
        ("خرجت القوات من شمال العراق.", "من:من شمال العراق"),
        ("أعربت عن القلق من تكرار هذه المناورات.", "من:من تكرار هذه المناورات"),
        ("غادر داعياً الحكومة إلى الحوار.", ":الحكومة"),
        ("تبادلت الهند وباكستان القصف.", ":الهند وباكستان"),
        ("اتهمت إياها بالتقصير.", ":إياها"),
        ("رفضت التهم التي وجهتها واشنطن.", "v:وجهتها"),
        ("أعلنت كينيا رفضها أي تنازل.", ":رفضها"),
        ("رفضت الحكومة الصينية هذه الاتهامات.", ":الحكومة الصينية"),
        ("رفضت الحكومة الصينية هذه الاتهامات.", ":هذه الاتهامات"),
        ("توقفت في ظل رفض طهران.", "في:في ظل رفض طهران"),
        ("وكانت قد أعلنت رفضها المقترح.", ":رفضها المقترح"),
    ],
)
def test_phrases_that_tell_participants_apart(shown: Callable[[str], list[str]], text: str, expected: str) -> None:
    assert expected in shown(text)
