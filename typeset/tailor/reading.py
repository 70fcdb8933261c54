"""An application's YAML, with what it extends, and where each thing was said."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from typeset.problems import Problem, Span, TypesetError, UsageError
from typeset.profile.fields import Model
from typeset.profile.nodes import Tree, read_nodes
from typeset.profile.validation import validated
from typeset.tailor.application import Application
from typeset.tailor.wording import Wording, read_wordings

_FILES = ("extends", "profile", "letter", "posting")
"""The keys that name a file, from the folder of the one that says them."""


@dataclass(frozen=True)
class Layer:
    """One file of an application."""

    path: Path
    tree: Tree


@dataclass(frozen=True)
class Placed:
    """An application as all its files together say it, its paths from the working directory.

    `layers` are the files, the one that was asked for first.
    """

    application: Application
    wordings: tuple[Wording, ...]
    layers: tuple[Layer, ...]

    @property
    def path(self) -> Path:
        return self.layers[0].path

    def span(self, *keys: str | int) -> Span:
        """Where the value at `keys` was written; the whole file, where it was not."""
        for layer in self.layers:
            if keys in layer.tree.values:
                return layer.tree.values[keys]
        return Span(str(self.path))


def is_application(text: str) -> bool:
    """Whether a YAML text is an application: it names a profile, or extends what does."""
    keys = {line.split(":")[0] for line in text.splitlines() if line[:1].isalpha() and ":" in line}
    return bool(keys & {"profile", "extends"}) and not keys & {"basics", "work", "sections"}


def read_application(path: Path, read: Callable[[Path], str]) -> Placed:
    """Read the application at `path`, and what it extends; `read` gives a file's text.

    Raises `TypesetError` with all the problems of a file at once.
    """
    layers: list[Layer] = []
    wordings: dict[str, Wording] = {}
    merged: dict[str, Any] = {}
    here: Path | None = path
    said: Span | None = None
    while here is not None:
        if here.resolve() in [layer.path.resolve() for layer in layers]:
            raise TypesetError(Problem("extends", "this extends itself, in a circle", span=said))
        try:
            layer, application = _layer(here, read)
        except UsageError as error:
            if not said:
                raise
            raise TypesetError(  # the application is wrong, not the command
                replace(one, span=said, message=f"{here}: {one.message}") for one in error.problems
            ) from None
        layers.append(layer)
        merged = _merge(_relocated(application, here.parent), merged)
        if "replace" in application.model_fields_set:
            below = {one.address: one for one in read_wordings(layer.tree, ("replace",))}
            wordings = {**below, **wordings}
        here = here.parent / application.extends if application.extends else None
        said = layer.tree.span(("extends",))
    whole = Application.model_validate(merged)
    placed = Placed(whole, tuple(wordings.values()), tuple(layers))
    if not whole.profile:
        message = "an application names the profile that it is made from"
        hint = "add `profile:` with the path of a résumé"
        raise TypesetError(Problem("missing", message, span=Span(str(path)), hint=hint))
    return placed


def _layer(path: Path, read: Callable[[Path], str]) -> tuple[Layer, Application]:
    tree = read_nodes(read(path), str(path))
    if not isinstance(tree.data, dict):
        message = "an application is a mapping of keys such as `profile:` and `select:`"
        raise TypesetError(Problem("not-an-application", message, span=Span(str(path))))
    return Layer(path, tree), validated(Application, tree)


def _relocated(application: Application, folder: Path) -> dict[str, Any]:
    """What a file says, its paths from where the program stands."""
    said = _said(application)
    for key in _FILES:
        if said.get(key):
            said[key] = os.path.normpath(folder / said[key])
    return said


def _said(model: Model) -> dict[str, Any]:
    """What was written, and nothing else."""
    found = {name: getattr(model, name) for name in model.model_fields_set}
    return {n: _said(v) if isinstance(v, Model) else v for n, v in found.items()}


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Mappings are merged, all else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            value = _merge(old, value)
        merged[key] = value
    return merged
