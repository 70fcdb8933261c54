"""Golden cases, samples and specimens, rendered in every theme, for other programs to read."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.case import all_cases
from typeset.document import Document
from typeset.loading import load
from typeset.pipeline import Settings, prepare, render
from typeset.profile import Profile
from typeset.searching import find_sources
from typeset.theming import find_themes, load_theme, split_assignments
from typeset.theming.theme import BUNDLED
from typeset.typesetting import Press

SAMPLES = Path(__file__).parents[2] / "sources"


@dataclass(frozen=True)
class Made:
    """A PDF, and what it was made from. `look` is a theme, perhaps with options: see `looks`."""

    look: str
    name: str
    path: Path
    document: Document
    profile: Profile

    def __str__(self) -> str:
        return f"{self.look}/{self.name}"


def all_themes() -> list[str]:
    """Every theme of the house, without the one that the others stand on."""
    return sorted(set(find_themes([])) - {"base"})


def has_side_column(look: str) -> bool:
    """Whether sections stand beside others."""
    theme, *assignments = look.split()
    return bool(load_theme(theme).config.aside) and "columns=one" not in assignments


def looks() -> list[str]:
    """Every theme, and one with a side column once more in one: `sidebar columns=one`."""
    asides = [theme for theme in all_themes() if has_side_column(theme)]
    return [*all_themes(), *(f"{theme} columns=one" for theme in asides)]


Documents = Mapping[str, tuple[Path, Settings]]
"""Sources by name, and how each is rendered in any theme."""


def samples() -> list[Path]:
    """The samples that are rendered by themselves: no applications, no translations."""
    return [one.path for one in find_sources([SAMPLES]) if not one.application]


def sources() -> Documents:
    """The source of every golden case and sample."""
    found = {
        case.name: (case.source, replace(case.settings, options={}, pages=None))
        for case in all_cases()
    }
    for path in samples():
        found[f"{path.parent.name}-{path.stem}"] = (path, Settings())
    return found


def specimens() -> Documents:
    """The documents that a theme is tried with."""
    paths = sorted((BUNDLED / "specimens").glob("*.yaml"))
    return {f"specimen {path.stem}": (path, Settings()) for path in paths}


@contextmanager
def every_page(looks: Sequence[str], documents: Documents) -> Iterator[list[Made]]:
    """Every document in each of `looks`, in a folder that goes away; two processes share it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        multiprocessing.get_context("spawn").Pool(min(2, os.cpu_count() or 1)) as pool,
    ):
        jobs = [(Path(folder), look, documents) for look in looks]
        yield [made for look in pool.starmap(_in_look, jobs, chunksize=1) for made in look]


def _in_look(folder: Path, look: str, documents: Documents) -> list[Made]:
    theme, *assignments = look.split()
    made = []
    with Press() as press:
        for name, (source, settings) in documents.items():
            chosen = replace(settings, theme=theme, options=split_assignments(assignments))
            prepared = prepare(load(source), chosen)
            rendered = render(prepared, press)
            path = folder / f"{look}-{name}.pdf"
            path.write_bytes(rendered.pdf)
            made.append(Made(look, name, path, rendered.document, prepared.loaded.profile))
    return made
