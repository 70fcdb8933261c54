"""Projects in plain text, in each form that people give them: under names with no mark."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.test_forms import _PLAIN, Fields, _expected, _read

SAID = (
    "Simulates the tides of one harbour so that pilots can try a berth.",
    "Shows the bus routes of the valley as open data, with a map for each.",
)
NAMES = [("tidesim", "bus-lines"), ("Tide Simulator", "Bus Lines of Ely")]
PAGES = ("github.com/aquill/tides", "https://buslines.example/map")
FORMS = [
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


@pytest.mark.parametrize("names", NAMES, ids=lambda names: names[0])
@pytest.mark.parametrize("form", FORMS, ids=repr)
def test_projects(form: str, names: tuple[str, ...]) -> None:
    text = ""
    wanted: Fields = Counter()
    below = "\n{said}" in form
    key = "highlights" if "\n- {said}" in form else "summary" if below else "description"
    for name, said, url in zip(names, SAID, PAGES, strict=True):
        text += form.format(name=name, said=said, url=url)
        parts = [("name", name), (key, said)]
        parts += [("url", url)] if "{url}" in form else []
        parts += [("keywords", "Nim"), ("keywords", "Redis")] if "Nim" in form else []
        wanted += _expected("projects", *parts)
    assert _read("Projects", _PLAIN + text, "projects") == wanted
