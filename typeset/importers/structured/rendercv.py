"""RenderCV: sections of any title in the file's order, each of one of nine types of entry."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.spine import Spine, join, title_of, with_line
from typeset.importers.structured.when import dates_of, free_dates, single_date
from typeset.importers.text.inline import escape, split_top
from typeset.importers.text.titles import kind_of
from typeset.importers.text.vocabulary import vocabulary

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
    for title in sections.keys:
        _section(title, sections, spine)
    basics = _basics(cv)
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
        elif key == "photo":
            basics["image"] = cv.raw("photo")
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


def _section(title: str, sections: Node, spine: Spine) -> None:
    """A section; where it mixes types of entries, those that follow have no title."""
    shown = title_of(title)
    kind = kind_of(shown, vocabulary())
    if isinstance(sections.value[title], str):
        spine.add_prose(shown, sections.text(title))
        return
    for type_, group in groupby(sections.items(title), _type):
        _group(type_, list(group), kind, shown, spine)
        shown = ""


def _type(item: Node) -> str:
    if isinstance(item.value, str):
        return "text"
    if not isinstance(item.value, dict):
        item.reading.refuse(item.path, "this is an entry: a text, or a mapping of keys")
        return "text" if isinstance(item.value, str) else "none"
    return next((name for name, keys in _TYPES if item.has(*keys)), "normal")


def _group(type_: str, items: list[Node], kind: str, title: str, spine: Spine) -> None:
    match type_:
        case "text":
            text = "\n\n".join(item.text() for item in items)
            (spine.add_summary if kind == "summary" else spine.add_prose)(title, text)
        case "bullet":
            spine.add_prose(title, "\n".join(f"- {_item(item.text('bullet'))}" for item in items))
        case "number":
            lines = [f"{n}. {_item(i.text('number'), 3)}" for n, i in enumerate(items, 1)]
            spine.add_prose(title, "\n".join(lines))
        case "reversed":
            lines = [f"- {_item(item.text('reversed_number'))}" for item in items]
            spine.add_prose(title, "\n".join(lines))
        case "line":
            _lines(items, kind, title, spine)
        case "publication":
            spine.add("publications", title, [_publication(item) for item in items])
        case "education":
            spine.add("education", title, [_education(item) for item in items])
        case "experience":
            made = "volunteer" if kind == "volunteer" else "work"
            spine.add(made, title, [_experience(item, made) for item in items])
        case "normal":
            _normals(items, kind, title, spine)


def _item(text: str, indent: int = 2) -> str:
    """A text as the item of a Markdown list, its further lines indented."""
    return text.replace("\n", "\n" + " " * indent)


def _lines(items: list[Node], kind: str, title: str, spine: Spine) -> None:
    """Label and details: languages with their fluency, else groups of words."""
    if kind == "languages":
        made = [{"language": i.text("label"), "fluency": i.text("details")} for i in items]
        spine.add("languages", title, made)
        return
    groups = [
        {"name": item.text("label"), "keywords": split_top(item.text("details"), _COMMA)}
        for item in items
    ]
    spine.add("interests" if kind == "interests" else "skills", title, groups)


_COMMA = re.compile(r"\s*[,;]\s+")


def _publication(item: Node) -> dict[str, Any]:
    doi = item.raw("doi")
    link = f"[{escape(doi)}](https://doi.org/{doi})" if re.fullmatch(r"[^\s()<>]+", doi) else doi
    made = {
        "name": item.text("title"),
        "publisher": item.text("journal", "publisher"),
        "url": item.raw("url"),
        **single_date(item, "releaseDate", "date"),
    }
    about = join(", ".join(item.texts("authors")), link, item.text("summary"), by="\n\n")
    return with_line(made, about) | _highlights(item)


def _education(item: Node) -> dict[str, Any]:
    made = {
        "institution": item.text("institution"),
        "area": item.text("area"),
        "studyType": item.text("degree"),
        "score": item.text("grade", "gpa"),
    }
    return made | _common(item)


def _experience(item: Node, kind: str) -> dict[str, Any]:
    name = "organization" if kind == "volunteer" else "name"
    return {name: item.text("company"), "position": item.text("position"), **_common(item)}


def _normals(items: list[Node], kind: str, title: str, spine: Spine) -> None:
    if kind == "projects":
        spine.add(kind, title, [{"name": i.text("name", "title"), **_common(i)} for i in items])
    elif kind in ("certificates", "awards"):
        name = "title" if kind == "awards" else "name"
        spine.add(kind, title, [{name: i.text("name", "title"), **_common(i)} for i in items])
    else:
        made = [{"title": i.text("name", "title", "position"), **_common(i)} for i in items]
        spine.add_generic(title, made)


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
