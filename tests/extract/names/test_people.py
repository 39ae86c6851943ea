from collections.abc import Callable

import pytest

from musnad.extract.reading import Reading

Named = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال القائم بأعمال وزير الخارجية التشادي بشارة حسن إن بلاده محايدة.", "بشارة حسن"),
        ("وأعلن الوزير الأول الموريتاني المختار ولد لمرابط استقالة حكومته.", "المختار ولد لمرابط"),
        ("والتقت كاتبة الدولة المكلفة بالصيد زكية الدريوش نظيرها الإسباني.", "زكية الدريوش"),
        ("وصرح المتحدث باسم حركة التغيير، عماد الزهراني، بأن الحوار مستمر.", "عماد الزهراني"),
        ("وأكد آمر لواء المشاة محمود بن رجب أن قواته باقية.", "محمود بن رجب"),
        ("وقال الوزير الأسبق عبد الرحمان بالحاج علي إن القانون واضح.", "عبد الرحمان بالحاج علي"),
        ("ورأى أستاذ العلوم السياسية بجامعة وهران صالح لبديوي أن الأزمة طويلة.", "صالح لبديوي"),
        ("وقال السفير التركي في نجامينا حسين عوني كايا إن المساعدات وصلت.", "حسين عوني كايا"),
        ("وقال وزير الدفاع الكوري الجنوبي جونغ كيونغ دو إن سيول سترد.", "جونغ كيونغ دو"),
    ],
)
def test_people_behind_titles(named: Named, text: str, name: str) -> None:
    assert name in [words for words, _ in named(text)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("وعين الملك نجله سلمان سفيراً لدى البلد المجاور.", "سلمان سفيرا"),
        ("والتقى كيم جونغ أون ضيفه في القصر، وودع كيم ضيفه مساء.", "كيم ضيفه"),
        ("انضم إليهم ابنه مهند البالغ من العمر ستة عشر عاما.", "مهند البالغ"),
        ("أصبحت المنطقة الآن أكبر سوق للشركة.", "الآن أكبر"),
        ("هاجموا السفينة سييرا مادري قبالة الجزيرة.", "سييرا مادري"),
        ("كانت ليلى الجريبي ضيفة برنامج صباحي أمس.", "ليلى الجريبي ضيفة"),
        ("نقل المصابون إلى مستشفى المنجي سليم أمس.", "المنجي سليم"),
    ],
)
def test_people_end_where_their_name_ends(named: Named, text: str, wrong: str) -> None:
    assert wrong not in [words for words, _ in named(text)]


def test_people_of_one_article_are_one_for_two_spellings(named: Named) -> None:
    mentions = named("نعى الحزب المهندس محمد الزواري أمس. وكان محمد الزاوري قد عاد إلى بلاده قبل عام.")
    assert len({entity for words, entity in mentions if words.startswith("محمد")}) == 1


def test_people_fathers_and_house_belong_to_the_name(named: Named) -> None:
    mentions = named("واستقبل الأمير خالد بن سلمان بن عبد العزيز آل سعود الوفد في الرياض.")
    assert ("خالد بن سلمان بن عبد العزيز آل سعود", "khalid-bin-salman") in mentions


def test_people_of_another_house_are_others(named: Named) -> None:
    mentions = named("وحضر الأمير محمد بن عبد الرحمن آل سعود افتتاح المعرض في السعودية.")
    assert "mohammed-bin-abdulrahman-al-thani" not in {entity for _, entity in mentions}


def test_people_a_house_gives_the_state(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("وقال الشيخ جاسم بن فهد آل ثاني إن الدعوة قائمة.")
    (person,) = (entity for entity in reading.entities.values() if entity.kind == "person")
    assert person.code == "QAT GOV"


def test_people_a_common_name_is_the_listed_one_where_his_country_is_named(named: Named) -> None:
    assert "mohamed-zaki" in {entity for _, entity in named("وبحث وزير الدفاع المصري محمد زكي التعاون مع ضيفه.")}
    strange = named("وقال الطبيب محمد زكي إن المرضى في تونس يتعافون.")
    assert "mohamed-zaki" not in {entity for words, entity in strange if words != "محمد زكي"}


def test_people_of_east_asia_are_taken_up_by_their_family_name(named: Named) -> None:
    mentions = named("وقال المتحدث باسم الوزارة الصينية تشو فنغ ليان إن المناورات انتهت. وأضاف تشو أن بلاده هادئة.")
    (person,) = {entity for words, entity in mentions if words.startswith("تشو")}
    assert person == "zhu-fenglian"


@pytest.mark.parametrize("text", ["قال له هو لي وهي لا تعرف ما بين يدي.", "لي ما لك ولي ما لي، وهو ما هو دون شك."])
def test_people_syllables_are_words_of_arabic_too(named: Named, text: str) -> None:
    assert named(text) == []


def test_people_a_family_name_goes_to_the_one_named_in_full(named: Named) -> None:
    mentions = named("التقى وزير الخارجية الفلسطيني رياض المالكي نظيره. وقال المالكي إن القرار مهم.")
    assert [entity for words, entity in mentions if words == "المالكي"] == ["riyad-al-maliki"]
