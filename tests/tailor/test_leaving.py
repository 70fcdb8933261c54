"""What may be left out to meet the pages, and what goes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.say import profile
from typeset.tailor.leaving import may_leave

CAREER = """
    basics: {name: Ada}
    work:
      - name: Acme
        position: Engineer
        highlights:
          - {id: built, text: Built a compiler}
          - {id: halved, text: Halved its run time, priority: 2}
          - {id: taught, text: Taught a course, priority: 1}
          - {id: wrote, text: Wrote the manual}
      - name: Zeta
        position: Clerk
        highlights:
          - {id: filed, text: Filed letters, priority: 2}
    """


def _order(
    text: str,
    *,
    any_highlight: bool = True,
    keep: Iterable[str] = (),
    relevance: Mapping[str, float] | None = None,
) -> list[str]:
    found = may_leave(profile(text), any_highlight=any_highlight, keep=keep, relevance=relevance)
    return [one.address for one in found]


def test_only_what_has_a_priority_goes_the_lowest_first_then_the_last() -> None:
    assert _order(CAREER, any_highlight=False) == ["taught", "filed", "halved"]


def test_any_may_go_those_without_a_priority_after_the_others() -> None:
    assert _order(CAREER) == ["taught", "filed", "halved", "wrote", "built"]


def test_what_serves_the_posting_least_goes_first_within_a_priority() -> None:
    relevance = {"filed": 3.0, "wrote": 2.0, "built": 1.0}
    assert _order(CAREER, relevance=relevance) == ["taught", "halved", "filed", "built", "wrote"]


def test_each_has_its_words_and_its_reason() -> None:
    found = may_leave(profile(CAREER), any_highlight=True, relevance={"built": 1.0})
    said = {one.address: (one.text, one.reason) for one in found}
    assert said["taught"] == ("Taught a course", "priority 1")
    assert said["wrote"] == ("Wrote the manual", "serves no term of the posting")
    assert said["built"] == ("Built a compiler", "serves the posting least")
    last = may_leave(profile(CAREER), any_highlight=True)[-1]
    assert last.reason == "the last of what may go"


def test_what_is_kept_stays() -> None:
    assert _order(CAREER, keep={"taught", "built"}) == ["filed", "halved", "wrote"]
    assert _order(CAREER, keep={"acme-engineer"}) == ["filed"], "and so does all that is in it"
    assert _order(CAREER, keep={"work"}) == []


def test_what_is_kept_may_be_named_by_the_end_of_its_address() -> None:
    text = CAREER.replace("{id: filed, text: Filed letters, priority: 2}", "Filed letters")
    assert "zeta-clerk/filed-letters" in _order(text)
    assert "zeta-clerk/filed-letters" not in _order(text, keep=["filed-letters"])


NESTED = """
    basics: {name: Ada}
    work:
      - name: Acme
        highlights:
          - id: led
            text: Led two projects
            children: [{id: one, text: The first}, {id: two, text: The second}]
          - {id: then, text: Then a third}
    """


def test_highlight_goes_after_what_is_nested_in_it() -> None:
    assert _order(NESTED) == ["then", "two", "one", "led"]


def test_highlight_that_goes_first_takes_what_is_nested_in_it_along() -> None:
    text = NESTED.replace("text: Led", "priority: 1\n            text: Led")
    (led, then) = may_leave(profile(text), any_highlight=True)
    assert (led.address, then.address) == ("led", "then")
    assert led.text == "Led two projects The first The second"


def test_words_that_went_before_are_not_told_again() -> None:
    text = NESTED.replace("{id: two,", "{id: two, priority: 1,")
    said = {one.address: one.text for one in may_leave(profile(text), any_highlight=True)}
    assert said["two"] == "The second"
    assert said["led"] == "Led two projects"


def test_highlight_stays_with_what_is_kept_in_it_and_is_worth_as_much_as_it() -> None:
    assert _order(NESTED, keep={"one"}) == ["then", "two"]
    assert _order(NESTED, relevance={"one": 2.0, "then": 1.0}) == ["two", "then", "one", "led"]


PROSE = """
    basics: {name: Ada}
    work:
      - name: Acme
        summary: "In charge of:"
        highlights:
          - {id: a, text: The bridge}
          - {id: b, text: The tower, priority: 1}
          - {id: and, prose: "And, with others:"}
          - {id: c, text: The harbour}
          - {id: aside, prose: A paragraph of its own}
          - {id: d, text: The lighthouse}
    """


def test_what_leads_up_to_highlights_stays_with_one_of_them() -> None:
    """Of the first two one stays, and the only one after the second colon."""
    assert _order(PROSE) == ["b", "d", "aside"]


def test_what_leads_up_may_go_where_its_author_says_so() -> None:
    assert "and" in _order(PROSE.replace("{id: and,", "{id: and, priority: 3,"))


def test_entry_of_highlights_alone_keeps_one() -> None:
    text = """
        basics: {name: Ada}
        sections:
          - title: Grants
            entries:
              - {highlights: [{id: x, text: One}, {id: y, text: Two}]}
              - {title: Named, highlights: [{id: z, text: Three}]}
        """
    assert _order(text) == ["z", "y"]


def test_what_no_section_shows_and_a_letter_have_nothing_to_leave() -> None:
    sections = "basics: {name: Ada}\n    sections: [{title: About, body: A body}]"
    assert _order(CAREER.replace("basics: {name: Ada}", sections)) == []
    assert _order("basics: {name: Ada}\nletter: {body: Hello.}\n") == []
