"""Certificates, prizes, talks, papers and referees: what, who and when by each sign."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.forms.filling import PLAIN, Fields, expected, filled, named, read_section

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
    text = filled(form, named("what who when", ITEMS[title]))
    wanted: Fields = Counter()
    for a, b, day in ITEMS[title]:
        wanted += expected(kind, (what, a), (who, b), *((name, day) for name in days))
    assert read_section(title, text, kind) == wanted


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
    text = filled(form, named("what who when", GIVEN[title]))
    wanted: Fields = Counter()
    for what, who, day in GIVEN[title]:
        linked = [("url", "https://quill.example/paper")] if "](" in form else []
        wanted += expected("certificates", ("name", what), ("issuer", who), ("date", day), *linked)
    assert read_section(title, text, "certificates") == wanted


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
    text = filled(form, named("who title venue year", PAPERS))
    wanted: Fields = Counter()
    for who, title, venue, year in PAPERS:
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
        wanted += expected("publications", *parts)
    assert read_section("Publications", text, "publications") == wanted


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
    contents = named("name post owner phone", REFEREES)
    text = filled(form, contents)
    wanted: Fields = Counter()
    for one in contents:
        said = form.removeprefix(PLAIN).replace("{name}", "").replace("Name:", "").format(**one)
        wanted += expected("references", ("name", one["name"]), ("reference", said))
    assert read_section("References", text, "references") == wanted
