"""One person in each form that people give the head of a résumé."""

from __future__ import annotations

import string
from collections import Counter

import pytest

from tests.importers.forms.filling import PLAIN, Fields, field, read

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
    head = form.removeprefix(PLAIN).format(**person)
    plain = form.startswith(PLAIN)
    title = person["Skills"].upper() if plain else f"## {person['Skills']}"
    wanted: Fields = Counter()
    for _, name, _, _ in string.Formatter().parse(form):
        if name in BASICS:
            wanted[field(f".basics.{BASICS[name]}", person[name])] = 1
        elif name in ("nat", "lic"):
            wanted[field(".basics.details.label", person[name.title()])] += 1
            wanted[field(".basics.details.value", person[name])] += 1
        elif name == "Title":
            wanted[field(".title", person[name])] = 1
    if "Since" in form:
        wanted[field(".basics.summary", "Since 2015 I ran many wards.")] = 1
    assert read(f"{head}\n{title}\n\nExcel, Word\n", ".basics", ".title", ".letter") == wanted
