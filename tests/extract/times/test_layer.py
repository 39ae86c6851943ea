"""Time expressions: phrases of the press with their values, the examples of the rules, anchors and undated articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from musnad import annotate
from musnad.extract.times.layer import resolvers
from musnad.extract.times.months import known_days
from musnad.resources import load_tsv, load_yaml, package_path

PHRASES = [(*row, "", "", "")[:4] for row in load_tsv(Path(__file__).with_name("times_phrases.tsv"))]
RULES = load_yaml(package_path("extract", "data", "times", "rules.yaml"))["rules"]
READ_ON = "2024-06-18"


def test_times_phrases_are_at_least_three_hundred() -> None:
    assert len(PHRASES) >= 300


@pytest.mark.parametrize(("sentence", "text", "value", "modifier"), PHRASES)
def test_times_phrase(sentence: str, text: str, value: str, modifier: str) -> None:
    times = annotate(sentence, READ_ON).times
    if not text:
        assert not times
        return
    found = {time.text: time for time in times}
    assert text in found
    assert found[text].value == value
    assert not modifier or found[text].modifier == modifier


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_times_rule_examples(rule: dict[str, Any]) -> None:
    assert rule["examples"]
    for text, value in rule["examples"].items():
        before, after = rule.get("before", "قال إنه كان هناك في"), rule.get("after", "")
        times = annotate(f"{before}{'' if before.endswith('و') else ' '}{text}{after}", READ_ON).times
        assert (text, str(value), f"time-{rule['id']}") in [(time.text, time.value, time.rule) for time in times]


def test_times_every_rule_has_a_resolver_and_ids_are_unique() -> None:
    assert {rule["resolve"] for rule in RULES} <= resolvers().keys()
    assert len({rule["id"] for rule in RULES}) == len(RULES)


def test_times_name_what_they_lean_on() -> None:
    times = annotate("وصل في 10 يونيو، وبعد ذلك بيومين غادر.", READ_ON).times
    assert [(time.value, time.anchor) for time in times] == [("2024-06-10", READ_ON), ("2024-06-12", "2024-06-10")]


def test_times_of_an_undated_text_stay_coarse() -> None:
    annotation = annotate("التقى الوزيران أمس في جنيف.")
    assert annotation.times[0].value == "XXXX-XX-XX"
    assert annotation.document.published is None


def test_times_tell_the_day_of_an_undated_article() -> None:
    annotation = annotate("التقى الوزيران أمس الاثنين 17 يونيو 2024 في جنيف، ويجتمعان غدا مجددا.")
    assert (annotation.document.published, annotation.document.published_basis) == ("2024-06-18", "inferred")
    assert annotation.document.published_reason
    assert [time.value for time in annotation.times] == ["2024-06-17", "2024-06-19"]


def test_times_bound_the_day_of_an_undated_article() -> None:
    annotation = annotate("وقعت الدولتان الاتفاق في 3 مايو 2022، ومن المقرر أن يبدأ تنفيذه في سبتمبر 2030.")
    assert annotation.document.published == "2022-05-03/.."


def test_times_of_a_second_article_never_take_the_date_of_the_first() -> None:
    text = (
        "لقاء ثلاثي في عمّان\nعقد الوزراء اجتماعا مطولا أمس الاثنين بحثوا فيه ملفات المياه والطاقة والحدود المشتركة.\n"
        "من الأرشيف\nقمة مؤجلة في تونس\nأرجأ القادة أمس قمتهم إلى موعد غير محدد بعد خلاف على جدول الأعمال بين الوفود.\n"
    )
    annotation = annotate(text, READ_ON)
    assert [article.published for article in annotation.articles] == [READ_ON, None]
    assert [time.value for time in annotation.times] == ["2024-06-17", "XXXX-XX-XX"]


def test_times_of_known_days_have_their_year_whenever_they_are_recalled() -> None:
    assert len({(known.month, known.number, known.words) for known in known_days()}) == len(known_days())
    assert all(known.words and known.year > 1900 for known in known_days())
    times = annotate("قال الوزير إن المنطقة لم تهدأ منذ السابع من أكتوبر.", "2025-11-20").times
    assert [time.value for time in times] == ["2023-10-07"]
    assert annotate("وصل الوفد في السابع من أكتوبر.", "2025-11-20").times[0].value == "2025-10-07"
