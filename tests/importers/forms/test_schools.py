"""Heads of schools, and what is said of studies."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from tests.importers.forms.filling import Fields, expected, filled, read, read_section, whole_degree


class School(NamedTuple):
    """A degree: `when` as written, `start` and `last` as the profile has them."""

    degree: str
    school: str
    place: str
    when: str
    start: str
    last: str

    def fields(self, placed: bool) -> Fields:
        found = expected("education", whole_degree(self.degree), ("institution", self.school))
        found += expected("education", ("startDate", self.start), ("endDate", self.last))
        return found + expected("education", ("location", self.place)) if placed else found


SCHOOLS = [
    [
        School("BSc Physics", "Heath University", "Leeds, UK", "2010 – 2013", "2010", "2013"),
        School("MA in Fine Art", "Clay College", "Hull, UK", "2014 – 2016", "2014", "2016"),
    ],
    [
        School(
            "Diploma of Nursing",
            "TAFE Marlow",
            "Perth, WA",
            "Feb 2010 – Nov 2011",
            "2010-02",
            "2011-11",
        ),
        School(
            "Year 12 Certificate", "Karri High School", "Perth, WA", "2007 – 2009", "2007", "2009"
        ),
    ],
    [
        School(
            "B.A., Economics and History",
            "University of Oakmere",
            "Oakmere, OH",
            "2015",
            "2015",
            "2015",
        ),
        School("M.B.A.", "Ross Hill School of Business", "Chicago, IL", "2019", "2019", "2019"),
    ],
]
SCHOOL_FORMS = [
    "### {degree}\n{school} | {when}\n\n",
    "### {school}\n{degree}, {when}\n\n",
    "### {degree}, {school}\n*{when}*\n\n",
    "### {school}, {place}\n*{degree}* | {when}\n\n",
    "### {when}\n**{degree}**, {school}, {place}\n\n",
    "- **{degree}**, {school}, {when}\n",
    "- {degree}, {school}, {place} ({when})\n",
    "- {when}: {degree}, {school}\n",
    "- {school} — {degree} ({when})\n",
    "**{degree}** — {school} ({when})\n\n",
    "**{school}**, {place}\n{degree}, {when}\n\n",
    "**{degree}**  \n{school}, {place}  \n{when}\n\n",
    "{degree}\n{school}\n{when}\n\n",
    "{school}, {place}                {when}\n{degree}\n\n",
    "{when}   {degree}\n            {school}, {place}\n\n",
]


@pytest.mark.parametrize("schools", SCHOOLS, ids=lambda schools: schools[0].degree)
@pytest.mark.parametrize("form", SCHOOL_FORMS, ids=repr)
def test_schools(form: str, schools: list[School]) -> None:
    wanted: Fields = Counter()
    for one in schools:
        wanted += one.fields("{place}" in form)
    text = filled(form, [one._asdict() for one in schools])
    assert read_section("Education", text, "education") == wanted


PASTED_FORMS = [
    "{degree}\n{school}, {place} {when}\n",
    "{school}, {place}\n{degree}, {when}\n",
    "{school}\n{degree} {when}\n",
    "{degree}\n{school} | {when}\n",
    "{school} {when}\n{degree}\n",
    "{school}, {place} {when}\n{degree}\n",
    "{when}\n{degree}\n{school}, {place}\n",
    "{degree}\n{school}\n{when}\n",
    "{school}\n{degree}\n{place} | {when}\n",
]


@pytest.mark.parametrize("said", [("• Thesis on small lamps", "• Two terms abroad"), ()], ids=len)
@pytest.mark.parametrize("schools", SCHOOLS, ids=lambda schools: schools[0].school)
@pytest.mark.parametrize("form", PASTED_FORMS, ids=repr)
def test_schools_without_empty_lines(
    form: str, schools: list[School], said: tuple[str, ...]
) -> None:
    """As text is copied from a page: no empty line before a title or a head."""
    wanted: Fields = Counter()
    lines = ["Ada Quill", "ada@quill.example", "Work Experience", "Baker, Moss Inn, 2016 – 2020"]
    lines += ["• Baked bread for the whole of the valley", "• Kept the oven", "Education"]
    for one in schools:
        lines += [*form.format(**one._asdict()).split("\n")[:-1], *said]
        wanted += one.fields("{place}" in form)
        wanted += expected("education", *(("highlights", line.removeprefix("• ")) for line in said))
    lines += ["Skills", "Lime, stone, timber"]
    assert read("\n".join(lines) + "\n", ".education.") == wanted


STUDIES = [
    "### BSc Botany, Hill University\n2010 – 2014\n\n{said}\n",
    "**BSc Botany**, Hill University, 2010 – 2014\n\n{said}\n",
    "**Hill University**  \nBSc Botany, 2010 – 2014\n\n{said}\n",
]


@pytest.mark.parametrize("form", STUDIES, ids=repr)
@pytest.mark.parametrize(
    "said",
    ["Exchange term at the University of Oslo, Norway", "Studied for a year in Lyon, France"],
)
def test_what_is_said_of_studies(form: str, said: str) -> None:
    parts = [("degree", "BSc Botany"), ("institution", "Hill University"), ("summary", said)]
    wanted = expected("education", *parts, ("startDate", "2010"), ("endDate", "2014"))
    assert read_section("Education", form.format(said=said), "education") == wanted


@pytest.mark.parametrize(
    "form",
    [
        "**{school}**, {place} — *2003 – 2012*  \n{degree}\n",
        "### {school}, {place}\n*{degree}*, 2003 – 2012\n",
    ],
)
@pytest.mark.parametrize("school", ["Gymnasium Nord", "Gymnasium am Markt", "Realschule am Wall"])
def test_schools_whose_word_is_a_degree_too(form: str, school: str) -> None:
    text = form.format(school=school, place="Achim", degree="Abitur")
    parts = [("degree", "Abitur"), ("institution", school), ("location", "Achim")]
    wanted = expected("education", *parts, ("startDate", "2003"), ("endDate", "2012"))
    assert read_section("Ausbildung", text, "education") == wanted


def test_subjects_behind_a_colon_over_the_period() -> None:
    text = "### Bath Girls' School\nA Levels: History, French, Art  \n2008 – 2010\n"
    parts = [("degree", "A Levels: History, French, Art"), ("institution", "Bath Girls' School")]
    wanted = expected("education", *parts, ("startDate", "2008"), ("endDate", "2010"))
    assert read_section("Education", text, "education") == wanted
