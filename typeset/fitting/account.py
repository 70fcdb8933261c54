"""What fitting did, for programs, and in words: nothing is tightened or left out silently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typeset.problems import Problem, Severity
from typeset.tailor.selection import LeftOut
from typeset.typesetting import Layout

_FIRST_WORDS = 8
_MM = 25.4 / 72


@dataclass(frozen=True)
class Account:
    """The `density` and `scale` taken, what was left out, and how many layouts were tried."""

    density: float
    scale: float
    layouts: int
    left_out: tuple[LeftOut, ...] = ()


def notes(
    theme: str, account: Account, asked: tuple[float, float], pages: int, before: int
) -> tuple[Problem, ...]:
    """What was changed beside the density and scale `asked`, and each highlight left out.

    `before` is how many pages it would have been. Nothing changed, nothing said.
    """
    changes = _changes(account, asked)
    if account.left_out:
        changes.append(f"{counted(len(account.left_out), 'highlight')} left out")
    if not changes:
        return ()
    if pages < before:
        what = f"fitted on {counted(pages, 'page')} instead of {before} in {theme!r}"
    else:
        what = f"in {theme!r}, so that the last page holds more than two lines"
    said = Problem("fitted", f"{what}: {_listed(changes)}", Severity.NOTE)
    return said, *map(_left_out, account.left_out)


def _changes(account: Account, asked: tuple[float, float]) -> list[str]:
    now = (account.density, account.scale)
    return [
        f"{what} to {100 * new / old:.0f} %"
        for what, new, old in zip(("spacing", "text size"), now, asked, strict=True)
        if new != old
    ]


def _listed(items: Sequence[str]) -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last


def _left_out(one: LeftOut) -> Problem:
    words = one.text.split()
    shown = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
    message = f"left out to fit: “{shown}” ({one.address}): {one.reason}"
    return Problem("left-out", message, Severity.NOTE)


def few_lines(layout: Layout) -> Problem:
    """The last page holds next to nothing, and nothing that may be done helps."""
    page = len(layout.pages)
    return Problem(
        "short-last-page",
        f"page {page}, the last, holds only {counted(layout.pages[-1].lines, 'line')}",
        Severity.WARNING,
        hint="leave something out, or write a little more",
    )


def impossible(
    tightest: Layout, pages: int, leaving: Sequence[LeftOut], *, letter: bool
) -> Problem:
    """By how much the document is too long for `pages`, also without all that may leave."""
    beyond = tightest.pages[pages:]
    over = sum(page.used - page.top for page in beyond)
    lines = counted(sum(page.lines for page in beyond), "line")
    without = f" and without the {counted(len(leaving), 'highlight')} that may be left out"
    return Problem(
        "does-not-fit",
        f"the document does not fit on {counted(pages, 'page')}: at the theme's tightest"
        f"{without if leaving else ''} it needs {len(tightest.pages)}, "
        f"{over * _MM:.0f} mm or about {lines} too much",
        hint="shorten the letter, or take a denser theme" if letter else _HINT,
    )


_HINT = (
    "leave something out, or take a denser theme; a highlight with a `priority` may be left "
    "out by fitting, with `leave-out: true` in an application any"
)


def counted(number: int, what: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
