"""A document on the pages asked: tightened, shortened where that is allowed, and verified."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from typeset.fitting.account import Account, few_lines, impossible, notes
from typeset.fitting.search import least
from typeset.problems import Problem, TypesetError
from typeset.tailor.selection import LeftOut
from typeset.theming import Theme
from typeset.theming.options import Values
from typeset.typesetting import Layout, Sheet

_STEP = 0.01
"""The finest change tried: at 11 pt a leading of 0.13 pt, which no eye sees."""

_LOOSER = (1, 2 / 3, 1 / 3)
"""How much of the room above is tried, to bring as much as may be on a last page."""

SHORT_LAST_PAGE = 1 / 3
"""A last page less full than this is worth avoiding."""

FEW_LINES = 2
"""A last page with no more than these is worth a note in any case."""

_LINE = 85
"""About as many characters a line of a highlight holds; only to foretell heights."""

_WRAP = 1.25
"""A text's height falls with its size by this power: its lines are lower, and fewer."""


@dataclass(frozen=True)
class Fitted:
    """The layout that meets the pages, its sheet, and how it was brought about."""

    sheet: Sheet
    layout: Layout
    account: Account
    problems: tuple[Problem, ...] = ()


def fit(
    without: Callable[[int], Sheet],
    theme: Theme,
    values: Values,
    pages: int | None = None,
    *,
    letter: bool = False,
    leaving: Sequence[LeftOut] = (),
) -> Fitted:
    """Lay a document out on at most `pages` pages.

    `without(n)` opens it without the first n of `leaving`; `without(0)` is all of it. First
    spacing is tightened, then size, and only where that does not do, as few of `leaving`
    go as must; then spacing and size are let out again as far as they can.

    Without `pages`, a short last page is avoided where the limits of the theme allow it, and
    a `letter` of two pages is brought to one. A last page of one or two lines is avoided
    in any case, by spacing it looser where tighter does not do.

    What was done is in the result's problems, as notes. Raises `TypesetError` where pages
    cannot be met, saying by how much.
    """
    asked = float(values.get("density", 1)), float(values.get("scale", 1))
    floor = min(theme.fit.density, asked[0]), min(theme.fit.scale, asked[1])
    trials = _Trials(without, _settings(asked, floor))
    natural = trials.at(0, 0)
    before = len(natural.pages)
    wanted = _wanted(natural, pages, letter)
    gone, step = 0, trials.tighten(wanted)
    if step is None and pages and before > pages:
        gone, step = trials.leave_out(wanted, leaving)
        if step is None:
            tightest = trials.at(gone, -1)
            raise TypesetError(impossible(tightest, pages, leaving, letter=letter))
    taken = trials.settings[step or 0]
    layout = trials.lay_out(gone, *taken)
    problems: tuple[Problem, ...] = ()
    if len(layout.pages) > 1 and layout.pages[-1].lines <= FEW_LINES:
        looser = trials.loosen(gone, taken, theme.fit.loosest)
        taken = looser or taken
        layout = trials.lay_out(gone, *taken)
        problems = () if looser else (few_lines(layout),)
    account = Account(*taken, len(trials.made), tuple(leaving[:gone]))
    said = notes(theme.name, account, asked, len(layout.pages), before)
    return Fitted(trials.sheet(gone), layout, account, (*said, *problems))


def _wanted(natural: Layout, pages: int | None, letter: bool) -> int:
    """On how many pages the document is to be, if it can."""
    count, last = len(natural.pages), natural.pages[-1]
    if pages and count > pages:
        return pages
    avoid = last.lines <= FEW_LINES
    if pages is None:
        avoid = avoid or last.fill < SHORT_LAST_PAGE or (letter and count == 2)
    return count - 1 if avoid and count > 1 else count


def _settings(
    asked: tuple[float, float], floor: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """Density and scale from what was asked to the floor, step by step: spacing first."""
    (density, scale), (least_density, least_scale) = asked, floor
    spacing = [max(least_density, density - n * _STEP) for n in _steps(density, least_density)]
    sizes = [max(least_scale, scale - n * _STEP) for n in _steps(scale, least_scale)]
    settings = [asked, *((d, scale) for d in spacing), *((least_density, s) for s in sizes)]
    return tuple((round(d, 4), round(s, 4)) for d, s in settings)


def _steps(start: float, end: float) -> range:
    return range(1, ceil(round((start - end) / _STEP, 6)) + 1)


class _Trials:
    """Layouts of a document without its first so many highlights, each made once."""

    def __init__(
        self, without: Callable[[int], Sheet], settings: tuple[tuple[float, float], ...]
    ) -> None:
        self.settings = settings
        self.made: dict[tuple[int, float, float], Layout] = {}
        self._without = without
        self._sheets: dict[int, Sheet] = {}

    def sheet(self, gone: int) -> Sheet:
        if gone not in self._sheets:
            self._sheets[gone] = self._without(gone)
        return self._sheets[gone]

    def lay_out(self, gone: int, density: float, scale: float) -> Layout:
        key = gone, density, scale
        if key not in self.made:
            style = f":root {{ --density: {density:g}; --scale: {scale:g} }}"
            self.made[key] = self.sheet(gone).layout(style)
        return self.made[key]

    def at(self, gone: int, step: int) -> Layout:
        return self.lay_out(gone, *self.settings[step])

    def excess(self, gone: int, step: int, pages: int) -> float:
        """How many points are too much for `pages`; below zero, how many are free."""
        made = self.at(gone, step).pages
        if len(made) > pages:
            return max(sum(page.used - page.top for page in made[pages:]), 1)
        area = made[-1].bottom - made[-1].top
        return made[-1].used - made[-1].bottom - (pages - len(made)) * area

    def tighten(self, pages: int, gone: int = 0, start: int = 0) -> int | None:
        """The first step at which the document fits, if it does at all; `start` is tried first."""
        expected = _savings(self.at(gone, start), self.settings, start, pages)
        return least(lambda step: self.excess(gone, step, pages), expected, start)

    def leave_out(self, pages: int, leaving: Sequence[LeftOut]) -> tuple[int, int | None]:
        """How few of `leaving` must go at the tightest, and the first step at which that does.

        All go, and there is no step, where the document does not fit.
        """
        tightest, last = self.at(0, -1), len(self.settings) - 1
        gone = least(lambda n: self.excess(n, last, pages), _heights(tightest, leaving))
        if gone is None:
            return len(leaving), None
        return gone, self.tighten(pages, gone, last)

    def loosen(
        self, gone: int, taken: tuple[float, float], loosest: float
    ) -> tuple[float, float] | None:
        """A spacing above `taken` with more than two lines on the last page, if there is one."""
        density, scale = taken
        count = len(self.lay_out(gone, *taken).pages)
        for share in _LOOSER if loosest > density else ():
            wider = round(density + share * (loosest - density), 4)
            pages = self.lay_out(gone, wider, scale).pages
            if len(pages) == count and pages[-1].lines > FEW_LINES:
                return wider, scale
        return None


def _savings(
    layout: Layout, settings: Sequence[tuple[float, float]], made: int, pages: int
) -> tuple[float, ...]:
    """How many points each of `settings` is expected to save beside the first.

    `layout` is made with number `made` of them. Texts and margins shrink together.
    """
    heights = [density * scale**_WRAP for density, scale in settings]
    text = sum(page.used - page.top for page in layout.pages) / heights[made]
    page = layout.pages[0]
    margins = pages * (page.height - page.bottom + page.top) / settings[made][0]
    return tuple(
        text * (heights[0] - height) + margins * (settings[0][0] - density)
        for height, (density, _) in zip(heights, settings, strict=True)
    )


def _heights(layout: Layout, leaving: Sequence[LeftOut]) -> tuple[float, ...]:
    """How many points are expected to go with the first n of `leaving`, for each n."""
    height = sum(page.used - page.top for page in layout.pages)
    line = height / max(1, sum(page.lines for page in layout.pages))
    heights = [0.0]
    for one in leaving:
        heights.append(heights[-1] + line * ceil(len(one.text) / _LINE))
    return tuple(heights)
