"""One entry under keys of an author's own → an entry of a section's kind."""

from __future__ import annotations

from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.own_names import (
    is_machinery,
    of_entry,
    title_of,
)
from typeset.importers.structured.own_texts import (
    STEERS,
    body_of,
    is_switch,
    items_of,
    label_line,
    listed,
    scalars,
    seen,
    under,
)
from typeset.importers.structured.spine import join, with_line
from typeset.importers.structured.when import free, period, single

ENTRIES = (
    "work", "volunteer", "education", "projects", "publications", "certificates", "awards",
)  # fmt: skip
"""The kinds whose entries `entry_of` makes."""

_SINGLE = {"awards": "date", "certificates": "date", "publications": "releaseDate"}
_GOES_ON = frozenset({"work", "role", "volunteer", "education", "projects"})
_INNER = {
    "work": ("roles", "engagements"),
    "volunteer": ("roles", "engagements"),
    "education": ("roles",),
}
"""Under which keys entries of a kind list others: positions, projects, degrees."""


class Own:
    """A mapping's keys by what they say; each is taken once."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.url = ""
        self.place = ""
        """The address and the place that an organisation's own mapping has."""
        self._left: dict[str, list[str]] = {}
        for name in node.keys:
            if is_machinery(name) or is_switch(under(node, name)):
                node.skip(name, why=STEERS)
            else:
                self._left.setdefault(of_entry(name), []).append(name)
        owned = "organization" in self._left  # "where" is the town, or the employer for want of one
        for name in self._left.pop("place", []):
            self._left.setdefault("location" if owned else "organization", []).append(name)

    def take(self, *meanings: str) -> str:
        """The text of the first key left with one of the meanings; "" where there is none."""
        for meaning in meanings:
            for name in self._left.get(meaning, []):
                value = under(self.node, name)
                if isinstance(value.value, str) or (
                    isinstance(value.value, dict) and meaning in ("organization", "location")
                ):
                    self._left[meaning].remove(name)
                    return seen(value) if isinstance(value.value, str) else self._named(value)
        return ""

    def aside(self, meaning: str) -> str:
        """`take` of a text whose words need not stand in the profile, since its value does."""
        for name in self._left.get(meaning, []):
            if isinstance(self.node.value[name], str):
                self._left[meaning].remove(name)
                return self.node.aside(name)
        return ""

    def nodes(self, meaning: str, shape: type = object) -> list[Node]:
        """What stands under the keys left with a meaning, where it has a shape."""
        names = [
            name for name in self._left.get(meaning, []) if isinstance(self.node.value[name], shape)
        ]
        for name in names:
            self._left[meaning].remove(name)
        return [under(self.node, name) for name in names]

    def left(self) -> list[tuple[str, str]]:
        """The keys that nothing took, each with what it says, in the file's order."""
        kept = {name: meaning for meaning, names in self._left.items() for name in names}
        return [(name, kept[name]) for name in self.node.keys if name in kept]

    def _named(self, node: Node) -> str:
        """A mapping in a text's place: a company with its address, a place in parts."""
        inner = Own(node)
        name = inner.take("name", "organization", "role")
        if name:
            self.url = self.url or inner.take("url")
            self.place = join(inner.take("location"), inner.take("location"))
        return name or join(*(seen(part) for part in scalars(node)))


def entry_of(node: Node, kind: str) -> list[dict[str, Any]]:
    """The entry that a mapping is: one, or one for each degree that its school lists.

    `kind` is one of `ENTRIES`, "role" for a position of a work entry, or "" for a generic one.
    """
    own = Own(node)
    made = _head(own, kind) | _dates(own, kind)
    made["location"] = join(own.take("location"), own.take("location")) or own.place
    made["url"] = own.take("url") or own.url or _doi(own)
    inner = {name: _mappings(own, name) for name in _INNER.get(kind, ())}
    made |= _body(own)
    match kind:
        case "work":
            return [_with_roles(made, inner["roles"]) | _engagements(inner["engagements"])]
        case "education" | "volunteer" if any(inner.values()):
            owner = "institution" if kind == "education" else "organization"
            parts = [one for ps in inner.values() for part in ps for one in entry_of(part, kind)]
            parts[0] |= {name: value for name, value in made.items() if value}
            return [one | {owner: made[owner]} for one in parts]
        case _ if kind in _SINGLE and not made.get("title") and not made.get("name"):
            return _each_item(made, "title" if kind == "awards" else "name")
        case _:
            return [made]


def _each_item(made: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """A year's prizes in one list: an entry each."""
    items = made.pop("highlights")
    return [made | {name: item["text"]} for item in items if item.get("text")] or [made]


def _mappings(own: Own, meaning: str) -> list[Node]:
    """The mappings that a key of a list holds: positions, degrees, projects."""
    lists = own.nodes(meaning, list)
    return [one for value in lists for one in items_of(value) if isinstance(one.value, dict)]


def _with_roles(made: dict[str, Any], inner: list[Node]) -> dict[str, Any]:
    """A work entry with the positions it lists; a single one is the entry's own."""
    roles = [one for part in inner for one in entry_of(part, "role")]
    for role in roles:
        role["position"] = role.get("position") or role.get("name", "")
        role.pop("name", None)
    if len(roles) == 1 and not made["position"]:
        return roles[0] | {name: value for name, value in made.items() if value}
    return made | ({"roles": roles} if roles else {})


def _engagements(inner: list[Node]) -> dict[str, Any]:
    found = [one for part in inner for one in entry_of(part, "work")]
    return {"engagements": found} if found else {}


def _head(own: Own, kind: str) -> dict[str, Any]:
    """Who, what and where, under the names that the kind has for them."""
    match kind:
        case "work" | "role" | "volunteer":
            return _position(own, "organization" if kind == "volunteer" else "name")
        case "education":
            school, degree = own.take("organization"), own.take("degree", "role")
            school = school or own.take("name")
            return {
                "institution": school,
                "studyType": degree or own.take("group", "name"),
                "area": own.take("area"),
                "score": own.take("score"),
                "courses": [text for one in own.nodes("courses") for text in listed(one)],
            }
        case "projects":
            name, role = own.take("name", "role"), own.take("role")
            return {
                "name": name,
                "entity": own.take("organization"),
                "roles": [role] if role else [],
                "keywords": [text for one in own.nodes("keywords") for text in listed(one)],
            }
        case "publications":
            return {"name": own.take("name", "role"), "publisher": own.take("organization")}
        case "certificates":
            return {"name": own.take("name", "role", "degree"), "issuer": own.take("organization")}
        case "awards":
            return {"title": own.take("name", "role"), "awarder": own.take("organization")}
        case _:
            return {"title": own.take("role", "name"), "organization": own.take("organization")}


def _position(own: Own, owner: str) -> dict[str, str]:
    """An employer and a role; a bare `name` is the one of them that is missing."""
    organization, role = own.take("organization"), own.take("role")
    name = "" if organization and role else own.take("name")
    if organization:
        return {owner: organization, "position": role or name}
    return {owner: name, "position": role}


def _dates(own: Own, kind: str) -> dict[str, str]:
    for inner in own.nodes("dates", dict):  # "period: {from: …, to: …}"
        return _dates(Own(inner), kind)
    start, end = own.aside("start"), own.aside("end")
    if start or end:
        return period(start, end, goes_on=bool(start) and kind in _GOES_ON)
    text = own.aside("dates")
    if kind in _SINGLE:
        return single(text, _SINGLE[kind]) if text else {}
    return free(text)


def _doi(own: Own) -> str:
    """The address of a DOI, by the proxy that the DOI Handbook (3.8) names."""
    return f"https://doi.org/{doi}" if (doi := own.aside("doi")) else ""


def _body(own: Own) -> dict[str, Any]:
    """An entry's texts, bullets, and a line for each key that has no place of its own."""
    summary: list[str] = []
    body: dict[str, Any] = {"summary": "", "highlights": []}
    lines: list[str] = []
    for name, meaning in own.left():
        value = under(own.node, name)
        if meaning == "authors":
            summary.insert(0, ", ".join(listed(value)))
        elif meaning in ("summary", "highlights", "role", "roles", "engagements"):
            text, points = body_of(value)
            summary += [text] if text else []
            body["highlights"] += points
        elif line := label_line(name, value):
            lines.append(line)
    body["summary"] = "\n\n".join(summary)
    for line in lines:
        body = with_line(body, line)
    return body


def group_of(node: Node) -> dict[str, Any]:
    """A group of skills or interests: its name, its level and what it holds."""
    own = Own(node)
    name, level = own.take("group", "name", "role"), own.take("level")
    keywords: list[str] = []
    for key, meaning in own.left():
        if not name and not meaning and len(node.keys) == 1:  # "Python: expert"
            name = title_of(key)
        keywords += listed(under(node, key))
    return {"name": name, "level": level, "keywords": keywords}


def kind_by_keys(nodes: list[Node]) -> str:
    """The kind of entries by keys that only one kind has; "" where none tells."""
    meanings = {of_entry(name) for node in nodes for name in node.keys}
    names = {title_of(name).casefold() for node in nodes for name in node.keys}
    if "degree" in meanings or names & {"school", "university", "college"}:
        return "education"
    if names & {"company", "employer", "company name"} or {"organization", "role"} <= meanings:
        return "work"
    return ""
