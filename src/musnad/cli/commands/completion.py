"""`musnad completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Prints the completion script of a shell.

    \b
    Example:
      musnad completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from musnad.cli.main import cli

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(found(cli, {}, "musnad", "_MUSNAD_COMPLETE").source())
