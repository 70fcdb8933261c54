"""Names for all that an application may point at."""

from __future__ import annotations

from typeset.profile import read_profile
from typeset.profile.addresses import Addressed
from typeset.profile.model import Section

PROFILE = """
basics: {name: Ana Poe, location: {city: Riga}, details: [{label: Permit, value: B}]}
sections:
- summary
- {kind: work, title: Work Now, entries: [smith]}
- {kind: work, title: Before}
- {title: Grants, entries: [{title: Bridge Fund, startDate: 2019}, {id: own, title: Other}]}
- {body: Closing words of hers.}
work:
- id: smith
  name: Forge
  highlights:
  - "[Struck](https://example.org/iron) iron while hot"
  - Struck iron while hot again
  - {id: mine, text: Named by its author, children: [Nested one here]}
  roles: [{position: Mate}]
- name: Mill
  position: Clerk
  engagements: [{name: Client, highlights: [Counted sacks]}]
- {name: Mill, position: Clerk}
"""


def test_every_part_has_an_address_in_the_order_of_the_page() -> None:
    assert list(Addressed(read_profile(PROFILE)).parts) == [
        "summary",
        "work-now",
        "smith",
        "smith/mate",
        "smith/struck-iron-while-hot",
        "smith/struck-iron-while-hot-2",
        "mine",
        "mine/nested-one-here",
        "before",
        "mill-clerk",
        "mill-clerk/client",
        "mill-clerk/client/counted-sacks",
        "mill-clerk-2",
        "grants",
        "grants/bridge-fund",
        "own",
        "closing-words-of-hers",
    ]


def test_parts_know_what_holds_them() -> None:
    parts = Addressed(read_profile(PROFILE)).parts
    assert parts["mine/nested-one-here"].parent == "mine"
    assert parts["smith"].parent == "work-now"
    assert parts["grants"].parent == ""


def test_texts_lists_and_dates_have_addresses() -> None:
    texts = Addressed(read_profile(PROFILE)).texts
    assert texts["basics.location.city"].value == "Riga"
    assert texts["basics.details.permit"].value == "B"
    assert texts["mine"].value == "Named by its author"
    assert texts["mine.lead"].value == ""
    assert texts["sections.grants.title"].value == "Grants"
    assert str(texts["grants/bridge-fund.startDate"].value) == "2019"
    assert "smith.highlights" not in texts


def test_a_copy_is_addressed_and_keeps_its_addresses_when_it_changes() -> None:
    profile = read_profile(PROFILE)
    addressed = Addressed(profile)
    del addressed.profile.work[2]
    addressed.texts["mill-clerk.name"].put("Steam Mill")
    assert "mill-clerk" in Addressed(addressed.profile).parts
    assert profile.work[1].name == "Mill"
    assert profile.work[0].highlights[0].id == ""


def test_a_section_keeps_its_name_in_another_language_and_without_its_twin() -> None:
    addressed = Addressed(
        read_profile(
            "basics: {name: A}\nwork: [{id: a, name: A}, {id: b, name: B}]\n"
            "sections: [{title: Talks, body: Two.}, {kind: work, title: Yards, entries: [a]},"
            " {kind: work, title: Quays, entries: [b]}]\n"
        )
    )
    addressed.texts["sections.talks.title"].put("Vorträge")
    del addressed.profile.sections[1]
    assert list(Addressed(addressed.profile).sections) == ["talks", "quays"]


def test_without_sections_the_spine_is_written_out() -> None:
    addressed = Addressed(
        read_profile("basics: {name: A}\nskills: [{name: x}]\nwork: [{name: y}]\n")
    )
    assert list(addressed.sections) == ["work", "skills"]
    addressed.begin_with(Section(kind="summary"))
    addressed.begin_with(Section(kind="summary"))
    assert list(addressed.sections) == ["summary", "work", "skills"]
    assert len(addressed.profile.sections) == 3


def test_a_letter_has_the_addresses_of_its_parts() -> None:
    text = "basics: {name: A}\nletter: {body: Hello, recipient: {name: B, address: [C, D]}}\n"
    texts = Addressed(read_profile(text)).texts
    assert texts["letter.body"].value == "Hello"
    assert texts["letter.recipient.address"].value == ["C", "D"]


def test_a_section_gives_way_to_what_its_author_named() -> None:
    text = (
        "basics: {name: A}\nwork: [{id: skills, name: B}, {id: talks, name: C}]\n"
        "skills: [{name: x}]\nsections: [skills, work, {title: Talks, body: One.}]\n"
    )
    assert list(Addressed(read_profile(text)).parts) == [
        *("skills-2", "x", "work", "skills", "talks", "talks-2")
    ]


def test_what_two_sections_name_is_one_part_of_both() -> None:
    text = (
        "basics: {name: A}\nwork: [{id: a, name: B}]\n"
        "sections: [{kind: work, title: One, entries: [a]}, {title: Two, entries: [a]}]\n"
    )
    part = Addressed(read_profile(text)).parts["a"]
    assert (part.parent, part.others) == ("work", ("two",))
