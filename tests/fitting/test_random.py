"""Random profiles on as many pages as chance wants: met, or refused for good reason; never a word
lost in silence, and in few layouts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import pytest

from tests.fitting.profiles import random_profile
from typeset.document import Document, reading_order
from typeset.loading import Loaded
from typeset.pipeline import Prepared, Rendered, Settings, prepare, render
from typeset.problems import TypesetError
from typeset.tailor.leaving import may_leave
from typeset.theming import find_themes
from typeset.typesetting import Press
from typeset.words import differences, words

THEMES = sorted(set(find_themes([])) - {"base"})
EACH = 8
"""Profiles for each theme: 56 with seven themes."""


@pytest.mark.parametrize("theme", THEMES)
def test_pages_are_met_or_refused_and_no_word_is_lost(theme: str, press: Press) -> None:
    first = EACH * THEMES.index(theme)
    made = [_made(theme, number, press) for number in range(first, first + EACH)]
    layouts = [one.fitted.account.layouts for one in made if one]
    tried = [count for count in layouts if count > 1]
    assert len(tried) >= 2, "what fits as it is proves nothing"
    assert median(layouts) < 8
    assert max(tried) < 14


def _made(theme: str, number: int, press: Press) -> Rendered | None:
    """A random profile on one page or two; None where it was refused, and rightly."""
    chance, profile = Random(number), random_profile(number)
    pages = chance.choice([1, 1, 1, 1, 2])
    leaving = may_leave(profile, any_highlight=chance.random() < 0.5)
    settings = Settings(theme=theme, pages=pages)
    prepared = prepare(Loaded(profile, Path("me.yaml")), settings, leaving)
    made = _rendered(prepared, press)
    if isinstance(made, list):
        assert made == ["does-not-fit"], number
        assert _tightest(prepared, press) > pages, number
        return None
    left_out = made.fitted.account.left_out
    assert made.pages <= pages, number
    assert left_out == leaving[: len(left_out)], number
    assert [p.rule for p in made.problems].count("left-out") == len(left_out), number
    # `render` has checked that the PDF has the words of the document, in order.
    missing, added = differences(_words(prepared.document), _words(made.document))
    assert not added, number
    assert Counter(missing) == Counter(w for one in left_out for w in words(one.text)), number
    return made


def _rendered(prepared: Prepared, press: Press) -> Rendered | list[str]:
    """The PDF, or the rules for which it is refused."""
    try:
        return render(prepared, press)
    except TypesetError as error:
        return [problem.rule for problem in error.problems]


def _tightest(prepared: Prepared, press: Press) -> int:
    """How many pages remain where everything that may go is gone and all is at the limit."""
    fit = prepared.theme.fit
    tight = {"density": str(fit.density), "scale": str(fit.scale)}
    base = prepared.without(one.address for one in prepared.may_leave).loaded
    # More pages than it takes: nothing is fitted.
    settings = replace(prepared.settings, pages=99, options=tight)
    return render(prepare(base, settings, ()), press).pages


def _words(document: Document) -> list[str]:
    return [word for text in reading_order(document) for word in words(text)]
