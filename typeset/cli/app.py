"""The commands and their options. What they do is imported when one is called."""

from __future__ import annotations

import datetime
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from typeset.cli.one_shot import leave, rarely_collect
from typeset.cli.report import Messages, report
from typeset.problems import Problem, TypesetError, UsageError

app = typer.Typer(
    name="typeset",
    help="Typeset résumés and cover letters: your text in, print-ready PDFs out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
themes_app = typer.Typer(
    help="List the themes, or show one and its options.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"typeset {version('typeset')}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Typeset résumés and cover letters: your text in, print-ready PDFs out."""


app.add_typer(themes_app, name="themes")

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


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")] = Path("sources/me"),
    yaml: Annotated[bool, typer.Option("--yaml", help="A YAML profile, not Markdown.")] = False,
    messages: MessagesOption = Messages.TEXT,
) -> None:
    """Start a résumé and a letter to write over."""
    from typeset.cli.new import run_new

    _run(lambda: run_new(folder, yaml), messages)


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="A résumé or letter as it is.")],
    out: Annotated[
        Path | None, typer.Option(help="The profile to write; without it, standard output.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule took which line for what.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on any unplaced word.")] = False,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Turn a source into a YAML profile, and say how many words found their place."""
    from typeset.cli.importing import run_import

    _run(lambda: run_import(source, out, explain, strict, messages, quiet), messages)


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(help="Profiles, sources, folders.")],
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Report every problem of a profile or source without rendering it."""
    from typeset.cli.validate import run_validate

    _run(lambda: run_validate(paths, messages, quiet), messages)


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(help="PDFs, profiles, sources, folders.")],
    profile: Annotated[
        Path | None, typer.Option(help="The profile or source that a PDF should show.")
    ] = None,
    theme: Annotated[
        str, typer.Option(help="The theme of a PDF, where it sets sections aside.")
    ] = "",
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="OPTION=VALUE", help="An option of the theme. May repeat."),
    ] = None,
    lang: Annotated[str, typer.Option(help="The language that the PDF was made in.")] = "",
    today: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The day: what lies after it is future.")
    ] = "",
    view: Annotated[
        bool, typer.Option("--view", help="Print the text that a PDF leaves to programs.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings, too.")] = False,
    themes_dir: ThemesDirOption = None,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Verify PDFs, by whomever they were made, and read profiles as a careful friend would."""

    def run() -> int:
        from typeset.cli.check import CheckCommand, run_check
        from typeset.pipeline import Settings
        from typeset.theming import split_assignments

        settings = Settings(
            theme=theme,
            options=split_assignments(set_ or []),
            lang=lang,
            today=_day(today),
            themes_dirs=_themes_dirs(themes_dir),
        )
        return run_check(
            CheckCommand(tuple(paths), profile, settings, view, strict, messages, quiet)
        )

    _run(run, messages)


@app.command()
def render(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Sources, profiles, folders. [default: sources]")
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(help="The theme. May repeat. [default: the profile's, else classic]"),
    ] = None,
    out: Annotated[Path, typer.Option(help="A folder, or one PDF.")] = Path("out"),
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="OPTION=VALUE", help="An option of the theme. May repeat."),
    ] = None,
    pages: Annotated[
        int | None, typer.Option(min=1, help="Fit on this many pages, by spacing, then size.")
    ] = None,
    lang: Annotated[str, typer.Option(help="The language of dates and labels.")] = "",
    today: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The day of letters dated `today`.")
    ] = "",
    embed: Annotated[
        bool, typer.Option("--embed", help="Put the profile of what is shown into the PDF.")
    ] = False,
    themes_dir: ThemesDirOption = None,
    font_dir: FontDirOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Render again what has not changed.")
    ] = False,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Render sources and profiles into PDFs, each checked word for word."""

    def run() -> int:
        from typeset.cli.render import RenderCommand, run_render
        from typeset.pipeline import Settings
        from typeset.theming import split_assignments

        settings = Settings(
            options=split_assignments(set_ or []),
            lang=lang,
            pages=pages,
            today=_day(today),
            themes_dirs=_themes_dirs(themes_dir),
            font_dirs=_folders(font_dir, "font-dir"),
            embed=embed,
        )
        return run_render(
            RenderCommand(
                paths=tuple(paths or [Path("sources")]),
                themes=tuple(dict.fromkeys(theme or [""])),
                out=out,
                settings=settings,
                messages=messages,
                quiet=quiet,
                force=force,
            )
        )

    _run(run, messages)


@themes_app.callback()
def themes(context: typer.Context) -> None:
    """List the themes, or show one and its options."""
    if context.invoked_subcommand is None:
        list_themes()


@themes_app.command("list")
def list_themes(themes_dir: ThemesDirOption = None) -> None:
    """List the themes."""
    from typeset.cli.themes import run_list

    _run(lambda: run_list(_themes_dirs(themes_dir)))


@themes_app.command("show")
def show_theme(
    name: Annotated[str, typer.Argument(help="The theme.")], themes_dir: ThemesDirOption = None
) -> None:
    """Say what a theme is for, and which options it has."""
    from typeset.cli.themes import run_show

    _run(lambda: run_show(name, _themes_dirs(themes_dir)))


@themes_app.command("new")
def new_theme(
    name: Annotated[str, typer.Argument(help="The new theme's name.")],
    from_: Annotated[str, typer.Option("--from", help="The theme to begin from.")] = "classic",
    folder: Annotated[Path, typer.Option("--in", help="Where to make it.")] = Path("themes"),
    themes_dir: ThemesDirOption = None,
) -> None:
    """Begin a theme of your own on top of another."""
    from typeset.cli.themes import run_new

    _run(lambda: run_new(name, from_, folder, _themes_dirs(themes_dir)))


@themes_app.command("check")
def check_theme(
    name: Annotated[str, typer.Argument(help="The theme.")],
    themes_dir: ThemesDirOption = None,
    font_dir: FontDirOption = None,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Set ordinary and hostile specimens in a theme, and verify each PDF."""

    def run() -> int:
        from typeset.cli.theme_check import run_theme_check
        from typeset.pipeline import Settings

        settings = Settings(
            theme=name,
            themes_dirs=_themes_dirs(themes_dir),
            font_dirs=_folders(font_dir, "font-dir"),
        )
        return run_theme_check(settings, messages, quiet)

    _run(run, messages)


@app.command()
def schema(
    out: Annotated[
        Path | None, typer.Option(help="The file to write; without it, standard output.")
    ] = None,
) -> None:
    """Print the JSON Schema of a profile, for editors."""
    from typeset.cli.schema import run_schema

    _run(lambda: run_schema(out))


@app.command()
def doctor(font_dir: FontDirOption = None) -> None:
    """Say whether this machine has what rendering needs, and what installs it."""
    from typeset.cli.doctor import run_doctor

    _run(lambda: run_doctor(_folders(font_dir, "font-dir")))


def _run(command: Callable[[], int], messages: Messages = Messages.TEXT) -> NoReturn:
    """Run a command to its exit code; no input gives a traceback."""
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


def _day(text: str) -> datetime.date | None:
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            Problem("today", f"{text!r} is not a day", hint="write YYYY-MM-DD")
        ) from None


def _themes_dirs(given: list[Path] | None) -> tuple[Path, ...]:
    """Where themes are looked for: the folders given, `./themes`, the user's configuration."""
    configuration = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    own = configuration / "typeset" / "themes"
    return (*_folders(given, "themes-dir"), Path("themes"), own)


def _folders(given: list[Path] | None, option: str) -> tuple[Path, ...]:
    """The folders given with an option. Raises `UsageError` for one that there is not."""
    for folder in given or []:
        if not folder.is_dir():
            raise UsageError(Problem(option, f"there is no folder {str(folder)!r}"))
    return tuple(given or ())


def main() -> NoReturn:
    """The entry point of the `typeset` command."""
    rarely_collect()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter loses no message
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except SystemExit as end:
        leave(end.code if isinstance(end.code, int) else 1)
    leave(0)
