"""A theme: a folder with `theme.yaml`, perhaps templates and a style sheet. Never Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from typeset.files import read_text
from typeset.problems import Problem, Span, TypesetError, UsageError, did_you_mean
from typeset.theming.options import Option

CONFIG = "theme.yaml"
BASE = "base"
STYLE = "style.css"
_PACKAGE = Path(__file__).parents[1]
# In an installed package the themes lie inside it; in a checkout beside it.
BUNDLED = next(
    folder for folder in (_PACKAGE / "themes", _PACKAGE.parent / "themes") if folder.is_dir()
)
"""The folder of the themes that come with the package."""


class Fit(BaseModel):
    """How far fitting may go: the least `density` and, after it, the least `scale`."""

    model_config = ConfigDict(extra="forbid")
    density: float = 1
    scale: float = 1


class Config(BaseModel):
    """`theme.yaml`. `contact_row` is how many characters a row of contacts holds.

    `aside` are the kinds of section for a side column (theming/aside.py).
    """

    model_config = ConfigDict(extra="forbid")
    title: str
    description: str
    extends: str = ""
    contact_row: int = 90
    aside: tuple[str, ...] = ()
    options: dict[str, Option] = {}
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

    @property
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
    return StyleSheet(read_text(path)[0] if path.stat().st_size else "", path)


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
    try:
        return Config.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = " ".join(str(error).split())
        raise TypesetError(Problem("theme", message, span=Span(str(path)))) from None
    except ValidationError as error:
        raise TypesetError(
            Problem(
                "theme",
                f"{'.'.join(map(str, item['loc']))}: {item['msg']}",
                span=Span(str(path)),
            )
            for item in error.errors(include_url=False)
        ) from None
