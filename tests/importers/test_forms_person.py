"""One person in each form that people give their head, their languages and skills, and letters."""

from __future__ import annotations

import string
from collections import Counter

import pytest

from tests.benchmarks.import_coverage import fields, whole_place
from typeset.importers import import_text
from typeset.importers.text.markup.inline import visible_words
from typeset.profile.writing import write_profile

Fields = Counter[tuple[str, str]]


def _read(source: str, *kinds: str) -> Fields:
    """The fields of those kinds that a document becomes; none is lost."""
    became = import_text(source)
    assert became.words == became.placed
    found = fields(write_profile(became.profile))
    return Counter({key: n for key, n in found.items() if key[0].startswith(kinds)})


def _key(path: str, text: str) -> tuple[str, str]:
    return path, whole_place(text) if path == ".basics.location" else " ".join(visible_words(text))


PEOPLE = [
    {
        "name": "Grace van der Berg-Osei", "label": "Head of Nursing and Midwifery",
        "place": "Ann Arbor, MI 48104", "phone": "(734) 555-0142", "email": "grace@berg.example",
        "nat": "American", "lic": "B", "Phone": "Phone", "Email": "Email", "Place": "Address",
        "Nat": "Nationality", "Lic": "Driving licence", "Title": "Curriculum Vitae",
        "Contact": "Contact", "Skills": "Skills",
    },
    {
        "name": "Dr. Wolfgang Frank", "label": "Leiter Einkauf und Logistik",
        "place": "Lange Straße 12, 37073 Göttingen", "phone": "0551 555 01 42",
        "email": "w.frank@example.de", "nat": "deutsch", "lic": "Klasse BE", "Phone": "Telefon",
        "Email": "E-Mail", "Place": "Anschrift", "Nat": "Staatsangehörigkeit",
        "Lic": "Führerschein", "Title": "Lebenslauf", "Contact": "Kontakt", "Skills": "Kenntnisse",
    },
    {
        "name": "Marie-Ange de La Tour", "label": "Chargée de mission développement durable",
        "place": "14 bis rue du Faubourg, 75011 Paris", "phone": "06 55 50 14 22",
        "email": "ma@tour.example", "nat": "française", "lic": "B1", "Phone": "Tél.",
        "Email": "Courriel", "Place": "Adresse", "Nat": "Nationalité", "Lic": "Permis",
        "Title": "Curriculum vitae", "Contact": "Coordonnées", "Skills": "Compétences",
    },
    {
        "name": "José Luis Ortega y Rubio", "label": "Jefe de obra y encargado de seguridad",
        "place": "C/ Mayor, 14, 28013 Madrid", "phone": "+34 612 555 014",
        "email": "jl@ortega.example", "nat": "española", "lic": "B1", "Phone": "Teléfono",
        "Email": "Correo electrónico", "Place": "Dirección", "Nat": "Nacionalidad",
        "Lic": "Carné de conducir", "Title": "Currículum Vitae", "Contact": "Contacto",
        "Skills": "Habilidades",
    },
    {
        "name": "Анна Сергеевна Кузнецова", "label": "Главный бухгалтер",
        "place": "г. Нижний Новгород, ул. Ленина, д. 12", "phone": "+7 (915) 555-01-42",
        "email": "anna@example.ru", "nat": "Россия", "lic": "B", "Phone": "Телефон",
        "Email": "Эл. почта", "Place": "Адрес", "Nat": "Гражданство",
        "Lic": "Водительские права", "Title": "Резюме", "Contact": "Контакты", "Skills": "Навыки",
    },
]  # fmt: skip
HEADS = [
    "# {name}\n## {label}\n\n{email} | {phone}\n{place}\n\nSince 2015 I ran many wards.\n",
    "# {name}\n\n| | | | |\n|---|---|---|---|\n| **{Phone}** | {phone} | **{Email}** | {email} |\n"
    "| **{Nat}** | {nat} | **{Lic}** | {lic} |\n",
    "# {name}\n\n- {Contact}\n  - {email}\n  - {phone}\n  - {place}\n",
    "# {Title} – {name}\n\n{label}\n\n{email}, {phone}\n",
    "# {Title}: {name}\n\n{place}  \n{phone}  \n{email}\n",
    "plain\n{name} – {label}\n{email} | {phone} | {place}\n",
    "plain\n{name} / {label}\n{place} / {phone} / {email}\n",
    "plain\n{name} | {phone} | {email}\n{label}\n",
    "plain\n{name}; {place}; {phone}; {email}\n",
]
BASICS = {"name": "name", "label": "label", "place": "location", "phone": "phone", "email": "email"}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["name"])
@pytest.mark.parametrize("form", HEADS, ids=repr)
def test_heads(form: str, person: dict[str, str]) -> None:
    head = form.removeprefix("plain\n").format(**person)
    plain = form.startswith("plain\n")
    title = person["Skills"].upper() if plain else f"## {person['Skills']}"
    wanted: Fields = Counter()
    for _, name, _, _ in string.Formatter().parse(form):
        if name in BASICS:
            wanted[_key(f".basics.{BASICS[name]}", person[name])] = 1
        elif name in ("nat", "lic"):
            wanted[_key(".basics.details.label", person[name.title()])] += 1
            wanted[_key(".basics.details.value", person[name])] += 1
        elif name == "Title":
            wanted[_key(".title", person[name])] = 1
    if "Since" in form:
        wanted[_key(".basics.summary", "Since 2015 I ran many wards.")] = 1
    assert _read(f"{head}\n{title}\n\nExcel, Word\n", ".basics", ".title", ".letter") == wanted


TONGUES = {
    "Languages": [("Mandarin", "HSK 5"), ("Haitian Creole", "conversational"),
                  ("Brazilian Portuguese", "Full professional proficiency"),
                  ("British Sign Language", "Level 3")],
    "Sprachen": [("Deutsch", "Muttersprache"), ("Englisch", "fließend"),
                 ("Französisch", "gute Kenntnisse")],
    "Langues": [("Français", "langue maternelle"), ("Anglais", "courant"), ("Breton", "notions")],
}  # fmt: skip
TONGUE_FORMS = [
    "**{name}** {level}  \n", "- {name} **{level}**\n", "- {name}, *{level}*\n",
    "- {name} [{level}]\n", "- {name} `{level}`\n", "- {name} / {level}\n", "{name}, {level}\n",
    "{name} ({level})   ", "plain\n{name}\n{level}\n\n", "plain\n{name}\n{level}\n",
]  # fmt: skip


@pytest.mark.parametrize("title", TONGUES)
@pytest.mark.parametrize("form", TONGUE_FORMS, ids=repr)
def test_languages(form: str, title: str) -> None:
    bare = form.removeprefix("plain\n")
    text = "".join(bare.format(name=name, level=level) for name, level in TONGUES[title])
    heads = ("# Ada Quill", f"## {title}") if bare == form else ("Ada Quill", title.upper())
    source = f"{heads[0]}\n\nada@quill.example\n\n{heads[1]}\n\n{text}\n"
    wanted: Fields = Counter()
    for name, level in TONGUES[title]:
        wanted[_key(".languages.language", name)] += 1
        wanted[_key(".languages.fluency", level)] += 1
    assert _read(source, ".languages", ".sections.body") == wanted


@pytest.mark.parametrize("text", ["English, Hindi & Marathi", "English, Hindi, and Marathi"])
def test_joined_languages(text: str) -> None:
    source = f"# Ada Quill\n\n## Languages\n\n{text}\n"
    wanted = [_key(".languages.language", name) for name in ("English", "Hindi", "Marathi")]
    assert _read(source, ".languages", ".unplaced") == Counter(wanted)


SKILLS = {
    "Kitchen": ["sauces of every kind", "butchery", "stock-taking"],
    "Team work": ["rotas for up to 14", "training at the pass"],
    "Software": ["Excel (pivot tables, macros)", "Sage 50"],
    "Hygiene": ["HACCP"],
}
SKILL_FORMS = [
    "plain\n{name}\n{bullets}\n", "plain\n{name} - {commas}\n", "plain\n{name} | {commas}\n",
    "- **{name}.** {commas}\n", "- **{name}**\n{nested}", "- **{name}:**\n{nested}",
    "table\n| {name} | {breaks} |\n", "table\n| **{name}** | - {breaks} |\n",
]  # fmt: skip


@pytest.mark.parametrize("form", SKILL_FORMS, ids=repr)
def test_skills(form: str) -> None:
    kind, _, row = form.partition("\n") if form[0] in "pt" else ("", "", form)
    text, wanted = "| | |\n|---|---|\n" if kind == "table" else "", Counter[tuple[str, str]]()
    for name, words in SKILLS.items():
        text += row.format(
            name=name,
            commas=", ".join(words),
            breaks="<br>".join(words),
            bullets="".join(f"- {word}\n" for word in words),
            nested="".join(f"  - {word}\n" for word in words),
        )
        wanted += Counter([_key(".skills.name", name)])
        wanted += Counter(_key(".skills.keywords", word) for word in words)
    if kind == "plain":
        source = f"Ada Quill\nada@quill.example\n\nSKILLS\n\n{text}\nEDUCATION\n\nBSc, Heath Hall\n"
    else:
        source = f"# Ada Quill\n\n## Skills\n\n{text}\n## Education\n\nBSc, Heath University\n"
    assert _read(source, ".skills", ".sections.body", ".letter") == wanted


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
    wanted = Counter(_key(path, word) for path, words in MORE.items() for word in words)
    source = f"{heads[0]}\n\nada@quill.example\n\n{heads[1]}\n\n{text}"
    assert _read(source, ".languages", ".skills", ".interests", ".sections.body") == wanted


LETTERS = [
    ("Jordan Bath", ["14 Park Row", "Stoke-on-Trent", "ST4 2DE"], "Dear Mrs Town,",
     "Yours sincerely,"),
    ("José Luis Ortega", ["C/ Mayor, 14, 3.º B", "28013 Madrid"], "Estimada Sra. Ríos:",
     "Atentamente,"),
    ("João dos Santos", ["Rua das Flores, 120", "04000 São Paulo – SP"], "Prezada Sra. Prado,",
     "Atenciosamente,"),
    ("Анна Сергеевна Кузнецова", ["ул. Ленина, д. 12, кв. 4", "603000, г. Нижний Новгород"],
     "Уважаемая Мария Петровна!", "С уважением,"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "address", "greeting", "closing"), LETTERS)
def test_addresses_under_letters(
    name: str, address: list[str], greeting: str, closing: str
) -> None:
    body = "In nine years I have learned to keep the whole board in my head."
    source = "\n".join([f"{greeting}\n\n{body}\n\n{closing}\n\n{name}", *address, "a@b.example"])
    wanted = {"name": name, "location": " ".join(address), "email": "a@b.example"}
    found = Counter(_key(f".basics.{path}", text) for path, text in wanted.items())
    assert _read(source, ".basics") == found


def test_days_and_callings_over_letters() -> None:
    """A day is no item of a list in Markdown, nor what one is in bold the letter's subject."""
    body = "seit achtzehn Jahren kaufe ich ein, was andere verbauen, und das gern bei Ihnen."
    source = (
        "# Wolfgang Frank\n\n**Leiter Einkauf**\n\n0551 555 01 42 | w@frank.example\n\n"
        f"4. März 2025\n\nSehr geehrte Frau Berg,\n\n{body}\n\nMit freundlichen Grüßen\n\n"
        "Wolfgang Frank\n"
    )
    found = _read(source, ".basics", ".letter")
    assert found[_key(".basics.label", "Leiter Einkauf")]
    assert found[_key(".letter.date", "4. März 2025")]
    assert not any(path in (".letter.subject", ".basics.details.value") for path, _ in found)


def test_letters_to_russians() -> None:
    body = "Двенадцать лет веду учёт на заводах и в торговле и сдаю отчётность в срок."
    source = (
        "Анна Кузнецова\nanna@example.ru\n\n4 марта 2025 г.\n\nИвановой Марии Петровне\n"
        "Директору по персоналу\nООО «Волжский завод»\n\nУважаемая Мария Петровна!\n\n"
        f"{body}\n\nС уважением,\n\nАнна Кузнецова\n"
    )
    wanted = {
        "name": "Ивановой Марии Петровне",
        "title": "Директору по персоналу",
        "organisation": "ООО «Волжский завод»",
    }
    found = Counter(_key(f".letter.recipient.{path}", text) for path, text in wanted.items())
    assert _read(source, ".letter.recipient") == found


def test_skills_are_no_greeting() -> None:
    text = "\n\n".join(["Knitting", "care of wool", "spinning"])
    source = f"# Ada Quill\n\nada@quill.example\n\n## Skills\n\n{text}\n"
    wanted = [_key(".skills.keywords", word) for word in ("Knitting", "care of wool", "spinning")]
    assert _read(source, ".skills", ".letter") == Counter(wanted)
