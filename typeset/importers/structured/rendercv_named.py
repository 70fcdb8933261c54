"""RenderCV's sections whose entries have JSON Resume's names, as the site theme al-folio does."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.when import single_date
from typeset.importers.text.markup.inline import split_top

_OWN = {
    "skills": ("keywords", "level"),
    "interests": ("keywords",),
    "languages": ("fluency", "name"),
    "references": ("reference",),
    "awards": ("awarder",),
    "certificates": ("issuer",),
}
"""By kind, the keys that only JSON Resume's entries have there."""

_COMMA = re.compile(r"\s*[,;]\s+")


def is_named(item: Node, kind: str) -> bool:
    """Whether an entry of a section of this kind has JSON Resume's names."""
    return item.has(*_OWN.get(kind, ("",)))


def named(item: Node, kind: str) -> dict[str, Any]:
    """The entry, under the profile's names."""
    item.skip("icon")
    if kind in ("skills", "interests"):
        made: dict[str, Any] = {"name": item.text("name"), "keywords": listed(item, "keywords")}
        return made | ({"level": item.text("level")} if kind == "skills" else {})
    if kind == "languages":
        fluency = item.text("fluency", "summary")
        return {"language": item.text("language", "name"), "fluency": fluency}
    if kind == "references":
        return {"name": item.text("name"), "reference": item.text("reference")}
    title, owner = ("title", "awarder") if kind == "awards" else ("name", "issuer")
    made = {title: item.text(title, "name"), owner: item.text(owner)}
    for author in item.items("authors"):  # the template writes who gave it there, too
        author.text(how="text" if author.value != made[owner] else "aside")
    return {
        **made,
        "url": item.raw("url"),
        "summary": item.text("summary"),
        **single_date(item, "date", "date"),
    }


def listed(item: Node, key: str) -> list[str]:
    """A list, or one text with commas."""
    if isinstance(item.value.get(key), list):
        return item.texts(key)
    return split_top(item.text(key), _COMMA)
