"""What stands in a name's line with nothing but a space between: a calling, the day of writing."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import any_of

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


def bold_before_link(text: str, record: Record) -> tuple[str, str] | None:
    """A bold name, and the links behind it in its line: "**BELL, Ann.** [ORCID 0000](…)"."""
    match = _BOLD_BEFORE_LINK.fullmatch(text.strip())
    if not match:
        return None
    family, comma, given = match["name"].partition(", ")
    name = f"{given} {family}" if comma else family
    told = is_person(name) and not record.vocabulary.has("roles", name)
    return (match["name"], match["links"]) if told else None


_BOLD_BEFORE_LINK = re.compile(
    r"\*\*(?P<name>[^*\[\]]{3,60}?)[.,:]?\*\*[.,:]?\s*(?:[|·•–—-]\s*)?(?P<links>\[[^\[\]]+\]\(.+)"
)


def is_beside_link(block: Block, record: Record) -> bool:
    """Whether a block begins with a bold name and links behind it."""
    return isinstance(block, Paragraph) and bool(bold_before_link(block.lines[0].text, record))


def as_sentences(text: str, record: Record) -> tuple[str, str] | None:
    """A name and what one is, each closed by a full stop: "Ann Bell. Freelance engraver."."""
    match = _SENTENCES.fullmatch(unstyle(text).strip())
    if not match or not is_person(match["name"]) or names("roles", match["name"], record):
        return None
    calling = match["calling"]
    called = names("roles", calling, record) or ends_like_role(calling, record)
    return (match["name"], calling) if called else None


_SENTENCES = re.compile(
    r"(?P<name>[^.,:;!?\d]{5,50}[^\W\d_]{2})\.\s+(?P<calling>[^.:;!?\d]{3,60})\."
)


def without_pronouns(text: str) -> tuple[str, str]:
    """A name without the bracket of pronouns behind it, and these: "Ann Bell (she/her)"."""
    match = _PRONOUNS.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")


_PRONOUNS = re.compile(r"(?<=\w)\s+\(([a-zà-ÿ]{1,6}(?:\s?/\s?[a-zà-ÿ]{1,6}){1,2})\)$")


def name_beside_day(rest: list[Block], record: Record) -> tuple[str, str] | None:
    """The name and the day of writing in one line under a title: "2024年9月12日　西浦 拓実"."""
    block = rest[0] if rest else None
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return None
    text = unstyle(block.text).strip()
    found = find_date(text, record.vocabulary)
    if not found or len(found.start) < len("2024-09-12") or found.start != found.end:
        return None
    sides = (text[: found.begin].strip(), without_now(text[found.finish :], record))
    name = next((side for side in sides if side), "")
    alone = not (sides[0] and sides[1]) and CJK.match(name) is not None
    told = alone and is_person(name) and not record.vocabulary.has("roles", name)
    return (name, text.replace(name, "").strip()) if told else None


def day_over_name(rest: list[Block], record: Record) -> tuple[str, list[Block]] | None:
    """The day of writing on a line of its own between a title and the name, and the blocks left."""
    lines = [line for block in rest[:2] if isinstance(block, Paragraph) for line in block.lines]
    if len(lines) < 2 or not isinstance(rest[0], Paragraph):
        return None
    day, name = (unstyle(line.text).strip() for line in lines[:2])
    found = is_only_date(without_now(day, record), record.vocabulary)
    told = is_person(name) and not record.vocabulary.has("roles", name)
    if not found or len(found.start) < len("2024-09-12") or not told:
        return None
    left = rest[0].lines[1:]
    return day, [*([Paragraph(left)] if left else []), *rest[1:]]


def without_now(text: str, record: Record) -> str:
    """A text without the word at either end that says that its day is that of writing: "現在"."""
    now = any_of(record.vocabulary, "present")
    return re.sub(rf"^\s*(?:{now})|(?:{now})\s*$", "", text).strip()


def is_aside(text: str, record: Record) -> bool:
    """Whether what stands beside a name is none of it: a contact, a place, the page's title."""
    titled = is_document_title(text, record.vocabulary)
    return titled or is_contact_line(text) or is_place(text, record) or bool(re.search(r"\d", text))
