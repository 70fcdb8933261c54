"""What an applicant system recovers, and how it is counted."""

from __future__ import annotations

import io
from dataclasses import replace
from textwrap import dedent

import pikepdf
import pytest

from tests.checks.changed import changed, good_pdf, notes, profile
from tests.say import loaded
from typeset.checks.verify import verify_pdf
from typeset.checks.verify.fields import Recovered, profile_fields
from typeset.checks.verify.heads import continued
from typeset.pipeline import Settings, prepare, render
from typeset.typesetting import Press

PROMOTED = """
lang: en
basics: {name: Ilse Brandt, email: ilse@example.org, phone: +49 30 555 0199}
education: [{institution: Clay College, studyType: BSc, startDate: 2009, endDate: 2013}]
work:
  - name: Fenwater Authority
    location: Ely
    roles:
      - {position: Head of Pumping, startDate: 2022-04, endDate: present, summary: All of it.}
      - {position: Senior Engineer, startDate: 2018-01, endDate: 2022-03, summary: Built.}
  - {name: Kestrel Lifts, position: Engineer, startDate: 2014, endDate: 2017, summary: Drew.}
"""


def test_fields_of_a_profile() -> None:
    fields = list(profile_fields(profile()))
    assert fields[:3] == [
        ("name", "Odile Varga"), ("e-mail", "odile.varga@example.org"), ("phone", "+36 1 555 0148")
    ]  # fmt: skip
    assert ("dates", "Head conservator: 2019-03 to present") in fields
    assert ("degree", "MA in Conservation") in fields


def test_of_a_letter_only_the_sender_counts() -> None:
    letter = loaded("letter: {body: Text., signature: Ilse Brandt}\nwork: [{name: Acme}]").profile
    assert list(profile_fields(letter)) == [("name", "Ilse Brandt")]


def test_what_stands_alone_at_the_head_of_an_entry_is_an_entry() -> None:
    text = """
        work:
          - {position: Adviser, startDate: 2015, endDate: 2016}
          - {name: Acme, engagements: [{position: Clerk}, {name: Lock 4}]}
    """
    assert list(profile_fields(loaded(dedent(text)).profile)) == [
        ("entry", "Adviser"),
        ("dates", "Adviser: 2015 to 2016"),
        ("employer", "Acme"),
        ("position", "Clerk"),
        ("entry", "Lock 4"),
    ]


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        ("## Experience\n\nA\n\n## Earlier\n\nB", "## Experience\n\nA\n\n\nB"),
        ("## Education\n\nA\n\n## Earlier\n\nB", "## Education\n\nA\n\n## Earlier\n\nB"),
        ("## Berufserfahrung\n\nA\n\n## Früher\n\nB", "## Berufserfahrung\n\nA\n\n\nB"),
    ],
)
def test_earlier_goes_on_with_work_alone(view: str, kept: str) -> None:
    assert continued(view) == kept


def test_precision_and_recall() -> None:
    recovered = Recovered(
        found=(("name", "Ilse BRANDT"), ("phone", "030-555 0199"), ("employer", "Else")),
        expected=(("name", "Ilse Brandt"), ("phone", "030 5550199"), ("employer", "Acme"),
                  ("employer", "Acme")),
    )  # fmt: skip
    assert recovered.precision == pytest.approx(2 / 3)
    assert recovered.recall == pytest.approx(1 / 2)
    assert recovered.missed == (("employer", "Acme"), ("employer", "Acme"))
    assert replace(recovered, expected=()).missed == ()


LONG = """
lang: en
basics: {name: Ilse Brandt, label: Pump engineer, email: ilse@example.org}
education: [{institution: Clay College, studyType: BSc, startDate: 2009, endDate: 2013}]
work:
  - name: Company of the Sluices and Weirs and Pumps of the <Northern> Fens and Floods
    position: Principal engineer for pumps, sluices and the like
    location: Wilhelmshaven
    startDate: 2010
    endDate: 2014
    highlights: [Drained it.]
"""

EARLIER = """
lang: en
basics: {name: Ilse Brandt, label: Pump engineer, email: ilse@example.org}
education: [{institution: Clay College, studyType: BSc, startDate: 2009, endDate: 2013}]
sections: [{kind: work, entries: [acme]}, {kind: work, title: Earlier, entries: [bolt]}, education]
work:
  - {id: acme, name: Acme, position: Engineer, startDate: 2014, endDate: 2017, summary: Drew.}
  - {id: bolt, name: The *Bolt* Works, position: Fitter, startDate: 2010, endDate: 2012}
"""

LISTED = """
lang: en
basics: {name: Ilse Brandt, label: Pump engineer, email: ilse@example.org}
education: [{institution: Clay College, studyType: BSc, startDate: 2009, endDate: 2013}]
work:
  - {name: Acme, position: Engineer, startDate: 2014, endDate: 2017, summary: Drew.}
  - {position: "Apprentice, Journeyman Fitter", startDate: 2010, endDate: 2012, summary: Filed.}
  - {name: Pell House, startDate: 2008, endDate: 2009, summary: Swept.}
"""


@pytest.mark.parametrize(
    "text",
    [PROMOTED, LONG, EARLIER, LISTED],
    ids=["promotions", "a head of two lines", "a section of earlier work", "titles alone"],
)
@pytest.mark.parametrize("theme", ["classic", "academic"])
def test_everything_is_recovered(text: str, theme: str, press: Press) -> None:
    source = loaded(text)
    pdf = render(prepare(source, Settings(theme=theme)), press).pdf
    recovered = verify_pdf(pdf, "x.pdf", source.profile).recovered
    assert (recovered.missed, recovered.precision, recovered.recall) == ((), 1.0, 1.0)


def test_another_person_is_not_recovered(press: Press) -> None:
    report = verify_pdf(good_pdf(press), "x.pdf", loaded(PROMOTED).profile)
    rules = {problem.rule for problem in report.problems}
    assert {"words", "contact-fields", "fields"} <= rules
    assert report.recovered.recall == 0.0


def test_many_pages_for_few_years(press: Press) -> None:
    bullets = "".join(f"      - Measured bridge number {n}, twice.\n" for n in range(150))
    text = (
        "lang: en\nbasics: {name: Ilse Brandt}\nwork:\n"
        f"  - name: Acme\n    startDate: 2020\n    endDate: 2024\n    highlights:\n{bullets}"
    )
    source = loaded(text)
    pdf = render(prepare(source, Settings()), press).pdf
    assert "too-long" in _noted(pdf, text)
    assert "too-long" not in _noted(pdf, text.replace("startDate: 2020", "startDate: 2009"))


def test_short_last_page(press: Press) -> None:
    good = good_pdf(press)
    short = render(prepare(loaded("lang: en\nbasics: {name: Ilse Brandt}"), Settings()), press).pdf

    def append(file: pikepdf.Pdf) -> None:
        file.pages.extend(pikepdf.open(io.BytesIO(short)).pages)

    assert "short-last-page" in notes(changed(good, append))
    assert "short-last-page" not in notes(good)


def _noted(pdf: bytes, text: str) -> set[str]:
    return {problem.rule for problem in verify_pdf(pdf, "x.pdf", loaded(text).profile).problems}
