"""`musnad judge`, `musnad judgements` and `musnad undo`: corrections by a person, for scripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from musnad.cli import exits
from musnad.cli.judging import author_name, author_option, existing_store, judged
from musnad.cli.options import open_view, store_option
from musnad.cli.output import Output, output_options

if TYPE_CHECKING:
    from musnad.model.judgement import Verdict

_CHANGES = (
    *("sources", "targets", "date", "place", "status", "factuality", "speaker", "stance", "value", "unit"),
    *("name", "name_ar", "kind", "code"),
)
_COLUMNS = ("id", "at", "author", "verdict", "target", "value", "note", "undone")
_PLACES = ("document", "start", "end", "with_document", "with_start", "with_end", "members", "entities")


@click.command()
@click.argument("ref")
@store_option
@click.option("--accept", "verdict", flag_value="accept", help="It is right; its confidence becomes 1.")
@click.option("--reject", "verdict", flag_value="reject", help="It is wrong; it leaves the story.")
@click.option("--split", "verdict", flag_value="split", help="This mention is a record of its own.")
@click.option("--merge", "with_", metavar="REF", help="It is the same as this one.")
@click.option("--type", "type_", metavar="TYPE", help="The event is of this PLOVER type.")
@click.option("--mode", metavar="MODE", help="Its mode, with --type.")
@click.option("--sources", metavar="ID,…", help="Who does it: ids, codes or names.")
@click.option("--targets", metavar="ID,…", help="Whom it is done to.")
@click.option("--date", metavar="DATE", help="When it was: 2024-06-18, 2024-06 or 2024.")
@click.option("--place", metavar="ID", help="Where it was.")
@click.option("--report", is_flag=True, help="Only of the report of this id, which may then tell another event.")
@click.option("--factuality", metavar="VALUE", help="With --report: CT+, CT-, PR+, PR-, PS+, PS- or U.")
@click.option("--name", metavar="NAME", help="The entity's name.")
@click.option("--name-ar", metavar="NAME", help="Its name in Arabic.")
@click.option("--kind", metavar="KIND", help="person, state, place, organization or group.")
@click.option("--role", "code", metavar="CODE", help="Its country and role, such as RUS GOV.")
@click.option("--status", metavar="STATUS", help="asserted, denied, contested, expected or unconfirmed.")
@click.option("--speaker", metavar="ID", help="Who makes the statement: an id, code or name.")
@click.option("--stance", metavar="STANCE", help="How: assert, deny, accuse, predict, warn, …")
@click.option("--value", metavar="NUMBER", help="What the figure is.")
@click.option("--unit", metavar="UNIT", help="What the figure counts, such as soldier or USD.")
@click.option("--note", default="", help="Why, in a sentence.")
@author_option
def judge(
    ref: str, store: str | None, verdict: Verdict | None, with_: str | None, report: bool, note: str,
    author: str | None, **given: Any,
) -> int:  # fmt: skip
    """Corrects a record, for good.

    REF is what the lists show in their first column (events, statements, matters, figures) or entity:ID. The judgement
    wins over the machine, keeps its author and time, survives a new reading, and can be undone. Prints its id.

    \b
    Example:
      musnad judge e5e8ce1d9c7 --reject --note "a visit of 2019, told as background"
      musnad judge e0c4d1b7a92 --report --date 2023-09-13 --targets RUS
      musnad judge entity:al-bahr-street --reject
    """
    said, value = _decision(verdict, with_, {name.rstrip("_"): text for name, text in given.items() if text})
    if report:
        value["scope"] = "report"
    made = judged(existing_store(store), ref, said, value, author_name(author), note)
    click.echo(made.id)
    return exits.OK


def _decision(verdict: Verdict | None, with_: str | None, given: dict[str, str]) -> tuple[Verdict, dict[str, str]]:
    """The one verdict that the options ask for, with what it sets; raises UsageError for none or several."""
    from musnad.errors import UsageError

    asked: list[tuple[Verdict, dict[str, str]]] = [(verdict, {})] if verdict else []
    if with_:
        asked.append(("merge", {"with": with_}))
    if "type" in given or "mode" in given:
        asked.append(("retype", {name: given[name] for name in ("type", "mode") if name in given}))
    if changed := {name: given[name] for name in _CHANGES if name in given}:
        asked.append(("change", changed))
    if len(asked) != 1:
        problem = "no verdict" if not asked else f"{len(asked)} verdicts at once"
        raise UsageError(problem, advice="give one of --accept, --reject, --split, --merge, --type, or a change")
    return asked[0]


@click.command()
@store_option
@click.option("--all", "everything", is_flag=True, help="Also those that were taken back.")
@click.option("--export", "to", type=click.File("wb"), metavar="FILE", help="Write all as JSON lines; - for output.")
@click.option("--import", "source", type=click.File("rb"), metavar="FILE", help="Take in those of another store.")
@output_options
def judgements(
    store: str | None, everything: bool, to: BinaryIO | None, source: BinaryIO | None, output: Output
) -> int:
    """Lists what people have decided, or carries it to another store.

    \b
    Example:
      musnad judgements --export decisions.jsonl
    """
    from musnad.store.transfer import export_judgements, import_judgements

    if source is not None:
        with existing_store(store).writer() as writer:
            taken, left = import_judgements(writer, source)
        print(f"{taken} taken in, {left} left out", file=sys.stderr)
        return exits.PARTLY_FAILED if left and not taken else exits.OK
    with open_view(store) as view:
        if to is not None:
            to.writelines(export_judgements(view))
            return exits.OK
        rows = (
            [getattr(one, name) for name in _COLUMNS[:5]] + [_value(one.value), one.note, one.undone]
            for one in view.judgements(undone=everything)
        )
        return exits.OK if output.write(_COLUMNS, rows) else exits.NOTHING_FOUND


def _value(value: dict[str, str]) -> str:
    """What it sets, without the places that only find the record again."""
    return "; ".join(f"{name} {text}" for name, text in value.items() if name not in _PLACES)


@click.command()
@click.argument("judgement_id", metavar="ID")
@store_option
def undo(judgement_id: str, store: str | None) -> int:
    """Takes a judgement back; it stays on record.

    \b
    Example:
      musnad undo j0a1b2c3d4e
    """
    with existing_store(store).writer() as writer:
        writer.undo(judgement_id)
    return exits.OK
