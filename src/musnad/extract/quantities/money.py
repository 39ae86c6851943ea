"""Which currency «دينار», «ريال» or «جنيه» is: by the adjective after it, else by the article's country."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.extract.reading import Reading
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path


class Currency(NamedTuple):
    """One country's currency of a word, with the folded words that tell of the country."""

    code: str
    countries: tuple[str, ...]
    needs_adjective: bool


@cache
def _by_word() -> dict[str, list[Currency]]:
    table: dict[str, list[Currency]] = {}
    for row in load_tsv(package_path("extract", "data", "quantities", "currencies.tsv")):
        code, word, adjectives, countries = (*row, "", "", "")[:4]
        table.setdefault(fold_key(word), []).append(Currency(code, tuple(countries.split()), bool(adjectives)))
    return table


def currency_of(word: str, reading: Reading) -> str:
    """The ISO 4217 code of a currency word; the word itself where several are as likely."""
    currencies = _by_word().get(word, [])
    plain = [currency.code for currency in currencies if not currency.needs_adjective and not currency.countries]
    if plain:
        return plain[0]
    text = reading.folded.text
    counted = [(sum(text.count(country) for country in currency.countries), currency.code) for currency in currencies]
    best = max(counted, default=(0, ""), key=lambda pair: pair[0])
    return best[1] if best[0] else word
