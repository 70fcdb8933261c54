"""What holds for every profile and every selection: nothing is lost, moved or made up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, reject
from hypothesis import strategies as st

from tests.case import all_cases
from tests.drawing import draws
from tests.tailor.strategies import PROFILES, TEXTS
from typeset.document import Document, build_document, reading_order
from typeset.loading import load
from typeset.problems import TypesetError
from typeset.profile import Profile, read_profile, write_profile
from typeset.profile.addresses import Addressed
from typeset.profile.entries import Highlight
from typeset.profile.ids import given_ids
from typeset.profile.nodes import Tree
from typeset.tailor import Application, Placed, Tailored, tailor, translate
from typeset.tailor.application import Selection
from typeset.tailor.facts import is_fact
from typeset.tailor.reading import Layer
from typeset.tailor.wording import Wording
from typeset.words import words

SOURCES = Path(__file__).parents[2] / "sources"
SAMPLES = [*sorted(SOURCES.glob("*/*.*")), *sorted(SOURCES.glob("*/letters/*"))]

quick = draws(60, allow=list(HealthCheck))


def _printed(profile: Profile) -> Document | str:
    try:
        return build_document(profile)[0]
    except TypesetError as error:
        return str(error)


def _tailored(profile: Profile, *wordings: Wording, **select: list[str]) -> Tailored:
    selection = Selection.model_validate(select)
    layers = (Layer(Path("application.yaml"), Tree()),)
    return tailor(Addressed(profile), Placed(Application(select=selection), wordings, layers))


def _unless_refused(profile: Profile, **select: list[str]) -> Tailored:
    """The example counts only where it drops nothing that it keeps, and knows its tags."""
    try:
        return _tailored(profile, **select)
    except TypesetError as error:
        if {problem.rule for problem in error.problems} - {"keep", "tag"}:
            raise
        reject()


def _prints_the_same_addressed(profile: Profile) -> None:
    addressed = Addressed(profile)
    assert _printed(addressed.profile) == _printed(profile)
    written = read_profile(write_profile(addressed.profile))
    assert _printed(written) == _printed(profile)
    for again in (Addressed(addressed.profile), Addressed(written)):
        assert list(again.parts) == list(addressed.parts)
        assert list(again.texts) == list(addressed.texts)


@quick
@given(PROFILES)
def test_an_addressed_profile_prints_as_it_did_and_keeps_its_addresses(profile: Profile) -> None:
    _prints_the_same_addressed(profile)
    addressed = Addressed(profile)
    named = [member for _, member in given_ids(addressed.profile)]
    assert len(addressed.parts) == len(named) + len(addressed.sections), "no two share an address"


@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sample_prints_as_it_did_once_addressed(source: Path) -> None:
    if ".de." not in source.name:
        _prints_the_same_addressed(load(source).profile)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_every_case_prints_as_it_did_once_addressed(case) -> None:  # type: ignore[no-untyped-def]
    _prints_the_same_addressed(case.profile())


@quick
@given(PROFILES)
def test_an_application_that_says_nothing_changes_nothing(profile: Profile) -> None:
    made = _tailored(profile)
    assert _printed(made.addressed.profile) == _printed(profile)
    assert (made.left_out, made.reworded, made.problems) == ((), (), ())


@quick
@given(PROFILES, st.data())
def test_what_is_left_is_the_bases_and_the_rest_is_accounted_for(
    profile: Profile, data: st.DataObject
) -> None:
    base = Addressed(profile)
    some = st.lists(st.sampled_from(list(base.parts)), max_size=3) if base.parts else st.just([])
    tags = st.lists(st.sampled_from("abc"), max_size=1)
    drop, first, keep = data.draw(some), data.draw(some), data.draw(some)
    made = _unless_refused(profile, drop=drop, first=first, keep=keep, exclude=data.draw(tags))
    left = Addressed(made.addressed.profile)
    gone = {one.address for one in made.left_out}
    assert not gone & set(left.parts)
    for address, part in base.parts.items():
        holders = (part.parent, *part.others)
        if address in left.parts:
            assert left.parts[address].text == part.text or address in left.sections
        else:
            lost = address in gone or all(one and one not in left.parts for one in holders)
            assert lost or not part.parent, "left out, or in what is; or a section empty by that"
    assert set(left.parts) <= set(base.parts)
    for address, field in left.texts.items():
        assert field.value == base.texts[address].value or address == "basics.summary"
    _in_order(base, left, first)
    assert not _words(made.addressed.profile) - _words(profile), "no word is made up"


def _in_order(base: Addressed, left: Addressed, first: list[str]) -> None:
    """Siblings stand as in the base, but for those wanted first."""
    rank = {address: place for place, address in enumerate(dict.fromkeys(first))}
    for parent in {part.parent for part in left.parts.values()}:
        kinds = {type(p.model) for p in left.parts.values() if p.parent == parent}
        for kind in kinds:
            found = [
                one for one in _children(left, parent, kind) if base.parts[one].parent == parent
            ]
            before = [one for one in _children(base, parent, kind) if one in found]
            assert found == sorted(before, key=lambda one: rank.get(one, len(rank)))


def _children(profile: Addressed, parent: str, kind: type) -> list[str]:
    return [
        address
        for address, part in profile.parts.items()
        if part.parent == parent and type(part.model) is kind
    ]


def _words(profile: Profile) -> Counter[str]:
    document = _printed(profile)
    texts = [] if isinstance(document, str) else reading_order(document)
    return Counter(word for text in texts for word in words(text))


@quick
@given(PROFILES, TEXTS, st.data())
def test_words_change_where_they_are_replaced_and_nowhere_else(
    profile: Profile, text: str, data: st.DataObject
) -> None:
    base = Addressed(profile)
    fields = [f for f in base.texts.values() if isinstance(f.value, str) and not is_fact(f)]
    field = data.draw(st.sampled_from(fields))
    assume(not (field.field == "lead" and isinstance(field.owner, Highlight) and field.owner.prose))
    made = _tailored(profile, Wording(field.address, text, None))
    after = Addressed(made.addressed.profile).texts
    for address, one in base.texts.items():
        assert after[address].value == (text if address == field.address else one.value)
    before = [] if field.value == text else [(field.address, field.value, text)]
    assert [(one.address, one.before, one.after) for one in made.reworded] == before


@quick
@given(PROFILES)
def test_a_translation_into_the_same_words_changes_nothing(profile: Profile) -> None:
    base = Addressed(profile)
    wordings = [
        Wording(address, field.value, None)
        for address, field in base.texts.items()
        if field.value and not field.is_date
    ]
    assert translate(base, wordings, Path("resume.yaml"), strict=True) == []
    assert _printed(base.profile) == _printed(profile)
