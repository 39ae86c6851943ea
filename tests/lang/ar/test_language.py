from hypothesis import given
from hypothesis import strategies as st

from musnad.lang.ar.language import is_visual_order, language, logical_order

_ARABIC = "قال وزير الخارجية إن بلاده تدعم الحوار بين الجانبين، وأضاف أن القمة التي عقدت في العاصمة كانت ناجحة."
_PERSIAN = "وزیر خارجه گفت که این کشور از گفتگو با همسایگان استقبال می‌کند و برای صلح تلاش می‌کند."
_URDU = "وزیر خارجہ نے کہا ہے کہ پاکستان خطے میں امن کے لیے کام کر رہا ہے اور یہ جاری رہے گا۔"


def test_language_tells_arabic_persian_and_urdu() -> None:
    assert language(_ARABIC) == "ar"
    assert language(_PERSIAN) == "fa"
    assert language(_URDU) == "ur"


def test_language_of_arabic_typed_on_a_persian_keyboard_is_arabic() -> None:
    assert language(_ARABIC.replace("ي", "ی").replace("ك", "ک")) == "ar"


def test_language_of_no_arabic_letters_is_other() -> None:
    assert language("The minister said so.") == "other"
    assert language("") == "other"
    assert language("2024 - 2025") == "other"


def test_reversed_text_is_told_and_put_right() -> None:
    turned = logical_order(_ARABIC)
    assert not is_visual_order(_ARABIC)
    assert is_visual_order(turned)
    assert logical_order(turned) == _ARABIC


def test_logical_order_keeps_numbers_and_latin_words() -> None:
    assert logical_order("2024 ماع CNN تلاق") == "قالت CNN عام 2024"


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    assert language(text) in ("ar", "fa", "ur", "other")
    assert is_visual_order(text) in (True, False)
    assert len(logical_order(text)) == len(text)
