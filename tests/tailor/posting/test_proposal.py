"""The proposal: reasons everywhere, an application that holds, and no claim."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.tailor.posting.postings import Sample, samples
from typeset.profile import read_profile
from typeset.profile.addresses import Addressed
from typeset.tailor import read_application, tailor
from typeset.tailor.posting import terms
from typeset.tailor.posting.employer import job_of
from typeset.tailor.posting.language import language
from typeset.tailor.posting.proposal import Choice, propose
from typeset.tailor.posting.writing import Head, write_proposal
from typeset.words import words

each = pytest.mark.parametrize("sample", samples("yaml"), ids=lambda sample: sample.name)


def written(posting: str, base: Addressed, lang: str = "en") -> str:
    """The proposal for a posting."""
    head = Head(Path("resume.yaml"), Path("posting.md"), job_of(posting, language(lang)))
    return write_proposal(head, propose(terms(posting, lang), base))


def of(sample: Sample) -> str:
    return written(sample.text, sample.profile, sample.lang)


@each
def test_a_proposal_is_an_application_of_its_profile(sample: Sample) -> None:
    text, base = of(sample), sample.profile
    tailored = tailor(base, read_application(Path("a.yaml"), lambda _: text))
    assert tailored.left_out == ()
    assert list(Addressed(tailored.addressed.profile).parts) != list(sample.profile.parts)


@each
def test_every_line_of_the_selection_has_its_reason(sample: Sample) -> None:
    _, selection = of(sample).split("\nselect:\n")
    lines = [line for line in selection.splitlines() if line.startswith("    - ")]
    assert lines
    assert all("  # serves “" in line and "(term" in line for line in lines)


def values(data: object) -> list[str]:
    """Every scalar of YAML."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in values(value)]
    return [text for one in data for text in values(one)] if isinstance(data, list) else [str(data)]


@each
def test_a_proposal_claims_nothing(sample: Sample) -> None:
    data = yaml.safe_load(of(sample))
    assert set(data) <= {"profile", "posting", "role", "organisation", "select"}
    assert set(data["select"]) <= {"first", "drop"}
    assert set(values(data["select"])) <= set(sample.profile.parts)
    said = words(sample.text)
    assert all(
        word in said for word in words(f"{data.get('role', '')} {data.get('organisation', '')}")
    )


@each
def test_the_same_proposal_each_time(sample: Sample) -> None:
    assert of(sample) == of(sample)


def test_what_serves_the_posting_stands_first_and_what_does_not_is_told() -> None:
    (sample,) = [one for one in samples("yaml") if one.name == "process-engineer"]
    text = of(sample)
    data = yaml.safe_load(text)
    assert data["select"]["first"] == [
        "serves-spc", "serves-doe", "serves-fmea", "serves-8d", "data-tools",
    ]  # fmt: skip
    _, idle = text.split("# Serves none of the terms")
    assert idle.split("\n")[1:-1] == [
        "#   - idle-newsletter", "#   - idle-move", "#   - idle-kiln", "#   - hobby-tools",
    ]  # fmt: skip


def test_terms_that_the_profile_has_not_are_listed_as_such() -> None:
    (sample,) = [one for one in samples("yaml") if one.name == "process-engineer"]
    summary = " ".join(of(sample).split("\nprofile:")[0].replace("\n# ", " ").split())
    assert "Not in your profile: “wafer bonding”" in summary
    assert summary.endswith("(typeset never writes a claim).")


def test_role_and_organisation_are_guesses_or_not_said() -> None:
    (sample,) = [one for one in samples("yaml") if one.name == "qualitaetsingenieur"]
    lines = of(sample).splitlines()
    (line,) = [line for line in lines if line.startswith("role:")]
    assert line.startswith("role: Qualitätsingenieur Lieferantenmanagement  # guessed")
    (line,) = [line for line in lines if line.startswith("organisation:")]
    assert line.startswith("organisation: Halbach & Rieger Antriebstechnik GmbH  # guessed")
    bare = written("We look for somebody who can weld and is kind.", sample.profile)
    assert "\n# role:  # the posting does not say it plainly" in bare
    assert "\n# organisation:  # the posting does not say it plainly" in bare


ORDERED = """
basics: {name: Nell Ashby}
work:
- name: Ferrow
  position: Clockmaker
  highlights: [{prose: At first this.}, {id: none, text: Swept.}, {id: kafka, text: Kafka.}]
- name: Old Mill
  position: Miller
  highlights: [{id: docker, text: Docker.}, {id: terraform, text: Terraform.}]
education:
- {institution: West Dean, id: school}
awards:
- {title: Best moustache, id: moustache}
"""
POSTING = "## Requirements\n- Kafka\n- Docker\n- Terraform\n"


def test_what_has_an_order_of_its_own_keeps_it() -> None:
    proposal = propose(terms(POSTING, "en"), Addressed(read_profile(ORDERED, "nell.yaml")))
    # Beside a paragraph nothing moves, nor where one serves as well as the other.
    assert proposal.first == ()
    # A career has no holes: positions and schools are never among what may go.
    assert [choice.address for choice in proposal.idle] == ["none", "moustache"]


def test_what_is_left_out_is_written_once() -> None:
    (sample,) = [one for one in samples("yaml") if one.name == "process-engineer"]
    proposal = propose(sample.terms, sample.profile)
    head = Head(Path("resume.yaml"), Path("posting.md"), job_of("", language("en")), pages=1)
    drop = [Choice("serves-8d", "serves one"), Choice("idle-move", "serves none")]
    data = yaml.safe_load(write_proposal(head, proposal, drop))
    assert data["select"]["drop"] == ["serves-8d", "idle-move"]
    assert "serves-8d" not in data["select"]["first"]
    assert (data["pages"], data["leave-out"]) == (1, True)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_posting_gives_an_application(posting: str) -> None:
    base = Addressed(read_profile(ORDERED, "nell.yaml"))
    text = written(f"# {posting}\n\nCompany: {posting[:30]}\n\n{POSTING}", base)
    placed = read_application(Path("a.yaml"), lambda _: text)
    assert placed.application.profile == "resume.yaml"
    assert tailor(base, placed).left_out == ()
