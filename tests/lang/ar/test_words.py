from musnad.lang.ar.words import forms_agree, word


def test_a_word_is_made_once() -> None:
    assert word("وزير") is word("وزير")


def test_reading_gives_the_likeliest_of_a_part_of_speech_and_voice() -> None:
    seen = word("عقد")
    verb, passive = seen.reading("VERB"), seen.reading("VERB", "p")
    assert verb is not None
    assert passive is not None
    assert (verb.voice, passive.voice) == ("a", "p")
    assert seen.reading("ADP") is None


def test_forms_agree_matches_every_inflection_of_a_lemma() -> None:
    assert forms_agree(word("وسيستضيفونها"), "استضاف", "VERB")
    assert forms_agree(word("استضافتها"), "استضاف", "MASDAR")
    assert not forms_agree(word("لاستضافتها"), "استضاف", "VERB")
    assert not forms_agree(word("وزير"), "استضاف", "VERB", "MASDAR")


def test_an_empty_enclitic_and_the_article_are_told() -> None:
    assert word("الوزير").definite
    assert word("زيارته").enclitic == "ه"
    assert word("وزير").proclitics == ()
