"""Sections of short items: languages, certificates, publications, awards, interests, references."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from typeset.importers.text.blocks import (
    Block,
    Definitions,
    Line,
    List,
    Paragraph,
    Table,
)
from typeset.importers.text.bodies import read_body, together, unquoted
from typeset.importers.text.contacts import is_place
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.head_words import WORK, names
from typeset.importers.text.inline import LINK, split_top, unlink, unstyle, wholly
from typeset.importers.text.item_dates import (
    ENDS_IN_YEAR,
    behind_date,
    date_at_end,
    date_values,
    ends_in_date,
    with_date_last,
)
from typeset.importers.text.owners import Owned, split_owner, split_said
from typeset.importers.text.patents import read_patent
from typeset.importers.text.place_tails import place_tail
from typeset.importers.text.published import read_publication
from typeset.importers.text.record import Record
from typeset.importers.text.skill_tables import head_rows
from typeset.importers.text.skills import read_skills
from typeset.importers.text.vocabulary import any_of, key

_EDGES = " \t,;:|·，；、｜–—-"
Entry = dict[str, Any]


def items_of(blocks: list[Block], record: Record) -> list[tuple[int, str, list[Block]]] | None:
    """The lines or bullets of a section: (line, text, blocks under it); None for other shapes."""
    found: list[tuple[int, str, list[Block]]] = []
    for block in unquoted(blocks):
        if isinstance(block, List):
            for item in block.items:
                if not item.text:
                    return None
                found.append((item.line, item.text, item.blocks[1:]))
        elif isinstance(block, Paragraph):
            hard = all(line.hard for line in block.lines[:-1])
            if hard:
                found += [(line.number, line.text, []) for line in block.lines]
            else:
                found.append((block.line, block.text, []))
        elif isinstance(block, Table):
            rows = [*head_rows(block, record), *block.rows]
            numbers = block.numbers[-len(rows) :]
            found += [
                (number, "\t".join(cell for cell in row if cell), [])
                for number, row in zip(numbers, rows, strict=False)
                if any(row)
            ]
        elif isinstance(block, Definitions):
            for term, below in block.items:
                first = below[0] if below else None
                said = term.text
                if isinstance(first, Paragraph):
                    said = _of_year(first.text, said, record) or f"{said}\t{first.text}"
                found.append((term.number, said, below[1 if isinstance(first, Paragraph) else 0 :]))
        else:
            return None
    return found


def _of_year(text: str, year: str, record: Record) -> str:
    """ "2024" over "Talk, Forum, 12 September": the text with its whole day; "" for others."""
    if not re.fullmatch(r"(?:19|20)\d\d", year) or find_date(text, record.vocabulary):
        return ""
    whole = f"{text.rstrip('. ')} {year}"
    found = find_date(whole, record.vocabulary)
    return whole if found and found.finish == len(whole) and len(found.start) > len(year) else ""


def _by_dates(block: Block, record: Record) -> Block:
    """A paragraph whose every line has a date of its own: its author ended these lines."""
    if not isinstance(block, Paragraph) or len(block.lines) < 2:
        return block
    plain = [unstyle(line.text).strip() for line in block.lines]
    if any(text[:1].islower() for text in plain):
        return block
    if len(plain) <= 3 and is_only_date(plain[0], record.vocabulary):
        below = [line.text.strip() for line in block.lines[1:]]
        return Paragraph([Line(block.line, "\t".join([*below, plain[0]]))], block.indented)
    starts = [at for at, text in enumerate(plain) if is_only_date(text, record.vocabulary)]
    if len(starts) > 1 and starts[0] == 0 and all(b - a in (2, 3) for a, b in pairwise(starts)):
        groups = [block.lines[a:b] for a, b in pairwise([*starts, len(plain)])]
        joined = ["\t".join(line.text.strip() for line in [*some[1:], some[0]]) for some in groups]
        return Paragraph(
            [Line(some[0].number, text, True) for some, text in zip(groups, joined, strict=True)]
        )
    if not all(find_date(text, record.vocabulary) for text in plain):
        return block
    return Paragraph([Line(line.number, line.text, True) for line in block.lines], block.indented)


def read_interests(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Interests: groups as in skills, or one interest an item."""
    groups = read_skills(unquoted(blocks), record)
    if groups is None:
        return None
    return [
        entry
        for group in groups
        for entry in (
            [_ungraded(group)]
            if "name" in group
            else [
                {"name": word} for word in _last_two(unquoted(blocks)[0], group["keywords"], record)
            ]
        )
    ]


def _ungraded(group: Entry) -> Entry:
    """An interest, whose level as a skill is a keyword of it like others."""
    words = [*([group["level"]] if "level" in group else []), *group.get("keywords", ())]
    return {"name": group["name"], **({"keywords": words} if words else {})}


def _last_two(first: Block, words: list[str], record: Record) -> list[str]:
    """A list's last two interests, which a word joins, one by one: "Chess, tennis and judo"."""
    joined = any_of(record.vocabulary, "and")
    parts = [re.split(rf"\s+({joined})\s+", word) for word in words] if joined else []
    several = len(words) > 1 and isinstance(first, Paragraph)
    if not several or [len(part) for part in parts] != [*[1] * (len(words) - 1), 3]:
        return words
    record.use_label(first.line, parts[-1][1], "and")
    return [*words[:-1], parts[-1][0], parts[-1][2]]


def _is_citation(text: str, single: str) -> bool:
    """Whether a publication is a sentence, full stop and all, whose year is a part of it."""
    return single == "releaseDate" and text.rstrip().endswith(".")


def read_items(blocks: list[Block], name: str, single: str, record: Record) -> list[Entry] | None:
    """One entry an item: its words under `name`, its date under `single`, the rest below it."""
    items = items_of([_by_dates(block, record) for block in blocks], record)
    if not items:
        return None
    entries: list[Entry] = []
    items = [part for item in items for part in _listed(item, single, record)]
    items = [_first_line(*item, record) for item in items] if single == "date" else items
    items = [_with_line_below(*item, record) for item in items]
    items = _given(items, single, record)
    if name == "name" and single == "date":
        items = _given_behind_dash(items, record)
    dated = len(items) > 1 and all(ends_in_date(text, record) for _, text, _ in items)
    for line, text, below in items:
        text = re.sub(r"^`([^`]+)`\s*", r"\1 ", text)  # a date in a code span
        if single == "date" and is_only_date(unstyle(text), record.vocabulary):
            return None  # a line of an entry
        if single == "date" and re.search(r"\w{3}\. (?:19|20)\d\d\.?$", text):
            text = re.sub(r"(?<=\w{3})\. (?=[^\W_a-zà-ÿ])", "\t", text.rstrip("."))
        if single == "date" and re.search(r"\d[)）]\.$", text):
            text = text.rstrip(".")  # "Prize (Giver, 2020)."
        if single == "releaseDate" and (
            titled := read_patent(line, text, below, single, record)
            or read_publication(line, text, below, single, record)
        ):
            entries.append(titled)
            continue
        text = ENDS_IN_YEAR.sub("\t", text) if dated else text
        text, said = split_said(text) if single == "date" else (text, "")
        text = ENDS_IN_YEAR.sub("\t", text) if said else text
        text = with_date_last(text, record) if single == "date" else text
        text, page = _linked(line, text, record) if single == "date" else (text, "")
        text, aside = behind_date(text, record) if single == "date" else (text, "")
        rest, found = date_at_end(text, record, bracketed=_is_citation(text, single))
        if not rest.strip():
            return None
        shown, target = unlink(rest)
        whole = target and rest.strip().startswith(("[", "<")) and rest.strip().endswith((")", ">"))
        entry: Entry = {name: shown.strip() if whole and rest.count("](") < 2 else rest.strip()}
        if page:
            entry["url"] = page
        if whole and rest.count("](") < 2:
            entry["url"] = target
        else:
            entry |= _owned(line, entry[name], name, record) if single == "date" else {}
        entry[name] = re.sub(r"\s*\t\s*", " · ", entry[name])
        if "url" not in entry and (alone := LINK.fullmatch(entry[name])):
            entry[name], entry["url"] = alone[1], alone[2]
        body = read_body(below)
        if aside and "location" not in entry and is_place(aside, record):
            entry["location"], aside = aside, ""  # "(2014, Berlin)"
        remark = ", ".join(part for part in (entry.pop("summary", ""), aside) if part)
        body |= together(remark, said, body.get("summary", ""))
        entries.append({**entry, **date_values(found, line, single, record), **body})
    return entries


Item = tuple[int, str, list[Block]]


def _given(items: list[Item], single: str, record: Record) -> list[Item]:
    """Items that begin with the same giver ("OHM - Wiring", "OHM - Fuses"): it goes behind."""
    parted = [_GIVER.fullmatch(text) for _, text, _ in items] if single == "date" else []
    counts = Counter(match[1] for match in parted if match)
    shared = {
        giver
        for giver, count in counts.items()
        if count > 1 and (giver.isupper() or names(WORK.who, giver, record))
        and not names("prizes", giver, record)
    }  # fmt: skip
    if not shared:
        return items
    record.choose(items[0][0], "giver-first", ", ".join(shared), "who gave each item")
    return [
        (line, f"{match[2]}\t{match[1]}" if match and match[1] in shared else text, below)
        for match, (line, text, below) in zip(parted, items, strict=True)
    ]


def _given_behind_dash(items: list[Item], record: Record) -> list[Item]:
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


def _is_giver(text: str, record: Record) -> bool:
    words = text.split()
    named = len(words) <= _LONGEST_GIVER and all(not word[:1].islower() for word in words)
    return named and not find_date(text, record.vocabulary) and not is_place(text, record)


_FEWEST_ALIKE = 3
_LONGEST_GIVER = 4
_GIVER = re.compile(r"([^–—:|\t]{2,40}?)\s+[–—-]\s+(\S.*)", re.DOTALL)


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


def _listed(
    item: tuple[int, str, list[Block]], single: str, record: Record
) -> list[tuple[int, str, list[Block]]]:
    """The items that one line lists: "PMP (2023), Scrum (2021)", "Star; Medal (2); Badge"."""
    line, text, below = item
    for separator in (_DATED_COMMA, _SEMICOLON) if single == "date" and not below else ():
        parts = split_top(text.rstrip("."), separator)
        dated = sum(bool(find_date(part, record.vocabulary)) for part in parts)
        enough = dated > 1 if separator is _DATED_COMMA else len(parts) > 2 and dated != 1
        short = all(len(part.split()) <= _LONGEST_LISTED for part in parts)
        if enough and short and all(part[:1].isupper() or part[:1].isdigit() for part in parts):
            record.choose(line, "items-in-a-line", text, "an entry each")
            return [(line, part, []) for part in parts]
    return [item]


_DATED_COMMA = re.compile(r"(?<!\w)[,;]\s*(?=[^\W_])")  # what brackets hold is blank there
_SEMICOLON = re.compile(r"\s*;\s*")
_LONGEST_LISTED = 9


_LONGEST_LINE_BELOW = 10


def _first_line(line: int, text: str, below: list[Block], record: Record) -> Item:
    """An item in bold without the lines that its author ended under it, which are its texts.

    A date that has such a line goes behind the item, who gave it ("**Item** — *Giver*") in a
    column of its own.
    """
    first, *more = text.split("\\\n") if text.startswith("**") else [text]
    first = _STYLED_GIVER.sub(r"\1\t", first.strip())
    said = [(line + at, one.strip()) for at, one in enumerate(more, 1)]
    if said and is_only_date(unstyle(said[0][1]), record.vocabulary):
        first += f"\t{unstyle(said.pop(0)[1])}"
    return line, first, [*(Paragraph([Line(*one)]) for one in said), *below]


_STYLED_GIVER = re.compile(r"^(\*\*[^*]+\*\*)\s+[–—-]\s+(?=\*[^*\s])")


def _with_line_below(
    line: int, text: str, below: list[Block], record: Record
) -> tuple[int, str, list[Block]]:
    """An item and the short line under its name that says who gave it, and when."""
    first = below[0] if below else None
    if not isinstance(first, Paragraph) or find_date(unstyle(text), record.vocabulary):
        return line, text, below
    more = first.text
    if len(first.lines) > 1 or len(more.split()) > _LONGEST_LINE_BELOW or "\t" in text:
        return line, text, below
    rest, found = date_at_end(more, record)
    if not found or found.finish < len(more.rstrip(" )")) or re.search(r"[.;!?]\s", rest):
        return line, text, below
    return line, f"{text}\t{more}", below[1:]


def _prize_last(text: str, record: Record) -> Owned | None:
    """ "Coding Cup 2019 – Honourable Mention": the prize behind who gave it."""
    parts = re.split(r"\s+[–—-]\s+", text)
    if len(parts) != 2 or len(parts[1].split()) > _LONGEST_PRIZE:
        return None
    ranked = re.fullmatch(r"\d{1,3}(?:st|nd|rd|th|등|위|位|º|e|\.)(?:\s\w+)?", unstyle(parts[1]))
    told = bool(ranked) or names("prizes", parts[1], record)
    return (
        Owned(parts[1], wholly(parts[0])[1])
        if told and not names("prizes", parts[0], record)
        else None
    )


_LONGEST_PRIZE = 3


def _owned(line: int, text: str, name: str, record: Record) -> Entry:
    """The parts of a certificate or award: its name, who gave it, what else is said of it."""
    before, where = place_tail(text, WORK, record, known=True)
    where = where if "," in where and name == "title" else ""
    owned = split_owner(before if where else text, record)
    if name == "title" and (prize := _prize_last(text, record)):
        where, owned = "", prize
    who = "awarder" if name == "title" else "issuer"
    if owned.owner:
        record.choose(line, "owner-behind-name", text, f"{name}, {who}: {owned.owner}")
    parts = {name: wholly(owned.name)[1], who: wholly(owned.owner)[1], "location": where}
    parts["summary"] = owned.remark
    return {part: value for part, value in parts.items() if value}
