"""Layer times: TIMEX3 expressions of every sentence, resolved against the date of its article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby

import msgspec

from musnad.extract.articles.inferred import Inferred, infer_publication
from musnad.extract.grammar.clitic_spans import behind_clitics, with_marks
from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.times.context import Context, Hit, Resolved
from musnad.extract.times.items import Item, items_of
from musnad.extract.times.rules import Rule, class_string, rules
from musnad.model import Time

Resolver = Callable[[Hit, Context], Resolved | None]


@cache
def resolvers() -> dict[str, Resolver]:
    """The functions that `resolve` in rules.yaml can name."""
    from musnad.extract.times import compose as times_compose
    from musnad.extract.times import named as times_named
    from musnad.extract.times import spans as times_spans

    functions: tuple[Resolver, ...] = (
        times_compose.compose,
        times_spans.duration,
        times_spans.ago,
        times_spans.later,
        times_spans.from_that,
        times_spans.open_units,
        times_spans.every,
        times_spans.fixed_set,
        times_spans.per_day,
        times_named.reference,
        times_named.back,
        times_named.night,
        times_named.part,
        times_named.nth_day,
        times_named.same_day,
        times_named.half_date,
        times_named.range_day,
        times_named.bare_year,
        times_named.year_words,
        times_named.year_span,
        times_named.century,
        times_named.decade,
        times_named.part_of_year,
        times_named.season,
        times_named.hijri,
        times_named.holiday,
        times_named.beside_holiday,
        times_named.weekend,
        times_named.clock,
    )
    return {function.__name__: function for function in functions}


def read_times(reading: Reading) -> None:
    """Fills `reading.times` and the times of each sentence, and infers the date of articles that state none."""
    for number, group in groupby(reading.read_sentences(), key=lambda sentence: sentence.article):
        sentences = list(group)
        ahead = _read_article(reading, sentences)
        if reading.published(sentences[0]) is None:
            times = [time for sentence in sentences for time in sentence.times]
            inferred = infer_publication(reading, sentences, times, frozenset(ahead))
            if inferred and number < len(reading.articles):
                _date_article(reading, number, inferred)
                _read_article(reading, sentences)
        reading.times.extend(time for sentence in sentences for time in sentence.times)


def _read_article(reading: Reading, sentences: list[SentenceReading]) -> list[str]:
    """Fills the times of an article's sentences; the ids of those that lie ahead of it."""
    context = Context(reading.published(sentences[0]))
    number = len(reading.times)
    ahead: list[str] = []
    for sentence in sentences:
        sentence.times = _sentence_times(reading, sentence, context, number)
        number += len(sentence.times)
        if sentence.times and context.today is None:
            starts = {token.start: at for at, token in enumerate(sentence.tokens)}
            ahead += [time.id for time in sentence.times if context.is_future(starts.get(time.start, -1))]
    return ahead


def _date_article(reading: Reading, number: int, inferred: Inferred) -> None:
    """Gives an article its inferred date, and the document too if it is the first."""
    changed = {
        "published": inferred.published,
        "published_basis": inferred.basis,
        "published_reason": inferred.reason,
    }
    reading.articles[number] = msgspec.structs.replace(reading.articles[number], **changed)
    if number == 0:
        reading.document = msgspec.structs.replace(reading.document, **changed)


def _sentence_times(reading: Reading, sentence: SentenceReading, context: Context, number: int) -> list[Time]:
    items = items_of(sentence.tokens)
    classes = class_string(items)
    if not classes.strip("."):
        return []
    context.tokens, context.items, context.said_day = sentence.tokens, items, None
    context.futures, context.sentence = None, sentence.index
    times: list[Time] = []
    at = 0
    for at_item in range(len(items)):
        if at_item < at or classes[at_item] == ".":
            continue
        found = _longest(classes, items, at_item, context)
        if found is None:
            continue
        rule, resolved, at = found
        context.remember(resolved)
        times.append(_time(reading, items[at_item:at], context, rule, resolved, number + len(times)))
    return times


def _longest(classes: str, items: list[Item], at: int, context: Context) -> tuple[Rule, Resolved, int] | None:
    """The rule with the longest match at an item whose words resolve to a time, with the value and where it ends."""
    matches = []
    for order, rule in enumerate(rules().get(classes[at], ())):
        if (match := rule.pattern.match(classes, at)) and match.end() > at:
            matches.append((-match.end(), order, rule))
    for end, _, rule in sorted(matches):
        resolved = resolvers()[rule.resolve](Hit(items[at:-end], at, -end), context)
        if resolved is not None:
            return rule, resolved, -end
    return None


def _time(reading: Reading, items: list[Item], context: Context, rule: Rule, resolved: Resolved, number: int) -> Time:
    first, last = context.tokens[items[0].first], context.tokens[items[-1].last]
    start = behind_clitics(reading.text, first, items[0].skip)
    end = with_marks(reading.text, last.end)
    return Time(
        id=f"t{number + 1}",
        start=start,
        end=end,
        text=reading.text[start:end],
        type=resolved.type,
        value=resolved.value,
        modifier=resolved.modifier,
        anchor=resolved.anchor,
        rule=f"time-{rule.id}",
    )
