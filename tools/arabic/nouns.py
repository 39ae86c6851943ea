"""The written inflection of nouns and adjectives, and how verbal nouns and participles follow from a verb's pattern."""

from __future__ import annotations

from collections.abc import Iterator

from arabic.verbs import Inflected

# verb pattern of Camel Morph → patterns of its verbal nouns, active and passive participles in ArabicChainBank
MASDARS = {
    "1a2~a3": ("ta1o2iy3", "ta1o2i3+ap", "ta1o2iy3+ap", "ta1o2A3"),
    "1A2a3": ("mu1A2a3+ap", "1i2A3"),
    ">a1o2a3": ("<i1o2A3", "<i1o2A3+ap"),
    "ta1a2~3": ("ta1a2~u3", "ta1a2~i3"),
    "ta1a2~a3": ("ta1a2~u3", "ta1a2~i3"),
    "ta1A2a3": ("ta1A2u3", "ta1A2i3"),
    "{ino1a2a3": ("{ino1i2A3",),
    "{i1ota2a3": ("{i1oti2A3",),
    "{i1o2a3~": ("{i1o2i3A3",),
    "{isota1o2a3": ("{isoti1o2A3", "{isoti1o2A3+ap"),
    "1a2o3a4": ("1a2o3a4+ap",),
    "ta1a2o3a4": ("ta1a2o3u4",),
    "{i1o2a3a4~": ("{i1o2i3o4A4",),
}
SIMPLE_MASDARS = (
    "1a2o3", "1u2uw3", "1i2A3", "1i2A3+ap", "1a2a3", "1a2A3", "1a2A3+ap", "1u2o3", "1i2o3", "1u2uw3+ap", "1a2o3+ap",
    "1i2o3+ap", "1u2A3", "1a2iy3", "1u2o3An", "1i2o3An", "1a2a3An", "1a2a3+ap", "1u2o3+ap", "ma1o2i3+ap", "ma1o2a3+ap",
    "ma1o2i3", "1u2o3aY", "1i2o3aY", "1a2o3aY", "1u2o3Y", "1a2o3Y", "1u2a3", "1i2a3", "1a2i3",
)  # fmt: skip
ACTIVE = {
    "1a2a3": "1A2i3", "1a2i3": "1A2i3", "1a2u3": "1A2i3", "1a2~a3": "mu1a2~i3", "1A2a3": "mu1A2i3",
    ">a1o2a3": "mu1o2i3",
    "ta1a2~3": "muta1a2~i3", "ta1a2~a3": "muta1a2~i3", "ta1A2a3": "muta1A2i3", "{ino1a2a3": "muno1a2i3",
    "{i1ota2a3": "mu1ota2i3", "{isota1o2a3": "musota1o2i3", "1a2o3a4": "mu1a2o3i4", "ta1a2o3a4": "muta1a2o3i4",
}  # fmt: skip
PASSIVE = {
    "1a2a3": "ma1o2uw3", "1a2i3": "ma1o2uw3", "1a2u3": "ma1o2uw3", "1a2~a3": "mu1a2~a3", "1A2a3": "mu1A2a3",
    ">a1o2a3": "mu1o2a3", "ta1a2~3": "muta1a2~a3", "ta1a2~a3": "muta1a2~a3", "ta1A2a3": "muta1A2a3",
    "{ino1a2a3": "muno1a2a3", "{i1ota2a3": "mu1ota2a3", "{isota1o2a3": "musota1o2a3", "1a2o3a4": "mu1a2o3a4",
}  # fmt: skip

_DUAL = (("ان", ""), ("ين", ""), ("ا", ""), ("ي", ""))


def inflect(lemma: str, pos: str, gender: str, kinds: str) -> Iterator[Inflected]:
    """The written forms of a noun or adjective whose folded singular is `lemma`.

    `kinds` holds `h` if it has the sound masculine plural, `f` if the feminine singular belongs to it too, `t` if
    it has
    the plural in ات. Codes are those of verbs with aspect, voice and person open.
    """
    if gender == "f" and lemma.endswith("ه"):
        yield from _feminine(lemma[:-1], "f")
        return
    own = gender or "m"
    yield _noun(lemma, f"{own}s")
    stem = lemma
    if lemma.endswith("ي") and "Y" in kinds:  # ى
        yield _noun(lemma[:-1] + "ا", f"{own}s", "1")
        yield _noun(lemma + "ان", f"{own}d")
        yield _noun(lemma + "ين", f"{own}d")
        yield _noun(lemma + "ات", f"{own}p")
        return
    if "Q" in kinds:  # «قاضٍ» beside «القاضي»
        yield _noun(lemma[:-1], f"{own}s", "0")
    yield _noun(stem + "ا", f"{own}s", "0")
    for ending, clitic in _DUAL:
        yield _noun(stem + ending, f"{own}d", clitic)
    if "h" in kinds:
        base = lemma[:-1] if "Q" in kinds else stem
        for ending in ("ون", "ين", "و", "ي"):
            yield _noun(base + ending, "mp")
    if "f" in kinds:
        yield from _feminine(stem, "f")
    elif "t" in kinds:
        yield _noun(stem + "ات", "fp")


def _feminine(stem: str, gender: str) -> Iterator[Inflected]:
    yield _noun(stem + "ه", f"{gender}s", "0")
    yield _noun(stem + "ت", f"{gender}s", "1")
    for ending in ("تان", "تين", "تا", "تي"):
        yield _noun(stem + ending, f"{gender}d")
    yield _noun(stem + "ات", f"{gender}p")


def plural(form: str) -> Iterator[Inflected]:
    """The written forms of a broken plural."""
    if form.endswith("ه"):
        yield _noun(form, "-p", "0")
        yield _noun(form[:-1] + "ت", "-p", "1")
        return
    yield _noun(form, "-p")
    if form.endswith("اء"):
        return
    yield _noun(form + "ا", "-p", "0")


def _noun(middle: str, code: str, clitic: str = "") -> Inflected:
    return Inflected("", middle, f"---{code}-", clitic)
