"""An item of no standard kind in one line → its title, who held it, where, and a sum."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import comma_parts, place_tail
from typeset.importers.text.heads.said_of_items import is_remark
from typeset.importers.text.heads.words import WORK, ends_like_role, names
from typeset.importers.text.items.behind_titles import (
    behind_title,
    is_body,
    is_owner,
    is_post,
    is_told,
    marked_name,
)
from typeset.importers.text.items.cited_titles import sentence_ends
from typeset.importers.text.items.item_remarks import (
    BRACKETED,
    LONGEST_PART,
    is_sum,
    with_commas,
    without_bracket,
    without_remark,
)
from typeset.importers.text.items.item_sides import by_sign, owns, unjoined
from typeset.importers.text.items.parts_played import told_apart, without_played
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import SOLID, begins_large, begins_name
from typeset.importers.text.words.vocabulary import key

_CELLS = re.compile(r"\t| · |\u3000+|\s+[–—-]\s+(?=(?:[A-Z]{3}|[$€£¥₹])\s?\d)")
_QUOTED = re.compile(r"[\"“„«「『《〈].+[\"”“»」』》〉]")


def cut_head(head: Head, source: str, record: Record) -> dict[str, str]:
    """The parts of a head of no standard kind; lines under the title are parts like others."""
    parts = [part for part in head.where.split(" · ") if part]
    places = [one for one in parts if is_place(one, record) and not owns(one, record, is_body)]
    head.where = " · ".join(places)
    parts = [part for part in parts if part not in places]
    said = [part for part in parts if part[:1].islower()]
    others = [part for part in parts if part not in said]
    entry = cut_item("\t".join([head.whole, *others]), record, source)
    told = ", ".join(filter(None, [*said, entry.get("summary")]))
    return {**entry, **({"summary": told} if told else {})}


def cut_item(text: str, record: Record, source: str = "") -> dict[str, str]:
    """A title, the organisation behind or before it, the place and a sum as the summary.

    What the `source` sets in italics or bold before all other words is the title.
    """
    whole = text
    text, played = without_played(text, record)
    if entry := _behind_marked(text, record):
        aside = told = ""
    else:
        text, told = without_remark(with_commas(text, record))
        text, more = without_played(text, record)
        played += more
        text, aside = without_bracket(text, record)
        entry = _with_bracket(text, record, source) or _parts(text, record, source)
    said = ", ".join(filter(None, [entry.get("summary"), aside, told]))
    if played:
        return {**entry, "summary": told_apart([*said.split(", "), *played], whole)}
    return _as_written({**entry, **({"summary": said} if said else {})}, whole)


def _as_written(entry: dict[str, str], text: str) -> dict[str, str]:
    """An entry whose sum and remark stand in the order of its text: "£900, co-investigator"."""
    parts = sorted(entry.get("summary", "").split(", "), key=text.find)
    said = ", ".join(parts)
    return {**entry, "summary": said} if said and said in text else entry


def _behind_marked(text: str, record: Record) -> dict[str, str]:
    """The parts behind a title in italics or bold: "*Salt.* Sea Fund, £900"; {} for others.

    An organisation in bold is no title, unless it ends in a full stop; nor is what prose follows.
    """
    match = _MARKED_FIRST.fullmatch(text)
    if not match or sentence_ends(match["rest"]):
        return {}
    name = unstyle(match["name"]).rstrip()
    if not name.endswith(".") and is_owner(name, record):
        return {}
    parts = [match["rest"][slice(*end)].strip() for end in comma_parts(match["rest"], record)]
    said = [part for part in parts if is_sum(part) or is_told(part, record)]
    rest = ", ".join(part for part in parts if part not in said).strip(" .")
    if not begins_large(rest) or max(len(one.split()) for one in parts) > LONGEST_PART:
        return {}
    return behind_title(match["name"].rstrip(" ."), rest, said, record)


_MARKED_FIRST = re.compile(
    r"(?P<name>(?P<mark>\*{1,3})(?:(?!(?P=mark)).)+(?P=mark)(?:\s*\([^()]*\))?)"
    r"(?:\s*[,;]\s+|(?<=[.!?]\*)\s+|\.\s+)(?P<rest>[^\t;]+)"
)


def _with_bracket(text: str, record: Record, source: str) -> dict[str, str]:
    """The parts of an item that ends in whose it is, or in where that is; {} for others.

    "Rocks (Hill University, Leeds)", "Chair, Ash Board (Leeds)"; "Ferns (Seminar)" is a title.
    """
    match = BRACKETED.fullmatch(text)
    inner = match[2].strip() if match else ""
    if not match or not begins_large(inner) or key(inner) in record.vocabulary["talk_forms"]:
        return {}
    if names("schools", inner, record) or owns(inner, record, is_body):
        return _of_owner(match[1], inner, record, source)
    if not is_place(inner, record):
        return {}
    entry = _parts(match[1], record, source)
    told = "organization" in entry and "location" not in entry
    return {**entry, "location": inner} if told else {}


def _of_owner(text: str, owner: str, record: Record, source: str) -> dict[str, str]:
    """The parts of an item before the bracket that says whose it is: "Rocks (Hill University)"."""
    entry = _parts(text, record, source)
    if "location" in entry or is_owner(entry.get("organization", ""), record):
        return _parts(f"{text} ({owner})", record, source)
    who, where = place_tail(owner, WORK, record, known=True)
    title = ", ".join(filter(None, (entry["title"], entry.get("organization"))))
    return {**entry, "title": title, "organization": who, **({"location": where} if where else {})}


def _parts(text: str, record: Record, source: str) -> dict[str, str]:
    """The parts of an item without a sentence or clause behind it."""
    cells = [cell.strip() for cell in _CELLS.split(text) if cell.strip()]
    parts = [cell[slice(*end)].strip() for cell in cells for end in comma_parts(cell, record)]
    sums = [part for part in parts if is_sum(part)]
    if len(sums) == len(parts):
        sums = []  # a title of letters and digits is no sum
    parts = [part for part in parts if part not in sums]
    if len(cells) == _OWNER_AND_TOWN and _is_said(cells[0], cells[1], record):
        said = _parts(cells[0], record, source)
        return {**said, "summary": ", ".join(filter(None, [said.get("summary"), cells[1]]))}
    if told := by_sign(_without_sums(text, sums, record), sums, record):
        return told
    if told := _set_apart(parts, sums, record, source):
        return told
    parts, facts = _without_facts(unjoined(parts, record), record)
    sums += facts
    named = [part for part in parts[1:] if not part[:1].islower()]
    if len(named) == _OWNER_AND_TOWN and is_place(named[-1], record):
        named.pop()  # "Speaker, Bread Days, Leeds"
    if len(named) == 1 and _holds(parts[0], record) and not names(WORK.what, named[0], record):
        return behind_title(
            parts[0], ", ".join(parts[1:]), sums, record
        )  # "Editor, Journal of Salt"
    owned = [is_owner(part, record) for part in parts]
    where = ", ".join(parts[1:])
    entry: dict[str, str] = {}
    if len(parts) > 1 and _may_be_owner(parts[-1], is_body(parts[-1], record), record):
        entry = {"title": ", ".join(parts[:-1]), "organization": parts[-1]}
    elif len(parts) > 1 and not any(owned[1:]) and owned[0] and is_place(where, record):
        entry = {"title": parts[0], "location": where}  # "Ash Gallery, Leeds"
    elif len(parts) > 1 and owned[0] and not any(owned[1:]) and _may_title(parts[:2], record):
        entry = {"title": ", ".join(parts[1:]), "organization": parts[0]}
    elif len(cells) == len(parts) == 2 and parts[1][:1].isupper():
        entry = {"title": parts[0], "organization": parts[1]}
    elif placed := _placed(parts, record):
        entry = placed
    elif sums and len(parts) > 1 and (scheme := _SCHEME.fullmatch(parts[-1])):
        entry = {"title": ", ".join(parts[:-1]), "organization": scheme[1]}
        sums = [scheme[2], *sums]  # "EPSRC New Investigator award"
    else:
        entry = {"title": ", ".join(parts)}
    return {**entry, **({"summary": ", ".join(sums)} if sums else {})}


_OWNER_AND_TOWN = 2
_SCHEME = re.compile(r"([A-Z]{3,})\s+([A-Z][a-z]\S*(?: \S+)+)")
"""A giver by its letters before what it calls its grants."""


def _may_title(parts: list[str], record: Record) -> bool:
    """Whether what follows a funder may be a title, or is a kind of grant: "project grant"."""
    title = begins_name(parts[1]) or names("funds", parts[1], record)
    return begins_name(parts[0]) and title and not is_post(parts[0], record)


def _set_apart(parts: list[str], sums: list[str], record: Record, source: str) -> dict[str, str]:
    """The parts of an item whose title a style or quotation marks set apart; {} for others."""
    name = marked_name(source, record)
    if name and len(parts) > 1 and ", ".join(parts).startswith(f"{name}, "):
        rest = ", ".join(parts).removeprefix(f"{name}, ")
        first = owns(name, record) and by_sign(f"{name}\t{rest}", sums, record)
        return first or behind_title(name, rest, sums, record)
    if len(parts) > 1 and _QUOTED.fullmatch(parts[0]):  # "“Salt”, Ash Gallery, Leeds"
        return behind_title(parts[0], ", ".join(parts[1:]), sums, record)
    quoted = [part for part in parts[1:] if _QUOTED.fullmatch(part)]
    if len(parts) > 2 and quoted and parts[-1][:1].islower():
        sums.append(parts.pop())  # "Sea Fund, “After the tide”, co-applicant"
    solid = len(quoted) == 1 and SOLID.search(quoted[0]) is not None
    if len(parts) == 2 and quoted and begins_large(parts[0]) and not solid:
        parts.reverse()  # "Sea Fund, “After the tide”"
        return behind_title(parts[0], parts[1], sums, record)
    return _beside_quoted(quoted[0], parts, sums, record) if solid else {}


def _is_said(item: str, said: str, record: Record) -> bool:
    """Whether a cell behind a title and who held it says more: "Salt, Ash Gallery", "Catalogue"."""
    if is_body(said, record) or is_place(said, record) or is_sum(said):
        return False
    parts = [item[slice(*end)].strip() for end in comma_parts(item, record)]
    return len(parts) > 1 and any(is_body(part, record) for part in parts[1:])


def _without_sums(text: str, sums: list[str], record: Record) -> str:
    """The cells of an item without the sums in them."""
    cells = [
        [one for end in comma_parts(cell, record) if (one := cell[slice(*end)].strip()) not in sums]
        for cell in _CELLS.split(text)
    ]
    return "\t".join(", ".join(parts) for parts in cells if parts)


def _beside_quoted(title: str, parts: list[str], sums: list[str], record: Record) -> dict[str, str]:
    """The parts around a title in quotation marks: "若手研究　「塩の流通史」　研究代表者"."""
    others = [part for part in parts if part != title]
    who = [part for part in others if is_owner(part, record) and not _holds(part, record)][:1]
    said = [*(part for part in others if part not in who), *sums]
    entry = {"title": title, "organization": "".join(who), "summary": "\n\n".join(said)}
    return {name: value for name, value in entry.items() if value}


def _without_facts(parts: list[str], record: Record) -> tuple[list[str], list[str]]:
    """The parts of an item, and what ends it: "Hamlet, role: Osric", "Sea Fund, co-applicant"."""
    if not parts or not begins_large(parts[0]):
        return parts, []
    last = next((at for at, one in enumerate(parts) if at and _LABELLED.match(one)), len(parts))
    while last > 1 and (_is_fact(parts[last - 1], record) or _is_post(parts, last - 1, record)):
        last -= 1
    return parts[:last], parts[last:]


def _is_post(parts: list[str], at: int, record: Record) -> bool:
    """Whether a part in a script without capitals is what one was, behind a title and an owner."""
    part = parts[at]
    told = names(WORK.what, part, record) or ends_like_role(part, record)
    behind = at > 1 or is_owner(parts[0], record)
    return behind and told and begins_large(part) and not part[:1].isupper()


def _is_fact(part: str, record: Record) -> bool:
    """Whether a part in small letters says who one was in it, or how long it took."""
    told = names(WORK.what, part, record) or names("durations", part, record)
    return told and is_remark(part) and key(part.split()[0]) not in record.vocabulary["articles"]


_LABELLED = re.compile(r"[^\W\d_]{3,}\s?:\s+\S")


def _placed(parts: list[str], record: Record) -> dict[str, str]:
    """ "Solo show, Ash Gallery, Bristol": the organisation before the place; {} for others.

    Before a town with its country or state, as lists of shows have them, no word need tell it;
    nor where one name stands on each side: "Salt, Ash House, Bristol".
    """
    before, where = place_tail(", ".join(parts), WORK, record, known=True)
    title, comma, who = before.rpartition(", ")
    if where and not comma and "," not in where:
        return {"title": before, "location": where}  # "Ash House, Leeds"
    if "," in where:
        title, _, who = before.partition(", ")
        if who[:1].islower():
            title, who = before, ""
    else:
        told = is_body(who, record) or ("," not in title and all(map(begins_name, (title, who))))
        if not (where and comma and told) or names(WORK.what, who, record):
            return {}
    entry = {"title": title, "organization": who, "location": where}
    return {name: value for name, value in entry.items() if value}


def _may_be_owner(part: str, owned: bool, record: Record) -> bool:
    """Whether the last part of an item can be its organisation: named as one, or in italics."""
    return (owned and not is_post(part, record) and not part[:1].islower()) or part.startswith("*")


def _holds(part: str, record: Record) -> bool:
    """Whether a part is what someone was, in a few words, and no body: "Board member"."""
    short = len(part.split()) <= _LONGEST_ROLE
    person = ends_like_role(part, record) or not is_owner(part, record)
    person = person or key(part) in record.vocabulary["roles"]  # "Editorial board"
    return short and person and names(WORK.what, part, record)


_LONGEST_ROLE = 4
