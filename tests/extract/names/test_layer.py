import pytest

from musnad.extract.annotate import annotate
from musnad.extract.articles.layer import read_zones
from musnad.extract.names.building import nationality_forms
from musnad.extract.names.gazetteer import gazetteer, name_words, slug
from musnad.extract.names.layer import read_mentions
from musnad.extract.reading import Reading
from musnad.extract.tokens import read_tokens
from musnad.model import Document


def reading_of(text: str) -> Reading:
    """A reading up to its mentions."""
    reading = Reading(Document(id="test", text=text))
    for layer in (read_zones, read_tokens, read_mentions):
        layer(reading)
    return reading


def read(text: str) -> list[tuple[str, str]]:
    """The mentions of a text as (words, entity)."""
    return [(mention.text, mention.entity) for mention in reading_of(text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى القاهرة أمس.", ("القاهرة", "cairo")),
        ("نددت القاهرة بالقرار.", ("القاهرة", "EGY")),
        ("جرت المحادثات بين موسكو وبيونغ يانغ.", ("بيونغ يانغ", "PRK")),
        ("وقالت وزارة الدفاع الأوكرانية إن الهجوم فشل.", ("وزارة الدفاع", "UKR/defense-ministry")),
        ("اعترض الجنود الكوريين الشماليين.", ("الكوريين الشماليين", "PRK")),
        ("قُدمت المساعدات للولايات المتحدة.", ("للولايات المتحدة", "USA")),
        ("وبروسيا وإيران علاقات.", ("إيران", "IRN")),
        ("أعلنت قناة الجزيرة النبأ.", ("الجزيرة", "al-jazeera")),
        ("زار الرئيس الفرنسي إيمانويل ماكرون بيروت.", ("إيمانويل ماكرون", "emmanuel-macron")),
        ("اجتمع كيم جونج أون بالضيف.", ("كيم جونج أون", "kim-jong-un")),
        ("أغلقت السلطات مطار بغداد.", ("مطار بغداد", "baghdad-airport")),
        ("تجمع المحتجون في ساحة الشهداء.", ("ساحة الشهداء", "al-shahda-square")),
        ("حذر المبعوث الأممي من التصعيد.", ("الأممي", "united-nations")),
    ],
)
def test_mentions_names_of_the_tables(text: str, expected: tuple[str, str]) -> None:
    assert expected in read(text)


def test_mentions_title_names_a_person_nobody_listed() -> None:
    mentions = read("وقالت وزيرة البيئة النرويجية إنغريد هالفورسن إن بلادها ستنسحب.")
    assert ("إنغريد هالفورسن", "ingrid-halvorsen") in mentions


def test_mentions_title_gives_role_and_state() -> None:
    reading = reading_of("وقالت وزيرة البيئة النرويجية إنغريد هالفورسن إن بلادها ستنسحب.")
    person = next(entity for entity in reading.entities.values() if entity.kind == "person")
    assert person.code == "NOR GOV"


def test_mentions_family_name_is_taken_up_again() -> None:
    mentions = read("التقى وزير الخارجية المصري كمال الرفاعي نظيره. وأضاف الرفاعي أن اللقاء كان مثمرا.")
    assert len({entity for text, entity in mentions if "الرفاعي" in text}) == 1
    assert sum("الرفاعي" in text for text, _ in mentions) == 2


def test_mentions_family_name_against_nationality() -> None:
    mentions = read("كلف البرلمان محمد شياع السوداني بتشكيل الحكومة. وقال السوداني إن الشعب السوداني صديق.")
    assert [entity for text, entity in mentions if text == "السوداني"] == ["mohammed-shia-al-sudani", "SDN"]


@pytest.mark.parametrize(
    "text",
    [
        "زاد الدعم المالي وتراجع الطلب.",
        "وصف بيان الوزارة ما جرى بأنه خطير.",
        "الدولة الراعية للسلام في المنطقة.",
        "تحدث باللغة العربية عن الشاطئ الغربي.",
    ],
)
def test_mentions_words_of_the_language_are_no_names(text: str) -> None:
    assert read(text) == []


def test_mentions_amman_is_no_sultanate() -> None:
    mentions = read("أعلنت الحكومة الأردنية أن الاجتماع سيعقد في عمان غدا. ورحب الملك عبد الله الثاني به.")
    assert ("عمان", "amman") in mentions


def test_mentions_span_is_the_text() -> None:
    text = "قَالَ الرَّئِيسُ الرُّوسِيُّ فلاديمير بوتين إنّ رُوسيا مستعدة، وبالولايات المتحدة ثقة."
    reading = reading_of(text)
    assert all(text[m.start : m.end] == m.text for m in reading.mentions)
    assert {"RUS", "vladimir-putin", "USA"} <= {m.entity for m in reading.mentions}


def test_gazetteer_every_listed_name_is_found_again() -> None:
    tables = gazetteer()
    for entity in tables.by_id.values():
        if entity.kind in ("state", "person") and entity.name_ar:
            first, *rest = name_words(entity.name_ar)
            assert any(surface.rest == tuple(rest) for surface in tables.surfaces[first]), entity.id


def test_gazetteer_codes_and_ids() -> None:
    tables = gazetteer()
    assert all(entity.id == key for key, entity in tables.by_id.items())
    states = {entity.id for entity in tables.by_id.values() if entity.kind == "state"}
    assert {"PSE", "TWN", "XKX", "ESH"} <= states
    assert all(entity.code == entity.id for entity in tables.by_id.values() if entity.kind == "state")


def test_gazetteer_nationality_forms_agree() -> None:
    forms = set(nationality_forms("كوري شمالي"))
    assert {"الكوريين الشماليين", "كورية شمالية", "الكوري الشمالي"} <= forms
    assert slug("Côte d'Ivoire") == "cote-divoire"


def test_a_family_name_behind_anothers_given_name_is_not_the_known_person() -> None:
    (person,) = (m for m in annotate("وقال غراهام أشتون إن الإصابة خفيفة.").mentions if m.kind == "person")
    assert (person.text, person.entity == "catherine-ashton") == ("غراهام أشتون", False)
    (known,) = (m for m in annotate("وقالت أشتون إن الأمر خطير.").mentions if m.kind == "person")
    assert known.entity == "catherine-ashton"
