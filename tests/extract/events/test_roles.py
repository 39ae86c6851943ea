from __future__ import annotations

from collections.abc import Callable

import pytest

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
        # who condemns an act condemns its doer
        ("أدانت فرنسا هجوم إيران على العراق.", "أدانت", ("FRA",), ("IRN",)),
    ],
)
def test_roles(read: Read, text: str, word: str, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
    found = event(read(text), word)
    assert (found.sources, found.targets) == (sources, targets)


def test_roles_in_the_passive_the_subject_is_the_target(read: Read) -> None:
    found = event(read("اعتُقل المعارض أليكسي نافالني من قبل الشرطة الروسية."), "اعتُقل")
    assert found.targets == ("alexei-navalny",)
    assert found.sources == ("RUS/police",)


def test_roles_evidence_holds_the_words(read: Read) -> None:
    text = "اتهمت إيران إسرائيل بالتخريب."
    found = event(read(text), "اتهمت")
    assert {(e.part, e.span.text) for e in found.evidence} >= {("source", "إيران"), ("target", "إسرائيل")}
    assert all(text[e.span.start : e.span.end] == e.span.text for e in found.evidence)
