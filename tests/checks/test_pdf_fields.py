"""What an applicant system recovers, and how it is counted."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from tests.checks.changed import changed, good_pdf, notes, profile
from tests.say import loaded
from typeset.checks.verify import verify_pdf
from typeset.checks.verify.fields import Recovered, profile_fields
from typeset.pipeline import Settings, prepare, render
from typeset.typesetting import Press

PROMOTED = """
lang: en
basics: {name: Ilse Brandt, email: ilse@example.org, phone: +49 30 555 0199}
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


@pytest.mark.parametrize("text", [PROMOTED], ids=["promotions"])
def test_everything_is_recovered(text: str, press: Press) -> None:
    source = loaded(text)
    pdf = render(prepare(source, Settings()), press).pdf
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
