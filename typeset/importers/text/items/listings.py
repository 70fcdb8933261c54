"""Lists of grants, courses taught, memberships: generic entries, an item each."""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.entries.bodies import read_body
from typeset.importers.text.entries.sections import read_generic
from typeset.importers.text.heads.lines import SENTENCE_END
from typeset.importers.text.heads.parts import Head, take_date, with_terms
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.items.captioned_lists import read_captioned
from typeset.importers.text.items.cited_titles import QUOTED
from typeset.importers.text.items.dated_rows import begins_with_date, rows_as_items, runs_on
from typeset.importers.text.items.generic_items import cut_item
from typeset.importers.text.items.item_remarks import between_stops
from typeset.importers.text.items.item_sides import COURSE
from typeset.importers.text.items.items import Item, items_of
from typeset.importers.text.items.parted import with_parted_items
from typeset.importers.text.items.plain_venues import plain_venue
from typeset.importers.text.items.published import where
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Line,
    List,
    Paragraph,
    Table,
)
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import without_number
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import COMMA, SPACED_DASH, begins_large

_LONGEST_ITEM = 16


def is_listing(title: str, record: Record) -> bool:
    """Whether a title stands over such a list, as a whole or in each part ("Grants & service").

    Talks are such items beside others: "Teaching & talks".
    """
    known = record.vocabulary["listings"] | record.vocabulary["memberships"]
    known |= record.vocabulary["services"] | record.vocabulary["duties"]
    parts = set(title_parts(title, record))
    listed = bool(parts & known) and parts <= known | record.vocabulary["talks"]
    return listed or record.vocabulary.joined(title) in known


def are_talks(raw: RawSection, record: Record) -> bool:
    """Whether a section of lectures holds no courses but talks, each with its title in marks."""
    titled = set(title_parts(raw.title, record)) <= record.vocabulary["talks"]
    items = (items_of(raw.blocks, record) if titled else None) or []
    return bool(items) and all(QUOTED.match(unstyle(text).strip()) for _, text, _ in items)


def is_service(title: str, record: Record) -> bool:
    """Whether a title stands over what is no work: memberships, committees, editorships."""
    known = record.vocabulary["services"] | record.vocabulary["memberships"]
    known |= record.vocabulary["duties"]
    return record.vocabulary.joined(title) in known or all(
        part in known for part in title_parts(title, record)
    )


def title_parts(title: str, record: Record) -> list[str]:
    """A title's parts without number and "selected" before them, and brackets behind them."""
    words = record.vocabulary
    bare = words.joined(_BESIDE.sub("", without_number(title)))
    first, _, rest = bare.partition(" ")
    return [part.strip() for part in (rest if first in words["selections"] else bare).split("&")]


_BESIDE = re.compile(r"\s*[(（][^()（）]*[)）]$")
"""What stands behind a title: "Grants (last five years)"."""


def read_listing(raw: RawSection, record: Record) -> list[Part]:
    """An entry an item, as most people would: where most are dated; undated ones are prose.

    Prose are also items of sentences, unless each begins with its date.
    """
    if parts := read_captioned(raw, record, read_listing, known=True):
        return parts
    raw.blocks = [_with_numbers(block) for block in with_parted_items(raw.blocks, record)]
    blocks = rows_as_items(raw.blocks, record)
    flat = all(isinstance(block, (List, Paragraph, Table, Definitions)) for block in blocks)
    flat = flat and not any(runs_on(block, record) or _is_caption(block) for block in blocks)
    items = (items_of(blocks, record) if flat else None) or []
    joined = set(title_parts(raw.title, record)) <= record.vocabulary["memberships"]
    given = not record.vocabulary["talks"].isdisjoint(title_parts(raw.title, record))
    soft = any(
        isinstance(one, Paragraph) and not all(line.hard for line in one.lines[:-1])
        for one in blocks
    )
    lines = joined and not soft and all(_is_body_alone(one, record) for one in items)
    numbered = len(items) > 1 and all(_COURSE.match(text) for _, text, _ in items)
    lines = lines or numbered
    if parts := [] if items and lines else read_generic("", raw, record):
        for entry in parts[0].section["entries"]:
            _parted(entry, joined, given, record)
        return parts
    rows = all(begins_with_date(text, record) for _, text, _ in items)
    if not items or (not rows and any(_is_prose(text, record) for _, text, _ in items)):
        return read_captioned(raw, record, read_listing)
    mark = record.mark()
    entries: list[Entry] = []
    dated = 0
    for item in items:
        entry, has_date = listed_entry(item, record)
        _parted(entry, joined, given, record)
        dated += has_date
        entries.append(entry)
    # A body that one belongs to needs no day, nor does a course by its number.
    half = dated * 2 == len(entries) and is_service(raw.title, record)
    few = dated * 2 <= len(entries) and not (joined or numbered or half)
    owned = all("organization" in entry for entry in entries)
    told = sum(names("roles", entry.get("title", ""), record) for entry in entries)
    posts = joined and owned and told * 2 > len(entries)
    posts = posts or (joined and _are_bodies(items, blocks))
    if not (dated or posts) or few or not all("title" in entry for entry in entries):
        record.reset(mark)
        return []
    record.choose(raw.line, "listing", raw.title, "generic entries, an item each")
    return [Part({**spine(raw, "", ""), "entries": entries})]


def _with_numbers(block: Block) -> Block:
    """A paragraph whose lines are a course each, with its number as part of its title.

    "BOT 231    Mosses, since 2013" over "BOT 490    Field seminar".
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    if len(lines) < _FEWEST or not all(_COURSE.match(line.text) for line in lines):
        return block
    return Paragraph(
        [Line(one.number, one.text.replace("\t", " ", 1), True) for one in lines[:-1]]
        + [Line(lines[-1].number, lines[-1].text.replace("\t", " ", 1))]
    )


_COURSE = re.compile(rf"{COURSE.pattern}[ \t]+(?=[^\W\d_a-z])")


def _is_body_alone(item: Item, record: Record) -> bool:
    """Whether an item is a body in a line of few words, over no text: "Ash Society, since 2012".

    A post alone is said of the body in the line above it.
    """
    _, text, below = item
    post = _is_post(text, record) and not COMMA.search(text)
    said = bool(below) or "*" in text or post or _is_prose(text, record)
    return text[:1].isupper() and not said


def _are_bodies(items: list[Item], blocks: list[Block]) -> bool:
    """Whether items are a body each, or what one is there, and no line is several or labelled."""
    several = len(items) > 1 or isinstance(blocks[0], List)
    signs = any(re.search(r"[\t|·•;]", text) for _, text, _ in items)
    return (
        several
        and not signs
        and all(begins_large(unstyle(text)) and not below for _, text, below in items)
    )


def _parted(entry: Entry, joined: bool, given: bool, record: Record) -> None:
    """Part the body or the venue from the title of an entry, where its section is of such."""
    if joined:
        _as_member(entry, record)
    elif given and "startDate" in entry:
        _with_venue(entry, record)


def _as_member(entry: Entry, record: Record) -> None:
    """Part the body that one belongs to from what one is there: "Ash Society, vice chair".

    A dash, a colon or a bracket parts them too, "Ash Society - Member", in either order.
    """
    if "organization" in entry or not isinstance(entry.get("title"), str):
        return
    said = entry.get("summary", "") if "highlights" not in entry else ""
    bracket = _BRACKETED.fullmatch(entry["title"])
    sign = next((one for one in (SPACED_DASH, _COLON) if one.search(entry["title"])), COMMA)
    parts = [bracket[1], bracket[2]] if bracket else sign.split(entry["title"])
    body, *posts = [one.strip() for one in parts] + [said] * bool(said)
    post = unstyle(posts[0]) if len(posts) == 1 and not _LETTERS.fullmatch(posts[0]) else ""
    told = _is_post(post, record) or (names("roles", post, record) and not _is_post(body, record))
    if not told and sign is SPACED_DASH and post and _is_post(body, record):
        entry["title"], entry["organization"] = body, posts[0]  # "Member – Ash Society"
        return
    held = told or (post[:1].islower() and not re.search(r"\d", post))
    if not held or len(post.split()) > _LONGEST_POST:
        return
    if names("roles", body, record) and not told:
        return
    entry["title"], entry["organization"] = posts[0], body
    if said:
        del entry["summary"]


def _is_post(text: str, record: Record) -> bool:
    short = len(text.split()) <= _LONGEST_POST
    return short and names("roles", text, record) and not names_owner(text, record)


_LONGEST_POST = 4
_LETTERS = re.compile(r"[A-Z]{2,6}")
"""The short form of a body's name, or letters behind one's own: "(NUJ)"."""
_BRACKETED = re.compile(r"(.*\S)\s+[(（]([^\W\d_][^()（）\d]*)[)）]")
_COLON = re.compile(r"(?<=[\w)*])[:：]\s+")


def _with_venue(entry: Entry, record: Record) -> None:
    """Part a talk from where it was given: "Leases for landowners, Farmers' Evening, Leeds"."""
    if "organization" in entry or "location" in entry:
        return
    title, venue = plain_venue(entry.get("title", ""), record)
    if not venue:
        return
    entry["title"] = title
    named = where(venue, record)
    if house := named.pop("publisher", ""):
        entry["organization"] = house
    entry |= named


def listed_entry(
    item: Item, record: Record, *, cut: Callable[[str, Record], dict[str, str]] = cut_item
) -> tuple[Entry, bool]:
    """The generic entry of an item, which `cut` parts without its date; whether it has one."""
    line, text, below = item
    head = Head(line)
    shown, url = unlink(_date_unstyled(text, record))
    left = take_date(head, line, shown, record)
    left = with_terms(head, shown, left, False, WORK, record) if head.date else left
    entry: Entry = {**cut(left, record), **({"url": url} if url else {})}
    body = read_body(below)
    summary = "\n\n".join(
        part for part in (entry.pop("summary", ""), body.pop("summary", "")) if part
    )
    entry |= head.dates(record)
    told = {**entry, **({"summary": summary} if summary else {}), **body}
    return told, head.date is not None


def read_rows(raw: RawSection, record: Record) -> list[Part]:
    """Entries of a title nobody knows, whose items have dates and most of which name where.

    "2025 – Slate, Moss Dance Company, Leeds. For eleven dancers."; a history is prose. Not all of
    the bullets of a list need a date.
    """
    items = items_of(raw.blocks, record) or []
    rows = all(begins_with_date(text, record) for _, text, _ in items)
    listed = all(isinstance(block, List) for block in raw.blocks)
    dated = sum(find_date(text, record.vocabulary) is not None for _, text, _ in items)
    if len(items) < _FEWEST or not (rows or (listed and dated * 2 > len(items))):
        return []
    mark = record.mark()
    parts = read_listing(raw, record)
    entries = [entry for part in parts for entry in part.section.get("entries", ())]
    if sum("organization" in entry for entry in entries) * 2 > len(items):
        return parts
    record.reset(mark)
    return []


_FEWEST = 2


def _date_unstyled(text: str, record: Record) -> str:
    """An item with its date before the style that it shares with a title: "**2025 – Slate**"."""
    style = re.match(r"\*+", text)
    found = find_date(text, record.vocabulary) if style else None
    if not style or not found or found.begin != style.end():
        return text
    rest = text[found.finish :].lstrip(" .:–—-")
    return f"{found.text} {style[0]}{rest}" if not rest.startswith("*") else text


def _is_caption(block: Block) -> bool:
    """Whether a paragraph is a title over the list below it: "**Journals**"."""
    return isinstance(block, Paragraph) and wholly(block.text)[0] == "strong"


_SAID = re.compile(r"\)?\.\s+[^\Wa-zà-ÿ]")
"""What goes on behind an item with its day: "Salt, Ash Gallery, 2023. With a catalogue."."""


def _is_prose(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0]
    if found := find_date(plain, record.vocabulary):
        before, after = plain[: found.begin], plain[found.finish :]
        told = "," in before and before.endswith((", ", "(")) and _SAID.match(after)
        plain = before if told else before + after
    if between_stops(plain.strip(" .:–—-"), record):
        return False
    long = len(plain.split()) > _LONGEST_ITEM
    return long or bool(SENTENCE_END.search(plain.strip()) and len(plain.split()) > 6)
