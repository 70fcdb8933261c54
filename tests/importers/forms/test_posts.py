"""Positions that say more than role, employer, place and time: promotions, earlier ones, pages."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.forms.filling import Fields, expected, filled, named, read_section

LATER = "### Head Cook, Blue Door\n2019 – 2021\n\n- Ran the kitchen\n\n"
LATER_READ = [
    ("position", "Head Cook"), ("name", "Blue Door"), ("startDate", "2019"), ("endDate", "2021"),
    ("highlights", "Ran the kitchen"),
]  # fmt: skip
EARLIER = [
    "### {title}\n\n- Waiter, Ash Inn, 2015–2018\n- Porter, Larch Inn, Bath\n",
    "### {title}\n\n- **Waiter**, Ash Inn (2015–2018)\n- **Porter**, Larch Inn, Bath\n",
    "**{title}**\n\n- Waiter at Ash Inn (2015–2018)\n- Porter at Larch Inn, Bath\n",
    "**{title}:**\n\n- Waiter, Ash Inn, 2015–2018\n- Porter, Larch Inn, Bath\n",
]
EARLIER_READ = [
    ("position", "Waiter"), ("name", "Ash Inn"), ("startDate", "2015"), ("endDate", "2018"),
    ("position", "Porter"), ("name", "Larch Inn"), ("location", "Bath"),
]  # fmt: skip


@pytest.mark.parametrize("title", ["Earlier", "Earlier roles", "Before that"])
@pytest.mark.parametrize("form", EARLIER, ids=repr)
def test_earlier_posts(form: str, title: str) -> None:
    found = read_section("Experience", LATER + form.format(title=title), "work")
    assert found == expected("work", *LATER_READ, *EARLIER_READ)


def test_earlier_posts_under_no_title() -> None:
    text = LATER + "**Waiter**, Ash Inn (2015–2018)\n\n**Porter**, Larch Inn (2013–2015)\n"
    read = [*EARLIER_READ[:-1], ("startDate", "2013"), ("endDate", "2015")]
    assert read_section("Experience", text, "work") == expected("work", *LATER_READ, *read)


HELD = [
    ("Lumenly", "Berlin, Germany", "Staff Software Engineer", "Clerk"),
    ("Mercy Medical Center", "Mobile, AL", "Charge Nurse", "Nurse Aide"),
    ("Officine Bertani S.p.A.", "Parma, Italia", "Impiegata amministrativa", "Commessa"),
]
PROMOTIONS = [
    "### {owner}, {place}\n\n*{last}* (2018 – 2020)\n\n- Swept\n\n*{first}* (2016 – 2018)\n\n",
    "### {owner}, {place}\n\n**{last}** (2018 – 2020)\n\n- Swept\n\n**{first}** (2016 – 2018)\n\n",
    "**{owner}**, {place}\n\n*{last}*, 2018 – 2020\n\n- Swept\n\n*{first}*, 2016 – 2018\n\n",
    "plain\n{owner}, {place}\n\n{last}, 2018 – 2020\n- Swept\n\n{first}, 2016 – 2018\n\n",
]


@pytest.mark.parametrize("form", PROMOTIONS, ids=repr)
def test_promotions(form: str) -> None:
    wanted: Fields = Counter()
    for owner, place, last, first in HELD:
        wanted += expected("work", ("name", owner), ("location", place))
        wanted += expected("work.roles", ("position", last), ("position", first))
        wanted += expected("work.roles", ("startDate", "2018"), ("endDate", "2020"))
        wanted += expected("work.roles", ("startDate", "2016"), ("endDate", "2018"))
        wanted += expected("work.roles", ("highlights", "Swept"))
    text = filled(form, named("owner place last first", HELD))
    assert read_section("Experience", text, "work") == wanted


POSTS = [
    ("Developer", "Zwei", "Graz, Austria", "2016 – 2018"),
    ("Level 2 Support Engineer", "Site 7 Studios", "Mobile, AL", "2014 – 2016"),
    ("Registered Nurse, ICU", "Golden Years Assisted Living, Inc.", "Toledo, OH", "2010 – 2014"),
]
FORMS: list[tuple[str, list[tuple[str, str]]]] = [
    ("### {role} – {owner} ({place})\n{when}\n\n", []),
    ("**{role}** at {owner} ({place}), {when}\n\n", []),
    ("{when}\n: **{role}**, {owner} ({place})\n\n", []),
    ("- {role} - {owner}, {place} - {when}\n", []),
    ("### {owner} – {role}\n{place}, {when}\n\n", []),
    ("### {owner}, {place}\n\n#### {when}\n\n{role}\n\n- Swept\n\n", [("highlights", "Swept")]),
    ("### {owner}, {place}\n#### {when}\n{role}\n\nSwept.\n\n", [("summary", "Swept.")]),
    ("> **{role}**, {owner}  \n> {when}, {place}\n\n- Swept\n\n", [("highlights", "Swept")]),
    ("### {role}, {owner}\n{place} | {when} | Part-time\n\n", [("summary", "Part-time")]),
    (
        "### {owner}, {place}\n*Tools for big mills.*\n\n**{role}** | {when}\n\n- Swept\n\n",
        [("description", "Tools for big mills."), ("highlights", "Swept")],
    ),
    (
        "### {owner}, {place}\n\nTools for big mills.\n\n*{role}* ({when})\n\n- Swept\n\n",
        [("description", "Tools for big mills."), ("highlights", "Swept")],
    ),
    (
        "### {role}, {owner}\n{place}, {when} | [s.example](https://www.s.example)\n\n",
        [("url", "https://www.s.example")],
    ),
    ("plain\n{role}, {owner} (www.s.example)\n{place}, {when}\n\n", [("url", "www.s.example")]),
]  # fmt: skip


@pytest.mark.parametrize(("form", "more"), FORMS, ids=lambda one: repr(one)[:60])
def test_posts(form: str, more: list[tuple[str, str]]) -> None:
    wanted: Fields = Counter()
    for role, owner, place, when in POSTS:
        start, end = when.split(" – ")
        parts = [("position", role), ("name", owner), ("location", place)]
        wanted += expected("work", *parts, ("startDate", start), ("endDate", end), *more)
    text = filled(form, named("role owner place when", POSTS))
    assert read_section("Experience", text, "work") == wanted


UNDATED = [
    "**{role}**, {owner}, {place}",
    "**{role}** @ {owner}, {place}",
]


@pytest.mark.parametrize("form", UNDATED, ids=repr)
def test_the_last_post_has_no_date(form: str) -> None:
    last = ("Waiter", "Ash Inn", "Graz, Austria", "")
    text = ""
    wanted: Fields = Counter()
    for role, owner, place, when in [*POSTS[:2], last]:
        head = form.format(role=role, owner=owner, place=place)
        text += f"{head} ({when})\n\n" if when else f"{head}\n\n"
        parts = [("position", role), ("name", owner), ("location", place)]
        days = zip(("startDate", "endDate"), when.split(" – "), strict=False) if when else ()
        wanted += expected("work", *parts, *days)
    assert read_section("Experience", text, "work") == wanted
