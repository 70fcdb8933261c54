"""Projects: names, years, pages, tools and what is said of them."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.forms.filling import PLAIN, Fields, expected, filled, named, read_section

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
    text = filled(form, named("name said year", PROJECTS))
    wanted: Fields = Counter()
    for name, said, year in PROJECTS:
        said_in = "summary" if form.endswith("{said}\n\n") else "description"
        parts = [("name", name), (said_in, said), ("startDate", year), ("endDate", year)]
        wanted += expected("projects", *parts)
    assert read_section("Projects", text, "projects") == wanted


TOOLS = [
    ("Tide Clock", "Rust, Qt, SQLite", "Maintainer", "https://quill.example/tide"),
    ("Weather at Sea", "Kotlin, SQLite", "Lead Developer", "https://quill.example/sea"),
]
DEEDS = "- Ran two years on one battery\n- Drew the wind in three shades\n\n"
TOOL_FORMS = [
    f"### {{name}} (2020)\n*{{tools}}*\n\n{DEEDS}",
    f"### {{name}}\n**Technologies:** {{tools}}\n\n{DEEDS}",
    f"### {{name}} — {{role}}\n*2020*\n\n{DEEDS}",
    f"**{{name}}** [GitHub]({{page}})\n{DEEDS}",
    f"plain\n{{name}}\n{DEEDS}",
]


@pytest.mark.parametrize("form", TOOL_FORMS, ids=repr)
def test_projects_with_tools(form: str) -> None:
    wanted: Fields = Counter()
    for name, tools, role, page in TOOLS:
        parts = [("name", name)]
        parts += [("highlights", line[2:]) for line in DEEDS.split("\n") if line]
        parts += [("keywords", tool) for tool in tools.split(", ") if "{tools}" in form]
        parts += [("startDate", "2020"), ("endDate", "2020")] if "2020" in form else []
        parts += [("roles", role)] if "{role}" in form else []
        parts += [("url", page)] if "{page}" in form else []
        wanted += expected("projects", *parts)
    text = filled(form, named("name tools role page", TOOLS))
    assert read_section("Projects", text, "projects") == wanted


DESCRIPTIONS = (
    "Simulates the tides of one harbour so that pilots can try a berth.",
    "Shows the bus routes of the valley as open data, with a map for each.",
)
PAIRS = [("tidesim", "bus-lines"), ("Tide Simulator", "Bus Lines of Ely")]
PAGES = ("github.com/aquill/tides", "https://buslines.example/map")
PLAIN_FORMS = [
    "{name} - {said} {url}\n\n",
    "{name}: {said} {url}\n\n",
    "{name} — {said}\nLink: {url}\n\n",
    "- {name}: {said} ({url})\n",
    "{name}\n{said} {url}\n\n",
    "{name} ({url})\n{said}\n\n",
    "{name}, {url}\n{said}\n\n",
    "{name} | {url}\n- {said}\n\n",
    "{name} - {url}\n- {said}\n\n",
    "{name} | Nim, Redis | {url}\n- {said}\n\n",
    "{name}\n- {said}\n\n",
    "{name} — {said}\n",
]


@pytest.mark.parametrize("names", PAIRS, ids=lambda names: names[0])
@pytest.mark.parametrize("form", PLAIN_FORMS, ids=repr)
def test_projects_in_plain_text(form: str, names: tuple[str, ...]) -> None:
    text = PLAIN
    wanted: Fields = Counter()
    below = "\n{said}" in form
    key = "highlights" if "\n- {said}" in form else "summary" if below else "description"
    for name, said, url in zip(names, DESCRIPTIONS, PAGES, strict=True):
        text += form.format(name=name, said=said, url=url)
        parts = [("name", name), (key, said)]
        parts += [("url", url)] if "{url}" in form else []
        parts += [("keywords", "Nim"), ("keywords", "Redis")] if "Nim" in form else []
        wanted += expected("projects", *parts)
    assert read_section("Projects", text, "projects") == wanted
