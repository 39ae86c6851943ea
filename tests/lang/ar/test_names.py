from pathlib import Path

import pytest

from musnad.lang.ar.names import SAME, compare, name_key

PAIRS = Path(__file__).parents[2] / "data" / "name_pairs.tsv"
FLOOR = 0.95  # F1 of the comparison on the drawn pairs

ONE = [
    ("كيم جونغ أون", "كيم جونج أون"),
    ("بيونغ يانغ", "بيونج يانج"),
    ("بيونغ يانغ", "بيونغيانغ"),
    ("زيلينسكي", "زيلينسكى"),
    ("زيلينسكي", "زيلنسكي"),
    ("غوتيريش", "جوتيريش"),
    ("سيرغي لافروف", "سيرجى لافروف"),
    ("عبد الله الثاني", "عبدالله الثاني"),
    ("أردوغان", "إردوغان"),
]
TWO = [
    ("كيم جونغ أون", "كيم جونغ إيل"),
    ("محمد بن سلمان", "محمد بن زايد"),
    ("محمود عباس", "محمد عباس"),
    ("حسن روحاني", "حسين روحاني"),
    ("ميشال عون", "جوزيف عون"),
    ("علي لاريجاني", "صادق لاريجاني"),
    ("رجب طيب أردوغان", "أردوغان"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert compare(one, other).same
    assert compare(other, one).same


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people_differ_and_say_where(one: str, other: str) -> None:
    comparison = compare(one, other)
    assert not comparison.same
    assert comparison.reasons


def test_names_key_unites_the_letters_of_one_sound() -> None:
    assert name_key("كيم جونغ أون") == name_key("كيم جونج أون")
    assert name_key("ستولتنبرغ") == name_key("ستولتنبرج")
    assert name_key("بوتين") != name_key("بايدن")


def test_names_drawn_pairs_reach_the_floor() -> None:
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(rows) == 1000
    gold = [verdict == "same" for verdict, _, _ in rows]
    system = [compare(one, other).score >= SAME for _, one, other in rows]
    right = sum(g and s for g, s in zip(gold, system, strict=True))
    assert 2 * right / (sum(gold) + sum(system)) >= FLOOR


@pytest.mark.parametrize("name", ["", " ", "؟!", "ا", "x", "ال", "عبد", "بن"])
def test_names_any_text_is_compared(name: str) -> None:
    assert 0 <= compare(name, "محمد").score <= 1
