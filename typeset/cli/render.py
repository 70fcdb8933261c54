"""`typeset render`: sources, profiles and folders into PDFs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from typeset.cli.output import Target, plan_outputs
from typeset.cli.report import Messages, report
from typeset.files import find_sources, write_together
from typeset.pipeline import Loaded, Prepared, Settings, is_current, load, prepare, render
from typeset.problems import EnvironmentProblem, Problem, TypesetError
from typeset.profile import write_profile
from typeset.theming import load_theme, parse_options
from typeset.typesetting import Press


@dataclass(frozen=True)
class RenderCommand:
    """What was asked on the command line; an empty theme is the profile's own."""

    paths: tuple[Path, ...]
    themes: tuple[str, ...]
    out: Path
    settings: Settings
    messages: Messages
    quiet: bool
    force: bool


def run_render(command: RenderCommand) -> int:
    """Render everything asked; the exit code. A failing document does not stop the others."""
    targets = plan_outputs(find_sources(command.paths, command.out), command.themes, command.out)
    for theme in filter(None, command.themes):
        loaded_theme = load_theme(theme, command.settings.themes_dirs)
        parse_options(loaded_theme.options, command.settings.options, theme)
    by_source: dict[Path, list[Target]] = {}
    for target in targets:
        by_source.setdefault(target.source, []).append(target)
    code = 0
    with Press() as press:
        for number, (source, its_targets) in enumerate(by_source.items(), 1):
            _progress(f"[{number}/{len(by_source)}] {source}", command.quiet)
            try:
                _render_source(its_targets, command, press)
            except EnvironmentProblem:
                raise
            except TypesetError as error:
                report(error.problems, command.messages, quiet=command.quiet)
                # A source that vanished or cannot be written is no problem of its content.
                code = max(code, error.exit_code)
    _progress("", command.quiet)
    return code


def _render_source(targets: Sequence[Target], command: RenderCommand, press: Press) -> None:
    """Render one source with every theme, then write: nothing where one of them fails."""
    loaded = load(targets[0].source)
    outputs: dict[Path, bytes | str] = {}
    lines: list[str] = []
    problems: list[Problem] = list(loaded.problems)
    for target in targets:
        prepared = prepare(loaded, replace(command.settings, theme=target.theme))
        if not command.force and is_current(target.pdf, prepared.key):
            lines.append(f"{target.pdf}: unchanged")
            problems += prepared.problems
        else:
            lines.append(_render_target(target, prepared, press, outputs, problems))
        if target.profile:
            outputs |= _changed_profile(target.profile, loaded)
    _progress("", command.quiet)
    report(dict.fromkeys(problems), command.messages, quiet=command.quiet)
    write_together(outputs)
    if command.messages is Messages.TEXT and not command.quiet:
        print("\n".join(lines), flush=True)


def _render_target(
    target: Target,
    prepared: Prepared,
    press: Press,
    outputs: dict[Path, bytes | str],
    problems: list[Problem],
) -> str:
    rendered = render(prepared, press)
    outputs[target.pdf] = rendered.pdf
    problems += rendered.problems
    pages = "1 page" if rendered.pages == 1 else f"{rendered.pages} pages"
    return f"{target.pdf}: {pages}"


def _changed_profile(path: Path, loaded: Loaded) -> dict[Path, bytes | str]:
    """The profile as YAML, if the file does not hold it already."""
    text = write_profile(loaded.profile)
    try:
        if path.read_text("utf-8") == text:
            return {}
    except (OSError, UnicodeDecodeError):
        pass
    return {path: text}


def _progress(text: str, quiet: bool) -> None:
    """One line on stderr, replaced by the next; only where a person watches."""
    if not quiet and sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
