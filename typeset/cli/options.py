"""Options that several commands take, and what is given with them."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Annotated

import typer

from typeset.cli.report import Messages
from typeset.problems import Problem, UsageError

MessagesOption = Annotated[Messages, typer.Option(help="The form in which problems are reported.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Only warnings and errors.")]
ThemesDirOption = Annotated[
    list[Path] | None,
    typer.Option("--themes-dir", help="A folder of themes, before the bundled ones. May repeat."),
]
FontDirOption = Annotated[
    list[Path] | None,
    typer.Option("--font-dir", help="A folder of fonts beside the bundled ones. May repeat."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="OPTION=VALUE", help="An option of the theme. May repeat."),
]
TodayOption = Annotated[
    str, typer.Option(metavar="YYYY-MM-DD", help="The day of letters dated `today`.")
]


def day(text: str) -> datetime.date | None:
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            Problem("today", f"{text!r} is not a day", hint="write YYYY-MM-DD")
        ) from None


def themes_dirs(given: list[Path] | None) -> tuple[Path, ...]:
    """Where themes are looked for: the folders given, `./themes`, the user's configuration."""
    configuration = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    own = configuration / "typeset" / "themes"
    return (*folders(given, "themes-dir"), Path("themes"), own)


def folders(given: list[Path] | None, option: str) -> tuple[Path, ...]:
    """The folders given with an option. Raises `UsageError` for one that there is not."""
    for folder in given or []:
        if not folder.is_dir():
            raise UsageError(Problem(option, f"there is no folder {str(folder)!r}"))
    return tuple(given or ())
