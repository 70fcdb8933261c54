"""JSON Resume 1.0, the older forms of its keys, and what people add to them.

The profile's keys are JSON Resume's own, so that its models tell what to look for. Texts
are kept as they are written: themes print them as Markdown.
"""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading, without_empty
from typeset.importers.structured.when import dates_of, single
from typeset.profile import read_profile
from typeset.profile.basics import Basics, Location, NetworkProfile
from typeset.profile.entries import (
    Award,
    Certificate,
    Education,
    Highlight,
    Interest,
    Language,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteer,
    Work,
)
from typeset.profile.fields import Model
from typeset.profile.ids import ARRAYS
from typeset.profile.model import Profile
from typeset.words import count

_URL = ("url", "website")
_HIGHLIGHTS = ("highlights", "bullets")
ALIASES: dict[type[Model], dict[str, tuple[str, ...]]] = {
    Profile: {
        "certificates": ("certificates", "certifications"),
        "interests": ("interests", "hobbies"),
        "volunteer": ("volunteer", "volunteering"),
    },
    Basics: {"image": ("image", "picture"), "label": ("label", "headline"), "url": _URL},
    NetworkProfile: {"username": ("username", "user"), "url": _URL},
    Location: {"postalCode": ("postalCode", "zip"), "region": ("region", "state")},
    Work: {
        "name": ("name", "company"),
        "position": ("position", "title"),
        "url": _URL,
        "highlights": _HIGHLIGHTS,
    },
    Volunteer: {"url": _URL, "highlights": _HIGHLIGHTS},
    Education: {
        "institution": ("institution", "school"),
        "studyType": ("studyType", "degree"),
        "score": ("score", "gpa"),
        "url": _URL,
        "highlights": _HIGHLIGHTS,
    },
    Project: {
        "name": ("name", "title"),
        "keywords": ("keywords", "technologies"),
        "url": _URL,
        "highlights": _HIGHLIGHTS,
    },
    Publication: {
        "name": ("name", "title"),
        "releaseDate": ("releaseDate", "date"),
        "url": _URL,
    },
    Award: {"title": ("title", "name"), "url": _URL},
    Certificate: {"name": ("name", "title"), "url": _URL},
    Language: {"language": ("language", "name"), "fluency": ("fluency", "level")},
    Interest: {},
    Reference: {"reference": ("reference", "summary")},
}
"""The names under which a key of the profile is looked for, where there are others."""

_DATES = frozenset({"startDate", "endDate", "date", "releaseDate"})


def read_json_resume(source: Source) -> Imported:
    """Read JSON Resume. Raises `TypesetError` for broken JSON and values of a wrong type."""
    reading = Reading(source.tree, source.name)
    root = reading.root
    resumake = _resumake(root) if root.has("selectedTemplate") else {}
    data = _mapping(root, Profile) | resumake
    root.child("meta").skip("theme", why="a theme is chosen when rendering")
    return reading.finish(data, keep_empty=True)


def _resumake(root: Node) -> dict[str, Any]:
    """The order of sections and their titles, which Resumake keeps beside JSON Resume's data."""
    headings = root.child("headings")
    kinds = [item.aside() for item in root.items("sections")]
    root.skip("selectedTemplate", why="a theme is chosen when rendering")
    shown = [kind for kind in kinds if kind in ARRAYS and root.has(kind)]
    sections = [{"kind": kind, "title": headings.text(kind)} for kind in shown]
    return {"sections": without_empty(sections)}


def read_json_profile(source: Source) -> Imported:
    """Read a profile that is written as JSON. Raises `TypesetError` for all that is wrong."""
    profile = read_profile(source.text, source.name)
    data = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    words = count(_strings(data))
    return Imported(profile, words, words)


def _mapping(node: Node, model: type[Model]) -> dict[str, Any]:
    """A mapping by the model of the profile that it stands for."""
    aliases = ALIASES.get(model, {})
    data: dict[str, Any] = {}
    for key in _in_order(node, model, aliases):
        if model is Profile and key == "sections":
            continue  # Resumake's, no profile's
        names = aliases.get(key, (key,))
        if key not in _DATES and node.has(*names):
            data[key] = _value(node, key, names, model)
    data |= without_empty(_dates(node, model, aliases))
    if model is Skill and node.has("description"):
        data["keywords"] = [*data.get("keywords", []), node.text("description")]
    return _empties(node, model) | data


def _empties(node: Node, model: type[Model]) -> dict[str, Any]:
    """The model's own keys that the file gives with nothing in them."""
    given = node.value if isinstance(node.value, dict) else {}
    return {
        key: given[key]
        for key, annotation in _annotations(model).items()
        if key in given and key not in _DATES and given[key] == _nothing(annotation)
    }


def _nothing(annotation: Any) -> str | list[Any] | dict[str, Any]:
    """How a file says that a field of this type holds nothing."""
    if get_origin(annotation) is list:
        return []
    return {} if _model_in(annotation) else ""


def _in_order(node: Node, model: type[Model], aliases: dict[str, tuple[str, ...]]) -> list[str]:
    """The model's keys in the order of the file, which is that of a person's contacts."""
    known = _annotations(model)
    by_name = {name: key for key in known for name in aliases.get(key, (key,))}
    found = dict.fromkeys(by_name[name] for name in node.keys if name in by_name)
    return list(found)


def _annotations(model: type[Model]) -> dict[str, Any]:
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def _value(node: Node, key: str, names: tuple[str, ...], model: type[Model]) -> Any:
    annotation = _annotations(model)[key]
    if key == "location":
        return _location(node, in_parts=model is Basics)
    if get_origin(annotation) is list:
        (inner,) = get_args(annotation)
        if inner is Highlight:
            return [_highlight(item) for item in node.items(*names)]
        if isinstance(inner, type) and issubclass(inner, Model):
            return _mappings(node.items(*names), inner)
        return [item.text() for item in node.items(*names)]
    member = _model_in(annotation)
    return _mapping(node.child(*names), member) if member else node.text(*names)


_NAMED = {Skill: "name", Interest: "name", Language: "language", Reference: "reference",
          Award: "title", Certificate: "name", Publication: "name", Project: "name"}  # fmt: skip
"""What a bare text is that stands in the place of an entry."""


def _mappings(items: list[Node], model: type[Model]) -> list[dict[str, Any]]:
    """The entries of a list; bare texts among them are names, or together one list of skills."""
    words = [item for item in items if isinstance(item.value, str) and model in _NAMED]
    if model is Skill and len(words) == len(items) > 1:
        return [{"keywords": [item.text() for item in items]}]
    made = []
    for item in items:
        if item in words:
            made.append({_NAMED[model]: item.text()})
        elif isinstance(item.value, dict):
            made.append(_mapping(item, model))
        else:
            item.reading.refuse(item.path, "this is a mapping of keys")
    return made


def _model_in(annotation: Any) -> type[Model] | None:
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else [annotation]
    return next((m for m in members if isinstance(m, type) and issubclass(m, Model)), None)


def _location(node: Node, *, in_parts: bool) -> Any:
    """A place in parts, or as one text; an entry has only the text."""
    if not isinstance(node.value.get("location"), dict):
        return node.text("location")
    place = node.child("location")
    if in_parts:
        parts = _mapping(place, Location)
        if not place.has("country"):
            return parts
    texts = [place.text(key) for key in place.keys if not isinstance(place.value[key], list | dict)]
    return ", ".join(text for text in texts if text)


def _highlight(item: Node) -> Any:
    return _mapping(item, Highlight) if isinstance(item.value, dict) else item.text()


def _dates(node: Node, model: type[Model], aliases: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """An entry's dates; those in other words than the format's are kept as they are."""
    known = _annotations(model)
    made: dict[str, str] = {}
    if "startDate" in known and node.has("startDate", "endDate"):
        made = dates_of(node, ("startDate",), ("endDate",))
    for key in ("date", "releaseDate"):
        names = aliases.get(key, (key,))
        if key in known and node.has(*names):
            made = single(node.aside(*names), key) | made
    return made


def _strings(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _strings(value)]
    if isinstance(data, list):
        return [text for value in data for text in _strings(value)]
    return [data] if isinstance(data, str) else []
