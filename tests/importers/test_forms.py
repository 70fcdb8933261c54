"""One content in each form that people give it: heads of positions and schools, items, groups.

A form is a template; what fills it is read from each of them as the same fields.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from tests.benchmarks.import_coverage import JOINING, fields
from typeset.importers import import_text
from typeset.importers.text.markup.inline import visible_words
from typeset.profile.writing import write_profile

Fields = Counter[tuple[str, str]]


def _read(title: str, text: str, kind: str) -> Fields:
    """The fields of a kind that a section of such a title becomes, in Markdown or plain text.

    A text that begins with "plain" stands below a title in capitals.
    """
    rest = f"{'Skills' if kind != 'skills' else 'Education'}"
    below = "Lime, stone, timber" if rest == "Skills" else "BSc Physics, Heath University, 2010"
    if text.startswith(_PLAIN):
        heads = (title.upper(), rest.upper())
        source = f"Ada Quill\nada@quill.example\n\n{heads[0]}\n\n{text.removeprefix(_PLAIN)}"
    else:
        heads = (title, f"## {rest}")
        source = f"# Ada Quill\n\n## {title}\n\n{text}"
    became = import_text(f"{source}\n\n{heads[1]}\n\n{below}\n")
    assert became.words == became.placed
    found = fields(write_profile(became.profile))
    prefix = f".{kind}."
    return Counter({key: n for key, n in found.items() if key[0].startswith(prefix)})


def _expected(kind: str, *values: tuple[str, str]) -> Fields:
    return Counter((f".{kind}.{name}", " ".join(visible_words(text))) for name, text in values)


_PLAIN = "plain\n"


class Post(NamedTuple):
    """A position: `begin` and `end` as written, `start` and `last` as the profile has them."""

    role: str
    owner: str
    place: str
    begin: str
    end: str
    start: str
    last: str


POSTS = [
    [
        Post("Charge Nurse", "San Marino Medical Center", "Fresno, CA", "Jan 2019", "Present",
             "2019-01", "present"),
        Post("Staff Nurse", "Oak Street Clinic", "Madera, CA", "Aug 2014", "Dec 2018",
             "2014-08", "2018-12"),
    ],
    [
        Post("Lead Designer", "Quietbox", "Leeds, UK", "2021", "present", "2021", "present"),
        Post("Illustrator", "Ninth Wave", "Hull, UK", "2017", "2021", "2017", "2021"),
        Post("Assistant", "The Salt Cellar", "York, UK", "2015", "2017", "2015", "2017"),
    ],
    [
        Post("Regional Sales Manager", "Oriole Diagnostics", "Atlanta, GA", "03/2021", "12/2024",
             "2021-03", "2024-12"),
        Post("Account Executive", "Buckhead Ford", "Nashville, TN", "06/2017", "02/2021",
             "2017-06", "2021-02"),
    ],
]  # fmt: skip

HEADS = [
    "### {role}, {owner}\n*{when} · {place}*\n",
    "### {owner}, {place}\n**{role}** | {when}\n",
    "### {role}\n{owner} | {place} | {when}\n",
    "### {owner}\n{role}, {when}\n",
    "### {owner} | {role} ({when})\n",
    "### {role} @ {owner} ({when})\n",
    "### {role} at {owner}\n{when}\n",
    "### {when}: {role}, {owner}\n",
    "### {role} — {owner}\n{when}, {place}\n",
    "### {owner}\n#### {role}\n##### {when}\n",
    "### {role}\n#### {owner}\n##### {when}\n",
    "### {owner}\n#### {when}\n##### _{role}_\n",
    "### {owner}\n#### {role}\n*{when} | {place}*\n",
    "### {role}\n**{owner}** — {place}\n*{when}*\n",
    "### {role} | {owner} | {place}\n{when}\n",
    "#### {role}\n##### {owner}, {place} | {when}\n",
    "### {role} - {owner} [{when}]\n",
    "### {role}, {owner} *{when}*\n",
    "### {when}\n**{role}** - {owner}, {place}\n",
    "### <span>{role}, {owner}</span> <span>{when}</span>\n",
    "**{role}, {owner}** ({when}, {place})\n",
    "**{owner}** ({place})\n*{role}*, {when}\n",
    "**{role}**\\\n{owner}, {place}\\\n{when}\n",
    "**{role}** | {owner} | {when}\n",
    "**{owner}** — {role}, {when}\n",
    "**{owner}**, {place}\n\n{role} ({when})\n",
    "**{role}**\n*{owner}*\n{when} · {place}\n",
    "{when} **{role}**, {owner}, {place}\n",
    "*{when}* — **{role}**, {owner}\n",
    "`{when}`\n__{owner}__ {role}\n",
    "{when}\n: *{role} for {owner}* ({place}).\n",
    "{when}\n:   **{role}**, {owner}, {place}\n",
]
PLAIN_HEADS = [
    "{role} · {owner}\n{when}\n",
    "{owner}\n{role}\n{when}\n{place}\n",
    "{role}, {owner}, {place}, {when}\n",
    "{when}   {role}, {owner}, {place}\n",
    "{role}\n{owner}, {place}\n{when}\n",
    "{when}\n{role}\n{owner}, {place}\n",
    "{owner}, {place}\t{when}\n{role}\n",
    "{role}                    {when}\n{owner}                    {place}\n",
    "{owner} — {place}\n{role}                 {when}\n",
    "Position: {role}\nCompany: {owner}\nLocation: {place}\nDates: {when}\n",
]
DONE = "\n- Raised the output by 38%\n- Kept the books in order\n"
SAID = "\nLooked after the wards and their stores, and trained the new people.\n"


@pytest.mark.parametrize("body", [DONE, SAID, ""], ids=["done", "said", "bare"])
@pytest.mark.parametrize("posts", POSTS, ids=lambda posts: posts[0].role)
@pytest.mark.parametrize("form", [*HEADS, *(_PLAIN + form for form in PLAIN_HEADS)], ids=repr)
def test_positions(form: str, posts: list[Post], body: str) -> None:
    head = form.removeprefix(_PLAIN)
    text = "\n".join(
        head.format(**one._asdict(), when=f"{one.begin} – {one.end}") + body for one in posts
    )
    wanted: Fields = Counter()
    for one in posts:
        parts = [("position", one.role), ("name", one.owner)]
        parts += [("startDate", one.start), ("endDate", one.last)]
        parts += [("location", one.place)] if "{place}" in form else []
        parts += [("summary", body)] if body == SAID else []
        parts += [("highlights", line[2:]) for line in body.split("\n") if body == DONE and line]
        wanted += _expected("work", *parts)
    assert _read("Experience", text if head == form else _PLAIN + text, "work") == wanted


PASTED_HEADS = [
    "{owner}\n{role} {when}\n",
    "{owner}, {place}\n{role} {when}\n",
    "{role}\n{owner}, {place} {when}\n",
    "{role}\n{owner} | {place} | {when}\n",
    "{role}, {owner}\n{place} | {when}\n",
    "{role} | {owner}\n{when} | {place}\n",
    "{owner}\n{role}\n{place} {when}\n",
    "{role}\n{owner} ({when})\n",
    "{role}\n{owner}, {place}\n{when}\n",
]
PASTED_DONE = (
    "Raised the output of the whole department by 38% in three years, and with it",
    "the number of people who come back in every season",
)


@pytest.mark.parametrize("posts", POSTS, ids=lambda posts: posts[0].role)
@pytest.mark.parametrize("form", PASTED_HEADS, ids=repr)
def test_positions_without_empty_lines(form: str, posts: list[Post]) -> None:
    """As text is copied from a page: no empty line before a title or a head."""
    wanted: Fields = Counter()
    lines = ["Ada Quill", "ada@quill.example", "Skills", "• Lime, stone", "Experience"]
    for one in posts:
        lines += form.format(**one._asdict(), when=f"{one.begin} – {one.end}").split("\n")[:-1]
        lines += [f"• {PASTED_DONE[0]}", PASTED_DONE[1], "• Kept the books in order"]
        parts = [("position", one.role), ("name", one.owner)]
        parts += [("startDate", one.start), ("endDate", one.last)]
        parts += [("location", one.place)] if "{place}" in form else []
        parts += [("highlights", " ".join(PASTED_DONE)), ("highlights", lines[-1])]
        wanted += _expected("work", *parts)
    lines += ["Education", "BSc Physics, Heath University, 2010"]
    found = fields(write_profile(import_text("\n".join(lines) + "\n").profile))
    assert Counter({key: n for key, n in found.items() if key[0].startswith(".work.")}) == wanted


SCHOOLS = [
    [
        ("BSc Physics", "Heath University", "Leeds, UK", "2010 – 2013", "2010", "2013"),
        ("MA in Fine Art", "Clay College", "Hull, UK", "2014 – 2016", "2014", "2016"),
    ],
    [
        ("Diploma of Nursing", "TAFE Marlow", "Perth, WA", "Feb 2010 – Nov 2011", "2010-02",
         "2011-11"),
        ("Year 12 Certificate", "Karri High School", "Perth, WA", "2007 – 2009", "2007", "2009"),
    ],
    [
        ("B.A., Economics and History", "University of Oakmere", "Oakmere, OH", "2015", "2015",
         "2015"),
        ("M.B.A.", "Ross Hill School of Business", "Chicago, IL", "2019", "2019", "2019"),
    ],
]  # fmt: skip
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


@pytest.mark.parametrize("schools", SCHOOLS, ids=lambda schools: schools[0][0])
@pytest.mark.parametrize("form", SCHOOL_FORMS, ids=repr)
def test_schools(form: str, schools: list[tuple[str, ...]]) -> None:
    text, wanted = "", Counter[tuple[str, str]]()
    for degree, school, place, when, start, last in schools:
        text += form.format(degree=degree, school=school, place=place, when=when)
        bare = " ".join(word for word in degree.split() if word not in JOINING)
        parts = [("degree", bare)]
        parts += [("institution", school), ("startDate", start), ("endDate", last)]
        parts += [("location", place)] if "{place}" in form else []
        wanted += _expected("education", *parts)
    assert _read("Education", text, "education") == wanted


ITEM_FORMS = [
    "- {what}, {who}, {when}\n",
    "- **{what}**, {who}, {when}\n",
    "- *{what}*, {who}, {when}\n",
    "- {when}: {what}, {who}\n",
    "- {what} – {who} ({when})\n",
    "- {what} — {who}, {when}\n",
    "- {what} ({when}) - {who}\n",
    "- {what} ({who}, {when})\n",
    "- {what} | {who} | {when}\n",
    "- {what} · {who} · {when}\n",
    "{what}, {who}, {when}\n",
]
ITEMS = {
    "Certifications": [
        ("Certified Welder Level 2", "Marlow Institute", "2019"),
        ("Working at Heights", "Safe Roofs Ltd", "2021"),
        ("First Aid at Work", "Red Cross", "2022"),
    ],
    "Awards": [
        ("Best Paper Prize", "Salt Society", "2019"),
        ("Employee of the Year", "Oak Street Clinic", "2021"),
        ("Travel Grant", "Marlow Trust", "2022"),
    ],
    "Talks": [
        ("Salt in Rivers", "Hydrology Days", "2019"),
        ("Reading Old Gauges", "Museum of Water", "2021"),
        ("Why Weirs Fail", "River Forum", "2022"),
    ],
    "Memberships": [
        ("Member", "Salt Society", "2019"),
        ("Board Secretary", "Guild of Bakers", "2021"),
        ("Fellow", "Royal Society of Weirs", "2022"),
    ],
    "Grants": [
        ("Weirs and Salt", "Marlow Trust", "2019"),
        ("Young Gauges", "National Council of Science", "2021"),
        ("Old Rivers", "Leeds City Council", "2022"),
    ],
}
KEYS = {
    "Certifications": ("certificates", "name", "issuer", ["date"]),
    "Awards": ("awards", "title", "awarder", ["date"]),
    "Talks": ("publications", "name", "publisher", ["releaseDate"]),
    "Memberships": ("sections.entries", "title", "organization", ["startDate", "endDate"]),
    "Grants": ("sections.entries", "title", "organization", ["startDate", "endDate"]),
}


@pytest.mark.parametrize("title", ITEMS)
@pytest.mark.parametrize("form", ITEM_FORMS, ids=repr)
def test_items(form: str, title: str) -> None:
    kind, what, who, days = KEYS[title]
    text = "".join(form.format(what=a, who=b, when=day) for a, b, day in ITEMS[title])
    wanted: Fields = Counter()
    for a, b, day in ITEMS[title]:
        wanted += _expected(kind, (what, a), (who, b), *((name, day) for name in days))
    assert _read(title, text, kind) == wanted


LANGUAGE_FORMS = [
    "- {name}: {level}\n", "- {name} ({level})\n", "- {name} – {level}\n", "- {name}, {level}\n",
    "- **{name}** – {level}\n", "- {name} | {level}\n", "- *{name}* — {level}\n",
    "**{name}:** {level}\n\n", "{name}: {level}\n", "{name}      {level}\n",
]  # fmt: skip


@pytest.mark.parametrize("levels", [("native", "fluent", "basic"), ("C2", "B1", "A2")], ids=str)
@pytest.mark.parametrize("form", LANGUAGE_FORMS, ids=repr)
def test_languages(form: str, levels: tuple[str, ...]) -> None:
    spoken = list(zip(("German", "French", "Dutch"), levels, strict=True))
    text = "".join(form.format(name=name, level=level) for name, level in spoken)
    wanted: Fields = Counter()
    for name, level in spoken:
        wanted += _expected("languages", ("language", name), ("fluency", level))
    assert _read("Languages", text, "languages") == wanted


SKILLS = {"Crafts": ["lime", "stone", "timber framing"], "Drawing": ["Rhino", "hand sketches"]}
SKILL_FORMS = [
    "- **{name}:** {commas}\n", "**{name}:** {commas}\n", "- {name}: {commas}\n",
    "{name}: {commas}\n", "**{name}** — {commas}\n\n", "### {name}\n{commas}\n\n",
    "### {name}\n{bullets}\n", "**{name}**\n\n{bullets}\n", "**{name}**: {bars}\n\n",
    "**{name}**\n{dots}\n\n", "- {name}: {semicolons}\n", "- {name}\n{nested}",
    "{name}\n: {commas}\n\n",
    "*{name}*: {commas}  \n", "- {name} - {commas}\n",
]  # fmt: skip


@pytest.mark.parametrize("form", SKILL_FORMS, ids=repr)
def test_skills(form: str) -> None:
    text, wanted = "", Counter[tuple[str, str]]()
    for name, words in SKILLS.items():
        text += form.format(
            name=name,
            commas=", ".join(words),
            bars=" | ".join(words),
            dots=" · ".join(words),
            semicolons="; ".join(words),
            bullets="".join(f"- {word}\n" for word in words),
            nested="".join(f"  - {word}\n" for word in words),
        )
        wanted += _expected("skills", ("name", name), *(("keywords", word) for word in words))
    assert _read("Skills", text, "skills") == wanted


PROJECTS = [
    ("Marsh Atlas", "A map of weirs, drawn in R.", "2021"),
    ("Ferry Board", "Times of the ferry on a small screen.", "2019"),
]
PROJECT_FORMS = [
    "- **{name}** – {said} ({year})\n", "- **{name}** ({year}): {said}\n",
    "- **{name}**, {year}. {said}\n", "- {name}: {said} ({year})\n",
    "### {name} ({year})\n{said}\n\n", "### {name}\n*{year}*\n\n{said}\n\n",
    "**{name}** | {year}\n{said}\n\n", "**{name}** ({year})  \n{said}\n\n",
    "**{year}** – **{name}**\n{said}\n\n", "{name}, {year}\n{said}\n\n",
]  # fmt: skip


@pytest.mark.parametrize("form", PROJECT_FORMS, ids=repr)
def test_projects(form: str) -> None:
    text, wanted = "", Counter[tuple[str, str]]()
    for name, said, year in PROJECTS:
        text += form.format(name=name, said=said, year=year)
        said_in = "summary" if form.endswith("{said}\n\n") else "description"
        parts = [("name", name), (said_in, said), ("startDate", year), ("endDate", year)]
        wanted += _expected("projects", *parts)
    assert _read("Projects", text, "projects") == wanted
