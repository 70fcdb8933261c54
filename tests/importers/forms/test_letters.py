"""Letters: the sender below, days and callings above, recipients by name."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.importers.forms.filling import field, read

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
    found = Counter(field(f".basics.{path}", text) for path, text in wanted.items())
    assert read(source, ".basics") == found


def test_days_and_callings_over_letters() -> None:
    """A day is no item of a list in Markdown, nor what one is in bold the letter's subject."""
    body = "seit achtzehn Jahren kaufe ich ein, was andere verbauen, und das gern bei Ihnen."
    source = (
        "# Wolfgang Frank\n\n**Leiter Einkauf**\n\n0551 555 01 42 | w@frank.example\n\n"
        f"4. März 2025\n\nSehr geehrte Frau Berg,\n\n{body}\n\nMit freundlichen Grüßen\n\n"
        "Wolfgang Frank\n"
    )
    found = read(source, ".basics", ".letter")
    assert found[field(".basics.label", "Leiter Einkauf")]
    assert found[field(".letter.date", "4. März 2025")]
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
    found = Counter(field(f".letter.recipient.{path}", text) for path, text in wanted.items())
    assert read(source, ".letter.recipient") == found
