"""The fonts there are: family names and the files that hold them.

They come from the package `rendercv-fonts` (all under open licences) and from folders
that the caller names. No font of the system is ever among them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from typeset.problems import EnvironmentProblem, Problem

from .sfnt import SUFFIXES, Face, faces


@dataclass(frozen=True)
class FontLibrary:
    """Families by their names in lower case (CSS compares them so), and their faces.

    `given` are the families of the caller's own folders, in the order found; they come
    before a bundled family of the same name, which then is not offered at all.
    """

    families: dict[str, tuple[Face, ...]]
    given: tuple[str, ...] = ()

    def __contains__(self, family: str) -> bool:
        return family.lower() in self.families

    def faces(self, family: str) -> tuple[Face, ...]:
        """The faces of `family`, or none where it is unknown."""
        return self.families.get(family.lower(), ())

    def names(self) -> dict[str, tuple[Path, ...]]:
        """Every family, in the case of its own name, with its files; sorted."""
        named = {
            next(name for name in found[0].families if name.lower() == key): tuple(
                dict.fromkeys(face.path for face in found)
            )
            for key, found in self.families.items()
        }
        return dict(sorted(named.items()))


def bundled_folder() -> Path:
    """Where `rendercv-fonts` keeps its files, found without importing it."""
    spec = find_spec("rendercv_fonts")
    if spec is None or not spec.submodule_search_locations:
        hint = "pip install rendercv-fonts"
        raise EnvironmentProblem(Problem("fonts-missing", "no fonts are installed", hint=hint))
    return Path(spec.submodule_search_locations[0])


def font_library(font_dirs: Iterable[Path] = ()) -> FontLibrary:
    """The bundled fonts and those under `font_dirs`, which are searched recursively.

    Raises `EnvironmentProblem` where the bundled fonts are not installed.
    """
    return _library(tuple(Path(folder).resolve() for folder in font_dirs))


@lru_cache(maxsize=8)
def _library(folders: tuple[Path, ...]) -> FontLibrary:
    given = _families(folders)
    bundled = _families((bundled_folder(),))
    return FontLibrary({**bundled, **given}, tuple(given))


def _files(folder: Path) -> list[Path]:
    """The font files under `folder`, sorted, so that no file system's order counts."""
    return sorted(
        Path(place, name)
        for place, _, files in os.walk(folder)  # three times as fast as Path.rglob
        for name in files
        if name[-4:].lower() in SUFFIXES
    )


def _families(folders: tuple[Path, ...]) -> dict[str, tuple[Face, ...]]:
    found: dict[str, tuple[Face, ...]] = {}
    for folder in folders:
        for path in _files(folder):
            for face in faces(path):
                for family in face.families:
                    key = family.lower()
                    found[key] = (*found.get(key, ()), face)
    return found
