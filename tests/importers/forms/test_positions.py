"""Heads of positions: role, employer, place and time in each order and on any number of lines."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from tests.importers.forms.filling import PLAIN, Fields, expected, filled, read, read_section


class Post(NamedTuple):
    """A position: `begin` and `end` as written, `start` and `last` as the profile has them."""

    role: str
    owner: str
    place: str
    begin: str
    end: str
    start: str
    last: str

    def filling(self) -> dict[str, str]:
        return {**self._asdict(), "when": f"{self.begin} – {self.end}"}


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
@pytest.mark.parametrize("form", [*HEADS, *(PLAIN + form for form in PLAIN_HEADS)], ids=repr)
def test_positions(form: str, posts: list[Post], body: str) -> None:
    text = filled(f"{form}{body}\n", [one.filling() for one in posts])
    wanted: Fields = Counter()
    for one in posts:
        parts = [("position", one.role), ("name", one.owner)]
        parts += [("startDate", one.start), ("endDate", one.last)]
        parts += [("location", one.place)] if "{place}" in form else []
        parts += [("summary", body)] if body == SAID else []
        parts += [("highlights", line[2:]) for line in body.split("\n") if body == DONE and line]
        wanted += expected("work", *parts)
    assert read_section("Experience", text, "work") == wanted


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
        lines += form.format(**one.filling()).split("\n")[:-1]
        lines += [f"• {PASTED_DONE[0]}", PASTED_DONE[1], "• Kept the books in order"]
        parts = [("position", one.role), ("name", one.owner)]
        parts += [("startDate", one.start), ("endDate", one.last)]
        parts += [("location", one.place)] if "{place}" in form else []
        parts += [("highlights", " ".join(PASTED_DONE)), ("highlights", lines[-1])]
        wanted += expected("work", *parts)
    lines += ["Education", "BSc Physics, Heath University, 2010"]
    assert read("\n".join(lines) + "\n", ".work.") == wanted
