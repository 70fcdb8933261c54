"""Credits of stage and screen: the part played and the work, who put it on, who led it.

"**Viola**, *Twelfth Night*, dir. M. Ash, Quay Theatre, Leeds, 2021": no post was held there, so
that the part and the work together are an entry's title.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.columns import columns_of
from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.items.behind_titles import behind_title
from typeset.importers.text.items.generic_items import cut_item
from typeset.importers.text.items.items import items_of
from typeset.importers.text.items.listings import listed_entry, title_parts
from typeset.importers.text.items.pursuits import read_pursuits
from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date

_WORK = re.compile(
    r"(?:(?<!\*)\*(?!\*)[^*]+\*|“[^”]+”|\"[^\"]+\"|«[^»]+»|„[^“”]+[“”])(?:\s*\([^()]*\))?"
)
"""The title of a play or film in italics or quotation marks; a bracket may say more of it."""
_IN_WORK = re.compile(rf"[^\W\d_][^*\"“„«]+\s{_WORK.pattern}")
"""The part played in such a work, and the word between them."""
_WORK_AND_DASH = re.compile(rf"({_WORK.pattern})\s+[–—-]\s+")
_OWNER_AT = 2
"""Where a theatre or company stands at the earliest, behind the part and an unmarked work."""


def read_credits(raw: RawSection, record: Record) -> list[Part]:
    """An entry a credit, under a title over these, where most items have the form of one."""
    known = record.vocabulary["credits"]
    if not raw.blocks or not all(part in known for part in title_parts(raw.title, record)):
        return []
    mark = record.mark()
    if any(isinstance(one, Table) and "dates" in columns_of(one, record) for one in raw.blocks):
        return read_pursuits(raw, ["work"], record)  # its columns say what stands in them
    items = items_of(raw.blocks, record) or []
    told = sum(_is_credit(text, record) for _, text, _ in items)
    if not told or told * 2 < len(items):
        record.reset(mark)
        return []
    entries = [listed_entry(item, record, cut=_cut_credit)[0] for item in items]
    if not all("title" in entry for entry in entries):
        record.reset(mark)
        return []
    record.choose(raw.line, "credits", raw.title, "generic entries, a part played each")
    return [Part({**spine(raw, ""), "entries": entries})]


def _is_credit(text: str, record: Record) -> bool:
    """Whether an item has the form of a credit, or the columns of one and its year."""
    if _size_of_title(_parts(_without_first_date(text, record), record), record):
        return True
    cells = text.count("\t") + 1
    return cells > _FEWEST_CELLS and find_date(unstyle(text), record.vocabulary) is not None


_FEWEST_CELLS = 2
"""The work and its house, or the part played in it: less are in no row."""


def _without_first_date(text: str, record: Record) -> str:
    """An item without the date that it begins with: "2024 — *The Tide*, Quay Theatre"."""
    found = find_date(text, record.vocabulary)
    return text[found.finish :].lstrip(" :.,|–—-") if found and not found.begin else text


def _cut_credit(text: str, record: Record) -> dict[str, str]:
    """The part and the work as a title, and what stands behind them; others as any item."""
    if "\t" in text:
        return _cut_row(text, record)
    parts = _parts(text, record)
    size = _size_of_title(parts, record)
    if not size:
        return cut_item(text, record)
    title = ", ".join(part.replace("**", "") for part in parts[:size])
    return behind_title(title, ", ".join(parts[size:]), [], record)


def _cut_row(text: str, record: Record) -> dict[str, str]:
    """The work, the part played, and last the house: "The Tide", "Nan", "Quay Theatre, Leeds".

    A work that its house or what it was follows is no cell: "*The Tide*, Channel 9 — Nan".
    """
    title, *told = [cell.strip() for cell in text.split("\t") if cell.strip()]
    parts = _parts(title, record)
    if size := _size_of_title(parts, record):
        behind = ", ".join(parts[size:])
        if behind[:1].islower():
            return {"title": title, "summary": ", ".join(told)}
        entry = behind_title(", ".join(parts[:size]), behind, [], record)
        return {**entry, "summary": ", ".join(filter(None, [entry.get("summary"), *told]))}
    who = told.pop() if told else ""
    house = behind_title(title, who, [], record)
    if "summary" in house:
        house = {"title": title, "organization": who}
    entry = {**house, "summary": "\n\n".join(told)}
    return {name: value for name, value in entry.items() if value}


def _parts(text: str, record: Record) -> list[str]:
    """What stands between the commas of an item that is no row of a table."""
    if "\t" in text:
        return []
    text = _WORK_AND_DASH.sub(r"\1, ", text, count=1)
    return [text[slice(*end)].strip() for end in comma_parts(text, record)]


def _size_of_title(parts: list[str], record: Record) -> int:
    """How many parts are the part played and the work, in either order; 0 for no credit.

    A work that no mark sets apart is told by who put it on, right behind it: "Viola, Twelfth
    Night, Quay Theatre".
    """
    works = [bool(_WORK.fullmatch(part.replace("**", ""))) for part in parts[:_OWNER_AT]]
    if works[1:] == [True]:
        return 2
    if works[:1] == [True] and len(parts) > 1 and parts[1][:1].islower():
        return 1  # "*The Tide*, dir. M. Ash, Quay Theatre"
    if len(parts) > 1 and _IN_WORK.fullmatch(parts[0].replace("**", "")):
        return 1  # "Viola in *Twelfth Night*, Quay Theatre"
    owned = [names_owner(unstyle(part), record) for part in parts[: _OWNER_AT + 1]]
    if owned == [False, False, True]:
        return 2
    plain = owned[:2] == [False, True] and "*" not in parts[0]
    if plain and not names("roles", parts[0], record):
        return 1  # "Viola in Twelfth Night, Quay Theatre"
    return 1 if works[:1] == [True] and len(parts) > 1 else 0
