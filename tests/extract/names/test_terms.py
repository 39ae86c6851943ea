from collections.abc import Callable

import pytest

from musnad.extract.names.gazetteer import entities_by_id, gazetteer
from musnad.extract.names.terms import code_at
from musnad.extract.reading import Reading
from musnad.ontology.loader import roles
from musnad.resources import load_tsv, package_path


@pytest.mark.parametrize(
    ("person", "date", "code"),
    [
        ("donald-trump", "2018-05-01", "USA GOV"),
        ("donald-trump", "2022-05-01", "USA ELI"),
        ("donald-trump", "2025-03-01", "USA GOV"),
        ("amr-moussa", "1998", "EGY GOV"),
        ("amr-moussa", "2005-03-23", "IGO"),
        ("amr-moussa", "2013-06-01", "EGY ELI"),
        ("mohamed-hamdan-dagalo", "2021-10-25", "SDN MIL"),
        ("mohamed-hamdan-dagalo", "2023-06-01", "SDN REB"),
        ("bashar-al-assad", "2024-12-07", "SYR GOV"),
        ("bashar-al-assad", "2024-12-20", "SYR ELI"),
        ("yahya-sinwar", "2025-01-01", "PSE REB"),
        ("donald-trump", None, "USA GOV"),
        ("donald-trump", "2016-01-01/2022-01-01", "USA GOV"),
    ],
)
def test_code_at_follows_the_terms(person: str, date: str | None, code: str) -> None:
    assert code_at(entities_by_id()[person], date) == code


def test_the_code_of_a_reading_follows_the_articles_date(reading_of: Callable[..., Reading]) -> None:
    text = "قال باراك أوباما إن الاتفاق أفضل من الحرب."
    assert reading_of(text, "2015-07-20").entities["barack-obama"].code == "USA GOV"
    assert reading_of(text, "2020-07-20").entities["barack-obama"].code == "USA ELI"


def test_people_table_is_in_order() -> None:
    known, seen = set(roles()), {}
    for row in load_tsv(package_path("extract", "data", "names", "people.tsv")):
        name, _, code, start, end, office, names = row
        assert code.split(" ")[-1] in known, name
        assert office, name
        assert not (start and end) or start <= end, name
        for spelling in filter(None, names.split("|")):
            assert seen.setdefault(spelling.rstrip("*"), name) == name, spelling
    assert len(seen) > 4000


def test_every_row_of_people_is_a_term() -> None:
    rows = sum(1 for _ in load_tsv(package_path("extract", "data", "names", "people.tsv")))
    tables = gazetteer()
    assert sum(len(tables.terms(person)) for person in tables.by_id) == rows
