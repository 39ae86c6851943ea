"""Who speaks: addressees, carried speakers, agreement, crowds, outlets that cite, and acts that are no words."""

from __future__ import annotations

import pytest

import musnad
from musnad.model import Claim


def claims(text: str) -> list[Claim]:
    return list(musnad.annotate(text, "2024-05-01").claims)


def told(text: str) -> list[tuple[str | None, str, str]]:
    return [(c.source.text if c.source else None, c.content.text if c.content else "", c.stance) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "وقال الوزير إن العمل بدأ، إلا أنه دعا النقابات إلى الصبر.",
            [("الوزير", "العمل بدأ", "assert"), ("الوزير", "النقابات إلى الصبر", "demand")],
        ),
        ("بيد أنه نفى أن تكون الشركة قد باعت الحقل.", [(None, "تكون الشركة قد باعت الحقل", "deny")]),
        (
            "وقلل الناطق من أثر الإضراب، مكتفياً بالقول إن العمل مستمر.",
            [("الناطق", "أثر الإضراب", "deny"), ("الناطق", "العمل مستمر", "assert")],
        ),
        ("وتحدثت وسائل إعلام تابعة للجماعة عن غارات ليلية.", [("وسائل إعلام تابعة للجماعة", "غارات ليلية", "assert")]),
        ("وقال مصدر مقرب من الحكومة إن التعديل قريب.", [("مصدر مقرب من الحكومة", "التعديل قريب", "assert")]),
        ('وقال الناطق في بيان "لن نتراجع عن مطالب العمال".', [("الناطق", "لن نتراجع عن مطالب العمال", "assert")]),
        ("وتنص المادة 91 على أن العضو ملزم بتعهداته.", [("المادة 91", "العضو ملزم بتعهداته", "assert")]),
        ("ونشر الموقع اتهامات تنفيها الوزارة.", [("الوزارة", "اتهامات", "deny")]),
        ("وهي رواية شككت فيها بغداد.", [("بغداد", "رواية", "question")]),
        ("وكرر النائب اتهامه الشركة بتلويث النهر.", [("النائب", "الشركة بتلويث النهر", "accuse")]),
        ("وجددت النقابة مطالبتها برفع الأجور.", [("النقابة", "رفع الأجور", "demand")]),
    ],
)
def test_speaker_and_statement(text: str, rows: list[tuple[str | None, str, str]]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "رفضت المحكمة طلب الإفراج عن المتهم.",
        "وكان لافتاً أن الوزير لم يحضر.",
        "وصلت الطائرات محملة بالغذاء والدواء.",
        "واصطحب سموه ضيفه في جولة بين الآثار.",
        "ووقعت المدينة إعلان جدة في أيار.",
        "المياه التي تطالب بها بكين مدة طويلة.",
    ],
)
def test_acts_and_other_words_are_no_statements(text: str) -> None:
    assert claims(text) == []


def test_whom_it_is_said_to_does_not_speak_and_passes_only_that_on() -> None:
    first, second = claims("رحب السفير بالاتفاق، وقال لصحيفة «المنبر» إن بلاده ستنضم إليه.")
    assert second.source is not None
    assert second.source.text == "السفير"
    assert [via.text for via in first.via] == []
    assert [via.text for via in second.via] == ["صحيفة «المنبر»"]


def test_outlet_that_cites_an_official_passes_on() -> None:
    (claim,) = claims("ذكرت وكالة رويترز، نقلاً عن مسؤول أمريكي، أن السفن ستتجه غرباً.")
    assert claim.source is not None
    assert (claim.source.text, claim.entity, [via.text for via in claim.via]) == (
        "مسؤول أمريكي",
        "USA",
        ["وكالة رويترز"],
    )


def test_these_are_the_crowd_that_spoke_last() -> None:
    first, second = claims("ويرى خبراء أن الأزمة ستطول. ويرجح هؤلاء أن تتدخل الوساطة.")
    assert first.entity == second.entity == "experts"


def test_the_latter_is_the_last_state_named_not_who_spoke() -> None:
    _, second = claims("قال وزير الخارجية الإيراني إن كابول تؤوي المسلحين. ورفضت الأخيرة هذه الاتهامات.")
    assert second.entity == "AFG"


def test_class_of_speakers_bears_its_nationality() -> None:
    (claim,) = claims("وقالت صحف إسرائيلية إن اللقاء تأجل.")
    assert claim.entity == "israeli-media"


def test_plural_verb_does_not_go_on_with_one_person() -> None:
    rows = claims("قال نتنياهو إن الحرب ستستمر. ورفضوا الخصخصة.")
    assert rows[-1].entity is None


def test_subject_before_the_verb_agrees_with_it() -> None:
    (claim,) = claims("وقتل جنود في هجوم على قوات تقودها السعودية أعلن تنظيم داعش مسؤوليته عنه.")
    assert claim.entity == "islamic-state"


def test_subject_that_is_not_understood_lends_its_verb_no_other_speaker() -> None:
    *_, last = claims("قال نتنياهو إن الحرب ستستمر. والتجربة مع هذه الشركات تقول إن الأسعار سترتفع.")
    assert last.entity is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وشدد الوزير على أن الحل يجب أن يكون سياسياً.", "demand"),
        ("وقال الرئيس إن على باريس أن تعتذر.", "demand"),
        ("وأكد المتحدث أن بلاده ستواصل دعم الهدنة.", "promise"),
        ("ورأت الخارجية الصينية أن واشنطن تحرّض حلفاءها.", "accuse"),
        ("ووصف محللون القرار بأنه أخطر خطوة منذ سنوات.", "concern"),
        ("وبحسب الصحيفة، قد يواجه الوزير ضغوطاً أشد.", "predict"),
        ("وقالت الوزارة إن الجيش تمكن من إخماد الحريق.", "assert"),
        ("وأعلنت الحركة تأييدها للهدنة.", "praise"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert [claim.stance for claim in claims(text)] == [stance]


def test_the_two_countries_speak_and_countries_do() -> None:
    told = "وقعت روسيا وكوريا الشمالية معاهدة. ونفى البلدان صادرات الأسلحة الكورية الشمالية."
    denial = next(claim for claim in musnad.annotate(told).claims if claim.stance == "deny")
    assert denial.source is not None
    assert denial.source.text == "البلدان"
    assert denial.entity == "RUS"
    assert denial.content is not None
    assert denial.content.text == "صادرات الأسلحة الكورية الشمالية"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("في حين نقلت وكالة «تاس» عن الكرملين أنه سيرد.", [("الكرملين", "أنه سيرد", "assert")]),
        ("ونقلت رويترز عن مصدر مطلع نفيه أن يكون العقد قد وقع.", [("مصدر مطلع", "يكون العقد قد وقع", "deny")]),
        (
            "قال النائب عن حركة النهضة، سامي بن عمر، إن القانون ناقص.",
            [("النائب عن حركة النهضة، سامي بن عمر", "القانون ناقص", "assert")],
        ),
        (
            "وقال الأمين العام للحزب الشيوعي الصيني لي وانغ إن الباب مفتوح.",
            [("الأمين العام للحزب الشيوعي الصيني لي وانغ", "الباب مفتوح", "assert")],
        ),
        ("ردت باريس في اليوم التالي، ونفت المزاعم نفياً قاطعاً.", [("باريس", "المزاعم نفياً قاطعاً", "deny")]),
        (
            "قال شي إن الباب مفتوح، وحث الاتحاد الأوروبي على الحوار.",
            [("شي", "الباب مفتوح", "assert"), ("شي", "الاتحاد الأوروبي على الحوار", "demand")],
        ),
        ('وقالت "ترانس وايز" إن خدمتها مجانية.', [("ترانس وايز", "خدمتها مجانية", "assert")]),
    ],
)
def test_speaker_cited_titled_or_gone_on_with(text: str, rows: list[tuple[str | None, str, str]]) -> None:
    assert told(text) == rows


def test_chain_of_three_has_the_outermost_last() -> None:
    (claim,) = claims("نقلت رويترز عن موقع أكسيوس عن مصدر أمريكي أن الاتفاق قريب.")
    assert (claim.entity, [via.text for via in claim.via]) == ("USA", ["موقع أكسيوس", "رويترز"])


@pytest.mark.parametrize("text", ["واشترط الرئيس أن تتعهد أنقرة بسحب قواتها.", "وإذا ظنت باكو أن الباب مفتوح فستهاجم."])
def test_what_may_be_said_is_no_statement(text: str) -> None:
    assert all(claim.cue.text not in ("تتعهد", "ظنت") for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "ودعت الحركة إلى التهدئة، مطالبة الحكومة بالحوار.",
            [("الحركة", "التهدئة", "demand"), ("الحركة", "الحكومة بالحوار", "demand")],
        ),
        ("واجتمع المجلس وسط مطالبة الحكومة بالتأجيل.", [(None, "الحكومة بالتأجيل", "demand")]),
        (
            "وقال الكاتب والإعلامي سامي بن عمر إن الكتاب جاهز.",
            [("الكاتب والإعلامي سامي بن عمر", "الكتاب جاهز", "assert")],
        ),
        ("وقرر الحزب أن يجتمع، وجدد شرعية مؤسساته.", []),
        ("وأعلنت شرطة لندن القبض على ثلاثة.", [("شرطة لندن", "القبض على ثلاثة", "assert")]),
        ("وقال المسؤول الذي طلب عدم ذكر اسمه إن العقد جاهز.", [("المسؤول", "العقد جاهز", "assert")]),
        (
            'وقال الوزير للصحفيين في ختام الجولة "نحن لن نترك مواقعنا هنا أبداً".',
            [("الوزير", "نحن لن نترك مواقعنا هنا أبداً", "assert")],
        ),
        ("«لن نتراجع عن مطالبنا هذه أبداً»، يقول الوزير.", [("الوزير", "لن نتراجع عن مطالبنا هذه أبداً", "assert")]),
        ("حذر الوزير، من خطورة البناء في الوادي.", [("الوزير", "خطورة البناء في الوادي", "warn")]),
        ("زار الوزير الميناء، ووقف هناك ليقول إن العمل عاد.", [("الوزير", "العمل عاد", "assert")]),
        (
            "ورحب الوزير بالقرار، وشكر السعودية على جهودها.",
            [("الوزير", "القرار", "praise"), ("الوزير", "السعودية على جهودها", "praise")],
        ),
    ],
)
def test_speaker_of_participles_asides_and_aims(text: str, rows: list[tuple[str | None, str, str]]) -> None:
    assert told(text) == rows


def test_deed_of_somebody_is_not_said_by_him() -> None:
    assert claims("زيارة بوتين تؤكد متانة العلاقات.") == []


def test_what_is_not_ruled_out_is_not_denied() -> None:
    (claim,) = claims("وقال الوزير إن بلاده لا تستبعد توسيع التعاون.")
    assert claim.stance != "deny"
