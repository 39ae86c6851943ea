"""A group whose commands are imported when they are called, so that each starts fast."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from musnad.cli.exits import OK, silence_stdout

# command → module under musnad.cli.commands; the attribute has the name of the command
COMMANDS = {
    "read": "read",
    "brief": "brief",
    "timeline": "timeline",
    "events": "lists",
    "claims": "lists",
    "actors": "lists",
    "numbers": "lists",
    "contested": "lists",
    "stories": "lists",
    "documents": "lists",
    "compare": "compare",
    "network": "network",
    "explain": "explain",
    "review": "review",
    "judge": "judge",
    "judgements": "judge",
    "undo": "judge",
    "export": "export",
    "annotate": "annotate",
    "code": "code",
    "schema": "schema",
    "score": "score",
    "sql": "sql",
    "doctor": "doctor",
    "completion": "completion",
}


class LazyGroup(click.Group):
    """The commands of `COMMANDS`, in the order of their use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a reader like `head` that has enough is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            silence_stdout()
            return OK

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"musnad.cli.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command
