"""The spine: which sections stand where, under which titles, and what is said to be left out."""

from __future__ import annotations

import json

import pytest

from tests.say import document, profile
from typeset.document import build_document
from typeset.document.markdown import plain

WORK = "work: [{name: Acme, position: Head}, {id: old, name: Zeta, position: Hand}]\n"
ALL = WORK + "skills: [{name: C++}, {name: Go}]\nawards: [{title: Prize}]\n"


def _titles(text: str) -> list[str]:
    return [plain(section.title) for section in document(text).sections]


def test_without_a_spine_the_order_is_canonical() -> None:
    assert _titles(ALL + "basics: {summary: Hello.}\n") == [
        *("Summary", "Experience", "Awards", "Skills")
    ]


def test_titles_and_order_are_the_authors() -> None:
    spine = "sections: [{kind: skills, title: Tools}, work, {title: Aside, body: Words.}]\n"
    assert _titles(ALL + spine) == ["Tools", "Experience", "Aside"]


def test_empty_sections_are_not_printed() -> None:
    assert _titles(WORK + "sections: [summary, work, projects, {title: Empty}]\n") == ["Experience"]


def test_a_title_over_titles_stands_over_the_first() -> None:
    spine = (
        "sections: [{title: Posts}, {kind: work, title: At sea}, {title: Aside, body: Words.}]\n"
    )
    assert _titles(WORK + spine) == ["Posts · At sea", "Aside"]


def test_a_title_over_nothing_is_said() -> None:
    spine = (
        "sections: [{kind: awards, title: Prizes}, {title: Posts}, {title: Ashore},"
        " {kind: work, title: At sea}, {kind: contact, title: Reach me}, {title: Last}]\n"
    )
    _, problems = build_document(profile(WORK + spine))
    assert [p.message for p in problems] == [
        f"nothing stands under the title {title!r}, so it is not printed"
        for title in ("Prizes", "Posts", "Last")
    ]


def test_what_no_section_names_is_said() -> None:
    _, problems = build_document(profile(ALL + "sections: [work]\n"))
    assert [p.rule for p in problems] == ["section-left-out", "section-left-out"]
    assert "'awards'" in problems[0].message
    assert "'skills'" in problems[1].message


def test_what_stands_beside_a_letter_is_said() -> None:
    asides = "sections: [work, {title: Aside, body: Words.}, {body: More.}]\n"
    _, problems = build_document(profile("letter: {body: Hello.}\n" + WORK + asides))
    assert [p.message for p in problems] == [
        "a letter is printed alone, so 'work', 'Aside', a section without a title are not printed"
    ]
    assert build_document(profile("letter: {body: Hello.}\n"))[1] == []


def test_two_sections_of_one_kind_share_its_entries() -> None:
    spine = "sections: [work, {kind: work, title: Before, entries: [old]}]\n"
    first, second = document(ALL + spine).sections
    assert [plain(entry.organization) for entry in first.entries] == ["Acme"]
    assert [plain(entry.organization) for entry in second.entries] == ["Zeta"]


def test_a_mixed_section_holds_entries_of_many_kinds() -> None:
    text = WORK + "awards: [{id: p, title: Prize}]\nsections: [{title: Both, entries: [p, old]}]\n"
    (section,) = document(text).sections
    assert [plain(entry.title) for entry in section.entries] == ["Prize", "Hand"]


def test_words_share_a_line_and_groups_have_their_own() -> None:
    (section,) = document("skills: [{name: C++}, {name: Go}]\n").sections
    assert [plain(group.text) for group in section.groups] == ["C++, Go"]
    two = "skills: [{name: A, keywords: [x, y]}, {name: B, level: good}]\n"
    (section,) = document(two).sections
    assert [(plain(g.label), plain(g.text)) for g in section.groups] == [
        ("A", "x, y"),
        ("", "B (good)"),
    ]


def test_items_with_commas_are_parted_by_dots() -> None:
    (section,) = document("skills: [{name: A, keywords: ['x, y', z]}]\n").sections
    assert plain(section.groups[0].text) == "x, y · z"


def test_entries_without_bodies_are_lines() -> None:
    (section,) = document("work: [{name: A}, {name: B}]\n").sections
    assert section.layout == "lines"
    (section,) = document("work: [{name: A, summary: S}, {name: B}]\n").sections
    assert section.layout == "entries"


def test_whole_references_are_a_list() -> None:
    (section,) = document("publications: [{name: 'Author. Title. 2020.'}]\n").sections
    (block,) = section.body
    assert block.kind == "list"


@pytest.mark.parametrize(
    ("summary", "venue", "below"),
    [
        ("12(3), pp. 4–9", "Tides 12(3), pp. 4–9", 0),
        ("S. 34–40", "Tides, S. 34–40", 0),
        ("A. Holm\n\n80:867\n\nSecond printing.", "Tides 80:867", 2),
        ("Shortlisted in 2019", "Tides", 1),
        ("Sold out in 3 weeks.", "Tides", 1),
    ],
)
def test_volume_and_pages_stand_behind_their_journal(summary: str, venue: str, below: int) -> None:
    one = f"publications: [{{name: Salt, publisher: Tides, summary: {json.dumps(summary)}}}]\n"
    (section,) = document(one).sections
    (entry,) = section.entries
    assert plain(entry.organization).replace("\u00a0", " ") == venue
    assert len(entry.body) == below


def test_a_document_is_a_page_where_most_of_it_is_prose() -> None:
    prose = "sections: [{title: A, body: 'many words of prose, one after the other'}, work]\n"
    assert document(prose + "work: [{name: B}]\n").kind == "page"
    assert document("sections: [{title: A, body: few}, work]\n" + WORK).kind == "resume"


def test_skills_and_languages_among_other_entries() -> None:
    made = document(
        """
        basics: {name: A}
        skills: [{id: metal, name: Metal, level: expert, keywords: [turning]}]
        languages: [{id: scots, language: Scots, fluency: native}]
        awards: [{id: medal, title: Medal}]
        sections:
          - {title: Both, entries: [metal, scots]}
          - {title: All, entries: [medal, metal, scots]}
          - {kind: skills, entries: [{title: A course}]}
        """
    )
    both, every, courses = made.sections
    assert [plain(group.label) or plain(group.text) for group in both.groups] == [
        "Metal (expert)",
        "Scots (native)",
    ]
    assert [plain(entry.title) for entry in every.entries] == [
        "Medal",
        "Metal (expert)",
        "Scots (native)",
    ]
    assert [plain(entry.title) for entry in courses.entries] == ["A course"]
