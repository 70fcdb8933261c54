"""A theme: a folder with `theme.yaml`, perhaps templates and a style sheet. Never Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from typeset.files import read_bytes, read_text
from typeset.problems import Problem, Span, TypesetError, UsageError, did_you_mean
from typeset.profile.nodes import read_nodes
from typeset.profile.validation import validated
from typeset.theming.options import Option, OptionName, Part

CONFIG = "theme.yaml"
BASE = "base"
STYLE = "style.css"
_PACKAGE = Path(__file__).parents[1]
# In an installed package the themes lie inside it; in a checkout beside it.
BUNDLED = next(
    folder for folder in (_PACKAGE / "themes", _PACKAGE.parent / "themes") if folder.is_dir()
)
"""The folder of the themes that come with the package."""


class Fit(Part):
    """How far fitting may go: the least `density` and, after it, the least `scale`.

    `loosest` is the greatest density, for a last page that would hold two lines.
    """

    density: Annotated[float, Field(ge=0.5, le=1)] = 1
    scale: Annotated[float, Field(ge=0.5, le=1)] = 1
    loosest: Annotated[float, Field(ge=1, le=1.5)] = 1


class Config(Part):
    """`theme.yaml`. `contact_row` is how many characters a row of contacts holds, and
    `contact_row_letter` that of a letter or a page of prose, where it is another.

    `aside` are the kinds of section for a side column (theming/aside.py).
    """

    title: str
    description: str
    extends: str = ""
    contact_row: Annotated[int, Field(ge=1)] = 90
    contact_row_letter: Annotated[int | None, Field(ge=1)] = None
    aside: tuple[str, ...] = ()
    options: dict[OptionName, Option] = Field(default_factory=dict)
    fit: Fit = Fit()


@dataclass(frozen=True)
class StyleSheet:
    """A style sheet, and the file it stands in, for messages and relative addresses."""

    text: str
    path: Path | None = None


@dataclass(frozen=True)
class Theme:
    """A loaded theme: `folders` from itself to its furthest ancestor, options merged."""

    name: str
    config: Config
    folders: tuple[Path, ...]
    options: dict[str, Option]

    @property
    def fit(self) -> Fit:
        """How far fitting may go."""
        return self.config.fit

    @property
    def styles(self) -> tuple[StyleSheet, ...]:
        """The style sheets, the ancestors' first."""
        files = [folder / STYLE for folder in reversed(self.folders)]
        return tuple(read_style(file) for file in files if file.is_file())

    @cached_property
    def digest(self) -> str:
        """SHA-256 of every file of the theme: what a page depends on."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()


def read_style(path: Path) -> StyleSheet:
    """The style sheet in a file. Raises `TypesetError` where it is no text."""
    return StyleSheet(read_text(path)[0] if read_bytes(path) else "", path)


def find_themes(search: Sequence[Path]) -> dict[str, Path]:
    """The themes of the folders in `search` and the bundled ones, by name; the first found wins."""
    found: dict[str, Path] = {}
    for root in (*search, BUNDLED):
        if root.is_dir():
            for folder in sorted(root.iterdir()):
                if (folder / CONFIG).is_file():
                    found.setdefault(folder.name, folder)
    return found


def load_theme(name: str, search: Sequence[Path] = ()) -> Theme:
    """The theme called `name`, with what it extends.

    Raises `UsageError` for an unknown name and `TypesetError` for a broken theme.
    """
    known = find_themes(search)
    folders: list[Path] = []
    configs: list[Config] = []
    if name == BASE:
        raise UsageError(
            Problem("unknown-theme", f"{BASE!r} is what themes extend, not a theme to render with")
        )
    wanted = name
    while wanted:
        if wanted not in known:
            offered = [theme for theme in known if theme != BASE]
            raise UsageError(
                Problem(
                    "unknown-theme",
                    f"there is no theme {wanted!r}",
                    hint=did_you_mean(wanted, offered),
                )
            )
        if known[wanted] in folders:
            raise TypesetError(
                Problem(
                    "theme-loop",
                    f"the theme {wanted!r} extends itself",
                    span=Span(str(folders[-1])),
                )
            )
        folders.append(known[wanted])
        configs.append(_read_config(known[wanted] / CONFIG))
        wanted = configs[-1].extends
    options: dict[str, Option] = {}
    for config in reversed(configs):
        options |= config.options
    return Theme(name, configs[0], tuple(folders), options)


def _read_config(path: Path) -> Config:
    """`theme.yaml`. Raises `TypesetError` with every mistake at its line and column."""
    tree = read_nodes(read_text(path)[0], str(path))
    if not isinstance(tree.data, dict):
        message = "a theme is a mapping of keys such as `title:` and `options:`"
        raise TypesetError(Problem("theme", message, span=Span(str(path))))
    return validated(Config, tree)
