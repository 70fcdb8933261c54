"""Data under any keys, of any shape, becomes a profile: no shape is an error, no word is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing import draws
from typeset.importers import Source, sniff
from typeset.importers.structured import own_names
from typeset.importers.structured.own_keys import read_own_keys
from typeset.problems import TypesetError
from typeset.profile import read_profile, write_profile

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


@draws(200)
@given(st.dictionaries(_SECTIONS, _DATA, min_size=1, max_size=4) | st.lists(_DATA, min_size=1))
def test_any_shape_is_read(data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True)
    imported = read_own_keys(Source(Path("any.yaml"), text))
    assert imported.words == imported.placed or imported.profile.unplaced
    assert read_profile(write_profile(imported.profile)) == imported.profile


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


def test_sections_name_their_entries_as_the_whole_profile_does() -> None:
    """Two entries of other kinds with one name part their ids."""
    data = {
        "name": "Ann Bell",
        "education": [{"school": "Harbour"}],
        "awards": [{"title": "Harbour"}],
        "prizes": [{"title": "Lamp"}],
    }
    imported = read_own_keys(Source(Path("two.yaml"), yaml.safe_dump(data, sort_keys=False)))
    assert read_profile(write_profile(imported.profile)) == imported.profile
