import pytest

from musnad.lang.ar.east_asian import name_run
from musnad.lang.ar.romanization import romanize

NAMES = [
    ("فاسيلي نيبينزيا", "Vasily Nebenzya"),
    ("عبد الرحمن الطبلقي", "Abdulrahman al-Tablaqi"),
    ("خالد بن سعد", "Khaled bin Saad"),
    ("عبد الله الطبلقي", "Abdullah al-Tablaqi"),
]


@pytest.mark.parametrize(("name", "english"), NAMES)
def test_romanize_writes_names_as_english_does(name: str, english: str) -> None:
    assert romanize(name) == english


def test_romanize_gives_every_syllable_a_vowel() -> None:
    assert romanize("الطبلقي") == "al-Tablaqi"


@pytest.mark.parametrize("name", ["", " ", "؟!", "ا", "x", "ال", "عبد", "بن", "ءء"])
def test_romanize_takes_any_text(name: str) -> None:
    assert isinstance(romanize(name), str)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("وانغ ون بين", "Wang Wenbin"),
        ("شين وون سيك", "Shin Won-sik"),
        ("هوا تشون يينغ", "Hua Chunying"),
        ("فام مينه تشينه", "Pham Minh Chinh"),
        ("تشانغ جون", "Zhang Jun"),
        ("باك جونغ تشون", "Pak Jung-chun"),
    ],
)
def test_east_asian_names_by_their_syllables(name: str, english: str) -> None:
    assert romanize(name) == english


def test_name_run_stops_at_words_of_arabic() -> None:
    assert name_run(["جونغ", "كيونغ", "دو", "ان", "سيول"], 0) == 2
    assert name_run(["شين", "وون", "-", "سيك", "قال"], 0) == 3
    assert name_run(["قال", "شين"], 0) == -1 == name_run([], 0)
