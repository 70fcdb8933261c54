"""Reactive Resume: `basics`, and `sections` of items, each with a switch that hides it.

Three generations of its JSON differ in their keys, which are looked for together: the
third (`date: {start, end}`, Markdown), the fourth (`date` as text, HTML, `visible`) and the
fifth (`period`, `website`, `hidden`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.people import accounts, place, reference
from typeset.importers.structured.rich import html_body, html_text, looks_like_html, markdown_body
from typeset.importers.structured.spine import Spine, join, with_line
from typeset.importers.structured.when import dates_of, free_dates, single_date
from typeset.importers.text.markup.inline import escape
from typeset.words import words

_FILE = (
    "id",
    "resumeId",
    "userId",
    "slug",
    "name",
    "title",
    "shortId",
    "user",
    "public",
    "visibility",
    "locked",
    "createdAt",
    "updatedAt",
    "image",
    "tags",
    "$schema",
    "version",
)
_LOOKS = (
    "id",
    "icon",
    "iconColor",
    "columns",
    "separateLinks",
    "visible",
    "hidden",
    "type",
    "levelNum",
    "options",
    "keepTogether",
)
_URLS = ("url", "website")


def read_reactive(source: Source) -> Imported:
    """Read Reactive Resume's JSON. Raises `TypesetError` for values of a wrong type."""
    reading = Reading(source.tree, source.name)
    root = reading.root
    root.skip(*_FILE)
    root.skip("picture", why="a photo is set in the profile, as a file beside it")
    spine = Spine()
    basics = _basics(root, spine)
    sections = dict(_sections(root))
    order = [key for key in _layout(root) if key in sections]
    for key in dict.fromkeys([*order, *sections]):
        _section(key, *sections[key], spine, basics)
    root.skip("metadata", why="of how the document looks, only the order of sections is read")
    basics["summary"] = spine.summary
    return reading.finish({"basics": basics, **spine.data()})


def _layout(root: Node) -> Iterator[str]:
    """The sections in the order of the pages and their columns."""
    metadata = root.value.get("metadata")
    layout = metadata.get("layout") if isinstance(metadata, dict) else None
    stack = [layout]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value.removeprefix("custom.")
        elif isinstance(value, list):
            stack += reversed(value)
        elif isinstance(value, dict):
            stack += [value.get(key) for key in ("sidebar", "main", "pages")]


def _basics(root: Node, spine: Spine) -> dict[str, Any]:
    found = root.child("basics")
    url, label = _url(found)
    basics: dict[str, Any] = {
        "name": found.raw("name"),
        "label": found.line("headline", "label"),
        "email": found.raw("email"),
        "phone": found.raw("phone"),
        "url": url,
        "profiles": accounts(found, "profiles") if found.has("profiles") else [],
    }
    inner = found.value.get("location") if isinstance(found.value, dict) else None
    is_mapping = isinstance(inner, dict)
    basics["location"] = place(found.child("location")) if is_mapping else found.line("location")
    details = [{"value": label}] if label else []
    if birth := found.line("birthdate"):
        details.append({"label": "Birthdate", "value": birth})
    for item in found.mappings("customFields"):
        item.skip(*_LOOKS)
        text, link = item.line("text", "value"), item.raw("link")
        shown = f"[{text}]({link})" if text and _fits(link) else text or link
        details.append({"label": item.raw("name"), "value": shown})
    basics["details"] = [detail for detail in details if detail["value"]]
    found.skip("picture", "photo", why="a photo is set in the profile, as a file beside it")
    found.skip("id", "theme")
    spine.add_summary("", _text(found, "summary"))
    return basics


def _sections(root: Node) -> Iterator[tuple[str, tuple[str, Node]]]:
    """Sections by the name that the layout calls them: their type and content."""
    if isinstance(root.value.get("summary"), dict):
        yield "summary", ("summary", root.child("summary"))
    sections = root.child("sections")
    for key in sections.keys:
        section = sections.child(key)
        if key == "custom" and not section.has("items"):
            for name in section.keys:
                yield name, ("custom", section.child(name))
        else:
            yield key, (key if key in _SECTIONS else "custom", section)
    for section in root.mappings("customSections"):
        kind = str(section.value.get("type", ""))
        yield (
            str(section.value.get("id", section.path)),
            (kind if kind in _SECTIONS else "custom", section),
        )


def _section(key: str, kind: str, section: Node, spine: Spine, basics: dict[str, Any]) -> None:
    title = section.line("name", "title")
    letter = section.value.get("type") == "cover-letter" if section.value else False
    hidden = _hidden(section)
    section.skip(*_LOOKS)
    items = list(_shown(section))
    if hidden or letter:
        if section.has("items", "content"):
            why = "a letter is a document of its own" if letter else "it is hidden"
            section.tell("hidden", f"the section {title or key!r} is not read: {why}")
        return
    if kind == "summary" and section.has("content"):
        spine.add_summary(title, _text(section, "content"))
    elif kind == "profiles":
        section.skip("name", "title")  # they are printed among the contacts
        for item in items:
            url, label = _url(item)
            made = {"network": item.raw("network"), "username": item.raw("username"), "url": url}
            basics["profiles"].append(made)
            basics["details"] += [{"value": label}] if label else []
    elif kind in ("custom", "summary") and items and all(item.has("content") for item in items):
        text = "\n\n".join(_text(item, "content") for item in items)
        spine.add_prose(title, text)
    elif kind in ("custom", "summary"):
        spine.add_titled(title, [_custom(item) for item in items])
    else:
        target, read = _SECTIONS[kind]
        spine.add(target, title, [read(item) for item in items])


def _hidden(node: Node) -> bool:
    value = node.value if isinstance(node.value, dict) else {}
    return value.get("visible") == "false" or value.get("hidden") == "true"


def _shown(section: Node) -> Iterator[Node]:
    """The items that are not hidden; the others are told of."""
    for item in section.mappings("items"):
        hidden = _hidden(item)
        item.skip(*_LOOKS)
        if not hidden:
            yield item
        elif not _hidden(section):
            item.tell("hidden", "this item is hidden, and not read")
            if str(item.value.get("level", "")).isdigit():
                item.skip("level")


def _fits(url: str) -> bool:
    return bool(url) and not any(c in " ()<>" for c in url)


def _url(node: Node) -> tuple[str, str]:
    """An address, and a label that says more than it."""
    key = next((key for key in _URLS if node.has(key)), "url")
    if not isinstance(node.value, dict) or not isinstance(node.value.get(key), dict):
        return node.raw(key), ""
    found = node.child(key)
    found.skip("inlineLink")
    url, label = found.raw("href", "url"), found.line("label")
    if url and set(words(label)) <= set(words(url)):
        found.aside("label")
        return url, ""
    if not url:
        return label, ""
    return url, f"[{label}]({url})" if _fits(url) else label


def _text(node: Node, *keys: str) -> str:
    """HTML or Markdown as Markdown blocks."""
    text = node.text(*keys)
    if not looks_like_html(text):
        return text
    made, seen = html_text(text)
    node.seen_as(seen, *keys)
    return made


def _body(node: Node, *keys: str) -> dict[str, Any]:
    """HTML or Markdown as `summary` and `highlights`."""
    text = node.text(*keys)
    if not looks_like_html(text):
        return markdown_body(text)
    made, seen = html_body(text)
    node.seen_as(seen, *keys)
    return made


def _dates(node: Node) -> dict[str, str]:
    """A range of two days, or of one text."""
    if isinstance(node.value.get("date"), dict):
        return dates_of(node.child("date"), ("start",), ("end",), goes_on=True)
    return free_dates(node, "date", "period")


def _entry(node: Node, names: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """A dated entry; `names` are the profile's keys and those of the format."""
    made: dict[str, Any] = {key: node.line(*keys) for key, keys in names.items()}
    made["url"], label = _url(node)
    made |= _dates(node)
    if any("description" in keys for keys in names.values()):
        made |= _body(node, "summary")
    else:
        made |= _body(node, "summary", "description")
    return with_line(made, label)


def _work(node: Node) -> dict[str, Any]:
    names = {"name": ("company", "name"), "position": ("position",), "location": ("location",)}
    made = _entry(node, names)
    made["roles"] = []
    for role in node.mappings("roles"):
        role.skip(*_LOOKS)
        made["roles"].append(_entry(role, {"position": ("position",)}))
    return made


def _education(node: Node) -> dict[str, Any]:
    names = {"institution": ("institution", "school"), "studyType": ("studyType", "degree"),
             "area": ("area",), "score": ("score", "grade"), "location": ("location",)}  # fmt: skip
    return _entry(node, names) | {"courses": node.lines("courses")}


def _volunteer(node: Node) -> dict[str, Any]:
    names = {"organization": ("organization",), "position": ("position",),
             "location": ("location",)}  # fmt: skip
    return _entry(node, names)


def _project(node: Node) -> dict[str, Any]:
    plain = node.has("summary") or not looks_like_html(str(node.value.get("description", "")))
    names: dict[str, tuple[str, ...]] = {"name": ("name", "title")}
    if plain:
        names["description"] = ("description",)
    return _entry(node, names) | {"keywords": node.lines("keywords")}


def _dated(name: str, source: str, day: str) -> Callable[[Node], dict[str, Any]]:
    """An award, a certificate, a publication: what it is, from whom, and its day."""

    def read(node: Node) -> dict[str, Any]:
        keys = (name, "title" if name == "name" else "name")
        made: dict[str, Any] = {name: node.line(*keys), source: node.line(source)}
        made["url"], label = _url(node)
        made |= single_date(node, day, "date") | _body(node, "summary", "description")
        return with_line(made, label)

    return read


def _level(node: Node, *keys: str) -> str:
    """How well, in words; what only fills a bar is left out."""
    if str(node.value.get("level", "")).isdigit():
        node.skip("level")
        return node.line(*keys) if keys else ""
    return node.line(*keys, "level")


def _skill(node: Node) -> dict[str, Any]:
    level = _level(node, "proficiency", "description")
    return {"name": node.line("name"), "level": level, "keywords": node.lines("keywords")}


def _language(node: Node) -> dict[str, Any]:
    fluency = _level(node, "fluency", "description")
    return {"language": node.line("language", "name"), "fluency": fluency}


def _interest(node: Node) -> dict[str, Any]:
    return {"name": node.line("name"), "keywords": node.lines("keywords")}


def _reference(node: Node) -> dict[str, Any]:
    url, label = _url(node)
    html = not node.has("summary") and looks_like_html(str(node.value.get("description", "")))
    said = _text(node, "summary", *(("description",) if html else ()))
    about = join(node.line("relationship", "position"), "" if html else node.line("description"))
    contacts = [node.line("phone"), node.line("email"), label or escape(url)]
    return reference(node.line("name"), about, said, contacts)


def _custom(node: Node) -> dict[str, Any]:
    plain = node.has("summary") or not looks_like_html(str(node.value.get("description", "")))
    names = {
        "title": ("title", "name"),
        "location": ("location",),
        "organization": ("subtitle", "description") if plain else ("subtitle",),
    }
    level = _level(node)
    keywords = node.lines("keywords")
    made = _entry(node, names)
    return with_line(with_line(made, level), ", ".join(keywords))


_SECTIONS: dict[str, tuple[str, Callable[[Node], dict[str, Any]]]] = {
    "experience": ("work", _work),
    "work": ("work", _work),
    "education": ("education", _education),
    "volunteer": ("volunteer", _volunteer),
    "projects": ("projects", _project),
    "awards": ("awards", _dated("title", "awarder", "date")),
    "certifications": ("certificates", _dated("name", "issuer", "date")),
    "publications": ("publications", _dated("name", "publisher", "releaseDate")),
    "skills": ("skills", _skill),
    "languages": ("languages", _language),
    "interests": ("interests", _interest),
    "references": ("references", _reference),
    "summary": ("", _custom),
    "profiles": ("", _custom),
}
