"""Times that events have from what the article tells around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.events.time import time_words
from musnad.extract.reading import Reading
from musnad.extract.triggers.lexicon import read_lexicon

Read = Callable[..., Reading]


def time(reading: Reading, word: str) -> str | None:
    return next(event.time for event in reading.events if word in event.trigger.text)


def test_narration_words_name_entries_of_the_lexicon() -> None:
    assert time_words().lasting <= {entry.id for entry in read_lexicon().entries}


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        # counted from another act
        ("وقّع الرئيس التركي أمس البروتوكول، بعد يومين من مصادقة البرلمان عليه.", "مصادقة", "2024-06-15"),
        ("وقّع الرئيس التركي أمس البروتوكول، بعد يومين من مصادقة البرلمان عليه.", "وقّع", "2024-06-17"),
        ("قصفت إيران العراق أمس. وتظاهر المئات في بغداد غداة القصف.", "تظاهر", "2024-06-18"),
        (
            "التقى الوزير الإيراني نظيره العراقي أمس. وجاء اللقاء بعد أربعة أيام من اغتيال قيادي.",
            "اغتيال",
            "2024-06-13",
        ),
        # the clause that describes what a noun names
        ("انتقدت إيران القمة التي احتضنتها باريس أمس.", "القمة", "2024-06-17"),
        # the occasion
        ("دعت فرنسا إيران، خلال القمة التي عقدت أمس، إلى وقف الحرب.", "دعت", "2024-06-17"),
        # a participle has the time of its verb
        ("أدان الرئيس الفرنسي أمس الهجوم، محذراً إيران من التصعيد.", "محذرا", "2024-06-17"),
        # a repeat has the time of the act
        ("قصفت إيران البصرة أمس. وقال شهود إن القصف استهدف الميناء.", "القصف", "2024-06-17"),
        # a participle with the article keeps its time to itself
        ("أنهت مالي أمس العمل بالاتفاق الموقع في الجزائر سنة 2015.", "أنهت", "2024-06-17"),
        # a meeting in which a dated act was done
        ("حذرت إيران أمس، في اجتماع مع وفد أوروبي، من فرض عقوبات.", "اجتماع", "2024-06-17"),
        # the next sentence names the act and tells its day
        ("حذر الوزير الإيراني بغداد من مهاجمة الحدود. وجاء تحذيره يوم الأحد في طهران.", "حذر", "2024-06-16"),
        # a date stands between a light verb and its noun
        ("شنت روسيا في 24 فبراير 2022 هجوماً على أوكرانيا.", "هجوما", "2022-02-24"),
        # what verbs lack for their subject's titles
        ("أمهل وزير الداخلية الباكستاني المؤقت، في الثالث من يونيو، طالبان حتى نهاية الشهر.", "أمهل", "2024-06-03"),
    ],
)
def test_narration_time(read: Read, text: str, word: str, value: str) -> None:
    assert time(read(text), word) == value


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("طالبت فرنسا أمس إيران بالإفراج عن الصحفي.", "الإفراج"),  # the demand was yesterday
        ("اتهمت فرنسا أمس إيران بقصف العراق.", "قصف"),
        ("استدعت إسرائيل أمس فريقها من المفاوضات مع حماس.", "المفاوضات"),  # talks last
        ("أمهلت باكستان طالبان حتى نهاية الشهر.", "أمهلت"),  # an end is no day of the act
        ("تطالب جمعيات جزائرية، عشية ذكرى مجازر 17 أكتوبر 1961، فرنسا بالاعتذار.", "تطالب"),  # the name of another act
        ("حذرت فرنسا أمس إيران من التصعيد بعد قصف البصرة.", "قصف"),  # what was before
        ("وشنت إسرائيل مئات الغارات على سوريا منذ سقوط دمشق في الثامن من ديسمبر الماضي.", "الغارات"),
    ],
)
def test_narration_leaves_times_to_what_they_date(read: Read, text: str, word: str) -> None:
    assert time(read(text), word) is None


def test_narration_the_headline_has_the_day_of_the_news(read: Read) -> None:
    text = "إيران تقصف البصرة\n\nقصفت إيران أمس الاثنين مدينة البصرة جنوبي العراق، بحسب ما أعلنته السلطات المحلية.\n"
    assert {event.time for event in read(text).events if event.type == "ASSAULT"} == {"2024-06-17"}


def test_narration_points_above_the_news_are_not_its_first_sentences(read: Read) -> None:
    text = (
        "إيران تقصف البصرة\n- باريس تدعو إلى التهدئة\n- بغداد تطلب جلسة طارئة\n- طهران تنفي استهداف المدنيين\n\n"
        "قصفت إيران أمس الاثنين مدينة البصرة جنوبي العراق، بحسب ما أعلنته السلطات المحلية في المدينة.\n"
    )
    assert {event.time for event in read(text).events if event.type == "ASSAULT"} >= {"2024-06-17"}
    assert time(read(text), "تقصف") == "2024-06-17"


def test_narration_a_repeat_never_takes_the_time_of_another_article(read: Read) -> None:
    text = (
        "لقاء في عمّان\nقصفت إيران البصرة أمس الاثنين، وقالت السلطات العراقية إن القصف أوقع سبعة قتلى.\n"
        "من الأرشيف\nبيان في تونس\nأدانت تونس القصف الإيراني على البصرة، ودعت إلى جلسة طارئة لمجلس الجامعة العربية.\n"
    )
    reading = read(text)
    second = next((article.start for article in reading.articles[1:]), len(text))
    times = [event.time for event in reading.events if event.trigger.start >= second and event.type == "ASSAULT"]
    assert set(times) <= {None}
