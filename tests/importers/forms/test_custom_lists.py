"""Lists of no standard kind in each form that people give them: grants, shows, service, posts.

An entry is a title, who held it, where, when and a remark.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from tests.importers.forms.filling import PLAIN, Fields, expected, filled, read_section


class Held(NamedTuple):
    """An entry: `when` as written, `start` and `last` as the profile has them."""

    what: str
    who: str
    place: str
    when: str
    start: str
    last: str
    note: str


LISTS = {
    "Grants": [
        Held("Peat and Memory", "Leverhulme Trust", "London", "2019–2022", "2019", "2022", "tour"),
        Held("At Home with Water", "Research Council of Norway", "Oslo", "2016", "2016", "2016",
             "with two others"),
        Held("Catalogue of Weirs", "Mercer Foundation", "Hull", "2013 – 2014", "2013", "2014",
             "travel"),
    ],
    "Exhibitions": [
        Held("Zwischen den Zeilen", "Galerie Noll", "Berlin", "2021", "2021", "2021", "group show"),
        Held("12 Stühle", "Kunstverein Ulm", "Ulm", "2019", "2019", "2019", "solo"),
        Held("Kälte", "Museum für Gestaltung", "Zürich", "2017", "2017", "2017", "with catalogue"),
    ],
    "Academic Service": [
        Held("Chair", "Committee on Maps and Charts", "Leeds", "2019–2021", "2019", "2021",
             "three terms"),
        Held("Reviewer", "Journal of Soil and Water", "Hull", "2018 – present", "2018", "present",
             "six papers a year"),
        Held("Member of the Hiring Board", "Department of History", "York", "2016", "2016", "2016",
             "two posts"),
    ],
    "Residencies": [
        Held("Artist in Residence", "Kunsthaus Bregenz", "Bregenz", "2022", "2022", "2022",
             "three months"),
        Held("Glass and Fire", "Corning Museum", "Corning, NY", "2019", "2019", "2019",
             "six weeks"),
        Held("Winter Fellow", "Villa Serena", "Bologna", "Jan 2017 – Mar 2017", "2017-01",
             "2017-03", "with stipend"),
    ],
}  # fmt: skip

BULLETS = [
    "- **{what}**, {who}, {place}, {when}\n",
    "- {when}: {what}, {who}, {place}\n",
    "- {when} – {what} ({who}, {place})\n",
    "- **{when}** {what}, {who}\n",
    "- **{what}** ({when}): {who}\n",
    "- {what} @ {who} ({when})\n",
    "- **{who}** – {what} ({when})\n",
    "- {who}: {what} ({when})\n",
    "- *{when}* — **{what}**, {who}\n",
    "- {what}, {who} ({place}), {when}\n",
    "- {what}. {who}, {place}. {when}.\n",
    "- {what}; {who}; {when}\n",
    "- {what} / {who} / {when}\n",
    "- **{what}** – *{who}*, {place} – {when}\n",
    "- {when}: {what}, {who} ({note})\n",
    "- **{what}**, {who}, {when}: {note}\n",
    "- {what}\n  {who}, {when}\n",
    "- **{what}** ({when})\n  {who}, {place}\n",
    "- **{what}**, {who} ({when})\n  {note}\n",
]
HEADS = [
    "### {what}\n{who}, {place} | {when}\n\n",
    "### {what} ({when})\n{who}\n\n",
    "### {who}\n**{what}** | {when}\n\n",
    "### {what} | {who} | {when}\n\n",
    "### {what} — {who}\n{place}, {when}\n\n",
    "**{what}** — {who}, {when}\n\n",
    "**{what}**\n{who}, {place}, {when}\n\n",
    "**{who}**, {place}\n*{what}*, {when}\n\n",
    "**{what} | {who}** | {when}\n{note}\n\n",
    "{what}\n: {who}, {when}\n\n",
]
LINES = [
    "{when}  {what} ({who})\n",
    "{what}          {when}\n{who}, {place}\n\n",
    "{who}, {place}          {when}\n{what}\n\n",
    "{what} | {who} | {place} | {when}\n",
    "{when}: {what}. {who}.\n",
    "{what} - {who} - {when}\n",
]


@pytest.mark.parametrize("title", LISTS)
@pytest.mark.parametrize("form", [*BULLETS, *HEADS, *(PLAIN + form for form in LINES)], ids=repr)
def test_lists(form: str, title: str) -> None:
    wanted: Fields = Counter()
    for one in LISTS[title]:
        parts = [("title", one.what), ("organization", one.who)]
        parts += [("startDate", one.start), ("endDate", one.last)]
        parts += [("location", one.place)] if "{place}" in form else []
        parts += [("summary", one.note)] if "{note}" in form else []
        wanted += expected("sections.entries", *parts)
    text = filled(form, [one._asdict() for one in LISTS[title]])
    assert read_section(title, text, "sections.entries") == wanted


MIXED = {
    "no place": ["- {what}, {who}, {place}, {when}\n", "- {what}, {who}, {when}\n"],
    "no day": ["- {what}, {who}, {when}\n", "- {what}, {who}\n"],
    "no day behind": ["- {when}: {what}, {who}\n", "- {when}: {what}, {who}\n",
                      "- {what}, {who}\n"],
    "no owner": ["- {what}, {who}, {when}\n", "- {what}, {when}\n"],
    "a remark": ["- {what}, {who}, {when}\n", "- {what}, {who}, {when} – {note}\n"],
    "three signs": ["- {what} – {who}, {when}\n", "- {what}, {who}, {when}\n",
                    "- {what} ({who}), {when}\n"],
    "bars": ["- {what} | {who} | {when}\n", "- {what} | {when}\n",
             "- {what} | {who} | {place} | {when}\n"],
    "lines": ["{when}  {what}, {who}\n", "{when}  {what}\n", "{when}  {what}, {who}, {place}\n"],
    "one": ["- {what}, {who}, {when}\n", "", ""],
    "one in bold": ["**{what}**, {who}, {place} ({when})\n", "", ""],
}  # fmt: skip


@pytest.mark.parametrize("title", LISTS)
@pytest.mark.parametrize("name", MIXED)
def test_mixed(name: str, title: str) -> None:
    forms = [*MIXED[name], MIXED[name][0]][:3]
    wanted: Fields = Counter()
    text = PLAIN if name == "lines" else ""
    for form, one in zip(forms, LISTS[title], strict=True):
        text += form.format(**one._asdict())
        parts = [("title", one.what)] if form else []
        parts += [("organization", one.who)] if "{who}" in form else []
        parts += [("location", one.place)] if "{place}" in form else []
        parts += [("summary", one.note)] if "{note}" in form else []
        parts += [("startDate", one.start), ("endDate", one.last)] if "{when}" in form else []
        wanted += expected("sections.entries", *parts)
    assert read_section(title, text, "sections.entries") == wanted


UNDATED = """Weirs and Salt, Marlow Trust, 2019–2022
Young Gauges, National Council of Science
Old Rivers (2013)
"""


def test_a_line_without_a_day_among_dated_ones() -> None:
    wanted = expected("sections.entries", ("title", "Weirs and Salt"), ("title", "Young Gauges"),
                       ("organization", "Marlow Trust"), ("startDate", "2019"), ("endDate", "2022"),
                       ("organization", "National Council of Science"), ("title", "Old Rivers"),
                       ("startDate", "2013"), ("endDate", "2013"))  # fmt: skip
    assert read_section("Grants", PLAIN + UNDATED, "sections.entries") == wanted
