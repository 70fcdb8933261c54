"""Certificates, awards, publications in short: an entry an item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.entries.bodies import read_body, together
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.said_of_items import split_said
from typeset.importers.text.items.alike_givers import given_alike, lone_signs
from typeset.importers.text.items.citation_lines import in_one_line
from typeset.importers.text.items.cited_links import take_links
from typeset.importers.text.items.cited_venues import without_form
from typeset.importers.text.items.dated_givers import given_behind_date
from typeset.importers.text.items.dates import (
    behind_date,
    date_apart,
    date_at_end,
    date_values,
    ends_in_date,
    ends_in_term,
    tells_validity,
    with_date_last,
    with_plain_dates,
    with_plain_ends,
)
from typeset.importers.text.items.first_givers import given_first
from typeset.importers.text.items.givers import (
    given_before,
    given_before_day,
    given_behind_comma,
    given_behind_dash,
    owned_parts,
)
from typeset.importers.text.items.givers_below import given_all_below
from typeset.importers.text.items.items import (
    Item,
    by_dates,
    in_columns,
    items_of,
    under_dated_names,
)
from typeset.importers.text.items.lines import first_line, given_below, listed, with_line_below
from typeset.importers.text.items.parted import Parted, given_apart, parted_alike
from typeset.importers.text.items.patents import read_patent
from typeset.importers.text.items.plain_venues import plain_venue
from typeset.importers.text.items.printed_pieces import piece_of
from typeset.importers.text.items.prizes import ranked
from typeset.importers.text.items.published import read_publication, where
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import LINK, unlink, unstyle
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


def read_items(blocks: list[Block], name: str, single: str, record: Record) -> list[Entry] | None:
    """One entry an item: its words under `name`, its date under `single`, the rest below it."""
    if single == "date":
        blocks = under_dated_names(in_columns(blocks, record), record)
    if single == "releaseDate":
        blocks = in_one_line(blocks, record)
    items = items_of([by_dates(block, record) for block in blocks], record)
    if not items:
        return None
    items = _arranged(items, name, single, record)
    given, items = items, given_behind_comma(items, single, record)
    if single == "date":
        items = given_behind_date(items, record)
    elif parted := parted_alike([text for _, text, _ in items], record) or _in_cells(items, given):
        return [
            _published(item, one, single, record) for item, one in zip(items, parted, strict=True)
        ]
    dated = len(items) > 1 and all(ends_in_date(text, record) for _, text, _ in items)
    habits = _Habits(dated, lone_signs(items, record) if single == "date" else "")
    entries: list[Entry] = []
    for item in items:
        entry = _read_item(item, name, single, habits, record)
        if entry is None:
            return None
        entries.append(entry)
    return entries


def _in_cells(items: list[Item], before: list[Item]) -> list[Parted]:
    """The parts of publications that commas have put in three cells each, if they have all."""
    cells = [text.split("\t") for _, text, _ in items] if items is not before else []
    return [Parted(*one) for one in cells] if all(len(one) == _CELLS for one in cells) else []


_CELLS = 3
"""Title, house and day."""


def _published(item: Item, parted: Parted, single: str, record: Record) -> Entry:
    """A publication or talk in the parts that a sign of all items tells."""
    line, _, below = item
    title, target = unlink(parted.title)
    entry: Entry = {"name": title, **({"url": target} if target else {})}
    day = date_values(find_date(parted.day, record.vocabulary), line, single, record)
    return {**entry, **where(parted.owner, record), **day, **read_body(below)}


def _arranged(items: list[Item], name: str, single: str, record: Record) -> list[Item]:
    """The items one by one, each with its giver and date in its text, behind its name."""
    items = _with_codes(items) if single == "date" else items
    items = [(line, with_plain_dates(text, record), below) for line, text, below in items]
    items = [part for item in items for part in listed(item, single, record)]
    if single == "date":
        items = [(line, with_plain_ends(text, record), below) for line, text, below in items]
        items = [given_below(*first_line(*item, record), record) for item in items]
        items = given_all_below(items, record)
    items = [with_line_below(*item, record) for item in items]
    items = given_before(items, single, record)
    if name == "title" and single == "date":
        items = given_first(items, record)
    if name == "name" and single == "date":
        items = given_behind_dash(items, record)
    if single == "date":
        items = given_alike(items, record)
        items = [given_before_day(item, record) for item in items]
        items = given_apart(items, record)
    return items


def _with_codes(items: list[Item]) -> list[Item]:
    """The items, with a line that is a number in letters and figures under what it is the proof of.

    "Wiring II" over "MA-0b52189-31e9": no certificate is called so. "ISO-27001" is a standard.
    """
    found: list[Item] = []
    for line, text, below in items:
        if found and not below and _CODE.fullmatch(text.strip()):
            last, name, said = found[-1]
            found[-1] = (last, name, [*said, Paragraph([Line(line, text)])])
        else:
            found.append((line, text, below))
    return found


_CODE = re.compile(
    r"(?=\S*(?:\d[A-Za-z]|[A-Za-z]\d))(?=(?:[^\d\s]*\d){4})[A-Za-z\d]+(?:-[A-Za-z\d]+)+"
)


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the items of a section have in common.

    All end in their date; only a few have the signs `lone` behind their names.
    """

    dated: bool
    lone: str


def _read_item(item: Item, name: str, single: str, habits: _Habits, record: Record) -> Entry | None:
    """The entry of an item; None for a line of an entry, and for a date alone."""
    line, text, below = item
    if single == "date":
        if is_only_date(unstyle(text), record.vocabulary):
            return None  # a line of an entry
        text = _without_stops(text, record)
    if single == "releaseDate" and (
        titled := read_patent(line, text, below, single, record)
        or _piece(line, text, below, single, record)
        or read_publication(line, text, below, single, record)
    ):
        return titled
    page = ""
    if single == "releaseDate" and "](" not in text:
        text, page, _ = take_links(text)  # "Brine, Salt Monthly, 2019 https://salt.example/1"
    if habits.dated or (single == "date" and ends_in_term(text, record)):
        text = date_apart(text, record)
    if single == "releaseDate" and (housed := _housed(line, text, page, record)):
        return {**housed, **read_body(below)}
    cut = _cut(line, text, record) if single == "date" else _given(text, page, record)
    ended = date_apart(cut.text, record) if habits.dated and cut.aside else cut.text
    if single == "date" and (_BOLD_FIRST.match(ended) or ranked(ended, record)):
        ended = date_apart(ended, record)
    rest, found = date_at_end(ended, record, bracketed=_is_citation(ended, single))
    if not rest.strip():
        return None
    lone = habits.lone if rest in ended else ""  # unlike "Wiring (Moss, 2020)"
    venue = ""
    if single == "releaseDate" and found:
        rest, venue = plain_venue(rest, record)
    entry = _named(line, rest, cut.page, name, single, lone, record) | where(venue, record)
    body = read_body(below)
    aside = cut.aside
    if aside and "location" not in entry and is_place(aside, record):
        entry["location"], aside = aside, ""  # "(2014, Berlin)"
    about = entry.pop("summary", "")
    held = name == "name" and found and found.verbatim and tells_validity(found.text, record)
    if found and held:
        aside = ", ".join(filter(None, (found.text, aside)))
    values = {} if held else date_values(found, line, single, record)
    body |= together(", ".join(filter(None, (about, aside))), cut.said, body.get("summary", ""))
    return {**entry, **values, **body}


def _piece(line: int, text: str, below: list[Block], single: str, record: Record) -> Entry:
    """A piece that a newspaper or magazine printed; {} for other items."""
    piece = piece_of(text, record)
    if not piece:
        return {}
    entry: Entry = {"name": piece.title, "publisher": piece.house}
    entry |= {"url": piece.page} if piece.page else {}
    return {**entry, **date_values(piece.day, line, single, record), **read_body(below)}


_BOLD_FIRST = re.compile(r"\*\*[^*]+\*\*,\s")
"""A name in bold, and who gave it: "**Travel Grant**, Salt Forum 2019"."""


def _without_stops(text: str, record: Record) -> str:
    """A dated item with a tab for the stops between its parts, and no stop behind its date."""
    stopped = re.search(r"(\w{3,})\. (?:19|20)\d\d\.?$", text)
    if stopped and key(stopped[1]) not in record.vocabulary["expiry"]:  # "exp. 2027"
        text = re.sub(r"(?<=\w{3})\. (?=[^\W_a-zà-ÿ])", "\t", text.rstrip("."))
    if re.search(r"\d[)）]\.$", text):
        text = text.rstrip(".")  # "Prize (Giver, 2020)."
    return text


@dataclass(frozen=True, slots=True)
class _Cut:
    """An item up to its date, what is said after it, its page, and the remark beside its date."""

    text: str
    said: str = ""
    page: str = ""
    aside: str = ""


def _cut(line: int, text: str, record: Record) -> _Cut:
    """A certificate or prize without all that follows its date."""
    text, said = split_said(text)
    text = date_apart(text, record) if said else text
    text = with_date_last(text, record)
    text, page = _linked(line, text, record)
    text, aside = behind_date(text, record)
    return _Cut(text, said, page, aside.replace("\t", " "))


def _given(text: str, page: str, record: Record) -> _Cut:
    """A talk up to its date, and the bracket behind that, or at its end, on how it was given."""
    before, said = without_form(text, record)
    dated = find_date(text, record.vocabulary)
    return _Cut(before, aside=said, page=page) if said and dated else _Cut(text, page=page)


def _linked(line: int, text: str, record: Record) -> tuple[str, str]:
    """An item without the link to its page at the end ("Wiring - [View](…)"), and the page."""
    match = _POINTER.fullmatch(text)
    shown = re.sub(r"\\(?=[\[\]])", "", match["shown"]) if match else ""
    if not match or key(shown) not in record.vocabulary["pointers"]:
        return text, ""
    record.use_label(line, shown, "pointers")
    return match["item"], match["page"]


_POINTER = re.compile(
    r"(?P<item>[^\[\]]*[^\[\]\s–—|:·(-])\s*[–—|:·(-]*\s*\\?\[*\[(?P<shown>(?:[^\[\]\\]|\\.){2,40})\]"
    r"\((?P<page>\S+?)\)[)\]\s.]*",
    re.DOTALL,
)


def _is_citation(text: str, single: str) -> bool:
    """Whether a publication is a sentence, full stop and all, whose year is a part of it."""
    return single == "releaseDate" and text.rstrip().endswith(".")


def _owned(line: int, text: str, name: str, lone: str, record: Record) -> Entry:
    """The parts of an item; where one would end amid a style ("**Cup, Juniors**"), it has none."""
    parts = owned_parts(line, text, name, record, lone)
    cut = any(str(part).count("**") % 2 for part in parts.values())
    return owned_parts(line, unstyle(text), name, record, lone) if cut else parts


def _named(
    line: int, text: str, page: str, name: str, single: str, lone: str, record: Record
) -> Entry:
    """The name of an item under its key, its page, and who gave it, from a text without a date."""
    shown, target = unlink(text)
    bracketed = text.strip().startswith(("[", "<")) and text.strip().endswith((")", ">"))
    whole = target and bracketed and text.count("](") < 2
    entry: Entry = {name: shown.strip() if whole else text.strip()}
    if page:
        entry["url"] = page
    if single == "releaseDate" and (housed := _QUOTED_AND_HOUSE.fullmatch(entry[name])):
        return {**entry, name: housed[1], "publisher": housed[2]}
    if whole:
        entry["url"] = target
    else:
        entry |= _owned(line, entry[name], name, lone, record) if single == "date" else {}
    entry[name] = re.sub(r"\s*\t\s*", " · ", entry[name])
    if "url" not in entry and (alone := LINK.fullmatch(entry[name])):
        entry[name], entry["url"] = alone[1], alone[2]
    return entry


def _housed(line: int, text: str, page: str, record: Record) -> Entry:
    """A title, its day and who brought it out: "*Salt* (2019), Ash Records"; {} for others."""
    moved = with_date_last(text, record) if "\t" not in text else text
    rest, found = date_at_end(moved, record) if moved != text else (text, None)
    title, tab, house = rest.partition("\t")
    if not found or not tab or len(title.split()) > _LONGEST_TITLE:
        return {}
    shown, target = unlink(title)
    entry: Entry = {"name": shown.strip(), "publisher": house.strip()}
    if target or page:
        entry["url"] = target or page
    return {**entry, **date_values(found, line, "releaseDate", record)}


_LONGEST_TITLE = 16


_QUOTED_AND_HOUSE = re.compile(r"([“\"«„「『][^\t]+[”\"»“」』])\t([^\t]*[^\W\d_][^\t]*)", re.DOTALL)
"""A title in quotation marks and, in a column of its own, who brought it out."""
