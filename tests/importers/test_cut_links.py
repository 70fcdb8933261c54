"""What a cut leaves of a link is a link again, or words; other brackets stay as they are."""

from __future__ import annotations

import pytest

from typeset.importers.text.cut_links import with_whole_links
from typeset.importers.text.parts import Header, Part
from typeset.importers.text.record import Record
from typeset.importers.text.resume import assemble

ADDRESS = "https://rye.example/a_(b)"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"Prize]({ADDRESS}) for rye", f"[Prize]({ADDRESS}) for rye"),
        ("good) ([proof](https://rye.example", "good) ([proof](https://rye.example)"),
        ("good ([proof](https", "good ([proof"),
        (f"[Rye]({ADDRESS}), oats](./oats.html)", f"[Rye]({ADDRESS}), [oats](./oats.html)"),
        ("](./oats.html)", ""),
    ],
)
def test_an_end_without_its_beginning(text: str, whole: str) -> None:
    made = with_whole_links({"awards": [{"title": text}, {"title": "[Rye"}]})
    assert made == {"awards": [{"title": whole}, {"title": "Rye"}]}


@pytest.mark.parametrize(
    "text",
    [
        f"[Rye]({ADDRESS})",
        r"Rye\](oats)",
        "`f[x](y)`",
        "[a [b] c](./oats.html)",
        "[Rye",
        "[19], [20]",
    ],
)
def test_what_no_cut_went_through(text: str) -> None:
    assert with_whole_links({"title": text}) == {"title": text}


def test_an_entry_that_says_nothing_is_none() -> None:
    part = Part({"kind": "interests"}, "interests", [{"keywords": []}, {"name": "Kites"}])
    found = assemble(Header(), [part], Record("", ""))
    assert [one.name for one in found.interests] == ["Kites"]
