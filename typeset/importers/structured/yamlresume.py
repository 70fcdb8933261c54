"""YAMLResume: JSON Resume's sections under `content:`, with Markdown in its summaries."""

from __future__ import annotations

from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.people import accounts, place, reference
from typeset.importers.structured.rich import markdown_body
from typeset.importers.structured.spine import Spine, join, with_line
from typeset.importers.structured.when import dates_of, single_date
from typeset.problems import Severity


def read_yamlresume(source: Source) -> Imported:
    """Read YAMLResume. Raises `TypesetError` for broken YAML and values of a wrong type."""
    reading = Reading(source.tree, source.name)
    root = reading.root
    content = root.child("content")
    order, titles = _layouts(root)
    basics = _basics(content)
    spine = Spine()
    if summary := content.child("basics").text("summary"):
        spine.add_summary(titles.get("basics", ""), summary)
    for name in dict.fromkeys([*order, *content.keys]):
        if name in _SECTIONS:
            entries = [_SECTIONS[name](item) for item in content.mappings(name)]
            spine.add(name, titles.get(name, ""), entries)
    content.skip("computed")
    basics["summary"] = spine.summary
    lang = root.child("locale").aside("language")
    return reading.finish({"lang": lang, "basics": basics, **spine.data()})


def _layouts(root: Node) -> tuple[list[str], dict[str, str]]:
    """The order and titles of sections, from the first layout that gives any."""
    key = "layouts" if root.has("layouts") else "layout"
    layouts = root.mappings(key) if key == "layouts" else [root.child(key)]
    order: list[str] = []
    titles: dict[str, str] = {}
    for layout in layouts:
        if layout.has("sections") and not (order or titles):
            sections = layout.child("sections")
            order = [item.aside() for item in sections.items("order")]
            aliases = sections.child("aliases")
            titles = {name: aliases.line(name) for name in aliases.keys}
            layout.skip(*(name for name in layout.keys if name != "sections"))
        else:
            layout.skip_all()
    if root.has(key):
        message = f"{key} is read for the order and titles of sections alone"
        root.reading.tell("ignored", message, (key,), Severity.NOTE)
    return order, titles


def _basics(content: Node) -> dict[str, Any]:
    found = content.child("basics")
    basics: dict[str, Any] = {"name": found.raw("name"), "label": found.line("headline")}
    for key in found.keys:
        if key in ("email", "phone", "url"):
            basics[key] = found.raw(key)
    if content.has("location"):
        basics["location"] = place(content.child("location"))
    basics["profiles"] = accounts(content, "profiles")
    found.skip("computed")
    return basics


def _entry(node: Node, *names: str) -> dict[str, Any]:
    """What every dated entry has, and the plain texts under `names`."""
    made: dict[str, Any] = {name: node.line(name) for name in names}
    made["url"] = node.raw("url")
    if node.has("startDate", "endDate"):
        made |= dates_of(node, ("startDate",), ("endDate",), goes_on=True)
    node.skip("computed")
    return made | markdown_body(node.text("summary"))


def _work(node: Node) -> dict[str, Any]:
    return with_line(_entry(node, "name", "position"), ", ".join(node.lines("keywords")))


def _education(node: Node) -> dict[str, Any]:
    made = _entry(node, "institution", "area", "score")
    return made | {"studyType": node.line("degree"), "courses": node.lines("courses")}


def _project(node: Node) -> dict[str, Any]:
    return _entry(node, "name", "description") | {"keywords": node.lines("keywords")}


def _publication(node: Node) -> dict[str, Any]:
    return _entry(node, "name", "publisher") | single_date(node, "releaseDate", "releaseDate")


def _award(node: Node) -> dict[str, Any]:
    return _entry(node, "title", "awarder") | single_date(node, "date", "date")


def _certificate(node: Node) -> dict[str, Any]:
    return _entry(node, "name", "issuer") | single_date(node, "date", "date")


def _group(node: Node) -> dict[str, Any]:
    node.skip("computed")
    return {
        "name": node.line("name"),
        "level": node.line("level"),
        "keywords": node.lines("keywords"),
    }


def _interest(node: Node) -> dict[str, Any]:
    return {"name": node.line("name"), "keywords": node.lines("keywords")}


def _language(node: Node) -> dict[str, Any]:
    fluency = join(node.line("fluency"), *node.lines("keywords"))
    return {"language": node.line("language"), "fluency": fluency}


def _reference(node: Node) -> dict[str, Any]:
    contacts = [node.line(key) for key in node.keys if key in ("email", "phone")]
    said = node.text("summary")
    return reference(node.line("name"), node.line("relationship"), said, contacts)


_SECTIONS = {
    "work": _work,
    "education": _education,
    "volunteer": lambda node: _entry(node, "organization", "position"),
    "projects": _project,
    "publications": _publication,
    "certificates": _certificate,
    "awards": _award,
    "skills": _group,
    "languages": _language,
    "interests": _interest,
    "references": _reference,
}
