"""Which files stand for themselves: sources, profiles and applications.

What belongs to another does not: the translation of a source, the letter and the posting
that an application names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from typeset.files import read_text
from typeset.problems import Problem, Span, TypesetError, UsageError
from typeset.tailor import LANGUAGE_TAG, Placed, is_application, is_whole, read_application

_YAML = (".yaml", ".yml")

_TRANSLATION = re.compile(rf".+\.{LANGUAGE_TAG}")
"""The stem of a translation: the source's, and a language tag."""

SOURCE_SUFFIXES = (".md", ".markdown", ".txt", ".text", ".yaml", ".yml", ".json")
"""Files of a searched folder that may be sources; a file named by itself may have any name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A source or application, and the folder below the outputs' that mirrors its own."""

    path: Path
    folder: Path
    application: bool = False


def find_sources(paths: Iterable[Path], out: Path | None = None) -> list[Found]:
    """The sources that `paths` name: files as they are, folders searched through.

    A searched folder gives no names that begin with `_` or `.`, no READMEs, no JSON
    Schemas, no translations, nothing that an application of it names besides the profile,
    and nothing below `out`, where outputs go. Raises `UsageError` for a path that
    does not exist and for a folder that holds no source.
    """
    made = out.resolve() if out else None
    named: list[Found] = []
    searched: list[Found] = []
    for path in paths:
        if path.is_dir():
            inside = [
                Found(file, file.parent.relative_to(path))
                for file in sorted(path.rglob("*"))
                if _is_source(file, path) and not (made and _is_below(file, made))
            ]
            if not inside:
                raise UsageError(
                    Problem(
                        "no-sources",
                        "this folder holds no sources",
                        span=Span(str(path)),
                        hint=f"sources end in {', '.join(SOURCE_SUFFIXES)}",
                    )
                )
            searched += inside
        elif path.exists():
            named.append(Found(path, Path()))
        else:
            raise UsageError(
                Problem(
                    "missing-file",
                    "there is no such file or folder",
                    span=Span(str(path)),
                    hint=""
                    if path.suffix
                    else f"is the name right? `typeset new {path}` makes one",
                )
            )
    everything = [replace(one, application=applies(one.path)) for one in (*named, *searched)]
    unique = {one.path.resolve(): one for one in everything}
    apart = _apart(unique.values()) - {one.path.resolve() for one in named}
    return [one for path, one in unique.items() if path not in apart]


def applies(path: Path) -> bool:
    """Whether the file is an application; what cannot be read is told where it is loaded."""
    if path.suffix.lower() not in _YAML or not path.is_file():
        return False
    try:
        return is_application(read_text(path)[0])
    except TypesetError:
        return False


def _apart(found: Iterable[Found]) -> set[Path]:
    """Files among them that belong to another, resolved."""
    found = list(found)
    belonging: set[Path] = set()
    for one in found:
        if one.application:
            belonging.update(_named(one.path))
        elif is_translation(one.path):
            belonging.add(one.path.resolve())
    return belonging


def _named(application: Path) -> Iterator[Path]:
    """What an application is made with, besides its profile."""
    said = _read(application)
    if said:
        names = (said.application.letter, said.application.posting)
        yield from (Path(name).resolve() for name in names if name)


def inputs_of(application: Path) -> set[Path]:
    """Every file that an application names, itself and its profile among them, resolved."""
    said = _read(application)
    if said is None:
        return {application.resolve()}
    names = (said.application.profile, said.application.letter, said.application.posting)
    files = [*(layer.path for layer in said.layers), *(Path(name) for name in names if name)]
    return {file.resolve() for file in files}


def _read(application: Path) -> Placed | None:
    """The application; None where it cannot be read, which is told where it is loaded."""
    try:
        return read_application(application, lambda path: read_text(path)[0])
    except TypesetError:
        return None


def is_translation(path: Path) -> bool:
    """Whether the file holds the texts of a source beside it in another language."""
    if path.suffix.lower() not in _YAML or not _TRANSLATION.fullmatch(path.stem):
        return False
    stem = path.stem.rpartition(".")[0]
    if not any(path.with_name(stem + suffix).is_file() for suffix in SOURCE_SUFFIXES):
        return False
    try:
        return not is_whole(read_text(path)[0])
    except TypesetError:
        return True  # told where it is read, if ever


def _is_below(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder)


def _is_source(file: Path, root: Path) -> bool:
    hidden = any(part.startswith(("_", ".")) for part in file.relative_to(root).parts)
    if hidden or not file.is_file() or file.suffix.lower() not in SOURCE_SUFFIXES:
        return False
    name = file.name.lower()
    return not (name.startswith("readme") or name.endswith(".schema.json"))
