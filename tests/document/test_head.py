"""Contacts: what is printed for each, where it leads, and in which order."""

from __future__ import annotations

import pytest

from tests.say import document
from typeset.document.model import Contact


def _contacts(basics: str, lang: str = "en") -> list[Contact]:
    text = f"lang: {lang}\nbasics:\n  name: A\n" + "".join(
        f"  {line}\n" for line in basics.splitlines()
    )
    return list(document(text).head.contacts)


def _contact(basics: str, lang: str = "en") -> tuple[str, str, str]:
    (contact,) = _contacts(basics, lang)
    return contact.label, contact.text.replace("\u00a0", " "), contact.href


@pytest.mark.parametrize(
    ("basics", "label", "text", "href"),
    [
        ("email: a@example.com", "", "a@example.com", "mailto:a@example.com"),
        ("phone: +44 (0)20 7946 0123", "", "+44 (0)20 7946 0123", "tel:+442079460123"),
        ("phone: ext. 12", "", "ext. 12", ""),
        ("url: https://www.example.com/me/", "", "example.com/me", "https://www.example.com/me/"),
        ("url: example.com", "", "example.com", "https://example.com"),
        ("url: 'javascript:alert(1)'", "", "javascript:alert(1)", ""),
        ("location: Leeds, UK", "", "Leeds, UK", ""),
        (
            "profiles: [{network: GitHub, username: ada, url: 'https://github.com/ada'}]",
            *("", "github.com/ada", "https://github.com/ada"),
        ),
        (
            "profiles: [{network: Mastodon, username: ada, url: 'https://example.org/@ada'}]",
            *("Mastodon", "ada", "https://example.org/@ada"),
        ),
        ("profiles: [{network: GitHub, username: ada}]", "GitHub", "ada", ""),
        ("details: [{label: Permit, value: B}]", "Permit", "B", ""),
        ("details: [{value: b@example.com}]", "", "b@example.com", "mailto:b@example.com"),
        ("details: [{value: +1 202 555 0111}]", "", "+1 202 555 0111", "tel:+12025550111"),
        ("details: [{value: www.example.net}]", "", "example.net", "https://www.example.net"),
        (
            "details: [{label: Press, value: <https://a.example/kit>}]",
            *("Press", "a.example/kit", "https://a.example/kit"),
        ),
        (
            "details: [{value: '[showreel](https://a.example/9)'}]",
            *("", "showreel", "https://a.example/9"),
        ),
    ],
)
def test_contact(basics: str, label: str, text: str, href: str) -> None:
    assert _contact(basics) == (label, text, href)


@pytest.mark.parametrize(
    ("location", "lang", "text"),
    [
        ("{city: Astoria, region: OR, postalCode: '97103', countryCode: US}", "en-US",
         "Astoria, OR 97103"),
        ("{city: Astoria, region: OR, postalCode: '97103', countryCode: US}", "en-GB",
         "Astoria, OR 97103, United States"),
        ("{address: Gasse 7, postalCode: '04109', city: Leipzig, countryCode: DE}", "de-DE",
         "Gasse 7, 04109 Leipzig"),
        ("{city: Bern, countryCode: CH}", "fr", "Bern, Suisse"),
        ("{city: Nowhere, countryCode: XQ}", "en", "Nowhere, XQ"),
    ],
)  # fmt: skip
def test_an_address_is_written_as_its_country_does(location: str, lang: str, text: str) -> None:
    assert _contact(f"location: {location}", lang)[1] == text


def test_contacts_stand_in_the_authors_order() -> None:
    kinds = [c.kind for c in _contacts("url: example.com\nlocation: X\nemail: a@example.com")]
    assert kinds == ["url", "location", "email"]
