from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.events.factuality_cues import cues_path
from musnad.extract.reading import Reading
from musnad.resources import load_yaml

Read = Callable[[str], Reading]


def examples() -> list[tuple[str, str, str, str]]:
    data = load_yaml(cues_path())
    return [
        (row["id"], row["example"], word, value)
        for row in (*data["cues"], *data["particles"])
        for word, value in row["yields"].items()
    ]


def factuality(reading: Reading, word: str) -> str:
    return next(e.factuality for e in reading.events if word in e.trigger.text)


@pytest.mark.parametrize(("rule", "text", "word", "value"), examples())
def test_examples_of_the_cues(read: Read, rule: str, text: str, word: str, value: str) -> None:
    assert factuality(read(text), word) == value, rule


def test_every_cue_has_an_id_of_its_own() -> None:
    data = load_yaml(cues_path())
    ids = [row["id"] for row in (*data["cues"], *data["particles"])]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("تمكن سلاح الدفاع الجوي في الجيش السوري من إسقاط طائرة إسرائيلية.", "إسقاط", "CT+"),
        ("لا يزال الناشط رهن الاعتقال في بلجيكا.", "رهن الاعتقال", "CT+"),
        ("لم تعد واشنطن تدعم كييف.", "تدعم", "CT-"),
        ("لم يعد يسيطر على المدينة.", "يسيطر", "CT-"),
        ("قصفت إيران العراق.", "قصفت", "CT+"),
        ("لم تقصف إيران العراق.", "تقصف", "CT-"),
        ("قد تقصف إيران العراق.", "تقصف", "PS+"),
        ("كانت إيران قد قصفت العراق.", "قصفت", "CT+"),
        ("وكان الرئيس الفرنسي قد تعهد بدعم مالي.", "تعهد", "CT+"),
        ("سيزور الرئيس الروسي الصين.", "سيزور", "U"),
        ("إذا قصفت إيران العراق ردت بغداد.", "قصفت", "U"),
        ("دعت فرنسا إيران إلى الإفراج عن الصحفي.", "دعت", "CT+"),
        ("دعت فرنسا إيران إلى الإفراج عن الصحفي.", "الإفراج", "U"),
        ("اتهمت فرنسا إيران بقصف العراق.", "اتهمت", "CT+"),
        ("اتهمت فرنسا إيران بقصف العراق.", "قصف", "U"),
        ("رفضت فرنسا استقبال الوزير الإيراني.", "استقبال", "CT-"),
        ("غادر الوفد بعد انتهاء القمة بين روسيا والصين.", "القمة", "CT+"),
        ("انتهى الاجتماع دون توقيع اتفاق بين روسيا والصين.", "توقيع", "CT-"),
        ("لا يستبعد خبراء أن تقصف إيران العراق.", "تقصف", "PS+"),
        # what is joined shares the factuality of what it is joined with
        ("توعدت إيران بطرد الدبلوماسيين ومصادرة أموالهم.", "مصادرة", "U"),
        ("هددت إيران بقصف العراق وإغلاق المضيق.", "إغلاق", "U"),
        # circumstances do not stand under the verb's cue
        ("وحذّر الوزير الإيراني، في اجتماع مع نظيره العراقي، من الحرب.", "اجتماع", "CT+"),
        ("طالبت فرنسا إيران بالإفراج عن الصحفي بعد قصف العراق.", "قصف", "CT+"),
        # aims
        ("دعا الرئيس الفرنسي نظيره الصيني إلى باريس للتفاوض.", "للتفاوض", "U"),
        ("خضعت إيران لعقوبات أميركية.", "عقوبات", "CT+"),
        # exceptions leave the act done
        ("لم تطلب فرنسا سوى ترحيل سبعة جزائريين.", "تطلب", "CT+"),
        ("لم تطلب فرنسا ترحيل الجزائريين.", "تطلب", "CT-"),
        # what is refused was said; an act that is refused is not done
        ("رفضت إيران دعوة فرنسا إلى الحوار.", "دعوة", "CT+"),
        ("رفضت إسبانيا الانضمام إلى الحلف.", "الانضمام", "CT-"),
        # statements that are taken back
        ("وتقول الصين إن الفلبين قصفت سفينتها، وهو ما تنفيه مانيلا.", "قصفت", "U"),
        ("وتقول الصين إن الفلبين قصفت سفينتها، وهو ما أثار غضب بكين.", "قصفت", "CT+"),
        # participles that tell what was done besides
        ("ودعت فرنسا إيران إلى ضبط النفس، معربة عن قلقها من القصف.", "قلقها", "CT+"),
        # the article of a verbal noun makes nothing known behind «إلى» and «على»
        ("دعا الرئيس الفرنسي المجتمع الدولي إلى الضغط على إيران.", "الضغط", "U"),
        # a new clause, and what a given noun brings with it
        ("فرنسا مستعدة للقاء الوفد وهناك اتصالات مع إيران.", "اتصالات", "CT+"),
        ("لم يكن الرجل يحمل شيئا وفور الإعلان عن مقتل الرجل تظاهر المئات.", "مقتل", "CT+"),
        # a verb in the perfect joined behind a feared clause is told by the narrator
        ("أعربت فرنسا عن قلقها من أن تقصف إيران العراق، وطردت باريس السفير الإيراني.", "طردت", "CT+"),
        ("أعربت فرنسا عن قلقها من أن تقصف إيران العراق، وطردت باريس السفير الإيراني.", "تقصف", "U"),
        # warnings are of what is to come; what «أن» begins with is known
        ("حذرت فرنسا إيران من مهاجمة العراق.", "مهاجمة", "U"),
        ("حذرت فرنسا من أن إغلاق المعابر يفاقم المجاعة في السودان.", "إغلاق", "CT+"),
        # negation under a condition
        ("هددت تركيا بالتدخل إذا لم تنسحب إيران من العراق.", "تنسحب", "U"),
        ("في حال هاجم الجيش المدينة سترد إيران.", "هاجم", "U"),
        # what is done to an act that goes on, and one's part in it
        ("ستفرض فرنسا عقوبات على إيران إذا استمر الهجوم على المدينة.", "الهجوم", "CT+"),
        ("تسعى مصر إلى إنقاذ مفاوضات الهدنة في السودان.", "مفاوضات", "CT+"),
        ("نفت إيران أي صلة لها بالهجوم على السفينة.", "الهجوم", "CT+"),
        ("نفت إيران الاتهامات الفرنسية.", "الاتهامات", "CT+"),
        # names that a party gives to an act
        ("طلب السودان جلسة لبحث ما سمته الحكومة العدوان الإماراتي.", "العدوان", "U"),
        # a verb fails in the act, means are as uncertain as what they are for
        ("فشل الطرفان في توقيع اتفاق بين روسيا والصين.", "توقيع", "CT-"),
        ("يؤيد ترامب إنهاء الحرب من خلال الضغط على أوكرانيا.", "الضغط", "U"),
        ("تستطيع إيران ضرب القواعد الأميركية.", "ضرب", "PS+"),
        # clauses between a verb and what it asks for or offers
        ("عرضت الصين، التي تربطها بالعاصمتين علاقات وثيقة، التوسط بين الطرفين.", "التوسط", "U"),
        ("وافقت بغداد على الإفراج عن السجناء وعلى السماح بعودة النازحين.", "السماح", "U"),
        ("طالب المحتجون باستقالة الحكومة وحل البرلمان.", "حل", "U"),
        # any act, acts that took place, acts that are counted, acts of a day to come
        ("حذرت إيران من أن أي هجوم سيؤدي إلى حرب.", "هجوم", "U"),
        ("نفى الوزير الإيراني أن يكون قد جرى التوصل إلى اتفاق مع الوكالة.", "التوصل", "U"),
        ("تعرضت القواعد الأميركية لأكثر من 165 هجوماً في العراق.", "هجوم", "CT+"),
        ("يعقد الرئيسان الروسي والصيني قمة في بكين الشهر المقبل.", "قمة", "U"),
        ("لم تسمح إيران للمفتشين بزيارة المنشأة.", "زيارة", "CT-"),
        ("اتهم الرئيس الأرمني فرنسا بالتخطيط للحرب.", "للحرب", "U"),
        # known acts
        ("مهدت أنقرة لهذا التقارب قبل عامين.", "التقارب", "CT+"),
        ("رفضت مصر اتفاق إثيوبيا مع أرض الصومال.", "اتفاق", "CT+"),
        # accusations of committing
        ("اتهمت فرنسا الجيش الإيراني بارتكاب المجزرة.", "المجزرة", "U"),
    ],
)
def test_factuality(read: Read, text: str, word: str, value: str) -> None:
    assert factuality(read(text), word) == value
