"""Pages asked → pages met: by spacing first, then by size, within the theme's limits.

Spans theming and typesetting: a layout is tried again with other values of the
theme's `density` and `scale`, and only the last one is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from typeset.problems import Problem, Severity, TypesetError
from typeset.theming import Theme
from typeset.theming.options import Values
from typeset.typesetting import Layout, Sheet

_STEP = 0.005
"""The finest change tried: at 11 pt a leading of 0.07 pt, which no eye sees."""

SHORT_LAST_PAGE = 1 / 3
"""A last page less full than this is worth avoiding."""


@dataclass(frozen=True)
class Fitted:
    """A layout, the density and scale it took, and how many layouts that needed."""

    layout: Layout
    density: float
    scale: float
    layouts: int
    problems: tuple[Problem, ...] = ()


class _Search:
    """Layouts of one sheet at various densities and scales, each made once."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.made: dict[tuple[float, float], Layout] = {}

    def at(self, density: float, scale: float) -> Layout:
        key = (round(density, 4), round(scale, 4))
        if key not in self.made:
            style = f":root {{ --density: {key[0]:g}; --scale: {key[1]:g} }}"
            self.made[key] = self.sheet.layout(style)
        return self.made[key]

    def fits(self, density: float, scale: float, pages: int) -> bool:
        return len(self.at(density, scale).pages) <= pages


def fit(
    sheet: Sheet, theme: Theme, values: Values, pages: int | None = None, *, letter: bool = False
) -> Fitted:
    """Lay `sheet` out on at most `pages` pages.

    Without `pages`, a short last page is avoided where the limits allow it, and a
    `letter` of two pages is brought to one.

    What was tightened is in the result's problems, as a note. Raises `TypesetError` where
    the limits of the theme do not allow it, saying by how much.
    """
    density, scale = float(values.get("density", 1)), float(values.get("scale", 1))
    search = _Search(sheet)
    natural = search.at(density, scale)
    count = len(natural.pages)
    wanted = pages or count
    if pages is None and count > 1:
        short = natural.pages[-1].fill < SHORT_LAST_PAGE
        wanted = count - 1 if short or (letter and count == 2) else count
    if count <= wanted:
        return Fitted(natural, density, scale, 1)
    floor = min(theme.fit.density, density), min(theme.fit.scale, scale)
    if not search.fits(*floor, wanted):
        if pages is None:
            return Fitted(natural, density, scale, len(search.made))
        raise TypesetError(_impossible(search.at(*floor), pages))
    if search.fits(floor[0], scale, wanted):
        found = (_largest(lambda v: search.fits(v, scale, wanted), floor[0], density), scale)
    else:
        found = (floor[0], _largest(lambda v: search.fits(floor[0], v, wanted), floor[1], scale))
    note = _note(theme.name, found, (density, scale), wanted, count)
    return Fitted(search.at(*found), *found, len(search.made), (note,))


def _largest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The largest value that fits, to a step, between `low`, which does, and `high`."""
    while high - low > _STEP:
        middle = round((low + high) / 2, 4)
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def _note(
    theme: str, found: tuple[float, float], asked: tuple[float, float], pages: int, before: int
) -> Problem:
    changes = [
        f"{what} to {100 * new / old:.0f} %"
        for what, new, old in zip(("spacing", "text size"), found, asked, strict=True)
        if new < old
    ]
    return Problem(
        "fitted",
        f"fitted on {_pages(pages)} instead of {before} in {theme!r}: {' and '.join(changes)}",
        Severity.NOTE,
    )


def _impossible(tightest: Layout, pages: int) -> Problem:
    over = sum(page.used - page.top for page in tightest.pages[pages:])
    return Problem(
        "does-not-fit",
        f"the document does not fit on {_pages(pages)}: at the theme's tightest it needs "
        f"{len(tightest.pages)}, {over / 72 * 25.4:.0f} mm too much",
        hint="leave something out, or take a denser theme",
    )


def _pages(count: int) -> str:
    return f"{count} page" if count == 1 else f"{count} pages"
