"""A name in the parts of its line: with what one is, a place, or another thing beside it."""

from __future__ import annotations

import re

from typeset.importers.text.header.beside_names import is_aside
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces, rejoined
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person, without_titles
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import vocabulary

_NAME_CUT = re.compile(r"\s*[|｜·•\t]\s*|\s+[–—-]\s+")
_WEAK_CUT = re.compile(r"\s+(?:/{1,2}|\\?\*|~|:{1,2}|--)\s+|(?<=\w)[:：]\s+")
"""Signs that cut a name from a calling, and anything else but rarely: "Ann Bell * Librarian"."""
IN_BRACKETS = re.compile(r"\([^()]*\)")
"""What says more of the name or calling: "Ann Bell, mate (STCW II/2)"."""


def name_in_parts(
    number: int, shown: str, rest: list[Block], header: Header, record: Record
) -> list[Block]:
    """A name, with what one is, a place or other things behind a sign or comma; the blocks left."""
    parts = split_top(shown, _NAME_CUT)
    weak = split_top(shown, _WEAK_CUT)
    if len(weak) == 2 and len(parts) == 1 and _may_be_called(weak, record):
        parts = weak  # "Ann Bell / Librarian"; behind it, a name may be in another script
    header.name = shown
    if _in_two_scripts(parts, record):
        return rest  # "마리아 최 | Maria Choi"
    if _in_cells(shown, record):
        header.name = " ".join(shown.split("\t"))
        return rest
    if len(parts) == 2 and _is_called(parts, record):
        header.name, header.label = parts
    elif len(parts) > 2 and "\t" not in shown and _is_called(parts[:2], record):
        header.name = parts[0]  # "Ann Bell — Engineer | Bridges | Tunnels"
        at = next((n for n, part in enumerate(parts) if n and is_aside(part, record)), len(parts))
        starts = [_start_of(parts, n, shown) for n in (1, at)]
        header.label = shown[slice(*starts)].rstrip(" |｜·•–—-")
        if others := rejoined(parts[at:], shown):
            rest = [Paragraph([Line(number, others)]), *rest]
    elif len(parts) > 1 and ("\t" in shown or any(is_aside(part, record) for part in parts[1:])):
        header.name = parts[0]
        titles = [part for part in parts[1:] if is_document_title(part, record.vocabulary)]
        header.title = header.title or " · ".join(titles)
        if others := rejoined([part for part in parts[1:] if part not in titles], shown):
            rest = [Paragraph([Line(number, others)]), *rest]
    elif comma := _after_name(shown, record):
        header.name = shown[:comma].strip()
        after = shown[comma + 1 :].strip()
        if is_place(after, record):
            header.contacts.add("location", after)
        else:
            header.label = after
    return rest


def _in_two_scripts(parts: list[str], record: Record) -> bool:
    """Whether two parts are one name as two scripts write it."""
    if len(parts) != 2 or bool(_LATIN.match(parts[0])) == bool(_LATIN.match(parts[1])):
        return False
    return all(
        is_person(part) and not is_aside(part, record) and not names("roles", part, record)
        for part in parts
    )


_LATIN = re.compile("[A-Za-zÀ-ɏ]")


def _in_cells(text: str, record: Record) -> bool:
    """Whether a line is a given and a family name, set in a cell each."""
    parts = text.split("\t")
    alone = len(parts) > 1 and all(_NAME_ALONE.fullmatch(part) for part in parts)
    return alone and not any(
        is_aside(part, record) or names("roles", part, record) for part in parts
    )


_NAME_ALONE = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*")


def _start_of(parts: list[str], at: int, text: str) -> int:
    """Where the part `at` begins in the text they were cut from; its end past the last."""
    start = 0
    for part in parts[:at]:
        start = text.index(part, start) + len(part)
    return text.index(parts[at], start) if at < len(parts) else len(text)


def _is_called(parts: list[str], record: Record) -> bool:
    """Whether a name and what one is stand side by side: "Ann Bell - Chess enthusiast"."""
    name, calling = parts
    words = name.split()
    person = 1 < len(words) <= 4 and all(word[0].isupper() for word in words)
    person = person or is_person(name)
    labelled = re.search("[:：]", calling) or record.vocabulary.has("degrees", calling)
    own = not is_aside(calling, record) and not labelled
    told = len(calling.split()) > 1 or calling[:1].islower()
    return record.vocabulary.has("roles", calling) or (
        person and own and told and not record.vocabulary.has("roles", name)
    )


def _may_be_called(parts: list[str], record: Record) -> bool:
    """Whether what a weak sign sets behind a name is what one is, and no other name."""
    name, calling = parts
    if record.vocabulary.has("roles", calling):
        return True
    named = is_person(name) and not is_person(calling) and not CJK.search(name + calling)
    return named and _is_called(parts, record)


def _after_name(text: str, record: Record) -> int:
    """The comma of a name between it and a place or a calling ("Ada Long, viola"); 0 for none."""
    name, comma, after = text.rpartition(",")
    after = after.strip()
    bare = IN_BRACKETS.sub("", after).strip()
    known = names("roles", bare, record) or ends_like_role(bare, record)
    called = (known or after[:1].islower()) and not record.vocabulary.has("degrees", after)
    told = called or is_place(after, record)
    return len(name) if comma and len(name.split()) > 1 and told else 0


_BESIDE_NAME = re.compile(
    rf"(?<=\s){IN_BRACKETS.pattern}|(?<=[^\W\d_]{{2}})(?:,|\s+[–—-])\s+\d{{1,2}}\s[^\W\d_]+\.?$"
)
"""What may have digits beside a name: a bracket apart, or an age ("Ann Bell – 19 years")."""


def _before_sign(text: str) -> str:
    """The name before a sign, whatever is behind it: "Ida van der Meer – Head of …"; or ""."""
    for sign in (_NAME_CUT, _WEAK_CUT):
        name, *others = split_top(text, sign) or [""]
        if others and is_person(without_titles(name)) and not vocabulary().has("roles", name):
            return name
    return ""


def may_be_name(block: Block) -> bool:
    """Whether a block can be a person's name: a heading, or a short line that is no contact."""
    if isinstance(block, Heading):
        return not is_contact_line(block.text) or "](" in block.text
    if not isinstance(block, Paragraph):
        return False
    text = unlink(unstyle(block.lines[0].text))[0]
    first = pieces(text)[:1]
    words = (_before_sign(text) or text).split()
    small = sum(word[:1].islower() for word in words)
    return (
        len(words) <= 8
        and not (len(words) > 4 and small * 2 > len(words))  # "I am a student in the"
        and (
            not re.search(r"[.!?:,;]$|[。！？]", text)
            or vocabulary().has("degrees", text.split()[-1])
        )
        and not (first and is_contact_line(first[0]))
        and not re.search(r"\d", _BESIDE_NAME.sub("", first[0] if first else text))
    )
