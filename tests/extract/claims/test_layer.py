"""Who says what, through whom: speakers, chains, content and stance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import musnad
from musnad.model import Claim


def claims(text: str) -> list[Claim]:
    return list(musnad.annotate(text, "2024-05-01").claims)


def told(text: str) -> list[tuple[str | None, str, str]]:
    return [(c.source.text if c.source else None, c.content.text if c.content else "", c.stance) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "source", "content", "stance"),
    [
        ("وزير الخارجية التركي قال إن الوساطة مستمرة.", "وزير الخارجية التركي", "الوساطة مستمرة", "assert"),
        ("وكان الوزير قد قال مطلع الشهر إن الخطة جاهزة.", "الوزير", "الخطة جاهزة", "assert"),
        ("باريس تدين الهجوم على السفارة", "باريس", "الهجوم على السفارة", "accuse"),
        ("لم ينف المتحدث وجود اتصالات.", "المتحدث", "وجود اتصالات", "assert"),
        ("ولم يستبعد السفير عودة المحادثات.", "السفير", "عودة المحادثات", "predict"),
        ("قال الناطق إن هذه الأنباء لا أساس لها.", "الناطق", "هذه الأنباء لا أساس لها", "deny"),
        ("وقال الوزير إنه لن يوقع الاتفاق.", "الوزير", "إنه لن يوقع الاتفاق", "deny"),
        ("ويرى خبراء أن الأزمة قد تطول.", "خبراء", "الأزمة قد تطول", "predict"),
        ("أعربت ألمانيا عن أسفها لفشل الجولة.", "ألمانيا", "فشل الجولة", "concern"),
        ("قالت موسكو وبيونغ يانغ إن المناورات دفاعية.", "موسكو وبيونغ يانغ", "المناورات دفاعية", "assert"),
    ],
)
def test_statement_has_source_content_and_stance(text: str, source: str, content: str, stance: str) -> None:
    assert (source, content, stance) in told(text)


def test_joint_speakers_are_the_first_named() -> None:
    (claim,) = claims("قالت موسكو وبيونغ يانغ إن المناورات دفاعية.")
    assert claim.entity == "RUS"


def test_speaker_carries_over_to_the_next_sentence() -> None:
    first, second = claims("قال نتنياهو إن العملية انتهت. وأضاف أن القوات ستبقى في مواقعها.")
    assert second.source is None
    assert second.entity == first.entity == "benjamin-netanyahu"
    assert second.source_class == "implicit"


def test_participle_goes_on_with_the_speaker_of_its_sentence() -> None:
    rows = told("نفى وزير النفط وجود عجز، موضحاً أن المخزون يكفي عاماً، ومتهماً الصحف بالتضليل.")
    assert rows[0] == ("وزير النفط", "وجود عجز", "deny")
    assert rows[1] == ("وزير النفط", "المخزون يكفي عاماً", "assert")


def test_agency_that_passes_on_is_a_relay() -> None:
    (claim,) = claims("نقلت وكالة رويترز عن مسؤول إسرائيلي قوله إن المحادثات تعثرت.")
    assert claim.source is not None
    assert claim.source.text == "مسؤول إسرائيلي"
    assert claim.entity == "ISR"
    assert [relay.text for relay in claim.via] == ["وكالة رويترز"]


def test_outlet_after_a_statement_passes_it_on() -> None:
    (claim,) = claims("أدانت فرنسا الهجوم، وفق ما نقلت وكالة رويترز.")
    assert claim.entity == "FRA"
    assert [relay.text for relay in claim.via] == ["وكالة رويترز"]


def test_outlet_that_speaks_for_itself_is_the_source() -> None:
    (claim,) = claims("بحسب صحيفة لوموند، تراجعت الصادرات إلى النصف.")
    assert claim.source is not None
    assert claim.source.text == "صحيفة لوموند"
    assert claim.via == ()


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("ويقول محللون إن السوق ستنتعش.", "analysts"),
        ("وأفادت مصادر أمنية بأن الطريق مغلق.", "security-sources"),
        ("وأكد مسؤول أميركي كبير أن الصفقة أرجئت.", "USA"),
        ("وأشارت تقارير غربية إلى وصول الشحنة.", "western-reports"),
        ("وأكد شهود عيان أن الانفجار وقع فجراً.", "witnesses"),
    ],
)
def test_unnamed_sources_have_a_class(text: str, entity: str) -> None:
    (claim,) = claims(text)
    assert claim.entity == entity
    assert claim.source_class == "unnamed"


def test_headline_before_a_colon_names_the_speaker() -> None:
    claim = claims("لافروف: لن نتراجع عن مطالبنا\n\nعقد الوزير الروسي مؤتمراً في موسكو أمس.")[0]
    assert claim.entity == "sergey-lavrov"
    assert claim.content is not None
    assert claim.content.text == "لن نتراجع عن مطالبنا"


def test_quotation_runs_over_several_sentences() -> None:
    (claim,) = claims("قال غوتيريش: «نحن مستعدون للحوار. لكننا لن نقبل الشروط. والأمر واضح للجميع».")
    assert claim.content is not None
    assert claim.content.text == "نحن مستعدون للحوار. لكننا لن نقبل الشروط. والأمر واضح للجميع"


@pytest.mark.parametrize(
    "text",
    [
        "زار الوفد ثلاث مدن فحسب.",
        "سلمت الشحنة وفقاً للاتفاقية الموقعة بين البلدين.",
        "توزع المقاعد وفق القانون الجديد.",
        "لم يعلن الحزب اسم مرشحه.",
        "يذكر أن الجسر بني قبل عشرين عاماً.",
        "وارتفعت الأسعار، مما يشير إلى أن الطلب قوي.",
        "وتبلغ قيمة العقد عشرة ملايين، على حد علمنا.",
        "هذه الخطوة تهدد بانهيار الهدنة.",
        "اعترفت إسبانيا بدولة فلسطين.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert told(text) == []


def test_statement_ends_where_another_speaker_begins() -> None:
    rows = told("وقالت إيران إن المنشأة سلمية، فيما رفضت فرنسا هذا التفسير.")
    assert rows == [("إيران", "المنشأة سلمية", "assert"), ("فرنسا", "هذا التفسير", "deny")]


@pytest.mark.parametrize(
    "text", ["", "إن", "قال", "قال:", "«قال", 'بحسب "', 'البرلمان بحسب البرلمان "وباء', "وفق ما نقلت عنه"]
)
def test_broken_text_never_raises(text: str) -> None:
    annotation = musnad.annotate(text)
    assert all(annotation.document.text[s.start : s.end] == s.text for s in annotation.spans())


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("قالت الشرطة السويدية، الاثنين إن المشتبه به فر.", "الشرطة السويدية", "المشتبه به فر"),
        ("وقالت الشركة، إن المسافر أنزل من الطائرة.", "الشركة", "المسافر أنزل من الطائرة"),
        ("وتشير إحصاءات المنظمة، إلى أن الشفاء ممكن.", "إحصاءات المنظمة", "الشفاء ممكن"),
        ('وقالت السلطة في بيان "إن الضريبة باقية"، وغادرت.', "السلطة", "الضريبة باقية"),
        ("كان القضاء الأمريكي أكد في الاستئناف، تعليق مرسوم الرئيس.", "القضاء الأمريكي", "تعليق مرسوم الرئيس"),
        ("وقال سلال إن السد اكتمل.", "سلال", "السد اكتمل"),
        ("وأوضح الرئيس للصحفيين أن اللقاء تأجل.", "الرئيس", "اللقاء تأجل"),
        ("وذكر التقرير الفصلي أن المخزون ارتفع.", "التقرير الفصلي", "المخزون ارتفع"),
    ],
)
def test_clause_and_speaker_are_found_over_commas_and_names(text: str, source: str, content: str) -> None:
    assert (source, content) in [row[:2] for row in told(text)]


@pytest.mark.parametrize(
    ("text", "cue", "entity"),
    [
        ("ودعا البلدين إلى سحب القوات.", "دعا", None),
        ("كما حث النرويج على مراجعة التحذير.", "حث", None),
        ("واتهموا الحكومة بالتقصير.", "اتهموا", None),
        ("استدعت فرنسا سفيرها من الجزائر بعدما رأت أن الحوار توقف.", "رأت", "FRA"),
        ("قال ترامب إنه سيفوز. وقالت زاخاروفا إن موسكو تنتظر. وأضاف أن البلاد بخير.", "أضاف", "donald-trump"),
    ],
)
def test_implicit_speaker_is_no_object_and_agrees_with_its_verb(text: str, cue: str, entity: str | None) -> None:
    (claim,) = [c for c in claims(text) if c.cue.text == cue]
    assert claim.entity == entity


def test_subject_before_the_verb_goes_on_to_the_verbs_joined_to_it() -> None:
    rows = claims("لكن الرئيس الأوكراني فولوديمير زيلينسكي قدّر عددهم بنحو 11 ألف جندي، وانتقد صمت حلفائه.")
    assert [(c.cue.text, c.entity) for c in rows] == [
        ("قدّر", "volodymyr-zelensky"),
        ("انتقد", "volodymyr-zelensky"),
    ]


def test_statement_that_points_back_takes_the_clause_before() -> None:
    rows = told("قالت كييف إن موسكو تستخدم أسلحة كيميائية، وهو ما نفته روسيا.")
    assert rows == [
        ("كييف", "موسكو تستخدم أسلحة كيميائية", "assert"),
        ("روسيا", "موسكو تستخدم أسلحة كيميائية", "deny"),
    ]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("رفض المتحدث التعليق على الخبر.", True),
        ("رفض رئيس النقابة العرض الجديد.", True),
        ("رفضت طهران اتهامات الوكالة.", False),
        ("نفت الحكومة وجود أي خلاف.", False),
        ("قال الوزير إنه لن يوقع الاتفاق.", True),
        ("قال الناطق إن هذه الأنباء لا أساس لها.", False),
    ],
)
def test_refusal_is_told_from_denial(text: str, refused: bool) -> None:
    (claim,) = claims(text)
    assert claim.stance == "deny"
    assert claim.rule.startswith("claims/refuse-") is refused


def test_time_behind_the_source_belongs_to_no_statement() -> None:
    assert told("أجرت بيونغ يانغ تجربة، وفقاً لما ذكرته وكالة تاس اليوم الإثنين.")[0][1] == "أجرت بيونغ يانغ تجربة"


def test_figures_are_said_by_the_body_that_owns_them() -> None:
    (claim,) = claims("وبحسب بيانات الأمم المتحدة، نزح ألف شخص.")
    assert claim.entity == "united-nations"


def test_agency_with_a_tail_to_its_name_is_a_relay() -> None:
    first, second = claims(
        "ونقلت وكالة سديم للأنباء عن دبلوماسي أوروبي قوله إن الشحنة وصلت، مشيراً إلى أن السفينة غادرت."
    )
    assert (first.source.text if first.source else "", [v.text for v in first.via]) == (
        "دبلوماسي أوروبي",
        ["وكالة سديم للأنباء"],
    )
    assert second.entity == first.entity


WORDS = [
    "قال",
    "ذكرت",
    "أكد",
    "أعرب",
    "وقال",
    "نقلت",
    "رفض",
    "وجاء",
    "في",
    "عن",
    "أن",
    "إن",
    "بأن",
    "أنه",
    "إلى",
    "على",
    "قلقه",
    "وهو",
    "ما",
    "نفته",
    "الأمر",
    "الذي",
    "بحسب",
    "وفق",
    "كما",
    "الوزير",
    "روسيا",
    "الوكالة",
    "رويترز",
    "قوله",
    "مؤكداً",
    "مشيرة",
    "إذا",
    "لو",
    "في",
    "حال",
    "ما",
    "لم",
    "لأن",
    "بسبب",
    "لمنع",
    "،",
    ".",
    '"',
    "«",
    "»",
    ":",
    "(",
    ")",
    "11",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=150, deadline=None)
def test_shuffled_words_raise_nothing_and_spans_hold(shuffled: list[str]) -> None:
    text = " ".join(shuffled)
    annotation = musnad.annotate(text, "2024-05-01")
    read = annotation.document.text
    spans = [s for c in annotation.claims for s in (c.source, c.cue, c.content) if s]
    spans += [s for link in annotation.links for s in (link.from_, link.to, link.cue)]
    assert all(read[s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize(
    "cue", ["ذكرت القناة أن", "أعرب الوزير عن أن", "وسط مخاوف من أن", "بحسب", "وجاء في", "نقلت رويترز عن"]
)
def test_sentence_that_ends_in_its_cue_states_nothing(cue: str) -> None:
    assert claims(cue) == []


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    text = 'قال كمال ناصر: "الحل بعيد. نأمل في أن ينتهي الخلاف".'
    assert {claim.entity for claim in claims(text)} == {"kamal-nasser"}
    assert {claim.entity for claim in claims("نأمل في أن ينتهي الخلاف.")} == {"author"}


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("وقال السفير نقلا عن شهود إن العملية جرت بعيدا عن موقع سفارة تونس.", []),
        ("وقال السفير نقلا عن شهود إن بناء جسر في الموقع ممكن.", []),
        ("وقال السفير لموقع نوافذ إن الاتفاق قريب.", []),
        ('ونقل موقع "صدى" عن الوزير أن الاتفاق قريب.', ['موقع "صدى"']),
    ],
)
def test_a_site_passes_on_only_with_a_name(text: str, outlets: list[str]) -> None:
    assert [relay.text for claim in claims(text) for relay in claim.via] == outlets
