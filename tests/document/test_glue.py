"""Where a line may not break; and that no word changes by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.document.glue import glue, run_text
from typeset.document.markdown import plain
from typeset.document.model import Run
from typeset.words import tokens


def _glued(text: str, *, end: bool = False) -> str:
    return plain(glue(run_text(text), end=end)).replace("\u00a0", "⍽")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18 t and 740 m", "18⍽t and 740⍽m"),
        ("to 380 ms, then", "to 380⍽ms, then"),
        ("40 % of 36 beds", "40⍽% of 36 beds"),
        ("at 37 °C", "at 37⍽°C"),
        ("for €1.9 million in all", "for €1.9⍽million in all"),
        ("12 m² of land", "12⍽m² of land"),
        ("in Mar 2021 already", "in Mar⍽2021 already"),
        ("on 2 February 2026", "on 2⍽February⍽2026"),
        ("by J. S. Bach", "by J.⍽S.⍽Bach"),
        ("p. 4, No. 7 with § 5", "p.⍽4, No.⍽7 with §⍽5"),
        ("one – two — three", "one⍽– two⍽— three"),
        ("Vraiment ? « Oui » !", "Vraiment⍽? «⍽Oui⍽»⍽!"),
        ("no 12345 here", "no 12345 here"),
    ],
)
def test_what_sticks_together(text: str, expected: str) -> None:
    assert _glued(text) == expected


@pytest.mark.parametrize("text", ["at 6:30 p.m. and gave", "for Smith et al. in", "see vol. and"])
def test_lower_case_letters_are_no_initials(text: str) -> None:
    assert _glued(text).endswith(text.split(". ")[-1])
    assert ".⍽" not in _glued(text)


def test_the_last_words_of_a_long_paragraph_stick_together() -> None:
    text = "A paragraph that is long enough to need a second line of its own."
    assert _glued(text, end=True).endswith("its⍽own.")
    assert "⍽" not in _glued("A short line of text.", end=True)
    assert _glued(f"{text} In 20 minutes.", end=True).endswith("20⍽minutes.")
    assert "⍽" not in _glued(f"{text} Very regularly.", end=True)
    assert "⍽" not in _glued(f"{text} Responsibly so.", end=True)
    assert "⍽" not in _glued(f"{text} Verwaltungsangelegenheiten.", end=True)


def test_code_is_left_as_it_is() -> None:
    assert glue((Run("5 m", code=True),)) == (Run("5 m", code=True),)


@given(st.text())
def test_no_word_changes(text: str) -> None:
    assert tokens(plain(glue(run_text(text)))) == tokens(text)
    assert len(plain(glue(run_text(text)))) == len(text)
