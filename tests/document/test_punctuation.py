"""The marks of a keyboard are set as a typesetter's, in every language, and no word changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.say import document
from typeset.document.glue import run_text
from typeset.document.language import known_languages, load_language
from typeset.document.markdown import plain, rich
from typeset.document.model import Run
from typeset.document.punctuation import punctuated
from typeset.words import words


def _set(text: str, tag: str = "en") -> str:
    return plain(punctuated(rich(text), load_language(tag)[0])).replace("\u00a0", "⍽")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the boatyard's crew, the crews' boats", "the boatyard’s crew, the crews’ boats"),
        ('called "the quiet one" there', "called “the quiet one” there"),
        ("\"He said 'go' twice.\"", "“He said ‘go’ twice.”"),
        ("**Dana O'Hara** and D'Arcy", "Dana O’Hara and D’Arcy"),
        ('a "**bold** claim", and ("so")', "a “bold claim”, and (“so”)"),
        ("class of '09, the '90s, rock 'n' roll", "class of ’09, the ’90s, rock ’n’ roll"),
        ("'til dawn", "’til dawn"),
        ('5\'10", a 27" screen and a 32" one', "5′10″, a 27″ screen and a 32″ one"),
        ("boats - and oars -- and sails", "boats⍽– and oars⍽– and sails"),
        ("for six weeks -\u00a0twice", "for six weeks⍽– twice"),
        ("rowed---alone, 1994--1998", "rowed—alone, 1994–1998"),
        ("and so on...", "and so on…"),
        ("well-known, x-ray, -5 °C, a -b flag", "well-known, x-ray, -5 °C, a -b flag"),
        ('one " alone', 'one " alone'),
        ("“set already” – it’s", "“set already” – it’s"),
        ("`it's --here`... it's", "it's --here… it’s"),
        ("....", "...."),
    ],
)
def test_typed_marks(text: str, expected: str) -> None:
    assert _set(text) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", "„So’s“⍽– ‚ja‘"),
        ("de-AT", "„So’s“⍽– ‚ja‘"),
        ("fr", "«⍽So’s⍽»⍽– “ja”"),
        ("fi", "”So’s”⍽– ’ja’"),
        ("pl", "„So’s”⍽– «ja»"),
        ("pt-BR", "“So’s”⍽– ‘ja’"),
        ("ru", "«So’s»⍽— „ja“"),
        ("he", "\"So's\" - 'ja'"),
        ("ja", "\"So's\" - 'ja'"),
    ],
)
def test_marks_are_the_languages(tag: str, expected: str) -> None:
    assert _set("\"So's\" - 'ja'", tag) == expected


def test_addresses_and_verbatim_lines_stay_as_typed() -> None:
    made = document(
        "basics: {name: Dana O'Hara, phone: 020 - 555 0199, url: \"https://o'hara.example\"}\n"
        "sections: [{title: \"'Ode'\", body: \"It's\\n\\n```\\nit's\\n```\\n\"}]\n"
    )
    assert made.head.name == made.author == "Dana O’Hara"
    assert [contact.text.replace("\u00a0", " ") for contact in made.head.contacts] == [
        *("020 - 555 0199", "o'hara.example")
    ]
    section = made.sections[0]
    assert plain(section.title) == "‘Ode’"
    assert "it's" in str(section.body[1])
    assert "It’s" in str(section.body[0])


@pytest.mark.parametrize("tag", known_languages())
def test_quotation_marks_are_two_pairs_or_none(tag: str) -> None:
    quotes = load_language(tag)[0].quotes
    assert len(quotes) in (0, 4)
    assert all(len(mark.strip()) == 1 for mark in quotes)


@given(
    st.lists(st.text("ab '\".-\u00a0(9", min_size=1, max_size=12), max_size=4),
    st.sampled_from(known_languages()),
)
def test_no_word_changes(texts: list[str], tag: str) -> None:
    language = load_language(tag)[0]
    line = tuple(Run(text, strong=number % 2 == 1) for number, text in enumerate(texts))
    once = punctuated(line, language)
    assert words(plain(once)) == words(plain(line))
    assert [run.strong for run in once] == [run.strong for run in line]


def test_a_line_without_such_marks_is_the_line_itself() -> None:
    line = run_text("Nothing to set")
    assert punctuated(line, load_language("en")[0]) is line
