"""`typeset themes`: its commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from typeset.cli.options import (
    FontDirOption,
    MessagesOption,
    QuietOption,
    ThemesDirOption,
    folders,
    themes_dirs,
)
from typeset.cli.report import Messages
from typeset.cli.running import run

themes_app = typer.Typer(
    help="List the themes, or show one and its options.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


@themes_app.callback()
def themes(context: typer.Context) -> None:
    """List the themes, or show one and its options."""
    if context.invoked_subcommand is None:
        list_themes()


@themes_app.command("list")
def list_themes(themes_dir: ThemesDirOption = None) -> None:
    """List the themes."""
    from typeset.cli.themes import run_list

    run(lambda: run_list(themes_dirs(themes_dir)))


@themes_app.command("show")
def show_theme(
    name: Annotated[str, typer.Argument(help="The theme.")], themes_dir: ThemesDirOption = None
) -> None:
    """Say what a theme is for, and which options it has."""
    from typeset.cli.themes import run_show

    run(lambda: run_show(name, themes_dirs(themes_dir)))


@themes_app.command("new")
def new_theme(
    name: Annotated[str, typer.Argument(help="The new theme's name.")],
    from_: Annotated[str, typer.Option("--from", help="The theme to begin from.")] = "classic",
    folder: Annotated[Path, typer.Option("--in", help="Where to make it.")] = Path("themes"),
    themes_dir: ThemesDirOption = None,
) -> None:
    """Begin a theme of your own on top of another."""
    from typeset.cli.themes import run_new

    run(lambda: run_new(name, from_, folder, themes_dirs(themes_dir)))


@themes_app.command("check")
def check_theme(
    name: Annotated[str, typer.Argument(help="The theme.")],
    themes_dir: ThemesDirOption = None,
    font_dir: FontDirOption = None,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Set ordinary and hostile specimens in a theme, and verify each PDF."""

    def command() -> int:
        from typeset.cli.theme_check import run_theme_check
        from typeset.pipeline import Settings

        settings = Settings(
            theme=name,
            themes_dirs=themes_dirs(themes_dir),
            font_dirs=folders(font_dir, "font-dir"),
        )
        return run_theme_check(settings, messages, quiet)

    run(command, messages)
