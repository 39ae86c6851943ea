from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "word", "targets"),
    [
        # the place of an attack that names nobody it hits, but nobody's sea
        ("وقع انفجار بسيارة مفخخة في بغداد.", "انفجار", ("baghdad",)),
        ("أعلنت جماعة الحوثي استهداف سفينة في البحر الأحمر.", "استهداف", ()),
        # whose neighbour or ally it is does not say who
        ("هددت كوريا الشمالية باستخدام السلاح ضد جارتها الجنوبية.", "استخدام", ()),
        ("أكدت واشنطن التزامها بدعم حلفائها في المنطقة.", "دعم", ()),
        # a border is closed to whom it is with
        ("أغلقت بولندا حدودها مع بيلاروسيا.", "أغلقت", ("BLR",)),
    ],
)
def test_targets(read: Read, text: str, word: str, targets: tuple[str, ...]) -> None:
    assert next(e.targets for e in read(text).events if word in e.trigger.text) == targets
