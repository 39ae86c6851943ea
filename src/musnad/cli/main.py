"""The command `musnad`."""

from __future__ import annotations

import contextlib
import gc
import os
import sys

import click

from musnad import __version__
from musnad.cli import exits
from musnad.cli.lazy import LazyGroup

# Objects made before Python looks for garbage, 700 by itself: lexicons are a million objects and no garbage, and
# looking through them again and again takes a sixth of the start (0.90 s against 0.75 s for one article).
GC_EVERY = 100_000


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="musnad")
def cli() -> None:
    """Reads news coverage of a political story, Arabic first: who did what to whom, who says so, who denies it.

    \b
    Example:
      musnad read articles/ && musnad brief

    Data goes to standard output, progress and notices to standard error. Exit codes: 0 ok, 1 error, 2 usage, 3 nothing
    found, 4 partly failed.
    """


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits; every error of Musnad ends in one line on standard error."""
    gc.set_threshold(GC_EVERY)
    code = run(arguments)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)  # taking a million lexicon objects apart one by one would take a tenth of a second, for nothing


def run(arguments: list[str] | None = None) -> int:
    """Runs the command line; the exit code."""
    from musnad.errors import MusnadError

    try:
        result = cli.main(arguments, prog_name="musnad", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else exits.OK
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        exits.complain("interrupted; what was read is kept, run it again to go on")
        return exits.INTERRUPTED
    except click.UsageError as error:
        error.show()
        return exits.USAGE
    except click.ClickException as error:
        exits.complain(error.format_message())
        return exits.ERROR
    except BrokenPipeError:
        exits.silence_stdout()
        return exits.OK
    except MusnadError as error:
        exits.complain(str(error))
        return exits.code_of(error)
    except OSError as error:
        exits.silence_stdout()
        exits.complain(f"{error.filename or 'output'}: {error.strerror or error} — check the disk and the path")
        return exits.ERROR
