"""The commands and their options. What they do is imported when one is called."""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from typeset.cli.one_shot import leave, rarely_collect
from typeset.cli.options import (
    FontDirOption,
    MessagesOption,
    QuietOption,
    SetOption,
    ThemesDirOption,
    TodayOption,
    day,
    folders,
    themes_dirs,
)
from typeset.cli.report import Messages
from typeset.cli.running import run
from typeset.cli.theme_commands import themes_app

app = typer.Typer(
    name="typeset",
    help="Typeset résumés and cover letters: your text in, print-ready PDFs out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
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


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")] = Path("sources/me"),
    yaml: Annotated[bool, typer.Option("--yaml", help="A YAML profile, not Markdown.")] = False,
    messages: MessagesOption = Messages.TEXT,
) -> None:
    """Start a résumé and a letter to write over."""
    from typeset.cli.new import run_new

    run(lambda: run_new(folder, yaml), messages)


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="A résumé or letter as it is.")],
    out: Annotated[
        Path | None, typer.Option(help="The profile to write; without it, standard output.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Say which rule decided where a line could be read otherwise."
        ),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on any unplaced word.")] = False,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Turn a source into a YAML profile, and say how many words found their place."""
    from typeset.cli.importing import run_import

    run(lambda: run_import(source, out, explain, strict, messages, quiet), messages)


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(help="Profiles, sources, applications, folders.")],
    lang: Annotated[str, typer.Option(help="The language, and so the translation, to read.")] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on what is not translated.")
    ] = False,
    addresses: Annotated[
        bool, typer.Option("--addresses", help="List what applications may point at.")
    ] = False,
    themes_dir: ThemesDirOption = None,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Report every problem of a profile, source or application without rendering it."""

    def command() -> int:
        from typeset.cli.validate import run_validate
        from typeset.pipeline import Settings

        # A letter dated `today` is right on any day.
        settings = Settings(
            lang=lang,
            today=datetime.date(2000, 1, 1),
            strict=strict,
            themes_dirs=themes_dirs(themes_dir),
        )
        return run_validate(paths, settings, messages, quiet=quiet, addresses=addresses)

    run(command, messages)


@app.command()
def check(
    paths: Annotated[
        list[Path], typer.Argument(help="PDFs, profiles, sources, applications, folders.")
    ],
    profile: Annotated[
        Path | None, typer.Option(help="The profile or source that a PDF should show.")
    ] = None,
    theme: Annotated[
        str, typer.Option(help="The theme of a PDF, where it sets sections aside.")
    ] = "",
    set_: SetOption = None,
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
    """Verify PDFs, read profiles as a careful friend would, hold applications to their posting."""

    def command() -> int:
        from typeset.cli.check import CheckCommand, run_check
        from typeset.pipeline import Settings
        from typeset.theming import split_assignments

        settings = Settings(
            theme=theme,
            options=split_assignments(set_ or []),
            lang=lang,
            today=day(today),
            themes_dirs=themes_dirs(themes_dir),
        )
        return run_check(
            CheckCommand(tuple(paths), profile, settings, view, strict, messages, quiet)
        )

    run(command, messages)


@app.command()
def render(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Sources, profiles, applications, folders. [default: sources]"),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(help="The theme. May repeat. [default: the profile's, else classic]"),
    ] = None,
    out: Annotated[Path, typer.Option(help="A folder, or one PDF.")] = Path("out"),
    set_: SetOption = None,
    pages: Annotated[
        int | None, typer.Option(min=1, help="Fit on this many pages, by spacing, then size.")
    ] = None,
    lang: Annotated[str, typer.Option(help="The language of dates and labels.")] = "",
    today: TodayOption = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on what is not translated.")
    ] = False,
    embed: Annotated[
        bool, typer.Option("--embed", help="Put the profile of what is shown into the PDF.")
    ] = False,
    themes_dir: ThemesDirOption = None,
    font_dir: FontDirOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Render again what has not changed.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="pdf,json", help="What to write: PDF, JSON Resume.")
    ] = "pdf",
    for_: Annotated[
        Path | None,
        typer.Option("--for", metavar="CSV|JSONL", help="Recipients: one letter to each of them."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="Processes. [default: one for each CPU if there is much to do]"),
    ] = None,
    cluster: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A Dask scheduler, such as tcp://host:8786.")
    ] = "",
    shard: Annotated[
        str, typer.Option(metavar="I/N", help="The I-th of N parts, for job arrays.")
    ] = "",
    timeout: Annotated[
        float, typer.Option(min=1, help="Seconds a document may take, where processes render.")
    ] = 60,
    memory: Annotated[int, typer.Option(min=200, help="Megabytes such a process may take.")] = 1000,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Render sources and profiles into PDFs, each checked word for word."""

    def command() -> int:
        from typeset.cli.output import parse_formats
        from typeset.cli.render import Place, RenderCommand, run_render
        from typeset.pipeline import Settings
        from typeset.theming import split_assignments

        settings = Settings(
            options=split_assignments(set_ or []),
            lang=lang,
            pages=pages,
            today=day(today),
            themes_dirs=themes_dirs(themes_dir),
            font_dirs=folders(font_dir, "font-dir"),
            embed=embed,
            strict=strict,
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
                recipients=for_,
                place=Place(jobs, cluster, shard, timeout, memory),
                formats=parse_formats(format_),
            )
        )

    run(command, messages)


@app.command()
def diff(
    first: Annotated[Path, typer.Argument(help="A source, profile or application.")],
    second: Annotated[Path, typer.Argument(help="Another, such as a variant of the first.")],
    lang: Annotated[str, typer.Option(help="The language in which both are compared.")] = "",
    today: TodayOption = "",
    themes_dir: ThemesDirOption = None,
    messages: MessagesOption = Messages.TEXT,
) -> None:
    """Say in words how two variants differ: what only one has, what moved, what is reworded."""

    def command() -> int:
        from typeset.cli.diff import run_diff
        from typeset.pipeline import Settings

        settings = Settings(lang=lang, today=day(today), themes_dirs=themes_dirs(themes_dir))
        return run_diff(first, second, settings, messages)

    run(command, messages)


@app.command()
def tailor(
    profile: Annotated[Path, typer.Argument(help="A profile or source.")],
    posting: Annotated[Path, typer.Option(help="The job posting, as text or Markdown.")],
    out: Annotated[
        Path | None, typer.Option(help="The application to write; without it, standard output.")
    ] = None,
    pages: Annotated[
        int | None, typer.Option(min=1, help="Leave out what this many pages have no room for.")
    ] = None,
    theme: Annotated[str, typer.Option(help="The theme.")] = "",
    lang: Annotated[str, typer.Option(help="The language. [default: the posting's]")] = "",
    themes_dir: ThemesDirOption = None,
    font_dir: FontDirOption = None,
    messages: MessagesOption = Messages.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Propose an application for a posting: what stands first, what may go, and why."""

    def command() -> int:
        from typeset.cli.tailor import run_tailor
        from typeset.pipeline import Settings

        settings = Settings(
            theme=theme,
            lang=lang,
            pages=pages,
            themes_dirs=themes_dirs(themes_dir),
            font_dirs=folders(font_dir, "font-dir"),
        )
        return run_tailor(profile, posting, out, settings, messages, quiet=quiet)

    run(command, messages)


@app.command()
def schema(
    out: Annotated[
        Path | None, typer.Option(help="The file to write; without it, standard output.")
    ] = None,
) -> None:
    """Print the JSON Schema of a profile, for editors."""
    from typeset.cli.schema import run_schema

    run(lambda: run_schema(out))


@app.command()
def doctor(font_dir: FontDirOption = None) -> None:
    """Say whether this machine has what rendering needs, and what installs it."""
    from typeset.cli.doctor import run_doctor

    run(lambda: run_doctor(folders(font_dir, "font-dir")))


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
