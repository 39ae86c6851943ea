"""What became of each input."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["new", "updated", "unchanged", "failed", "ignored"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input and what became of it; `message` is the line to show for a failure.

    `dated` is false for an article that was read without a day of publication, given or stated.
    """

    kind: Kind
    uri: str
    document: str = ""
    message: str = ""
    dated: bool = True


@dataclass(slots=True)
class Tally:
    """How many inputs ended in which way."""

    counts: Counter[str] = field(default_factory=Counter)
    undated: int = 0

    def add(self, outcome: Outcome) -> None:
        """Counts one outcome."""
        self.counts[outcome.kind] += 1
        self.undated += not outcome.dated

    @property
    def read(self) -> int:
        """Articles that were read in this run."""
        return self.counts["new"] + self.counts["updated"]

    @property
    def held(self) -> int:
        """Articles of this run that the store now holds."""
        return self.read + self.counts["unchanged"]

    def __str__(self) -> str:
        parts = [f"{self.read} read", f"{self.counts['unchanged']} unchanged", f"{self.counts['failed']} skipped"]
        if self.counts["ignored"]:
            parts.append(f"{self.counts['ignored']} of other kinds ignored")
        return ", ".join(parts)
