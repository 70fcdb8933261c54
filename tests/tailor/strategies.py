"""Profiles made to be mistaken: few words, few ids, so that nearly all addresses clash."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from typeset.problems import TypesetError
from typeset.profile import Profile, read_profile

_WORDS = ["work", "skills", "summary", "acme", "mill", "clerk", "title", "basics", "9 mills"]
TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
_IDS = st.sampled_from(["work", "skills", "acme", "mill-clerk", "acme-2", "work/acme", "own"])
_TAGS = st.lists(st.sampled_from("abc"), max_size=2)
Data = st.SearchStrategy[dict[str, Any]]


def _some(**keys: st.SearchStrategy[Any]) -> Data:
    return st.fixed_dictionaries({}, optional={"id": _IDS, "tags": _TAGS, **keys})


def _highlights(depth: int) -> st.SearchStrategy[list[Any]]:
    inside = {"children": _highlights(depth - 1)} if depth else {}
    bullet = st.tuples(_some(lead=TEXTS, **inside), TEXTS).map(lambda d: {**d[0], "text": d[1]})
    prose = st.tuples(_some(), TEXTS).map(lambda d: {**d[0], "prose": d[1]})
    return st.lists(TEXTS | bullet | prose, max_size=3)


def _entry(**keys: st.SearchStrategy[Any]) -> Data:
    return _some(startDate=st.sampled_from(["2019", "2020"]), highlights=_highlights(1), **keys)


_ROLE = _entry(position=TEXTS)
_CLIENT = _entry(name=TEXTS, position=TEXTS)
_WORK = _entry(
    name=TEXTS,
    position=TEXTS,
    summary=TEXTS,
    roles=st.lists(_ROLE, max_size=2),
    engagements=st.lists(_CLIENT, max_size=2),
)
_KINDS = st.sampled_from(["work", "awards", "skills", "languages", "summary"])
_SECTION = _KINDS | st.fixed_dictionaries(
    {},
    optional={
        "kind": _KINDS,
        "title": TEXTS,
        "body": TEXTS,
        "entries": st.lists(_IDS | _entry(title=TEXTS), max_size=3),
    },
)
_DATA = st.fixed_dictionaries(
    {"basics": st.fixed_dictionaries({"name": TEXTS}, optional={"summary": TEXTS})},
    optional={
        "sections": st.lists(_SECTION, max_size=4),
        "work": st.lists(_WORK, max_size=3),
        "awards": st.lists(_some(title=TEXTS, awarder=TEXTS), max_size=2),
        "skills": st.lists(_some(name=TEXTS, keywords=st.lists(TEXTS, max_size=2)), max_size=2),
        "languages": st.lists(_some(language=TEXTS, fluency=TEXTS), max_size=2),
    },
)


def _read(data: dict[str, Any]) -> Profile:
    try:
        return read_profile(json.dumps(data))
    except TypesetError:
        reject()


PROFILES = _DATA.map(_read)
"""Profiles that are read without an error."""
