from collections.abc import Callable

import pytest

from musnad.extract.names.bodies import body_homes
from musnad.extract.names.gazetteer import entities_by_id

Named = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأعلن الجيش السوداني تقدمه. وقال الجيش إن الهجوم فشل.", ("الجيش", "SDN/army")),
        ("قالت إيران على لسان خارجيتها إن الرد قادم.", ("خارجيتها", "IRN/foreign-ministry")),
        ("صوت مجلس نواب الشعب على القانون بعد غارات إسرائيل.", ("مجلس نواب الشعب", "TUN/parliament")),
        ("وقال الجيش الوطني الشعبي إن الحدود مؤمنة.", ("الجيش الوطني الشعبي", "DZA/army")),
        ("وأعلنت مالي حالة الطوارئ. وقالت الحكومة المالية إن الماليين آمنون.", ("الماليين", "MLI")),
    ],
)
def test_bodies_get_their_state(named: Named, text: str, expected: tuple[str, str]) -> None:
    mentions = named("باماكو. " + text if "مالي" in text else text)
    assert expected in mentions


@pytest.mark.parametrize(
    "text",
    [
        "وأعلن الجيش الروسي تقدمه فيما نفى الجيش الأوكراني ذلك. وقال خبراء إن الجيش متعب.",
        "وقالت تركيا إن وزير خارجيتها سيزور المدينة.",
    ],
)
def test_bodies_without_a_sure_state_are_left_alone(named: Named, text: str) -> None:
    assert not {"الجيش", "خارجيتها"} & {words for words, _ in named(text)[-1:]}


def test_homes_are_states() -> None:
    known = entities_by_id()
    assert all(known[state].kind == "state" for states in body_homes().values() for state in states)
