"""YAML out: it reads well, and reading it gives the profile back."""

from __future__ import annotations

import subprocess
import sys

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.say import profile
from typeset.profile import Profile, read_profile, write_profile
from typeset.profile.basics import Basics
from typeset.profile.entries import Highlight, Work
from typeset.profile.writing import _WIDTH, _dump, _Dumper


def test_what_a_person_meets_first_comes_first() -> None:
    made = profile(
        """
        work: [{endDate: present, highlights: [Did it.], startDate: 2020-01, position: P, name: N}]
        sections: [work]
        basics: {url: example.com, summary: S, email: a@example.com, name: A}
        lang: en
        """
    )
    assert write_profile(made).split("\n", 1)[1] == (
        "lang: en\n\n"
        "basics:\n  name: A\n  url: example.com\n  email: a@example.com\n  summary: S\n\n"
        "sections:\n  - work\n\n"
        "work:\n  - name: N\n    position: P\n    startDate: 2020-01\n    endDate: present\n"
        "    highlights:\n      - Did it.\n"
    )


def test_long_and_many_lines_are_blocks() -> None:
    text = write_profile(Profile(basics=Basics(summary="word " * 40, label="one\n\ntwo")))
    assert "  summary: >-\n    word word" in text
    assert "  label: |-\n    one\n\n    two\n" in text


def test_contacts_keep_the_authors_order() -> None:
    text = "basics:\n  phone: '1'\n  location: X\n  email: a@example.com\n"
    assert profile(text).basics.contact_order == ("phone", "location", "email")
    assert write_profile(profile(text)).index("phone") < write_profile(profile(text)).index("email")


# Anything that can be typed: letters of all scripts, marks, spaces, line breaks, YAML's signs.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("\n\n  :#-?!&*|>%@`'\"{}[],~\\\t"),
        st.characters(
            exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\u2028\u2029"
        ),
    ),
    max_size=60,
)


@given(TEXTS, TEXTS, st.lists(TEXTS.filter(lambda text: bool(text.strip())), max_size=3))
def test_any_text_survives(name: str, summary: str, bullets: list[str]) -> None:
    """read(write(p)) == p, and writing that again gives the same bytes."""
    try:
        highlights = [Highlight(text=bullet) for bullet in bullets]
    except ValueError:  # a bullet of invisible characters alone is none
        return
    made = Profile(
        basics=Basics(name=name, summary=summary), work=[Work(name="Acme", highlights=highlights)]
    )
    text = write_profile(made)
    assert read_profile(text).model_dump() == made.model_dump()
    assert write_profile(read_profile(text)) == text


_SIGNS = st.text(
    st.sampled_from("abZé中٣0 \t:#,;.'\"!?[]{}()%@&*|>`~=/+–…€_\u2028\n"), max_size=100
)


@given(st.lists(st.text(max_size=100) | _SIGNS))
def test_texts_are_written_as_the_library_writes_them(texts: list[str]) -> None:
    """What writes quickly leaves no quotes out, and breaks the same lines."""

    class Plain(_Dumper):
        analyze_scalar = yaml.SafeDumper.analyze_scalar
        write_plain = yaml.SafeDumper.write_plain

    Plain.yaml_representers = _Dumper.yaml_representers
    expected = yaml.dump(
        texts,
        Dumper=Plain,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=False,
    )
    assert _dump(texts) == expected


def test_any_part_may_be_built_and_written_first() -> None:
    """pydantic builds models when they are first used, in whatever order that is."""
    program = """
from typeset.profile.entries import Award, Highlight
bullet = Highlight(text="a")
assert Award(highlights=[bullet]).model_dump(exclude_defaults=True) == {"highlights": ["a"]}
"""
    subprocess.run([sys.executable, "-c", program], check=True)
