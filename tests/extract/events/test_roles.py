from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.events.layer import draft_events
from musnad.extract.reading import Reading
from musnad.model import Event

Read = Callable[[str], Reading]


def event(reading: Reading, word: str) -> Event:
    return next(e for e in reading.events if word in e.trigger.text)


@pytest.mark.parametrize(
    ("text", "word", "sources", "targets"),
    [
        # verb before subject, subject before verb, after إن, with an auxiliary
        ("اتهمت إيران إسرائيل بالتخريب.", "اتهمت", ("IRN",), ("ISR",)),
        ("دانت الخارجية السورية العدوان الإسرائيلي على ريف دمشق.", "دانت", ("SYR/foreign-ministry",), ("ISR",)),
        ("لم تعد واشنطن تدعم كييف.", "تدعم", ("USA",), ("UKR",)),
        ("توعّد الحرس الثوري الإيراني بالرد على اغتيال إسماعيل هنية.", "اغتيال", (), ("ismail-haniyeh",)),
        ("فرنسا تدعم لبنان.", "تدعم", ("FRA",), ("LBN",)),
        ("قالت صحيفة إن إيران تتهم إسرائيل بالتخريب.", "تتهم", ("IRN",), ("ISR",)),
        ("كانت تركيا قد قصفت سوريا.", "قصفت", ("TUR",), ("SYR",)),
        # verbal nouns
        ("أثارت زيارة بوتين لكوريا الشمالية جدلا.", "زيارة", ("vladimir-putin",), ("PRK",)),
        ("تكررت اتهامات كوريا الشمالية للولايات المتحدة.", "اتهامات", ("PRK",), ("USA",)),
        ("استمرت المحادثات بين روسيا وأوكرانيا.", "المحادثات", ("RUS",), ("UKR",)),
        ("تصاعدت الحرب الروسية الأوكرانية.", "الحرب", ("RUS",), ("UKR",)),
        # light verbs and relative clauses
        ("أجرت روسيا محادثات مع الصين.", "محادثات", ("RUS",), ("CHN",)),
        ("أدانت قطر الهجوم الذي شنته إسرائيل على سوريا.", "الهجوم", ("ISR",), ("SYR",)),
        # carried subjects
        ("زارت المستشارة أنغيلا ميركل الصين والتقت شي جين بينغ.", "التقت", ("angela-merkel",), ("xi-jinping",)),
        ("زار الرئيس التركي روسيا والتقى فلاديمير بوتين.", "التقى", ("TUR",), ("vladimir-putin",)),
        ("قصفت تركيا سوريا وأدانت قطر الهجوم.", "أدانت", ("QAT",), ("TUR",)),
        # joint acts
        ("اجتمعت روسيا والصين.", "اجتمعت", ("RUS",), ("CHN",)),
        ("الأردن وسوريا يوقعان اتفاقاً لتقاسم المياه.", "يوقعان", ("JOR",), ("SYR",)),
        # the owner of what is doubted
        ("شككت باريس في نيات الخرطوم.", "شككت", ("FRA",), ("SDN",)),
        # a joint subject before a verb in the dual, two adjectives, two ministers
        ("عمان وقطر توقعان اتفاقية دفاعية.", "توقعان", ("OMN",), ("QAT",)),
        ("مصر والسودان تجريان مناورات مشتركة.", "مناورات", ("EGY",), ("SDN",)),
        ("أجرى الرئيسان التركي والروسي محادثات مطولة.", "محادثات", ("TUR",), ("RUS",)),
        ("تبادلت الهند وباكستان القصف عبر الحدود.", "القصف", ("IND",), ("PAK",)),
        ("استضافت جنيف محادثات بين إيران وفرنسا.", "محادثات", ("IRN",), ("FRA",)),
        # counterparts and guests
        ("وصل إيمانويل ماكرون إلى بكين والتقى نظيره شي جين بينغ.", "التقى", ("emmanuel-macron",), ("xi-jinping",)),
        (
            "استقبل عبد الفتاح السيسي ضيفه الفرنسي إيمانويل ماكرون.",
            "استقبل",
            ("abdel-fattah-el-sisi",),
            ("emmanuel-macron",),
        ),
        ("زارت أنغيلا ميركل بكين حيث التقت شي جين بينغ.", "التقت", ("angela-merkel",), ("xi-jinping",)),
        # who tells of losses did not cause them: they are his own; who attacked is told, be it no known actor
        ("أعلن الجيش التركي مقتل ثلاثة جنود في هجوم شنه مسلحون أكراد.", "مقتل", (), ("TUR/army",)),
        ("أعلن الجيش التركي إصابة 14 جنديا في هجوم شنه مسلحون أكراد.", "هجوم", (), ("TUR/army",)),
        ("أعلن الجيش الإسرائيلي مقتل جنديين سوريين في غارة.", "مقتل", (), ("SYR/army",)),
        ("أعلنت واشنطن شن غارات على اليمن.", "غارات", ("USA",), ("YEM",)),
        ("شن مسلحون هجوما على قاعدة للجيش العراقي.", "هجوما", (), ()),
        # a title, whose it is, a name between commas, and who came along
        (
            "التقى صباح اليوم الأربعاء، أمين عام حركة النهضة، محسن مرزوق ووفد من الحركة، بالمشير خليفة حفتر.",
            "التقى",
            ("mohsen-marzouk",),
            ("khalifa-haftar",),
        ),
        # kin behind a person's name are no object
        ("أدان البرلمان اغتيال كيم جونغ نام شقيق زعيم كوريا الشمالية.", "اغتيال", (), ("kim-jong-nam",)),
        # a subject goes on into the next sentence, with its pronouns
        ("أدانت تونس الهجوم على باريس. وجددت تضامنها مع فرنسا.", "جددت", ("TUN",), ("FRA",)),
        ("أدانت تونس الهجوم على باريس. وجددت تضامنها معها وتأييدها لجهود فرنسا.", "تأييدها", ("TUN",), ("FRA",)),
        ("أدان الرئيس التركي الهجوم على باريس. وجدد تضامنه مع فرنسا.", "تضامنه", ("TUR",), ("FRA",)),
        # who comments on an act did not do it
        ("علق دونالد ترامب على قصف سوريا.", "قصف", (), ("SYR",)),
        # circumstances
        ("قطعت كولومبيا علاقاتها مع إسرائيل، متهمة إياها بارتكاب جرائم.", "متهمة", ("COL",), ("ISR",)),
        ("غادر الوزير الإيراني جنيف، مندداً بالعقوبات الأميركية.", "مندداً", ("IRN",), ("USA",)),
        ("زار الوزير الفرنسي بيروت، داعياً إيران إلى الحوار.", "داعياً", ("FRA",), ("IRN",)),
        # relative clauses, who suffers, who is backed
        ("عاد الوزير الروسي الذي زار دمشق إلى موسكو.", "زار", ("RUS",), ("SYR",)),
        ("رفضت موسكو الاتهامات التي وجهتها إليها واشنطن.", "الاتهامات", ("USA",), ("RUS",)),
        (
            "لقي جنود أتراك مصرعهم في هجوم شنه حزب العمال الكردستاني.",
            "هجوم",
            ("kurdistan-workers-party",),
            ("TUR/army",),
        ),
        ("تلقت أوكرانيا تهديدات من بيلاروسيا.", "تهديدات", ("BLR",), ("UKR",)),
        ("تواجه كوريا الشمالية عقوبات أميركية.", "عقوبات", ("USA",), ("PRK",)),
        # at a distance
        ("اتخذت كندا إجراءات عقابية صارمة بحق مسؤولين إيرانيين.", "إجراءات", ("CAN",), ("IRN",)),
        ("أبدت اليابان قلقها البالغ إزاء الأنشطة العسكرية الصينية.", "قلق", ("JPN",), ("CHN",)),
        ("طالبت بغداد أنقرة بسحب قواتها من شمال العراق.", "سحب", ("TUR",), ("IRQ",)),
        ("وصل رئيس الوزراء العراقي إلى طهران في زيارة تستمر يومين.", "زيارة", ("IRQ",), ("IRN",)),
        # adjective, genitive and object of a verbal noun
        ("سارعت طهران إلى رفض البيان الفرنسي.", "رفض", ("IRN",), ("FRA",)),
        ("قررت واشنطن تجميد الأصول الروسية.", "تجميد", ("USA",), ("RUS",)),
        ("حاولت روسيا دعم سوريا.", "دعم", ("RUS",), ("SYR",)),
        ("تجاوزت مساعدات الاتحاد الأوروبي لأوكرانيا المليار.", "مساعدات", ("european-union",), ("UKR",)),
        ("استمر قصف إسرائيل مواقع في سوريا.", "قصف", ("ISR",), ("SYR",)),
        ("انتقدت باريس احتجاز الحوثيين سفينة فرنسية.", "احتجاز", ("houthis",), ("FRA",)),
        # own forces, own country, a speaker's pronoun
        ("أمر الرئيس الروسي قواته بالتأهب.", "أمر", ("RUS",), ("RUS/army",)),
        ("قال الرئيس التركي إن بلاده ستدعم قطر.", "ستدعم", ("TUR",), ("QAT",)),
        ("قال فيكتور أوربان إنه دعا نظيره السويدي إلى الحوار.", "دعا", ("viktor-orban",), ("SWE",)),
        ("قتل الطفل الفلسطيني ذبحا على أيدي مسلحين مجهولين.", "قتل", (), ("PSE/civilians",)),
        ("نفت طهران أن تكون قد زودت موسكو بالمسيرات.", "زودت", ("IRN",), ("RUS",)),
        ("خلال زيارته إلى اليابان، قال الرئيس الأوكراني إنه متفائل.", "زيارته", ("UKR",), ("JPN",)),
        # asked, accused, decided
        ("كررت تركيا اتهامها فرنسا بدعم اليونان.", "دعم", ("FRA",), ("GRC",)),
        ("رفضت سوريا قرار واشنطن دعم الأكراد.", "دعم", ("USA",), ("kurds",)),
        # agreement of common nouns
        ("استنكرت تركيا الحادث، ورفعت مستوى التأهب.", "رفعت", ("TUR",), ()),
        # who manages: the gender of the subject tells the verb
        ("تمكن الجيش الجزائري من قصف مواقع في مالي.", "قصف", ("DZA/army",), ("MLI",)),
        # somebody else's name or title behind the name of a state
        ("واستدعت مدريد القائم بالأعمال المغربي.", "استدعت", ("ESP",), ("MAR",)),
        ("وأمهلت باريس الانقلابيين أسبوعاً.", "أمهلت", ("FRA",), ()),
        # a month in two names ends no sentence
        (
            "طلبت كينيا في السادس من آذار/مارس من محكمة العدل الدولية وقف الهدم.",
            "طلبت",
            ("KEN",),
            ("international-court-of-justice",),
        ),
        # whom an act is done to, and whose words are answered
        ("حذر وزير الخارجية التركي اليونان من مهاجمة ليبيا.", "مهاجمة", ("GRC",), ("LBY",)),
        ("رفضت الرئاسة التونسية دعوة فرنسا إلى الحوار.", "دعوة", ("FRA",), ("TUN/presidency",)),
        # the subject told before: of an answer, of who is asked
        ("رد الرئيس التركي في كلمة وصف فيها اليونان بالمعتدية.", "وصف", ("TUR",), ("GRC",)),
        (
            "طلبت السنغال من محكمة العدل الدولية أن تأمر غامبيا بفتح المعبر.",
            "تأمر",
            ("international-court-of-justice",),
            ("GMB",),
        ),
        ("وصل هاكان فيدان، واجتمع نظيره السوري بسيرغي لافروف.", "اجتمع", ("SYR",), ("sergey-lavrov",)),
        # the object of a feminine participle
        ("قطعت كولومبيا علاقاتها، متهمة إسرائيل بارتكاب جرائم.", "متهمة", ("COL",), ("ISR",)),
        # people by their nation, counted or not, and by whose hand
        ("أعلنت الوكالة مقتل فلسطيني برصاص الجيش الإسرائيلي.", "مقتل", ("ISR/army",), ("PSE",)),
        ("أكدت الوزارة مقتل 3 جنود إسرائيليين.", "مقتل", (), ("ISR/army",)),
        ("نددت المنظمة باعتقال سوريين.", "اعتقال", (), ("SYR",)),
        ("ذكرت صحيفة مقتل طيار أردني.", "مقتل", (), ("JOR/army",)),
        # a verbal noun with an adjective, adjectives of two, a name that begins like a preposition
        ("رفض أميركي لقرار إسرائيل.", "رفض", ("USA",), ("ISR",)),
        ("انطلقت مباحثات مصرية تركية.", "مباحثات", ("EGY",), ("TUR",)),
        ("شنت إسرائيل غارة على جنوب لبنان.", "غارة", ("ISR",), ("south-lebanon",)),
        # behind the preposition that ends the trigger; who threatens is to do it
        ("تعهدت روما بالوقوف إلى جانب تركيا.", "الوقوف", ("ITA",), ("TUR",)),
        ("يهدد دونالد ترامب إيران بالقصف.", "القصف", ("donald-trump",), ()),
        # verbs at the head of a sentence that are nouns elsewhere; what stands between is place and time
        ("وجه رئيس الوزراء المصري تحذيراً إلى إثيوبيا.", "تحذيراً", ("EGY",), ("ETH",)),
        ("وعبر الوزير الفرنسي عن قلقه من إيران.", "قلقه", ("FRA",), ("IRN",)),
        ("تمكنت القوات التركية في حلب، أمس، من قصف مواقع سورية.", "قصف", ("TUR/army",), ("SYR",)),
        ("أكد الرئيس التونسي وقوف بلاده إلى جانب فرنسا.", "أكد", ("TUN",), ("FRA",)),
        # a clause that tells of the noun before it: its pronoun is that noun
        ("طرحت واشنطن خطة أولى. وقدمت روسيا وثيقة ترفضها تركيا.", "ترفضها", ("TUR",), ()),
        ("كانت هذه أول مرة تستدعي فيها الجزائر سفيرها في باريس.", "تستدعي", ("DZA",), ()),
        ("وقع الهجوم الذي حمّلت واشنطن كتائب حزب الله مسؤوليته.", "حمّلت", ("USA",), ("kataib-hezbollah",)),
        # whom a pronoun beside the verb takes up: the subject; behind «ف» the subject before
        (
            "وكان بنيامين نتنياهو قد طلب ذلك من دونالد ترامب، خلال زيارته لواشنطن.",
            "زيارته",
            ("benjamin-netanyahu",),
            ("USA",),
        ),
        ("شحنت فرنسا أسلحة إلى أرمينيا، فاتهمها الرئيس إلهام علييف بالتصعيد.", "اتهمها", ("ilham-aliyev",), ("FRA",)),
        # «ل» of a title, of a body that sits, a verb behind a preposition of several words
        ("انتقد الأمين العام للأمم المتحدة إسرائيل.", "انتقد", ("united-nations",), ("ISR",)),
        ("بدأت جلسة طارئة لمجلس الأمن الدولي.", "جلسة", ("un-security-council",), ()),
        ("توقفت المحادثات في ظل رفض طهران مقترحات واشنطن.", "رفض", ("IRN",), ("USA",)),
        # nobody is accused of what is done to himself
        ("اتهمت إيران إسرائيل بقصفها أمس.", "قصفها", ("ISR",), ("IRN",)),
        # the reason of an act, who is allowed it, who does it anew, who speaks through another
        ("استدعت الجزائر سفيرها احتجاجاً على تصريحات باريس.", "احتجاجاً", ("DZA",), ("FRA",)),
        ("وسمحت إيران لفرنسا بزيارة المنشأة.", "زيارة", ("FRA",), ()),
        ("وأعادت واشنطن فرض العقوبات على إيران.", "فرض", ("USA",), ("IRN",)),
        ("نقلت وكالة عن الكرملين أنه سيطلب من أرمينيا توضيحات.", "سيطلب", ("RUS/kremlin",), ("ARM",)),
        ("أما روسيا والصين فرفضتا العقوبات الأميركية.", "رفضتا", ("RUS", "CHN"), ("USA",)),
        # «ل» before a verb, the country of who acts
        ("أوفد الرئيس المصري وزيره ليبحث الأزمة مع تركيا.", "يبحث", ("EGY",), ("TUR",)),
        ("أبلغ الوزير الأذربيجاني السفير الهندي قلق بلاده من باكستان.", "قلق", ("AZE",), ("PAK",)),
        # «هنأ» is no adverb; a second verb and its circumstance go on with the subject
        ("هنأ الوزير بنيامين نتنياهو الرئيس دونالد ترامب بفوزه.", "هنأ", ("benjamin-netanyahu",), ("donald-trump",)),
        ("أدانت قطر الهجوم وطالبت إسرائيل بالانسحاب، داعية مجلس الأمن إلى التحرك.", "طالبت", ("QAT",), ("ISR",)),
        ("أدانت قطر الهجوم وطالبت إسرائيل بالانسحاب، داعية تركيا إلى التحرك.", "داعية", ("QAT",), ("TUR",)),
        # a pronoun in what one is accused or warned of is the accuser's
        ("تتهم بودابست ستوكهولم بالتشكيك في ديموقراطيتها.", "التشكيك", ("SWE",), ("HUN",)),
        ("حذرت إيران إسرائيل من أي هجوم على منشآتها.", "هجوم", ("ISR",), ("IRN",)),
        # who calls an act off does it to its other side
        ("ألغى الرئيس المكسيكي زيارته إلى واشنطن.", "ألغى", ("MEX",), ("USA",)),
        # a ship, a further adjective of the subject, air defences
        ("احتجز الحرس الثوري الإيراني ناقلة نفط بريطانية.", "احتجز", ("IRN/irgc",), ("GBR",)),
        ("يزور وفد أميركي رفيع بغداد.", "يزور", ("USA",), ("IRQ",)),
        ("أسقطت الدفاعات الجوية السورية صواريخ إسرائيلية.", "أسقطت", ("SYR/army",), ("ISR",)),
        # two others, and nobody's own state
        ("ضغطت السويد وفنلندا على الحلف. واعترضت تركيا، متهمة البلدين بالتقصير.", "متهمة", ("TUR",), ("SWE", "FIN")),
        # who condemns an act condemns its doer
        ("أدانت فرنسا هجوم إيران على العراق.", "أدانت", ("FRA",), ("IRN",)),
    ],
)
def test_roles(read: Read, text: str, word: str, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
    found = event(read(text), word)
    assert found.sources == sources
    assert found.targets == targets or not targets  # what the text leaves open the article may fill


def test_roles_of_several_states_by_their_adjectives(read: Read) -> None:
    found = event(read("تواصلت الضغوط الأميركية والسعودية على السودان."), "الضغوط")
    assert (found.sources, found.targets) == (("USA", "SAU"), ("SDN",))


def test_roles_of_the_sides_of_a_treaty(read: Read) -> None:
    found = event(read("انتهت المفاوضات بين السعودية والإمارات من جهة، وقطر من جهة أخرى."), "المفاوضات")
    assert (found.sources, found.targets) == (("SAU", "ARE"), ("QAT",))


@pytest.mark.parametrize(("text", "word"), [("انتهت قمة مدريد أمس.", "قمة"), ("هزت هجمات باريس العالم.", "هجمات")])
def test_roles_a_city_that_an_act_is_named_after_did_not_do_it(read: Read, text: str, word: str) -> None:
    found = next(d for d in draft_events(read(text), {}) if word in text[d.trigger.start : d.trigger.end])
    assert not set(found.source.actors) & {"ESP", "FRA"}


def test_roles_in_the_passive_the_subject_is_the_target(read: Read) -> None:
    found = event(read("اعتُقل المعارض أليكسي نافالني من قبل الشرطة الروسية."), "اعتُقل")
    assert found.targets == ("alexei-navalny",)
    assert found.sources == ("RUS/police",)


@pytest.mark.parametrize(
    ("text", "word", "sources", "targets"),
    [
        ("تنفذ الحكومة الفرنسية إثر هذه الاعتداءات سلسلة اعتقالات.", "الاعتداءات", (), ()),
        ("قال الوزير إن الاعتداءات التي شهدتها باريس مدانة.", "الاعتداءات", (), ("FRA",)),
        ("انسحبت القوات الليبية بعد حصار من قبل القوات التركية.", "انسحبت", ("LBY/army",), ()),
        ("قال الرئيس التونسي إن الآفة خطر وإنها تستهدف تونس.", "تستهدف", (), ("TUN",)),
        ("أعلنت إيران حرباً للقضاء على الوباء.", "حرباً", ("IRN",), ()),
    ],
)
def test_roles_that_nobody_is_to_be_given(
    read: Read, text: str, word: str, sources: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    found = next(d for d in draft_events(read(text), {}) if word in text[d.trigger.start : d.trigger.end + 1])
    assert (found.source.actors, found.target.actors) == (sources, targets)


def test_roles_evidence_holds_the_words(read: Read) -> None:
    text = "اتهمت إيران إسرائيل بالتخريب."
    found = event(read(text), "اتهمت")
    assert {(e.part, e.span.text) for e in found.evidence} >= {("source", "إيران"), ("target", "إسرائيل")}
    assert all(text[e.span.start : e.span.end] == e.span.text for e in found.evidence)
