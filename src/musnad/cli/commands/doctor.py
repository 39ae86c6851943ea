"""`musnad doctor`: whether everything is in its place."""

from __future__ import annotations

import click

from musnad.cli import exits
from musnad.cli.options import store_option
from musnad.cli.output import Output, output_options


@click.command()
@store_option
@output_options
def doctor(store: str | None, output: Output) -> int:
    """Checks versions, lexicons, cache and store.

    Exits 1 if something is wrong.

    \b
    Example:
      musnad doctor
    """
    from musnad.run.health import checks

    found = list(checks(store))
    output.write(("check", "state", "detail"), [(check.name, check.state, check.detail) for check in found])
    return exits.ERROR if any(check.state == "wrong" for check in found) else exits.OK
