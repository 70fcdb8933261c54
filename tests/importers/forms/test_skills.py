"""Languages and skills: groups, levels, lists and lines."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.forms.filling import Fields, expected, field, filled, named, read, read_section

TONGUES = {
    "Languages": [("German", "native"), ("French", "fluent"), ("Dutch", "basic")],
    "Language skills": [("German", "C2"), ("French", "B1"), ("Dutch", "A2")],
    "Spoken languages": [
        ("Mandarin", "HSK 5"), ("Haitian Creole", "conversational"),
        ("Brazilian Portuguese", "Full professional proficiency"),
        ("British Sign Language", "Level 3"),
    ],
    "Sprachen": [("Deutsch", "Muttersprache"), ("Englisch", "fließend"),
                 ("Französisch", "gute Kenntnisse")],
    "Langues": [("Français", "langue maternelle"), ("Anglais", "courant"), ("Breton", "notions")],
}  # fmt: skip
TONGUE_FORMS = [
    "- {name}: {level}\n", "- {name} ({level})\n", "- {name} – {level}\n", "- {name}, {level}\n",
    "- **{name}** – {level}\n", "- {name} | {level}\n", "- *{name}* — {level}\n",
    "**{name}:** {level}\n\n", "{name}: {level}\n", "{name}      {level}\n",
    "**{name}** {level}  \n", "- {name} **{level}**\n", "- {name}, *{level}*\n",
    "- {name} [{level}]\n", "- {name} `{level}`\n", "- {name} / {level}\n", "{name}, {level}\n",
    "{name} ({level})   ", "plain\n{name}\n{level}\n\n", "plain\n{name}\n{level}\n",
]  # fmt: skip


@pytest.mark.parametrize("title", TONGUES)
@pytest.mark.parametrize("form", TONGUE_FORMS, ids=repr)
def test_languages(form: str, title: str) -> None:
    wanted: Fields = Counter()
    for name, level in TONGUES[title]:
        wanted += expected("languages", ("language", name), ("fluency", level))
    text = filled(form, named("name level", TONGUES[title]))
    assert read_section(title, text, "languages") == wanted


@pytest.mark.parametrize("text", ["English, Hindi & Marathi", "English, Hindi, and Marathi"])
def test_joined_languages(text: str) -> None:
    names = ("English", "Hindi", "Marathi")
    wanted = expected("languages", *(("language", name) for name in names))
    assert read_section("Languages", text, "languages") == wanted


SKILLS = {
    "crafts": {
        "Crafts": ["lime", "stone", "timber framing"],
        "Drawing": ["Rhino", "hand sketches"],
    },
    "kitchen": {
        "Kitchen": ["sauces of every kind", "butchery", "stock-taking"],
        "Team work": ["rotas for up to 14", "training at the pass"],
        "Software": ["Excel (pivot tables, macros)", "Sage 50"],
        "Hygiene": ["HACCP"],
    },
}
SKILL_FORMS = [
    "- **{name}:** {commas}\n", "**{name}:** {commas}\n", "- {name}: {commas}\n",
    "{name}: {commas}\n", "**{name}** — {commas}\n\n", "### {name}\n{commas}\n\n",
    "### {name}\n{bullets}\n", "**{name}**\n\n{bullets}\n", "**{name}**: {bars}\n\n",
    "**{name}**\n{dots}\n\n", "- {name}: {semicolons}\n", "- {name}\n{nested}",
    "{name}\n: {commas}\n\n", "*{name}*: {commas}  \n", "- {name} - {commas}\n",
    "plain\n{name}\n{bullets}\n", "plain\n{name} - {commas}\n", "plain\n{name} | {commas}\n",
    "- **{name}.** {commas}\n", "- **{name}**\n{nested}", "- **{name}:**\n{nested}",
]  # fmt: skip
SIGNS = {"commas": ", ", "bars": " | ", "dots": " · ", "semicolons": "; ", "breaks": "<br>"}
SKILL_ROWS = ["| {name} | {breaks} |\n", "| **{name}** | - {breaks} |\n"]


@pytest.mark.parametrize("title", SKILLS)
@pytest.mark.parametrize("form", [*SKILL_FORMS, *SKILL_ROWS], ids=repr)
def test_skills(form: str, title: str) -> None:
    wanted: Fields = Counter()
    contents = []
    for name, words in SKILLS[title].items():
        wanted += expected("skills", ("name", name), *(("keywords", word) for word in words))
        content = {key: sign.join(words) for key, sign in SIGNS.items()}
        content["bullets"] = "".join(f"- {word}\n" for word in words)
        content["nested"] = "".join(f"  - {word}\n" for word in words)
        contents.append({"name": name, **content})
    text = filled(form, contents)
    table = "| | |\n|---|---|\n" if form in SKILL_ROWS else ""
    assert read_section("Skills", table + text, "skills") == wanted


MORE = {
    ".languages.language": ["English", "Korean"],
    ".languages.fluency": ["native", "good"],
    ".skills.keywords": ["Excel", "Bloomberg"],
    ".interests": ["rowing", "jazz piano"],
}


@pytest.mark.parametrize("form", ["- **{}:** {}\n", "**{}:** {}\n", "**{}**: {}  \n", "{}: {}\n"])
def test_more(form: str) -> None:
    lines = [
        ("Languages", "English (native), Korean (good)"),
        ("Skills", "Excel, Bloomberg"),
        ("Interests", "rowing, jazz piano"),
    ]
    text = "".join(form.format(*line) for line in lines)
    heads = ("Ada Quill", "ADDITIONAL INFORMATION") if form[0] == "{" else ("# Ada", "## Other")
    wanted = Counter(field(path, word) for path, words in MORE.items() for word in words)
    source = f"{heads[0]}\n\nada@quill.example\n\n{heads[1]}\n\n{text}"
    assert read(source, ".languages", ".skills", ".interests", ".sections.body") == wanted


def test_skills_are_no_greeting() -> None:
    text = "\n\n".join(["Knitting", "care of wool", "spinning"])
    source = f"# Ada Quill\n\nada@quill.example\n\n## Skills\n\n{text}\n"
    wanted = [field(".skills.keywords", word) for word in ("Knitting", "care of wool", "spinning")]
    assert read(source, ".skills", ".letter") == Counter(wanted)
