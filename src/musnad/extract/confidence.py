"""How sure an event record is: the measured share of right records among those with the same features."""

from __future__ import annotations

from musnad.extract.event_drafts import Draft


def features(draft: Draft) -> dict[str, float]:
    """What speaks for and against a record, as numbers from 0 to 1."""
    return {
        "verb": float(not draft.nominal),
        "source": float(bool(draft.source.actors)),
        "target": float(bool(draft.target.actors)),
        "source_context": float("source" in draft.filled),
        "target_context": float("target" in draft.filled),
        "weak": float(draft.trigger.entry.weak),
        "fact": float(draft.judged.value == "CT+"),
    }


def confidence(draft: Draft) -> float:
    """The confidence of an event, from 0 to 1."""
    found = features(draft)
    score = 0.45 + 0.15 * found["verb"] + 0.15 * found["source"] + 0.1 * found["target"]
    return round(score - 0.08 * (found["source_context"] + found["target_context"]) - 0.1 * found["weak"], 2)
