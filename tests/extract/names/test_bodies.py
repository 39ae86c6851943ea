from collections.abc import Callable

import pytest

from musnad.extract.names.bodies import body_homes, outlet_home
from musnad.extract.names.gazetteer import entities_by_id

Named = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأعلن الجيش السوداني تقدمه. وقال الجيش إن الهجوم فشل.", ("الجيش", "SDN/army")),
        ("قالت إيران على لسان خارجيتها إن الرد قادم.", ("خارجيتها", "IRN/foreign-ministry")),
        ("صوت مجلس نواب الشعب على القانون بعد غارات إسرائيل.", ("مجلس نواب الشعب", "TUN/parliament")),
        ("وقال الجيش الوطني الشعبي إن الحدود مؤمنة.", ("الجيش الوطني الشعبي", "DZA/army")),
        ("استدعت وزارة الشؤون الخارجية السفير الفرنسي في تونس.", ("وزارة الشؤون الخارجية", "TUN/foreign-ministry")),
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
        "استدعت وزارة الخارجية القائم بالأعمال البولندي.",
    ],
)
def test_bodies_without_a_sure_state_are_left_alone(named: Named, text: str) -> None:
    assert not {"الجيش", "خارجيتها", "وزارة الخارجية"} & {words for words, _ in named(text)[-1:]}


def test_homes_are_states() -> None:
    known = entities_by_id()
    assert all(known[state].kind == "state" for states in body_homes().values() for state in states)


def test_the_outlets_state_is_that_of_an_article_that_names_none() -> None:
    from musnad import annotate

    text = "قالت وزارة الخارجية إنها ستدرس الطلب."
    assert "foreign-ministry" not in "".join(mention.entity or "" for mention in annotate(text).mentions)
    assert [mention.entity for mention in annotate(text, outlet="سانا").mentions] == ["SYR/foreign-ministry"]
    assert outlet_home("صحيفة مجهولة") == ""
    assert outlet_home("Jawhara FM") == outlet_home("jawharafm.net") == "TUN"
