"""A résumé as YAML or JSON under keys of its author's own → profile, by what the keys say.

No program gave the file its form, so that any of its keys may be missing, and any other may
be there: what no key says is left in `unplaced` with its path.
"""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.own_entries import (
    ENTRIES,
    entry_of,
    group_of,
    kind_by_keys,
)
from typeset.importers.structured.own_names import (
    is_setting,
    is_wrapper,
    of_entry,
    of_person,
    of_section,
    section_kind,
    title_of,
)
from typeset.importers.structured.own_person import Person, are_pairs
from typeset.importers.structured.own_texts import STEERS, items_of, listed, seen, under
from typeset.importers.structured.people import reference
from typeset.importers.structured.prose import add_markdown
from typeset.importers.structured.spine import Spine
from typeset.importers.text.words.vocabulary import vocabulary
from typeset.problems import Problem, Span, TypesetError
from typeset.profile.model import Profile
from typeset.profile.nodes import read_nodes

_GROUPS = ("skills", "interests")
_FEWEST = 2
_LONGEST_VALUE = 3
"""Words that a text under an unknown key has at most where it is a value and no prose."""
_CLOSING_FENCE = re.compile(r"\n(?:---|\.\.\.)\s*\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


def is_own_keys(source: Source) -> bool:
    """Whether data tells of a person, under other keys than a profile's.

    One key at the top is none of a profile's, and two or more are known: to say who the
    person is, or to name a section. Or it is a list of such sections, each with its title.
    """
    try:
        root = _root(_reading(source).root)
    except TypesetError:
        return False
    if isinstance(root.value, list):
        parts = [_titled(item) for item in items_of(root)]
        return sum(bool(section_kind(title)) for title, _ in parts) >= _FEWEST
    own = {info.alias or name for name, info in Profile.model_fields.items()}
    if "basics" in root.keys or own.issuperset(root.keys):
        return False
    sections = [name for name in root.keys if section_kind(name)]
    person = [name for name in root.keys if of_person(name) in ("name", "given", "holder", "email")]
    filled = any(isinstance(root.value[name], list | dict) for name in sections)
    return filled and len({*sections, *person}) >= _FEWEST


def read_own_keys(source: Source) -> Imported:
    """Read such data. Raises `TypesetError` for what is no YAML or JSON."""
    reading = _reading(source)
    root = _root(reading.root)
    person, spine = Person(), Spine()
    if isinstance(root.value, list):
        for item in items_of(root):
            _listed_section(item, person, spine)
    else:
        root.skip(*filter(is_setting, root.keys), why=STEERS)
        person.read(root)
    if person.summary:
        spine.add_summary("", "\n\n".join(seen(node) for node in person.summary))
    for name, node in person.rest:
        _section(title_of(name), node, spine)
    basics = person.finished() | {"summary": spine.summary}
    return reading.finish({"lang": _language_of(root), "basics": basics, **spine.data()})


def _language_of(root: Node) -> str:
    lang = root.value.get("lang") if isinstance(root.value, dict) else None
    named = isinstance(lang, str) and _LANGUAGE.fullmatch(lang)
    return root.aside("lang") if named else ""


def _titled(node: Node) -> tuple[str, Node | None]:
    """The title that a mapping gives a section, and its entries; none for other mappings."""
    parts = {of_section(name): name for name in reversed(node.keys)}
    if "title" not in parts or not isinstance(node.value[parts["title"]], str):
        return "", None
    entries = under(node, parts["entries"]) if "entries" in parts else None
    return str(node.value[parts["title"]]), entries


def _headings(node: Node) -> list[str]:
    """The keys under which a mapping has its title."""
    return [name for name in node.keys if of_section(name) == "title"]


def _listed_section(node: Node, person: Person, spine: Spine) -> None:
    """A section of a list of them; the one about the person has pairs of a name and a value."""
    title, entries = _titled(node)
    if entries is None:
        _section("", node, spine)
        return
    kind = section_kind(title) or section_kind(str(node.value.get("type", "")))
    node.skip("type", why=STEERS)
    heading = _headings(node)
    if kind == "contact" or of_person(title) == "holder" or are_pairs(entries):
        node.aside(*heading)
        person.read_pairs(entries)
    else:
        node.text(*heading)
        _section(title, entries, spine, kind)


def _reading(source: Source) -> Reading:
    """The data, which may be front matter with nothing under it.

    Raises `TypesetError` for what is no data, or neither a mapping nor a list.
    """
    text = source.text
    fenced = text.lstrip().startswith("---")
    tree = read_nodes(_CLOSING_FENCE.sub("\n", text), source.name) if fenced else source.nodes
    if not isinstance(tree.data, dict | list):
        raise TypesetError(Problem("not-data", "this is no data", span=Span(source.name)))
    return Reading(tree, source.name, loose=True)


def _root(node: Node) -> Node:
    """The mapping that holds the résumé: all, or what lies under its one key."""
    while isinstance(node.value, dict) and len(node.keys) == 1 and is_wrapper(node.keys[0]):
        (name,) = node.keys
        if not isinstance(node.value[name], dict):
            break
        node = under(node, name)
    return node


def _section(title: str, node: Node, spine: Spine, kind: str = "") -> None:
    kind = kind or section_kind(title)
    if isinstance(node.value, dict):
        _mapping(title, node, spine, kind)
    elif isinstance(node.value, list):
        _list(title, node, spine, kind)
    elif kind or len(str(node.value).split()) > _LONGEST_VALUE:
        add_markdown(spine, title, kind, seen(node), node.reading, node.line_of())


def _list(title: str, node: Node, spine: Spine, kind: str) -> None:
    items = items_of(node)
    mappings = [item for item in items if isinstance(item.value, dict)]
    texts = [text for item in items if item not in mappings and (text := ", ".join(listed(item)))]
    if mappings:
        _entries(title, mappings, spine, kind or _kind_of_entries(mappings))
        spine.add_prose("", _bullets(texts))
    elif kind in _GROUPS and texts:
        spine.add(kind, title, [{"keywords": texts}])
    elif texts:
        add_markdown(spine, title, kind, _bullets(texts), node.reading, node.line_of())


def _bullets(texts: list[str]) -> str:
    return "\n".join("- " + text.replace("\n", "\n  ") for text in texts)


def _entries(title: str, items: list[Node], spine: Spine, kind: str) -> None:
    """Mappings as the entries of a section of a kind, or of none."""
    if kind in _GROUPS:
        spine.add(kind, title, [group_of(item) for item in items])
    elif kind == "languages":
        spine.add(kind, title, [_language(item) for item in items])
    elif kind == "references":
        spine.add(kind, title, [_reference(item) for item in items])
    else:
        _add(title, [one for item in items for one in entry_of(item, kind)], spine, kind)


def _add(title: str, entries: list[dict[str, Any]], spine: Spine, kind: str) -> None:
    if kind in ENTRIES:
        spine.add(kind, title, entries)
    else:
        spine.add_generic(title, entries)


def _mapping(title: str, node: Node, spine: Spine, kind: str) -> None:
    """A mapping: a section with its title and entries, one entry, groups, or sections in it."""
    own, entries = _titled(node)
    if entries and isinstance(entries.value, list | dict) and kind not in _GROUPS:
        node.text(*_headings(node))
        _section(own, entries, spine, kind or section_kind(own))
    elif kind == "languages":
        pairs = [(title_of(name), listed(under(node, name))) for name in node.keys]
        made = [{"language": name, "fluency": ", ".join(said)} for name, said in pairs]
        spine.add(kind, title, made)
    elif kind in _GROUPS:
        pairs = [(title_of(name), listed(under(node, name))) for name in node.keys]
        spine.add(kind, title, [{"name": name, "keywords": said} for name, said in pairs])
    elif all(isinstance(value.value, dict) for value in items_of(node)):
        made = [one for name in node.keys for one in _named(name, under(node, name), kind)]
        _add(title, made, spine, kind)
    elif _is_entry(node, kind):
        _entries(title, [node], spine, kind or _kind_of_entries([node]))
    else:
        for name in node.keys:
            _section(title_of(name), under(node, name), spine, kind)


def _named(name: str, node: Node, kind: str) -> list[dict[str, Any]]:
    """The entry under a key of its own, which is its name where it has no other."""
    made = entry_of(node, kind)
    if not any(made[0].get(one) for one in _NAMES):
        made[0][_OWNERS.get(kind, "title")] = title_of(name)
    return made


def _is_entry(node: Node, kind: str) -> bool:
    known = sum(bool(of_entry(name)) for name in node.keys)
    return known >= _FEWEST and (kind in ENTRIES or not kind)


def _kind_of_entries(items: list[Node]) -> str:
    """The kind of entries under a title that tells none: by their keys, or by roles' names."""
    roles = [
        value
        for item in items
        for name in item.keys
        if of_entry(name) == "role" and isinstance(value := item.value[name], str)
    ]
    held = sum(vocabulary().has("roles", role) for role in roles)
    return kind_by_keys(items) or ("work" if 2 * held > len(items) else "")


_NAMES = ("name", "title", "position", "institution", "organization", "studyType")
_OWNERS = {
    "work": "name",
    "volunteer": "organization",
    "education": "institution",
    "projects": "name",
    "publications": "name",
    "certificates": "name",
}
"""What the key of an entry is in each kind that has no `title`."""


def _language(item: Node) -> dict[str, str]:
    made = group_of(item)
    fluency = ", ".join([made["level"]] * bool(made["level"]) + made["keywords"])
    return {"language": made["name"], "fluency": fluency}


def _reference(item: Node) -> dict[str, str]:
    (made,) = entry_of(item, "")[:1]
    contacts = [made["url"]] if made["url"] else []
    return reference(made["title"], made["organization"], made["summary"], contacts)
