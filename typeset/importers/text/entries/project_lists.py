"""What projects are made with, listed beside their names or right under them with no label.

"**Lamp** — *Nim, SQLite*" over a sentence, "**Lamp** (Nim, SQLite): a light for two", and
"Nim, SQLite | [moss.org/lamp](https://…)" under a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.importers.text.entries.project_sides import LONGEST_KEYWORD, is_technique, set_beside
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record

_STYLED_FIRST = re.compile(
    r"\*\(?(?P<list>[^*()\n]+)\)?\*(?:\\?\n\s*|\s+(?=[^\W_a-zà-ÿ])|$)(?P<rest>.*)", re.DOTALL
)
"""A list in italics, and a new line or sentence behind it."""
_BARRED_LAST = re.compile(r"(?P<rest>[^|*]*[^|*\s])\s+[|｜]\s+\*?(?P<list>[^|*()\n]+?)\*?")
_BRACKETED_LAST = re.compile(r"(?P<rest>.*\S)\s*\(\*?(?P<list>[^()*]+?)\*?\)", re.DOTALL)
_PLAIN = re.compile(r"(?P<list>[^*\n]+)(?P<rest>)")


_TEXTS = ("description", "summary", "highlights")


@dataclass(frozen=True, slots=True)
class _Listed:
    """What a project is made with, and the fields that held it, without it.

    It is `apart` where a style or a bar sets it apart.
    """

    words: list[str]
    left: Entry
    apart: bool = False

    @property
    def sure(self) -> bool:
        return self.apart and len(self.words) > 1


def with_lists(part: Part, line: int, record: Record) -> Part:
    """Projects with the names of what they are made with as keywords, where all have such a list.

    Half of the lists have several names: "**Lamp** (Nim, SQLite)" beside "**Oven** (Nim)".
    """
    others = [entry for entry in part.entries if "keywords" not in entry]
    found = [_list_of(entry, line, record) for entry in others]
    told = [one for one in found if one]
    several = [len(one.words) > 1 for one in told]
    plain = [many for many, one in zip(several, told, strict=True) if not one.apart]
    alike = all(sum(some) * 2 >= len(some) for some in (several, plain))
    alike = alike and len(told) == len(others) and len(part.entries) > 1
    for entry, one in zip(others, found, strict=True):
        if one and (alike or one.sure):
            record.choose(line, "techniques-by-layout", ", ".join(one.words), "keywords")
            values = {**entry, **one.left, "keywords": one.words}
            entry.clear()
            entry |= {name: value for name, value in values.items() if value}
    return part


def _list_of(entry: Entry, line: int, record: Record) -> _Listed | None:
    """The list of a project: the one that its form makes sure, else the first."""
    found = list(_lists(entry, line, record))
    return next((one for one in found if one.sure), found[0] if found else None)


def _lists(entry: Entry, line: int, record: Record) -> Iterator[_Listed]:
    """What may be the list of a project, by where it stands."""
    forms = (
        ("description", _STYLED_FIRST, True),
        ("description", _BARRED_LAST, True),
        ("description", _PLAIN, False),
        ("entity", _PLAIN, False),
        ("name", _BRACKETED_LAST, False),
    )
    for field, form, apart in forms:
        alone = field == "name" and not any(entry.get(text) for text in _TEXTS)
        match = None if alone else form.fullmatch(entry.get(field, ""))
        words = re.split(r",\s+|\s+[|·•]\s+", match["list"]) if match else []
        if match and _are_techniques(words, record):
            yield _Listed(words, {field: match["rest"]}, apart)
    first, *more = entry.get("summary", "").split("\n\n", 1)
    mark = record.mark()
    linked = "url" not in entry and "](" in first and "\n" not in first
    beside = set_beside(f"| {first}", line, record) if linked else {}
    words = beside.pop("keywords", [])
    if "url" in beside and _are_techniques(words, record):
        yield _Listed(words, {**beside, "summary": "".join(more)}, apart=True)
    else:
        record.reset(mark)


def _are_techniques(words: list[str], record: Record) -> bool:
    """Whether words name what a project is made with: most have capitals, none is who or where."""
    large = bool(words) and sum(map(is_technique, words)) * 2 > len(words)
    short = all(0 < len(word.split()) <= LONGEST_KEYWORD for word in words)
    ended = any(re.search(r"[.!?:]$|\]\(", word) for word in words)
    placed = sum(is_place(word, record) for word in words) * 2 > len(words)
    others = any(names("roles", word, record) or names_owner(word, record) for word in words)
    return large and short and not (ended or placed or others)
