"""What typesetting finds on this machine, for `typeset doctor`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from typeset.problems import Problem

from . import engine
from .library import font_library
from .system import subset_problem


@dataclass(frozen=True, slots=True)
class Report:
    """Versions by name (WeasyPrint, Pango, HarfBuzz), and the files of each family.

    `subset` is whether HarfBuzz's subset library is there; without it each PDF takes
    half a second longer, and is made by a way that WeasyPrint will drop.
    """

    versions: dict[str, str]
    subset: bool
    fonts: dict[str, tuple[Path, ...]]
    problems: tuple[Problem, ...]


def examine(font_dirs: Iterable[Path] = ()) -> Report:
    """Look at the engine, its libraries and the fonts.

    Raises `EnvironmentProblem` where there is no engine or no fonts.
    """
    versions = {"WeasyPrint": str(engine.load().VERSION)}
    c: Any = import_module("weasyprint.text.ffi")
    pango = int(c.pango.pango_version())
    versions["Pango"] = f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}"
    versions["HarfBuzz"] = _harfbuzz(c)
    subset = c.harfbuzz_subset is not None and bool(c.harfbuzz.hb_version_atleast(4, 1, 0))
    problems = () if subset else (subset_problem(),)
    return Report(versions, subset, font_library(font_dirs).names(), problems)


def _harfbuzz(c: Any) -> str:
    """The version; WeasyPrint declares only the comparison, so it is found by asking."""
    numbers: list[int] = []
    for place in range(3):
        number = 0
        while c.harfbuzz.hb_version_atleast(*numbers, number + 1, *[0] * (2 - place)):
            number += 1
        numbers.append(number)
    return ".".join(map(str, numbers))
