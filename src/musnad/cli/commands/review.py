"""`musnad review`: a person goes through what is uncertain, one key a record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from musnad.cli import exits
from musnad.cli.judging import author_name, author_option, existing_store, judged
from musnad.cli.options import store_option

if TYPE_CHECKING:
    from musnad.analysis.doubts import Doubt, DoubtKind
    from musnad.model.judgement import Verdict
    from musnad.store import Store

# key → verdict, what it sets (empty: nothing is asked), the word in the menu; the kinds of records that have it
_KEYS: dict[str, tuple[Verdict, str, str]] = {
    "a": ("accept", "", "accept"),
    "r": ("reject", "", "reject"),
    "t": ("retype", "type", "type"),
    "o": ("change", "sources", "source"),
    "g": ("change", "targets", "target"),
    "d": ("change", "date", "date"),
    "f": ("change", "status", "factuality"),
    "w": ("change", "speaker", "who says it"),
    "c": ("change", "stance", "stance"),
    "v": ("change", "value", "value"),
    "n": ("change", "unit", "unit"),
    "p": ("reject", "", "not this report"),
    "k": ("change", "kind", "kind"),
    "l": ("change", "code", "role"),
    "y": ("change", "name_ar", "Arabic name"),
    "z": ("change", "name", "name"),
    "m": ("merge", "with", "merge"),
    "x": ("split", "", "split"),
}
_KEYS_OF = {"events": "arptogdfmx", "claims": "arwcmx", "figures": "arvnmx", "entities": "arklyzmx"}
_OF_REPORT = "p"  # keys that judge the report shown and not its event
_ASKS = {
    "type": "PLOVER type",
    "sources": "who does it (ids or names, comma between)",
    "targets": "whom it is done to",
    "date": "date (2024-06-18, 2024-06)",
    "status": "asserted, denied, contested, expected, unconfirmed",
    "speaker": "who says it (id or name)",
    "stance": "assert, deny, accuse, predict, warn, concern, demand, promise, praise, question",
    "value": "the number",
    "unit": "what it counts (soldier, USD, percent)",
    "kind": "person, state, place, organization, group",
    "code": "country and role (RUS GOV)",
    "name_ar": "name in Arabic",
    "name": "name in Latin letters",
    "with": "the record it is the same as",
}
_MOVES = "s skip · u undo · q quit"


@click.command()
@store_option
@click.option(
    "--kind",
    type=click.Choice(["events", "claims", "figures", "entities"]),
    default="events",
    show_default=True,
    help="What to go through.",
)
@click.option("--limit", "-n", type=click.IntRange(1), default=50, show_default=True, help="Records at most.")
@click.option("--outlet", help="First told by this outlet.")
@author_option
def review(store: str | None, kind: str, limit: int, outlet: str | None, author: str | None) -> int:
    """Goes through what is uncertain, and takes your verdict.

    What is contested comes first, then the lowest confidence. Each record is shown in its sentence with what speaks for
    it; a key decides, undo takes the last decision back. The menu names the verdicts that a kind of record takes.
    Where input is no terminal, keys are read a line each. For scripts see `musnad judge`.

    \b
    Example:
      musnad review --kind claims --limit 20
    """
    from musnad.analysis.doubts import doubts

    place = existing_store(store)
    with place.view() as view:
        found = doubts(view, cast("DoubtKind", kind), outlet=outlet)[:limit]
    if not found:
        return exits.NOTHING_FOUND
    made = _Session(place, author_name(author)).run(found)
    print(f"{made} {'judgement' if made == 1 else 'judgements'}; musnad judgements lists them", file=sys.stderr)
    return exits.OK


class _Session:
    """One walk through the doubts."""

    def __init__(self, store: Store, author: str) -> None:
        self._store, self._author = store, author
        self._made: list[tuple[int, str]] = []  # place in the walk, id of the judgement

    def run(self, found: list[Doubt]) -> int:
        """Goes through the records until the end or `q`; how many judgements stand."""
        at = 0
        while at < len(found):
            _show(found[at], at + 1, len(found))
            key = _key()
            if key in ("q", ""):
                break
            at = self._step(found[at], key, at)
        return len(self._made)

    def _step(self, doubt: Doubt, key: str, at: int) -> int:
        """What a key does; the place to go on at."""
        if key == "s":
            return at + 1
        if key == "u":
            return self._undo(at)
        if key not in _KEYS_OF[doubt.kind]:
            click.echo(f"no key {key} here")
            return at
        return at + 1 if self._judge(doubt, key, at) else at

    def _judge(self, doubt: Doubt, key: str, at: int) -> bool:
        from musnad.errors import MusnadError

        verdict, name, _ = _KEYS[key]
        answer = _line(f"{_ASKS[name]}: ") if name else ""
        if name and not answer:
            return False
        if name == "with" and doubt.kind == "entities" and not answer.startswith("entity:"):
            answer = f"entity:{answer}"
        value = {name: answer} if name else {"scope": "report"} if key in _OF_REPORT else {}
        try:
            made = judged(self._store, doubt.ref, verdict, value, self._author, "")
        except MusnadError as error:
            click.echo(str(error))
            return False
        self._made.append((at, made.id))
        return True

    def _undo(self, at: int) -> int:
        if not self._made:
            click.echo("nothing to undo")
            return at
        before, judgement = self._made.pop()
        with self._store.writer() as writer:
            writer.undo(judgement)
        return before


def _show(doubt: Doubt, number: int, count: int) -> None:
    import msgspec
    from rich.console import Console
    from rich.text import Text

    from musnad.cli.explanation import marked

    console = Console(highlight=False, markup=False, emoji=False)
    sure = "" if doubt.confidence is None else f" · confidence {doubt.confidence:.2f}"
    console.print(f"\n{number}/{count} {doubt.ref}{sure}{' · contested' if doubt.contested else ''}", style="bold")
    console.print(doubt.label)
    if doubt.place is not None:
        console.print(f"{doubt.place.outlet or doubt.place.document[:19]}, {doubt.place.published or 'undated'}:")
        sentence = Text(marked(msgspec.to_builtins(doubt.place)))
        sentence.highlight_regex("⟦.*⟧", "bold reverse")
        console.print(sentence)
    for reason in doubt.why:
        console.print(f"  because {reason}", style="dim")
    menu = " · ".join(f"{key} {_KEYS[key][2]}" for key in _KEYS_OF[doubt.kind])
    console.print(f"{menu} · {_MOVES}", style="cyan")


def _key() -> str:
    """One key of a terminal, else the first letter of a line; empty at the end of input."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip().lower()[:1] or ("s" if line else "")


def _line(question: str) -> str:
    click.echo(question, nl=False)
    return sys.stdin.readline().strip()
