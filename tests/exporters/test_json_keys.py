"""Where JSON Resume's readers find what its keys have no place for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests import say
from typeset.exporters import FORMATS
from typeset.problems import Problem, Severity


def _of(text: str) -> tuple[dict[str, Any], list[Problem]]:
    made = FORMATS["json"].export(say.profile(text))
    return json.loads(made.data), list(made.problems)


def _only(text: str, key: str) -> Any:
    """What stands under the only key of the file."""
    data, problems = _of(text)
    assert list(data) == [key]
    assert not [p for p in problems if p.severity is Severity.WARNING]
    return data[key]


def test_promotions_are_positions_one_after_another() -> None:
    text = """
        work:
          - name: Acme
            location: York
            startDate: 2010
            endDate: present
            roles:
              - {position: Head, startDate: 2015-03}
              - {position: Hand, location: Hull, startDate: 2010, endDate: 2015-02}
    """
    assert _only(text, "work") == [
        {"name": "Acme", "position": "Head", "location": "York", "startDate": "2015-03"},
        {
            "name": "Acme",
            "position": "Hand",
            "location": "Hull",
            "startDate": "2010",
            "endDate": "2015-02",
        },
    ]


@pytest.mark.parametrize(
    "said", ["description: Bells.", "summary: Bells.", "startDate: 2009", "endDate: 2016"]
)
def test_an_employer_stands_before_its_roles_where_it_says_more(said: str) -> None:
    text = f"""
        work:
          - name: Acme
            {said}
            roles: [{{position: Head, startDate: 2010, endDate: 2015}}]
    """
    first, second = _only(text, "work")
    assert first == {"name": "Acme", **dict([said.split(": ")])}
    assert (second["name"], second["position"]) == ("Acme", "Head")


def test_engagements_follow_their_employer_and_bear_its_name_where_they_have_none() -> None:
    text = """
        work:
          - name: Own practice
            engagements:
              - {name: Guild, position: Adviser, engagements: [{position: Clerk}]}
              - {position: Auditor}
    """
    assert _only(text, "work") == [
        {"name": "Own practice"},
        {"name": "Guild", "position": "Adviser"},
        {"name": "Guild", "position": "Clerk"},
        {"name": "Own practice", "position": "Auditor"},
    ]


@pytest.mark.parametrize(
    ("dates", "made"),
    [
        ("startDate: 2019, endDate: present", {"startDate": "2019"}),
        ("startDate: 2019, endDate: 2019", {"startDate": "2019", "endDate": "2019"}),
        # Alone, a start would say that it goes on.
        ("startDate: 2019, dates: summer 2019", {"summary": "summer 2019"}),
        (
            "startDate: 2019, endDate: 2020, dates: two winters",
            {"startDate": "2019", "endDate": "2020", "summary": "two winters"},
        ),
        ("endDate: present", {"summary": "present"}),
        ("startDate: 0999", {"summary": "0999"}),
    ],
)
def test_dates(dates: str, made: dict[str, str]) -> None:
    assert _only(f"work: [{{name: Acme, {dates}}}]", "work") == [{"name": "Acme", **made}]


@pytest.mark.parametrize(
    ("dates", "made"),
    [
        ("date: 2019-05", {"date": "2019-05"}),
        ("startDate: 2019, endDate: 2019", {"date": "2019"}),
        ("startDate: 2019, endDate: 2021", {"date": "2019", "summary": "2019 – 2021"}),
        ("endDate: 2021", {"date": "2021"}),
        ("dates: spring", {"summary": "spring"}),
    ],
)
def test_the_one_date_of_an_award(dates: str, made: dict[str, str]) -> None:
    assert _only(f"awards: [{{title: Bell, {dates}}}]", "awards") == [{"title": "Bell", **made}]


def test_bullets_are_one_list_of_texts() -> None:
    text = """
        work:
          - highlights:
              - {lead: Casting, text: eight bells, children: [of bronze]}
              - {lead: Tuning., text: All of them.}
              - {prose: Then came the war.}
    """
    (work,) = _only(text, "work")
    assert work["highlights"] == [
        "Casting: eight bells",
        "of bronze",
        "Tuning. All of them.",
        "Then came the war.",
    ]


def test_a_place_stands_after_its_organisation() -> None:
    text = "education: [{institution: Clay College, location: Derby, courses: [Mud]}]"
    assert _only(text, "education") == [{"institution": "Clay College, Derby", "courses": ["Mud"]}]


def test_words_about_a_degree_join_its_courses() -> None:
    degree = "{location: Derby, summary: With honours., highlights: [A thesis], courses: [Mud]}"
    (made,) = _only(f"education: [{degree}]", "education")
    assert made == {"courses": ["Derby", "Mud", "With honours.", "A thesis"]}


def test_prose_joins_the_summary_and_entries_of_other_sections_the_projects() -> None:
    text = """
        basics: {summary: Bells.}
        sections:
          - {title: Notes, body: Some *notes*.}
          - title: Grants
            entries: [{title: Tin, organization: Guild, location: York, summary: Won.}]
          - {body: Goodbye.}
    """
    data, _ = _of(text)
    assert data == {
        "basics": {"summary": "Bells.\n\n## Notes\n\nSome *notes*.\n\nGoodbye."},
        "projects": [
            {"name": "Tin", "entity": "Guild, York", "type": "Grants", "description": "Won."}
        ],
    }


@pytest.mark.parametrize(
    ("basics", "made"),
    [
        ("location: Leeds", {"location": {"city": "Leeds"}}),
        ("location: 'Leeds, UK'", {"location": {"address": "Leeds, UK"}}),
        ("url: example.org/me", {"url": "https://example.org/me"}),
        ("url: 'mailto:me@example.org'", {"url": "mailto:me@example.org"}),
        (
            "details: [{label: Permit, value: B}]",
            {"profiles": [{"network": "Permit", "username": "B"}]},
        ),
        (
            "phone: '1', email: a@b.example",
            {"phone": "1", "email": "a@b.example"},
        ),
    ],
)
def test_contacts(basics: str, made: dict[str, Any]) -> None:
    found = _only(f"basics: {{{basics}}}", "basics")
    assert list(found.items()) == list(made.items())


def test_a_title_is_the_name_where_nobody_heads_the_page() -> None:
    assert _only("title: The Mill", "basics") == {"name": "The Mill"}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("certificates: [{name: Crane, summary: SECRET}]", "certificates[0].summary"),
        ("certificates: [{name: Crane, highlights: [SECRET]}]", "certificates[0].highlights"),
        ("letter: {body: SECRET}", "letter"),
        ("unplaced: [{line: 1, text: SECRET}]", "unplaced"),
        ("basics: {name: Ada}\ntitle: SECRET", "title"),
    ],
)
def test_what_is_left_out_is_told(text: str, path: str) -> None:
    data, problems = _of(text)
    assert "SECRET" not in json.dumps(data)
    (told,) = [p for p in problems if p.severity is Severity.WARNING]
    assert f"no key for {path}, so this is left out" in told.message


def test_how_the_document_is_made_is_told_in_one_note() -> None:
    text = """
        lang: de
        theme: {name: plain}
        sections: [{kind: work, title: Beruf}]
        work: [{name: Acme, id: acme, tags: [bell], highlights: [{text: a, priority: 1}]}]
        meta: {lint: [word-twice]}
    """
    _, (told,) = _of(text)
    assert told.severity is Severity.NOTE
    assert told.message == (
        "JSON Resume has no key for lang (de), theme, the order and titles of sections (Beruf), "
        "id, tags, priority, meta.lint"
    )


def test_words_that_moved_are_told_once_for_all_entries() -> None:
    schools = "{institution: Clay, location: Hull}, {institution: Fen, location: York}"
    _, (told,) = _of(f"education: [{schools}]")
    assert told.severity is Severity.NOTE
    assert told.message == (
        "JSON Resume has no key for education[].location: its words stand in institution"
    )


def test_the_schema_of_profiles_is_not_that_of_the_file() -> None:
    assert _of("$schema: ./typeset.schema.json\nbasics: {name: Ada}")[0] == {
        "basics": {"name": "Ada"}
    }
