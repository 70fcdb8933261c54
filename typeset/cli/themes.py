"""`typeset themes`: what there is, and what may be set."""

from __future__ import annotations

import re
from pathlib import Path

from typeset.cli.report import Messages, report
from typeset.files import write_atomic
from typeset.problems import Problem, Span, TypesetError, UsageError
from typeset.theming import find_themes, load_theme
from typeset.theming.theme import BASE, CONFIG, STYLE


def run_list(search: tuple[Path, ...]) -> int:
    """Print each theme's name and what it is for."""
    names = [name for name in find_themes(search) if name != BASE]
    width = max(map(len, names))
    code = 0
    for name in sorted(names):
        try:
            print(f"{name:{width}}  {load_theme(name, search).config.description}")
        except TypesetError as error:  # one broken theme hides no other
            report(error.problems, Messages.TEXT)
            code = 1
    return code


def run_show(name: str, search: tuple[Path, ...]) -> int:
    """Print a theme's description and its options."""
    theme = load_theme(name, search)
    print(f"{theme.config.title}: {theme.config.description}\n")
    for option, declared in theme.options.items():
        print(f"--set {option}={declared.default}")
        print(f"    {declared.help}")
        print(f"    {declared.allowed}")
    return 0


_NEW_CONFIG = """title: {title}
description: {title}, on top of {base}.
extends: {base}
# Options of your own, or others' with another default; `typeset themes show {name}` lists all.
# options:
#   accent: {{type: color, default: "#7a1f2b", help: "The colour of headings and links."}}
"""

_NEW_STYLE = """/* What {name} changes of {base}. Make every vertical distance a multiple of
   var(--half), so that lines keep one grid; --base is the text size at scale 1,
   --leading the height of a line by it. */

:root {{
}}
"""


def run_new(name: str, base: str, parent: Path, search: tuple[Path, ...]) -> int:
    """Make a theme's folder. Raises `UsageError` rather than replace one."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise UsageError(
            Problem("theme-name", f"{name!r} cannot name a theme", hint="use a-z, 0-9 and hyphens")
        )
    load_theme(base, search)
    folder = parent / name
    if folder.exists():
        raise UsageError(Problem("exists", "this folder exists already", span=Span(str(folder))))
    words = {"name": name, "base": base, "title": name.replace("-", " ").capitalize()}
    for file, text in ((CONFIG, _NEW_CONFIG), (STYLE, _NEW_STYLE)):
        write_atomic(folder / file, text.format(**words))
        print(folder / file)
    return 0
