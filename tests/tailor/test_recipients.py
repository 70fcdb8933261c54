"""A letter addressed to the rows of a table."""

from __future__ import annotations

import pytest

from typeset.problems import Span, TypesetError
from typeset.profile.model import Letter, Profile
from typeset.tailor.recipients import Row, addressed, check_columns

PLACE = Span("r.csv", 2, 1)


def _letter(**texts: str) -> Profile:
    return Profile(letter=Letter.model_validate(texts))


def test_the_row_gives_the_recipient_and_fills_the_letter() -> None:
    row = Row(
        {"name": "B*o* Li", "title": "", "address": "1 Main Road; Hull", "role": "welder"}, PLACE
    )
    template = _letter(body="As {role}, {name}.")
    assert template.letter is not None
    template.letter.recipient.title = "Head"
    letter = addressed(template, row).letter
    assert letter is not None
    assert letter.recipient.model_dump() == {
        "name": r"B\*o\* Li",
        "title": "Head",
        "organisation": "",
        "address": ["1 Main Road", "Hull"],
    }
    assert letter.body == r"As welder, B\*o\* Li."


def test_braces_in_a_row_are_no_placeholder() -> None:
    letter = addressed(_letter(body="x"), Row({"name": "{name} {other}"}, PLACE)).letter
    assert letter is not None
    assert letter.recipient.name == "{name} {other}"


def test_an_unfilled_placeholder_is_told_at_the_row() -> None:
    with pytest.raises(TypesetError, match=r"r\.csv:2:1: error: {role} in letter.body") as raised:
        addressed(_letter(body="{role}"), Row({"role": ""}, PLACE))
    assert raised.value.exit_code == 1


def test_columns_are_compared_with_placeholders() -> None:
    rows = [Row({"name": "Bo", "rolle": "x", "role": "y", "nmae": ""}, PLACE)]
    problems = check_columns(_letter(body="{role}"), rows)
    assert [(p.severity, p.message, p.hint) for p in problems] == [
        ("warning", "nothing uses the column 'rolle'", "did you mean 'role'?"),
        ("warning", "nothing uses the column 'nmae'", "did you mean 'name'?"),
    ]
    with pytest.raises(TypesetError, match=r"{grade} in letter\.subject has no column"):
        check_columns(_letter(subject="{grade}"), rows)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"file": "Ada & Co.pdf", "organisation": "x"}, "Ada & Co"),
        ({"organisation": "Crème & Söhne GmbH", "name": "y"}, "creme-sohne-gmbh"),
        ({"organisation": "", "name": "Bo Li"}, "bo-li"),
    ],
)
def test_the_output_is_named_by_the_row(fields: dict[str, str], name: str) -> None:
    assert Row(fields, PLACE).file == name


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a:b", "x" * 200, "a\nb"])
def test_names_that_no_file_may_have(name: str) -> None:
    with pytest.raises(TypesetError, match=r"r\.csv:2:1: error"):
        print(Row({"file": name}, PLACE).file)
