"""RenderCV: sections of any title in the file's order, each of one of nine types of entry."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.prose import add_markdown
from typeset.importers.structured.rendercv_named import is_named, listed, named
from typeset.importers.structured.spine import Spine, join, title_of, with_line
from typeset.importers.structured.when import dates_of, free_dates, single_date
from typeset.importers.text.markup.inline import escape, split_top, visible
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.words.vocabulary import vocabulary

_TYPES = (
    ("publication", ("authors",)),
    ("education", ("institution",)),
    ("experience", ("company",)),
    ("bullet", ("bullet",)),
    ("number", ("number",)),
    ("reversed", ("reversed_number",)),
    ("line", ("label", "details")),
    ("normal", ("name", "title", "position")),
)
"""Each type of entry, and the keys that only it has."""

_SETTINGS = ("design", "locale", "locale_catalog", "settings", "rendercv_settings")


def read_rendercv(source: Source) -> Imported:
    """Read RenderCV's YAML. Raises `TypesetError` for broken YAML and values of a wrong type."""
    reading = Reading(source.tree, source.name)
    root = reading.root
    root.skip(*_SETTINGS, why="how a document looks is the theme's, not the profile's")
    cv = root.child("cv")
    spine = Spine()
    sections = cv.child("sections")
    kinds = {title: kind_of(title_of(title), vocabulary()) for title in sections.keys}
    if opening := _opening(sections, kinds):
        kinds[opening] = "summary"
    for title, kind in kinds.items():
        _section(title, kind, sections, spine)
    basics = _basics(cv)
    if cv.has("summary") and not spine.summary:
        spine.add_summary("", cv.text("summary"))
        spine.sections.insert(0, spine.sections.pop())
    basics["summary"] = spine.summary
    return reading.finish({"basics": basics, **spine.data()})


def _basics(cv: Node) -> dict[str, Any]:
    """The head, its contacts in the file's order."""
    basics: dict[str, Any] = {"name": cv.raw("name"), "label": cv.text("headline", "label")}
    details: list[dict[str, str]] = []
    for key in cv.keys:
        if key in ("email", "phone", "website"):
            first, *others = _several(cv, key) or [""]
            basics["url" if key == "website" else key] = first
            details += [{"value": other} for other in others]
        elif key == "location":
            basics["location"] = cv.text("location")
        elif key in ("photo", "image"):
            basics["image"] = cv.raw("photo", "image")
        elif key == "address":
            place = cv.child("address") if isinstance(cv.value[key], dict) else cv
            parts = [place.text(part) for part in (place.keys if place is not cv else [key])]
            details.append({"value": join(*parts)})
        elif key == "social_networks":
            basics["profiles"] = [
                {"network": item.raw("network"), "username": item.raw("username")}
                for item in cv.mappings(key)
            ]
        elif key == "custom_connections":
            details += [_connection(item) for item in cv.mappings(key)]
    basics["details"] = details
    return basics


def _several(node: Node, key: str) -> list[str]:
    """One value, or a list of them."""
    if isinstance(node.value.get(key), list):
        return [text for item in node.items(key) if (text := _bare(item))]
    return [text] if (text := _bare(node, key)) else []


def _bare(node: Node, *keys: str) -> str:
    """An address or number; the `tel:` that older files have is not part of it."""
    text = node.raw(*keys)
    if text.startswith("tel:"):
        text = text.removeprefix("tel:")
        node.seen_as(text, *keys)
    return text


def _connection(item: Node) -> dict[str, str]:
    text, url = item.text("placeholder"), item.raw("url")
    item.skip("fontawesome_icon")
    return {"value": f"[{text}]({url})" if text and re.fullmatch(r"[^\s()]+", url) else text or url}


def _opening(sections: Node, kinds: dict[str, str]) -> str:
    """The first section where it is the summary under a title of the author's own, else ""."""
    first = next(iter(kinds), "")
    if not first or kinds[first] or "summary" in kinds.values() or len(kinds) == 1:
        return ""
    value = sections.value[first]
    texts = value if isinstance(value, list) else [value]
    return first if all(isinstance(text, str) for text in texts) else ""


def _section(title: str, kind: str, sections: Node, spine: Spine) -> None:
    """A section; where it mixes types of entries, those that follow have no title."""
    shown = title_of(title)
    if isinstance(sections.value[title], str):
        text = _seen(sections, title)
        add_markdown(spine, shown, kind, text, sections.reading, sections.line_of(title))
        return
    for type_, group in groupby(sections.items(title), lambda item: _type(item, kind)):
        _group(type_, list(group), kind, shown, spine)
        shown = ""


def _type(item: Node, kind: str) -> str:
    if isinstance(item.value, str):
        return "text"
    if not isinstance(item.value, dict):
        item.reading.refuse(item.path, "this is an entry: a text, or a mapping of keys")
        return "text" if isinstance(item.value, str) else "none"
    if is_named(item, kind):
        return "named"
    return next((name for name, keys in _TYPES if item.has(*keys)), "normal")


def _group(type_: str, items: list[Node], kind: str, title: str, spine: Spine) -> None:
    match type_:
        case "text":
            _prose([_seen(item) for item in items], "\n\n", items, kind, title, spine)
        case "bullet" | "reversed":
            key = "bullet" if type_ == "bullet" else "reversed_number"
            lines = [f"- {_item(_seen(item, key))}" for item in items]
            _prose(lines, "\n", items, kind, title, spine)
        case "number":
            lines = [f"{n}. {_item(_seen(i, 'number'), 3)}" for n, i in enumerate(items, 1)]
            _prose(lines, "\n", items, kind, title, spine)
        case "line":
            _lines(items, kind, title, spine)
        case "publication":
            spine.add("publications", title, [_publication(item) for item in items])
        case "education":
            spine.add("education", title, [_education(item) for item in items])
        case "experience":
            made = "volunteer" if kind == "volunteer" else "work"
            spine.add(made, title, [_experience(item, made) for item in items])
        case "named":
            spine.add(kind, title, [named(item, kind) for item in items])
        case "normal":
            _normals(items, kind, title, spine)


def _prose(
    texts: list[str], joint: str, items: list[Node], kind: str, title: str, spine: Spine
) -> None:
    first = items[0]
    add_markdown(spine, title, kind, joint.join(texts), first.reading, first.line_of())


def _seen(item: Node, *keys: str) -> str:
    """A text of Markdown, whose marks are none of its words."""
    text = item.text(*keys)
    item.seen_as(visible(text), *keys)
    return text


def _item(text: str, indent: int = 2) -> str:
    """A text as the item of a Markdown list, its further lines indented."""
    return text.replace("\n", "\n" + " " * indent)


def _lines(items: list[Node], kind: str, title: str, spine: Spine) -> None:
    """Label and details: languages with their fluency, prizes with who gave them, else groups."""
    if kind == "languages":
        made = [{"language": i.text("label"), "fluency": i.text("details")} for i in items]
        spine.add("languages", title, made)
        return
    if kind in _ITEMS:
        lines = [f"- {_seen(item, 'label')} – {_seen(item, 'details')}" for item in items]
        _prose(lines, "\n", items, kind, title, spine)
        return
    groups = [
        {"name": item.text("label"), "keywords": split_top(item.text("details"), _COMMA)}
        for item in items
    ]
    spine.add("interests" if kind == "interests" else "skills", title, groups)


_ITEMS = frozenset({"awards", "certificates", "publications"})
_COMMA = re.compile(r"\s*[,;]\s+")


def _publication(item: Node) -> dict[str, Any]:
    """A publication; its DOI is its address, and beside another one a link of its own."""
    doi, url = item.raw("doi"), item.raw("url")
    fits = bool(re.fullmatch(r"[^\s()<>]+", doi))
    link = f"[{escape(doi)}](https://doi.org/{doi})" if fits and url else ""
    if fits and not url:
        url = f"https://doi.org/{item.aside('doi')}"
    made = {
        "name": item.text("title"),
        "publisher": item.text("journal", "publisher"),
        "url": url,
        **single_date(item, "releaseDate", "date", "releaseDate"),
    }
    about = (", ".join(item.texts("authors")), link or ("" if fits else doi), item.text("summary"))
    return with_line(made, join(*about, by="\n\n")) | _highlights(item)


def _education(item: Node) -> dict[str, Any]:
    made = {
        "institution": item.text("institution"),
        "area": item.text("area"),
        "studyType": item.text("degree", "studyType"),
        "score": item.text("grade", "gpa", "score"),
        "courses": listed(item, "courses"),
    }
    return made | _common(item)


def _experience(item: Node, kind: str) -> dict[str, Any]:
    name = "organization" if kind == "volunteer" else "name"
    return {name: item.text("company"), "position": item.text("position"), **_common(item)}


def _normals(items: list[Node], kind: str, title: str, spine: Spine) -> None:
    """Entries of a name, and of what all have; the kind says what the name is of."""
    made = [{"name": i.text("name", "title", "position"), **_common(i)} for i in items]
    if kind in _NAMES:
        spine.add(kind, title, [{_NAMES[kind]: one.pop("name"), **one} for one in made])
    else:
        spine.add_generic(title, [{"title": one.pop("name"), **one} for one in made])


_NAMES = {
    "projects": "name",
    "certificates": "name",
    "publications": "name",
    "awards": "title",
    "volunteer": "organization",
}
"""What the name of a `NormalEntry` is, by its section's kind."""


def _common(item: Node) -> dict[str, Any]:
    """What every dated entry has. A free `date` overrides the others, which then only sort."""
    made: dict[str, Any] = {
        "location": item.text("location"),
        "url": item.raw("url"),
        "summary": item.text("summary"),
    }
    made |= _dates(item) | _highlights(item)
    return made


def _dates(item: Node) -> dict[str, str]:
    """A range, or a free `date`; where both are given, `date` is printed and the range sorts."""
    if not item.has("start_date", "end_date"):
        return free_dates(item, "date")
    dates = dates_of(item, ("start_date",), ("end_date",), goes_on=True)
    return dates | {"dates": item.line("date")} if item.has("date") else dates


def _highlights(item: Node) -> dict[str, Any]:
    """Bullets; in one, ` - ` begins a bullet below it, as RenderCV prints it."""
    made = []
    for text in item.texts("highlights"):
        first, *below = (part.strip() for part in re.split(r"\s+- ", text))
        highlight: dict[str, Any] = {"text": first or text}
        if first and any(below):
            highlight["children"] = [{"text": part} for part in below if part]
        made.append(highlight)
    return {"highlights": made} if made else {}
