import pytest

from musnad.lang.ar.orthography import fold
from musnad.lang.ar.pos import around, choose, own, possible, tag
from musnad.lang.ar.pos_weights import tables
from musnad.lang.ar.tokens import tokenize

_HOMOGRAPH = pytest.mark.xfail(reason="a bare verb and its verbal noun, and too few such sentences to learn from")


def tags(text: str) -> dict[str, str]:
    tokens = tokenize(fold(text))
    tag(tokens)
    return {token.form: token.pos for token in tokens}


@pytest.mark.parametrize(
    ("sentence", "form", "pos"),
    [
        pytest.param("عقد الوزيران جلسة مباحثات في العاصمة.", "عقد", "VERB", marks=_HOMOGRAPH),
        ("تم عقد اجتماع طارئ لمجلس الأمن.", "عقد", "NOUN"),
        ("قتل خمسة مدنيين في غارة على البلدة.", "قتل", "VERB"),
        ("ندد البيان بجريمة قتل المدنيين.", "قتل", "NOUN"),
        ("أكد الرئيس أن بلاده تلتزم بالاتفاق.", "اكد", "VERB"),
        ("دعا المبعوث إلى وقف إطلاق النار.", "وقف", "NOUN"),
        ("حذر المتحدث من تصعيد جديد.", "حذر", "VERB"),
        ("تعهدت الدولتان بتقديم دعم عسكري.", "دعم", "NOUN"),
        pytest.param("رفض المجلس طلب الحكومة.", "طلب", "NOUN", marks=_HOMOGRAPH),
        ("نفت الوزارة توجيه اتهام إلى السفير.", "اتهام", "NOUN"),
        ("وصل الوفد الروسي إلى بيروت.", "الروسي", "ADJ"),
        ("لم يتوصل الطرفان إلى اتفاق.", "يتوصل", "VERB"),
    ],
)
def test_verbs_and_nouns_are_told_apart_in_context(sentence: str, form: str, pos: str) -> None:
    assert tags(sentence)[form] == pos


def test_signs_numbers_and_latin_words_have_their_own() -> None:
    found = tags("قالت CNN إن 30 شخصاً وصلوا.")
    assert (found["CNN"], found["30"], found["."]) == ("PROPN", "NUM", "PUNCT")


def test_an_empty_sentence_is_left_alone() -> None:
    assert tags("") == {}


def test_weights_are_looked_up_as_the_features_say() -> None:
    text = "قال وزير الخارجية، الذي وصل أمس إلى العاصمة: «ننفي ما ذكره البيان | عن وقف 3 رحلات». وعد بعقد مؤتمر قريب"
    tokens = tokenize(fold(text))
    tag(tokens)
    weights, before, last = tables().features, "^", "^"
    for at, token in enumerate(tokens):
        if token.word is not None:
            features = own(token.word) + around(tokens, at, last, before)
            found = [weights[feature] for feature in features if feature in weights]
            assert token.pos == choose(tuple((pos, 0.0) for pos in possible(token.word)), found)
        before, last = last, token.pos
