"""`musnad explain`: why a record is what it is."""

from __future__ import annotations

import click

from musnad.cli import exits
from musnad.cli.options import open_view, store_option


@click.command()
@click.argument("ref", metavar="ID")
@store_option
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
def explain(ref: str, store: str | None, as_json: bool) -> int:
    """Shows why a record is what it is.

    Every place it was read from, the rule that read it, and why its parts were joined. ID is what the listing
    commands show in their first column, or the id of any of its reports.

    \b
    Example:
      musnad explain "$(musnad events --type CONSULT --columns id --format csv | sed -n 2p)"
    """
    with open_view(store) as view:
        found = view.explain(ref)
        if as_json:
            import msgspec

            click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        else:
            from musnad.cli.explanation import explanation

            for line in explanation(found):
                click.echo(line)
    return exits.OK
