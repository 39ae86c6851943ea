"""Refusals are no denials; denials without a content of their own point back."""

from __future__ import annotations

import pytest

from musnad.model import Claim, Span
from musnad.resolve.cues import dismisses, is_bare, is_refusal
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
