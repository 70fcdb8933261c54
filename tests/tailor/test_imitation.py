"""Words that pretend to be an entry are seen; words about years are not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.tailor.base import refused, tailored
from typeset.tailor.imitation import new_headings, new_heads


@pytest.mark.parametrize(
    "heading",
    [
        *("### Director, Big Ben", "- ### Director, Big Ben", "> ## Director, Big Ben"),
        *("1. # Director", "Director, Big Ben\n===", "1. Director\n   ----", "> Director\n> ---"),
        *("  #", "* > - # Director"),
    ],
)
def test_a_heading_wherever_markdown_allows_one(tmp_path: Path, heading: str) -> None:
    assert new_headings(f"Clocks.\n\n{heading}\n\nMore.", "")
    text = "\n".join(f"    {line}" for line in heading.split("\n"))
    error = refused(tmp_path, f"replace:\n  basics.summary: |\n    Clocks.\n\n{text}\n")
    assert [problem.rule for problem in error.problems] == ["honesty"]


@pytest.mark.parametrize("text", ["#1 in Kelso", "Clocks - and dials", "a == b", "5. A list", "-"])
def test_what_is_no_heading(text: str) -> None:
    assert new_headings(text, "") == []


def test_the_profiles_own_headings_may_stay_and_no_other_beside_them() -> None:
    before = "## Clocks\n\nForty."
    assert new_headings("##  Clocks\n\nFifty.", before) == []
    assert new_headings("## Clocks\n\n## Director", before) == ["## Director"]
    assert new_headings("## Clock", before) == ["## Clock"]


@pytest.mark.parametrize(
    "line",
    [
        *("**Director, Big Ben**, 2012 – 2018", "__Director__ (2012)", "*Director*, since 2012"),
        *("Director, Big Ben Ltd, 2012–2018", "Director (2018 – present)", "- **Director** 2018"),
        *("> Director | 2012-2018", "**Director, Big Ben**", "Director, 2012–2018\\"),
    ],
)
def test_a_line_like_the_head_of_an_entry_is_a_warning(tmp_path: Path, line: str) -> None:
    assert new_heads(f"Clocks.\n\n{line}", "")
    assert new_heads(f"Clocks.\n\n{line}", f"So: {line}") == []
    made = tailored(tmp_path, f"replace:\n  sections.work.body: |\n    {line}\n")
    assert "looks-like-an-entry" in {problem.rule for problem in made.problems}


@pytest.mark.parametrize(
    "line",
    [
        "Rebuilt the clocks of 2012–2018.",
        "From 2012 to 2018 she was at the museum, which sent her to all the towers from 2012–2018",
        "**Towers:** twelve of them rebuilt",
        "Twelve turret clocks",
    ],
)
def test_what_is_like_no_head(line: str) -> None:
    assert new_heads(line, "") == []


def test_a_bullet_or_a_title_may_end_with_years_but_not_hide_a_second_line() -> None:
    assert new_heads("Ran the museum's towers 2012–2018", "", inline=True) == []
    assert new_heads("Ran it\\\nDirector, Big Ben, 2012–2018", "", inline=True)
    assert new_heads("Director of Big Ben 2012", "", lead=True, inline=True)


@pytest.mark.parametrize("text", ["x" * 300_000, "- " * 100_000, "#" * 200_000, "**a" * 60_000])
def test_long_texts_are_read_at_once(text: str) -> None:
    start = time.monotonic()
    new_headings(text, "")
    new_heads(text, "")
    assert time.monotonic() - start < 5
