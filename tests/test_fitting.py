"""Pages asked → pages met: by spacing before size, in few layouts, with an account of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.say import loaded, refused
from tests.theming.test_theme import MINIMAL, make_theme
from typeset import pipeline
from typeset.fitting import SHORT_LAST_PAGE, Fitted, fit
from typeset.pipeline import Settings, prepare
from typeset.typesetting import Press, Source, Stylesheet

DEFAULT = Settings()
LINE = "One line of text, as long as a line of a résumé is, more or less."


def _resume(lines: int) -> str:
    """A résumé with this many bullets."""
    bullets = "".join(f"      - {LINE}\n" for _ in range(lines))
    return f"basics: {{name: Ada}}\nwork:\n  - name: Acme\n    highlights:\n{bullets}"


def _letter(paragraphs: int) -> str:
    body = "\n\n    ".join([LINE] * paragraphs)
    return f"basics: {{name: Ada}}\nletter:\n  body: |\n    {body}\n  closing: Yours,\n"


@cache
def _shared_press() -> Press:
    return Press()


def _fit(
    text: str, pages: int | None = None, settings: Settings = DEFAULT, **options: str
) -> Fitted:
    prepared = prepare(loaded(text), replace(settings, options=options))
    html = prepared.html()
    source = Source(
        html=html.text,
        base=html.folders[0],
        stylesheets=tuple(Stylesheet(style.text, html.folders[0]) for style in html.styles),
        allowed=html.folders,
        families=html.families,
    )
    sheet = _shared_press().open(source)
    is_letter = prepared.document.kind == "letter"
    return fit(sheet, prepared.theme, prepared.values, pages, letter=is_letter)


@cache
def _full_page() -> int:
    """How many bullets fill exactly one page."""
    low, high = 20, 90
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if len(_natural(middle).pages) == 1 else (low, middle)
    return low


@cache
def _natural(lines: int) -> Any:
    return _fit(_resume(lines), pages=9).layout


def test_what_fits_is_laid_out_once_and_left_alone() -> None:
    fitted = _fit(_resume(_full_page()), pages=1)
    assert (fitted.density, fitted.scale, fitted.layouts, fitted.problems) == (1, 1, 1, ())


def test_spacing_is_tightened_before_size() -> None:
    fitted = _fit(_resume(_full_page() + 3), pages=1)
    assert len(fitted.layout.pages) == 1
    assert fitted.density < 1
    assert fitted.scale == 1
    (note,) = fitted.problems
    assert (note.rule, note.severity) == ("fitted", "note")
    assert "1 page instead of 2" in note.message
    assert "spacing to" in note.message
    assert "size" not in note.message


def test_size_follows_where_spacing_does_not_do() -> None:
    fitted = _fit(_resume(_full_page() + 10), pages=1)
    assert len(fitted.layout.pages) == 1
    assert fitted.scale < 1
    assert "text size to" in fitted.problems[0].message


def test_no_more_is_tightened_than_is_needed() -> None:
    """One step looser and the page would overflow."""
    fitted = _fit(_resume(_full_page() + 3), pages=1)
    looser = _fit(_resume(_full_page() + 3), pages=9, density=f"{fitted.density + 0.006}")
    assert len(looser.layout.pages) == 2


@pytest.mark.parametrize("more", [1, 3, 6, 10])
def test_few_layouts_are_made(more: int) -> None:
    assert _fit(_resume(_full_page() + more), pages=1).layouts < 10


def test_impossible_says_by_how_much() -> None:
    (problem,) = refused(lambda: _fit(_resume(2 * _full_page()), pages=1))
    assert problem.rule == "does-not-fit"
    (over,) = re.findall(r"needs 2, (\d+) mm too much", problem.message)
    assert 100 < int(over) < 250, "about three quarters of an A4 page"
    assert problem.hint


def test_options_already_below_the_limits_are_kept() -> None:
    """A size chosen by the user is not made larger to be fitted."""
    fitted = _fit(_resume(_full_page() + 2), pages=9, density="0.86", scale="0.86")
    assert (fitted.density, fitted.scale, fitted.layouts) == (0.86, 0.86, 1)


def test_short_last_page_is_avoided_and_said() -> None:
    fitted = _fit(_resume(_full_page() + 2))
    assert len(fitted.layout.pages) == 1
    assert fitted.problems[0].rule == "fitted"


def test_short_last_page_stays_where_it_cannot_be_avoided(tmp_path: Path) -> None:
    """The theme declares how far fitting may go; this one, not at all."""
    make_theme(tmp_path, "rigid", f"{MINIMAL}extends: classic")
    settings = Settings(theme="rigid", themes_dirs=(tmp_path,))
    lines = _full_page() + 2
    assert 0 < _natural(lines).pages[-1].fill < SHORT_LAST_PAGE
    fitted = _fit(_resume(lines), settings=settings)
    assert (len(fitted.layout.pages), fitted.density, fitted.problems) == (2, 1, ())
    (problem,) = refused(lambda: _fit(_resume(lines), pages=1, settings=settings))
    assert problem.rule == "does-not-fit"


def test_well_filled_last_page_is_left_alone() -> None:
    fitted = _fit(_resume(_full_page() + 30))
    assert (len(fitted.layout.pages), fitted.layouts) == (2, 1)


def test_letter_of_two_pages_is_brought_to_one() -> None:
    counts = {n: len(_fit(_letter(n), pages=9).layout.pages) for n in range(24, 34)}
    two = next(n for n, pages in counts.items() if pages == 2)
    assert len(_fit(_letter(two)).layout.pages) == 1


def test_the_pipeline_reports_what_was_fitted(press: Press) -> None:
    text = _resume(_full_page() + 3)
    rendered = pipeline.render(prepare(loaded(text), Settings(pages=1)), press)
    assert rendered.pages == 1
    assert [problem.rule for problem in rendered.problems] == ["fitted"]
