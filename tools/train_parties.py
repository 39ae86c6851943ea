"""Train the model of who takes part in an event, and measure it on articles that it has not seen.

    python tools/train_parties.py GOLD_DIR TEXTS_DIR ENTITIES_YAML [GOLD_DIR TEXTS_DIR ENTITIES_YAML …]
                                  [--leave NAME[,NAME…]] [--measure]

GOLD_DIR holds one JSON file an article (events with `trigger`, `type`, `sources`, `targets`), TEXTS_DIR its text,
ENTITIES_YAML the states and other names of the parties that gold names. Writes the weights that
`musnad.extract.events.party_model` reads; `--leave` keeps the named articles out of the training, and `--measure`
prints instead how right the roles are when every article is read by a model trained on others.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from musnad.extract.annotate import read_document
from musnad.extract.events.drafts import Draft
from musnad.extract.events.layer import draft_events
from musnad.extract.events.party_features import ROLES, Question
from musnad.extract.events.party_ledger import ledgers
from musnad.extract.events.party_model import Model, names, settled, staying
from musnad.extract.events.party_places import sentences
from musnad.extract.reading import Reading
from musnad.model import Document, Entity
from musnad.ontology.actor_codes import acts_for
from musnad.resources import package_path

TABLE = package_path("extract", "data", "actors", "party_weights.tsv")
C = 0.04  # of the logistic regression; .02 to .06 are within the noise
LEAST = 3  # candidates that a feature must occur with
LAST, MOST_NAMED = 4, 6  # parties outside the sentence that the model learns from: wider than what it is asked for
SMALL = 0.01  # log odds; lesser weights are left out of the table
FOLDS = 6


class Candidate(NamedTuple):
    """A party that may have a role, whom it counts for, its features, and whether gold has it."""

    party: str
    counted: str
    features: list[str]
    good: bool


class Row(NamedTuple):
    """An event that gold has too: for each role its candidates, whom the rules found and whom gold tells."""

    article: str
    question: Question
    candidates: dict[str, list[Candidate]]
    ruled: dict[str, frozenset[str]]
    told: dict[str, frozenset[str]]


class Names:
    """Gold and read names of parties made alike: the state they count for, else one name."""

    def __init__(self, tables: Iterable[Path]) -> None:
        self.states: dict[str, str] = {}
        self.names: dict[str, str] = {}
        for path in tables:
            for name, row in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
                self.states.setdefault(name, (row or {}).get("state") or "")
                for other in (name, *((row or {}).get("aliases") or ())):
                    self.names.setdefault(other, name)

    def gold(self, name: str) -> str:
        """The state or the one name that a gold name stands for."""
        head = name.split("/")[0]
        return head if acts_for(head) else self.states.get(name) or self.names.get(name, name)

    def read(self, entity: Entity) -> str:
        """The same for an entity that was read."""
        if state := acts_for(entity.code):
            return state
        known = next((self.names[name] for name in (entity.id, _slug(entity.name)) if name in self.names), "")
        return (self.states.get(known) or known) if known else entity.id


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def rows(folders: Iterable[tuple[Path, Path]], known: Names) -> Iterator[Row]:
    """Every event that gold and the reader have in common."""
    for gold_dir, texts in folders:
        for path in sorted(gold_dir.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            drafts = draft_events(read_article(path.stem, texts, gold.get("published")), {})
            told = matched(gold["events"], drafts)
            for ledger in ledgers(drafts):
                inside = sentences(ledger)
                for at, draft in enumerate(ledger.drafts):
                    if event := told.get(id(draft)):
                        question = Question(ledger, inside[draft.scene.sentence.index], at)
                        yield _row(path.stem, question, event, known)


def read_article(name: str, texts: Path, published: str | None) -> Reading:
    """The reading of one annotated article, with all its layers."""
    text = (texts / f"{name}.txt").read_text(encoding="utf-8")
    return read_document(Document(id=name, text=text, published=published, published_basis="given"))


def _row(article: str, question: Question, event: dict[str, Any], known: Names) -> Row:
    entities = question.ledger.entities
    told = {role: frozenset(known.gold(one) for one in event[role + "s"] or ()) for role in ROLES}
    counted = {}
    for party in question.candidates(LAST, MOST_NAMED):
        entity = entities.get(question.entity(party))
        counted[party] = known.read(entity) if entity is not None else party
    candidates = {
        role: [
            Candidate(party, name, names(question.event, question.on(role, party)), name in told[role])
            for party, name in counted.items()
        ]
        for role in ROLES
    }
    ruled = {role: frozenset(known.read(entities[one]) for one in question.fillers[role].actors) for role in ROLES}
    return Row(article, question, candidates, ruled, told)


def matched(events: list[dict[str, Any]], drafts: list[Draft]) -> dict[int, dict[str, Any]]:
    """The gold event of each draft (by its `id()`) whose type and words it shares, one for one, most words first."""
    pairs = []
    for number, event in enumerate(events):
        start, end = event["trigger"]["start"], event["trigger"]["end"]
        for at, draft in enumerate(drafts):
            shared = min(end, draft.trigger.end) - max(start, draft.trigger.start)
            if shared > 0 and event["type"] == draft.type:
                pairs.append((-shared, number, at))
    found: dict[int, dict[str, Any]] = {}
    taken: set[int] = set()
    for _, number, at in sorted(pairs):
        if number not in taken and id(drafts[at]) not in found:
            taken.add(number)
            found[id(drafts[at])] = events[number]
    return found


def train(found: Iterable[Row]) -> dict[str, float]:
    """The weight of each feature, by role and name."""
    found, weights = list(found), {}
    for role in ROLES:
        every = [candidate for row in found for candidate in row.candidates[role]]
        vectorizer = DictVectorizer(dtype=np.float32)
        matrix = vectorizer.fit_transform([dict.fromkeys(candidate.features, 1) for candidate in every]).tocsr()
        kept = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= LEAST)
        model = LogisticRegression(C=C, max_iter=400, tol=1e-3, solver="liblinear", fit_intercept=False)
        model.fit(matrix[:, kept], [candidate.good for candidate in every])
        named = vectorizer.get_feature_names_out()[kept]
        weights.update({f"{role}|{name}": float(weight) for name, weight in zip(named, model.coef_[0], strict=True)})
    return weights


def measure(found: list[Row]) -> None:
    """Prints precision, recall and F1 of the roles by the rules and with the model, each fold held out in turn."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    articles = sorted({row.article for row in found})
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        model = Model(train(row for row in found if row.article not in held))
        for row in (row for row in found if row.article in held):
            for name, chosen in (("rules", row.ruled), ("model", _chosen(row, model))):
                for role in ROLES:
                    right = len(chosen[role] & row.told[role])
                    counted = {"right": right, "read": len(chosen[role]), "gold": len(row.told[role])}
                    counts.setdefault((role, name), Counter()).update(counted)
    for (role, name), count in sorted(counts.items()):
        precision, recall = count["right"] / max(1, count["read"]), count["right"] / max(1, count["gold"])
        f1 = 2 * count["right"] / max(1, count["read"] + count["gold"])
        print(f"{role} {name}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def _chosen(row: Row, model: Model) -> dict[str, frozenset[str]]:
    """Whom each role has once the model has settled it."""
    question = row.question
    chosen = settled(question, {role: model.ranked(question, role) for role in ROLES})
    counted = {one.party: one.counted for role in ROLES for one in row.candidates[role]}
    found = {}
    for role in ROLES:
        kept = staying(question, role, chosen[role])
        found[role] = frozenset(counted[party] for party in (*kept, *(one.party for one in chosen[role])))
    return found


def main() -> None:
    """Writes the weights, or prints how good they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+", metavar="GOLD_DIR TEXTS_DIR ENTITIES_YAML")
    parser.add_argument("--leave", default="", help="articles that are kept out, with commas between")
    parser.add_argument("--measure", action="store_true", help="print how right the roles are instead")
    given = parser.parse_args()
    if len(given.paths) % 3:
        parser.error("give GOLD_DIR, TEXTS_DIR and ENTITIES_YAML for each set")
    folders = list(zip(given.paths[::3], given.paths[1::3], strict=True))
    found = [row for row in rows(folders, Names(given.paths[2::3])) if row.article not in given.leave.split(",")]
    if given.measure:
        measure(found)
        return
    lines = ["# role|feature, weight in log odds; written by tools/train_parties.py"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in sorted(train(found).items()) if abs(weight) >= SMALL]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
