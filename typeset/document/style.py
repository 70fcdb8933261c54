"""What a theme's options change in the Document's words: the form of dates, addresses of links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from typeset.document.head import show_url
from typeset.document.language import Language
from typeset.document.model import Contact, Document, Head, Rich, Run
from typeset.document.rebuilding import rebuilt

DateStyle = Literal["short", "long", "numeric", "years"]

# CLDR skeletons for a month and a day; an empty one leaves the year alone.
_FORMS: dict[str, tuple[str, str]] = {
    "long": ("yMMMM", "yMMMMd"),
    "numeric": ("yM", "yMd"),
    "years": ("", ""),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the Document says things. `links` prints the address after each linked text."""

    dates: DateStyle = "short"
    links: bool = False


def with_dates(language: Language, style: Style) -> Language:
    """`language` with the form of dates that `style` asks for; `short` is the language's own."""
    if style.dates == "short":
        return language
    month, day = _FORMS[style.dates]
    return replace(language, dates=replace(language.dates, month=month, day=day))


def with_links(document: Document) -> Document:
    """`document` with every link's address in brackets after its text, unless it is the text."""
    changed = rebuilt(document, _with_addresses)
    assert isinstance(changed, Document)
    return changed


def _with_addresses(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Run):
        return _addressed(value)
    if isinstance(value, Head):
        return replace(value, contacts=tuple(map(_shown, value.contacts)))
    return None


def _shown(contact: Contact) -> Contact:
    """A page that is named among the contacts; their other links are addresses already."""
    if contact.kind != "detail" or not contact.href:
        return contact
    return replace(contact, text=f"{contact.text} ({show_url(contact.href)})")


def _addressed(text: Rich) -> Rich:
    runs: list[Run] = []
    for run, following in zip(text, (*text[1:], Run("")), strict=True):
        runs.append(run)
        web = run.href.startswith(("http://", "https://"))
        said = "".join(other.text for other in text if other.href == run.href)
        if web and following.href != run.href and show_url(run.href) not in said:
            runs.append(Run(f" ({show_url(run.href)})"))
    return tuple(runs)
