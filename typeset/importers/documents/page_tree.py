"""A page of HTML as a tree: its charset, what of it nobody sees, and its visible lines."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from typeset.importers.source import Source
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import vocabulary
from typeset.words import CONTROL, clean

UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math",
                    "iframe", "object", "canvas", "video", "audio", "nav", "button", "select",
                    "input", "textarea", "datalist", "dialog", "link", "meta", "map"})  # fmt: skip
BLOCKS = frozenset({"html", "body", "main", "article", "section", "header", "footer", "aside",
                    "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "menu",
                    "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td",
                    "th", "blockquote", "pre", "address", "figure", "figcaption", "hr", "form",
                    "fieldset", "legend", "details", "summary", "center", "hgroup",
                    "search"})  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
    r"|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?\s*(?:;|$)"  # words for programs alone
    r"|(?:left|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|d-none|hidden|no-?print"
    r"|d-print-none|skip-?(?:link|nav|to-content)|cookie-?(?:banner|notice|consent)?"
    r"|mobile-only|visible-(?:xs|sm)(?:-\w+)?|hidden-(?:md|lg)"
    r"|(?:sm|md|lg|xl):hidden|d-(?:sm|md|lg|xl)-none)(?=\s|$)",
    re.IGNORECASE,
)
_SHOWN_CLASS = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents)"
    r"|d-(?:sm|md|lg|xl|xxl)-(?!none))"
)
"""What shows in a wide window what a narrow one hides: "hidden md:flex", "d-none d-lg-block"."""
_ICON_CLASS = re.compile(r"(?:^|\s)material-(?:icons|symbols)")
"""Icons that are called by words: "arrow_forward" is an arrow."""
_META_CLASS = re.compile(
    r"date|time|period|duration|year|right|locat|place|city|company|employer|organi[sz]ation"
    r"|\borg\b|institution|school|position|role|title|degree",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_FURNITURE = re.compile(
    r"©|\(c\)|copyright|all rights|updated|last (?:changed|modified|edited|revised)|built with"
    r"|powered by"
    r"|generated (?:by|with|on)|made with|hosted|imprint|impressum|privacy|datenschutz",
    re.IGNORECASE,
)


_NEAR = 20_000
"""How far from one text to the next its line is looked for, in characters."""
_LONGEST_COLUMN = 80


@dataclass
class Page:
    """A parsed page: the tree, the source's text, and where each text was found in it."""

    root: Element
    text: str
    parents: dict[Element, Element] = field(default_factory=dict)
    lines: dict[Element, int] = field(default_factory=dict)


def read_page_tree(source: Source) -> Page:
    """Parse a page as browsers do; any text is one."""
    import tinyhtml5

    text = CONTROL.sub("", re.sub(r"\r\n?", "\n", decoded(source)))
    root = tinyhtml5.parse(text.encode(), namespace_html_elements=False, override_encoding="utf-8")
    page = Page(root, text)
    for parent in root.iter():
        for child in parent:
            page.parents[child] = parent
    _find_lines(page)
    return page


def decoded(source: Source) -> str:
    """The text of a page: by its mark, as UTF-8, by its `<meta>`, or as a detector guesses."""
    if isinstance(source.given, str) or source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.text
    try:
        return source.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(source.data[:4096])
        try:
            return (
                source.data.decode(codecs.lookup(named[1].decode()).name) if named else source.text
            )
        except (LookupError, UnicodeError, ValueError):
            return source.text


def is_unseen(element: Element) -> bool:
    """Whether no reader of the page sees an element."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    if "hidden" in element.attrib or element.get("role") in ("navigation", "dialog"):
        return True
    if element.tag == "footer" and _is_furniture(element):
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    names = element.get("class", "")
    return bool(names) and (
        _is_icon(element) or bool(_HIDDEN_CLASS.search(names) and not _SHOWN_CLASS.search(names))
    )


def _is_icon(element: Element) -> bool:
    return bool(_ICON_CLASS.search(element.get("class", "")))


def hidden_texts(page: Page) -> Iterator[tuple[int, str]]:
    """What a page hides, or says of the site alone, each with its line; programs apart."""
    stack = [page.root]
    while stack:
        element = stack.pop()
        if not is_unseen(element):
            stack += reversed(element)
        elif isinstance(element.tag, str) and not (element.tag in _PROGRAMS or _is_icon(element)):
            text = " ".join(" ".join(element.itertext()).split())
            if text:
                yield page.lines.get(element, 1), text


_PROGRAMS = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math",
                       "link", "meta"})  # fmt: skip


def _is_furniture(element: Element) -> bool:
    """Whether a footer speaks of the page and not of the person."""
    text = " ".join("".join(element.itertext()).split())
    return len(text) < 200 and "@" not in text and bool(_FURNITURE.search(text))


def stands_apart(element: Element, before: str) -> bool:
    """Whether an inline element is a column of its own: a date, a place, a float at the right."""
    if before[-1:] == "\t" or not before.strip():
        return False
    shown = _beginning(element)
    if not shown or len(shown) > _LONGEST_COLUMN:
        return False
    style = element.get("style", "").replace(" ", "")
    if element.tag == "time" or "float:right" in style or "margin-left:auto" in style:
        return not re.search(r"[–—\-(/]\s*$|\bto\s*$", before)
    if element.tag not in ("span", "a", "small", "em", "i", "strong", "b"):
        return False
    glued = before[-1:].isalnum() and shown[:1].isalnum()
    if glued and is_keyword(element):
        return True
    if glued and (element.get("class") or element.tag != "span") and not before[-1:].isspace():
        meta = _META_CLASS.search(element.get("class", ""))
        return bool(meta or find_date(shown, vocabulary()))
    return bool(
        element.tag in ("span", "small")
        and _META_CLASS.search(element.get("class", ""))
        and not re.search(r"[,;:|·(–—-]\s*$", before)
    )


_KEYWORD_CLASS = re.compile(
    r"(?:^|[\s_-])(?:badge|tag|chip|pill|keyword|skill)s?(?=$|[\s_-])", re.IGNORECASE
)


def is_keyword(element: Element) -> bool:
    """Whether an inline element is one of a list of words that stand apart: a badge, a tag."""
    return element.tag in ("span", "a", "small", "code", "em", "strong", "b", "i") and bool(
        _KEYWORD_CLASS.search(element.get("class", ""))
    )


def _beginning(element: Element) -> str:
    """The text of a short element; of a long one enough to tell that it is long."""
    parts: list[str] = []
    length = 0
    for count, text in enumerate(element.itertext()):
        parts.append(text)
        length += len(text.strip())
        if length > _LONGEST_COLUMN or count > _LONGEST_COLUMN:
            return "".join(parts) + " " * _LONGEST_COLUMN + "…"
    return "".join(parts).strip()


def ending(texts: Sequence[str]) -> str:
    """The end of a line made of texts."""
    end = ""
    for text in reversed(texts):
        end = text + end
        if len(end) > _LONGEST_COLUMN:
            break
    return end


def visible_page_lines(page: Page) -> list[tuple[int, str]]:
    """The texts of a page that a reader sees, block by block, with their lines."""
    found: list[tuple[int, list[str]]] = [(1, [])]
    for kind, element, text in _events(page.root):
        if kind == "block":
            found.append((page.lines.get(element, found[-1][0]), []))
        elif kind == "gap" or (kind == "inline" and stands_apart(element, ending(found[-1][1]))):
            found[-1][1].append(" ")
        elif kind == "text":
            found[-1][1].append(text)
    return [(line, shown) for line, parts in found if (shown := " ".join("".join(parts).split()))]


def _events(root: Element) -> Iterator[tuple[str, Element, str]]:
    """A walk without recursion: blocks that begin or end, inline elements, gaps, texts."""
    stack: list[tuple[str, Element, str]] = [("open", root, "")]
    while stack:
        kind, element, text = stack.pop()
        if kind != "open":
            yield kind, element, text
            continue
        if is_unseen(element):
            yield "gap", element, ""
            continue
        block = element.tag in BLOCKS
        if element.tag in ("br", "img", "wbr"):
            if element.tag != "wbr":
                yield "gap", element, ""
            continue
        yield ("block" if block else "inline"), element, ""
        inner: list[tuple[str, Element, str]] = []
        if element.text:
            inner.append(("text", element, element.text))
        for child in element:
            inner.append(("open", child, ""))
            if child.tail:
                inner.append(("text", element, child.tail))
        if block:
            inner.append(("block", element, ""))
        stack += reversed(inner)


def _find_lines(page: Page) -> None:
    """The line of each element: where its first words stand in the source, in order."""
    at, line, counted = 0, 1, 0
    for element in page.root.iter():
        page.lines[element] = line
        words = (element.text or "").split()
        if not words or not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        found = page.text.find(words[0], at, at + _NEAR)
        if found >= 0:
            line += page.text.count("\n", counted, found)
            at = counted = found
            page.lines[element] = line
            parent = page.parents.get(element)
            while parent is not None and not (parent.text or "").strip() and parent[0] is element:
                page.lines[parent] = line
                element, parent = parent, page.parents.get(parent)


def shown(text: str) -> str:
    """Text as a browser shows it: white space is one space."""
    return re.sub(r"[ \t\n\r\f]+", " ", clean(text))
