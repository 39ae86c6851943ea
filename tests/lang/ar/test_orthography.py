from hypothesis import given
from hypothesis import strategies as st

from musnad.lang.ar.orthography import bare, fold, fold_key

_LETTERS = st.sampled_from(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءکیپ ٠١٢abc.،«»\u064b\u064f\u0651\u0640\u200f\u200c\ufefb\ufef5\ufdf2\ufb50\ufe8d\n"
)
_TEXTS = st.one_of(st.text(), st.text(alphabet=_LETTERS))


@given(_TEXTS)
def test_every_folded_position_leads_back_into_the_text(text: str) -> None:
    folded = fold(text)
    ways = [folded.original(position) for position in range(len(folded.text))]
    assert ways == sorted(ways)
    assert all(0 <= way < len(text) for way in ways)


@given(_TEXTS)
def test_what_stands_at_the_way_back_folds_to_the_letter(text: str) -> None:
    folded = fold(text)
    for position, letter in enumerate(folded.text):
        assert letter in fold_key(text[folded.original(position)])


@given(_TEXTS)
def test_a_stretch_of_folded_text_is_a_stretch_of_the_original(text: str) -> None:
    folded = fold(text)
    for end in range(1, len(folded.text) + 1):
        assert folded.original(end - 1) < folded.original_end(end) <= len(text)


@given(_TEXTS)
def test_fold_and_fold_key_agree_and_folding_twice_changes_nothing(text: str) -> None:
    assert fold(text).text == fold_key(text)
    assert fold_key(fold_key(text)) == fold_key(text)


def test_fold_unites_letters_digits_and_quotes() -> None:
    assert fold("إلى أُمّــة آسيا مسؤول رئيسى").text == "الي امه اسيا مسوول رييسي"
    assert fold("کیم جونغ أون").text == "كيم جونغ اون"
    assert fold("٦٧٠٠ و۲۰۲۴").text == "6700 و2024"
    assert fold("«نعم» “لا”").text == '"نعم" "لا"'


def test_a_ligature_becomes_its_letters_which_all_lead_back_to_it() -> None:
    folded = fold("ﻻجئ")
    assert folded.text == "لاجي"
    assert [folded.original(position) for position in range(4)] == [0, 0, 1, 2]
    assert folded.original_end(2) == 1


def test_presentation_forms_become_letters() -> None:
    assert fold("ﻣﺤﻤﺪ").text == "محمد"
    assert fold("ﷲ").text == "الله"


def test_clean_text_is_one_piece() -> None:
    assert len(fold("قال الوزير إن القمة ستعقد غداً".replace("ً", "")).starts) == 1


def test_bare_keeps_the_letters_and_drops_the_marks() -> None:
    assert bare("أُصيبَ") == "أصيب"
