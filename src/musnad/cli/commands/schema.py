"""`musnad schema`: the JSON Schema of the annotation format."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Prints the JSON Schema of the annotations.

    \b
    Example:
      musnad schema > annotation.schema.json
    """
    from musnad.model.annotation import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
