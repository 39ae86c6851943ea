"""What the QuadClass model looks at: lemmas, letters, and what the reader itself found in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from musnad.lang.ar.orthography import fold, fold_key
from musnad.lang.ar.tokens import tokenize
from musnad.model import Annotation
from musnad.ontology import plover

LETTERS = range(2, 6)  # lengths of the letter n-grams; they stay inside a word with its two borders


def views(text: str, annotation: Annotation) -> dict[str, list[str]]:
    """The features of one sentence by view (`lemmas`, `letters`, `reader`), each as often as it occurs."""
    return {
        "lemmas": list(_lemmas(text)),
        "letters": list(_letters(fold_key(text))),
        "reader": list(_found(annotation)),
    }


def _lemmas(text: str) -> Iterator[str]:
    words = [token.word for token in tokenize(fold(text)) if token.word]
    lemmas = [word.readings[0].lemma if word.readings else word.core for word in words]
    yield from lemmas
    yield from (f"{first} {second}" for first, second in pairwise(lemmas))


def _letters(text: str) -> Iterator[str]:
    for word in text.split():
        bordered = f" {word} "
        for length in LETTERS:
            yield from (bordered[at : at + length] for at in range(max(1, len(bordered) - length + 1)))


def _found(annotation: Annotation) -> Iterator[str]:
    """Codes of the reader's records: types, modes, factuality, QuadClass of events; stances, links, units, kinds."""
    for event in annotation.events:
        certainty = "done" if event.factuality == "CT+" else "not" if event.factuality.endswith("-") else "open"
        quad = plover()[event.type].quad
        yield from (event.type, f"{event.type}.{event.mode}", f"{event.type}.{certainty}", event.rule)
        yield from (quad, f"{quad}.{certainty}", f"{quad}.{bool(event.sources):d}{bool(event.targets):d}")
    yield from (f"stance.{claim.stance}" for claim in annotation.claims)
    yield from (f"link.{link.kind}" for link in annotation.links)
    yield from (f"unit.{quantity.unit}" for quantity in annotation.quantities)
    yield from (f"kind.{kind}" for kind in sorted({mention.kind for mention in annotation.mentions}))
    if not annotation.events:
        yield "no-event"
    if not annotation.mentions:
        yield "no-name"
