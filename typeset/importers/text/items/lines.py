"""Lines and items that are not one to one: items listed in a line, and an item in lines."""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.items.dates import date_at_end, ends_in_date
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import split_top, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import begins_large


def listed(item: Item, single: str, record: Record) -> list[Item]:
    """The items that one line lists: "PMP (2023), Scrum (2021)", "Star; Medal (2); Badge"."""
    line, text, below = item
    rest, found = date_at_end(text, record) if single == "date" and not below else (text, None)
    linked = split_top(rest, _BAR) if found else []
    if found and len(linked) > 1 and all("](" in part for part in linked):
        record.choose(line, "items-in-a-line", text, "an entry each, of one date")
        return [(line, f"{part}\t{found.text}", []) for part in linked]
    # A comma may stand within what other signs part.
    signs = (_SEMICOLON, _DOT, _DATED_COMMA, _COMMA)
    for separator in signs if single == "date" and not below else ():
        parts = split_top(text.rstrip("."), separator)
        short = all(len(part.split()) <= _LONGEST_LISTED for part in parts)
        if short and _is_list(parts, separator, record):
            record.choose(line, "items-in-a-line", text, "an entry each")
            return [(line, part, []) for part in parts]
    return [item]


def _is_list(parts: list[str], separator: re.Pattern[str], record: Record) -> bool:
    """Whether the parts of a line are items, and not one item, its giver and its day."""
    dates = [find_date(unstyle(part), record.vocabulary) for part in parts]
    dated = sum(found is not None for found in dates)
    large = [begins_large(unstyle(part)) or unstyle(part)[:1].isdigit() for part in parts]
    if separator is _DATED_COMMA:
        return dated > 1 and all(large)
    last = is_only_date(unstyle(parts[-1]), record.vocabulary)
    if separator is _COMMA:
        named = any(_says_more(unstyle(part), record) for part in parts)
        return len(parts) > 2 and not dated and all(large) and not named
    if separator is _DOT:
        return all(large) and not last and (dated > 1 or (len(parts) > 2 and not dated))
    return len(parts) > 2 and large[0] and not (dated == 1 and last)


def _says_more(text: str, record: Record) -> bool:
    """Whether a part of a line tells who gave an item, where, or how well it was passed."""
    lists = ("organisations", "schools", "levels", "honours", "prizes", "tongues", "roles", "units")
    told = any(record.vocabulary.has(name, text) for name in lists) or is_place(text, record)
    code = text.isupper() and len(text) <= _LONGEST_CODE  # "Driving licence B, BE, T"
    return told or code or len(text.split()) > _LONGEST_BARE or bool(_OTHER_SIGN.search(text))


_OTHER_SIGN = re.compile(r"[\d\"“”()*_\[]")
_LONGEST_CODE = 4
_LONGEST_BARE = 3
_COMMA = re.compile(r"\s*[,、，،]\s+")
_BAR = re.compile(r"\s+[|｜·]\s+")
_DATED_COMMA = re.compile(r"(?<!\w)[,;、，；]\s*(?=[^\W_])")  # what brackets hold is blank there
_DOT = re.compile(r"\s+[·•∙|｜]\s+")
_SEMICOLON = re.compile(r"\s*;\s*")
_LONGEST_LISTED = 9


def first_line(line: int, text: str, below: list[Block], record: Record) -> Item:
    """An item in bold, or with its date, without the lines that its author ended under it.

    These are its texts.

    A date that has such a line goes behind the item, who gave it ("**Item** — *Giver*") in a
    column of its own.
    """
    first, *more = text.split("\\\n")
    if more and _OVER_MORE.search(first):
        first = _OVER_MORE.sub("", first)  # "Loom Quest:" over what it was
    elif more and not text.startswith("**") and not ends_in_date(first, record):
        first, more = text, []
    first = _STYLED_GIVER.sub(r"\1\t", first.strip())
    said = [(line + at, one.strip()) for at, one in enumerate(more, 1)]
    if said and is_only_date(unstyle(said[0][1]), record.vocabulary):
        first += f"\t{unstyle(said.pop(0)[1])}"
    return line, first, [*(Paragraph([Line(*one)]) for one in said), *below]


_OVER_MORE = re.compile(r"\s*[:：]\s*$")
_STYLED_GIVER = re.compile(r"^(\*\*[^*]+\*\*)\s+[–—-]\s+(?=\*[^*\s])")


def given_below(line: int, text: str, below: list[Block], record: Record) -> Item:
    """An item with who gave it, as a line under it says: "Issued by Moss Academy"."""
    first = below[0] if below else None
    given = [one for one in record.vocabulary.labels.get("organisation", ()) if " " in one]
    label = rf"({'|'.join(map(re.escape, sorted(given, reverse=True)))})\s*[:：]?\s+(\S.*)"
    match = re.fullmatch(label, first.text, re.IGNORECASE) if isinstance(first, Paragraph) else None
    if not match:
        return line, text, below
    record.use_label(line, match[1], "labels.organisation")
    return line, f"{text}\t{match[2]}", below[1:]


def with_line_below(line: int, text: str, below: list[Block], record: Record) -> Item:
    """An item and the short line under its name that says who gave it, and when.

    In a list under the name it is the first bullet, set apart by its style: "*Moss School / 2019*".
    """
    first, left = _first_below(below)
    if first is None or find_date(unstyle(text), record.vocabulary):
        return line, text, below
    more = first.text
    if len(first.lines) > 1 or len(more.split()) > _LONGEST_LINE_BELOW or "\t" in text:
        return line, text, below
    rest, found = date_at_end(more, record)
    if not found or found.finish < len(more.rstrip(" )")) or re.search(r"[.;!?]\s", rest):
        return line, text, below
    return line, f"{text}\t{more}", left


def _first_below(below: list[Block]) -> tuple[Paragraph | None, list[Block]]:
    """The paragraph under an item, or the first of its bullets if all in a style; what is left."""
    first = below[0] if below else None
    if isinstance(first, Paragraph):
        return first, below[1:]
    items = first.items if isinstance(first, List) and first.start is None else []
    inner = items[0].blocks if items else []
    if len(inner) != 1 or not isinstance(inner[0], Paragraph) or not wholly(inner[0].text)[0]:
        return None, below
    said = Paragraph([replace(one, text=unstyle(one.text)) for one in inner[0].lines])
    others: list[Block] = [List(items[1].line, items[1:])] if len(items) > 1 else []
    return said, [*others, *below[1:]]


_LONGEST_LINE_BELOW = 10
