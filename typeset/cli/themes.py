"""`typeset themes`: what there is, and what may be set."""

from __future__ import annotations

from pathlib import Path

from typeset.theming import find_themes, load_theme

HIDDEN = "base"
"""What themes extend; not a theme to render with."""


def run_list(search: tuple[Path, ...]) -> int:
    """Print each theme's name and what it is for."""
    names = [name for name in find_themes(search) if name != HIDDEN]
    width = max(map(len, names))
    for name in sorted(names):
        print(f"{name:{width}}  {load_theme(name, search).config.description}")
    return 0


def run_show(name: str, search: tuple[Path, ...]) -> int:
    """Print a theme's description and its options."""
    theme = load_theme(name, search)
    print(f"{theme.config.title}: {theme.config.description}\n")
    for option, declared in theme.options.items():
        print(f"--set {option}={declared.default}")
        print(f"    {declared.help}")
        print(f"    {declared.allowed}")
    return 0
