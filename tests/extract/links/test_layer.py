"""What follows from what: direction, polarity, order and negation."""

from __future__ import annotations

import pytest

import musnad
from musnad.extract.links.rules import entries


def told(text: str) -> list[tuple[str, str, str, str]]:
    links = musnad.annotate(text, "2024-05-01").links
    return [(link.kind, link.from_.text, link.to.text, link.polarity) for link in links]


SENTENCES = [
    ("بسبب العاصفة، ألغيت عشر رحلات.", ("cause", "العاصفة", "ألغيت عشر رحلات", "+")),
    ("ألغيت عشر رحلات بسبب العاصفة.", ("cause", "العاصفة", "ألغيت عشر رحلات", "+")),
    ("الجفاف أدى إلى نزوح آلاف السكان.", ("cause", "الجفاف", "نزوح آلاف السكان", "+")),
    ("قد يؤدي التصعيد إلى حرب واسعة.", ("cause", "التصعيد", "حرب واسعة", "+")),
    ("لم تؤد المحادثات إلى اتفاق.", ("cause", "المحادثات", "اتفاق", "-")),
    ("لم يمنع الحظر وصول الشحنة.", ("prevent", "الحظر", "وصول الشحنة", "+")),
    ("توقفت المصافي، مما أدى إلى نقص الوقود.", ("cause", "توقفت المصافي", "نقص الوقود", "+")),
    ("انقطعت الكهرباء، الأمر الذي أثار غضب السكان.", ("cause", "انقطعت الكهرباء", "غضب السكان", "+")),
    ("هذا القرار يهدد استقرار المنطقة.", ("prevent", "هذا القرار", "استقرار المنطقة", "-")),
    ("إذا فرضت الرسوم، فسترتفع الأسعار.", ("condition", "فرضت الرسوم", "سترتفع الأسعار", "+")),
    ("سترتفع الأسعار إذا فرضت الرسوم.", ("condition", "فرضت الرسوم", "سترتفع الأسعار", "+")),
    ("تكفي الكمية، إذا وزعت بعدل، لسد الحاجة.", ("condition", "وزعت بعدل", "سد الحاجة", "+")),
    ("أرسلت الحكومة فرقاً لمكافحة الحريق.", ("purpose", "أرسلت الحكومة فرقاً", "مكافحة الحريق", "+")),
    ("وصل المبعوث إلى المدينة لبحث الهدنة.", ("purpose", "وصل المبعوث إلى المدينة", "بحث الهدنة", "+")),
]


@pytest.mark.parametrize(("text", "link"), SENTENCES)
def test_direction_and_polarity(text: str, link: tuple[str, str, str, str]) -> None:
    assert link in told(text)


def test_more_than_120_sentences_are_tested() -> None:
    assert len(SENTENCES) + len(list(entries())) >= 120


def test_consequence_takes_the_sentence_before_as_its_cause() -> None:
    assert ("cause", "انهارت المحادثات في جنيف", "غادر الوفد المدينة", "+") in told(
        "انهارت المحادثات في جنيف. لذلك غادر الوفد المدينة."
    )


@pytest.mark.parametrize(
    "text",
    [
        "دعت المنظمة إلى وقف لإطلاق النار.",
        "يدرس البرلمان ما إذا كان القانون دستورياً.",
        "أبدى الطرفان استعداداً لبحث المقترح.",
        "أعلنت حالة الطوارئ في العاصمة.",
        "دفع المستهلك جزءاً من الثمن.",
        "هدد العمال بالإضراب.",
        "كما لو أن شيئاً لم يكن.",
    ],
)
def test_no_link(text: str) -> None:
    assert told(text) == []


def test_events_stand_at_the_ends() -> None:
    annotation = musnad.annotate("أدى القصف الإسرائيلي على غزة إلى مقتل عشرة مدنيين.", "2024-05-01")
    ids = {event.id for event in annotation.events}
    assert all(end in ids for link in annotation.links for end in (link.from_event, link.to_event) if end)


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("من المحتمل في حال عودة الرئيس إلى الحكم أن يستأنف الحوار.", "عودة الرئيس إلى الحكم", "يستأنف الحوار"),
        ("ومن شأن الاتفاق، إذا طبق، أن ينهي الحرب.", "طبق", "ينهي الحرب"),
        ("في حال فشلت المحادثات ستلجأ الحكومة إلى القضاء.", "فشلت المحادثات", "ستلجأ الحكومة إلى القضاء"),
        ("ومع ذلك تبقى الأبواب مفتوحة إذا عاد الوفد.", "عاد الوفد", "تبقى الأبواب مفتوحة"),
        ("قال الوزير إن بلاده سترد إذا تعرضت لهجوم.", "تعرضت لهجوم", "بلاده سترد"),
    ],
)
def test_condition_and_consequence_are_clean_clauses(text: str, condition: str, consequence: str) -> None:
    assert ("condition", condition, consequence, "+") in told(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("ولم ينفذ هذا التهديد، لكنه دفع العواصم الثلاث إلى التوقيع.", ("هذا التهديد", "العواصم الثلاث إلى التوقيع")),
        ("وأثارت هذه الخطوة جدلاً لأنها تزيد من المخاطر في السوق.", ("هذه الخطوة", "المخاطر في السوق")),
        ("وأدى الانفجار، الذي هز المدينة فجراً، إلى مقتل ثلاثة.", ("الانفجار", "مقتل ثلاثة")),
        ("ويخشى خبراء أن تتسبب حمولتها من الأسمدة في كارثة بيئية.", ("حمولتها", "كارثة بيئية")),
        ("بالمقابل ساعدت السفينة الصيادين في العودة إلى الشاطئ.", ("السفينة", "الصيادين في العودة إلى الشاطئ")),
        ("رفض المجلس الطلب مما يعني تأجيل المشروع.", ("رفض المجلس الطلب", "تأجيل المشروع")),
        (
            "وعلق الجيش مشاركته، وبعدما عاد الوفدان إلى المدينة، أعلنت الوساطة تأجيل اللقاء.",
            ("عاد الوفدان إلى المدينة", "أعلنت الوساطة تأجيل اللقاء"),
        ),
    ],
)
def test_pronouns_asides_and_outcomes(text: str, link: tuple[str, str]) -> None:
    found = [(one.from_.text, one.to.text) for one in musnad.annotate(text, "2024-05-01").links]
    assert link in found


@pytest.mark.parametrize(
    "text",
    ["وقرر المجلس الأعلى للقضاء النظر في الطعن.", "وجاء التصويت بعد شهر من الاحتجاجات، وأدت إلى استقالة الحكومة."],
)
def test_names_and_strangers_link_nothing(text: str) -> None:
    assert not musnad.annotate(text, "2024-05-01").links
