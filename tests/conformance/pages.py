"""Every golden case and every sample, rendered in every theme, for other programs to read."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.case import all_cases
from typeset.document import Document
from typeset.pipeline import Settings, load, prepare, render
from typeset.profile import Profile
from typeset.theming import find_themes, load_theme
from typeset.typesetting import Press

SAMPLES = Path(__file__).parents[2] / "sources"


@dataclass(frozen=True)
class Made:
    """A PDF, and what it was made from."""

    theme: str
    name: str
    path: Path
    document: Document
    profile: Profile

    def __str__(self) -> str:
        return f"{self.theme}/{self.name}"


def all_themes() -> list[str]:
    """Every theme of the house, without the one that the others stand on."""
    return sorted(set(find_themes([])) - {"base"})


def has_side_column(theme: str) -> bool:
    """Whether sections of a theme stand beside others."""
    return bool(load_theme(theme).config.aside)


def sources() -> dict[str, tuple[Path, Settings]]:
    """The source of every golden case and sample, and how it is rendered in any theme."""
    found = {
        case.name: (case.source, replace(case.settings, options={}, pages=None))
        for case in all_cases()
    }
    for path in sorted(SAMPLES.glob("*/*")):
        found[f"{path.parent.name}-{path.stem}"] = (path, Settings())
    return found


@contextmanager
def every_page(themes: Sequence[str], *, embed: bool = False) -> Iterator[list[Made]]:
    """Every document in each of `themes`, in a folder that goes away; two processes share it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        multiprocessing.get_context("spawn").Pool(min(2, os.cpu_count() or 1)) as pool,
    ):
        jobs = [(Path(folder), theme, embed) for theme in themes]
        yield [made for theme in pool.starmap(_in_theme, jobs, chunksize=1) for made in theme]


def _in_theme(folder: Path, theme: str, embed: bool) -> list[Made]:
    made = []
    with Press() as press:
        for name, (source, settings) in sources().items():
            prepared = prepare(load(source), replace(settings, theme=theme, embed=embed))
            rendered = render(prepared, press)
            path = folder / f"{theme}-{name}.pdf"
            path.write_bytes(rendered.pdf)
            made.append(Made(theme, name, path, rendered.document, prepared.loaded.profile))
    return made
