"""`musnad explain`: why a record is what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from musnad.cli import exits
from musnad.cli.options import open_view, store_option

if TYPE_CHECKING:
    from musnad.extract.explain import Explanation
    from musnad.extract.reading import Reading
    from musnad.model import Annotation
    from musnad.store.base import View


@click.command()
@click.argument("ref", metavar="ID")
@store_option
@click.option("--readings", type=click.IntRange(0), default=3, metavar="N", help="Reports of an event to read again.")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
def explain(ref: str, store: str | None, readings: int, as_json: bool) -> int:
    """Shows why a record is what it is.

    Every place it was read from, the rule that read it, and why its parts were joined. The first reports of an event
    are read again, to show the sentence with its chunks, the participants and how each was found, the words that make
    it certain or not, and who says it through whom. ID is what the listing commands show in their first column, or
    the id of any of its reports.

    \b
    Example:
      musnad explain "$(musnad events --type CONSULT --columns id --format csv | sed -n 2p)"
    """
    with open_view(store) as view:
        found = view.explain(ref)
        again = dict(_read_again(view, found, readings))
        if as_json:
            import msgspec

            record = msgspec.to_builtins(found)
            if again:
                record["readings"] = {report: msgspec.to_builtins(told) for report, (told, _) in again.items()}
            click.echo(msgspec.json.format(msgspec.json.encode(record), indent=2).decode())
        else:
            from musnad.analysis.naming import Outlets
            from musnad.cli.explanation import explanation

            for line in explanation(found, again, Outlets(view.documents())):
                click.echo(line)
    return exits.OK


def _read_again(view: View, found: object, most: int) -> Iterator[tuple[str, tuple[Explanation, Annotation]]]:
    """The first reports of an event by their ids, read again; none for other records or where the text reads otherwise
    with the lexicons of today.
    """
    from musnad.errors import NotFoundError
    from musnad.extract.annotate import read_document
    from musnad.extract.explain import explain as explain_event
    from musnad.model.story import StoryEvent

    if not isinstance(found, StoryEvent):
        return
    read: dict[str, tuple[Annotation, Reading]] = {}
    for report in found.reports[:most]:
        name = report.place.document
        if name not in read:
            annotation = view.annotation(name)
            read[name] = annotation, read_document(annotation.document)
        annotation, reading = read[name]
        try:
            told = explain_event(reading, report.record)
        except NotFoundError:
            continue
        if told.trigger == report.place.span:
            yield report.id, (told, annotation)
