"""What holds for every source: words, order, round trip, and what must make no difference."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.drawing import draws
from tests.importers.fixture_files import FIXTURES, UNSEEN, Fixture, import_again, imported
from tests.importers.invariance import CHANGES, is_markdown, source_words, spine_texts
from typeset.importers import import_text
from typeset.importers.text.markup.inline import visible
from typeset.importers.text.reading import read_markdown, read_plain
from typeset.problems import TypesetError
from typeset.profile.reading import read_profile
from typeset.profile.writing import write_profile
from typeset.words import CONTROL, NEWLINE, clean, words

MARKDOWN = [fixture for fixture in FIXTURES if is_markdown(fixture.source)]


@pytest.mark.parametrize("fixture", [*FIXTURES, *UNSEEN], ids=str)
def test_round_trip(fixture: Fixture) -> None:
    profile = imported(fixture).profile
    written = write_profile(profile)
    again = read_profile(written)
    assert again == profile
    assert again.basics.contact_order == profile.basics.contact_order
    assert write_profile(again) == written


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_order_is_kept(fixture: Fixture) -> None:
    became = imported(fixture)
    told = any(choice.rule == "groups-in-columns" for choice in became.choices)
    source = source_words(_by_columns(fixture.source) if told else fixture.source)
    labelled = {one.text for one in became.choices if one.rule == "cell-under-label"}
    at = 0
    # Between the authors of a citation and what is said behind it stand its title and venue.
    for text in (part for whole in spine_texts(became.profile) for part in whole.split("\n\n")):
        if text in labelled:
            continue  # the head of its column stands over all rows
        whole_run = _find(source, words(visible(text)), at) >= at
        for part in [text] if whole_run else _around_year(text):
            run = words(visible(part))
            found = _find(source, run, at)
            assert found >= at, text
            at = found + len(run)


def _around_year(text: str) -> list[str]:
    """Volume and pages of a journal, whose year may have stood between them: "18, S. 4–7"."""
    return [text] if re.search(r"[^\W\d_]{3}", text) else text.split(", ")


def _by_columns(source: str) -> str:
    """A source as it is read down the columns of its tables."""
    rows = [re.split(r"\s*\|\s*", row.strip("| ")) for row in re.findall(r"(?m)^\|.*\w.*$", source)]
    columns = "\n".join(" ".join(column) for column in zip_longest(*rows, fillvalue=""))
    return re.sub(r"(?m)(?:^\|.*\n?)+", lambda _: f"{columns}\n", source, count=1)


def _find(source: list[str], run: list[str], at: int) -> int:
    return next((i for i in range(at, len(source) + 1) if source[i : i + len(run)] == run), -1)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("fixture", MARKDOWN, ids=str)
def test_style_makes_no_difference(fixture: Fixture, change: Callable[[str], str]) -> None:
    changed = import_again(change(fixture.source), fixture)
    assert changed.profile == imported(fixture).profile


_FEWEST = {"crlf": 700, "stars": 400, "underscores": 350, "rules": 10, "rewrapped": 90}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_of_style_changes_many(change: Callable[[str], str]) -> None:
    changed = sum(change(fixture.source) != fixture.source for fixture in MARKDOWN)
    assert changed >= _FEWEST[change.__name__]


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_invisible_characters_make_no_difference(fixture: Fixture) -> None:
    spaced = fixture.source.replace(", ", ",\u00a0").replace("e", "e\u200b", 3)
    assert import_again(spaced, fixture).profile == imported(fixture).profile


_PIECES = st.sampled_from(
    ["# ", "## ", "- ", "  - ", "* ", "> ", "1. ", "---", "\n", "\n\n", " · ", " | ", ", ", ": ",
     "**", "*", "_", "`", "[", "](http://a.example)", "<b>", "</b>", "&amp;", "\\", "2019", " – ",
     "present", "(", ")", "Experience", "Education", "Skills", "Dear ", "Best,", "Baker", "Ltd",
     "a@example.com", "+44 1632 960001", "    ", "\t", "|-|-|", "• ", "Ümlaut", "林", "“", "”",
     "Mar 2020", "Hello.", "<!-- x -->", "<br>", "~", "=====", "PS: ", "Subject: "]
)  # fmt: skip


def _accounted(source: str) -> None:
    """A text is read with each word placed or listed, or refused for having none."""
    try:
        became = import_text(source)
    except TypesetError as refused:
        became = None
        rules = {problem.rule for problem in refused.problems}
    if became is None:
        assert rules <= {"empty-file", "no-words"}
        return
    assert not [problem for problem in became.problems if problem.rule == "invented"]
    told = {(p.rule, p.span.line) for p in became.problems if p.span}
    unplaced = became.profile.unplaced
    lost = sum(len(words(one.text)) for one in unplaced if ("aside", one.line) not in told)
    assert became.placed + lost == became.words
    assert read_profile(write_profile(became.profile)) == became.profile


@draws(300)
@given(st.lists(_PIECES, min_size=1, max_size=40).map("".join))
@example("• • ")
@example("- #  · , ")
@example("_a@example.com_")
@example("# A B\n\n## Zzz\n\n· \n“| - * \nTo: 2010\n### Baker, Moss Mill Ltd (2016 – 2018)\n[Firm]")
@example("# A\n\n## Awards\n\n**+ - ab(\np | B | b@ex.fr\n)░)| 。· \n# - , \n\n“░\nLinen\n- a day")
def test_any_text_is_read_and_accounted_for(source: str) -> None:
    _accounted(source)


LINES = sorted({line for fixture in FIXTURES for line in fixture.source.split("\n")})
_TWO_FRAMED = (
    "###### [ [renner.example](https://renner.example) ] . [ odile@renner.example ]"
    " . [ +41 31 555 01 20 ]\n"
) * 2


@draws(300)
@example("# **Asta Holm: Pilot**\n# **Asta Holm: Pilot**\n\t2015 - 2018\n# Ed Marsh\n## 唱片")
@example(
    "    - ___Telegram:___ [@ann](https://t.me/ann)\n                Dakwerken Oost V.O.F., Norg"
)
@example(f"\t\t- Kept records of meals\n{_TWO_FRAMED}# **Jamal Carter**")
@example("    <h3>\n# **Jamal Carter**")
@example("    <h3>\n\t\t- Kept records of meals\n# **Jamal Carter**")
@example("Jane Moss\n\n[ ]\n\nDear Ms Hill,\n\nI write to you.")
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=30).map("\n".join))
def test_any_mixture_of_lines_is_read_and_accounted_for(source: str) -> None:
    _accounted(source)


_TITLES = [
    *("Summary", "Contact", "Experience", "Education", "Skills", "Languages", "Projects", "Talks"),
    *("Publications", "Awards", "Certificates", "Volunteering", "Interests", "References", "Zzz"),
    *("Berufserfahrung", "Formation", "Grants", "Memberships", "職歴", "学歴", "الخبرة"),
]
"""A section of each kind, and of none."""
_PARTS = sorted({part for line in LINES for part in re.split(r"(\s+|[^\w\s]+)", line) if part})
_MARKED = st.sampled_from(["", "- ", "• ", "### ", "#### ", "> ", "| ", "**", "  ", "    - "])
_ANY_LINES = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.builds(
            str.__add__, _MARKED, st.lists(st.sampled_from(_PARTS), max_size=12).map("".join)
        ),
    ),
    min_size=1,
    max_size=12,
).map("\n".join)


@draws(300)
@example([("Summary", "## Selected Projects\n- ")])
@example([("Summary", '">*0*')])
@example([("Experience", "#### 検査工程\n### Tirocinio\n2016 - oggi\n### !")])
@given(st.lists(st.tuples(st.sampled_from(_TITLES), _ANY_LINES), min_size=1, max_size=3))
def test_any_lines_under_any_title_are_read_and_accounted_for(parts: list[tuple[str, str]]) -> None:
    _accounted("# Ada Quill\n\n" + "\n\n".join(f"## {title}\n\n{text}" for title, text in parts))


@draws(100)
@given(st.text(max_size=200))
def test_both_readers_take_any_text(source: str) -> None:
    text = clean(CONTROL.sub("", NEWLINE.sub("\n", source)))
    for read in (read_markdown, read_plain):
        became = read(text, "any")
        assert became.placed <= became.words
