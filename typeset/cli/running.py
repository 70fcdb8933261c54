"""A command run to its exit code: no input gives a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from typeset.cli.report import Messages, report
from typeset.problems import Problem, TypesetError


def run(command: Callable[[], int], messages: Messages = Messages.TEXT) -> NoReturn:
    """Run a command, report what it raises, and exit as DESIGN says: 0, 1, 2, 3 or 130."""
    try:
        code = command()
    except TypesetError as error:
        report(error.problems, messages)
        code = error.exit_code
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # Whoever read our output is gone; nothing more can be said.
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        code = 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        report([Problem("system", f"{where}{error.strerror or error}")], messages)
        code = 2
    except Exception as error:
        if os.environ.get("TYPESET_DEBUG"):
            raise
        message = f"internal error: {type(error).__name__}: {error}"
        hint = "this is a fault of typeset; TYPESET_DEBUG=1 shows where it lies"
        report([Problem("internal", message, hint=hint)], messages)
        code = 1
    raise typer.Exit(code)
