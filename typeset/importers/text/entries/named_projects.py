"""A project in an item that begins with its name, in bold or linked: "**Lamp** (2020): …"."""

from __future__ import annotations

import re

from typeset.importers.text.entries.project_sides import (
    DATES,
    LONGEST_KEYWORD,
    is_technique,
    set_beside,
)
from typeset.importers.text.entries.techniques import read_project
from typeset.importers.text.header.addresses import PAGE, is_page
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.dates import date_values
from typeset.importers.text.markup.blocks import ListItem
from typeset.importers.text.markup.inline import LINK, unescape, unlink, unstyle, wholly
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import begins_large


def mostly_named(items: list[ListItem], record: Record) -> list[Entry]:
    """Items that begin with a project's name in bold; one among several may be a sentence.

    Short items are names without a mark. Of names that lead to their pages half are enough:
    "[Lamp](…) – a light" beside "Contributor to [Loom](…)".
    """
    named = [item for item in items if is_project(item)]
    short = all(_is_short_name(item) for item in items)
    linked = bool(named) and all(_LINKED.match(item.text) for item in named)
    others = len(items) - len(named)
    if not short and others and len(named) < (1 if linked else _FEWEST_NAMED) * others:
        return []
    return [
        named_project(item, record) if is_project(item) else _told_project(item, record)
        for item in items
    ]


_FEWEST_NAMED = 2
_LINKED = re.compile(r"\*{0,3}\[")


def _told_project(item: ListItem, record: Record) -> Entry:
    """A project without a name, by the first sentence on it: "A lamp that folds. In brass."."""
    name, _, said = item.text.partition(". ")
    more = {"description": said} if said else {}
    return {
        "name": unstyle(name) if said else item.text,
        **more,
        **read_project(item.blocks[1:], record),
    }


_ADDRESS_LAST = re.compile(rf"(?:^|(?<=\s))<?(?P<url>{PAGE})>?\.?$")
_LED_TO = re.compile(r"(?:^|[.!?。]\s|\n)\s*[^\W\d_][^.!?:\n]{0,24}[:：]?\s*$")
"""A few words that lead to an address and are left without it: "See", "Code:"."""
_LINK_LAST = re.compile(r"(?<=[.,;:])\s+\[(?P<shown>[^\s\]]+)\]\((?P<url>https?://[^\s()]+)\)\.?$")
"""A link with its own address for words: "A lamp. [lamp.test/run](https://lamp.test/run)"."""
_KEYWORDS_LAST = re.compile(r"(?<=[.!?])\s+\*([^*:]*[^*:.])\*$")


def described(text: str, linked: bool) -> Entry:
    """What is said of a project; an address or keywords in italics at its end by themselves."""
    entry: Entry = {}
    address = None if linked else _ADDRESS_LAST.search(text)
    if address and (not is_page(address["url"]) or _LED_TO.search(text, 0, address.start())):
        address = None
    link = None if linked or address else _LINK_LAST.search(text)
    address = link if link and link["url"].endswith(link["shown"]) else address
    if address:
        entry["url"] = unescape(address["url"])
        text = text[: address.start()].rstrip("\\ \n")  # with the break before it
    words = _KEYWORDS_LAST.search(text)
    keywords = re.split(r",\s+", words[1]) if words else []
    if words and all(len(word.split()) <= LONGEST_KEYWORD for word in keywords):
        entry["keywords"] = keywords
        text = text[: words.start()]
    return {**({"description": text} if text else {}), **entry}


def is_project(item: ListItem) -> bool:
    """Whether an item begins with a project's name: bold or linked, and no sentence."""
    match = _LEAD.match(item.text)
    name = unlink(unstyle(match[0]))[0].strip() if match else ""
    words = [word for word in name.split() if re.search(r"\w", word)]
    longest = _LONGEST_LINK if match and match[0] == item.text else _LONGEST_LEAD
    return bool(name) and not name.endswith((".", "!", "?")) and len(words) <= longest


def _is_short_name(item: ListItem) -> bool:
    """Whether an item is a few words, but for what a bracket adds: "Bell Ropes (Nim, Solaris)"."""
    plain = _IN_BRACKETS.sub("", unlink(unstyle(item.text))[0]).strip()
    few = 0 < len(plain.split()) <= _LONGEST_BARE and begins_large(plain)
    return few and not re.search(r"[.!?;:,：，。]", plain)


_LONGEST_LEAD = 8
_LONGEST_LINK = 16
_LONGEST_BARE = 4
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LEAD = re.compile(rf"\*\*(?:[^*\\]|\\.)+\*\*|{LINK.pattern}")
_BRACKET = re.compile(r"\s*(\([^()]{4,40}\))?\s*[:：,–—-]*\s*")


def named_project(item: ListItem, record: Record) -> Entry:
    """`**Name** (2020): text` or `[Name](url) — text`."""
    lead = _LEAD.match(item.text)
    name = lead[0] if lead else ""
    behind = _BRACKET.match(item.text, len(name))
    bracket = behind[1] or "" if behind else ""
    text = item.text[behind.end() if behind else 0 :].removeprefix("\\\n").lstrip()
    text = text if re.search(r"[^\s.]", text) else ""  # "**Bell Ropes**."
    head = read_head([(item.line, f"{name} {bracket}".strip())], "projects", record)
    dates = head.dates(record)
    beside = _beside_date(bracket, record) if dates else _techniques(bracket, record)
    if (bracket and not dates and not beside) or not all(map(is_technique, beside)):
        text = f"{bracket} {text}".strip()
        beside, dates = [], {}
    shown, target = unlink(unstyle(name))
    found: Entry = {"name": shown.strip().rstrip(":：").strip()}
    found |= {"url": target} if target else {}
    found |= {"keywords": beside} if beside else {}
    if set_apart := set_beside(text, item.line, record):
        found |= set_apart
        dates = dates or {name: found.pop(name) for name in DATES if name in found}
        text = ""
    owner = wholly(text)
    if owner[0] == "em" and _OWNER_BEHIND.search(item.text):
        found["entity"], text = owner[1], ""  # "**Rover** - *Robotics Club*"
    if not dates and (period := is_only_date(text, record.vocabulary)):
        text, dates = "", date_values(period, item.line, "", record)
    if not dates and not owner[0] and (told := _published(text, item.line, record)):
        entity, text, dates = told
        found["entity"] = entity
    inner = find_date(text, record.vocabulary) if not dates else None
    if inner and (apart := _set_apart(text, inner.begin, inner.finish)):
        text, dates = apart, date_values(inner, item.line, "", record)
    return {
        **found,
        **described(text, bool(target)),
        **dates,
        **read_project(item.blocks[1:], record),
    }


def with_techniques_beside_years(items: list[ListItem], record: Record) -> list[Entry]:
    """Items that begin with a project's name and a bracket, if one holds more than its year."""
    if not all(map(is_project, items)):
        return []
    leads = [(item, _LEAD.match(item.text)) for item in items]
    brackets = [_BRACKET.match(item.text, lead.end()) for item, lead in leads if lead]
    told = [_beside_date(match[1] or "", record) for match in brackets if match]
    if not any(told) or not all(is_technique(part) for parts in told for part in parts):
        return []
    return [named_project(item, record) for item in items]


def _beside_date(bracket: str, record: Record) -> list[str]:
    """What a bracket holds beside a date: "Rust" of "(2022, Rust)"; [] where it holds none."""
    parts = re.split(r"[,;·]\s+", bracket.strip("()"))
    others = [part for part in parts if not is_only_date(part, record.vocabulary)]
    return others if len(others) < len(parts) else []


def _techniques(bracket: str, record: Record) -> list[str]:
    """What a bracket lists that a project is made with: "(Nim, SQLite)"; [] for a place, a role."""
    parts = re.split(r",\s+", bracket.strip("()"))
    told = any(names("roles", part, record) or is_place(part, record) for part in parts)
    return parts if len(parts) > 1 and all(map(is_technique, parts)) and not told else []


_OWNER_BEHIND = re.compile(r"\*\*\s+[–—-]\s+\*[^*]+\*\s*$")


def _published(text: str, line: int, record: Record) -> tuple[str, str, Entry] | None:
    """ "Moss Weekly, 2022. What it is on.": where a work came out, what is said of it, and when."""
    match = _WHERE_AND_YEAR.match(text)
    when = is_only_date(match["when"], record.vocabulary) if match else None
    if not match or not when:
        return None
    return match["who"], text[match.end() :], date_values(when, line, "", record)


_WHERE_AND_YEAR = re.compile(
    r"(?P<who>[^\W\d_a-zà-ÿ][^,.:;()*\n]{1,50}), (?P<when>(?:[^\W\d_]+ )?(?:19|20)\d\d)\.(?:\s+|$)"
)


def _set_apart(text: str, begin: int, finish: int) -> str:
    """A text without its date, where commas set this apart: "a dinner, autumn 2022, with Aled"."""
    before, after = text[:begin].rstrip(), text[finish:].lstrip()
    if not before.endswith(",") or not re.match(r"(?:,|\.?$)", after):
        return ""
    return before.rstrip(", ") + (f", {after.lstrip(', ')}" if after.strip(",. ") else "")
