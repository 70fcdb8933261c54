"""What of a page leads through its site: menus that are no `<nav>`, and a name that is in one.

A menu holds nothing but short links, to parts of the page or to other pages of the site. They
are hidden, as what stands in a `<nav>` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from typeset.importers.documents.page_parts import texts_within
from typeset.importers.documents.page_tree import BLOCKS, Page, is_unseen
from typeset.importers.text.sections.page_owners import is_person

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:(?:top|side|mobile|main)?nav(?:bar|igation|links?)?|menu|breadcrumbs?"
    r"|pagination|toc)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BRAND = re.compile(r"(?:^|[\s_-])(?:brand|logo|name)(?=$|[\s_-])", re.IGNORECASE)
_FOREIGN = re.compile(r"[a-z][a-z\d+.-]*:|//", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_ENTRIES = frozenset({"article", "li", "section", "td"})
_LONGEST_LINK = 24
_FEW = 2


@dataclass(slots=True)
class _Held:
    """What an element holds: whether words outside of short links, and links by their targets."""

    loose: bool = False
    parts: int = 0
    pages: int = 0
    others: int = 0

    def add(self, more: _Held) -> None:
        self.loose = self.loose or more.loose
        self.parts += more.parts
        self.pages += more.pages
        self.others += more.others


def settle_menus(page: Page) -> None:
    """Hide a page's menus, and show the name that stands in one and nowhere else."""
    held = _held(page.root)
    if held[page.root].loose:  # else the page is its menu
        for element in list(_menus(page, held)):
            for link in element.iter("a"):
                if _is_local(link):
                    link.set("hidden", "")
    _show_name(page)


def _held(root: Element) -> dict[Element, _Held]:
    """What each element holds; those within come before those around them."""
    held: dict[Element, _Held] = {}
    for element in reversed(list(root.iter())):
        found = held[element] = _Held()
        if is_unseen(element):
            continue
        for child in element:
            found.add(held[child])
            found.loose = found.loose or _is_said(child.tail)
        found.loose = found.loose or _is_said(element.text) or element.tag in _HEADINGS
        if element.tag == "a" and element.get("href"):
            held[element] = _as_link(element)
    return held


def _is_said(text: str | None) -> bool:
    return bool(text and re.search(r"\w", text))


def _as_link(link: Element) -> _Held:
    """A link as what it leads to; a long one, or one that holds a heading, is a text."""
    text = " ".join("".join(link.itertext()).split())
    if not text:
        return _Held()
    if len(text) > _LONGEST_LINK or any(one.tag in _HEADINGS for one in link.iter()):
        return _Held(loose=True)
    target = link.get("href", "").strip()
    if not _is_local(link):
        return _Held(others=1)
    return _Held(parts=1) if target.startswith("#") else _Held(pages=1)


def _is_local(link: Element) -> bool:
    target = link.get("href", "").strip()
    return bool(target) and not _FOREIGN.match(target)


def _menus(page: Page, held: dict[Element, _Held]) -> Iterator[Element]:
    """The outermost elements that are menus."""
    started = False  # with the first heading
    stack = [(page.root, False)]
    while stack:
        element, inside = stack.pop()
        if not isinstance(element.tag, str) or is_unseen(element):
            continue
        started = started or element.tag in _HEADINGS
        framed = inside or element.tag in ("header", "footer")
        framed = framed and element.tag not in _ENTRIES
        if _is_menu(element, held[element], framed=framed or not started):
            yield element
        else:
            stack += [(child, framed) for child in reversed(element)]


def _is_menu(element: Element, held: _Held, *, framed: bool) -> bool:
    """Whether an element is a menu: links to parts of the page, or to pages over its text."""
    if element.tag not in BLOCKS or element.tag in _WHOLE or held.loose:
        return False
    named = bool(_NAMED.search(f"{element.get('class', '')} {element.get('id', '')}"))
    if held.parts + held.pages < _FEW or (held.others and not named):
        return False
    return not held.pages or named or framed


def _show_name(page: Page) -> None:
    """Show the name that a site's menu holds beside its links, where the page has no other."""
    for nav in list(page.root.iter("nav")):
        for element in nav.iter():
            brand = _BRAND.search(element.get("class", "")) or element.tag in _HEADINGS
            text = " ".join("".join(element.itertext()).split())
            if brand and is_person(text) and not _is_shown(text, page.root):
                _show(nav, element)
                return


def _is_shown(text: str, root: Element) -> bool:
    """Whether a text stands where readers see it."""
    seen = " ".join("".join(texts_within(root)).split())
    return text.casefold() in seen.casefold()


def _show(nav: Element, name: Element) -> None:
    """Show of a menu the name alone, as the page's first heading."""
    kept = {name, *(one for one in nav.iter() if any(inner is name for inner in one.iter()))}
    for one in kept:
        if one is not name:
            one.text = None
            for child in one:
                child.tail = None
                if child not in kept:
                    child.set("hidden", "")
    nav.tag, name.tag = "div", "h1"
