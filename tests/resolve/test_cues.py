"""Refusals are no denials; denials without a content of their own point back."""

from __future__ import annotations

import msgspec
import pytest

from musnad.model import Claim, Span
from musnad.resolve.cues import dismisses, is_bare, is_denial, is_left_open, is_refusal
from musnad.resolve.words import content_words


def claim(cue: str, content: str) -> Claim:
    spans = [Span(start=0, end=len(text), text=text) for text in (cue, content)]
    return Claim(id="c1", cue=spans[0], content=spans[1], stance="deny")


@pytest.mark.parametrize(
    ("cue", "content", "refused"),
    [
        ("رفضت", "التعليق على الحادث", True),
        ("ورفض", "الدخول في حلف", True),
        ("رفضت", "الاتهامات الموجهة إليها", False),
        ("نفت", "إرسال سفن إلى الميناء", False),
        ("رفضت", "تصريحات الوزير بشأن الميناء", True),
        ("رفض", "الادعاء العام الإفراج عن الموقوفين", True),
        ("تنصلت", "من تصريحات وزيرها", True),
    ],
)
def test_refusals(cue: str, content: str, refused: bool) -> None:
    assert is_refusal(claim(cue, content)) is refused


@pytest.mark.parametrize("content", ["ذلك", "هذه الاتهامات", "ذلك أكثر من مرة", "الادعاءات بأنها كاذبة"])
def test_bare_contents(content: str) -> None:
    assert is_bare(content_words(content))


def test_a_content_of_its_own_is_not_bare() -> None:
    assert not is_bare(content_words("إرسال سفن إلى الميناء"))
    assert not dismisses(content_words("إرسال سفن إلى الميناء"))


@pytest.mark.parametrize(
    ("cue", "content", "left_open"),
    [
        ("قال", "إنه لا يستطيع تأكيد الخبر أو نفيه", True),
        ("أنفي", "أو أؤكد اعتقاله", True),
        ("نفى", "اعتقاله", False),
    ],
)
def test_who_neither_confirms_nor_denies_leaves_it_open(cue: str, content: str, left_open: bool) -> None:
    assert is_left_open(claim(cue, content)) is left_open


@pytest.mark.parametrize(
    ("cue", "content", "denies"),
    [
        ("نفت", "إرسال سفن إلى الميناء", True),
        ("رفضت", "الاتهامات الموجهة إليها", True),
        ("قالت", "إن الأنباء التي ترددت عن إغلاق الميناء غير صحيحة", True),
        ("قال", "لا صحة لما قيل عن إغلاق الميناء", True),
        ("قال", "إنه لا يملك معلومات عن الميناء", False),
        ("رفضت", "التعليق على الحادث", False),
    ],
)
def test_denials_call_something_untrue(cue: str, content: str, denies: bool) -> None:
    said = claim(cue, content)
    assert is_denial(msgspec.structs.replace(said, source=said.cue)) is denies


def test_nobody_denies_by_a_noun_alone() -> None:
    assert not is_denial(claim("التصريحات", "غير المسؤولة والباطلة"))


def test_a_long_content_dismisses_what_it_begins_with() -> None:
    assert dismisses(content_words("تلك التصريحات بأنها اتهامات باطلة ومشينة تسيء إلى علاقات البلدين منذ سنوات طويلة"))
    assert not dismisses(
        content_words("من المحمود ترك الشائعات والأقوال الباطلة التي يتناقلها الناس في المجالس كل مساء")
    )


def test_a_denial_is_known_by_its_rule_in_forms_that_no_list_has() -> None:
    said = claim("ينفيان", "عمليات نقل السفن")
    assert not is_denial(said)
    assert is_denial(msgspec.structs.replace(said, rule="claims/nafa"))
