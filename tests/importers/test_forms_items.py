"""Certificates, prizes, publications, referees and projects in forms that tell their parts apart.

A form is a template; what fills it is read from each of them as the same fields.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.test_forms import _PLAIN, Fields, _expected, _read

GIVEN_FORMS = [
    "- {what}; {who}; {when}\n",
    "- {what}: {who}, {when}\n",
    "- **{what}**: {who} ({when})\n",
    "- {what}, {when}, {who}\n",
    "- {what} ({who} {when})\n",
    "- {what}, {who} ({when})\n",
    "- {when} – {what}, {who}\n",
    "- [{what}](https://quill.example/paper), {who}, {when}\n",
    "- **{what}** ({when})  \n  {who}\n",
    "- {what}\n  - {who}\n  - {when}\n",
    "- {what}\n  - {who}, {when}\n",
]
GIVEN = {
    "Certifications": [
        ("Basic Life Support (BLS)", "American Heart Association", "2023"),
        ("Rope Access – Stage A", "Marlow Institute", "2021"),
        ("First Aid at Work", "WOCNCB", "2019"),
    ],
    "Zertifikate": [
        ("Ausbildereignung (AdA-Schein)", "IHK Köln", "2018"),
        ("Staplerschein", "DEKRA Akademie", "2016"),
        ("Ersthelfer im Betrieb", "Deutsches Rotes Kreuz", "2021"),
    ],
}


@pytest.mark.parametrize("title", GIVEN)
@pytest.mark.parametrize("form", GIVEN_FORMS, ids=repr)
def test_given_by_one_sign(form: str, title: str) -> None:
    text = "".join(form.format(what=a, who=b, when=day) for a, b, day in GIVEN[title])
    wanted: Fields = Counter()
    for what, who, day in GIVEN[title]:
        linked = [("url", "https://quill.example/paper")] if "](" in form else []
        wanted += _expected("certificates", ("name", what), ("issuer", who), ("date", day), *linked)
    assert _read(title, text, "certificates") == wanted


PAPERS = [
    ("Ada Quill, Hiro Nakamura", "Effects of cover crops on dry soils", "Agronomy Journal", "2020"),
    ("Ada Quill", "Rye in the years of drought", "Journal of Plant Nutrition", "2017"),
]
PAPER_FORMS = [
    "- {who}. {title}. {venue}, {year}.\n",
    "- {who}: {title}. {venue} 12 ({year}) 45–52\n",
    "- {who}. [{title}](https://quill.example/1). {venue}, {year}.\n",
    "- {who}. {year}. {title}. *{venue}* 12, 3 ({year}), 45–52.\n",
    "- **{title}**  \n  {who}. *{venue}*, {year}.\n",
    "**{title}**  \n{who}  \n*{venue}*, {year}\n\n",
    "### {title}\n{who}\n*{venue}*, {year}\n\n",
    "- {who}. {title} // {venue}. – {year}. – Т. 12, № 3. – С. 45–52.\n",
    "plain\n{title}\n{who}\n{venue}, {year}\n\n",
]
BARE_PAPER_FORMS = [
    "- **{year}** {title}. {venue}.\n",
    "- {title} | {venue} | {year}\n",
    '- "{title}", with Hiro Nakamura, *{venue}* ({year})\n',
    "- {title} (with Hiro Nakamura), *{venue}*, {year}\n",
    "plain\n{title}\n{venue}, {year}\n\n",
    "plain\n{year}   {title}. {venue}.\n",
]


@pytest.mark.parametrize("form", [*PAPER_FORMS, *BARE_PAPER_FORMS], ids=repr)
def test_papers(form: str) -> None:
    text = _PLAIN if form.startswith(_PLAIN) else ""
    wanted: Fields = Counter()
    for who, title, venue, year in PAPERS:
        text += form.removeprefix(_PLAIN).format(who=who, title=title, venue=venue, year=year)
        told = [who] if "{who}" in form else ["with Hiro Nakamura"] if "with" in form else []
        if "12, 3" in form:
            told.append(f"12, 3 ({year}), 45–52")
        elif "№" in form:
            told.append("Т. 12, № 3. – С. 45–52")
        elif "45" in form:
            told.append("12 45–52")
        parts = [("name", title), ("publisher", venue), ("releaseDate", year)]
        parts += [("summary", " ".join(told))] if told else []
        parts += [("url", "https://quill.example/1")] if "](" in form else []
        wanted += _expected("publications", *parts)
    assert _read("Publications", text, "publications") == wanted


REFEREES = [
    ("Maria Gonzalez, RN", "Nurse Manager", "Bay Clinic", "(415) 555-0142"),
    ("Engr. Ramon dela Cruz", "Project Engineer", "Moss Builders", "0917 555 0123"),
]
REFEREE_FORMS = [
    "{name}\n{post}, {owner}\n{phone}\n\n",
    "**{name}**  \n{post}, {owner}  \n{phone}\n\n",
    "**{name}:** {post}, {owner}, {phone}\n\n",
    "- **{name}:** {post}, {owner}, {phone}\n",
    "- {name} ({post}, {owner}), {phone}\n",
    "- **{name}** ({post}, {owner}): {phone}\n",
    "- {name} – {post}, {owner} – {phone}\n",
    "### {name}, {post}\n{owner}\n\nPhone: {phone}\n\n",
    "### {name}\n- {post}, {owner}\n- {phone}\n\n",
    "{name}\n: {post}, {owner}\n: {phone}\n\n",
    "> A careful worker, and kind.\n>\n> **{name}**, {post}, {owner}\n\n",
    "plain\n{name}\t{post}, {owner}\t{phone}\n",
    "plain\nName: {name}\nPosition: {post}\nPhone: {phone}\n\n",
    'plain\n"A careful worker, and kind."\n- {name}, {post}, {owner}\n\n',
]


@pytest.mark.parametrize("form", REFEREE_FORMS, ids=repr)
def test_referees(form: str) -> None:
    text = _PLAIN if form.startswith(_PLAIN) else ""
    wanted: Fields = Counter()
    for name, post, owner, phone in REFEREES:
        one = form.removeprefix(_PLAIN)
        text += one.format(name=name, post=post, owner=owner, phone=phone)
        said = one.replace("{name}", "").replace("Name:", "")
        said = said.format(post=post, owner=owner, phone=phone)
        wanted += _expected("references", ("name", name), ("reference", said))
    assert _read("References", text, "references") == wanted


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
    text = _PLAIN if form.startswith(_PLAIN) else ""
    wanted: Fields = Counter()
    for name, tools, role, page in TOOLS:
        text += form.removeprefix(_PLAIN).format(name=name, tools=tools, role=role, page=page)
        parts = [("name", name)]
        parts += [("highlights", line[2:]) for line in DEEDS.split("\n") if line]
        parts += [("keywords", tool) for tool in tools.split(", ") if "{tools}" in form]
        parts += [("startDate", "2020"), ("endDate", "2020")] if "2020" in form else []
        parts += [("roles", role)] if "{role}" in form else []
        parts += [("url", page)] if "{page}" in form else []
        wanted += _expected("projects", *parts)
    assert _read("Projects", text, "projects") == wanted
