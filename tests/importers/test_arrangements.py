"""Heads of positions in every usual arrangement: what stands on which line, and what parts it.

An arrangement names its lines from above: `r` is the role, `o` the organisation, `p` its place,
`d` the dates; `()` sets brackets, `@` the word "at", `~` the right margin.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from typeset.importers.formats import import_text


class Post(NamedTuple):
    """What a head holds."""

    r: str
    o: str
    p: str
    d: str
    start: str
    end: str


POSTS = (
    Post("Site Manager", "Harrow & Pike Ltd", "Dover, DE", "Mar 2019 – Present", "2019-03", ""),
    Post("Front of house", "Tollgate Moorings", "Salem, OR", "2016 – 2019", "2016", "2019"),
    Post(
        "Bench Joiner", "Oakfield Interiors", "Bristol", "May 2014 – Feb 2016", "2014-05", "2016-02"
    ),
)

ONE_LINE = "rod ord drop dor ropd rdo dro ro(d) or(d) r@od r@o(d) ro(p)d or(p)d ro(p)~d or~d"
TWO_LINES = (
    "r~d/op r~d/o~p o~d/r~p o~p/r~d r/od r/opd o/rd o/rpd ro/d ro/dp or/dp op/rd op/r~d o(p)/rd "
    "o(p)/r(d) r(d)/op r(d)/o(p) rd/o(p) d/ro d/rop d/or dr/op do/r o(d)/rp ro(p)/d r@o/d r/o(p)d"
)
THREE_LINES = "r/o/d r/o/dp r/op/d o/r/d o/r/dp op/r/d d/r/op r/o(p)/d o(p)/r/d r/o/d/p o/r/p/d"


def shown(line: str, post: Post, sign: str) -> str:
    """One line of a head as a person types it into a text file."""
    text = ""
    for part in re.findall(r"\(\w\)|[@~]?\w", line):
        value = getattr(post, part.strip("()@~"))
        before = {"(": " (", "@": " at ", "~": "\t"}.get(part[0], sign if text else "")
        text += before + value + (")" if part[0] == "(" else "")
    left, tab, right = text.partition("\t")
    return f"{left:<58}  {right}" if tab else text


@pytest.mark.parametrize("sign", [", ", " | "], ids=["commas", "bars"])
@pytest.mark.parametrize("arrangement", f"{ONE_LINE} {TWO_LINES} {THREE_LINES}".split())
def test_every_part_of_a_head_is_read(arrangement: str, sign: str) -> None:
    heads = (
        "\n".join(shown(line, post, sign) for line in arrangement.split("/")) for post in POSTS
    )
    body = "\n\n".join(f"{head}\n- Kept the daily books" for head in heads)
    read = import_text(f"Ann Bell\nbell@example.com\n\nEXPERIENCE\n\n{body}\n").profile.work
    told = [(work.position, work.name, str(work.location or "")) for work in read]
    assert told == [(post.r, post.o, post.p if "p" in arrangement else "") for post in POSTS]
    dates = [(str(work.start_date), str(work.end_date)) for work in read]
    assert dates == [(post.start, post.end or "present") for post in POSTS]
