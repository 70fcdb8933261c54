"""Lines are filled, and hang only where there is something to tell apart."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests import pdf
from tests.say import loaded
from typeset.pipeline import Settings, prepare, render
from typeset.typesetting import Press

_WORDS = "we led all of our own men to the far end of it"
_ENDS = ("of up to 3–5", "and **up to** a far-end", "and a well-known")


def test_what_is_glued_at_a_bullets_end_leaves_its_first_line_full(press: Press) -> None:
    """Bullets a letter longer each, so that each of the ends is just too long for its line once.

    WeasyPrint 70 would break that line behind its first word.
    """
    bullets = [f"{_WORDS} {_WORDS} {'i' * size} {end}." for size in range(40) for end in _ENDS]
    listed = "\n".join(f"      - {bullet!r}" for bullet in bullets)
    profile = loaded(f"work:\n  - name: Acme\n    highlights:\n{listed}\n")
    rendered = render(prepare(profile, Settings(theme="classic")), press)
    with pdf.opened(rendered.pdf) as document:
        lines = [
            "".join(piece.text for piece in found)
            for page in document
            for _, found in groupby(pdf.pieces(page), key=lambda piece: round(piece.baseline, 1))
        ]
    first = [line for line in lines if line.startswith("•")]
    assert len(first) == len(bullets)
    assert any("iiii of " in line for line in first)
    assert not [line for line in first if f"{_WORDS} {_WORDS}" not in line]


@pytest.mark.parametrize(
    ("groups", "hangs"),
    [
        ("[{keywords: [KEYWORDS]}]", False),
        ("[{name: Yard, keywords: [KEYWORDS]}]", True),
        ("[{keywords: [KEYWORDS]}, {keywords: [Lime]}]", True),
    ],
)
def test_keywords_hang_where_there_is_another_group_or_a_label(
    groups: str, hangs: bool, press: Press
) -> None:
    profile = loaded(f"skills: {groups.replace('KEYWORDS', ', '.join(['masonry'] * 40))}\n")
    rendered = render(prepare(profile, Settings(theme="classic")), press)
    with pdf.opened(rendered.pdf) as document:
        by_line = groupby(pdf.pieces(document[0]), key=lambda piece: round(piece.baseline, 1))
        lines = [list(line) for _, line in by_line]
    first, second, *_ = [
        min(piece.left for piece in line) for line in lines if "masonry" in line[-1].text
    ]
    assert (second - first > 2) == hangs
