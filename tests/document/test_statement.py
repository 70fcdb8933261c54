"""A page without a person: its opening line stands with the title where it is a statement."""

from __future__ import annotations

import pytest

from typeset.document import build_document, reading_order
from typeset.document.markdown import plain
from typeset.profile import read_profile

PAGE = """
title: About
sections:
  - body: {opening}
  - body: I build clocks, and repair what others have built.
  - {{title: Work, body: Every day.}}
"""


@pytest.mark.parametrize(
    ("opening", "label"),
    [
        ("A maker of quiet clocks", "A maker of quiet clocks"),
        ("I make clocks.", ""),
        ("A line of many more words than a statement beside a title would ever have", ""),
    ],
)
def test_opening(opening: str, label: str) -> None:
    document, _ = build_document(read_profile(PAGE.format(opening=opening)))
    assert plain(document.head.label) == label
    texts = [text.replace("\u00a0", " ") for text in reading_order(document)]
    assert texts[:2] == ["About", opening]
