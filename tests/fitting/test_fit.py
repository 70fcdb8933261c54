"""Pages asked → pages met: by spacing before size, in few layouts, with an account of it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from tests import pdf
from tests.say import loaded, profile, refused
from tests.theming.test_theme import MINIMAL, make_theme
from typeset import pipeline
from typeset.document import reading_order
from typeset.fitting import SHORT_LAST_PAGE, Account, Fitted, fit
from typeset.importers import embedded
from typeset.pipeline import Prepared, Settings, prepare
from typeset.tailor import LeftOut
from typeset.tailor.leaving import may_leave
from typeset.typesetting import Page, Press, Sheet, Source, Stylesheet

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
    text: str,
    pages: int | None = None,
    settings: Settings = DEFAULT,
    leaving: tuple[LeftOut, ...] = (),
    **options: str,
) -> Fitted:
    prepared = prepare(loaded(text), replace(settings, options=options), leaving)

    def without(count: int) -> Sheet:
        return _open(prepared.without(one.address for one in leaving[:count]))

    is_letter = prepared.document.kind == "letter"
    theme, values = prepared.theme, prepared.values
    return fit(without, theme, values, pages, letter=is_letter, leaving=leaving)


def _open(prepared: Prepared) -> Sheet:
    html = prepared.html()
    source = Source(
        html=html.text,
        base=html.folders[0],
        stylesheets=tuple(Stylesheet(style.text, html.folders[0]) for style in html.styles),
        allowed=html.folders,
        families=html.families,
    )
    return _shared_press().open(source)


@cache
def _natural(text: str, density: float = 1) -> tuple[Page, ...]:
    """The pages as they are where nothing is fitted."""
    settings = Settings(options={"density": str(density)})
    return _open(prepare(loaded(text), settings)).layout().pages


def _taken(fitted: Fitted) -> tuple[float, float]:
    return fitted.account.density, fitted.account.scale


def _any(text: str) -> tuple[LeftOut, ...]:
    return may_leave(profile(text), any_highlight=True)


@cache
def _full_page() -> int:
    """How many bullets fill exactly one page."""
    low, high = 20, 90
    while high - low > 1:
        middle = (low + high) // 2
        full = len(_natural(_resume(middle))) == 1
        low, high = (middle, high) if full else (low, middle)
    return low


def test_what_fits_is_laid_out_once_and_left_alone() -> None:
    fitted = _fit(_resume(_full_page()), pages=1)
    assert fitted.account == Account(1, 1, 1)
    assert fitted.problems == ()


def test_spacing_is_tightened_before_size() -> None:
    fitted = _fit(_resume(_full_page() + 3), pages=1)
    assert len(fitted.layout.pages) == 1
    assert fitted.account.density < 1
    assert fitted.account.scale == 1
    (note,) = fitted.problems
    assert (note.rule, note.severity) == ("fitted", "note")
    assert "1 page instead of 2" in note.message
    assert "spacing to" in note.message
    assert "size" not in note.message


def test_size_follows_where_spacing_does_not_do() -> None:
    fitted = _fit(_resume(_full_page() + 10), pages=1)
    assert len(fitted.layout.pages) == 1
    assert fitted.account.scale < 1
    assert "text size to" in fitted.problems[0].message


def test_no_more_is_tightened_than_is_needed() -> None:
    """One step looser and the page would overflow."""
    fitted = _fit(_resume(_full_page() + 3), pages=1)
    looser = fitted.account.density + 0.011
    assert len(_natural(_resume(_full_page() + 3), looser)) == 2


@pytest.mark.parametrize("more", [1, 3, 6, 10])
def test_few_layouts_are_made(more: int) -> None:
    assert _fit(_resume(_full_page() + more), pages=1).account.layouts < 8


def test_impossible_says_by_how_much() -> None:
    (problem,) = refused(lambda: _fit(_resume(2 * _full_page()), pages=1))
    assert problem.rule == "does-not-fit"
    said = re.search(r"needs 2, (\d+) mm or about (\d+) lines too much", problem.message)
    assert said
    over, lines = said.groups()
    assert 100 < int(over) < 250, "about three quarters of an A4 page"
    assert int(lines) == pytest.approx(int(over) / 3.6, rel=0.1)
    assert "leave-out: true" in problem.hint


def test_options_already_below_the_limits_are_kept() -> None:
    """A size chosen by the user is not made larger to be fitted."""
    fitted = _fit(_resume(_full_page() + 2), pages=9, density="0.86", scale="0.86")
    assert fitted.account == Account(0.86, 0.86, 1)


def test_short_last_page_is_avoided_and_said() -> None:
    fitted = _fit(_resume(_full_page() + 2))
    assert len(fitted.layout.pages) == 1
    assert fitted.problems[0].rule == "fitted"


def test_short_last_page_stays_where_it_cannot_be_avoided(tmp_path: Path) -> None:
    """The theme declares how far fitting may go; this one, not at all."""
    make_theme(tmp_path, "rigid", f"{MINIMAL}extends: classic")
    settings = Settings(theme="rigid", themes_dirs=(tmp_path,))
    lines = _full_page() + 2
    assert 0 < _natural(_resume(lines))[-1].fill < SHORT_LAST_PAGE
    fitted = _fit(_resume(lines), settings=settings)
    assert (len(fitted.layout.pages), *_taken(fitted)) == (2, 1, 1)
    (problem,) = refused(lambda: _fit(_resume(lines), pages=1, settings=settings))
    assert problem.rule == "does-not-fit"


def test_well_filled_last_page_is_left_alone() -> None:
    fitted = _fit(_resume(_full_page() + 30))
    assert (len(fitted.layout.pages), fitted.account.layouts) == (2, 1)


def test_letter_of_two_pages_is_brought_to_one() -> None:
    counts = {n: len(_natural(_letter(n))) for n in range(24, 34)}
    two = next(n for n, pages in counts.items() if pages == 2)
    assert len(_fit(_letter(two)).layout.pages) == 1


def test_the_pipeline_reports_what_was_fitted(press: Press) -> None:
    text = _resume(_full_page() + 3)
    rendered = pipeline.render(prepare(loaded(text), Settings(pages=1)), press)
    assert rendered.pages == 1
    assert [problem.rule for problem in rendered.problems] == ["fitted"]


# ---- A last page of two lines ----


def _two_lines_over() -> str:
    """A résumé whose second page holds two lines, by as long as it takes."""
    for lines in range(_full_page() + 1, _full_page() + 5):
        if _natural(_resume(lines))[-1].lines == 2:
            return _resume(lines)
    pytest.fail("no number of bullets leaves two lines")


def test_two_lines_alone_are_brought_back_also_where_there_may_be_more_pages() -> None:
    fitted = _fit(_two_lines_over(), pages=2)
    assert len(fitted.layout.pages) == 1
    assert "1 page instead of 2" in fitted.problems[0].message


def test_two_lines_alone_get_company_where_spacing_may_only_grow(tmp_path: Path) -> None:
    make_theme(tmp_path, "loose", f"{MINIMAL}extends: classic\nfit: {{loosest: 1.06}}")
    settings = Settings(theme="loose", themes_dirs=(tmp_path,))
    for pages in (None, 2):
        fitted = _fit(_two_lines_over(), pages, settings)
        assert len(fitted.layout.pages) == 2
        assert fitted.layout.pages[-1].lines > 2
        assert 1 < fitted.account.density <= 1.06
        assert "more than two lines: spacing to 10" in fitted.problems[0].message


def test_two_lines_alone_are_said_where_nothing_helps(tmp_path: Path) -> None:
    make_theme(tmp_path, "rigid", f"{MINIMAL}extends: classic")
    fitted = _fit(_two_lines_over(), 2, Settings(theme="rigid", themes_dirs=(tmp_path,)))
    assert len(fitted.layout.pages) == 2
    (problem,) = fitted.problems
    assert (problem.rule, problem.severity) == ("short-last-page", "warning")
    assert "holds only 2 lines" in problem.message


# ---- Leaving out ----


def test_nothing_is_left_out_where_tightening_does() -> None:
    text = _resume(_full_page() + 10)
    assert _fit(text, 1, leaving=_any(text)).account.left_out == ()


def test_as_little_is_left_out_as_must() -> None:
    text = _resume(_full_page() + 30)
    leaving = _any(text)
    fitted = _fit(text, 1, leaving=leaving)
    gone = fitted.account.left_out
    assert gone == leaving[: len(gone)]
    assert len(fitted.layout.pages) == 1
    refused(lambda: _fit(_resume(_full_page() + 30 - len(gone) + 1), 1))


def test_space_that_leaving_out_makes_is_used() -> None:
    """What goes is a paragraph of many lines; without it all fits as it is."""
    text = _resume(_full_page() - 2) + f"      - {{text: {LINE * 40!r}, priority: 1}}\n"
    fitted = _fit(text, 1, leaving=may_leave(profile(text)))
    assert len(fitted.account.left_out) == 1
    assert _taken(fitted) == (1, 1)


def test_nothing_is_left_out_unless_pages_are_asked() -> None:
    text = _resume(_full_page() + 12)
    assert 0 < _natural(text)[-1].fill < SHORT_LAST_PAGE
    assert _fit(text, leaving=_any(text)).account.left_out == ()


def test_each_highlight_left_out_is_said_with_its_reason() -> None:
    text = _resume(_full_page() - 2) + f"      - {{text: {LINE * 40!r}, priority: 1}}\n"
    first, second = _fit(text, 1, leaving=may_leave(profile(text))).problems
    assert (first.rule, second.rule) == ("fitted", "left-out")
    assert "1 highlight left out" in first.message
    assert "“One line of text, as long as a …” (acme/one-line-of-text" in second.message
    assert second.message.endswith("priority 1")


def test_impossible_counts_what_may_be_left_out() -> None:
    text = _resume(2 * _full_page()) + f"      - {{text: {LINE!r}, priority: 1}}\n"
    (problem,) = refused(lambda: _fit(text, 1, leaving=may_leave(profile(text))))
    assert "without the 1 highlight that may be left out" in problem.message


def test_what_is_left_out_is_left_out_everywhere(press: Press) -> None:
    """On the page, in the document that the page is checked against, and in what it carries."""
    text = _resume(_full_page()) + f"      - {{text: {'parsnip ' * 400!r}, priority: 1}}\n"
    prepared = prepare(loaded(text), Settings(pages=1, embed=True))
    rendered = pipeline.render(prepared, press)
    (one,) = rendered.fitted.account.left_out
    assert one.text.startswith("parsnip")
    assert "parsnip" not in "".join(reading_order(rendered.document))
    assert "parsnip" not in "".join(pdf.texts(rendered.pdf))
    with pikepdf.open(io.BytesIO(rendered.pdf)) as file:
        carried = file.attachments[embedded.NAME].get_file().read_bytes()
    assert b"One line of text" in carried
    assert b"parsnip" not in carried
    assert [problem.rule for problem in rendered.problems] == ["fitted", "left-out"]


def test_the_key_is_that_of_the_whole_profile(tmp_path: Path, press: Press) -> None:
    """Else the next run could not know, before fitting, that nothing has changed."""
    text = _resume(_full_page() - 2) + f"      - {{text: {LINE * 40!r}, priority: 1}}\n"
    prepared = prepare(loaded(text), Settings(pages=1))
    path = tmp_path / "me.pdf"
    path.write_bytes(pipeline.render(prepared, press).pdf)
    assert pipeline.is_current(path, prepare(loaded(text), Settings(pages=1)).key)
    other = text.replace("priority: 1", "priority: 2")
    assert not pipeline.is_current(path, prepare(loaded(other), Settings(pages=1)).key)
