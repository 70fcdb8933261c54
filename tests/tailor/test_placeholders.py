"""Placeholders take plain text, and none is left."""

from __future__ import annotations

import pytest

from typeset.document.markdown import blocks, plain, rich
from typeset.document.model import Paragraph
from typeset.problems import TypesetError
from typeset.profile import read_profile
from typeset.profile.model import Letter, Profile
from typeset.tailor.placeholders import fill, placeholders


def _letter(**texts: str) -> Profile:
    return Profile(letter=Letter.model_validate(texts))


def test_every_text_of_the_letter_is_filled() -> None:
    profile = read_profile(
        "letter:\n"
        "  recipient: {name: '{who}', organisation: '{{ firm }}', address: ['{firm}, Main Road']}\n"
        "  subject: As {role}\n"
        "  body: '{firm} needs a {role}.'\n",
        "l.yaml",
    )
    letter = fill(profile, {"who": "Bo Li", "firm": "Acme", "role": "welder"}).letter
    assert letter is not None
    assert letter.recipient.model_dump() == {
        "name": "Bo Li", "title": "", "organisation": "Acme", "address": ["Acme, Main Road"]
    }  # fmt: skip
    assert (letter.subject, letter.body) == ("As welder", "Acme needs a welder.")
    assert profile.letter is not None
    assert profile.letter.subject == "As {role}"


@pytest.mark.parametrize(
    "value",
    [
        *("C*O*B*", "_Firm_", "A & B &amp; C", "[x](http://y.z)", "<b>", "`tick`", "back\\slash*"),
        *("1. FC Nord", "# one", "- dash", "+ plus", "> more", "=== line", "---", "12) x", "~~~"),
    ],
)
def test_a_value_prints_as_it_is(value: str) -> None:
    filled = fill(_letter(subject="{it}", body="{it}"), {"it": value}).letter
    assert filled is not None
    assert plain(rich(filled.subject)) == value
    (paragraph,) = blocks(filled.body)
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == value


def test_every_unfilled_placeholder_is_told() -> None:
    with pytest.raises(TypesetError) as raised:
        fill(_letter(subject="{role}", body="{firm} {empty}"), {"roles": "x", "empty": ""})
    found = [(problem.message, problem.hint) for problem in raised.value.problems]
    assert found == [
        ("{role} in letter.subject has no value", "did you mean 'roles'?"),
        ("{firm} in letter.body has no value", "one of: roles, empty"),
        ("{empty} in letter.body has no value", "its field is empty"),
    ]


def test_what_is_no_placeholder_stays() -> None:
    body = r"\{name} {two words} {} {3} {{{x}}} {a"
    letter = fill(_letter(body=body), {}).letter
    assert letter is not None
    assert letter.body == body


def test_placeholders_are_listed_in_order_with_their_places() -> None:
    profile = _letter(subject="{b}", body="{a} {b} {a}")
    assert placeholders(profile) == [
        ("b", "letter.subject"),
        ("a", "letter.body"),
        ("b", "letter.body"),
    ]


def test_a_profile_without_a_letter_stays() -> None:
    profile = Profile(title="{x}")
    assert fill(profile, {}) is profile
