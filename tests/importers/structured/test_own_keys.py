"""Data under any keys, of any shape, becomes a profile: no shape is an error, no word is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from typeset.importers import Source, sniff
from typeset.importers.structured import own_names
from typeset.importers.structured.own_keys import read_own_keys
from typeset.problems import TypesetError

_TABLES = ("person", "account", "entry", "section", "settings", "machinery", "wrappers")
_KEYS = sorted({word for table in _TABLES for word in own_names._names(table)} | {"advisor", "x"})
_TEXTS = st.sampled_from(
    ["Harbour Ltd", "2019 - 2022", "May 2020", "true", "present", "- one\n- two", "<b>bold</b> x",
     "https://example.org/a", "ann@example.org", "tel:+15550100", "[a](b", "*", "Oslo, Norway"]
)  # fmt: skip
_DATA = st.recursive(
    _TEXTS | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)
_SECTIONS = st.sampled_from(
    ["work", "jobs", "education", "skills", "projects", "awards", "publications", "languages",
     "references", "volunteering", "certifications", "interests", "hobby horses", "name", "contact"]
)  # fmt: skip


@given(st.dictionaries(_SECTIONS, _DATA, min_size=1, max_size=4) | st.lists(_DATA, min_size=1))
def test_any_shape_is_read(data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True)
    imported = read_own_keys(Source(Path("any.yaml"), text))
    unplaced = {p.message for p in imported.problems if p.rule == "unplaced"}
    assert (imported.words > imported.placed) == bool(unplaced)


@pytest.mark.parametrize(
    "text",
    [
        "basic:\n  name: Ann\nwork:\n- name: Mill\n",  # a profile with a letter missing
        "basics:\n  name: Ann\nwrok: []\n",
        "name: notes\nthings:\n- one\n",
        "- Name: Ann\n- Job: miller\n",
    ],
    ids=["no-basics", "misspelt", "no-resume", "a-list"],
)
def test_what_is_no_resume_of_its_own_is_left_to_others(text: str) -> None:
    assert sniff(text).name != "own keys"


def test_data_that_is_broken_is_refused() -> None:
    with pytest.raises(TypesetError):
        read_own_keys(Source(Path("broken.yaml"), 'name: "Ann\n'))
