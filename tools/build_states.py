"""Builds src/musnad/extract/data/names/states_derived.tsv: forms of states' names that the curated table lacks.

    python tools/build_states.py

Sources: CLDR territory names in the Arabic locales through Babel (Unicode licence), countrynames (MIT), nationality
tables of ArWikiCats (MIT). What another state, body or place of the curated tables is called is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from musnad.extract.names.building import nationality_forms, split
from musnad.extract.names.gazetteer import name_words
from musnad.lang.ar.names import likeness
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.words import word
from musnad.resources import load_tsv, package_path

TABLES = package_path("extract", "data", "names")
LOCALES = ("ar", "ar_SA", "ar_AE", "ar_EG", "ar_DZ", "ar_MA", "ar_SY", "ar_LB", "ar_LY", "ar_IQ")
_ARABIC = re.compile(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)*")
Forms = dict[str, list[str]]
# «كوري» and «دومينيكي» name two states, «تركماني» a people of Iraq and Syria, «رودوسي» a state that is no more; the
# others are names of people and outlets
AMBIGUOUS = frozenset({"كوري", "دومينيكي", "تركماني", "رودوسي", "هالند", "فرانس", "المان", "تيموري", "بروني"})
ALIKE = 0.8  # likeness to a curated name from which a form is another spelling; below stand names in other languages
SHORTEST = 5  # letters; shorter forms are also words


def alpha_3(country: str) -> str:
    """The alpha-3 code of a code or an English name; empty for what is no state."""
    import countrynames

    try:
        return countrynames.to_code_3(country) or ""
    except KeyError:
        return ""


def territories() -> Iterator[tuple[str, str]]:
    """Alpha-3 code and Arabic name of every territory of CLDR in every Arabic locale."""
    from babel import Locale

    for tag in LOCALES:
        for code, name in Locale.parse(tag).territories.items():
            if len(code) == 2 and (alpha := alpha_3(code)):
                yield alpha, name


def country_names() -> Iterator[tuple[str, str]]:
    """Alpha-3 code and Arabic name of every country of countrynames."""
    import countrynames
    import yaml

    path = Path(countrynames.__file__).with_name("data.yaml")
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    for code, names in rows.items():
        alpha = alpha_3(code)
        yield from ((alpha, str(name)) for name in names if alpha)


def nationalities() -> Iterator[tuple[str, str]]:
    """Alpha-3 code and masculine adjective of every nationality of ArWikiCats."""
    from importlib.metadata import files

    # the package itself is not imported: it needs more than it says
    found = next(path for path in files("arwikicats") or () if path.name == "nationalities_data.json")
    path = Path(str(found.locate()))
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        if alpha := alpha_3(row["en"]):
            yield alpha, row["male"]


def taken() -> dict[tuple[str, ...], str]:
    """The folded words of every curated name, and its row."""
    known: dict[tuple[str, ...], str] = {}
    for row in load_tsv(TABLES / "states.tsv"):
        for name in (*split(row[2]), *split(row[6] if len(row) > 6 else "")):
            known[name_words(name.rstrip("*"))] = row[0]
        for stem in split(row[3]):
            known |= {name_words(form): row[0] for form in nationality_forms(stem)}
    for table in ("seats", "organizations", "groups", "outlets", "places"):
        for row in load_tsv(TABLES / f"{table}.tsv"):
            known |= {name_words(name.rstrip("*")): row[0] for name in split(row[4])}
    return known


def is_word(name: str) -> bool:
    """Whether a lone name is also a word of the language, which a state's name must not be."""
    words = name_words(name)
    readings = word(words[0]).readings if len(words) == 1 else ()
    return bool(readings) and readings[0].pos in ("NOUN", "VERB", "ADP", "PART")


def is_spelling(form: str, code: str, known: dict[tuple[str, ...], str]) -> bool:
    """Whether a name is another spelling of a curated name of the state."""
    name = fold_key(form)
    if len(name) < SHORTEST or ("ال" + name,) in known:
        return False
    own = (" ".join(words) for words, row in known.items() if row == code)
    return any(likeness(name, other) >= ALIKE for other in own)


def main() -> None:
    """Writes states_derived.tsv."""
    states = {row[0] for row in load_tsv(TABLES / "states.tsv")}
    known, names, adjectives = taken(), Forms(), Forms()
    for source, target in ((territories, names), (country_names, names), (nationalities, adjectives)):
        for code, form in source():
            words = name_words(form)
            if code not in states or words in known or not _ARABIC.fullmatch(form) or is_word(form):
                continue
            if form not in AMBIGUOUS and (target is adjectives or is_spelling(form, code, known)):
                known[words] = code
                target.setdefault(code, []).append(form)
    lines = ["# alpha-3\tnames\tnationality, by tools/build_states.py (CLDR, countrynames, ArWikiCats; see NOTICE)"]
    rows = sorted(states & (names.keys() | adjectives.keys()))
    lines += ("\t".join((code, "|".join(names.get(code, [])), "|".join(adjectives.get(code, [])))) for code in rows)
    (TABLES / "states_derived.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
