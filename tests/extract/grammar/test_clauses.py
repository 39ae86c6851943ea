from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.grammar.clauses import Clauses, clauses
from musnad.extract.grammar.phrases import chunks
from musnad.extract.grammar.verb_frames import VerbFrame
from musnad.extract.reading import Reading, SentenceReading

Read = Callable[[str], Reading]


def frame_of(sentence: SentenceReading, form: str) -> tuple[Clauses, VerbFrame]:
    held = clauses(sentence)
    index = next(
        index
        for index, phrase in enumerate(chunks(sentence).phrases)
        if phrase.kind == "verb" and sentence.tokens[phrase.head].form == form
    )
    return held, held.frame(index)


def words(sentence: SentenceReading, index: int, text: str) -> str:
    if index < 0:
        return ""
    phrase = chunks(sentence).phrases[index]
    return text[sentence.tokens[phrase.first].start : sentence.tokens[phrase.last].end]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "objects"),
    [
        ("استقبل الملك الأردني وزير الخارجية القطري.", "استقبل", "الملك الأردني", ["وزير الخارجية القطري"]),
        ("وأدانت، أمس الأحد، الحكومة السودانية الهجوم.", "وادانت", "الحكومة السودانية", ["الهجوم"]),
        ("قالت مصادر إن فرنسا قد ترسل جنودا.", "ترسل", "فرنسا", ["جنودا"]),
        ("وكان الوزير العراقي قد زار طهران.", "زار", "الوزير العراقي", ["طهران"]),
        ("ردا على ذلك، انتقدت موسكو القرار.", "انتقدت", "موسكو", ["القرار"]),
        ("قصفت تركيا البلدة وأدانت قطر الهجوم.", "وادانت", "قطر", ["الهجوم"]),
        ("اجتمع الرئيس مع الوزير الذي زار دمشق.", "زار", "مع الوزير", ["دمشق"]),
        ("انتهت المحادثات التي أجرتها إيران.", "اجرتها", "إيران", ["المحادثات"]),
        # a common noun agrees, an object is written as one
        ("وصلت تركيا، ورفعت مستوى التأهب.", "ورفعت", "تركيا", ["مستوى التأهب"]),
        ("رفض الوزير اللقاء واستنكر العملية.", "واستنكر", "الوزير", ["العملية"]),
        ("بدأ الرئيس مهمة تطلبت جهداً.", "تطلبت", "", ["جهدا"]),
        ("قالت المنظمة إن غارة شنها الجيش دمرت المبنى.", "شنها", "الجيش", []),
        ("أعلنت المنظمة أن 1792 شخصاً قتلوا هناك.", "قتلوا", "1792 شخصا", []),
        # the pronoun of «إنه» is the subject, unless it stands for no one
        ("قال الملك إنه دعا نظيره إلى الحوار.", "دعا", "إنه", ["نظيره"]),
        ("قال الملك إنه يجب الحوار.", "يجب", "الحوار", []),
        # a sentence of its own behind a comma, a parenthesis between two
        ("كما أعرب الوزير، في بيان، عن قلقه، فيما زارت قطر بيروت.", "زارت", "قطر", ["بيروت"]),
        ("عاد الوفد حيث انتقدت فرنسا، في بيان لها، إيران.", "انتقدت", "فرنسا", ["إيران"]),
    ],
)
def test_frames(read: Read, text: str, verb: str, subject: str, objects: list[str]) -> None:
    sentence = next(read(text).read_sentences())
    _, frame = frame_of(sentence, verb)
    assert words(sentence, frame.subject, text) == subject
    assert [words(sentence, index, text) for index in frame.objects[: len(objects)]] == objects


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("أعلن الوزير أن القوات انسحبت.", "انسحبت", "that"),
        ("تنسحب القوات إذا توقف القصف.", "توقف", "condition"),
        ("غادر الوفد بعدما فشلت المحادثات.", "فشلت", "adverbial"),
        ("انتقد الوزير القرار الذي اتخذته الحكومة.", "اتخذته", "relative"),
        ("انسحبت القوات.", "انسحبت", "main"),
    ],
)
def test_clause_kinds(read: Read, text: str, verb: str, kind: str) -> None:
    sentence = next(read(text).read_sentences())
    held, frame = frame_of(sentence, verb)
    assert held.clause(frame.verb).kind == kind


def test_clauses_a_comma_ends_a_relative_clause(read: Read) -> None:
    sentence = next(read("الوزير، الذي زار دمشق، وقع الاتفاق.").read_sentences())
    held, frame = frame_of(sentence, "وقع")
    assert held.clause(frame.verb).kind == "main"


def test_clauses_a_feminine_verb_has_no_masculine_name_as_subject(read: Read) -> None:
    sentence = next(read("وصلت الوزيرة ثم اتهمت فلاديمير بوتين بالتصعيد.").read_sentences())
    _, frame = frame_of(sentence, "اتهمت")
    assert frame.carried


def test_clauses_endless_sentence(read: Read) -> None:
    text = "زار الرئيس الذي انتخب الصين " * 400
    for sentence in read(text).read_sentences():
        assert len(clauses(sentence).of) == len(chunks(sentence).phrases)
