"""Train the model of participants that the sentence leaves out, and measure it on articles that it has not seen.

    python tools/train_parties.py GOLD_DIR TEXTS_DIR ENTITIES_YAML [--measure]

GOLD_DIR holds one JSON file an article (events with `trigger`, `type`, `sources`, `targets`), TEXTS_DIR its text.
Writes the weights that `musnad.extract.events.party_model` reads; `--measure` prints instead, for each threshold, how
many fills are right when every article is read by a model trained on the others.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from musnad.extract.actors.discourse import OWN_PARTY
from musnad.extract.annotate import layers
from musnad.extract.events.drafts import Draft
from musnad.extract.events.layer import draft_events
from musnad.extract.events.party_features import Question
from musnad.extract.events.party_ledger import ledgers
from musnad.extract.events.party_model import MOST
from musnad.extract.reading import Reading
from musnad.model import Document, Entity
from musnad.resources import package_path

TABLE = package_path("extract", "data", "actors", "party_weights.tsv")
C = 0.05  # of the logistic regression; .03 to .1 are within the noise
LEAST = 3  # candidates that a feature must occur with
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


class Row(NamedTuple):
    """One empty role: its article and its candidates, each with its features and whether gold has it."""

    article: str
    role: str
    candidates: list[tuple[list[str], bool]]


class Names:
    """Gold and read names of parties made alike."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.states = {name: (row or {}).get("state") for name, row in table.items()}
        self.names = {other: name for name, row in table.items() for other in (row or {}).get("aliases") or ()}

    def of(self, name: str) -> str:
        """The state or the one name that a gold name stands for."""
        head = name.split("/")[0]
        head = self.names.get(head, head) if head not in self.states else head
        return self.states.get(head) or head

    def read(self, entity: Entity) -> str:
        """The same for an entity that was read."""
        code = entity.code.split(" ")
        return code[0] if len(code[0]) == 3 and code[-1] not in OWN_PARTY | {"IGO"} else self.of(entity.id)


def rows(gold_dir: Path, texts: Path, names: Names) -> list[Row]:
    """Every role that the reader leaves empty in an event that gold has too."""
    found = []
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        reading = Reading(Document(id=path.stem, text=text, published=gold.get("published"), published_basis="given"))
        for layer in layers():
            layer(reading)
        for ledger in ledgers(draft_events(reading, {})):
            for at, draft in enumerate(ledger.drafts):
                event = _event(draft, gold["events"])
                for role, filler in (("source", draft.source), ("target", draft.target)):
                    if event is None or filler.actors:
                        continue
                    question, told = Question(ledger, at, role), {names.of(one) for one in event[role + "s"] or ()}
                    candidates = [
                        (question.features(party), names.read(reading.entities[party]) in told)
                        for party in question.candidates()
                    ]
                    found.append(Row(path.stem, role, candidates))
    return found


def _event(draft: Draft, told: list[dict[str, Any]]) -> dict[str, Any] | None:
    for event in told:
        start, end = event["trigger"]["start"], event["trigger"]["end"]
        if event["type"] == draft.type and start < draft.trigger.end and draft.trigger.start < end:
            return event
    return None


def train(found: list[Row]) -> dict[str, float]:
    """The weight of each feature."""
    every = [candidate for row in found for candidate in row.candidates]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(features, 1) for features, _ in every])
    kept = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= LEAST)
    model = LogisticRegression(C=C, max_iter=2000, fit_intercept=False)
    model.fit(matrix[:, kept], [good for _, good in every])
    named = vectorizer.get_feature_names_out()[kept]
    return dict(zip(named, map(float, model.coef_[0]), strict=True))


def measure(found: list[Row]) -> None:
    """Prints right and all fills for each threshold, each article held out in turn."""
    counts: dict[tuple[str, float], list[int]] = {}
    for article in sorted({row.article for row in found}):
        weights = train([row for row in found if row.article != article])
        for row in (row for row in found if row.article == article):
            sums = [(sum(weights.get(name, 0.0) for name in features), good) for features, good in row.candidates]
            ranked = sorted(((1 / (1 + np.exp(-total)), good) for total, good in sums), reverse=True)[:MOST]
            for threshold in THRESHOLDS:
                chosen = [good for share, good in ranked if share >= threshold]
                count = counts.setdefault((row.role, threshold), [0, 0])
                count[0], count[1] = count[0] + sum(chosen), count[1] + len(chosen)
    for (role, threshold), (right, filled) in sorted(counts.items()):
        print(f"{role} from {threshold}: {right} of {filled} right, {right / max(1, filled):.2f}")


def main(arguments: list[str]) -> None:
    """Writes the weights, or prints how good they are."""
    gold, texts, table = (Path(argument) for argument in arguments[:3])
    found = rows(gold, texts, Names(yaml.safe_load(table.read_text(encoding="utf-8"))))
    if "--measure" in arguments:
        measure(found)
        return
    lines = ["# feature (role|what), weight in log odds; written by tools/train_parties.py"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in sorted(train(found).items()) if abs(weight) >= 0.01]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
