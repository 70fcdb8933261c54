"""What stands in a name's line with nothing but a space between: a calling, the day of writing."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK

_STYLED = re.compile(r"(\*{1,2}|_)(?P<name>[^`*_]+)\1[ \u3000]+(?P<calling>[^`*_]+)")
_SOLID = re.compile(r"(?P<name>(?:[^\W\d_]+[ \u3000]+)??[^\W\d_]+)[ \u3000]+(?P<calling>\S+)")
_LONGEST_SOLID = 6
"""Signs of a name at the most, where words are not set apart."""


def called_behind(text: str, record: Record) -> tuple[str, str] | None:
    """A name and what one is, with nothing but a space or the name's style between them.

    "**Ann Bell** Pastry chef"; "符建国 电焊工", where a name has no spaces to be told by.
    """
    if styled := _STYLED.fullmatch(text):
        name, calling = styled["name"].strip(), styled["calling"].strip()
        aside = is_aside(calling, record) or re.search(r"[|·•,]", calling)
        return (name, calling) if is_person(name) and not aside else None
    solid = _SOLID.fullmatch(unstyle(text)) if CJK.match(unstyle(text)) else None
    if not solid or len("".join(solid["name"].split())) > _LONGEST_SOLID:
        return None
    held = record.vocabulary.has("roles", solid["calling"])
    own = is_person(solid["name"]) and not record.vocabulary.has("roles", solid["name"])
    return (solid["name"], solid["calling"]) if held and own else None


def name_beside_day(rest: list[Block], record: Record) -> tuple[str, str] | None:
    """The name and the day of writing in one line under a title: "2024年9月12日　西浦 拓実"."""
    block = rest[0] if rest else None
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return None
    text = unstyle(block.text).strip()
    found = find_date(text, record.vocabulary)
    if not found or len(found.start) < len("2024-09-12") or found.start != found.end:
        return None
    sides = (text[: found.begin].strip(), text[found.finish :].strip().removeprefix("現在").strip())
    name = next((side for side in sides if side), "")
    alone = not (sides[0] and sides[1]) and CJK.match(name) is not None
    told = alone and is_person(name) and not record.vocabulary.has("roles", name)
    return (name, text.replace(name, "").strip()) if told else None


def is_aside(text: str, record: Record) -> bool:
    """Whether what stands beside a name is none of it: a contact, a place, the page's title."""
    titled = is_document_title(text, record.vocabulary)
    return titled or is_contact_line(text) or is_place(text, record) or bool(re.search(r"\d", text))
