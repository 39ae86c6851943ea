import pytest

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
