import pytest

from musnad.errors import UsageError
from musnad.extract.annotate import TURNED, annotate, layers, layers_for
from musnad.lang.ar.language import logical_order

ARABIC = "قال وزير الخارجية المصري سامح شكري في القاهرة إن بلاده تدعم الحوار بين الجانبين، وأضاف أن القمة كانت ناجحة."
PERSIAN = "وزیر خارجه ایران گفت که این کشور از گفتگو با روسیه استقبال می‌کند و برای صلح تلاش می‌کند."
URDU = "وزیر خارجہ نے کہا ہے کہ پاکستان خطے میں امن کے لیے کام کر رہا ہے اور یہ جاری رہے گا۔"


def test_persian_is_said_so_and_read_for_names_only() -> None:
    annotation = annotate(PERSIAN)
    assert annotation.document.language == "fa"
    assert "IRN" in {mention.entity for mention in annotation.mentions}
    assert not annotation.events
    assert not annotation.claims
    assert not annotation.times


def test_urdu_is_said_so_and_read_for_names_only() -> None:
    annotation = annotate(URDU)
    assert annotation.document.language == "ur"
    assert {mention.entity for mention in annotation.mentions} == {"PAK"}
    assert not annotation.claims


def test_arabic_is_read_with_all_layers() -> None:
    annotation = annotate(ARABIC)
    assert annotation.document.language == "ar"
    assert annotation.document.mended == ""
    assert annotation.document.text == ARABIC
    assert annotation.claims
    assert layers_for("ar") == layers()
    assert len(layers_for("fa")) == 3


def test_arabic_on_a_persian_keyboard_is_arabic() -> None:
    annotation = annotate(ARABIC.replace("ي", "ی").replace("ك", "ک"))
    assert annotation.document.language == "ar"
    assert annotation.claims


def test_text_in_visual_order_is_put_right_and_said_so() -> None:
    annotation = annotate(logical_order(ARABIC))
    assert annotation.document.text == ARABIC
    assert annotation.document.mended == TURNED
    assert "sameh-shoukry" in {mention.entity for mention in annotation.mentions}
    assert all(annotation.document.text[m.start : m.end] == m.text for m in annotation.mentions)


@pytest.mark.parametrize(
    "given", ["2024-06-18", "18/6/2024", "Tue, 18 Jun 2024 09:30:00 +0300", "2024-06-18T09:30:00Z"]
)
def test_the_date_of_publication_is_read_as_metadata_write_it(given: str) -> None:
    found = annotate("وصل الرئيس الروسي إلى بيونغ يانغ أمس.", given)
    assert (found.document.published, found.document.published_basis) == ("2024-06-18", "given")
    assert [time.value for time in found.times] == ["2024-06-17"]


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(UsageError, match="no date of publication"):
        annotate("وصل الرئيس الروسي إلى بيونغ يانغ أمس.", "أمس")
