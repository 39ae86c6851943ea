import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.segmentation import segment


def cut(written: str) -> str:
    form = fold_key(written)
    parts = segment(form, written)
    pronoun = form[parts.core_end :]
    return "+".join((*parts.proclitics, form[parts.core_start : parts.core_end], *([pronoun] if pronoun else [])))


@pytest.mark.parametrize(
    "written",
    [
        "وزير",
        "بيان",
        "فيصل",
        "والد",
        "بكين",
        "لبنان",
        "كوريا",
        "بوتين",
        "كييف",
        "فرنسا",
        "بايدن",
        "وفد",
        "واشنطن",
        "كالاس",
        "سيناريو",
        "وكالة",
        "وفاة",
        "ليبيا",
        "بلجيكا",
        "كما",
        "لكن",
        "بينما",
        "فقط",
        "كأس",
        "سلاح",
        "وسط",
        "التقى",
        "إلغاء",
        "ألمانيا",
    ],
)
def test_whole_words_are_not_cut(written: str) -> None:
    assert cut(written) == fold_key(written)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("وبالولايات", "و+ب+ال+ولايات"), ("فللروس", "ف+ل+ال+روس"), ("وسيزورها", "و+س+يزور+ها"), ("للجنة", "ل+ال+لجنه"),
        ("للرئيس", "ل+ال+رييس"), ("للبنان", "ل+لبنان"), ("بالقاهرة", "ب+ال+قاهره"), ("وزارته", "وزارت+ه"),
        ("لاستضافتها", "ل+استضافت+ها"), ("أعضائها", "اعضاي+ها"), ("وأضاف", "و+اضاف"), ("فأكد", "ف+اكد"),
        ("وواشنطن", "و+واشنطن"), ("الرئيسان", "ال+رييسان"), ("سيستضيف", "س+يستضيف"), ("قواته", "قوات+ه"),
        ("بعضهم", "بعض+هم"), ("كدولة", "ك+دوله"), ("ملكه", "ملك+ه"), ("ملكة", "ملكه"), ("وزيرة", "وزيره"),
    ],
)  # fmt: skip
def test_clitics_are_cut(written: str, parts: str) -> None:
    assert cut(written) == parts


@given(st.text(alphabet="اولبكسفنيهتمعر", min_size=1, max_size=30))
def test_segments_fit_the_form(form: str) -> None:
    parts = segment(form)
    assert 0 <= parts.core_start < parts.core_end <= len(form)


@pytest.mark.parametrize(
    ("written", "proclitics", "core"),
    [
        ("بخفض", ("ب",), "خفض"),
        ("وبفرض", ("و", "ب"), "فرض"),
        ("وأدان", ("و",), "ادان"),
        ("ويرى", ("و",), "يري"),
        ("فقرر", ("ف",), "قرر"),
        ("قلقه", (), "قلق"),
    ],
)
def test_prepositions_and_conjunctions_before_common_words(
    written: str, proclitics: tuple[str, ...], core: str
) -> None:
    parts = segment(fold_key(written), written)
    assert (parts.proclitics, fold_key(written)[parts.core_start : parts.core_end]) == (proclitics, core)
