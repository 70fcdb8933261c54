"""What a PDF may carry: the profile of what is printed, word for word, and nothing else."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.case import Case, all_cases
from tests.conformance.pages import sources
from tests.importers.fixture_files import FIXTURES, Fixture, imported
from tests.importers.structured.samples import SAMPLES, Sample
from tests.say import profile
from typeset.document import build_document, shown_profile
from typeset.loading import load
from typeset.profile import Profile, read_profile, write_profile
from typeset.profile.model import Meta

TODAY = datetime.date(2026, 3, 1)

WHOLE = """
    lang: en
    basics: {name: Odile Varga, phone: +36 1 555 0148, email: odile@example.org, summary: Globes.}
    sections:
      - summary
      - kind: work
        title: Now
        entries: [acme-head]
      - kind: work
        title: Earlier
      - {title: Notes, body: Some *notes*.}
    work:
      - {name: Acme, position: Head, startDate: 2020, highlights: [Led it.]}
      - {name: Bolt, position: Hand, startDate: 2015, endDate: 2019}
"""


def _shown(text: str) -> str:
    return write_profile(shown_profile(profile(text), today=TODAY))


def test_a_profile_printed_whole_stays_as_it_is() -> None:
    assert _shown(WHOLE) == write_profile(profile(WHOLE))


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_the_document_is_the_same(case: Case) -> None:
    """Also after being written and read, and for every kind of document."""
    whole, settings = case.profile(), case.settings
    shown = shown_profile(whole, lang=settings.lang, today=settings.today)
    again = read_profile(write_profile(shown))
    made, problems = build_document(again)
    expected, _ = build_document(whole, lang=settings.lang, today=settings.today)
    assert made == expected
    assert not [p for p in problems if p.rule in ("unplaced", "section-left-out")]
    assert write_profile(shown_profile(again)) == write_profile(again), "it is not stable"


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_untailored_profiles_stay_byte_for_byte(case: Case) -> None:
    """Where nothing was hidden, nothing is taken away."""
    whole = case.profile()
    hidden = whole.unplaced or whole.meta != Profile().meta
    dated = case.settings.lang or (whole.letter and whole.letter.date == "today")
    if not hidden and not dated:
        shown = shown_profile(whole, today=case.settings.today)
        assert write_profile(shown) == write_profile(whole)


def _of_text(fixture: Fixture) -> Profile:
    return imported(fixture).profile


def _of_sample(sample: Sample) -> Profile:
    return sample.read().profile


def _of_file(path: Path) -> Profile:
    return load(path).profile


READ: dict[str, Callable[[], Profile]] = {
    **{str(fixture): partial(_of_text, fixture) for fixture in FIXTURES},
    **{str(sample): partial(_of_sample, sample) for sample in SAMPLES},
    **{name: partial(_of_file, path) for name, (path, _) in sources().items()},
}
"""What importers make of every fixture of theirs, of golden sources and samples: when asked."""


def _has(whole: Profile, kind: str | None, empty: list[str]) -> bool:
    """Whether a profile has anything of a kind; what is under `basics` is told by `empty`."""
    return bool(kind) and kind not in empty and bool(getattr(whole, str(kind), True))


@pytest.mark.parametrize("name", READ)
def test_what_importers_write_stays_byte_for_byte(name: str) -> None:
    """But for what no document prints: `unplaced`, `meta`, titles of sections without content."""
    whole = READ[name]()
    bare = whole.model_copy(deep=True, update={"unplaced": [], "meta": Meta()})
    bare.basics._order = whole.basics._order
    reached = whole.basics.model_copy(deep=True, update={"name": "", "summary": "", "label": ""})
    empty = [] if any(value for _, value in reached) else ["contact"]  # under it, a name alone
    bare.sections = [
        item
        for item in whole.sections
        if _has(whole, item.kind, empty) or item.body or item.entries
    ]
    text = write_profile(bare)
    if not re.search(r"^\s*(- )?(id|tags|priority):", text, re.MULTILINE):
        shown = shown_profile(whole)
        assert write_profile(shown) == text
        assert read_profile(text) == shown


def test_of_a_reduced_profile_only_what_is_left_is_carried() -> None:
    """A tailored document is one of a profile from which entries and bullets were taken."""
    whole = profile(
        """
        basics: {name: Odile Varga, summary: Globes.}
        sections: [summary, {kind: work, entries: [now, before]}, skills]
        work:
          - {id: now, name: Acme, tags: [a], highlights: [Led it., {id: x, text: SECRET plan.}]}
          - {id: before, name: SECRET Bolt, position: Hand}
        skills: [{name: SECRET welding}, {name: Gilding}]
        """
    )
    whole.sections[1].entries = ["now"]
    whole.work = whole.work[:1]
    whole.work[0].highlights = whole.work[0].highlights[:1]
    whole.skills = whole.skills[1:]
    text = write_profile(shown_profile(whole))
    assert "SECRET" not in text
    assert build_document(read_profile(text))[0] == build_document(whole)[0]


def test_a_section_of_contacts_stays_where_there_are_some() -> None:
    text = WHOLE.replace("      - summary\n", "      - summary\n      - contact\n")
    assert _shown(text) == write_profile(profile(text))


HIDDEN = {
    "unplaced": WHOLE + "    unplaced: [{line: 3, text: SECRET}]\n",
    "meta": WHOLE + "    meta: {canonical: https://SECRET.example, lint: [word-twice]}\n",
    "section": WHOLE + "    skills: [{name: SECRET, keywords: [SECRET]}]\n",
    "entry": WHOLE.replace("      - kind: work\n        title: Earlier\n", "").replace(
        "name: Bolt", "name: SECRET"
    ),
    "summary": WHOLE.replace("      - summary\n", "").replace("Globes.", "SECRET"),
    "empty section": WHOLE.replace(
        "- {title: Notes", "- {kind: skills, title: SECRET}\n      - {title: Notes"
    ),
    "tag": WHOLE.replace("name: Bolt", "name: Bolt, tags: [SECRET]"),
    "priority": WHOLE.replace("[Led it.]", "[{text: Led it., priority: 7, tags: [SECRET]}]"),
    "id": WHOLE.replace("name: Bolt", "id: SECRET, name: Bolt"),
    "id of a highlight": WHOLE.replace("[Led it.]", "[{text: Led it., id: SECRET}]"),
    "path of a photo": WHOLE.replace("phone:", "image: /home/SECRET/me.jpg, phone:"),
    "schema": WHOLE + "    $schema: /home/SECRET/schema.json\n",
    "letter": WHOLE.replace("Bolt", "SECRET") + "    letter: {body: Hello.}\n",
    "summary of a letter": WHOLE.replace("Globes", "SECRET") + "    letter: {body: Hello.}\n",
}  # fmt: skip


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_is_not_printed_stays_at_home(text: str) -> None:
    assert "SECRET" in write_profile(profile(text))
    assert "SECRET" not in _shown(text)
    assert "priority" not in _shown(text)
    made, _ = build_document(read_profile(_shown(text)))
    expected, _ = build_document(profile(text))
    assert made.sections == expected.sections
    assert made.letter == expected.letter


def test_an_id_that_a_section_names_is_kept() -> None:
    text = WHOLE.replace("name: Acme", "id: mine, name: Acme").replace("acme-head", "mine")
    assert _shown(text) == write_profile(profile(text))


def test_a_derived_id_is_kept_where_its_twin_is_gone() -> None:
    text = """
        sections: [{kind: work, entries: [acme-head-2020]}]
        work:
          - {name: Acme, position: Head, startDate: 2015, endDate: 2019}
          - {name: Acme, position: Head, startDate: 2020}
    """
    shown = read_profile(_shown(text))
    assert [str(entry.start_date) for entry in shown.work] == ["2020"]
    assert build_document(shown)[0].sections == build_document(profile(text))[0].sections


def test_the_day_of_a_letter_is_the_one_it_shows() -> None:
    assert "date: '2026-03-01'" in _shown("letter: {date: today, body: Hello.}").replace(
        "date: 2026-03-01", "date: '2026-03-01'"
    )


def test_the_language_is_the_one_it_shows() -> None:
    assert shown_profile(profile("lang: en\nbasics: {name: A}"), lang="de").lang == "de"


def test_the_order_of_contacts_is_kept_and_the_profile_itself() -> None:
    whole = profile(WHOLE)
    before = write_profile(whole)
    assert shown_profile(whole).basics.contact_order == whole.basics.contact_order
    assert write_profile(whole) == before


@pytest.mark.parametrize("more", ["    letter: {body: Hello.}\n", ""])
def test_keywords_are_of_what_is_printed(more: str) -> None:
    hidden = WHOLE + "    skills: [{name: SECRET}]\n" + more
    assert build_document(profile(hidden))[0].keywords == ()
    shown = profile("skills: [{name: C++ *now*}, {name: Welding, keywords: [arc]}]")
    assert build_document(shown)[0].keywords == ("C++ now", "Welding")
