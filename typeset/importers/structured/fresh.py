"""FRESH: its own names for JSON Resume's sections, and several that JSON Resume has not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.people import accounts, place, reference
from typeset.importers.structured.rich import markdown_body
from typeset.importers.structured.spine import Spine, join, title_of, with_line
from typeset.importers.structured.when import dates_of, single_date


def read_fresh(source: Source) -> Imported:
    """Read FRESH. Raises `TypesetError` for broken JSON and values of a wrong type."""
    reading = Reading(source.tree, source.name)
    root = reading.root
    root.skip("meta", why="it tells of the format, not of the person")
    spine = Spine()
    info = root.child("info")
    spine.add_summary("", info.text("brief"))
    if quote := info.text("quote"):
        spine.add_prose("", "\n".join(f"> {line}".rstrip() for line in quote.split("\n")))
    for key in root.keys:
        if key in _HISTORIES:
            _history(root, key, spine)
        elif key in _LISTS:
            kind, read = _LISTS[key]
            title = title_of(key) if key == "testimonials" else ""
            spine.add(kind, title, [read(item) for item in root.mappings(key)])
        elif key in _GENERIC:
            made = [_generic(item, *_GENERIC[key]) for item in root.mappings(key)]
            spine.add_generic(title_of(key), made)
        elif key == "skills":
            _skills(root, spine)
    basics = _basics(root, info)
    basics["summary"] = spine.summary
    return reading.finish({"basics": basics, **spine.data()})


def _basics(root: Node, info: Node) -> dict[str, Any]:
    contact = root.child("contact")
    basics: dict[str, Any] = {
        "name": root.raw("name"),
        "label": info.line("label"),
        "image": info.raw("image"),
        "email": contact.raw("email"),
        "phone": contact.raw("phone"),
        "url": contact.raw("website"),
    }
    if root.has("location"):
        basics["location"] = place(root.child("location"))
    basics["profiles"] = []
    for item, made in zip(
        root.mappings("social"), accounts(root, "social", user="user"), strict=True
    ):
        if not made["network"]:
            made["network"] = item.raw("label")
        elif item.value.get("label") == made["network"]:
            item.skip("label")
        basics["profiles"].append(made)
    basics["details"] = [_detail(item) for item in contact.mappings("other")]
    basics["details"] += _disposition(root.child("disposition"))
    return basics


def _detail(item: Node) -> dict[str, str]:
    """A further contact; its category is its label where it has no other."""
    return {"label": item.raw("label", "category"), "value": item.line("value")}


def _disposition(node: Node) -> list[dict[str, str]]:
    """What the person is open to, each labelled with its key."""
    details = [
        {"label": title_of(key), "value": node.line(key)}
        for key in node.keys
        if key in ("travel", "authorization")
    ]
    if node.aside("remote") == "true":
        details.append({"label": "", "value": "Remote"})
    details.append({"label": "Commitment", "value": ", ".join(node.lines("commitment"))})
    relocation = node.child("relocation")
    places = join(relocation.line("willing"), *relocation.lines("destinations"))
    details.append({"label": "Relocation", "value": places})
    return [detail for detail in details if detail["value"]]


def _history(root: Node, key: str, spine: Spine) -> None:
    """A section that holds a summary and a list under `history`."""
    section = root.child(key)
    kind, names = _HISTORIES[key]
    body = join(section.text("summary"), _degree(section), by="\n\n")
    read = _study if key == "education" else lambda item: _entry(item, names)
    entries = [read(item) for item in section.mappings("history")]
    if kind:
        spine.add(kind, "", entries, body)
    else:
        spine.add_generic(title_of(key), entries, body)


def _degree(section: Node) -> str:
    return join(section.line("level"), section.line("degree"))


def _entry(node: Node, names: dict[str, str]) -> dict[str, Any]:
    """A dated entry; `names` are the profile's keys and the format's."""
    made: dict[str, Any] = {key: node.line(name) for key, name in names.items()}
    made |= {"url": node.raw("url"), "location": node.line("location")}
    made["tags"] = [tag] if (tag := node.raw("category")) else []
    if node.has("start", "end"):
        made |= dates_of(node, ("start",), ("end",), goes_on=True)
    made |= _body(node)
    return with_line(made, ", ".join(node.lines("keywords")))


def _body(node: Node) -> dict[str, Any]:
    highlights = [{"text": text} for text in node.texts("highlights")]
    body = markdown_body(node.text("summary"))
    return body | {"highlights": [*body.get("highlights", []), *highlights]}


def _study(node: Node) -> dict[str, Any]:
    """A stay at a school: its title is the degree where `studyType` does not name one."""
    names = {"institution": "institution", "studyType": "studyType", "area": "area",
             "score": "grade"}  # fmt: skip
    made = _entry(node, names) | {"courses": node.lines("curriculum")}
    title = node.line("title")
    return made | {"studyType": join(title, made["studyType"])}


def _generic(node: Node, title: str, organization: str, date: str) -> dict[str, Any]:
    """An entry of a section that JSON Resume does not know."""
    made = _entry(node, {"title": title})
    made["organization"] = _names(node, organization) if organization else ""
    if date:
        found = single_date(node, "startDate", date)
        made |= found if "dates" in found else found | {"endDate": found.get("startDate", "")}
    return made


def _names(node: Node, key: str) -> str:
    """One name, or a list of them."""
    if isinstance(node.value.get(key), list):
        return ", ".join(node.lines(key))
    return node.line(key)


def _project(node: Node) -> dict[str, Any]:
    made = _entry(node, {"name": "title", "description": "description"})
    made["roles"] = [role] if (role := node.line("role")) else []
    made["type"], made["tags"] = "".join(made["tags"]), []
    repo = node.raw("repo")
    return with_line(made, f"<{repo}>" if repo.startswith(("http://", "https://")) else repo)


def _award(node: Node) -> dict[str, Any]:
    made = _entry(node, {"title": "title", "awarder": "from"})
    return made | single_date(node, "date", "date")


def _writing(node: Node) -> dict[str, Any]:
    made = _entry(node, {"name": "title"})
    publisher = node.value.get("publisher")
    named = node.child("publisher").line("name") if isinstance(publisher, dict) else ""
    made["publisher"] = named or ("" if isinstance(publisher, dict) else node.line("publisher"))
    return made | single_date(node, "releaseDate", "date")


def _language(node: Node) -> dict[str, Any]:
    fluency = join(node.line("level"), _years(node))
    return {"language": node.line("language"), "fluency": fluency}


def _years(node: Node) -> str:
    """How long: a bare number is one of years, as its key says."""
    years = node.line("years")
    return f"{years} years" if years.isdigit() else years


def _interest(node: Node) -> dict[str, Any]:
    keywords = [*node.lines("keywords"), node.line("summary")]
    return {"name": node.line("name"), "keywords": [word for word in keywords if word]}


def _reference(node: Node) -> dict[str, Any]:
    contacts = [
        join(item.line("label", "category"), item.line("value"), by=": ")
        for item in node.mappings("contact")
    ]
    for item in node.mappings("contact"):
        if item.value.get("category") == item.value.get("label"):
            item.skip("category")
    said = node.text("quote", "summary")
    node.skip("private")
    made: dict[str, Any] = {**reference(node.line("name"), node.line("role"), said, contacts)}
    return made | {"tags": [tag] if (tag := node.raw("category")) else []}


def _skills(root: Node, spine: Spine) -> None:
    """Sets of skills, and the skills listed beside them that say more than their name."""
    if isinstance(root.value["skills"], list):
        spine.add("skills", "", [_skill(item) for item in root.mappings("skills")])
        return
    skills = root.child("skills")
    groups = [
        {"name": item.line("name"), "level": item.line("level"), "keywords": item.lines("skills")}
        for item in skills.mappings("sets")
    ]
    named = {word for group in groups for word in group["keywords"]}
    for item in skills.mappings("list"):
        made = _skill(item)
        if made["level"] or made["keywords"] or made["name"] not in named:
            groups.append(made)
        else:
            item.skip("name")
    spine.add("skills", "", groups)


def _skill(node: Node) -> dict[str, Any]:
    level = join(node.line("level"), _years(node))
    keywords = [node.line("summary"), *node.lines("keywords")]
    return {"name": node.line("name"), "level": level, "keywords": [k for k in keywords if k]}


_HISTORIES: dict[str, tuple[str, dict[str, str]]] = {
    "employment": ("work", {"name": "employer", "position": "position"}),
    "service": ("volunteer", {"organization": "organization", "position": "position"}),
    "education": ("education", {}),
    "affiliation": ("", {"title": "role", "organization": "organization"}),
}
_LISTS: dict[str, tuple[str, Callable[[Node], dict[str, Any]]]] = {
    "projects": ("projects", _project),
    "recognition": ("awards", _award),
    "writing": ("publications", _writing),
    "languages": ("languages", _language),
    "interests": ("interests", _interest),
    "references": ("references", _reference),
    "testimonials": ("references", _reference),
}
_GENERIC: dict[str, tuple[str, str, str]] = {
    "reading": ("title", "author", "date"),
    "speaking": ("title", "event", "date"),
    "governance": ("role", "organization", ""),
    "samples": ("title", "", "date"),
    "extracurricular": ("title", "activity", ""),
}
