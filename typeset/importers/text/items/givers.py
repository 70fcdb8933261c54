"""Who gave a short item, beside its name: before it, behind a dash, or behind a comma."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.long_names import goes_on
from typeset.importers.text.heads.owners import Owned, split_owner
from typeset.importers.text.heads.place_tails import may_be_place, place_tail
from typeset.importers.text.heads.possible_givers import is_small_owner
from typeset.importers.text.heads.words import WORK, ends_like_owner, names, names_owner
from typeset.importers.text.items.items import Item
from typeset.importers.text.items.prizes import (
    behind_bold,
    is_best,
    is_prize_said,
    of_prizes,
    prize_last,
    ranked,
    won_where,
)
from typeset.importers.text.items.solid_items import solid_parts
from typeset.importers.text.markup.blocks import Line, Paragraph
from typeset.importers.text.markup.inline import split_top, unstyle, wholly
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


def given_before(items: list[Item], single: str, record: Record) -> list[Item]:
    """Items that begin with the same giver ("OHM - Wiring", "OHM - Fuses"): it goes behind."""
    parted = [_GIVER.fullmatch(text) for _, text, _ in items]
    parted = [one if one and _is_whole(one[1]) else None for one in parted]
    if single != "date":  # "Salt Forum 2012 - Brine": a talk behind where and when it was given
        dates = [find_date(match[1], record.vocabulary) if match else None for match in parted]
        parted = parted if all(one and one.begin for one in dates) else []
    counts = Counter(match[1] for match in parted if match)
    shared = {
        giver
        for giver, count in counts.items()
        if count > 1 and (giver.isupper() or names(WORK.who, giver, record))
        and not names("prizes", giver, record)
    }  # fmt: skip
    if not shared:
        return items
    record.choose(items[0][0], "giver-first", ", ".join(sorted(shared)), "who gave each item")
    return [
        (line, f"{match[2]}\t{match[1]}" if match and match[1] in shared else text, below)
        for match, (line, text, below) in zip(parted, items, strict=True)
    ]


def _is_whole(text: str) -> bool:
    """Whether no link begins in a text that ends behind it: "[OHM - Wiring](…)"."""
    return text.count("[") == text.count("](")


_GIVER = re.compile(r"([^–—:|\t]{2,40}?)\s+[–—-]\s+(\S.*)", re.DOTALL)


def given_behind_dash(items: list[Item], record: Record) -> list[Item]:
    """Certificates of which each has a dash before who gave it: "Wiring — Moss Academy".

    Bold lines over them are the names of groups.
    """
    found = [_DASHED.fullmatch(text) for _, text, _ in items]
    parted = [one if one and bool(one["open"]) == bool(one["close"]) else None for one in found]
    pairs = [match for match in parted if match]
    told = all(
        one or wholly(text)[0] == "strong" for one, (_, text, _) in zip(parted, items, strict=True)
    )
    if not told or len(pairs) < _FEWEST_ALIKE:
        return items
    if not all(_is_giver(match["giver"], record) for match in pairs):
        return items
    if all(goes_on(match["item"], match["giver"], record) for match in pairs):
        return items
    record.choose(items[0][0], "giver-behind-dash", pairs[0]["giver"], "who gave each item")
    return [
        (
            line,
            f"{match['open']}{match['item']}{match['close'] or ''}\t{match['giver']}"
            f"{match['rest'] or ''}"
            if match
            else text,
            below,
        )
        for match, (line, text, below) in zip(parted, items, strict=True)
    ]


_DASHED = re.compile(
    r"(?P<open>\[?)(?P<item>[^\[\]]+?)\s+[–—]\s+(?P<giver>[^–—\t,(\[\]]+?)"
    r"(?P<close>\]\(\S+\))?(?P<rest>(?:,\s|\s+\()[^–—\t,]*\d[^\t,]*)?"
)


def given_before_day(item: Item, record: Record) -> Item:
    """An item that signs part in its name, who gave it, its day and what else is said of it.

    "Wiring — Moss Academy — 2019 — No. 12" needs no others like it, as its day tells the rest.
    """
    line, text, below = item
    for sign in () if "\t" in text else _SIGNS:
        parts = split_top(text, sign)
        days = [is_only_date(unstyle(part), record.vocabulary) for part in parts]
        at = _NAME_GIVER_DATE - 1
        if len(parts) < _NAME_GIVER_DATE or not days[at] or sum(map(bool, days)) > 1:
            continue
        name, giver, day, *said = parts
        if find_date(name, record.vocabulary) or not may_give(name, giver, record):
            continue
        record.choose(line, "giver-before-day", giver, "who gave the item")
        more = [Paragraph([Line(line, part)]) for part in said]
        return line, f"{name}\t{giver}\t{day}", [*more, *below]
    return item


_SIGNS = tuple(re.compile(rf"\s+{sign}\s+") for sign in ("[–—-]", "[|｜]", "[·•∙]", "/"))


def given_behind_comma(items: list[Item], single: str, record: Record) -> list[Item]:
    """Items that all are a name, who gave or printed it and a date: "Brine, Salt Monthly, 2019".

    Where each has two commas and no more, none of them is the name's own. Few certificates or
    prizes may have no giver, the more where another's is an organisation by its words.
    """
    fewest = _NAME_GIVER_DATE - (single == "date")
    found: list[Item] = []
    givers: list[str] = []
    bare = 0
    for line, text, below in items:
        date = find_date(text, record.vocabulary)
        ended = date and date.begin and not re.sub(r"[\W_]", "", text[date.finish :])
        parts = split_top(text, _COMMA)
        if not ended or not fewest <= len(parts) <= _NAME_GIVER_DATE or "\t" in text:
            return items
        name, *between, day = parts
        giver = between[0] if between else ""
        small = giver[:1].islower() and not is_small_owner(giver, record)
        remark = small or giver[:1].isdigit()  # "3 days"
        if not is_only_date(day, record.vocabulary):
            return items
        if giver and not remark and not may_give(name, giver, record):
            return items
        bare += not giver
        givers += [giver] if giver and not remark else []
        whole = remark or not giver
        found.append((line, text if whole else f"{name}\t{giver}\t{day}", below))
    told = len(givers) >= _MOST_GIVEN * bare or (
        len(givers) > bare and any(names_owner(giver, record) for giver in givers)
    )
    if len(givers) < _FEWEST_PAIRS or not told:
        return items
    record.choose(items[0][0], "giver-behind-comma", items[0][1], "who gave each item")
    return found


_COMMA = re.compile(r",\s+")
_FEWEST_PAIRS = 2
_MOST_GIVEN = 3
"""Items with a giver for one without, whose form tells enough by itself."""
_NAME_GIVER_DATE = 3


def may_give(name: str, giver: str, record: Record) -> bool:
    """Whether the second part of an item can be who gave or printed it: a name in few words."""
    listed = ("honours", "levels", "degrees", "prizes")
    signed = ends_like_owner(giver, record)  # "한국표준원", though its first word is a country
    other = any(names(list_, giver, record) for list_ in listed)
    other = other or (is_place(giver, record) and not signed)
    owned = names_owner(giver, record) or signed  # "Haus der Technik", but no "Barber Expo"
    other = other or (names("tongues", giver, record) and not owned)
    other = other or (names("roles", giver.split()[-1], record) and not owned)
    marked = re.search(r"[“”«»\"]|\*.+\*$", name) or re.search(r"[*“”«»\"]", giver)
    large = re.match(r"\(?[^\W_a-zà-ÿ]", unstyle(giver)) or is_small_owner(giver, record)
    title = large and not marked and not goes_on(name, giver, record)
    other = other or bool(_STEP.fullmatch(giver)) or is_best(giver, record)
    return bool(title) and not other and len(giver.split()) <= _LONGEST_GIVER_OF_ALL


_LONGEST_GIVER_OF_ALL = 8
_STEP = re.compile(r"[^\W\d_]+\.? (?:\d{1,2}|[IVX]{1,4})")
"""How far a course goes: "Level 2", "Stufe II"."""


def _is_giver(text: str, record: Record) -> bool:
    words = text.split()
    named = len(words) <= _LONGEST_GIVER and all(not word[:1].islower() for word in words)
    return named and not find_date(text, record.vocabulary) and not is_place(text, record)


_FEWEST_ALIKE = 3
_LONGEST_GIVER = 4


_STYLED_GIVER = re.compile(
    r"(?:(?P<item>[^*_\t]+?)\s*[,–—-]\s+|\*\*(?P<bold>[^*\t]+)\*\*\t)"
    r"\*(?P<giver>[^\W\d_a-zà-ÿ][^*]*)\*(?:,\s+(?P<where>[^*\t\d.]+))?\.?"
)
"""What alone is in italics behind a name, or in a column behind a bold one, and perhaps where.

"Prize, *Department, University of Moss*".
"""

_BOLD_AND_GIVER = re.compile(r"\*\*([^*\t]+)\*\*\s+[–—-]\s+([^\W\d_a-zà-ÿ][^*\t,.:()\d]*)")
"""A certificate's name in bold, and who gave it behind a dash: "**Wiring** - Moss Academy"."""


def owned_parts(line: int, text: str, name: str, record: Record, lone: str = "") -> Entry:
    """The parts of a certificate or award: its name, who gave it, what else is said of it.

    `lone` is the signs behind its name that few items of its section have.
    """
    who = "awarder" if name == "title" else "issuer"
    styled = _STYLED_GIVER.fullmatch(text.strip())
    town = (styled["where"] or "") if styled else ""
    placed = not town or may_be_place(town, WORK, record)
    if styled and placed and not is_place(styled["giver"], record):
        record.choose(line, "owner-behind-name", text, f"{name}, {who}: {styled['giver']}")
        parts = {name: styled["item"] or styled["bold"], who: styled["giver"], "location": town}
        return {part: value for part, value in parts.items() if value}
    bold = _BOLD_AND_GIVER.fullmatch(text.strip()) if name == "name" else None
    if bold and _is_giver(bold[2], record):
        record.choose(line, "owner-behind-name", text, f"{name}, {who}: {bold[2]}")
        return {name: bold[1], who: bold[2]}
    if solid := solid_parts(text, name, record):
        record.choose(line, "owner-beside-name", text, f"{name}, {who}: {solid[who]}")
        return solid
    before, where = place_tail(text, WORK, record, known=True)
    # a state alone is who gave a licence
    known = key(where) in record.vocabulary["cities"]
    known = known and key(where) not in record.vocabulary["countries"]
    where = where if ("," in where if name == "title" else known) else ""
    owned = split_owner(before if where else text, record, lone)
    if name == "title" and (first := ranked(before if where else text, record)):
        owned = first
    elif name == "title" and (prize := prize_last(text, record) or behind_bold(text, record)):
        where, owned = "", prize
    elif name == "title" and not owned.owner and (won := won_where(text, record)):
        where, owned = "", won
    elif name == "title" and is_prize_said(owned, record):
        owned = Owned(owned.remark, owned.name)
    elif name == "title" and (said := of_prizes(before if where else text, record)):
        owned = said
    if owned.owner:
        record.choose(line, "owner-behind-name", text, f"{name}, {who}: {owned.owner}")
    owner = re.sub(r"(?<=[^\W\d_]{4})\.$", "", wholly(owned.owner)[1])
    parts = {name: wholly(owned.name)[1], who: owner, "location": where, "summary": owned.remark}
    if owner and " @ " in text and not any("@" in value for value in parts.values()):
        record.use_label(line, "@", "joiner_signs")
    return {part: value for part, value in parts.items() if value}
