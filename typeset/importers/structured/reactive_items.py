"""The items of Reactive Resume's sections, each as an entry of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from typeset.importers.structured.field_texts import field_body, field_text
from typeset.importers.structured.mapping import Node
from typeset.importers.structured.people import reference
from typeset.importers.structured.rich import looks_like_html, markdown_body
from typeset.importers.structured.spine import join, with_line
from typeset.importers.structured.when import dates_of, free_dates, single_date
from typeset.importers.text.markup.inline import escape
from typeset.words import words

LOOKS = (
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
"""Keys of how a section or item looks, which no profile has."""
_URLS = ("url", "website")


def fits(url: str) -> bool:
    """Whether an address can stand in a Markdown link as it is."""
    return bool(url) and not any(c in " ()<>" for c in url)


def address(node: Node) -> tuple[str, str]:
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
    return url, f"[{label}]({url})" if fits(url) else label


def text_of(node: Node, *keys: str) -> str:
    """HTML or Markdown as Markdown blocks."""
    return field_text(node, keys, str)


def _body(node: Node, *keys: str) -> dict[str, Any]:
    """HTML or Markdown as `summary` and `highlights`."""
    return field_body(node, keys, markdown_body)


def _dates(node: Node) -> dict[str, str]:
    """A range of two days, or of one text."""
    if isinstance(node.value.get("date"), dict):
        return dates_of(node.child("date"), ("start",), ("end",), goes_on=True)
    return free_dates(node, "date", "period")


def _entry(node: Node, names: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """A dated entry; `names` are the profile's keys and those of the format."""
    made: dict[str, Any] = {key: node.line(*keys) for key, keys in names.items()}
    made["url"], label = address(node)
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
        role.skip(*LOOKS)
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
        made["url"], label = address(node)
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
    url, label = address(node)
    html = not node.has("summary") and looks_like_html(str(node.value.get("description", "")))
    said = text_of(node, "summary", *(("description",) if html else ()))
    about = join(node.line("relationship", "position"), "" if html else node.line("description"))
    contacts = [node.line("phone"), node.line("email"), label or escape(url)]
    return reference(node.line("name"), about, said, contacts)


def custom(node: Node) -> dict[str, Any]:
    """An entry of a section of the author's own."""
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


SECTIONS: dict[str, tuple[str, Callable[[Node], dict[str, Any]]]] = {
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
    "summary": ("", custom),
    "profiles": ("", custom),
}
"""What the items of a section are in a profile, and how one is read."""
