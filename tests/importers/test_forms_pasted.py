"""Heads of schools in text copied from a page, where no empty line stands between them."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.benchmarks.import_coverage import JOINING, fields
from tests.importers.test_forms import SCHOOLS, Fields, _expected
from typeset.importers import import_text
from typeset.profile.writing import write_profile

FORMS = [
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
@pytest.mark.parametrize("schools", SCHOOLS, ids=lambda schools: schools[0][1])
@pytest.mark.parametrize("form", FORMS, ids=repr)
def test_schools(form: str, schools: list[tuple[str, ...]], said: tuple[str, ...]) -> None:
    wanted: Fields = Counter()
    lines = ["Ada Quill", "ada@quill.example", "Work Experience", "Baker, Moss Inn, 2016 – 2020"]
    lines += ["• Baked bread for the whole of the valley", "• Kept the oven", "Education"]
    for degree, school, place, when, start, last in schools:
        head = form.format(degree=degree, school=school, place=place, when=when)
        lines += [*head.split("\n")[:-1], *said]
        parts = [("degree", " ".join(word for word in degree.split() if word not in JOINING))]
        parts += [("institution", school), ("startDate", start), ("endDate", last)]
        parts += [("location", place)] if "{place}" in form else []
        parts += [("highlights", one.removeprefix("• ")) for one in said]
        wanted += _expected("education", *parts)
    lines += ["Skills", "Lime, stone, timber"]
    found = fields(write_profile(import_text("\n".join(lines) + "\n").profile))
    taken = {key: n for key, n in found.items() if key[0].startswith(".education.")}
    assert Counter(taken) == wanted
